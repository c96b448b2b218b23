/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-chord-change.h"
#include "maq-limits.h"

static MaqProject *
apply_space (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqSectionFields fields;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;

  fields.space = self->number;
  return maq_move_end_section (root, &fields);
}

static char *
dup_space_label (MaqMove    *self,
                 MaqProject *root)
{
  g_autofree char *what = NULL;

  if (self->number == MAQ_SPACE_UNSET)
    return maq_move_dup_said (self, root, _("space of the song"));

  what = g_strdup_printf (_("space: %s"), maq_space_get_label (self->number));
  return maq_move_dup_said (self, root, what);
}

MaqMove *
maq_move_section_space (MaqId    section,
                        MaqSpace space)
{
  static const MaqMoveClass move_class = { apply_space, dup_space_label, TRUE, NULL };

  g_return_val_if_fail ((int) space >= 0 && space < MAQ_N_SPACES, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = space });
}

MaqMove *
maq_move_sections_space (const MaqId *sections,
                         guint        n_sections,
                         MaqSpace     space)
{
  g_autoptr(GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  g_autofree char *label = NULL;

  for (guint i = 0; i < n_sections; i++)
    g_ptr_array_add (moves, maq_move_section_space (sections[i], space));
  if (n_sections > 1)
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Space of %u section: %s",
                                          "Space of %u sections: %s", n_sections),
                             n_sections, maq_space_get_label (space));

  return maq_move_sequence ((MaqMove *const *) moves->pdata, n_sections, label);
}

static MaqProject *
apply_dynamics (MaqMove     *self,
                MaqProject  *root,
                GError     **error)
{
  MaqSectionFields fields;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;

  fields.dynamics = self->number;
  return maq_move_end_section (root, &fields);
}

static char *
dup_dynamics_label (MaqMove    *self,
                    MaqProject *root)
{
  g_autofree char *what = NULL;

  if (self->number == MAQ_DYNAMICS_UNSET)
    return maq_move_dup_said (self, root, _("usual dynamics"));

  what = g_strdup_printf (_("dynamics: %s"), maq_dynamics_get_label (self->number));
  return maq_move_dup_said (self, root, what);
}

MaqMove *
maq_move_section_dynamics (MaqId       section,
                           MaqDynamics dynamics)
{
  static const MaqMoveClass move_class = { apply_dynamics, dup_dynamics_label, TRUE, NULL };

  g_return_val_if_fail ((int) dynamics >= 0 && dynamics < MAQ_N_DYNAMICS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = dynamics });
}

static MaqProject *
apply_feel (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqSectionFields fields;
  int index, n_bars;

  if (!maq_move_begin_section (self, root, &fields, error) ||
      !maq_move_require_number (self->number2, 0, MAQ_LIMIT_BARS, _("The number of bars"), error))
    return NULL;

  index = maq_arrangement_find_section (maq_project_get_arrangement (root), self->section);
  n_bars = maq_section_get_fields (
             maq_arrangement_get_resolved (maq_project_get_arrangement (root), index))->bars;
  fields.feel = self->number;
  fields.feel_bars = self->number <= MAQ_FEEL_PLAIN || self->number2 >= n_bars ? 0 : self->number2;
  return maq_move_end_section (root, &fields);
}

static char *
dup_feel_label (MaqMove    *self,
                MaqProject *root)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_arrangement_find_section (arrangement, self->section);
  int n_bars = index < 0 ? 0 : maq_section_get_fields (
                                 maq_arrangement_get_resolved (arrangement, index))->bars;
  g_autofree char *what = NULL;

  if (self->number == MAQ_FEEL_UNSET)
    return maq_move_dup_said (self, root, _("usual feel"));
  if (self->number == MAQ_FEEL_PLAIN || self->number2 == 0 || self->number2 >= n_bars)
    return maq_move_dup_said (self, root, maq_feel_get_label (self->number));

  /* translators: how the band plays, as "Half-time in the last 4 bars" */
  what = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s in the last %d bar",
                                       "%s in the last %d bars", (gulong) ABS (self->number2)),
                          maq_feel_get_label (self->number), self->number2);
  return maq_move_dup_said (self, root, what);
}

MaqMove *
maq_move_section_feel (MaqId   section,
                       MaqFeel feel,
                       int     bars)
{
  static const MaqMoveClass move_class = { apply_feel, dup_feel_label, TRUE, NULL };

  g_return_val_if_fail ((int) feel >= 0 && feel < MAQ_N_FEELS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = feel, .number2 = bars });
}

static MaqProject *
apply_transition_beats (MaqMove     *self,
                        MaqProject  *root,
                        GError     **error)
{
  MaqSectionFields fields;

  if (!maq_move_begin_section (self, root, &fields, error) ||
      !maq_move_require_number (self->number, 0, MAQ_LIMIT_TRANSITION_BEATS,
                                _("The length of the way out"), error))
    return NULL;

  fields.transition_beats = self->number;
  return maq_move_end_section (root, &fields);
}

static char *
dup_transition_beats_label (MaqMove    *self,
                            MaqProject *root)
{
  g_autofree char *what = NULL;

  if (self->number == 0)
    return maq_move_dup_said (self, root, _("way out of the usual length"));

  what = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "way out of %d beat",
                                       "way out of %d beats", (gulong) ABS (self->number)),
                          self->number);
  return maq_move_dup_said (self, root, what);
}

MaqMove *
maq_move_section_transition_beats (MaqId section,
                                   int   beats)
{
  static const MaqMoveClass move_class = { apply_transition_beats, dup_transition_beats_label,
                                           TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = beats });
}

/* where the chord of @resolved that begins just there is, or -1 */
static int
find_chord (const MaqSectionFields *resolved,
            int                     bar,
            MaqTick                 offset_ticks)
{
  guint n_chords = resolved->chords != NULL ? maq_vec_get_length (resolved->chords) : 0;

  for (guint i = 0; i < n_chords; i++)
    {
      MaqChordChange *change = maq_vec_get (resolved->chords, i);

      if (maq_chord_change_get_bar (change) == bar &&
          maq_chord_change_get_offset_ticks (change) == offset_ticks)
        return (int) i;
    }

  return -1;
}

static MaqProject *
apply_chord_mark (MaqMove     *self,
                  MaqProject  *root,
                  GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  const MaqSectionFields *resolved = NULL;
  g_autoptr(MaqChordChange) marked = NULL;
  g_autoptr(MaqVec) chords = NULL;
  MaqSectionFields fields;
  int index, place;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;

  index = maq_arrangement_find_section (arrangement, self->section);
  resolved = maq_section_get_fields (maq_arrangement_get_resolved (arrangement, index));
  place = find_chord (resolved, self->number, (MaqTick) self->value);
  if (place < 0)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_THERE,
                       _("No chord begins there any more. Choose another one."));
      return NULL;
    }

  marked = maq_chord_change_with_mark (maq_vec_get (resolved->chords, (guint) place),
                                       (MaqChordMark) self->number2);
  chords = maq_vec_with_item (resolved->chords, (guint) place, marked);
  if (chords == resolved->chords)
    return maq_project_ref (root);

  fields.chords = chords;
  fields.chord_bars = resolved->chord_bars;
  return maq_move_end_section (root, &fields);
}

static char *
dup_chord_mark_label (MaqMove    *self,
                      MaqProject *root)
{
  /* translators: bar of the section, section, how a chord is played: "Bar 3 of Verse 1: Push" */
  return g_strdup_printf (_("Bar %d of %s: %s"), self->number + 1,
                          maq_move_section_name (root, self->section),
                          maq_chord_mark_get_label (self->number2));
}

MaqMove *
maq_move_section_chord_mark (MaqId        section,
                             int          bar,
                             MaqTick      offset_ticks,
                             MaqChordMark mark)
{
  static const MaqMoveClass move_class = { apply_chord_mark, dup_chord_mark_label, FALSE, NULL };

  g_return_val_if_fail ((int) mark >= 0 && mark < MAQ_N_CHORD_MARKS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section, .number = bar,
                                    .value = (double) offset_ticks, .number2 = mark });
}

static MaqProject *
apply_song_space (MaqMove     *self,
                  MaqProject  *root,
                  GError     **error)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));

  fields.space = self->number;
  return maq_move_end_song (root, &fields);
}

static char *
dup_song_space_label (MaqMove    *self,
                      MaqProject *root)
{
  return g_strdup_printf (_("Space: %s"), maq_space_get_label (self->number));
}

MaqMove *
maq_move_song_space (MaqSpace space)
{
  static const MaqMoveClass move_class = { apply_song_space, dup_song_space_label, TRUE, NULL };

  g_return_val_if_fail ((int) space >= 0 && space < MAQ_N_SPACES, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number = space });
}
