/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-compiler.h"

#include <string.h>

#include "maq-chord-change.h"
#include "maq-dice-private.h"
#include "maq-direct-private.h"
#include "maq-instrument.h"
#include "maq-makeup.h"
#include "maq-memo-private.h"
#include "maq-style-private.h"

/*
 * A compilation goes from section to section. What a section plays is kept in a
 * row; a row whose section, layers and surroundings are those of the latest
 * compilation is taken over whole, so an edit costs the rows that it touches
 * and a walk over the others.
 */

/* What a row depends on besides the section's own value. */
typedef struct
{
  MaqSection    *own;          /* as the arrangement has it */
  MaqSection    *followed;     /* or NULL */
  MaqStyle      *style;
  MaqSceneFacts  facts;
  double         tempo_qpm;
  MaqMeter       meter;
  MaqKey         key;
} RowKey;

typedef struct
{
  RowKey     key;              /* holds references on its sections and style */
  MaqScene  *scene;
  MaqPhrase *click;
  guint      phase;            /* of the song's bars where the section begins */
  gboolean   counts_song;      /* whether any style in it cares */
  double     power;            /* about how loud it is */
  guint      n_layers;
  MaqPhrase *phrases[];
} Row;

typedef struct
{
  MaqId     id;
  MaqRole   role;
  int       program;           /* that the lane has, */
  int       bank;
  gboolean  states_sound;      /* because the layer says so */
  double    swing;
  MaqStated lag_ms;
  MaqStated looseness;
} LayerFacts;

struct _MaqCompiler
{
  MaqStyleLibrary *styles;
  MaqStyle        *silence;    /* where there is no style at all */
  MaqMemo         *memo;
  guint            n_made;
  /* the latest compilation */
  GHashTable      *rows;       /* section id to Row */
  GArray          *layers;     /* LayerFacts */
  GPtrArray       *lanes;      /* MaqLane */
};

static void
clear_row (gpointer data)
{
  Row *row = data;

  maq_section_unref (row->key.own);
  g_clear_pointer (&row->key.followed, maq_section_unref);
  maq_style_unref (row->key.style);
  maq_scene_unref (row->scene);
  maq_phrase_unref (row->click);
  for (guint i = 0; i < row->n_layers; i++)
    g_clear_pointer (&row->phrases[i], maq_phrase_unref);
}

static void
row_unref (gpointer row)
{
  g_atomic_rc_box_release_full (row, clear_row);
}

static GHashTable *
new_rows (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, row_unref);
}

MaqCompiler *
maq_compiler_new (MaqStyleLibrary *styles)
{
  MaqCompiler *self = g_new0 (MaqCompiler, 1);

  self->styles = styles != NULL ? maq_style_library_ref (styles) : maq_style_library_new ();
  self->silence = maq_style_new_silent ();
  self->memo = maq_memo_new ();
  self->rows = new_rows ();
  self->layers = g_array_new (FALSE, TRUE, sizeof (LayerFacts));
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_lane_unref);
  return self;
}

void
maq_compiler_free (MaqCompiler *self)
{
  g_ptr_array_unref (self->lanes);
  g_array_unref (self->layers);
  g_hash_table_unref (self->rows);
  maq_memo_free (self->memo);
  maq_style_unref (self->silence);
  maq_style_library_unref (self->styles);
  g_free (self);
}

guint
maq_compiler_get_n_made (MaqCompiler *self)
{
  return self->n_made;
}

/* Pass: one compilation */
typedef struct
{
  MaqCompiler    *compiler;
  MaqSong        *song;
  MaqArrangement *arrangement;
  MaqForm        *form;
  GHashTable     *indices;     /* section id to index + 1 */
  MaqStyle       *style;       /* of the song */
  GArray         *layers;      /* LayerFacts */
  gboolean        same_layers;
  GHashTable     *new_rows;
  Row           **rows;        /* with references of their own */
  guint           n_sections;
} Pass;

static MaqTransition
transition_of (MaqSection *section)
{
  MaqTransition transition = maq_section_get_fields (section)->transition;

  return transition != MAQ_TRANSITION_UNSET ? transition : MAQ_TRANSITION_FILL;
}

static MaqSceneChord
first_chord (const MaqFormSection *place)
{
  MaqVec *chords = maq_section_get_fields (place->section)->chords;
  MaqChordChange *change;
  gboolean is_at_start;

  if (chords == NULL || maq_vec_get_length (chords) == 0)
    return maq_scene_tonic (place->key);
  change = maq_vec_get (chords, 0);
  is_at_start = maq_chord_change_get_bar (change) == 0
                && maq_chord_change_get_offset_ticks (change) == 0;
  return maq_scene_chord_named (maq_chord_change_get_chord (change),
                                is_at_start ? maq_chord_change_get_mark (change)
                                            : MAQ_CHORD_MARK_NONE);
}

/* The chord from which the band comes; rows are made in their order. */
static MaqSceneChord
last_chord (const Pass *self,
            guint       index)
{
  const MaqScene *scene = index > 0 ? self->rows[index - 1]->scene : NULL;
  MaqSceneChord chord = { .is_none = TRUE };

  if (scene == NULL || scene->n_chords == 0)
    return chord;
  chord = scene->chords[scene->n_chords - 1];
  chord.start_ticks = chord.length_ticks = chord.written_ticks = 0;
  chord.mark = MAQ_CHORD_MARK_NONE;
  return chord;
}

static gboolean
same_fill (MaqStyle *style,
           guint     a,
           guint     b)
{
  for (MaqPatternKind kind = MAQ_PATTERN_SMALL_FILL; kind <= MAQ_PATTERN_LARGE_FILL; kind++)
    {
      guint n = maq_style_get_n_patterns (style, MAQ_ROLE_DRUMS, kind);

      if (n > 1 && a % n == b % n)
        return TRUE;
    }
  return FALSE;
}

/* The section's own throw, or the next one that gives other fills than the section before had. */
static guint8
choose_fill (const Pass    *self,
             guint          index,
             const RowKey  *before,
             const RowKey  *key)
{
  guint fill = maq_dice_below (key->facts.song_seed, maq_section_get_id (key->own), 60);

  for (guint i = 0; index > 0 && i < 12 && same_fill (key->style, fill, before->facts.fill);
       i++)
    fill = (fill + 1) % 60;
  return (guint8) fill;
}

static MaqSection *
find_section (const Pass *self,
              MaqId       id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, &id));

  return index > 0 ? maq_arrangement_get_section (self->arrangement, index - 1) : NULL;
}

static MaqStyle *
choose_style (const MaqCompiler *self,
              const char        *name,
              MaqMeter           meter)
{
  MaqStyle *style = maq_style_library_choose (self->styles, name, meter);

  return style != NULL ? style : self->silence;
}

static void
fill_key (const Pass   *self,
          guint         index,
          const RowKey *before,
          RowKey       *key)
{
  const MaqFormSection *place = maq_form_get_section (self->form, index);
  MaqId follows;

  key->own = maq_arrangement_get_section (self->arrangement, index);
  follows = maq_section_get_fields (key->own)->follows;
  key->followed = follows != MAQ_ID_NONE ? find_section (self, follows) : NULL;
  key->tempo_qpm = place->tempo_qpm;
  key->meter = place->meter;
  key->key = place->key;
  key->style = choose_style (self->compiler, place->style, place->meter);
  key->facts.song_seed = maq_song_get_fields (self->song)->seed;
  key->facts.seed_id = key->followed != NULL ? follows : maq_section_get_id (key->own);
  key->facts.is_last = index + 1 == self->n_sections;
  key->facts.next = key->facts.is_last
                      ? (MaqSceneChord) { .is_none = TRUE }
                      : first_chord (maq_form_get_section (self->form, index + 1));
  key->facts.before = last_chord (self, index);
  key->facts.came_by = index > 0
                         ? transition_of (maq_form_get_section (self->form, index - 1)->section)
                         : MAQ_TRANSITION_UNSET;
  key->facts.fill = choose_fill (self, index, before, key);
}

static gboolean
same_key (const RowKey *a,
          const RowKey *b)
{
  return a->own == b->own && a->followed == b->followed && a->tempo_qpm == b->tempo_qpm
         && maq_meter_equal (a->meter, b->meter) && maq_key_equal (a->key, b->key)
         && a->style == b->style && a->facts.song_seed == b->facts.song_seed
         && a->facts.seed_id == b->facts.seed_id && a->facts.came_by == b->facts.came_by
         && a->facts.is_last == b->facts.is_last && a->facts.fill == b->facts.fill
         && maq_scene_same_harmony (&a->facts.before, &b->facts.before)
         && maq_scene_same_harmony (&a->facts.next, &b->facts.next);
}

/*
 * Where a bar is clicked: its felt beats; where these are of two and of three units, as the style
 * counts them, each unit, and one does not get lost.
 */
static void
click_bar (GArray   *notes,
           MaqTick   start,
           MaqTick   end,
           MaqMeter  meter,
           gboolean  is_additive)
{
  MaqTick step = maq_meter_beat_ticks (meter);
  MaqBeats beats;

  maq_beats_split (meter, is_additive, &beats);
  if (beats.is_uneven)
    step = MAQ_TICKS_PER_WHOLE / meter.unit;
  for (MaqTick at = start; at < end; at += step)
    {
      MaqNote note = { (gint32) at, (gint32) MAX (step / 4, 1), 0, at == start,
                       MAQ_CLICK_VELOCITY };

      if (beats.is_uneven && beats.starts[maq_beats_find (&beats, at - start)] == at - start)
        note.velocity = MAQ_CLICK_GROUP_VELOCITY;
      if (at == start)
        note.velocity = MAQ_CLICK_BAR_VELOCITY;
      g_array_append_val (notes, note);
    }
}

/* The metronome: the first beat of a bar told apart, and the groups of an odd one. */
static MaqPhrase *
make_click (const MaqScene *scene,
            MaqStyle       *style)
{
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (MaqNote));

  for (guint bar = 0; bar < scene->n_bars; bar++)
    click_bar (notes, scene->bar_starts[bar], scene->bar_starts[bar + 1], scene->meters[bar],
               style->beats.is_uneven);
  return maq_phrase_new ((const MaqNote *) (gpointer) notes->data, notes->len, -1, -1);
}

/*
 * A phrase has a sound of its own if its part states one, or if the part plays in
 * another style than the song and the layer leaves its sound to the style.
 */
static void
choose_sound (const LayerFacts *layer,
              MaqSound         *sound,
              MaqStyle         *style,
              MaqBandPart      *part)
{
  gboolean is_drums = maq_role_is_drums (layer->role);
  int bank = sound != NULL ? maq_sound_get_fields (sound)->bank : -1;
  int program = sound != NULL ? maq_sound_get_fields (sound)->program : -1;

  if (sound == NULL && !layer->states_sound)
    {
      program = maq_style_get_program (style, layer->role, &bank);
      if (program == layer->program && bank == layer->bank)
        program = bank = -1;
    }
  part->bank = is_drums ? -1 : bank;
  part->program = program;
}

static MaqPhrase *
dup_phrase (Pass             *self,
            Row              *row,
            const LayerFacts *layer,
            MaqPart          *part)
{
  const MaqPartFields *fields = maq_part_get_fields (part);
  MaqStyle *borrowed = maq_style_library_find (self->compiler->styles, fields->style);
  MaqBandPart band = { 0 };

  if (fields->level <= 0)
    return NULL;
  band.layer = layer->id;
  band.role = layer->role;
  band.style = borrowed != NULL ? borrowed : row->key.style;
  band.phase = band.style->counts_song ? row->phase : 0;
  band.swing = layer->swing;
  band.lag_ms = layer->lag_ms;
  band.looseness = layer->looseness;
  band.level = fields->level;
  band.entry_bar = fields->entry_bar;
  band.exit_bar = fields->exit_bar;
  band.pattern = fields->pattern;
  band.motif = fields->motif;
  choose_sound (layer, fields->sound, band.style, &band);
  row->counts_song |= band.style->counts_song;
  return maq_memo_dup_phrase (self->compiler->memo, row->scene, &band, &self->compiler->n_made);
}

/* Patterns have 1 to 4 bars: after twelve all of them are where they began. */
static guint
phase_of (const Pass *self,
          guint       index)
{
  return (guint) maq_form_get_section (self->form, index)->first_bar % 12;
}

static Row *
make_row (Pass         *self,
          guint         index,
          const RowKey *key)
{
  guint n_layers = self->layers->len;
  MaqSection *section = maq_form_get_section (self->form, index)->section;
  double seconds = maq_form_get_section (self->form, index)->seconds;
  Row *row = g_atomic_rc_box_alloc0 (sizeof *row + n_layers * sizeof *row->phrases);

  row->key = *key;
  maq_section_ref (key->own);
  if (key->followed != NULL)
    maq_section_ref (key->followed);
  maq_style_ref (key->style);
  row->phase = phase_of (self, index);
  row->n_layers = n_layers;
  row->scene = maq_memo_intern (self->compiler->memo,
                                maq_scene_new (self->form, index, &key->facts));
  row->click = make_click (row->scene, key->style);
  for (guint i = 0; i < n_layers; i++)
    {
      const LayerFacts *layer = &g_array_index (self->layers, LayerFacts, i);
      MaqPart *part = maq_section_find_part (section, layer->id);

      if (part != NULL)
        row->phrases[i] = dup_phrase (self, row, layer, part);
      if (row->phrases[i] != NULL)
        row->power += maq_makeup_power (row->phrases[i], layer->role, key->tempo_qpm, seconds);
    }
  return row;
}

static void
add_row (Pass         *self,
         guint         index,
         const RowKey *key)
{
  MaqId id = maq_section_get_id (key->own);
  Row *known = g_hash_table_lookup (self->compiler->rows, &id);

  if (known != NULL && self->same_layers && same_key (&known->key, key)
      && (!known->counts_song || known->phase == phase_of (self, index)))
    self->rows[index] = g_atomic_rc_box_acquire (known);
  else
    self->rows[index] = make_row (self, index, key);
  g_hash_table_insert (self->new_rows, g_memdup2 (&id, sizeof id),
                       g_atomic_rc_box_acquire (self->rows[index]));
}

static LayerFacts
layer_facts (const Pass *self,
             MaqLayer   *layer,
             MaqStyle   *style)
{
  const MaqSongFields *song = maq_song_get_fields (self->song);
  const MaqLayerFields *fields = maq_layer_get_fields (layer);
  LayerFacts facts = { .id = fields->id, .role = fields->role };

  facts.swing = fields->swing > 0.0 ? fields->swing : song->swing;
  facts.lag_ms = fields->lag_ms.is_set ? fields->lag_ms : song->lag_ms;
  facts.looseness = fields->looseness.is_set ? fields->looseness : song->looseness;
  facts.states_sound = fields->sound != NULL;
  if (facts.states_sound)
    {
      facts.program = maq_sound_get_fields (fields->sound)->program;
      facts.bank = maq_sound_get_fields (fields->sound)->bank;
    }
  else
    facts.program = maq_style_get_program (style, facts.role, &facts.bank);
  return facts;
}

static GArray *
collect_layers (const Pass *self)
{
  GArray *layers = g_array_new (FALSE, TRUE, sizeof (LayerFacts));

  for (guint i = 0; i < maq_arrangement_get_n_layers (self->arrangement); i++)
    {
      LayerFacts facts = layer_facts (self, maq_arrangement_get_layer (self->arrangement, i),
                                      self->style);

      g_array_append_val (layers, facts);
    }
  return layers;
}

static gboolean
same_layer (const LayerFacts *a,
            const LayerFacts *b)
{
  return a->id == b->id && a->role == b->role && a->program == b->program && a->bank == b->bank
         && a->states_sound == b->states_sound && a->swing == b->swing
         && maq_stated_equal (a->lag_ms, b->lag_ms)
         && maq_stated_equal (a->looseness, b->looseness);
}

static gboolean
same_layers (const GArray *a,
             const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!same_layer (&g_array_index (a, LayerFacts, i), &g_array_index (b, LayerFacts, i)))
      return FALSE;
  return TRUE;
}

static MaqLane *
make_lane (const Pass *self,
           guint       index,
           MaqPhrase **phrases)
{
  const LayerFacts *facts = &g_array_index (self->layers, LayerFacts, index);
  const MaqLayerFields *fields
    = maq_layer_get_fields (maq_arrangement_get_layer (self->arrangement, index));
  gboolean is_drums = maq_role_is_drums (fields->role);
  MaqStrip strip = maq_direct_layer (fields);

  if (strip.gain_db > MAQ_STRIP_SILENT_DB)
    strip.gain_db = MAX (strip.gain_db + maq_instrument_of_role (fields->role)->gain_db
                           + (facts->states_sound ? 0.0
                                                  : self->style->sounds[fields->role].gain_db),
                         MAQ_STRIP_SILENT_DB);
  return maq_lane_new (fields->id, fields->name, is_drums, is_drums ? 0 : facts->bank,
                       facts->program, &strip, phrases, self->n_sections);
}

static gboolean
same_lane (MaqLane *a,
           MaqLane *b)
{
  if (maq_lane_get_id (a) != maq_lane_get_id (b)
      || maq_lane_is_drums (a) != maq_lane_is_drums (b)
      || maq_lane_get_bank (a) != maq_lane_get_bank (b)
      || maq_lane_get_program (a) != maq_lane_get_program (b)
      || maq_lane_get_n_phrases (a) != maq_lane_get_n_phrases (b)
      || !maq_strip_equal (maq_lane_get_strip (a), maq_lane_get_strip (b))
      || strcmp (maq_lane_get_name (a), maq_lane_get_name (b)) != 0)
    return FALSE;
  for (guint i = 0; i < maq_lane_get_n_phrases (a); i++)
    if (maq_lane_get_phrase (a, i) != maq_lane_get_phrase (b, i))
      return FALSE;
  return TRUE;
}

static GPtrArray *
make_lanes (const Pass *self)
{
  GPtrArray *lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_lane_unref);
  g_autofree MaqPhrase **phrases = g_new0 (MaqPhrase *, self->n_sections + 1);

  for (guint i = 0; i < self->layers->len; i++)
    {
      MaqLane *before = i < self->compiler->lanes->len ? self->compiler->lanes->pdata[i] : NULL;
      MaqLane *lane;

      for (guint j = 0; j < self->n_sections; j++)
        phrases[j] = self->rows[j]->phrases[i];
      lane = make_lane (self, i, phrases);
      if (before != NULL && same_lane (before, lane))
        {
          maq_lane_unref (lane);
          lane = maq_lane_ref (before);
        }
      g_ptr_array_add (lanes, lane);
    }
  return lanes;
}

/* So that songs are comparable. */
static double
find_makeup (const Pass *self)
{
  g_autofree double *powers = g_new0 (double, self->n_sections + 1);
  g_autofree double *seconds = g_new0 (double, self->n_sections + 1);

  for (guint i = 0; i < self->n_sections; i++)
    {
      powers[i] = self->rows[i]->power;
      seconds[i] = maq_form_get_section (self->form, i)->seconds;
    }
  return maq_makeup_gain_db (powers, seconds, self->n_sections);
}

static MaqPerformance *
make_performance (const Pass *self)
{
  double makeup_db = find_makeup (self);
  g_autofree MaqSpan *spans = g_new0 (MaqSpan, self->n_sections + 1);
  GPtrArray *lanes = self->compiler->lanes;

  for (guint i = 0; i < self->n_sections; i++)
    {
      const MaqFormSection *place = maq_form_get_section (self->form, i);
      const MaqTick *bar_starts = self->rows[i]->scene->bar_starts;
      MaqMeter meter = self->rows[i]->scene->meters[0];

      spans[i].id = maq_section_get_id (place->section);
      spans[i].start_ticks = place->start_ticks;
      spans[i].length_ticks = place->length_ticks;
      spans[i].tempo_qpm = place->tempo_qpm;
      spans[i].beats = meter.beats;
      spans[i].unit = meter.unit;
      spans[i].beat_ticks = (guint16) maq_meter_beat_ticks (meter);
      spans[i].first_bar = (guint32) place->first_bar;
      spans[i].n_bars = (guint32) place->bars;
      spans[i].click = self->rows[i]->click;
      maq_direct_section (self->form, i, bar_starts[place->bars] - bar_starts[place->bars - 1],
                          &spans[i]);
      spans[i].gain_db += makeup_db;
      spans[i].end_gain_db += makeup_db;
      spans[i].makeup_db = makeup_db;
    }
  return maq_performance_new (spans, self->n_sections, (MaqLane *const *) lanes->pdata, lanes->len,
                              maq_song_ref (self->song), (GDestroyNotify) maq_song_unref);
}

static GHashTable *
index_sections (MaqArrangement *arrangement)
{
  GHashTable *indices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqId id = maq_section_get_id (maq_arrangement_get_section (arrangement, i));

      g_hash_table_insert (indices, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
    }
  return indices;
}

static void
make_rows (Pass *self)
{
  RowKey keys[2] = { 0 };

  for (guint i = 0; i < self->n_sections; i++)
    {
      fill_key (self, i, &keys[(i + 1) % 2], &keys[i % 2]);
      add_row (self, i, &keys[i % 2]);
    }
}

MaqPerformance *
maq_compiler_compile_arrangement (MaqCompiler    *self,
                                  MaqSong        *song,
                                  MaqArrangement *arrangement)
{
  g_autoptr (MaqForm) form = maq_form_new (song, arrangement);
  g_autoptr (GHashTable) indices = index_sections (arrangement);
  g_autofree Row **rows = g_new0 (Row *, maq_form_get_n_sections (form) + 1);
  MaqPerformance *performance;
  GPtrArray *lanes;
  Pass pass = { self, song, arrangement, form, indices };

  self->n_made = 0;
  pass.n_sections = maq_form_get_n_sections (form);
  pass.style = choose_style (self, maq_song_get_fields (song)->style,
                             maq_song_get_fields (song)->meter);
  pass.layers = collect_layers (&pass);
  pass.same_layers = same_layers (self->layers, pass.layers);
  pass.new_rows = new_rows ();
  pass.rows = rows;
  make_rows (&pass);
  g_hash_table_unref (self->rows);
  self->rows = pass.new_rows;
  g_array_unref (self->layers);
  self->layers = pass.layers;
  lanes = make_lanes (&pass);
  g_ptr_array_unref (self->lanes);
  self->lanes = lanes;
  performance = make_performance (&pass);
  for (guint i = 0; i < pass.n_sections; i++)
    row_unref (rows[i]);
  return performance;
}

MaqPerformance *
maq_compiler_compile (MaqCompiler *self,
                      MaqSong     *song)
{
  return maq_compiler_compile_arrangement (self, song, maq_song_get_current (song));
}
