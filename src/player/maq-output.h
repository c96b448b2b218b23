/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "maq-engine.h"

G_BEGIN_DECLS

/* Microseconds that the device may hold back, long enough to be safe and short enough to
 * play along, and how much of them it asks for at a time. */
#define MAQ_OUTPUT_BUFFER_USEC 60000
#define MAQ_OUTPUT_BLOCK_USEC 10000

/**
 * MaqOutput:
 *
 * The way from an engine to the loudspeakers. Without a sound device it goes
 * on silently at the same pace, and looks for a device from time to time.
 */
typedef struct _MaqOutput MaqOutput;

/**
 * MaqOutputNotify:
 * @message: (nullable): why nothing is heard, as a sentence; %NULL: all is well
 */
typedef void (*MaqOutputNotify)      (const char *message,
                                      gpointer    user_data);

/**
 * maq_output_new:
 * @engine: (transfer none): must outlive the output
 * @rate_hz: the engine's frames per second
 * @notify: called on the main thread whenever the message changes
 *
 * Returns: (transfer full): an output that is at rest
 */
MaqOutput *maq_output_new            (MaqEngine       *engine,
                                      int              rate_hz,
                                      MaqOutputNotify  notify,
                                      gpointer         user_data) G_GNUC_WARN_UNUSED_RESULT;
/** maq_output_free: when it returns nobody runs the engine any more */
void       maq_output_free           (MaqOutput       *self);

/** maq_output_set_running: whether the engine runs, or rests where it is */
void       maq_output_set_running    (MaqOutput       *self,
                                      gboolean         running);
/** maq_output_get_heard_frame: which of the engine's frames leaves the loudspeaker now */
MaqFrame   maq_output_get_heard_frame (MaqOutput      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqOutput, maq_output_free)

G_END_DECLS
