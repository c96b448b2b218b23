/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-editor.h"
#include "maq-follow.h"
#include "maq-listener.h"
#include "maq-overview.h"
#include "maq-view-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MAQ_TYPE_TIMELINE (maq_timeline_get_type ())

/**
 * MaqTimeline:
 *
 * The song at a glance: ruler, section heads, layer heads, parts, playhead.
 *
 * Signals:
 *
 * - `seek (double ticks)`: the user points at a place in the ruler
 * - `loop (double start_bar, double end_bar)`: the user draws in the ruler what is to be
 *   repeated; nothing if it is no bar long
 */
G_DECLARE_FINAL_TYPE (MaqTimeline, maq_timeline, MAQ, TIMELINE, GtkWidget)

GtkWidget *maq_timeline_new             (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_timeline_set_editor: @editor is what it shows and edits, or %NULL */
void       maq_timeline_set_editor      (MaqTimeline *self,
                                         MaqEditor   *editor);

/** maq_timeline_set_position: puts the playhead at @ticks, following it with the view if @follow */
void       maq_timeline_set_position    (MaqTimeline *self,
                                         double       ticks,
                                         gboolean     follow);
/** maq_timeline_show_at_selection: (transfer floating): @popover points at what is selected */
void       maq_timeline_show_at_selection (MaqTimeline *self,
                                         GtkWidget   *popover);
/** maq_timeline_show_at_playhead: (transfer floating): @popover points at the playhead */
void       maq_timeline_show_at_playhead (MaqTimeline *self,
                                         GtkWidget   *popover);
/** maq_timeline_set_performance: (nullable) @performance: what the band plays, to be seen */
void       maq_timeline_set_performance (MaqTimeline *self,
                                         MaqPerformance *performance);
/**
 * maq_timeline_show_at_remark:
 * @popover: (transfer floating): the one that is shown already, or another
 *
 * Scrolls to the sign of a remark and lets @popover point at it, also when the view moves on.
 */
void       maq_timeline_show_at_remark   (MaqTimeline *self,
                                         GtkWidget   *popover,
                                         MaqId        remark);
/** maq_timeline_move_rows: moves the selected layer or folded group up (-1) or down (1) */
void       maq_timeline_move_rows       (MaqTimeline *self,
                                         int          step);
/** maq_timeline_toggle_fold: folds or unfolds the group of a layer, if it is in one */
void       maq_timeline_toggle_fold     (MaqTimeline *self,
                                         MaqId        layer);
/** maq_timeline_dup_folded: (transfer full): names of the groups that are folded, in their order */
GStrv      maq_timeline_dup_folded      (MaqTimeline *self) G_GNUC_WARN_UNUSED_RESULT;
/** maq_timeline_set_folded: (nullable) @names: of groups to be folded; others are not */
void       maq_timeline_set_folded      (MaqTimeline *self,
                                         GStrv        names);
/** maq_timeline_update_meters: shows how loud the layers in view are; %FALSE when all rest */
gboolean   maq_timeline_update_meters   (MaqTimeline *self,
                                         MaqListener *listener);
/** maq_timeline_set_arcs_shown: whether there is a lane for arcs */
void       maq_timeline_set_arcs_shown  (MaqTimeline *self,
                                         gboolean     shown);
gboolean   maq_timeline_get_arcs_shown  (MaqTimeline *self);
/** maq_timeline_set_arc: (nullable) @name: which arc the lane shows; named for %MAQ_ARC_OTHER */
void       maq_timeline_set_arc         (MaqTimeline *self,
                                         MaqArcKind   kind,
                                         const char  *name);
/** maq_timeline_get_arc: @name: (out) (transfer none) (nullable) */
MaqArcKind maq_timeline_get_arc         (MaqTimeline *self,
                                         const char **name);
/** maq_timeline_set_measures: (element-type MaqMeasure): what is heard, beside what is meant */
void       maq_timeline_set_measures    (MaqTimeline *self,
                                         MaqPerformance *performance,
                                         GPtrArray   *measures);
/** maq_timeline_set_measuring: @done of @total sections are measured; both 0 when all are */
void       maq_timeline_set_measuring   (MaqTimeline *self,
                                         guint        done,
                                         guint        total);
/** maq_timeline_set_proposed: (nullable): what the arc of energy would come to, %NULL for nothing */
void       maq_timeline_set_proposed    (MaqTimeline *self,
                                         MaqFollow   *follow);
/** maq_timeline_focus_arc: gives the keyboard to the arc, where the selection is */
void       maq_timeline_focus_arc       (MaqTimeline *self);
/** maq_timeline_show_at_arc: (transfer floating): @popover points at the head of the arc lane */
void       maq_timeline_show_at_arc     (MaqTimeline *self,
                                         GtkWidget   *popover);
/** maq_timeline_show_at_summary: (transfer floating): @popover points at how long the song lasts */
void       maq_timeline_show_at_summary (MaqTimeline *self,
                                         GtkWidget   *popover);
/** maq_timeline_set_loop: marks a stretch of the ruler; none if it is empty */
void       maq_timeline_set_loop        (MaqTimeline *self,
                                         double       start_ticks,
                                         double       end_ticks);
/** maq_timeline_follow_again: follows the playhead again after the user has scrolled away */
void       maq_timeline_follow_again    (MaqTimeline *self);

/** maq_timeline_set_overview: (nullable): @overview shows and scrolls the same song */
void       maq_timeline_set_overview    (MaqTimeline *self,
                                         MaqOverview *overview);
/** maq_timeline_zoom_by: about the pointer, or else what is selected, or the playhead */
void       maq_timeline_zoom_by         (MaqTimeline *self,
                                         double       factor);
/** maq_timeline_zoom_fit: the whole song in view, also when the view or the song grows */
void       maq_timeline_zoom_fit        (MaqTimeline *self);
/** maq_timeline_zoom_selection: the sections that are selected over the whole view */
void       maq_timeline_zoom_selection  (MaqTimeline *self);

/** maq_timeline_get_sight: @sight: (out): what is in view */
void       maq_timeline_get_sight       (MaqTimeline *self,
                                         MaqSight    *sight);
/** maq_timeline_set_sight: shows that, as far as the song goes */
void       maq_timeline_set_sight       (MaqTimeline *self,
                                         const MaqSight *sight);

/** maq_timeline_show_selection: scrolls to what is selected; the focus stays where it is */
void       maq_timeline_show_selection  (MaqTimeline *self);
/** maq_timeline_focus_selection: scrolls to what is selected and gives it the focus */
void       maq_timeline_focus_selection (MaqTimeline *self);
/** maq_timeline_rename_selection: asks for a new name of the selected section or layer */
void       maq_timeline_rename_selection (MaqTimeline *self);
/** maq_timeline_type_chords: types the chords of the selected section, bar by bar in the lane */
void       maq_timeline_type_chords     (MaqTimeline *self);
/** maq_timeline_cancel_drag: ends a drag and shows what was before it; %FALSE if there was none */
gboolean   maq_timeline_cancel_drag     (MaqTimeline *self);

G_END_DECLS
