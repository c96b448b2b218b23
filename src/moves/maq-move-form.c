/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-limits.h"
#include "maq-section-usual.h"

/* Which of several ids a move makes: any number, but not that of another move. */
#define SALT_SECTION 1

static MaqPath
find_made_section (MaqMove    *self,
                   MaqProject *before,
                   MaqProject *after)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (before);
  MaqPath path = { .song = maq_song_get_id (maq_project_get_current (after)),
                   .arrangement = maq_arrangement_get_id (arrangement),
                   .section = maq_arrangement_fresh_id (arrangement, SALT_SECTION) };

  return path;
}

/*
 * How much plays in sections of a kind, against each other: what is new takes after the
 * kind that is most like it, and half of what parts them is added or taken away. Other
 * sections are as what stands before them.
 */
static const int weights[MAQ_N_SECTION_KINDS] = {
  [MAQ_SECTION_INTRO] = 2,     [MAQ_SECTION_VERSE] = 5,       [MAQ_SECTION_PRE_CHORUS] = 6,
  [MAQ_SECTION_CHORUS] = 8,    [MAQ_SECTION_POST_CHORUS] = 8, [MAQ_SECTION_BRIDGE] = 5,
  [MAQ_SECTION_BREAKDOWN] = 2, [MAQ_SECTION_BUILD] = 6,       [MAQ_SECTION_DROP] = 9,
  [MAQ_SECTION_SOLO] = 7,      [MAQ_SECTION_INTERLUDE] = 4,   [MAQ_SECTION_TAG] = 6,
  [MAQ_SECTION_OUTRO] = 2,
};

static int
get_difference (MaqSectionKind kind,
                MaqSectionKind other)
{
  if (kind == MAQ_SECTION_OTHER || other == MAQ_SECTION_OTHER)
    return 0;
  return weights[kind] - weights[other];
}

/* the section of a kind most like the one asked for; of several the nearest, left before right */
static int
find_akin (MaqArrangement *arrangement,
           MaqSectionKind  kind,
           guint           place)
{
  guint n_sections = maq_arrangement_get_n_sections (arrangement);
  int best = -1;
  int least = 0;

  for (guint i = 0; i < n_sections; i++)
    {
      MaqSectionKind other = maq_section_get_kind (maq_arrangement_get_section (arrangement, i));
      int far = i < place ? (int) (place - i) : (int) (i - place) + 1;
      int unlike = ABS (get_difference (kind, other)) * 2 * (int) n_sections + far;

      if (kind == MAQ_SECTION_OTHER || (other == MAQ_SECTION_OTHER && n_sections > 1))
        continue;
      if (best < 0 || unlike < least)
        {
          best = (int) i;
          least = unlike;
        }
    }

  return best >= 0 ? best : MIN ((int) (place > 0 ? place - 1 : 0), (int) n_sections - 1);
}

/* the section that a new one takes after: the nearest of its kind, else one of a kind like it */
static int
find_model (MaqArrangement *arrangement,
            MaqSectionKind  kind,
            guint           place)
{
  int n_sections = maq_arrangement_get_n_sections (arrangement);

  for (int far = 1; far <= n_sections; far++)
    {
      int left = (int) place - far, right = (int) place + far - 1;

      if (left >= 0 &&
          maq_section_get_kind (maq_arrangement_get_section (arrangement, left)) == kind)
        return left;
      if (right < n_sections &&
          maq_section_get_kind (maq_arrangement_get_section (arrangement, right)) == kind)
        return right;
    }

  return find_akin (arrangement, kind, place);
}

int
maq_move_find_added_bars (MaqArrangement *arrangement,
                          MaqSectionKind  kind)
{
  for (guint i = maq_arrangement_get_n_sections (arrangement); i-- > 0;)
    {
      MaqSection *section = maq_arrangement_get_resolved (arrangement, i);

      if (maq_section_get_kind (section) == kind)
        return maq_section_get_fields (section)->bars;
    }
  return maq_section_kind_get_usual_bars (kind);
}

static int
find_bars (MaqMove        *self,
           MaqArrangement *arrangement)
{
  return self->number2 != 0 ? self->number2
                            : maq_move_find_added_bars (arrangement, (MaqSectionKind) self->number);
}

static int
get_loudest (MaqVec *parts)
{
  int loudest = 0;

  for (guint i = 0; parts != NULL && i < maq_vec_get_length (parts); i++)
    loudest = MAX (loudest, maq_part_get_level (maq_vec_get (parts, i)));
  return loudest;
}

/* levels, higher by @by, and patterns, not what was said to the performers there; the loudest
 * does not fall silent */
static MaqVec *
dup_plain_parts (MaqVec *parts,
                 int     by)
{
  g_autoptr(GPtrArray) plain = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_part_unref);
  int loudest = get_loudest (parts);

  for (guint i = 0; parts != NULL && i < maq_vec_get_length (parts); i++)
    {
      const MaqPartFields *fields = maq_part_get_fields (maq_vec_get (parts, i));

      int level = CLAMP (fields->level + by, fields->level == loudest ? 1 : 0, MAQ_LEVEL_MAX);

      if (fields->level > 0 && level > 0 && fields->motif == NULL)
        g_ptr_array_add (plain, maq_part_new (&(MaqPartFields) { .layer = fields->layer,
                                                                 .level = level,
                                                                 .pattern = fields->pattern,
                                                                 .style = fields->style }));
    }

  return maq_vec_new (&maq_part_vec_class, plain->pdata, plain->len);
}

static MaqSection *
make_section (MaqMove        *self,
              MaqArrangement *arrangement,
              guint           place,
              const char     *name)
{
  int model = find_model (arrangement, self->number, place);
  MaqSectionFields fields = { .kind = self->number, .name = name,
                              .bars = find_bars (self, arrangement) };
  g_autoptr(MaqVec) parts = NULL;

  fields.id = maq_arrangement_fresh_id (arrangement, SALT_SECTION);
  if (model >= 0)
    {
      const MaqSectionFields *taken = NULL;
      int by;

      taken = maq_section_get_fields (maq_arrangement_get_resolved (arrangement, model));
      fields.meter = taken->meter;
      fields.tempo_qpm = taken->tempo_qpm;
      fields.key = taken->key;
      fields.style = taken->style;
      fields.space = taken->space;
      fields.chords = taken->chords;
      fields.chord_bars = taken->chord_bars;
      by = get_difference (self->number, taken->kind);
      parts = dup_plain_parts (taken->parts, (by + (by > 0) - (by < 0)) / 2);
      fields.parts = parts;
    }

  return maq_section_new (&fields);
}

/* Chords of a model with odd bars may not fit the even bars of what takes after it. */
static MaqProject *
insert_section (MaqProject *root,
                guint       place,
                MaqSection *section)
{
  g_autoptr(MaqArrangement) after = NULL;

  after = maq_arrangement_insert_section (maq_project_get_arrangement (root), place, section);
  return maq_move_replace_fitted (root, after);
}

static MaqProject *
apply_add (MaqMove     *self,
           MaqProject  *root,
           GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  g_autofree char *name = NULL;
  g_autoptr(MaqSection) section = NULL;
  int place = 0;

  if (self->section != MAQ_ID_NONE)
    {
      place = maq_move_require_section (root, self->section, error) + 1;
      if (place == 0)
        return NULL;
    }

  if (!maq_move_require_number (self->number2, 0, MAQ_LIMIT_BARS, _("The length in bars"), error))
    return NULL;

  name = self->text != NULL ? maq_move_dup_name (self->text, error)
                            : maq_move_dup_free_section_name (arrangement, self->number,
                                                              MAQ_ID_NONE);
  if (name == NULL)
    return NULL;

  section = make_section (self, arrangement, place, name);
  return insert_section (root, place, section);
}

static char *
dup_add_label (MaqMove    *self,
               MaqProject *root)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int bars = find_bars (self, arrangement);
  g_autofree char *name = NULL;

  name = self->text != NULL ? g_strdup (self->text)
                            : maq_move_dup_free_section_name (arrangement, self->number,
                                                              MAQ_ID_NONE);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Add %s, %d bar", "Add %s, %d bars", bars),
                          name, bars);
}

MaqMove *
maq_move_add_section (MaqId           after,
                      MaqSectionKind  kind,
                      const char     *name,
                      int             bars)
{
  static const MaqMoveClass move_class = { apply_add, dup_add_label, FALSE, find_made_section };

  g_return_val_if_fail ((int) kind >= 0 && kind < MAQ_N_SECTION_KINDS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = after,
                                    .number = kind, .number2 = bars,
                                    .text = maq_move_some (name) });
}

static char *
dup_free_name_after (MaqArrangement *arrangement,
                     MaqSection     *section)
{
  g_autofree char *base = maq_move_dup_base_name (maq_section_get_name (section));
  MaqSectionKind kind = maq_section_get_kind (section);

  if (base[0] == '\0' || strcmp (base, maq_section_kind_get_label (kind)) == 0)
    return maq_move_dup_free_section_name (arrangement, kind, MAQ_ID_NONE);

  return maq_move_dup_numbered_name (arrangement, base);
}

/* Puts a section of its own after the one at @index, and names it like that. */
static MaqProject *
insert_like (MaqProject       *root,
             int               index,
             MaqSectionFields *fields)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  g_autofree char *name =
    dup_free_name_after (arrangement, maq_arrangement_get_section (arrangement, index));
  g_autoptr(MaqSection) section = NULL;

  fields->id = maq_arrangement_fresh_id (arrangement, SALT_SECTION);
  fields->name = name;
  section = maq_section_new (fields);
  return insert_section (root, index + 1, section);
}

static MaqProject *
apply_duplicate (MaqMove     *self,
                 MaqProject  *root,
                 GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_move_require_section (root, self->section, error);
  MaqSectionFields fields;

  if (index < 0)
    return NULL;

  fields = *maq_section_get_fields (maq_arrangement_get_resolved (arrangement, index));
  fields.follows = MAQ_ID_NONE;
  return insert_like (root, index, &fields);
}

static char *
dup_duplicate_label (MaqMove    *self,
                     MaqProject *root)
{
  return g_strdup_printf (_("Duplicate %s"), maq_move_section_name (root, self->section));
}

MaqMove *
maq_move_duplicate_section (MaqId section)
{
  static const MaqMoveClass move_class = { apply_duplicate, dup_duplicate_label, FALSE,
                                           find_made_section };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section });
}

/* The copy is made where it is easy, and then taken to its place. */
static MaqProject *
apply_copy (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  g_autoptr(MaqProject) doubled = apply_duplicate (self, root, error);
  MaqArrangement *before;
  g_autoptr(MaqArrangement) moved = NULL;
  g_autoptr(MaqArrangement) after = NULL;
  int from;
  int to;

  if (doubled == NULL)
    return NULL;

  before = maq_project_get_arrangement (doubled);
  from = maq_arrangement_find_section (before, self->section) + 1;
  to = CLAMP (self->number, 0, (int) maq_arrangement_get_n_sections (before) - 1);
  if (to == from)
    return g_steal_pointer (&doubled);

  moved = maq_arrangement_moved_section (before, from, to);
  after = maq_move_sort_arcs (moved);
  return maq_edit_replace_arrangement (doubled, after);
}

MaqMove *
maq_move_copy_section (MaqId section,
                       int   to_index)
{
  static const MaqMoveClass move_class = { apply_copy, dup_duplicate_label, FALSE,
                                           find_made_section };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = to_index });
}

static MaqProject *
apply_repeat (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_move_require_section (root, self->section, error);
  MaqSectionFields fields;

  if (index < 0)
    return NULL;

  fields = *maq_section_get_fields (maq_arrangement_get_section (arrangement, index));
  if (fields.follows == MAQ_ID_NONE)
    fields = (MaqSectionFields) { .kind = fields.kind, .follows = fields.id };
  return insert_like (root, index, &fields);
}

static char *
dup_repeat_label (MaqMove    *self,
                  MaqProject *root)
{
  return g_strdup_printf (_("Repeat %s"), maq_move_section_name (root, self->section));
}

MaqMove *
maq_move_repeat_section (MaqId section)
{
  static const MaqMoveClass move_class = { apply_repeat, dup_repeat_label, FALSE,
                                           find_made_section };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section });
}

typedef struct
{
  MaqArcPoint *point;
  int          section;  /* index, or -1 */
} PlacedPoint;

/* Points stand in the order of the sections, also after that has changed. */
static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const PlacedPoint *left = a, *right = b;

  if (left->section != right->section)
    return left->section < right->section ? -1 : 1;
  if (maq_arc_point_get_bar (left->point) == maq_arc_point_get_bar (right->point))
    return 0;
  return maq_arc_point_get_bar (left->point) < maq_arc_point_get_bar (right->point) ? -1 : 1;
}

/* Most points stand in the section of the one before or soon after it: a search for each from
 * the start takes longer than a frame in a long song. */
static int
find_section_from (MaqArrangement *arrangement,
                   int             start,
                   MaqId           id)
{
  guint n_sections = maq_arrangement_get_n_sections (arrangement);

  for (guint i = 0; i < n_sections; i++)
    {
      guint index = ((guint) MAX (start, 0) + i) % n_sections;

      if (maq_section_get_id (maq_arrangement_get_section (arrangement, index)) == id)
        return (int) index;
    }

  return -1;
}

static MaqArc *
sort_arc (MaqArc         *arc,
          MaqArrangement *arrangement)
{
  MaqArcFields fields = *maq_arc_get_fields (arc);
  g_autoptr(GArray) placed = g_array_new (FALSE, FALSE, sizeof (PlacedPoint));
  g_autoptr(GPtrArray) points = g_ptr_array_new ();
  g_autoptr(MaqVec) sorted = NULL;
  int at = 0;

  for (guint i = 0; fields.points != NULL && i < maq_vec_get_length (fields.points); i++)
    {
      MaqArcPoint *point = maq_vec_get (fields.points, i);

      at = find_section_from (arrangement, at, maq_arc_point_get_section (point));
      g_array_append_val (placed, ((PlacedPoint) { point, at }));
    }
  if (placed->len == 0)
    return maq_arc_ref (arc);

  g_array_sort (placed, compare_points);
  for (guint i = 0; i < placed->len; i++)
    g_ptr_array_add (points, g_array_index (placed, PlacedPoint, i).point);
  sorted = maq_vec_new (&maq_arc_point_vec_class, points->pdata, points->len);
  fields.points = sorted;
  return maq_arc_with_fields (arc, &fields);
}

MaqArrangement *
maq_move_sort_arcs (MaqArrangement *arrangement)
{
  MaqArrangementFields fields = *maq_arrangement_get_fields (arrangement);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_arc_unref);
  g_autoptr(MaqVec) arcs = NULL;

  if (fields.arcs == NULL)
    return maq_arrangement_ref (arrangement);

  for (guint i = 0; i < maq_vec_get_length (fields.arcs); i++)
    g_ptr_array_add (sorted, sort_arc (maq_vec_get (fields.arcs, i), arrangement));

  arcs = maq_vec_new (&maq_arc_vec_class, sorted->pdata, sorted->len);
  fields.arcs = arcs;
  return maq_arrangement_with_fields (arrangement, &fields);
}

static MaqProject *
apply_delete (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  g_autoptr(MaqArrangement) after = NULL;

  if (maq_move_require_section (root, self->section, error) < 0)
    return NULL;

  after = maq_edit_delete_section (maq_project_get_arrangement (root), self->section);
  return maq_move_replace_fitted (root, after);
}

static char *
dup_delete_label (MaqMove    *self,
                  MaqProject *root)
{
  return g_strdup_printf (_("Delete %s"), maq_move_section_name (root, self->section));
}

/* what took its place, or the one before it */
static MaqPath
find_neighbour (MaqMove    *self,
                MaqProject *before,
                MaqProject *after)
{
  MaqArrangement *left = maq_project_get_arrangement (after);
  int n_left = maq_arrangement_get_n_sections (left);
  int index = maq_arrangement_find_section (maq_project_get_arrangement (before), self->section);
  MaqPath path = { .song = maq_song_get_id (maq_project_get_current (after)),
                   .arrangement = maq_arrangement_get_id (left) };

  if (n_left > 0)
    path.section = maq_section_get_id (
      maq_arrangement_get_section (left, CLAMP (index, 0, n_left - 1)));

  return path;
}

MaqMove *
maq_move_delete_section (MaqId section)
{
  static const MaqMoveClass move_class = { apply_delete, dup_delete_label, FALSE, find_neighbour };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section });
}

static MaqProject *
apply_move (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  int from = maq_move_require_section (root, self->section, error);
  g_autoptr(MaqArrangement) moved = NULL;
  g_autoptr(MaqArrangement) after = NULL;
  int to;

  if (from < 0)
    return NULL;

  to = CLAMP (self->number, 0, (int) maq_arrangement_get_n_sections (before) - 1);
  if (to == from)
    return maq_project_ref (root);

  moved = maq_arrangement_moved_section (before, from, to);
  after = maq_move_sort_arcs (moved);
  return maq_edit_replace_arrangement (root, after);
}

static char *
dup_move_label (MaqMove    *self,
                MaqProject *root)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int n_sections = maq_arrangement_get_n_sections (arrangement);
  int from = maq_arrangement_find_section (arrangement, self->section);
  int to = CLAMP (self->number, 0, MAX (n_sections - 1, 0));
  int previous = to > from ? to : to - 1;
  const char *name = maq_move_section_name (root, self->section);

  if (previous < 0 || previous >= n_sections)
    return g_strdup_printf (_("Move %s to the start"), name);

  return g_strdup_printf (_("Move %s after %s"), name,
                          maq_section_get_name (maq_arrangement_get_section (arrangement,
                                                                             previous)));
}

MaqMove *
maq_move_move_section (MaqId section,
                       int   to_index)
{
  static const MaqMoveClass move_class = { apply_move, dup_move_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = to_index });
}

static MaqProject *
apply_resize (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqSectionFields fields;

  if (!maq_move_begin_section (self, root, &fields, error) ||
      !maq_move_require_number (self->number, fields.follows != MAQ_ID_NONE ? 0 : 1,
                                MAQ_LIMIT_BARS, _("The length in bars"), error))
    return NULL;

  if (fields.bars == 0 && self->number != 0)
    {
      MaqArrangement *arrangement = maq_project_get_arrangement (root);
      int index = maq_arrangement_find_section (arrangement, fields.follows);

      if (maq_section_get_fields (maq_arrangement_get_section (arrangement, index))->bars ==
          self->number)
        return maq_project_ref (root);
    }

  fields.bars = self->number;
  return maq_move_end_section (root, &fields);
}

static int
bars_before (MaqMove    *self,
             MaqProject *root)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_arrangement_find_section (arrangement, self->section);

  if (index < 0)
    return 0;

  return maq_section_get_fields (maq_arrangement_get_resolved (arrangement, index))->bars;
}

static char *
dup_resize_label (MaqMove    *self,
                  MaqProject *root)
{
  const char *name = maq_move_section_name (root, self->section);

  if (self->number == 0)
    return g_strdup_printf (_("%s: as long as what it follows"), name);

  /* translators: "Breakdown: 8 → 12 bars" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %d → %d bar", "%s: %d → %d bars",
                                       self->number),
                          name, bars_before (self, root), self->number);
}

MaqMove *
maq_move_resize_section (MaqId section,
                         int   bars)
{
  static const MaqMoveClass move_class = { apply_resize, dup_resize_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = bars });
}
