/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The instruments of a window: the SoundFont that the song's file asks for, or
 * else the user's.
 */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>

#include "maq-soundfont.h"

static const char *
get_wanted (MaqWindow *self)
{
  if (self->editor == NULL)
    return NULL;
  return maq_project_get_fields (maq_editor_get_root (self->editor))->soundfont;
}

static char *
dup_path (MaqWindow  *self,
          const char *wanted)
{
  g_autofree char *folder = NULL;
  char *path = NULL;

  if (wanted != NULL)
    {
      GFile *file = maq_document_get_file (maq_editor_get_document (self->editor));
      g_autoptr(GFile) parent = file != NULL ? g_file_get_parent (file) : NULL;

      folder = parent != NULL ? g_file_get_path (parent) : NULL;
      path = maq_soundfont_find_named (wanted, folder);
    }
  return path != NULL ? path : g_settings_get_string (self->settings, "soundfont");
}

void
maq_window_load_soundfont (MaqWindow *self)
{
  const char *wanted = get_wanted (self);
  g_autofree char *path = dup_path (self, wanted);
  g_autofree char *name = g_path_get_basename (path);

  g_free (self->soundfont_wanted);
  self->soundfont_wanted = g_strdup (wanted);
  self->soundfont_missing = wanted != NULL && !g_str_equal (name, wanted);
  maq_window_ensure_listener (self);
  maq_listener_load_soundfont (self->listener, path);
}

void
maq_window_update_soundfont (MaqWindow *self)
{
  if (g_strcmp0 (get_wanted (self), self->soundfont_wanted) == 0)
    return;
  maq_window_load_soundfont (self);
  maq_window_update_banner (self);
}

gboolean
maq_window_show_soundfont (MaqWindow *self)
{
  g_autofree char *sentence = NULL;

  if (!self->soundfont_missing)
    return FALSE;
  sentence = g_strdup_printf (_("This song asks for the SoundFont “%s”, which is not there. Put it "
                                "beside the song’s file; until then the one of Preferences plays."),
                              self->soundfont_wanted);
  maq_window_show_banner (self, sentence, NULL, NULL, NULL, NULL);
  return TRUE;
}
