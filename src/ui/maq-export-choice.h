/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-export-job.h"

G_BEGIN_DECLS

/**
 * MaqExportPick:
 * @is_chosen: whether it is to be written
 * @suffix: index of one of the kind's suffixes
 * @options: how; the paper is the same for all
 *
 * What is wished of one kind of document.
 */
typedef struct
{
  gboolean         is_chosen;
  guint            suffix;
  MaqExportOptions options;
} MaqExportPick;

/**
 * MaqExportChoice:
 *
 * Which documents are to be written and how, as it is kept from one time to the next.
 */
typedef struct _MaqExportChoice MaqExportChoice;

/**
 * maq_export_choice_new:
 * @kept: what maq_export_choice_to_variant() has made, of whatever version of the program
 * @paper: if @kept says nothing of it
 */
MaqExportChoice *maq_export_choice_new        (GVariant        *kept,
                                               MaqPaper         paper) G_GNUC_WARN_UNUSED_RESULT;
void             maq_export_choice_free       (MaqExportChoice *self);
/** maq_export_choice_to_variant: (transfer full): of type a{sv} */
GVariant        *maq_export_choice_to_variant (MaqExportChoice *self) G_GNUC_WARN_UNUSED_RESULT;

/** maq_export_choice_get_pick: (transfer none): of a kind by its index, to be changed */
MaqExportPick   *maq_export_choice_get_pick   (MaqExportChoice *self,
                                               guint            kind);
MaqPaper         maq_export_choice_get_paper  (MaqExportChoice *self);
void             maq_export_choice_set_paper  (MaqExportChoice *self,
                                               MaqPaper         paper);
/** maq_export_choice_share_sound: what all sound files have in common is as kind @kind has it */
void             maq_export_choice_share_sound (MaqExportChoice *self,
                                               guint            kind);
/** maq_export_choice_sounds: whether any sound file is chosen */
gboolean         maq_export_choice_sounds     (MaqExportChoice *self);
/** maq_export_choice_get_pattern: (transfer none) (nullable): of the names of sound files */
const char      *maq_export_choice_get_pattern (MaqExportChoice *self);
/** maq_export_choice_set_pattern: @pattern: that may be wrong; blank for the usual one */
void             maq_export_choice_set_pattern (MaqExportChoice *self,
                                               const char      *pattern);
/** maq_export_choice_plays: whether the band must play for what is chosen */
gboolean         maq_export_choice_plays      (MaqExportChoice *self);
/**
 * maq_export_choice_create_job:
 * @player: (nullable): for whom, where there is a document for each; %NULL for all of them
 *
 * Returns: (transfer full): all that is chosen, into @folder
 */
MaqExportJob    *maq_export_choice_create_job (MaqExportChoice       *self,
                                               const MaqExportSource *source,
                                               const char            *player,
                                               const char            *folder)
                                               G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqExportChoice, maq_export_choice_free)

G_END_DECLS
