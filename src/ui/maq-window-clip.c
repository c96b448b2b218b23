/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts in the clipboard: within a song, between windows, and as a table for other programs. */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>

#include "maq-block.h"
#include "maq-part-clip.h"

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  g_autoptr (MaqPartClip) clip = NULL;
  g_autoptr (GdkContentProvider) all = NULL;
  GdkContentProvider *forms[2];
  g_auto (MaqBlock) block = { 0 };
  MaqRange range;

  maq_editor_get_range (self->editor, &range);
  range = maq_block_complete (arrangement, &range);
  maq_block_init_selected (&block, self->editor);
  clip = maq_part_clip_new (arrangement, &range, block.picked);
  forms[0] = gdk_content_provider_new_typed (MAQ_TYPE_PART_CLIP, clip);
  forms[1] = gdk_content_provider_new_typed (G_TYPE_STRING, maq_part_clip_get_text (clip));
  all = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
  gdk_clipboard_set_content (clipboard, all);
}

static void
cut_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_auto (MaqBlock) block = { 0 };

  copy_cb (widget, action_name, parameter);
  maq_block_init_selected (&block, self->editor);
  maq_editor_apply (self->editor, maq_move_cells_level (&block.cells, 0));
}

static void
paste (MaqWindow   *self,
       MaqPartClip *clip)
{
  MaqMove *move;
  MaqRange range;
  MaqRange target;

  maq_editor_get_range (self->editor, &range);
  if ((range.n_sections == 0 && range.n_layers == 0) || maq_window_refuses_picks (self))
    return;
  move = maq_part_clip_create_move (clip, maq_editor_get_arrangement (self->editor), &range,
                                    &target);
  if (move == NULL)
    maq_window_say (self, _("None of the layers that were copied is here. Select a part to "
                            "paste to."));
  else if (maq_editor_apply (self->editor, move))
    maq_editor_select_range (self->editor, &target);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MaqWindow) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (maq_window_is_gone (self) || self->editor == NULL)
    return;
  if (value != NULL)
    paste (self, g_value_get_boxed (value));
  else
    maq_window_say (self, _("There are no parts to paste. Copy some first."));
}

static void
paste_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gdk_clipboard_read_value_async (gtk_widget_get_clipboard (widget), MAQ_TYPE_PART_CLIP,
                                  G_PRIORITY_DEFAULT, NULL, read_cb, g_object_ref (widget));
}

void
maq_window_clip_update (MaqWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MaqRange range = { 0 };
  gboolean any;

  if (self->editor != NULL)
    maq_editor_get_range (self->editor, &range);
  any = range.n_sections > 0 || range.n_layers > 0;
  gtk_widget_action_set_enabled (widget, "score.cut", any);
  gtk_widget_action_set_enabled (widget, "score.copy", any);
  gtk_widget_action_set_enabled (widget, "score.paste", any);
}

void
maq_window_clip_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "score.cut", NULL, cut_cb);
  gtk_widget_class_install_action (widget_class, "score.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "score.paste", NULL, paste_cb);
}
