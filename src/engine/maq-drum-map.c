/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "maq-drum-map.h"

#define ORCHESTRA_KIT 48

typedef struct
{
  guint8 standard;
  guint8 here;
} Place;

/* After the drum maps of Roland's GS format, whose kits General MIDI fonts follow. */
static const Place orchestra[] = {
  { 37, 38 },   /* side stick: snare */
  { 42, 27 },   /* closed hi-hat */
  { 44, 28 },   /* pedal hi-hat */
  { 46, 29 },   /* open hi-hat */
  { 49, 59 },   /* crash: concert cymbal */
  { 51, 30 },   /* ride */
  { 52, 57 },   /* Chinese cymbal: the other concert cymbal */
  { 53, 30 },   /* ride bell: ride */
};

int
maq_drum_map_get_key (int kit,
                      int key)
{
  if (kit != ORCHESTRA_KIT)
    return key;
  for (guint i = 0; i < G_N_ELEMENTS (orchestra); i++)
    if (orchestra[i].standard == key)
      return orchestra[i].here;
  return key;
}
