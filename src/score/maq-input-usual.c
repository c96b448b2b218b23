/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-input-usual.h"

#include <glib/gi18n-lib.h>

#define MAX_INPUTS 12

/* Kinds and not models: which ones there are, each studio knows. */
#define BOUNDARY N_("Boundary")
#define DYNAMIC N_("Dynamic")
#define LARGE_DYNAMIC N_("Large dynamic")
#define SMALL_CONDENSER N_("Small condenser")
#define LARGE_CONDENSER N_("Large condenser")
#define RIBBON N_("Ribbon")
#define DI N_("DI")

static const char *const microphones[] = { DYNAMIC, LARGE_DYNAMIC, SMALL_CONDENSER,
                                           LARGE_CONDENSER, RIBBON, BOUNDARY, DI };

/* up to one without a microphone */
static const MaqUsualInput inputs[MAQ_N_ROLES][MAX_INPUTS] = {
  [MAQ_ROLE_DRUMS] = {
    { N_("Kick in"), BOUNDARY, TRUE },
    { N_("Kick out"), LARGE_DYNAMIC, FALSE },
    { N_("Snare top"), DYNAMIC, FALSE },
    { N_("Snare bottom"), SMALL_CONDENSER, TRUE },
    { N_("Hi-hat"), SMALL_CONDENSER, TRUE },
    { N_("Tom 1"), DYNAMIC, FALSE },
    { N_("Tom 2"), DYNAMIC, FALSE },
    { N_("Overhead L"), SMALL_CONDENSER, TRUE },
    { N_("Overhead R"), SMALL_CONDENSER, TRUE },
    { N_("Drum room"), LARGE_CONDENSER, TRUE },
  },
  [MAQ_ROLE_PERCUSSION] = { { NULL, SMALL_CONDENSER, TRUE } },
  [MAQ_ROLE_BASS] = { { N_("DI"), DI, FALSE }, { N_("amp"), LARGE_DYNAMIC, FALSE } },
  [MAQ_ROLE_ACOUSTIC_GUITAR] = {
    { N_("neck"), SMALL_CONDENSER, TRUE },
    { N_("body"), LARGE_CONDENSER, TRUE },
  },
  [MAQ_ROLE_ELECTRIC_GUITAR] = { { N_("amp"), DYNAMIC, FALSE }, { N_("amp 2"), RIBBON, FALSE } },
  [MAQ_ROLE_KEYS] = { { N_("L"), DI, FALSE }, { N_("R"), DI, FALSE } },
  [MAQ_ROLE_ORGAN] = {
    { N_("rotor high L"), DYNAMIC, FALSE },
    { N_("rotor high R"), DYNAMIC, FALSE },
    { N_("rotor low"), LARGE_DYNAMIC, FALSE },
  },
  [MAQ_ROLE_PAD] = { { N_("L"), DI, FALSE }, { N_("R"), DI, FALSE } },
  [MAQ_ROLE_STRINGS] = { { N_("L"), LARGE_CONDENSER, TRUE }, { N_("R"), LARGE_CONDENSER, TRUE } },
  [MAQ_ROLE_BRASS] = { { NULL, RIBBON, FALSE } },
  [MAQ_ROLE_LEAD] = { { NULL, DYNAMIC, FALSE } },
  [MAQ_ROLE_VOCAL] = { { NULL, LARGE_CONDENSER, TRUE } },
  [MAQ_ROLE_TEXTURE] = { { N_("L"), DI, FALSE }, { N_("R"), DI, FALSE } },
};

const MaqUsualInput *
maq_input_usual_get (MaqRole  role,
                     guint   *n_inputs)
{
  g_return_val_if_fail (role < MAQ_N_ROLES, NULL);

  for (*n_inputs = 0; inputs[role][*n_inputs].microphone != NULL;)
    *n_inputs += 1;

  return inputs[role];
}

char *
maq_input_usual_dup_source (const MaqUsualInput *input,
                            MaqRole              role,
                            const char          *name)
{
  if (input->place == NULL)
    return g_strdup (name);
  if (role == MAQ_ROLE_DRUMS)
    return g_strdup (_(input->place));

  /* translators: a channel of a layer: "Bass DI", "Guitar amp" */
  return g_strdup_printf (_("%s %s"), name, _(input->place));
}

const char *
maq_input_usual_get_microphone (guint index)
{
  return index < G_N_ELEMENTS (microphones) ? _(microphones[index]) : NULL;
}
