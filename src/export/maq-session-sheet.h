/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-sheet.h"

G_BEGIN_DECLS

/*
 * Sheets that lie on the desk while recording: what the plan knows is on them, and there is
 * room to write the rest by hand.
 */

/**
 * maq_input_sheet_new:
 *
 * The input list: a row for each layer, with who plays it, and room for microphone or DI,
 * stand, preamp, gain, phantom power, pad and high-pass filter.
 *
 * Returns: (transfer full): the sheet
 */
MaqSheet *maq_input_sheet_new (MaqHandoff *handoff,
                               MaqPaper    paper) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_take_sheet_new:
 *
 * The take sheet: sections down, layers across, boxes to tick for four takes where a layer
 * plays. Bands and forms too large for one page go on on the next.
 *
 * Returns: (transfer full): the sheet
 */
MaqSheet *maq_take_sheet_new  (MaqHandoff *handoff,
                               MaqPaper    paper) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_cover_sheet_new:
 *
 * The first page of a plan: title, artist, key, tempo, length, arrangement and its note, who
 * plays, decisions that are agreed and questions that are open.
 *
 * Returns: (transfer full): the sheet
 */
MaqSheet *maq_cover_sheet_new (MaqHandoff *handoff,
                               MaqPaper    paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
