/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "maq-audio-file.h"
#include "maq-file-set.h"
#include "maq-sound-plan.h"

G_BEGIN_DECLS

#define MAQ_SOUND_ERROR (maq_sound_error_quark ())

/**
 * MaqSoundError:
 * @MAQ_SOUND_ERROR_NOTHING: no file is wanted, or there is nothing in it
 * @MAQ_SOUND_ERROR_SIZE: it is too much to lie within another file
 * @MAQ_SOUND_ERROR_RATE: another number of frames per second than those that are offered
 */
typedef enum
{
  MAQ_SOUND_ERROR_NOTHING,
  MAQ_SOUND_ERROR_SIZE,
  MAQ_SOUND_ERROR_RATE,
} MaqSoundError;

GQuark          maq_sound_error_quark         (void);

/**
 * MaqSoundFormat:
 * @MAQ_SOUND_MP3: only to listen to, within a page: it begins later than it is told to, so it does
 *   not lie under the others; it has no nick
 *
 * Kinds of sound files.
 */
typedef enum
{
  MAQ_SOUND_WAV_24,
  MAQ_SOUND_WAV_16,
  MAQ_SOUND_WAV_FLOAT,
  MAQ_SOUND_FLAC_24,
  MAQ_SOUND_FLAC_16,
  MAQ_SOUND_OPUS,
  MAQ_SOUND_MP3,
  MAQ_N_SOUND_FORMATS
} MaqSoundFormat;

/** maq_sound_format_get_nick: (nullable): "wav24": on the command line and in settings, never translated */
const char     *maq_sound_format_get_nick     (MaqSoundFormat        self);
gboolean        maq_sound_format_from_nick    (const char           *nick,
                                               MaqSoundFormat       *format);

/**
 * MaqSoundWish:
 * @has_guide: whether there is to be a file with the mix, as it is heard
 * @guide_has_click: whether the metronome is in it
 * @guide_has_cues: whether the cues are in it
 * @has_click: whether there is to be a file with the metronome
 * @has_cues: whether there is to be a file with what announces the sections
 * @joins_click: whether these two are one file
 * @has_stems: whether there is to be a file for each layer that is heard
 * @groups_stems: whether layers of a group share a file
 * @has_report: whether loudness and peaks are measured and written down beside
 * @speaks: whether cues say the names of the sections; where there is a cue of the user's own, it
 *   is heard instead
 * @format: of all files
 * @pattern: (nullable): of their names, %NULL for %MAQ_FILE_PATTERN_DEFAULT
 * @n_before: files that stand before them in their folder; their own numbers come after
 * @plan: what is in them, and its rate: 44,100, 48,000 or 96,000; Opus and MP3 always have 48,000
 *
 * What is wanted as sound.
 */
typedef struct
{
  gboolean            has_guide;
  gboolean            guide_has_click;
  gboolean            guide_has_cues;
  gboolean            has_click;
  gboolean            has_cues;
  gboolean            joins_click;
  gboolean            has_stems;
  gboolean            groups_stems;
  gboolean            has_report;
  gboolean            speaks;
  MaqSoundFormat      format;
  const char         *pattern;
  guint               n_before;
  MaqSoundPlanOptions plan;
} MaqSoundWish;

/**
 * MaqExportSound:
 *
 * Sound files that are to be written: click, cues, guide mix and stems, all of the same start and
 * length, so that they lie right under each other wherever they are put. The stems added up are
 * the guide mix before its limiter, if no click is in it, turned down by
 * maq_export_sound_get_stem_gain(). WAV files mark where sections begin, and
 * FLAC and Opus files have chapters there. For
 * one thread at a time.
 */
typedef struct _MaqExportSound MaqExportSound;

/**
 * maq_export_sound_new:
 * @wish: copied
 * @error: a #MaqSoundError, a #MaqFilePatternError
 *
 * Returns: (transfer full): what is going to be written, or %NULL
 */
MaqExportSound *maq_export_sound_new          (MaqHandoff           *handoff,
                                               const MaqSoundWish   *wish,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void            maq_export_sound_free         (MaqExportSound       *self);
/** maq_export_sound_dup_names: (transfer full): the files, as they are going to be called */
GStrv           maq_export_sound_dup_names    (MaqExportSound       *self) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_export_sound_write:
 * @performance: of the arrangement
 * @font: what the band plays with
 * @folder: that is there
 * @files: where they are added; they come into being when it is finished
 * @progress: (nullable) (scope call): told how far it is
 * @cancellable: (nullable): leaves @folder as it was
 * @error: %G_IO_ERROR_CANCELLED, or what the disk, an encoder, a cue or the SoundFont has against
 *   it
 *
 * Writes all files. Takes its time: call it in a worker.
 */
gboolean        maq_export_sound_write        (MaqExportSound       *self,
                                               MaqPerformance       *performance,
                                               MaqSoundfont         *font,
                                               const char           *folder,
                                               MaqFileSet           *files,
                                               MaqAudioProgress      progress,
                                               gpointer              user_data,
                                               GCancellable         *cancellable,
                                               GError              **error);
/**
 * maq_export_sound_get_stem_gain:
 *
 * A layer may be louder than the mix, whose limiter it has not gone through. Where the format would
 * cut it off, all stems are turned down alike, so that their balance stays.
 *
 * Returns: after writing, how much: dB, 0 or below, a whole number
 */
double          maq_export_sound_get_stem_gain (MaqExportSound      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqExportSound, maq_export_sound_free)

G_END_DECLS
