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
 * The input list: a row for each input of the session and for each layer that none of them
 * records, with who plays it, and room for what is not said.
 *
 * Returns: (transfer full): the sheet
 */
MaqSheet *maq_input_sheet_new (MaqHandoff *handoff,
                               MaqPaper    paper) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_take_sheet_new:
 *
 * The take sheet: sections down, layers across, boxes to tick for four takes where a layer
 * plays, and how far its recording is; what is noted of takes below. Bands and forms too
 * large for one page go on on the next.
 *
 * Returns: (transfer full): the sheet
 */
MaqSheet *maq_take_sheet_new  (MaqHandoff *handoff,
                               MaqPaper    paper) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_setup_sheet_new:
 *
 * Setup and room: when and where, the room and its mood, light, sightlines, who stands where,
 * headphone mixes, and lines to write on where nothing is said.
 *
 * Returns: (transfer full): the sheet
 */
MaqSheet *maq_setup_sheet_new (MaqHandoff *handoff,
                               MaqPaper    paper) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_recall_sheet_new:
 *
 * Recall notes: devices and how they were set, and rows for more.
 *
 * Returns: (transfer full): the sheet
 */
MaqSheet *maq_recall_sheet_new (MaqHandoff *handoff,
                                MaqPaper   paper) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_contact_sheet_new:
 *
 * Who takes part, what they play, and how to reach them; performers of layers are among them
 * even where nothing else is said of them.
 *
 * Returns: (transfer full): the sheet
 */
MaqSheet *maq_contact_sheet_new (MaqHandoff *handoff,
                                 MaqPaper  paper) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_cover_sheet_new:
 *
 * The first page of a plan: title, artist, key, tempo, length, arrangement and its note, when
 * and where the session is, who plays, decisions that are agreed and questions that are open.
 *
 * Returns: (transfer full): the sheet
 */
MaqSheet *maq_cover_sheet_new (MaqHandoff *handoff,
                               MaqPaper    paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
