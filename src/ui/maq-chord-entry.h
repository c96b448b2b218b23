/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** MaqChordStep: where to go from a bar that was typed */
typedef enum
{
  MAQ_CHORD_STEP_CANCEL,   /* Escape: nothing was typed */
  MAQ_CHORD_STEP_STAY,     /* Enter */
  MAQ_CHORD_STEP_NEXT,     /* Tab */
  MAQ_CHORD_STEP_PREVIOUS, /* Shift+Tab */
  MAQ_CHORD_STEP_AWAY,     /* the focus went elsewhere */
} MaqChordStep;

#define MAQ_TYPE_CHORD_ENTRY (maq_chord_entry_get_type ())

/**
 * MaqChordEntry:
 *
 * Where the chords of a bar are typed, in the lane itself.
 *
 * Signals:
 *
 * - `done (int)`: a #MaqChordStep
 */
G_DECLARE_FINAL_TYPE (MaqChordEntry, maq_chord_entry, MAQ, CHORD_ENTRY, GtkEntry)

GtkWidget  *maq_chord_entry_new         (void) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_chord_entry_open:
 * @text: what stands in the bar
 * @typed: (nullable): what was typed already, in the place of that
 * @label: what it is, for screen readers
 */
void        maq_chord_entry_open        (MaqChordEntry *self,
                                         const char    *text,
                                         const char    *typed,
                                         const char    *label);
/** maq_chord_entry_is_changed: whether it says something else than when it was opened */
gboolean    maq_chord_entry_is_changed  (MaqChordEntry *self);
/** maq_chord_entry_show_error: marks what it says as not understood, until it says something else */
void        maq_chord_entry_show_error  (MaqChordEntry *self);

G_END_DECLS
