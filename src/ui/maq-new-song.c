/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-new-song.h"

#include <glib/gi18n-lib.h>

#include "maq-chord-text.h"
#include "maq-default-band.h"
#include "maq-usual-band.h"

typedef struct
{
  MaqSectionKind  kind;
  const char     *name;
  int             bars;
  MaqId           follows;
  const char     *chords;
} Plan;

static const Plan plan[] = {
  { MAQ_SECTION_INTRO, N_("Intro"), 4, MAQ_ID_NONE, "C | F | C | G" },
  { MAQ_SECTION_VERSE, N_("Verse 1"), 8, MAQ_ID_NONE, "C | G | Am | F" },
  { MAQ_SECTION_CHORUS, N_("Chorus 1"), 8, MAQ_ID_NONE, "F | C | G | Am" },
  { MAQ_SECTION_VERSE, N_("Verse 2"), 8, 2, NULL },
  { MAQ_SECTION_CHORUS, N_("Chorus 2"), 8, 3, NULL },
  { MAQ_SECTION_BRIDGE, N_("Bridge"), 8, MAQ_ID_NONE, "Am | Em | F | G" },
  { MAQ_SECTION_CHORUS, N_("Chorus 3"), 8, 3, NULL },
  { MAQ_SECTION_OUTRO, N_("Outro"), 4, MAQ_ID_NONE, "F | C | G | C" },
};

static MaqSection *
create_section (const Plan *item,
                MaqId       id,
                MaqMeter    meter)
{
  int n_bars = 0;
  g_autoptr (MaqVec) chords = NULL;
  MaqSectionFields fields = {
    .id = id,
    .kind = item->kind,
    .name = _(item->name),
    .bars = item->bars,
    .follows = item->follows,
  };

  if (item->chords != NULL)
    chords = maq_chord_text_parse (item->chords, meter, NULL, &n_bars, NULL);
  fields.chords = chords;
  fields.chord_bars = n_bars;
  return maq_section_new (&fields);
}

static MaqArrangement *
create_arrangement (MaqMeter meter)
{
  MaqSection *sections[G_N_ELEMENTS (plan)];
  g_autoptr (MaqVec) vec = NULL;
  g_autoptr (MaqArrangement) bare = NULL;
  MaqArrangementFields fields = { .id = 1, .name = _("First idea") };

  for (guint i = 0; i < G_N_ELEMENTS (plan); i++)
    sections[i] = create_section (&plan[i], i + 1, meter);
  vec = maq_vec_new (&maq_section_vec_class, (const gpointer *) sections, G_N_ELEMENTS (plan));
  for (guint i = 0; i < G_N_ELEMENTS (plan); i++)
    maq_section_unref (sections[i]);
  fields.sections = vec;
  bare = maq_arrangement_new (&fields);
  return maq_default_band_arrange (bare);
}

MaqProject *
maq_new_song_create (void)
{
  const MaqMeter meter = { 4, 4 };
  g_autoptr (MaqArrangement) arrangement = create_arrangement (meter);
  g_autoptr (MaqVec) arrangements = maq_vec_new (&maq_arrangement_vec_class,
                                                 (const gpointer *) &arrangement, 1);
  MaqSongFields song_fields = {
    .id = 1,
    .title = _("New Song"),
    .key = { { 0, 0 }, MAQ_MODE_MAJOR },
    .tempo_qpm = 96,
    .meter = meter,
    .seed = 1,
    .current = 1,
    .arrangements = arrangements,
  };
  g_autoptr (MaqSong) song = maq_song_new (&song_fields);
  g_autoptr (MaqVec) songs = maq_vec_new (&maq_song_vec_class, (const gpointer *) &song, 1);
  MaqProjectFields fields = { .current = 1, .songs = songs };

  return maq_project_new (&fields);
}

MaqProject *
maq_new_song_create_with_form (const char  *form,
                               GError     **error)
{
  g_autoptr (MaqProject) usual = maq_new_song_create ();
  g_autoptr (MaqMove) lay_out = maq_move_form (form);
  g_autoptr (MaqProject) bare = maq_move_apply (lay_out, usual, error);
  g_autoptr (MaqMove) play = NULL;

  if (bare == NULL)
    return NULL;
  play = maq_usual_band_new_levels (bare);
  return maq_move_apply (play, bare, error);
}
