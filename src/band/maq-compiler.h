/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-performance.h"
#include "maq-song.h"
#include "maq-style-library.h"

G_BEGIN_DECLS

/**
 * MaqCompiler:
 *
 * Turns songs into performances and remembers what it made: phrases whose part,
 * chords, meter, tempo and style are what they were are not made again, whether
 * they come back by an edit elsewhere, by undo or by another arrangement.
 *
 * Not a value: it belongs to one thread at a time. What it returns is immutable
 * and may go to any thread.
 */
typedef struct _MaqCompiler MaqCompiler;

/** maq_compiler_new: @styles: (nullable): %NULL for maq_style_library_new() */
MaqCompiler     *maq_compiler_new                 (MaqStyleLibrary *styles) G_GNUC_WARN_UNUSED_RESULT;
void             maq_compiler_free                (MaqCompiler     *self);

/**
 * maq_compiler_compile:
 *
 * Makes what the band plays of the song's current arrangement: a span for each
 * section, with the section's id, and a lane for each layer, with the layer's id.
 * Lanes that are muted have their notes too.
 *
 * The performance's origin is @song, referenced.
 *
 * Returns: (transfer full): a performance; without spans if there are no sections
 */
MaqPerformance  *maq_compiler_compile             (MaqCompiler     *self,
                                                   MaqSong         *song) G_GNUC_WARN_UNUSED_RESULT;
/** maq_compiler_compile_arrangement: as maq_compiler_compile(), for any of the song's arrangements */
MaqPerformance  *maq_compiler_compile_arrangement (MaqCompiler     *self,
                                                   MaqSong         *song,
                                                   MaqArrangement  *arrangement) G_GNUC_WARN_UNUSED_RESULT;
/** maq_compiler_get_n_made: phrases that the latest compilation had to make */
guint            maq_compiler_get_n_made          (MaqCompiler     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqCompiler, maq_compiler_free)

G_END_DECLS
