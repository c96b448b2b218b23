/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MaqId:
 *
 * The identity of a thing in a project, kept in the file.
 *
 * A pointer to a value tells *which version* of a thing is meant, an id tells
 * *which thing*. Ids are unique within one arrangement; two arrangements of
 * the same song share the ids of what they have in common.
 */
typedef guint64 MaqId;

/** MAQ_ID_NONE: no thing at all */
#define MAQ_ID_NONE ((MaqId) 0)

/** MAQ_ID_TEXT_MAX: bytes that hold any id as text, with its final NUL */
#define MAQ_ID_TEXT_MAX 17

/**
 * maq_id_derive:
 * @seed: what the id grows from, such as the ids already taken mixed together
 * @salt: which of several ids from the same seed
 *
 * Makes an id that depends on nothing but its arguments, so that the same move
 * on the same root gives the same result.
 *
 * Returns: an id of at most 32 bits, never %MAQ_ID_NONE
 */
MaqId       maq_id_derive (guint64     seed,
                           guint64     salt);

/**
 * maq_id_format:
 * @text: (out caller-allocates): room for %MAQ_ID_TEXT_MAX bytes
 *
 * Writes an id as lower-case hexadecimal digits without leading zeros.
 *
 * Returns: (transfer none): @text
 */
const char *maq_id_format (MaqId       id,
                           char       *text);

/**
 * maq_id_parse:
 * @id: (out) (optional): where to put the id
 *
 * Reads what maq_id_format() writes, and nothing else.
 *
 * Returns: %FALSE if @text is no id, or the id of nothing
 */
gboolean    maq_id_parse  (const char *text,
                           MaqId      *id);

G_END_DECLS
