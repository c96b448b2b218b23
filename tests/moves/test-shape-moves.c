/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What producers ask for, on "As demoed" of the example song. */

#include "maq-form-text.h"
#include "maq-form.h"
#include "maq-lanterns.h"
#include "maq-lyric.h"

static int
count_layers (MaqProject *root,
              const char *name)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int n_layers = 0;

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    n_layers += maq_arrangement_get_level (
                  arrangement, (guint) section_at (root, name),
                  maq_layer_get_id (maq_arrangement_get_layer (arrangement, i))) > 0;

  return n_layers;
}

static const MaqPartFields *
get_part (MaqProject *root,
          const char *section_name,
          const char *layer_name)
{
  return maq_part_get_fields (maq_section_find_part (get_resolved (root, section_name),
                                                     layer (layer_name)));
}

static void
assert_form (MaqProject *root,
             const char *expected)
{
  g_autofree char *form = maq_form_text_format (maq_project_get_arrangement (root));

  g_assert_cmpstr (form, ==, expected);
}

#define DEMO "Intro 4, Verse 1 16, Pre-Chorus 1 4, Chorus 1 8, Interlude 4, Verse 2 8, " \
             "Pre-Chorus 2 4, Chorus 2 8, Instrumental 8, Chorus 3 16, Outro 8"

static void
strip_keeps_who_carries (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_strip_back (section ("Verse 1"), 2));

  g_assert_cmpint (count_layers (result, "Verse 1"), ==, 2);
  g_assert_cmpint (get_level (result, "Verse 1", "Vocal"), ==, 7);
  g_assert_cmpint (get_level (result, "Verse 1", "Acoustic guitar"), ==, 7);
  assert_label (maq_move_strip_back (section ("Verse 1"), 2),
                "Verse 1 stripped back to Vocal, Acoustic guitar");
  assert_refused (maq_move_strip_back (section ("Verse 1"), 9), MAQ_MOVE_ERROR_NOT_APPLICABLE,
                  "fewer layers");
}

static void
build_up_lets_one_after_the_other_in (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_build_up (section ("Verse 1"), 9));
  MaqArrangement *arrangement = maq_project_get_arrangement (result);
  gboolean entered[16] = { FALSE };

  g_assert_cmpint (get_part (result, "Verse 1", "Vocal")->entry_bar, ==, 0);
  g_assert_cmpint (get_part (result, "Verse 1", "Acoustic guitar")->entry_bar, ==, 1);
  g_assert_cmpint (get_part (result, "Verse 1", "Drums")->entry_bar, ==, 8);
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqId id = maq_layer_get_id (maq_arrangement_get_layer (arrangement, i));
      MaqPart *part = maq_section_find_part (get_section (result, "Verse 1"), id);

      if (part == NULL)
        continue;
      g_assert_false (entered[maq_part_get_fields (part)->entry_bar]);
      entered[maq_part_get_fields (part)->entry_bar] = TRUE;
    }

  assert_refused (maq_move_build_up (section ("Verse 1"), 17), MAQ_MOVE_ERROR_BAD_VALUE,
                  "build-up");
}

static void
lift_raises_and_brings_one_in (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_lift (section ("Intro"), 2));

  g_assert_cmpint (get_level (result, "Intro", "Drums"), ==, 7);
  g_assert_cmpint (get_level (result, "Intro", "Acoustic guitar"), ==, 9);
  g_assert_cmpint (get_level (result, "Intro", "Strings"), ==, 6);
  g_assert_cmpint (get_level (result, "Intro", "Vocal"), ==, 0);
  assert_label (maq_move_lift (section ("Intro"), 2), "Lift Intro by 2, Strings in");
}

static void
last_chorus_is_the_biggest (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_bigger_last_chorus (1));

  g_assert_cmpint (get_level (result, "Chorus 3", "Drums"), ==, 10);
  g_assert_cmpint (get_level (result, "Chorus 3", "Keys"), ==, 8);
  g_assert_cmpint (get_level (result, "Chorus 3", "Harmonics"), ==, 5);
  g_assert_true (get_section (result, "Chorus 1") == get_section (song, "Chorus 1"));
  assert_label (maq_move_bigger_last_chorus (1), "Chorus 3 bigger by 1, everybody in");
}

static void
thinning_leaves_the_loudest_of_a_register (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_thin_out (section ("Verse 1"), 1));
  g_autoptr(MaqProject) again = NULL;

  g_assert_cmpint (get_level (result, "Verse 1", "Acoustic guitar"), ==, 7);
  g_assert_cmpint (get_level (result, "Verse 1", "Electric guitar"), ==, 0);
  g_assert_cmpint (get_level (result, "Verse 1", "Keys"), ==, 0);
  g_assert_cmpint (get_level (result, "Verse 1", "Pad"), ==, 6);
  g_assert_cmpint (get_level (result, "Verse 1", "Strings"), ==, 0);
  g_assert_cmpint (get_level (result, "Verse 1", "Bass"), ==, 7);
  assert_label (maq_move_thin_out (section ("Chorus 1"), 2),
                "Thin out Chorus 1: Electric guitar out");

  again = apply_to (result, maq_move_thin_out (section ("Chorus 1"), 1));
  g_assert_cmpint (count_layers (again, "Chorus 1"), ==, 5);
  assert_refused (maq_move_thin_out (section ("Verse 1"), 3), MAQ_MOVE_ERROR_NOT_APPLICABLE,
                  "nothing to thin out");
}

static void
breakdown_comes_before (void)
{
  g_autoptr(MaqMove) move = maq_move_breakdown (section ("Chorus 3"), 4);
  g_autoptr(MaqProject) result = maq_move_apply (move, song, NULL);

  assert_form (result, "Intro 4, Verse 1 16, Pre-Chorus 1 4, Chorus 1 8, Interlude 4, Verse 2 8, "
                       "Pre-Chorus 2 4, Chorus 2 8, Instrumental 8, Breakdown 4, Chorus 3 16, "
                       "Outro 8");
  g_assert_cmpint (count_layers (result, "Breakdown"), ==, 2);
  g_assert_cmpint (get_level (result, "Breakdown", "Vocal"), ==, 2);
  g_assert_cmpint (maq_section_get_kind (get_section (result, "Breakdown")), ==,
                   MAQ_SECTION_BREAKDOWN);
  g_assert_true (maq_move_find_target (move, song, result).section ==
                 maq_section_get_id (get_section (result, "Breakdown")));
}

static void
drop_takes_the_ground_away (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_drop (section ("Chorus 1"), 2));

  g_assert_cmpint (get_part (result, "Pre-Chorus 1", "Drums")->exit_bar, ==, 2);
  g_assert_cmpint (get_part (result, "Pre-Chorus 1", "Bass")->exit_bar, ==, 2);
  g_assert_cmpint (get_part (result, "Pre-Chorus 1", "Keys")->exit_bar, ==, 0);
  g_assert_cmpint (maq_section_get_fields (get_section (result, "Pre-Chorus 1"))->transition, ==,
                   MAQ_TRANSITION_STOP);
  g_assert_cmpint (get_level (result, "Chorus 1", "Drums"), ==, 9);
  g_assert_cmpint (count_layers (result, "Chorus 1"), ==, 10);
  assert_refused (maq_move_drop (section ("Intro"), 1), MAQ_MOVE_ERROR_NOT_APPLICABLE,
                  "later section");
}

static void
stop_holds_its_breath_before (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_stop_before (section ("Chorus 1"), 2));

  g_assert_cmpint (maq_section_get_fields (get_section (result, "Pre-Chorus 1"))->transition, ==,
                   MAQ_TRANSITION_STOP);
  g_assert_cmpint (maq_section_get_fields (get_section (result, "Pre-Chorus 1"))->transition_beats,
                   ==, 2);
  g_assert_true (get_section (result, "Chorus 1") == get_section (song, "Chorus 1"));
}

static void
swap_twice_is_nothing (void)
{
  g_autoptr(MaqProject) once = apply (maq_move_swap_layers (section ("Chorus 3"), layer ("Drums"),
                                                            layer ("Harmonics")));
  g_autoptr(MaqProject) twice = NULL;

  g_assert_cmpint (get_level (once, "Chorus 3", "Drums"), ==, 0);
  g_assert_cmpint (get_level (once, "Chorus 3", "Harmonics"), ==, 9);
  twice = apply_to (once, maq_move_swap_layers (section ("Chorus 3"), layer ("Drums"),
                                                layer ("Harmonics")));
  g_assert_cmpint (get_level (twice, "Chorus 3", "Drums"), ==, 9);
  g_assert_cmpint (get_level (twice, "Chorus 3", "Harmonics"), ==, 0);
}

static void
form_as_it_is_changes_nothing (void)
{
  assert_form (song, DEMO);
  assert_same (maq_move_form (DEMO));
  assert_same (maq_move_form ("i, v, pc, c, interlude, v, pc, c, Instrumental, c, o"));
}

/* Names that stand twice, or that a text can't hold, still lead to their sections. */
static void
form_keeps_odd_names (void)
{
  g_autoptr(MaqProject) named = NULL;
  g_autoptr(MaqProject) result = NULL;
  g_autoptr(MaqMove) form = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  MaqMove *renames[] = {
    maq_move_rename_section (section ("Chorus 1"), "Hook"),
    maq_move_rename_section (section ("Chorus 2"), "Hook"),
    maq_move_rename_section (section ("Interlude"), "Say \"no\""),
    maq_move_rename_section (section ("Pre-Chorus 1"), "Lift-up"),
    maq_move_rename_section (section ("Pre-Chorus 2"), "Lift up"),
  };

  named = apply (maq_move_sequence (renames, G_N_ELEMENTS (renames), NULL));
  for (guint i = 0; i < G_N_ELEMENTS (renames); i++)
    maq_move_unref (renames[i]);
  text = maq_form_text_format (maq_project_get_arrangement (named));
  form = maq_move_form (text);
  result = maq_move_apply (form, named, &error);
  g_assert_no_error (error);
  g_assert_true (result == named);
}

static void
form_moves_and_lengthens (void)
{
  g_autoptr(MaqProject) result = NULL;

  result = apply (maq_move_form ("Intro 8, C, V 16, V2, C 12, Breakdown 8, C x2, Outro"));
  assert_form (result, "Intro 8, Chorus 1 8, Verse 1 16, Verse 2 8, Chorus 2 12, Breakdown 8, "
                       "Chorus 3 16, Chorus 4 8, Outro 8");
  g_assert_true (maq_section_get_id (get_section (result, "Chorus 2")) == section ("Chorus 2"));
  g_assert_true (maq_section_get_fields (get_section (result, "Chorus 4"))->follows ==
                 section ("Chorus 1"));
  g_assert_cmpint (count_layers (result, "Breakdown"), >, 0);
}

/* Commas may be left out where each word is a section. */
static void
form_without_commas (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_form ("intro verse pre chorus chorus bridge"));
  g_autoptr(MaqProject) named = apply (maq_move_form ("Big verse, Drop chorus, Intro"));

  assert_form (result, "Intro 4, Verse 1 16, Pre-Chorus 1 4, Chorus 1 8, Bridge 8");
  g_assert_cmpuint (maq_arrangement_get_n_sections (maq_project_get_arrangement (named)), ==, 3);
}

static void
form_of_a_deleted_model_still_sounds (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_form ("Chorus 3, Chorus 2, V 4"));

  assert_form (result, "Chorus 3 16, Chorus 2 8, Verse 1 4");
  g_assert_cmpint (get_level (result, "Chorus 2", "Bass"), ==, 7);
  g_assert_cmpint (get_level (result, "Chorus 2", "Strings"), ==, 8);
}

static void
form_refuses_in_words (void)
{
  assert_refused (maq_move_form (""), MAQ_MOVE_ERROR_BAD_VALUE, "at least one section");
  assert_refused (maq_move_form ("V 16, 12"), MAQ_MOVE_ERROR_BAD_VALUE, "“12”");
  assert_refused (maq_move_form ("V 0"), MAQ_MOVE_ERROR_BAD_VALUE, "“V 0”");
  assert_refused (maq_move_form ("V 99999"), MAQ_MOVE_ERROR_BAD_VALUE, "“V 99999”");
  assert_refused (maq_move_form ("C x0"), MAQ_MOVE_ERROR_BAD_VALUE, "“C x0”");
  assert_refused (maq_move_form ("C x100, V x100, C x100, V x100, C x100, B x100"),
                  MAQ_MOVE_ERROR_BAD_VALUE, "500");
}

static void
assert_doubt (const char *text,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) items = maq_form_text_parse (text, NULL, &error);
  g_autofree char *doubt = NULL;

  g_assert_no_error (error);
  doubt = maq_form_text_dup_doubt (text, items);
  if (expected == NULL)
    g_assert_null (doubt);
  else
    g_assert_nonnull (strstr (doubt, expected));
}

static void
assert_kinds (const char           *text,
              const MaqSectionKind *kinds,
              guint                 n_kinds)
{
  g_autoptr(GArray) items = maq_form_text_parse (text, NULL, NULL);

  g_assert_cmpuint (items->len, ==, n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    g_assert_cmpint (g_array_index (items, MaqFormItem, i).kind, ==, kinds[i]);
  assert_doubt (text, NULL);
}

/* All that is not known is named, what comes twice once, and what is too much is counted. */
static void
form_names_all_unknown (void)
{
  assert_doubt ("Wibble 4 x2, V 8, Wobble 4", "“Wibble” (");
  assert_doubt ("Wibble 4 x2, V 8, Wobble 4", "“Wobble” (");
  assert_doubt ("Aba 4, Ebe 4, Ibi 4, Obo 4, Ubu 4, Yby 4", "“Obo”");
  assert_doubt ("Aba 4, Ebe 4, Ibi 4, Obo 4, Ubu 4, Yby 4", "\n2 more words");
  assert_doubt ("Aba 4 x3, Ebe 4, Ibi 4, Obo 4, Ubu 4", "\n1 more word");
}

/* What musicians write, in English and in German. */
static void
form_knows_words (void)
{
  const MaqSectionKind english[] = {
    MAQ_SECTION_INTERLUDE, MAQ_SECTION_INTERLUDE, MAQ_SECTION_INTERLUDE, MAQ_SECTION_CHORUS,
    MAQ_SECTION_BRIDGE, MAQ_SECTION_CHORUS, MAQ_SECTION_INTERLUDE, MAQ_SECTION_OUTRO,
  };
  const MaqSectionKind german[] = {
    MAQ_SECTION_INTRO, MAQ_SECTION_VERSE, MAQ_SECTION_PRE_CHORUS, MAQ_SECTION_CHORUS,
    MAQ_SECTION_INTERLUDE, MAQ_SECTION_BRIDGE, MAQ_SECTION_OUTRO, MAQ_SECTION_VERSE,
  };

  assert_kinds ("Instr 8, Inst, Vamp 2, Hook 8, Middle 8, Head, Turnaround 2, Coda", english,
                G_N_ELEMENTS (english));
  assert_kinds ("Einleitung 4, Strophe 16, Vorrefrain, REFRAIN 8, Zw 4, brücke, Schluß, Str 8",
                german, G_N_ELEMENTS (german));
}

/* A word that nobody knows is named with its place, and so is what may be meant. */
static void
form_names_doubts (void)
{
  assert_doubt ("Intro 4, Verze 16", "“Verze” (column 10) is not known");
  assert_doubt ("Intro 4, Verze 16", "“Verse”");
  assert_doubt ("Intro 4\n  Brükce 8", "(line 2, column 3)");
  assert_doubt ("Zwisch 4", "“Zwischenspiel”");
  assert_doubt ("Intro 4, Qqqq", "Quotation marks");
  assert_doubt ("Intro 4, \"Qqqq\" 8", NULL);
  assert_refused (maq_move_form ("V 16, 12"), MAQ_MOVE_ERROR_BAD_VALUE, "(column 7)");
}

/* A new kind takes after the one most like it, and plays more or less. */
static void
form_makes_new_kinds (void)
{
  g_autoptr(MaqProject) verse = apply (maq_move_form ("Verse 1 8"));
  g_autoptr(MaqMove) move = maq_move_form ("Intro 4, Verse 1 8, C 8");
  g_autoptr(MaqProject) result = maq_move_apply (move, verse, NULL);

  g_assert_cmpint (get_level (result, "Verse 1", "Vocal"), ==, 7);
  g_assert_cmpint (get_level (result, "Chorus 1", "Vocal"), ==, 9);
  g_assert_cmpint (get_level (result, "Intro", "Vocal"), ==, 5);
  g_assert_cmpint (count_layers (result, "Intro"), <=, count_layers (result, "Verse 1"));
}

/* chords of a section as they sound, bar by bar */
static char *
dup_bars (MaqProject *root,
          const char *name)
{
  g_autoptr(MaqForm) form = maq_form_new (maq_project_get_current (root),
                                          maq_project_get_arrangement (root));
  guint index = (guint) section_at (root, name), n_spans = 0;
  g_autofree MaqChordSpan *spans = maq_form_dup_chords (form, index, &n_spans);
  g_autoptr(GString) text = g_string_new (NULL);

  for (int bar = 0; bar < maq_form_get_section (form, index)->bars; bar++)
    {
      MaqTick start = maq_form_get_bar_start (form, index, bar);

      for (guint i = 0; i < n_spans; i++)
        if (spans[i].start_ticks <= start && start < spans[i].start_ticks + spans[i].length_ticks)
          g_string_append_printf (text, "%s%s", bar > 0 ? " " : "",
                                  maq_chord_get_text (spans[i].chord));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* a song in which Verse 1 has eight different bars, lyrics, a remark and a late layer */
static MaqProject *
make_marked (void)
{
  g_autoptr(MaqProject) a = apply (maq_move_section_chords (section ("Verse 1"),
                                                            "| C | D | E | F | G | A | B | Am |"));
  g_autoptr(MaqProject) b = apply_to (a, maq_move_resize_section (section ("Verse 1"), 8));
  g_autoptr(MaqProject) c = apply_to (b, maq_move_add_remark (MAQ_REMARK_NOTE, section ("Verse 1"),
                                                              MAQ_ID_NONE, 5, NULL, "Here"));

  return apply_to (c, maq_move_part_entry (section ("Verse 1"), layer ("Strings"), 4, 7));
}

static const MaqRemarkFields *
find_remark (MaqProject *root)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);

  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    if (g_str_equal (maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i))->text,
                     "Here"))
      return maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i));

  g_assert_not_reached ();
}

/* What a remark says can be changed: its kind, its words, whose it is; an empty one is refused. */
static void
a_remark_says_something_else (void)
{
  g_autoptr(MaqProject) root = make_marked ();
  MaqId id = find_remark (root)->id;
  g_autoptr(MaqProject) asked = apply_to (root, maq_move_remark_kind (id, MAQ_REMARK_QUESTION));
  g_autoptr(MaqProject) signed_by = apply_to (asked, maq_move_remark_author (id, "Ines"));
  g_autoptr(MaqProject) same = apply_to (signed_by, maq_move_remark_author (id, "Ines"));
  g_autoptr(MaqProject) unsigned_again = apply_to (signed_by, maq_move_remark_author (id, ""));
  g_autoptr(MaqMove) empty = maq_move_remark_text (id, "");
  g_autoptr(MaqMove) reword = maq_move_remark_text (id, "Here?");
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) reworded = maq_move_apply (reword, signed_by, &error);
  g_autofree char *label = maq_move_dup_label (reword, root);

  g_assert_no_error (error);
  g_assert_cmpint (find_remark (signed_by)->kind, ==, MAQ_REMARK_QUESTION);
  g_assert_cmpstr (find_remark (signed_by)->author, ==, "Ines");
  g_assert_cmpint (find_remark (signed_by)->bar, ==, 5);
  g_assert_true (same == signed_by);
  g_assert_null (find_remark (unsigned_again)->author);
  g_assert_cmpstr (label, ==, "Reword the remark");
  g_assert_true (reworded != signed_by);
  g_assert_null (maq_move_apply (empty, root, &error));
  g_assert_error (error, MAQ_MOVE_ERROR, MAQ_MOVE_ERROR_BAD_VALUE);
}

static void
assert_bars (MaqProject *root,
             const char *name,
             const char *expected)
{
  g_autofree char *bars = dup_bars (root, name);

  g_assert_cmpstr (bars, ==, expected);
}

static void
inserted_bars_move_what_comes_after (void)
{
  g_autoptr(MaqProject) before = make_marked ();
  g_autoptr(MaqProject) after = apply_to (before, maq_move_insert_bars (section ("Verse 1"), 2, 3));

  assert_bars (after, "Verse 1", "C D D D D E F G A B Am");
  g_assert_cmpint (find_remark (after)->bar, ==, 8);
  g_assert_cmpint (get_part (after, "Verse 1", "Strings")->entry_bar, ==, 7);
  g_assert_cmpint (get_part (after, "Verse 1", "Strings")->exit_bar, ==, 10);
  g_assert_cmpint (get_part (after, "Verse 1", "Drums")->exit_bar, ==, 0);
}

static void
deleting_inserted_bars_gives_what_was (void)
{
  g_autoptr(MaqProject) before = make_marked ();
  g_autoptr(MaqProject) longer = apply_to (before, maq_move_insert_bars (section ("Verse 1"), 3,
                                                                         2));
  g_autoptr(MaqProject) after = apply_to (longer, maq_move_delete_bars (section ("Verse 1"), 3,
                                                                        2));

  g_assert_true (maq_project_equal (after, before));
}

static void
deleted_bars_take_along_what_hangs_on_them (void)
{
  g_autoptr(MaqProject) before = make_marked ();
  g_autoptr(MaqProject) after = apply_to (before, maq_move_delete_bars (section ("Verse 1"), 1, 4));
  g_autoptr(MaqProject) none = apply_to (before, maq_move_delete_bars (section ("Verse 1"), 0, 8));

  assert_bars (after, "Verse 1", "C A B Am");
  g_assert_cmpint (find_remark (after)->bar, ==, 1);
  g_assert_cmpint (get_part (after, "Verse 1", "Strings")->entry_bar, ==, 1);
  g_assert_cmpint (get_part (after, "Verse 1", "Strings")->exit_bar, ==, 3);
  g_assert_cmpint (section_at (none, "Verse 1"), ==, -1);
}

static void
split_halves_join_to_what_was (void)
{
  g_autoptr(MaqProject) marked = make_marked ();
  g_autoptr(MaqProject) before = apply_to (marked, maq_move_section_follows (section ("Verse 2"),
                                                                             MAQ_ID_NONE));
  g_autoptr(MaqMove) split = maq_move_split_section (section ("Verse 1"), 5);
  g_autoptr(MaqProject) halves = maq_move_apply (split, before, NULL);
  g_autoptr(MaqProject) joined = NULL;
  MaqId second = maq_move_find_target (split, before, halves).section;

  assert_bars (halves, "Verse 1", "C D E F G");
  assert_bars (halves, "Verse 3", "A B Am");
  g_assert_true (find_remark (halves)->section == second);
  g_assert_cmpint (find_remark (halves)->bar, ==, 0);
  g_assert_cmpint (get_part (halves, "Verse 1", "Strings")->entry_bar, ==, 4);
  g_assert_cmpint (get_part (halves, "Verse 1", "Strings")->exit_bar, ==, 0);
  g_assert_cmpint (get_part (halves, "Verse 3", "Strings")->exit_bar, ==, 2);

  joined = apply_to (halves, maq_move_join_sections (section ("Verse 1")));
  g_assert_true (maq_project_equal (joined, before));
}

static void
splitting_what_is_followed_changes_no_follower (void)
{
  g_autoptr(MaqProject) after = apply (maq_move_split_section (section ("Chorus 1"), 4));
  g_autofree char *was = dup_bars (song, "Chorus 2");

  assert_bars (after, "Chorus 2", was);
  g_assert_cmpint (get_level (after, "Chorus 2", "Bass"), ==, 7);
  g_assert_true (maq_section_get_fields (get_section (after, "Chorus 2"))->follows == MAQ_ID_NONE);
}

static void
a_longer_follower_still_follows (void)
{
  g_autoptr(MaqProject) after = apply (maq_move_insert_bars (section ("Chorus 2"), 8, 2));
  const MaqSectionFields *fields = maq_section_get_fields (get_section (after, "Chorus 2"));

  g_assert_true (fields->follows == section ("Chorus 1"));
  g_assert_cmpint (fields->bars, ==, 10);
  /* it states what it stated: its strings */
  g_assert_cmpuint (maq_section_get_n_parts (get_section (after, "Chorus 2")), ==, 1);
}

/* Chorus 2, which has no length of its own, with a lyric, a remark and a late layer of its own */
static MaqProject *
make_marked_follower (void)
{
  g_autoptr(MaqProject) a = apply (maq_move_section_lyrics (section ("Chorus 2"), "One\nTwo"));
  g_autoptr(MaqProject) b = apply_to (a, maq_move_add_remark (MAQ_REMARK_NOTE,
                                                              section ("Chorus 2"), MAQ_ID_NONE, 5,
                                                              NULL, "Here"));

  return apply_to (b, maq_move_part_entry (section ("Chorus 2"), layer ("Strings"), 4, 7));
}

static void
assert_lyric (MaqProject *root,
              const char *name,
              guint       index,
              int         bar,
              const char *text)
{
  MaqVec *lyrics = maq_section_get_fields (get_section (root, name))->lyrics;

  g_assert_nonnull (lyrics);
  g_assert_cmpint (maq_lyric_get_bar (maq_vec_get (lyrics, index)), ==, bar);
  g_assert_cmpstr (maq_lyric_get_text (maq_vec_get (lyrics, index)), ==, text);
}

static void
a_follower_gets_the_bars_of_the_followed (void)
{
  g_autoptr(MaqProject) before = make_marked_follower ();
  g_autoptr(MaqProject) after = apply_to (before, maq_move_insert_bars (section ("Chorus 1"), 2,
                                                                        3));
  g_autoptr(MaqProject) again = apply_to (after, maq_move_delete_bars (section ("Chorus 1"), 2,
                                                                       3));
  const MaqSectionFields *fields = maq_section_get_fields (get_section (after, "Chorus 2"));

  g_assert_cmpint (fields->bars, ==, 0);
  g_assert_null (fields->chords);
  assert_lyric (after, "Chorus 2", 0, 0, "One");
  assert_lyric (after, "Chorus 2", 1, 7, "Two");
  g_assert_cmpint (find_remark (after)->bar, ==, 8);
  g_assert_cmpint (get_part (after, "Chorus 2", "Strings")->entry_bar, ==, 7);
  g_assert_cmpint (get_part (after, "Chorus 2", "Strings")->exit_bar, ==, 10);
  /* one with a length of its own keeps it */
  g_assert_cmpint (maq_section_get_fields (get_section (after, "Chorus 3"))->bars, ==, 16);
  g_assert_true (maq_project_equal (again, before));
}

static void
a_follower_loses_the_bars_of_the_followed (void)
{
  g_autoptr(MaqProject) before = make_marked_follower ();
  g_autoptr(MaqProject) after = apply_to (before, maq_move_delete_bars (section ("Chorus 1"), 3,
                                                                        3));

  assert_lyric (after, "Chorus 2", 0, 0, "One");
  g_assert_cmpuint (maq_vec_get_length (maq_section_get_fields (get_section (
                                          after, "Chorus 2"))->lyrics), ==, 1);
  g_assert_cmpint (find_remark (after)->bar, ==, 3);
  g_assert_cmpint (get_part (after, "Chorus 2", "Strings")->entry_bar, ==, 3);
  g_assert_cmpint (get_part (after, "Chorus 2", "Strings")->exit_bar, ==, 4);
}

/* Words that are gone do not come from Chorus 1. */
static void
a_follower_without_words_keeps_silent (void)
{
  g_autoptr(MaqProject) worded = apply (maq_move_section_lyrics (section ("Chorus 1"), "La"));
  g_autoptr(MaqProject) before = apply_to (worded, maq_move_section_lyrics (section ("Chorus 2"),
                                                                            "Only"));
  g_autoptr(MaqProject) after = apply_to (before, maq_move_delete_bars (section ("Chorus 2"), 0,
                                                                        1));

  g_assert_cmpuint (maq_vec_get_length (maq_section_get_fields (get_resolved (
                                          after, "Chorus 2"))->lyrics), ==, 0);
}

/* in 3/4, and what comes after it in 4/4: as one section these are odd bars */
static void
joined_bars_keep_their_beats (void)
{
  g_autoptr(MaqProject) a = apply (maq_move_section_follows (section ("Verse 2"), MAQ_ID_NONE));
  g_autoptr(MaqProject) b = apply_to (a, maq_move_section_chords (section ("Verse 1"), "| C D |"));
  g_autoptr(MaqProject) c = apply_to (b, maq_move_section_meter (section ("Intro"),
                                                                 (MaqMeter) { 3, 4 }));
  g_autoptr(MaqProject) joined = apply_to (c, maq_move_join_sections (section ("Intro")));
  g_autoptr(MaqProject) longer = apply_to (joined, maq_move_insert_bars (section ("Intro"), 0, 1));
  MaqVec *chords = maq_section_get_fields (get_section (longer, "Intro"))->chords;
  MaqChordChange *last = maq_vec_get (chords, maq_vec_get_length (chords) - 1);

  g_assert_cmpstr (maq_chord_get_text (maq_chord_change_get_chord (last)), ==, "D");
  g_assert_cmpint (maq_chord_change_get_offset_ticks (last), ==, 2 * MAQ_TICKS_PER_QUARTER);
}

static void
assert_lengths (MaqProject *root,
                const char *expected)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      const MaqSectionFields *fields =
        maq_section_get_fields (maq_arrangement_get_resolved (arrangement, i));

      g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "", fields->name, fields->bars);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
trimming_takes_from_the_next (void)
{
  g_autoptr(MaqProject) marked = make_marked ();
  g_autoptr(MaqProject) before = apply_to (marked, maq_move_form ("Intro, Verse 1, Outro"));
  g_autoptr(MaqProject) longer = apply_to (before, maq_move_trim_section (section ("Intro"), 6));
  g_autoptr(MaqProject) shorter = apply_to (before, maq_move_trim_section (section ("Intro"), 1));

  assert_lengths (before, "Intro 4, Verse 1 8, Outro 8");
  assert_lengths (longer, "Intro 6, Verse 1 6, Outro 8");
  assert_bars (longer, "Verse 1", "E F G A B Am");
  g_assert_cmpint (find_remark (longer)->bar, ==, 3);
  assert_lengths (shorter, "Intro 1, Verse 1 11, Outro 8");
  assert_bars (shorter, "Verse 1", "C C C C D E F G A B Am");
  g_assert_cmpint (find_remark (shorter)->bar, ==, 8);
  assert_refused (maq_move_trim_section (section ("Outro"), 4), MAQ_MOVE_ERROR_NOT_APPLICABLE,
                  "earlier section");
  assert_refused (maq_move_trim_section (section ("Intro"), 20), MAQ_MOVE_ERROR_BAD_VALUE, "19");
}

/* "Verse 2" is as long as "Verse 1" is, for it only repeats it. */
static void
trimming_takes_from_a_follower (void)
{
  g_autoptr(MaqProject) marked = make_marked ();
  g_autoptr(MaqProject) alone = apply_to (marked, maq_move_form ("Intro, Verse 1, Outro"));
  g_autoptr(MaqProject) before = apply_to (alone, maq_move_repeat_section (section ("Verse 1")));
  g_autoptr(MaqProject) longer = apply_to (before, maq_move_trim_section (section ("Verse 1"), 12));
  g_autoptr(MaqProject) shorter = apply_to (before, maq_move_trim_section (section ("Verse 1"), 6));
  g_autoptr(MaqMove) move = maq_move_trim_section (section ("Verse 1"), 6);
  g_autofree char *label = maq_move_dup_label (move, before);

  assert_lengths (before, "Intro 4, Verse 1 8, Verse 2 8, Outro 8");
  assert_lengths (longer, "Intro 4, Verse 1 12, Verse 2 4, Outro 8");
  assert_bars (longer, "Verse 2", "G A B Am");
  assert_lengths (shorter, "Intro 4, Verse 1 6, Verse 2 10, Outro 8");
  assert_bars (shorter, "Verse 2", "C C C D E F G A B Am");
  g_assert_cmpstr (label, ==, "Trim: Verse 1 6 bars, Verse 2 10");
}

/* one that has a length of its own, and then comes to be as long as the one it follows was */
static void
trimming_swaps_lengths (void)
{
  g_autoptr(MaqProject) marked = make_marked ();
  g_autoptr(MaqProject) alone = apply_to (marked, maq_move_form ("Intro, Verse 1, Outro"));
  g_autoptr(MaqProject) both = apply_to (alone, maq_move_repeat_section (section ("Verse 1")));
  g_autoptr(MaqProject) before = apply_to (both, maq_move_trim_section (section ("Verse 1"), 6));
  g_autoptr(MaqProject) after = apply_to (before, maq_move_trim_section (section ("Verse 1"), 10));
  g_autoptr(MaqProject) equal = apply_to (before, maq_move_trim_section (section ("Verse 1"), 8));

  assert_lengths (before, "Intro 4, Verse 1 6, Verse 2 10, Outro 8");
  assert_lengths (after, "Intro 4, Verse 1 10, Verse 2 6, Outro 8");
  assert_lengths (equal, "Intro 4, Verse 1 8, Verse 2 8, Outro 8");
}

/* Verse 2 follows the one that is trimmed, or the one after it, and stands elsewhere */
static void
trimming_leaves_followers_elsewhere (void)
{
  g_autoptr(MaqProject) marked = make_marked ();
  g_autoptr(MaqProject) alone = apply_to (marked, maq_move_form ("Intro, Verse 1, Outro"));
  g_autoptr(MaqProject) both = apply_to (alone, maq_move_repeat_section (section ("Verse 1")));
  g_autoptr(MaqProject) before = apply_to (both, maq_move_move_section (section ("Outro"),
                                                                             2));
  g_autoptr(MaqProject) shorter = apply_to (before, maq_move_trim_section (section ("Verse 1"), 6));
  g_autoptr(MaqProject) later = apply_to (before, maq_move_trim_section (section ("Intro"), 6));
  g_autoptr(MaqProject) earlier = apply_to (before, maq_move_trim_section (section ("Intro"), 2));

  assert_lengths (before, "Intro 4, Verse 1 8, Outro 8, Verse 2 8");
  assert_lengths (shorter, "Intro 4, Verse 1 6, Outro 10, Verse 2 8");
  assert_bars (shorter, "Verse 2", "C D E F G A B Am");
  assert_lengths (later, "Intro 6, Verse 1 6, Outro 8, Verse 2 8");
  assert_bars (later, "Verse 1", "E F G A B Am");
  assert_bars (later, "Verse 2", "C D E F G A B Am");
  assert_lengths (earlier, "Intro 2, Verse 1 10, Outro 8, Verse 2 8");
  assert_bars (earlier, "Verse 2", "C D E F G A B Am");
}

/* Intro has 4 bars of 4/4 */
static void
beats_make_an_odd_bar_at_the_end (void)
{
  g_autoptr(MaqProject) odd = apply (maq_move_section_length (section ("Intro"), 6, 2));
  g_autoptr(MaqProject) odder = apply_to (odd, maq_move_section_length (section ("Intro"), 3, 3));
  g_autoptr(MaqProject) even = apply_to (odder, maq_move_section_length (section ("Intro"), 4, 0));
  g_autoptr(MaqForm) form = maq_form_new (maq_project_get_current (odd),
                                          maq_project_get_arrangement (odd));
  const MaqSectionFields *fields = maq_section_get_fields (get_section (odder, "Intro"));

  g_assert_cmpint (maq_form_get_section (form, 0)->length_ticks, ==,
                   (6 * 4 + 2) * MAQ_TICKS_PER_QUARTER);
  g_assert_cmpint (fields->bars, ==, 4);
  g_assert_cmpuint (maq_vec_get_length (fields->odd_bars), ==, 1);
  g_assert_true (maq_project_equal (even, song));
  assert_same (maq_move_section_length (section ("Intro"), 4, 0));
  assert_label (maq_move_section_length (section ("Intro"), 6, 2), "Intro: 6 bars and 2 beats");
}

static void
several_sections_move_and_copy_as_one (void)
{
  const MaqId two[] = { section ("Verse 1"), section ("Pre-Chorus 1") };
  g_autoptr(MaqProject) short_song = apply (maq_move_form ("Intro, V1, PC1, C1, Outro"));
  g_autoptr(MaqProject) later = apply_to (short_song, maq_move_move_sections (two, 2, 2));
  g_autoptr(MaqProject) earlier = apply_to (short_song, maq_move_move_sections (two, 2, 0));
  g_autoptr(MaqProject) back = apply_to (later, maq_move_move_sections (two, 2, 1));
  g_autoptr(MaqProject) copied = apply_to (short_song, maq_move_copy_sections (two, 2, 4));
  g_autoptr(MaqProject) repeated = apply_to (short_song, maq_move_repeat_sections (two, 2, 3));

  assert_lengths (later, "Intro 4, Chorus 1 8, Verse 1 16, Pre-Chorus 1 4, Outro 8");
  assert_lengths (earlier, "Verse 1 16, Pre-Chorus 1 4, Intro 4, Chorus 1 8, Outro 8");
  g_assert_true (maq_project_equal (back, short_song));
  assert_lengths (copied, "Intro 4, Verse 1 16, Pre-Chorus 1 4, Chorus 1 8, Verse 2 16, "
                          "Pre-Chorus 2 4, Outro 8");
  assert_lengths (repeated, "Intro 4, Verse 1 16, Pre-Chorus 1 4, Verse 2 16, Pre-Chorus 2 4, "
                            "Chorus 1 8, Outro 8");
  g_assert_true (maq_section_get_fields (get_section (repeated, "Pre-Chorus 2"))->follows ==
                 two[1]);
}

/* Whichever of five sections go, to wherever: the others keep their order, and they theirs. */
static void
scattered_sections_come_together (void)
{
  g_autoptr(MaqProject) before = apply (maq_move_form ("Intro, V1, PC1, C1, Outro"));
  MaqArrangement *arrangement = maq_project_get_arrangement (before);

  for (guint which = 1; which < 32; which++)
    for (int to = 0; to <= 5; to++)
      {
        g_autoptr(MaqProject) after = NULL;
        MaqId held[5];
        MaqId wanted[5];
        guint n_held = 0;
        guint n = 0;

        for (guint i = 0; i < 5; i++)
          if ((which >> i & 1) != 0)
            held[n_held++] = maq_section_get_id (maq_arrangement_get_section (arrangement, i));
        for (guint i = 0; i < 5; i++)
          if ((which >> i & 1) == 0)
            wanted[n++] = maq_section_get_id (maq_arrangement_get_section (arrangement, i));
        n = MIN ((guint) to, n);
        memmove (&wanted[n + n_held], &wanted[n], (5 - n_held - n) * sizeof *wanted);
        memcpy (&wanted[n], held, n_held * sizeof *held);

        after = apply_to (before, maq_move_move_sections (held, n_held, to));
        for (guint i = 0; i < 5; i++)
          g_assert_true (maq_section_get_id (maq_arrangement_get_section (
                           maq_project_get_arrangement (after), i)) == wanted[i]);
      }
}

static int
feel_bars_of (MaqProject *root,
              const char *name)
{
  const MaqSectionFields *fields = maq_section_get_fields (get_resolved (root, name));

  if (fields->feel <= MAQ_FEEL_PLAIN)
    return 0;
  return fields->feel_bars == 0 ? fields->bars : fields->feel_bars;
}

/* Verse 1 has 16 bars */
static void
a_feel_stays_on_its_bars (void)
{
  g_autoptr(MaqProject) alone = apply (maq_move_section_follows (section ("Verse 2"),
                                                                 MAQ_ID_NONE));
  g_autoptr(MaqProject) half = apply_to (alone, maq_move_section_feel (section ("Verse 1"),
                                                                       MAQ_FEEL_HALF, 6));
  g_autoptr(MaqProject) longer = apply_to (half, maq_move_insert_bars (section ("Verse 1"), 12,
                                                                       2));
  g_autoptr(MaqProject) shorter = apply_to (half, maq_move_delete_bars (section ("Verse 1"), 8,
                                                                        4));
  g_autoptr(MaqProject) halves = apply_to (half, maq_move_split_section (section ("Verse 1"), 8));
  g_autoptr(MaqProject) joined = apply_to (halves, maq_move_join_sections (section ("Verse 1")));
  g_autoptr(MaqProject) first = apply_to (halves, maq_move_section_feel (section ("Verse 1"),
                                                                         MAQ_FEEL_DOUBLE, 0));
  g_autoptr(MaqMove) join = maq_move_join_sections (section ("Verse 1"));
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (feel_bars_of (longer, "Verse 1"), ==, 8);
  g_assert_cmpint (feel_bars_of (shorter, "Verse 1"), ==, 4);
  g_assert_cmpint (feel_bars_of (halves, "Verse 1"), ==, 0);
  g_assert_cmpint (feel_bars_of (halves, "Verse 3"), ==, 6);
  g_assert_cmpint (feel_bars_of (joined, "Verse 1"), ==, 6);
  g_assert_null (maq_move_apply (join, first, &error));
  g_assert_error (error, MAQ_MOVE_ERROR, MAQ_MOVE_ERROR_NOT_APPLICABLE);
}

static void
join_refuses_different_tempi (void)
{
  g_autoptr(MaqProject) faster = apply (maq_move_section_tempo (section ("Interlude"), 140));
  g_autoptr(MaqMove) move = maq_move_join_sections (section ("Chorus 1"));
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) after = maq_move_apply (move, faster, &error);

  g_assert_null (after);
  g_assert_error (error, MAQ_MOVE_ERROR, MAQ_MOVE_ERROR_NOT_APPLICABLE);
  assert_refused (maq_move_join_sections (section ("Outro")), MAQ_MOVE_ERROR_NOT_APPLICABLE,
                  "earlier section");
}

static const LanternsTest tests[] = {
  { "/moves/strip-back/keeps-who-carries", strip_keeps_who_carries },
  { "/moves/build-up/lets-one-after-the-other-in", build_up_lets_one_after_the_other_in },
  { "/moves/lift/raises-and-brings-one-in", lift_raises_and_brings_one_in },
  { "/moves/last-chorus/is-the-biggest", last_chorus_is_the_biggest },
  { "/moves/thin-out/leaves-the-loudest-of-a-register", thinning_leaves_the_loudest_of_a_register },
  { "/moves/breakdown/comes-before", breakdown_comes_before },
  { "/moves/drop/takes-the-ground-away", drop_takes_the_ground_away },
  { "/moves/stop/holds-its-breath-before", stop_holds_its_breath_before },
  { "/moves/swap/twice-is-nothing", swap_twice_is_nothing },
  { "/moves/form/as-it-is-changes-nothing", form_as_it_is_changes_nothing },
  { "/moves/form/keeps-odd-names", form_keeps_odd_names },
  { "/moves/form/moves-and-lengthens", form_moves_and_lengthens },
  { "/moves/form/of-a-deleted-model-still-sounds", form_of_a_deleted_model_still_sounds },
  { "/moves/form/refuses-in-words", form_refuses_in_words },
  { "/moves/form/names-all-unknown", form_names_all_unknown },
  { "/moves/form/knows-words", form_knows_words },
  { "/moves/form/names-doubts", form_names_doubts },
  { "/moves/form/makes-new-kinds", form_makes_new_kinds },
  { "/moves/form-without-commas", form_without_commas },
  { "/moves/bars/inserted-move-what-comes-after", inserted_bars_move_what_comes_after },
  { "/moves/bars/deleting-inserted-gives-what-was", deleting_inserted_bars_gives_what_was },
  { "/moves/bars/deleted-take-along-what-hangs-on-them",
    deleted_bars_take_along_what_hangs_on_them },
  { "/moves/split/halves-join-to-what-was", split_halves_join_to_what_was },
  { "/moves/split/changes-no-follower", splitting_what_is_followed_changes_no_follower },
  { "/moves/bars/a-longer-follower-still-follows", a_longer_follower_still_follows },
  { "/moves/bars/a-follower-gets-those-of-the-followed", a_follower_gets_the_bars_of_the_followed },
  { "/moves/bars/a-follower-loses-those-of-the-followed",
    a_follower_loses_the_bars_of_the_followed },
  { "/moves/bars/a-follower-without-words-keeps-silent", a_follower_without_words_keeps_silent },
  { "/moves/join/bars-keep-their-beats", joined_bars_keep_their_beats },
  { "/moves/remark/says-something-else", a_remark_says_something_else },
  { "/moves/length/trimming-takes-from-the-next", trimming_takes_from_the_next },
  { "/moves/length/trimming-takes-from-a-follower", trimming_takes_from_a_follower },
  { "/moves/length/trimming-swaps-lengths", trimming_swaps_lengths },
  { "/moves/length/trimming-leaves-followers-elsewhere", trimming_leaves_followers_elsewhere },
  { "/moves/length/beats-make-an-odd-bar-at-the-end", beats_make_an_odd_bar_at_the_end },
  { "/moves/several/move-and-copy-as-one", several_sections_move_and_copy_as_one },
  { "/moves/several/scattered-come-together", scattered_sections_come_together },
  { "/moves/bars/a-feel-stays-on-its-bars", a_feel_stays_on_its_bars },
  { "/moves/join/refuses-different-tempi", join_refuses_different_tempi },
};

int
main (int    argc,
      char **argv)
{
  return lanterns_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
