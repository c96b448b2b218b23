/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-strip.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "maq-chord-text.h"

#define PAD 5
/* Between two names that do not stand at their own bar lines. */
#define GAP 6
/* A bar narrower than this has neither lines nor signs of its own. */
#define SIGN_MIN_PX 18
#define N_LAYOUTS_MAX 64
#define REPEAT_PX 8
#define TEXT_Y 3
#define LINE_Y 5
#define LINE_HEIGHT 14
#define DOT 2.5f

/* A chord, or "%", where it stands. */
typedef struct
{
  double       bar;        /* from the start of the section */
  PangoLayout *layout;
  gboolean     is_simile;  /* it stands for the bar before, in the middle of its own */
  gboolean     is_again;   /* the chords have begun again */
  gboolean     is_shown;   /* there is room for it */
} Sign;

struct _MaqChordStrip
{
  GtkWidget         parent_instance;

  const MaqPalette *palette;
  MaqSection       *section;    /* resolved */
  MaqKey            key;
  MaqMeter          meter;
  MaqChordNotation  notation;
  gboolean          is_inherited;
  gboolean          is_implied; /* no chords are written: the tonic is played */
  int               bars;
  char            **texts;      /* of the bars */
  char            **words;      /* of the bars, to be spoken; NULL where nothing begins */
  GArray           *signs;      /* of Sign */
  GHashTable       *layouts;    /* text → PangoLayout, of names: most come again elsewhere */
};

G_DEFINE_FINAL_TYPE (MaqChordStrip, maq_chord_strip, GTK_TYPE_WIDGET)

static void
sign_clear (gpointer data)
{
  g_clear_object (&((Sign *) data)->layout);
}

/* What follows the degree of a number is raised, as on charts. */
static void
raise_quality (PangoLayout      *layout,
               MaqChordNotation  notation,
               const char       *text)
{
  const char *figures = notation == MAQ_CHORD_NOTATION_ROMAN ? "IViv" : "1234567";
  const char *degree = text + strcspn (text, figures);
  const char *quality = notation == MAQ_CHORD_NOTATION_ROMAN ? degree + strspn (degree, figures)
                                                             : degree + 1;
  const char *slash = strrchr (text, '/');
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoAttribute *family = pango_attr_family_new ("serif");
  PangoAttribute *scale = pango_attr_scale_new (0.68);
  PangoAttribute *rise = pango_attr_rise_new (4 * PANGO_SCALE);

  scale->start_index = rise->start_index = (guint) (quality - text);
  /* the nine of "16/9" belongs to the chord */
  scale->end_index = rise->end_index = slash != NULL && strchr (slash, '9') == NULL
                                         ? (guint) (slash - text) : (guint) strlen (text);
  attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  if (attributes == NULL)
    attributes = pango_attr_list_new ();
  /* without serifs, the first degree is hardly more than a bar line */
  if (notation == MAQ_CHORD_NOTATION_ROMAN)
    pango_attr_list_insert (attributes, family);
  else
    pango_attribute_destroy (family);
  pango_attr_list_insert (attributes, scale);
  pango_attr_list_insert (attributes, rise);
  pango_layout_set_attributes (layout, attributes);
}

static PangoLayout *
create_layout (MaqChordStrip *self,
               const char    *text)
{
  PangoLayout *layout = maq_palette_create_layout (GTK_WIDGET (self), 0.86, PANGO_WEIGHT_MEDIUM);

  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* The shapes of letters take the longest where the view jumps to other sections. */
static PangoLayout *
ensure_layout (MaqChordStrip *self,
               const char    *text)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, text);

  if (layout != NULL)
    return g_object_ref (layout);
  if (g_hash_table_size (self->layouts) >= N_LAYOUTS_MAX)
    g_hash_table_remove_all (self->layouts);
  layout = create_layout (self, text);
  g_hash_table_insert (self->layouts, g_strdup (text), g_object_ref (layout));
  return layout;
}

static void
add_chord (MaqChordStrip      *self,
           const MaqChordSpan *span,
           double              bar,
           gboolean            is_again)
{
  /* an arrow to what comes earlier, a diamond, a wedge: as charts have them */
  static const char *const marks[MAQ_N_CHORD_MARKS] = { "", "◂ ", "◇ ", "▴ " };
  g_autofree char *chord = maq_chord_dup_text (span->chord, self->key, self->notation);
  g_autofree char *text = g_strconcat (marks[span->mark], chord, NULL);
  gboolean is_number = self->notation != MAQ_CHORD_NOTATION_NAMES &&
                       maq_key_is_set (self->key) && !maq_chord_is_none (span->chord);
  Sign sign = { .bar = bar, .is_again = is_again };

  sign.layout = is_number ? create_layout (self, text) : ensure_layout (self, text);
  if (is_number)
    raise_quality (sign.layout, self->notation, text);
  g_array_append_val (self->signs, sign);
}

/* "5 7" is no fifty-seven. */
static char *
dup_spoken (MaqChordStrip *self,
            MaqChord      *chord)
{
  char *text = maq_chord_dup_text (chord, self->key, self->notation);
  gsize degree = strspn (text, "b#") + 1;
  char *spoken;

  if (self->notation != MAQ_CHORD_NOTATION_NASHVILLE || strlen (text) <= degree ||
      !g_ascii_isdigit (text[degree]))
    return text;
  spoken = g_strdup_printf ("%.*s %s", (int) degree, text, text + degree);
  g_free (text);
  return spoken;
}

static void
add_words (MaqChordStrip      *self,
           const MaqChordSpan *span,
           int                 bar)
{
  g_autofree char *chord = dup_spoken (self, span->chord);
  g_autofree char *marked = span->mark == MAQ_CHORD_MARK_NONE
                              ? g_strdup (chord)
                              : g_strconcat (maq_chord_mark_get_label (span->mark), " ", chord,
                                             NULL);
  char *before = self->words[bar];

  self->words[bar] = before == NULL ? g_steal_pointer (&marked)
                                    : g_strconcat (before, ", ", marked, NULL);
  g_free (before);
}

/* the bar that a place in ticks lies in, and how far it is into it, as a fraction */
static double
find_bar (MaqForm *form,
          guint    index,
          MaqTick  ticks,
          int     *bar)
{
  const MaqFormSection *place = maq_form_get_section (form, index);
  MaqTick start, end;

  while (*bar + 1 < place->bars && maq_form_get_bar_start (form, index, *bar + 1) <= ticks)
    *bar += 1;
  start = maq_form_get_bar_start (form, index, *bar);
  end = maq_form_get_bar_start (form, index, *bar + 1);
  return (double) (ticks - start) / MAX (end - start, 1);
}

static void
update_signs (MaqChordStrip *self,
              MaqForm       *form,
              guint          index)
{
  const MaqSectionFields *fields = maq_section_get_fields (self->section);
  guint n_spans;
  g_autofree MaqChordSpan *spans = maq_form_dup_chords (form, index, &n_spans);
  int bar = 0;
  int last_simile = -1;

  g_array_set_size (self->signs, 0);
  for (guint i = 0; i < n_spans; i++)
    {
      double inside = find_bar (form, index, spans[i].start_ticks, &bar);
      gboolean is_again = fields->chord_bars > 0 && bar >= fields->chord_bars;

      add_words (self, &spans[i], bar);
      if (strcmp (self->texts[bar], "%") != 0)
        add_chord (self, &spans[i], bar + inside, is_again);
      else if (last_simile < bar)
        {
          Sign sign = { .bar = bar, .layout = ensure_layout (self, "%"), .is_simile = TRUE,
                        .is_again = is_again };

          g_array_append_val (self->signs, sign);
          last_simile = bar;
        }
    }
}

static void
update_texts (MaqChordStrip *self)
{
  const MaqSectionFields *fields = maq_section_get_fields (self->section);

  g_strfreev (self->texts);
  self->texts = maq_chord_text_dup_bars (fields->chords, fields->chord_bars, self->bars,
                                         self->meter, fields->odd_bars, self->key, self->notation);
}

static void
clear_words (MaqChordStrip *self)
{
  for (int bar = 0; self->words != NULL && bar < self->bars; bar++)
    g_free (self->words[bar]);
  g_clear_pointer (&self->words, g_free);
}

/* Whether another version of the section has the same chords: an edit of its parts, say. */
static gboolean
has_same_chords (MaqChordStrip *self,
                 MaqSection    *section)
{
  const MaqSectionFields *was, *is;

  if (self->section == NULL)
    return FALSE;
  was = maq_section_get_fields (self->section);
  is = maq_section_get_fields (section);
  return was->id == is->id && was->chords == is->chords && was->chord_bars == is->chord_bars &&
         was->odd_bars == is->odd_bars && g_strcmp0 (was->name, is->name) == 0;
}

static void
take_section (MaqChordStrip *self,
              MaqSection    *section)
{
  maq_section_ref (section);
  g_clear_pointer (&self->section, maq_section_unref);
  self->section = section;
}

gboolean
maq_chord_strip_bind (MaqChordStrip    *self,
                      MaqForm          *form,
                      guint             index,
                      gboolean          is_inherited,
                      MaqChordNotation  notation)
{
  const MaqFormSection *place = maq_form_get_section (form, index);

  if (has_same_chords (self, place->section) && self->bars == place->bars &&
      self->is_inherited == is_inherited && self->notation == notation &&
      maq_key_equal (self->key, place->key) && maq_meter_equal (self->meter, place->meter))
    {
      take_section (self, place->section);
      return FALSE;
    }

  clear_words (self);
  take_section (self, place->section);
  self->key = place->key;
  self->meter = place->meter;
  self->bars = place->bars;
  self->is_inherited = is_inherited;
  self->is_implied = maq_section_get_fields (self->section)->chords == NULL;
  self->notation = notation;
  self->words = g_new0 (char *, MAX (self->bars, 1));
  update_texts (self);
  update_signs (self, form, index);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

MaqId
maq_chord_strip_get_section (MaqChordStrip *self)
{
  return self->section == NULL ? MAQ_ID_NONE : maq_section_get_id (self->section);
}

const char *
maq_chord_strip_get_bar_text (MaqChordStrip *self,
                              int            bar)
{
  g_return_val_if_fail (bar >= 0 && bar < self->bars, ".");

  return self->texts[bar];
}

/* what sounds on into a bar in which nothing begins */
static const char *
find_words_before (MaqChordStrip *self,
                   int            bar)
{
  while (bar > 0 && self->words[bar] == NULL)
    bar--;
  return self->words[bar] != NULL ? self->words[bar] : "";
}

char *
maq_chord_strip_dup_bar_label (MaqChordStrip *self,
                               int            bar)
{
  const MaqSectionFields *fields = maq_section_get_fields (self->section);
  GString *text = g_string_new (NULL);
  const char *words = bar < self->bars ? self->words[bar] : NULL;

  /* Translators: section and bar, then the chords in it: "Verse 1, bar 3: Am7, Push G" */
  g_string_append_printf (text, _("%s, bar %d: %s"), fields->name, bar + 1,
                          words != NULL ? words : "");
  if (words == NULL && bar < self->bars)
    {
      const char *before = find_words_before (self, bar);
      const char *last = strrchr (before, ',');

      /* Translators: a chord that began in an earlier bar */
      g_string_append_printf (text, _("%s sounds on"), last != NULL ? last + 2 : before);
    }
  else if (words != NULL && strcmp (self->texts[bar], "%") == 0)
    g_string_append (text, _(", as the bar before"));
  if (fields->chord_bars > 0 && bar >= fields->chord_bars)
    g_string_append (text, _(", repeated"));
  if (self->is_implied)
    g_string_append (text, _(", the tonic, as no chords are written"));
  else if (self->is_inherited)
    g_string_append (text, _(", taken over"));
  return g_string_free (text, FALSE);
}

static double
get_bar_width (MaqChordStrip *self,
               int            width)
{
  return (double) width / MAX (self->bars, 1);
}

/* Where the chords begin again; @width where no sign says so. */
static int
get_repeat_x (MaqChordStrip *self,
              int            width)
{
  int chord_bars = maq_section_get_fields (self->section)->chord_bars;
  double bar_width = get_bar_width (self, width);

  if (chord_bars == 0 || chord_bars >= self->bars || bar_width * chord_bars < 3 * SIGN_MIN_PX)
    return width;
  return (int) lround (chord_bars * bar_width);
}

static int
get_sign_x (MaqChordStrip *self,
            const Sign    *sign,
            int            width)
{
  int x = (int) lround (sign->bar * get_bar_width (self, width)) + PAD;
  int text_width;

  if (sign->bar <= 0 && get_repeat_x (self, width) < width)
    x += REPEAT_PX;
  if (!sign->is_simile)
    return x;
  pango_layout_get_pixel_size (sign->layout, &text_width, NULL);
  return MAX (x, x - PAD + (int) (get_bar_width (self, width) - text_width) / 2);
}

/* Where the text of a sign ends. */
static int
get_sign_end (MaqChordStrip *self,
              guint          index,
              int            width)
{
  const Sign *sign = &g_array_index (self->signs, Sign, index);
  int text_width;

  pango_layout_get_pixel_size (sign->layout, &text_width, NULL);
  return get_sign_x (self, sign, width) + text_width;
}

/* Where a sign must end before what comes after it. */
static int
get_room_end (MaqChordStrip *self,
              const Sign    *sign,
              int            width)
{
  int repeat_x = get_repeat_x (self, width);

  return sign->is_again || repeat_x == width ? width : repeat_x - REPEAT_PX;
}

/* Shows what has room behind what is shown already; @is_brief: nothing that only repeats.
 * Returns whether all of that has room. */
static gboolean
show_signs (MaqChordStrip *self,
            gboolean       is_brief,
            int            width)
{
  gboolean all_fit = TRUE;
  int end = -GAP;

  for (guint i = 0; i < self->signs->len; i++)
    {
      Sign *sign = &g_array_index (self->signs, Sign, i);
      gboolean is_wanted = !is_brief || !(sign->is_again || sign->is_simile);
      int sign_end = get_sign_end (self, i, width);

      sign->is_shown = is_wanted && get_sign_x (self, sign, width) >= end + GAP &&
                       sign_end <= get_room_end (self, sign, width);
      if (sign->is_shown)
        end = sign_end;
      all_fit = all_fit && sign->is_shown == is_wanted;
    }
  return all_fit;
}

static void
append_line (MaqChordStrip *self,
             GtkSnapshot   *snapshot,
             const GdkRGBA *color,
             float          x,
             float          thickness)
{
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (x, LINE_Y, thickness, LINE_HEIGHT));
}

/* A double line and two dots, which are at the side of what is repeated: right, or left (-1). */
static void
append_repeat (MaqChordStrip *self,
               GtkSnapshot   *snapshot,
               float          x,
               int            side)
{
  GdkRGBA ink = maq_palette_fade (&self->palette->foreground, MAQ_INK_FAINT);

  append_line (self, snapshot, &ink, x - (side < 0 ? 2 : 0), 2);
  append_line (self, snapshot, &ink, x + side * 4 - 0.5f, 1);
  for (int i = 0; i < 2; i++)
    gtk_snapshot_append_color (snapshot, &ink,
                               &GRAPHENE_RECT_INIT (x + side * (REPEAT_PX - 0.5f) - DOT / 2,
                                                    LINE_Y + 3.5f + 4.5f * i, DOT, DOT));
}

/* From here the chords begin again, and to there they go back. */
static void
snapshot_repeat (MaqChordStrip *self,
                 GtkSnapshot   *snapshot,
                 int            width)
{
  int x = get_repeat_x (self, width);

  if (x == width)
    return;
  append_repeat (self, snapshot, 0, 1);
  append_repeat (self, snapshot, x, -1);
}

/* Where a chord is wider than its bar, the line gives way. */
static void
snapshot_bar_lines (MaqChordStrip *self,
                    GtkSnapshot   *snapshot,
                    int            width)
{
  double bar_width = get_bar_width (self, width);
  int step = bar_width >= SIGN_MIN_PX ? 1 : self->bars;
  guint next = 0;
  int end = -1;

  for (int bar = 0; bar < self->bars; bar += step)
    {
      int x = (int) lround (bar * bar_width);

      for (; next < self->signs->len &&
             g_array_index (self->signs, Sign, next).bar < bar; next++)
        if (g_array_index (self->signs, Sign, next).is_shown)
          end = get_sign_end (self, next, width);
      if (x > end)
        append_line (self, snapshot, &self->palette->line, (float) x, 1);
    }
}

static void
maq_chord_strip_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  MaqChordStrip *self = MAQ_CHORD_STRIP (widget);
  int width = gtk_widget_get_width (widget);
  GdkRGBA ink = maq_palette_fade (&self->palette->foreground, self->is_inherited || self->is_implied
                                                               ? MAQ_INK_FAINT : MAQ_INK_SOFT);
  GdkRGBA soft = maq_palette_fade (&self->palette->foreground, MAQ_INK_FAINT);

  if (self->section == NULL || width <= 0)
    return;
  if (!show_signs (self, FALSE, width))
    show_signs (self, TRUE, width);
  snapshot_bar_lines (self, snapshot, width);
  snapshot_repeat (self, snapshot, width);
  for (guint i = 0; i < self->signs->len; i++)
    {
      const Sign *sign = &g_array_index (self->signs, Sign, i);

      if (sign->is_shown)
        maq_palette_append_layout (snapshot, sign->layout, get_sign_x (self, sign, width), TEXT_Y,
                                   sign->is_simile || sign->is_again ? &soft : &ink);
    }
}

static void
maq_chord_strip_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  MaqChordStrip *self = MAQ_CHORD_STRIP (widget);

  GTK_WIDGET_CLASS (maq_chord_strip_parent_class)->css_changed (widget, change);
  g_hash_table_remove_all (self->layouts);
  for (guint i = 0; i < self->signs->len; i++)
    pango_layout_context_changed (g_array_index (self->signs, Sign, i).layout);
  gtk_widget_queue_draw (widget);
}

static void
maq_chord_strip_finalize (GObject *object)
{
  MaqChordStrip *self = MAQ_CHORD_STRIP (object);

  clear_words (self);
  g_clear_pointer (&self->section, maq_section_unref);
  g_clear_pointer (&self->texts, g_strfreev);
  g_clear_pointer (&self->signs, g_array_unref);
  g_clear_pointer (&self->layouts, g_hash_table_unref);
  G_OBJECT_CLASS (maq_chord_strip_parent_class)->finalize (object);
}

static void
maq_chord_strip_class_init (MaqChordStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = maq_chord_strip_finalize;
  widget_class->snapshot = maq_chord_strip_snapshot;
  widget_class->css_changed = maq_chord_strip_css_changed;
  gtk_widget_class_set_css_name (widget_class, "chordstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
maq_chord_strip_init (MaqChordStrip *self)
{
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->signs = g_array_new (FALSE, FALSE, sizeof (Sign));
  g_array_set_clear_func (self->signs, sign_clear);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
maq_chord_strip_new (const MaqPalette *palette)
{
  MaqChordStrip *self = g_object_new (MAQ_TYPE_CHORD_STRIP, NULL);

  self->palette = palette;
  return GTK_WIDGET (self);
}
