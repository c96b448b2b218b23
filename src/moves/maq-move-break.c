/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves that take the ground away before a section. */

#include "maq-move-plan-private.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"

#define BREAKDOWN_LAYERS 2
#define BREAKDOWN_LEVEL 2

/* Two who carry the song play the section's chords softly before it begins. */
static MaqProject *
apply_breakdown (MaqMove     *self,
                 MaqProject  *root,
                 GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_move_require_section (root, self->section, error);
  g_autoptr(MaqMove) duplicate = maq_move_duplicate_section (self->section);
  g_autoptr(MaqProject) doubled = NULL;
  g_autoptr(GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  g_autoptr(GArray) layers = NULL;
  g_autofree char *name = NULL;
  MaqId made;

  if (index < 0 || !maq_move_require_number (self->number, 1, MAQ_LIMIT_BARS,
                                             _("The length in bars"), error))
    return NULL;
  layers = maq_move_sounding_layers (arrangement, index);
  if (layers->len == 0)
    {
      maq_move_refuse_plan (error,
                            _("Nothing plays here. Put layers into the section first."));
      return NULL;
    }

  doubled = maq_move_apply (duplicate, root, error);
  if (doubled == NULL)
    return NULL;

  made = maq_move_find_target (duplicate, root, doubled).section;
  name = maq_move_dup_free_section_name (arrangement, MAQ_SECTION_BREAKDOWN, MAQ_ID_NONE);
  g_ptr_array_add (moves, maq_move_move_section (made, index));
  g_ptr_array_add (moves, maq_move_section_kind (made, MAQ_SECTION_BREAKDOWN));
  g_ptr_array_add (moves, maq_move_rename_section (made, name));
  g_ptr_array_add (moves, maq_move_section_lyrics (made, ""));
  g_ptr_array_add (moves, maq_move_resize_section (made, self->number));
  g_ptr_array_add (moves, maq_move_strip_section (made, (MaqId *) layers->data,
                                                  MIN (layers->len, BREAKDOWN_LAYERS)));
  for (guint i = 0; i < MIN (layers->len, BREAKDOWN_LAYERS); i++)
    {
      MaqId layer = g_array_index (layers, MaqId, i);

      g_ptr_array_add (moves, maq_move_part_level (made, layer, BREAKDOWN_LEVEL));
      g_ptr_array_add (moves, maq_move_part_entry (made, layer, 0, 0));
    }
  return maq_move_apply_all (doubled, moves, error);
}

static char *
dup_breakdown_label (MaqMove    *self,
                     MaqProject *root)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Breakdown of %d bar before %s",
                                       "Breakdown of %d bars before %s", self->number),
                          self->number, maq_move_section_name (root, self->section));
}

/* what stands before the section now */
static MaqPath
find_breakdown (MaqMove    *self,
                MaqProject *before,
                MaqProject *after)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (after);
  int index = maq_arrangement_find_section (arrangement, self->section);

  return (MaqPath) {
    .song = maq_song_get_id (maq_project_get_current (after)),
    .arrangement = maq_arrangement_get_id (arrangement),
    .section = index < 1 ? self->section
                         : maq_section_get_id (maq_arrangement_get_section (arrangement,
                                                                            index - 1)),
  };
}

MaqMove *
maq_move_breakdown (MaqId section,
                    int   bars)
{
  static const MaqMoveClass move_class = { apply_breakdown, dup_breakdown_label, FALSE,
                                           find_breakdown };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = bars });
}

/* out from @exit_bar on, or altogether if it would not have come in before that */
static MaqMove *
leave_early (MaqArrangement *arrangement,
             int             index,
             MaqId           layer,
             int             exit_bar)
{
  MaqSection *section = maq_arrangement_get_resolved (arrangement, index);
  int entry_bar = maq_part_get_fields (maq_section_find_part (section, layer))->entry_bar;

  if (entry_bar >= exit_bar)
    return maq_move_part_level (maq_section_get_id (section), layer, 0);

  return maq_move_part_entry (maq_section_get_id (section), layer, entry_bar, exit_bar);
}

/* The ground is taken away before it, and everything comes back at its first beat. */
static gboolean
plan_drop (MaqMove     *self,
           MaqProject  *root,
           GPtrArray   *moves,
           GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_move_require_section (root, self->section, error);
  MaqId before;
  int bars;
  g_autoptr(GArray) layers = NULL;

  if (index < 0)
    return FALSE;
  if (index == 0)
    return maq_move_refuse_plan (error,
                                 _("Nothing comes before it. Choose a later section."));

  before = maq_section_get_id (maq_arrangement_get_section (arrangement, index - 1));
  bars = maq_section_get_fields (maq_arrangement_get_resolved (arrangement, index - 1))->bars;
  if (!maq_move_require_number (self->number, 1, bars, _("The length in bars"), error))
    return FALSE;

  layers = maq_move_sounding_layers (arrangement, index - 1);
  for (guint i = 0; i < layers->len; i++)
    {
      MaqId layer = g_array_index (layers, MaqId, i);

      if (maq_move_is_ground (arrangement, layer))
        g_ptr_array_add (moves, leave_early (arrangement, index - 1, layer, bars - self->number));
    }
  g_ptr_array_add (moves, maq_move_section_transition (before, MAQ_TRANSITION_STOP));
  maq_move_add_lift (arrangement, index, 1, MAQ_LIMIT_LAYERS, moves);
  return TRUE;
}

static MaqProject *
apply_drop (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  return maq_move_apply_plan (self, root, plan_drop, error);
}

static char *
dup_drop_label (MaqMove    *self,
                MaqProject *root)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Drop into %s: drums and bass out for %d bar before it",
                                       "Drop into %s: drums and bass out for %d bars before it",
                                       self->number),
                          maq_move_section_name (root, self->section), self->number);
}

MaqMove *
maq_move_drop (MaqId section,
               int   bars)
{
  static const MaqMoveClass move_class = { apply_drop, dup_drop_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = bars });
}

/* A held breath: the section before it ends in silence. */
static gboolean
plan_stop (MaqMove     *self,
           MaqProject  *root,
           GPtrArray   *moves,
           GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_move_require_section (root, self->section, error);
  MaqId before;

  if (index < 0)
    return FALSE;
  if (index == 0)
    return maq_move_refuse_plan (error,
                                 _("Nothing comes before it. Choose a later section."));

  before = maq_section_get_id (maq_arrangement_get_section (arrangement, index - 1));
  g_ptr_array_add (moves, maq_move_section_transition (before, MAQ_TRANSITION_STOP));
  g_ptr_array_add (moves, maq_move_section_transition_beats (before, self->number));
  return TRUE;
}

static MaqProject *
apply_stop (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  return maq_move_apply_plan (self, root, plan_stop, error);
}

static char *
dup_stop_label (MaqMove    *self,
                MaqProject *root)
{
  const char *name = maq_move_section_name (root, self->section);

  if (self->number == 0)
    return g_strdup_printf (_("Stop before %s"), name);

  /* translators: "Stop of 2 beats before Chorus 1" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Stop of %d beat before %s",
                                       "Stop of %d beats before %s", self->number),
                          self->number, name);
}

MaqMove *
maq_move_stop_before (MaqId section,
                      int   beats)
{
  static const MaqMoveClass move_class = { apply_stop, dup_stop_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = beats });
}
