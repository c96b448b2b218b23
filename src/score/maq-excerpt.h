/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-form.h"

G_BEGIN_DECLS

/**
 * maq_excerpt_new:
 * @arrangement: of which some sections are wanted
 * @form: of @arrangement
 * @first: index of the first of them
 * @n_sections: how many, at least 1; @first + @n_sections is at most what is there
 * @name: what the excerpt is called
 *
 * Some sections of an arrangement that stand one after the other, as they are within it: what
 * they take from a section that is left out they state themselves. Remarks, takes, dismissals and
 * points of arcs of other sections are left out; arcs are where they were at both ends. All layers
 * stay, and what is said of the whole; how long the whole is meant to be does not. It is to be
 * shown and played, not kept: what a section takes over stays even where it reaches beyond its end.
 *
 * Returns: (transfer full): an arrangement with the id of the whole; @arrangement itself if all
 *   sections are wanted
 */
MaqArrangement *maq_excerpt_new (MaqArrangement *arrangement,
                                 MaqForm        *form,
                                 guint           first,
                                 guint           n_sections,
                                 const char     *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
