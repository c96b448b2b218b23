/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * MaqPartView: what one layer plays in one section.
 *
 * CSS node: part. Accessible role: GRID_CELL, its label says everything that
 * is to be seen. Takes the keyboard focus; its keys belong to the timeline.
 */

#include "maq-part-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-part-body.h"
#include "maq-part-sign.h"
#include "maq-timeline-child.h"

#define MARK_SIZE 6
#define PIN_SIZE 7
#define MARK_MIN_WIDTH 24
#define TEXT_MIN_WIDTH 17

/* Smaller cells have no room for notes. */
#define NOTES_MIN_WIDTH 30
#define NOTES_MIN_HEIGHT 26
#define NOTES_INSET 4
#define NOTES_SHARE 0.6f

struct _MaqPartView
{
  GtkWidget         parent_instance;

  const MaqPalette *palette;
  MaqNotePictures  *pictures;
  MaqPhrase        *phrase;
  MaqRaster        *notes;        /* the last picture of it: the others may be given up */
  gint64            length_ticks;
  GBytes           *bar_ticks;
  MaqLayer         *layer;
  MaqSection       *section;
  MaqPart          *part;
  PangoLayout      *note;
  char             *label;
  guint             column;
  guint             row;
  int               first_bar;
  int               bars;
  guint             is_own : 1;
  guint             overrides : 1;
  guint             is_quiet : 1;
  guint             is_ghost : 1;
  guint             selected : 1;
  guint             awaits_notes : 1;
};

G_DEFINE_FINAL_TYPE (MaqPartView, maq_part_view, GTK_TYPE_WIDGET)

static guint n_snapshots;

static int
get_level (MaqPartView *self)
{
  /* what enters only after the end is out: a part taken over by a shorter section */
  if (self->part == NULL || maq_part_get_fields (self->part)->entry_bar >= self->bars)
    return 0;
  return maq_part_get_level (self->part);
}

/* The bars of the section in which it plays, as fractions of its width. */
static void
get_extent (MaqPartView *self,
            double      *from,
            double      *to)
{
  const MaqPartFields *fields = maq_part_get_fields (self->part);
  int end = fields->exit_bar > 0 ? MIN (fields->exit_bar, self->bars) : self->bars;

  *from = CLAMP ((double) fields->entry_bar / self->bars, 0.0, 1.0);
  *to = CLAMP ((double) end / self->bars, *from, 1.0);
}

static gboolean
is_pinned (MaqPartView *self)
{
  return self->part != NULL && maq_part_get_fields (self->part)->pinned;
}

static char *
describe_part (MaqPartView *self)
{
  const MaqPartFields *fields;
  GString *text;

  if (get_level (self) == 0)
    return g_strdup (is_pinned (self) ? _("out, pinned") : _("out"));
  fields = maq_part_get_fields (self->part);
  text = g_string_new (NULL);
  g_string_append_printf (text, _("level %d of %d"), fields->level, MAQ_LEVEL_MAX);
  if (fields->entry_bar > 0)
    g_string_append_printf (text, _(", enters in bar %d"),
                            self->first_bar + fields->entry_bar + 1);
  if (fields->exit_bar > 0)
    g_string_append_printf (text, _(", leaves in bar %d"), self->first_bar + fields->exit_bar + 1);
  if (fields->motif != NULL)
    g_string_append_printf (text, _(", motif %s"), fields->motif);
  if (fields->direction != NULL)
    g_string_append_printf (text, _(", direction: %s"), fields->direction);
  if (fields->pinned)
    g_string_append (text, _(", pinned"));
  return g_string_free (text, FALSE);
}

static char *
describe (MaqPartView *self)
{
  g_autofree char *part = describe_part (self);
  const char *follows = self->is_own || get_level (self) == 0 ? "" : _(", taken over");

  /* Translators: layer, section, bars, what it plays, ", taken over" or nothing */
  return g_strdup_printf (_("%s, %s, bars %d to %d, %s%s"),
                          maq_layer_get_name (self->layer), maq_section_get_name (self->section),
                          self->first_bar + 1, self->first_bar + self->bars, part, follows);
}

static void
update_label (MaqPartView *self)
{
  if (maq_timeline_child_take_label (GTK_WIDGET (self), &self->label, describe (self)))
    g_clear_object (&self->note);
}

static MaqPartBody
get_body (MaqPartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MaqPartBody body = {
    .palette = self->palette,
    .kind = maq_section_get_kind (self->section),
    .level = get_level (self),
    .is_own = self->is_own,
    .is_quiet = self->is_quiet,
    .is_hovered = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT) != 0,
    .to = 1,
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
  };

  if (body.level > 0)
    get_extent (self, &body.from, &body.to);
  return body;
}

static gboolean
has_room_for_notes (MaqPartView *self)
{
  return self->phrase != NULL && gtk_widget_get_width (GTK_WIDGET (self)) >= NOTES_MIN_WIDTH &&
         gtk_widget_get_height (GTK_WIDGET (self)) >= NOTES_MIN_HEIGHT;
}

/* What the band really plays there, in the lower part of the cell, over all of its bars. */
static void
snapshot_notes (MaqPartView           *self,
                GtkSnapshot           *snapshot,
                const graphene_rect_t *cell)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  float tall = floorf ((cell->size.height - NOTES_INSET) * NOTES_SHARE);
  float x = ceilf (cell->origin.x * scale) / scale;
  const MaqNotePicture wanted = {
    .phrase = self->phrase,
    .length_ticks = self->length_ticks,
    .bars = self->bar_ticks,
    .width = (int) cell->size.width * scale,
    .height = (int) tall * scale,
    .ink = maq_palette_fade (&self->palette->foreground, self->is_quiet ? 0.25 : 0.58),
  };
  gboolean is_there;
  MaqRaster *raster;

  if (wanted.width <= 0 || wanted.height <= 0 || self->length_ticks <= 0)
    return;
  raster = maq_note_pictures_find (self->pictures, &wanted, &is_there);
  self->awaits_notes = !is_there;
  if (raster != NULL && raster != self->notes)
    {
      g_clear_pointer (&self->notes, maq_raster_unref);
      self->notes = maq_raster_ref (raster);
    }
  if (self->notes != NULL)
    maq_raster_append (self->notes, snapshot, GTK_WIDGET (self),
                       &GRAPHENE_RECT_INIT (x, cell->origin.y + cell->size.height - NOTES_INSET -
                                               tall, floorf (cell->size.width), tall));
}

/* Motif and direction: what words the part carries, if there is room for them. */
static PangoLayout *
ensure_note (MaqPartView *self)
{
  const MaqPartFields *fields = maq_part_get_fields (self->part);
  g_autofree char *text = NULL;

  if (self->note != NULL || (fields->motif == NULL && fields->direction == NULL))
    return self->note;
  if (fields->motif != NULL)
    text = g_strconcat ("◆ ", fields->motif, NULL);
  else
    text = g_strconcat ("“", fields->direction, "”", NULL);
  self->note = maq_palette_create_layout (GTK_WIDGET (self), 0.78, PANGO_WEIGHT_NORMAL);
  pango_layout_set_text (self->note, text, -1);
  pango_layout_set_ellipsize (self->note, PANGO_ELLIPSIZE_END);
  return self->note;
}

/* The number rides on the crest, or under it where there is no room above; over notes it stands at
 * the top. */
static float
get_number_y (MaqPartView     *self,
              graphene_rect_t  box,
              int              number_height)
{
  float crest = box.size.height - roundf (box.size.height * get_level (self) / MAQ_LEVEL_MAX);

  if (has_room_for_notes (self))
    return box.origin.y + 3;
  if (crest >= number_height)
    return box.origin.y + crest - number_height;
  return box.origin.y + crest + 3;
}

static void
snapshot_words (MaqPartView     *self,
                GtkSnapshot     *snapshot,
                graphene_rect_t  box)
{
  GdkRGBA ink = maq_palette_fade (&self->palette->foreground, self->is_quiet ? MAQ_INK_FAINT :
                                                              self->is_own ? MAQ_INK_FULL
                                                                           : MAQ_INK_INHERITED);
  PangoLayout *number = self->palette->levels[get_level (self)];
  PangoLayout *note;
  int number_width;
  int number_height;
  float room;
  float x;
  float y;

  if (box.size.width < TEXT_MIN_WIDTH)
    return;
  pango_layout_get_pixel_size (number, &number_width, &number_height);
  x = box.origin.x + MIN (7, roundf ((box.size.width - number_width) / 2));
  y = get_number_y (self, box, number_height);
  maq_palette_append_layout (snapshot, number, x, y, &ink);
  room = box.size.width - number_width - 18;
  note = ensure_note (self);
  if (note != NULL && room > 8)
    {
      pango_layout_set_width (note, (int) room * PANGO_SCALE);
      maq_palette_append_layout (snapshot, note, x + number_width + 6, y + 2, &ink);
    }
}

/* A dot in the corner: here the section does not do what the one it follows does. */
static void
snapshot_override (MaqPartView          *self,
                   GtkSnapshot          *snapshot,
                   const GskRoundedRect *box)
{
  GskRoundedRect dot;
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (box->bounds.origin.x + box->bounds.size.width - MARK_SIZE - 4,
                        box->bounds.origin.y + 4, MARK_SIZE, MARK_SIZE);

  gsk_rounded_rect_init_from_rect (&dot, &bounds, MARK_SIZE / 2.0f);
  maq_palette_append_round (snapshot, &dot, &self->palette->accent);
}

/* A pin beside it: no proposal touches this part. */
static void
snapshot_pin (MaqPartView          *self,
              GtkSnapshot          *snapshot,
              const GskRoundedRect *box)
{
  float x = box->bounds.origin.x + box->bounds.size.width - PIN_SIZE - 4 -
            (self->overrides ? MARK_SIZE + 4 : 0);
  float y = box->bounds.origin.y + 4;
  GdkRGBA ink = maq_palette_fade (&self->palette->foreground, MAQ_INK_FULL);
  GskRoundedRect head;

  gsk_rounded_rect_init_from_rect (&head, &GRAPHENE_RECT_INIT (x, y, PIN_SIZE, PIN_SIZE),
                                   PIN_SIZE / 2.0f);
  maq_palette_append_round (snapshot, &head, &ink);
  gtk_snapshot_append_color (snapshot, &ink,
                             &GRAPHENE_RECT_INIT (x + PIN_SIZE / 2.0f - 0.75f, y + PIN_SIZE - 1,
                                                  1.5f, PIN_SIZE));
}

static void
maq_part_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  MaqPartView *self = MAQ_PART_VIEW (widget);
  GskRoundedRect box = maq_part_body_get_cell (gtk_widget_get_width (widget),
                                               gtk_widget_get_height (widget));
  MaqPartBody body;

  n_snapshots++;
  if (self->section == NULL || box.bounds.size.width <= 0 || box.bounds.size.height <= 0)
    return;
  body = get_body (self);
  maq_part_body_append (&body, snapshot, widget);
  if (body.level > 0)
    {
      if (has_room_for_notes (self))
        snapshot_notes (self, snapshot, &box.bounds);
      snapshot_words (self, snapshot, maq_part_body_get_box (&body).bounds);
    }
  if (self->overrides && box.bounds.size.width >= MARK_MIN_WIDTH)
    snapshot_override (self, snapshot, &box);
  if (is_pinned (self) && box.bounds.size.width >= MARK_MIN_WIDTH)
    snapshot_pin (self, snapshot, &box);
  if (self->is_ghost)
    {
      GdkRGBA edge = maq_palette_fade (&self->palette->accent, 0.75);

      maq_palette_append_edge (snapshot, &box, &edge, 1.5f);
    }
  if (self->selected)
    maq_palette_append_edge (snapshot, &box, &self->palette->accent, 2);
  if (body.is_hovered)
    maq_part_sign_snapshot (snapshot, self->palette, gtk_widget_get_width (widget),
                            gtk_widget_get_height (widget), get_level (self) > 0);
}

static void
maq_part_view_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (maq_part_view_parent_class)->css_changed (widget, change);
  g_clear_object (&MAQ_PART_VIEW (widget)->note);
  gtk_widget_queue_draw (widget);
}

static gboolean
maq_part_view_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  MaqPartView *self = MAQ_PART_VIEW (widget);

  if (!keyboard && maq_part_view_is_on_sign (self, x, y))
    return maq_timeline_child_show_tooltip (tooltip, self->label,
                                            get_level (self) > 0 ? _("Take it out (Enter)")
                                                                 : _("Let it in (Enter)"));
  return maq_timeline_child_show_tooltip (tooltip, self->label,
                                          _("Click once more, or press Enter, to let it in or "
                                            "out; drag up or down, or press 0 to 9, for its "
                                            "level"));
}

static void
maq_part_view_state_flags_changed (GtkWidget     *widget,
                                   GtkStateFlags  previous)
{
  GTK_WIDGET_CLASS (maq_part_view_parent_class)->state_flags_changed (widget, previous);
  if (((gtk_widget_get_state_flags (widget) ^ previous) & GTK_STATE_FLAG_PRELIGHT) != 0)
    gtk_widget_queue_draw (widget);
}

static void
maq_part_view_finalize (GObject *object)
{
  MaqPartView *self = MAQ_PART_VIEW (object);

  g_clear_object (&self->note);
  g_clear_pointer (&self->notes, maq_raster_unref);
  g_clear_pointer (&self->phrase, maq_phrase_unref);
  g_clear_pointer (&self->bar_ticks, g_bytes_unref);
  g_clear_pointer (&self->layer, maq_layer_unref);
  g_clear_pointer (&self->section, maq_section_unref);
  g_clear_pointer (&self->part, maq_part_unref);
  g_free (self->label);
  G_OBJECT_CLASS (maq_part_view_parent_class)->finalize (object);
}

static void
maq_part_view_class_init (MaqPartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = maq_part_view_finalize;
  widget_class->snapshot = maq_part_view_snapshot;
  widget_class->css_changed = maq_part_view_css_changed;
  widget_class->query_tooltip = maq_part_view_query_tooltip;
  widget_class->state_flags_changed = maq_part_view_state_flags_changed;
  gtk_widget_class_set_css_name (widget_class, "part");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
maq_part_view_init (MaqPartView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
maq_part_view_new (const MaqPalette *palette,
                   MaqNotePictures  *pictures)
{
  MaqPartView *self = g_object_new (MAQ_TYPE_PART_VIEW, NULL);

  self->palette = palette;
  self->pictures = pictures;
  return GTK_WIDGET (self);
}

void
maq_part_view_show_notes (MaqPartView *self)
{
  if (self->awaits_notes)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
has_bars (MaqPartView *self,
          GBytes      *bars)
{
  if (self->bar_ticks == NULL || bars == NULL)
    return self->bar_ticks == bars;
  return g_bytes_equal (self->bar_ticks, bars);
}

static gboolean
take_phrase (MaqPartView   *self,
             const MaqCell *cell)
{
  if (self->phrase == cell->phrase && self->length_ticks == cell->length_ticks &&
      has_bars (self, cell->bar_ticks))
    return FALSE;
  g_clear_pointer (&self->notes, maq_raster_unref);
  g_clear_pointer (&self->phrase, maq_phrase_unref);
  self->phrase = cell->phrase == NULL ? NULL : maq_phrase_ref (cell->phrase);
  self->length_ticks = cell->length_ticks;
  g_clear_pointer (&self->bar_ticks, g_bytes_unref);
  self->bar_ticks = cell->bar_ticks == NULL ? NULL : g_bytes_ref (cell->bar_ticks);
  return TRUE;
}

void
maq_part_view_bind (MaqPartView   *self,
                    const MaqCell *cell)
{
  gboolean same_look = self->part == cell->part && self->bars == cell->bars &&
                       self->is_own == (guint) cell->is_own &&
                       self->overrides == (guint) cell->overrides &&
                       self->is_quiet == (guint) cell->is_quiet &&
                       self->is_ghost == (guint) cell->is_ghost && self->section != NULL &&
                       maq_section_get_kind (self->section) == maq_section_get_kind (cell->section);

  self->column = cell->column;
  self->row = cell->row;
  if (take_phrase (self, cell))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if (same_look && self->layer == cell->layer && self->section == cell->section &&
      self->first_bar == cell->first_bar)
    return;
  if (self->layer != cell->layer)
    {
      g_clear_pointer (&self->layer, maq_layer_unref);
      self->layer = maq_layer_ref (cell->layer);
    }
  if (self->section != cell->section)
    {
      g_clear_pointer (&self->section, maq_section_unref);
      self->section = maq_section_ref (cell->section);
    }
  if (self->part != cell->part)
    {
      g_clear_pointer (&self->part, maq_part_unref);
      self->part = cell->part == NULL ? NULL : maq_part_ref (cell->part);
    }
  self->is_own = (guint) cell->is_own;
  self->overrides = (guint) cell->overrides;
  self->is_quiet = (guint) cell->is_quiet;
  self->is_ghost = (guint) cell->is_ghost;
  self->first_bar = cell->first_bar;
  self->bars = MAX (cell->bars, 1);
  update_label (self);
  if (!same_look)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
maq_part_view_set_selected (MaqPartView *self,
                            gboolean     selected)
{
  if (self->selected == (guint) !!selected)
    return;
  self->selected = (guint) !!selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
maq_part_view_is_on_sign (MaqPartView *self,
                          double       x,
                          double       y)
{
  return maq_part_sign_has (gtk_widget_get_width (GTK_WIDGET (self)),
                            gtk_widget_get_height (GTK_WIDGET (self)), x, y);
}

MaqId
maq_part_view_get_section (MaqPartView *self)
{
  return self->section == NULL ? MAQ_ID_NONE : maq_section_get_id (self->section);
}

MaqId
maq_part_view_get_layer (MaqPartView *self)
{
  return self->layer == NULL ? MAQ_ID_NONE : maq_layer_get_id (self->layer);
}

void
maq_part_view_get_place (MaqPartView *self,
                         guint       *column,
                         guint       *row)
{
  *column = self->column;
  *row = self->row;
}

const char *
maq_part_view_get_label (MaqPartView *self)
{
  return self->label;
}

guint
maq_part_view_get_n_snapshots (void)
{
  return n_snapshots;
}
