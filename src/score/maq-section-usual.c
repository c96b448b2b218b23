/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-section-usual.h"

static const int usual_bars[MAQ_N_SECTION_KINDS] = {
  [MAQ_SECTION_INTRO] = 4,
  [MAQ_SECTION_VERSE] = 8,
  [MAQ_SECTION_PRE_CHORUS] = 8,
  [MAQ_SECTION_CHORUS] = 8,
  [MAQ_SECTION_POST_CHORUS] = 8,
  [MAQ_SECTION_BRIDGE] = 8,
  [MAQ_SECTION_BREAKDOWN] = 8,
  [MAQ_SECTION_BUILD] = 4,
  [MAQ_SECTION_DROP] = 8,
  [MAQ_SECTION_SOLO] = 8,
  [MAQ_SECTION_INTERLUDE] = 8,
  [MAQ_SECTION_TAG] = 4,
  [MAQ_SECTION_OUTRO] = 8,
  [MAQ_SECTION_OTHER] = 8,
};

int
maq_section_kind_get_usual_bars (MaqSectionKind self)
{
  g_return_val_if_fail (self < MAQ_N_SECTION_KINDS, 1);

  return usual_bars[self];
}
