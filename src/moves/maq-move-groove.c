/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"

/* "Bass: swing 60" */
static char *
dup_said (MaqMove    *self,
          MaqProject *root,
          const char *what)
{
  return g_strdup_printf (_("%s: %s"), maq_move_layer_name (root, self->layer), what);
}

static gboolean
require_swing (double   swing,
               GError **error)
{
  return swing == 0 ||
         maq_move_require_number (swing, MAQ_SWING_MIN, MAQ_SWING_MAX, _("The swing"), error);
}

static MaqProject *
apply_layer_swing (MaqMove     *self,
                   MaqProject  *root,
                   GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error) ||
      !require_swing (self->value, error))
    return NULL;

  fields.swing = self->value;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_layer_swing_label (MaqMove    *self,
                       MaqProject *root)
{
  g_autofree char *what = NULL;

  if (self->value == 0)
    return dup_said (self, root, _("swing of the song"));

  what = g_strdup_printf (_("swing %g"), self->value);
  return dup_said (self, root, what);
}

MaqMove *
maq_move_layer_swing (MaqId  layer,
                      double swing)
{
  static const MaqMoveClass move_class = { apply_layer_swing, dup_layer_swing_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer, .value = swing });
}

static MaqProject *
apply_song_swing (MaqMove     *self,
                  MaqProject  *root,
                  GError     **error)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));

  if (!require_swing (self->value, error))
    return NULL;

  fields.swing = self->value;
  return maq_move_end_song (root, &fields);
}

static char *
dup_song_swing_label (MaqMove    *self,
                      MaqProject *root)
{
  if (self->value == 0)
    return g_strdup (_("Swing of the style"));

  return g_strdup_printf (_("Swing %g"), self->value);
}

MaqMove *
maq_move_song_swing (double swing)
{
  static const MaqMoveClass move_class = { apply_song_swing, dup_song_swing_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .value = swing });
}

static MaqProject *
apply_layer_lag (MaqMove     *self,
                 MaqProject  *root,
                 GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error) ||
      !maq_move_require_stated (self->stated, -MAQ_LAG_MAX_MS, MAQ_LAG_MAX_MS, _("The lag"),
                                error))
    return NULL;

  fields.lag_ms = self->stated;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_layer_lag_label (MaqMove    *self,
                     MaqProject *root)
{
  g_autofree char *what = NULL;

  if (!self->stated.is_set)
    return dup_said (self, root, _("lag of the song"));

  what = g_strdup_printf (_("lag %g ms"), self->stated.value);
  return dup_said (self, root, what);
}

MaqMove *
maq_move_layer_lag (MaqId     layer,
                    MaqStated lag_ms)
{
  static const MaqMoveClass move_class = { apply_layer_lag, dup_layer_lag_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer, .stated = lag_ms });
}

static MaqProject *
apply_song_lag (MaqMove     *self,
                MaqProject  *root,
                GError     **error)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));

  if (!maq_move_require_stated (self->stated, -MAQ_LAG_MAX_MS, MAQ_LAG_MAX_MS, _("The lag"),
                                error))
    return NULL;

  fields.lag_ms = self->stated;
  return maq_move_end_song (root, &fields);
}

static char *
dup_song_lag_label (MaqMove    *self,
                    MaqProject *root)
{
  if (!self->stated.is_set)
    return g_strdup (_("Lag of the style"));

  return g_strdup_printf (_("Lag %g ms"), self->stated.value);
}

MaqMove *
maq_move_song_lag (MaqStated lag_ms)
{
  static const MaqMoveClass move_class = { apply_song_lag, dup_song_lag_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .stated = lag_ms });
}

static MaqProject *
apply_layer_looseness (MaqMove     *self,
                       MaqProject  *root,
                       GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error) ||
      !maq_move_require_stated (self->stated, 0.0, MAQ_LOOSENESS_MAX, _("The looseness"),
                                error))
    return NULL;

  fields.looseness = self->stated;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_layer_looseness_label (MaqMove    *self,
                           MaqProject *root)
{
  g_autofree char *what = NULL;

  if (!self->stated.is_set)
    return dup_said (self, root, _("looseness of the song"));

  what = g_strdup_printf (_("looseness %g %%"), self->stated.value);
  return dup_said (self, root, what);
}

MaqMove *
maq_move_layer_looseness (MaqId     layer,
                          MaqStated looseness)
{
  static const MaqMoveClass move_class = { apply_layer_looseness, dup_layer_looseness_label,
                                           TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .stated = looseness });
}

static MaqProject *
apply_song_looseness (MaqMove     *self,
                      MaqProject  *root,
                      GError     **error)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));

  if (!maq_move_require_stated (self->stated, 0.0, MAQ_LOOSENESS_MAX, _("The looseness"),
                                error))
    return NULL;

  fields.looseness = self->stated;
  return maq_move_end_song (root, &fields);
}

static char *
dup_song_looseness_label (MaqMove    *self,
                          MaqProject *root)
{
  if (!self->stated.is_set)
    return g_strdup (_("Looseness of the style"));

  return g_strdup_printf (_("Looseness %g %%"), self->stated.value);
}

MaqMove *
maq_move_song_looseness (MaqStated looseness)
{
  static const MaqMoveClass move_class = { apply_song_looseness, dup_song_looseness_label,
                                           TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .stated = looseness });
}
