/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-layer-page.h"

#include <glib/gi18n-lib.h>

#include "maq-gm-names.h"
#include "maq-groove-rows.h"
#include "maq-limits.h"
#include "maq-mix-words.h"
#include "maq-page-title.h"
#include "maq-rows.h"
#include "maq-several.h"
#include "maq-styles.h"

#define SOUND_CHARS 18

struct _MaqLayerPage
{
  GtkBox     parent_instance;

  MaqEditor *editor;
  MaqId      layer;
  GtkWidget *heading;
  GtkWidget *words;      /* what is said of one layer alone */
  GtkWidget *name;
  GtkWidget *role;
  GtkWidget *sound;
  GtkWidget *group;
  GtkWidget *colour;
  GtkWidget *gain;
  GtkWidget *pan;
  GtkWidget *distance;
  GtkWidget *tone;
  GtkWidget *width;
  MaqGrooveRows groove;
  GtkWidget *performer;
  GtkWidget *direction;
  GtkWidget *meaning;
};

G_DEFINE_FINAL_TYPE (MaqLayerPage, maq_layer_page, GTK_TYPE_BOX)

static void
text_cb (GtkWidget *owner,
         GtkWidget *row)
{
  MaqLayerPage *self = MAQ_LAYER_PAGE (owner);
  const char *text = maq_rows_get_text (row);

  if (row == self->name)
    maq_editor_apply (self->editor, maq_move_rename_layer (self->layer, text != NULL ? text : ""));
  else if (row == self->group)
    maq_editor_apply (self->editor, maq_move_layer_group (self->layer, text));
  else if (row == self->performer)
    maq_editor_apply (self->editor, maq_move_layer_performer (self->layer, text));
  else if (row == self->meaning)
    maq_editor_apply (self->editor, maq_move_layer_meaning (self->layer, text));
  else
    maq_editor_apply (self->editor, maq_move_layer_direction (self->layer, text));
}

static void
role_cb (GtkWidget *owner,
         GtkWidget *row)
{
  MaqLayerPage *self = MAQ_LAYER_PAGE (owner);

  maq_editor_apply (self->editor,
                    maq_move_layer_role (self->layer, (MaqRole) maq_rows_get_choice (row)));
}

static void
colour_cb (GtkWidget *owner,
           GtkWidget *row)
{
  MaqLayerPage *self = MAQ_LAYER_PAGE (owner);

  maq_editor_apply (self->editor,
                    maq_move_layer_colour (self->layer, (MaqColour) maq_rows_get_choice (row)));
}

static void
apply (MaqLayerPage *self,
       const char   *what,
       MaqMove      *move)
{
  g_autofree char *gesture = g_strdup_printf ("%s/%" G_GINT64_MODIFIER "x", what, self->layer);

  maq_editor_apply_gesture (self->editor, move, gesture);
}

static void
mix_cb (GtkWidget *owner,
        GtkWidget *row)
{
  MaqLayerPage *self = MAQ_LAYER_PAGE (owner);
  double value = maq_rows_get_value (row);

  if (row == self->gain)
    apply (self, "gain", maq_move_layer_gain (self->layer, value));
  else if (row == self->pan)
    apply (self, "pan", maq_move_layer_pan (self->layer, value));
  else if (row == self->distance)
    apply (self, "distance", maq_move_layer_distance (self->layer, value));
  else if (row == self->tone)
    apply (self, "tone", maq_move_layer_tone (self->layer, value));
  else
    apply (self, "width", maq_move_layer_width (self->layer, value));
}

static void
groove_cb (GtkWidget *owner,
           GtkWidget *row)
{
  MaqLayerPage *self = MAQ_LAYER_PAGE (owner);
  MaqStated value = maq_rows_get_stated (row);

  if (row == self->groove.swing)
    apply (self, "swing", maq_move_layer_swing (self->layer, maq_stated_or (value, 0)));
  else if (row == self->groove.lag)
    apply (self, "lag", maq_move_layer_lag (self->layer, value));
  else
    apply (self, "looseness", maq_move_layer_looseness (self->layer, value));
}

static void
maq_layer_page_dispose (GObject *object)
{
  g_clear_object (&MAQ_LAYER_PAGE (object)->editor);
  G_OBJECT_CLASS (maq_layer_page_parent_class)->dispose (object);
}

static void
maq_layer_page_class_init (MaqLayerPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_layer_page_dispose;
}

static void
add_mix (MaqLayerPage        *self,
         AdwPreferencesGroup *group)
{
  GtkWidget *page = GTK_WIDGET (self);

  self->gain = maq_rows_add_scale (group, page, _("Level"), _("Decibels"), -24, MAQ_GAIN_MAX_DB, 1,
                                   mix_cb);
  self->pan = maq_rows_add_slider (group, page, _("Pan"), _("Where it stands from left to right"),
                                   -1, 1, 0, _("Left"), _("Right"), maq_mix_words_dup_pan, mix_cb);
  maq_rows_keep_sides (self->pan);
  self->distance = maq_rows_add_slider (group, page, _("Distance"),
                                        _("How far away in the room it stands"), 0, 1, 0,
                                        _("At your ear"), _("Far end of the hall"),
                                        maq_mix_words_dup_distance, mix_cb);
  self->tone = maq_rows_add_slider (group, page, _("Tone"), _("Tilts the whole sound"), -1, 1, 0,
                                    _("Dark"), _("Bright"), maq_mix_words_dup_tone, mix_cb);
  self->width = maq_rows_add_slider (group, page, _("Width"), _("How wide the sound itself is"), 0,
                                     MAQ_WIDTH_MAX, MAQ_WIDTH_AS_IS, _("Mono"), _("Wide"),
                                     maq_mix_words_dup_width, mix_cb);
}

static void
add_sound (MaqLayerPage        *self,
           AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  self->sound = gtk_button_new ();
  /* however long the name of an instrument is, the row's own title keeps its place */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), SOUND_CHARS);
  gtk_button_set_child (GTK_BUTTON (self->sound), label);
  gtk_widget_set_valign (self->sound, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Instrument"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->sound);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->sound);
  adw_preferences_group_add (group, row);
}

static void
maq_layer_page_init (MaqLayerPage *self)
{
  GtkWidget *page = GTK_WIDGET (self);
  AdwPreferencesGroup *group;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 14);
  self->heading = maq_page_title_add (page);
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  gtk_box_append (GTK_BOX (self), self->words);
  group = maq_rows_add_group (self->words, NULL);
  self->name = maq_rows_add_entry (group, page, _("Name"), NULL, text_cb);
  self->role = maq_rows_add_choice (group, page, _("Role"), _("Which patterns the band plays"),
                                    FALSE, role_cb);
  add_sound (self, group);
  self->group = maq_rows_add_entry (group, page, _("Group"),
                                    _("Layers with the same group stand together"),
                                    text_cb);
  self->colour = maq_rows_add_choice (group, page, _("Colour"), _("Marks the head of the layer"),
                                      FALSE, colour_cb);
  add_mix (self, maq_rows_add_group (self->words, _("Mix")));
  maq_groove_rows_add (&self->groove, maq_rows_add_group (self->words, _("Groove")), page,
                       groove_cb);
  group = maq_rows_add_group (self->words, _("Direction"));
  self->performer = maq_rows_add_entry (group, page, _("Performer"), _("Who plays it"), text_cb);
  self->direction = maq_rows_add_entry (group, page, _("Direction"),
                                        _("What to tell the performer"), text_cb);
  self->meaning = maq_rows_add_entry (group, page, _("Stands for"),
                                      _("What its sound means in the story"), text_cb);
}

GtkWidget *
maq_layer_page_new (void)
{
  return g_object_new (MAQ_TYPE_LAYER_PAGE, NULL);
}

static void
show_roles (MaqLayerPage *self,
            MaqRole       role)
{
  const char *roles[MAQ_N_ROLES + 1] = { NULL };

  for (guint i = 0; i < MAQ_N_ROLES; i++)
    roles[i] = maq_role_get_label ((MaqRole) i);
  maq_rows_show_choices (self->role, roles, role);
}

static void
show_colours (MaqLayerPage *self,
              MaqColour     colour)
{
  const char *colours[MAQ_N_COLOURS + 1] = { NULL };

  for (guint i = 0; i < MAQ_N_COLOURS; i++)
    colours[i] = maq_colour_get_label ((MaqColour) i);
  maq_rows_show_choices (self->colour, colours, colour);
}

static void
show_sound (MaqLayerPage         *self,
            const MaqLayerFields *fields)
{
  const MaqSoundFields *sound = fields->sound == NULL ? NULL
                                                      : maq_sound_get_fields (fields->sound);
  const char *name = sound == NULL ? _("Suits the role") : sound->name;
  g_autofree char *tooltip = NULL;

  if (name == NULL)
    name = maq_gm_names_get_program (sound->program);
  tooltip = g_strdup_printf (_("%s (I to change)"), name);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->sound))), name);
  gtk_widget_set_tooltip_text (self->sound, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sound), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->sound), "t", fields->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->sound), "view.instrument");
}

static void
show_groove (MaqLayerPage         *self,
             MaqEditor            *editor,
             const MaqLayerFields *fields)
{
  const MaqSongFields *song = maq_song_get_fields (maq_editor_get_song (editor));
  const MaqGroove own = { fields->swing, fields->lag_ms, fields->looseness };
  const MaqGroove above = { song->swing, song->lag_ms, song->looseness };

  maq_groove_rows_show (&self->groove, own, &above, maq_styles_find (song->style, song->meter));
}

static void
show_heading (MaqLayerPage         *self,
              const MaqLayerFields *fields)
{
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autoptr (GArray) layers = maq_editor_list_layers (self->editor);

  gtk_widget_set_visible (self->words, layers->len <= 1);
  if (layers->len <= 1)
    {
      maq_page_title_show (self->heading, fields->name, maq_role_get_label (fields->role));
      return;
    }
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Layer", "%u Layers", layers->len),
                           layers->len);
  detail = maq_several_dup_layer_names (self->editor);
  maq_page_title_show (self->heading, title, detail);
}

void
maq_layer_page_update (MaqLayerPage *self,
                       MaqEditor    *editor)
{
  int index = maq_editor_get_layer_index (editor);
  const MaqLayerFields *fields;

  g_set_object (&self->editor, editor);
  if (index < 0)
    return;
  fields = maq_layer_get_fields (maq_arrangement_get_layer (maq_editor_get_arrangement (editor),
                                                            (guint) index));
  self->layer = fields->id;
  show_heading (self, fields);
  maq_rows_show_text (self->name, fields->name);
  maq_rows_show_text (self->group, fields->group);
  maq_rows_show_text (self->performer, fields->performer);
  maq_rows_show_text (self->direction, fields->direction);
  maq_rows_show_text (self->meaning, maq_layer_get_meaning (
                        maq_arrangement_get_layer (maq_editor_get_arrangement (editor),
                                                   (guint) index)));
  maq_rows_show_value (self->gain, fields->gain_db);
  maq_rows_show_value (self->pan, fields->pan);
  maq_rows_show_value (self->distance, fields->distance);
  maq_rows_show_value (self->tone, fields->tone);
  maq_rows_show_value (self->width, maq_stated_or (fields->width, MAQ_WIDTH_AS_IS));
  show_groove (self, editor, fields);
  show_roles (self, fields->role);
  show_sound (self, fields);
  show_colours (self, fields->colour);
}
