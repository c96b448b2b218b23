/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MaqSectionKind: what a section is in the song's form */
typedef enum
{
  MAQ_SECTION_INTRO,
  MAQ_SECTION_VERSE,
  MAQ_SECTION_PRE_CHORUS,
  MAQ_SECTION_CHORUS,
  MAQ_SECTION_POST_CHORUS,
  MAQ_SECTION_BRIDGE,
  MAQ_SECTION_BREAKDOWN,
  MAQ_SECTION_BUILD,
  MAQ_SECTION_DROP,
  MAQ_SECTION_SOLO,
  MAQ_SECTION_INTERLUDE,
  MAQ_SECTION_TAG,
  MAQ_SECTION_OUTRO,
  MAQ_SECTION_OTHER,
  MAQ_N_SECTION_KINDS
} MaqSectionKind;

/** maq_section_kind_get_nick: "pre-chorus": in files, never translated */
const char     *maq_section_kind_get_nick   (MaqSectionKind  self);
/** maq_section_kind_get_label: "Pre-Chorus", translated */
const char     *maq_section_kind_get_label  (MaqSectionKind  self);
gboolean        maq_section_kind_from_nick  (const char     *nick,
                                             MaqSectionKind *kind);
/**
 * maq_section_kind_guess:
 *
 * Finds the kind in a name as people write it: "Verse 2", "V1", "prechorus",
 * "Pre Chorus", "Middle 8", "Instrumental", "refrain", "Ending".
 *
 * Returns: %MAQ_SECTION_OTHER if nothing fits
 */
MaqSectionKind  maq_section_kind_guess      (const char     *name);

G_END_DECLS
