/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-default-band.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"

static const struct
{
  const char *name;
  MaqRole     role;
  double      pan;
  double      distance;
  gboolean    is_muted;
} band[] = {
  { N_("Drums"), MAQ_ROLE_DRUMS, 0.0, 0.3, FALSE },
  { N_("Bass"), MAQ_ROLE_BASS, 0.0, 0.15, FALSE },
  { N_("Acoustic guitar"), MAQ_ROLE_ACOUSTIC_GUITAR, -0.4, 0.2, FALSE },
  { N_("Electric guitar"), MAQ_ROLE_ELECTRIC_GUITAR, 0.45, 0.3, FALSE },
  { N_("Keys"), MAQ_ROLE_KEYS, 0.2, 0.35, FALSE },
  { N_("Strings"), MAQ_ROLE_STRINGS, -0.15, 0.6, FALSE },
  /* the singer knows the tune; a guide that the program made up waits to be asked for */
  { N_("Vocal guide"), MAQ_ROLE_VOCAL, 0.0, 0.1, TRUE },
};

/* Levels by kind of section and role; the first of its kind. */
static const guint8 levels[MAQ_N_SECTION_KINDS][MAQ_N_ROLES] = {
  /*                         drums perc bass acou elec keys orgn pad  strg brss lead vocl text */
  [MAQ_SECTION_INTRO]       = { 2,  1,   3,   5,   0,   3,   2,   2,   0,   0,   4,   0,   3 },
  [MAQ_SECTION_VERSE]       = { 3,  2,   4,   4,   1,   3,   2,   2,   0,   0,   0,   4,   0 },
  [MAQ_SECTION_PRE_CHORUS]  = { 5,  3,   5,   5,   4,   4,   4,   4,   3,   2,   0,   5,   0 },
  [MAQ_SECTION_CHORUS]      = { 7,  6,   7,   7,   6,   6,   6,   5,   5,   4,   0,   7,   0 },
  [MAQ_SECTION_POST_CHORUS] = { 7,  6,   7,   6,   6,   5,   5,   5,   4,   4,   4,   6,   0 },
  [MAQ_SECTION_BRIDGE]      = { 3,  2,   4,   3,   3,   6,   4,   5,   5,   2,   0,   5,   4 },
  [MAQ_SECTION_BREAKDOWN]   = { 1,  1,   2,   3,   0,   4,   2,   3,   2,   0,   0,   4,   4 },
  [MAQ_SECTION_BUILD]       = { 6,  5,   5,   5,   5,   4,   4,   5,   5,   3,   0,   5,   2 },
  [MAQ_SECTION_DROP]        = { 9,  8,   8,   7,   8,   7,   7,   6,   6,   6,   5,   6,   0 },
  [MAQ_SECTION_SOLO]        = { 7,  5,   7,   6,   6,   4,   5,   3,   3,   3,   7,   0,   0 },
  [MAQ_SECTION_INTERLUDE]   = { 4,  3,   5,   5,   3,   4,   3,   3,   3,   2,   5,   0,   3 },
  [MAQ_SECTION_TAG]         = { 5,  3,   5,   5,   3,   4,   4,   3,   3,   2,   0,   5,   0 },
  [MAQ_SECTION_OUTRO]       = { 4,  2,   4,   5,   2,   4,   3,   3,   2,   0,   4,   0,   3 },
  [MAQ_SECTION_OTHER]       = { 5,  3,   5,   5,   4,   4,   4,   3,   3,   2,   0,   4,   0 },
};

MaqVec *
maq_default_band_new_layers (void)
{
  MaqLayer *layers[G_N_ELEMENTS (band)];
  MaqVec *vec;

  for (guint i = 0; i < G_N_ELEMENTS (band); i++)
    {
      MaqLayerFields fields = { .id = i + 1,
                                .name = _(band[i].name),
                                .role = band[i].role,
                                .pan = band[i].pan,
                                .distance = band[i].distance,
                                .muted = band[i].is_muted };

      layers[i] = maq_layer_new (&fields);
    }
  vec = maq_vec_new (&maq_layer_vec_class, (const gpointer *) layers, G_N_ELEMENTS (band));
  for (guint i = 0; i < G_N_ELEMENTS (band); i++)
    maq_layer_unref (layers[i]);
  return vec;
}

/* What returns has grown, and the last chorus holds nothing back. */
static int
growth (MaqRole        role,
        MaqSectionKind kind,
        guint          occurrence,
        guint          n_occurrences)
{
  gboolean is_last = n_occurrences > 1 && occurrence + 1 == n_occurrences;

  switch (kind)
    {
    case MAQ_SECTION_VERSE:
      return role == MAQ_ROLE_STRINGS ? (occurrence >= 2 ? 2 : 0) : (int) MIN (occurrence, 2);
    case MAQ_SECTION_PRE_CHORUS:
      return (int) MIN (occurrence, 1);
    case MAQ_SECTION_CHORUS:
      return is_last ? (role == MAQ_ROLE_STRINGS ? 3 : 2) : (int) MIN (occurrence, 1);
    case MAQ_SECTION_POST_CHORUS:
      return is_last ? 1 : 0;
    default:
      return 0;
    }
}

int
maq_default_band_level (MaqRole         role,
                        MaqSectionKind  kind,
                        guint           occurrence,
                        guint           n_occurrences)
{
  int level;

  g_return_val_if_fail (role < MAQ_N_ROLES && kind < MAQ_N_SECTION_KINDS, 0);

  level = levels[kind][role];
  if (level > 0 || (role == MAQ_ROLE_STRINGS && kind == MAQ_SECTION_VERSE))
    level += growth (role, kind, occurrence, n_occurrences);
  return MIN (level, MAQ_LEVEL_MAX);
}

/*
 * An arrangement whose sections are counted.
 * @occurrences: for each section, how many of its kind come before it
 * @n_occurrences: for each kind, how many there are
 * @indices: (element-type MaqId guint): where each section is
 */
typedef struct
{
  MaqArrangement *arrangement;
  guint          *occurrences;
  guint           n_occurrences[MAQ_N_SECTION_KINDS];
  GHashTable     *indices;
} Count;

static void
count_sections (Count          *self,
                MaqArrangement *arrangement)
{
  guint n_sections = maq_arrangement_get_n_sections (arrangement);

  self->arrangement = arrangement;
  self->occurrences = g_new0 (guint, n_sections);
  self->indices = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < n_sections; i++)
    {
      const MaqSectionFields *fields
        = maq_section_get_fields (maq_arrangement_get_section (arrangement, i));

      self->occurrences[i] = self->n_occurrences[fields->kind]++;
      if (!g_hash_table_contains (self->indices, &fields->id))
        g_hash_table_insert (self->indices, (gpointer) &fields->id, GUINT_TO_POINTER (i));
    }
}

static void
count_clear (Count *self)
{
  g_free (self->occurrences);
  g_hash_table_unref (self->indices);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Count, count_clear)

static int
wanted_level (const Count *count,
              guint        index,
              MaqRole      role)
{
  MaqSectionKind kind
    = maq_section_get_kind (maq_arrangement_get_section (count->arrangement, index));

  return maq_default_band_level (role, kind, count->occurrences[index],
                                 count->n_occurrences[kind]);
}

/* The level that the section would take over if it stated none; -1 if it follows nobody. */
static int
followed_level (const Count *count,
                MaqSection  *section,
                MaqLayer    *layer)
{
  MaqId follows = maq_section_get_fields (section)->follows;
  gpointer value;
  guint index;
  MaqPart *part;

  if (!g_hash_table_lookup_extended (count->indices, &follows, NULL, &value))
    return -1;
  index = GPOINTER_TO_UINT (value);
  part = maq_section_find_part (maq_arrangement_get_section (count->arrangement, index),
                                maq_layer_get_id (layer));
  return part != NULL ? maq_part_get_level (part)
                      : wanted_level (count, index, maq_layer_get_role (layer));
}

static MaqSection *
fill_section (const Count *count,
              guint        index)
{
  MaqArrangement *arrangement = count->arrangement;
  MaqSection *section = maq_section_ref (maq_arrangement_get_section (arrangement, index));

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);
      int level = wanted_level (count, index, maq_layer_get_role (layer));
      int taken = followed_level (count, section, layer);
      MaqPartFields fields = { .layer = maq_layer_get_id (layer), .level = level };
      g_autoptr (MaqPart) part = NULL;
      MaqSection *filled;

      if (maq_section_find_part (section, fields.layer) != NULL
          || (taken < 0 ? level == 0 : level == taken))
        continue;
      part = maq_part_new (&fields);
      filled = maq_section_with_part (section, part);
      maq_section_unref (section);
      section = filled;
    }
  return section;
}

MaqArrangement *
maq_default_band_arrange (MaqArrangement *arrangement)
{
  g_autoptr (MaqVec) layers = NULL;
  g_autoptr (MaqArrangement) base = NULL;
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr (MaqVec) filled = NULL;
  g_auto (Count) count = { 0 };
  MaqArrangementFields fields = *maq_arrangement_get_fields (arrangement);

  if (maq_arrangement_get_n_layers (arrangement) == 0)
    fields.layers = layers = maq_default_band_new_layers ();
  base = maq_arrangement_with_fields (arrangement, &fields);
  count_sections (&count, base);
  for (guint i = 0; i < maq_arrangement_get_n_sections (base); i++)
    g_ptr_array_add (sections, fill_section (&count, i));
  fields = *maq_arrangement_get_fields (base);
  if (sections->len == 0)
    return g_steal_pointer (&base);
  filled = maq_vec_new (&maq_section_vec_class, (const gpointer *) sections->pdata, sections->len);
  fields.sections = filled;
  return maq_arrangement_with_fields (base, &fields);
}
