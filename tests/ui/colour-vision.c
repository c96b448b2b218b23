/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "colour-vision.h"

#include <math.h>

typedef struct
{
  double l;
  double a;
  double b;
} Lab;

/* What of linear light the eye takes in, after Machado, Oliveira and Fernandes (2009), for
 * cones that lack altogether. */
static const double visions[N_VISIONS][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static double
clamp (double value)
{
  return fmin (fmax (value, 0), 1);
}

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

Colour
colour_over (Colour colour,
             double alpha,
             Colour ground)
{
  Colour result;

  for (int i = 0; i < 3; i++)
    result.rgb[i] = colour.rgb[i] * alpha + ground.rgb[i] * (1 - alpha);
  return result;
}

static double
get_luminance (Colour colour)
{
  return 0.2126 * to_linear (colour.rgb[0]) + 0.7152 * to_linear (colour.rgb[1]) +
         0.0722 * to_linear (colour.rgb[2]);
}

double
colour_contrast (Colour a,
                 Colour b)
{
  double one = get_luminance (a) + 0.05;
  double other = get_luminance (b) + 0.05;

  return fmax (one, other) / fmin (one, other);
}

static double
cube_root_of_light (double t)
{
  return t > 216.0 / 24389.0 ? cbrt (t) : (t * 24389.0 / 27.0 + 16) / 116;
}

/* CIE 1976 under D65. */
static Lab
to_lab (Colour colour,
        Vision vision)
{
  double linear[3];
  double seen[3];
  double x;
  double y;
  double z;

  for (int i = 0; i < 3; i++)
    linear[i] = to_linear (colour.rgb[i]);
  for (int i = 0; i < 3; i++)
    seen[i] = clamp (visions[vision][i][0] * linear[0] + visions[vision][i][1] * linear[1] +
                     visions[vision][i][2] * linear[2]);
  x = (0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047;
  y = 0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2];
  z = (0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883;
  x = cube_root_of_light (x);
  y = cube_root_of_light (y);
  z = cube_root_of_light (z);
  return (Lab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double
to_radians (double degrees)
{
  return degrees * M_PI / 180;
}

static double
get_hue (double a,
         double b)
{
  double degrees = atan2 (b, a) * 180 / M_PI;

  return degrees < 0 ? degrees + 360 : degrees;
}

/* What of the chroma counts: blue is less sure than the others. */
static double
get_chroma_share (double chroma)
{
  double seventh = pow (chroma, 7);

  return sqrt (seventh / (seventh + pow (25, 7)));
}

static double
get_mean_hue (double h1,
              double h2)
{
  double sum = h1 + h2;

  if (fabs (h1 - h2) <= 180)
    return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

static double
get_hue_step (double h1,
              double h2)
{
  double step = h2 - h1;

  if (step > 180)
    return step - 360;
  return step < -180 ? step + 360 : step;
}

/* CIEDE2000, after Sharma, Wu and Dalal (2005). */
double
colour_difference (Colour first,
                   Colour second,
                   Vision vision)
{
  Lab one = to_lab (first, vision);
  Lab other = to_lab (second, vision);
  double g = 0.5 * (1 - get_chroma_share ((hypot (one.a, one.b) + hypot (other.a, other.b)) / 2));
  double a1 = (1 + g) * one.a;
  double a2 = (1 + g) * other.a;
  double c1 = hypot (a1, one.b);
  double c2 = hypot (a2, other.b);
  double h1 = get_hue (a1, one.b);
  double h2 = get_hue (a2, other.b);
  double l = (one.l + other.l) / 2;
  double c = (c1 + c2) / 2;
  double h = get_mean_hue (h1, h2);
  double t = 1 - 0.17 * cos (to_radians (h - 30)) + 0.24 * cos (to_radians (2 * h)) +
             0.32 * cos (to_radians (3 * h + 6)) - 0.20 * cos (to_radians (4 * h - 63));
  double dl = (other.l - one.l) / (1 + 0.015 * pow (l - 50, 2) / sqrt (20 + pow (l - 50, 2)));
  double dc = (c2 - c1) / (1 + 0.045 * c);
  double dh = 2 * sqrt (c1 * c2) * sin (to_radians (get_hue_step (h1, h2) / 2)) /
              (1 + 0.015 * c * t);
  double turn = 30 * exp (-pow ((h - 275) / 25, 2));
  double rt = -2 * get_chroma_share (c) * sin (to_radians (2 * turn));

  return sqrt (dl * dl + dc * dc + dh * dh + rt * dc * dh);
}
