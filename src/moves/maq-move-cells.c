/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Moves on many parts at once: all that some layers play in some sections.
 *
 * What becomes of a part is worked out from how things were before, so that a
 * section that follows another of them is not changed twice.
 */

#include "maq-move-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-limits.h"

/* The parts as they were: @loudest is 0 if all of them are out. */
typedef struct
{
  MaqMove        *self;
  MaqArrangement *before;
  const MaqId    *layers;
  guint          *indices;   /* of the sections */
  guint           n_sections;
  guint           n_layers;
  int             loudest;
} Scope;

static gboolean
is_picked (MaqMove *self,
           guint    column,
           guint    row)
{
  return self->picked == NULL || self->picked[column * (self->n_ids - self->n_sections) + row];
}

/* Changes @fields, the part that layer @row of the move plays in its section @column. */
typedef void (*Change) (const Scope   *scope,
                        guint          column,
                        guint          row,
                        MaqPartFields *fields);

static guint
count_layers (MaqMove *self)
{
  return self->n_ids - self->n_sections;
}

static int
get_level (const Scope *scope,
           guint        column,
           guint        row)
{
  return maq_arrangement_get_level (scope->before, scope->indices[column], scope->layers[row]);
}

static void
end (Scope *scope)
{
  g_clear_pointer (&scope->indices, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scope, end)

static gboolean
begin (MaqMove     *self,
       MaqProject  *root,
       Scope       *scope,
       GError     **error)
{
  *scope = (Scope) { self, maq_project_get_arrangement (root), self->ids + self->n_sections,
                     g_new (guint, self->n_sections), self->n_sections, count_layers (self), 0 };

  for (guint i = 0; i < scope->n_sections; i++)
    {
      int index = maq_move_require_section (root, self->ids[i], error);

      if (index < 0)
        return FALSE;
      scope->indices[i] = (guint) index;
    }
  for (guint i = 0; i < scope->n_layers; i++)
    if (maq_move_require_layer (root, scope->layers[i], error) < 0)
      return FALSE;

  for (guint i = 0; i < scope->n_sections; i++)
    for (guint j = 0; j < scope->n_layers; j++)
      if (is_picked (self, i, j))
        scope->loudest = MAX (scope->loudest, get_level (scope, i, j));
  return TRUE;
}

static MaqSection *
change_section (const Scope    *scope,
                MaqArrangement *arrangement,
                guint           column,
                Change          change)
{
  guint index = scope->indices[column];
  MaqSection *resolved = maq_arrangement_get_resolved (scope->before, index);
  g_autofree MaqPartFields *fields = g_new (MaqPartFields, scope->n_layers);
  guint n = 0;

  for (guint row = 0; row < scope->n_layers; row++)
    {
      MaqPart *part = maq_section_find_part (resolved, scope->layers[row]);

      if (!is_picked (scope->self, column, row))
        continue;
      fields[n] = part != NULL ? *maq_part_get_fields (part)
                               : (MaqPartFields) { .layer = scope->layers[row] };
      change (scope, column, row, &fields[n++]);
    }

  return maq_move_put_parts (arrangement, maq_arrangement_get_section (arrangement, index), fields,
                             n);
}

/* Those that follow nobody first: what the others take over is settled then. */
static MaqProject *
change_all (const Scope *scope,
            MaqProject  *root,
            Change       change)
{
  g_autoptr(MaqArrangement) after = maq_arrangement_ref (scope->before);

  for (int pass = 0; pass < 2; pass++)
    for (guint column = 0; column < scope->n_sections; column++)
      {
        guint index = scope->indices[column];
        MaqSection *section = maq_arrangement_get_section (after, index);
        gboolean follows = maq_section_get_fields (section)->follows != MAQ_ID_NONE;
        g_autoptr(MaqArrangement) previous = NULL;
        g_autoptr(MaqSection) changed = NULL;

        if (follows != (pass == 1))
          continue;

        previous = g_steal_pointer (&after);
        changed = change_section (scope, previous, column, change);
        after = maq_arrangement_with_section_at (previous, index, changed);
      }

  /* a place that was named twice may be as it was again */
  if (maq_arrangement_equal (scope->before, after))
    return maq_project_ref (root);

  return maq_edit_replace_arrangement (root, after);
}

static MaqProject *
apply_change (MaqMove     *self,
              MaqProject  *root,
              Change       change,
              GError     **error)
{
  g_auto(Scope) scope = { 0 };

  return begin (self, root, &scope, error) ? change_all (&scope, root, change) : NULL;
}

static MaqMove *
new_cells_move (const MaqMoveClass *move_class,
                const MaqCells     *cells,
                int                 number,
                int                 number2,
                MaqPart *const     *parts)
{
  guint n_ids = cells->n_sections + cells->n_layers;
  g_autofree MaqId *ids = g_new (MaqId, n_ids);

  for (guint i = 0; i < cells->n_sections; i++)
    ids[i] = cells->sections[i];
  for (guint i = 0; i < cells->n_layers; i++)
    ids[cells->n_sections + i] = cells->layers[i];

  return maq_move_new (&(MaqMove) {
    .move_class = move_class,
    .number = number,
    .number2 = number2,
    .ids = ids,
    .n_ids = n_ids,
    .n_sections = cells->n_sections,
    .parts = (MaqPart **) parts,
    .n_parts = parts == NULL ? 0 : cells->n_sections * cells->n_layers,
    .picked = (guint8 *) cells->picked,
    .n_picked = cells->picked == NULL ? 0 : cells->n_sections * cells->n_layers,
  });
}

/* One is named, several are counted; of what is picked here and there, the parts are. */
static char *
dup_layers (MaqMove    *self,
            MaqProject *root)
{
  guint n = count_layers (self);
  guint n_picked = 0;

  for (guint i = 0; i < self->n_picked; i++)
    n_picked += self->picked[i];
  if (n > 1 && self->picked != NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u part", "%u parts", n_picked),
                            n_picked);
  if (n == 1)
    return g_strdup (maq_move_layer_name (root, self->ids[self->n_sections]));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u layer", "%u layers", n), n);
}

static char *
dup_sections (MaqMove    *self,
              MaqProject *root)
{
  guint n = 0;

  for (guint i = 0; i < self->n_sections; i++)
    for (guint j = 0; j < count_layers (self); j++)
      if (is_picked (self, i, j))
        {
          n++;
          break;
        }
  if (self->n_sections == 1)
    return g_strdup (maq_move_section_name (root, self->ids[0]));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u section", "%u sections", n), n);
}

/* Of one part it says what becomes of it; NULL of several. */
static char *
dup_single_label (MaqMove    *self,
                  MaqProject *root,
                  Change      change)
{
  MaqPartFields fields = { 0 };
  g_autoptr(MaqMove) single = NULL;
  g_auto(Scope) scope = { 0 };

  if (self->n_sections != 1 || count_layers (self) != 1 || !begin (self, root, &scope, NULL))
    return NULL;

  fields.layer = scope.layers[0];
  fields.level = get_level (&scope, 0, 0);
  change (&scope, 0, 0, &fields);
  single = maq_move_part_level (self->ids[0], fields.layer, fields.level);
  return maq_move_dup_label (single, root);
}

static void
set_level (const Scope   *scope,
           guint          column,
           guint          row,
           MaqPartFields *fields)
{
  fields->level = scope->self->number;
}

static MaqProject *
apply_level (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  if (!maq_move_require_number (self->number, 0, MAQ_LEVEL_MAX, _("The level"), error))
    return NULL;

  return apply_change (self, root, set_level, error);
}

static char *
dup_level_label (MaqMove    *self,
                 MaqProject *root)
{
  char *label = dup_single_label (self, root, set_level);
  g_autofree char *layers = dup_layers (self, root);
  g_autofree char *sections = dup_sections (self, root);

  if (label != NULL)
    return label;
  if (self->number == 0)
    return g_strdup_printf (_("%s out in %s"), layers, sections);

  return g_strdup_printf (_("%s in %s at %d"), layers, sections, self->number);
}

MaqMove *
maq_move_cells_level (const MaqCells *cells,
                      int             level)
{
  static const MaqMoveClass move_class = { apply_level, dup_level_label, FALSE, NULL };

  return new_cells_move (&move_class, cells, level, 0, NULL);
}

/* Who is out stays out, unless all are. */
static gboolean
takes_part (const Scope         *scope,
            const MaqPartFields *fields)
{
  return fields->level > 0 || scope->loudest == 0;
}

static void
step_level (const Scope   *scope,
            guint          column,
            guint          row,
            MaqPartFields *fields)
{
  int first = scope->self->number;
  int last = scope->self->number2;
  double way = scope->n_sections < 2 ? 1 : (double) column / (scope->n_sections - 1);

  if (takes_part (scope, fields))
    fields->level = CLAMP (fields->level + (int) lround (first + (last - first) * way), 0,
                           MAQ_LEVEL_MAX);
}

static gboolean
require_step (int      by,
              GError **error)
{
  return maq_move_require_number (by, -MAQ_LEVEL_MAX, MAQ_LEVEL_MAX, _("The step"), error);
}

static MaqProject *
apply_step (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  if (!require_step (self->number, error) || !require_step (self->number2, error))
    return NULL;

  return apply_change (self, root, step_level, error);
}

static char *
dup_step_label (MaqMove    *self,
                MaqProject *root)
{
  char *label = dup_single_label (self, root, step_level);
  g_autofree char *layers = dup_layers (self, root);
  g_autofree char *sections = dup_sections (self, root);

  if (label != NULL)
    return label;
  if (self->number != self->number2)
    /* translators: levels that rise or fall: "Strings in 4 sections: from +0 to +3" */
    return g_strdup_printf (_("%s in %s: from %+d to %+d"), layers, sections, self->number,
                            self->number2);
  if (self->number < 0)
    /* translators: "3 layers in Verse 1 softer by 2" */
    return g_strdup_printf (_("%s in %s softer by %d"), layers, sections, -self->number);

  /* translators: "3 layers in Verse 1 louder by 2" */
  return g_strdup_printf (_("%s in %s louder by %d"), layers, sections, self->number);
}

MaqMove *
maq_move_cells_step (const MaqCells *cells,
                     int             at_first,
                     int             at_last)
{
  static const MaqMoveClass move_class = { apply_step, dup_step_label, FALSE, NULL };

  return new_cells_move (&move_class, cells, at_first, at_last, NULL);
}

/* The loudest does the step, the others in proportion; nobody falls silent before it does. */
static void
scale_level (const Scope   *scope,
             guint          column,
             guint          row,
             MaqPartFields *fields)
{
  int to = CLAMP (scope->loudest + scope->self->number, 0, MAQ_LEVEL_MAX);

  if (scope->loudest == 0)
    fields->level = to;
  else if (fields->level > 0)
    fields->level = to == 0 ? 0 : MAX ((int) lround ((double) fields->level * to /
                                                     scope->loudest), 1);
}

static MaqProject *
apply_scale (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  return require_step (self->number, error) ? apply_change (self, root, scale_level, error) : NULL;
}

MaqMove *
maq_move_cells_scale (const MaqCells *cells,
                      int             by)
{
  static const MaqMoveClass move_class = { apply_scale, dup_step_label, FALSE, NULL };

  return new_cells_move (&move_class, cells, by, by, NULL);
}

static void
ramp_level (const Scope   *scope,
            guint          column,
            guint          row,
            MaqPartFields *fields)
{
  guint from = 0;
  guint to = scope->n_sections - 1;
  int first;
  int last;

  while (!is_picked (scope->self, from, row))
    from++;
  while (!is_picked (scope->self, to, row))
    to--;
  if (from == to)
    return;
  first = get_level (scope, from, row);
  last = get_level (scope, to, row);
  fields->level = (int) lround (first + (double) (last - first) * (column - from) / (to - from));
}

/* Whether one of the layers at least has a way to go. */
static gboolean
spans_sections (MaqMove *self)
{
  for (guint row = 0; row < count_layers (self); row++)
    {
      guint n = 0;

      for (guint column = 0; column < self->n_sections; column++)
        n += is_picked (self, column, row) != FALSE;
      if (n > 1)
        return TRUE;
    }
  return FALSE;
}

static MaqProject *
apply_ramp (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  if (!spans_sections (self))
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                       _("A ramp needs two sections or more. Select more of them."));
      return NULL;
    }

  return apply_change (self, root, ramp_level, error);
}

static char *
dup_ramp_label (MaqMove    *self,
                MaqProject *root)
{
  g_autofree char *layers = dup_layers (self, root);
  g_autofree char *sections = dup_sections (self, root);

  /* translators: levels in a straight line: "Ramp of Strings over 4 sections" */
  return g_strdup_printf (_("Ramp of %s over %s"), layers, sections);
}

MaqMove *
maq_move_cells_ramp (const MaqCells *cells)
{
  static const MaqMoveClass move_class = { apply_ramp, dup_ramp_label, FALSE, NULL };

  return new_cells_move (&move_class, cells, 0, 0, NULL);
}

static void
let_in (const Scope   *scope,
        guint          column,
        guint          row,
        MaqPartFields *fields)
{
  if (fields->level == 0)
    fields->level = maq_move_guess_level (scope->before, scope->indices[column],
                                          fields->layer);
}

static MaqProject *
apply_in (MaqMove     *self,
          MaqProject  *root,
          GError     **error)
{
  return apply_change (self, root, let_in, error);
}

static char *
dup_in_label (MaqMove    *self,
              MaqProject *root)
{
  char *label = dup_single_label (self, root, let_in);
  g_autofree char *layers = dup_layers (self, root);
  g_autofree char *sections = dup_sections (self, root);

  if (label != NULL)
    return label;
  /* translators: layers come in: "Strings into 3 sections" */
  return g_strdup_printf (_("%s into %s"), layers, sections);
}

MaqMove *
maq_move_cells_in (const MaqCells *cells)
{
  static const MaqMoveClass move_class = { apply_in, dup_in_label, FALSE, NULL };

  return new_cells_move (&move_class, cells, 0, 0, NULL);
}

static void
set_pinned (const Scope   *scope,
            guint          column,
            guint          row,
            MaqPartFields *fields)
{
  fields->pinned = scope->self->number;
}

static MaqProject *
apply_pinned (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  return apply_change (self, root, set_pinned, error);
}

static char *
dup_pinned_label (MaqMove    *self,
                  MaqProject *root)
{
  g_autofree char *layers = dup_layers (self, root);
  g_autofree char *sections = dup_sections (self, root);

  /* translators: parts that proposals leave alone: "Pin Strings in Verse 1" */
  return g_strdup_printf (self->number ? _("Pin %s in %s") : _("Unpin %s in %s"), layers,
                          sections);
}

MaqMove *
maq_move_cells_pinned (const MaqCells *cells,
                       gboolean        pinned)
{
  static const MaqMoveClass move_class = { apply_pinned, dup_pinned_label, FALSE, NULL };

  return new_cells_move (&move_class, cells, pinned != FALSE, 0, NULL);
}

static void
set_extent (const Scope   *scope,
            guint          column,
            guint          row,
            MaqPartFields *fields)
{
  guint index = scope->indices[column];
  int bars = maq_section_get_fields (maq_arrangement_get_resolved (scope->before, index))->bars;

  if (fields->level == 0)
    return;
  if (scope->self->number != MAQ_KEEP_BAR)
    fields->entry_bar = scope->self->number;
  if (scope->self->number2 != MAQ_KEEP_BAR)
    fields->exit_bar = scope->self->number2 == bars ? 0 : scope->self->number2;
  maq_move_fit_part_fields (fields, bars);
}

static MaqProject *
apply_extent (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  if (!maq_move_require_number (self->number, MAQ_KEEP_BAR, MAQ_LIMIT_BARS - 1,
                                _("The bar of the entry"), error) ||
      !maq_move_require_number (self->number2, MAQ_KEEP_BAR, MAQ_LIMIT_BARS,
                                _("The bar of the exit"), error))
    return NULL;
  if (self->number2 > 0 && self->number2 <= self->number)
    {
      g_autofree char *layers = dup_layers (self, root);

      maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE,
                       _("%s can’t leave before it enters. Choose a later bar."), layers);
      return NULL;
    }

  return apply_change (self, root, set_extent, error);
}

static char *
dup_extent_label (MaqMove    *self,
                  MaqProject *root)
{
  g_autofree char *layers = dup_layers (self, root);
  g_autofree char *sections = dup_sections (self, root);

  if (self->number == MAQ_KEEP_BAR && self->number2 > 0)
    /* translators: layer, bar of the section, section: "Strings to bar 8 of Verse 1" */
    return g_strdup_printf (_("%s to bar %d of %s"), layers, self->number2, sections);
  if (self->number == MAQ_KEEP_BAR)
    /* translators: "Strings in Verse 1 to its end" */
    return g_strdup_printf (_("%s in %s to its end"), layers, sections);
  if (self->number2 <= 0)
    return g_strdup_printf (_("%s from bar %d of %s"), layers, self->number + 1, sections);

  return g_strdup_printf (_("%s in bars %d to %d of %s"), layers, self->number + 1,
                          self->number2, sections);
}

MaqMove *
maq_move_cells_entry (const MaqCells *cells,
                      int             entry_bar,
                      int             exit_bar)
{
  static const MaqMoveClass move_class = { apply_extent, dup_extent_label, FALSE, NULL };

  return new_cells_move (&move_class, cells, entry_bar, exit_bar, NULL);
}

/* A pattern and a sound only make sense for the role that they were chosen for. */
static gboolean
has_same_role (MaqArrangement *arrangement,
               MaqId           layer,
               MaqId           other)
{
  int a = maq_arrangement_find_layer (arrangement, layer);
  int b = maq_arrangement_find_layer (arrangement, other);

  return a >= 0 && b >= 0 &&
         maq_layer_get_role (maq_arrangement_get_layer (arrangement, (guint) a)) ==
         maq_layer_get_role (maq_arrangement_get_layer (arrangement, (guint) b));
}

static void
put_part (const Scope   *scope,
          guint          column,
          guint          row,
          MaqPartFields *fields)
{
  MaqPart *part = scope->self->parts[column * scope->n_layers + row];
  MaqId layer = fields->layer;

  *fields = part == NULL ? (MaqPartFields) { 0 } : *maq_part_get_fields (part);
  if (part != NULL && !has_same_role (scope->before, fields->layer, layer))
    {
      fields->pattern = NULL;
      fields->sound = NULL;
    }
  fields->layer = layer;
  fields->pinned = FALSE;
  fields->foreign = NULL;
}

static MaqProject *
apply_put (MaqMove     *self,
           MaqProject  *root,
           GError     **error)
{
  return apply_change (self, root, put_part, error);
}

static char *
dup_put_label (MaqMove    *self,
               MaqProject *root)
{
  g_autofree char *layers = dup_layers (self, root);
  g_autofree char *sections = dup_sections (self, root);

  /* translators: parts are copied to other places: "Copy to Strings in 2 sections" */
  return g_strdup_printf (_("Copy to %s in %s"), layers, sections);
}

MaqMove *
maq_move_cells_put (const MaqCells *cells,
                    MaqPart *const *parts)
{
  static const MaqMoveClass move_class = { apply_put, dup_put_label, FALSE, NULL };

  return new_cells_move (&move_class, cells, 0, 0, parts);
}
