/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MaqLyric: a line of lyrics and the bar of its section where it begins, immutable */
typedef struct _MaqLyric MaqLyric;

/** maq_lyric_new: @bar counts from the start of the section, from 0 */
MaqLyric   *maq_lyric_new      (int         bar,
                                const char *text) G_GNUC_WARN_UNUSED_RESULT;
MaqLyric   *maq_lyric_ref      (MaqLyric   *self);
void        maq_lyric_unref    (MaqLyric   *self);
int         maq_lyric_get_bar  (MaqLyric   *self);
/** maq_lyric_get_text: (transfer none): never %NULL */
const char *maq_lyric_get_text (MaqLyric   *self);
gboolean    maq_lyric_equal    (MaqLyric   *self,
                                MaqLyric   *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqLyric, maq_lyric_unref)

G_END_DECLS
