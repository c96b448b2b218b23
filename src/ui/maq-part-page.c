/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-part-page.h"

#include <glib/gi18n-lib.h>

#include "maq-block.h"
#include "maq-limits.h"
#include "maq-page-title.h"
#include "maq-rows.h"
#include "maq-style-row.h"
#include "maq-styles.h"

struct _MaqPartPage
{
  GtkBox     parent_instance;

  MaqEditor *editor;
  MaqId      section;
  MaqId      layer;
  int        bars;
  gboolean   is_several;
  GtkWidget *heading;
  GtkWidget *words;
  GtkWidget *level;
  GtkWidget *entry;
  GtkWidget *exit;
  GtkWidget *style;
  GtkWidget *motif;
  GtkWidget *direction;
  GtkWidget *origin;
};

G_DEFINE_FINAL_TYPE (MaqPartPage, maq_part_page, GTK_TYPE_BOX)

static void
level_cb (GtkWidget *owner,
          GtkWidget *row)
{
  gtk_widget_activate_action (owner, "score.level", "i", (int) (maq_rows_get_value (row) + 0.5));
}

/* What one part says stands for all that are selected. */
static MaqMove *
create_extent_move (MaqPartPage *self,
                    gboolean     is_entry,
                    int          entry,
                    int          last)
{
  g_auto (MaqBlock) block = { 0 };

  maq_block_init_selected (&block, self->editor);
  return maq_move_cells_entry (&block.cells, is_entry ? entry : MAQ_KEEP_BAR,
                               is_entry ? MAQ_KEEP_BAR : last);
}

/* Bars are counted from 1 for people; an exit after the last bar is none. */
static void
extent_cb (GtkWidget *owner,
           GtkWidget *row)
{
  MaqPartPage *self = MAQ_PART_PAGE (owner);
  int entry = (int) maq_rows_get_value (self->entry) - 1;
  int last = (int) maq_rows_get_value (self->exit);
  g_autofree char *gesture = g_strdup_printf ("extent/%" G_GINT64_MODIFIER "x/%" G_GINT64_MODIFIER
                                              "x", self->section, self->layer);

  if (row == self->entry)
    last = MAX (last, entry + 1);
  else
    entry = MIN (entry, last - 1);
  last = last >= self->bars ? 0 : last;
  maq_editor_apply_gesture (self->editor,
                            self->is_several
                              ? create_extent_move (self, row == self->entry, entry, last)
                              : maq_move_part_entry (self->section, self->layer, entry, last),
                            gesture);
}

static void
text_cb (GtkWidget *owner,
         GtkWidget *row)
{
  MaqPartPage *self = MAQ_PART_PAGE (owner);
  const char *text = maq_rows_get_text (row);

  if (row == self->motif)
    maq_editor_apply (self->editor, maq_move_part_motif (self->section, self->layer, text));
  else
    maq_editor_apply (self->editor, maq_move_part_direction (self->section, self->layer, text));
}

static void
style_cb (MaqPartPage *self,
          const char  *name)
{
  maq_editor_apply (self->editor, maq_move_part_style (self->section, self->layer, name));
}

static void
listen_cb (MaqPartPage *self,
           const char  *name)
{
  maq_editor_audition (self->editor, name == NULL ? NULL
                                     : maq_move_part_style (self->section, self->layer, name));
}

static void
maq_part_page_dispose (GObject *object)
{
  g_clear_object (&MAQ_PART_PAGE (object)->editor);
  G_OBJECT_CLASS (maq_part_page_parent_class)->dispose (object);
}

static void
maq_part_page_class_init (MaqPartPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_part_page_dispose;
}

static GtkWidget *
create_origin_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Take Over"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "score.reset");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("States its own"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Unlike the section that this one follows"));
  gtk_widget_set_tooltip_text (button, _("Play what the followed section has here"));
  return row;
}

static void
maq_part_page_init (MaqPartPage *self)
{
  GtkWidget *page = GTK_WIDGET (self);
  AdwPreferencesGroup *group;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 14);
  self->heading = maq_page_title_add (page);
  group = maq_rows_add_group (page, NULL);
  self->level = maq_rows_add_scale (group, page, _("Level"), NULL, 0, MAQ_LEVEL_MAX, 1,
                                    level_cb);
  self->entry = maq_rows_add_spin (group, page, _("Enters in bar"), NULL, 1, MAQ_LIMIT_BARS, 1, 0,
                                   extent_cb);
  self->exit = maq_rows_add_spin (group, page, _("Plays to bar"), NULL, 1, MAQ_LIMIT_BARS, 1, 0,
                                  extent_cb);
  self->style = maq_style_row_new (_("A style that this part alone is borrowed from"));
  adw_preferences_group_add (group, self->style);
  g_signal_connect_object (self->style, "chosen", G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style, "listen", G_CALLBACK (listen_cb), self, G_CONNECT_SWAPPED);
  self->origin = create_origin_row ();
  adw_preferences_group_add (group, self->origin);
  group = maq_rows_add_group (page, _("Direction"));
  self->words = GTK_WIDGET (group);
  self->motif = maq_rows_add_entry (group, page, _("Motif"),
                                    _("A texture that comes back, by name"), text_cb);
  self->direction = maq_rows_add_entry (group, page, _("Direction"),
                                        _("What to tell the performer here"), text_cb);
}

GtkWidget *
maq_part_page_new (void)
{
  return g_object_new (MAQ_TYPE_PART_PAGE, NULL);
}

static void
show_part (MaqPartPage          *self,
           MaqPart              *part,
           const MaqFormSection *place)
{
  MaqStyle *played = maq_styles_find (place->style, place->meter);
  const MaqPartFields *fields = part == NULL ? NULL : maq_part_get_fields (part);
  gboolean plays = fields != NULL && fields->level > 0;

  maq_rows_show_value (self->entry, fields == NULL ? 1 : fields->entry_bar + 1);
  maq_rows_show_value (self->exit, fields == NULL || fields->exit_bar == 0 ? self->bars
                                                                           : fields->exit_bar);
  maq_rows_show_text (self->motif, fields == NULL ? NULL : fields->motif);
  maq_rows_show_text (self->direction, fields == NULL ? NULL : fields->direction);
  maq_style_row_show (MAQ_STYLE_ROW (self->style), fields == NULL ? NULL : fields->style,
                      place->style != NULL ? place->style
                      : played != NULL ? maq_style_get_name (played) : NULL,
                      _("As the section has it"), place->meter);
  gtk_widget_set_sensitive (self->style, plays);
  gtk_widget_set_sensitive (self->entry, plays);
  gtk_widget_set_sensitive (self->exit, plays);
  gtk_widget_set_sensitive (self->motif, plays);
}

/* A block has the levels of all its parts, from the lowest to the highest. */
static void
show_level (MaqPartPage *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  int lowest = MAQ_LEVEL_MAX;
  int highest = 0;
  MaqRange range;

  maq_editor_get_range (self->editor, &range);
  for (guint i = 0; i < range.n_sections * range.n_layers &&
       (lowest > 0 || highest < MAQ_LEVEL_MAX); i++)
    {
      guint layer = range.first_layer + i % range.n_layers;
      MaqId id = maq_layer_get_id (maq_arrangement_get_layer (arrangement, layer));
      guint section = range.first_section + i / range.n_layers;
      int level = maq_arrangement_get_level (arrangement, section, id);

      if (!maq_editor_has_part (self->editor, section, layer))
        continue;
      lowest = MIN (lowest, level);
      highest = MAX (highest, level);
    }
  maq_rows_show_mixed (self->level, lowest, highest);
  gtk_widget_set_tooltip_text (self->level, self->is_several
                                 ? _("Gives all parts the same level; Ctrl+Up and Ctrl+Down "
                                     "change each of them by one")
                                 : _("0 is out; press 0 to 9"));
}

static void
show_heading (MaqPartPage *self,
              MaqLayer    *layer,
              MaqSection  *section)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  MaqRange range;
  guint n;

  maq_editor_get_range (self->editor, &range);
  self->is_several = maq_range_is_several (&range);
  if (!self->is_several)
    {
      maq_page_title_show (self->heading, maq_layer_get_name (layer),
                           maq_section_get_name (section));
      return;
    }
  n = maq_editor_count_parts (self->editor);
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Part", "%u Parts", n), n);
  section = maq_arrangement_get_section (arrangement, range.first_section);
  if (range.n_sections > 1)
    /* Translators: the first and the last section of what is selected */
    detail = g_strdup_printf (_("%s to %s"), maq_section_get_name (section),
                              maq_section_get_name (maq_arrangement_get_section (
                                arrangement, range.first_section + range.n_sections - 1)));
  maq_page_title_show (self->heading, title,
                       detail != NULL ? detail : maq_section_get_name (section));
}

void
maq_part_page_update (MaqPartPage *self,
                      MaqEditor   *editor)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  int section = maq_editor_get_section_index (editor);
  int layer = maq_editor_get_layer_index (editor);
  const MaqFormSection *place;
  MaqSection *own;
  MaqLayer *node;

  g_set_object (&self->editor, editor);
  if (section < 0 || layer < 0)
    return;
  place = maq_form_get_section (maq_editor_get_form (editor), (guint) section);
  own = maq_arrangement_get_section (arrangement, (guint) section);
  node = maq_arrangement_get_layer (arrangement, (guint) layer);
  self->section = maq_section_get_id (own);
  self->layer = maq_layer_get_id (node);
  self->bars = place->bars;
  show_heading (self, node, own);
  show_level (self);
  show_part (self, maq_section_find_part (place->section, self->layer), place);
  gtk_widget_set_visible (self->style, !self->is_several);
  gtk_widget_set_visible (self->words, !self->is_several);
  gtk_widget_set_visible (self->origin, !self->is_several &&
                          maq_section_get_fields (own)->follows != MAQ_ID_NONE &&
                          maq_section_find_part (own, self->layer) != NULL);
}
