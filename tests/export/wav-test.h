/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-tick.h"

G_BEGIN_DECLS

/*
 * Wav: a WAVE file read from its bytes by what the specification says, sharing nothing with what
 * writes it. Whatever is not as it says fails the test.
 */
typedef struct
{
  guint    format;         /* 1 for whole numbers, 3 for floats */
  guint    bits;
  int      rate_hz;
  gint64   n_frames;
  float   *samples;        /* left and right in turn */
  guint    n_cues;
  guint32 *cues;           /* frames */
  char   **labels;         /* of the cues, in their order */
} Wav;

Wav  *wav_read (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void  wav_free (Wav        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wav, wav_free)

G_END_DECLS
