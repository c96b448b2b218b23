/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-arc-shape.h"
#include "maq-chord-change.h"
#include "maq-path.h"
#include "maq-project.h"

G_BEGIN_DECLS

/**
 * MaqMove:
 *
 * An edit as an immutable value: what is to be done to which things, by id.
 *
 * A move is arithmetic: maq_move_apply() makes a new root from a root and knows
 * of nothing else, so a drag is previewed by applying a move to the root at its
 * start. Moves act on the current arrangement of the current song; those named
 * `song` on the current song with all its arrangements.
 *
 * Constructors never fail: whether a move makes sense is found out, and said in
 * a sentence, when it is applied. They return (transfer full) and copy what
 * they are given. May be used from any thread.
 */
typedef struct _MaqMove MaqMove;

#define MAQ_MOVE_ERROR (maq_move_error_quark ())

/**
 * MaqMoveError:
 * @MAQ_MOVE_ERROR_NOT_THERE: the section, layer or arrangement is not there
 * @MAQ_MOVE_ERROR_NOT_APPLICABLE: it makes no sense where it should be done
 * @MAQ_MOVE_ERROR_BAD_VALUE: a number is out of its range, a text is not understood
 */
typedef enum
{
  MAQ_MOVE_ERROR_NOT_THERE,
  MAQ_MOVE_ERROR_NOT_APPLICABLE,
  MAQ_MOVE_ERROR_BAD_VALUE,
} MaqMoveError;

GQuark      maq_move_error_quark     (void);

MaqMove    *maq_move_ref             (MaqMove        *self);
void        maq_move_unref           (MaqMove        *self);

/**
 * maq_move_apply:
 * @root: a root for which all invariants hold
 * @error: a %MAQ_MOVE_ERROR with a sentence for the user
 *
 * Does the move. Nothing is built when it is refused.
 *
 * Returns: (transfer full): the new root, for which all invariants hold; the
 *   very @root if nothing changes; %NULL when refused
 */
MaqProject *maq_move_apply           (MaqMove        *self,
                                      MaqProject     *root,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_move_dup_label:
 * @root: the root that it is, or would be, applied to
 *
 * Names the undo step: "Strings out in Verse 1", "Breakdown: 8 → 12 bars".
 *
 * Returns: (transfer full): translated; free with g_free()
 */
char       *maq_move_dup_label       (MaqMove        *self,
                                      MaqProject     *root) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_move_merges_with:
 * @previous: the move before this one
 *
 * Tells whether this move makes the one before it pointless, because both give
 * one number or text of one thing a value: two levels of one part. Within one
 * gesture such moves make one undo step.
 */
gboolean    maq_move_merges_with     (MaqMove        *self,
                                      MaqMove        *previous);

/**
 * maq_move_find_target:
 * @before: the root that it was applied to
 * @after: what that gave
 *
 * Tells what to select when the move is done: what it was about, or what it
 * made. A deleted thing gives its neighbour.
 *
 * Returns: a path in @after; %MAQ_ID_NONE for what it does not concern
 */
MaqPath     maq_move_find_target     (MaqMove        *self,
                                      MaqProject     *before,
                                      MaqProject     *after);

/* Parts: what a layer plays in a section. Where a section only takes its part
 * over from the one it follows, these give it one of its own. */

/** maq_move_part_level: @level 0 (out) to %MAQ_LEVEL_MAX; the rest of the part stays */
MaqMove    *maq_move_part_level      (MaqId           section,
                                      MaqId           layer,
                                      int             level) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_part_toggle: out, or in at the level it has in the nearest section of the kind,
 * else anywhere, else 5
 */
MaqMove    *maq_move_part_toggle     (MaqId           section,
                                      MaqId           layer) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_part_entry: bars that pass before it enters, and the bar in which it no longer
 * plays, 0 for the end
 */
MaqMove    *maq_move_part_entry      (MaqId           section,
                                      MaqId           layer,
                                      int             entry_bar,
                                      int             exit_bar) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_part_pattern: (nullable) @pattern: %NULL lets the band choose */
MaqMove    *maq_move_part_pattern    (MaqId           section,
                                      MaqId           layer,
                                      const char     *pattern) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_part_style: (nullable) @style: whose patterns it plays; %NULL: the section's */
MaqMove    *maq_move_part_style      (MaqId           section,
                                      MaqId           layer,
                                      const char     *style) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_part_motif: (nullable) @motif: the texture that it states, by name */
MaqMove    *maq_move_part_motif      (MaqId           section,
                                      MaqId           layer,
                                      const char     *motif) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_part_direction: (nullable) @direction: what to tell the performer here */
MaqMove    *maq_move_part_direction  (MaqId           section,
                                      MaqId           layer,
                                      const char     *direction) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_part_sound: a sound of its own; @program -1 takes it back */
MaqMove    *maq_move_part_sound      (MaqId           section,
                                      MaqId           layer,
                                      int             bank,
                                      int             program,
                                      const char     *name) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_part_reset: as the followed section has it; out where the section follows nobody */
MaqMove    *maq_move_part_reset      (MaqId           section,
                                      MaqId           layer) G_GNUC_WARN_UNUSED_RESULT;

/* Several parts at once, as one step. */

/**
 * MaqCells:
 * @sections: (array length=n_sections): ids, in the order of time
 * @layers: (array length=n_layers): ids, from the top of the grid
 * @picked: (nullable): for each layer in the first section, then in the next, 1 if it is
 *   meant there, else 0; %NULL for all of them
 *
 * All that some layers play in some sections, or, with @picked, some of that.
 */
typedef struct
{
  const MaqId *sections;
  guint        n_sections;
  const MaqId *layers;
  guint        n_layers;
  const guint8 *picked;
} MaqCells;

/** maq_cells_has: whether what layer @row plays in section @column is meant */
static inline gboolean
maq_cells_has (const MaqCells *self,
               guint           column,
               guint           row)
{
  return self->picked == NULL || self->picked[column * self->n_layers + row];
}

/** maq_move_cells_level: all of them at @level, 0 (out) to %MAQ_LEVEL_MAX */
MaqMove    *maq_move_cells_level     (const MaqCells *cells,
                                      int             level) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_cells_step:
 * @at_first: added to the levels in the first section, -%MAQ_LEVEL_MAX to %MAQ_LEVEL_MAX
 * @at_last: added in the last; in between, what lies between
 *
 * Levels stay within their bounds. Who is out stays out, unless all are.
 */
MaqMove    *maq_move_cells_step      (const MaqCells *cells,
                                      int             at_first,
                                      int             at_last) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_cells_scale: the loudest goes up @by, those who play with it in proportion */
MaqMove    *maq_move_cells_scale     (const MaqCells *cells,
                                      int             by) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_cells_ramp: each layer goes straight from its first level to its last */
MaqMove    *maq_move_cells_ramp      (const MaqCells *cells) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_cells_in: who is out comes in, at the level that maq_move_part_toggle() finds */
MaqMove    *maq_move_cells_in        (const MaqCells *cells) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_cells_pinned: no proposal touches them from now on, or proposals may again */
MaqMove    *maq_move_cells_pinned    (const MaqCells *cells,
                                      gboolean        pinned) G_GNUC_WARN_UNUSED_RESULT;
/** MAQ_KEEP_BAR: for maq_move_cells_entry(): each keeps its own */
#define MAQ_KEEP_BAR (-1)
/**
 * maq_move_cells_entry: maq_move_part_entry() for all who play; what a shorter section has
 * no bars for is left out there
 */
MaqMove    *maq_move_cells_entry     (const MaqCells *cells,
                                      int             entry_bar,
                                      int             exit_bar) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_cells_put:
 * @parts: (array) (element-type MaqPart): for each layer in the first section, then in the
 *   next; %NULL for who is to be out
 *
 * Puts copies of parts there, whosever they are. Patterns and sounds go
 * with them only to layers of the same role.
 */
MaqMove    *maq_move_cells_put       (const MaqCells *cells,
                                      MaqPart *const *parts) G_GNUC_WARN_UNUSED_RESULT;

/* Sections: the form. */

/** maq_move_find_added_bars: how many a section of a kind gets if nothing is said: as many as the
 * last of its kind has, or as is usual */
int         maq_move_find_added_bars (MaqArrangement *arrangement,
                                      MaqSectionKind  kind);
/**
 * maq_move_add_section:
 * @after: the section that comes before it, or %MAQ_ID_NONE for the start
 * @name: (nullable): %NULL for the next free one, such as "Verse 3"
 * @bars: 1 to %MAQ_LIMIT_BARS, or 0 for as many as the last section of the kind has,
 *   and where there is none, as is usual
 *
 * Adds a section. It takes its chords and levels from the nearest section of its kind,
 * so that it can be heard at once. If there is none, it takes after the kind that plays
 * most nearly as much, a chorus after a pre-chorus rather than a verse, and plays louder
 * or softer than that by half of what parts the two kinds: a chorus made of a verse is
 * louder by 2, an intro softer by 2, and who would fall silent stays out.
 */
MaqMove    *maq_move_add_section     (MaqId           after,
                                      MaqSectionKind  kind,
                                      const char     *name,
                                      int             bars) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_duplicate_section: a copy right after it, which goes its own way */
MaqMove    *maq_move_duplicate_section (MaqId         section) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_copy_section: the same, but the copy is at @to_index then, clamped */
MaqMove    *maq_move_copy_section    (MaqId           section,
                                      int             to_index) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_repeat_section: one more right after it, which follows it, or what it follows itself */
MaqMove    *maq_move_repeat_section  (MaqId           section) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_delete_section: with its remarks and arc points; the first that follows it takes
 * its place for the others
 */
MaqMove    *maq_move_delete_section  (MaqId           section) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_move_section: @to_index counts after its removal, clamped */
MaqMove    *maq_move_move_section    (MaqId           section,
                                      int             to_index) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_resize_section:
 * @bars: 1 to %MAQ_LIMIT_BARS; 0 takes the length of the followed section
 *
 * Everything after it moves. Chords that are too short begin again; chords,
 * lyrics and remarks beyond the new end stay and come back when it grows.
 */
MaqMove    *maq_move_resize_section  (MaqId           section,
                                      int             bars) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_section_length:
 * @bars: whole bars, 0 or more
 * @beats: beats after them, below those of a bar; together not nothing
 *
 * As maq_move_resize_section(); beats make an odd bar at the end, and an odd bar that was at
 * the end before becomes like the others.
 */
MaqMove    *maq_move_section_length  (MaqId           section,
                                      int             bars,
                                      int             beats) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_trim_section: its end at another place, and what comes after the next section where
 * it was: that one loses or gains bars at its beginning. A section elsewhere that is as long as
 * one of the two, for it follows it, keeps its own length and its bars.
 */
MaqMove    *maq_move_trim_section    (MaqId           section,
                                      int             bars) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_move_sections: @to_index counts after the removal of all of them, clamped */
MaqMove    *maq_move_move_sections   (const MaqId    *sections,
                                      guint           n_sections,
                                      int             to_index) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_copy_sections: copies of them, together, the first at @to_index, clamped */
MaqMove    *maq_move_copy_sections   (const MaqId    *sections,
                                      guint           n_sections,
                                      int             to_index) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_repeat_sections: the same with sections that follow them */
MaqMove    *maq_move_repeat_sections (const MaqId    *sections,
                                      guint           n_sections,
                                      int             to_index) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_rename_section  (MaqId           section,
                                      const char     *name) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_section_kind: a name that only said the old kind says the new one */
MaqMove    *maq_move_section_kind    (MaqId           section,
                                      MaqSectionKind  kind) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_section_chords:
 * @text: bars as people type them, see maq_chord_text_parse(); empty takes
 *   the chords of the followed section, else the tonic
 */
MaqMove    *maq_move_section_chords  (MaqId           section,
                                      const char     *text) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_section_bar_chords:
 * @bar: of the section, from 0
 * @text: what the bar has, as in maq_chord_text_parse(); several bars, parted
 *   by `|`, take the places of those that follow, too
 *
 * Types the chords of one bar; the others stay. Empty or `.` lets the chord
 * before sound on. A bar that only repeats what comes earlier in its section
 * is written out; `:|` at the end lets the chords begin again after it. A
 * section that takes its chords from another has its own from then on.
 */
MaqMove    *maq_move_section_bar_chords (MaqId        section,
                                      int             bar,
                                      const char     *text) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_section_transpose:
 * @semitones: -11 to 11
 *
 * Chords and key of a section higher or lower; what follows it goes with it.
 */
MaqMove    *maq_move_section_transpose (MaqId         section,
                                      int             semitones) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_section_lyrics: (nullable) @text: a line for each line, spread over the section;
 * empty for none
 */
MaqMove    *maq_move_section_lyrics  (MaqId           section,
                                      const char     *text) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_section_tempo: quarter notes per minute; 0 as the followed section or the song has
 * it
 */
MaqMove    *maq_move_section_tempo   (MaqId           section,
                                      double          tempo_qpm) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_section_meter: %MAQ_METER_UNSET as the followed section or the song has it; chords
 * keep their share of the bar
 */
MaqMove    *maq_move_section_meter   (MaqId           section,
                                      MaqMeter        meter) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_section_odd_bar: the meter of one bar, from 0; %MAQ_METER_UNSET makes it like its
 * neighbours
 */
MaqMove    *maq_move_section_odd_bar (MaqId           section,
                                      int             bar,
                                      MaqMeter        meter) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_section_key: %MAQ_KEY_UNSET as the followed section or the song has it; chords stay */
MaqMove    *maq_move_section_key     (MaqId           section,
                                      MaqKey          key) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_section_transition (MaqId        section,
                                      MaqTransition   transition) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_section_transition_beats: how long that takes, in quarter notes; 0 as usual */
MaqMove    *maq_move_section_transition_beats (MaqId  section,
                                      int             beats) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_section_space: %MAQ_SPACE_UNSET as the followed section or the song has it */
MaqMove    *maq_move_section_space   (MaqId           section,
                                      MaqSpace        space) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_sections_space: the same for several sections, as one step */
MaqMove    *maq_move_sections_space  (const MaqId    *sections,
                                      guint           n_sections,
                                      MaqSpace        space) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_section_feel:
 * @feel: %MAQ_FEEL_UNSET as the followed section has it, else plain
 * @bars: the last bars of the section, in which the band plays so; 0 for all
 *
 * Half-time or double-time: how the band plays against the song's beat.
 */
MaqMove    *maq_move_section_feel    (MaqId           section,
                                      MaqFeel         feel,
                                      int             bars) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_section_dynamics: %MAQ_DYNAMICS_UNSET as the followed section has it, else none */
MaqMove    *maq_move_section_dynamics (MaqId          section,
                                      MaqDynamics     dynamics) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_section_chord_mark:
 * @bar: of the section, from 0
 * @offset_ticks: where in that bar the chord begins
 *
 * Says how a chord is played. A section that takes its chords from another
 * has chords of its own from then on.
 */
MaqMove    *maq_move_section_chord_mark (MaqId        section,
                                      int             bar,
                                      MaqTick         offset_ticks,
                                      MaqChordMark    mark) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_section_style: (nullable) @style: %NULL as the followed section or the song has it */
MaqMove    *maq_move_section_style   (MaqId           section,
                                      const char     *style) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_section_mood: (nullable) @mood: words for what it should feel like */
MaqMove    *maq_move_section_mood    (MaqId           section,
                                      const char     *mood) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_section_follows:
 * @followed: a section that follows nobody, or %MAQ_ID_NONE
 *
 * Lets a section follow another: it keeps its kind, name, lyrics and mood and
 * takes everything else from there. With %MAQ_ID_NONE it goes its own way from
 * now on and sounds as before.
 */
MaqMove    *maq_move_section_follows (MaqId           section,
                                      MaqId           followed) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_section_reset: drops all overrides of a section that follows another, lyrics and
 * mood apart
 */
MaqMove    *maq_move_section_reset   (MaqId           section) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_move_insert_bars:
 * @bar: bars of the section that stay before the new ones
 * @n_bars: 1 or more
 *
 * Puts bars into a section; the chord before sounds on in them. Chords, lyrics,
 * remarks, entries and odd bars after them move.
 */
MaqMove    *maq_move_insert_bars     (MaqId           section,
                                      int             bar,
                                      int             n_bars) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_delete_bars: takes @n_bars out from @bar on, counted from 0, with what hangs on
 * them; all of them take the section with them
 */
MaqMove    *maq_move_delete_bars     (MaqId           section,
                                      int             bar,
                                      int             n_bars) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_split_section: two sections out of one, the second from @bar on, 1 to its last bar;
 * what followed it goes its own way
 */
MaqMove    *maq_move_split_section   (MaqId           section,
                                      int             bar) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_join_sections: one section out of it and the next; a layer plays as loud as it begins */
MaqMove    *maq_move_join_sections   (MaqId           section) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_move_form:
 * @text: see maq_form_text_parse(): `Intro 4, V 16, PC 4, C 8, V2, C x2, Outro`
 *
 * Gives the arrangement the form of a text: sections that it names, or else the
 * first free ones of their kinds, take their places and lengths; a further one
 * of a kind follows the first of it; those that the text leaves out go.
 */
MaqMove    *maq_move_form            (const char     *text) G_GNUC_WARN_UNUSED_RESULT;

/* Layers: the band. */

/**
 * maq_move_add_layer: @name %NULL for the next free one, such as "Bass 2"; @program 0 to 127, or
 * -1 for the one that suits the role; @index in the grid, clamped, -1 for the end
 */
MaqMove    *maq_move_add_layer       (MaqRole         role,
                                      const char     *name,
                                      int             program,
                                      int             index) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_duplicate_layer: a copy right below it, with all its parts */
MaqMove    *maq_move_duplicate_layer (MaqId           layer) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_copy_layer:
 * @to_index: in the grid, before which the copy stands, clamped
 * @group: (nullable): the name of the group that the copy is in
 *
 * A copy with all its parts.
 */
MaqMove    *maq_move_copy_layer      (MaqId           layer,
                                      int             to_index,
                                      const char     *group) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_delete_layer    (MaqId           layer) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_rename_layer    (MaqId           layer,
                                      const char     *name) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_layer_role      (MaqId           layer,
                                      MaqRole         role) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_layer_sound: @program -1 for the one that suits the role; (nullable) @name */
MaqMove    *maq_move_layer_sound     (MaqId           layer,
                                      int             bank,
                                      int             program,
                                      const char     *name) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_layer_muted     (MaqId           layer,
                                      gboolean        muted) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_layer_soloed    (MaqId           layer,
                                      gboolean        soloed) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_layer_gain: dB, %MAQ_GAIN_MIN_DB to %MAQ_GAIN_MAX_DB */
MaqMove    *maq_move_layer_gain      (MaqId           layer,
                                      double          gain_db) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_layer_pan: -1.0 left to 1.0 right */
MaqMove    *maq_move_layer_pan       (MaqId           layer,
                                      double          pan) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_layer_distance: 0.0 at the ear to 1.0 at the far end of the room */
MaqMove    *maq_move_layer_distance  (MaqId           layer,
                                      double          distance) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_layer_tone: -1.0 dark to 1.0 bright */
MaqMove    *maq_move_layer_tone      (MaqId           layer,
                                      double          tone) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_layer_width: 0.0 mono, %MAQ_WIDTH_AS_IS, %MAQ_WIDTH_MAX wide */
MaqMove    *maq_move_layer_width     (MaqId           layer,
                                      double          width) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_layer_swing: 50 to 75 percent, 0 as the song has it */
MaqMove    *maq_move_layer_swing     (MaqId           layer,
                                      double          swing) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_layer_lag: -50 to 50; %MAQ_UNSTATED as the song has it */
MaqMove    *maq_move_layer_lag       (MaqId           layer,
                                      MaqStated       lag_ms) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_layer_looseness: percent, 0 to 100; %MAQ_UNSTATED as the song has it */
MaqMove    *maq_move_layer_looseness (MaqId           layer,
                                      MaqStated       looseness) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_layer_group:
 * @group: (nullable): the name of the group that it joins; %NULL to leave its own
 *
 * A group stays together: who joins comes to stand behind its last layer, who
 * leaves behind it, unless it stands at the edge of the group already.
 */
MaqMove    *maq_move_layer_group     (MaqId           layer,
                                      const char     *group) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_place_layer:
 * @to_index: counts after its removal, clamped
 * @group: (nullable): the name of the group that it is in from then on
 */
MaqMove    *maq_move_place_layer     (MaqId           layer,
                                      int             to_index,
                                      const char     *group) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_layer_colour    (MaqId           layer,
                                      MaqColour       colour) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_layer_meaning: (nullable) @meaning: what it stands for in the story: "leaving home" */
MaqMove    *maq_move_layer_meaning   (MaqId           layer,
                                      const char     *meaning) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_layer_performer: (nullable) @performer: who plays it */
MaqMove    *maq_move_layer_performer (MaqId           layer,
                                      const char     *performer) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_layer_direction: (nullable) @direction: what to tell the performer, for the whole
 * song
 */
MaqMove    *maq_move_layer_direction (MaqId           layer,
                                      const char     *direction) G_GNUC_WARN_UNUSED_RESULT;

/* Arcs. @name is that of an arc of the kind %MAQ_ARC_OTHER, and ignored for others. */

/**
 * maq_move_arc_point:
 * @bar: bars from the start of the section, fractions allowed, 0 to %MAQ_LIMIT_BARS
 * @value: 0.0 to 10.0
 * @is_smooth: whether the way to the next point is curved
 *
 * Sets a point of an arc, in place of one that stands there; makes the arc if need be.
 */
MaqMove    *maq_move_arc_point       (MaqArcKind      kind,
                                      const char     *name,
                                      MaqId           section,
                                      double          bar,
                                      double          value,
                                      gboolean        is_smooth) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_shift_arc_point: takes a point to another place, and another height */
MaqMove    *maq_move_shift_arc_point (MaqArcKind      kind,
                                      const char     *name,
                                      MaqId           section,
                                      double          bar,
                                      MaqId           to_section,
                                      double          to_bar,
                                      double          value) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_delete_arc_point: the arc goes with its last point */
MaqMove    *maq_move_delete_arc_point (MaqArcKind     kind,
                                      const char     *name,
                                      MaqId           section,
                                      double          bar) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_shape_arc: lays a shape over the form, in place of the arc's points */
MaqMove    *maq_move_shape_arc       (MaqArcKind      kind,
                                      const char     *name,
                                      MaqArcShape     shape) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_delete_arc      (MaqArcKind      kind,
                                      const char     *name) G_GNUC_WARN_UNUSED_RESULT;

/* Remarks. */

/**
 * maq_move_add_remark: (nullable) @author; @section and @layer may be %MAQ_ID_NONE; it begins
 * open
 */
MaqMove    *maq_move_add_remark      (MaqRemarkKind   kind,
                                      MaqId           section,
                                      MaqId           layer,
                                      int             bar,
                                      const char     *author,
                                      const char     *text) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_add_agreed: (nullable) @author: a decision on the whole song, agreed already */
MaqMove    *maq_move_add_agreed      (const char     *author,
                                      const char     *text) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_remark_state    (MaqId           remark,
                                      MaqRemarkState  state) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_remark_kind     (MaqId           remark,
                                      MaqRemarkKind   kind) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_remark_text: @text may not be empty */
MaqMove    *maq_move_remark_text     (MaqId           remark,
                                      const char     *text) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_remark_author: (nullable) @author: whose it is */
MaqMove    *maq_move_remark_author   (MaqId           remark,
                                      const char     *author) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_delete_remark   (MaqId           remark) G_GNUC_WARN_UNUSED_RESULT;

/* The song. */

MaqMove    *maq_move_song_title      (const char     *title) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_song_artist: (nullable) @artist */
MaqMove    *maq_move_song_artist     (const char     *artist) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_song_tempo: quarter notes per minute, %MAQ_TEMPO_MIN_QPM to %MAQ_TEMPO_MAX_QPM */
MaqMove    *maq_move_song_tempo      (double          tempo_qpm) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_song_meter: chords keep their share of the bar */
MaqMove    *maq_move_song_meter      (MaqMeter        meter) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_song_key: says what key it is in; to change the chords too, transpose */
MaqMove    *maq_move_song_key        (MaqKey          key) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_song_transpose: key and chords @semitones higher, -11 to 11, in all arrangements */
MaqMove    *maq_move_song_transpose  (int             semitones) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_song_style: (nullable) @style: %NULL for the first that suits the meter */
MaqMove    *maq_move_song_style      (const char     *style) G_GNUC_WARN_UNUSED_RESULT;

/** maq_move_song_space: where no section says otherwise; %MAQ_SPACE_UNSET is the live room */
MaqMove    *maq_move_song_space      (MaqSpace        space) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_song_swing: where no layer says otherwise; 50 to 75 percent, 0 as the style has it */
MaqMove    *maq_move_song_swing      (double          swing) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_song_lag: likewise; -50 to 50; %MAQ_UNSTATED as the style has it */
MaqMove    *maq_move_song_lag        (MaqStated       lag_ms) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_song_looseness: likewise; percent, 0 to 100; %MAQ_UNSTATED as the style has it */
MaqMove    *maq_move_song_looseness  (MaqStated       looseness) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_project_soundfont: (nullable) @soundfont: a file name without folders */
MaqMove    *maq_move_project_soundfont (const char   *soundfont) G_GNUC_WARN_UNUSED_RESULT;

/* Arrangements of the song, and songs of the project. */

/**
 * maq_move_add_arrangement: a copy of the current one, which becomes the current one;
 * (nullable) @name
 */
MaqMove    *maq_move_add_arrangement (const char     *name) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_select_arrangement (MaqId        arrangement) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_rename_arrangement (MaqId        arrangement,
                                      const char     *name) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_arrangement_note: (nullable) @note: what it is for; %NULL for none */
MaqMove    *maq_move_arrangement_note (MaqId          arrangement,
                                      const char     *note) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_target_length: @seconds: how long it is meant to last; 0 for nothing said */
MaqMove    *maq_move_target_length   (MaqId           arrangement,
                                      int             seconds) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_delete_arrangement: refused for the last one */
MaqMove    *maq_move_delete_arrangement (MaqId        arrangement) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_select_song     (MaqId           song) G_GNUC_WARN_UNUSED_RESULT;

/* The tracking session, one for all songs. */

/** maq_move_session_text: (nullable) @text */
MaqMove    *maq_move_session_text    (MaqSessionText  which,
                                      const char     *text) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_add_session_row: (nullable) @name: source, device or name; it comes last */
MaqMove    *maq_move_add_session_row (MaqSessionList  list,
                                      const char     *name) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_delete_session_row (MaqSessionList list,
                                      MaqId           row) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_place_session_row: where it is to stand, from 0 */
MaqMove    *maq_move_place_session_row (MaqSessionList list,
                                      MaqId           row,
                                      int             index) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_session_row_text:
 * @which: see %MaqInputText, %MaqRecallText, %MaqContactText
 * @text: (nullable)
 *
 * The layers of a contact whose name changes name the new one as performer.
 */
MaqMove    *maq_move_session_row_text (MaqSessionList list,
                                      MaqId           row,
                                      guint           which,
                                      const char     *text) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_input_channel: 1 to %MAQ_LIMIT_CHANNELS, 0 for none */
MaqMove    *maq_move_input_channel   (MaqId           row,
                                      int             channel) G_GNUC_WARN_UNUSED_RESULT;
MaqMove    *maq_move_input_switch    (MaqId           row,
                                      MaqInputSwitch  which,
                                      gboolean        is_on) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_fill_inputs: what is usual for each layer that no input names; the rest stays */
MaqMove    *maq_move_fill_inputs     (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_fill_contacts: whoever performs a layer and is none of them yet */
MaqMove    *maq_move_fill_contacts   (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_part_take: @number 1 to %MAQ_LIMIT_TAKES, 0 where it is not said */
MaqMove    *maq_move_part_take       (MaqId           section,
                                      MaqId           layer,
                                      MaqTakeState    state,
                                      int             number) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_part_take_note: (nullable) @note */
MaqMove    *maq_move_part_take_note  (MaqId           section,
                                      MaqId           layer,
                                      const char     *note) G_GNUC_WARN_UNUSED_RESULT;

/* Advice, see maq_dismissal_covers(). */

/** maq_move_dismiss: %MAQ_ID_NONE for all sections, for all layers; nothing where it is so already */
MaqMove    *maq_move_dismiss         (const char     *check,
                                      MaqId           section,
                                      MaqId           layer) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_bring_back: everything that keeps this from being said is taken back */
MaqMove    *maq_move_bring_back      (const char     *check,
                                      MaqId           section,
                                      MaqId           layer) G_GNUC_WARN_UNUSED_RESULT;

/* Musical moves, made of several of the above. */

/** maq_move_strip_section: strips it back: all layers out but @keep_layers */
MaqMove    *maq_move_strip_section   (MaqId           section,
                                      const MaqId    *keep_layers,
                                      guint           n_layers) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_strip_layer: takes a layer out of all sections but @keep_sections */
MaqMove    *maq_move_strip_layer     (MaqId           layer,
                                      const MaqId    *keep_sections,
                                      guint           n_sections) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_motif:
 * @layer: who plays it, or %MAQ_ID_NONE for a new texture layer
 * @name: what the texture is called; also the name of a new layer
 * @program: General MIDI program of a new layer, 0 to 127
 * @sections: where it is heard
 * @level: 1 to %MAQ_LEVEL_MAX
 *
 * Lets a texture return: the same motif in each of the sections.
 */
MaqMove    *maq_move_motif           (MaqId           layer,
                                      const char     *name,
                                      int             program,
                                      const MaqId    *sections,
                                      guint           n_sections,
                                      int             level) G_GNUC_WARN_UNUSED_RESULT;

/* Moves as producers talk of them. Each works out from the song what is to be
 * done; its label says that in one sentence. */

/**
 * maq_move_strip_back: only the @n_layers that carry it best stay in: voice before guitar,
 * guitar before keys, drums last; 0 for silence
 */
MaqMove    *maq_move_strip_back      (MaqId           section,
                                      int             n_layers) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_build_up: who plays there enters one after the other, at even distances, the last
 * in bar @bars; 2 to the section's length
 */
MaqMove    *maq_move_build_up        (MaqId           section,
                                      int             bars) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_thin_out: of those in one register only the @n_per_register loudest stay, 1 or more */
MaqMove    *maq_move_thin_out        (MaqId           section,
                                      int             n_per_register) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_swap_layers: what one layer plays the other plays, as loud and as long */
MaqMove    *maq_move_swap_layers     (MaqId           section,
                                      MaqId           layer,
                                      MaqId           other) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_lift: all its levels @by higher, 1 to %MAQ_LEVEL_MAX, and one more layer comes in */
MaqMove    *maq_move_lift            (MaqId           section,
                                      int             by) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_bigger_last_chorus: its levels @by higher, and everybody comes in */
MaqMove    *maq_move_bigger_last_chorus (int          by) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_breakdown: @bars of its chords come before it, softly played by the two who carry
 * it best
 */
MaqMove    *maq_move_breakdown       (MaqId           section,
                                      int             bars) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_drop: drums, percussion and bass are out for the @bars before it, the band stops,
 * and everybody comes in with its first beat
 */
MaqMove    *maq_move_drop            (MaqId           section,
                                      int             bars) G_GNUC_WARN_UNUSED_RESULT;
/** maq_move_stop_before: the section before it ends in @beats quarter notes of silence, 0 as usual */
MaqMove    *maq_move_stop_before     (MaqId           section,
                                      int             beats) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_move_sequence:
 * @moves: (array length=n_moves): done one after the other, all or none
 * @label: (nullable): name of the undo step; %NULL for that of the first move
 *
 * Several moves as one step.
 */
MaqMove    *maq_move_sequence        (MaqMove *const *moves,
                                      guint           n_moves,
                                      const char     *label) G_GNUC_WARN_UNUSED_RESULT;

/**
 * MaqMoveOffer:
 * @move: what could be done
 * @seconds: how long the arrangement would last
 * @missed_seconds: by how much that is too long; below 0 too short
 */
typedef struct
{
  MaqMove *move;
  double   seconds;
  double   missed_seconds;
} MaqMoveOffer;

/**
 * maq_move_find_tempo:
 * @seconds: how long the current arrangement is to last
 *
 * Returns: the song's tempo for that, to a tenth of a quarter note per minute; 0 if there is
 *   none, as sections with a tempo of their own keep it
 */
double      maq_move_find_tempo      (MaqProject     *root,
                                      double          seconds);
/**
 * maq_move_list_to_length:
 * @seconds: how long the current arrangement is to last
 * @max_offers: so many at most
 *
 * One section longer or shorter, by no more than half of itself away or as much again, and
 * those that follow it.
 *
 * Returns: (transfer full) (element-type MaqMoveOffer): what brings it nearer, the nearest first
 */
GPtrArray  *maq_move_list_to_length  (MaqProject     *root,
                                      double          seconds,
                                      guint           max_offers) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqMove, maq_move_unref)

G_END_DECLS
