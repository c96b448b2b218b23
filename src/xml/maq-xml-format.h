/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MAQ_XML_NAMESPACE: the namespace of all our elements; our attributes have none */
#define MAQ_XML_NAMESPACE "urn:maquette:project"

/** MAQ_XML_VERSION: the version of the format that is written, and the newest that is read */
#define MAQ_XML_VERSION 1

/** MAQ_XML_MAX_BYTES: bytes of a file that are looked at: 64 MiB */
#define MAQ_XML_MAX_BYTES (64 << 20)

/** MAQ_XML_MAX_DEPTH: elements within one another, other people's included */
#define MAQ_XML_MAX_DEPTH 64

G_END_DECLS
