/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a window can do to all that is selected at once: parts, and the parts of
 * whole sections and layers.
 */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>

#include "maq-block.h"
#include "maq-limits.h"

static void
get_block (MaqWindow *self,
           MaqBlock  *block)
{
  maq_block_init_selected (block, self->editor);
}

void
maq_window_say_scattered (MaqWindow *self)
{
  maq_window_say (self, _("What is selected lies here and there. Select what lies side by side "
                          "for that."));
}

gboolean
maq_window_refuses_picks (MaqWindow *self)
{
  if (maq_editor_get_picks (self->editor) == NULL)
    return FALSE;
  maq_window_say_scattered (self);
  return TRUE;
}

static void
level_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_auto (MaqBlock) block = { 0 };

  get_block (self, &block);
  maq_editor_apply_gesture (self->editor,
                            maq_move_cells_level (&block.cells, g_variant_get_int32 (parameter)),
                            action_name);
}

/* Up and down again leaves everything as it was, also what had come to its end meanwhile. */
static void
turn (MaqWindow  *self,
      const char *how,
      int         by)
{
  int all = maq_editor_turn_by (self->editor, how, by);
  g_auto (MaqBlock) block = { 0 };
  MaqMove *move;

  get_block (self, &block);
  all = CLAMP (all, -MAQ_LEVEL_MAX, MAQ_LEVEL_MAX);
  if (g_str_equal (how, "score.scale"))
    move = maq_move_cells_scale (&block.cells, all);
  else
    move = maq_move_cells_step (&block.cells, g_str_equal (how, "score.tilt") ? 0 : all, all);
  maq_editor_turn (self->editor, move);
}

static void
step_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  turn (MAQ_WINDOW (widget), action_name, g_variant_get_int32 (parameter));
}

static void
louder_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  turn (MAQ_WINDOW (widget), "score.step", g_str_equal (action_name, "score.louder") ? 1 : -1);
}

/* The others enter, or leave, where the cursor's part does then. */
static void
extent_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  int index = maq_editor_get_section_index (self->editor);
  const MaqFormSection *place = maq_form_get_section (maq_editor_get_form (self->editor),
                                                      (guint) index);
  MaqPart *part = maq_section_find_part (place->section,
                                         maq_editor_get_selection (self->editor).layer);
  int by = g_variant_get_int32 (parameter);
  g_auto (MaqBlock) block = { 0 };
  int entry;
  int end;

  if (part == NULL || maq_part_get_level (part) == 0)
    return;
  entry = maq_part_get_fields (part)->entry_bar;
  end = maq_part_get_fields (part)->exit_bar;
  end = end > 0 ? end : place->bars;
  get_block (self, &block);
  if (g_str_equal (action_name, "score.entry"))
    maq_editor_apply_gesture (self->editor,
                              maq_move_cells_entry (&block.cells, CLAMP (entry + by, 0, end - 1),
                                                    MAQ_KEEP_BAR), action_name);
  else
    maq_editor_apply_gesture (self->editor,
                              maq_move_cells_entry (&block.cells, MAQ_KEEP_BAR,
                                                    CLAMP (end + by, entry + 1, place->bars)),
                              action_name);
}

static void
ramp_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_auto (MaqBlock) block = { 0 };

  get_block (self, &block);
  maq_editor_apply (self->editor, maq_move_cells_ramp (&block.cells));
}

static void
toggle_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqPath at = maq_editor_get_selection (self->editor);

  if (at.section == MAQ_ID_NONE || at.layer == MAQ_ID_NONE)
    gtk_widget_activate_action (widget, "score.rename", NULL);
  else
    maq_window_toggle (self);
}

static gboolean
are_pinned (MaqWindow      *self,
            const MaqBlock *block)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);

  for (guint i = 0; i < block->cells.n_sections; i++)
    {
      int index = maq_arrangement_find_section (arrangement, block->sections[i]);
      MaqSection *section = maq_form_get_section (form, (guint) index)->section;

      for (guint j = 0; j < block->cells.n_layers; j++)
        {
          MaqPart *part = maq_section_find_part (section, block->layers[j]);

          if (!maq_cells_has (&block->cells, i, j))
            continue;
          if (part == NULL || !maq_part_get_fields (part)->pinned)
            return FALSE;
        }
    }
  return TRUE;
}

/* All of them, or if all are already, none. */
static void
pin_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_auto (MaqBlock) block = { 0 };

  get_block (self, &block);
  maq_editor_apply (self->editor, maq_move_cells_pinned (&block.cells,
                                                         !are_pinned (self, &block)));
}

static GPtrArray *
new_moves (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
}

/* As one step; @label is for several. */
static void
apply_all (MaqWindow  *self,
           GPtrArray  *moves,
           const char *label,
           const char *gesture)
{
  MaqMove *all = maq_move_sequence ((MaqMove *const *) moves->pdata, moves->len,
                                    moves->len < 2 ? NULL : label);

  if (gesture == NULL)
    maq_editor_apply (self->editor, all);
  else
    maq_editor_apply_gesture (self->editor, all, gesture);
}

/* Delete takes away what is selected: parts go out, sections or layers go altogether. */
static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autoptr (GPtrArray) moves = new_moves ();
  g_autoptr (GArray) sections = maq_editor_list_sections (self->editor);
  g_autoptr (GArray) layers = maq_editor_list_layers (self->editor);
  g_autofree char *label = NULL;
  g_auto (MaqBlock) block = { 0 };

  if (sections->len > 0 && layers->len > 0)
    {
      get_block (self, &block);
      maq_editor_apply (self->editor, maq_move_cells_level (&block.cells, 0));
      return;
    }
  for (guint i = 0; i < sections->len; i++)
    g_ptr_array_add (moves, maq_move_delete_section (g_array_index (sections, MaqId, i)));
  for (guint i = 0; i < layers->len; i++)
    g_ptr_array_add (moves, maq_move_delete_layer (g_array_index (layers, MaqId, i)));
  label = g_strdup_printf (layers->len > 0
                             ? g_dngettext (GETTEXT_PACKAGE, "Delete %u layer",
                                            "Delete %u layers", moves->len)
                             : g_dngettext (GETTEXT_PACKAGE, "Delete %u section",
                                            "Delete %u sections", moves->len), moves->len);
  apply_all (self, moves, label, NULL);
}

static gboolean
have_all (MaqArrangement *arrangement,
          GArray         *layers,
          gboolean        mutes)
{
  gboolean all = TRUE;

  for (guint i = 0; i < layers->len; i++)
    {
      int index = maq_arrangement_find_layer (arrangement, g_array_index (layers, MaqId, i));
      const MaqLayerFields *layer = maq_layer_get_fields (
        maq_arrangement_get_layer (arrangement, (guint) index));

      all &= mutes ? layer->muted : layer->soloed;
    }
  return all;
}

/* All of them, or if all are already, none. */
static void
mute_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  gboolean mutes = g_str_equal (action_name, "score.mute");
  g_autoptr (GPtrArray) moves = new_moves ();
  g_autofree char *label = NULL;
  g_autoptr (GArray) layers = maq_editor_list_layers (self->editor);
  gboolean on = !have_all (maq_editor_get_arrangement (self->editor), layers, mutes);

  for (guint i = 0; i < layers->len; i++)
    {
      MaqId layer = g_array_index (layers, MaqId, i);

      g_ptr_array_add (moves, mutes ? maq_move_layer_muted (layer, on)
                                    : maq_move_layer_soloed (layer, on));
    }
  label = g_strdup_printf (mutes ? g_dngettext (GETTEXT_PACKAGE, "Mute %u layer",
                                                "Mute %u layers", moves->len)
                                 : g_dngettext (GETTEXT_PACKAGE, "Solo %u layer",
                                                "Solo %u layers", moves->len), moves->len);
  apply_all (self, moves, label, action_name);
  maq_document_end_gesture (maq_editor_get_document (self->editor));
}

/* In each section those stay that are selected there. */
static void
strip_sections (const MaqCells *cells,
                GPtrArray      *moves)
{
  g_autofree MaqId *keep = g_new (MaqId, cells->n_layers);

  for (guint i = 0; i < cells->n_sections; i++)
    {
      guint n = 0;

      for (guint j = 0; j < cells->n_layers; j++)
        if (maq_cells_has (cells, i, j))
          keep[n++] = cells->layers[j];
      if (n > 0)
        g_ptr_array_add (moves, maq_move_strip_section (cells->sections[i], keep, n));
    }
}

static void
strip_layers (const MaqCells *cells,
              GPtrArray      *moves)
{
  g_autofree MaqId *keep = g_new (MaqId, cells->n_sections);

  for (guint j = 0; j < cells->n_layers; j++)
    {
      guint n = 0;

      for (guint i = 0; i < cells->n_sections; i++)
        if (maq_cells_has (cells, i, j))
          keep[n++] = cells->sections[i];
      if (n > 0)
        g_ptr_array_add (moves, maq_move_strip_layer (cells->layers[j], keep, n));
    }
}

/* What is selected stays, and with it what has nothing to do with it. */
static void
strip_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autoptr (GPtrArray) moves = new_moves ();
  g_auto (MaqBlock) block = { 0 };

  get_block (self, &block);
  if (g_str_equal (action_name, "score.strip-section"))
    strip_sections (&block.cells, moves);
  else
    strip_layers (&block.cells, moves);
  apply_all (self, moves, _("Strip to the selection"), NULL);
}

static gboolean
follows (MaqWindow *self,
         guint      section)
{
  MaqSection *node = maq_arrangement_get_section (maq_editor_get_arrangement (self->editor),
                                                  section);

  return maq_section_get_fields (node)->follows != MAQ_ID_NONE;
}

/* Whole sections, or parts of them, as the followed sections have them. */
static void
reset_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autoptr (GPtrArray) moves = new_moves ();
  g_auto (MaqBlock) block = { 0 };
  MaqRange range;

  maq_editor_get_range (self->editor, &range);
  get_block (self, &block);
  for (guint i = 0; i < range.n_sections; i++)
    {
      if (!follows (self, range.first_section + i) ||
          maq_editor_tell_section (self->editor, range.first_section + i) == MAQ_SELECTED_NOT)
        continue;
      if (range.n_layers == 0)
        g_ptr_array_add (moves, maq_move_section_reset (block.sections[i]));
      for (guint j = 0; j < range.n_layers; j++)
        if (maq_cells_has (&block.cells, i, j))
          g_ptr_array_add (moves, maq_move_part_reset (block.sections[i], block.layers[j]));
    }
  apply_all (self, moves, _("Take over from the followed sections"), NULL);
}

static void
select_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  MaqPath at = maq_editor_get_selection (self->editor);
  gboolean is_head = (at.section == MAQ_ID_NONE) != (at.layer == MAQ_ID_NONE);
  MaqRange all = { 0, maq_arrangement_get_n_sections (arrangement), 0,
                   maq_arrangement_get_n_layers (arrangement) };

  if (is_head && at.layer == MAQ_ID_NONE)
    all.n_layers = 0;
  if (is_head && at.section == MAQ_ID_NONE)
    all.n_sections = 0;
  maq_editor_select_range (self->editor, &all);
  maq_timeline_focus_selection (self->timeline);
}

void
maq_window_parts_update (MaqWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MaqRange range = { 0 };
  gboolean may_reset = FALSE;
  gboolean any;
  gboolean parts;

  if (self->editor != NULL)
    maq_editor_get_range (self->editor, &range);
  for (guint i = 0; i < range.n_sections && !may_reset; i++)
    may_reset = follows (self, range.first_section + i);
  any = range.n_sections > 0 || range.n_layers > 0;
  parts = range.n_sections > 0 && range.n_layers > 0;
  gtk_widget_action_set_enabled (widget, "score.level", parts);
  gtk_widget_action_set_enabled (widget, "score.reset", may_reset);
  gtk_widget_action_set_enabled (widget, "score.entry", parts);
  gtk_widget_action_set_enabled (widget, "score.exit", parts);
  gtk_widget_action_set_enabled (widget, "score.strip-section", parts);
  gtk_widget_action_set_enabled (widget, "score.strip-layer", parts);
  gtk_widget_action_set_enabled (widget, "score.louder", any);
  gtk_widget_action_set_enabled (widget, "score.softer", any);
  gtk_widget_action_set_enabled (widget, "score.step", any);
  gtk_widget_action_set_enabled (widget, "score.scale", any);
  gtk_widget_action_set_enabled (widget, "score.tilt", any && range.n_sections != 1);
  gtk_widget_action_set_enabled (widget, "score.ramp", any && range.n_sections != 1);
  gtk_widget_action_set_enabled (widget, "score.toggle", any);
  gtk_widget_action_set_enabled (widget, "score.pin", any);
  gtk_widget_action_set_enabled (widget, "score.delete", any);
  gtk_widget_action_set_enabled (widget, "score.mute", range.n_layers > 0);
  gtk_widget_action_set_enabled (widget, "score.solo", range.n_layers > 0);
  gtk_widget_action_set_enabled (widget, "score.select-all", self->editor != NULL);
}

void
maq_window_parts_class_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    const char                  *parameter;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "score.level", "i", level_cb },
    { "score.step", "i", step_cb },
    { "score.scale", "i", step_cb },
    { "score.tilt", "i", step_cb },
    { "score.entry", "i", extent_cb },
    { "score.exit", "i", extent_cb },
    { "score.reset", NULL, reset_cb },
    { "score.louder", NULL, louder_cb },
    { "score.softer", NULL, louder_cb },
    { "score.ramp", NULL, ramp_cb },
    { "score.toggle", NULL, toggle_cb },
    { "score.pin", NULL, pin_cb },
    { "score.delete", NULL, delete_cb },
    { "score.mute", NULL, mute_cb },
    { "score.solo", NULL, mute_cb },
    { "score.strip-section", NULL, strip_cb },
    { "score.strip-layer", NULL, strip_cb },
    { "score.select-all", NULL, select_all_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}
