/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-random-song.h"

G_BEGIN_DECLS

/*
 * What the tests of all writers share: any song, and one whose names are made
 * to break out of every format.
 */

/** export_test_any: the first arrangement of any song */
MaqHandoff *export_test_any     (GRand      *rand) G_GNUC_WARN_UNUSED_RESULT;
/** export_test_hostile: every text in it is @name */
MaqHandoff *export_test_hostile (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/** export_test_names: names that break out of formats; ends with %NULL */
extern const char *const export_test_names[];

G_END_DECLS
