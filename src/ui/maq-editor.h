/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-chord-number.h"
#include "maq-document.h"
#include "maq-form.h"
#include "maq-move.h"
#include "maq-picks.h"
#include "maq-range.h"

G_BEGIN_DECLS

#define MAQ_TYPE_EDITOR (maq_editor_get_type ())

/**
 * MaqEditor:
 *
 * What the widgets of a window work on: the document, what of it is selected,
 * and the root that is shown, which during a drag is a preview.
 *
 * Signals:
 *
 * - `shown ()`: another root is shown, or the same in another notation
 * - `selection-changed ()`
 * - `refused (const char *)`: an edit was refused; a sentence for the user
 * - `audition (MaqSong *)`: the user wants to hear this; %NULL for what is shown
 */
G_DECLARE_FINAL_TYPE (MaqEditor, maq_editor, MAQ, EDITOR, GObject)

MaqEditor      *maq_editor_new             (MaqDocument *document) G_GNUC_WARN_UNUSED_RESULT;

MaqDocument    *maq_editor_get_document    (MaqEditor   *self);
/** maq_editor_get_root: (transfer none): the root that is shown */
MaqProject     *maq_editor_get_root        (MaqEditor   *self);
MaqSong        *maq_editor_get_song        (MaqEditor   *self);
MaqArrangement *maq_editor_get_arrangement (MaqEditor   *self);
/** maq_editor_get_form: (transfer none): of the arrangement that is shown */
MaqForm        *maq_editor_get_form        (MaqEditor   *self);

/** maq_editor_get_chord_notation: how chords are written on the screen */
MaqChordNotation maq_editor_get_chord_notation (MaqEditor *self);
void            maq_editor_set_chord_notation (MaqEditor  *self,
                                            MaqChordNotation notation);

/** maq_editor_get_selection: what is selected; a path that names nothing more is the song */
MaqPath         maq_editor_get_selection   (MaqEditor   *self);
/** maq_editor_select: %MAQ_ID_NONE for either; both for a part, none for the song */
void            maq_editor_select          (MaqEditor   *self,
                                            MaqId        section,
                                            MaqId        layer);
/**
 * maq_editor_extend:
 *
 * Selects everything from where the selection began to this section and layer. What
 * began on parts goes on over parts, and so for heads: of another sort, only this
 * is selected.
 */
void            maq_editor_extend          (MaqEditor   *self,
                                            MaqId        section,
                                            MaqId        layer);
/** maq_editor_select_range: all of it, with the cursor where it begins */
void            maq_editor_select_range    (MaqEditor   *self,
                                            const MaqRange *range);
/** maq_editor_get_range: everything that is selected, as indices of what is shown */
void            maq_editor_get_range       (MaqEditor   *self,
                                            MaqRange    *range);
/**
 * maq_editor_toggle:
 * @range: a block of what is shown
 *
 * Adds parts, sections or layers to what is selected, or takes them away if all of them are.
 * The cursor goes there. If something of another sort was selected, they are all that is; the
 * last ones stay selected.
 */
void            maq_editor_toggle          (MaqEditor   *self,
                                            const MaqRange *range);
/** maq_editor_get_picks: (transfer none) (nullable): what is selected here and there; %NULL if
 * maq_editor_get_range() says it all, else that is the smallest block around it */
MaqPicks       *maq_editor_get_picks       (MaqEditor   *self);
/** maq_editor_has_part: whether a part, by indices of what is shown, is selected */
gboolean        maq_editor_has_part        (MaqEditor   *self,
                                            guint        section,
                                            guint        layer);
/** maq_editor_count_parts: how many parts are selected; 0 for heads and the song */
guint           maq_editor_count_parts     (MaqEditor   *self);
/** maq_editor_tell_section: how much is selected of a section, by its index in what is shown */
MaqSelected     maq_editor_tell_section    (MaqEditor   *self,
                                            guint        index);
/** maq_editor_tell_layer: how much is selected of a layer, by its index in what is shown */
MaqSelected     maq_editor_tell_layer      (MaqEditor   *self,
                                            guint        index);
/** maq_editor_list_sections: (transfer full) (element-type MaqId): those that are selected, or
 * of which parts are, in the order of time */
GArray         *maq_editor_list_sections   (MaqEditor   *self) G_GNUC_WARN_UNUSED_RESULT;
/** maq_editor_list_layers: (transfer full) (element-type MaqId): those that are selected, or of
 * which parts are, from the top */
GArray         *maq_editor_list_layers     (MaqEditor   *self) G_GNUC_WARN_UNUSED_RESULT;
/** maq_editor_get_section_index: index of the selected section, or -1 */
int             maq_editor_get_section_index (MaqEditor *self);
/** maq_editor_get_layer_index: index of the selected layer, or -1 */
int             maq_editor_get_layer_index (MaqEditor   *self);

/**
 * maq_editor_apply:
 * @move: (transfer full): what to do
 *
 * Does a move in one undo step and selects what it made.
 *
 * Returns: whether it was done; if not, "refused" was emitted
 */
gboolean        maq_editor_apply           (MaqEditor   *self,
                                            MaqMove     *move);
/** maq_editor_apply_here: as maq_editor_apply(), but what is selected stays so */
gboolean        maq_editor_apply_here      (MaqEditor   *self,
                                            MaqMove     *move);
/** maq_editor_apply_gesture: as maq_editor_apply(), joining the newest step of the same gesture */
gboolean        maq_editor_apply_gesture   (MaqEditor   *self,
                                            MaqMove     *move,
                                            const char  *gesture);
/**
 * maq_editor_turn_by:
 * @gesture: what is turned
 * @by: how far it is turned now
 *
 * A wheel or a key that is turned on and on goes by what was there when it began: turned
 * back as far, it leaves everything as it was.
 *
 * Returns: how far it has been turned altogether, for maq_editor_turn()
 */
int             maq_editor_turn_by         (MaqEditor   *self,
                                            const char  *gesture,
                                            int          by);
/** maq_editor_turn: @move: (transfer full): what the turn comes to, for what was there then */
void            maq_editor_turn            (MaqEditor   *self,
                                            MaqMove     *move);
/**
 * maq_editor_preview:
 * @move: (transfer full): what would be done
 *
 * Shows what a move would make of the document's root, instead of the
 * preview before. A move that is refused ends the preview: what is done in the end is
 * what was shown last.
 *
 * Returns: %FALSE if it is refused
 */
gboolean        maq_editor_preview         (MaqEditor   *self,
                                            MaqMove     *move,
                                            GError     **error);
/**
 * maq_editor_preview_quietly:
 * @move: (transfer full): what would be done
 *
 * As maq_editor_preview(), but what is heard stays as it was.
 */
gboolean        maq_editor_preview_quietly (MaqEditor   *self,
                                            MaqMove     *move,
                                            GError     **error);
/** maq_editor_changes_nothing: whether what is shown, previewed or not, is what is there */
gboolean        maq_editor_changes_nothing (MaqEditor   *self);
/** maq_editor_hear_preview: whether a preview that began quietly is heard */
void            maq_editor_hear_preview    (MaqEditor   *self,
                                            gboolean     heard);
/** maq_editor_get_heard_song: (transfer none): what is to be played, which may not be what is shown */
MaqSong        *maq_editor_get_heard_song  (MaqEditor   *self);
gboolean        maq_editor_is_previewing   (MaqEditor   *self);
/** maq_editor_get_previewed: (transfer none) (nullable): by which its owner knows a preview */
MaqMove        *maq_editor_get_previewed   (MaqEditor   *self);
/** maq_editor_commit_preview: makes the preview one undo step; %FALSE if nothing was done */
gboolean        maq_editor_commit_preview  (MaqEditor   *self);
/** maq_editor_cancel_preview: shows the document's root again */
void            maq_editor_cancel_preview  (MaqEditor   *self);

/**
 * maq_editor_audition:
 * @move: (transfer full) (nullable): what to hear without doing it; %NULL to end that
 */
void            maq_editor_audition        (MaqEditor   *self,
                                            MaqMove     *move);

void            maq_editor_undo            (MaqEditor   *self);
void            maq_editor_redo            (MaqEditor   *self);
/** maq_editor_go_to_step: undoes or redoes until @n_done steps are done */
void            maq_editor_go_to_step      (MaqEditor   *self,
                                            guint        n_done);

G_END_DECLS
