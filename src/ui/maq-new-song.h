/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-project.h"

G_BEGIN_DECLS

/** maq_new_song_create: (transfer full): where a new song begins: a usual form with a band that plays */
MaqProject *maq_new_song_create (void) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_new_song_create_with_form:
 * @form: as maq_form_text_parse() reads it
 * @error: a sentence that says what is not understood
 *
 * The same song in another form; the band plays as it usually does in sections of their kinds.
 *
 * Returns: (transfer full) (nullable)
 */
MaqProject *maq_new_song_create_with_form (const char  *form,
                                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
