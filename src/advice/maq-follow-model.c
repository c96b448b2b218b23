/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-follow-private.h"

#include <math.h>

#include "maq-compiler.h"
#include "maq-limits.h"
#include "maq-makeup.h"

/* Notes that begin within so many ticks are heard as one onset: a sixteenth. */
#define ONSET_TICKS 240

#define WORD_BITS 64

/* 500 Hz */
#define USUAL_OCTAVE 8.97

/* What one layer plays in a section at a level. */
typedef struct
{
  double   power;
  guint64 *onsets;     /* a bit for each place where a note may begin */
} Played;

struct _MaqFollowModel
{
  MaqForm        *form;
  MaqArrangement *arrangement;
  guint           n_sections;
  guint           n_layers;
  Played         *played;     /* by section, layer and level, from 1 */
  double         *gains;      /* of the layers, as powers; 0 for those that are not heard */
  guint64        *heard;      /* room to put onsets together */
  /* what has to be added to the model, for each section: */
  double         *louder_db;
  double         *denser;     /* factor */
  double         *octaves;
};

/* How bright a role is, in octaves above 500 Hz: what its instruments usually measure. */
static double
get_brightness (MaqRole role)
{
  switch (role)
    {
    case MAQ_ROLE_DRUMS:
    case MAQ_ROLE_PERCUSSION:
      return 2.4;
    case MAQ_ROLE_BASS:
      return -1.2;
    case MAQ_ROLE_ACOUSTIC_GUITAR:
    case MAQ_ROLE_BRASS:
      return 1.3;
    case MAQ_ROLE_ELECTRIC_GUITAR:
    case MAQ_ROLE_LEAD:
    case MAQ_ROLE_STRINGS:
      return 1.0;
    case MAQ_ROLE_KEYS:
    case MAQ_ROLE_ORGAN:
    case MAQ_ROLE_PAD:
    case MAQ_ROLE_VOCAL:
    case MAQ_ROLE_TEXTURE:
    default:
      return 0.5;
    }
}

static Played *
get_played (MaqFollowModel *self,
            guint           section,
            guint           layer,
            int             level)
{
  return &self->played[(section * self->n_layers + layer) * MAQ_LEVEL_MAX + (guint) level - 1];
}

static guint
count_words (MaqFollowModel *self,
             guint           section)
{
  MaqTick length = maq_form_get_section (self->form, section)->length_ticks;

  return (guint) (length / ONSET_TICKS) / WORD_BITS + 1;
}

static void
listen_to_phrase (MaqFollowModel *self,
                  guint           section,
                  guint           layer,
                  int             level,
                  MaqPhrase      *phrase)
{
  const MaqFormSection *place = maq_form_get_section (self->form, section);
  MaqRole role = maq_layer_get_role (maq_arrangement_get_layer (self->arrangement, layer));
  Played *played = get_played (self, section, layer, level);
  guint n_notes = 0;
  const MaqNote *notes = phrase == NULL ? NULL : maq_phrase_get_notes (phrase, &n_notes);

  played->onsets = g_new0 (guint64, count_words (self, section));
  if (notes == NULL)
    return;
  played->power = maq_makeup_power (phrase, role, place->tempo_qpm, MAX (place->seconds, 0.1));
  for (guint i = 0; i < n_notes; i++)
    {
      MaqTick start = CLAMP (notes[i].start_ticks, 0, place->length_ticks - 1) / ONSET_TICKS;

      played->onsets[start / WORD_BITS] |= G_GUINT64_CONSTANT (1) << (start % WORD_BITS);
    }
}

/* All layers at one level, from their first bars on. */
static MaqProject *
level_all (MaqFollowModel *self,
           MaqProject     *root,
           int             level)
{
  g_autofree MaqId *sections = g_new (MaqId, self->n_sections + 1);
  g_autofree MaqId *layers = g_new (MaqId, self->n_layers + 1);
  const MaqCells cells = { sections, self->n_sections, layers, self->n_layers };
  g_autoptr (MaqMove) levels = NULL;
  g_autoptr (MaqMove) entries = NULL;
  g_autoptr (MaqMove) both = NULL;

  for (guint i = 0; i < self->n_sections; i++)
    sections[i] = maq_section_get_id (maq_form_get_section (self->form, i)->section);
  for (guint i = 0; i < self->n_layers; i++)
    layers[i] = maq_layer_get_id (maq_arrangement_get_layer (self->arrangement, i));
  levels = maq_move_cells_level (&cells, level);
  entries = maq_move_cells_entry (&cells, 0, MAQ_KEEP_BAR);
  both = maq_move_sequence ((MaqMove *[]) { levels, entries }, 2, NULL);
  return maq_move_apply (both, root, NULL);
}

static void
listen_to_lanes (MaqFollowModel *self,
                 MaqPerformance *performance,
                 int             level)
{
  gboolean any_soloed = maq_performance_any_soloed (performance);

  for (guint i = 0; i < self->n_layers; i++)
    {
      MaqId id = maq_layer_get_id (maq_arrangement_get_layer (self->arrangement, i));
      int index = maq_performance_find_lane_id (performance, id);
      MaqLane *lane = index < 0 ? NULL : maq_performance_get_lane (performance, (guint) index);
      const MaqStrip *strip = lane == NULL ? NULL : maq_lane_get_strip (lane);

      if (strip != NULL && !strip->muted && (strip->soloed || !any_soloed)
          && strip->gain_db > MAQ_STRIP_SILENT_DB)
        self->gains[i] = pow (10.0, strip->gain_db / 10.0);
      for (guint section = 0; section < self->n_sections; section++)
        listen_to_phrase (self, section, i, level,
                          lane == NULL ? NULL : maq_lane_get_phrase (lane, section));
    }
}

static void
prepare (MaqFollowModel *self)
{
  guint n_words = 1;

  self->n_sections = maq_form_get_n_sections (self->form);
  self->n_layers = maq_arrangement_get_n_layers (self->arrangement);
  self->played = g_new0 (Played, (gsize) self->n_sections * self->n_layers * MAQ_LEVEL_MAX + 1);
  self->gains = g_new0 (double, self->n_layers + 1);
  self->louder_db = g_new0 (double, self->n_sections + 1);
  self->denser = g_new0 (double, self->n_sections + 1);
  self->octaves = g_new0 (double, self->n_sections + 1);
  for (guint i = 0; i < self->n_sections; i++)
    {
      self->denser[i] = 1.0;
      self->octaves[i] = USUAL_OCTAVE;
      n_words = MAX (n_words, count_words (self, i));
    }
  self->heard = g_new0 (guint64, n_words);
}

MaqFollowModel *
maq_follow_model_new (MaqProject   *root,
                      GCancellable *cancellable)
{
  MaqSong *song = maq_project_get_current (root);
  g_autoptr (MaqFollowModel) self = g_new0 (MaqFollowModel, 1);
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);

  self->arrangement = maq_arrangement_ref (maq_project_get_arrangement (root));
  self->form = maq_form_new (song, self->arrangement);
  prepare (self);
  for (int level = 1; level <= MAQ_LEVEL_MAX; level++)
    {
      g_autoptr (MaqProject) leveled = level_all (self, root, level);
      g_autoptr (MaqPerformance) performance = NULL;

      if (leveled == NULL || g_cancellable_is_cancelled (cancellable))
        return NULL;
      performance = maq_compiler_compile (compiler, maq_project_get_current (leveled));
      listen_to_lanes (self, performance, level);
    }
  return g_steal_pointer (&self);
}

void
maq_follow_model_free (MaqFollowModel *self)
{
  gsize n_played = (gsize) self->n_sections * self->n_layers * MAQ_LEVEL_MAX;

  for (gsize i = 0; i < n_played; i++)
    g_free (self->played[i].onsets);
  g_free (self->played);
  g_free (self->gains);
  g_free (self->louder_db);
  g_free (self->denser);
  g_free (self->octaves);
  g_free (self->heard);
  maq_form_unref (self->form);
  maq_arrangement_unref (self->arrangement);
  g_free (self);
}

/* Notes from a bar on. */
static void
hear_onsets (MaqFollowModel *self,
             guint           section,
             const Played   *played,
             int             entry_bar)
{
  guint first = (guint) (maq_form_get_bar_start (self->form, section, entry_bar) / ONSET_TICKS);
  guint n_words = count_words (self, section);

  for (guint i = first / WORD_BITS; i < n_words; i++)
    {
      guint64 mask = i == first / WORD_BITS ? ~G_GUINT64_CONSTANT (0) << (first % WORD_BITS)
                                            : ~G_GUINT64_CONSTANT (0);

      self->heard[i] |= played->onsets[i] & mask;
    }
}

static guint
count_heard (MaqFollowModel *self,
             guint           section)
{
  guint n_words = count_words (self, section);
  guint n = 0;

  for (guint i = 0; i < n_words; i++)
    for (guint64 word = self->heard[i]; word != 0; word &= word - 1)
      n++;
  return n;
}

/* What the notes alone say. */
static MaqFigures
guess (MaqFollowModel      *self,
       guint                section,
       const MaqFollowPart *parts)
{
  const MaqFormSection *place = maq_form_get_section (self->form, section);
  MaqFigures figures = { .loudness_lufs = MAQ_LOUDNESS_SILENCE };
  double power_sum = 0.0;
  double octaves = 0.0;

  for (guint i = 0; i < count_words (self, section); i++)
    self->heard[i] = 0;
  for (guint i = 0; i < self->n_layers; i++)
    {
      const Played *played;
      double power;

      if (parts[i].level == 0 || self->gains[i] <= 0.0)
        continue;
      played = get_played (self, section, i, parts[i].level);
      power = played->power * self->gains[i] * (1.0 - (double) parts[i].entry_bar / place->bars);
      if (power <= 0.0)
        continue;
      power_sum += power;
      octaves += power * get_brightness (maq_layer_get_role (
                           maq_arrangement_get_layer (self->arrangement, i)));
      hear_onsets (self, section, played, parts[i].entry_bar);
      figures.n_layers++;
    }
  if (power_sum <= 0.0)
    return figures;
  figures.loudness_lufs = 10.0 * log10 (power_sum);
  figures.onsets_per_second = count_heard (self, section) / MAX (place->seconds, 0.1);
  figures.centroid_hz = octaves / power_sum;   /* in octaves as yet */
  return figures;
}

void
maq_follow_model_correct (MaqFollowModel      *self,
                          guint                section,
                          const MaqFollowPart *parts,
                          const MaqFigures    *measured)
{
  MaqFigures guessed = guess (self, section, parts);

  if (maq_loudness_is_silence (guessed.loudness_lufs)
      || maq_loudness_is_silence (measured->loudness_lufs))
    return;
  self->louder_db[section] = measured->loudness_lufs - guessed.loudness_lufs;
  if (guessed.onsets_per_second > 0.0)
    self->denser[section] = measured->onsets_per_second / guessed.onsets_per_second;
  if (measured->centroid_hz > 0.0)
    self->octaves[section] = log2 (measured->centroid_hz) - guessed.centroid_hz;
}

double
maq_follow_model_predict (MaqFollowModel      *self,
                          guint                section,
                          const MaqFollowPart *parts)
{
  MaqFigures figures = guess (self, section, parts);

  if (maq_loudness_is_silence (figures.loudness_lufs))
    return 0.0;
  figures.loudness_lufs += self->louder_db[section];
  figures.onsets_per_second *= self->denser[section];
  figures.centroid_hz = exp2 (figures.centroid_hz + self->octaves[section]);
  return maq_figures_get_energy (&figures, NULL);
}
