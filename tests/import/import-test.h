/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-form.h"
#include "maq-import.h"

G_BEGIN_DECLS

/** import_text: a project of a chart that must be readable, checked and written and read again */
MaqProject     *import_text        (const char      *text,
                                    const char      *filename,
                                    MaqImportReport *report) G_GNUC_WARN_UNUSED_RESULT;
/** import_chart: the same of a file of `tests/import/charts` */
MaqProject     *import_chart       (const char      *name,
                                    MaqImportReport *report) G_GNUC_WARN_UNUSED_RESULT;
/** dup_shared: (nullable): the path of outside material; without it the test is skipped */
char           *dup_shared         (const char      *folder,
                                    const char      *name) G_GNUC_WARN_UNUSED_RESULT;
/** import_shared: a project of a file of the outside material */
MaqProject     *import_shared      (const char      *path) G_GNUC_WARN_UNUSED_RESULT;

/** assert_form: sections as "Verse 1:8 Chorus 1:8", with "<N" after one that follows section N */
void            assert_form        (MaqArrangement  *arrangement,
                                    const char      *form);
/** assert_chords: of a section as it sounds, by bars, as maq_chord_text_format() writes them */
void            assert_chords      (MaqProject      *project,
                                    guint            section,
                                    const char      *chords);
void            assert_key         (MaqKey           key,
                                    const char      *text);
void            assert_meter       (MaqMeter         meter,
                                    const char      *text);
/** assert_remark: whether any remark has this text */
void            assert_remark      (MaqArrangement  *arrangement,
                                    const char      *text);
/** find_layer_named: its index; fails if there is none */
guint           find_layer_named   (MaqArrangement  *arrangement,
                                    const char      *name);

G_END_DECLS
