/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window can do to sections, one or several, and to the bars in them. */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-bar-map.h"
#include "maq-block.h"

/* Who carries a section when everything else is left out. */
#define N_BARE_LAYERS 2

/* the sections that are selected, those of selected parts too; FALSE if they are scattered */
static gboolean
get_sections (MaqWindow *self,
              MaqRange  *range,
              MaqBlock  *block)
{
  if (maq_window_refuses_picks (self))
    return FALSE;
  maq_editor_get_range (self->editor, range);
  maq_block_init (block, maq_editor_get_arrangement (self->editor), range);
  return TRUE;
}

/* Does @move, which it takes over, and selects @n_sections sections from where they are then. */
static void
apply_and_select (MaqWindow *self,
                  MaqMove   *move,
                  guint      first,
                  guint      n_sections)
{
  MaqRange range = { .first_section = first, .n_sections = n_sections };

  if (maq_editor_apply (self->editor, move) && n_sections > 1)
    maq_editor_select_range (self->editor, &range);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  gboolean follows = g_str_equal (action_name, "score.repeat");
  g_auto (MaqBlock) block = { 0 };
  MaqRange range;
  guint after;

  if (!get_sections (self, &range, &block))
    return;
  after = range.first_section + range.n_sections;
  if (range.n_sections > 1)
    apply_and_select (self, follows ? maq_move_repeat_sections (block.sections, range.n_sections,
                                                                (int) after)
                                    : maq_move_copy_sections (block.sections, range.n_sections,
                                                              (int) after),
                      after, range.n_sections);
  else if (range.n_sections == 1)
    maq_editor_apply (self->editor, follows ? maq_move_repeat_section (block.sections[0])
                                            : maq_move_duplicate_section (block.sections[0]));
  else if (range.n_layers > 0)
    maq_editor_apply (self->editor,
                      maq_move_duplicate_layer (maq_editor_get_selection (self->editor).layer));
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  int step = g_str_equal (action_name, "score.move-earlier") ? -1 : 1;
  g_auto (MaqBlock) block = { 0 };
  MaqRange range;
  int to;

  if (!get_sections (self, &range, &block))
    return;
  to = (int) range.first_section + step;
  if (range.n_sections == 0 || to < 0 ||
      to + range.n_sections >
        maq_arrangement_get_n_sections (maq_editor_get_arrangement (self->editor)))
    return;
  apply_and_select (self, maq_move_move_sections (block.sections, range.n_sections, to),
                    (guint) to, range.n_layers > 0 ? 0 : range.n_sections);
}

/* Each of them by a bar. */
static void
resize_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  int step = g_str_equal (action_name, "score.longer") ? 1 : -1;
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  MaqForm *form = maq_editor_get_form (self->editor);
  g_auto (MaqBlock) block = { 0 };
  MaqRange range;
  MaqMove *all;

  if (!get_sections (self, &range, &block))
    return;
  for (guint i = 0; i < range.n_sections; i++)
    g_ptr_array_add (moves, maq_move_resize_section (
                              block.sections[i],
                              maq_form_get_section (form, range.first_section + i)->bars + step));
  if (moves->len == 0)
    return;
  all = maq_move_sequence ((MaqMove *const *) moves->pdata, moves->len, NULL);
  apply_and_select (self, all, range.first_section, range.n_layers > 0 ? 0 : range.n_sections);
}

static void
independent_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqId section = maq_editor_get_selection (self->editor).section;

  maq_editor_apply (self->editor, maq_move_section_follows (section, MAQ_ID_NONE));
}

/* At the head of a section, whatever is selected. */
static void
head_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqId section = g_variant_get_uint64 (parameter);

  maq_editor_apply (self->editor, g_str_equal (action_name, "section.reset")
                                    ? maq_move_section_reset (section)
                                    : maq_move_section_follows (section, MAQ_ID_NONE));
}

/* The section and the bar in it at a bar of the song; below 0, where the music is. */
static gboolean
find_bar (MaqWindow *self,
          int        bar,
          MaqId     *section,
          int       *in_section,
          int       *n_bars)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  MaqForm *form = maq_editor_get_form (self->editor);

  if (bar < 0)
    bar = (int) floor (maq_bar_map_from_ticks (form, maq_listener_get_position (self->listener,
                                                                                NULL)));
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, i);

      *section = maq_section_get_id (maq_arrangement_get_section (arrangement, i));
      *in_section = bar - place->first_bar;
      *n_bars = place->bars;
      if (*in_section < place->bars)
        return TRUE;
    }
  return FALSE;
}

/* Where the music is, or, outside of the sections that are selected, their first bar. */
static int
find_bar_of_hand (MaqWindow *self)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  const MaqFormSection *first;
  const MaqFormSection *last;
  MaqRange range;
  int bar;

  bar = (int) floor (maq_bar_map_from_ticks (form, maq_listener_get_position (self->listener,
                                                                              NULL)));
  maq_editor_get_range (self->editor, &range);
  if (range.n_sections == 0)
    return bar;
  first = maq_form_get_section (form, range.first_section);
  last = maq_form_get_section (form, range.first_section + range.n_sections - 1);
  return bar >= first->first_bar && bar < last->first_bar + last->bars ? bar : first->first_bar;
}

/* By a key nothing is pointed at, so it is said where they have come or gone. */
static void
say_bars (MaqWindow *self,
          gboolean   inserts,
          int        bar,
          int        n)
{
  g_autofree char *sentence =
    g_strdup_printf (inserts ? g_dngettext (GETTEXT_PACKAGE, "%d bar inserted before bar %d",
                                            "%d bars inserted before bar %d", (gulong) n)
                             : g_dngettext (GETTEXT_PACKAGE, "%d bar deleted from bar %d",
                                            "%d bars deleted from bar %d", (gulong) n),
                     n, bar + 1);

  maq_window_say (self, sentence);
}

static void
bars_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  gboolean inserts = g_str_equal (action_name, "score.insert-bars");
  int bar, n, in_section, n_bars;
  MaqId section;

  g_variant_get (parameter, "(ii)", &bar, &n);
  maq_editor_cancel_preview (self->editor);
  if (bar < 0)
    bar = find_bar_of_hand (self);
  if (!find_bar (self, bar, &section, &in_section, &n_bars))
    return;
  n = inserts ? n : MIN (n, n_bars - in_section);
  if (maq_editor_apply (self->editor, inserts ? maq_move_insert_bars (section, in_section, n)
                                              : maq_move_delete_bars (section, in_section, n)))
    say_bars (self, inserts, bar, n);
}

/* Two sections from the bar on that the parameter or the music says. */
static void
split_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  int in_section, n_bars;
  MaqId section;

  maq_editor_cancel_preview (self->editor);
  if (find_bar (self, g_variant_get_int32 (parameter), &section, &in_section, &n_bars))
    maq_editor_apply (self->editor, maq_move_split_section (section, in_section));
}

/* All that are selected, or one and the next. */
static void
join_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  g_auto (MaqBlock) block = { 0 };
  MaqRange range;

  if (!get_sections (self, &range, &block) || range.n_sections == 0)
    return;
  for (guint i = 0; i < MAX (range.n_sections - 1, 1); i++)
    g_ptr_array_add (moves, maq_move_join_sections (block.sections[0]));
  maq_editor_apply (self->editor, maq_move_sequence ((MaqMove *const *) moves->pdata, moves->len,
                                                     NULL));
}

/* (transfer full) (nullable): what an action says of a section */
static MaqMove *
make_statement (const char *action_name,
                MaqId       section,
                const char *nick)
{
  MaqSectionKind kind;
  MaqTransition transition;

  if (g_str_equal (action_name, "score.kind"))
    return maq_section_kind_from_nick (nick, &kind) ? maq_move_section_kind (section, kind) : NULL;
  return maq_transition_from_nick (nick, &transition)
           ? maq_move_section_transition (section, transition) : NULL;
}

/* All sections that are selected become of a kind, or are left in a way. */
static void
state_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  const char *nick = g_variant_get_string (parameter, NULL);
  g_auto (MaqBlock) block = { 0 };
  MaqRange range;

  if (!get_sections (self, &range, &block))
    return;
  for (guint i = 0; i < range.n_sections; i++)
    {
      MaqMove *move = make_statement (action_name, block.sections[i], nick);

      if (move == NULL)
        return;
      g_ptr_array_add (moves, move);
    }
  if (moves->len > 0)
    apply_and_select (self, maq_move_sequence ((MaqMove *const *) moves->pdata, moves->len, NULL),
                      range.first_section, range.n_layers > 0 ? 0 : range.n_sections);
}

void
maq_window_sections_hear_all (MaqWindow *self)
{
  if (self->bare_section == MAQ_ID_NONE)
    return;
  self->bare_section = MAQ_ID_NONE;
  if (self->editor != NULL)
    maq_editor_audition (self->editor, NULL);
}

/* The plan stays as it is: only what is heard is stripped, until the key comes again. */
static void
bones_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqId section = maq_editor_get_selection (self->editor).section;
  g_autoptr (MaqMove) strip = NULL;
  g_autoptr (MaqProject) bare = NULL;
  g_autoptr (GError) error = NULL;

  if (self->bare_section != MAQ_ID_NONE)
    {
      maq_window_sections_hear_all (self);
      return;
    }
  strip = maq_move_strip_back (section, N_BARE_LAYERS);
  bare = maq_move_apply (strip, maq_document_get_root (maq_editor_get_document (self->editor)),
                         &error);
  if (bare == NULL)
    {
      g_signal_emit_by_name (self->editor, "refused", error->message);
      return;
    }
  self->bare_section = section;
  maq_editor_audition (self->editor, g_steal_pointer (&strip));
}

void
maq_window_sections_update (MaqWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->editor != NULL;
  MaqPath at = open ? maq_editor_get_selection (self->editor) : (MaqPath) { 0 };
  int index = open ? maq_editor_get_section_index (self->editor) : -1;
  MaqArrangement *arrangement = open ? maq_editor_get_arrangement (self->editor) : NULL;
  gboolean follows = index >= 0 &&
                     maq_section_get_fields (
                       maq_arrangement_get_section (arrangement, (guint) index))->follows !=
                     MAQ_ID_NONE;
  gboolean any = open && maq_arrangement_get_n_sections (arrangement) > 0;

  gtk_widget_action_set_enabled (widget, "score.duplicate", index >= 0 ||
                                                            (open && at.layer != MAQ_ID_NONE));
  gtk_widget_action_set_enabled (widget, "score.repeat", index >= 0);
  gtk_widget_action_set_enabled (widget, "score.move-earlier", index >= 0);
  gtk_widget_action_set_enabled (widget, "score.move-later", index >= 0);
  gtk_widget_action_set_enabled (widget, "score.longer", index >= 0);
  gtk_widget_action_set_enabled (widget, "score.shorter", index >= 0);
  gtk_widget_action_set_enabled (widget, "score.independent", follows);
  gtk_widget_action_set_enabled (widget, "score.insert-bars", any);
  gtk_widget_action_set_enabled (widget, "score.delete-bars", any);
  gtk_widget_action_set_enabled (widget, "score.split", any);
  gtk_widget_action_set_enabled (widget, "score.join", index >= 0);
  gtk_widget_action_set_enabled (widget, "score.kind", index >= 0);
  gtk_widget_action_set_enabled (widget, "score.transition", index >= 0);
  gtk_widget_action_set_enabled (widget, "play.bones", index >= 0);
  /* who goes elsewhere hears everything again */
  if (self->bare_section != MAQ_ID_NONE && (!open || at.section != self->bare_section))
    maq_window_sections_hear_all (self);
}

void
maq_window_sections_class_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    const char                  *parameter;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "score.duplicate", NULL, copy_cb },
    { "score.repeat", NULL, copy_cb },
    { "score.move-earlier", NULL, move_cb },
    { "score.move-later", NULL, move_cb },
    { "score.longer", NULL, resize_cb },
    { "score.shorter", NULL, resize_cb },
    { "score.independent", NULL, independent_cb },
    { "section.independent", "t", head_cb },
    { "section.reset", "t", head_cb },
    { "score.insert-bars", "(ii)", bars_cb },
    { "score.delete-bars", "(ii)", bars_cb },
    { "score.split", "i", split_cb },
    { "score.join", NULL, join_cb },
    { "score.kind", "s", state_cb },
    { "score.transition", "s", state_cb },
    { "play.bones", NULL, bones_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}
