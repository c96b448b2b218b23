/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-sheet.h"

G_BEGIN_DECLS

/**
 * maq_map_sheet_new:
 *
 * The arrangement on one page: sections from left to right as wide as they are
 * long, layers below each other, a box as high and dark as the level where a
 * layer plays, from where it enters to where it leaves. Above stand bars, time,
 * and tempo and meter where they change; below the arc that is meant, and remarks,
 * whose numbers stand over their sections. Forms and bands that are too large to be
 * read on one page go on on the next.
 *
 * Returns: (transfer full): the map
 */
MaqSheet *maq_map_sheet_new (MaqHandoff *handoff,
                             MaqPaper    paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
