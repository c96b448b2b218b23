/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-bite-private.h"
#include "maq-cue-book.h"

G_BEGIN_DECLS

/*
 * MaqCueBook: what announces each section: the user's own sample of its name or of its kind, else
 * its name spoken if that is wanted, else a tone.
 */
typedef struct _MaqCueBook MaqCueBook;

MaqCueBook    *maq_cue_book_new  (int             rate_hz,
                                  gboolean        speaks) G_GNUC_WARN_UNUSED_RESULT;
void           maq_cue_book_free (MaqCueBook     *self);
/* maq_cue_book_find: (transfer none): or NULL with an error that names the sample */
const MaqBite *maq_cue_book_find (MaqCueBook     *self,
                                  MaqSection     *section,
                                  GCancellable   *cancellable,
                                  GError        **error);

/* maq_speech_say: (transfer full) (array): @text as sound of at most %MAQ_CUE_MAX_SECONDS,
 * by `espeak-ng` in the language of the user, in some seconds */
float         *maq_speech_say    (const char     *text,
                                  int             rate_hz,
                                  MaqFrame       *n_frames,
                                  GCancellable   *cancellable,
                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqCueBook, maq_cue_book_free)

G_END_DECLS
