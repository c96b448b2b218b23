/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "maq-render.h"

G_BEGIN_DECLS

#define MAQ_PLAYER_ERROR (maq_player_error_quark ())

/**
 * MaqPlayerError:
 * @MAQ_PLAYER_ERROR_FORMAT: the name of a file ends in nothing that can be written
 * @MAQ_PLAYER_ERROR_ENCODER: the encoder for a format is not installed
 * @MAQ_PLAYER_ERROR_WRITE: writing failed, as on a full disk
 * @MAQ_PLAYER_ERROR_READ: a file can't be read, or is not what may be read
 */
typedef enum
{
  MAQ_PLAYER_ERROR_FORMAT,
  MAQ_PLAYER_ERROR_ENCODER,
  MAQ_PLAYER_ERROR_WRITE,
  MAQ_PLAYER_ERROR_READ,
} MaqPlayerError;

GQuark             maq_player_error_quark    (void);

/**
 * MaqAudioWriter:
 *
 * Writes stereo sound to a file: `.flac`, `.wav`, `.opus` with 160 kbit/s. What is there
 * under that name stays until the new file is whole. Belongs to one thread, which may be any; no main loop is needed.
 */
typedef struct _MaqAudioWriter MaqAudioWriter;

/** MaqSampleFormat: how WAV and FLAC keep a sample; FLAC knows no floats and has 24 bits for them */
typedef enum
{
  MAQ_SAMPLES_24,
  MAQ_SAMPLES_16,
  MAQ_SAMPLES_FLOAT,
} MaqSampleFormat;

/**
 * MaqAudioMarker:
 * @frame: from the start of the file, below 2³²
 * @label: its name, in UTF-8
 */
typedef struct
{
  MaqFrame    frame;
  const char *label;
} MaqAudioMarker;

/**
 * MaqAudioOptions:
 * @ending: (nullable): ".wav": what the path would end in, if that is not its own; also ".mp3",
 *   160 kbit/s, which is for listening within other files only
 * @samples: how samples are kept
 * @markers: (array length=n_markers): places that are marked: in WAV files as cues, in FLAC and Opus
 *   files as chapters, to the millisecond
 * @n_frames: how many frames there will be, 0 if nobody knows: a WAV file that is going to be larger
 *   than 4 GiB must know, and is an RF64 file then
 *
 * How sound is written. All zero is as the path ends, 24 bits and no markers.
 */
typedef struct
{
  const char           *ending;
  MaqSampleFormat       samples;
  const MaqAudioMarker *markers;
  guint                 n_markers;
  MaqFrame              n_frames;
} MaqAudioOptions;

/** maq_audio_file_can_write: whether the ending of @path is one that can be written */
gboolean           maq_audio_file_can_write  (const char      *path);

/**
 * maq_audio_writer_new:
 * @path: where to write; its ending names the format
 * @rate_hz: frames per second; Opus files always have 48,000
 * @error: any #MaqPlayerError
 *
 * Returns: (transfer full): a writer, or %NULL
 */
MaqAudioWriter    *maq_audio_writer_new      (const char      *path,
                                              int              rate_hz,
                                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/** maq_audio_writer_new_with: as maq_audio_writer_new() with @options, which are copied */
MaqAudioWriter    *maq_audio_writer_new_with (const char      *path,
                                              int              rate_hz,
                                              const MaqAudioOptions  *options,
                                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/** maq_audio_writer_write: appends frames, left and right in turn; %MAQ_PLAYER_ERROR_WRITE */
gboolean           maq_audio_writer_write    (MaqAudioWriter  *self,
                                              const float     *interleaved,
                                              guint            n_frames,
                                              GError         **error);
/** maq_audio_writer_finish: completes the file and puts it in its place */
gboolean           maq_audio_writer_finish   (MaqAudioWriter  *self,
                                              GError         **error);
/** maq_audio_writer_free: gives up, unless it was finished: nothing is left of the new file */
void               maq_audio_writer_free     (MaqAudioWriter  *self);

/**
 * MaqAudioProgress:
 * @fraction: how much is done, 0.0 to 1.0
 *
 * Called on the thread that writes, some ten times a second.
 */
typedef void     (*MaqAudioProgress)         (double           fraction,
                                              gpointer         user_data);

/**
 * maq_audio_file_write:
 * @path: where to write the mix
 * @options: (nullable): what to render; `stems` is ignored
 * @progress: (nullable) (scope call): told how far it is
 * @cancellable: (nullable): leaves no file behind
 * @error: any #MaqPlayerError or #MaqEngineError, %G_IO_ERROR_CANCELLED
 *
 * Renders a performance to a file. Takes some seconds: call it in a worker.
 */
gboolean           maq_audio_file_write      (const char              *path,
                                              MaqSoundfont            *font,
                                              MaqPerformance          *performance,
                                              const MaqRenderOptions  *options,
                                              MaqAudioProgress         progress,
                                              gpointer                 user_data,
                                              GCancellable            *cancellable,
                                              GError                 **error);

/**
 * maq_audio_file_write_stems:
 * @paths: (array): one for each of @n_paths lanes, in their order; %NULL leaves one out
 * @n_paths: the lanes of @performance
 *
 * Renders each lane with its share of the room to a file of its own, all in
 * one go. Otherwise like maq_audio_file_write().
 */
gboolean           maq_audio_file_write_stems (const char *const      *paths,
                                              guint                    n_paths,
                                              MaqSoundfont            *font,
                                              MaqPerformance          *performance,
                                              const MaqRenderOptions  *options,
                                              MaqAudioProgress         progress,
                                              gpointer                 user_data,
                                              GCancellable            *cancellable,
                                              GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqAudioWriter, maq_audio_writer_free)

G_END_DECLS
