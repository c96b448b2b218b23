/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-handoff.h"

#include <string.h>

#include "maq-xml-writer.h"

struct _MaqHandoff
{
  gatomicrefcount ref_count;
  MaqProject     *project;
  MaqSong        *song;
  MaqArrangement *arrangement;
  MaqForm        *form;
  char            version[MAQ_HANDOFF_VERSION_DIGITS + 1];
};

MaqHandoff *
maq_handoff_new (MaqProject     *project,
                 MaqSong        *song,
                 MaqArrangement *arrangement)
{
  MaqHandoff *self = g_new0 (MaqHandoff, 1);
  g_autoptr(GBytes) bytes = maq_xml_write (project);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_atomic_ref_count_init (&self->ref_count);
  self->project = maq_project_ref (project);
  self->song = maq_song_ref (song);
  self->arrangement = maq_arrangement_ref (arrangement);
  self->form = maq_form_new (song, arrangement);
  memcpy (self->version, digest, MAQ_HANDOFF_VERSION_DIGITS);
  return self;
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
