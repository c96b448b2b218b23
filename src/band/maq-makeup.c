/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-makeup.h"

#include <math.h>

#include "maq-tick.h"

#define AIM_LUFS -16.0
#define MAX_DB 4.0

/* On the whole, songs are so much softer than what is guessed. */
#define BIAS_LU 1.0

/* Gains go by steps, so that an edit to a note or two changes none. */
#define STEP_DB 0.5

/* Most sounds die away by themselves after so long. */
#define MAX_SECONDS 1.2
#define RELEASE_SECONDS 0.05

/* What is 10 LU below the mean does not count (ITU-R BS.1770-4). */
#define GATE 0.1

/*
 * How loud a role is in LUFS at the band's gains, if it plays one note after
 * another at full velocity: the median of what layers of imported charts and
 * of the styles' demos measured.
 */
static double
role_lufs (MaqRole role)
{
  switch (role)
    {
    case MAQ_ROLE_DRUMS:
      return -11.3;
    case MAQ_ROLE_PERCUSSION:
      return -21.0;
    case MAQ_ROLE_BASS:
      return -15.2;
    case MAQ_ROLE_LEAD:
      return -14.0;
    case MAQ_ROLE_VOCAL:
      return -16.0;
    case MAQ_ROLE_BRASS:
      return -19.0;
    case MAQ_ROLE_PAD:
    case MAQ_ROLE_TEXTURE:
      return -26.0;
    case MAQ_ROLE_ACOUSTIC_GUITAR:
    case MAQ_ROLE_ELECTRIC_GUITAR:
    case MAQ_ROLE_KEYS:
    case MAQ_ROLE_ORGAN:
    case MAQ_ROLE_STRINGS:
    default:
      return -22.0;
    }
}

double
maq_makeup_power (MaqPhrase *phrase,
                  MaqRole    role,
                  double     tempo_qpm,
                  double     seconds)
{
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase, &n_notes);
  double sum = 0.0;

  for (guint i = 0; i < n_notes; i++)
    {
      double length = maq_ticks_to_seconds (notes[i].length_ticks, tempo_qpm);
      double velocity = notes[i].velocity / 127.0;
      double amplitude = velocity * velocity;   /* as a SoundFont's default modulator has it */

      sum += amplitude * amplitude * MIN (length + RELEASE_SECONDS, MAX_SECONDS);
    }
  return sum / seconds * pow (10.0, role_lufs (role) / 10.0);
}

static double
mean_above (const double *powers,
            const double *seconds,
            guint         n_sections,
            double        gate)
{
  double sum = 0.0;
  double length = 0.0;

  for (guint i = 0; i < n_sections; i++)
    if (powers[i] > gate)
      {
        sum += powers[i] * seconds[i];
        length += seconds[i];
      }
  return length > 0.0 ? sum / length : 0.0;
}

double
maq_makeup_gain_db (const double *powers,
                    const double *seconds,
                    guint         n_sections)
{
  double mean = mean_above (powers, seconds, n_sections, 0.0);
  double gain_db;

  mean = mean_above (powers, seconds, n_sections, GATE * mean);
  if (mean <= 0.0)
    return 0.0;
  gain_db = AIM_LUFS + BIAS_LU - 10.0 * log10 (mean);
  return CLAMP (round (gain_db / STEP_DB) * STEP_DB, -MAX_DB, MAX_DB);
}
