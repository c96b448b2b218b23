/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-band-private.h"

G_BEGIN_DECLS

/*
 * MaqMemo: the phrases that were made, by scene and part. It remembers what was
 * used lately and forgets the rest; what it holds is bounded.
 */
typedef struct _MaqMemo MaqMemo;

MaqMemo   *maq_memo_new        (void);
void       maq_memo_free       (MaqMemo           *self);
/* maq_memo_intern: the scene that says the same and was there first, or @scene; takes @scene */
MaqScene  *maq_memo_intern     (MaqMemo           *self,
                                MaqScene          *scene);
/* maq_memo_dup_phrase: what the part plays; @n_made grows when it had to be made */
MaqPhrase *maq_memo_dup_phrase (MaqMemo           *self,
                                MaqScene          *scene,
                                const MaqBandPart *part,
                                guint             *n_made);

G_END_DECLS
