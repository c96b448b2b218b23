/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-random-song.h"

#include <string.h>

#include "maq-chord-change.h"
#include "maq-chord-text.h"
#include "maq-limits.h"
#include "maq-lyric.h"
#include "maq-odd-bar.h"

const MaqRandomSize maq_any_small = { 2, 2, 6, 5 };
const MaqRandomSize maq_any_middling = { 2, 3, 24, 14 };

static const char *const names[] = {
  "Verse", "Chorus 2", "Strings & Co.", "<b>Bass</b>", "\"Quoted\" 'twice'", "Stro\xcc\x81phe",
  "副歌", "مقطع", "פזמון", "Ударные", "🎸🥁", "a\xe2\x80\x8d" "b", "ﬁnal", "Ünïcödé",
  "]]>", "&amp;", "100 %", "x/y\\z", "  padded", "\xef\xbf\xbd",
  "\xf0\x9d\x84\x9e", "Gitarre – Flageolett",
};

static const char *const sentences[] = {
  "Play it as if nobody were listening.", "Who sings the low third?\nTry both.", "\tindented",
  "a < b && c > \"d\"", "ligne 1\nligne 2\n\nligne 4", "最後の一小節", "…", " blank at both ends ",
};

static const char *const foreigners[] = {
  "<x:mark xmlns:x=\"urn:example:mark\" weight=\"3\"/>",
  "<y:note xmlns:y=\"urn:example:note\">kept &amp; written back</y:note>",
};

static const char *const chord_names[] = {
  "C", "Am7", "G/B", "Fmaj7", "Dsus4", "Em", "Bb13(b9)", "F#m7b5", "N.C.", "A7", "Dm9",
  "Eb", "Caug",
};

guint32
maq_any_seed (void)
{
  const char *chosen = g_getenv ("MAQ_TEST_SEED");
  guint32 seed = chosen != NULL ? (guint32) g_ascii_strtoull (chosen, NULL, 10) : g_random_int ();

  g_test_message ("MAQ_TEST_SEED=%u", seed);
  return seed;
}

gboolean
maq_any_chance (GRand *rand,
                int    percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

static const char *
pick (GRand             *rand,
      const char *const *texts,
      guint              n_texts)
{
  return texts[g_rand_int_range (rand, 0, (gint32) n_texts)];
}

char *
maq_any_name (GRand *rand)
{
  const char *name = pick (rand, names, G_N_ELEMENTS (names));

  if (maq_any_chance (rand, 40))
    return g_strdup (name);

  return g_strdup_printf ("%s %d", name, g_rand_int_range (rand, 1, 30));
}

char *
maq_any_text (GRand *rand)
{
  return g_strdup (pick (rand, sentences, G_N_ELEMENTS (sentences)));
}

/* a text, or nothing at all; the caller frees it, so it must be named */
static char *
maybe (GRand *rand,
       int    percent,
       char *(*make) (GRand *rand))
{
  return maq_any_chance (rand, percent) ? make (rand) : NULL;
}

static const char *
maybe_foreign (GRand *rand)
{
  return maq_any_chance (rand, 10) ? pick (rand, foreigners, G_N_ELEMENTS (foreigners)) : NULL;
}

MaqMeter
maq_any_meter (GRand *rand)
{
  static const MaqMeter meters[] = { { 4, 4 }, { 3, 4 }, { 6, 8 }, { 2, 4 }, { 7, 8 }, { 12, 8 },
                                     { 5, 4 }, { 1, 32 }, { 32, 1 } };

  return meters[g_rand_int_range (rand, 0, maq_any_chance (rand, 90) ? 7 : 9)];
}

MaqKey
maq_any_key (GRand *rand)
{
  return (MaqKey) { { g_rand_int_range (rand, 0, 7), g_rand_int_range (rand, -1, 2) },
                    g_rand_int_range (rand, MAQ_MODE_MAJOR, MAQ_MODE_LOCRIAN + 1) };
}

static double
random_tempo (GRand *rand)
{
  if (maq_any_chance (rand, 20))
    return g_rand_double_range (rand, MAQ_TEMPO_MIN_QPM, MAQ_TEMPO_MAX_QPM);

  return g_rand_int_range (rand, 40, 200);
}

/* often nothing, and 0 as often as any other number */
static MaqStated
maybe_stated (GRand  *rand,
              double  low,
              double  high)
{
  if (maq_any_chance (rand, 75))
    return MAQ_UNSTATED;

  return maq_stated (maq_any_chance (rand, 20) ? 0.0 : g_rand_double_range (rand, low, high));
}

static MaqSound *
random_sound (GRand *rand)
{
  g_autofree char *name = maybe (rand, 50, maq_any_name);
  g_autofree char *meaning = maybe (rand, 30, maq_any_text);

  return maq_sound_new (&(MaqSoundFields) {
    .name = name,
    .bank = maq_any_chance (rand, 10) ? g_rand_int_range (rand, 0, 16384) : 0,
    .program = g_rand_int_range (rand, 0, 128),
    .meaning = meaning,
    .is_signature = maq_any_chance (rand, 20),
    .foreign = maybe_foreign (rand),
  });
}

static MaqLayer *
random_layer (GRand *rand,
              MaqId  id)
{
  g_autofree char *name = maq_any_name (rand);
  g_autofree char *performer = maybe (rand, 30, maq_any_name);
  g_autofree char *direction = maybe (rand, 30, maq_any_text);
  g_autofree char *meaning = maybe (rand, 20, maq_any_text);
  g_autofree char *group = maybe (rand, 30, maq_any_name);
  g_autoptr(MaqSound) sound = maq_any_chance (rand, 50) ? random_sound (rand) : NULL;

  return maq_layer_new (&(MaqLayerFields) {
    .id = id,
    .name = name,
    .role = g_rand_int_range (rand, 0, MAQ_N_ROLES),
    .sound = sound,
    .performer = performer,
    .direction = direction,
    .meaning = meaning,
    .group = group,
    .colour = maq_any_chance (rand, 50) ? 0 : g_rand_int_range (rand, 0, MAQ_N_COLOURS),
    .gain_db = maq_any_chance (rand, 50) ? 0 : g_rand_double_range (rand, -60, 12),
    .pan = maq_any_chance (rand, 50) ? 0 : g_rand_double_range (rand, -1, 1),
    .distance = maq_any_chance (rand, 50) ? 0.25 : g_rand_double_range (rand, 0, 1),
    .tone = maq_any_chance (rand, 70) ? 0 : g_rand_double_range (rand, -1, 1),
    .width = maybe_stated (rand, 0, MAQ_WIDTH_MAX),
    .lag_ms = maybe_stated (rand, -MAQ_LAG_MAX_MS, MAQ_LAG_MAX_MS),
    .looseness = maybe_stated (rand, 0, MAQ_LOOSENESS_MAX),
    .swing = maq_any_chance (rand, 80) ? 0 : g_rand_double_range (rand, 50, 75),
    .muted = maq_any_chance (rand, 10),
    .soloed = maq_any_chance (rand, 5),
    .foreign = maybe_foreign (rand),
  });
}

static MaqPart *
random_part (GRand *rand,
             MaqId  layer,
             int    bars)
{
  g_autofree char *pattern = maybe (rand, 10, maq_any_name);
  g_autofree char *style = maybe (rand, 5, maq_any_name);
  g_autofree char *motif = maybe (rand, 10, maq_any_name);
  g_autofree char *direction = maybe (rand, 10, maq_any_text);
  g_autoptr(MaqSound) sound = maq_any_chance (rand, 5) ? random_sound (rand) : NULL;
  int entry = maq_any_chance (rand, 20) ? g_rand_int_range (rand, 0, bars) : 0;

  return maq_part_new (&(MaqPartFields) {
    .layer = layer,
    .level = g_rand_int_range (rand, 0, MAQ_LEVEL_MAX + 1),
    .entry_bar = entry,
    .exit_bar = maq_any_chance (rand, 20) ? g_rand_int_range (rand, entry + 1, bars + 1) : 0,
    .pattern = pattern,
    .style = style,
    .motif = motif,
    .sound = sound,
    .direction = direction,
    .pinned = maq_any_chance (rand, 8),
    .foreign = maybe_foreign (rand),
  });
}

static GPtrArray *
new_items (GDestroyNotify unref)
{
  return g_ptr_array_new_with_free_func (unref);
}

/* a vector that takes the items over; NULL if there are none */
static MaqVec *
end_vec (GPtrArray         *items,
         const MaqVecClass *vec_class)
{
  if (items->len == 0)
    return NULL;

  return maq_vec_new (vec_class, items->pdata, items->len);
}

static MaqVec *
random_odd_bars (GRand *rand,
                 int    bars)
{
  g_autoptr(GPtrArray) odd = new_items ((GDestroyNotify) maq_odd_bar_unref);

  for (int bar = 0; bar < bars; bar++)
    if (maq_any_chance (rand, 15))
      g_ptr_array_add (odd, maq_odd_bar_new (bar, maq_any_meter (rand)));

  return end_vec (odd, &maq_odd_bar_vec_class);
}

static void
append_chord (GRand   *rand,
              GString *text)
{
  static const struct { const char *before, *after; } marks[] = {
    { "", "" }, { ">", "" }, { "<", ">" }, { "^", "" },
  };
  guint mark = maq_any_chance (rand, 80) ? 0 : (guint) g_rand_int_range (rand, 1, 4);

  g_string_append_printf (text, " %s%s%s", marks[mark].before,
                          pick (rand, chord_names, G_N_ELEMENTS (chord_names)),
                          marks[mark].after);
}

char *
maq_any_chord_text (GRand *rand,
                    guint  n_bars)
{
  g_autoptr(GString) text = g_string_new ("|");

  for (guint bar = 0; bar < n_bars; bar++)
    {
      int n_tokens = g_rand_int_range (rand, 1, 3);

      if (bar > 0 && maq_any_chance (rand, 15))
        {
          g_string_append (text, " % |");
          continue;
        }

      for (int i = 0; i < n_tokens; i++)
        if (i > 0 && maq_any_chance (rand, 30))
          g_string_append (text, " .");
        else
          append_chord (rand, text);
      g_string_append (text, " |");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static MaqVec *
random_lyrics (GRand *rand,
               int    bars)
{
  g_autoptr(GPtrArray) lyrics = new_items ((GDestroyNotify) maq_lyric_unref);

  for (int bar = 0; bar < bars; bar++)
    if (maq_any_chance (rand, 40))
      {
        g_autofree char *line = maq_any_name (rand);

        g_ptr_array_add (lyrics, maq_lyric_new (bar, line));
      }

  return end_vec (lyrics, &maq_lyric_vec_class);
}

static int
compare_layers (gconstpointer a,
                gconstpointer b)
{
  MaqId left = maq_layer_get_id (*(MaqLayer **) a), right = maq_layer_get_id (*(MaqLayer **) b);

  return left < right ? -1 : left > right;
}

static MaqVec *
random_parts (GRand     *rand,
              GPtrArray *layers,
              int        bars)
{
  g_autoptr(GPtrArray) parts = new_items ((GDestroyNotify) maq_part_unref);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < layers->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (layers, i));
  g_ptr_array_sort (sorted, compare_layers);

  for (guint i = 0; i < sorted->len; i++)
    if (maq_any_chance (rand, 60))
      g_ptr_array_add (parts, random_part (rand, maq_layer_get_id (g_ptr_array_index (sorted, i)),
                                           bars));

  return end_vec (parts, &maq_part_vec_class);
}

/* the frame of the section it hangs in, for what must fit there */
static void
add_bars (GRand            *rand,
          MaqSectionFields *fields,
          MaqSection       *followed,
          MaqMeter          song_meter)
{
  const MaqSectionFields *taken = followed != NULL ? maq_section_get_fields (followed) : fields;
  int bars = fields->bars != 0 ? fields->bars : taken->bars;
  MaqMeter meter = maq_meter_is_set (fields->meter) ? fields->meter : taken->meter;

  if (maq_any_chance (rand, 30))
    fields->odd_bars = random_odd_bars (rand, bars);
  if (maq_any_chance (rand, followed != NULL ? 30 : 90))
    {
      g_autofree char *text = maq_any_chord_text (rand, g_rand_int_range (rand, 1, bars + 3));
      MaqVec *odd_bars = fields->odd_bars != NULL ? fields->odd_bars : taken->odd_bars;
      g_autoptr(GError) error = NULL;

      fields->chords = maq_chord_text_parse (text, maq_meter_is_set (meter) ? meter : song_meter,
                                             odd_bars, &fields->chord_bars, &error);
      g_assert_no_error (error);
      if (maq_vec_get_length (fields->chords) == 0)
        {
          g_clear_pointer (&fields->chords, maq_vec_unref);
          fields->chord_bars = 0;
        }
    }
  if (maq_any_chance (rand, 40))
    fields->lyrics = random_lyrics (rand, bars);
}

static MaqSection *
random_section (GRand      *rand,
                MaqId       id,
                MaqSection *followed,
                GPtrArray  *layers,
                MaqMeter    song_meter)
{
  g_autofree char *name = maq_any_name (rand);
  g_autofree char *mood = maybe (rand, 20, maq_any_text);
  g_autofree char *style = maybe (rand, 10, maq_any_name);
  MaqSectionFields fields = { .id = id, .name = name, .mood = mood, .style = style };
  MaqSection *section = NULL;

  fields.kind = g_rand_int_range (rand, 0, MAQ_N_SECTION_KINDS);
  fields.follows = followed != NULL ? maq_section_get_id (followed) : MAQ_ID_NONE;
  if (followed == NULL || maq_any_chance (rand, 20))
    fields.bars = g_rand_int_range (rand, 1, 17);
  if (maq_any_chance (rand, 10))
    fields.meter = maq_any_meter (rand);
  if (maq_any_chance (rand, 20))
    fields.tempo_qpm = random_tempo (rand);
  if (maq_any_chance (rand, 10))
    fields.key = maq_any_key (rand);
  if (maq_any_chance (rand, 30))
    fields.space = g_rand_int_range (rand, 0, MAQ_N_SPACES);
  if (maq_any_chance (rand, 30))
    fields.dynamics = g_rand_int_range (rand, 0, MAQ_N_DYNAMICS);
  if (maq_any_chance (rand, 30))
    fields.feel = g_rand_int_range (rand, 0, MAQ_N_FEELS);
  if (fields.feel != MAQ_FEEL_UNSET && maq_any_chance (rand, 50))
    fields.feel_bars = g_rand_int_range (rand, 1, 9);
  fields.transition = g_rand_int_range (rand, 0, MAQ_N_TRANSITIONS);
  if (maq_any_chance (rand, 20))
    fields.transition_beats = g_rand_int_range (rand, 1, MAQ_LIMIT_TRANSITION_BEATS + 1);
  fields.foreign = maybe_foreign (rand);

  add_bars (rand, &fields, followed, song_meter);
  fields.parts = random_parts (rand, layers, fields.bars != 0
                                               ? fields.bars
                                               : maq_section_get_fields (followed)->bars);
  section = maq_section_new (&fields);

  g_clear_pointer (&fields.odd_bars, maq_vec_unref);
  g_clear_pointer (&fields.chords, maq_vec_unref);
  g_clear_pointer (&fields.lyrics, maq_vec_unref);
  g_clear_pointer (&fields.parts, maq_vec_unref);
  return section;
}

static MaqSection *
pick_followed (GRand     *rand,
               GPtrArray *sections)
{
  MaqSection *section = NULL;

  if (sections->len == 0 || !maq_any_chance (rand, 35))
    return NULL;

  section = g_ptr_array_index (sections, g_rand_int_range (rand, 0, (gint32) sections->len));
  return maq_section_get_fields (section)->follows == MAQ_ID_NONE ? section : NULL;
}

static MaqArc *
random_arc (GRand     *rand,
            GPtrArray *sections)
{
  g_autoptr(GPtrArray) points = new_items ((GDestroyNotify) maq_arc_point_unref);
  g_autofree char *name = maq_any_name (rand);
  g_autoptr(MaqVec) vec = NULL;

  for (guint i = 0; i < sections->len; i++)
    {
      double bar = 0;

      while (maq_any_chance (rand, 40))
        {
          bar += g_rand_double_range (rand, 0, 3);
          g_ptr_array_add (points, maq_arc_point_new (
                                     maq_section_get_id (g_ptr_array_index (sections, i)), bar,
                                     g_rand_double_range (rand, 0, 10),
                                     maq_any_chance (rand, 50)));
        }
    }

  vec = end_vec (points, &maq_arc_point_vec_class);
  return maq_arc_new (&(MaqArcFields) { .kind = g_rand_int_range (rand, 0, MAQ_N_ARC_KINDS),
                                        .name = name, .points = vec,
                                        .foreign = maybe_foreign (rand) });
}

static MaqRemark *
random_remark (GRand     *rand,
               MaqId      id,
               GPtrArray *sections,
               GPtrArray *layers)
{
  g_autofree char *author = maybe (rand, 60, maq_any_name);
  g_autofree char *text = maq_any_text (rand);
  MaqRemarkFields fields = { .id = id, .author = author, .text = text };

  fields.kind = g_rand_int_range (rand, 0, MAQ_N_REMARK_KINDS);
  fields.state = g_rand_int_range (rand, 0, MAQ_N_REMARK_STATES);
  fields.foreign = maybe_foreign (rand);
  if (sections->len > 0 && maq_any_chance (rand, 70))
    {
      gint32 index = g_rand_int_range (rand, 0, (gint32) sections->len);

      fields.section = maq_section_get_id (g_ptr_array_index (sections, index));
      fields.bar = g_rand_int_range (rand, 0, 16);
    }
  if (layers->len > 0 && maq_any_chance (rand, 40))
    fields.layer = maq_layer_get_id (
      g_ptr_array_index (layers, g_rand_int_range (rand, 0, (gint32) layers->len)));

  return maq_remark_new (&fields);
}

/* ids in no order, each once */
static MaqId
next_id (guint64 *last)
{
  *last += 1;
  return maq_id_derive (*last, 0);
}

static MaqDismissal *
random_dismissal (GRand     *rand,
                  GPtrArray *sections,
                  GPtrArray *layers)
{
  g_autofree char *check = maq_any_name (rand);
  MaqDismissalFields fields = { .check = check, .foreign = maybe_foreign (rand) };

  if (sections->len > 0 && maq_any_chance (rand, 70))
    fields.section = maq_section_get_id (
      g_ptr_array_index (sections, g_rand_int_range (rand, 0, (gint32) sections->len)));
  if (layers->len > 0 && maq_any_chance (rand, 40))
    fields.layer = maq_layer_get_id (
      g_ptr_array_index (layers, g_rand_int_range (rand, 0, (gint32) layers->len)));

  return maq_dismissal_new (&fields);
}

static MaqTake *
random_take (GRand *rand,
             MaqId  section,
             MaqId  layer)
{
  g_autofree char *note = maybe (rand, 40, maq_any_text);

  return maq_take_new (&(MaqTakeFields) {
    .section = section,
    .layer = layer,
    .state = g_rand_int_range (rand, 0, MAQ_N_TAKE_STATES),
    .number = maq_any_chance (rand, 60) ? g_rand_int_range (rand, 1, MAQ_LIMIT_TAKES + 1) : 0,
    .note = note,
    .foreign = maybe_foreign (rand),
  });
}

/* of a few parts, each once */
static void
add_takes (GRand     *rand,
           GPtrArray *takes,
           GPtrArray *sections,
           GPtrArray *layers)
{
  for (guint i = 0; i < sections->len; i++)
    for (guint j = 0; j < layers->len; j++)
      if (takes->len < 20 && maq_any_chance (rand, 3))
        g_ptr_array_add (takes,
                         random_take (rand,
                                      maq_section_get_id (g_ptr_array_index (sections, i)),
                                      maq_layer_get_id (g_ptr_array_index (layers, j))));
}

static MaqSessionRow *
random_session_row (GRand          *rand,
                    MaqSessionList  list,
                    MaqId           id)
{
  MaqSessionRowFields fields = { .list = list, .id = id, .foreign = maybe_foreign (rand) };
  char *texts[MAQ_SESSION_ROW_TEXTS] = { NULL };
  MaqSessionRow *row = NULL;

  for (guint i = 0; i < maq_session_list_get_n_texts (list); i++)
    fields.texts[i] = texts[i] = maybe (rand, 50, maq_any_name);
  fields.channel = maq_any_chance (rand, 70) ? g_rand_int_range (rand, 1, MAQ_LIMIT_CHANNELS) : 0;
  for (guint i = 0; i < MAQ_N_INPUT_SWITCHES; i++)
    fields.switches[i] = maq_any_chance (rand, 30);
  row = maq_session_row_new (&fields);

  for (guint i = 0; i < MAQ_SESSION_ROW_TEXTS; i++)
    g_free (texts[i]);
  return row;
}

static MaqSession *
random_session (GRand *rand)
{
  MaqSessionFields fields = { .foreign = maybe_foreign (rand) };
  char *texts[MAQ_N_SESSION_TEXTS];
  MaqSession *session = NULL;

  for (guint i = 0; i < MAQ_N_SESSION_TEXTS; i++)
    fields.texts[i] = texts[i] = maybe (rand, 40,
                                        i < MAQ_SESSION_ROOM ? maq_any_name : maq_any_text);
  for (guint i = 0; i < MAQ_N_SESSION_LISTS; i++)
    {
      g_autoptr(GPtrArray) rows = new_items ((GDestroyNotify) maq_session_row_unref);
      guint64 last = 0;

      while (maq_any_chance (rand, 70))
        g_ptr_array_add (rows, random_session_row (rand, i, next_id (&last)));
      fields.lists[i] = end_vec (rows, &maq_session_row_vec_class);
    }
  session = maq_session_new (&fields);

  for (guint i = 0; i < MAQ_N_SESSION_TEXTS; i++)
    g_free (texts[i]);
  for (guint i = 0; i < MAQ_N_SESSION_LISTS; i++)
    g_clear_pointer (&fields.lists[i], maq_vec_unref);
  return session;
}

static MaqArrangement *
random_arrangement (GRand               *rand,
                    MaqId                id,
                    const MaqRandomSize *size,
                    MaqMeter             meter)
{
  g_autoptr(GPtrArray) layers = new_items ((GDestroyNotify) maq_layer_unref);
  g_autoptr(GPtrArray) sections = new_items ((GDestroyNotify) maq_section_unref);
  g_autoptr(GPtrArray) arcs = new_items ((GDestroyNotify) maq_arc_unref);
  g_autoptr(GPtrArray) remarks = new_items ((GDestroyNotify) maq_remark_unref);
  g_autoptr(GPtrArray) dismissals = new_items ((GDestroyNotify) maq_dismissal_unref);
  g_autoptr(GPtrArray) takes = new_items ((GDestroyNotify) maq_take_unref);
  g_autofree char *name = maq_any_name (rand);
  g_autofree char *note = maybe (rand, 30, maq_any_text);
  guint n_layers = g_rand_int_range (rand, 0, (gint32) size->layers + 1);
  guint n_sections = g_rand_int_range (rand, 0, (gint32) size->sections + 1);
  MaqArrangementFields fields = { .id = id, .name = name, .note = note };
  MaqArrangement *arrangement = NULL;
  guint64 last = 0;

  for (guint i = 0; i < n_layers; i++)
    g_ptr_array_add (layers, random_layer (rand, next_id (&last)));
  for (guint i = 0; i < n_sections; i++)
    g_ptr_array_add (sections, random_section (rand, next_id (&last),
                                               pick_followed (rand, sections), layers, meter));
  while (maq_any_chance (rand, 40) && arcs->len < 4)
    g_ptr_array_add (arcs, random_arc (rand, sections));
  while (maq_any_chance (rand, 60))
    g_ptr_array_add (remarks, random_remark (rand, next_id (&last), sections, layers));
  while (maq_any_chance (rand, 30))
    g_ptr_array_add (dismissals, random_dismissal (rand, sections, layers));
  add_takes (rand, takes, sections, layers);

  fields.layers = end_vec (layers, &maq_layer_vec_class);
  fields.sections = end_vec (sections, &maq_section_vec_class);
  fields.arcs = end_vec (arcs, &maq_arc_vec_class);
  fields.remarks = end_vec (remarks, &maq_remark_vec_class);
  fields.dismissals = end_vec (dismissals, &maq_dismissal_vec_class);
  fields.takes = end_vec (takes, &maq_take_vec_class);
  fields.foreign = maybe_foreign (rand);
  fields.target_seconds = note != NULL ? (int) (strlen (note) % 600) : 0;
  arrangement = maq_arrangement_new (&fields);

  g_clear_pointer (&fields.layers, maq_vec_unref);
  g_clear_pointer (&fields.sections, maq_vec_unref);
  g_clear_pointer (&fields.arcs, maq_vec_unref);
  g_clear_pointer (&fields.remarks, maq_vec_unref);
  g_clear_pointer (&fields.dismissals, maq_vec_unref);
  g_clear_pointer (&fields.takes, maq_vec_unref);
  return arrangement;
}

static MaqSong *
random_song (GRand               *rand,
             MaqId                id,
             const MaqRandomSize *size)
{
  g_autofree char *title = maq_any_name (rand);
  g_autofree char *artist = maybe (rand, 50, maq_any_name);
  g_autofree char *composer = maybe (rand, 20, maq_any_name);
  guint n_arrangements = g_rand_int_range (rand, 1, (gint32) size->arrangements + 1);
  g_autoptr(GPtrArray) arrangements = NULL;
  g_autoptr(MaqVec) vec = NULL;
  MaqSongFields fields = { .id = id, .title = title, .artist = artist, .composer = composer };

  fields.key = maq_any_key (rand);
  fields.tempo_qpm = random_tempo (rand);
  fields.meter = maq_any_meter (rand);
  fields.space = maq_any_chance (rand, 30) ? g_rand_int_range (rand, 0, MAQ_N_SPACES) : 0;
  fields.swing = maq_any_chance (rand, 80) ? 0 : g_rand_double_range (rand, 50, 75);
  fields.lag_ms = maybe_stated (rand, -MAQ_LAG_MAX_MS, MAQ_LAG_MAX_MS);
  fields.looseness = maybe_stated (rand, 0, MAQ_LOOSENESS_MAX);
  fields.seed = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);
  fields.capo = maq_any_chance (rand, 20) ? g_rand_int_range (rand, 0, 12) : 0;
  fields.current = g_rand_int_range (rand, 1, (gint32) n_arrangements + 1);
  fields.foreign = maybe_foreign (rand);

  arrangements = new_items ((GDestroyNotify) maq_arrangement_unref);
  for (guint i = 0; i < n_arrangements; i++)
    g_ptr_array_add (arrangements, random_arrangement (rand, i + 1, size, fields.meter));
  vec = end_vec (arrangements, &maq_arrangement_vec_class);
  fields.arrangements = vec;

  return maq_song_new (&fields);
}

MaqProject *
maq_any_project (GRand               *rand,
                 const MaqRandomSize *size)
{
  g_autoptr(GPtrArray) songs = new_items ((GDestroyNotify) maq_song_unref);
  g_autofree char *title = maybe (rand, 50, maq_any_name);
  g_autofree char *artist = maybe (rand, 50, maq_any_name);
  guint n_songs = g_rand_int_range (rand, 1, (gint32) size->songs + 1);
  g_autoptr(MaqVec) vec = NULL;
  g_autoptr(MaqSession) session = maq_any_chance (rand, 50) ? random_session (rand) : NULL;

  for (guint i = 0; i < n_songs; i++)
    g_ptr_array_add (songs, random_song (rand, i + 1, size));
  vec = end_vec (songs, &maq_song_vec_class);

  return maq_project_new (&(MaqProjectFields) {
    .title = title,
    .artist = artist,
    .soundfont = maq_any_chance (rand, 20) ? "Große Orgel 2.sf2" : NULL,
    .current = g_rand_int_range (rand, 1, (gint32) n_songs + 1),
    .songs = vec,
    .session = session,
    .foreign = maybe_foreign (rand),
  });
}
