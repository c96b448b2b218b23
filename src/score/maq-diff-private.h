/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-diff.h"

G_BEGIN_DECLS

/* Where the comparison is, and what it found so far. */
typedef struct
{
  GArray         *changes;  /* MaqChange */
  MaqPath         path;
  char           *prefix;   /* what is not looked at is named: "As demoed: "; else "" */
  MaqArrangement *before;
  MaqArrangement *after;
} MaqDiffWriter;

/* What a list needs to know of its items; all have ids. */
typedef struct
{
  MaqId (*get_id)  (gpointer       item);
  /* the same thing in two versions */
  void  (*compare) (MaqDiffWriter *self,
                    gpointer       before,
                    gpointer       after);
  void  (*report)  (MaqDiffWriter *self,
                    gpointer       item,
                    MaqChangeKind  kind);
} MaqDiffListClass;

/* both may be NULL; what is only in one, what changed place, what differs */
void maq_diff_compare_lists    (MaqDiffWriter          *self,
                                MaqVec                 *before,
                                MaqVec                 *after,
                                const MaqDiffListClass *list_class);
/* maq-diff-session.c: both may be NULL */
void maq_diff_compare_sessions (MaqDiffWriter          *self,
                                MaqSession             *before,
                                MaqSession             *after);
void maq_diff_compare_takes    (MaqDiffWriter          *self,
                                MaqVec                 *before,
                                MaqVec                 *after);
void maq_diff_say              (MaqDiffWriter          *self,
                                MaqPath                 path,
                                MaqChangeKind           kind,
                                const char             *format,
                                ...) G_GNUC_PRINTF (4, 5);
/* "Name: what" if the texts differ; NULL is "" */
void maq_diff_compare_text     (MaqDiffWriter          *self,
                                MaqPath                 path,
                                const char             *name,
                                const char             *what,
                                const char             *before,
                                const char             *after);
/* "Name: what 3 → 4" if the numbers differ */
void maq_diff_compare_number   (MaqDiffWriter          *self,
                                MaqPath                 path,
                                const char             *name,
                                const char             *what,
                                double                  before,
                                double                  after);
/* "Name: what 3 → 4", "Name: what 4", "Name: what as usual" */
void maq_diff_compare_stated   (MaqDiffWriter          *self,
                                MaqPath                 path,
                                const char             *name,
                                const char             *what,
                                MaqStated               before,
                                MaqStated               after);
/* the name of the layer in either arrangement */
const char *maq_diff_layer_name (MaqDiffWriter         *self,
                                MaqId                   layer);

/* maq-diff-arrangement.c */
void maq_diff_compare_arrangements (MaqDiffWriter      *self,
                                    MaqArrangement     *before,
                                    MaqArrangement     *after);
/* maq-diff-section.c */
extern const MaqDiffListClass maq_diff_section_class;
/* maq-diff-layer.c */
extern const MaqDiffListClass maq_diff_layer_class;
/* "Intro, Interlude": where a layer plays; NULL if nowhere */
char *maq_diff_dup_places      (MaqArrangement         *arrangement,
                                MaqId                   layer);

G_END_DECLS
