/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-gm-names.h"

#include <glib/gi18n-lib.h>

static const char *const programs[MAQ_N_GM_PROGRAMS] = {
  N_("Grand Piano"), N_("Bright Piano"), N_("Electric Grand"), N_("Honky-tonk Piano"),
  N_("Electric Piano 1"), N_("Electric Piano 2"), N_("Harpsichord"), N_("Clavinet"),
  N_("Celesta"), N_("Glockenspiel"), N_("Music Box"), N_("Vibraphone"),
  N_("Marimba"), N_("Xylophone"), N_("Tubular Bells"), N_("Dulcimer"),
  N_("Drawbar Organ"), N_("Percussive Organ"), N_("Rock Organ"), N_("Church Organ"),
  N_("Reed Organ"), N_("Accordion"), N_("Harmonica"), N_("Bandoneon"),
  N_("Nylon Guitar"), N_("Steel Guitar"), N_("Jazz Guitar"), N_("Clean Electric Guitar"),
  N_("Muted Electric Guitar"), N_("Overdriven Guitar"), N_("Distorted Guitar"),
  N_("Guitar Harmonics"),
  N_("Acoustic Bass"), N_("Fingered Bass"), N_("Picked Bass"), N_("Fretless Bass"),
  N_("Slap Bass 1"), N_("Slap Bass 2"), N_("Synth Bass 1"), N_("Synth Bass 2"),
  N_("Violin"), N_("Viola"), N_("Cello"), N_("Double Bass"),
  N_("Tremolo Strings"), N_("Pizzicato Strings"), N_("Harp"), N_("Timpani"),
  N_("String Ensemble"), N_("Slow Strings"), N_("Synth Strings 1"), N_("Synth Strings 2"),
  N_("Choir Aahs"), N_("Voice Oohs"), N_("Synth Voice"), N_("Orchestra Hit"),
  N_("Trumpet"), N_("Trombone"), N_("Tuba"), N_("Muted Trumpet"),
  N_("French Horn"), N_("Brass Section"), N_("Synth Brass 1"), N_("Synth Brass 2"),
  N_("Soprano Saxophone"), N_("Alto Saxophone"), N_("Tenor Saxophone"), N_("Baritone Saxophone"),
  N_("Oboe"), N_("English Horn"), N_("Bassoon"), N_("Clarinet"),
  N_("Piccolo"), N_("Flute"), N_("Recorder"), N_("Pan Flute"),
  N_("Blown Bottle"), N_("Shakuhachi"), N_("Whistle"), N_("Ocarina"),
  N_("Square Lead"), N_("Sawtooth Lead"), N_("Calliope Lead"), N_("Chiff Lead"),
  N_("Charang Lead"), N_("Voice Lead"), N_("Fifths Lead"), N_("Bass and Lead"),
  N_("New Age Pad"), N_("Warm Pad"), N_("Polysynth Pad"), N_("Choir Pad"),
  N_("Bowed Pad"), N_("Metallic Pad"), N_("Halo Pad"), N_("Sweep Pad"),
  N_("Rain"), N_("Soundtrack"), N_("Crystal"), N_("Atmosphere"),
  N_("Brightness"), N_("Goblins"), N_("Echoes"), N_("Sci-fi"),
  N_("Sitar"), N_("Banjo"), N_("Shamisen"), N_("Koto"),
  N_("Kalimba"), N_("Bagpipe"), N_("Fiddle"), N_("Shanai"),
  N_("Tinkle Bell"), N_("Agogo"), N_("Steel Drums"), N_("Woodblock"),
  N_("Taiko"), N_("Melodic Tom"), N_("Synth Drum"), N_("Reverse Cymbal"),
  N_("Fret Noise"), N_("Breath Noise"), N_("Seashore"), N_("Bird Tweet"),
  N_("Telephone"), N_("Helicopter"), N_("Applause"), N_("Gunshot"),
};

static const struct
{
  const char *name;
  int         program;
} kits[] = {
  { N_("Standard Kit"), 0 },
  { N_("Room Kit"), 8 },
  { N_("Power Kit"), 16 },
  { N_("Electronic Kit"), 24 },
  { N_("Analog Kit"), 25 },
  { N_("Jazz Kit"), 32 },
  { N_("Brush Kit"), 40 },
  { N_("Orchestra Kit"), 48 },
};

const char *
maq_gm_names_get_family (int program)
{
  static const char *const families[] = {
    N_("Piano"), N_("Mallets and Bells"), N_("Organ"), N_("Guitar"),
    N_("Bass"), N_("Strings"), N_("Ensemble"), N_("Brass"),
    N_("Reeds"), N_("Flutes"), N_("Synth Lead"), N_("Synth Pad"),
    N_("Synth Textures"), N_("Folk Instruments"), N_("Percussion"), N_("Sound Effects"),
  };

  g_return_val_if_fail (program >= 0 && program < MAQ_N_GM_PROGRAMS, "");

  return _(families[program / 8]);
}

const char *
maq_gm_names_get_program (int program)
{
  g_return_val_if_fail (program >= 0 && program < MAQ_N_GM_PROGRAMS, "");
  return _(programs[program]);
}

guint
maq_gm_names_get_n_kits (void)
{
  return G_N_ELEMENTS (kits);
}

const char *
maq_gm_names_get_kit (guint  index,
                      int   *program)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (kits), "");
  *program = kits[index].program;
  return _(kits[index].name);
}
