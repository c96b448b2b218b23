/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-meter.h"

G_BEGIN_DECLS

/**
 * MaqStyle:
 *
 * How a band plays: patterns by role, read from a style file. Immutable.
 *
 * The format is described in `data/styles/README.md` and `data/styles/style.rng`.
 */
typedef struct _MaqStyle MaqStyle;

#define MAQ_STYLE_ERROR (maq_style_error_quark ())

/**
 * MaqStyleError:
 * @MAQ_STYLE_ERROR_INVALID: the file is no style; the message says where and why
 * @MAQ_STYLE_ERROR_TOO_LARGE: it is larger than a style may be
 */
typedef enum
{
  MAQ_STYLE_ERROR_INVALID,
  MAQ_STYLE_ERROR_TOO_LARGE,
} MaqStyleError;

GQuark      maq_style_error_quark      (void);

/**
 * maq_style_parse:
 * @text: a style file's content, @length bytes
 * @file_name: for messages, as in "waltz.xml:12: …"
 *
 * Returns: (transfer full): the style, or %NULL with a %MAQ_STYLE_ERROR
 */
MaqStyle   *maq_style_parse            (const char  *text,
                                        gsize        length,
                                        const char  *file_name,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/** maq_style_load: reads a style file; errors of %MAQ_STYLE_ERROR or %G_FILE_ERROR */
MaqStyle   *maq_style_load             (const char  *path,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
MaqStyle   *maq_style_ref              (MaqStyle    *self);
void        maq_style_unref            (MaqStyle    *self);

/** maq_style_get_name: (transfer none): "indie-folk": what songs and sections call it */
const char *maq_style_get_name         (MaqStyle    *self);
/** maq_style_get_label: (transfer none): "Indie folk", translated where a translation is known */
const char *maq_style_get_label        (MaqStyle    *self);
/** maq_style_get_about: (transfer none): what it should feel like; "" if the file does not say */
const char *maq_style_get_about        (MaqStyle    *self);
/** maq_style_get_meter: the meter its patterns are written in */
MaqMeter    maq_style_get_meter        (MaqStyle    *self);
/** maq_style_suits_meter: whether @meter is one that the style names; others are adapted by beats */
gboolean    maq_style_suits_meter      (MaqStyle    *self,
                                        MaqMeter     meter);
/** maq_style_get_n_meters: how many meters it names, at least one */
guint       maq_style_get_n_meters     (MaqStyle    *self);
/** maq_style_get_meter_at: one of them; the first is that of its patterns */
MaqMeter    maq_style_get_meter_at     (MaqStyle    *self,
                                        guint        index);
/** maq_style_get_tempo_qpm: a tempo at which it feels right, quarter notes per minute */
double      maq_style_get_tempo_qpm    (MaqStyle    *self);
/** maq_style_get_swing: where the second eighth of a beat falls, 50 to 75 percent */
double      maq_style_get_swing        (MaqStyle    *self);
/** maq_style_get_push_ms: how far the band lies behind the beat, -50 to 50; below 0 ahead of it */
double      maq_style_get_push_ms      (MaqStyle    *self);
/** maq_style_get_looseness: how freely it keeps time, 0 to 100 percent */
double      maq_style_get_looseness    (MaqStyle    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqStyle, maq_style_unref)

G_END_DECLS
