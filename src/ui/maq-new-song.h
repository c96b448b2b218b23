/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-project.h"

G_BEGIN_DECLS

/** maq_new_song_create: (transfer full): where a new song begins: a usual form with a band that plays */
MaqProject *maq_new_song_create (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
