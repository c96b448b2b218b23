/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-reader-private.h"

#include <glib/gi18n-lib.h>

#include "maq-chord-change.h"
#include "maq-lyric.h"
#include "maq-odd-bar.h"

/* ---- ids ---- */

static GHashTable *
keys_of (MaqXmlFrame *frame,
         int          child)
{
  if (frame->keys[child] == NULL)
    frame->keys[child] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return frame->keys[child];
}

/* the line in which the child with this id stands, or 0 */
static int
find_line (MaqXmlFrame         *frame,
           const MaqXmlElement *element,
           MaqId                id)
{
  int child = maq_xml_element_find_child (frame->element, element->name);

  if (frame->keys[child] == NULL)
    return 0;

  return GPOINTER_TO_INT (g_hash_table_lookup (frame->keys[child], &id));
}

static void
check_unique (MaqXmlReader          *self,
              const MaqXmlAttribute *attribute,
              MaqId                  id)
{
  MaqXmlFrame *frame = maq_xml_reader_get_frame (self, 0);
  GHashTable *keys = keys_of (maq_xml_reader_get_frame (self, 1), frame->child);
  int line = GPOINTER_TO_INT (g_hash_table_lookup (keys, &id));
  char text[MAQ_ID_TEXT_MAX];

  if (line == 0)
    g_hash_table_insert (keys, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (frame->line));
  else
    maq_xml_reader_fail (self, MAQ_XML_ERROR_INVALID, frame->line,
                         _("The <%s> in line %d has %s=\"%s\" already; give each its own"),
                         frame->element->name, line, attribute->name, maq_id_format (id, text));
}

static void
check_reference (MaqXmlReader          *self,
                 const MaqXmlAttribute *attribute,
                 const MaqXmlElement   *element,
                 MaqId                  id)
{
  MaqXmlFrame *frame = maq_xml_reader_get_frame (self, 0);
  char text[MAQ_ID_TEXT_MAX];

  for (int outwards = 1; outwards < self->n_frames; outwards++)
    {
      MaqXmlFrame *around = maq_xml_reader_get_frame (self, outwards);

      if (around->element != &maq_xml_arrangement)
        continue;
      if (find_line (around, element, id) == 0)
        maq_xml_reader_fail (self, MAQ_XML_ERROR_INVALID, frame->line,
                             _("<%s> says %s=\"%s\", but this arrangement has no <%s> "
                               "of that id; name one that is there"),
                             frame->element->name, attribute->name,
                             maq_id_format (id, text), element->name);
      return;
    }
}

void
maq_xml_rules_check_attribute (MaqXmlReader          *self,
                               const MaqXmlAttribute *attribute)
{
  MaqXmlFrame *frame = maq_xml_reader_get_frame (self, 0);
  MaqId id;

  if (attribute->type != MAQ_XML_TYPE_ID)
    return;

  id = MAQ_XML_FIELD (MaqId, &frame->fields, attribute->offset);
  if (attribute->flags & MAQ_XML_UNIQUE)
    check_unique (self, attribute, id);
  if (attribute->flags & MAQ_XML_TO_LAYER)
    check_reference (self, attribute, &maq_xml_layer, id);
  if (attribute->flags & MAQ_XML_TO_SECTION)
    check_reference (self, attribute, &maq_xml_section, id);
}

/* ---- songs and the project ---- */

/* What is not said is the first; @first_id is that of the first child, at least one. */
static void
check_current (MaqXmlReader        *self,
               const MaqXmlElement *element,
               MaqId               *current,
               MaqId                first_id)
{
  MaqXmlFrame *frame = maq_xml_reader_get_frame (self, 0);
  char text[MAQ_ID_TEXT_MAX];

  if (*current == MAQ_ID_NONE)
    *current = first_id;
  else if (find_line (frame, element, *current) == 0)
    maq_xml_reader_fail (self, MAQ_XML_ERROR_INVALID, frame->line,
                         _("<%s> says current=\"%s\", but holds no <%s> of that id; "
                           "name one that is there"),
                         frame->element->name, maq_id_format (*current, text), element->name);
}

static void
check_project (MaqXmlReader *self,
               MaqXmlFrame  *frame)
{
  MaqProjectFields *project = &frame->fields.project;

  check_current (self, &maq_xml_song, &project->current,
                 maq_song_get_id (maq_vec_get (project->songs, 0)));
}

static void
check_song (MaqXmlReader *self,
            MaqXmlFrame  *frame)
{
  MaqSongFields *song = &frame->fields.song;

  check_current (self, &maq_xml_arrangement, &song->current,
                 maq_arrangement_get_id (maq_vec_get (song->arrangements, 0)));
}

/* ---- sections ---- */

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  MaqId first = maq_part_get_layer (*(MaqPart *const *) a);
  MaqId second = maq_part_get_layer (*(MaqPart *const *) b);

  return first < second ? -1 : first > second;
}

/* People may write parts in any order; the score has them by layer. */
static void
sort_parts (MaqSectionFields *section)
{
  guint n_parts = maq_vec_get_length (section->parts);
  g_autoptr(GPtrArray) parts = g_ptr_array_sized_new (n_parts);
  g_autoptr(MaqVec) before = section->parts;

  for (guint i = 0; i < n_parts; i++)
    g_ptr_array_add (parts, maq_vec_get (before, i));
  g_ptr_array_sort (parts, compare_parts);

  section->parts = maq_vec_new (&maq_part_vec_class,
                                (const gpointer *) parts->pdata, parts->len);
}

/* Where the section takes its length from another, maq_check() looks. */
static void
check_bars_of_parts (MaqXmlReader *self,
                     MaqXmlFrame  *frame)
{
  const MaqSectionFields *section = &frame->fields.section;
  int child = maq_xml_element_find_child (&maq_xml_section, maq_xml_part.name);

  for (guint i = 0; section->bars > 0 && i < maq_vec_get_length (section->parts); i++)
    {
      const MaqPartFields *part = maq_part_get_fields (maq_vec_get (section->parts, i));
      gpointer line = g_hash_table_lookup (frame->keys[child], &part->layer);

      if (part->entry_bar >= section->bars || part->exit_bar > section->bars)
        maq_xml_reader_fail (self, MAQ_XML_ERROR_INVALID, GPOINTER_TO_INT (line),
                             _("This <part> enters or leaves outside of the %d bars of its "
                               "<section>; write bars from 1 to %d"),
                             section->bars, section->bars);
    }
}

static void
check_section (MaqXmlReader *self,
               MaqXmlFrame  *frame)
{
  MaqSectionFields *section = &frame->fields.section;

  sort_parts (section);
  check_bars_of_parts (self, frame);
  if (section->bars == 0 && section->follows == MAQ_ID_NONE)
    maq_xml_reader_fail (self, MAQ_XML_ERROR_INVALID, frame->line,
                         _("<section> needs bars=\"…\", because it follows no other section"));
}

static MaqSection *
find_section (MaqVec *sections,
              MaqId   id)
{
  for (guint i = 0; i < maq_vec_get_length (sections); i++)
    if (maq_section_get_id (maq_vec_get (sections, i)) == id)
      return maq_vec_get (sections, i);

  return NULL;
}

static void
check_follows (MaqXmlReader *self,
               MaqXmlFrame  *frame,
               MaqSection   *section)
{
  const MaqSectionFields *fields = maq_section_get_fields (section);
  MaqSection *followed = find_section (frame->fields.arrangement.sections, fields->follows);
  int line = find_line (frame, &maq_xml_section, fields->id);
  char id[MAQ_ID_TEXT_MAX];

  if (followed == NULL && find_line (frame, &maq_xml_section, fields->follows) != 0)
    return; /* it is there, with a mistake of its own */

  if (followed == NULL)
    maq_xml_reader_fail (self, MAQ_XML_ERROR_INVALID, line,
                         _("<section> says follows=\"%s\", but this arrangement has no <section> "
                           "of that id; name one that is there"),
                         maq_id_format (fields->follows, id));
  else if (followed == section)
    maq_xml_reader_fail (self, MAQ_XML_ERROR_INVALID, line,
                         _("This <section> follows itself; name another one"));
  else if (maq_section_get_fields (followed)->follows != MAQ_ID_NONE)
    maq_xml_reader_fail (self, MAQ_XML_ERROR_INVALID, line,
                         _("This <section> follows “%s”, which follows another one itself; "
                           "follow that one"),
                         maq_section_get_name (followed));
}

static void
check_arrangement (MaqXmlReader *self,
                   MaqXmlFrame  *frame)
{
  MaqVec *sections = frame->fields.arrangement.sections;

  for (guint i = 0; i < maq_vec_get_length (sections) && self->error == NULL; i++)
    {
      MaqSection *section = maq_vec_get (sections, i);

      if (maq_section_get_fields (section)->follows != MAQ_ID_NONE)
        check_follows (self, frame, section);
    }
}

/* ---- what stands in order of time ---- */

static gpointer
get_previous (MaqXmlReader *self,
              MaqXmlFrame  *frame)
{
  GPtrArray *items = maq_xml_reader_get_frame (self, 1)->items[frame->child];

  return items->len > 0 ? g_ptr_array_index (items, items->len - 1) : NULL;
}

static gboolean
comes_before (MaqXmlFrame *frame,
              gpointer     previous)
{
  const MaqXmlFields *fields = &frame->fields;

  if (frame->element == &maq_xml_odd_bar)
    return fields->odd_bar.bar <= maq_odd_bar_get_bar (previous);
  if (frame->element == &maq_xml_lyric)
    return fields->lyric.bar < maq_lyric_get_bar (previous);

  return fields->chord.bar < maq_chord_change_get_bar (previous) ||
         (fields->chord.bar == maq_chord_change_get_bar (previous) &&
          fields->chord.offset_ticks <= maq_chord_change_get_offset_ticks (previous));
}

static void
check_order (MaqXmlReader *self,
             MaqXmlFrame  *frame)
{
  gpointer previous = get_previous (self, frame);

  if (previous != NULL && comes_before (frame, previous))
    maq_xml_reader_fail (self, MAQ_XML_ERROR_INVALID, frame->line,
                         _("This <%s> does not come after the one above it; "
                           "write them in the order of time"),
                         frame->element->name);
}

static void
check_chord (MaqXmlReader *self,
             MaqXmlFrame  *frame)
{
  MaqXmlChordFields *fields = &frame->fields.chord;
  g_autoptr(GError) error = NULL;

  check_order (self, frame);

  fields->chord = g_hash_table_lookup (self->chords, fields->name);
  if (fields->chord != NULL)
    return;

  fields->chord = maq_chord_parse (fields->name, &error);
  if (fields->chord != NULL)
    g_hash_table_insert (self->chords, g_strdup (fields->name), fields->chord);
  else
    maq_xml_reader_fail (self, MAQ_XML_ERROR_INVALID, frame->line, "%s", error->message);
}

/* what XML can say and a text may not */
gboolean
maq_xml_rules_check_text (MaqXmlReader *self,
                          const char   *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if ((g_ascii_iscntrl (*text) && *text != '\n' && *text != '\t') ||
        g_utf8_get_char (text) == 0xfffe || g_utf8_get_char (text) == 0xffff)
      {
        maq_xml_reader_fail (self, MAQ_XML_ERROR_INVALID, maq_xml_reader_get_line (self),
                             _("A text of <%s> holds a control character; remove it"),
                             maq_xml_reader_get_frame (self, 0)->element->name);
        return FALSE;
      }

  return TRUE;
}

void
maq_xml_rules_check_element (MaqXmlReader *self)
{
  MaqXmlFrame *frame = maq_xml_reader_get_frame (self, 0);
  const MaqXmlElement *element = frame->element;

  if (self->error != NULL || frame->is_broken ||
      !maq_xml_rules_check_text (self, frame->text->str))
    return;

  if (element == &maq_xml_project && !frame->is_incomplete)
    check_project (self, frame);
  else if (element == &maq_xml_song && !frame->is_incomplete)
    check_song (self, frame);
  else if (element == &maq_xml_arrangement)
    check_arrangement (self, frame);
  else if (element == &maq_xml_section)
    check_section (self, frame);
  else if (element == &maq_xml_chord)
    check_chord (self, frame);
  else if (element == &maq_xml_odd_bar || element == &maq_xml_lyric)
    check_order (self, frame);
}
