/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-project.h"

G_BEGIN_DECLS

/**
 * written_song:
 * @form: as maq_form_text_parse() reads it
 * @layers: (array zero-terminated=1): a role and its levels by section, "bass 0 5 5 7"; `-` is
 *   out, too; where the levels end before the sections do, the layer is out
 *
 * A song at 120 beats a minute in 4/4, as one writes it down. A layer is called as its role
 * is; sections and layers have the ids 1, 2 … in their order.
 */
MaqProject *written_song (const char        *form,
                          const char *const *layers) G_GNUC_WARN_UNUSED_RESULT;

#define WRITTEN(form, ...) written_song (form, (const char *const[]) { __VA_ARGS__, NULL })

G_END_DECLS
