/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-arrangement.h"

G_BEGIN_DECLS

/* What follows another section is resolved when first asked for, by whichever
 * thread asks, and kept: slot i is NULL until then. The table itself is made
 * at the first such question. Arrangements made from this one take over the
 * slots that still hold, so that an edit resolves again only what it touched. */
struct _MaqArrangement
{
  MaqArrangementFields  fields;
  MaqSection          **resolved;
};

/* whether @self states just what @fields do */
gboolean maq_arrangement_says (MaqArrangement             *self,
                               const MaqArrangementFields *fields);

G_END_DECLS
