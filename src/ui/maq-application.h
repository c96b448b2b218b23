/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MAQ_TYPE_APPLICATION (maq_application_get_type ())

G_DECLARE_FINAL_TYPE (MaqApplication, maq_application, MAQ, APPLICATION, AdwApplication)

MaqApplication *maq_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
