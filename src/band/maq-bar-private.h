/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-beats-private.h"
#include "maq-groove-private.h"

G_BEGIN_DECLS

/* MaqBar: a bar of the section that takes over the beats of a style */
typedef struct
{
  const MaqGroove *groove;
  const MaqBeats  *source;         /* of the style */
  guint            bar;
  MaqBeats         beats;
  gboolean         is_as_written;  /* has the very beats of the style */
} MaqBar;

void    maq_bar_open        (MaqBar              *self,
                             const MaqGroove     *groove,
                             guint                bar);
/* maq_bar_source_beat: which of the beats of @source the beat at @index stands for */
guint   maq_bar_source_beat (guint                index,
                             guint                bar,
                             const MaqBeats      *beats,
                             const MaqBeats      *source);
/* maq_bar_place: where an offset into a beat falls that takes over @source, or that beat ends */
MaqTick maq_bar_place       (const MaqBar        *self,
                             guint                beat,
                             guint                source,
                             MaqTick              offset_ticks);
/* maq_bar_swung: where what is written at @ticks of the section falls when it swings */
MaqTick maq_bar_swung       (const MaqBar        *self,
                             MaqTick              ticks);
/*
 * maq_bar_lay_event: adds a sign of the style that begins @source_ticks into its beat and
 * lasts @length_ticks, or 0 for as long as the style has it
 */
void    maq_bar_lay_event   (const MaqBar        *self,
                             guint                beat,
                             const MaqStyleLine  *line,
                             const MaqStyleEvent *event,
                             MaqTick              source_ticks,
                             MaqTick              length_ticks,
                             GArray              *hits);

G_END_DECLS
