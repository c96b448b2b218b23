/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-musicxml-chord.h"

#include <string.h>

#define T(n) (1u << (n))

typedef struct
{
  const char *name;
  guint       tones;
} Kind;

/* Those of MusicXML 4.0, the usual ones first; elevenths have their third, as it has them. */
static const Kind kinds[] = {
  { "major", T (0) | T (4) | T (7) },
  { "minor", T (0) | T (3) | T (7) },
  { "dominant", T (0) | T (4) | T (7) | T (10) },
  { "major-seventh", T (0) | T (4) | T (7) | T (11) },
  { "minor-seventh", T (0) | T (3) | T (7) | T (10) },
  { "suspended-fourth", T (0) | T (5) | T (7) },
  { "suspended-second", T (0) | T (2) | T (7) },
  { "power", T (0) | T (7) },
  { "major-sixth", T (0) | T (4) | T (7) | T (9) },
  { "minor-sixth", T (0) | T (3) | T (7) | T (9) },
  { "diminished", T (0) | T (3) | T (6) },
  { "augmented", T (0) | T (4) | T (8) },
  { "half-diminished", T (0) | T (3) | T (6) | T (10) },
  { "diminished-seventh", T (0) | T (3) | T (6) | T (9) },
  { "augmented-seventh", T (0) | T (4) | T (8) | T (10) },
  { "major-minor", T (0) | T (3) | T (7) | T (11) },
  { "dominant-ninth", T (0) | T (2) | T (4) | T (7) | T (10) },
  { "major-ninth", T (0) | T (2) | T (4) | T (7) | T (11) },
  { "minor-ninth", T (0) | T (2) | T (3) | T (7) | T (10) },
  { "dominant-11th", T (0) | T (2) | T (4) | T (5) | T (7) | T (10) },
  { "major-11th", T (0) | T (2) | T (4) | T (5) | T (7) | T (11) },
  { "minor-11th", T (0) | T (2) | T (3) | T (5) | T (7) | T (10) },
  { "dominant-13th", T (0) | T (2) | T (4) | T (5) | T (7) | T (9) | T (10) },
  { "major-13th", T (0) | T (2) | T (4) | T (5) | T (7) | T (9) | T (11) },
  { "minor-13th", T (0) | T (2) | T (3) | T (5) | T (7) | T (9) | T (10) },
};

/* how each tone is called when it is added: degree and alteration */
static const gint8 added[12][2] = {
  { 8, 0 }, { 9, -1 }, { 9, 0 }, { 9, 1 }, { 3, 0 }, { 11, 0 },
  { 11, 1 }, { 5, 0 }, { 13, -1 }, { 13, 0 }, { 7, 0 }, { 7, 1 },
};

static guint
count_bits (guint mask)
{
  return (guint) __builtin_popcount (mask);
}

static void
add_degree (MaqMusicXmlDegree     *degrees,
            guint                 *n_degrees,
            int                    value,
            int                    alter,
            MaqMusicXmlDegreeType  type)
{
  degrees[(*n_degrees)++] = (MaqMusicXmlDegree) { value, alter, type };
}

/* A fifth that is lower or higher is altered rather than left out and another added. */
static guint
alter_fifth (guint              missing,
             guint             *extra,
             MaqMusicXmlDegree *degrees,
             guint             *n_degrees)
{
  int alter = *extra & T (6) ? -1 : 1;

  if (!(missing & T (7)) || !(*extra & (T (6) | T (8))))
    return missing;
  add_degree (degrees, n_degrees, 5, alter, MAQ_MUSICXML_ALTER);
  *extra &= ~T (7 + alter);
  return missing & ~T (7);
}

static void
list_degrees (guint              wanted,
              guint              kind,
              MaqMusicXmlDegree *degrees,
              guint             *n_degrees)
{
  static const gint8 degree_of[12] = { 1, 9, 9, 3, 3, 11, 5, 5, 5, 13, 7, 7 };
  guint extra = wanted & ~kind;
  guint missing = kind & ~wanted;

  *n_degrees = 0;
  missing = alter_fifth (missing, &extra, degrees, n_degrees);
  for (int tone = 0; tone < 12; tone++)
    if (missing & T (tone))
      /* a diminished seventh and a sixth are the same tone by two names */
      add_degree (degrees, n_degrees,
                  tone == 9 && count_bits (kind) == 4 ? (kind & T (6) ? 7 : 6) : degree_of[tone], 0,
                  MAQ_MUSICXML_SUBTRACT);
  for (int tone = 0; tone < 12; tone++)
    if (extra & T (tone))
      add_degree (degrees, n_degrees, added[tone][0], added[tone][1], MAQ_MUSICXML_ADD);
}

const char *
maq_musicxml_find_kind (MaqChord          *chord,
                        MaqMusicXmlDegree *degrees,
                        guint             *n_degrees)
{
  guint wanted = maq_chord_get_tones (chord);
  MaqMusicXmlDegree tried[2 * MAQ_MUSICXML_MAX_DEGREES];
  const Kind *best = NULL;
  guint best_cost = G_MAXUINT;

  *n_degrees = 0;
  if (maq_chord_is_none (chord))
    return "none";
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n_tried, cost = 0;

      list_degrees (wanted, kinds[i].tones, tried, &n_tried);
      for (guint j = 0; j < n_tried; j++)
        cost += tried[j].type == MAQ_MUSICXML_SUBTRACT ? 3 : 2;
      if (cost >= best_cost)
        continue;
      best = &kinds[i];
      best_cost = cost;
      *n_degrees = MIN (n_tried, MAQ_MUSICXML_MAX_DEGREES);
      memcpy (degrees, tried, *n_degrees * sizeof *degrees);
    }
  return best->name;
}
