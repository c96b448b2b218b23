/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-path.h"
#include "maq-project.h"

G_BEGIN_DECLS

/*
 * The one place where the spine is rebuilt: a changed child becomes a changed
 * root, and everything beside it is shared. Each function returns the root it
 * got when nothing changes, and needs the id of what it replaces to be there.
 */

MaqProject     *maq_edit_replace_song        (MaqProject     *root,
                                              MaqSong        *song) G_GNUC_WARN_UNUSED_RESULT;
/** maq_edit_replace_arrangement: in the current song */
MaqProject     *maq_edit_replace_arrangement (MaqProject     *root,
                                              MaqArrangement *arrangement) G_GNUC_WARN_UNUSED_RESULT;
/** maq_edit_replace_section: in the current arrangement of the current song */
MaqProject     *maq_edit_replace_section     (MaqProject     *root,
                                              MaqSection     *section) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_edit_delete_section:
 * @section: the id of a section that is there
 *
 * Takes a section out with everything that hangs on it: its remarks and arc
 * points go too, and its first follower takes over what it was for the others.
 */
MaqArrangement *maq_edit_delete_section      (MaqArrangement *self,
                                              MaqId           section) G_GNUC_WARN_UNUSED_RESULT;
/** maq_edit_delete_layer: takes a layer out with its parts and remarks */
MaqArrangement *maq_edit_delete_layer        (MaqArrangement *self,
                                              MaqId           layer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
