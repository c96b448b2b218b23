/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chord.h"

G_BEGIN_DECLS

/** MaqMusicXmlDegreeType: what a degree does to a kind */
typedef enum
{
  MAQ_MUSICXML_ADD,
  MAQ_MUSICXML_ALTER,
  MAQ_MUSICXML_SUBTRACT,
} MaqMusicXmlDegreeType;

/** MaqMusicXmlDegree: one `<degree>`; @alter as MusicXML 4.0 counts it: added sevenths are minor */
typedef struct
{
  int                   value;
  int                   alter;
  MaqMusicXmlDegreeType type;
} MaqMusicXmlDegree;

/** MAQ_MUSICXML_MAX_DEGREES: more are never needed */
#define MAQ_MUSICXML_MAX_DEGREES 12

/**
 * maq_musicxml_find_kind:
 * @degrees: (out caller-allocates): what it takes besides, %MAQ_MUSICXML_MAX_DEGREES
 * @n_degrees: (out): how many
 *
 * Finds the kind of MusicXML 4.0 that needs the fewest degrees to have just
 * the tones of @chord.
 *
 * Returns: (transfer none): "dominant", "none" for no chord
 */
const char *maq_musicxml_find_kind      (MaqChord          *chord,
                                         MaqMusicXmlDegree *degrees,
                                         guint             *n_degrees);

G_END_DECLS
