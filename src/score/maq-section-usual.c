/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-section-usual.h"

#define MAX_NEXT 5

static const struct
{
  int            bars;
  guint          n_next;
  MaqSectionKind next[MAX_NEXT];
} usual[MAQ_N_SECTION_KINDS] = {
  [MAQ_SECTION_INTRO] = { 4, 2, { MAQ_SECTION_VERSE, MAQ_SECTION_CHORUS } },
  [MAQ_SECTION_VERSE] = { 8, 3, { MAQ_SECTION_CHORUS, MAQ_SECTION_PRE_CHORUS,
                                  MAQ_SECTION_VERSE } },
  [MAQ_SECTION_PRE_CHORUS] = { 8, 1, { MAQ_SECTION_CHORUS } },
  [MAQ_SECTION_CHORUS] = { 8, 5, { MAQ_SECTION_VERSE, MAQ_SECTION_CHORUS, MAQ_SECTION_BRIDGE,
                                   MAQ_SECTION_POST_CHORUS, MAQ_SECTION_OUTRO } },
  [MAQ_SECTION_POST_CHORUS] = { 8, 3, { MAQ_SECTION_VERSE, MAQ_SECTION_BRIDGE,
                                        MAQ_SECTION_OUTRO } },
  [MAQ_SECTION_BRIDGE] = { 8, 3, { MAQ_SECTION_CHORUS, MAQ_SECTION_BREAKDOWN,
                                   MAQ_SECTION_SOLO } },
  [MAQ_SECTION_BREAKDOWN] = { 8, 3, { MAQ_SECTION_CHORUS, MAQ_SECTION_BUILD,
                                      MAQ_SECTION_VERSE } },
  [MAQ_SECTION_BUILD] = { 4, 2, { MAQ_SECTION_DROP, MAQ_SECTION_CHORUS } },
  [MAQ_SECTION_DROP] = { 8, 3, { MAQ_SECTION_BREAKDOWN, MAQ_SECTION_VERSE, MAQ_SECTION_OUTRO } },
  [MAQ_SECTION_SOLO] = { 8, 3, { MAQ_SECTION_CHORUS, MAQ_SECTION_VERSE, MAQ_SECTION_BRIDGE } },
  [MAQ_SECTION_INTERLUDE] = { 8, 3, { MAQ_SECTION_VERSE, MAQ_SECTION_CHORUS,
                                      MAQ_SECTION_BRIDGE } },
  [MAQ_SECTION_TAG] = { 4, 1, { MAQ_SECTION_OUTRO } },
  [MAQ_SECTION_OUTRO] = { 8, 1, { MAQ_SECTION_TAG } },
  [MAQ_SECTION_OTHER] = { 8, 3, { MAQ_SECTION_VERSE, MAQ_SECTION_CHORUS, MAQ_SECTION_OTHER } },
};

static const MaqSectionKind firsts[] = { MAQ_SECTION_INTRO, MAQ_SECTION_VERSE,
                                         MAQ_SECTION_CHORUS };

int
maq_section_kind_get_usual_bars (MaqSectionKind self)
{
  g_return_val_if_fail (self < MAQ_N_SECTION_KINDS, 1);

  return usual[self].bars;
}

gboolean
maq_section_kind_get_usual_next (MaqSectionKind  self,
                                 guint           rank,
                                 MaqSectionKind *next)
{
  g_return_val_if_fail (self < MAQ_N_SECTION_KINDS, FALSE);
  g_return_val_if_fail (next != NULL, FALSE);

  if (rank >= usual[self].n_next)
    return FALSE;

  *next = usual[self].next[rank];
  return TRUE;
}

gboolean
maq_section_kind_get_usual_first (guint           rank,
                                  MaqSectionKind *first)
{
  g_return_val_if_fail (first != NULL, FALSE);

  if (rank >= G_N_ELEMENTS (firsts))
    return FALSE;

  *first = firsts[rank];
  return TRUE;
}
