/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-phrase.h"
#include "maq-raster.h"

G_BEGIN_DECLS

/** MAQ_NOTE_PICTURES_BYTES: more than that is not kept; a large screen shows half of it */
#define MAQ_NOTE_PICTURES_BYTES ((gsize) 48 * 1024 * 1024)
/** MAQ_NOTE_PICTURE_WIDTH_MAX: of a section that is far wider than the view, as cells are */
#define MAQ_NOTE_PICTURE_WIDTH_MAX 4096

/**
 * MaqNotePicture:
 * @phrase: the notes
 * @length_ticks: of the section, which is as wide as the picture
 * @bars: (nullable): where its bars begin and the last one ends, in ticks (gint64) from its
 *   start, if they are not all of one length: each of them is as wide as the others
 * @width: in device pixels
 * @height: in device pixels
 * @ink: of the notes; all else is transparent
 *
 * What a picture of notes is made of.
 */
typedef struct
{
  MaqPhrase *phrase;
  gint64     length_ticks;
  GBytes    *bars;
  int        width;
  int        height;
  GdkRGBA    ink;
} MaqNotePicture;

/** maq_note_picture_paint: time to the right, pitch upwards, loud notes stronger; in any thread */
MaqRaster *maq_note_picture_paint (const MaqNotePicture *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * MaqNotePictures:
 *
 * Pictures of notes, painted by a worker and kept by phrase: what is asked
 * for shows as soon as it is there, in another size until then. Those that
 * were not asked for the longest go first when they become too many bytes.
 */
typedef struct _MaqNotePictures MaqNotePictures;

/** MaqNotePicturesFunc: more pictures are there */
typedef void (*MaqNotePicturesFunc) (gpointer user_data);

MaqNotePictures *maq_note_pictures_new  (MaqNotePicturesFunc   func,
                                         gpointer              user_data) G_GNUC_WARN_UNUSED_RESULT;
/** maq_note_pictures_free: @func is not called any more */
void             maq_note_pictures_free (MaqNotePictures      *self);
/**
 * maq_note_pictures_find:
 * @wanted: painted narrower where it is wider than %MAQ_NOTE_PICTURE_WIDTH_MAX
 * @is_there: (out): %FALSE while a worker paints the very picture
 *
 * Returns: (transfer none) (nullable): the picture of a phrase, perhaps in another size
 */
MaqRaster       *maq_note_pictures_find (MaqNotePictures      *self,
                                         const MaqNotePicture *wanted,
                                         gboolean             *is_there);
/** maq_note_pictures_size: bytes of what is kept, pictures and notes */
gsize            maq_note_pictures_size (MaqNotePictures      *self);

G_END_DECLS
