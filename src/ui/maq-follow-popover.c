/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-follow-popover.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-compat.h"

#define MARGIN 6
#define LIST_HEIGHT 260
#define LINE_CHARS 56

/* So that it does not change its width with each thing that it says. */
#define LEAST_WIDTH 340

/* Before so much of the proposals is measured, how long they take is not known. */
#define LEAST_SHARE 0.05
#define LEAST_SECONDS 1.0

/* After a line is left out, in case another one is at once. */
#define DELAY_MSEC 300

struct _MaqFollowPopover
{
  GtkPopover    parent_instance;

  MaqFollowing *following;
  MaqEditor    *editor;
  MaqProject   *root;       /* that the proposal is about */
  MaqFollow    *follow;     /* what is offered; NULL before */
  gboolean     *wanted;     /* for each section */
  guint         delay_id;
  gint64        start_usec; /* when the first one was looked for; 0 before */
  GtkWidget    *heading;
  GtkWidget    *summary;
  GtkWidget    *progress;
  GtkWidget    *scroller;
  GtkWidget    *list;
  GtkWidget    *hint;
  GtkWidget    *cancel;
  GtkWidget    *apply;
};

enum
{
  SIGNAL_PROPOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqFollowPopover, maq_follow_popover, GTK_TYPE_POPOVER)

static gboolean
is_current (MaqFollowPopover *self)
{
  return self->editor != NULL && self->follow != NULL
         && self->root == maq_document_get_root (maq_editor_get_document (self->editor));
}

/* The timeline shows what is wanted of it. */
static void
show_wanted (MaqFollowPopover *self)
{
  g_autoptr (MaqMove) move = NULL;

  if (!is_current (self))
    return;
  move = maq_follow_create_move (self->follow, self->wanted);
  gtk_widget_set_sensitive (self->apply, move != NULL);
  if (move == NULL)
    maq_editor_cancel_preview (self->editor);
  else
    maq_editor_preview_quietly (self->editor, g_steal_pointer (&move), NULL);
}

static gboolean
delay_cb (gpointer data)
{
  MaqFollowPopover *self = data;

  self->delay_id = 0;
  maq_following_measure_wanted (self->following, self->follow, self->wanted);
  return G_SOURCE_REMOVE;
}

/* What is wanted now is measured as a whole. */
static void
measure_wanted (MaqFollowPopover *self)
{
  maq_following_stop (self->following);
  g_clear_handle_id (&self->delay_id, g_source_remove);
  self->delay_id = g_timeout_add (DELAY_MSEC, delay_cb, self);
  gtk_label_set_label (GTK_LABEL (self->summary), _("Measuring what is chosen…"));
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), 0.0);
  gtk_widget_show (self->progress);
}

static void
toggled_cb (MaqFollowPopover *self,
            GtkCheckButton   *check)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "maq-section"));

  if (!is_current (self))
    return;
  self->wanted[index] = gtk_check_button_get_active (check);
  show_wanted (self);
  measure_wanted (self);
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "Verse 2: Keys 5 → 3, Strings out", and how near that comes; or why nothing changes there. */
static void
label_line (MaqFollowPopover *self,
            GtkWidget        *line)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (line), "maq-section"));
  const MaqFollowSection *section = maq_follow_get_section (self->follow, index);
  MaqArrangement *arrangement = maq_project_get_arrangement (self->root);
  g_autofree char *becomes = maq_follow_dup_sentence (self->follow, index);
  g_autofree char *sentence
    = g_strdup_printf ("%s: %s", maq_section_get_name (maq_arrangement_get_section (arrangement,
                                                                                    index)),
                       becomes);
  /* Translators: energies of a section, 0 to 10: "3.1 → 4.8, meant 5.0" */
  g_autofree char *figures = g_strdup_printf (_("%.1f → %.1f, meant %.1f"), section->before,
                                              section->after, section->meant);
  g_autofree char *label = g_strdup_printf ("%s. %s", sentence, figures);
  g_autofree char *lines = g_strdup_printf ("%s\n%s", sentence, figures);
  GtkWidget *words;

  if (!GTK_IS_CHECK_BUTTON (line))
    {
      gtk_label_set_label (GTK_LABEL (line), lines);
      return;
    }
  gtk_check_button_set_label (GTK_CHECK_BUTTON (line), lines);
  words = gtk_widget_get_last_child (line);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (words), LINE_CHARS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* Where nothing changes there is nothing to choose. */
static GtkWidget *
create_line (MaqFollowPopover *self,
             guint             index)
{
  GtkWidget *line = self->wanted[index] ? gtk_check_button_new_with_label ("")
                                        : create_label ("", "dim-label");

  g_object_set_data (G_OBJECT (line), "maq-section", GUINT_TO_POINTER (index));
  label_line (self, line);
  if (!self->wanted[index])
    return line;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (line), TRUE);
  g_signal_connect_object (line, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return line;
}

static void
clear_list (MaqFollowPopover *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
}

/* There is nothing to be cancelled. */
static void
offer_close (MaqFollowPopover *self)
{
  maq_compat_set_mnemonic (GTK_BUTTON (self->cancel), _("_Close"));
  gtk_widget_set_tooltip_text (self->cancel, _("Close (Esc)"));
  gtk_widget_grab_focus (self->cancel);
}

static void
show_changes (MaqFollowPopover *self)
{
  GtkWidget *first = NULL;
  guint n_lines = 0;

  self->wanted = g_new0 (gboolean, maq_follow_get_n_sections (self->follow) + 1);
  for (guint i = 0; i < maq_follow_get_n_sections (self->follow); i++)
    {
      const MaqFollowSection *section = maq_follow_get_section (self->follow, i);
      GtkWidget *line;

      if (!section->chosen)
        continue;
      self->wanted[i] = section->text != NULL;
      line = create_line (self, i);
      gtk_box_append (GTK_BOX (self->list), line);
      n_lines++;
      if (self->wanted[i] && first == NULL)
        first = line;
    }
  gtk_widget_set_visible (self->scroller, n_lines > 0);
  gtk_widget_set_visible (self->hint, first != NULL);
  gtk_widget_set_visible (self->apply, first != NULL);
  if (first == NULL)
    offer_close (self);
  else
    gtk_widget_grab_focus (first);
}

/* What comes of the lines that are chosen. */
static void
show_measured (MaqFollowPopover *self)
{
  for (GtkWidget *line = gtk_widget_get_first_child (self->list); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    label_line (self, line);
}

static void
done_cb (MaqFollowPopover *self,
         MaqFollow        *follow,
         const char       *message)
{
  g_autofree char *summary = NULL;
  gboolean is_first = self->follow == NULL;

  /* another popover may have started it */
  if (self->root == NULL)
    return;
  if (follow == NULL || self->root != maq_document_get_root (
                                        maq_editor_get_document (self->editor)))
    {
      gtk_label_set_label (GTK_LABEL (self->summary),
                           follow == NULL ? message : _("The song has changed meanwhile."));
      offer_close (self);
      gtk_widget_hide (self->progress);
      return;
    }
  g_clear_pointer (&self->follow, maq_follow_unref);
  self->follow = maq_follow_ref (follow);
  summary = maq_follow_dup_summary (follow);
  gtk_label_set_label (GTK_LABEL (self->summary), summary);
  if (is_first)
    {
      show_changes (self);
      show_wanted (self);
    }
  else
    show_measured (self);
  /* it had the keyboard till now */
  gtk_widget_hide (self->progress);
  g_signal_emit (self, signals[SIGNAL_PROPOSED], 0, self->follow);
}

static char *
dup_step (MaqFollowingStep step,
          guint            round)
{
  if (step == MAQ_FOLLOWING_STEP_LISTENING)
    return g_strdup (_("Listening to what each layer adds at each level"));
  if (step == MAQ_FOLLOWING_STEP_SEARCHING)
    return g_strdup (_("Looking for the fewest changes"));
  if (round == 0)
    return g_strdup (_("Measuring the song as it is"));
  return g_strdup_printf (_("Measuring proposal %u"), round);
}

/* About so many seconds more; below 0 where that is not known yet. The song as it is says nothing
 * of how long proposals take: it may be measured already, and of them only what changes is. */
static int
guess_seconds_left (MaqFollowPopover *self,
                    guint             round,
                    double            progress)
{
  double first = maq_follow_get_progress (1, 0.0);
  double share = (progress - first) / (1.0 - first);
  double seconds;

  if (round == 0)
    return -1;
  if (self->start_usec == 0)
    self->start_usec = 0;
  seconds = (double) (g_get_monotonic_time () - self->start_usec) / G_USEC_PER_SEC;
  if (share < LEAST_SHARE || seconds < LEAST_SECONDS)
    return -1;
  return (int) ceil (seconds * (1.0 - share) / share);
}

static void
progress_cb (MaqFollowPopover *self,
             MaqFollowingStep  step,
             guint             round,
             double            fraction)
{
  double progress = maq_follow_get_progress (round, fraction);
  int seconds;
  g_autofree char *text = NULL;

  if (self->root == NULL)
    return;
  if (self->follow != NULL)
    {
      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), fraction);
      return;
    }
  text = dup_step (step, round);
  seconds = guess_seconds_left (self, round, progress);
  if (seconds > 0)
    {
      g_autofree char *both
        /* Translators: what is done just now, and how long all of it may take */
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s; about %d second more",
                                        "%s; about %d seconds more", (gulong) seconds),
                           text, seconds);

      gtk_label_set_label (GTK_LABEL (self->summary), both);
    }
  else
    gtk_label_set_label (GTK_LABEL (self->summary), text);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), progress);
}

/* Only what is offered is done: while it is looked for, nothing happens. */
static void
apply_cb (MaqFollowPopover *self)
{
  g_autoptr (MaqMove) move = NULL;

  if (!is_current (self))
    return;
  move = maq_follow_create_move (self->follow, self->wanted);
  if (move == NULL)
    return;
  maq_editor_apply (self->editor, g_steal_pointer (&move));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
apply_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  apply_cb (MAQ_FOLLOW_POPOVER (widget));
}

static void
forget (MaqFollowPopover *self)
{
  /* another popover may have started since */
  if (self->root != NULL)
    maq_following_stop (self->following);
  g_clear_handle_id (&self->delay_id, g_source_remove);
  clear_list (self);
  g_clear_pointer (&self->follow, maq_follow_unref);
  g_clear_pointer (&self->root, maq_project_unref);
  g_clear_pointer (&self->wanted, g_free);
}

static void
closed_cb (MaqFollowPopover *self)
{
  if (is_current (self))
    maq_editor_cancel_preview (self->editor);
  forget (self);
  g_signal_emit (self, signals[SIGNAL_PROPOSED], 0, NULL);
}

static void
maq_follow_popover_dispose (GObject *object)
{
  MaqFollowPopover *self = MAQ_FOLLOW_POPOVER (object);

  if (self->following != NULL)
    forget (self);
  g_clear_object (&self->following);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (maq_follow_popover_parent_class)->dispose (object);
}

static void
maq_follow_popover_class_init (MaqFollowPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_follow_popover_dispose;
  signals[SIGNAL_PROPOSED] = g_signal_new ("proposed", MAQ_TYPE_FOLLOW_POPOVER, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_install_action (widget_class, "follow.apply", NULL, apply_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "follow.apply", NULL);
}

static GtkWidget *
create_buttons (MaqFollowPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, MARGIN);

  self->cancel = maq_compat_create_button (_("_Cancel"));
  self->hint = create_label (_("Hold H to hear it"), "dim-label");
  self->apply = maq_compat_create_button (_("_Apply"));
  gtk_widget_set_hexpand (self->hint, TRUE);
  gtk_widget_set_tooltip_text (self->cancel, _("Leave the Song as It Is (Esc)"));
  gtk_widget_set_tooltip_text (self->apply, _("Make These Changes, as One Step (Ctrl+Enter)"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_widget_set_halign (self->cancel, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->cancel, TRUE);
  g_signal_connect_object (self->cancel, "clicked", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apply, "clicked", G_CALLBACK (apply_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), self->cancel);
  gtk_box_append (GTK_BOX (box), self->apply);
  return box;
}

static GtkWidget *
create_content (MaqFollowPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);

  gtk_widget_set_size_request (box, LEAST_WIDTH, -1);
  self->heading = create_label ("", "heading");
  self->summary = create_label ("", NULL);
  self->progress = gtk_progress_bar_new ();
  /* the keyboard waits here: Enter ends nothing, Esc does */
  gtk_widget_set_focusable (self->progress, TRUE);
  self->scroller = gtk_scrolled_window_new ();
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Measuring"), -1);
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->progress);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box),
                  create_label (_("Of all arcs energy is the one that levels and entries follow. "
                                  "It is what is heard before the whole song is brought near "
                                  "the loudness of others."), "dim-label"));
  gtk_box_append (GTK_BOX (box), create_buttons (self));
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  return box;
}

static void
maq_follow_popover_init (MaqFollowPopover *self)
{
  gtk_popover_set_child (GTK_POPOVER (self), create_content (self));
  /* until something is proposed */
  gtk_widget_hide (self->scroller);
  gtk_widget_hide (self->hint);
  gtk_widget_hide (self->apply);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

GtkWidget *
maq_follow_popover_new (MaqFollowing *following)
{
  MaqFollowPopover *self = g_object_new (MAQ_TYPE_FOLLOW_POPOVER, NULL);

  self->following = g_object_ref (following);
  g_signal_connect_object (following, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (following, "progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
show_heading (MaqFollowPopover *self,
              guint             n_sections)
{
  g_autofree char *text = NULL;

  if (n_sections == 0)
    text = g_strdup (_("Follow the arc of energy"));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Follow the arc of energy in %u section",
                                         "Follow the arc of energy in %u sections", n_sections),
                            n_sections);
  gtk_label_set_label (GTK_LABEL (self->heading), text);
}

void
maq_follow_popover_start (MaqFollowPopover *self,
                          MaqEditor        *editor,
                          MaqSoundfont     *font,
                          const MaqId      *sections,
                          guint             n_sections)
{
  forget (self);
  g_set_object (&self->editor, editor);
  show_heading (self, n_sections);
  gtk_widget_set_visible (self->progress, font != NULL);
  if (font == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->summary),
                           _("The instruments are not there yet. Try again in a moment."));
      return;
    }
  maq_editor_cancel_preview (editor);
  self->root = maq_project_ref (maq_document_get_root (maq_editor_get_document (editor)));
  self->start_usec = g_get_monotonic_time ();
  progress_cb (self, MAQ_FOLLOWING_STEP_LISTENING, 0, 0.0);
  gtk_widget_grab_focus (self->progress);
  maq_following_start (self->following, font, self->root, sections, n_sections);
}
