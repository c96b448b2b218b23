/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-arrangement.h"
#include "maq-space.h"
#include "maq-stated.h"

G_BEGIN_DECLS

/** MaqSong: a song and the ways to lay it out, immutable */
typedef struct _MaqSong MaqSong;

/**
 * MaqSongFields:
 * @id: unique among the project's songs
 * @title: "Lanterns"
 * @artist: (nullable)
 * @composer: (nullable)
 * @key: always set
 * @tempo_qpm: quarter notes per minute
 * @meter: always set
 * @style: (nullable): name of a style of the band; %NULL for the first that suits the meter
 * @space: where the band is heard; unset is the live room
 * @swing: for layers that state none, 50 to 75 percent; 0 as the style has it
 * @lag_ms: for layers that state none, -50 to 50; unset as the style has it
 * @looseness: for layers that state none, percent, 0 to 100; unset as the style has it
 * @seed: what the band's choices grow from
 * @capo: fret, 0 to 11, for people; sounding chords are stored
 * @current: id of the arrangement that is looked at
 * @arrangements: (element-type MaqArrangement): at least one
 * @foreign: (nullable): other people's attributes and elements
 */
typedef struct
{
  MaqId       id;
  const char *title;
  const char *artist;
  const char *composer;
  MaqKey      key;
  double      tempo_qpm;
  MaqMeter    meter;
  const char *style;
  MaqSpace    space;
  double      swing;
  MaqStated   lag_ms;
  MaqStated   looseness;
  guint64     seed;
  int         capo;
  MaqId       current;
  MaqVec     *arrangements;
  const char *foreign;
} MaqSongFields;

extern const MaqVecClass maq_arrangement_vec_class;

MaqSong             *maq_song_new                (const MaqSongFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqSong             *maq_song_ref                (MaqSong             *self);
void                 maq_song_unref              (MaqSong             *self);
const MaqSongFields *maq_song_get_fields         (MaqSong             *self);
MaqId                maq_song_get_id             (MaqSong             *self);
/** maq_song_get_title: (transfer none): never %NULL */
const char          *maq_song_get_title          (MaqSong             *self);
gboolean             maq_song_equal              (MaqSong             *self,
                                                  MaqSong             *other);

guint                maq_song_get_n_arrangements (MaqSong             *self);
MaqArrangement      *maq_song_get_arrangement    (MaqSong             *self,
                                                  guint                index);
int                  maq_song_find_arrangement   (MaqSong             *self,
                                                  MaqId                id);
/** maq_song_get_current: (transfer none): the current arrangement; the first if the id names none */
MaqArrangement      *maq_song_get_current        (MaqSong             *self);

MaqSong             *maq_song_with_fields        (MaqSong             *self,
                                                  const MaqSongFields *fields) G_GNUC_WARN_UNUSED_RESULT;
/** maq_song_with_arrangement: in the place of the one with the same id, which must be there */
MaqSong             *maq_song_with_arrangement   (MaqSong             *self,
                                                  MaqArrangement      *arrangement) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqSong, maq_song_unref)

G_END_DECLS
