/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-moves-bar.h"

#include <glib/gi18n-lib.h>

#include "maq-form-popover.h"
#include "maq-move-button.h"
#include "maq-move-list.h"

/* A pointer that only passes by shows nothing. */
#define HOVER_MS 60
/* How much of what is seen goes when a page is turned. */
#define PAGE_SHARE 0.7

struct _MaqMovesBar
{
  GtkWidget       parent_instance;

  MaqEditor      *editor;
  GtkWidget      *scroller;
  GtkWidget      *earlier;   /* scrolls back, where there is more than fits */
  GtkWidget      *later;
  GtkWidget      *box;
  GtkWidget      *form_button;
  MaqFormPopover *form;
  GPtrArray      *buttons;   /* of MaqMoveButton, borrowed */
  MaqMoveButton  *pointed;   /* whose move is shown; NULL for none */
  MaqMoveButton  *awaited;   /* whose move will be shown in a moment; NULL for none */
  guint           hover_id;
  guint           extent_id;
  char           *sentence;
};

enum
{
  PROP_0,
  PROP_SENTENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MaqMovesBar, maq_moves_bar, GTK_TYPE_WIDGET)

static void
set_sentence (MaqMovesBar *self,
              const char  *sentence)
{
  if (g_strcmp0 (self->sentence, sentence) == 0)
    return;

  g_free (self->sentence);
  self->sentence = g_strdup (sentence);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
}

static MaqMove *
make_move (MaqMovesBar    *self,
           MaqMoveButton  *button,
           GError        **error)
{
  return maq_move_list_make (maq_move_button_get_index (button), self->editor,
                             maq_move_button_get_number (button), error);
}

/* Says what would be done, and shows it; a move that can't be done says why. */
static void
show_move (MaqMovesBar   *self,
           MaqMoveButton *button)
{
  MaqProject *root = maq_document_get_root (maq_editor_get_document (self->editor));
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqMove) move = make_move (self, button, &error);
  g_autofree char *label = NULL;

  if (move == NULL)
    maq_editor_cancel_preview (self->editor);
  if (move == NULL ||
      !maq_editor_preview_quietly (self->editor, maq_move_ref (move), &error))
    label = g_strdup (error->message);
  else
    label = maq_editor_changes_nothing (self->editor) ? g_strdup (_("It is so already."))
                                                      : maq_move_dup_label (move, root);
  self->pointed = button;
  set_sentence (self, label);
}

static void
stop_waiting (MaqMovesBar *self)
{
  self->awaited = NULL;
  g_clear_handle_id (&self->hover_id, g_source_remove);
}

static void
hide_move (MaqMovesBar *self)
{
  stop_waiting (self);
  if (self->pointed == NULL)
    return;

  self->pointed = NULL;
  set_sentence (self, NULL);
  if (self->editor != NULL)
    maq_editor_cancel_preview (self->editor);
}

static gboolean
hover_cb (gpointer user_data)
{
  MaqMovesBar *self = user_data;
  MaqMoveButton *button = g_steal_pointer (&self->awaited);

  self->hover_id = 0;
  if (self->editor != NULL && gtk_widget_is_sensitive (GTK_WIDGET (button)))
    show_move (self, button);
  return G_SOURCE_REMOVE;
}

/* Another number of the move that is shown shows at once. */
static void
pointed_cb (MaqMovesBar   *self,
            MaqMoveButton *button)
{
  if (self->editor == NULL || !gtk_widget_is_sensitive (GTK_WIDGET (button)))
    return;

  stop_waiting (self);
  if (self->pointed == button)
    {
      show_move (self, button);
      return;
    }
  self->awaited = button;
  self->hover_id = g_timeout_add (HOVER_MS, hover_cb, self);
}

static void
left_cb (MaqMovesBar   *self,
         MaqMoveButton *button)
{
  if (self->pointed == button || self->awaited == button)
    hide_move (self);
}

/* A preview that something else has ended, such as an undo, leaves no sentence behind. */
static void
shown_cb (MaqMovesBar *self)
{
  if (self->pointed == NULL || maq_editor_is_previewing (self->editor))
    return;

  self->pointed = NULL;
  set_sentence (self, NULL);
}

/* Several sections stay selected, where otherwise what the move makes is. */
static void
clicked_cb (MaqMovesBar   *self,
            MaqMoveButton *button)
{
  g_autoptr (GArray) sections = NULL;
  g_autoptr (GError) error = NULL;
  MaqMove *move;

  if (self->editor == NULL)
    return;

  hide_move (self);
  sections = maq_editor_list_sections (self->editor);
  move = make_move (self, button, &error);
  if (move == NULL)
    g_signal_emit_by_name (self->editor, "refused", error->message);
  else if (sections->len > 1)
    maq_editor_apply_here (self->editor, move);
  else
    maq_editor_apply (self->editor, move);
}

/* What is about a section needs one to be selected. */
static void
update (MaqMovesBar *self)
{
  gboolean has_section = self->editor != NULL &&
                         maq_editor_get_section_index (self->editor) >= 0;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      MaqMoveButton *button = g_ptr_array_index (self->buttons, i);
      const MaqMoveChoice *choice = maq_move_list_get (maq_move_button_get_index (button));

      gtk_widget_set_sensitive (GTK_WIDGET (button), self->editor != NULL &&
                                                     (has_section || !choice->needs_section));
    }
}

static void
selection_changed_cb (MaqMovesBar *self)
{
  hide_move (self);
  update (self);
}

/* The first moves are at the right then, and what is scrolled still counts from the left. */
static gboolean
is_mirrored (MaqMovesBar *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Buttons at the ends tell that there is more, and go there. */
static gboolean
show_extent_cb (gpointer user_data)
{
  MaqMovesBar *self = user_data;
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double upper = gtk_adjustment_get_upper (adjustment);
  gboolean is_more_left = value > 0.5;
  gboolean is_more_right = value + page < upper - 0.5;

  /* their own width must not decide on them: both are there as long as anything is hidden */
  gtk_widget_set_visible (self->earlier, upper > page + 1);
  gtk_widget_set_visible (self->later, upper > page + 1);
  gtk_widget_set_sensitive (self->earlier, is_mirrored (self) ? is_more_right : is_more_left);
  gtk_widget_set_sensitive (self->later, is_mirrored (self) ? is_more_left : is_more_right);
  self->extent_id = 0;
  return G_SOURCE_REMOVE;
}

/* It may have changed while everything is given its place: nothing can appear just then. */
static void
extent_changed_cb (MaqMovesBar *self)
{
  if (self->extent_id == 0)
    self->extent_id = g_idle_add (show_extent_cb, self);
}

static void
turn_page (MaqMovesBar *self,
           double       pages)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                          + pages * gtk_adjustment_get_page_size (adjustment)
                                            * (is_mirrored (self) ? -1 : 1));
}

static void
earlier_cb (MaqMovesBar *self)
{
  turn_page (self, -PAGE_SHARE);
}

static void
later_cb (MaqMovesBar *self)
{
  turn_page (self, PAGE_SHARE);
}

static void
maq_moves_bar_dispose (GObject *object)
{
  MaqMovesBar *self = MAQ_MOVES_BAR (object);

  self->pointed = NULL;
  stop_waiting (self);
  g_clear_handle_id (&self->extent_id, g_source_remove);
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->sentence, g_free);
  G_OBJECT_CLASS (maq_moves_bar_parent_class)->dispose (object);
}

static void
maq_moves_bar_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SENTENCE:
      g_value_set_string (value, MAQ_MOVES_BAR (object)->sentence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maq_moves_bar_class_init (MaqMovesBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maq_moves_bar_dispose;
  object_class->get_property = maq_moves_bar_get_property;
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "movesbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static GtkWidget *
make_form_button (MaqMovesBar *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->form = MAQ_FORM_POPOVER (maq_form_popover_new ());
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Form"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->form));
  gtk_widget_set_tooltip_text (button, _("Type the Form of the Song (F4)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Form"), -1);
  return button;
}

static GtkWidget *
make_page_button (MaqMovesBar *self,
                  const char  *icon,
                  const char  *tooltip,
                  GCallback    callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  /* the keyboard reaches every move without them */
  gtk_widget_set_focusable (button, FALSE);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_scroller (MaqMovesBar *self,
              GtkWidget   *row)
{
  GtkAdjustment *adjustment;

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), row);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  self->earlier = make_page_button (self, "go-previous-symbolic", _("Moves Before These"),
                                    G_CALLBACK (earlier_cb));
  self->later = make_page_button (self, "go-next-symbolic", _("More Moves"),
                                  G_CALLBACK (later_cb));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->earlier);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_box_append (GTK_BOX (self->box), self->later);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (extent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (extent_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
maq_moves_bar_init (MaqMovesBar *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->buttons = g_ptr_array_new ();
  self->form_button = make_form_button (self);
  gtk_box_append (GTK_BOX (row), self->form_button);
  gtk_box_append (GTK_BOX (row), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  for (guint i = 0; i < maq_move_list_get_length (); i++)
    {
      GtkWidget *button = maq_move_button_new (i);

      g_signal_connect_object (button, "pointed", G_CALLBACK (pointed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (button, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (row), button);
      g_ptr_array_add (self->buttons, button);
    }

  add_scroller (self, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Moves"), -1);
  update (self);
}

void
maq_moves_bar_set_editor (MaqMovesBar *self,
                          MaqEditor   *editor)
{
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  hide_move (self);
  g_set_object (&self->editor, editor);
  maq_form_popover_set_editor (self->form, editor);
  for (guint i = 0; i < self->buttons->len; i++)
    maq_move_button_set_editor (g_ptr_array_index (self->buttons, i), editor);
  if (editor != NULL)
    {
      g_signal_connect_object (editor, "selection-changed", G_CALLBACK (selection_changed_cb),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (editor, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

void
maq_moves_bar_edit_form (MaqMovesBar *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->form_button));
}
