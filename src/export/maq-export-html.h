/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"

G_BEGIN_DECLS

/**
 * maq_export_html:
 * @guide: (nullable): the guide mix as MP3, to be heard within the page; every phone and browser of
 *   the last fifteen years plays that, which can't be said of Opus, and FLAC is five times as large
 *
 * Writes the plan as one page that needs nothing else, no script and no net,
 * and is read on a phone as on a desk, light or dark: the head, the map of
 * sections and layers, who comes and goes, chords with the words, remarks.
 *
 * Returns: (transfer full): HTML 5 in UTF-8
 */
GBytes *maq_export_html (MaqHandoff *handoff,
                         GBytes     *guide) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
