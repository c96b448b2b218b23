/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window can do to sections, one or several, and to the bars in them. */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-bar-map.h"

/* Who carries a section when everything else is left out. */
#define N_BARE_LAYERS 2

static GPtrArray *
new_moves (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
}

/* As one step, after which the same is selected; @label is for several. */
static void
apply_all (MaqWindow  *self,
           GPtrArray  *moves,
           const char *label)
{
  if (moves->len > 0)
    maq_editor_apply_here (self->editor,
                           maq_move_sequence ((MaqMove *const *) moves->pdata, moves->len,
                                              moves->len > 1 ? label : NULL));
}

static guint
find_index (MaqWindow *self,
            GArray    *sections,
            guint      which)
{
  return (guint) maq_arrangement_find_section (maq_editor_get_arrangement (self->editor),
                                               g_array_index (sections, MaqId, which));
}

/* Behind the last of them, those that were here and there side by side. */
static void
copy_sections (MaqWindow *self,
               GArray    *sections,
               gboolean   follows)
{
  const MaqId *ids = (const MaqId *) (gpointer) sections->data;
  guint n = sections->len;
  guint after = find_index (self, sections, n - 1) + 1;
  MaqRange copies = { .first_section = after, .n_sections = n };

  if (n == 1)
    maq_editor_apply (self->editor, follows ? maq_move_repeat_section (ids[0])
                                            : maq_move_duplicate_section (ids[0]));
  else if (maq_editor_apply (self->editor,
                             follows ? maq_move_repeat_sections (ids, n, (int) after)
                                     : maq_move_copy_sections (ids, n, (int) after)))
    maq_editor_select_range (self->editor, &copies);
}

/* Each right below what it is a copy of. */
static void
copy_layers (MaqWindow *self)
{
  g_autoptr (GArray) layers = maq_editor_list_layers (self->editor);
  g_autoptr (GPtrArray) moves = new_moves ();
  g_autofree char *label = NULL;

  for (guint i = 0; i < layers->len; i++)
    g_ptr_array_add (moves, maq_move_duplicate_layer (g_array_index (layers, MaqId, i)));
  if (layers->len == 1)
    {
      maq_editor_apply (self->editor, maq_move_ref (g_ptr_array_index (moves, 0)));
      return;
    }
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Copy %u layer", "Copy %u layers",
                                        layers->len), layers->len);
  apply_all (self, moves, label);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autoptr (GArray) sections = maq_editor_list_sections (self->editor);

  if (sections->len > 0)
    copy_sections (self, sections, g_str_equal (action_name, "score.repeat"));
  else
    copy_layers (self);
}

/* Each by one place, if there is one for all of them. */
static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  int step = g_str_equal (action_name, "score.move-earlier") ? -1 : 1;
  guint n_all = maq_arrangement_get_n_sections (maq_editor_get_arrangement (self->editor));
  g_autoptr (GArray) sections = maq_editor_list_sections (self->editor);
  g_autoptr (GPtrArray) moves = new_moves ();
  g_autofree char *label = NULL;
  guint n = sections->len;

  if (n == 0 || (step < 0 && find_index (self, sections, 0) == 0) ||
      (step > 0 && find_index (self, sections, n - 1) + 1 == n_all))
    return;
  for (guint i = 0; i < n; i++)
    {
      guint which = step < 0 ? i : n - 1 - i;

      g_ptr_array_add (moves, maq_move_move_section (g_array_index (sections, MaqId, which),
                                                     (int) find_index (self, sections, which) +
                                                     step));
    }
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u section", "Move %u sections", n),
                           n);
  apply_all (self, moves, label);
}

/* Each of them by a bar. */
static void
resize_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  gboolean is_longer = g_str_equal (action_name, "score.longer");
  g_autoptr (GArray) sections = maq_editor_list_sections (self->editor);
  g_autoptr (GPtrArray) moves = new_moves ();
  MaqForm *form = maq_editor_get_form (self->editor);
  g_autofree char *label = NULL;

  for (guint i = 0; i < sections->len; i++)
    g_ptr_array_add (moves, maq_move_resize_section (
                              g_array_index (sections, MaqId, i),
                              maq_form_get_section (form, find_index (self, sections, i))->bars +
                              (is_longer ? 1 : -1)));
  label = g_strdup_printf (is_longer ? g_dngettext (GETTEXT_PACKAGE, "%u section longer",
                                                    "%u sections longer", sections->len)
                                     : g_dngettext (GETTEXT_PACKAGE, "%u section shorter",
                                                    "%u sections shorter", sections->len),
                           sections->len);
  apply_all (self, moves, label);
}

/* Of those that are selected the ones that follow another. */
static GArray *
list_followers (MaqWindow *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  g_autoptr (GArray) sections = maq_editor_list_sections (self->editor);
  GArray *followers = g_array_new (FALSE, FALSE, sizeof (MaqId));

  for (guint i = 0; i < sections->len; i++)
    {
      MaqSection *section = maq_arrangement_get_section (arrangement,
                                                         find_index (self, sections, i));

      if (maq_section_get_fields (section)->follows != MAQ_ID_NONE)
        g_array_append_val (followers, g_array_index (sections, MaqId, i));
    }
  return followers;
}

static void
independent_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autoptr (GArray) followers = list_followers (self);
  g_autoptr (GPtrArray) moves = new_moves ();
  g_autofree char *label = NULL;

  for (guint i = 0; i < followers->len; i++)
    g_ptr_array_add (moves, maq_move_section_follows (g_array_index (followers, MaqId, i),
                                                      MAQ_ID_NONE));
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u section independent",
                                        "%u sections independent", followers->len),
                           followers->len);
  apply_all (self, moves, label);
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
  g_autoptr (GArray) sections = maq_editor_list_sections (self->editor);
  int bar = (int) floor (maq_bar_map_from_ticks (form,
                                                 maq_listener_get_position (self->listener, NULL)));

  for (guint i = 0; i < sections->len; i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, find_index (self, sections, i));

      if (bar >= place->first_bar && bar < place->first_bar + place->bars)
        return bar;
    }
  return sections->len == 0 ? bar : maq_form_get_section (form, find_index (self, sections,
                                                                            0))->first_bar;
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
  g_autoptr (GArray) sections = maq_editor_list_sections (self->editor);
  g_autoptr (GPtrArray) moves = new_moves ();
  guint n = sections->len;

  if (n == 0)
    return;
  if (find_index (self, sections, n - 1) - find_index (self, sections, 0) + 1 > n)
    {
      maq_window_say_scattered (self);
      return;
    }
  for (guint i = 0; i < MAX (n - 1, 1); i++)
    g_ptr_array_add (moves, maq_move_join_sections (g_array_index (sections, MaqId, 0)));
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

static const char *
get_statement_label (const char *action_name,
                     const char *nick)
{
  MaqSectionKind kind;
  MaqTransition transition;

  if (g_str_equal (action_name, "score.kind"))
    return maq_section_kind_from_nick (nick, &kind) ? maq_section_kind_get_label (kind) : "";
  return maq_transition_from_nick (nick, &transition) ? maq_transition_get_label (transition) : "";
}

/* All sections that are selected become of a kind, or are left in a way. */
static void
state_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autoptr (GArray) sections = maq_editor_list_sections (self->editor);
  g_autoptr (GPtrArray) moves = new_moves ();
  const char *nick = g_variant_get_string (parameter, NULL);
  g_autofree char *label = NULL;

  for (guint i = 0; i < sections->len; i++)
    {
      MaqMove *move = make_statement (action_name, g_array_index (sections, MaqId, i), nick);

      if (move == NULL)
        return;
      g_ptr_array_add (moves, move);
    }
  /* Translators: what several sections have become: "3 sections: Chorus" */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u section: %s", "%u sections: %s",
                                        sections->len), sections->len,
                           get_statement_label (action_name, nick));
  apply_all (self, moves, label);
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
  g_autoptr (GArray) followers = open ? list_followers (self) : NULL;
  gboolean any = open && maq_arrangement_get_n_sections (arrangement) > 0;

  gtk_widget_action_set_enabled (widget, "score.duplicate", index >= 0 ||
                                                            (open && at.layer != MAQ_ID_NONE));
  gtk_widget_action_set_enabled (widget, "score.repeat", index >= 0);
  gtk_widget_action_set_enabled (widget, "score.move-earlier", index >= 0);
  gtk_widget_action_set_enabled (widget, "score.move-later", index >= 0);
  gtk_widget_action_set_enabled (widget, "score.longer", index >= 0);
  gtk_widget_action_set_enabled (widget, "score.shorter", index >= 0);
  gtk_widget_action_set_enabled (widget, "score.independent",
                                 followers != NULL && followers->len > 0);
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
