/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-list.h"

#include <glib/gi18n-lib.h>

#define NO_NUMBER 1, 0, 0

typedef MaqMove *(*Maker) (MaqId section,
                           int   number);

/* Moves that depend on what is there, or on which part is selected. */
typedef MaqMove *(*Finder) (MaqEditor *editor,
                            MaqId      section,
                            int        number);

static MaqMove *
make_last_chorus (MaqId section,
                  int   number)
{
  return maq_move_bigger_last_chorus (number);
}

static MaqMove *
make_repeat (MaqId section,
             int   number)
{
  return maq_move_repeat_section (section);
}

static MaqMove *
make_join (MaqId section,
           int   number)
{
  return maq_move_join_sections (section);
}

/* What feels so already goes back to how it is written. */
static MaqMove *
find_feel (MaqEditor *editor,
           MaqId      section,
           int        bars,
           MaqFeel    feel)
{
  MaqArrangement *arrangement =
    maq_project_get_arrangement (maq_document_get_root (maq_editor_get_document (editor)));
  int index = maq_arrangement_find_section (arrangement, section);
  const MaqSectionFields *resolved = NULL;
  gboolean follows = FALSE;

  if (index < 0)
    return maq_move_section_feel (section, feel, bars);
  resolved = maq_section_get_fields (maq_arrangement_get_resolved (arrangement, (guint) index));
  follows = maq_section_get_fields (maq_arrangement_get_section (arrangement, (guint) index))
              ->follows != MAQ_ID_NONE;
  if (resolved->feel == feel && resolved->feel_bars == (bars >= resolved->bars ? 0 : bars))
    return maq_move_section_feel (section, follows ? MAQ_FEEL_PLAIN : MAQ_FEEL_UNSET, 0);
  return maq_move_section_feel (section, feel, bars);
}

static MaqMove *
find_half_time (MaqEditor *editor,
                MaqId      section,
                int        bars)
{
  return find_feel (editor, section, bars, MAQ_FEEL_HALF);
}

static MaqMove *
find_double_time (MaqEditor *editor,
                  MaqId      section,
                  int        bars)
{
  return find_feel (editor, section, bars, MAQ_FEEL_DOUBLE);
}

/* The layer that is selected, else the first but @other that plays in the section. */
static MaqId
find_partner (MaqEditor *editor,
              MaqId      section,
              MaqId      other)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  int index = maq_arrangement_find_section (arrangement, section);
  MaqId layer = maq_editor_get_selection (editor).layer;

  for (guint i = 0; layer == MAQ_ID_NONE && index >= 0 &&
                    i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqId id = maq_layer_get_id (maq_arrangement_get_layer (arrangement, i));

      if (id != other && maq_arrangement_get_level (arrangement, (guint) index, id) > 0)
        layer = id;
    }

  return layer;
}

static MaqMove *
find_swap (MaqEditor *editor,
           MaqId      section,
           int        number)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  guint n_layers = maq_arrangement_get_n_layers (arrangement);
  MaqId other = MAQ_ID_NONE;

  if (n_layers > 0)
    other = maq_layer_get_id (maq_arrangement_get_layer (arrangement,
                                                         MIN ((guint) number, n_layers - 1)));
  return maq_move_swap_layers (section, find_partner (editor, section, other), other);
}

static const struct
{
  MaqMoveChoice choice;
  Maker         make;
  Finder        find;
} moves[] = {
  { { N_("Strip Back"), N_("Only So Many Layers Stay In"), 0, 12, 2, TRUE },
    maq_move_strip_back },
  { { N_("Build Up"), N_("Layers Enter One After the Other Over So Many Bars"), 2, 64, 8, TRUE },
    maq_move_build_up },
  { { N_("Lift"), N_("All Levels Higher, and One More Layer"), 1, 5, 2, TRUE },
    maq_move_lift },
  { { N_("Thin Out"), N_("Only So Many Layers Stay in Each Register"), 1, 4, 1, TRUE },
    maq_move_thin_out },
  { { N_("Stop Before"), N_("So Many Beats of Silence Before the Section"), 1, 8, 1, TRUE },
    maq_move_stop_before },
  { { N_("Drop"), N_("Drums and Bass Out for So Many Bars Before, Everybody in at Once"), 1, 16, 2,
      TRUE },
    maq_move_drop },
  { { N_("Breakdown"), N_("So Many Soft Bars Before the Section"), 1, 32, 4, TRUE },
    maq_move_breakdown },
  { { N_("Half-Time"), N_("The Band Plays Half as Fast in the Last Bars, or in All; "
                          "Once More: As Written"), 0, 64, 0, TRUE, MAQ_MOVE_LAST_BARS },
    NULL, find_half_time },
  { { N_("Double-Time"), N_("The Band Plays Twice as Fast in the Last Bars, or in All; "
                            "Once More: As Written"), 0, 64, 0, TRUE, MAQ_MOVE_LAST_BARS },
    NULL, find_double_time },
  { { N_("Swap"), N_("The Selected Part and That of Another Layer Change Places"), 0, 0, 0, TRUE,
      MAQ_MOVE_LAYER },
    NULL, find_swap },
  { { N_("Last Chorus"), N_("The Last Chorus Bigger, Everybody In"), 1, 5, 1, FALSE },
    make_last_chorus },
  { { N_("Once More"), N_("The Section Once More After It"), NO_NUMBER, TRUE },
    make_repeat },
  { { N_("Split"), N_("Two Sections, the First With So Many Bars"), 1, 64, 4, TRUE },
    maq_move_split_section },
  { { N_("Join"), N_("One Section Out of It and the Next"), NO_NUMBER, TRUE },
    make_join },
};

guint
maq_move_list_get_length (void)
{
  return G_N_ELEMENTS (moves);
}

const MaqMoveChoice *
maq_move_list_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (moves), NULL);

  return &moves[index].choice;
}

static char *
dup_layer_name (MaqEditor *editor,
                int        number)
{
  MaqArrangement *arrangement = editor != NULL ? maq_editor_get_arrangement (editor) : NULL;
  guint n_layers = arrangement != NULL ? maq_arrangement_get_n_layers (arrangement) : 0;

  if (n_layers == 0)
    return g_strdup ("–");
  return g_strdup (maq_layer_get_name (
    maq_arrangement_get_layer (arrangement, MIN ((guint) number, n_layers - 1))));
}

char *
maq_move_list_dup_words (guint      index,
                         MaqEditor *editor,
                         int        number)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (moves), NULL);

  if (moves[index].choice.parameter == MAQ_MOVE_LAYER)
    return dup_layer_name (editor, number);
  /* Translators: all bars of a section */
  if (moves[index].choice.parameter == MAQ_MOVE_LAST_BARS && number == 0)
    return g_strdup (_("All"));
  return g_strdup_printf ("%d", number);
}

static MaqMove *
make_for (guint      index,
          MaqEditor *editor,
          MaqId      section,
          int        number)
{
  if (moves[index].find != NULL)
    return moves[index].find (editor, section, number);
  return moves[index].make (section, number);
}

/* As one step, which says what it does to the first of them. */
static MaqMove *
make_for_all (guint      index,
              MaqEditor *editor,
              GArray    *sections,
              int        number)
{
  MaqProject *root = maq_document_get_root (maq_editor_get_document (editor));
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  guint n_more = sections->len - 1;
  g_autofree char *first = NULL;
  g_autofree char *label = NULL;

  for (guint i = 0; i < sections->len; i++)
    g_ptr_array_add (all, make_for (index, editor, g_array_index (sections, MaqId, i), number));
  first = maq_move_dup_label (g_ptr_array_index (all, 0), root);
  /* Translators: what is done to a section, and to others: "Strip Verse 1 back" */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, and %u more section likewise",
                                        "%s, and %u more sections likewise", n_more),
                           first, n_more);
  return maq_move_sequence ((MaqMove *const *) all->pdata, all->len, label);
}

static gboolean
are_beside_each_other (MaqEditor *editor,
                       GArray    *sections)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  MaqId first = g_array_index (sections, MaqId, 0);
  MaqId last = g_array_index (sections, MaqId, sections->len - 1);

  return maq_arrangement_find_section (arrangement, last) -
         maq_arrangement_find_section (arrangement, first) + 1 == (int) sections->len;
}

/* All of them become one. */
static MaqMove *
make_join_of_all (MaqEditor  *editor,
                  GArray     *sections,
                  GError    **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);

  if (!are_beside_each_other (editor, sections))
    {
      g_set_error_literal (error, MAQ_MOVE_ERROR, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                           _("What is selected lies here and there. Select what lies side by "
                             "side for that."));
      return NULL;
    }
  for (guint i = 1; i < sections->len; i++)
    g_ptr_array_add (all, maq_move_join_sections (g_array_index (sections, MaqId, 0)));
  return maq_move_sequence ((MaqMove *const *) all->pdata, all->len, NULL);
}

/* Behind the last of them, in their order. */
static MaqMove *
make_repeat_of_all (MaqEditor *editor,
                    GArray    *sections)
{
  MaqId last = g_array_index (sections, MaqId, sections->len - 1);
  int index = maq_arrangement_find_section (maq_editor_get_arrangement (editor), last);

  return maq_move_repeat_sections ((const MaqId *) (gpointer) sections->data, sections->len,
                                   index + 1);
}

MaqMove *
maq_move_list_make (guint       index,
                    MaqEditor  *editor,
                    int         number,
                    GError    **error)
{
  g_autoptr (GArray) sections = maq_editor_list_sections (editor);
  g_autoptr (GArray) layers = maq_editor_list_layers (editor);

  g_return_val_if_fail (index < G_N_ELEMENTS (moves), NULL);

  if (moves[index].find == find_swap && layers->len > 1)
    {
      g_set_error_literal (error, MAQ_MOVE_ERROR, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                           _("Parts of several layers are selected. Select those of one layer to "
                             "swap them with another."));
      return NULL;
    }
  if (!moves[index].choice.needs_section || sections->len < 2)
    return make_for (index, editor, maq_editor_get_selection (editor).section, number);
  if (moves[index].make == make_join)
    return make_join_of_all (editor, sections, error);
  if (moves[index].make == make_repeat)
    return make_repeat_of_all (editor, sections);
  return make_for_all (index, editor, sections, number);
}
