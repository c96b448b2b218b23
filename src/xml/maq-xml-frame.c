/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-reader-private.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"
#include "maq-xml-foreign-private.h"

/* The arrays of a frame are kept for the next element at the same depth. */
MaqXmlFrame *
maq_xml_frame_push (MaqXmlReader        *self,
                    const MaqXmlElement *element,
                    int                  child)
{
  MaqXmlFrame *frame;

  g_return_val_if_fail (self->n_frames < MAQ_XML_MAX_FRAMES, NULL);
  /* A table that has outgrown the arrays of a frame is a programmer's mistake. */
  g_assert (element->children[MAQ_XML_MAX_CHILDREN].element == NULL);

  frame = &self->frames[self->n_frames++];
  if (frame->strings == NULL)
    {
      for (int i = 0; i < MAQ_XML_MAX_CHILDREN; i++)
        frame->items[i] = g_ptr_array_new ();
      frame->strings = g_ptr_array_new_with_free_func (g_free);
      frame->text = g_string_new (NULL);
      frame->attributes = g_string_new (NULL);
      frame->foreign = g_string_new (NULL);
      frame->records = g_string_new (NULL);
    }

  frame->element = element;
  frame->child = child;
  frame->next_child = 0;
  frame->n_alike = 0;
  frame->is_broken = FALSE;
  frame->is_incomplete = FALSE;
  frame->line = maq_xml_reader_get_line (self);
  frame->fields = (MaqXmlFields) { 0 };

  return frame;
}

const char *
maq_xml_frame_keep (MaqXmlFrame *self,
                    const char  *text)
{
  char *copy = g_strdup (text);

  g_ptr_array_add (self->strings, copy);
  return copy;
}

static void
drop_items (MaqXmlFrame *self,
            int          child)
{
  const MaqVecClass *item_class = self->element->children[child].element->item_class;

  for (guint i = 0; item_class != NULL && i < self->items[child]->len; i++)
    item_class->unref (g_ptr_array_index (self->items[child], i));
  g_ptr_array_set_size (self->items[child], 0);
}

/* gives back what the frame holds, so that it can be used again */
static void
frame_drop (MaqXmlFrame *self)
{
  for (int i = 0; self->element->children[i].element != NULL; i++)
    {
      drop_items (self, i);
      g_clear_pointer (&self->keys[i], g_hash_table_unref);
    }

  g_ptr_array_set_size (self->strings, 0);
  g_string_truncate (self->text, 0);
  g_string_truncate (self->attributes, 0);
  g_string_truncate (self->foreign, 0);
  g_string_truncate (self->records, 0);
}

void
maq_xml_frames_clear (MaqXmlReader *self)
{
  while (self->n_frames > 0)
    frame_drop (&self->frames[--self->n_frames]);

  for (MaqXmlFrame *frame = self->frames;
       frame < self->frames + MAQ_XML_MAX_FRAMES && frame->strings != NULL;
       frame++)
    {
      for (int i = 0; i < MAQ_XML_MAX_CHILDREN; i++)
        g_ptr_array_unref (frame->items[i]);
      g_ptr_array_unref (frame->strings);
      g_string_free (frame->text, TRUE);
      g_string_free (frame->attributes, TRUE);
      g_string_free (frame->foreign, TRUE);
      g_string_free (frame->records, TRUE);
    }
}

/* ---- other people's things ---- */

static gboolean
has_foreign (MaqXmlFrame *self)
{
  return self->attributes->len > 0 || self->foreign->len > 0 || self->records->len > 0;
}

/* what stands on an element without fields of its own goes to its parent */
static void
pass_foreign_on (MaqXmlFrame *self,
                 MaqXmlFrame *parent)
{
  g_autoptr(GString) target = g_string_new (NULL);

  if (self->attributes->len > 0 || self->foreign->len > 0)
    {
      maq_xml_foreign_append_target (target, self->element, &self->fields,
                                     parent->n_alike);
      maq_xml_foreign_append_record (parent->records, target->str,
                                     self->attributes->str, self->foreign->str);
    }

  g_string_append_len (parent->records, self->records->str, (gssize) self->records->len);
}

/* the root element has no value: what stands on it and in it is kept with the project */
static void
take_from_root (MaqXmlReader *self,
                MaqXmlFrame  *project)
{
  MaqXmlFrame *root = maq_xml_reader_get_frame (self, 1);

  if (root->foreign->len > 0 && project->foreign->len > 0)
    g_string_append_c (root->foreign, MAQ_XML_FOREIGN_ITEM);
  g_string_prepend_len (project->foreign, root->foreign->str, (gssize) root->foreign->len);

  if (root->attributes->len > 0 || self->prolog->len > 0)
    maq_xml_foreign_append_record (project->records, MAQ_XML_FOREIGN_ROOT,
                                   root->attributes->str, self->prolog->str);
}

static void
keep_foreign (MaqXmlReader *self,
              MaqXmlFrame  *frame)
{
  gsize offset = frame->element->foreign_offset;
  g_autoptr(GString) all = NULL;

  if (frame->element == &maq_xml_project)
    take_from_root (self, frame);
  if (!has_foreign (frame))
    return;

  all = g_string_new_len (frame->foreign->str, (gssize) frame->foreign->len);
  if (frame->attributes->len > 0)
    maq_xml_foreign_append_record (all, "", frame->attributes->str, "");
  g_string_append_len (all, frame->records->str, (gssize) frame->records->len);

  if (all->len > MAQ_LIMIT_FOREIGN_BYTES)
    maq_xml_reader_fail (self, MAQ_XML_ERROR_INVALID, frame->line,
                         _("<%s> holds more of other programs than can be kept; "
                           "at most %d bytes are"),
                         frame->element->name, MAQ_LIMIT_FOREIGN_BYTES);

  MAQ_XML_FIELD (const char *, &frame->fields, offset) = maq_xml_frame_keep (frame, all->str);
}

/* ---- the value ---- */

/* Only a list of its own tells "none" from "not stated". */
static void
take_children (MaqXmlReader *self,
               MaqXmlFrame  *frame)
{
  const MaqXmlChild *child = frame->element->children;

  for (int i = 0; child[i].element != NULL; i++)
    {
      GPtrArray *items = frame->items[i];
      gpointer value = NULL;

      if (items->len < child[i].minimum && !frame->is_incomplete)
        maq_xml_reader_fail (self, MAQ_XML_ERROR_INVALID, frame->line,
                             _("<%s> holds no <%s>; write one"),
                             frame->element->name, child[i].element->name);

      if (child[i].arity == MAQ_XML_CHILD_MANY)
        value = maq_vec_new (child[i].element->item_class,
                             (const gpointer *) items->pdata, items->len);
      else if (child[i].arity == MAQ_XML_CHILD_ONE && items->len > 0)
        value = child[i].element->item_class->ref (g_ptr_array_index (items, 0));
      else
        continue;

      MAQ_XML_FIELD (gpointer, &frame->fields, child[i].offset) = value;
    }
}

static void
give_children_back (MaqXmlFrame *frame)
{
  const MaqXmlChild *child = frame->element->children;

  for (int i = 0; child[i].element != NULL; i++)
    {
      gpointer value;

      if (child[i].arity == MAQ_XML_CHILD_TEXT)
        continue;

      value = MAQ_XML_FIELD (gpointer, &frame->fields, child[i].offset);
      if (value != NULL && child[i].arity == MAQ_XML_CHILD_MANY)
        maq_vec_unref (value);
      else if (value != NULL)
        child[i].element->item_class->unref (value);
    }
}

/* Those that are alike stand next to one another: the lists are in the order of time. */
static void
count_alike (MaqXmlFrame         *parent,
             const MaqXmlElement *element,
             GPtrArray           *items)
{
  if (items->len >= 2 && element->is_alike != NULL &&
      element->is_alike (g_ptr_array_index (items, items->len - 2),
                         g_ptr_array_index (items, items->len - 1)))
    parent->n_alike++;
  else
    parent->n_alike = 0;
}

static void
hand_on (MaqXmlFrame *frame,
         MaqXmlFrame *parent)
{
  const MaqXmlChild *child = &parent->element->children[frame->child];
  GPtrArray *items = parent->items[frame->child];

  if (child->arity == MAQ_XML_CHILD_TEXT)
    {
      MAQ_XML_FIELD (const char *, &parent->fields, child->offset) =
        maq_xml_frame_keep (parent, frame->fields.text.text);
      g_ptr_array_add (items, NULL);
      return;
    }

  g_ptr_array_add (items, frame->element->make (&frame->fields));
  if (frame->element->adopt != NULL)
    frame->element->adopt (&parent->fields, &frame->fields);
  count_alike (parent, frame->element, items);
}

static void
make_value (MaqXmlReader *self,
            MaqXmlFrame  *frame)
{
  MaqXmlFrame *parent = maq_xml_reader_get_frame (self, 1);
  gboolean keeps_foreign = frame->element->foreign_offset != MAQ_XML_NOWHERE;

  if (keeps_foreign)
    keep_foreign (self, frame);
  if (frame->is_broken || frame->is_incomplete)
    parent->is_incomplete = TRUE;
  if (self->error != NULL || frame->is_broken || frame->is_incomplete)
    return;

  hand_on (frame, parent);
  if (!keeps_foreign && has_foreign (frame))
    pass_foreign_on (frame, parent);
}

void
maq_xml_frame_finish (MaqXmlReader *self)
{
  MaqXmlFrame *frame = maq_xml_reader_get_frame (self, 0);

  if (frame->element->text_offset != MAQ_XML_NOWHERE)
    MAQ_XML_FIELD (const char *, &frame->fields, frame->element->text_offset) = frame->text->str;

  take_children (self, frame);
  maq_xml_rules_check_element (self);

  if (self->error == NULL && frame->element != &maq_xml_root)
    make_value (self, frame);
  else if (self->error == NULL && !frame->is_broken && !frame->is_incomplete)
    self->root = maq_project_ref (frame->fields.root.project);

  give_children_back (frame);
  frame_drop (frame);
  self->n_frames--;
}
