/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-arrangement.h"
#include "maq-chord-change.h"
#include "maq-project.h"
#include "maq-tick.h"

G_BEGIN_DECLS

/*
 * What the format looks like, stated once for the reader and the writer: each
 * element with its attributes and children, in the order of the file, and
 * where in a struct of fields each of them is kept.
 */

typedef enum
{
  MAQ_XML_TYPE_ID,       /* MaqId */
  MAQ_XML_TYPE_NAME,     /* const char *, at most maximum bytes */
  MAQ_XML_TYPE_FILE,     /* const char *, the name of a file without folders */
  MAQ_XML_TYPE_INTEGER,  /* int, minimum to maximum */
  MAQ_XML_TYPE_ORDINAL,  /* int from 0, in the file from 1 */
  MAQ_XML_TYPE_NUMBER,   /* double, minimum to maximum */
  MAQ_XML_TYPE_STATED,   /* MaqStated, minimum to maximum; 0 is stated too */
  MAQ_XML_TYPE_SEED,     /* guint64 */
  MAQ_XML_TYPE_BEAT,     /* MaqTick from 0, in the file quarter notes from 1 */
  MAQ_XML_TYPE_YES,      /* gboolean */
  MAQ_XML_TYPE_WORD,     /* an enumeration, see words */
  MAQ_XML_TYPE_METER,    /* MaqMeter */
  MAQ_XML_TYPE_KEY,      /* MaqKey */
} MaqXmlType;

typedef enum
{
  MAQ_XML_REQUIRED    = 1 << 0,  /* must be there, and is written even if it is 0 */
  MAQ_XML_UNIQUE      = 1 << 1,  /* no two like elements in the same parent have the same */
  MAQ_XML_KEY         = 1 << 2,  /* tells an element without fields of its own from its like */
  MAQ_XML_TO_LAYER    = 1 << 3,  /* the id of a layer of the arrangement */
  MAQ_XML_TO_SECTION  = 1 << 4,  /* the id of a section of the arrangement */
} MaqXmlAttributeFlags;

/* the texts of an enumeration */
typedef struct
{
  const char *(*get_nick)  (int         value);
  gboolean    (*from_nick) (const char *nick,
                            int        *value);
  int         n_values;
} MaqXmlWords;

typedef struct
{
  const char           *name;
  MaqXmlType            type;
  gsize                 offset;
  MaqXmlAttributeFlags  flags;
  double                minimum;
  double                maximum;
  const MaqXmlWords    *words;
} MaqXmlAttribute;

#define MAQ_XML_MAX_ATTRIBUTES 20
#define MAQ_XML_MAX_CHILDREN 9

typedef enum
{
  MAQ_XML_CHILD_TEXT,  /* offset is that of a const char * */
  MAQ_XML_CHILD_ONE,   /* of a counted value */
  MAQ_XML_CHILD_MANY,  /* of a MaqVec */
} MaqXmlArity;

typedef struct _MaqXmlElement MaqXmlElement;

typedef struct
{
  const MaqXmlElement *element;
  MaqXmlArity          arity;
  gsize                offset;
  guint                minimum;
  guint                maximum;
} MaqXmlChild;

#define MAQ_XML_NOWHERE G_MAXSIZE

/*
 * name: of the element
 * attributes: in the order of the file, up to one without a name
 * children: likewise, up to one without an element
 * text_offset: where its text goes, or MAQ_XML_NOWHERE
 * foreign_offset: where other people's things go, or MAQ_XML_NOWHERE
 * item_class: how its values are counted
 * make: makes the value from the fields
 * view: fills the fields from the value and its parent's fields
 * adopt: hands the parent what belongs to it rather than to the value
 * is_alike: whether two neighbours say the same in all attributes that are keys;
 *   absent where they never do
 */
struct _MaqXmlElement
{
  const char        *name;
  MaqXmlAttribute    attributes[MAQ_XML_MAX_ATTRIBUTES];
  MaqXmlChild        children[MAQ_XML_MAX_CHILDREN + 1];
  gsize              text_offset;
  gsize              foreign_offset;
  const MaqVecClass *item_class;
  gpointer         (*make)  (gconstpointer fields);
  void             (*view)  (gpointer      fields,
                             gconstpointer parent,
                             gpointer      value);
  void             (*adopt) (gpointer      parent,
                             gconstpointer fields);
  gboolean         (*is_alike) (gpointer   first,
                                gpointer   second);
};

/* The fields of elements that are no value with fields in the score. */

typedef struct
{
  int         version;
  MaqProject *project;
} MaqXmlRootFields;

typedef struct
{
  const char *text;
} MaqXmlTextFields;

typedef struct
{
  int     bars;
  MaqVec *items;
} MaqXmlListFields;

typedef struct
{
  int      bar;
  MaqMeter meter;
} MaqXmlOddBarFields;

typedef struct
{
  int         bar;
  MaqTick     offset_ticks;
  const char *name;
  MaqChord   *chord;
  int         mark;
} MaqXmlChordFields;

typedef struct
{
  int         bar;
  const char *text;
} MaqXmlLyricFields;

typedef struct
{
  MaqId    section;
  double   after_bars;
  double   value;
  gboolean is_smooth;
} MaqXmlPointFields;

/* room for the fields of any element */
typedef union
{
  MaqXmlRootFields     root;
  MaqProjectFields     project;
  MaqSongFields        song;
  MaqArrangementFields arrangement;
  MaqLayerFields       layer;
  MaqSoundFields       sound;
  MaqSectionFields     section;
  MaqPartFields        part;
  MaqArcFields         arc;
  MaqRemarkFields      remark;
  MaqTakeFields        take;
  MaqSessionFields     session;
  MaqSessionRowFields  session_row;
  MaqXmlTextFields     text;
  MaqXmlListFields     list;
  MaqXmlOddBarFields   odd_bar;
  MaqXmlChordFields    chord;
  MaqXmlLyricFields    lyric;
  MaqXmlPointFields    point;
} MaqXmlFields;

extern const MaqXmlElement maq_xml_root;
extern const MaqXmlElement maq_xml_project;
extern const MaqXmlElement maq_xml_song;
extern const MaqXmlElement maq_xml_arrangement;
extern const MaqXmlElement maq_xml_layer;
extern const MaqXmlElement maq_xml_section;
extern const MaqXmlElement maq_xml_part;
extern const MaqXmlElement maq_xml_odd_bar;
extern const MaqXmlElement maq_xml_chord;
extern const MaqXmlElement maq_xml_lyric;
extern const MaqXmlElement maq_xml_point;

/* what is kept at @offset of @fields */
#define MAQ_XML_FIELD(Type, fields, offset) (*(Type *) (void *) ((char *) (fields) + (offset)))

/* maq_xml_element_find_child: index of the child of this name, or -1 */
int maq_xml_element_find_child (const MaqXmlElement *self,
                                const char          *name);

G_END_DECLS
