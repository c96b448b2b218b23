/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * MaqAdviceList: what a second pair of ears says. CSS nodes: list rows of class advice, with
 * labels of class advice-reason. Role: list; arrows go from one to the next, Enter shows its
 * place, Tab goes to its moves.
 */

#include "maq-advice-list.h"

#include <glib/gi18n-lib.h>

/* A pointer that only passes by shows nothing. */
#define HOVER_MS 60
#define REASON_CHARS 46

struct _MaqAdviceList
{
  GtkBox      parent_instance;

  MaqEditor  *editor;
  GtkListBox *list;
  GtkWidget  *nothing;
  GtkLabel   *verdict;    /* the first line of @nothing */
  GtkWidget  *detail;
  GtkWidget  *fold;       /* of what is dismissed */
  GtkListBox *dismissed;
  MaqMove    *awaited;    /* will be shown in a moment; NULL for none */
  MaqMove    *pointed;    /* is shown; NULL for none */
  guint       hover_id;
};

enum
{
  SIGNAL_POINTED,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static const char advice_key[] = "maq-advice";
static const char move_key[] = "maq-move";

G_DEFINE_FINAL_TYPE (MaqAdviceList, maq_advice_list, GTK_TYPE_BOX)

static void
stop_waiting (MaqAdviceList *self)
{
  g_clear_handle_id (&self->hover_id, g_source_remove);
  g_clear_pointer (&self->awaited, maq_move_unref);
}

void
maq_advice_list_rest (MaqAdviceList *self)
{
  stop_waiting (self);
  if (self->pointed == NULL)
    return;

  /* what somebody else previews meanwhile is theirs */
  if (self->editor != NULL && maq_editor_get_previewed (self->editor) == self->pointed)
    maq_editor_cancel_preview (self->editor);
  g_clear_pointer (&self->pointed, maq_move_unref);
}

static gboolean
hover_cb (gpointer user_data)
{
  MaqAdviceList *self = user_data;
  MaqMove *move = g_steal_pointer (&self->awaited);

  self->hover_id = 0;
  maq_advice_list_rest (self);
  self->pointed = move;
  if (self->editor != NULL)
    maq_editor_preview_quietly (self->editor, maq_move_ref (move), NULL);
  return G_SOURCE_REMOVE;
}

static void
point (MaqAdviceList *self,
       GtkWidget     *button)
{
  MaqMove *move = g_object_get_data (G_OBJECT (button), move_key);

  if (move == self->pointed || move == self->awaited)
    return;
  stop_waiting (self);
  self->awaited = maq_move_ref (move);
  self->hover_id = g_timeout_add (HOVER_MS, hover_cb, self);
}

static MaqAdviceList *
find_list (GtkWidget *widget)
{
  return MAQ_ADVICE_LIST (gtk_widget_get_ancestor (widget, MAQ_TYPE_ADVICE_LIST));
}

static void
enter_cb (GtkWidget *button)
{
  point (find_list (button), button);
}

static void
leave_cb (GtkWidget *button)
{
  MaqAdviceList *self = find_list (button);

  if (self != NULL)
    maq_advice_list_rest (self);
}

/* A click also brings the focus; only the keyboard's is meant to preview. */
static void
focus_cb (GtkWidget *button)
{
  GtkRoot *root = gtk_widget_get_root (button);

  if (GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root)))
    enter_cb (button);
}

static void
move_clicked_cb (GtkWidget *button)
{
  MaqAdviceList *self = find_list (button);
  g_autoptr (MaqMove) move = maq_move_ref (g_object_get_data (G_OBJECT (button), move_key));
  g_autofree char *label = NULL;

  maq_advice_list_rest (self);
  if (self->editor == NULL)
    return;
  label = maq_move_dup_label (move, maq_editor_get_root (self->editor));
  if (maq_editor_apply (self->editor, maq_move_ref (move)))
    g_signal_emit (self, signals[SIGNAL_DONE], 0, label);
}

static void
settle_clicked_cb (GtkWidget *button)
{
  MaqAdviceList *self = find_list (button);
  MaqAdvice *advice = g_object_get_data (G_OBJECT (button), advice_key);
  const MaqAdviceFields *fields = maq_advice_get_fields (advice);

  maq_advice_list_rest (self);
  if (self->editor != NULL)
    maq_editor_apply (self->editor, fields->is_dismissed
                                      ? maq_move_bring_back (fields->check, fields->section,
                                                             fields->layer)
                                      : maq_move_dismiss (fields->check, fields->section,
                                                          fields->layer));
}

static void
activated_cb (MaqAdviceList *self,
              GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, g_object_get_data (G_OBJECT (row), advice_key));
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), REASON_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), REASON_CHARS);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_move_button (MaqAdviceList *self,
                 MaqMove       *move)
{
  g_autofree char *label = maq_move_dup_label (move, maq_editor_get_root (self->editor));
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *text = gtk_button_get_child (GTK_BUTTON (button));
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, _("Seen while the pointer is here, heard while H is held"));
  g_object_set_data_full (G_OBJECT (button), move_key, maq_move_ref (move),
                          (GDestroyNotify) maq_move_unref);
  g_signal_connect_object (motion, "enter", G_CALLBACK (enter_cb), button, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), button, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), button, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), button, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (button, motion);
  gtk_widget_add_controller (button, focus);
  g_signal_connect (button, "clicked", G_CALLBACK (move_clicked_cb), NULL);
  return button;
}

static GtkWidget *
new_settle_button (MaqAdvice *advice)
{
  gboolean is_dismissed = maq_advice_get_fields (advice)->is_dismissed;
  GtkWidget *button = gtk_button_new_with_label (is_dismissed ? _("Bring Back") : _("Dismiss"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, is_dismissed ? _("Say It Again in This Song")
                                                    : _("Not Again in This Song"));
  g_object_set_data_full (G_OBJECT (button), advice_key, maq_advice_ref (advice),
                          (GDestroyNotify) maq_advice_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (settle_clicked_cb), NULL);
  return button;
}

static void
add_row (MaqAdviceList *self,
         MaqAdvice     *advice)
{
  const MaqAdviceFields *fields = maq_advice_get_fields (advice);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sentence = new_label (fields->sentence, "advice-sentence");

  gtk_widget_set_hexpand (sentence, TRUE);
  gtk_box_append (GTK_BOX (head), sentence);
  gtk_box_append (GTK_BOX (head), new_settle_button (advice));
  gtk_box_append (GTK_BOX (box), head);
  if (!fields->is_dismissed)
    {
      gtk_box_append (GTK_BOX (box), new_label (fields->reason, "advice-reason"));
      for (guint i = 0; i < fields->n_moves; i++)
        gtk_box_append (GTK_BOX (box), new_move_button (self, fields->moves[i]));
    }
  gtk_widget_add_css_class (row, "advice");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), advice_key, maq_advice_ref (advice),
                          (GDestroyNotify) maq_advice_unref);
  gtk_widget_set_tooltip_text (sentence, _("Go There (Enter)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  fields->sentence, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  fields->reason, -1);
  gtk_list_box_append (fields->is_dismissed ? self->dismissed : self->list, row);
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static int
find_focused_row (MaqAdviceList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (row) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* The keyboard stays where it was in the list, or at its end, or at what is folded away. */
static void
focus_row (MaqAdviceList *self,
           int            index)
{
  GtkListBoxRow *row = NULL;

  for (int i = index; i >= 0 && row == NULL; i--)
    row = gtk_list_box_get_row_at_index (self->list, i);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (gtk_widget_get_visible (self->fold))
    gtk_widget_grab_focus (self->fold);
}

void
maq_advice_list_show (MaqAdviceList *self,
                      GPtrArray     *advice)
{
  int focused = find_focused_row (self);
  g_autofree char *title = NULL;
  guint n_dismissed = 0;

  maq_advice_list_rest (self);
  clear (self->list);
  clear (self->dismissed);
  for (guint i = 0; i < advice->len && self->editor != NULL; i++)
    {
      add_row (self, g_ptr_array_index (advice, i));
      n_dismissed += maq_advice_get_fields (g_ptr_array_index (advice, i))->is_dismissed;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), advice->len > n_dismissed);
  gtk_widget_set_visible (self->nothing, advice->len == n_dismissed);
  title = g_strdup_printf (_("Dismissed (%u)"), n_dismissed);
  gtk_expander_set_label (GTK_EXPANDER (self->fold), title);
  /* GTK 4.8 gives an expander no name by itself */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_widget_set_visible (self->fold, n_dismissed > 0);
  if (focused >= 0)
    focus_row (self, focused);
}

void
maq_advice_list_set_editor (MaqAdviceList *self,
                            MaqEditor     *editor)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  maq_advice_list_rest (self);
  g_set_object (&self->editor, editor);
  maq_advice_list_show (self, nothing);
}

static gboolean
maq_advice_list_grab_focus (GtkWidget *widget)
{
  MaqAdviceList *self = MAQ_ADVICE_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (row));
  return gtk_widget_get_visible (self->fold) && gtk_widget_grab_focus (self->fold);
}

static void
maq_advice_list_dispose (GObject *object)
{
  MaqAdviceList *self = MAQ_ADVICE_LIST (object);

  stop_waiting (self);
  g_clear_pointer (&self->pointed, maq_move_unref);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (maq_advice_list_parent_class)->dispose (object);
}

static void
maq_advice_list_class_init (MaqAdviceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_advice_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = maq_advice_list_grab_focus;
  signals[SIGNAL_POINTED] = g_signal_new ("pointed", MAQ_TYPE_ADVICE_LIST, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_DONE] = g_signal_new ("done", MAQ_TYPE_ADVICE_LIST, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkListBox *
add_list (MaqAdviceList *self,
          const char    *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "plain-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_LIST_BOX (list);
}

static GtkWidget *
new_empty_state (MaqAdviceList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *verdict = new_label (_("Nothing to say."), "advice-sentence");

  self->verdict = GTK_LABEL (verdict);
  gtk_box_append (GTK_BOX (box), verdict);
  gtk_box_append (GTK_BOX (box), new_label (
    _("Here stands what a colleague might notice: a chorus no bigger than its verse, a long "
      "stretch in which nobody enters, two players who do the same, a player who is needed "
      "once. Each with moves that mend it."), "advice-reason"));
  gtk_widget_add_css_class (box, "advice-nothing");
  return box;
}

void
maq_advice_list_set_state (MaqAdviceList *self,
                           gboolean       is_listening,
                           const char    *detail)
{
  gtk_label_set_label (self->verdict, is_listening ? _("Still listening…") : _("Nothing to say."));
  gtk_label_set_label (GTK_LABEL (self->detail), detail != NULL ? detail : "");
  gtk_widget_set_visible (self->detail, detail != NULL);
}

static void
maq_advice_list_init (MaqAdviceList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->list = add_list (self, _("A second pair of ears"));
  self->dismissed = add_list (self, _("Dismissed"));
  self->nothing = new_empty_state (self);
  self->detail = new_label ("", "advice-detail");
  self->fold = gtk_expander_new (NULL);
  gtk_expander_set_child (GTK_EXPANDER (self->fold), GTK_WIDGET (self->dismissed));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), self->nothing);
  gtk_box_append (GTK_BOX (self), self->detail);
  gtk_box_append (GTK_BOX (self), self->fold);
}

GtkWidget *
maq_advice_list_new (void)
{
  return g_object_new (MAQ_TYPE_ADVICE_LIST, NULL);
}
