/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-id.h"

G_BEGIN_DECLS

/**
 * MaqDismissal:
 *
 * What people do not want to be told of an arrangement any more: what one check says of one
 * place, or of all of it. Immutable.
 */
typedef struct _MaqDismissal MaqDismissal;

/**
 * MaqDismissalFields:
 * @check: nick of the check, which need not be known: "late-chorus"
 * @section: where it may say what it likes from now on; %MAQ_ID_NONE for everywhere
 * @layer: about whom; %MAQ_ID_NONE for everybody
 * @foreign: (nullable): other people's attributes and elements
 */
typedef struct
{
  const char *check;
  MaqId       section;
  MaqId       layer;
  const char *foreign;
} MaqDismissalFields;

MaqDismissal             *maq_dismissal_new        (const MaqDismissalFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqDismissal             *maq_dismissal_ref        (MaqDismissal             *self);
void                      maq_dismissal_unref      (MaqDismissal             *self);
const MaqDismissalFields *maq_dismissal_get_fields (MaqDismissal             *self);
gboolean                  maq_dismissal_equal      (MaqDismissal             *self,
                                                    MaqDismissal             *other);
/** maq_dismissal_covers: whether it is about what @check says of a section and a layer */
gboolean                  maq_dismissal_covers     (MaqDismissal             *self,
                                                    const char               *check,
                                                    MaqId                     section,
                                                    MaqId                     layer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqDismissal, maq_dismissal_unref)

G_END_DECLS
