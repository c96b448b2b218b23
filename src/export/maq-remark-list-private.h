/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-sheet.h"

G_BEGIN_DECLS

/* (transfer full) (element-type guint): indices of remarks in the order of the song, which is
 * that of their numbers */
GArray *maq_remark_list_sort        (MaqArrangement *arrangement);
/* (transfer full) (nullable): "[1] [4]": numbers of the remarks that hang on a section */
char   *maq_remark_list_dup_numbers (MaqArrangement *arrangement,
                                     GArray         *order,
                                     MaqId           section);
/* How high all of them are together when they are set in a type. */
double  maq_remark_list_measure     (MaqSheet       *sheet,
                                     MaqHandoff     *handoff,
                                     GArray         *order,
                                     const MaqType  *type);
/* Adds the remarks from the @first of @order on, between heights @y and @end of the last page;
 * tells which is the first that found no room, or how many there are. */
guint   maq_remark_list_add         (MaqSheet       *sheet,
                                     MaqHandoff     *handoff,
                                     GArray         *order,
                                     guint           first,
                                     double          y,
                                     double          end);

G_END_DECLS
