/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

/* what a section keeps of its own when it begins, or begins again, to follow */
static MaqSectionFields
keep_own (const MaqSectionFields *fields,
          MaqId                   followed)
{
  return (MaqSectionFields) { .id = fields->id,
                              .kind = fields->kind,
                              .name = fields->name,
                              .follows = followed,
                              .mood = fields->mood,
                              .lyrics = fields->lyrics,
                              .foreign = fields->foreign };
}

static const char *
find_follower_name (MaqProject *root,
                    MaqId       section)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSection *other = maq_arrangement_get_section (arrangement, i);

      if (maq_section_get_fields (other)->follows == section)
        return maq_move_section_name (root, maq_section_get_id (other));
    }

  return NULL;
}

/* One level deep: what is followed follows nobody. */
static gboolean
require_free (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_move_require_section (root, self->other, error);
  const char *name = maq_move_section_name (root, self->section);
  const char *follower = find_follower_name (root, self->section);
  const MaqSectionFields *followed = NULL;

  if (index < 0)
    return FALSE;

  followed = maq_section_get_fields (maq_arrangement_get_section (arrangement, index));
  if (self->other == self->section)
    return maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                            _("%s can’t follow itself. Choose another section."), name);
  if (followed->follows != MAQ_ID_NONE)
    return maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                            _("%s itself follows %s. Let %s follow that one."),
                            maq_move_section_name (root, self->other),
                            maq_move_section_name (root, followed->follows), name);
  if (follower != NULL)
    return maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                            _("%s follows %s, so %s can’t follow another section."),
                            follower, name, name);

  return TRUE;
}

static MaqProject *
go_own_way (MaqProject             *root,
            const MaqSectionFields *fields)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_arrangement_find_section (arrangement, fields->id);
  MaqSectionFields own = *maq_section_get_fields (maq_arrangement_get_resolved (arrangement,
                                                                                index));

  own.follows = MAQ_ID_NONE;
  return maq_move_end_section (root, &own);
}

static MaqProject *
apply_follows (MaqMove     *self,
               MaqProject  *root,
               GError     **error)
{
  MaqSectionFields fields;
  MaqSectionFields following;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;
  if (fields.follows == self->other)
    return maq_project_ref (root);
  if (self->other == MAQ_ID_NONE)
    return go_own_way (root, &fields);
  if (!require_free (self, root, error))
    return NULL;

  following = keep_own (&fields, self->other);
  return maq_move_end_section (root, &following);
}

static char *
dup_follows_label (MaqMove    *self,
                   MaqProject *root)
{
  const char *name = maq_move_section_name (root, self->section);

  if (self->other == MAQ_ID_NONE)
    return g_strdup_printf (_("%s goes its own way"), name);

  /* translators: "Chorus 2 follows Chorus 1" */
  return g_strdup_printf (_("%s follows %s"), name, maq_move_section_name (root, self->other));
}

MaqMove *
maq_move_section_follows (MaqId section,
                          MaqId followed)
{
  static const MaqMoveClass move_class = { apply_follows, dup_follows_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .other = followed });
}

static MaqProject *
apply_reset (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqSectionFields fields;
  MaqSectionFields own;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;
  if (fields.follows == MAQ_ID_NONE)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                       _("%s follows no other section, so there is nothing to go back to."),
                       maq_move_section_name (root, self->section));
      return NULL;
    }

  own = keep_own (&fields, fields.follows);
  return maq_move_end_section (root, &own);
}

static char *
dup_reset_label (MaqMove    *self,
                 MaqProject *root)
{
  MaqSectionFields fields;
  MaqId followed = MAQ_ID_NONE;

  if (maq_move_begin_section (self, root, &fields, NULL))
    followed = fields.follows;

  /* translators: "Chorus 2 as Chorus 1" */
  return g_strdup_printf (_("%s as %s"), maq_move_section_name (root, self->section),
                          maq_move_section_name (root, followed));
}

MaqMove *
maq_move_section_reset (MaqId section)
{
  static const MaqMoveClass move_class = { apply_reset, dup_reset_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section });
}
