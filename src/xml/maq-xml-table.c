/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-table-private.h"

#include "maq-chord-change.h"
#include "maq-limits.h"
#include "maq-lyric.h"
#include "maq-odd-bar.h"
#include "maq-xml-format.h"
#include "maq-xml-words-private.h"

/* A row of attributes; the names of the columns stand in MaqXmlAttribute. */
#define AT(Fields, field) offsetof (Fields, field)
#define NAME MAQ_LIMIT_NAME_BYTES

#define DEFINE_MAKE_AND_VIEW(Thing, thing)                            \
  static gpointer                                                     \
  make_##thing (gconstpointer fields)                                 \
  {                                                                   \
    return maq_##thing##_new (fields);                                \
  }                                                                   \
                                                                      \
  static void                                                         \
  view_##thing (gpointer      fields,                                 \
                gconstpointer parent,                                 \
                gpointer      value)                                  \
  {                                                                   \
    *(Maq##Thing##Fields *) fields = *maq_##thing##_get_fields (value); \
  }

DEFINE_MAKE_AND_VIEW (Project, project)
DEFINE_MAKE_AND_VIEW (Song, song)
DEFINE_MAKE_AND_VIEW (Arrangement, arrangement)
DEFINE_MAKE_AND_VIEW (Layer, layer)
DEFINE_MAKE_AND_VIEW (Sound, sound)
DEFINE_MAKE_AND_VIEW (Section, section)
DEFINE_MAKE_AND_VIEW (Part, part)
DEFINE_MAKE_AND_VIEW (Arc, arc)
DEFINE_MAKE_AND_VIEW (Remark, remark)
DEFINE_MAKE_AND_VIEW (Dismissal, dismissal)
DEFINE_MAKE_AND_VIEW (Take, take)
DEFINE_MAKE_AND_VIEW (Session, session)

#define DEFINE_CLASS(thing)                                           \
  static const MaqVecClass thing##_class = {                          \
    (gpointer (*) (gpointer)) maq_##thing##_ref,                      \
    (void (*) (gpointer)) maq_##thing##_unref,                        \
    NULL,                                                             \
  };

DEFINE_CLASS (project)
DEFINE_CLASS (session)
DEFINE_CLASS (sound)
DEFINE_CLASS (vec)

/* ---- texts ---- */

#define DEFINE_TEXT(variable, element_name)                           \
  static const MaqXmlElement variable = {                             \
    .name = element_name,                                             \
    .text_offset = offsetof (MaqXmlTextFields, text),                 \
    .foreign_offset = MAQ_XML_NOWHERE,                                \
  };

DEFINE_TEXT (note, "note")
DEFINE_TEXT (direction, "direction")
DEFINE_TEXT (meaning, "meaning")
DEFINE_TEXT (mood, "mood")
DEFINE_TEXT (room, "room")
DEFINE_TEXT (light, "light")
DEFINE_TEXT (sightlines, "sightlines")
DEFINE_TEXT (positions, "positions")
DEFINE_TEXT (headphones, "headphones")

/* ---- sounds and layers ---- */

static const MaqXmlElement sound = {
  .name = "sound",
  .attributes = {
    { "name", MAQ_XML_TYPE_NAME, AT (MaqSoundFields, name), 0, 0, NAME },
    { "bank", MAQ_XML_TYPE_INTEGER, AT (MaqSoundFields, bank), 0, 0, 16383 },
    { "program", MAQ_XML_TYPE_INTEGER, AT (MaqSoundFields, program), MAQ_XML_REQUIRED, 0, 127 },
    { "signature", MAQ_XML_TYPE_YES, AT (MaqSoundFields, is_signature) },
  },
  .children = {
    { &meaning, MAQ_XML_CHILD_TEXT, AT (MaqSoundFields, meaning), 0, 1 },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = AT (MaqSoundFields, foreign),
  .item_class = &sound_class,
  .make = make_sound,
  .view = view_sound,
};

const MaqXmlElement maq_xml_layer = {
  .name = "layer",
  .attributes = {
    { "id", MAQ_XML_TYPE_ID, AT (MaqLayerFields, id), MAQ_XML_REQUIRED | MAQ_XML_UNIQUE },
    { "name", MAQ_XML_TYPE_NAME, AT (MaqLayerFields, name), 0, 0, NAME },
    { "role", MAQ_XML_TYPE_WORD, AT (MaqLayerFields, role), MAQ_XML_REQUIRED, 0, 0,
      &maq_xml_role_words },
    { "performer", MAQ_XML_TYPE_NAME, AT (MaqLayerFields, performer), 0, 0, NAME },
    { "group", MAQ_XML_TYPE_NAME, AT (MaqLayerFields, group), 0, 0, NAME },
    { "colour", MAQ_XML_TYPE_WORD, AT (MaqLayerFields, colour), 0, 0, 0, &maq_xml_colour_words },
    { "gain", MAQ_XML_TYPE_NUMBER, AT (MaqLayerFields, gain_db), 0,
      MAQ_GAIN_MIN_DB, MAQ_GAIN_MAX_DB },
    { "pan", MAQ_XML_TYPE_NUMBER, AT (MaqLayerFields, pan), 0, -1.0, 1.0 },
    { "distance", MAQ_XML_TYPE_NUMBER, AT (MaqLayerFields, distance), 0, 0.0, 1.0 },
    { "tone", MAQ_XML_TYPE_NUMBER, AT (MaqLayerFields, tone), 0, -1.0, 1.0 },
    { "width", MAQ_XML_TYPE_STATED, AT (MaqLayerFields, width), 0, 0.0, MAQ_WIDTH_MAX },
    { "lag", MAQ_XML_TYPE_STATED, AT (MaqLayerFields, lag_ms), 0,
      -MAQ_LAG_MAX_MS, MAQ_LAG_MAX_MS },
    { "swing", MAQ_XML_TYPE_NUMBER, AT (MaqLayerFields, swing), 0, MAQ_SWING_MIN, MAQ_SWING_MAX },
    { "looseness", MAQ_XML_TYPE_STATED, AT (MaqLayerFields, looseness), 0,
      0.0, MAQ_LOOSENESS_MAX },
    { "muted", MAQ_XML_TYPE_YES, AT (MaqLayerFields, muted) },
    { "soloed", MAQ_XML_TYPE_YES, AT (MaqLayerFields, soloed) },
  },
  .children = {
    { &sound, MAQ_XML_CHILD_ONE, AT (MaqLayerFields, sound), 0, 1 },
    { &direction, MAQ_XML_CHILD_TEXT, AT (MaqLayerFields, direction), 0, 1 },
    { &meaning, MAQ_XML_CHILD_TEXT, AT (MaqLayerFields, meaning), 0, 1 },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = AT (MaqLayerFields, foreign),
  .item_class = &maq_layer_vec_class,
  .make = make_layer,
  .view = view_layer,
};

/* ---- what a section is made of ---- */

static gpointer
make_odd_bar (gconstpointer fields)
{
  const MaqXmlOddBarFields *f = fields;

  return maq_odd_bar_new (f->bar, f->meter);
}

static void
view_odd_bar (gpointer      fields,
              gconstpointer parent,
              gpointer      value)
{
  MaqXmlOddBarFields *f = fields;

  f->bar = maq_odd_bar_get_bar (value);
  f->meter = maq_odd_bar_get_meter (value);
}

const MaqXmlElement maq_xml_odd_bar = {
  .name = "odd-bar",
  .attributes = {
    { "bar", MAQ_XML_TYPE_ORDINAL, AT (MaqXmlOddBarFields, bar),
      MAQ_XML_REQUIRED | MAQ_XML_KEY, 1, MAQ_LIMIT_BARS },
    { "meter", MAQ_XML_TYPE_METER, AT (MaqXmlOddBarFields, meter), MAQ_XML_REQUIRED },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = MAQ_XML_NOWHERE,
  .item_class = &maq_odd_bar_vec_class,
  .make = make_odd_bar,
  .view = view_odd_bar,
};

static gpointer
make_chord (gconstpointer fields)
{
  const MaqXmlChordFields *f = fields;

  g_autoptr(MaqChordChange) plain = maq_chord_change_new (f->bar, f->offset_ticks, f->chord);

  return maq_chord_change_with_mark (plain, (MaqChordMark) f->mark);
}

static void
view_chord (gpointer      fields,
            gconstpointer parent,
            gpointer      value)
{
  MaqXmlChordFields *f = fields;

  f->bar = maq_chord_change_get_bar (value);
  f->offset_ticks = maq_chord_change_get_offset_ticks (value);
  f->name = maq_chord_get_text (maq_chord_change_get_chord (value));
  f->mark = (int) maq_chord_change_get_mark (value);
}

const MaqXmlElement maq_xml_chord = {
  .name = "chord",
  .attributes = {
    { "bar", MAQ_XML_TYPE_ORDINAL, AT (MaqXmlChordFields, bar),
      MAQ_XML_REQUIRED | MAQ_XML_KEY, 1, MAQ_LIMIT_BARS },
    { "beat", MAQ_XML_TYPE_BEAT, AT (MaqXmlChordFields, offset_ticks),
      MAQ_XML_REQUIRED | MAQ_XML_KEY, 1, 129 },
    { "name", MAQ_XML_TYPE_NAME, AT (MaqXmlChordFields, name),
      MAQ_XML_REQUIRED, 0, MAQ_LIMIT_CHORD_BYTES },
    { "mark", MAQ_XML_TYPE_WORD, AT (MaqXmlChordFields, mark), 0, 0, 0,
      &maq_xml_chord_mark_words },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = MAQ_XML_NOWHERE,
  .item_class = &maq_chord_change_vec_class,
  .make = make_chord,
  .view = view_chord,
};

static gpointer
make_lyric (gconstpointer fields)
{
  const MaqXmlLyricFields *f = fields;

  return maq_lyric_new (f->bar, f->text);
}

static void
view_lyric (gpointer      fields,
            gconstpointer parent,
            gpointer      value)
{
  MaqXmlLyricFields *f = fields;

  f->bar = maq_lyric_get_bar (value);
  f->text = maq_lyric_get_text (value);
}

static gboolean
is_alike_lyric (gpointer first,
                gpointer second)
{
  return maq_lyric_get_bar (first) == maq_lyric_get_bar (second);
}

const MaqXmlElement maq_xml_lyric = {
  .name = "lyric",
  .attributes = {
    { "bar", MAQ_XML_TYPE_ORDINAL, AT (MaqXmlLyricFields, bar),
      MAQ_XML_REQUIRED | MAQ_XML_KEY, 1, MAQ_LIMIT_BARS },
  },
  .text_offset = AT (MaqXmlLyricFields, text),
  .foreign_offset = MAQ_XML_NOWHERE,
  .item_class = &maq_lyric_vec_class,
  .make = make_lyric,
  .view = view_lyric,
  .is_alike = is_alike_lyric,
};

/* A list is an element of its own so that "none" can be told from "not stated". */

static gpointer
make_list (gconstpointer fields)
{
  const MaqXmlListFields *f = fields;

  return maq_vec_ref (f->items);
}

static void
view_list (gpointer      fields,
           gconstpointer parent,
           gpointer      value)
{
  MaqXmlListFields *f = fields;

  f->items = value;
}

static void
view_chords (gpointer      fields,
             gconstpointer parent,
             gpointer      value)
{
  view_list (fields, parent, value);
  ((MaqXmlListFields *) fields)->bars = ((const MaqSectionFields *) parent)->chord_bars;
}

static void
adopt_chords (gpointer      parent,
              gconstpointer fields)
{
  ((MaqSectionFields *) parent)->chord_bars = ((const MaqXmlListFields *) fields)->bars;
}

static const MaqXmlElement odd_bars = {
  .name = "odd-bars",
  .children = {
    { &maq_xml_odd_bar, MAQ_XML_CHILD_MANY, AT (MaqXmlListFields, items), 0, MAQ_LIMIT_BARS },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = MAQ_XML_NOWHERE,
  .item_class = &vec_class,
  .make = make_list,
  .view = view_list,
};

static const MaqXmlElement chords = {
  .name = "chords",
  .attributes = {
    { "bars", MAQ_XML_TYPE_INTEGER, AT (MaqXmlListFields, bars), 0, 1, MAQ_LIMIT_BARS },
  },
  .children = {
    { &maq_xml_chord, MAQ_XML_CHILD_MANY, AT (MaqXmlListFields, items), 0, MAQ_LIMIT_CHORDS },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = MAQ_XML_NOWHERE,
  .item_class = &vec_class,
  .make = make_list,
  .view = view_chords,
  .adopt = adopt_chords,
};

static const MaqXmlElement lyrics = {
  .name = "lyrics",
  .children = {
    { &maq_xml_lyric, MAQ_XML_CHILD_MANY, AT (MaqXmlListFields, items), 0, MAQ_LIMIT_LYRICS },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = MAQ_XML_NOWHERE,
  .item_class = &vec_class,
  .make = make_list,
  .view = view_list,
};

const MaqXmlElement maq_xml_part = {
  .name = "part",
  .attributes = {
    { "layer", MAQ_XML_TYPE_ID, AT (MaqPartFields, layer),
      MAQ_XML_REQUIRED | MAQ_XML_UNIQUE | MAQ_XML_TO_LAYER },
    { "level", MAQ_XML_TYPE_INTEGER, AT (MaqPartFields, level), MAQ_XML_REQUIRED,
      0, MAQ_LEVEL_MAX },
    { "from", MAQ_XML_TYPE_ORDINAL, AT (MaqPartFields, entry_bar), 0, 1, MAQ_LIMIT_BARS },
    { "to", MAQ_XML_TYPE_INTEGER, AT (MaqPartFields, exit_bar), 0, 1, MAQ_LIMIT_BARS },
    { "pattern", MAQ_XML_TYPE_NAME, AT (MaqPartFields, pattern), 0, 0, NAME },
    { "style", MAQ_XML_TYPE_NAME, AT (MaqPartFields, style), 0, 0, NAME },
    { "motif", MAQ_XML_TYPE_NAME, AT (MaqPartFields, motif), 0, 0, NAME },
    { "pinned", MAQ_XML_TYPE_YES, AT (MaqPartFields, pinned) },
  },
  .children = {
    { &sound, MAQ_XML_CHILD_ONE, AT (MaqPartFields, sound), 0, 1 },
    { &direction, MAQ_XML_CHILD_TEXT, AT (MaqPartFields, direction), 0, 1 },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = AT (MaqPartFields, foreign),
  .item_class = &maq_part_vec_class,
  .make = make_part,
  .view = view_part,
};

const MaqXmlElement maq_xml_section = {
  .name = "section",
  .attributes = {
    { "id", MAQ_XML_TYPE_ID, AT (MaqSectionFields, id), MAQ_XML_REQUIRED | MAQ_XML_UNIQUE },
    { "kind", MAQ_XML_TYPE_WORD, AT (MaqSectionFields, kind), MAQ_XML_REQUIRED, 0, 0,
      &maq_xml_section_kind_words },
    { "name", MAQ_XML_TYPE_NAME, AT (MaqSectionFields, name), 0, 0, NAME },
    { "bars", MAQ_XML_TYPE_INTEGER, AT (MaqSectionFields, bars), 0, 1, MAQ_LIMIT_BARS },
    { "follows", MAQ_XML_TYPE_ID, AT (MaqSectionFields, follows) },
    { "meter", MAQ_XML_TYPE_METER, AT (MaqSectionFields, meter) },
    { "tempo", MAQ_XML_TYPE_NUMBER, AT (MaqSectionFields, tempo_qpm), 0,
      MAQ_TEMPO_MIN_QPM, MAQ_TEMPO_MAX_QPM },
    { "key", MAQ_XML_TYPE_KEY, AT (MaqSectionFields, key) },
    { "style", MAQ_XML_TYPE_NAME, AT (MaqSectionFields, style), 0, 0, NAME },
    { "space", MAQ_XML_TYPE_WORD, AT (MaqSectionFields, space), 0, 0, 0, &maq_xml_space_words },
    { "dynamics", MAQ_XML_TYPE_WORD, AT (MaqSectionFields, dynamics), 0, 0, 0,
      &maq_xml_dynamics_words },
    { "feel", MAQ_XML_TYPE_WORD, AT (MaqSectionFields, feel), 0, 0, 0, &maq_xml_feel_words },
    { "feel-bars", MAQ_XML_TYPE_INTEGER, AT (MaqSectionFields, feel_bars), 0, 1, MAQ_LIMIT_BARS },
    { "transition", MAQ_XML_TYPE_WORD, AT (MaqSectionFields, transition), 0, 0, 0,
      &maq_xml_transition_words },
    { "transition-beats", MAQ_XML_TYPE_INTEGER, AT (MaqSectionFields, transition_beats), 0,
      1, MAQ_LIMIT_TRANSITION_BEATS },
  },
  .children = {
    { &mood, MAQ_XML_CHILD_TEXT, AT (MaqSectionFields, mood), 0, 1 },
    { &odd_bars, MAQ_XML_CHILD_ONE, AT (MaqSectionFields, odd_bars), 0, 1 },
    { &chords, MAQ_XML_CHILD_ONE, AT (MaqSectionFields, chords), 0, 1 },
    { &lyrics, MAQ_XML_CHILD_ONE, AT (MaqSectionFields, lyrics), 0, 1 },
    { &maq_xml_part, MAQ_XML_CHILD_MANY, AT (MaqSectionFields, parts), 0, MAQ_LIMIT_LAYERS },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = AT (MaqSectionFields, foreign),
  .item_class = &maq_section_vec_class,
  .make = make_section,
  .view = view_section,
};

/* ---- what else an arrangement has ---- */

static gpointer
make_point (gconstpointer fields)
{
  const MaqXmlPointFields *f = fields;

  return maq_arc_point_new (f->section, f->after_bars, f->value, f->is_smooth);
}

static void
view_point (gpointer      fields,
            gconstpointer parent,
            gpointer      value)
{
  MaqXmlPointFields *f = fields;

  f->section = maq_arc_point_get_section (value);
  f->after_bars = maq_arc_point_get_bar (value);
  f->value = maq_arc_point_get_value (value);
  f->is_smooth = maq_arc_point_is_smooth (value);
}

static gboolean
is_alike_point (gpointer first,
                gpointer second)
{
  return maq_arc_point_get_section (first) == maq_arc_point_get_section (second) &&
         maq_arc_point_get_bar (first) == maq_arc_point_get_bar (second);
}

const MaqXmlElement maq_xml_point = {
  .name = "point",
  .attributes = {
    { "section", MAQ_XML_TYPE_ID, AT (MaqXmlPointFields, section),
      MAQ_XML_REQUIRED | MAQ_XML_KEY | MAQ_XML_TO_SECTION },
    { "after", MAQ_XML_TYPE_NUMBER, AT (MaqXmlPointFields, after_bars), MAQ_XML_KEY,
      0, MAQ_LIMIT_BARS },
    { "value", MAQ_XML_TYPE_NUMBER, AT (MaqXmlPointFields, value), MAQ_XML_REQUIRED, 0, 10 },
    { "smooth", MAQ_XML_TYPE_YES, AT (MaqXmlPointFields, is_smooth) },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = MAQ_XML_NOWHERE,
  .item_class = &maq_arc_point_vec_class,
  .make = make_point,
  .view = view_point,
  .is_alike = is_alike_point,
};

static const MaqXmlElement arc = {
  .name = "arc",
  .attributes = {
    { "kind", MAQ_XML_TYPE_WORD, AT (MaqArcFields, kind), MAQ_XML_REQUIRED, 0, 0,
      &maq_xml_arc_kind_words },
    { "name", MAQ_XML_TYPE_NAME, AT (MaqArcFields, name), 0, 0, NAME },
  },
  .children = {
    { &maq_xml_point, MAQ_XML_CHILD_MANY, AT (MaqArcFields, points), 0, MAQ_LIMIT_ARC_POINTS },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = AT (MaqArcFields, foreign),
  .item_class = &maq_arc_vec_class,
  .make = make_arc,
  .view = view_arc,
};

static const MaqXmlElement remark = {
  .name = "remark",
  .attributes = {
    { "id", MAQ_XML_TYPE_ID, AT (MaqRemarkFields, id), MAQ_XML_REQUIRED | MAQ_XML_UNIQUE },
    { "kind", MAQ_XML_TYPE_WORD, AT (MaqRemarkFields, kind), MAQ_XML_REQUIRED, 0, 0,
      &maq_xml_remark_kind_words },
    { "state", MAQ_XML_TYPE_WORD, AT (MaqRemarkFields, state), 0, 0, 0,
      &maq_xml_remark_state_words },
    { "section", MAQ_XML_TYPE_ID, AT (MaqRemarkFields, section), MAQ_XML_TO_SECTION },
    { "layer", MAQ_XML_TYPE_ID, AT (MaqRemarkFields, layer), MAQ_XML_TO_LAYER },
    { "bar", MAQ_XML_TYPE_ORDINAL, AT (MaqRemarkFields, bar), 0, 1, MAQ_LIMIT_BARS },
    { "author", MAQ_XML_TYPE_NAME, AT (MaqRemarkFields, author), 0, 0, NAME },
  },
  .text_offset = AT (MaqRemarkFields, text),
  .foreign_offset = AT (MaqRemarkFields, foreign),
  .item_class = &maq_remark_vec_class,
  .make = make_remark,
  .view = view_remark,
};

static const MaqXmlElement dismissed = {
  .name = "dismissed",
  .attributes = {
    { "check", MAQ_XML_TYPE_NAME, AT (MaqDismissalFields, check), MAQ_XML_REQUIRED, 0, NAME },
    { "section", MAQ_XML_TYPE_ID, AT (MaqDismissalFields, section), MAQ_XML_TO_SECTION },
    { "layer", MAQ_XML_TYPE_ID, AT (MaqDismissalFields, layer), MAQ_XML_TO_LAYER },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = AT (MaqDismissalFields, foreign),
  .item_class = &maq_dismissal_vec_class,
  .make = make_dismissal,
  .view = view_dismissal,
};

static const MaqXmlElement take = {
  .name = "take",
  .attributes = {
    { "section", MAQ_XML_TYPE_ID, AT (MaqTakeFields, section),
      MAQ_XML_REQUIRED | MAQ_XML_TO_SECTION },
    { "layer", MAQ_XML_TYPE_ID, AT (MaqTakeFields, layer), MAQ_XML_REQUIRED | MAQ_XML_TO_LAYER },
    { "state", MAQ_XML_TYPE_WORD, AT (MaqTakeFields, state), 0, 0, 0, &maq_xml_take_state_words },
    { "number", MAQ_XML_TYPE_INTEGER, AT (MaqTakeFields, number), 0, 0, MAQ_LIMIT_TAKES },
  },
  .text_offset = AT (MaqTakeFields, note),
  .foreign_offset = AT (MaqTakeFields, foreign),
  .item_class = &maq_take_vec_class,
  .make = make_take,
  .view = view_take,
};

const MaqXmlElement maq_xml_arrangement = {
  .name = "arrangement",
  .attributes = {
    { "id", MAQ_XML_TYPE_ID, AT (MaqArrangementFields, id), MAQ_XML_REQUIRED | MAQ_XML_UNIQUE },
    { "name", MAQ_XML_TYPE_NAME, AT (MaqArrangementFields, name), 0, 0, NAME },
    { "target-seconds", MAQ_XML_TYPE_INTEGER, AT (MaqArrangementFields, target_seconds), 0,
      0, MAQ_TARGET_MAX_SECONDS },
  },
  .children = {
    { &note, MAQ_XML_CHILD_TEXT, AT (MaqArrangementFields, note), 0, 1 },
    { &maq_xml_layer, MAQ_XML_CHILD_MANY, AT (MaqArrangementFields, layers), 0, MAQ_LIMIT_LAYERS },
    { &maq_xml_section, MAQ_XML_CHILD_MANY, AT (MaqArrangementFields, sections), 0,
      MAQ_LIMIT_SECTIONS },
    { &arc, MAQ_XML_CHILD_MANY, AT (MaqArrangementFields, arcs), 0, MAQ_LIMIT_ARCS },
    { &remark, MAQ_XML_CHILD_MANY, AT (MaqArrangementFields, remarks), 0, MAQ_LIMIT_REMARKS },
    { &dismissed, MAQ_XML_CHILD_MANY, AT (MaqArrangementFields, dismissals), 0,
      MAQ_LIMIT_DISMISSALS },
    { &take, MAQ_XML_CHILD_MANY, AT (MaqArrangementFields, takes), 0, MAQ_LIMIT_ALL_TAKES },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = AT (MaqArrangementFields, foreign),
  .item_class = &maq_arrangement_vec_class,
  .make = make_arrangement,
  .view = view_arrangement,
};

/* ---- the session ---- */

/* The element tells the list; the rest is said in the same fields. */
#define DEFINE_ROW(row, Row)                                          \
  static gpointer                                                     \
  make_##row (gconstpointer fields)                                   \
  {                                                                   \
    MaqSessionRowFields stated = *(const MaqSessionRowFields *) fields; \
                                                                      \
    stated.list = MAQ_SESSION_##Row;                                  \
    return maq_session_row_new (&stated);                             \
  }

DEFINE_ROW (input, INPUTS)
DEFINE_ROW (recall, RECALL)
DEFINE_ROW (contact, CONTACTS)

static void
view_row (gpointer      fields,
          gconstpointer parent,
          gpointer      value)
{
  *(MaqSessionRowFields *) fields = *maq_session_row_get_fields (value);
}

#define ROW_TEXT(text) AT (MaqSessionRowFields, texts[text])
#define SWITCH(which) AT (MaqSessionRowFields, switches[which])
#define ROW_ID \
  { "id", MAQ_XML_TYPE_ID, AT (MaqSessionRowFields, id), MAQ_XML_REQUIRED | MAQ_XML_UNIQUE }

static const MaqXmlElement input = {
  .name = "input",
  .attributes = {
    ROW_ID,
    { "channel", MAQ_XML_TYPE_INTEGER, AT (MaqSessionRowFields, channel), 0, 0,
      MAQ_LIMIT_CHANNELS },
    { "source", MAQ_XML_TYPE_NAME, ROW_TEXT (MAQ_INPUT_SOURCE), 0, 0, NAME },
    { "layer", MAQ_XML_TYPE_NAME, ROW_TEXT (MAQ_INPUT_LAYER), 0, 0, NAME },
    { "microphone", MAQ_XML_TYPE_NAME, ROW_TEXT (MAQ_INPUT_MICROPHONE), 0, 0, NAME },
    { "stand", MAQ_XML_TYPE_NAME, ROW_TEXT (MAQ_INPUT_STAND), 0, 0, NAME },
    { "preamp", MAQ_XML_TYPE_NAME, ROW_TEXT (MAQ_INPUT_PREAMP), 0, 0, NAME },
    { "gain", MAQ_XML_TYPE_NAME, ROW_TEXT (MAQ_INPUT_GAIN), 0, 0, NAME },
    { "phantom", MAQ_XML_TYPE_YES, SWITCH (MAQ_INPUT_PHANTOM) },
    { "pad", MAQ_XML_TYPE_YES, SWITCH (MAQ_INPUT_PAD) },
    { "high-pass", MAQ_XML_TYPE_YES, SWITCH (MAQ_INPUT_HIGH_PASS) },
    { "polarity", MAQ_XML_TYPE_YES, SWITCH (MAQ_INPUT_POLARITY) },
  },
  .text_offset = ROW_TEXT (MAQ_INPUT_NOTE),
  .foreign_offset = AT (MaqSessionRowFields, foreign),
  .item_class = &maq_session_row_vec_class,
  .make = make_input,
  .view = view_row,
};

static const MaqXmlElement recall = {
  .name = "recall",
  .attributes = {
    ROW_ID,
    { "device", MAQ_XML_TYPE_NAME, ROW_TEXT (MAQ_RECALL_DEVICE), 0, 0, NAME },
    { "setting", MAQ_XML_TYPE_NAME, ROW_TEXT (MAQ_RECALL_SETTING), 0, 0, NAME },
  },
  .text_offset = ROW_TEXT (MAQ_RECALL_NOTE),
  .foreign_offset = AT (MaqSessionRowFields, foreign),
  .item_class = &maq_session_row_vec_class,
  .make = make_recall,
  .view = view_row,
};

static const MaqXmlElement contact = {
  .name = "contact",
  .attributes = {
    ROW_ID,
    { "name", MAQ_XML_TYPE_NAME, ROW_TEXT (MAQ_CONTACT_NAME), 0, 0, NAME },
    { "role", MAQ_XML_TYPE_NAME, ROW_TEXT (MAQ_CONTACT_ROLE), 0, 0, NAME },
    { "phone", MAQ_XML_TYPE_NAME, ROW_TEXT (MAQ_CONTACT_PHONE), 0, 0, NAME },
    { "email", MAQ_XML_TYPE_NAME, ROW_TEXT (MAQ_CONTACT_EMAIL), 0, 0, NAME },
  },
  .text_offset = ROW_TEXT (MAQ_CONTACT_NOTE),
  .foreign_offset = AT (MaqSessionRowFields, foreign),
  .item_class = &maq_session_row_vec_class,
  .make = make_contact,
  .view = view_row,
};

#define SESSION_TEXT(text) AT (MaqSessionFields, texts[text])
#define SESSION_LIST(list) AT (MaqSessionFields, lists[list])

static const MaqXmlElement session = {
  .name = "session",
  .attributes = {
    { "date", MAQ_XML_TYPE_NAME, SESSION_TEXT (MAQ_SESSION_DATE), 0, 0, NAME },
    { "times", MAQ_XML_TYPE_NAME, SESSION_TEXT (MAQ_SESSION_TIMES), 0, 0, NAME },
    { "place", MAQ_XML_TYPE_NAME, SESSION_TEXT (MAQ_SESSION_PLACE), 0, 0, NAME },
  },
  .children = {
    { &room, MAQ_XML_CHILD_TEXT, SESSION_TEXT (MAQ_SESSION_ROOM), 0, 1 },
    { &mood, MAQ_XML_CHILD_TEXT, SESSION_TEXT (MAQ_SESSION_MOOD), 0, 1 },
    { &light, MAQ_XML_CHILD_TEXT, SESSION_TEXT (MAQ_SESSION_LIGHT), 0, 1 },
    { &sightlines, MAQ_XML_CHILD_TEXT, SESSION_TEXT (MAQ_SESSION_SIGHTLINES), 0, 1 },
    { &positions, MAQ_XML_CHILD_TEXT, SESSION_TEXT (MAQ_SESSION_POSITIONS), 0, 1 },
    { &headphones, MAQ_XML_CHILD_TEXT, SESSION_TEXT (MAQ_SESSION_HEADPHONES), 0, 1 },
    { &input, MAQ_XML_CHILD_MANY, SESSION_LIST (MAQ_SESSION_INPUTS), 0, MAQ_LIMIT_SESSION_ROWS },
    { &recall, MAQ_XML_CHILD_MANY, SESSION_LIST (MAQ_SESSION_RECALL), 0, MAQ_LIMIT_SESSION_ROWS },
    { &contact, MAQ_XML_CHILD_MANY, SESSION_LIST (MAQ_SESSION_CONTACTS), 0,
      MAQ_LIMIT_SESSION_ROWS },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = AT (MaqSessionFields, foreign),
  .item_class = &session_class,
  .make = make_session,
  .view = view_session,
};

/* ---- songs and the project ---- */

const MaqXmlElement maq_xml_song = {
  .name = "song",
  .attributes = {
    { "id", MAQ_XML_TYPE_ID, AT (MaqSongFields, id), MAQ_XML_REQUIRED | MAQ_XML_UNIQUE },
    { "title", MAQ_XML_TYPE_NAME, AT (MaqSongFields, title), 0, 0, NAME },
    { "artist", MAQ_XML_TYPE_NAME, AT (MaqSongFields, artist), 0, 0, NAME },
    { "composer", MAQ_XML_TYPE_NAME, AT (MaqSongFields, composer), 0, 0, NAME },
    { "key", MAQ_XML_TYPE_KEY, AT (MaqSongFields, key), MAQ_XML_REQUIRED },
    { "tempo", MAQ_XML_TYPE_NUMBER, AT (MaqSongFields, tempo_qpm), MAQ_XML_REQUIRED,
      MAQ_TEMPO_MIN_QPM, MAQ_TEMPO_MAX_QPM },
    { "meter", MAQ_XML_TYPE_METER, AT (MaqSongFields, meter), MAQ_XML_REQUIRED },
    { "style", MAQ_XML_TYPE_NAME, AT (MaqSongFields, style), 0, 0, NAME },
    { "space", MAQ_XML_TYPE_WORD, AT (MaqSongFields, space), 0, 0, 0, &maq_xml_space_words },
    { "swing", MAQ_XML_TYPE_NUMBER, AT (MaqSongFields, swing), 0, MAQ_SWING_MIN, MAQ_SWING_MAX },
    { "lag", MAQ_XML_TYPE_STATED, AT (MaqSongFields, lag_ms), 0, -MAQ_LAG_MAX_MS, MAQ_LAG_MAX_MS },
    { "looseness", MAQ_XML_TYPE_STATED, AT (MaqSongFields, looseness), 0, 0.0, MAQ_LOOSENESS_MAX },
    { "seed", MAQ_XML_TYPE_SEED, AT (MaqSongFields, seed) },
    { "capo", MAQ_XML_TYPE_INTEGER, AT (MaqSongFields, capo), 0, 0, 11 },
    { "current", MAQ_XML_TYPE_ID, AT (MaqSongFields, current) },
  },
  .children = {
    { &maq_xml_arrangement, MAQ_XML_CHILD_MANY, AT (MaqSongFields, arrangements), 1,
      MAQ_LIMIT_ARRANGEMENTS },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = AT (MaqSongFields, foreign),
  .item_class = &maq_song_vec_class,
  .make = make_song,
  .view = view_song,
};

const MaqXmlElement maq_xml_project = {
  .name = "project",
  .attributes = {
    { "title", MAQ_XML_TYPE_NAME, AT (MaqProjectFields, title), 0, 0, NAME },
    { "artist", MAQ_XML_TYPE_NAME, AT (MaqProjectFields, artist), 0, 0, NAME },
    { "soundfont", MAQ_XML_TYPE_FILE, AT (MaqProjectFields, soundfont), 0, 0, NAME },
    { "current", MAQ_XML_TYPE_ID, AT (MaqProjectFields, current) },
  },
  .children = {
    { &maq_xml_song, MAQ_XML_CHILD_MANY, AT (MaqProjectFields, songs), 1, MAQ_LIMIT_SONGS },
    { &session, MAQ_XML_CHILD_ONE, AT (MaqProjectFields, session), 0, 1 },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = AT (MaqProjectFields, foreign),
  .item_class = &project_class,
  .make = make_project,
  .view = view_project,
};

const MaqXmlElement maq_xml_root = {
  .name = "maquette",
  .attributes = {
    { "version", MAQ_XML_TYPE_INTEGER, AT (MaqXmlRootFields, version), MAQ_XML_REQUIRED,
      1, MAQ_XML_VERSION },
  },
  .children = {
    { &maq_xml_project, MAQ_XML_CHILD_ONE, AT (MaqXmlRootFields, project), 1, 1 },
  },
  .text_offset = MAQ_XML_NOWHERE,
  .foreign_offset = MAQ_XML_NOWHERE,
};

int
maq_xml_element_find_child (const MaqXmlElement *self,
                            const char          *name)
{
  for (int i = 0; self->children[i].element != NULL; i++)
    if (g_str_equal (self->children[i].element->name, name))
      return i;

  return -1;
}
