/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-project.h"

G_BEGIN_DECLS

/* maq_cli_print_session: (nullable) @session; nothing where nothing is said */
void maq_cli_print_session (MaqSession     *session);
/* maq_cli_print_takes: how far the recording is, where something is said of it */
void maq_cli_print_takes   (MaqArrangement *arrangement);

G_END_DECLS
