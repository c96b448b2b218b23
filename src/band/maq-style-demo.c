/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-style-demo.h"

#include "maq-chord-text.h"
#include "maq-default-band.h"
#include "maq-limits.h"
#include "maq-style-private.h"

/* Which roles play; a demo is of a whole band or of one of them. */
typedef struct
{
  MaqStyle *style;
  gboolean  plays[MAQ_N_ROLES];
  gboolean  is_solo;
  int       level;
} Demo;

/*
 * Sections whose levels pass through all four steps. A bar of each has one
 * chord, whatever the meter.
 */
static const struct
{
  MaqSectionKind  kind;
  int             bars;
  int             solo_level;
  MaqTransition   transition;
  const char     *chords;
} form[] = {
  { MAQ_SECTION_INTRO, 4, 2, MAQ_TRANSITION_FILL, "C | Am7 | F | G" },
  { MAQ_SECTION_VERSE, 8, 4, MAQ_TRANSITION_FILL, "C | Am7 | Dm7 | G7 | C | C/E | F | G7" },
  { MAQ_SECTION_PRE_CHORUS, 4, 6, MAQ_TRANSITION_STOP, "Am7 | Em7 | Dm7 | G7" },
  { MAQ_SECTION_CHORUS, 8, 7, MAQ_TRANSITION_FILL, "F | G/B | C | Am7 | Dm7 | G7 | Em7 | A7" },
  { MAQ_SECTION_BREAKDOWN, 4, 3, MAQ_TRANSITION_NONE, "Dm7 | F | C/E | G" },
  { MAQ_SECTION_BUILD, 4, 6, MAQ_TRANSITION_NONE, "Am7 | Am7 | F | G7" },
  { MAQ_SECTION_DROP, 8, 10, MAQ_TRANSITION_FILL, "C | G/B | Am7 | F | C | G/B | F | G7" },
  { MAQ_SECTION_OUTRO, 4, 4, MAQ_TRANSITION_RING_OUT, "C | F | Dm7 G7 | C" },
};

/* Where each role stands. */
static const struct
{
  double pan;
  double distance;
} places[MAQ_N_ROLES] = {
  [MAQ_ROLE_DRUMS] = { 0.0, 0.3 },
  [MAQ_ROLE_PERCUSSION] = { 0.3, 0.35 },
  [MAQ_ROLE_BASS] = { 0.0, 0.15 },
  [MAQ_ROLE_ACOUSTIC_GUITAR] = { -0.4, 0.2 },
  [MAQ_ROLE_ELECTRIC_GUITAR] = { 0.45, 0.3 },
  [MAQ_ROLE_KEYS] = { 0.2, 0.35 },
  [MAQ_ROLE_ORGAN] = { -0.3, 0.4 },
  [MAQ_ROLE_PAD] = { 0.0, 0.6 },
  [MAQ_ROLE_STRINGS] = { -0.15, 0.6 },
  [MAQ_ROLE_BRASS] = { 0.35, 0.45 },
  [MAQ_ROLE_LEAD] = { -0.1, 0.25 },
  [MAQ_ROLE_VOCAL] = { 0.0, 0.1 },
  [MAQ_ROLE_TEXTURE] = { 0.1, 0.7 },
};

static int
role_level (const Demo     *self,
            MaqRole         role,
            guint           index)
{
  int level = maq_default_band_level (role, form[index].kind, 0, 1);

  if (self->level > 0)
    return self->level;
  if (self->is_solo)
    return form[index].solo_level;
  /* nothing is held back in the drop */
  return level > 0 && form[index].kind == MAQ_SECTION_DROP ? MAX (level, MAQ_LEVEL_MAX - 1)
                                                           : level;
}

/* The electric guitar waits for the second half of the verse: its pickup is heard. */
static int
entry_bar (const Demo *self,
           MaqRole     role,
           guint       index)
{
  return role == MAQ_ROLE_ELECTRIC_GUITAR && !self->is_solo
           && form[index].kind == MAQ_SECTION_VERSE ? form[index].bars / 2 : 0;
}

static MaqVec *
make_parts (const Demo *self,
            guint       index)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_part_unref);

  for (guint i = 0; i < MAQ_N_ROLES; i++)
    {
      MaqPartFields fields = { .layer = i + 1, .level = role_level (self, i, index),
                               .entry_bar = entry_bar (self, i, index) };

      if (self->plays[i] && fields.level > 0)
        g_ptr_array_add (parts, maq_part_new (&fields));
    }
  return maq_vec_new (&maq_part_vec_class, (const gpointer *) parts->pdata, parts->len);
}

static MaqSection *
make_section (const Demo *self,
              guint       index)
{
  MaqSectionFields fields = { .id = 100 + index,
                              .kind = form[index].kind,
                              .name = maq_section_kind_get_label (form[index].kind),
                              .bars = form[index].bars,
                              .transition = form[index].transition };
  g_autoptr (MaqVec) chords = maq_chord_text_parse (form[index].chords,
                                                    maq_style_get_meter (self->style), NULL,
                                                    &fields.chord_bars, NULL);
  g_autoptr (MaqVec) parts = make_parts (self, index);

  fields.chords = chords;
  fields.parts = parts;
  return maq_section_new (&fields);
}

static MaqVec *
make_layers (const Demo *self)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_layer_unref);

  for (guint i = 0; i < MAQ_N_ROLES; i++)
    if (self->plays[i])
      g_ptr_array_add (layers, maq_layer_new (&(MaqLayerFields) {
                                 .id = i + 1, .name = maq_role_get_label (i), .role = i,
                                 .pan = places[i].pan, .distance = places[i].distance }));
  return maq_vec_new (&maq_layer_vec_class, (const gpointer *) layers->pdata, layers->len);
}

static MaqSong *
make_song (const Demo *self)
{
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr (MaqVec) layers = make_layers (self);
  g_autoptr (MaqVec) section_vec = NULL;
  g_autoptr (MaqArrangement) arrangement = NULL;
  g_autoptr (MaqVec) arrangements = NULL;
  const char *label = maq_style_get_label (self->style);
  gpointer item;

  for (guint i = 0; i < G_N_ELEMENTS (form); i++)
    g_ptr_array_add (sections, make_section (self, i));
  section_vec = maq_vec_new (&maq_section_vec_class, (const gpointer *) sections->pdata,
                             sections->len);
  arrangement = maq_arrangement_new (&(MaqArrangementFields) { .id = 1, .name = label,
                                                               .layers = layers,
                                                               .sections = section_vec });
  item = arrangement;
  arrangements = maq_vec_new (&maq_arrangement_vec_class, &item, 1);
  return maq_song_new (&(MaqSongFields) {
    .id = 1,
    .title = label,
    .key = { { 0, 0 }, MAQ_MODE_MAJOR },
    .tempo_qpm = maq_style_get_tempo_qpm (self->style),
    .meter = maq_style_get_meter (self->style),
    .style = maq_style_get_name (self->style),
    .seed = g_str_hash (maq_style_get_name (self->style)),
    .current = 1,
    .arrangements = arrangements,
  });
}

/* Whether the style has patterns for the role that are not another role's. */
static gboolean
is_own_role (MaqStyle *style,
             MaqRole   role)
{
  if (style->patterns[role] == NULL)
    return FALSE;
  for (guint i = 0; i < MAQ_N_ROLES; i++)
    if (i != role && style->patterns[i] == style->patterns[role] && i < role)
      return FALSE;
  return TRUE;
}

MaqSong *
maq_style_demo_new (MaqStyle *style,
                    int       level)
{
  Demo demo = { .style = style, .level = level };

  g_return_val_if_fail (level >= 0 && level <= MAQ_LEVEL_MAX, NULL);

  for (guint i = 0; i < MAQ_N_ROLES; i++)
    demo.plays[i] = i != MAQ_ROLE_VOCAL && is_own_role (style, i);
  return make_song (&demo);
}

MaqSong *
maq_style_demo_new_role (MaqStyle *style,
                         MaqRole   role,
                         int       level)
{
  Demo demo = { .style = style, .is_solo = TRUE, .level = level };

  g_return_val_if_fail (role < MAQ_N_ROLES && level >= 0 && level <= MAQ_LEVEL_MAX, NULL);

  demo.plays[role] = TRUE;
  return make_song (&demo);
}
