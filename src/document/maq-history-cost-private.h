/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-project.h"

G_BEGIN_DECLS

/* maq_history_cost: bytes of @after that it does not share with @before, about */
gsize maq_history_cost (MaqProject *before,
                        MaqProject *after);

G_END_DECLS
