/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * How far colours are from each other, for those who see all of them and for those who
 * do not, and how well text stands out: arithmetic for the test of the palette.
 */

/** Colour: red, green, blue of sRGB, 0 to 1 */
typedef struct
{
  double rgb[3];
} Colour;

/** Vision: the common one, and what lacks one of the three kinds of cones */
typedef enum
{
  VISION_FULL,
  VISION_PROTANOPIA,
  VISION_DEUTERANOPIA,
  VISION_TRITANOPIA,
  N_VISIONS
} Vision;

/** colour_over: what is seen when @colour, @alpha opaque, lies on @ground */
Colour colour_over       (Colour colour,
                          double alpha,
                          Colour ground);
/** colour_contrast: after WCAG, 1 to 21 */
double colour_contrast   (Colour a,
                          Colour b);
/** colour_difference: CIEDE2000 as this vision has it; 1 is just to be seen side by side */
double colour_difference (Colour a,
                          Colour b,
                          Vision vision);
