/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "proof.h"

#include "maq-import.h"
#include "maq-limits.h"
#include <string.h>

/* How many charts each style plays in the quick mode: others for each style. */
#define N_QUICK_CHARTS 2
/* How many complaints of one kind are said in full. */
#define N_SHOWN 2

typedef struct
{
  char    *name;
  MaqSong *song;
} Chart;

static MaqStyleLibrary *library;
static GPtrArray *charts;      /* Chart: our own, then those from outside */
static guint n_own_charts;
static GHashTable *counts;     /* "rule style role" to how often */
static GPtrArray *complaints[N_RULES];

static const FixtureSection in_four[] = {
  { 1, MAQ_SECTION_INTRO, 4, "C | Am7 | F | G", 2 },
  { 2, MAQ_SECTION_VERSE, 8, "C G/B | Am7 | F#m7b5 B7b9 | Em | Dm7 | G7sus4 G7 | C6 | C7", 4,
    MAQ_TRANSITION_NONE },
  { 3, MAQ_SECTION_CHORUS, 9, "F | G/B | C | Am | Dm7 G7 | Eb | Bb/D | Ab Fm6 | C", 7 },
  { 4, MAQ_SECTION_BREAKDOWN, 4, "Am | Am/G | F | E7", 3, MAQ_TRANSITION_STOP },
  { 5, MAQ_SECTION_BUILD, 4, "Dm7 | Dm7 | F/G | G", 6, MAQ_TRANSITION_NONE },
  { 6, MAQ_SECTION_DROP, 8, "C | G/B | Am | F | N.C. | Cmaj7 | D9 | Gsus4 G", 9 },
  { 7, MAQ_SECTION_OUTRO, 3, "F | Fm | C", 4, MAQ_TRANSITION_RING_OUT },
};

static const FixtureSection in_six[] = {
  { 1, MAQ_SECTION_VERSE, 8, "Am | Am/G | Fmaj7 | E7 | Am | C | Dm6 | Esus4 E", 4 },
  { 2, MAQ_SECTION_CHORUS, 7, "F | C/E | G | Am | Bb | Bdim7 | E7b9", 7, MAQ_TRANSITION_NONE },
  { 3, MAQ_SECTION_OUTRO, 4, "Am | Dm | E7 | Am", 3, MAQ_TRANSITION_RING_OUT },
};

static const FixtureSection in_three[] = {
  { 1, MAQ_SECTION_VERSE, 8, "Eb | Bb7/D | Cm | Gm | Ab | Eb/G | Fm7 | Bb7", 4 },
  { 2, MAQ_SECTION_CHORUS, 8, "Ab | Abm | Eb | C7 | Fm | Bb | Eb Eb7 | Ab", 8 },
};

static const FixtureSection in_seven[] = {
  { 1, MAQ_SECTION_VERSE, 8, "Dm | C | Bb | A7 | Dm | Gm6 | A | Dm", 4 },
  { 2, MAQ_SECTION_CHORUS, 8, "F | C | Gm | Dm | Bb | F/A | Gm7 | A7", 8 },
};

static const struct
{
  const char           *name;
  MaqMeter              meter;
  const char           *key;
  const FixtureSection *sections;
  guint                 n_sections;
} own[] = {
  { "our song in 4/4", { 4, 4 }, "C", in_four, G_N_ELEMENTS (in_four) },
  { "our song in 6/8", { 6, 8 }, "Am", in_six, G_N_ELEMENTS (in_six) },
  { "our song in 3/4", { 3, 4 }, "Eb", in_three, G_N_ELEMENTS (in_three) },
  { "our song in 7/8", { 7, 8 }, "Dm", in_seven, G_N_ELEMENTS (in_seven) },
};

static void
free_chart (gpointer data)
{
  Chart *chart = data;

  g_free (chart->name);
  maq_song_unref (chart->song);
  g_free (chart);
}

static void
add_chart (const char *name,
           MaqSong    *song)
{
  Chart *chart = g_new (Chart, 1);

  *chart = (Chart) { g_strdup (name), maq_song_ref (song) };
  g_ptr_array_add (charts, chart);
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static void
import_chart (const char *folder,
              const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqProject) project = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  project = maq_import_bytes (bytes, name, NULL, &error);
  g_assert_no_error (error);
  add_chart (name, maq_project_get_current (project));
}

static void
import_outside_charts (void)
{
  const char *shared = g_getenv ("MAQ_SHARED_DATA");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : "", "billboard", NULL);
  g_autoptr (GDir) dir = shared != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names_cb);
  for (guint i = 0; i < names->len; i++)
    import_chart (folder, names->pdata[i]);
}

void
proof_init (MaqStyleLibrary *styles)
{
  library = styles;
  charts = g_ptr_array_new_with_free_func (free_chart);
  counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < N_RULES; i++)
    complaints[i] = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autoptr (MaqSong) song = fixture_song (&(FixtureSong) { .meter = own[i].meter,
                                                                .key = own[i].key,
                                                                .seed = i,
                                                                .sections = own[i].sections,
                                                                .n_sections = own[i].n_sections });

      add_chart (own[i].name, song);
    }
  n_own_charts = charts->len;
  import_outside_charts ();
}

void
proof_clear (void)
{
  for (guint i = 0; i < N_RULES; i++)
    g_ptr_array_unref (complaints[i]);
  g_hash_table_unref (counts);
  g_ptr_array_unref (charts);
}

gboolean
proof_wants_style (MaqStyle *style)
{
  const char *wanted = g_getenv ("PROOF_STYLE");

  return wanted == NULL || g_strcmp0 (wanted, maq_style_get_name (style)) == 0;
}

static MaqVec *
sections_at_level (MaqArrangement *arrangement,
                   int             level)
{
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_part_unref);
  g_autoptr (MaqVec) part_vec = NULL;

  for (guint i = 0; i < MAQ_N_ROLES; i++)
    g_ptr_array_add (parts, maq_part_new (&(MaqPartFields) { .layer = 100 + i, .level = level }));
  part_vec = maq_vec_new (&maq_part_vec_class, (const gpointer *) parts->pdata, parts->len);
  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSectionFields section
        = *maq_section_get_fields (maq_arrangement_get_section (arrangement, i));

      section.parts = part_vec;
      g_ptr_array_add (sections, maq_section_new (&section));
    }
  return maq_vec_new (&maq_section_vec_class, (const gpointer *) sections->pdata, sections->len);
}

MaqSong *
proof_arrange (MaqSong    *song,
               const char *style,
               int         level)
{
  g_autoptr (MaqSong) crowd = fixture_song (&(FixtureSong) { .style = NULL });
  MaqArrangement *before = maq_song_get_current (song);
  MaqArrangementFields fields = *maq_arrangement_get_fields (before);
  MaqSongFields song_fields;
  g_autoptr (MaqVec) sections = sections_at_level (before, level);
  g_autoptr (MaqArrangement) after = NULL;
  g_autoptr (MaqSong) arranged = NULL;

  fields.sections = sections;
  fields.layers = maq_arrangement_get_fields (maq_song_get_current (crowd))->layers;
  fields.remarks = NULL;
  after = maq_arrangement_new (&fields);
  arranged = maq_song_with_arrangement (song, after);
  song_fields = *maq_song_get_fields (arranged);
  song_fields.style = style;
  return maq_song_with_fields (arranged, &song_fields);
}

static void
run_chart (MaqStyle    *style,
           const Chart *chart,
           ProofFunc    func)
{
  ProofTake before = { 0 };

  for (int level = 1; level <= MAQ_LEVEL_MAX; level++)
    {
      g_autoptr (MaqCompiler) compiler = maq_compiler_new (library);
      ProofTake take = { style, chart->name, level,
                         proof_arrange (chart->song, maq_style_get_name (style), level), NULL };

      take.performance = maq_compiler_compile (compiler, take.song);
      func (&take, before.song != NULL ? &before : NULL);
      g_clear_pointer (&before.performance, maq_performance_unref);
      g_clear_pointer (&before.song, maq_song_unref);
      before = take;
    }
  g_clear_pointer (&before.performance, maq_performance_unref);
  g_clear_pointer (&before.song, maq_song_unref);
}

/* In the quick mode the charts go round, so that all of them are played by some style. */
static gboolean
is_chosen (guint style,
           guint chart)
{
  guint n_outside = charts->len - n_own_charts;

  if (g_test_slow ())
    return TRUE;
  if (chart < n_own_charts)
    return chart == 0 || chart == 1 + style % (n_own_charts - 1);
  for (guint i = 0; i < N_QUICK_CHARTS; i++)
    if ((style * N_QUICK_CHARTS + i) % n_outside == chart - n_own_charts)
      return TRUE;
  return FALSE;
}

void
proof_run (ProofFunc func)
{
  for (guint i = 0; i < maq_style_library_get_n_styles (library); i++)
    for (guint j = 0; j < charts->len; j++)
      {
        MaqStyle *style = maq_style_library_get_style (library, i);

        if (proof_wants_style (style) && is_chosen (i, j))
          run_chart (style, charts->pdata[j], func);
      }
  if (charts->len == n_own_charts)
    g_test_message ("the outside test material is not there: only our own charts are played");
}

void
proof_complain (const ProofTake *take,
                Rule             rule,
                MaqRole          role,
                const char      *what)
{
  const char *style = maq_style_get_name (take->style);
  char *key = g_strdup_printf ("%u %s %s", rule, style, maq_role_get_nick (role));
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

  g_hash_table_replace (counts, key, GUINT_TO_POINTER (count));
  if (count <= N_SHOWN)
    g_ptr_array_add (complaints[rule],
                     g_strdup_printf ("%s: level %d, %s, %s", style, take->level, take->chart,
                                      what));
}

void
proof_settle (Rule rule)
{
  g_autofree char *prefix = g_strdup_printf ("%u ", rule);
  GHashTableIter iter;
  gpointer key, value;

  if (complaints[rule]->len == 0)
    return;
  for (guint i = 0; i < complaints[rule]->len; i++)
    g_test_message ("%s", (const char *) complaints[rule]->pdata[i]);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_str_has_prefix (key, prefix) && GPOINTER_TO_UINT (value) > N_SHOWN)
      g_test_message ("%s: %u times in all", (char *) key + strlen (prefix),
                      GPOINTER_TO_UINT (value));
  g_test_fail ();
}
