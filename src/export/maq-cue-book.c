/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cue-book-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-audio-reader.h"
#include "maq-bundle.h"
#include "maq-export-words.h"

#define MAX_FILES 1000 /* more than that in the folder are not looked at */

struct _MaqCueBook
{
  int         rate_hz;
  gboolean    speaks;
  char       *folder;
  GHashTable *paths;     /* of samples, by what they are for */
  GHashTable *bites;     /* by the section's name, folded */
};

char *
maq_cue_book_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "maquette", "cues", NULL);
}

gboolean
maq_cue_book_can_speak (void)
{
  g_autofree char *path = g_find_program_in_path ("espeak-ng");

  return path != NULL;
}

/* Whatever way it is written: upper or lower case, accents with their letters or apart. */
static char *
dup_key (const char *name)
{
  g_autofree char *safe = maq_bundle_dup_name (name, MAQ_BUNDLE_NAME_BYTES);
  g_autofree char *folded = g_utf8_casefold (safe, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
}

/* A WAV file goes before a FLAC file of the same name, as they come in order. */
static void
list_samples (MaqCueBook *self)
{
  static const char *const endings[] = { ".flac", ".wav" };
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  for (guint i = 0; i < MAX_FILES && dir != NULL && (name = g_dir_read_name (dir)) != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (endings); k++)
      {
        g_autofree char *lower = g_ascii_strdown (name, -1);
        g_autofree char *base = NULL;
        char *key;

        if (!g_utf8_validate (name, -1, NULL) || !g_str_has_suffix (lower, endings[k]))
          continue;
        base = g_strndup (name, strlen (name) - strlen (endings[k]));
        key = dup_key (base);
        if (k == 0 && g_hash_table_contains (self->paths, key))
          g_free (key);
        else
          g_hash_table_insert (self->paths, key, g_build_filename (self->folder, name, NULL));
      }
}

MaqCueBook *
maq_cue_book_new (int      rate_hz,
                  gboolean speaks)
{
  MaqCueBook *self = g_new0 (MaqCueBook, 1);

  self->rate_hz = rate_hz;
  self->speaks = speaks;
  self->folder = maq_cue_book_dup_folder ();
  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->bites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) maq_bite_free);
  list_samples (self);
  return self;
}

void
maq_cue_book_free (MaqCueBook *self)
{
  if (self == NULL)
    return;
  g_free (self->folder);
  g_hash_table_unref (self->paths);
  g_hash_table_unref (self->bites);
  g_free (self);
}

static const char *
find_sample (MaqCueBook *self,
             const char *key,
             MaqSection *section)
{
  const char *path = g_hash_table_lookup (self->paths, key);
  MaqSectionKind kind = maq_section_get_fields (section)->kind;

  return path != NULL ? path
                      : g_hash_table_lookup (self->paths, maq_section_kind_get_nick (kind));
}

static MaqBite *
read_sample (MaqCueBook  *self,
             const char  *path,
             GError     **error)
{
  MaqFrame n_frames = 0;
  float *samples = maq_audio_file_read (path, self->rate_hz, MAQ_CUE_MAX_SECONDS, &n_frames,
                                        error);

  if (samples == NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_prefix_error (error, _("The cue “%s” can't be used. "), name);
      return NULL;
    }
  return maq_bite_new_take (samples, (guint) n_frames, FALSE);
}

static MaqBite *
make_bite (MaqCueBook    *self,
           const char    *key,
           MaqSection    *section,
           GCancellable  *cancellable,
           GError       **error)
{
  const char *path = find_sample (self, key, section);
  MaqFrame n_frames = 0;
  float *samples;

  if (path != NULL)
    return read_sample (self, path, error);
  if (!self->speaks)
    return maq_bite_new_cue (self->rate_hz, maq_section_get_fields (section)->kind);
  samples = maq_speech_say (maq_export_get_name (section), self->rate_hz, &n_frames, cancellable,
                            error);
  return samples != NULL ? maq_bite_new_take (samples, (guint) n_frames, TRUE) : NULL;
}

const MaqBite *
maq_cue_book_find (MaqCueBook    *self,
                   MaqSection    *section,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *key = dup_key (maq_export_get_name (section));
  const char *nick = maq_section_kind_get_nick (maq_section_get_fields (section)->kind);
  g_autofree char *both = g_strconcat (nick, "\n", key, NULL);
  MaqBite *bite = g_hash_table_lookup (self->bites, both);

  if (bite != NULL)
    return bite;
  bite = make_bite (self, key, section, cancellable, error);
  if (bite != NULL)
    g_hash_table_insert (self->bites, g_steal_pointer (&both), bite);
  return bite;
}
