/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-arc-lane-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-arc-shape.h"
#include "maq-contrast.h"
#include "maq-shown-number.h"

/* What is shown of a gap is rounded to this. */
#define LEAST_GAP 0.05

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
  double heard;
  int bar = (int) floor (MIN (maq_arc_point_get_bar (point), place->bars - 1));
  g_autofree char *label = NULL;

  /* Translators: an arc, such as energy; section; bar; how high */
  label = g_strdup_printf (_("%s, %s, bar %d: meant %.1f"), get_arc_label (self),
                           maq_section_get_name (place->section), place->first_bar + bar + 1,
                           maq_arc_point_get_value (point));
  if (!maq_arc_lane_get_heard (self, (guint) MAX (section, 0), bar, &heard))
    return g_steal_pointer (&label);
  return g_strdup_printf (_("%s, measured %.1f"), label, heard);
}

/* "against Verse 1 +2.1: Drums 4 → 8, Strings enters, 3.4 LU louder" */
static void
append_contrast (MaqArcLane *self,
                 GString    *text,
                 guint       section)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  MaqMeasure *before = maq_arc_lane_get_measure (self, section - 1);
  MaqContrast contrast;
  g_autofree char *sentence = NULL;

  if (before == NULL)
    return;
  contrast = maq_contrast_get (maq_measure_get_whole (before),
                               maq_measure_get_whole (maq_arc_lane_get_measure (self, section)));
  sentence = maq_contrast_dup_sentence (&contrast, maq_editor_get_arrangement (self->editor),
                                        section - 1, section);
  /* Translators: the section before, and how this one differs from it: "+2.1: Bass enters" */
  g_string_append_printf (text, _("\nagainst %s %s"),
                          maq_section_get_name (maq_form_get_section (form,
                                                                      section - 1)->section),
                          sentence);
}

static void
append_turns (MaqArcLane *self,
              GString    *text,
              guint       section,
              const char *before)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  guint n_turns = maq_arc_lane_count_turns (self);

  for (guint i = 0; i < n_turns; i++)
    {
      const MaqTurnMark *mark = maq_tension_get_mark (self->tension, i);
      g_autofree char *words = NULL;

      if (section != G_MAXUINT && mark->section != section)
        continue;
      words = maq_turn_mark_dup_text (mark);
      g_string_append (text, text->len > 0 ? before : "");
      /* Translators: where a turn of the song is, and what it is */
      g_string_append_printf (text, _("Bar %d: %s"),
                              maq_form_get_section (form, mark->section)->first_bar + mark->bar + 1,
                              words);
    }
}

char *
maq_arc_lane_dup_turn_label (MaqArcLane *self,
                             guint       index)
{
  const MaqTurnMark *mark = maq_tension_get_mark (self->tension, index);
  const MaqFormSection *place = maq_form_get_section (maq_editor_get_form (self->editor),
                                                      mark->section);
  g_autofree char *words = maq_turn_mark_dup_text (mark);

  /* Translators: a section, a bar of the song, and what turn the song takes there */
  return g_strdup_printf (_("%s, bar %d: %s"), maq_section_get_name (place->section),
                          place->first_bar + mark->bar + 1, words);
}

char *
maq_arc_lane_dup_turns (MaqArcLane *self)
{
  GString *text = g_string_new (NULL);

  append_turns (self, text, G_MAXUINT, _("; "));
  return g_string_free (text, FALSE);
}

/* By how much what is heard parts from what is meant. */
static void
append_gap (GString *text,
            double   gap)
{
  g_autofree char *number = maq_shown_number (fabs (gap), 1);

  if (fabs (gap) < LEAST_GAP)
    g_string_append (text, _(", as meant"));
  else
    /* Translators: "energy meant 2.6, measured 4.6, 2.0 more than meant" */
    g_string_append_printf (text, gap > 0.0 ? _(", %s more than meant") : _(", %s less than meant"),
                            number);
}

/* "Bar 17: meant 6.2, measured 5.1, 1.1 less than meant, −16.2 LUFS"; nothing while neither is
 * known. */
static void
append_bar (MaqArcLane           *self,
            GString              *text,
            const MaqFormSection *place,
            guint                 section,
            int                   bar)
{
  MaqMeasure *measure = maq_arc_lane_get_measure (self, section);
  double heard;
  gboolean is_heard = maq_arc_lane_get_heard (self, section, bar, &heard);
  double meant = self->curve == NULL
                   ? 0.0 : maq_curve_evaluate (self->curve, place->first_bar + bar + 0.5);

  if (self->curve == NULL && !is_heard)
    return;
  g_string_append_printf (text, _("Bar %d"), place->first_bar + bar + 1);
  if (self->curve != NULL)
    g_string_append_printf (text, _(": %s meant %.1f"), get_arc_label (self), meant);
  if (is_heard)
    g_string_append_printf (text, self->curve != NULL ? _(", measured %.1f") : _(": %.1f measured"),
                            heard);
  if (self->curve != NULL && is_heard)
    append_gap (text, heard - meant);
  if (is_heard && self->kind == MAQ_ARC_ENERGY
      && !maq_loudness_is_silence (maq_measure_get_bar (measure, (guint) bar)->loudness_lufs))
    {
      g_autofree char *loudness
        = maq_shown_number (maq_measure_get_bar (measure, (guint) bar)->loudness_lufs, 1);

      g_string_append_printf (text, _(", %s LUFS"), loudness);
    }
  g_string_append_c (text, '\n');
}

char *
maq_arc_lane_dup_section_text (MaqArcLane *self,
                               guint       section,
                               int         bar)
{
  const MaqFormSection *place = maq_form_get_section (maq_editor_get_form (self->editor), section);
  MaqMeasure *measure = maq_arc_lane_get_measure (self, section);
  GString *text = g_string_new (NULL);
  const MaqFigures *figures;

  /* a mark, lest a name in other letters turns the line around */
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    g_string_append (text, "\u200f");
  if (bar >= 0 && bar < place->bars)
    append_bar (self, text, place, section, bar);
  g_string_append (text, maq_section_get_name (place->section));
  if (self->curve != NULL)
    g_string_append_printf (text, _(": %s meant %.1f"), get_arc_label (self),
                            maq_arc_get_mean (self->curve, place));
  if (self->kind == MAQ_ARC_TENSION && self->tension != NULL
      && section < maq_tension_get_n_sections (self->tension))
    g_string_append_printf (text, self->curve != NULL ? _(", measured %.1f")
                                                      : _(": tension measured %.1f"),
                            maq_tension_get_section (self->tension, section));
  if (self->kind != MAQ_ARC_ENERGY || measure == NULL)
    {
      append_turns (self, text, section, "\n");
      return g_string_free (text, FALSE);
    }
  figures = maq_measure_get_whole (measure);
  g_string_append_printf (text, self->curve != NULL ? _(", measured %.1f")
                                                    : _(": energy measured %.1f"),
                          figures->energy);
  if (self->curve != NULL)
    append_gap (text, figures->energy - maq_arc_get_mean (self->curve, place));
  append_turns (self, text, section, "\n");
  if (!maq_loudness_is_silence (figures->loudness_lufs))
    {
      g_autofree char *loudness = maq_shown_number (figures->loudness_lufs, 1);

      g_string_append_printf (text, _("\n%s LUFS, %.1f onsets per second, brightness %.0f Hz"),
                              loudness, figures->onsets_per_second, figures->centroid_hz);
    }
  if (section > 0)
    append_contrast (self, text, section);
  return g_string_free (text, FALSE);
}
