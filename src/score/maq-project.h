/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-session.h"
#include "maq-song.h"

G_BEGIN_DECLS

/** MaqProject: one file: the record being prepared. The root of everything, immutable */
typedef struct _MaqProject MaqProject;

/**
 * MaqProjectFields:
 * @title: (nullable): of the record
 * @artist: (nullable)
 * @soundfont: (nullable): file name of a SoundFont, without folders; %NULL for the usual one
 * @current: id of the song that is looked at
 * @songs: (element-type MaqSong): at least one
 * @session: (nullable): %NULL where nothing is said of it
 * @foreign: (nullable): other people's attributes and elements
 */
typedef struct
{
  const char *title;
  const char *artist;
  const char *soundfont;
  MaqId       current;
  MaqVec     *songs;
  MaqSession *session;
  const char *foreign;
} MaqProjectFields;

extern const MaqVecClass maq_song_vec_class;

MaqProject             *maq_project_new         (const MaqProjectFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqProject             *maq_project_ref         (MaqProject             *self);
void                    maq_project_unref       (MaqProject             *self);
const MaqProjectFields *maq_project_get_fields  (MaqProject             *self);
gboolean                maq_project_equal       (MaqProject             *self,
                                                 MaqProject             *other);

guint                   maq_project_get_n_songs (MaqProject             *self);
MaqSong                *maq_project_get_song    (MaqProject             *self,
                                                 guint                   index);
int                     maq_project_find_song   (MaqProject             *self,
                                                 MaqId                   id);
/** maq_project_get_current: (transfer none): the current song; the first if the id names none */
MaqSong                *maq_project_get_current (MaqProject             *self);
/** maq_project_get_arrangement: (transfer none): the current arrangement of the current song */
MaqArrangement         *maq_project_get_arrangement (MaqProject         *self);

/** maq_project_is_file_name: whether @text names a file and no folder: no slash, and not "." */
gboolean                maq_project_is_file_name (const char            *text);

MaqProject             *maq_project_with_fields (MaqProject             *self,
                                                 const MaqProjectFields *fields) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqProject, maq_project_unref)

G_END_DECLS
