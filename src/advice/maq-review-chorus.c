/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What choruses are in the song. */

#include "maq-review-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "maq-arc-shape.h"
#include "maq-length.h"
#include "maq-limits.h"
#include "maq-shown-number.h"

/* What the ear takes for the same: loudness meters are read to half a unit. */
#define SAME_SIZE_DB 0.5
#define FEW_LAYERS 2
#define HALVED_BARS 6
#define MAX_HALVED 4

/* how much bigger a section is than another, as measured, else by what the parts state */
static double
get_gap (const MaqReview *self,
         guint            section,
         guint            other)
{
  double measured = self->loudness[section] - self->loudness[other];

  return isnan (measured) ? maq_review_get_size (self, section) - maq_review_get_size (self, other)
                          : measured;
}

/* the section of a kind that leads to a chorus: the nearest before it, but no earlier than
 * another chorus */
static int
find_before (const MaqReview *self,
             guint            chorus,
             MaqSectionKind   kind)
{
  for (int i = (int) chorus - 1; i >= 0; i--)
    {
      if (maq_review_get_kind (self, i) == kind)
        return i;
      if (maq_review_get_kind (self, i) == MAQ_SECTION_CHORUS)
        return -1;
    }

  return -1;
}

/* Whether somebody meant it so: the energy that is drawn does not rise to the chorus either, or
 * the next chorus follows at once and tops this one. */
static gboolean
is_on_purpose (const MaqReview *self,
               guint            chorus,
               guint            other)
{
  g_autoptr(MaqCurve) curve = maq_arc_dup_curve_of (self->arrangement, MAQ_ARC_ENERGY,
                                                    self->form);
  const MaqSectionKind next = chorus + 1 < self->n_sections
                                ? maq_review_get_kind (self, chorus + 1) : MAQ_SECTION_OTHER;

  if (next == MAQ_SECTION_CHORUS && get_gap (self, chorus + 1, chorus) > SAME_SIZE_DB)
    return TRUE;
  return curve != NULL
         && maq_arc_get_mean (curve, maq_form_get_section (self->form, chorus))
            <= maq_arc_get_mean (curve, maq_form_get_section (self->form, other));
}

static gboolean
is_small (const MaqReview *self,
          guint            chorus,
          int              other,
          double           least_db)
{
  return other >= 0 && self->n_heard > FEW_LAYERS
         && get_gap (self, chorus, other) < least_db && !is_on_purpose (self, chorus, other);
}

/* What a chorus does not top: its verse, or a pre-chorus that is bigger; -1 for nothing. */
static int
find_bigger (const MaqReview *self,
             guint            chorus)
{
  int verse = find_before (self, chorus, MAQ_SECTION_VERSE);
  int pre_chorus = find_before (self, chorus, MAQ_SECTION_PRE_CHORUS);

  if (is_small (self, chorus, verse, SAME_SIZE_DB))
    return verse;

  return is_small (self, chorus, pre_chorus, -SAME_SIZE_DB) ? pre_chorus : -1;
}

/* Who plays in @other plays in the chorus, too, at least @by levels higher. */
static MaqMove *
bring_in (const MaqReview *self,
          guint            chorus,
          guint            other,
          int              by)
{
  g_autoptr(GPtrArray) moves = maq_review_moves ();
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->n_layers; i++)
    {
      const MaqPartFields *part = maq_review_get_part (self, other, i);
      const MaqPartFields *own = maq_review_get_part (self, chorus, i);
      const int level = part != NULL ? MIN (part->level + by, MAQ_LEVEL_MAX) : 0;

      if (level > (own != NULL ? own->level : 0))
        g_ptr_array_add (moves, maq_move_part_level (maq_review_get_id (self, chorus),
                                                     maq_review_get_layer_id (self, i), level));
    }
  if (moves->len == 0)
    return NULL;
  label = g_strdup_printf (_("All of %s in %s, %d higher"), maq_review_get_name (self, other),
                           maq_review_get_name (self, chorus), by);
  return maq_move_sequence ((MaqMove *const *) moves->pdata, moves->len, label);
}

static void
add_small (MaqReview *self,
           guint      chorus,
           guint      verse)
{
  MaqAdviceFields fields = maq_review_at (self, chorus);
  GPtrArray *moves = maq_review_moves ();
  g_autofree char *sentence = NULL;

  if (maq_review_get_kind (self, verse) == MAQ_SECTION_PRE_CHORUS)
    sentence = g_strdup_printf (_("%s is smaller than %s, which leads to it."),
                                maq_review_get_name (self, chorus),
                                maq_review_get_name (self, verse));
  else if (isnan (self->loudness[chorus] - self->loudness[verse]))
    sentence = g_strdup_printf (_("%s is no bigger than %s."), maq_review_get_name (self, chorus),
                                maq_review_get_name (self, verse));
  else
    {
      g_autofree char *own = maq_shown_number (self->loudness[chorus], 1);
      g_autofree char *other = maq_shown_number (self->loudness[verse], 1);

      /* Translators: "Chorus 1 is no louder than Verse 1: −18.2 LUFS after −18.4." */
      sentence = g_strdup_printf (_("%s is no louder than %s: %s LUFS after %s."),
                                  maq_review_get_name (self, chorus),
                                  maq_review_get_name (self, verse), own, other);
    }
  fields.sentence = sentence;
  fields.reason = _("A chorus arrives when there is more of it than before: more players, more "
                    "level, or less in the verse. One that pulls back on purpose is a choice: draw "
                    "it so in the arc of energy, and nothing is said of it.");
  for (int by = 1; by <= 3; by++)
    g_ptr_array_add (moves, maq_move_lift (maq_review_get_id (self, chorus), by));
  for (int by = 1; by <= 2; by++)
    {
      MaqMove *move = bring_in (self, chorus, verse, by);

      if (move != NULL)
        g_ptr_array_add (moves, move);
    }
  for (int by = 1; by <= 4; by++)
    g_ptr_array_add (moves, maq_review_named (maq_review_step (self, verse, -by),
                                              g_strdup_printf (_("Hold %s back"),
                                                               maq_review_get_name (self, verse))));
  maq_review_add (self, &fields, moves);
}

/*
 * A chorus is no bigger than the verse that leads to it: less than 0.5 LU louder as
 * measured, or, where that is not known, by the sum of what its parts state (see
 * maq_review_get_size()); or 0.5 LU smaller than its pre-chorus. Keeps quiet in songs of one
 * or two layers, where it was meant so (see is_on_purpose()), and of a chorus that only
 * follows one that was named already.
 */
void
maq_review_small_chorus (MaqReview *self)
{
  g_autoptr(GHashTable) named = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->n_sections; i++)
    {
      const MaqSectionFields *own =
        maq_section_get_fields (maq_arrangement_get_section (self->arrangement, i));
      int bigger = own->kind == MAQ_SECTION_CHORUS ? find_bigger (self, i) : -1;

      if (bigger < 0)
        continue;
      if (!g_hash_table_contains (named, &own->follows))
        add_small (self, i, bigger);
      g_hash_table_add (named, (gpointer) &own->id);
    }
}

static gboolean
is_same_part (const MaqPartFields *a,
              const MaqPartFields *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->level == b->level && a->entry_bar == b->entry_bar && a->exit_bar == b->exit_bar &&
         g_strcmp0 (a->pattern, b->pattern) == 0 && g_strcmp0 (a->style, b->style) == 0 &&
         g_strcmp0 (a->motif, b->motif) == 0 && maq_sound_equal0 (a->sound, b->sound);
}

/* whether nobody who hears the two could tell which is which */
static gboolean
is_same_section (const MaqReview *self,
                 guint            index,
                 guint            other)
{
  const MaqFormSection *a = maq_form_get_section (self->form, index);
  const MaqFormSection *b = maq_form_get_section (self->form, other);
  const MaqSectionFields *x = maq_section_get_fields (a->section);
  const MaqSectionFields *y = maq_section_get_fields (b->section);

  for (guint i = 0; i < self->n_layers; i++)
    if (!is_same_part (maq_review_get_part (self, index, i), maq_review_get_part (self, other, i)))
      return FALSE;

  return a->bars == b->bars && a->tempo_qpm == b->tempo_qpm && maq_key_equal (a->key, b->key) &&
         maq_meter_equal (a->meter, b->meter) && g_strcmp0 (a->style, b->style) == 0 &&
         a->space == b->space && x->dynamics == y->dynamics && x->feel == y->feel &&
         x->chord_bars == y->chord_bars &&
         (x->chords == y->chords ||
          (x->chords != NULL && y->chords != NULL && maq_vec_equal (x->chords, y->chords)));
}

/* Choruses right after each other are one; so is what comes after the last and tops it. */
static gboolean
grows_after (const MaqReview *self,
             guint            last)
{
  return (last > 0 && maq_review_get_kind (self, last - 1) == MAQ_SECTION_CHORUS) ||
         (last + 1 < self->n_sections && get_gap (self, last + 1, last) >= SAME_SIZE_DB);
}

/*
 * The last chorus is what the first was: the same parts, length, key, tempo, chords and mix.
 * Keeps quiet where two or fewer play, where the last is one of two choruses in a row, and
 * where what comes after it is bigger still.
 */
void
maq_review_same_chorus (MaqReview *self)
{
  int first = maq_review_find_kind (self, MAQ_SECTION_CHORUS, 0);
  int last = maq_review_find_last (self, MAQ_SECTION_CHORUS);
  g_autofree char *sentence = NULL;
  MaqAdviceFields fields;
  GPtrArray *moves;

  if (first < 0 || last == first || maq_review_count (self, last, 0) <= FEW_LAYERS ||
      grows_after (self, last) || !is_same_section (self, first, last))
    return;

  fields = maq_review_at (self, last);
  sentence = g_strdup_printf (_("%s, the last one, is just what %s was."),
                              maq_review_get_name (self, last), maq_review_get_name (self, first));
  fields.sentence = sentence;
  fields.reason = _("The last chorus is what people take home. One more voice, a higher key or a "
                    "breath before it tells them that the song has been somewhere.");
  moves = maq_review_moves ();
  g_ptr_array_add (moves, maq_move_bigger_last_chorus (1));
  g_ptr_array_add (moves, maq_move_build_up (fields.section, MAX (2, fields.bars / 2)));
  g_ptr_array_add (moves, maq_move_section_transpose (fields.section, 2));
  maq_review_add (self, &fields, moves);
}

/* Halves what comes before a chorus, @n sections, the longest first; NULL if there are fewer. */
static MaqMove *
halve (const MaqReview *self,
       guint            chorus,
       guint            n)
{
  g_autoptr(GPtrArray) moves = maq_review_moves ();
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree gboolean *is_taken = g_new0 (gboolean, chorus + 1);

  for (guint i = 0; i < n; i++)
    {
      int longest = -1;

      for (guint j = 0; j < chorus; j++)
        if (!is_taken[j] && maq_review_get_bars (self, j) >= HALVED_BARS &&
            (longest < 0 || maq_review_get_bars (self, j) > maq_review_get_bars (self, longest)))
          longest = (int) j;
      if (longest < 0)
        return NULL;
      is_taken[longest] = TRUE;
      g_ptr_array_add (moves, maq_move_resize_section (maq_review_get_id (self, longest),
                                                       maq_review_get_bars (self, longest) / 2));
      g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "",
                              maq_review_get_name (self, longest));
    }

  return maq_review_named (maq_move_sequence ((MaqMove *const *) moves->pdata, moves->len, NULL),
                           /* translators: "Half as long: Intro, Verse 1" */
                           g_strdup_printf (_("Half as long: %s"), names->str));
}

/* It can come sooner when what is before it is shorter or not there; or it opens the song. */
static GPtrArray *
list_sooner (const MaqReview *self,
             guint            chorus)
{
  GPtrArray *moves = maq_review_moves ();

  for (guint n = 1; n <= chorus && n <= MAX_HALVED; n++)
    {
      MaqMove *move = halve (self, chorus, n);

      if (move != NULL)
        g_ptr_array_add (moves, move);
    }
  g_ptr_array_add (moves, maq_review_named (
    maq_move_copy_section (maq_review_get_id (self, chorus), 0),
    g_strdup_printf (_("Begin with %s"), maq_review_get_name (self, chorus))));
  for (guint i = 0; i < MIN (chorus, MAX_HALVED); i++)
    g_ptr_array_add (moves, maq_move_delete_section (maq_review_get_id (self, i)));

  return moves;
}

/*
 * The first chorus begins later than it is expected. Keeps quiet where there is no chorus:
 * a song of verses alone, a vamp, a cue.
 */
void
maq_review_late_chorus (MaqReview *self)
{
  int index = maq_review_find_kind (self, MAQ_SECTION_CHORUS, 0);
  double seconds = index >= 0 ? maq_form_get_section (self->form, index)->start_seconds : 0;
  g_autofree char *begins = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *sentence = NULL;
  MaqAdviceFields fields;

  if (index < 0 || seconds <= self->options.chorus_seconds)
    return;

  begins = maq_length_dup_text (seconds);
  expected = maq_length_dup_text (self->options.chorus_seconds);
  /* translators: "Chorus 1 begins at 1:32, later than 1:15." */
  sentence = g_strdup_printf (_("%s begins at %s, later than %s."),
                              maq_review_get_name (self, index), begins, expected);
  fields = maq_review_at (self, index);
  fields.sentence = sentence;
  fields.reason = _("Who hears a song for the first time waits for the part to remember. A slow "
                    "burn may take its time.");
  maq_review_add (self, &fields, list_sooner (self, index));
}
