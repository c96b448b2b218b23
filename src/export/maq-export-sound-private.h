/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-cue-book-private.h"
#include "maq-export-sound.h"
#include "maq-loudness.h"

G_BEGIN_DECLS

/* MaqSoundFile: one of the files, and what is found out of it while it is written */
typedef struct
{
  char               *name;
  char               *what;        /* is in it: "Guide" */
  gboolean            has_mix;     /* through the limiter, with what follows */
  gboolean            has_click;
  gboolean            has_cues;
  GArray             *layers;      /* of a stem: ids of layers; else NULL */
  MaqLoudnessFigures  figures;     /* where there is a report */
} MaqSoundFile;

struct _MaqExportSound
{
  MaqHandoff     *handoff;
  MaqSoundWish    wish;
  char           *pattern;
  GArray         *files;           /* of MaqSoundFile */
  double          stem_gain_db;    /* how much all stems are turned down, 0 or below */
  char           *report_text;     /* names of the reports, or NULL */
  char           *report_table;
};

/* maq_export_sound_count_bytes: how long each file is if it is WAV, 0 for other formats */
guint64  maq_export_sound_count_bytes (MaqExportSound *self);
/* maq_sound_run: renders and writes all files; @paths: where to, in their order */
gboolean maq_sound_run             (MaqExportSound     *self,
                                    MaqPerformance     *performance,
                                    const char *const  *paths,
                                    MaqSoundfont       *font,
                                    MaqAudioProgress    progress,
                                    gpointer            user_data,
                                    GCancellable       *cancellable,
                                    GError            **error);

/* maq_sound_report_text: (transfer full): loudness, range, peak and length of each file */
char    *maq_sound_report_text     (MaqExportSound     *self) G_GNUC_WARN_UNUSED_RESULT;
/* maq_sound_report_table: (transfer full): the same for spreadsheets (RFC 4180) */
char    *maq_sound_report_table    (MaqExportSound     *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
