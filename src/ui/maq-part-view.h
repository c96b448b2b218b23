/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-layer.h"
#include "maq-note-picture.h"
#include "maq-palette.h"
#include "maq-section.h"

G_BEGIN_DECLS

/**
 * MaqCell:
 * @layer: (transfer none): its row
 * @section: (transfer none): its column, with everything it takes over
 * @part: (transfer none) (nullable): what the layer plays there
 * @is_own: whether the section states the part itself
 * @overrides: whether the section follows another and states the part itself all the same
 * @is_quiet: whether the layer is muted, or another one soloed
 * @is_ghost: whether it is only shown so, and not yet done
 * @column: index of the section
 * @row: index of the layer
 * @first_bar: bars before the section
 * @bars: bars in it
 * @phrase: (transfer none) (nullable): what the band plays there, if that is known yet
 * @length_ticks: of the section, for @phrase
 * @bar_ticks: (transfer none) (nullable): as the bars of a #MaqNotePicture
 *
 * What a #MaqPartView shows.
 */
typedef struct
{
  MaqLayer   *layer;
  MaqSection *section;
  MaqPart    *part;
  gboolean    is_own;
  gboolean    overrides;
  gboolean    is_quiet;
  gboolean    is_ghost;
  guint       column;
  guint       row;
  int         first_bar;
  int         bars;
  MaqPhrase  *phrase;
  gint64      length_ticks;
  GBytes     *bar_ticks;
} MaqCell;

#define MAQ_TYPE_PART_VIEW (maq_part_view_get_type ())

G_DECLARE_FINAL_TYPE (MaqPartView, maq_part_view, MAQ, PART_VIEW, GtkWidget)

GtkWidget *maq_part_view_new          (const MaqPalette *palette,
                                       MaqNotePictures  *pictures) G_GNUC_WARN_UNUSED_RESULT;
/** maq_part_view_show_notes: paints again if it waits for the picture of its notes */
void       maq_part_view_show_notes   (MaqPartView      *self);
/** maq_part_view_bind: shows another cell; nothing happens if it says the same */
void       maq_part_view_bind         (MaqPartView      *self,
                                       const MaqCell    *cell);
void       maq_part_view_set_selected (MaqPartView      *self,
                                       gboolean          selected);
/** maq_part_view_is_on_sign: whether a point of the widget lies on the sign that lets it in or out */
gboolean   maq_part_view_is_on_sign   (MaqPartView      *self,
                                       double            x,
                                       double            y);
MaqId      maq_part_view_get_section  (MaqPartView      *self);
MaqId      maq_part_view_get_layer    (MaqPartView      *self);
/** maq_part_view_get_place: indices of its section and its layer */
void       maq_part_view_get_place    (MaqPartView      *self,
                                       guint            *column,
                                       guint            *row);
/** maq_part_view_get_label: (transfer none): what it is, in words */
const char *maq_part_view_get_label   (MaqPartView      *self);
/** maq_part_view_get_n_snapshots: how often any cell was painted, for tests */
guint      maq_part_view_get_n_snapshots (void);

G_END_DECLS
