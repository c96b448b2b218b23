/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "maq-form.h"

G_BEGIN_DECLS

/** MAQ_SKETCH_MAX_BYTES: of a larger file nobody waits for a picture */
#define MAQ_SKETCH_MAX_BYTES (4 << 20)

/** MAQ_SKETCH_MAX_SECTIONS, MAQ_SKETCH_MAX_LAYERS: what has more is sketched so far */
#define MAQ_SKETCH_MAX_SECTIONS 240
#define MAQ_SKETCH_MAX_LAYERS 24

/**
 * MaqSketchSection:
 * @first_bar: bars before it
 * @bars: bars in it
 */
typedef struct
{
  MaqSectionKind kind;
  int            first_bar;
  int            bars;
} MaqSketchSection;

/**
 * MaqFormSketch:
 * @style: (nullable): what the style that is played is called, in the user's language
 * @note: (nullable): what is said about the arrangement
 * @tempo_qpm: quarter notes a minute
 * @seconds: how long it lasts
 * @bars: of all its sections, also of those that are not sketched
 * @sections: (array length=n_sections)
 * @levels: how much layers play, 0 for out; those of the first section first
 *
 * What a small picture of a song needs to know of its current arrangement, and
 * a line of text under it. Immutable, and independent of the song.
 */
typedef struct
{
  char             *title;
  char             *style;
  char             *note;
  MaqMeter          meter;
  double            tempo_qpm;
  double            seconds;
  int               bars;
  guint             n_sections;
  guint             n_layers;
  MaqSketchSection *sections;
  guint8           *levels;
} MaqFormSketch;

/** maq_form_sketch_new: any thread; the styles are read if they have not been, see maq_styles_get() */
MaqFormSketch *maq_form_sketch_new         (MaqSong             *song) G_GNUC_WARN_UNUSED_RESULT;
void           maq_form_sketch_free        (MaqFormSketch       *self);

/**
 * maq_form_sketch_load_async:
 *
 * Reads a project in a worker and makes a sketch of its current song. Never more
 * than %MAQ_SKETCH_MAX_BYTES are read, and only of a regular file.
 */
void           maq_form_sketch_load_async  (GFile               *file,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
/**
 * maq_form_sketch_load_finish:
 * @error: as maq_file_load(), or %G_IO_ERROR_NO_SPACE for a file that is too big
 *
 * Returns: (transfer full) (nullable)
 */
MaqFormSketch *maq_form_sketch_load_finish (GAsyncResult        *result,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqFormSketch, maq_form_sketch_free)

G_END_DECLS
