/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-performance.h"

G_BEGIN_DECLS

/**
 * maq_export_musicxml:
 * @performance: of the arrangement
 * @with_parts: whether each layer has a part of its own below the lead sheet
 *
 * Writes MusicXML 4.0 (W3C, 2021): a lead sheet with a rehearsal mark for each
 * section, meters with odd bars, keys, tempi, each chord where it changes, and
 * the lyrics. Its notes are those of the first layer that sings; bars without
 * a tune have a slash for each beat. Divisions are our ticks, so that chords
 * stand exactly where they are; see #MaqNotation for notes.
 *
 * Returns: (transfer full): the document
 */
GBytes *maq_export_musicxml (MaqHandoff     *handoff,
                             MaqPerformance *performance,
                             gboolean        with_parts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
