/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-words-private.h"

#define DEFINE_WORDS(Type, type, n_values)                            \
  static const char *                                                 \
  type##_get_nick (int value)                                         \
  {                                                                   \
    return maq_##type##_get_nick ((Type) value);                      \
  }                                                                   \
                                                                      \
  static gboolean                                                     \
  type##_from_nick (const char *nick,                                 \
                    int        *value)                                \
  {                                                                   \
    Type found;                                                       \
                                                                      \
    if (*nick == '\0' || !maq_##type##_from_nick (nick, &found))      \
      return FALSE;                                                   \
                                                                      \
    *value = (int) found;                                             \
    return TRUE;                                                      \
  }                                                                   \
                                                                      \
  const MaqXmlWords maq_xml_##type##_words = \
    { type##_get_nick, type##_from_nick, n_values };

DEFINE_WORDS (MaqRole, role, MAQ_N_ROLES)
DEFINE_WORDS (MaqColour, colour, MAQ_N_COLOURS)
DEFINE_WORDS (MaqSectionKind, section_kind, MAQ_N_SECTION_KINDS)
DEFINE_WORDS (MaqTransition, transition, MAQ_N_TRANSITIONS)
DEFINE_WORDS (MaqSpace, space, MAQ_N_SPACES)
DEFINE_WORDS (MaqDynamics, dynamics, MAQ_N_DYNAMICS)
DEFINE_WORDS (MaqFeel, feel, MAQ_N_FEELS)
DEFINE_WORDS (MaqChordMark, chord_mark, MAQ_N_CHORD_MARKS)
DEFINE_WORDS (MaqArcKind, arc_kind, MAQ_N_ARC_KINDS)
DEFINE_WORDS (MaqRemarkKind, remark_kind, MAQ_N_REMARK_KINDS)
DEFINE_WORDS (MaqRemarkState, remark_state, MAQ_N_REMARK_STATES)
DEFINE_WORDS (MaqTakeState, take_state, MAQ_N_TAKE_STATES)
