/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-move.h"

G_BEGIN_DECLS

/*
 * The four moves that turn "As demoed" of the example song into
 * "After pre-production". Each is one step, on the current arrangement of @root.
 */

/** maq_case_study_strip_verses: verses and pre-choruses strip back, so that the choruses lift */
MaqMove *maq_case_study_strip_verses       (MaqProject *root) G_GNUC_WARN_UNUSED_RESULT;
/** maq_case_study_return_harmonics: guitar harmonics open, answer and carry the way back */
MaqMove *maq_case_study_return_harmonics   (MaqProject *root) G_GNUC_WARN_UNUSED_RESULT;
/** maq_case_study_sing_in_main_room: the vocal is sung in the main room with low light */
MaqMove *maq_case_study_sing_in_main_room  (MaqProject *root) G_GNUC_WARN_UNUSED_RESULT;
/** maq_case_study_extend_instrumental: breathing room before the last chorus */
MaqMove *maq_case_study_extend_instrumental (MaqProject *root) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
