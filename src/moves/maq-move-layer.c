/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"

/* "Bass: pan" */
static char *
dup_said (MaqMove    *self,
          MaqProject *root,
          const char *what)
{
  return g_strdup_printf (_("%s: %s"), maq_move_layer_name (root, self->layer), what);
}

static gboolean
has_layer_named (MaqProject *root,
                 const char *name)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    if (g_str_equal (maq_layer_get_name (maq_arrangement_get_layer (arrangement, i)), name))
      return TRUE;

  return FALSE;
}

/* The channels of a layer that was called @before go on being its own. */
static MaqProject *
rename_inputs (MaqProject *root,
               const char *before,
               const char *after)
{
  MaqSession *session = maq_project_get_fields (root)->session;
  MaqProject *result = maq_project_ref (root);

  if (has_layer_named (root, before))
    return result;

  for (guint i = 0; i < maq_session_get_n_rows (session, MAQ_SESSION_INPUTS); i++)
    {
      MaqSessionRow *row = maq_session_get_row (session, MAQ_SESSION_INPUTS, i);
      g_autoptr(MaqMove) move = NULL;
      g_autoptr(MaqProject) last = NULL;

      if (g_strcmp0 (maq_session_row_get_fields (row)->texts[MAQ_INPUT_LAYER], before) != 0)
        continue;

      move = maq_move_session_row_text (MAQ_SESSION_INPUTS, maq_session_row_get_id (row),
                                        MAQ_INPUT_LAYER, after);
      last = g_steal_pointer (&result);
      result = move->move_class->apply (move, last, NULL);
    }

  return result;
}

static MaqProject *
apply_rename (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqLayerFields fields;
  g_autofree char *name = NULL;
  g_autoptr(MaqProject) renamed = NULL;

  if (!maq_move_begin_layer (self, root, &fields, error))
    return NULL;

  name = maq_move_dup_name (self->text, error);
  if (name == NULL)
    return NULL;

  fields.name = name;
  renamed = maq_move_end_layer (root, &fields);
  return rename_inputs (renamed, maq_move_layer_name (root, self->layer), name);
}

static char *
dup_rename_label (MaqMove    *self,
                  MaqProject *root)
{
  return g_strdup_printf (_("Rename %s to %s"), maq_move_layer_name (root, self->layer),
                          self->text != NULL ? self->text : "");
}

MaqMove *
maq_move_rename_layer (MaqId       layer,
                       const char *name)
{
  static const MaqMoveClass move_class = { apply_rename, dup_rename_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .text = maq_move_some (name) });
}

static MaqProject *
apply_role (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error))
    return NULL;

  fields.role = self->number;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_role_label (MaqMove    *self,
                MaqProject *root)
{
  return dup_said (self, root, maq_role_get_label (self->number));
}

MaqMove *
maq_move_layer_role (MaqId   layer,
                     MaqRole role)
{
  static const MaqMoveClass move_class = { apply_role, dup_role_label, FALSE, NULL };

  g_return_val_if_fail ((int) role >= 0 && role < MAQ_N_ROLES, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer, .number = role });
}

static MaqProject *
apply_sound (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  g_autoptr(MaqSound) sound = NULL;
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error) ||
      !maq_move_require_sound (self, fields.sound, &sound, error))
    return NULL;

  fields.sound = sound;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_sound_label (MaqMove    *self,
                 MaqProject *root)
{
  return dup_said (self, root, self->text != NULL ? self->text : _("sound"));
}

MaqMove *
maq_move_layer_sound (MaqId       layer,
                      int         bank,
                      int         program,
                      const char *name)
{
  static const MaqMoveClass move_class = { apply_sound, dup_sound_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer, .number = bank,
                                    .number2 = program, .text = maq_move_some (name) });
}

static MaqProject *
apply_muted (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error))
    return NULL;

  fields.muted = self->number;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_muted_label (MaqMove    *self,
                 MaqProject *root)
{
  const char *name = maq_move_layer_name (root, self->layer);

  return g_strdup_printf (self->number ? _("Mute %s") : _("Unmute %s"), name);
}

MaqMove *
maq_move_layer_muted (MaqId    layer,
                      gboolean muted)
{
  static const MaqMoveClass move_class = { apply_muted, dup_muted_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .number = !!muted });
}

static MaqProject *
apply_soloed (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error))
    return NULL;

  fields.soloed = self->number;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_soloed_label (MaqMove    *self,
                  MaqProject *root)
{
  const char *name = maq_move_layer_name (root, self->layer);

  return g_strdup_printf (self->number ? _("Solo %s") : _("Unsolo %s"), name);
}

MaqMove *
maq_move_layer_soloed (MaqId    layer,
                       gboolean soloed)
{
  static const MaqMoveClass move_class = { apply_soloed, dup_soloed_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .number = !!soloed });
}

static MaqProject *
apply_gain (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error) ||
      !maq_move_require_number (self->value, MAQ_GAIN_MIN_DB, MAQ_GAIN_MAX_DB, _("The gain"),
                                error))
    return NULL;

  fields.gain_db = self->value;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_gain_label (MaqMove    *self,
                MaqProject *root)
{
  g_autofree char *what = g_strdup_printf (_("gain %+.1f dB"), self->value);

  return dup_said (self, root, what);
}

MaqMove *
maq_move_layer_gain (MaqId  layer,
                     double gain_db)
{
  static const MaqMoveClass move_class = { apply_gain, dup_gain_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .value = gain_db });
}

static MaqProject *
apply_pan (MaqMove     *self,
           MaqProject  *root,
           GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error) ||
      !maq_move_require_number (self->value, -1.0, 1.0, _("The place from left to right"), error))
    return NULL;

  fields.pan = self->value;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_pan_label (MaqMove    *self,
               MaqProject *root)
{
  return dup_said (self, root, _("place from left to right"));
}

MaqMove *
maq_move_layer_pan (MaqId  layer,
                    double pan)
{
  static const MaqMoveClass move_class = { apply_pan, dup_pan_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer, .value = pan });
}

static MaqProject *
apply_distance (MaqMove     *self,
                MaqProject  *root,
                GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error) ||
      !maq_move_require_number (self->value, 0.0, 1.0, _("The distance"), error))
    return NULL;

  fields.distance = self->value;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_distance_label (MaqMove    *self,
                    MaqProject *root)
{
  return dup_said (self, root, _("distance"));
}

MaqMove *
maq_move_layer_distance (MaqId  layer,
                         double distance)
{
  static const MaqMoveClass move_class = { apply_distance, dup_distance_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .value = distance });
}

static MaqProject *
apply_tone (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error) ||
      !maq_move_require_number (self->value, -1.0, 1.0, _("The tone"), error))
    return NULL;

  fields.tone = self->value;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_tone_label (MaqMove    *self,
                MaqProject *root)
{
  return dup_said (self, root, _("tone"));
}

MaqMove *
maq_move_layer_tone (MaqId  layer,
                     double tone)
{
  static const MaqMoveClass move_class = { apply_tone, dup_tone_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer, .value = tone });
}

static MaqProject *
apply_width (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error) ||
      !maq_move_require_number (self->value, 0.0, MAQ_WIDTH_MAX, _("The width"), error))
    return NULL;

  fields.width = maq_stated (self->value);
  return maq_move_end_layer (root, &fields);
}

static char *
dup_width_label (MaqMove    *self,
                 MaqProject *root)
{
  return dup_said (self, root, _("width"));
}

MaqMove *
maq_move_layer_width (MaqId  layer,
                      double width)
{
  static const MaqMoveClass move_class = { apply_width, dup_width_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer, .value = width });
}

static MaqProject *
apply_performer (MaqMove     *self,
                 MaqProject  *root,
                 GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error) ||
      !maq_move_require_text (self->text, MAQ_LIMIT_NAME_BYTES, error))
    return NULL;

  fields.performer = self->text;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_performer_label (MaqMove    *self,
                     MaqProject *root)
{
  const char *name = maq_move_layer_name (root, self->layer);

  if (self->text == NULL)
    return g_strdup_printf (_("%s: nobody yet"), name);

  /* translators: who plays a layer: "Bass: played by Ines" */
  return g_strdup_printf (_("%s: played by %s"), name, self->text);
}

MaqMove *
maq_move_layer_performer (MaqId       layer,
                          const char *performer)
{
  static const MaqMoveClass move_class = { apply_performer, dup_performer_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .text = maq_move_some (performer) });
}

static MaqProject *
apply_direction (MaqMove     *self,
                 MaqProject  *root,
                 GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error) ||
      !maq_move_require_text (self->text, MAQ_LIMIT_TEXT_BYTES, error))
    return NULL;

  fields.direction = self->text;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_direction_label (MaqMove    *self,
                     MaqProject *root)
{
  return dup_said (self, root, _("direction"));
}

MaqMove *
maq_move_layer_direction (MaqId       layer,
                          const char *direction)
{
  static const MaqMoveClass move_class = { apply_direction, dup_direction_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .text = maq_move_some (direction) });
}

/* What is said of the layer from now on is no longer said of the sound that it has just now. */
static MaqSound *
dup_without_meaning (MaqSound *sound)
{
  MaqSoundFields fields;

  if (sound == NULL || maq_sound_get_fields (sound)->meaning == NULL)
    return sound == NULL ? NULL : maq_sound_ref (sound);

  fields = *maq_sound_get_fields (sound);
  fields.meaning = NULL;
  return maq_sound_new (&fields);
}

static MaqProject *
apply_meaning (MaqMove     *self,
               MaqProject  *root,
               GError     **error)
{
  g_autoptr(MaqSound) sound = NULL;
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error) ||
      !maq_move_require_text (self->text, MAQ_LIMIT_TEXT_BYTES, error))
    return NULL;
  if (fields.meaning == NULL && fields.sound != NULL &&
      g_strcmp0 (maq_sound_get_fields (fields.sound)->meaning, self->text) == 0)
    return maq_project_ref (root);

  sound = dup_without_meaning (fields.sound);
  fields.sound = sound;
  fields.meaning = self->text;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_meaning_label (MaqMove    *self,
                   MaqProject *root)
{
  return dup_said (self, root, _("what it stands for"));
}

MaqMove *
maq_move_layer_meaning (MaqId       layer,
                        const char *meaning)
{
  static const MaqMoveClass move_class = { apply_meaning, dup_meaning_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .text = maq_move_some (meaning) });
}
