/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-words-private.h"

#define DEFINE_WORDS(Type, type)                                      \
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
  const MaqXmlWords maq_xml_##type##_words = { type##_get_nick, type##_from_nick };

DEFINE_WORDS (MaqRole, role)
DEFINE_WORDS (MaqSectionKind, section_kind)
DEFINE_WORDS (MaqTransition, transition)
DEFINE_WORDS (MaqArcKind, arc_kind)
DEFINE_WORDS (MaqRemarkKind, remark_kind)
DEFINE_WORDS (MaqRemarkState, remark_state)
