/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-sheet.h"

G_BEGIN_DECLS

/* What is the same on all pages of all documents: whose song it is and which plan. */

/* How high head and foot of a page are. */
#define MAQ_SHEET_HEAD_PT 55.0
#define MAQ_SHEET_FOOT_PT 16.0

extern const MaqType maq_type_title;
extern const MaqType maq_type_heading;
extern const MaqType maq_type_text;
extern const MaqType maq_type_small;

/* (transfer full): a document without pages; @kind: "Chart" */
MaqSheet *maq_sheet_frame_new       (MaqHandoff *handoff,
                                     MaqPaper    paper,
                                     gboolean    is_landscape,
                                     const char *kind);
/* Begins a page with what the document is about; tells where the rest of it begins. */
double    maq_sheet_frame_add_page  (MaqSheet   *sheet,
                                     MaqHandoff *handoff,
                                     const char *bookmark,
                                     const char *kind);
/* Where the foot of a page begins. */
double    maq_sheet_frame_get_end   (MaqSheet   *sheet);
/* Over how many pages @n things are spread of which each takes @least_pt of @room_pt. */
guint     maq_sheet_frame_count_pages (guint      n,
                                       double     room_pt,
                                       double     least_pt);
/* Once all pages are there: their numbers, and which plan they show. */
void      maq_sheet_frame_add_feet  (MaqSheet   *sheet,
                                     MaqHandoff *handoff);

G_END_DECLS
