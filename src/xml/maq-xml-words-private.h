/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-xml-table-private.h"

G_BEGIN_DECLS

extern const MaqXmlWords maq_xml_role_words;
extern const MaqXmlWords maq_xml_colour_words;
extern const MaqXmlWords maq_xml_section_kind_words;
extern const MaqXmlWords maq_xml_transition_words;
extern const MaqXmlWords maq_xml_space_words;
extern const MaqXmlWords maq_xml_dynamics_words;
extern const MaqXmlWords maq_xml_feel_words;
extern const MaqXmlWords maq_xml_chord_mark_words;
extern const MaqXmlWords maq_xml_arc_kind_words;
extern const MaqXmlWords maq_xml_remark_kind_words;
extern const MaqXmlWords maq_xml_remark_state_words;
extern const MaqXmlWords maq_xml_take_state_words;

G_END_DECLS
