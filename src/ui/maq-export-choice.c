/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-choice.h"

#include <string.h>

#define MOST_SEMITONES 11
#define USUAL_COUNT_IN_BARS 1 /* as on the command line; the first cue needs it */

/* Words of the settings, never translated. */
#define PAPER "paper"
#define IS_CHOSEN "chosen"
#define SUFFIX "suffix"
#define NOTATION "notation"
#define SEMITONES "semitones"
#define LYRICS "lyrics"
#define PARTS "parts"
#define CLICK "click"
#define GRIDS "grids"
#define COUNT_IN "count-in"
#define GUIDE_CLICK "click-in-mix"
#define COUNTS "counts-sections"
#define SPEAKS "speaks"
#define JOINS "joins-click"
#define GROUPS "groups"
#define SAMPLES "bits"
#define RATE "rate"
#define REPORT "report"
#define NAMES "names"
#define LETTER "letter"
#define INSIDE_GUIDE "guide-inside"
#define INSIDE_CLICK "click-inside"
#define INSIDE_CUES "cues-inside"
#define INSIDE_STEMS "stems-inside"
#define INSIDE_FORMAT "format-inside"
#define INSIDE_COUNT "count-in-inside"

struct _MaqExportChoice
{
  MaqPaper       paper;
  char          *pattern; /* of the names of all sound files, or NULL */
  MaqExportPick *picks; /* one of each kind */
};

/* What somebody gets who has never chosen. */
static gboolean
is_usual (const char *id)
{
  return strcmp (id, "map") == 0 || strcmp (id, "charts") == 0 || strcmp (id, "player") == 0;
}

static void
read_sound (MaqExportSoundOptions *sound,
            GVariantDict          *dict)
{
  guint32 samples = MAQ_SAMPLES_24;
  gint32 rate_hz = 0;

  if (g_variant_dict_lookup (dict, SAMPLES, "u", &samples) && samples <= MAQ_SAMPLES_FLOAT)
    sound->samples = (MaqSampleFormat) samples;
  if (g_variant_dict_lookup (dict, RATE, "i", &rate_hz)
      && (rate_hz == 44100 || rate_hz == 48000 || rate_hz == 96000))
    sound->rate_hz = rate_hz;
  g_variant_dict_lookup (dict, REPORT, "b", &sound->has_report);
  g_variant_dict_lookup (dict, COUNT_IN, "u", &sound->count_in_bars);
  sound->count_in_bars = MIN (sound->count_in_bars, MAQ_SOUND_PLAN_MAX_COUNT_IN);
  g_variant_dict_lookup (dict, GUIDE_CLICK, "b", &sound->guide_has_click);
  g_variant_dict_lookup (dict, COUNTS, "b", &sound->counts_sections);
  g_variant_dict_lookup (dict, SPEAKS, "b", &sound->speaks);
  g_variant_dict_lookup (dict, JOINS, "b", &sound->joins_click);
  g_variant_dict_lookup (dict, GROUPS, "b", &sound->groups_stems);
}

static void
write_sound (const MaqExportSoundOptions *sound,
             GVariantDict                *dict)
{
  g_variant_dict_insert (dict, SAMPLES, "u", (guint32) sound->samples);
  g_variant_dict_insert (dict, RATE, "i", (gint32) sound->rate_hz);
  g_variant_dict_insert (dict, REPORT, "b", sound->has_report);
  g_variant_dict_insert (dict, COUNT_IN, "u", sound->count_in_bars);
  g_variant_dict_insert (dict, GUIDE_CLICK, "b", sound->guide_has_click);
  g_variant_dict_insert (dict, COUNTS, "b", sound->counts_sections);
  g_variant_dict_insert (dict, SPEAKS, "b", sound->speaks);
  g_variant_dict_insert (dict, JOINS, "b", sound->joins_click);
  g_variant_dict_insert (dict, GROUPS, "b", sound->groups_stems);
}

static void
read_inside (MaqSoundWish *inside,
             GVariantDict *dict)
{
  const char *nick;

  g_variant_dict_lookup (dict, INSIDE_GUIDE, "b", &inside->has_guide);
  g_variant_dict_lookup (dict, INSIDE_CLICK, "b", &inside->has_click);
  g_variant_dict_lookup (dict, INSIDE_CUES, "b", &inside->has_cues);
  g_variant_dict_lookup (dict, INSIDE_STEMS, "b", &inside->has_stems);
  g_variant_dict_lookup (dict, INSIDE_COUNT, "u", &inside->plan.count_in_bars);
  inside->plan.count_in_bars = MIN (inside->plan.count_in_bars, MAQ_SOUND_PLAN_MAX_COUNT_IN);
  if (g_variant_dict_lookup (dict, INSIDE_FORMAT, "&s", &nick))
    maq_sound_format_from_nick (nick, &inside->format);
}

static void
write_inside (const MaqSoundWish *inside,
              GVariantDict       *dict)
{
  g_variant_dict_insert (dict, INSIDE_GUIDE, "b", inside->has_guide);
  g_variant_dict_insert (dict, INSIDE_CLICK, "b", inside->has_click);
  g_variant_dict_insert (dict, INSIDE_CUES, "b", inside->has_cues);
  g_variant_dict_insert (dict, INSIDE_STEMS, "b", inside->has_stems);
  g_variant_dict_insert (dict, INSIDE_COUNT, "u", inside->plan.count_in_bars);
  g_variant_dict_insert (dict, INSIDE_FORMAT, "s", maq_sound_format_get_nick (inside->format));
}

static void
read_pick (MaqExportPick       *pick,
           const MaqExportKind *kind,
           GVariant            *kept)
{
  g_auto (GVariantDict) dict;
  const char *text;

  g_variant_dict_init (&dict, kept);
  g_variant_dict_lookup (&dict, IS_CHOSEN, "b", &pick->is_chosen);
  if (g_variant_dict_lookup (&dict, SUFFIX, "&s", &text))
    for (guint i = 0; kind->suffixes[i] != NULL; i++)
      if (strcmp (kind->suffixes[i], text) == 0)
        pick->suffix = i;
  if (g_variant_dict_lookup (&dict, NOTATION, "&s", &text))
    maq_chord_notation_from_nick (text, &pick->options.chart.notation);
  g_variant_dict_lookup (&dict, SEMITONES, "i", &pick->options.chart.semitones);
  pick->options.chart.semitones = CLAMP (pick->options.chart.semitones, -MOST_SEMITONES,
                                         MOST_SEMITONES);
  g_variant_dict_lookup (&dict, LYRICS, "b", &pick->options.chart.has_lyrics);
  g_variant_dict_lookup (&dict, PARTS, "b", &pick->options.has_parts);
  g_variant_dict_lookup (&dict, CLICK, "b", &pick->options.has_click);
  g_variant_dict_lookup (&dict, GRIDS, "b", &pick->options.has_grids);
  read_sound (&pick->options.sound, &dict);
  read_inside (&pick->options.inside, &dict);
}

static GVariant *
write_pick (const MaqExportPick *pick,
            const MaqExportKind *kind)
{
  const MaqExportOptions *options = &pick->options;
  g_auto (GVariantDict) dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, IS_CHOSEN, "b", pick->is_chosen);
  g_variant_dict_insert (&dict, SUFFIX, "s", kind->suffixes[pick->suffix]);
  g_variant_dict_insert (&dict, NOTATION, "s",
                         maq_chord_notation_get_nick (options->chart.notation));
  g_variant_dict_insert (&dict, SEMITONES, "i", options->chart.semitones);
  g_variant_dict_insert (&dict, LYRICS, "b", options->chart.has_lyrics);
  g_variant_dict_insert (&dict, PARTS, "b", options->has_parts);
  g_variant_dict_insert (&dict, CLICK, "b", options->has_click);
  g_variant_dict_insert (&dict, GRIDS, "b", options->has_grids);
  write_sound (&options->sound, &dict);
  write_inside (&options->inside, &dict);
  return g_variant_dict_end (&dict);
}

MaqExportChoice *
maq_export_choice_new (GVariant *kept,
                       MaqPaper  paper)
{
  MaqExportChoice *self = g_new0 (MaqExportChoice, 1);
  const char *name;

  if (g_variant_lookup (kept, PAPER, "&s", &name))
    paper = strcmp (name, LETTER) == 0 ? MAQ_PAPER_LETTER : MAQ_PAPER_A4;
  self->picks = g_new0 (MaqExportPick, maq_export_get_n_kinds ());
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    {
      const MaqExportKind *kind = maq_export_get_kind (i);
      g_autoptr (GVariant) pick = g_variant_lookup_value (kept, kind->id, G_VARIANT_TYPE_VARDICT);

      self->picks[i].options.sound.count_in_bars = USUAL_COUNT_IN_BARS;
      if (pick != NULL)
        read_pick (&self->picks[i], kind, pick);
      else
        self->picks[i].is_chosen = is_usual (kind->id);
    }
  maq_export_choice_set_paper (self, paper);
  if (g_variant_lookup (kept, NAMES, "&s", &name))
    maq_export_choice_set_pattern (self, name);
  return self;
}

void
maq_export_choice_free (MaqExportChoice *self)
{
  g_free (self->pattern);
  g_free (self->picks);
  g_free (self);
}

GVariant *
maq_export_choice_to_variant (MaqExportChoice *self)
{
  g_auto (GVariantDict) dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, PAPER, "s", self->paper == MAQ_PAPER_LETTER ? LETTER : "a4");
  if (self->pattern != NULL)
    g_variant_dict_insert (&dict, NAMES, "s", self->pattern);
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    {
      const MaqExportKind *kind = maq_export_get_kind (i);

      g_variant_dict_insert_value (&dict, kind->id, write_pick (&self->picks[i], kind));
    }
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

MaqExportPick *
maq_export_choice_get_pick (MaqExportChoice *self,
                            guint            kind)
{
  return &self->picks[kind];
}

MaqPaper
maq_export_choice_get_paper (MaqExportChoice *self)
{
  return self->paper;
}

void
maq_export_choice_set_paper (MaqExportChoice *self,
                             MaqPaper         paper)
{
  self->paper = paper;
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    self->picks[i].options.chart.paper = paper;
}

const char *
maq_export_choice_get_pattern (MaqExportChoice *self)
{
  return self->pattern;
}

void
maq_export_choice_set_pattern (MaqExportChoice *self,
                               const char      *pattern)
{
  g_autofree char *last = self->pattern;

  self->pattern = pattern[strspn (pattern, " ")] != '\0' ? g_strdup (pattern) : NULL;
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    self->picks[i].options.sound.pattern = self->pattern;
}

void
maq_export_choice_share_sound (MaqExportChoice *self,
                               guint            kind)
{
  const MaqExportPick *from = &self->picks[kind];

  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    if ((maq_export_get_kind (i)->takes & MAQ_EXPORT_TAKES_SOUND) != 0)
      {
        MaqExportPick *pick = &self->picks[i];

        pick->suffix = from->suffix;
        pick->options.sound.samples = from->options.sound.samples;
        pick->options.sound.rate_hz = from->options.sound.rate_hz;
        pick->options.sound.count_in_bars = from->options.sound.count_in_bars;
        pick->options.sound.has_report = from->options.sound.has_report;
      }
}

gboolean
maq_export_choice_sounds (MaqExportChoice *self)
{
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    if (self->picks[i].is_chosen && maq_export_get_kind (i)->wish != NULL)
      return TRUE;
  return FALSE;
}

gboolean
maq_export_choice_plays (MaqExportChoice *self)
{
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    if (self->picks[i].is_chosen
        && (maq_export_get_kind (i)->plays
            || maq_export_has_inside (maq_export_get_kind (i), &self->picks[i].options)))
      return TRUE;
  return FALSE;
}

MaqExportJob *
maq_export_choice_create_job (MaqExportChoice       *self,
                              const MaqExportSource *source,
                              const char            *player,
                              const char            *folder)
{
  MaqExportJob *job = maq_export_job_new (source);

  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    {
      const MaqExportKind *kind = maq_export_get_kind (i);
      const MaqExportPick *pick = &self->picks[i];

      if (pick->is_chosen)
        maq_export_job_add_to_folder (job, kind, &pick->options,
                                      kind->list != NULL ? player : NULL,
                                      kind->suffixes[pick->suffix], folder);
    }
  return job;
}
