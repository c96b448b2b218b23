/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "maq-project.h"
#include "maq-style.h"

G_BEGIN_DECLS

/*
 * Songs to begin with are projects like any other: the program's own lie in the
 * folder `templates` of its data, and those of the user in
 * `~/.local/share/maquette/templates`.
 */

/** MAQ_TEMPLATE_MAX: as many are listed */
#define MAQ_TEMPLATE_MAX 60

/** maq_template_list: (transfer full) (element-type GFile): sorted by file name, the user's last */
GPtrArray  *maq_template_list      (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_template_translate:
 * @text: (nullable): a title or a note
 *
 * Returns: (transfer none) (nullable): in the user's language, where that is known
 */
const char *maq_template_translate (const char *text);

/**
 * maq_template_begin:
 * @root: a template as it was read
 * @style: (nullable): to be played instead of its own, in the style's meter and tempo
 *
 * Makes a song of a template: it has no title yet, and its sections and layers
 * are called what they are in the user's language.
 *
 * Returns: (transfer full)
 */
MaqProject *maq_template_begin     (MaqProject *root,
                                    MaqStyle   *style) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_template_take_style:
 * @song: (transfer full)
 * @style: (nullable): %NULL leaves it as it is
 *
 * Returns: (transfer full): a song that is played in a style, in its meter and tempo
 */
MaqProject *maq_template_take_style (MaqProject *song,
                                    MaqStyle   *style) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
