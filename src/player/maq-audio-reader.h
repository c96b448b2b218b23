/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-audio-file.h"

G_BEGIN_DECLS

/** MAQ_AUDIO_READER_MAX_BYTES: larger files are not read: 32 MiB */
#define MAQ_AUDIO_READER_MAX_BYTES (32 * 1024 * 1024)

/**
 * maq_audio_file_read:
 * @path: a WAV or FLAC file, told by what is in it
 * @rate_hz: frames per second that are wanted, whatever the file has
 * @max_seconds: what is longer is refused, above 0
 * @n_frames: (out): how many there are
 * @error: %MAQ_PLAYER_ERROR_READ, or %MAQ_PLAYER_ERROR_ENCODER where GStreamer lacks what it takes
 *
 * Reads a short sound whole. Files of others are read here, so that there are bounds of size,
 * length and time, and nothing but the two formats is let near.
 *
 * Returns: (transfer full) (array): left and right in turn, free with g_free(); or %NULL
 */
float *maq_audio_file_read (const char  *path,
                            int          rate_hz,
                            double       max_seconds,
                            MaqFrame    *n_frames,
                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
