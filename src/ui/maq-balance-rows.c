/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-balance-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-move.h"
#include "maq-rows.h"
#include "maq-share-bar.h"

/* Who holds less is one of the others. */
#define LEAST_NAMED 0.01

typedef struct
{
  GtkWidget *row;
  GtkWidget *bar;
  GtkWidget *names;
  GtkWidget *crowded;
  GtkWidget *strips;     /* a line for each who shares a crowded band */
} Row;

struct _MaqBalanceRows
{
  GtkBox               parent_instance;

  MaqEditor           *editor;
  MaqId                section;
  MaqBalance          *balance;    /* what the rows show; NULL for none */
  AdwPreferencesGroup *group;
  GtkWidget           *state;      /* that it measures just now */
  GtkWidget           *hidden;     /* how to let it measure */
  Row                  rows[MAQ_N_FREQUENCY_BANDS];
  gboolean             measures;
};

G_DEFINE_FINAL_TYPE (MaqBalanceRows, maq_balance_rows, GTK_TYPE_BOX)

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "Low mid, 250–500 Hz" */
static char *
dup_title (MaqFrequencyBand band)
{
  const char *label = maq_frequency_band_get_label (band);
  double from_hz = maq_frequency_band_get_edge (band);
  double to_hz = maq_frequency_band_get_edge (band + 1);

  if (band == MAQ_FREQUENCY_BAND_SUB)
    /* Translators: a frequency band and where it ends */
    return g_strdup_printf (_("%s, below %.0f Hz"), label, to_hz);
  if (band == MAQ_FREQUENCY_BAND_AIR)
    /* Translators: a frequency band and where it begins */
    return g_strdup_printf (_("%s, above %.0f Hz"), label, from_hz);
  /* Translators: a frequency band, from where to where */
  return g_strdup_printf (_("%s, %.0f–%.0f Hz"), label, from_hz, to_hz);
}

static void
add_row (MaqBalanceRows   *self,
         MaqFrequencyBand  band)
{
  Row *row = &self->rows[band];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = create_label ("figure-title");
  g_autofree char *text = dup_title (band);

  row->row = adw_preferences_row_new ();
  row->bar = maq_share_bar_new ();
  row->names = create_label ("figure-detail");
  row->crowded = create_label ("figure-detail");
  row->strips = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_label_set_label (GTK_LABEL (title), text);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), row->bar);
  gtk_box_append (GTK_BOX (box), row->names);
  gtk_box_append (GTK_BOX (box), row->crowded);
  gtk_box_append (GTK_BOX (box), row->strips);
  gtk_widget_add_css_class (box, "figure");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), FALSE);
  adw_preferences_group_add (self->group, row->row);
}

static void
maq_balance_rows_dispose (GObject *object)
{
  MaqBalanceRows *self = MAQ_BALANCE_ROWS (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->balance, maq_balance_unref);
  G_OBJECT_CLASS (maq_balance_rows_parent_class)->dispose (object);
}

static void
maq_balance_rows_class_init (MaqBalanceRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_balance_rows_dispose;
}

static void
maq_balance_rows_init (MaqBalanceRows *self)
{
  self->group = maq_rows_add_group (GTK_WIDGET (self), _("Frequency Balance"));
  self->state = create_label ("figure-detail");
  adw_preferences_group_set_header_suffix (self->group, self->state);
  self->hidden = maq_rows_add_not_measured (self->group);
  for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
    add_row (self, (MaqFrequencyBand) i);
  maq_balance_rows_set_measures (self, FALSE);
}

GtkWidget *
maq_balance_rows_new (void)
{
  return g_object_new (MAQ_TYPE_BALANCE_ROWS, NULL);
}

/* The part is selected by the move; the section is what is looked at here. */
static void
strip_cb (MaqBalanceRows *self,
          GtkWidget      *button)
{
  const MaqId *layer = g_object_get_data (G_OBJECT (button), "layer");
  MaqId section = self->section;

  maq_editor_apply (self->editor, maq_move_part_level (section, *layer, 0));
  maq_editor_select (self->editor, section, MAQ_ID_NONE);
  gtk_widget_grab_focus (button);
}

static void
add_strip (MaqBalanceRows   *self,
           MaqFrequencyBand  band,
           guint             index)
{
  const MaqBalanceLayer *layer = maq_balance_get_layer (self->balance, index);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = create_label ("figure-detail");
  /* Translators: takes a layer out of a section */
  g_autofree char *verb = g_strdup_printf (_("Strip %s here"), layer->name);
  /* Translators: takes a layer out of a section; its name stands beside */
  GtkWidget *button = gtk_button_new_with_label (_("Strip"));
  double space_db = maq_balance_get_space (self->balance, index, band, (double) INFINITY);
  /* Translators: a layer, and how much softer a frequency band would be without it */
  g_autofree char *text = g_strdup_printf (_("Without %s %.1f dB lower"), layer->name, space_db);
  MaqId id = layer->id;

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, verb, -1);
  g_object_set_data_full (G_OBJECT (button), "layer", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (strip_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (line), "button", button);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (self->rows[band].strips), line);
}

/* Others make room for the voice. */
static gboolean
may_strip (MaqBalanceRows *self,
           guint           index)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  int layer = maq_arrangement_find_layer (arrangement,
                                          maq_balance_get_layer (self->balance, index)->id);

  return layer >= 0
         && maq_layer_get_role (maq_arrangement_get_layer (arrangement, (guint) layer))
              != MAQ_ROLE_VOCAL;
}

/* What has been stripped meanwhile is not offered until it is measured again. */
static void
hide_stripped (MaqBalanceRows *self,
               guint           section)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);

  for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
    for (GtkWidget *line = gtk_widget_get_first_child (self->rows[band].strips); line != NULL;
         line = gtk_widget_get_next_sibling (line))
      {
        GObject *button = g_object_get_data (G_OBJECT (line), "button");
        const MaqId *layer = g_object_get_data (button, "layer");

        gtk_widget_set_visible (line, maq_arrangement_get_level (arrangement, section, *layer) > 0);
      }
}

/* The loudest, and what they hold; the rest by one word. */
static char *
dup_names (MaqBalanceRows   *self,
           MaqFrequencyBand  band,
           MaqShare         *shares,
           guint            *n_shares)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  guint n_layers = maq_balance_get_n_layers (self->balance);
  g_autofree gboolean *named = g_new0 (gboolean, n_layers + 1);
  g_autoptr (GString) text = g_string_new (NULL);
  double others = 1.0;

  for (*n_shares = 0; *n_shares < MAQ_SHARE_BAR_MAX; ++*n_shares)
    {
      guint loudest = n_layers;
      double share = LEAST_NAMED;
      int at;

      for (guint i = 0; i < n_layers; i++)
        if (!named[i] && maq_balance_get_share (self->balance, i, band) > share)
          share = maq_balance_get_share (self->balance, loudest = i, band);
      if (loudest == n_layers)
        break;
      named[loudest] = TRUE;
      others -= share;
      at = maq_arrangement_find_layer (arrangement,
                                       maq_balance_get_layer (self->balance, loudest)->id);
      shares[*n_shares] = (MaqShare) {
        at < 0 ? MAQ_COLOUR_NONE
               : maq_layer_get_fields (maq_arrangement_get_layer (arrangement, (guint) at))->colour,
        share
      };
      /* Translators: a layer and what it holds of a frequency band: "Keys 31 %" */
      g_string_append_printf (text, _("%s%s %.0f %%"), *n_shares > 0 ? _(", ") : "",
                              maq_balance_get_layer (self->balance, loudest)->name, share * 100);
    }
  if (*n_shares == 0)
    return g_strdup (_("silence"));
  if (others >= LEAST_NAMED)
    /* Translators: after some layers: what all others hold of a frequency band */
    g_string_append_printf (text, _(", others %.0f %%"), others * 100);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_row (MaqBalanceRows   *self,
          MaqFrequencyBand  band,
          const char       *section_name)
{
  Row *row = &self->rows[band];
  MaqShare shares[MAQ_SHARE_BAR_MAX];
  guint n_shares;
  g_autofree char *title = dup_title (band);
  g_autofree char *names = dup_names (self, band, shares, &n_shares);
  g_autofree char *sentence = maq_balance_dup_sentence (self->balance, band, section_name);
  /* Translators: a frequency band and who holds what of it */
  g_autofree char *said = g_strdup_printf (sentence != NULL ? _("%s: %s; crowded") : _("%s: %s"),
                                           title, names);
  GtkWidget *child;

  maq_share_bar_show (MAQ_SHARE_BAR (row->bar), shares, n_shares);
  gtk_label_set_label (GTK_LABEL (row->names), names);
  gtk_label_set_label (GTK_LABEL (row->crowded), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (row->crowded, sentence != NULL);
  gtk_widget_set_visible (row->strips, sentence != NULL);
  while ((child = gtk_widget_get_first_child (row->strips)) != NULL)
    gtk_box_remove (GTK_BOX (row->strips), child);
  if (sentence != NULL)
    {
      g_autoptr (GArray) sharers = maq_balance_list_sharers (self->balance, band);

      for (guint i = 0; i < sharers->len; i++)
        if (may_strip (self, g_array_index (sharers, guint, i)))
          add_strip (self, band, g_array_index (sharers, guint, i));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                  -1);
}

static void
update_visible (MaqBalanceRows *self)
{
  gtk_widget_set_visible (self->hidden, !self->measures);
  for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
    gtk_widget_set_visible (self->rows[i].row, self->measures && self->balance != NULL);
}

void
maq_balance_rows_show (MaqBalanceRows *self,
                       MaqEditor      *editor,
                       guint           section,
                       MaqBalance     *balance)
{
  MaqSection *shown = maq_arrangement_get_section (maq_editor_get_arrangement (editor), section);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  gtk_label_set_label (GTK_LABEL (self->state),
                       self->measures && balance == NULL ? _("Measuring…") : "");
  /* while it is measured again, what was there stays, and the keyboard at it */
  if (balance == NULL && self->section == maq_section_get_id (shown))
    {
      hide_stripped (self, section);
      if (had_focus && gtk_root_get_focus (root) == NULL)
        gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      return;
    }
  g_set_object (&self->editor, editor);
  self->section = maq_section_get_id (shown);
  if (balance == self->balance)
    return;
  g_clear_pointer (&self->balance, maq_balance_unref);
  if (balance != NULL)
    {
      self->balance = maq_balance_ref (balance);
      for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
        show_row (self, (MaqFrequencyBand) i, maq_section_get_name (shown));
    }
  update_visible (self);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
maq_balance_rows_set_measures (MaqBalanceRows *self,
                               gboolean        measures)
{
  self->measures = measures;
  update_visible (self);
  if (!measures)
    gtk_label_set_label (GTK_LABEL (self->state), "");
}
