/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "maq-follow.h"
#include "maq-soundfont.h"

G_BEGIN_DECLS

#define MAQ_TYPE_FOLLOWING (maq_following_get_type ())

/**
 * MaqFollowing:
 *
 * Looks in a worker for the changes that bring a song nearer to the arc that is meant, and
 * remembers what it has measured for the next time.
 *
 * Signals:
 *
 * - `progress (guint, double)`: it measures proposal number so, counted from 0, the song as it
 *   is, and is done with so much of it, from 0.0 to 1.0
 * - `done (MaqFollow *, const char *)`: what it found, or %NULL and why; nothing comes after it
 *   was stopped
 */
G_DECLARE_FINAL_TYPE (MaqFollowing, maq_following, MAQ, FOLLOWING, GObject)

MaqFollowing *maq_following_new   (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_following_start: instead of what it looks for now; @n_sections 0 for all of @root's */
void          maq_following_start (MaqFollowing *self,
                                   MaqSoundfont *font,
                                   MaqProject   *root,
                                   const MaqId  *sections,
                                   guint         n_sections);
void          maq_following_stop  (MaqFollowing *self);

G_END_DECLS
