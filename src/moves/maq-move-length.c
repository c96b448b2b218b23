/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a section is, to the beat, and at whose cost. */

#include "maq-move-plan-private.h"

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-limits.h"
#include "maq-odd-bar.h"

static const MaqSectionFields *
get_resolved (MaqProject *root,
              int         index)
{
  return maq_section_get_fields (
    maq_arrangement_get_resolved (maq_project_get_arrangement (root), (guint) index));
}

/* the meter of the last bar if it is odd, else unset */
static MaqMeter
get_odd_end (const MaqSectionFields *resolved)
{
  guint n_odd = resolved->odd_bars != NULL ? maq_vec_get_length (resolved->odd_bars) : 0;

  for (guint i = 0; i < n_odd; i++)
    {
      MaqOddBar *odd = maq_vec_get (resolved->odd_bars, i);

      if (maq_odd_bar_get_bar (odd) == resolved->bars - 1)
        return maq_odd_bar_get_meter (odd);
    }

  return MAQ_METER_UNSET;
}

/* An odd bar at its end is there for its length: it does not stay when that changes. */
static gboolean
plan_length (MaqMove     *self,
             MaqProject  *root,
             GPtrArray   *moves,
             GError     **error)
{
  int index = maq_move_require_section (root, self->section, error);
  int bars = self->number + (self->number2 > 0 ? 1 : 0);
  const MaqSectionFields *resolved = NULL;
  MaqMeter meter, end, odd = MAQ_METER_UNSET;

  if (index < 0)
    return FALSE;

  resolved = get_resolved (root, index);
  end = get_odd_end (resolved);
  meter = maq_meter_is_set (resolved->meter)
            ? resolved->meter : maq_song_get_fields (maq_project_get_current (root))->meter;
  if (!maq_move_require_number (self->number2, 0, meter.beats - 1, _("The number of beats"),
                                error) ||
      !maq_move_require_number (bars, 1, MAQ_LIMIT_BARS, _("The length in bars"), error))
    return FALSE;
  if (self->number2 > 0)
    odd = (MaqMeter) { (guint8) self->number2, meter.unit };
  if (bars == resolved->bars &&
      (maq_meter_equal (odd, end) || (self->number2 == 0 && !maq_meter_is_set (end))))
    return TRUE;

  if (maq_meter_is_set (end))
    g_ptr_array_add (moves, maq_move_section_odd_bar (self->section, resolved->bars - 1,
                                                      MAQ_METER_UNSET));
  g_ptr_array_add (moves, maq_move_resize_section (self->section, bars));
  if (self->number2 > 0)
    g_ptr_array_add (moves, maq_move_section_odd_bar (self->section, bars - 1, odd));
  return TRUE;
}

static MaqProject *
apply_length (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  return maq_move_apply_plan (self, root, plan_length, error);
}

static char *
dup_length_label (MaqMove    *self,
                  MaqProject *root)
{
  const char *name = maq_move_section_name (root, self->section);
  g_autofree char *bars = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d bar", "%d bars",
                                                        (gulong) ABS (self->number)),
                                           self->number);
  g_autofree char *beats = NULL;

  if (self->number2 == 0)
    return g_strdup_printf (_("%s: %s"), name, bars);

  beats = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d beat", "%d beats",
                                        (gulong) ABS (self->number2)), self->number2);
  /* translators: a section and its length: "Verse 1: 8 bars and 2 beats" */
  return g_strdup_printf (_("%s: %s and %s"), name, bars, beats);
}

MaqMove *
maq_move_section_length (MaqId section,
                         int   bars,
                         int   beats)
{
  static const MaqMoveClass move_class = { apply_length, dup_length_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = bars, .number2 = beats });
}

/* What one is longer the next one is shorter, at its beginning. A next one that takes its length
 * from this one gets its own first: it would change along. One that has its own is changed last,
 * for it may come to be as long as this one then is. */
static gboolean
plan_trim (MaqMove     *self,
           MaqProject  *root,
           GPtrArray   *moves,
           GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_move_require_section (root, self->section, error);
  const MaqSectionFields *next;
  MaqMove *given;
  int bars, both;

  if (index < 0)
    return FALSE;
  if (index + 1 >= (int) maq_arrangement_get_n_sections (arrangement))
    return maq_move_refuse_plan (error,
                                 _("Nothing comes after it. Choose an earlier section."));

  bars = get_resolved (root, index)->bars;
  both = bars + get_resolved (root, index + 1)->bars;
  if (!maq_move_require_number (self->number, 1, both - 1, _("The length in bars"), error))
    return FALSE;
  if (self->number == bars)
    return TRUE;

  next = maq_section_get_fields (maq_arrangement_get_section (arrangement, (guint) index + 1));
  given = self->number > bars ? maq_move_delete_bars (next->id, 0, self->number - bars)
                              : maq_move_insert_bars (next->id, 0, bars - self->number);
  g_ptr_array_add (moves, maq_move_resize_section (self->section, self->number));
  g_ptr_array_insert (moves, next->follows == self->section && next->bars == 0 ? 0 : -1, given);
  return TRUE;
}

/* Which of the two that meet at @index a section elsewhere is as long as; -1 if it is neither. */
static int
find_model (MaqArrangement *arrangement,
            int             at,
            int             index)
{
  const MaqSectionFields *own =
    maq_section_get_fields (maq_arrangement_get_section (arrangement, (guint) at));
  int followed = own->follows == MAQ_ID_NONE || own->bars != 0
                   ? -1 : maq_arrangement_find_section (arrangement, own->follows);

  return at == index || at == index + 1 || (followed != index && followed != index + 1)
           ? -1 : followed;
}

/* The two that meet there change; what follows one of them sounds elsewhere and stays as it is:
 * it states its length first, so that no bars are put into it or taken out of it. */
static MaqProject *
hold_followers (MaqProject *root,
                int         index)
{
  MaqArrangement *was = maq_project_get_arrangement (root);
  g_autoptr(MaqArrangement) held = maq_arrangement_ref (was);

  for (int i = 0; i < (int) maq_arrangement_get_n_sections (was); i++)
    {
      MaqSection *own = maq_arrangement_get_section (was, (guint) i);
      MaqSectionFields fields = *maq_section_get_fields (own);
      g_autoptr(MaqArrangement) previous = NULL;
      g_autoptr(MaqSection) section = NULL;

      if (find_model (was, i, index) < 0)
        continue;

      fields.bars = get_resolved (root, i)->bars;
      section = maq_section_with_fields (own, &fields);
      previous = g_steal_pointer (&held);
      held = maq_arrangement_with_section_at (previous, (guint) i, section);
    }

  return maq_edit_replace_arrangement (root, held);
}

/* And afterwards it states what would have moved with the bars. */
static MaqProject *
keep_followers (MaqProject *before,
                MaqProject *after,
                int         index)
{
  MaqArrangement *was = maq_project_get_arrangement (before);
  g_autoptr(MaqArrangement) kept = maq_arrangement_ref (maq_project_get_arrangement (after));

  for (int i = 0; i < (int) maq_arrangement_get_n_sections (was); i++)
    {
      int model = find_model (was, i, index);
      g_autoptr(MaqArrangement) previous = NULL;
      g_autoptr(MaqSection) section = NULL;

      if (model < 0)
        continue;

      section = maq_section_refollowed (maq_arrangement_get_section (was, (guint) i),
                                        maq_arrangement_get_resolved (was, (guint) model),
                                        maq_arrangement_get_resolved (kept, (guint) model));
      previous = g_steal_pointer (&kept);
      kept = maq_arrangement_with_section_at (previous, (guint) i, section);
    }

  return maq_move_replace_fitted (after, kept);
}

static MaqProject *
apply_trim (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  int index = maq_move_require_section (root, self->section, error);
  g_autoptr(MaqProject) held = index < 0 ? NULL : hold_followers (root, index);
  g_autoptr(MaqProject) trimmed = held == NULL
                                    ? NULL : maq_move_apply_plan (self, held, plan_trim, error);

  if (trimmed == NULL)
    return NULL;
  return trimmed == held ? maq_project_ref (root) : keep_followers (root, trimmed, index);
}

static char *
dup_trim_label (MaqMove    *self,
                MaqProject *root)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_arrangement_find_section (arrangement, self->section);
  const char *name = maq_move_section_name (root, self->section);
  int left;

  if (index < 0 || index + 1 >= (int) maq_arrangement_get_n_sections (arrangement))
    return g_strdup_printf (_("Trim %s"), name);

  left = get_resolved (root, index)->bars + get_resolved (root, index + 1)->bars - self->number;
  /* translators: two sections and their new lengths: "Trim: Verse 1 12 bars, Chorus 1 4" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Trim: %s %d bar, %s %d",
                                       "Trim: %s %d bars, %s %d", (gulong) ABS (self->number)),
                          name, self->number,
                          maq_section_get_name (maq_arrangement_get_section (arrangement,
                                                                             (guint) index + 1)),
                          left);
}

MaqMove *
maq_move_trim_section (MaqId section,
                       int   bars)
{
  static const MaqMoveClass move_class = { apply_trim, dup_trim_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = bars });
}
