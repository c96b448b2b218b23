/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-section-kind.h"

G_BEGIN_DECLS

/**
 * ImportHeadingPlace: where a text stands decides how freely it is read
 * @IMPORT_HEADING_PLAIN: on a line of its own, where it might be sung
 * @IMPORT_HEADING_MARKED: in a comment, in brackets, or with a colon after it
 */
typedef enum
{
  IMPORT_HEADING_PLAIN,
  IMPORT_HEADING_MARKED,
} ImportHeadingPlace;

/**
 * ImportHeading:
 * @name: "Chorus 2"
 * @mood: (nullable): what is said besides: "softly"
 * @n_times: how often it is played: "Chorus x2"
 */
typedef struct
{
  char           *name;
  char           *mood;
  MaqSectionKind  kind;
  int             n_times;
} ImportHeading;

/** import_heading_parse: whether @text names a section and nothing else */
gboolean import_heading_parse (const char         *text,
                               ImportHeadingPlace  place,
                               ImportHeading      *heading);
void     import_heading_clear (ImportHeading      *heading);
/** import_heading_tidy_name: "PRE chorus" as "Pre-Chorus", "verse 1" as "Verse 1" */
char    *import_heading_tidy_name (const char     *name) G_GNUC_WARN_UNUSED_RESULT;

/** import_parse_times: n of "x2", "2x", "(x2)", "×2" that is all of @text; 0 if it is not */
int      import_parse_times   (const char         *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportHeading, import_heading_clear)

G_END_DECLS
