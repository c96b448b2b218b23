/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "maq-handoff.h"

G_BEGIN_DECLS

/** MAQ_CUE_MAX_SECONDS: cue samples that are longer are refused */
#define MAQ_CUE_MAX_SECONDS 10.0

/**
 * maq_cue_book_dup_folder:
 *
 * Where people put cues of their own: `maquette/cues` in their data folder, one file for each
 * name or kind of section: `Verse 1.wav`, `chorus.flac`.
 */
char    *maq_cue_book_dup_folder (void) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_cue_book_can_speak:
 *
 * Returns: whether `espeak-ng` is installed, which says the names of sections
 */
gboolean maq_cue_book_can_speak  (void);

G_END_DECLS
