/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/**
 * MAQ_QUANTUM: frames that are made in one go
 *
 * The synthesizer's own block: whatever happens, happens on this grid, so that
 * the sound does not depend on how many frames are asked for at a time.
 */
#define MAQ_QUANTUM 64
