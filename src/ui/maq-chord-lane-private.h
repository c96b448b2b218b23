/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-chord-lane.h"
#include "maq-chord-strip.h"
#include "maq-widget-pool.h"

G_BEGIN_DECLS

struct _MaqChordLane
{
  GtkWidget                 parent_instance;

  const MaqPalette         *palette;
  const MaqTimelineMetrics *metrics;
  MaqEditor                *editor;
  MaqWidgetPool            *strips;
  MaqWidgetPool            *bars;
  GtkWidget                *entry;
  GtkWidget                *menu;      /* NULL, or the newest */
  int                       view_width;
  MaqId                     section;   /* where the keyboard is, or was last */
  int                       bar;       /* of that section, from 0 */
  double                    inside;    /* how far into that bar the pointer was, below 1 */
  guint                     is_editing : 1;
  guint                     is_busy : 1;  /* the focus is about to come back */
};

/* maq-chord-lane.c */
/** maq_chord_lane_find_section: index of the section with the keyboard, or -1 */
int            maq_chord_lane_find_section (MaqChordLane   *self);
/** maq_chord_lane_find_strip: (nullable): the strip of the section with the keyboard */
MaqChordStrip *maq_chord_lane_find_strip   (MaqChordLane   *self);
/** maq_chord_lane_focus: gives the keyboard to the bar where it was last */
void           maq_chord_lane_focus        (MaqChordLane   *self);
/** maq_chord_lane_type: opens the bar; (nullable) @typed: what was typed already */
void           maq_chord_lane_type         (MaqChordLane   *self,
                                            const char     *typed);
/** maq_chord_lane_put: says what stands in the bar now; %FALSE if that was refused */
gboolean       maq_chord_lane_put          (MaqChordLane   *self,
                                            const char     *text);

/* maq-chord-lane-menu.c */
void           maq_chord_lane_menu_class_init (GtkWidgetClass *widget_class);
/** maq_chord_lane_show_menu: what can be done to the bar, at a place in the lane */
void           maq_chord_lane_show_menu    (MaqChordLane   *self,
                                            GdkRectangle    at);

G_END_DECLS
