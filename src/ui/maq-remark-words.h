/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-arrangement.h"

G_BEGIN_DECLS

/* What remarks are called, and the choices of what they may be. */

/** maq_remark_words_get_kind: "Question", translated */
const char *maq_remark_words_get_kind      (MaqRemarkKind          kind);
/** maq_remark_words_get_icon: name of the icon of a kind */
const char *maq_remark_words_get_icon      (MaqRemarkKind          kind);
/** maq_remark_words_create_kinds: (transfer floating): a drop-down of what a remark may be */
GtkWidget  *maq_remark_words_create_kinds  (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_remark_words_create_states: (transfer floating): a drop-down of where people may be with it */
GtkWidget  *maq_remark_words_create_states (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_remark_words_dup_author: (nullable): whose remarks these are, as Preferences have it */
char       *maq_remark_words_dup_author    (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_remark_words_dup_place: "Chorus 2 · bar 3 · Bass", or "The Song" */
char       *maq_remark_words_dup_place     (MaqArrangement        *arrangement,
                                            const MaqRemarkFields *fields) G_GNUC_WARN_UNUSED_RESULT;
/** maq_remark_words_dup_sign: what a sign says that stands for @n remarks, this one first */
char       *maq_remark_words_dup_sign      (MaqArrangement        *arrangement,
                                            const MaqRemarkFields *fields,
                                            guint                  n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
