/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"

G_BEGIN_DECLS

/** MaqEntryKind: what a layer does at a bar line */
typedef enum
{
  MAQ_ENTRY_IN,     /* it was out and plays */
  MAQ_ENTRY_OUT,    /* it played and is out */
  MAQ_ENTRY_UP,     /* it plays at a higher level */
  MAQ_ENTRY_DOWN,   /* it plays at a lower level */
  MAQ_N_ENTRY_KINDS
} MaqEntryKind;

/** maq_entry_kind_get_label: "In", translated */
const char *maq_entry_kind_get_label (MaqEntryKind self);

/**
 * MaqEntry:
 * @section: index of the section
 * @bar: bar of the section, from 0; above 0 where a part enters or leaves within it
 * @layer: index of the layer
 * @from_level: 0 to 10, what it had in the bar before; 0 before the first
 * @to_level: 0 to 10, what it has now, never @from_level
 *
 * Where a layer comes, goes or changes its level.
 */
typedef struct
{
  guint        section;
  int          bar;
  guint        layer;
  MaqEntryKind kind;
  int          from_level;
  int          to_level;
} MaqEntry;

/**
 * maq_entries_list:
 *
 * Returns: (transfer full) (element-type MaqEntry): in the order of time, then of the layers
 */
GArray     *maq_entries_list         (MaqHandoff     *handoff) G_GNUC_WARN_UNUSED_RESULT;
/** maq_entry_get_bar: bars of the arrangement that pass before it */
int         maq_entry_get_bar        (const MaqEntry *self,
                                      MaqHandoff     *handoff);
/** maq_entry_get_seconds: from the start of the arrangement */
double      maq_entry_get_seconds    (const MaqEntry *self,
                                      MaqHandoff     *handoff);
/**
 * maq_entries_dup_names:
 * @entries: (element-type MaqEntry)
 * @first: index of the first entry of a moment
 *
 * Returns: (transfer full) (nullable): "Drums, Bass": who does @kind at that moment
 */
char       *maq_entries_dup_names    (MaqHandoff     *handoff,
                                      GArray         *entries,
                                      guint           first,
                                      MaqEntryKind    kind) G_GNUC_WARN_UNUSED_RESULT;
/** maq_entries_get_next: index of the first entry of the moment after, their number if none */
guint       maq_entries_get_next     (GArray         *entries,
                                      guint           first);

G_END_DECLS
