/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "maq-id.h"

G_BEGIN_DECLS

/**
 * MaqLoop:
 * @first: the section it begins in
 * @first_bar: bars of that section before it
 * @last: the section it ends in
 * @end_bar: bars of that section up to its end; 0 for all of them
 */
typedef struct
{
  MaqId first;
  int   first_bar;
  MaqId last;
  int   end_bar;
} MaqLoop;

/** MAQ_LOOP_STORE_MAX: files whose loops are kept, those that were changed last */
#define MAQ_LOOP_STORE_MAX 200

/**
 * maq_loop_store_keep:
 * @loop: without a first section nothing is kept any more
 *
 * Keeps what is repeated of the song of a file. It is how one listens and no part of the plan,
 * so it stands in the state directory of the user and not in the file.
 */
void     maq_loop_store_keep (GFile         *file,
                              const MaqLoop *loop);
/** maq_loop_store_find: (out) @loop: only its numbers are checked; %FALSE if nothing is kept */
gboolean maq_loop_store_find (GFile         *file,
                              MaqLoop       *loop);

G_END_DECLS
