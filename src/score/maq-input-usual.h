/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-role.h"

G_BEGIN_DECLS

/**
 * MaqUsualInput:
 * @place: (nullable): what of the instrument, or where: "Kick in", "DI"; %NULL for all of it
 * @microphone: the kind that is usual there: "Dynamic", "DI"
 * @phantom: whether that kind needs 48 V
 *
 * A channel that is usual for a role; texts are not translated.
 */
typedef struct
{
  const char *place;
  const char *microphone;
  gboolean    phantom;
} MaqUsualInput;

/** maq_input_usual_get: (transfer none) (array length=n_inputs): in the order of a desk; never none */
const MaqUsualInput *maq_input_usual_get             (MaqRole    role,
                                                      guint     *n_inputs);
/** maq_input_usual_dup_source: "Kick in", "Bass DI", "Voice", translated; @name of the layer */
char                *maq_input_usual_dup_source      (const MaqUsualInput *input,
                                                      MaqRole    role,
                                                      const char *name) G_GNUC_WARN_UNUSED_RESULT;
/** maq_input_usual_get_microphone: (nullable): the kinds in turn, translated; %NULL after the last */
const char          *maq_input_usual_get_microphone  (guint      index);

G_END_DECLS
