/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gst/base/gstbasesrc.h>

#include "maq-engine.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SRC (maq_src_get_type ())

/**
 * MaqSrc:
 *
 * An element that gives what an engine plays, without end. It never seeks and
 * never changes its timestamps: where the music is, is the engine's business.
 */
G_DECLARE_FINAL_TYPE (MaqSrc, maq_src, MAQ, SRC, GstBaseSrc)

/**
 * maq_src_new:
 * @engine: (transfer none): must outlive the element's last run
 * @rate_hz: the engine's frames per second
 *
 * Returns: (transfer floating): the element
 */
GstElement *maq_src_new             (MaqEngine *engine,
                                     int        rate_hz) G_GNUC_WARN_UNUSED_RESULT;
/** maq_src_get_first_frame: which of the engine's frames has the timestamp 0 */
MaqFrame    maq_src_get_first_frame (MaqSrc    *self);

G_END_DECLS
