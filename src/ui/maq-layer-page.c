/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-layer-page.h"

#include <glib/gi18n-lib.h>

#include "maq-gm-names.h"
#include "maq-limits.h"
#include "maq-page-title.h"
#include "maq-rows.h"

struct _MaqLayerPage
{
  GtkBox     parent_instance;

  MaqEditor *editor;
  MaqId      layer;
  gboolean   is_drums;
  GtkWidget *heading;
  GtkWidget *name;
  GtkWidget *role;
  GtkWidget *sound;
  GtkWidget *gain;
  GtkWidget *pan;
  GtkWidget *distance;
  GtkWidget *lag;
  GtkWidget *swing;
  GtkWidget *performer;
  GtkWidget *direction;
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
  else if (row == self->performer)
    maq_editor_apply (self->editor, maq_move_layer_performer (self->layer, text));
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

/* The first choice is the sound that suits the role. */
static void
sound_cb (GtkWidget *owner,
          GtkWidget *row)
{
  MaqLayerPage *self = MAQ_LAYER_PAGE (owner);
  guint choice = maq_rows_get_choice (row);
  const char *name = NULL;
  int program = -1;

  if (choice == GTK_INVALID_LIST_POSITION)
    return;
  if (choice > 0 && self->is_drums)
    name = maq_gm_names_get_kit (choice - 1, &program);
  else if (choice > 0)
    {
      program = (int) choice - 1;
      name = maq_gm_names_get_program (program);
    }
  maq_editor_apply (self->editor, maq_move_layer_sound (self->layer, 0, program, name));
}

static void
mix_cb (GtkWidget *owner,
        GtkWidget *row)
{
  MaqLayerPage *self = MAQ_LAYER_PAGE (owner);
  double value = maq_rows_get_value (row);
  const char *what = row == self->gain ? "gain" : row == self->pan ? "pan" : "distance";
  g_autofree char *gesture = g_strdup_printf ("%s/%" G_GINT64_MODIFIER "x", what, self->layer);
  MaqMove *move;

  if (row == self->gain)
    move = maq_move_layer_gain (self->layer, value);
  else if (row == self->pan)
    move = maq_move_layer_pan (self->layer, value);
  else
    move = maq_move_layer_distance (self->layer, value);
  maq_editor_apply_gesture (self->editor, move, gesture);
}

/* Below 50 percent there is no swing of its own: that of the song holds. */
static void
groove_cb (GtkWidget *owner,
           GtkWidget *row)
{
  MaqLayerPage *self = MAQ_LAYER_PAGE (owner);
  double value = maq_rows_get_value (row);
  g_autofree char *gesture = g_strdup_printf ("groove/%" G_GINT64_MODIFIER "x", self->layer);

  if (row == self->swing)
    maq_editor_apply_gesture (self->editor,
                              maq_move_layer_swing (self->layer, value < 50 ? 0 : value), gesture);
  else
    maq_editor_apply_gesture (self->editor,
                              maq_move_layer_lag (self->layer, maq_stated (value)), gesture);
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
maq_layer_page_init (MaqLayerPage *self)
{
  GtkWidget *page = GTK_WIDGET (self);
  AdwPreferencesGroup *group;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 14);
  self->heading = maq_page_title_add (page);
  group = maq_rows_add_group (page, NULL);
  self->name = maq_rows_add_entry (group, page, _("Name"), NULL, text_cb);
  self->role = maq_rows_add_choice (group, page, _("Role"), _("Which patterns the band plays"),
                                    FALSE, role_cb);
  self->sound = maq_rows_add_choice (group, page, _("Sound"), NULL, TRUE, sound_cb);
  group = maq_rows_add_group (page, _("Mix"));
  self->gain = maq_rows_add_scale (group, page, _("Level"), _("Decibels"), -24, MAQ_GAIN_MAX_DB, 1,
                                   mix_cb);
  self->pan = maq_rows_add_scale (group, page, _("Pan"), _("−1 is left, 1 is right"), -1, 1, 0.05,
                                  mix_cb);
  self->distance = maq_rows_add_scale (group, page, _("Distance"),
                                       _("0 is at the ear, 1 at the far end of the room"), 0, 1,
                                       0.05, mix_cb);
  group = maq_rows_add_group (page, _("Groove"));
  self->lag = maq_rows_add_spin (group, page, _("Behind the beat"),
                                 _("Milliseconds; below 0 it pushes"), -50, 50, 1, 0, groove_cb);
  self->swing = maq_rows_add_spin (group, page, _("Swing"),
                                   _("Percent, 50 is straight; 49 is as the style has it"), 49, 75,
                                   1, 0, groove_cb);
  group = maq_rows_add_group (page, _("Direction"));
  self->performer = maq_rows_add_entry (group, page, _("Performer"), _("Who plays it"), text_cb);
  self->direction = maq_rows_add_entry (group, page, _("Direction"),
                                        _("What to tell the performer"), text_cb);
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
show_sounds (MaqLayerPage         *self,
             const MaqLayerFields *fields)
{
  int wanted = fields->sound == NULL ? -1 : maq_sound_get_fields (fields->sound)->program;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n = self->is_drums ? maq_gm_names_get_n_kits () : MAQ_N_GM_PROGRAMS;
  guint selected = 0;

  g_ptr_array_add (names, (gpointer) _("Suits the role"));
  for (guint i = 0; i < n; i++)
    {
      int program = (int) i;
      const char *name = self->is_drums ? maq_gm_names_get_kit (i, &program)
                                        : maq_gm_names_get_program (program);

      if (program == wanted)
        selected = i + 1;
      g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_add (names, NULL);
  maq_rows_show_choices (self->sound, (const char *const *) names->pdata, selected);
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
  self->is_drums = maq_role_is_drums (fields->role);
  maq_page_title_show (self->heading, fields->name, maq_role_get_label (fields->role));
  maq_rows_show_text (self->name, fields->name);
  maq_rows_show_text (self->performer, fields->performer);
  maq_rows_show_text (self->direction, fields->direction);
  maq_rows_show_value (self->gain, fields->gain_db);
  maq_rows_show_value (self->pan, fields->pan);
  maq_rows_show_value (self->distance, fields->distance);
  maq_rows_show_value (self->lag, maq_stated_or (fields->lag_ms, 0.0));
  maq_rows_show_value (self->swing, fields->swing < 50 ? 49 : fields->swing);
  show_roles (self, fields->role);
  show_sounds (self, fields);
}
