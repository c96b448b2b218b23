/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-remark-card.h"

#include <glib/gi18n-lib.h>

#include "maq-remark-words.h"

#define TEXT_WIDTH 320
#define TEXT_HEIGHT 62

struct _MaqRemarkCard
{
  GtkBox         parent_instance;

  MaqEditor     *editor;
  MaqId          remark;
  GtkLabel      *place;
  GtkLabel      *rank;
  GtkWidget     *previous;
  GtkWidget     *next;
  GtkWidget     *view;
  GtkTextBuffer *text;
  GtkDropDown   *kind;
  GtkDropDown   *state;
  GtkEditable   *author;
  gboolean       is_showing;
};

G_DEFINE_FINAL_TYPE (MaqRemarkCard, maq_remark_card, GTK_TYPE_BOX)

/* NULL when it is no longer there. */
static const MaqRemarkFields *
get_fields (MaqRemarkCard *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);

  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    {
      const MaqRemarkFields *fields =
        maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i));

      if (fields->id == self->remark)
        return fields;
    }
  return NULL;
}

static char *
dup_text (MaqRemarkCard *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->text, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->text, &start, &end, FALSE));
}

/* What was typed is kept when the keyboard goes elsewhere. */
static void
commit_words (MaqRemarkCard *self)
{
  const MaqRemarkFields *fields = get_fields (self);
  g_autofree char *text = dup_text (self);
  g_autofree char *author = g_strstrip (g_strdup (gtk_editable_get_text (self->author)));

  if (fields == NULL || self->is_showing)
    return;
  if (*text != '\0' && g_strcmp0 (text, fields->text) != 0)
    maq_editor_apply (self->editor, maq_move_remark_text (self->remark, text));
  fields = get_fields (self);
  if (fields != NULL && g_strcmp0 (author, fields->author != NULL ? fields->author : "") != 0)
    maq_editor_apply (self->editor, maq_move_remark_author (self->remark, author));
}

static void
kind_cb (MaqRemarkCard *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind);

  if (!self->is_showing && kind < MAQ_N_REMARK_KINDS)
    maq_editor_apply (self->editor, maq_move_remark_kind (self->remark, (MaqRemarkKind) kind));
}

static void
state_cb (MaqRemarkCard *self)
{
  guint state = gtk_drop_down_get_selected (self->state);

  if (!self->is_showing && state < MAQ_N_REMARK_STATES)
    maq_editor_apply (self->editor, maq_move_remark_state (self->remark, (MaqRemarkState) state));
}

static void
close_card (MaqRemarkCard *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
delete_cb (MaqRemarkCard *self)
{
  maq_editor_apply (self->editor, maq_move_delete_remark (self->remark));
  close_card (self);
}

static void
show_fields (MaqRemarkCard         *self,
             const MaqRemarkFields *fields)
{
  g_autofree char *place = maq_remark_words_dup_place (maq_editor_get_arrangement (self->editor),
                                                       fields);
  g_autofree char *text = dup_text (self);

  self->is_showing = TRUE;
  gtk_label_set_label (self->place, place);
  if (g_strcmp0 (text, fields->text) != 0)
    gtk_text_buffer_set_text (self->text, fields->text != NULL ? fields->text : "", -1);
  gtk_drop_down_set_selected (self->kind, fields->kind);
  gtk_drop_down_set_selected (self->state, fields->state);
  gtk_editable_set_text (self->author, fields->author != NULL ? fields->author : "");
  self->is_showing = FALSE;
}

static void
shown_cb (MaqRemarkCard *self)
{
  const MaqRemarkFields *fields = get_fields (self);

  if (fields != NULL)
    show_fields (self, fields);
  else
    close_card (self);
}

/* Escape leaves the words as they were; Ctrl+Return keeps them and goes on. */
static gboolean
words_key_cb (MaqRemarkCard   *self,
              guint            key,
              guint            code,
              GdkModifierType  modifiers)
{
  const MaqRemarkFields *fields = get_fields (self);

  if (key == GDK_KEY_Escape && fields != NULL)
    show_fields (self, fields);
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (modifiers & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  commit_words (self);
  gtk_widget_grab_focus (self->next);
  return GDK_EVENT_STOP;
}

/* A popover keeps the keys from the window: those of the walk go on working in it. */
static gboolean
key_cb (MaqRemarkCard   *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  gboolean has_control = (modifiers & GDK_CONTROL_MASK) != 0;
  const char *action = NULL;

  if (key == GDK_KEY_Page_Down && has_control)
    action = "score.next-remark";
  else if (key == GDK_KEY_Page_Up && has_control)
    action = "score.previous-remark";
  else if (key == GDK_KEY_space && (gtk_widget_is_focus (self->next) ||
                                    gtk_widget_is_focus (self->previous)))
    action = "play.toggle";
  if (action == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return GDK_EVENT_STOP;
}

static void
watch_keys (MaqRemarkCard *self,
            GtkWidget     *widget,
            GCallback      callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

static void
watch_words (MaqRemarkCard *self,
             GtkWidget     *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (commit_words), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  watch_keys (self, widget, G_CALLBACK (words_key_cb));
}

static GtkWidget *
create_step (const char *icon,
             const char *tooltip,
             const char *name,
             const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return button;
}

static GtkWidget *
create_head (MaqRemarkCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->place = GTK_LABEL (gtk_label_new (NULL));
  self->rank = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->place, 0);
  gtk_label_set_ellipsize (self->place, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->place), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->rank), "remark-place");
  self->previous = create_step ("go-previous-symbolic",
                                _("Hear the Open Remark Before It (Ctrl+Page Up)"),
                                _("Previous Remark"), "score.previous-remark");
  self->next = create_step ("go-next-symbolic", _("Hear the Next Open Remark (Ctrl+Page Down)"),
                            _("Next Remark"), "score.next-remark");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->rank));
  gtk_box_append (GTK_BOX (head), self->previous);
  gtk_box_append (GTK_BOX (head), self->next);
  return head;
}

static GtkWidget *
create_text (MaqRemarkCard *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = gtk_text_view_new ();
  self->text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remark"), -1);
  watch_words (self, self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_set_size_request (scroller, TEXT_WIDTH, TEXT_HEIGHT);
  gtk_widget_add_css_class (scroller, "remark-text");
  return scroller;
}

static GtkWidget *
create_foot (MaqRemarkCard *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *author = gtk_entry_new ();
  GtkWidget *trash = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->kind = GTK_DROP_DOWN (maq_remark_words_create_kinds ());
  self->state = GTK_DROP_DOWN (maq_remark_words_create_states ());
  self->author = GTK_EDITABLE (author);
  gtk_entry_set_placeholder_text (GTK_ENTRY (author), _("Who says it"));
  gtk_editable_set_width_chars (self->author, 8);
  gtk_widget_set_hexpand (author, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (author), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Author"), -1);
  watch_words (self, author);
  gtk_widget_set_tooltip_text (trash, _("Delete the Remark"));
  gtk_widget_add_css_class (trash, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (trash), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Delete the Remark"), -1);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (kind_cb), self);
  g_signal_connect_swapped (self->state, "notify::selected", G_CALLBACK (state_cb), self);
  g_signal_connect_swapped (author, "activate", G_CALLBACK (commit_words), self);
  g_signal_connect_swapped (trash, "clicked", G_CALLBACK (delete_cb), self);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (foot), author);
  gtk_box_append (GTK_BOX (foot), trash);
  return foot;
}

static void
maq_remark_card_dispose (GObject *object)
{
  g_clear_object (&MAQ_REMARK_CARD (object)->editor);
  G_OBJECT_CLASS (maq_remark_card_parent_class)->dispose (object);
}

static void
maq_remark_card_class_init (MaqRemarkCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_remark_card_dispose;
}

static void
maq_remark_card_init (MaqRemarkCard *self)
{
  GtkBox *box = GTK_BOX (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (box, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "remark-card");
  gtk_box_append (box, create_head (self));
  gtk_box_append (box, create_text (self));
  gtk_box_append (box, create_foot (self));
  watch_keys (self, GTK_WIDGET (self), G_CALLBACK (key_cb));
}

GtkWidget *
maq_remark_card_new (MaqEditor *editor)
{
  MaqRemarkCard *self = g_object_new (MAQ_TYPE_REMARK_CARD, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
maq_remark_card_show (MaqRemarkCard *self,
                      MaqId          remark,
                      guint          rank,
                      guint          n_open)
{
  g_autofree char *count = rank == 0 ? NULL : g_strdup_printf (_("%u of %u open"), rank, n_open);
  const MaqRemarkFields *fields;

  if (self->remark != remark && self->remark != MAQ_ID_NONE)
    commit_words (self);
  self->remark = remark;
  fields = get_fields (self);
  if (fields != NULL)
    show_fields (self, fields);
  gtk_label_set_label (self->rank, count);
  gtk_widget_set_visible (GTK_WIDGET (self->rank), count != NULL);
}

void
maq_remark_card_focus (MaqRemarkCard *self)
{
  gtk_widget_grab_focus (self->next);
}
