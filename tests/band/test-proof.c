/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-limits.h"
#include "proof.h"

/* The rules of the band over charts, in every style at every level. */

static MaqStyleLibrary *styles;

static const char *const names[N_RULES] = {
  [RULE_NOTES] = "notes",     [RULE_HELD] = "held",       [RULE_ROOTS] = "roots",
  [RULE_RANGE] = "range",     [RULE_PART] = "part",       [RULE_KEYS] = "keys",
  [RULE_GRID] = "grid",       [RULE_CLASH] = "clash",     [RULE_SILENCE] = "silence",
  [RULE_REPEATS] = "repeats", [RULE_DENSITY] = "density", [RULE_ADDS] = "adds",
};

static void
report_cb (const RuleContext *context,
           Rule               rule,
           MaqTick            ticks G_GNUC_UNUSED,
           const char        *what)
{
  proof_complain (context->user_data, rule, context->role, what);
}

static void
check_cb (const RuleContext *context)
{
  rules_check_part (context);
  rules_check_clash (context);
  rules_check_flow (context);
}

static guint
count_notes (const ProofTake *take,
             MaqRole          role)
{
  MaqLane *lane = maq_performance_get_lane (take->performance, role);
  guint n_notes = 0;

  for (guint i = 0; i < maq_lane_get_n_phrases (lane); i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);
      guint n = 0;

      if (phrase != NULL)
        maq_phrase_get_notes (phrase, &n);
      n_notes += n;
    }
  return n_notes;
}

/* What each role has played at the levels of the chart so far. */
static guint counts[MAQ_LEVEL_MAX + 1][MAQ_N_ROLES];

static void
compare_with (const ProofTake *take,
              int              level,
              guint            more)
{
  for (guint role = 0; role < MAQ_N_ROLES; role++)
    {
      guint n = counts[take->level][role];
      guint n_below = counts[level][role];
      g_autofree char *what = NULL;

      if (n >= n_below + more)
        continue;
      what = g_strdup_printf ("%s: %u notes, after %u at level %d", maq_role_get_nick (role), n,
                              n_below, level);
      proof_complain (take, RULE_DENSITY, role, what);
    }
}

/*
 * No level plays less than the one below, and the full level of a step plays more than that of
 * the step below. In other meters than the style's own some of a step may be cut away.
 */
static void
compare_density (const ProofTake *take)
{
  static const guint8 below[] = { 0, 0, 0, 0, 0, 2, 0, 0, 5, 0, 8 };

  for (guint role = 0; role < MAQ_N_ROLES; role++)
    counts[take->level][role] = count_notes (take, role);
  if (take->level > 1)
    compare_with (take, take->level - 1, 0);
  if (below[take->level] > 0 && maq_meter_equal (maq_song_get_fields (take->song)->meter,
                                                 maq_style_get_meter (take->style)))
    compare_with (take, below[take->level], 1);
}

typedef struct
{
  const ProofTake *take;
  const ProofTake *below;
} Pair;

/*
 * Where the comparison ends: drums leave their pattern for a fill, whose size goes by the level,
 * and a tune holds the first note of a bar that is struck once.
 */
static MaqTick
find_end (const RuleContext *context)
{
  const MaqFormSection *section = maq_form_get_section (context->form, context->section);
  MaqTransition transition = maq_section_get_fields (section->section)->transition;
  gboolean is_fill = transition == MAQ_TRANSITION_FILL || transition == MAQ_TRANSITION_UNSET;
  gboolean is_last = context->section + 1 == maq_form_get_n_sections (context->form);
  gboolean rings = transition == MAQ_TRANSITION_RING_OUT
                   || (is_last && is_fill && section->bars > 1);

  if (maq_role_is_drums (context->role) ? is_fill && !rings
                                        : rings && context->role >= MAQ_ROLE_LEAD)
    return maq_form_get_bar_start (context->form, context->section, section->bars - 1);
  return context->to_ticks;
}

/* Everything that begins at the level below begins here too; drums strike the same drum. */
static void
compare_cb (const RuleContext *context)
{
  const Pair *pair = context->user_data;
  MaqLane *lane = maq_performance_get_lane (pair->below->performance, context->lane);
  MaqPhrase *phrase = maq_lane_get_phrase (lane, context->section);
  gboolean is_drums = maq_role_is_drums (context->role);
  MaqTick end = find_end (context);
  guint n_notes = 0;
  const MaqNote *notes = phrase != NULL ? maq_phrase_get_notes (phrase, &n_notes) : NULL;
  guint j = 0;

  for (guint i = 0; i < n_notes && notes[i].start_ticks < end; i++)
    {
      gboolean found = FALSE;

      while (j < context->n_notes && context->notes[j].start_ticks < notes[i].start_ticks)
        j++;
      for (guint k = j; k < context->n_notes && !found
                        && context->notes[k].start_ticks == notes[i].start_ticks; k++)
        found = !is_drums || context->notes[k].key == notes[i].key;
      if (!found)
        rules_report (context, RULE_ADDS, notes[i].start_ticks,
                      "key %d of the level below is gone", notes[i].key);
    }
}

static void
report_pair_cb (const RuleContext *context,
                Rule               rule,
                MaqTick            ticks G_GNUC_UNUSED,
                const char        *what)
{
  const Pair *pair = context->user_data;

  proof_complain (pair->take, rule, context->role, what);
}

static void
prove_take (const ProofTake *take,
            const ProofTake *below)
{
  RuleContext context = { .performance = take->performance, .report = report_cb,
                          .user_data = (gpointer) take,
                          .own_meter = maq_style_get_meter (take->style) };
  Pair pair = { take, below };

  rules_visit (&context, take->song, check_cb);
  compare_density (take);
  if (below == NULL)
    return;
  context.report = report_pair_cb;
  context.user_data = &pair;
  rules_visit (&context, take->song, compare_cb);
}

static void
test_rule (gconstpointer data)
{
  static gboolean has_run;

  if (!has_run)
    proof_run (prove_take);
  has_run = TRUE;
  proof_settle (GPOINTER_TO_UINT (data));
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  styles = fixture_styles ();
  proof_init (styles);
  for (guint i = 0; i < N_RULES; i++)
    {
      g_autofree char *path = g_strconcat ("/band/proof/", names[i], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_rule);
    }
  result = g_test_run ();
  proof_clear ();
  maq_style_library_unref (styles);
  return result;
}
