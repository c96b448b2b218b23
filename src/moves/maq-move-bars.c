/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars put into sections and taken out of them, with everything that hangs on them. */

#include "maq-move-rebar-private.h"

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-limits.h"

/* Which of several ids a move makes: any number, but not that of another move. */
#define SALT_SPLIT 5

static void
add_bars (GArray     *bars,
          MaqSection *source,
          int         from,
          int         to)
{
  for (int i = from; i < to; i++)
    {
      MaqMoveBar bar = { source, i };

      g_array_append_val (bars, bar);
    }
}

static MaqSection *
rebar (MaqProject *root,
       MaqSection *model,
       GArray     *bars)
{
  MaqMeter song_meter = maq_song_get_fields (maq_project_get_current (root))->meter;

  return maq_move_rebar (model, song_meter, (MaqMoveBar *) (gpointer) bars->data, bars->len);
}

static int
count_bars (MaqProject *root,
            int         index)
{
  return maq_section_get_fields (
           maq_arrangement_get_resolved (maq_project_get_arrangement (root), index))->bars;
}

/* the section at @index has these bars from now on, and states what it has to */
static MaqArrangement *
replace_bars (MaqProject     *root,
              MaqArrangement *arrangement,
              int             index,
              GArray         *bars)
{
  MaqSection *model = maq_arrangement_get_resolved (maq_project_get_arrangement (root), index);
  g_autoptr(MaqSection) full = rebar (root, model, bars);
  g_autoptr(MaqSection) following = NULL;
  g_autoptr(MaqSection) section = NULL;
  MaqSectionFields fields = *maq_section_get_fields (full);

  fields.follows = maq_section_get_fields (maq_arrangement_get_section (arrangement,
                                                                        index))->follows;
  following = maq_section_with_fields (full, &fields);
  section = maq_move_compact (arrangement, following);
  return maq_arrangement_with_section_at (arrangement, index, section);
}

/* Makes everything fit but the section at @index, whose bars already do. */
static MaqArrangement *
fit_others (MaqProject     *root,
            MaqArrangement *arrangement,
            int             index)
{
  MaqMeter meter = maq_song_get_fields (maq_project_get_current (root))->meter;
  g_autoptr(MaqArrangement) fitted = maq_move_fit (maq_project_get_arrangement (root), meter,
                                                   arrangement, meter);

  return maq_arrangement_with_section_at (fitted, index,
                                          maq_arrangement_get_section (arrangement, index));
}

/* @n_new bars in the place of @n_old bars from @from on */
typedef struct
{
  int from;
  int n_old;
  int n_new;
} Splice;

/* takes @arrangement over */
static MaqArrangement *
splice_one (MaqProject     *root,
            MaqArrangement *arrangement,
            int             index,
            const Splice   *splice)
{
  MaqSection *section = maq_arrangement_get_resolved (maq_project_get_arrangement (root), index);
  MaqId id = maq_section_get_id (section);
  g_autoptr(MaqArrangement) before = arrangement;
  g_autoptr(MaqArrangement) spliced = NULL;
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (MaqMoveBar));

  add_bars (bars, section, 0, splice->from);
  add_bars (bars, NULL, 0, splice->n_new);
  add_bars (bars, section, splice->from + splice->n_old, count_bars (root, index));
  spliced = replace_bars (root, before, index, bars);
  return maq_move_shift_anchors (spliced, id, splice->from + splice->n_old,
                                 splice->n_new - splice->n_old, id);
}

/* A follower that has no length of its own has these bars too: what it states
 * itself stays where it is in the music. The others are only made to fit. */
static MaqProject *
splice_bars (MaqProject   *root,
             int           index,
             const Splice *splice)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  MaqId id = maq_section_get_id (maq_arrangement_get_section (before, index));
  g_autoptr(MaqArrangement) spliced = splice_one (root, maq_arrangement_ref (before), index,
                                                  splice);
  MaqArrangement *after = fit_others (root, spliced, index);
  MaqProject *result;

  for (guint i = 0; i < maq_arrangement_get_n_sections (before); i++)
    {
      const MaqSectionFields *fields =
        maq_section_get_fields (maq_arrangement_get_section (before, i));

      if (fields->follows == id && fields->bars == 0)
        after = splice_one (root, after, (int) i, splice);
    }

  result = maq_edit_replace_arrangement (root, after);
  maq_arrangement_unref (after);
  return result;
}

static MaqProject *
apply_insert (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  int index = maq_move_require_section (root, self->section, error);
  int n_bars;

  if (index < 0)
    return NULL;

  n_bars = count_bars (root, index);
  if (!maq_move_require_number (self->number, 0, n_bars, _("The place for new bars"), error) ||
      !maq_move_require_number (self->number2, 1, MAQ_LIMIT_BARS - n_bars,
                                _("The number of new bars"), error))
    return NULL;

  return splice_bars (root, index, &(Splice) { .from = self->number, .n_new = self->number2 });
}

static char *
dup_insert_label (MaqMove    *self,
                  MaqProject *root)
{
  /* translators: "Verse 1: 2 bars inserted" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %d bar inserted",
                                       "%s: %d bars inserted", self->number2),
                          maq_move_section_name (root, self->section), self->number2);
}

MaqMove *
maq_move_insert_bars (MaqId section,
                      int   bar,
                      int   n_bars)
{
  static const MaqMoveClass move_class = { apply_insert, dup_insert_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = bar, .number2 = n_bars });
}

static MaqProject *
apply_delete (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  int index = maq_move_require_section (root, self->section, error);
  int n_bars;

  if (index < 0)
    return NULL;

  n_bars = count_bars (root, index);
  if (!maq_move_require_number (self->number, 0, n_bars - 1, _("The first bar"), error) ||
      !maq_move_require_number (self->number2, 1, n_bars - self->number, _("The number of bars"),
                                error))
    return NULL;
  if (self->number2 == n_bars)
    {
      g_autoptr(MaqMove) whole = maq_move_delete_section (self->section);

      return maq_move_apply (whole, root, error);
    }

  return splice_bars (root, index, &(Splice) { .from = self->number, .n_old = self->number2 });
}

static char *
dup_delete_label (MaqMove    *self,
                  MaqProject *root)
{
  /* translators: "Verse 1: 2 bars deleted" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %d bar deleted",
                                       "%s: %d bars deleted", self->number2),
                          maq_move_section_name (root, self->section), self->number2);
}

MaqMove *
maq_move_delete_bars (MaqId section,
                      int   bar,
                      int   n_bars)
{
  static const MaqMoveClass move_class = { apply_delete, dup_delete_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = bar, .number2 = n_bars });
}

/* The second half goes its own way; what the first one leaves with is now its business. */
static MaqSection *
make_second_half (MaqMove     *self,
                  MaqProject  *root,
                  int          index)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqSection *section = maq_arrangement_get_resolved (arrangement, index);
  g_autofree char *base = maq_move_dup_base_name (maq_section_get_name (section));
  g_autofree char *name = maq_move_dup_numbered_name (arrangement, base);
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (MaqMoveBar));
  g_autoptr(MaqSection) half = NULL;
  MaqSectionFields fields;

  add_bars (bars, section, self->number, count_bars (root, index));
  half = rebar (root, section, bars);
  fields = *maq_section_get_fields (half);
  fields.id = maq_arrangement_fresh_id (arrangement, SALT_SPLIT);
  fields.name = name;
  fields.follows = MAQ_ID_NONE;
  return maq_section_new (&fields);
}

static MaqArrangement *
leave_plainly (MaqArrangement *arrangement,
               int             index)
{
  MaqSectionFields fields = *maq_section_get_fields (maq_arrangement_get_section (arrangement,
                                                                                  index));
  g_autoptr(MaqSection) section = NULL;

  fields.transition = MAQ_TRANSITION_NONE;
  fields.transition_beats = 0;
  section = maq_section_with_fields (maq_arrangement_get_section (arrangement, index), &fields);
  return maq_arrangement_with_section_at (arrangement, index, section);
}

static MaqProject *
apply_split (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  int index = maq_move_require_section (root, self->section, error);
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (MaqMoveBar));
  g_autoptr(MaqArrangement) freed = NULL;
  g_autoptr(MaqArrangement) first = NULL;
  g_autoptr(MaqArrangement) plain = NULL;
  g_autoptr(MaqArrangement) both = NULL;
  g_autoptr(MaqArrangement) after = NULL;
  g_autoptr(MaqSection) second = NULL;
  int n_bars;

  if (index < 0)
    return NULL;

  n_bars = count_bars (root, index);
  if (n_bars < 2)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                       _("%s has one bar only and can’t be split."),
                       maq_move_section_name (root, self->section));
      return NULL;
    }
  if (!maq_move_require_number (self->number, 1, n_bars - 1, _("The bar to split at"), error))
    return NULL;

  second = make_second_half (self, root, index);
  add_bars (bars, maq_arrangement_get_resolved (maq_project_get_arrangement (root), index), 0,
            self->number);
  freed = maq_move_free_followers (maq_project_get_arrangement (root), self->section);
  first = replace_bars (root, freed, index, bars);
  plain = leave_plainly (first, index);
  both = maq_arrangement_insert_section (plain, index + 1, second);
  after = maq_move_shift_anchors (both, self->section, self->number, -self->number,
                                  maq_section_get_id (second));
  return maq_move_replace_fitted (root, after);
}

static char *
dup_split_label (MaqMove    *self,
                 MaqProject *root)
{
  /* translators: "Split Verse 1 after 8 bars" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Split %s after %d bar",
                                       "Split %s after %d bars", self->number),
                          maq_move_section_name (root, self->section), self->number);
}

static MaqPath
find_second_half (MaqMove    *self,
                  MaqProject *before,
                  MaqProject *after)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (before);

  return (MaqPath) {
    .song = maq_song_get_id (maq_project_get_current (after)),
    .arrangement = maq_arrangement_get_id (maq_project_get_arrangement (after)),
    .section = maq_arrangement_fresh_id (arrangement, SALT_SPLIT),
  };
}

MaqMove *
maq_move_split_section (MaqId section,
                        int   bar)
{
  static const MaqMoveClass move_class = { apply_split, dup_split_label, FALSE,
                                           find_second_half };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = bar });
}

/* A feel holds for the last bars of a section: after it has begun it cannot end inside. */
static gboolean
feels_alike (const MaqSectionFields *first,
             const MaqSectionFields *second)
{
  return first->feel <= MAQ_FEEL_PLAIN ||
         (second->feel == first->feel &&
          (second->feel_bars == 0 || second->feel_bars >= second->bars));
}

/* Two sections can be one only if they are as fast. */
static gboolean
require_joinable (MaqProject  *root,
                  int          index,
                  GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  double song_tempo = maq_song_get_fields (maq_project_get_current (root))->tempo_qpm;
  const MaqSectionFields *first, *second;
  double tempo, next_tempo;

  if (index + 1 >= (int) maq_arrangement_get_n_sections (arrangement))
    return maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                            _("Nothing comes after it. Choose an earlier section."));

  first = maq_section_get_fields (maq_arrangement_get_resolved (arrangement, index));
  second = maq_section_get_fields (maq_arrangement_get_resolved (arrangement, index + 1));
  tempo = first->tempo_qpm == 0 ? song_tempo : first->tempo_qpm;
  next_tempo = second->tempo_qpm == 0 ? song_tempo : second->tempo_qpm;
  if (tempo != next_tempo)
    return maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                            _("%s and %s have different tempi. Give them the same one first."),
                            maq_move_section_name (root, first->id),
                            maq_move_section_name (root, second->id));
  if (!feels_alike (first, second))
    return maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                            _("%s and %s feel different. Give them the same feel first."),
                            maq_move_section_name (root, first->id),
                            maq_move_section_name (root, second->id));

  return maq_move_require_number (first->bars + second->bars, 1, MAQ_LIMIT_BARS,
                                  _("The length in bars"), error);
}

/* It leaves as the second one does. */
static MaqArrangement *
leave_like (MaqArrangement *arrangement,
            int             index,
            MaqSection     *model)
{
  MaqSectionFields fields = *maq_section_get_fields (maq_arrangement_get_section (arrangement,
                                                                                  index));
  g_autoptr(MaqSection) section = NULL;

  fields.transition = maq_section_get_fields (model)->transition;
  fields.transition_beats = maq_section_get_fields (model)->transition_beats;
  section = maq_section_with_fields (maq_arrangement_get_section (arrangement, index), &fields);
  return maq_arrangement_with_section_at (arrangement, index, section);
}

static MaqProject *
apply_join (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_move_require_section (root, self->section, error);
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (MaqMoveBar));
  g_autoptr(MaqArrangement) freed = NULL;
  g_autoptr(MaqArrangement) parted = NULL;
  g_autoptr(MaqArrangement) longer = NULL;
  g_autoptr(MaqArrangement) left = NULL;
  g_autoptr(MaqArrangement) shifted = NULL;
  g_autoptr(MaqArrangement) joined = NULL;
  g_autoptr(MaqArrangement) after = NULL;
  MaqSection *second;
  MaqId second_id;

  if (index < 0 || !require_joinable (root, index, error))
    return NULL;

  second = maq_arrangement_get_resolved (arrangement, index + 1);
  second_id = maq_section_get_id (second);
  add_bars (bars, maq_arrangement_get_resolved (arrangement, index), 0, count_bars (root, index));
  add_bars (bars, second, 0, count_bars (root, index + 1));
  freed = maq_move_free_followers (arrangement, self->section);
  /* nor may the first one follow what it takes in */
  parted = maq_move_free_followers (freed, second_id);
  longer = replace_bars (root, parted, index, bars);
  left = leave_like (longer, index, second);
  shifted = maq_move_shift_anchors (left, second_id, 0, count_bars (root, index), self->section);
  joined = maq_edit_delete_section (shifted, second_id);
  after = fit_others (root, joined, index);
  return maq_edit_replace_arrangement (root, after);
}

static char *
dup_join_label (MaqMove    *self,
                MaqProject *root)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_arrangement_find_section (arrangement, self->section);
  const char *name = maq_move_section_name (root, self->section);

  if (index < 0 || index + 1 >= (int) maq_arrangement_get_n_sections (arrangement))
    return g_strdup_printf (_("Join %s with the next section"), name);

  return g_strdup_printf (_("Join %s and %s"), name,
                          maq_section_get_name (maq_arrangement_get_section (arrangement,
                                                                             index + 1)));
}

MaqMove *
maq_move_join_sections (MaqId section)
{
  static const MaqMoveClass move_class = { apply_join, dup_join_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section });
}
