/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-stated.h"

G_BEGIN_DECLS

/*
 * The rows that pages of the inspector are made of. Each has a `_show`
 * function that changes what it says without calling back, so that a page can
 * be filled again whenever the song has changed.
 */

/** MaqRowFunc: the user has changed @row; @owner is the page */
typedef void (*MaqRowFunc) (GtkWidget *owner,
                            GtkWidget *row);

/** MaqRowFormat: (transfer full): a number in words, such as "30 % left" */
typedef char *(*MaqRowFormat) (double value);

/** maq_rows_add_group: (transfer none): a group with rows; (nullable) @title */
AdwPreferencesGroup *maq_rows_add_group  (GtkWidget           *page,
                                          const char          *title);

/** maq_rows_add_entry: (transfer none): a line of text, told when it is applied */
GtkWidget           *maq_rows_add_entry  (AdwPreferencesGroup *group,
                                          GtkWidget           *owner,
                                          const char          *title,
                                          const char          *tooltip,
                                          MaqRowFunc           func);
void                 maq_rows_show_text  (GtkWidget           *row,
                                          const char          *text);
/** maq_rows_get_text: (transfer none) (nullable): %NULL when it is empty */
const char          *maq_rows_get_text   (GtkWidget           *row);

/** maq_rows_add_spin: (transfer none): a number */
GtkWidget           *maq_rows_add_spin   (AdwPreferencesGroup *group,
                                          GtkWidget           *owner,
                                          const char          *title,
                                          const char          *tooltip,
                                          double               lowest,
                                          double               highest,
                                          double               step,
                                          guint                n_digits,
                                          MaqRowFunc           func);
/** maq_rows_add_scale: (transfer none): a number that is pushed about */
GtkWidget           *maq_rows_add_scale  (AdwPreferencesGroup *group,
                                          GtkWidget           *owner,
                                          const char          *title,
                                          const char          *tooltip,
                                          double               lowest,
                                          double               highest,
                                          double               step,
                                          MaqRowFunc           func);
/**
 * maq_rows_add_slider:
 * @usual: where it catches
 * @low: what its lower end means, @high the other
 *
 * A number that is pushed about between two ends with words.
 */
GtkWidget           *maq_rows_add_slider (AdwPreferencesGroup *group,
                                          GtkWidget           *owner,
                                          const char          *title,
                                          const char          *tooltip,
                                          double               lowest,
                                          double               highest,
                                          double               usual,
                                          const char          *low,
                                          const char          *high,
                                          MaqRowFormat         format,
                                          MaqRowFunc           func);
/** maq_rows_keep_sides: the slider of @row has its lower end at the left in every language */
void                 maq_rows_keep_sides (GtkWidget           *row);
void                 maq_rows_show_value (GtkWidget           *row,
                                          double               value);
/**
 * maq_rows_show_mixed: what a scale has for several things, as whole numbers: "3 to 8" where they
 * differ, and the handle between them
 */
void                 maq_rows_show_mixed (GtkWidget           *row,
                                          double               lowest,
                                          double               highest);
double               maq_rows_get_value  (GtkWidget           *row);

/** maq_rows_add_stated: a number that need not be stated; a button takes it back */
GtkWidget           *maq_rows_add_stated (AdwPreferencesGroup *group,
                                          GtkWidget           *owner,
                                          const char          *title,
                                          const char          *tooltip,
                                          double               lowest,
                                          double               highest,
                                          MaqRowFunc           func);
/** maq_rows_show_stated: @own, or dimmed @inherited with @words on where that comes from */
void                 maq_rows_show_stated (GtkWidget          *row,
                                          MaqStated            own,
                                          double               inherited,
                                          const char          *words);
MaqStated            maq_rows_get_stated (GtkWidget           *row);

/** maq_rows_add_choice: (transfer none): one of several, given by maq_rows_show_choices() */
GtkWidget           *maq_rows_add_choice (AdwPreferencesGroup *group,
                                          GtkWidget           *owner,
                                          const char          *title,
                                          const char          *tooltip,
                                          gboolean             is_searched,
                                          MaqRowFunc           func);
/** maq_rows_show_choices: @names ends with %NULL; they are only taken over when they differ */
void                 maq_rows_show_choices (GtkWidget         *row,
                                          const char *const   *names,
                                          guint                selected);
/** maq_rows_show_no_choice: where several things differ in it */
void                 maq_rows_show_no_choice (GtkWidget       *row);
guint                maq_rows_get_choice (GtkWidget           *row);

/** maq_rows_show_detail: (nullable) @text: a line under the title of a number or choice */
void                 maq_rows_show_detail (GtkWidget          *row,
                                          const char          *text);

/** maq_rows_add_not_measured: (transfer none): that nothing is measured, and how to let it be */
GtkWidget           *maq_rows_add_not_measured (AdwPreferencesGroup *group);

/** maq_rows_focus: gives the focus to what can be edited in @row */
void                 maq_rows_focus      (GtkWidget           *row);

G_END_DECLS
