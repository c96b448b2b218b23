/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MaqFeel: how fast the band's beat goes against that of the song, whose bars stay as long */
typedef enum
{
  MAQ_FEEL_UNSET,   /* as the followed section has it, else plain */
  MAQ_FEEL_PLAIN,   /* beat for beat */
  MAQ_FEEL_HALF,    /* a bar of the style takes two of the song; hats and shakers go on */
  MAQ_FEEL_DOUBLE,  /* two bars of the style in one of the song */
  MAQ_N_FEELS
} MaqFeel;

/** maq_feel_get_nick: "half": in files, never translated; "" for unset */
const char *maq_feel_get_nick  (MaqFeel      self);
/** maq_feel_get_label: "Half-time", translated */
const char *maq_feel_get_label (MaqFeel      self);
gboolean    maq_feel_from_nick (const char  *nick,
                                MaqFeel     *feel);

G_END_DECLS
