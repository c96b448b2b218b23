/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-transition.h"

G_BEGIN_DECLS

/** maq_way_out_get_icon: (nullable): its sign; %NULL where the section does not say */
const char *maq_way_out_get_icon    (MaqTransition  transition);
/** maq_way_out_create_menu: all of them, for the sections that are selected */
GMenu      *maq_way_out_create_menu (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
