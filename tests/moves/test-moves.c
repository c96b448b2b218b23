/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What moves do, on "As demoed" of the example song, where Chorus 2 and 3
 * follow Chorus 1 and Verse 2 follows Verse 1. */

#include "maq-move.h"

#include <math.h>
#include <string.h>

#include "maq-chord-change.h"
#include "maq-chord-text.h"
#include "maq-check.h"
#include "maq-diff.h"
#include "maq-form.h"
#include "maq-lanterns.h"
#include "maq-limits.h"
#include "maq-lyric.h"

static void
level_overrides_in_a_follower (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_part_level (section ("Chorus 2"), layer ("Bass"),
                                                             3));
  g_autoptr(MaqProject) back = NULL;

  g_assert_cmpint (get_level (result, "Chorus 2", "Bass"), ==, 3);
  g_assert_true (get_section (result, "Chorus 1") == get_section (song, "Chorus 1"));
  g_assert_cmpint (get_level (result, "Chorus 3", "Bass"), ==, 8);
  g_assert_nonnull (maq_section_find_part (get_section (result, "Chorus 2"), layer ("Bass")));

  back = apply_to (result, maq_move_part_reset (section ("Chorus 2"), layer ("Bass")));
  g_assert_true (maq_project_equal (back, song));
}

static void
level_keeps_the_rest (void)
{
  g_autoptr(MaqProject) stated = apply (maq_move_part_motif (section ("Intro"), layer ("Keys"),
                                                             "Bells"));
  g_autoptr(MaqProject) out = apply_to (stated, maq_move_part_level (section ("Intro"),
                                                                     layer ("Keys"), 0));
  MaqPart *part = maq_section_find_part (get_section (out, "Intro"), layer ("Keys"));

  g_assert_cmpint (maq_part_get_level (part), ==, 0);
  g_assert_cmpstr (maq_part_get_fields (part)->motif, ==, "Bells");
}

static void
same_in_same_out (void)
{
  assert_same (maq_move_part_level (section ("Verse 1"), layer ("Bass"), 7));
  assert_same (maq_move_part_level (section ("Chorus 2"), layer ("Bass"), 7));
  assert_same (maq_move_part_level (section ("Intro"), layer ("Strings"), 0));
  assert_same (maq_move_resize_section (section ("Verse 1"), 16));
  assert_same (maq_move_resize_section (section ("Chorus 2"), 8));
  assert_same (maq_move_resize_section (section ("Chorus 2"), 0));
  assert_same (maq_move_rename_section (section ("Intro"), " Intro "));
  assert_same (maq_move_move_section (section ("Intro"), -5));
  assert_same (maq_move_section_chords (section ("Chorus 2"),
                                        "G | D | A/C# | Bm7 | G | D/F# | Em7 A | D"));
  assert_same (maq_move_section_follows (section ("Chorus 2"), section ("Chorus 1")));
  assert_same (maq_move_section_space (section ("Verse 1"), MAQ_SPACE_UNSET));
  assert_same (maq_move_section_dynamics (section ("Verse 1"), MAQ_DYNAMICS_UNSET));
  assert_same (maq_move_section_transition_beats (section ("Verse 1"), 0));
  assert_same (maq_move_section_chord_mark (section ("Chorus 2"), 0, 0, MAQ_CHORD_MARK_NONE));
  assert_same (maq_move_layer_tone (layer ("Bass"), 0.0));
  assert_same (maq_move_layer_width (layer ("Bass"), MAQ_WIDTH_AS_IS));
  assert_same (maq_move_layer_looseness (layer ("Bass"), MAQ_UNSTATED));
  assert_same (maq_move_part_style (section ("Verse 1"), layer ("Bass"), ""));
  assert_same (maq_move_song_space (MAQ_SPACE_UNSET));
  assert_same (maq_move_song_swing (0.0));
  assert_same (maq_move_song_lag (MAQ_UNSTATED));
  assert_same (maq_move_song_looseness (MAQ_UNSTATED));
  assert_same (maq_move_project_soundfont (NULL));
  assert_same (maq_move_song_tempo (92));
  assert_same (maq_move_song_transpose (0));
  assert_same (maq_move_sequence (NULL, 0, NULL));
}

static void
toggle_comes_in_as_elsewhere (void)
{
  g_autoptr(MaqProject) out = apply (maq_move_part_toggle (section ("Chorus 3"), layer ("Drums")));
  g_autoptr(MaqProject) in = apply_to (out, maq_move_part_toggle (section ("Chorus 3"),
                                                                  layer ("Drums")));
  g_autoptr(MaqProject) intro = apply (maq_move_part_toggle (section ("Intro"), layer ("Strings")));

  g_assert_cmpint (get_level (out, "Chorus 3", "Drums"), ==, 0);
  g_assert_cmpint (get_level (in, "Chorus 3", "Drums"), ==, 8);
  g_assert_cmpint (get_level (intro, "Intro", "Strings"), ==, 5);
}

static void
resize_overrides_length_only (void)
{
  g_autoptr(MaqProject) longer = apply (maq_move_resize_section (section ("Chorus 2"), 12));
  g_autoptr(MaqProject) back = apply_to (longer, maq_move_resize_section (section ("Chorus 2"), 0));
  const MaqSectionFields *own = maq_section_get_fields (get_section (longer, "Chorus 2"));

  g_assert_cmpint (own->bars, ==, 12);
  g_assert_null (own->chords);
  g_assert_cmphex (own->follows, ==, section ("Chorus 1"));
  g_assert_cmpint (maq_section_get_fields (get_section (longer, "Chorus 1"))->bars, ==, 8);
  g_assert_true (maq_project_equal (back, song));
}

static void
resize_keeps_entries_within (void)
{
  g_autoptr(MaqProject) stated = apply (maq_move_part_entry (section ("Verse 1"), layer ("Pad"),
                                                             8, 12));
  g_autoptr(MaqProject) shorter = apply_to (stated, maq_move_resize_section (section ("Verse 1"),
                                                                             10));
  g_autoptr(MaqProject) shortest = apply_to (stated, maq_move_resize_section (section ("Verse 1"),
                                                                              4));
  const MaqPartFields *part = NULL;

  part = maq_part_get_fields (maq_section_find_part (get_section (shorter, "Verse 1"),
                                                     layer ("Pad")));
  g_assert_cmpint (part->entry_bar, ==, 8);
  g_assert_cmpint (part->exit_bar, ==, 0);
  part = maq_part_get_fields (maq_section_find_part (get_section (shortest, "Verse 1"),
                                                     layer ("Pad")));
  g_assert_cmpint (part->entry_bar, ==, 3);
  g_assert_true (maq_section_get_fields (get_section (shortest, "Verse 1"))->chords ==
                 maq_section_get_fields (get_section (song, "Verse 1"))->chords);
}

static void
new_section_can_be_heard (void)
{
  g_autoptr(MaqMove) move = maq_move_add_section (section ("Chorus 2"), MAQ_SECTION_VERSE, NULL, 8);
  g_autoptr(MaqProject) result = maq_move_apply (move, song, NULL);
  MaqPath target = maq_move_find_target (move, song, result);
  MaqSection *made = get_section (result, "Verse 3");

  g_assert_cmpint (section_at (result, "Verse 3"), ==, section_at (song, "Chorus 2") + 1);
  g_assert_cmphex (target.section, ==, maq_section_get_id (made));
  g_assert_true (maq_section_get_fields (made)->chords ==
                 maq_section_get_fields (get_section (song, "Verse 1"))->chords);
  g_assert_cmpint (get_level (result, "Verse 3", "Bass"), ==, 7);
}

static void
new_section_is_as_long_as_its_kind (void)
{
  g_autoptr(MaqProject) shorter = apply (maq_move_resize_section (section ("Verse 2"), 4));
  g_autoptr(MaqMove) verse = maq_move_add_section (MAQ_ID_NONE, MAQ_SECTION_VERSE, NULL, 0);
  g_autoptr(MaqProject) longer = maq_move_apply (verse, shorter, NULL);
  g_autofree char *label = maq_move_dup_label (verse, shorter);

  g_assert_cmpint (maq_section_get_fields (get_section (longer, "Verse 3"))->bars, ==, 4);
  g_assert_cmpstr (label, ==, "Add Verse 3, 4 bars");
  assert_label (maq_move_add_section (MAQ_ID_NONE, MAQ_SECTION_DROP, NULL, 0), "Add Drop, 8 bars");
}

static void
new_layer_takes_a_free_name (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_add_layer (MAQ_ROLE_BASS, NULL, -1, -1));
  MaqArrangement *arrangement = maq_project_get_arrangement (result);
  guint last = maq_arrangement_get_n_layers (arrangement) - 1;

  g_assert_cmpstr (maq_layer_get_name (maq_arrangement_get_layer (arrangement, last)), ==,
                   "Bass 2");
  assert_label (maq_move_add_layer (MAQ_ROLE_BASS, NULL, -1, -1), "Add Bass 2");
}

static void
copies_go_their_way_or_follow (void)
{
  g_autoptr(MaqProject) copied = apply (maq_move_duplicate_section (section ("Chorus 2")));
  g_autoptr(MaqProject) repeated = apply (maq_move_repeat_section (section ("Verse 2")));
  g_autoptr(MaqProject) taken = apply (maq_move_copy_section (section ("Chorus 2"), 0));
  g_autoptr(MaqProject) last = apply (maq_move_copy_section (section ("Chorus 2"), 99));
  const MaqSectionFields *copy = maq_section_get_fields (get_section (copied, "Chorus 4"));
  const MaqSectionFields *again = maq_section_get_fields (get_section (repeated, "Verse 3"));

  g_assert_cmpint (section_at (copied, "Chorus 4"), ==, section_at (song, "Chorus 2") + 1);
  g_assert_cmphex (copy->follows, ==, MAQ_ID_NONE);
  g_assert_cmpint (copy->bars, ==, 8);
  g_assert_nonnull (copy->chords);
  g_assert_cmphex (again->follows, ==, section ("Verse 1"));
  g_assert_cmpint (again->bars, ==, 8);
  g_assert_cmpint (section_at (taken, "Chorus 4"), ==, 0);
  g_assert_cmpint (section_at (taken, "Chorus 2"), ==, section_at (song, "Chorus 2") + 1);
  g_assert_cmpint (section_at (last, "Chorus 4"), ==,
                   maq_arrangement_get_n_sections (maq_project_get_arrangement (last)) - 1);
}

/* everything but id, name and whom it follows */
static void
assert_sounds_alike (MaqSection *a,
                     MaqSection *b)
{
  MaqSectionFields left = *maq_section_get_fields (a), right = *maq_section_get_fields (b);
  g_autoptr(MaqSection) first = NULL;
  g_autoptr(MaqSection) second = NULL;

  left.id = right.id = 1;
  left.name = right.name = NULL;
  left.follows = right.follows = MAQ_ID_NONE;
  first = maq_section_new (&left);
  second = maq_section_new (&right);
  g_assert_true (maq_section_equal (first, second));
}

static void
followers_outlive_the_followed (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_delete_section (section ("Chorus 1")));
  const MaqSectionFields *heir = maq_section_get_fields (get_section (result, "Chorus 2"));
  const MaqSectionFields *other = maq_section_get_fields (get_section (result, "Chorus 3"));

  g_assert_cmpint (section_at (result, "Chorus 1"), ==, -1);
  g_assert_cmphex (heir->follows, ==, MAQ_ID_NONE);
  g_assert_cmphex (other->follows, ==, heir->id);
  assert_sounds_alike (get_resolved (result, "Chorus 2"), get_resolved (song, "Chorus 2"));
  assert_sounds_alike (get_resolved (result, "Chorus 3"), get_resolved (song, "Chorus 3"));
}

static void
own_way_sounds_as_before (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_section_follows (section ("Chorus 3"),
                                                                  MAQ_ID_NONE));

  g_assert_cmphex (maq_section_get_fields (get_section (result, "Chorus 3"))->follows, ==,
                   MAQ_ID_NONE);
  assert_sounds_alike (get_resolved (result, "Chorus 3"), get_resolved (song, "Chorus 3"));
}

static void
following_takes_over (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_section_follows (section ("Outro"),
                                                                  section ("Intro")));
  const MaqSectionFields *own = maq_section_get_fields (get_section (result, "Outro"));

  g_assert_cmpint (own->bars, ==, 0);
  g_assert_null (own->chords);
  g_assert_null (own->parts);
  g_assert_nonnull (own->lyrics);
  g_assert_cmpstr (own->mood, ==, "Morning, or nearly");

  assert_refused (maq_move_section_follows (section ("Outro"), section ("Chorus 2")),
                  MAQ_MOVE_ERROR_NOT_APPLICABLE, "Chorus 2 itself follows Chorus 1");
  assert_refused (maq_move_section_follows (section ("Chorus 1"), section ("Intro")),
                  MAQ_MOVE_ERROR_NOT_APPLICABLE, "Chorus 2 follows Chorus 1");
  assert_refused (maq_move_section_follows (section ("Intro"), section ("Intro")),
                  MAQ_MOVE_ERROR_NOT_APPLICABLE, "itself");
  assert_refused (maq_move_section_reset (section ("Intro")), MAQ_MOVE_ERROR_NOT_APPLICABLE,
                  "follows no other");
}

static void
points_move_with_their_section (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_move_section (section ("Outro"), 0));
  MaqArrangement *arrangement = maq_project_get_arrangement (result);
  const MaqArcFields *energy = maq_arc_get_fields (
    maq_vec_get (maq_arrangement_get_fields (arrangement)->arcs, 0));

  g_assert_cmpint (section_at (result, "Outro"), ==, 0);
  g_assert_cmphex (maq_arc_point_get_section (maq_vec_get (energy->points, 0)), ==,
                   section ("Outro"));
}

static char *
dup_chords (MaqProject *root,
            const char *name,
            MaqMeter    meter)
{
  const MaqSectionFields *fields = maq_section_get_fields (get_resolved (root, name));

  return maq_chord_text_format (fields->chords, fields->chord_bars, meter, fields->odd_bars);
}

static void
chords_keep_their_share_of_the_bar (void)
{
  const MaqMeter three = { 6, 8 };
  g_autoptr(MaqProject) result = apply (maq_move_song_meter (three));
  g_autofree char *before = dup_chords (song, "Pre-Chorus 1", (MaqMeter) { 4, 4 });
  g_autofree char *after = dup_chords (result, "Pre-Chorus 1", three);

  g_assert_cmpstr (before, ==, "| Em7 | F#m7 | Gmaj7 | Asus4 A |");
  g_assert_cmpstr (after, ==, before);
}

static void
transposing_back_gives_the_same (void)
{
  for (int semitones = -11; semitones <= 11; semitones++)
    {
      g_autoptr(MaqProject) there = apply (maq_move_song_transpose (semitones));
      g_autoptr(MaqProject) back = apply_to (there, maq_move_song_transpose (-semitones));
      g_autofree char *before = dup_chords (song, "Verse 1", (MaqMeter) { 4, 4 });
      g_autofree char *after = dup_chords (back, "Verse 1", (MaqMeter) { 4, 4 });

      g_assert_cmpstr (after, ==, before);
    }
}

/* "Pre-Chorus 1" of four bars after some bars have been typed: "2:F" is its third bar */
static void
assert_typed (const char *const *bars,
              const char        *expected)
{
  g_autoptr(MaqProject) result = maq_project_ref (song);
  g_autofree char *chords = NULL;

  for (guint i = 0; bars[i] != NULL; i++)
    {
      g_autoptr(MaqProject) before = g_steal_pointer (&result);

      result = apply_to (before, maq_move_section_bar_chords (
                                   section ("Pre-Chorus 1"), g_ascii_digit_value (bars[i][0]),
                                   bars[i] + 2));
    }

  chords = dup_chords (result, "Pre-Chorus 1", (MaqMeter) { 4, 4 });
  g_assert_cmpstr (chords, ==, expected);
}

static void
bars_are_typed_by_themselves (void)
{
#define TYPED(...) ((const char *const[]) { __VA_ARGS__, NULL })
  assert_typed (TYPED ("1:D/F#"), "| Em7 | D/F# | Gmaj7 | Asus4 A |");
  assert_typed (TYPED ("1:>D <G>"), "| Em7 | >D <G> | Gmaj7 | Asus4 A |");
  assert_typed (TYPED ("2:%"), "| Em7 | F#m7 | % | Asus4 A |");
  /* what is a sign stays a sign: it repeats what comes before it now */
  assert_typed (TYPED ("2:%", "1:G"), "| Em7 | G | % | Asus4 A |");
  assert_typed (TYPED ("1:"), "| Em7 | . | Gmaj7 | Asus4 A |");
  assert_typed (TYPED ("1:C | D"), "| Em7 | C | D | Asus4 A |");
  assert_typed (TYPED ("2:IV 5/7"), "| Em7 | F#m7 | G A/C# | Asus4 A |");
  assert_typed (TYPED ("1::|"), "| Em7 | F#m7 |");
  assert_typed (TYPED ("1:G :|"), "| Em7 | G |");
  assert_typed (TYPED ("0:|: C | D :|"), "| C | D | C | D |");
  /* within what is repeated all of it changes, after it the rest is written out */
  assert_typed (TYPED ("1::|", "0:D"), "| D | F#m7 |");
  assert_typed (TYPED ("1::|", "3:A"), "| Em7 | F#m7 | Em7 | A |");
  /* a section without chords plays its tonic, and goes on doing so before the first */
  assert_typed (TYPED ("0:", "1:", "2:", "3:", "2:G"), "| D | . | G | . |");
#undef TYPED
  assert_refused (maq_move_section_bar_chords (section ("Pre-Chorus 1"), 4, "C"),
                  MAQ_MOVE_ERROR_NOT_THERE, "no bar 5");
  assert_refused (maq_move_section_bar_chords (section ("Pre-Chorus 1"), 3, "C | D"),
                  MAQ_MOVE_ERROR_NOT_APPLICABLE, "only 1 bar left");
  assert_refused (maq_move_section_bar_chords (section ("Pre-Chorus 1"), 2, "C H"),
                  MAQ_MOVE_ERROR_BAD_VALUE, "Bar 3: “H”");
  assert_label (maq_move_section_bar_chords (section ("Pre-Chorus 1"), 2, "Am7"),
                "Bar 3 of Pre-Chorus 1: Am7");
}

static void
typing_a_bar_overrides_what_is_followed (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_section_bar_chords (section ("Chorus 2"), 1,
                                                                     "Bm"));
  g_autofree char *own = dup_chords (result, "Chorus 2", (MaqMeter) { 4, 4 });
  g_autofree char *followed = dup_chords (result, "Chorus 1", (MaqMeter) { 4, 4 });

  g_assert_cmpstr (own, ==, "| G | Bm | A/C# | Bm7 | G | D/F# | Em7 A | D |");
  g_assert_cmpstr (followed, ==, "| G | D | A/C# | Bm7 | G | D/F# | Em7 A | D |");
  assert_same (maq_move_section_bar_chords (section ("Chorus 2"), 1, "D"));
}

static void
sections_are_transposed (void)
{
  g_autoptr(MaqProject) up = apply (maq_move_section_transpose (section ("Chorus 2"), 2));
  g_autoptr(MaqProject) back = apply_to (up, maq_move_section_transpose (section ("Chorus 2"), -2));
  g_autoptr(MaqProject) all = apply (maq_move_section_transpose (section ("Chorus 1"), 1));
  g_autofree char *own = dup_chords (up, "Chorus 2", (MaqMeter) { 4, 4 });
  g_autofree char *followed = dup_chords (up, "Chorus 1", (MaqMeter) { 4, 4 });
  g_autofree char *following = dup_chords (all, "Chorus 2", (MaqMeter) { 4, 4 });
  const MaqSectionFields *fields = maq_section_get_fields (get_section (up, "Chorus 2"));
  char key[MAQ_KEY_TEXT_MAX];

  g_assert_cmpstr (own, ==, "| A | E | B/D# | C#m7 | A | E/G# | F#m7 B | E |");
  g_assert_cmpstr (followed, ==, "| G | D | A/C# | Bm7 | G | D/F# | Em7 A | D |");
  g_assert_cmpstr (following, ==, "| Ab | Eb | Bb/D | Cm7 | Ab | Eb/G | Fm7 Bb | Eb |");
  g_assert_cmpstr (maq_key_format (fields->key, key), ==, "E");
  /* what it would take over anyway it does not state any more */
  fields = maq_section_get_fields (get_section (back, "Chorus 2"));
  g_assert_null (fields->chords);
  g_assert_false (maq_key_is_set (fields->key));

  assert_same (maq_move_section_transpose (section ("Chorus 2"), 0));
  assert_label (maq_move_section_transpose (section ("Chorus 2"), -1),
                "Chorus 2: down 1 semitone");
  assert_refused (maq_move_section_transpose (section ("Chorus 2"), 12), MAQ_MOVE_ERROR_BAD_VALUE,
                  "semitones");
}

static void
chords_are_read_or_refused (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_section_chords (section ("Intro"),
                                                                 "Bm7 | A/C# . . D"));
  g_autofree char *chords = dup_chords (result, "Intro", (MaqMeter) { 4, 4 });

  g_assert_cmpstr (chords, ==, "| Bm7 | A/C# . . D |");
  assert_same (maq_move_section_chords (section ("Chorus 2"),
                                        "IV | 1 | V/7 | vi7 | IV | 1/3 | 2-7 5 | I"));
  assert_refused (maq_move_section_chords (section ("Intro"), "D | Hm"), MAQ_MOVE_ERROR_BAD_VALUE,
                  "Hm");
}

static void
lyrics_keep_their_bars (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_section_lyrics (section ("Verse 2"),
                                                                 "a\nb\nc\nd\n"));
  MaqVec *lyrics = maq_section_get_fields (get_section (result, "Verse 2"))->lyrics;

  g_assert_cmpuint (maq_vec_get_length (lyrics), ==, 4);
  g_assert_cmpint (maq_lyric_get_bar (maq_vec_get (lyrics, 3)), ==, 6);
  g_assert_cmpstr (maq_lyric_get_text (maq_vec_get (lyrics, 3)), ==, "d");
}

static void
layers_come_and_go_with_their_parts (void)
{
  g_autoptr(MaqMove) copy = maq_move_duplicate_layer (layer ("Strings"));
  g_autoptr(MaqProject) doubled = maq_move_apply (copy, song, NULL);
  MaqId made = maq_move_find_target (copy, song, doubled).layer;
  g_autoptr(MaqProject) back = apply_to (doubled, maq_move_delete_layer (made));
  g_autoptr(MaqProject) without = apply (maq_move_delete_layer (layer ("Strings")));
  MaqArrangement *arrangement = maq_project_get_arrangement (doubled);
  int index = maq_arrangement_find_layer (arrangement, made);

  g_assert_cmpstr (maq_layer_get_name (maq_arrangement_get_layer (arrangement, (guint) index)), ==,
                   "Strings 2");
  g_assert_cmpint (maq_arrangement_get_level (arrangement, 1, made), ==, 5);
  g_assert_true (maq_project_equal (back, song));
  g_assert_null (maq_section_find_part (get_section (without, "Verse 1"), layer ("Strings")));
  g_assert_cmpuint (maq_arrangement_get_n_remarks (maq_project_get_arrangement (without)), ==,
                    maq_arrangement_get_n_remarks (maq_project_get_arrangement (song)) - 1);
}

static void
layers_are_copied_to_a_place (void)
{
  MaqArrangement *before = maq_project_get_arrangement (song);
  const MaqId strings = layer ("Strings");
  g_autoptr(MaqMove) copy = maq_move_copy_layer (strings, 0, NULL);
  g_autoptr(MaqProject) result = maq_move_apply (copy, song, NULL);
  g_autoptr(MaqProject) clamped = apply (maq_move_copy_layer (strings, 99, "Choir"));
  MaqArrangement *arrangement = maq_project_get_arrangement (result);
  MaqId made = maq_move_find_target (copy, song, result).layer;
  guint n_layers = maq_arrangement_get_n_layers (before);
  MaqLayer *last = maq_arrangement_get_layer (maq_project_get_arrangement (clamped), n_layers);
  g_autoptr(MaqProject) back = apply_to (result, maq_move_delete_layer (made));

  g_assert_cmpint (maq_arrangement_find_layer (arrangement, made), ==, 0);
  g_assert_cmpint (maq_arrangement_get_level (arrangement, 1, made), ==,
                   maq_arrangement_get_level (before, 1, strings));
  g_assert_cmpstr (maq_layer_get_name (last), ==, "Strings 2");
  g_assert_cmpstr (maq_layer_get_fields (last)->group, ==, "Choir");
  g_assert_true (maq_project_equal (back, song));
}

static void
strip_leaves_what_is_kept (void)
{
  const MaqId keep[] = { layer ("Vocal"), layer ("Keys") };
  g_autoptr(MaqProject) result = apply (maq_move_strip_section (section ("Chorus 2"), keep, 2));
  g_autoptr(MaqProject) only = NULL;
  const MaqId places[] = { section ("Chorus 3") };

  g_assert_cmpint (get_level (result, "Chorus 2", "Vocal"), ==, 8);
  g_assert_cmpint (get_level (result, "Chorus 2", "Keys"), ==, 7);
  g_assert_cmpint (get_level (result, "Chorus 2", "Drums"), ==, 0);
  g_assert_cmpint (get_level (result, "Chorus 1", "Drums"), ==, 8);

  only = apply (maq_move_strip_layer (layer ("Drums"), places, 1));
  g_assert_cmpint (get_level (only, "Verse 1", "Drums"), ==, 0);
  g_assert_cmpint (get_level (only, "Chorus 3", "Drums"), ==, 9);
}

static void
motif_makes_its_layer (void)
{
  const MaqId places[] = { section ("Intro"), section ("Outro") };
  g_autoptr(MaqMove) move = maq_move_motif (MAQ_ID_NONE, "Bowed glass", 92, places, 2, 4);
  g_autoptr(MaqProject) result = maq_move_apply (move, song, NULL);
  MaqArrangement *arrangement = maq_project_get_arrangement (result);
  MaqId made = maq_move_find_target (move, song, result).layer;
  int index = maq_arrangement_find_layer (arrangement, made);
  MaqPart *part = maq_section_find_part (get_section (result, "Outro"), made);

  g_assert_cmpint (index, ==, 10);
  g_assert_cmpint (maq_layer_get_role (maq_arrangement_get_layer (arrangement, 10)), ==,
                   MAQ_ROLE_TEXTURE);
  g_assert_cmpstr (maq_part_get_fields (part)->motif, ==, "Bowed glass");
  g_assert_cmpint (maq_part_get_level (part), ==, 4);
}

static void
sequence_is_all_or_nothing (void)
{
  g_autoptr(MaqMove) out = maq_move_part_level (section ("Intro"), layer ("Bass"), 0);
  g_autoptr(MaqMove) in = maq_move_part_level (section ("Intro"), layer ("Bass"), 5);
  g_autoptr(MaqMove) wrong = maq_move_part_level (section ("Intro"), layer ("Bass"), 50);
  MaqMove *forth_and_back[] = { out, in };
  MaqMove *half[] = { out, wrong };

  assert_same (maq_move_sequence (forth_and_back, 2, "Nothing at all"));
  assert_refused (maq_move_sequence (half, 2, NULL), MAQ_MOVE_ERROR_BAD_VALUE, "level");
}

static void
arrangements_are_kept_apart (void)
{
  g_autoptr(MaqMove) add = maq_move_add_arrangement (NULL);
  g_autoptr(MaqProject) result = maq_move_apply (add, song, NULL);
  g_autoptr(MaqProject) changed = NULL;
  MaqSong *after = maq_project_get_current (result);

  g_assert_cmpuint (maq_song_get_n_arrangements (after), ==, 3);
  g_assert_cmpstr (maq_arrangement_get_name (maq_song_get_current (after)), ==, "As demoed 2");

  changed = apply_to (result, maq_move_part_level (section ("Intro"), layer ("Bass"), 0));
  g_assert_true (maq_song_get_arrangement (maq_project_get_current (changed), 0) ==
                 maq_song_get_arrangement (maq_project_get_current (song), 0));
}

static void
arrangement_has_a_note (void)
{
  MaqId id = maq_arrangement_get_id (maq_song_get_current (maq_project_get_current (song)));
  g_autoptr(MaqProject) noted = apply (maq_move_arrangement_note (id, "Build, then break."));
  g_autoptr(MaqProject) bare = apply_to (noted, maq_move_arrangement_note (id, ""));

  g_assert_cmpstr (maq_arrangement_get_fields (maq_project_get_arrangement (noted))->note, ==,
                   "Build, then break.");
  g_assert_null (maq_arrangement_get_fields (maq_project_get_arrangement (bare))->note);
}

static void
arrangement_has_a_target (void)
{
  MaqId id = maq_arrangement_get_id (maq_song_get_current (maq_project_get_current (song)));
  g_autoptr(MaqProject) aimed = apply (maq_move_target_length (id, 220));
  g_autoptr(MaqProject) bare = apply_to (aimed, maq_move_target_length (id, 0));
  g_autoptr(MaqMove) same = maq_move_target_length (id, 220);
  g_autoptr(MaqProject) still = maq_move_apply (same, aimed, NULL);
  g_autofree char *label = maq_move_dup_label (same, aimed);
  g_autoptr(MaqDiff) diff = maq_diff_new (song, aimed);
  g_autofree char *summary = maq_diff_dup_summary (diff, 9);

  g_assert_cmpint (maq_arrangement_get_fields (maq_project_get_arrangement (aimed))->target_seconds,
                   ==, 220);
  g_assert_cmpint (maq_arrangement_get_fields (maq_project_get_arrangement (bare))->target_seconds,
                   ==, 0);
  g_assert_true (still == aimed);
  g_assert_cmpstr (label, ==, "Target length 3:40");
  g_assert_cmpstr (summary, ==, "As demoed: target length 3:40");
}

static void
last_arrangement_stays (void)
{
  MaqSong *current = maq_project_get_current (song);
  g_autoptr(MaqProject) one = NULL;
  g_autoptr(MaqMove) last = NULL;
  g_autoptr(GError) error = NULL;

  one = apply (maq_move_delete_arrangement (
    maq_arrangement_get_id (maq_song_get_arrangement (current, 0))));
  last = maq_move_delete_arrangement (
    maq_arrangement_get_id (maq_song_get_arrangement (current, 1)));
  g_assert_null (maq_move_apply (last, one, &error));
  g_assert_error (error, MAQ_MOVE_ERROR, MAQ_MOVE_ERROR_NOT_APPLICABLE);
}

static void
refuses_what_makes_no_sense (void)
{
  const MaqId intro = section ("Intro"), bass = layer ("Bass");

  assert_refused (maq_move_part_level (0xdead, bass, 5), MAQ_MOVE_ERROR_NOT_THERE, "section");
  assert_refused (maq_move_part_level (intro, 0xdead, 5), MAQ_MOVE_ERROR_NOT_THERE, "layer");
  assert_refused (maq_move_part_level (intro, bass, 11), MAQ_MOVE_ERROR_BAD_VALUE, "0 to 10");
  assert_refused (maq_move_part_entry (intro, bass, 4, 0), MAQ_MOVE_ERROR_BAD_VALUE, "0 to 3");
  assert_refused (maq_move_part_entry (intro, bass, 2, 2), MAQ_MOVE_ERROR_BAD_VALUE, "Bass");
  assert_refused (maq_move_section_transition_beats (intro, 65), MAQ_MOVE_ERROR_BAD_VALUE,
                  "0 to 64");
  assert_refused (maq_move_section_chord_mark (intro, 0, 7, MAQ_CHORD_MARK_HOLD),
                  MAQ_MOVE_ERROR_NOT_THERE, "chord");
  assert_refused (maq_move_layer_tone (bass, 2), MAQ_MOVE_ERROR_BAD_VALUE, "-1 to 1");
  assert_refused (maq_move_layer_width (bass, -0.1), MAQ_MOVE_ERROR_BAD_VALUE, "0 to 2");
  assert_refused (maq_move_layer_lag (bass, maq_stated (NAN)), MAQ_MOVE_ERROR_BAD_VALUE, "50");
  assert_refused (maq_move_song_swing (40), MAQ_MOVE_ERROR_BAD_VALUE, "50 to 75");
  assert_refused (maq_move_song_looseness (maq_stated (101)), MAQ_MOVE_ERROR_BAD_VALUE, "100");
  assert_refused (maq_move_project_soundfont ("../a.sf2"), MAQ_MOVE_ERROR_BAD_VALUE, "folder");
  assert_refused (maq_move_resize_section (intro, 0), MAQ_MOVE_ERROR_BAD_VALUE, "1 to 2000");
  assert_refused (maq_move_rename_section (intro, " \n"), MAQ_MOVE_ERROR_BAD_VALUE, "empty");
  assert_refused (maq_move_rename_section (intro, "\xff"), MAQ_MOVE_ERROR_BAD_VALUE, "characters");
  assert_refused (maq_move_section_tempo (intro, NAN), MAQ_MOVE_ERROR_BAD_VALUE, "10 to 999");
  assert_refused (maq_move_section_meter (intro, (MaqMeter) { 4, 3 }), MAQ_MOVE_ERROR_BAD_VALUE,
                  "4/3");
  assert_refused (maq_move_section_odd_bar (intro, 4, (MaqMeter) { 2, 4 }),
                  MAQ_MOVE_ERROR_BAD_VALUE, "0 to 3");
  assert_refused (maq_move_layer_pan (bass, 1.5), MAQ_MOVE_ERROR_BAD_VALUE, "-1 to 1");
  assert_refused (maq_move_layer_sound (bass, 0, 200, NULL), MAQ_MOVE_ERROR_BAD_VALUE, "0 to 127");
  assert_refused (maq_move_song_key (MAQ_KEY_UNSET), MAQ_MOVE_ERROR_BAD_VALUE, "key");
  assert_refused (maq_move_add_remark (MAQ_REMARK_NOTE, intro, bass, 0, NULL, ""),
                  MAQ_MOVE_ERROR_BAD_VALUE, "empty");
  assert_refused (maq_move_remark_kind (0xdead, MAQ_REMARK_QUESTION), MAQ_MOVE_ERROR_NOT_THERE,
                  "remark");
  assert_refused (maq_move_select_arrangement (0xdead), MAQ_MOVE_ERROR_NOT_THERE, "arrangement");
  assert_refused (maq_move_select_song (0xdead), MAQ_MOVE_ERROR_NOT_THERE, "song");
}

static void
bounds_hold_for_many_moves (void)
{
  g_autoptr(MaqProject) current = maq_project_ref (song);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 300 && error == NULL; i++)
    {
      g_autoptr(MaqMove) add = maq_move_add_layer (MAQ_ROLE_PAD, NULL, -1, -1);
      g_autoptr(MaqProject) before = g_steal_pointer (&current);

      current = maq_move_apply (add, before, &error);
      if (current == NULL)
        current = maq_project_ref (before);
    }

  g_assert_error (error, MAQ_MOVE_ERROR, MAQ_MOVE_ERROR_NOT_APPLICABLE);
  g_assert_cmpuint (maq_arrangement_get_n_layers (maq_project_get_arrangement (current)), ==, 256);
}

static void
labels_say_what_is_done (void)
{
  const MaqId verse = section ("Verse 1"), strings = layer ("Strings");
  const MaqId keep[] = { layer ("Vocal"), layer ("Acoustic guitar") };
  const MaqId two[] = { verse, section ("Intro") };

  assert_label (maq_move_part_level (verse, strings, 0), "Strings out in Verse 1");
  assert_label (maq_move_part_level (verse, strings, 9), "Strings in Verse 1 at 9");
  assert_label (maq_move_part_level (section ("Intro"), strings, 4), "Strings into Intro at 4");
  assert_label (maq_move_part_toggle (verse, strings), "Strings out in Verse 1");
  assert_label (maq_move_part_entry (verse, strings, 4, 8),
                "Strings in bars 5 to 8 of Verse 1");
  assert_label (maq_move_part_entry (verse, strings, 4, 0), "Strings from bar 5 of Verse 1");
  assert_label (maq_move_section_odd_bar (verse, 2, (MaqMeter) { 5, 4 }),
                "Bar 3 of Verse 1 in 5/4");
  assert_label (maq_move_section_odd_bar (verse, 2, (MaqMeter) { 0 }),
                "Bar 3 of Verse 1 like the others");
  assert_label (maq_move_part_reset (section ("Chorus 2"), strings),
                "Strings in Chorus 2 as in Chorus 1");
  assert_label (maq_move_resize_section (section ("Instrumental"), 12),
                "Instrumental: 8 → 12 bars");
  assert_label (maq_move_add_section (MAQ_ID_NONE, MAQ_SECTION_BRIDGE, NULL, 8),
                "Add Bridge, 8 bars");
  assert_label (maq_move_move_section (section ("Outro"), 0), "Move Outro to the start");
  assert_label (maq_move_move_section (section ("Intro"), 1), "Move Intro after Verse 1");
  assert_label (maq_move_section_follows (section ("Outro"), section ("Intro")),
                "Outro follows Intro");
  assert_label (maq_move_section_tempo (verse, 88), "Verse 1: tempo 88");
  assert_label (maq_move_strip_section (verse, keep, 2),
                "Verse 1 stripped back to Vocal, Acoustic guitar");
  assert_label (maq_move_section_space (verse, MAQ_SPACE_HALL), "Verse 1: space: Hall");
  assert_label (maq_move_section_space (verse, MAQ_SPACE_UNSET), "Verse 1: space of the song");
  assert_label (maq_move_sections_space (two, 2, MAQ_SPACE_PLATE), "Space of 2 sections: Plate");
  assert_label (maq_move_sections_space (two, 1, MAQ_SPACE_PLATE), "Verse 1: space: Plate");
  assert_label (maq_move_section_dynamics (verse, MAQ_DYNAMICS_DROP_OUT),
                "Verse 1: dynamics: Drop out");
  assert_label (maq_move_section_feel (verse, MAQ_FEEL_HALF, 0), "Verse 1: Half-time");
  assert_label (maq_move_section_feel (verse, MAQ_FEEL_HALF, 16), "Verse 1: Half-time");
  assert_label (maq_move_section_feel (verse, MAQ_FEEL_DOUBLE, 4),
                "Verse 1: Double-time in the last 4 bars");
  assert_label (maq_move_section_transition_beats (verse, 8), "Verse 1: way out of 8 beats");
  assert_label (maq_move_section_chord_mark (verse, 2, 0, MAQ_CHORD_MARK_PUSH),
                "Bar 3 of Verse 1: Push");
  assert_label (maq_move_layer_width (strings, 0), "Strings: width");
  assert_label (maq_move_layer_swing (strings, 60), "Strings: swing 60");
  assert_label (maq_move_layer_lag (strings, maq_stated (-5)), "Strings: lag -5 ms");
  assert_label (maq_move_layer_looseness (strings, MAQ_UNSTATED),
                "Strings: looseness of the song");
  assert_label (maq_move_song_looseness (maq_stated (40)), "Looseness 40 %");
  assert_label (maq_move_song_swing (0), "Swing of the style");
  assert_label (maq_move_project_soundfont ("Small.sf2"), "SoundFont Small.sf2");
  assert_label (maq_move_part_style (verse, strings, "reggae"),
                "Strings in Verse 1: style reggae");
  assert_label (maq_move_layer_muted (strings, TRUE), "Mute Strings");
  assert_label (maq_move_song_transpose (-2), "Transpose down 2 semitones");
  assert_label (maq_move_sequence (NULL, 0, "A step"), "A step");
}

static void
merges_what_gives_one_thing_a_value (void)
{
  const MaqId verse = section ("Verse 1"), bass = layer ("Bass"), keys = layer ("Keys");
  g_autoptr(MaqMove) three = maq_move_part_level (verse, bass, 3);
  g_autoptr(MaqMove) four = maq_move_part_level (verse, bass, 4);
  g_autoptr(MaqMove) other = maq_move_part_level (verse, keys, 4);
  g_autoptr(MaqMove) toggle = maq_move_part_toggle (verse, bass);
  MaqMove *first[] = { three, other }, *second[] = { four, other };
  g_autoptr(MaqMove) both = maq_move_sequence (first, 2, NULL);
  g_autoptr(MaqMove) again = maq_move_sequence (second, 2, NULL);

  g_assert_true (maq_move_merges_with (four, three));
  g_assert_false (maq_move_merges_with (other, three));
  g_assert_false (maq_move_merges_with (toggle, toggle));
  g_assert_false (maq_move_merges_with (toggle, three));
  g_assert_true (maq_move_merges_with (again, both));
  g_assert_false (maq_move_merges_with (both, three));
}

static void
diff_says_it_in_sentences (void)
{
  g_autoptr(MaqProject) out = apply (maq_move_part_level (section ("Verse 1"), layer ("Strings"),
                                                          0));
  g_autoptr(MaqProject) longer = apply_to (out, maq_move_resize_section (section ("Instrumental"),
                                                                         12));
  g_autoptr(MaqProject) later = apply (maq_move_part_entry (section ("Verse 1"), layer ("Pad"), 8,
                                                            0));
  g_autoptr(MaqDiff) diff = maq_diff_new (song, longer);
  g_autoptr(MaqDiff) entry = maq_diff_new (song, later);
  g_autofree char *all = maq_diff_dup_summary (diff, 5);
  g_autofree char *first = maq_diff_dup_summary (diff, 1);

  g_assert_cmpstr (all, ==, "Verse 1: Strings out; Instrumental: 8 → 12 bars, 3:50 → 4:00");
  g_assert_cmpstr (first, ==, "Verse 1: Strings out; 1 more, 3:50 → 4:00");
  g_assert_cmpstr (maq_diff_get_change (entry, 0)->sentence, ==,
                   "Verse 1: Pad from bar 9 of the section");
}

/* what @layer of the first arrangement states in @root */
static const MaqLayerFields *
layer_fields (MaqProject *root,
              const char *name)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);

  return maq_layer_get_fields (
    maq_arrangement_get_layer (arrangement,
                               (guint) maq_arrangement_find_layer (arrangement, layer (name))));
}

static void
layer_states_its_character (void)
{
  g_autoptr(MaqProject) dark = apply (maq_move_layer_tone (layer ("Pad"), -0.5));
  g_autoptr(MaqProject) mono = apply_to (dark, maq_move_layer_width (layer ("Pad"), 0.0));
  g_autoptr(MaqProject) even = apply_to (mono, maq_move_layer_lag (layer ("Pad"),
                                                                   maq_stated (0.0)));
  g_autoptr(MaqProject) tight = apply_to (even, maq_move_layer_looseness (layer ("Pad"),
                                                                          maq_stated (0.0)));
  g_autoptr(MaqProject) result = apply_to (tight, maq_move_layer_swing (layer ("Pad"), 62.0));
  const MaqLayerFields *fields = layer_fields (result, "Pad");
  g_autoptr(MaqProject) wide = NULL;
  g_autoptr(MaqProject) back = NULL;

  g_assert_cmpfloat (fields->tone, ==, -0.5);
  g_assert_true (maq_stated_equal (fields->width, maq_stated (0.0)));
  g_assert_true (maq_stated_equal (fields->lag_ms, maq_stated (0.0)));
  g_assert_true (maq_stated_equal (fields->looseness, maq_stated (0.0)));
  g_assert_cmpfloat (fields->swing, ==, 62.0);

  wide = apply_to (mono, maq_move_layer_width (layer ("Pad"), MAQ_WIDTH_AS_IS));
  g_assert_false (layer_fields (wide, "Pad")->width.is_set);
  back = apply_to (wide, maq_move_layer_tone (layer ("Pad"), 0.0));
  g_assert_true (maq_project_equal (back, song));
}

static void
spaces_and_dynamics_are_taken_over (void)
{
  const MaqId both[] = { section ("Verse 1"), section ("Chorus 1") };
  g_autoptr(MaqProject) halls = apply (maq_move_sections_space (both, 2, MAQ_SPACE_HALL));
  g_autoptr(MaqProject) swell = apply_to (halls, maq_move_section_dynamics (section ("Chorus 1"),
                                                                           MAQ_DYNAMICS_SWELL));
  g_autoptr(MaqProject) plain = apply_to (swell, maq_move_section_dynamics (section ("Chorus 2"),
                                                                           MAQ_DYNAMICS_NONE));
  g_autoptr(MaqForm) form = NULL;

  g_assert_cmpint (maq_section_get_fields (get_resolved (plain, "Chorus 2"))->space, ==,
                   MAQ_SPACE_HALL);
  g_assert_cmpint (maq_section_get_fields (get_resolved (plain, "Chorus 2"))->dynamics, ==,
                   MAQ_DYNAMICS_NONE);
  g_assert_cmpint (maq_section_get_fields (get_resolved (plain, "Chorus 3"))->dynamics, ==,
                   MAQ_DYNAMICS_SWELL);

  form = maq_form_new (maq_project_get_current (plain), maq_project_get_arrangement (plain));
  g_assert_cmpint (maq_form_get_section (form, (guint) section_at (plain, "Verse 2"))->space, ==,
                   MAQ_SPACE_HALL);
  g_assert_cmpint (maq_form_get_section (form, (guint) section_at (plain, "Intro"))->space, ==,
                   MAQ_SPACE_LIVE_ROOM);
}

static void
a_feel_is_taken_over_with_its_bars (void)
{
  const MaqId first = section ("Chorus 1"), second = section ("Chorus 2");
  g_autoptr(MaqProject) half = apply (maq_move_section_feel (first, MAQ_FEEL_HALF, 4));
  g_autoptr(MaqProject) plain = apply_to (half, maq_move_section_feel (second, MAQ_FEEL_PLAIN, 4));
  g_autoptr(MaqProject) whole = apply (maq_move_section_feel (first, MAQ_FEEL_DOUBLE, 8));

  g_assert_cmpint (maq_section_get_fields (get_resolved (half, "Chorus 2"))->feel, ==,
                   MAQ_FEEL_HALF);
  g_assert_cmpint (maq_section_get_fields (get_resolved (half, "Chorus 2"))->feel_bars, ==, 4);
  g_assert_cmpint (maq_section_get_fields (get_resolved (plain, "Chorus 2"))->feel, ==,
                   MAQ_FEEL_PLAIN);
  /* all eight of them is simply all */
  g_assert_cmpint (maq_section_get_fields (get_section (whole, "Chorus 1"))->feel_bars, ==, 0);
}

/* A length goes with the way out that it was stated for. */
static void
transitions_take_their_length_along (void)
{
  const MaqId first = section ("Chorus 1"), second = section ("Chorus 2");
  g_autoptr(MaqProject) riser = apply (maq_move_section_transition (first, MAQ_TRANSITION_RISER));
  g_autoptr(MaqProject) longer = apply_to (riser, maq_move_section_transition_beats (first, 8));
  g_autoptr(MaqProject) other = apply_to (longer, maq_move_section_transition (
                                                    second, MAQ_TRANSITION_STOP));

  g_assert_cmpint (maq_section_get_fields (get_resolved (longer, "Chorus 2"))->transition_beats, ==,
                   8);
  g_assert_cmpint (maq_section_get_fields (get_resolved (other, "Chorus 2"))->transition_beats, ==,
                   0);
}

static void
marks_stay_on_their_chords (void)
{
  const MaqId first = section ("Chorus 1");
  g_autoptr(MaqProject) pushed = apply (maq_move_section_chord_mark (section ("Chorus 2"), 2, 0,
                                                                     MAQ_CHORD_MARK_PUSH));
  g_autoptr(MaqProject) typed = apply (maq_move_section_chords (first, "| <G> | ^D . >A/C# . |"));
  g_autoptr(MaqProject) higher = apply_to (typed, maq_move_song_transpose (2));
  g_autoptr(MaqProject) waltz = apply_to (higher, maq_move_song_meter ((MaqMeter) { 3, 4 }));
  MaqVec *own = maq_section_get_fields (get_section (pushed, "Chorus 2"))->chords;
  MaqVec *moved = maq_section_get_fields (get_section (waltz, "Chorus 1"))->chords;

  g_assert_nonnull (own);
  g_assert_cmpint (maq_chord_change_get_mark (maq_vec_get (own, 2)), ==, MAQ_CHORD_MARK_PUSH);
  g_assert_cmpint (maq_chord_change_get_mark (maq_vec_get (own, 1)), ==, MAQ_CHORD_MARK_NONE);
  g_assert_true (get_section (pushed, "Chorus 1") == get_section (song, "Chorus 1"));

  g_assert_cmpuint (maq_vec_get_length (moved), ==, 3);
  g_assert_cmpint (maq_chord_change_get_mark (maq_vec_get (moved, 0)), ==, MAQ_CHORD_MARK_HOLD);
  g_assert_cmpint (maq_chord_change_get_mark (maq_vec_get (moved, 1)), ==, MAQ_CHORD_MARK_STAB);
  g_assert_cmpint (maq_chord_change_get_mark (maq_vec_get (moved, 2)), ==, MAQ_CHORD_MARK_PUSH);
}

/* Chords that were taken over may not all fit the bars of the section that now states them. */
static void
marks_leave_out_what_does_not_fit (void)
{
  const MaqId follower = section ("Chorus 2");
  g_autoptr(MaqProject) shorter = apply (maq_move_section_odd_bar (follower, 6,
                                                                   (MaqMeter) { 2, 4 }));
  g_autoptr(MaqProject) result = apply_to (shorter, maq_move_section_chord_mark (
                                                      follower, 0, 0, MAQ_CHORD_MARK_HOLD));
  MaqVec *taken = maq_section_get_fields (get_section (result, "Chorus 1"))->chords;
  MaqVec *own = maq_section_get_fields (get_section (result, "Chorus 2"))->chords;

  g_assert_cmpuint (maq_vec_get_length (own) + 1, ==, maq_vec_get_length (taken));
}

/* Said of the layer, it is no longer said of the sound; taken back, nothing is left. */
static void
layer_stands_for_something (void)
{
  MaqId guitar = layer ("Acoustic guitar");
  g_autoptr(MaqProject) same = apply (maq_move_layer_meaning (
    guitar, "The house itself: always there, seldom noticed"));
  g_autoptr(MaqProject) said = apply (maq_move_layer_meaning (guitar, "leaving home"));
  g_autoptr(MaqProject) nothing = apply_to (said, maq_move_layer_meaning (guitar, NULL));
  const MaqLayerFields *fields = layer_fields (said, "Acoustic guitar");

  g_assert_true (same == song);
  g_assert_cmpstr (fields->meaning, ==, "leaving home");
  g_assert_cmpint (maq_sound_get_fields (fields->sound)->program, ==, 25);
  g_assert_null (maq_sound_get_fields (fields->sound)->meaning);
  fields = layer_fields (nothing, "Acoustic guitar");
  g_assert_null (fields->meaning);
  g_assert_null (maq_sound_get_fields (fields->sound)->meaning);
}

static void
song_states_a_groove (void)
{
  g_autoptr(MaqProject) swing = apply (maq_move_song_swing (60.0));
  g_autoptr(MaqProject) lag = apply_to (swing, maq_move_song_lag (maq_stated (-5.0)));
  g_autoptr(MaqProject) loose = apply_to (lag, maq_move_song_looseness (maq_stated (80.0)));
  g_autoptr(MaqProject) hall = apply_to (loose, maq_move_song_space (MAQ_SPACE_HALL));
  g_autoptr(MaqProject) font = apply_to (hall, maq_move_project_soundfont ("Small.sf2"));
  g_autoptr(MaqDiff) diff = maq_diff_new (song, font);
  g_autofree char *all = maq_diff_dup_summary (diff, 9);

  g_assert_cmpstr (all, ==, "SoundFont; Space: Hall; Swing 0 → 60; Lag -5; Looseness 80");
  g_assert_cmpstr (maq_project_get_fields (font)->soundfont, ==, "Small.sf2");
}

static void
part_borrows_a_style (void)
{
  g_autoptr(MaqProject) result = apply (maq_move_part_style (section ("Chorus 2"), layer ("Bass"),
                                                             "reggae"));
  MaqPart *part = maq_section_find_part (get_section (result, "Chorus 2"), layer ("Bass"));
  g_autoptr(MaqDiff) diff = maq_diff_new (song, result);

  g_assert_cmpstr (maq_part_get_fields (part)->style, ==, "reggae");
  g_assert_cmpint (maq_part_get_level (part), ==, 7);
  g_assert_cmpuint (maq_diff_get_n_changes (diff), ==, 1);
}

static const LanternsTest tests[] = {
  { "/moves/part/level-overrides-in-a-follower", level_overrides_in_a_follower },
  { "/moves/part/level-keeps-the-rest", level_keeps_the_rest },
  { "/moves/part/toggle-comes-in-as-elsewhere", toggle_comes_in_as_elsewhere },
  { "/moves/section/resize-overrides-length-only", resize_overrides_length_only },
  { "/moves/section/resize-keeps-entries-within", resize_keeps_entries_within },
  { "/moves/section/new-can-be-heard", new_section_can_be_heard },
  { "/moves/section/new-is-as-long-as-its-kind", new_section_is_as_long_as_its_kind },
  { "/moves/section/copies-go-their-way-or-follow", copies_go_their_way_or_follow },
  { "/moves/section/followers-outlive-the-followed", followers_outlive_the_followed },
  { "/moves/section/own-way-sounds-as-before", own_way_sounds_as_before },
  { "/moves/section/following-takes-over", following_takes_over },
  { "/moves/section/points-move-with-it", points_move_with_their_section },
  { "/moves/section/chords-are-read-or-refused", chords_are_read_or_refused },
  { "/moves/section/bars-are-typed", bars_are_typed_by_themselves },
  { "/moves/section/typing-a-bar-overrides", typing_a_bar_overrides_what_is_followed },
  { "/moves/section/is-transposed", sections_are_transposed },
  { "/moves/section/lyrics-keep-their-bars", lyrics_keep_their_bars },
  { "/moves/layer/new-takes-a-free-name", new_layer_takes_a_free_name },
  { "/moves/layer/is-copied-to-a-place", layers_are_copied_to_a_place },
  { "/moves/layer/comes-and-goes-with-its-parts", layers_come_and_go_with_their_parts },
  { "/moves/part/borrows-a-style", part_borrows_a_style },
  { "/moves/section/a-feel-is-taken-over-with-its-bars", a_feel_is_taken_over_with_its_bars },
  { "/moves/section/spaces-and-dynamics-are-taken-over", spaces_and_dynamics_are_taken_over },
  { "/moves/section/transitions-take-their-length-along", transitions_take_their_length_along },
  { "/moves/section/marks-stay-on-their-chords", marks_stay_on_their_chords },
  { "/moves/section/marks-leave-out-what-does-not-fit", marks_leave_out_what_does_not_fit },
  { "/moves/layer/states-its-character", layer_states_its_character },
  { "/moves/layer/stands-for-something", layer_stands_for_something },
  { "/moves/song/states-a-groove", song_states_a_groove },
  { "/moves/song/chords-keep-their-share-of-the-bar", chords_keep_their_share_of_the_bar },
  { "/moves/song/transposing-back-gives-the-same", transposing_back_gives_the_same },
  { "/moves/arrangement/kept-apart", arrangements_are_kept_apart },
  { "/moves/arrangement/has-a-note", arrangement_has_a_note },
  { "/moves/arrangement/has-a-target", arrangement_has_a_target },
  { "/moves/arrangement/last-stays", last_arrangement_stays },
  { "/moves/compound/strip-leaves-what-is-kept", strip_leaves_what_is_kept },
  { "/moves/compound/motif-makes-its-layer", motif_makes_its_layer },
  { "/moves/compound/sequence-is-all-or-nothing", sequence_is_all_or_nothing },
  { "/moves/move/same-in-same-out", same_in_same_out },
  { "/moves/move/refuses-what-makes-no-sense", refuses_what_makes_no_sense },
  { "/moves/move/bounds-hold-for-many", bounds_hold_for_many_moves },
  { "/moves/move/labels-say-what-is-done", labels_say_what_is_done },
  { "/moves/move/merges-what-gives-one-thing-a-value", merges_what_gives_one_thing_a_value },
  { "/moves/diff/says-it-in-sentences", diff_says_it_in_sentences },
};

int
main (int    argc,
      char **argv)
{
  return lanterns_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
