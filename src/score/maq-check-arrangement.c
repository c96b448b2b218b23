/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-check-private.h"

#include <inttypes.h>
#include <math.h>

#include <glib/gi18n-lib.h>

#include "maq-limits.h"
#include "maq-vec-private.h"

/* What an arrangement is held against: one for which everything held, or nothing. */
typedef struct
{
  const MaqCheckPlace *place;
  MaqArrangement      *after;
  MaqArrangement      *before;        /* or NULL */
  gboolean             is_meter_same;
  gboolean             has_same_form;   /* the same section ids in the same order */
  gboolean             has_same_layers; /* the same layer ids in the same order */
  gboolean             keeps_layers;    /* all layers of before are there, and maybe others */
  GHashTable          *indices;         /* section id → index + 1; NULL if the form is the same */
  guint                found;           /* index of a section that was asked for */
  GHashTable          *known;           /* sections of before; NULL if the form is the same */
  GHashTable          *layer_indices;   /* layer id → index + 1; NULL if all are kept */
} Comparison;

/* whether both lists have the same ids in the same places */
static gboolean
have_same_ids (MaqVec  *a,
               MaqVec  *b,
               MaqId  (*get_id) (gpointer item))
{
  guint n_items = maq_vec_get_length0 (a);
  const gpointer *left = maq_vec_get_items0 (a);
  const gpointer *right = maq_vec_get_items0 (b);

  if (n_items != maq_vec_get_length0 (b))
    return FALSE;

  for (guint i = 0; i < n_items; i++)
    if (left[i] != right[i] && get_id (left[i]) != get_id (right[i]))
      return FALSE;

  return TRUE;
}

static MaqId
section_id (gpointer section)
{
  return maq_section_get_id (section);
}

static MaqId
layer_id (gpointer layer)
{
  return maq_layer_get_id (layer);
}

static gboolean
keeps_layers (MaqArrangement *before,
              MaqArrangement *after)
{
  for (guint i = 0; i < maq_arrangement_get_n_layers (before); i++)
    if (maq_arrangement_find_layer (after,
                                    maq_layer_get_id (maq_arrangement_get_layer (before, i))) < 0)
      return FALSE;

  return TRUE;
}

static int
find_section (Comparison *self,
              MaqId       id)
{
  if (self->indices == NULL)
    {
      guint n_sections = maq_arrangement_get_n_sections (self->after);

      /* the points of an arc ask for the section of the one before, or for the next */
      for (guint i = self->found; i < MIN (self->found + 2, n_sections); i++)
        if (maq_section_get_id (maq_arrangement_get_section (self->after, i)) == id)
          return (int) (self->found = i);
      return maq_arrangement_find_section (self->after, id);
    }

  return GPOINTER_TO_INT (g_hash_table_lookup (self->indices, &id)) - 1;
}

static MaqSection *
find_followed (Comparison *self,
               MaqSection *section)
{
  MaqId id = maq_section_get_fields (section)->follows;
  int index = id != MAQ_ID_NONE ? find_section (self, id) : -1;

  return index >= 0 ? maq_arrangement_get_section (self->after, index) : NULL;
}

static gboolean
is_known (Comparison *self,
          guint       index)
{
  MaqSection *section = maq_arrangement_get_section (self->after, index);

  if (self->before == NULL)
    return FALSE;
  if (self->has_same_form)
    return maq_arrangement_get_section (self->before, index) == section;

  return g_hash_table_contains (self->known, section);
}

static gboolean
check_layer (const MaqCheckPlace *outer,
             MaqArrangement      *arrangement,
             guint                index)
{
  MaqLayer *layer = maq_arrangement_get_layer (arrangement, index);
  const MaqLayerFields *fields = maq_layer_get_fields (layer);
  MaqCheckPlace place = *outer;

  place.layer = layer;
  place.layer_number = index + 1;
  if (fields->id == MAQ_ID_NONE)
    return maq_check_fail (&place, _("it has no id."));
  if (maq_arrangement_find_layer (arrangement, fields->id) != (int) index)
    return maq_check_fail (&place, _("its id %" PRIx64 " is taken by another layer."),
                           fields->id);

  return maq_check_text (&place, N_("the name"), fields->name, MAQ_LIMIT_NAME_BYTES) &&
         maq_check_text (&place, N_("the performer"), fields->performer, MAQ_LIMIT_NAME_BYTES) &&
         maq_check_text (&place, N_("the direction"), fields->direction, MAQ_LIMIT_TEXT_BYTES) &&
         maq_check_text (&place, N_("the meaning"), fields->meaning, MAQ_LIMIT_TEXT_BYTES) &&
         maq_check_text (&place, N_("the group"), fields->group, MAQ_LIMIT_NAME_BYTES) &&
         maq_check_foreign (&place, fields->foreign) &&
         maq_check_number (&place, N_("the colour"), fields->colour, 0, MAQ_N_COLOURS - 1) &&
         maq_check_number (&place, N_("the role"), fields->role, 0, MAQ_N_ROLES - 1) &&
         maq_check_sound (&place, fields->sound) &&
         maq_check_number (&place, N_("the gain"), fields->gain_db, MAQ_GAIN_MIN_DB,
                           MAQ_GAIN_MAX_DB) &&
         maq_check_number (&place, N_("the pan"), fields->pan, -1.0, 1.0) &&
         maq_check_number (&place, N_("the distance"), fields->distance, 0.0, 1.0) &&
         maq_check_number (&place, N_("the tone"), fields->tone, -1.0, 1.0) &&
         maq_check_stated (&place, N_("the width"), fields->width, 0.0, MAQ_WIDTH_MAX) &&
         maq_check_groove (&place, fields->swing, fields->lag_ms, fields->looseness);
}

static gboolean
check_layers (Comparison *self)
{
  MaqVec *layers = maq_arrangement_get_fields (self->after)->layers;
  MaqVec *former = self->before != NULL ? maq_arrangement_get_fields (self->before)->layers : NULL;
  gboolean holds = TRUE;

  if (self->before != NULL && layers == former)
    return TRUE;
  if (!maq_check_number (self->place, N_("the number of layers"), maq_vec_get_length0 (layers), 0,
                         MAQ_LIMIT_LAYERS))
    return FALSE;

  for (guint i = 0; i < maq_vec_get_length0 (layers); i++)
    if (!(self->has_same_layers && maq_vec_get (layers, i) == maq_vec_get (former, i)) &&
        !check_layer (self->place, self->after, i) && !maq_check_goes_on (self->place, &holds))
      return FALSE;

  return holds;
}

/* the first place where each section stands, so that a second is noticed */
static gboolean
index_sections (Comparison *self)
{
  self->indices = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < maq_arrangement_get_n_sections (self->after); i++)
    {
      MaqSection *section = maq_arrangement_get_section (self->after, i);
      const MaqId *id = &maq_section_get_fields (section)->id;
      MaqCheckPlace place = *self->place;

      place.section = section;
      place.section_number = i + 1;
      if (*id == MAQ_ID_NONE)
        return maq_check_fail (&place, _("it has no id."));
      if (g_hash_table_contains (self->indices, id))
        return maq_check_fail (&place, _("its id %" PRIx64
                                         " is taken by another section."), *id);
      g_hash_table_insert (self->indices, (gpointer) id, GINT_TO_POINTER (i + 1));
    }

  return TRUE;
}

static void
index_layers (Comparison *self)
{
  self->layer_indices = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < maq_arrangement_get_n_layers (self->after); i++)
    g_hash_table_insert (self->layer_indices,
                         (gpointer) &maq_layer_get_fields (
                           maq_arrangement_get_layer (self->after, i))->id,
                         GUINT_TO_POINTER (i + 1));
}

static void
collect_known (Comparison *self)
{
  self->known = g_hash_table_new (NULL, NULL);
  for (guint i = 0; self->before != NULL && i < maq_arrangement_get_n_sections (self->before); i++)
    g_hash_table_add (self->known, maq_arrangement_get_section (self->before, i));
}

static gboolean
check_follows (const MaqCheckPlace *place,
               MaqSection          *followed)
{
  const MaqSectionFields *fields = maq_section_get_fields (place->section);

  if (fields->follows == MAQ_ID_NONE)
    return TRUE;
  if (fields->follows == fields->id)
    return maq_check_fail (place, _("it follows itself."));
  if (followed == NULL)
    return maq_check_fail (place, _("it follows a section %" PRIx64
                                    " that is not there."), fields->follows);
  if (maq_section_get_fields (followed)->follows != MAQ_ID_NONE)
    return maq_check_fail (place, _("it follows “%s”, which follows another section itself."),
                           maq_section_get_name (followed));

  return TRUE;
}

/* @holds: whether what it states itself is known to hold */
static gboolean
check_one_section (Comparison *self,
                   guint       index,
                   gboolean    holds)
{
  MaqSection *section = maq_arrangement_get_section (self->after, index);
  MaqSection *followed = find_followed (self, section);
  MaqSection *former = NULL;
  MaqCheckPlace place = *self->place;
  gboolean is_good = TRUE;

  place.section = section;
  place.section_number = index + 1;
  place.layer_indices = self->layer_indices;
  if (self->has_same_form && self->keeps_layers)
    former = maq_arrangement_get_section (self->before, index);

  if (!holds && !maq_check_section (&place, former) && !maq_check_goes_on (&place, &is_good))
    return FALSE;

  return check_follows (&place, followed) &&
         maq_check_bars (&place, followed, maq_song_get_fields (self->place->song)->meter) &&
         is_good;
}

/* whether what followers take over bears upon what they state themselves */
static gboolean
is_framed_alike (MaqSection *a,
                 MaqSection *b)
{
  const MaqSectionFields *left = maq_section_get_fields (a);
  const MaqSectionFields *right = maq_section_get_fields (b);

  return left->bars == right->bars && left->follows == right->follows &&
         left->odd_bars == right->odd_bars && maq_meter_equal (left->meter, right->meter);
}

static gboolean
check_followers (Comparison *self,
                 GHashTable *followed)
{
  for (guint i = 0; i < maq_arrangement_get_n_sections (self->after); i++)
    {
      MaqSection *section = maq_arrangement_get_section (self->after, i);

      if (g_hash_table_contains (followed, &maq_section_get_fields (section)->follows) &&
          !check_one_section (self, i, TRUE))
        return FALSE;
    }

  return TRUE;
}

static int
count_bars (Comparison *self,
            MaqSection *section)
{
  MaqSection *followed = find_followed (self, section);
  int bars = maq_section_get_fields (section)->bars;

  return bars == 0 && followed != NULL ? maq_section_get_fields (followed)->bars : bars;
}

/* A few lines of a file can say "and the same again" two thousand times; all of it is played. */
static gboolean
check_length (Comparison *self)
{
  MaqCheckPlace place = *self->place;
  int n_bars = 0;

  for (guint i = 0; i < maq_arrangement_get_n_sections (self->after); i++)
    {
      MaqSection *section = maq_arrangement_get_section (self->after, i);

      n_bars += count_bars (self, section);
      if (n_bars > MAQ_LIMIT_ALL_BARS && place.section == NULL)
        {
          place.section = section;
          place.section_number = i + 1;
        }
    }

  if (n_bars <= MAQ_LIMIT_ALL_BARS)
    return TRUE;

  return maq_check_fail (&place, _("all sections have %d bars together, and with this one it is "
                                   "more than %d; shorten or delete some."),
                         n_bars, MAQ_LIMIT_ALL_BARS);
}

/* the same sections in the same places: most are the very same */
static gboolean
check_changed_sections (Comparison *self)
{
  const gpointer *before = maq_vec_get_items0 (maq_arrangement_get_fields (self->before)->sections);
  const gpointer *after = maq_vec_get_items0 (maq_arrangement_get_fields (self->after)->sections);
  guint n_sections = maq_arrangement_get_n_sections (self->after);
  g_autoptr(GHashTable) reframed = NULL;

  for (guint i = 0; i < n_sections; i++)
    {
      if (before[i] == after[i])
        continue;
      if (!check_one_section (self, i, FALSE))
        return FALSE;
      if (is_framed_alike (before[i], after[i]))
        continue;

      if (reframed == NULL)
        reframed = g_hash_table_new (g_int64_hash, g_int64_equal);
      g_hash_table_add (reframed, (gpointer) &maq_section_get_fields (after[i])->id);
    }

  return reframed == NULL || (check_followers (self, reframed) && check_length (self));
}

static gboolean
check_all_sections (Comparison *self)
{
  gboolean holds = TRUE;

  if (!self->keeps_layers)
    index_layers (self);
  if (!self->has_same_form)
    {
      collect_known (self);
      if (!index_sections (self))
        return FALSE;
    }

  for (guint i = 0; i < maq_arrangement_get_n_sections (self->after); i++)
    if (!check_one_section (self, i, is_known (self, i) && self->keeps_layers) &&
        !maq_check_goes_on (self->place, &holds))
      return FALSE;

  return check_length (self) && holds;
}

static gboolean
check_sections (Comparison *self)
{
  MaqVec *sections = maq_arrangement_get_fields (self->after)->sections;

  if (!maq_check_number (self->place, N_("the number of sections"), maq_vec_get_length0 (sections),
                         0, MAQ_LIMIT_SECTIONS))
    return FALSE;

  if (!self->has_same_form || !self->keeps_layers || !self->is_meter_same)
    return check_all_sections (self);

  return sections == maq_arrangement_get_fields (self->before)->sections ||
         check_changed_sections (self);
}

static gboolean
check_point (Comparison          *self,
             const MaqCheckPlace *place,
             MaqArcPoint         *point)
{
  if (find_section (self, maq_arc_point_get_section (point)) < 0)
    return maq_check_fail (place, _("an arc has a point in a section %" PRIx64
                                    " that is not there."),
                           maq_arc_point_get_section (point));

  return maq_check_number (place, N_("the bar of a point of an arc"),
                           maq_arc_point_get_bar (point), 0, MAQ_LIMIT_BARS) &&
         maq_check_number (place, N_("the value of a point of an arc"),
                           maq_arc_point_get_value (point), 0.0, 10.0);
}

static gboolean
check_points (Comparison          *self,
              const MaqCheckPlace *place,
              MaqVec              *points)
{
  gboolean holds = TRUE;
  int last = 0;
  double last_bar = 0;

  if (!maq_check_number (place, N_("the number of points of an arc"),
                         maq_vec_get_length0 (points), 0, MAQ_LIMIT_ARC_POINTS))
    return FALSE;

  for (guint i = 0; i < maq_vec_get_length0 (points); i++)
    {
      MaqArcPoint *point = maq_vec_get (points, i);
      int section = find_section (self, maq_arc_point_get_section (point));
      double bar = maq_arc_point_get_bar (point);
      MaqCheckPlace inner = *place;
      gboolean is_good;

      inner.point = (int) i;
      is_good = check_point (self, &inner, point);
      if (is_good && (section < last || (section == last && bar < last_bar)))
        is_good = maq_check_fail (&inner, _("point %u of an arc stands after a later one; put "
                                            "them in the order of time."), i + 1);
      if (!is_good && !maq_check_goes_on (place, &holds))
        return FALSE;
      last = section;
      last_bar = bar;
    }

  return holds;
}

static gboolean
check_arc (Comparison          *self,
           const MaqCheckPlace *place,
           MaqArc              *arc)
{
  const MaqArcFields *fields = maq_arc_get_fields (arc);

  if (!maq_check_number (place, N_("the kind of an arc"), fields->kind, 0, MAQ_N_ARC_KINDS - 1) ||
      !maq_check_text (place, N_("the name of an arc"), fields->name, MAQ_LIMIT_NAME_BYTES) ||
      !maq_check_foreign (place, fields->foreign))
    return FALSE;
  if (fields->kind == MAQ_ARC_OTHER && fields->name == NULL)
    return maq_check_fail (place, _("an arc of another kind has no name; give it one."));

  return check_points (self, place, fields->points);
}

static gboolean
check_arcs (Comparison *self)
{
  MaqVec *arcs = maq_arrangement_get_fields (self->after)->arcs;
  gboolean holds = TRUE;

  if (self->has_same_form && arcs == maq_arrangement_get_fields (self->before)->arcs)
    return TRUE;
  if (!maq_check_number (self->place, N_("the number of arcs"), maq_vec_get_length0 (arcs), 0,
                         MAQ_LIMIT_ARCS))
    return FALSE;

  for (guint i = 0; i < maq_vec_get_length0 (arcs); i++)
    {
      MaqCheckPlace inner = maq_check_item (self->place, MAQ_MISTAKE_ARCS, (int) i);

      if (!check_arc (self, &inner, maq_vec_get (arcs, i)) &&
          !maq_check_goes_on (self->place, &holds))
        return FALSE;
    }

  return holds;
}

static gboolean
check_remark (Comparison          *self,
              const MaqCheckPlace *place,
              GHashTable          *ids,
              MaqRemark           *remark)
{
  const MaqRemarkFields *fields = maq_remark_get_fields (remark);

  if (fields->id == MAQ_ID_NONE)
    return maq_check_fail (place, _("a remark has no id."));
  if (!g_hash_table_add (ids, (gpointer) &fields->id))
    return maq_check_fail (place, _("two remarks have the id %" PRIx64 "."),
                           fields->id);
  if (fields->section != MAQ_ID_NONE && find_section (self, fields->section) < 0)
    return maq_check_fail (place, _("a remark is about a section %" PRIx64
                                          " that is not there."), fields->section);
  if (fields->layer != MAQ_ID_NONE && maq_arrangement_find_layer (self->after, fields->layer) < 0)
    return maq_check_fail (place, _("a remark is about a layer %" PRIx64
                                          " that is not there."), fields->layer);

  return maq_check_number (place, N_("the kind of a remark"), fields->kind, 0,
                           MAQ_N_REMARK_KINDS - 1) &&
         maq_check_number (place, N_("the state of a remark"), fields->state, 0,
                           MAQ_N_REMARK_STATES - 1) &&
         maq_check_number (place, N_("the bar of a remark, from 0,"), fields->bar, 0,
                           MAQ_LIMIT_BARS - 1) &&
         maq_check_text (place, N_("the author of a remark"), fields->author,
                         MAQ_LIMIT_NAME_BYTES) &&
         maq_check_text (place, N_("a remark"), fields->text, MAQ_LIMIT_TEXT_BYTES) &&
         maq_check_foreign (place, fields->foreign);
}

static gboolean
check_remarks (Comparison *self)
{
  MaqVec *remarks = maq_arrangement_get_fields (self->after)->remarks;
  gboolean holds = TRUE;
  g_autoptr(GHashTable) ids = NULL;

  if (self->has_same_form && self->has_same_layers &&
      remarks == maq_arrangement_get_fields (self->before)->remarks)
    return TRUE;
  if (!maq_check_number (self->place, N_("the number of remarks"), maq_vec_get_length0 (remarks), 0,
                         MAQ_LIMIT_REMARKS))
    return FALSE;

  ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < maq_vec_get_length0 (remarks); i++)
    {
      MaqCheckPlace inner = maq_check_item (self->place, MAQ_MISTAKE_REMARKS, (int) i);

      if (!check_remark (self, &inner, ids, maq_vec_get (remarks, i)) &&
          !maq_check_goes_on (self->place, &holds))
        return FALSE;
    }

  return holds;
}

static gboolean
check_dismissal (Comparison          *self,
                 const MaqCheckPlace *place,
                 MaqDismissal        *dismissal)
{
  const MaqDismissalFields *fields = maq_dismissal_get_fields (dismissal);

  if (fields->check == NULL || *fields->check == '\0')
    return maq_check_fail (place, _("what is dismissed has no name."));
  if (fields->section != MAQ_ID_NONE && find_section (self, fields->section) < 0)
    return maq_check_fail (place, _("what is dismissed is about a section %" PRIx64
                                          " that is not there."), fields->section);
  if (fields->layer != MAQ_ID_NONE && maq_arrangement_find_layer (self->after, fields->layer) < 0)
    return maq_check_fail (place, _("what is dismissed is about a layer %" PRIx64
                                          " that is not there."), fields->layer);

  return maq_check_text (place, N_("the name of what is dismissed"), fields->check,
                         MAQ_LIMIT_NAME_BYTES) &&
         maq_check_foreign (place, fields->foreign);
}

static gboolean
check_dismissals (Comparison *self)
{
  MaqVec *dismissals = maq_arrangement_get_fields (self->after)->dismissals;
  gboolean holds = TRUE;

  if (self->has_same_form && self->has_same_layers &&
      dismissals == maq_arrangement_get_fields (self->before)->dismissals)
    return TRUE;
  if (!maq_check_number (self->place, N_("the number of things dismissed"),
                         maq_vec_get_length0 (dismissals), 0, MAQ_LIMIT_DISMISSALS))
    return FALSE;

  for (guint i = 0; i < maq_vec_get_length0 (dismissals); i++)
    {
      MaqCheckPlace inner = maq_check_item (self->place, MAQ_MISTAKE_DISMISSALS, (int) i);

      if (!check_dismissal (self, &inner, maq_vec_get (dismissals, i)) &&
          !maq_check_goes_on (self->place, &holds))
        return FALSE;
    }

  return holds;
}

static guint
hash_place (gconstpointer take)
{
  const MaqTakeFields *fields = maq_take_get_fields ((MaqTake *) take);

  return (guint) (fields->section * 31 + fields->layer);
}

static gboolean
has_same_place (gconstpointer a,
                gconstpointer b)
{
  const MaqTakeFields *left = maq_take_get_fields ((MaqTake *) a);
  const MaqTakeFields *right = maq_take_get_fields ((MaqTake *) b);

  return left->section == right->section && left->layer == right->layer;
}

static gboolean
check_take (Comparison          *self,
            const MaqCheckPlace *place,
            MaqTake             *take)
{
  const MaqTakeFields *fields = maq_take_get_fields (take);

  if (find_section (self, fields->section) < 0)
    return maq_check_fail (place, _("a take is of a section %" PRIx64 " that is not there."),
                           fields->section);
  if (maq_arrangement_find_layer (self->after, fields->layer) < 0)
    return maq_check_fail (place, _("a take is of a layer %" PRIx64 " that is not there."),
                           fields->layer);

  return maq_check_number (place, N_("the state of a take"), fields->state, 0,
                           MAQ_N_TAKE_STATES - 1) &&
         maq_check_number (place, N_("the number of a take"), fields->number, 0,
                           MAQ_LIMIT_TAKES) &&
         maq_check_text (place, N_("the note on a take"), fields->note, MAQ_LIMIT_TEXT_BYTES) &&
         maq_check_foreign (place, fields->foreign);
}

static gboolean
check_takes (Comparison *self)
{
  MaqVec *takes = maq_arrangement_get_fields (self->after)->takes;
  MaqVec *known = self->has_same_form && self->has_same_layers
                    ? maq_arrangement_get_fields (self->before)->takes : NULL;
  gboolean holds = TRUE;
  g_autoptr(GHashTable) places = NULL;

  if (takes == known)
    return TRUE;
  if (!maq_check_number (self->place, N_("the number of takes"), maq_vec_get_length0 (takes), 0,
                         MAQ_LIMIT_ALL_TAKES))
    return FALSE;

  places = g_hash_table_new (hash_place, has_same_place);
  for (guint i = 0; i < maq_vec_get_length0 (takes); i++)
    {
      MaqCheckPlace inner = maq_check_item (self->place, MAQ_MISTAKE_TAKES, (int) i);
      MaqTake *take = maq_vec_get (takes, i);
      gboolean is_good = (i < maq_vec_get_length0 (known) && maq_vec_get (known, i) == take) ||
                         check_take (self, &inner, take);

      if (is_good && !g_hash_table_add (places, take))
        is_good = maq_check_fail (&inner, _("two takes are of the same part."));
      if (!is_good && !maq_check_goes_on (self->place, &holds))
        return FALSE;
    }

  return holds;
}

static gboolean
check_lists (Comparison *self)
{
  static gboolean (*const checks[]) (Comparison *) = { check_layers, check_sections, check_arcs,
                                                       check_remarks, check_dismissals,
                                                       check_takes };
  gboolean holds = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!checks[i] (self) && !maq_check_goes_on (self->place, &holds))
      return FALSE;

  return holds;
}

gboolean
maq_check_arrangement (const MaqCheckPlace *place,
                       MaqArrangement      *before,
                       gboolean             is_meter_same)
{
  const MaqArrangementFields *fields = maq_arrangement_get_fields (place->arrangement);
  Comparison comparison = { .place = place, .after = place->arrangement, .before = before,
                            .is_meter_same = is_meter_same };
  gboolean holds;

  if (place->arrangement == before && is_meter_same)
    return TRUE;

  if (before != NULL)
    {
      const MaqArrangementFields *former = maq_arrangement_get_fields (before);

      comparison.has_same_form = have_same_ids (former->sections, fields->sections, section_id);
      comparison.has_same_layers = have_same_ids (former->layers, fields->layers, layer_id);
      comparison.keeps_layers = comparison.has_same_layers ||
                                keeps_layers (before, place->arrangement);
    }

  holds = maq_check_text (place, N_("the name"), fields->name, MAQ_LIMIT_NAME_BYTES) &&
          maq_check_text (place, N_("the note"), fields->note, MAQ_LIMIT_TEXT_BYTES) &&
          maq_check_number (place, N_("the target length"), fields->target_seconds, 0,
                            MAQ_TARGET_MAX_SECONDS) &&
          maq_check_foreign (place, fields->foreign) &&
          check_lists (&comparison);

  g_clear_pointer (&comparison.indices, g_hash_table_unref);
  g_clear_pointer (&comparison.layer_indices, g_hash_table_unref);
  g_clear_pointer (&comparison.known, g_hash_table_unref);
  return holds;
}
