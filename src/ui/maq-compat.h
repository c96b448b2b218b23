/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What newer versions of GTK do differently, in one place.
 */

/**
 * maq_compat_name_buttons:
 *
 * Tells assistive tools what the buttons below @widget are that show only an
 * icon: what their tooltips say, without the keys.
 */
void maq_compat_name_buttons (GtkWidget *widget);

/**
 * maq_compat_set_name:
 *
 * Calls a widget @name for assistive tools, and nothing else: GTK 4.8 reads the label
 * that a button shows as well, and so says most names twice.
 */
void maq_compat_set_name (GtkWidget  *widget,
                          const char *name);

/** maq_compat_create_button: shows @label with its mnemonic, of which no underscore is read out */
GtkWidget *maq_compat_create_button (const char *label) G_GNUC_WARN_UNUSED_RESULT;
/** maq_compat_set_mnemonic: gives such a button another label */
void maq_compat_set_mnemonic (GtkButton  *button,
                              const char *label);

/** maq_compat_hush_tooltip: keeps the tooltip of a menu button away while its menu is open */
void maq_compat_hush_tooltip (GtkMenuButton *button);

/**
 * maq_compat_shorten_names:
 * @drop_down: of strings
 *
 * Lets a list be narrower than its longest name: what is chosen is cut, the choices are not.
 */
void maq_compat_shorten_names (GtkDropDown *drop_down);
/** maq_compat_let_wheel_pass: the wheel turns the page that @control stands on, not its value */
void maq_compat_let_wheel_pass (GtkWidget *control);

/**
 * maq_compat_fit_text:
 * @view: not in a scrolled window
 *
 * Lets it be as high as its text. A view asks for the height that its lines have at the width
 * it had before: at none, when it is new, and then each word is a line; what they need once it
 * is allocated is not asked again.
 */
void maq_compat_fit_text (GtkTextView *view);

/** maq_compat_keep_left_to_right: of @widget and all in it, as time runs so in every language */
void maq_compat_keep_left_to_right (GtkWidget *widget);

/**
 * maq_compat_append_name:
 * @name: a name that somebody has given: an underscore in it is no key
 * @target: of the action, whatever quotes are in it
 *
 * Appends an item to a menu.
 */
void maq_compat_append_name (GMenu      *menu,
                             const char *name,
                             const char *action,
                             const char *target);

/** MaqFileFunc: @file is what the user chose; not called when nothing was */
typedef void (*MaqFileFunc) (GFile    *file,
                             gpointer  user_data);

/**
 * maq_compat_choose_open:
 * @folder: (nullable): where to begin
 * @user_data: an object; kept alive meanwhile
 *
 * Lets the user choose a song or a chart.
 */
void maq_compat_choose_open (GtkWindow   *parent,
                             GFile       *folder,
                             MaqFileFunc  func,
                             GObject     *user_data);
/** maq_compat_choose_chart: lets the user choose a chart, such as ChordPro, to make a song of */
void maq_compat_choose_chart (GtkWindow  *parent,
                             GFile       *folder,
                             MaqFileFunc  func,
                             GObject     *user_data);
/**
 * maq_compat_choose_save:
 * @name: what to call it
 *
 * Lets the user choose where to save a song; asks before one is replaced.
 */
void maq_compat_choose_save (GtkWindow   *parent,
                             GFile       *folder,
                             const char  *name,
                             MaqFileFunc  func,
                             GObject     *user_data);
/**
 * maq_compat_choose_sound:
 * @name: what to call it; its ending says in which format
 *
 * Lets the user choose where to write sound; asks before a file is replaced.
 */
void maq_compat_choose_sound (GtkWindow  *parent,
                             GFile       *folder,
                             const char  *name,
                             MaqFileFunc  func,
                             GObject     *user_data);
/** maq_compat_choose_folder: lets the user choose where several files are to be written */
void maq_compat_choose_folder (GtkWindow   *parent,
                             GFile       *folder,
                             MaqFileFunc  func,
                             GObject     *user_data);
/** maq_compat_show_folder: shows a folder in the program that is there for files */
void maq_compat_show_folder (GtkWindow   *parent,
                             const char  *path);

G_END_DECLS
