/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-sound-plan.h"

#include <math.h>

struct _MaqSoundPlan
{
  MaqPerformance *performance;
  MaqForm        *form;
  int             rate_hz;
  guint           first;        /* sections from here */
  guint           end;          /* to before here */
  gboolean        counts_sections;
  double          start_seconds;
  MaqFrame        lead;
  MaqFrame        n_frames;
  GArray         *clicks;
  GArray         *sections;
};

static MaqFrame
frame_of_seconds (MaqSoundPlan *self,
                  double        seconds)
{
  return (MaqFrame) llround (seconds * self->rate_hz);
}

static MaqFrame
frame_of_ticks (MaqSoundPlan *self,
                MaqTick       ticks)
{
  double seconds = maq_performance_ticks_to_seconds (self->performance, (double) ticks);

  return self->lead + frame_of_seconds (self, seconds - self->start_seconds);
}

static const MaqNote *
get_clicks (MaqSoundPlan *self,
            guint         section,
            guint        *n_clicks)
{
  const MaqSpan *span = maq_performance_get_span (self->performance, section);

  *n_clicks = 0;
  return span->click != NULL ? maq_phrase_get_notes (span->click, n_clicks) : NULL;
}

static void
add_click (MaqSoundPlan  *self,
           MaqFrame       frame,
           const MaqNote *note,
           gboolean       is_count)
{
  MaqPlannedClick click = { frame, MAQ_CLICK_BEAT, is_count };

  if (note->velocity >= MAQ_CLICK_BAR_VELOCITY)
    click.strength = MAQ_CLICK_BAR;
  else if (note->velocity >= MAQ_CLICK_GROUP_VELOCITY)
    click.strength = MAQ_CLICK_GROUP;
  g_array_append_val (self->clicks, click);
}

/* Bars like the first one, at the tempo that it begins with. Tells how long one lasts. */
static double
add_count_in (MaqSoundPlan *self,
              guint         n_bars)
{
  const MaqSpan *span = maq_performance_get_span (self->performance, self->first);
  double tempo_qpm = maq_span_get_tempo (span, 0.0, NULL);
  MaqTick bar_ticks = maq_form_get_bar_start (self->form, self->first, 1);
  double bar_seconds = maq_ticks_to_seconds ((double) bar_ticks, tempo_qpm);
  guint n_notes;
  const MaqNote *notes = get_clicks (self, self->first, &n_notes);

  for (guint bar = 0; bar < n_bars; bar++)
    for (guint i = 0; i < n_notes && notes[i].start_ticks < bar_ticks; i++)
      add_click (self,
                 frame_of_seconds (self, bar * bar_seconds
                                         + maq_ticks_to_seconds (notes[i].start_ticks, tempo_qpm)),
                 &notes[i], TRUE);
  self->lead = frame_of_seconds (self, n_bars * bar_seconds);
  return bar_seconds;
}

static MaqTick
last_bar_start (MaqSoundPlan *self,
                guint         section)
{
  const MaqFormSection *place = maq_form_get_section (self->form, section);

  return maq_form_get_bar_start (self->form, section, place->bars - 1);
}

static void
add_clicks (MaqSoundPlan *self,
            guint         section)
{
  const MaqSpan *span = maq_performance_get_span (self->performance, section);
  gboolean counts_next = self->counts_sections && section + 1 < self->end;
  MaqTick last_bar = last_bar_start (self, section);
  guint n_notes;
  const MaqNote *notes = get_clicks (self, section, &n_notes);

  for (guint i = 0; i < n_notes; i++)
    add_click (self, frame_of_ticks (self, span->start_ticks + notes[i].start_ticks), &notes[i],
               counts_next && notes[i].start_ticks >= last_bar);
}

static void
add_section (MaqSoundPlan *self,
             guint         section,
             MaqFrame      first_cue)
{
  MaqTick start = maq_form_get_section (self->form, section)->start_ticks;
  MaqPlannedSection planned = { section, frame_of_ticks (self, start), first_cue };

  if (section > self->first)
    planned.cue_frame = frame_of_ticks (self,
                                        maq_form_get_section (self->form, section - 1)->start_ticks
                                        + last_bar_start (self, section - 1));
  g_array_append_val (self->sections, planned);
}

static void
lay_out (MaqSoundPlan              *self,
         const MaqSoundPlanOptions *options)
{
  MaqFrame first_cue = -1;
  double seconds;

  if (self->end > self->first)
    {
      double bar_seconds = add_count_in (self, options->count_in_bars);

      if (options->count_in_bars > 0)
        first_cue = frame_of_seconds (self, (options->count_in_bars - 1) * bar_seconds);
    }
  for (guint i = self->first; i < self->end; i++)
    {
      add_clicks (self, i);
      add_section (self, i, first_cue);
    }
  seconds = maq_performance_ticks_to_seconds (self->performance,
                                              (double) maq_sound_plan_get_end (self))
            - self->start_seconds;
  self->n_frames = self->lead + frame_of_seconds (self, seconds + options->tail_seconds);
}

MaqSoundPlan *
maq_sound_plan_new (MaqHandoff                *handoff,
                    MaqPerformance            *performance,
                    const MaqSoundPlanOptions *options)
{
  MaqSoundPlan *self = g_new0 (MaqSoundPlan, 1);
  guint n_sections = maq_performance_get_n_spans (performance);

  self->performance = maq_performance_ref (performance);
  self->form = maq_form_ref (maq_handoff_get_form (handoff));
  self->rate_hz = options->rate_hz;
  self->counts_sections = options->counts_sections;
  self->first = MIN (options->first_section, n_sections);
  self->end = n_sections;
  if (options->n_sections > 0)
    self->end = MIN (self->first + options->n_sections, n_sections);
  self->clicks = g_array_new (FALSE, FALSE, sizeof (MaqPlannedClick));
  self->sections = g_array_new (FALSE, FALSE, sizeof (MaqPlannedSection));
  self->start_seconds = maq_performance_ticks_to_seconds (performance,
                                                          (double) maq_sound_plan_get_start (self));
  lay_out (self, options);
  return self;
}

void
maq_sound_plan_free (MaqSoundPlan *self)
{
  if (self == NULL)
    return;
  maq_performance_unref (self->performance);
  maq_form_unref (self->form);
  g_array_unref (self->clicks);
  g_array_unref (self->sections);
  g_free (self);
}

MaqFrame
maq_sound_plan_get_lead (MaqSoundPlan *self)
{
  return self->lead;
}

MaqFrame
maq_sound_plan_get_n_frames (MaqSoundPlan *self)
{
  return self->n_frames;
}

MaqTick
maq_sound_plan_get_start (MaqSoundPlan *self)
{
  if (self->first >= maq_performance_get_n_spans (self->performance))
    return maq_performance_get_length (self->performance);
  return maq_performance_get_span (self->performance, self->first)->start_ticks;
}

MaqTick
maq_sound_plan_get_end (MaqSoundPlan *self)
{
  if (self->end >= maq_performance_get_n_spans (self->performance))
    return maq_performance_get_length (self->performance);
  return maq_performance_get_span (self->performance, self->end)->start_ticks;
}

const MaqPlannedClick *
maq_sound_plan_get_clicks (MaqSoundPlan *self,
                           guint        *n_clicks)
{
  *n_clicks = self->clicks->len;
  return (const MaqPlannedClick *) (gpointer) self->clicks->data;
}

const MaqPlannedSection *
maq_sound_plan_get_sections (MaqSoundPlan *self,
                             guint        *n_sections)
{
  *n_sections = self->sections->len;
  return (const MaqPlannedSection *) (gpointer) self->sections->data;
}
