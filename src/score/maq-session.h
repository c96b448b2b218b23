/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-session-row.h"
#include "maq-vec.h"

G_BEGIN_DECLS

/** MaqSessionText: what is said of a session as a whole */
typedef enum
{
  MAQ_SESSION_DATE,
  MAQ_SESSION_TIMES,       /* load-in, call, downbeat, end */
  MAQ_SESSION_PLACE,       /* studio and address */
  MAQ_SESSION_ROOM,
  MAQ_SESSION_MOOD,
  MAQ_SESSION_LIGHT,
  MAQ_SESSION_SIGHTLINES,
  MAQ_SESSION_POSITIONS,   /* who stands where */
  MAQ_SESSION_HEADPHONES,  /* mixes, and who hears what */
  MAQ_N_SESSION_TEXTS
} MaqSessionText;

/**
 * MaqSession:
 *
 * The tracking session of a project: when and where, the room, the inputs, what is to be
 * found again, and who takes part. Immutable.
 *
 * It is one for all songs of the project, while ids of layers hold within one arrangement:
 * so it names layers as people do. Layers in turn name who plays them.
 */
typedef struct _MaqSession MaqSession;

/**
 * MaqSessionFields:
 * @texts: (nullable)
 * @lists: (element-type MaqSessionRow) (nullable): %NULL for none
 * @foreign: (nullable): other people's attributes and elements
 */
typedef struct
{
  const char *texts[MAQ_N_SESSION_TEXTS];
  MaqVec     *lists[MAQ_N_SESSION_LISTS];
  const char *foreign;
} MaqSessionFields;

extern const MaqVecClass maq_session_row_vec_class;

MaqSession             *maq_session_new            (const MaqSessionFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqSession             *maq_session_ref            (MaqSession             *self);
void                    maq_session_unref          (MaqSession             *self);
const MaqSessionFields *maq_session_get_fields     (MaqSession             *self);
gboolean                maq_session_equal          (MaqSession             *self,
                                                    MaqSession             *other);
/** maq_session_is_empty: whether nothing at all is said; a project has no such session */
gboolean                maq_session_is_empty       (MaqSession             *self);
MaqSession             *maq_session_with_fields    (MaqSession             *self,
                                                    const MaqSessionFields *fields) G_GNUC_WARN_UNUSED_RESULT;

/** maq_session_get_n_rows: (nullable) @self: %NULL has none */
guint                   maq_session_get_n_rows     (MaqSession             *self,
                                                    MaqSessionList          list);
MaqSessionRow          *maq_session_get_row        (MaqSession             *self,
                                                    MaqSessionList          list,
                                                    guint                   index);
/** maq_session_find_row: (nullable) @self; the index, or -1 */
int                     maq_session_find_row       (MaqSession             *self,
                                                    MaqSessionList          list,
                                                    MaqId                   id);
/** maq_session_find_contact: (nullable) (transfer none): (nullable) @self: who has that name */
MaqSessionRow          *maq_session_find_contact   (MaqSession             *self,
                                                    const char             *name);
/** maq_session_fresh_id: an id that no row of the list has */
MaqId                   maq_session_fresh_id       (MaqSession             *self,
                                                    MaqSessionList          list);
/** maq_session_get_text: (nullable): (nullable) @self: %NULL says nothing */
const char             *maq_session_get_text       (MaqSession             *self,
                                                    MaqSessionText          text);
/** maq_session_text_get_label: "Sightlines", translated */
const char             *maq_session_text_get_label (MaqSessionText          self);
/** maq_session_text_get_max_bytes: how long it may be */
gsize                   maq_session_text_get_max_bytes (MaqSessionText      self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqSession, maq_session_unref)

G_END_DECLS
