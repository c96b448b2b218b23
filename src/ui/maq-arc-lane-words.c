/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-arc-lane-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Louder or softer by less is nothing to speak of. */
#define LEAST_LU 0.5

/* So many layers are named, the others are counted. */
#define MAX_NAMED 4

static const char *
get_arc_label (MaqArcLane *self)
{
  return self->kind == MAQ_ARC_OTHER && self->name != NULL ? self->name
                                                           : maq_arc_kind_get_label (self->kind);
}

char *
maq_arc_lane_dup_point_label (MaqArcLane *self,
                              guint       index)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  MaqArcPoint *point = maq_vec_get (maq_arc_get_fields (maq_arc_lane_get_arc (self))->points,
                                    index);
  int section = maq_arrangement_find_section (maq_editor_get_arrangement (self->editor),
                                              maq_arc_point_get_section (point));
  const MaqFormSection *place = maq_form_get_section (form, (guint) MAX (section, 0));
  MaqMeasure *measure = maq_arc_lane_get_measure (self, (guint) MAX (section, 0));
  int bar = (int) floor (MIN (maq_arc_point_get_bar (point), place->bars - 1));
  g_autofree char *label = NULL;

  /* Translators: an arc, such as energy; section; bar; how high */
  label = g_strdup_printf (_("%s, %s, bar %d: meant %.1f"), get_arc_label (self),
                           maq_section_get_name (place->section), place->first_bar + bar + 1,
                           maq_arc_point_get_value (point));
  if (self->kind != MAQ_ARC_ENERGY || measure == NULL ||
      bar >= (int) maq_measure_get_n_bars (measure))
    return g_steal_pointer (&label);
  return g_strdup_printf (_("%s, measured %.1f"), label,
                          maq_measure_get_bar (measure, (guint) bar)->energy);
}

/* "Drums 4 → 8", "Strings enter", "Pad leaves" */
static char *
dup_change (MaqLayer *layer,
            int       before,
            int       now)
{
  const char *name = maq_layer_get_name (layer);

  if (before == 0)
    return g_strdup_printf (_("%s enters"), name);
  if (now == 0)
    return g_strdup_printf (_("%s leaves"), name);
  return g_strdup_printf ("%s %d → %d", name, before, now);
}

static void
append_changes (MaqArcLane *self,
                GString    *text,
                guint       section)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  guint n_changes = 0;

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);
      int before = maq_arrangement_get_level (arrangement, section - 1, maq_layer_get_id (layer));
      int now = maq_arrangement_get_level (arrangement, section, maq_layer_get_id (layer));
      g_autofree char *change = NULL;

      if (before == now || n_changes++ >= MAX_NAMED)
        continue;
      change = dup_change (layer, before, now);
      g_string_append_printf (text, ", %s", change);
    }
  if (n_changes > MAX_NAMED)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, ", %u more", ", %u more",
                                               n_changes - MAX_NAMED), n_changes - MAX_NAMED);
}

/* "+2.1 against Verse 1: 3.4 LU louder, Drums 4 → 8, Strings enters" */
static void
append_contrast (MaqArcLane *self,
                 GString    *text,
                 guint       section)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  const MaqFigures *now = maq_measure_get_whole (maq_arc_lane_get_measure (self, section));
  MaqMeasure *measure = maq_arc_lane_get_measure (self, section - 1);
  const MaqFigures *before;
  double louder;

  if (measure == NULL)
    return;
  before = maq_measure_get_whole (measure);
  g_string_append_printf (text, _("\n%+.1f against %s"), now->energy - before->energy,
                          maq_section_get_name (maq_form_get_section (form,
                                                                      section - 1)->section));
  if (!maq_loudness_is_silence (now->loudness_lufs)
      && !maq_loudness_is_silence (before->loudness_lufs))
    {
      louder = now->loudness_lufs - before->loudness_lufs;
      if (louder >= LEAST_LU)
        g_string_append_printf (text, _(", %.1f LU louder"), louder);
      else if (louder <= -LEAST_LU)
        g_string_append_printf (text, _(", %.1f LU softer"), -louder);
    }
  append_changes (self, text, section);
}

char *
maq_arc_lane_dup_section_text (MaqArcLane *self,
                               guint       section)
{
  const MaqFormSection *place = maq_form_get_section (maq_editor_get_form (self->editor), section);
  MaqMeasure *measure = maq_arc_lane_get_measure (self, section);
  GString *text = g_string_new (maq_section_get_name (place->section));
  const MaqFigures *figures;

  if (self->curve != NULL)
    g_string_append_printf (text, _(": %s meant %.1f"), get_arc_label (self),
                            maq_curve_evaluate (self->curve, place->first_bar +
                                                             place->bars / 2.0));
  if (self->kind != MAQ_ARC_ENERGY || measure == NULL)
    return g_string_free (text, FALSE);
  figures = maq_measure_get_whole (measure);
  g_string_append_printf (text, self->curve != NULL ? _(", measured %.1f")
                                                    : _(": energy measured %.1f"),
                          figures->energy);
  if (!maq_loudness_is_silence (figures->loudness_lufs))
    g_string_append_printf (text, _("\n%.1f LUFS, %.1f onsets per second, brightness %.0f Hz"),
                            figures->loudness_lufs, figures->onsets_per_second,
                            figures->centroid_hz);
  if (section > 0)
    append_contrast (self, text, section);
  return g_string_free (text, FALSE);
}
