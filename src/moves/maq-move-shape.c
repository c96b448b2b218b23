/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves that shape a section as producers talk about it. Each works out what
 * smaller moves come to it in the song at hand, and does these. */

#include "maq-move-plan-private.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"

static gboolean
plan_strip (MaqMove     *self,
            MaqProject  *root,
            GPtrArray   *moves,
            GError     **error)
{
  int index = maq_move_require_section (root, self->section, error);
  g_autoptr(GArray) layers = NULL;

  if (index < 0 ||
      !maq_move_require_number (self->number, 0, MAQ_LIMIT_LAYERS, _("The number of layers"),
                                error))
    return FALSE;

  layers = maq_move_sounding_layers (maq_project_get_arrangement (root), index);
  if ((int) layers->len <= self->number)
    return maq_move_refuse_plan (error,
                                 _("No more than that plays here already. Keep fewer layers."));

  g_ptr_array_add (moves, maq_move_strip_section (self->section, (MaqId *) layers->data,
                                                  self->number));
  return TRUE;
}

static char *
dup_strip_label (MaqMove    *self,
                 MaqProject *root)
{
  g_autoptr(GPtrArray) moves = maq_move_plan (self, root, plan_strip, NULL);

  return moves != NULL ? maq_move_dup_label (g_ptr_array_index (moves, 0), root)
                       : g_strdup (_("Strip back"));
}

static MaqProject *
apply_strip (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  return maq_move_apply_plan (self, root, plan_strip, error);
}

MaqMove *
maq_move_strip_back (MaqId section,
                     int   n_layers)
{
  static const MaqMoveClass move_class = { apply_strip, dup_strip_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = n_layers });
}

/* Who carries the song begins; the others come in at even distances, the last in bar @number. */
static gboolean
plan_build_up (MaqMove     *self,
               MaqProject  *root,
               GPtrArray   *moves,
               GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_move_require_section (root, self->section, error);
  g_autoptr(GArray) layers = NULL;
  int bars;

  if (index < 0)
    return FALSE;

  bars = maq_section_get_fields (maq_arrangement_get_resolved (arrangement, index))->bars;
  layers = maq_move_sounding_layers (arrangement, index);
  if (layers->len < 2)
    return maq_move_refuse_plan (error,
                                 _("A build-up needs two layers or more. Put more of them into "
                                   "the section."));
  if (!maq_move_require_number (self->number, 2, bars, _("The length of the build-up in bars"),
                                error))
    return FALSE;

  for (guint i = 0; i < layers->len; i++)
    {
      int entry = (int) (i * (self->number - 1) / (layers->len - 1));

      g_ptr_array_add (moves, maq_move_part_entry (self->section,
                                                   g_array_index (layers, MaqId, i), entry, 0));
    }
  return TRUE;
}

static MaqProject *
apply_build_up (MaqMove     *self,
                MaqProject  *root,
                GError     **error)
{
  return maq_move_apply_plan (self, root, plan_build_up, error);
}

static char *
dup_build_up_label (MaqMove    *self,
                    MaqProject *root)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s builds up over %d bar",
                                       "%s builds up over %d bars", self->number),
                          maq_move_section_name (root, self->section), self->number);
}

MaqMove *
maq_move_build_up (MaqId section,
                   int   bars)
{
  static const MaqMoveClass move_class = { apply_build_up, dup_build_up_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = bars });
}

/* Of those who share a register the softest go. */
static gboolean
plan_thin_out (MaqMove     *self,
               MaqProject  *root,
               GPtrArray   *moves,
               GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_move_require_section (root, self->section, error);
  g_autoptr(GArray) layers = NULL;

  if (index < 0 || !maq_move_require_number (self->number, 1, MAQ_LIMIT_LAYERS,
                                             _("The number of layers"), error))
    return FALSE;

  layers = maq_move_sounding_layers (arrangement, index);
  for (guint i = 0; i < layers->len; i++)
    {
      MaqId layer = g_array_index (layers, MaqId, i);
      int n_stronger = 0;

      for (guint j = 0; j < layers->len; j++)
        n_stronger += maq_move_is_masked_by (arrangement, index, layer,
                                             g_array_index (layers, MaqId, j), j < i);
      if (n_stronger >= self->number)
        g_ptr_array_add (moves, maq_move_part_level (self->section, layer, 0));
    }

  return moves->len > 0 ||
         maq_move_refuse_plan (error,
                               _("No register is crowded here. There is nothing to thin out."));
}

static MaqProject *
apply_thin_out (MaqMove     *self,
                MaqProject  *root,
                GError     **error)
{
  return maq_move_apply_plan (self, root, plan_thin_out, error);
}

static char *
dup_thin_out_label (MaqMove    *self,
                    MaqProject *root)
{
  g_autoptr(GPtrArray) moves = maq_move_plan (self, root, plan_thin_out, NULL);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; moves != NULL && i < moves->len; i++)
    {
      MaqMove *move = g_ptr_array_index (moves, i);

      g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "",
                              maq_move_layer_name (root, move->layer));
    }
  if (names->len == 0)
    return g_strdup_printf (_("Thin out %s"), maq_move_section_name (root, self->section));

  /* translators: "Thin out Chorus 1: Organ, Pad out" */
  return g_strdup_printf (_("Thin out %s: %s out"), maq_move_section_name (root, self->section),
                          names->str);
}

MaqMove *
maq_move_thin_out (MaqId section,
                   int   n_per_register)
{
  static const MaqMoveClass move_class = { apply_thin_out, dup_thin_out_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = n_per_register });
}

/* What one plays the other plays, as loud and as long. */
static MaqProject *
apply_swap (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqMove left = { .section = self->section, .layer = self->layer };
  MaqMove right = { .section = self->section, .layer = self->other };
  g_autoptr(MaqProject) half = NULL;
  MaqPartFields a, b, swapped;

  if (!maq_move_begin_part (&left, root, &a, error) ||
      !maq_move_begin_part (&right, root, &b, error))
    return NULL;

  swapped = a;
  swapped.level = b.level;
  swapped.entry_bar = b.entry_bar;
  swapped.exit_bar = b.exit_bar;
  swapped.motif = b.motif;
  b.level = a.level;
  b.entry_bar = a.entry_bar;
  b.exit_bar = a.exit_bar;
  b.motif = a.motif;
  half = maq_move_end_part (&left, root, &swapped);
  return maq_move_end_part (&right, half, &b);
}

static char *
dup_swap_label (MaqMove    *self,
                MaqProject *root)
{
  /* translators: "Swap Keys and Strings in Verse 2" */
  return g_strdup_printf (_("Swap %s and %s in %s"), maq_move_layer_name (root, self->layer),
                          maq_move_layer_name (root, self->other),
                          maq_move_section_name (root, self->section));
}

MaqMove *
maq_move_swap_layers (MaqId section,
                      MaqId layer,
                      MaqId other)
{
  static const MaqMoveClass move_class = { apply_swap, dup_swap_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .layer = layer, .other = other });
}
