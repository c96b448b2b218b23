/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"

G_BEGIN_DECLS

/*
 * What several documents say in the same words.
 */

/** maq_export_get_name: (transfer none): of a section, its kind where it has none */
const char *maq_export_get_name          (MaqSection            *section);
/** maq_export_get_title: (transfer none): of the song, "Untitled" where it has none */
const char *maq_export_get_title         (MaqHandoff            *handoff);
/** maq_export_dup_line: (transfer full): @text on one line, without what cannot be seen */
char       *maq_export_dup_line          (const char            *text) G_GNUC_WARN_UNUSED_RESULT;
/** maq_export_get_beats: felt beats a minute */
double      maq_export_get_beats         (double                 tempo_qpm,
                                          MaqMeter               meter);
/** maq_export_dup_version: (transfer full): "As demoed, version 1a2b3c4" */
char       *maq_export_dup_version       (MaqHandoff            *handoff) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_export_dup_own:
 * @tells_end: whether the way out of the section is part of it
 *
 * Returns: (transfer full): "Am, 6/8": what holds in a section and not in the song; or ""
 */
char       *maq_export_dup_own           (MaqHandoff            *handoff,
                                          guint                  section,
                                          gboolean               tells_end) G_GNUC_WARN_UNUSED_RESULT;
/** maq_export_dup_bars: (transfer full): the chords of a section, a text for each of its bars */
char      **maq_export_dup_bars          (MaqHandoff            *handoff,
                                          guint                  section) G_GNUC_WARN_UNUSED_RESULT;
/** maq_export_find_alike: the first section whose chords are those of @section, it alone if none */
guint       maq_export_find_alike        (MaqHandoff            *handoff,
                                          guint                  section);
/** maq_export_dup_remark: (transfer full): "Verse 1, bar 3, Bass: text (Ana)" */
char       *maq_export_dup_remark        (MaqHandoff            *handoff,
                                          const MaqRemarkFields *remark) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
