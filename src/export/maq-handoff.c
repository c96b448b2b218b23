/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-handoff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-excerpt.h"
#include "maq-export-words.h"
#include "maq-limits.h"
#include "maq-xml-writer.h"

struct _MaqHandoff
{
  gatomicrefcount ref_count;
  MaqProject     *project;
  MaqSong        *song;
  MaqArrangement *whole;
  MaqArrangement *arrangement; /* the sections that are handed on */
  MaqForm        *form;        /* of these */
  guint           first;       /* index of the first of them in the whole */
  char            version[MAQ_HANDOFF_VERSION_DIGITS + 1];
};

static void
shorten (char *name)
{
  if (strlen (name) > MAQ_LIMIT_NAME_BYTES)
    *g_utf8_find_prev_char (name, name + MAQ_LIMIT_NAME_BYTES) = '\0';
}

/* "As demoed: Verse 1 to Chorus 2" */
static char *
dup_range_name (MaqArrangement *arrangement,
                guint           first,
                guint           n_sections)
{
  const char *name = maq_arrangement_get_name (arrangement);
  const char *from = maq_export_get_name (maq_arrangement_get_section (arrangement, first));
  const char *to =
    maq_export_get_name (maq_arrangement_get_section (arrangement, first + n_sections - 1));
  char *text;

  if (n_sections == 1)
    /* Translators: one section of an arrangement: "As demoed: Verse 1" */
    text = g_strdup_printf (_("%s: %s"), name, from);
  else
    /* Translators: some sections of an arrangement: "As demoed: Verse 1 to Chorus 2" */
    text = g_strdup_printf (_("%s: %s to %s"), name, from, to);
  shorten (text);
  return text;
}

MaqHandoff *
maq_handoff_new_range (MaqProject     *project,
                       MaqSong        *song,
                       MaqArrangement *arrangement,
                       guint           first,
                       guint           n_sections)
{
  MaqHandoff *self = g_new0 (MaqHandoff, 1);
  g_autoptr(GBytes) bytes = maq_xml_write (project);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_atomic_ref_count_init (&self->ref_count);
  self->project = maq_project_ref (project);
  self->song = maq_song_ref (song);
  self->whole = maq_arrangement_ref (arrangement);
  self->first = first;
  self->form = maq_form_new (song, arrangement);
  if (n_sections == maq_arrangement_get_n_sections (arrangement))
    self->arrangement = maq_arrangement_ref (arrangement);
  else
    {
      g_autoptr(MaqForm) form = g_steal_pointer (&self->form);
      g_autofree char *name = dup_range_name (arrangement, first, n_sections);
      guint end = first + n_sections;

      self->arrangement = maq_excerpt_new (arrangement, form, first, n_sections, name);
      self->form =
        maq_form_new_before (song, self->arrangement,
                             end < maq_form_get_n_sections (form)
                               ? maq_form_get_section (form, end)->tempo_qpm : 0.0);
    }
  memcpy (self->version, digest, MAQ_HANDOFF_VERSION_DIGITS);
  return self;
}

MaqHandoff *
maq_handoff_new (MaqProject     *project,
                 MaqSong        *song,
                 MaqArrangement *arrangement)
{
  return maq_handoff_new_range (project, song, arrangement, 0,
                                maq_arrangement_get_n_sections (arrangement));
}

MaqHandoff *
maq_handoff_ref (MaqHandoff *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
maq_handoff_unref (MaqHandoff *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  maq_form_unref (self->form);
  maq_arrangement_unref (self->arrangement);
  maq_arrangement_unref (self->whole);
  maq_song_unref (self->song);
  maq_project_unref (self->project);
  g_free (self);
}

MaqProject *
maq_handoff_get_project (MaqHandoff *self)
{
  return self->project;
}

MaqSong *
maq_handoff_get_song (MaqHandoff *self)
{
  return self->song;
}

MaqArrangement *
maq_handoff_get_arrangement (MaqHandoff *self)
{
  return self->arrangement;
}

MaqArrangement *
maq_handoff_get_whole (MaqHandoff *self)
{
  return self->whole;
}

MaqPerformance *
maq_handoff_crop (MaqHandoff     *self,
                  MaqPerformance *performance)
{
  if (self->arrangement == self->whole)
    return maq_performance_ref (performance);
  return maq_performance_new_range (performance, self->first,
                                    maq_arrangement_get_n_sections (self->arrangement));
}

MaqForm *
maq_handoff_get_form (MaqHandoff *self)
{
  return self->form;
}

const char *
maq_handoff_get_version (MaqHandoff *self)
{
  return self->version;
}
