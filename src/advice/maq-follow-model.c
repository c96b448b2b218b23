/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-follow-private.h"

#include <math.h>
#include <string.h>

#include "maq-compiler.h"
#include "maq-hash.h"
#include "maq-limits.h"
#include "maq-makeup.h"

/* Notes that begin within so many ticks are heard as one onset: a sixteenth. */
#define ONSET_TICKS 240

#define WORD_BITS 64

/* 500 Hz */
#define USUAL_OCTAVE 8.97

/* Layers of as many sections are leveled at once: little enough to be stopped at any time. */
#define BLOCK_PARTS 2000

/* What one layer plays in a section at a level. */
typedef struct
{
  float   power;
  guint32 onsets;        /* index of where its notes begin, among all that are told apart */
} Played;

/* Everything but one layer of a section. */
typedef struct
{
  guint  section;
  guint  layer;
  double power;
  double octaves;        /* times power */
  guint  n_layers;
} Rest;

/*
 * What begins where is a bit for each place in a section where a note may begin. Most layers
 * have that in common with others: each pattern is kept once, its number of words before it.
 */
struct _MaqFollowModel
{
  MaqForm         *form;
  MaqArrangement  *arrangement;
  guint            n_sections;
  guint            n_layers;
  const gboolean  *chosen;     /* for each section whether it is modelled */
  Played         **played;     /* for each section by layer and level, from 1; NULL if it is not */
  GPtrArray       *patterns;
  GHashTable      *indices;    /* pattern to index + 1 */
  double          *gains;      /* of the layers, as powers; 0 for those that are not heard */
  double          *brightness;
  Rest             rest;
  guint64         *rest_onsets;
  guint64         *bits;       /* room for one pattern and its number of words */
  /* what has to be added to the model, for each section: */
  double          *louder_db;
  double          *denser;     /* factor */
  double          *octaves;
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

static const Played *
get_played (const MaqFollowModel *self,
            guint                 section,
            guint                 layer,
            int                   level)
{
  return &self->played[section][layer * MAQ_LEVEL_MAX + (guint) level - 1];
}

static guint
count_words (const MaqFollowModel *self,
             guint                 section)
{
  MaqTick length = maq_form_get_section (self->form, section)->length_ticks;

  return (guint) (length / ONSET_TICKS) / WORD_BITS + 1;
}

static guint
hash_pattern_cb (gconstpointer pattern)
{
  const guint64 *words = pattern;

  return (guint) maq_hash_bytes (MAQ_HASH_START, words, (words[0] + 1) * sizeof *words);
}

static gboolean
equal_patterns_cb (gconstpointer a,
                   gconstpointer b)
{
  const guint64 *one = a;
  const guint64 *other = b;

  return one[0] == other[0] && memcmp (one, other, (one[0] + 1) * sizeof *one) == 0;
}

/* The index of the pattern in self->bits. */
static guint32
find_pattern (MaqFollowModel *self)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, self->bits));

  if (index == 0)
    {
      gpointer pattern = g_memdup2 (self->bits, (self->bits[0] + 1) * sizeof *self->bits);

      g_ptr_array_add (self->patterns, pattern);
      index = self->patterns->len;
      g_hash_table_insert (self->indices, pattern, GUINT_TO_POINTER (index));
    }
  return index - 1;
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
  Played *played = &self->played[section][layer * MAQ_LEVEL_MAX + (guint) level - 1];
  guint n_words = count_words (self, section);
  guint64 *words = self->bits + 1;
  guint n_notes = 0;
  const MaqNote *notes = phrase == NULL ? NULL : maq_phrase_get_notes (phrase, &n_notes);

  memset (words, 0, n_words * sizeof *words);
  self->bits[0] = n_words;
  if (notes != NULL)
    played->power = (float) maq_makeup_power (phrase, role, place->tempo_qpm,
                                              MAX (place->seconds, 0.1));
  for (guint i = 0; i < n_notes; i++)
    {
      MaqTick start = CLAMP (notes[i].start_ticks, 0, place->length_ticks - 1) / ONSET_TICKS;

      words[start / WORD_BITS] |= G_GUINT64_CONSTANT (1) << (start % WORD_BITS);
    }
  played->onsets = find_pattern (self);
}

/* Some sections at one level, their layers playing from the first bar to the last. */
static MaqProject *
level_block (MaqFollowModel *self,
             MaqProject     *root,
             const MaqId    *sections,
             guint           n_sections,
             const MaqId    *layers,
             int             level)
{
  const MaqCells cells = { sections, n_sections, layers, self->n_layers };
  g_autoptr (MaqMove) levels = maq_move_cells_level (&cells, level);
  g_autoptr (MaqMove) entries = NULL;
  g_autoptr (MaqMove) both = NULL;

  if (level == 0)
    return maq_move_apply (levels, root, NULL);
  entries = maq_move_cells_entry (&cells, 0, 0);
  both = maq_move_sequence ((MaqMove *[]) { levels, entries }, 2, NULL);
  return maq_move_apply (both, root, NULL);
}

static void
listen_to_block (MaqFollowModel *self,
                 MaqPerformance *performance,
                 const guint    *sections,
                 guint           n_sections,
                 int             level)
{
  for (guint i = 0; i < self->n_layers; i++)
    {
      MaqId id = maq_layer_get_id (maq_arrangement_get_layer (self->arrangement, i));
      int index = maq_performance_find_lane_id (performance, id);
      MaqLane *lane = index < 0 ? NULL : maq_performance_get_lane (performance, (guint) index);

      for (guint k = 0; k < n_sections; k++)
        listen_to_phrase (self, sections[k], i, level,
                          lane == NULL ? NULL : maq_lane_get_phrase (lane, sections[k]));
    }
}

static void
take_gains (MaqFollowModel *self,
            MaqPerformance *performance)
{
  gboolean any_soloed = maq_performance_any_soloed (performance);

  for (guint i = 0; i < self->n_layers; i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (self->arrangement, i);
      int index = maq_performance_find_lane_id (performance, maq_layer_get_id (layer));
      MaqLane *lane = index < 0 ? NULL : maq_performance_get_lane (performance, (guint) index);
      const MaqStrip *strip = lane == NULL ? NULL : maq_lane_get_strip (lane);

      self->brightness[i] = get_brightness (maq_layer_get_role (layer));
      if (strip != NULL && !strip->muted && (strip->soloed || !any_soloed)
          && strip->gain_db > MAQ_STRIP_SILENT_DB)
        self->gains[i] = pow (10.0, strip->gain_db / 10.0);
    }
}

static void
prepare (MaqFollowModel *self)
{
  guint n_words = 1;

  self->n_sections = maq_form_get_n_sections (self->form);
  self->n_layers = maq_arrangement_get_n_layers (self->arrangement);
  self->played = g_new0 (Played *, self->n_sections + 1);
  self->patterns = g_ptr_array_new_with_free_func (g_free);
  self->indices = g_hash_table_new (hash_pattern_cb, equal_patterns_cb);
  self->gains = g_new0 (double, self->n_layers + 1);
  self->brightness = g_new0 (double, self->n_layers + 1);
  self->louder_db = g_new0 (double, self->n_sections + 1);
  self->denser = g_new0 (double, self->n_sections + 1);
  self->octaves = g_new0 (double, self->n_sections + 1);
  for (guint i = 0; i < self->n_sections; i++)
    {
      self->denser[i] = 1.0;
      self->octaves[i] = USUAL_OCTAVE;
      n_words = MAX (n_words, count_words (self, i));
    }
  self->rest_onsets = g_new0 (guint64, n_words);
  self->bits = g_new0 (guint64, n_words + 1);
}

/* What one compilation after the other needs: the others play nothing meanwhile, which is quick. */
typedef struct
{
  MaqFollowModel *model;
  MaqCompiler    *compiler;
  MaqProject     *root;        /* in which nobody plays */
  GCancellable   *cancellable;
  MaqId          *layers;
} Listening;

static gboolean
listen_to_sections (Listening   *self,
                    const guint *sections,
                    const MaqId *ids,
                    guint        n_sections)
{
  for (guint i = 0; i < n_sections; i++)
    self->model->played[sections[i]] = g_new0 (Played, self->model->n_layers * MAQ_LEVEL_MAX + 1);
  for (int level = 1; level <= MAQ_LEVEL_MAX; level++)
    {
      g_autoptr (MaqProject) leveled = NULL;
      g_autoptr (MaqPerformance) performance = NULL;

      if (g_cancellable_is_cancelled (self->cancellable))
        return FALSE;
      leveled = level_block (self->model, self->root, ids, n_sections, self->layers, level);
      if (leveled == NULL)
        return FALSE;
      performance = maq_compiler_compile (self->compiler, maq_project_get_current (leveled));
      if (level == 1)
        take_gains (self->model, performance);
      listen_to_block (self->model, performance, sections, n_sections, level);
    }
  return TRUE;
}

typedef gboolean (*WithBlock) (Listening   *listening,
                               const guint *sections,
                               const MaqId *ids,
                               guint        n_sections);

/* Calls it for some sections after the other. */
static gboolean
for_blocks (Listening *self,
            WithBlock  with_block,
            gboolean   only_chosen)
{
  MaqFollowModel *model = self->model;
  guint n_at_once = MAX (BLOCK_PARTS / MAX (model->n_layers, 1), 1);
  g_autofree guint *sections = g_new (guint, n_at_once);
  g_autofree MaqId *ids = g_new (MaqId, n_at_once);
  guint n = 0;

  for (guint i = 0; i < model->n_sections; i++)
    {
      if (!only_chosen || model->chosen[i])
        {
          sections[n] = i;
          ids[n++] = maq_section_get_id (maq_form_get_section (model->form, i)->section);
        }
      if (n == 0 || (n < n_at_once && i + 1 < model->n_sections))
        continue;
      if (!with_block (self, sections, ids, n))
        return FALSE;
      n = 0;
    }
  return TRUE;
}

static gboolean
silence_sections (Listening   *self,
                  const guint *sections,
                  const MaqId *ids,
                  guint        n_sections)
{
  g_autoptr (MaqProject) before = g_steal_pointer (&self->root);

  self->root = level_block (self->model, before, ids, n_sections, self->layers, 0);
  return self->root != NULL && !g_cancellable_is_cancelled (self->cancellable);
}

MaqFollowModel *
maq_follow_model_new (MaqProject     *root,
                      const gboolean *chosen,
                      GCancellable   *cancellable)
{
  g_autoptr (MaqFollowModel) self = g_new0 (MaqFollowModel, 1);
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);
  g_autofree MaqId *layers = NULL;
  Listening listening = { self, compiler, maq_project_ref (root), cancellable };
  gboolean listened;

  self->arrangement = maq_arrangement_ref (maq_project_get_arrangement (root));
  self->form = maq_form_new (maq_project_get_current (root), self->arrangement);
  self->chosen = chosen;
  prepare (self);
  layers = g_new (MaqId, self->n_layers + 1);
  for (guint i = 0; i < self->n_layers; i++)
    layers[i] = maq_layer_get_id (maq_arrangement_get_layer (self->arrangement, i));
  listening.layers = layers;
  listened = for_blocks (&listening, silence_sections, FALSE)
             && for_blocks (&listening, listen_to_sections, TRUE);
  g_clear_pointer (&listening.root, maq_project_unref);
  return listened ? g_steal_pointer (&self) : NULL;
}

void
maq_follow_model_free (MaqFollowModel *self)
{
  for (guint i = 0; i < self->n_sections; i++)
    g_free (self->played[i]);
  g_free (self->played);
  g_hash_table_unref (self->indices);
  g_ptr_array_unref (self->patterns);
  g_free (self->gains);
  g_free (self->brightness);
  g_free (self->louder_db);
  g_free (self->denser);
  g_free (self->octaves);
  g_free (self->rest_onsets);
  g_free (self->bits);
  maq_form_unref (self->form);
  maq_arrangement_unref (self->arrangement);
  g_free (self);
}

/* The bits of a word that lie from one place to before another. */
static guint64
mask_word (guint word,
           guint first,
           guint end)
{
  guint64 mask = ~G_GUINT64_CONSTANT (0);
  guint start = word * WORD_BITS;

  if (end <= start || first >= start + WORD_BITS)
    return 0;
  if (first > start)
    mask &= ~G_GUINT64_CONSTANT (0) << (first - start);
  if (end < start + WORD_BITS)
    mask &= ~(~G_GUINT64_CONSTANT (0) << (end - start));
  return mask;
}

/* Where the notes of a part begin, and from where to where it is heard. */
typedef struct
{
  const guint64 *words;
  guint          first;
  guint          end;
} Onsets;

static Onsets
get_onsets (const MaqFollowModel *self,
            guint                 section,
            const Played         *played,
            MaqFollowPart         part)
{
  const guint64 *pattern = g_ptr_array_index (self->patterns, played->onsets);
  Onsets onsets = { pattern + 1, 0, G_MAXUINT };

  if (part.entry_bar > 0)
    onsets.first = (guint) (maq_form_get_bar_start (self->form, section, part.entry_bar)
                            / ONSET_TICKS);
  if (part.exit_bar > 0 && part.exit_bar < maq_form_get_section (self->form, section)->bars)
    onsets.end = (guint) (maq_form_get_bar_start (self->form, section, part.exit_bar)
                          / ONSET_TICKS);
  return onsets;
}

/* How much is heard of a part, between its entry and its exit. */
static double
get_power (const MaqFollowModel *self,
           guint                 section,
           guint                 layer,
           MaqFollowPart         part)
{
  int bars = maq_form_get_section (self->form, section)->bars;
  int n_heard = maq_follow_part_get_end (part, bars) - part.entry_bar;

  if (part.level == 0 || n_heard <= 0)
    return 0.0;
  return get_played (self, section, layer, part.level)->power * self->gains[layer] * n_heard
         / MAX (bars, 1);
}

void
maq_follow_model_leave_out (MaqFollowModel      *self,
                            guint                section,
                            const MaqFollowPart *parts,
                            guint                layer)
{
  guint n_words = count_words (self, section);

  self->rest = (Rest) { .section = section, .layer = layer };
  memset (self->rest_onsets, 0, n_words * sizeof *self->rest_onsets);
  for (guint i = 0; i < self->n_layers; i++)
    {
      double power = i == layer ? 0.0 : get_power (self, section, i, parts[i]);
      Onsets onsets;

      if (power <= 0.0)
        continue;
      self->rest.power += power;
      self->rest.octaves += power * self->brightness[i];
      self->rest.n_layers++;
      onsets = get_onsets (self, section, get_played (self, section, i, parts[i].level), parts[i]);
      for (guint word = 0; word < n_words; word++)
        self->rest_onsets[word] |= onsets.words[word] & mask_word (word, onsets.first, onsets.end);
    }
}

/* How many onsets the rest has, together with those of one layer unless it is NULL. */
static guint
count_onsets (const MaqFollowModel *self,
              const Onsets         *with)
{
  guint n_words = count_words (self, self->rest.section);
  guint n = 0;

  for (guint word = 0; word < n_words; word++)
    {
      guint64 bits = self->rest_onsets[word];

      if (with != NULL)
        bits |= with->words[word] & mask_word (word, with->first, with->end);
      for (; bits != 0; bits &= bits - 1)
        n++;
    }
  return n;
}

/* What the notes alone say; the centroid is in octaves as yet. */
static MaqFigures
guess_with (const MaqFollowModel *self,
            MaqFollowPart         part)
{
  const Rest *rest = &self->rest;
  double power = rest->layer < self->n_layers
                   ? get_power (self, rest->section, rest->layer, part) : 0.0;
  double sum = rest->power + power;
  MaqFigures figures = { .loudness_lufs = MAQ_LOUDNESS_SILENCE };
  Onsets onsets;

  if (sum <= 0.0)
    return figures;
  figures.loudness_lufs = 10.0 * log10 (sum);
  figures.n_layers = rest->n_layers + (power > 0.0);
  figures.centroid_hz = rest->octaves;
  if (power > 0.0)
    {
      onsets = get_onsets (self, rest->section,
                           get_played (self, rest->section, rest->layer, part.level), part);
      figures.centroid_hz += power * self->brightness[rest->layer];
    }
  figures.centroid_hz /= sum;
  figures.onsets_per_second = count_onsets (self, power > 0.0 ? &onsets : NULL)
                              / MAX (maq_form_get_section (self->form, rest->section)->seconds,
                                     0.1);
  return figures;
}

static MaqFigures
guess (MaqFollowModel      *self,
       guint                section,
       const MaqFollowPart *parts)
{
  maq_follow_model_leave_out (self, section, parts, self->n_layers);
  return guess_with (self, (MaqFollowPart) { 0 });
}

void
maq_follow_model_correct (MaqFollowModel      *self,
                          guint                section,
                          const MaqFollowPart *parts,
                          const MaqFigures    *measured)
{
  MaqFigures guessed;

  if (self->played[section] == NULL)
    return;
  guessed = guess (self, section, parts);
  if (maq_loudness_is_silence (guessed.loudness_lufs)
      || maq_loudness_is_silence (measured->loudness_lufs))
    return;
  self->louder_db[section] = measured->loudness_lufs - measured->makeup_db
                             - guessed.loudness_lufs;
  if (guessed.onsets_per_second > 0.0)
    self->denser[section] = measured->onsets_per_second / guessed.onsets_per_second;
  if (measured->centroid_hz > 0.0)
    self->octaves[section] = log2 (measured->centroid_hz) - guessed.centroid_hz;
}

static double
predict (const MaqFollowModel *self,
         MaqFigures            figures)
{
  guint section = self->rest.section;

  if (maq_loudness_is_silence (figures.loudness_lufs))
    return 0.0;
  figures.loudness_lufs += self->louder_db[section];
  figures.onsets_per_second *= self->denser[section];
  figures.centroid_hz = exp2 (figures.centroid_hz + self->octaves[section]);
  return maq_figures_get_energy (&figures, NULL);
}

double
maq_follow_model_predict_with (MaqFollowModel *self,
                               MaqFollowPart   part)
{
  return predict (self, guess_with (self, part));
}

double
maq_follow_model_predict (MaqFollowModel      *self,
                          guint                section,
                          const MaqFollowPart *parts)
{
  return predict (self, guess (self, section, parts));
}
