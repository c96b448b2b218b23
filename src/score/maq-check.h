/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-project.h"

G_BEGIN_DECLS

#define MAQ_CHECK_ERROR (maq_check_error_quark ())

/** MaqCheckError: @MAQ_CHECK_ERROR_INVALID: an invariant of the score does not hold */
typedef enum
{
  MAQ_CHECK_ERROR_INVALID,
} MaqCheckError;

GQuark   maq_check_error_quark (void);

/**
 * maq_check:
 * @error: says where (song, arrangement, section, layer by name) and what is wrong
 *
 * Checks every invariant of a project.
 *
 * Returns: whether all hold
 */
gboolean maq_check             (MaqProject  *root,
                                GError     **error);

/**
 * maq_check_change:
 * @before: (nullable): a root for which all invariants hold
 *
 * As maq_check(), at the cost of what changed: values that both roots share
 * are not looked at again.
 */
gboolean maq_check_change      (MaqProject  *before,
                                MaqProject  *root,
                                GError     **error);

G_END_DECLS
