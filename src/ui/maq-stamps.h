/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-raster.h"

G_BEGIN_DECLS

/* Whose look it is: each numbers its own from there on. */
#define MAQ_STAMP_PART       (1u << 24)
#define MAQ_STAMP_ARC_HANDLE (2u << 24)

/**
 * MaqStamp:
 * @look: whatever makes it look as it does, apart from sizes, as its user numbers it
 * @width: in units of the screen
 * @height: likewise
 * @start: a place in it, whatever that means to its user
 * @end: likewise
 *
 * What tells one drawing from another.
 */
typedef struct
{
  guint look;
  int   width;
  int   height;
  int   start;
  int   end;
} MaqStamp;

/** MaqStampFunc: draws what @user_data is of a stamp, from 0, 0 on */
typedef void (*MaqStampFunc) (GtkSnapshot *snapshot,
                              gpointer     user_data);

/**
 * MaqStamps:
 *
 * Drawings that many widgets have in common, kept as pixels. Round corners take
 * the software renderer ten times as long as a copy, and a screen full of cells
 * has a few dozen different ones.
 */
typedef struct _MaqStamps MaqStamps;

MaqStamps *maq_stamps_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void       maq_stamps_free   (MaqStamps      *self);
/** maq_stamps_clear: colours have changed: all are drawn again */
void       maq_stamps_clear  (MaqStamps      *self);
/**
 * maq_stamps_append:
 * @widget: what is being drawn; the stamp begins at its 0, 0
 * @func: called now if there is no such stamp
 *
 * Draws a stamp, as pixels where software does it and otherwise straight away.
 */
void       maq_stamps_append (MaqStamps      *self,
                              const MaqStamp *stamp,
                              GtkSnapshot    *snapshot,
                              GtkWidget      *widget,
                              MaqStampFunc    func,
                              gpointer        user_data);
/** maq_stamps_size: bytes of all that are kept */
gsize      maq_stamps_size   (MaqStamps      *self);

G_END_DECLS
