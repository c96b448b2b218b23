/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"

G_BEGIN_DECLS

/** MaqTextMarkup: how headings and tables of a text are told apart from the rest */
typedef enum
{
  MAQ_TEXT_MARKUP_PLAIN,    /* by lines of dashes and blanks */
  MAQ_TEXT_MARKUP_MARKDOWN, /* CommonMark with GitHub's tables */
} MaqTextMarkup;

/**
 * maq_export_text:
 *
 * Writes the plan for an e-mail: the head, the form with bars and times, who
 * comes and goes where, the chords, decisions and what is still open. In the
 * user's language; names are shown whatever is in them, on one line each.
 *
 * Returns: (transfer full): UTF-8
 */
GBytes *maq_export_text (MaqHandoff    *handoff,
                         MaqTextMarkup  markup) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
