/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-advice-list.h"
#include "maq-editor.h"
#include "maq-empty-hint.h"
#include "maq-following.h"
#include "maq-import-report.h"
#include "maq-inspector.h"
#include "maq-listener.h"
#include "maq-measuring.h"
#include "maq-moves-bar.h"
#include "maq-player.h"
#include "maq-reviewing.h"
#include "maq-timeline.h"
#include "maq-transport.h"
#include "maq-view-store.h"
#include "maq-welcome.h"
#include "maq-window.h"

G_BEGIN_DECLS

/** MaqWindowExport: a sound file that is being written */
typedef struct _MaqWindowExport MaqWindowExport;

/** MaqBannerAction: what a button of the banner does */
typedef void (*MaqBannerAction) (MaqWindow *self);

struct _MaqWindow
{
  AdwApplicationWindow parent_instance;

  GSettings       *settings;
  MaqEditor       *editor;     /* NULL while it welcomes */
  MaqListener     *listener;
  MaqLoop          loop;       /* what is repeated; nothing without a first section */
  gboolean         loop_waits; /* for the song to be played; it was kept when that was closed */
  double           waiting_ticks; /* where the playhead is to stand when the song is played first */
  GMenu           *recent;
  char            *menu_names; /* of songs and arrangements, as the title's menu has them */
  GPtrArray       *recoveries; /* of MaqRecovery, still to be offered */
  AdwToast        *toast;      /* the newest, while it shows */
  MaqImportReport *import_report; /* of the chart that the song was made of; NULL for none */
  GtkWidget       *remark_card; /* weak: the newest; NULL for none */
  MaqId            walked;     /* the remark that was opened last */
  AdwToast        *refusal;    /* weak: why the newest edit was refused */
  MaqWindowExport *export;     /* belongs to its task; NULL for none */
  char            *export_folder; /* that was written to last; NULL for none */
  MaqMeasuring    *measuring;  /* NULL before the first arc is shown */
  MaqReviewing    *reviewing;  /* NULL before the first song */
  MaqFollowing    *following;  /* NULL before anything is measured or followed */
  char            *soundfont_wanted;  /* by the song's file; NULL for the user's */
  gboolean         soundfont_missing;
  guint            tick_id;
  gboolean         may_close;
  gboolean         is_hearing;   /* a preview, while its key is down */
  gboolean         stops_hearing; /* nothing played before that */
  MaqId            bare_section; /* whose bare bones are heard */
  GBytes          *taken_out;    /* the parts that were, or NULL */
  MaqProject      *taken_from;   /* as they were */

  MaqBannerAction  banner_action;
  MaqBannerAction  banner_other_action;

  GtkStack        *title_stack;
  GtkMenuButton   *title_button;
  GtkLabel        *title;
  GtkLabel        *subtitle;
  AdwSplitButton  *open_button;
  GtkWidget       *undo_button;
  GtkWidget       *redo_button;
  GtkMenuButton   *history_button;
  GtkWidget       *save_button;
  GtkWidget       *inspector_button;
  GtkMenuButton   *review_button;
  GtkLabel        *review_count;
  MaqAdviceList   *advice_list; /* NULL before the first song */
  guint            n_measured;  /* of the sections that are being measured */
  guint            n_to_measure; /* 0 where nothing is */
  GtkRevealer     *banner;
  GtkWidget       *banner_box;
  GtkLabel        *banner_label;
  GtkButton       *banner_button;
  GtkButton       *banner_other;
  GtkRevealer     *export_bar;
  GtkLabel        *export_label;
  GtkProgressBar  *export_progress;
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  MaqWelcome      *welcome;
  AdwFlap         *flap;
  MaqTimeline     *timeline;
  MaqEmptyHint    *empty_hint;
  MaqInspector    *inspector;
  MaqMovesBar     *moves_bar;
  GtkWidget       *move_sentence;
  MaqTransport    *transport;
};

/* maq-window-review.c */
void maq_window_review_class_init  (GtkWidgetClass *widget_class);
/** maq_window_session_class_init: the window in which the session is typed */
void maq_window_session_class_init (GtkWidgetClass *widget_class);
/** maq_window_review: hears the song through, if it is another than before */
void maq_window_review             (MaqWindow      *self);
/** maq_window_review_set_editor: another song: begins anew */
void maq_window_review_set_editor  (MaqWindow      *self);
/** maq_window_review_take_measures: (element-type MaqMeasure): of the spans; some may be %NULL */
void maq_window_review_take_measures (MaqWindow    *self,
                                    MaqPerformance *performance,
                                    GPtrArray      *measures);
/** maq_window_review_set_measuring: so many of so many sections are measured; both 0 at rest */
void maq_window_review_set_measuring (MaqWindow    *self,
                                    guint           done,
                                    guint           total);
/** maq_window_review_drop_measures: nothing is measured any more */
void maq_window_review_drop_measures (MaqWindow    *self);

/* maq-window-arc.c */
void maq_window_arc_class_init     (GtkWidgetClass *widget_class);
/** maq_window_measure: measures what the band has played, if that is to be seen */
void maq_window_measure            (MaqWindow      *self);
/** maq_window_look_at_balance: finds the frequency balance of the section that is selected */
void maq_window_look_at_balance    (MaqWindow      *self);
/** maq_window_watch_arcs: shows arcs as the settings have it, now that there is a timeline */
void maq_window_watch_arcs         (MaqWindow      *self);

void maq_window_actions_class_init (GtkWidgetClass *widget_class);
/** maq_window_actions_init: keys that come before all others */
void maq_window_actions_init       (MaqWindow      *self);
/** maq_window_actions_update: the one place that says which actions make sense now */
void maq_window_actions_update     (MaqWindow      *self);
/** maq_window_hear_init: lets a preview be heard while a key is down */
void maq_window_hear_init         (MaqWindow      *self);
/** maq_window_hear_from: the same while the keyboard is in a popover, which keeps it to itself */
void maq_window_hear_from         (MaqWindow      *self,
                                   GtkWidget      *widget);
void maq_window_files_class_init   (GtkWidgetClass *widget_class);
/** maq_window_files_update_recent: fills the menu of recent songs */
void maq_window_files_update_recent (MaqWindow     *self);
/** maq_window_files_close_request: asks before unsaved changes are lost; %TRUE to stay open */
gboolean maq_window_files_close_request (MaqWindow *self);

/** maq_window_new_class_init: songs that begin with one that is there */
void maq_window_new_class_init     (GtkWidgetClass *widget_class);
void maq_window_clip_class_init    (GtkWidgetClass *widget_class);
/** maq_window_clip_update: which actions of the clipboard make sense now */
void maq_window_clip_update        (MaqWindow      *self);
void maq_window_parts_class_init   (GtkWidgetClass *widget_class);
/** maq_window_parts_update: which actions on parts make sense now */
void maq_window_parts_update       (MaqWindow      *self);
/* maq-window-toggle.c */
/** maq_window_toggle: lets the parts that are selected in, or takes them out */
void maq_window_toggle             (MaqWindow      *self);
/** maq_window_toggle_forget: what was taken out comes in like any other from now on */
void maq_window_toggle_forget      (MaqWindow      *self);
void maq_window_sections_class_init (GtkWidgetClass *widget_class);
/** maq_window_sections_update: which actions on sections make sense now */
void maq_window_sections_update    (MaqWindow      *self);
/** maq_window_sections_hear_all: ends the bare bones, if they are heard */
void maq_window_sections_hear_all  (MaqWindow      *self);
void maq_window_remark_class_init  (GtkWidgetClass *widget_class);
void maq_window_chords_class_init  (GtkWidgetClass *widget_class);
void maq_window_chords_init        (MaqWindow      *self);
/** maq_window_chords_update: writes chords as the settings say */
void maq_window_chords_update      (MaqWindow      *self);
void maq_window_view_class_init    (GtkWidgetClass *widget_class);
/** maq_window_keep_view: how the song is looked at, for the next time that its file is opened */
void maq_window_keep_view          (MaqWindow      *self);
/** maq_window_restore_view: shows it as it was when the song was closed */
void maq_window_restore_view       (MaqWindow      *self);
void maq_window_loop_class_init    (GtkWidgetClass *widget_class);
/** maq_window_loop_init: once there is a timeline */
void maq_window_loop_init          (MaqWindow      *self);
/** maq_window_inspector_init: after the stage is there */
void maq_window_inspector_init     (MaqWindow      *self);
/** maq_window_show_inspector: as the user asks; nothing before there is a song */
void maq_window_show_inspector     (MaqWindow      *self,
                                    gboolean        is_shown);
/** maq_window_performed_here: puts the playhead where it was when the song was closed */
void maq_window_performed_here     (MaqWindow      *self);
/** maq_window_seek: the music and the playhead go to @ticks from the start of the song */
void maq_window_seek               (MaqWindow      *self,
                                    double          ticks);
/** maq_window_restore_loop: repeats what was repeated when the song was closed, if it is there */
void maq_window_restore_loop       (MaqWindow      *self,
                                    const MaqLoop  *loop);
/** maq_window_performed_loop: the song of the window is played from now on */
void maq_window_performed_loop     (MaqWindow      *self);
/** maq_window_get_loop: what is repeated, in ticks; %FALSE if nothing is */
gboolean maq_window_get_loop       (MaqWindow      *self,
                                    double         *start_ticks,
                                    double         *end_ticks);
void maq_window_layer_class_init   (GtkWidgetClass *widget_class);
/** maq_window_find_audition: index of the section in which an audition is heard */
guint maq_window_find_audition     (MaqWindow      *self,
                                    double          now_ticks);
void maq_window_export_class_init  (GtkWidgetClass *widget_class);
/** maq_window_cancel_export: gives up what is being written, if anything is */
void maq_window_cancel_export      (MaqWindow      *self);

/** maq_window_is_gone: whether it was closed while something was still under way for it */
gboolean maq_window_is_gone        (MaqWindow      *self);
/** maq_window_get_free: @self if it has no song, else a new window */
MaqWindow *maq_window_get_free     (MaqWindow      *self);

/** maq_window_show_recovery: offers what was left behind; %FALSE if there is nothing */
gboolean maq_window_show_recovery  (MaqWindow      *self);

/** maq_window_take_import_report: (nullable) @report: (transfer full): tells of it in the banner */
void maq_window_take_import_report (MaqWindow      *self,
                                    MaqImportReport *report);
/** maq_window_show_import: tells what was guessed; %FALSE if there is nothing */
gboolean maq_window_show_import    (MaqWindow      *self);

/** maq_window_ensure_listener: makes the audio side, if it is not there yet */
void maq_window_ensure_listener    (MaqWindow      *self);
/** maq_window_update_soundfont: loads another one when the song's file asks for another */
void maq_window_update_soundfont   (MaqWindow      *self);
/** maq_window_show_soundfont: tells if that is not there; %FALSE if all is well */
gboolean maq_window_show_soundfont (MaqWindow      *self);

/** maq_window_say_scattered: that what is selected should lie side by side */
void maq_window_say_scattered      (MaqWindow      *self);
/** maq_window_refuses_picks: says so if what is selected lies here and there; else %FALSE */
gboolean maq_window_refuses_picks  (MaqWindow      *self);
/** maq_window_say: a sentence that goes away by itself */
void maq_window_say                (MaqWindow      *self,
                                    const char     *sentence);
/** maq_window_say_with_button: as maq_window_say(), with something that can be done about it */
void maq_window_say_with_button    (MaqWindow      *self,
                                    const char     *sentence,
                                    const char     *button,
                                    const char     *action);
/**
 * maq_window_show_banner:
 * @sentence: (nullable): %NULL takes the banner away
 * @button: (nullable): what its button says
 * @other: (nullable): what a second button says
 */
void maq_window_show_banner        (MaqWindow      *self,
                                    const char     *sentence,
                                    const char     *button,
                                    MaqBannerAction action,
                                    const char     *other,
                                    MaqBannerAction other_action);
/** maq_window_update_loop: tells player, ruler and button what is repeated */
void maq_window_update_loop        (MaqWindow      *self);
/** maq_window_update_banner: shows what the user should know just now */
void maq_window_update_banner      (MaqWindow      *self);

G_END_DECLS
