/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * MaqSectionHead: name and length of a section, above its chords and parts.
 *
 * CSS node: sectionhead. Accessible role: BUTTON, its label names the kind,
 * the bars, the time, what it follows and the chords.
 */

#include "maq-section-head.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-length.h"
#include "maq-timeline-child.h"
#include "maq-way-out.h"

#define RADIUS 7.0f
#define PAD 8
/* The buttons of a section that follows another, where its name has room beside them. */
#define TOOL_SIZE 22
/* The sign of the way out stands below them, where a length has room beside it. */
#define SIGN_SIZE 18
#define SIGN_Y 24
#define SIGN_MIN_PX 64
/* A name that is cut off keeps its sense as long as this; what ends in a number, its number. */
#define ELLIPSIS_MIN_PX 46
#define NUMBERED_MIN_PX 110
/* A mood is shown where as much of it can be read. */
#define MOOD_MIN_PX 60
#define MOOD_GAP 10

/* What is at hand where a section follows another. */
enum
{
  TOOL_INDEPENDENT,
  TOOL_RESET,
  N_TOOLS
};

struct _MaqSectionHead
{
  GtkWidget         parent_instance;

  const MaqPalette *palette;
  MaqSection       *section;   /* resolved */
  PangoLayout      *name;
  PangoLayout      *short_name;
  PangoLayout      *detail;
  PangoLayout      *short_detail;
  PangoLayout      *mood;      /* NULL before there is one */
  char             *chords;    /* the first of them, in words */
  char             *label;
  int               bars;
  int               name_height;
  int               hidden_px;
  MaqId             follows;
  GtkWidget        *tools[N_TOOLS];  /* NULL before it first follows another */
  char             *tool_names[N_TOOLS];
  MaqSection       *tooled;          /* unresolved, what they were made for; NULL for none */
  const char       *followed;        /* interned, likewise */
  GtkWidget        *sign;            /* of the way out; NULL before it first states one */
  char             *sign_name;
  const char       *sign_section;    /* interned, what it was made for */
  const char       *sign_followed;   /* interned, likewise; NULL where it states that itself */
  MaqTransition     transition;
  MaqSelected       selected;
  guint             has_overrides : 1;
};

G_DEFINE_FINAL_TYPE (MaqSectionHead, maq_section_head, GTK_TYPE_WIDGET)

static char *
describe_overrides (const MaqSectionFields *fields)
{
  GString *text = g_string_new (NULL);

  if (fields->feel > MAQ_FEEL_PLAIN)
    g_string_append_printf (text, " · %s", maq_feel_get_label (fields->feel));
  if (fields->tempo_qpm > 0)
    g_string_append_printf (text, " · ♩ %g", fields->tempo_qpm);
  if (maq_meter_is_set (fields->meter))
    {
      char meter[MAQ_METER_TEXT_MAX];

      g_string_append_printf (text, " · %s", maq_meter_format (fields->meter, meter));
    }
  if (maq_key_is_set (fields->key))
    {
      char key[MAQ_KEY_TEXT_MAX];

      g_string_append_printf (text, " · %s", maq_key_format (fields->key, key));
    }
  return g_string_free (text, FALSE);
}

static gboolean
ends_in_digit (const char *name)
{
  gsize length = strlen (name);

  return length > 0 && g_ascii_isdigit (name[length - 1]);
}

/* "Pre-Chorus 1" becomes "PC1", "Intro" "In", "Interlude" "Int". */
static char *
abbreviate (const char *name)
{
  GString *text = g_string_new (NULL);
  gboolean at_start = TRUE;
  glong n_letters = g_utf8_strlen (name, -1) <= 5 ? 2 : 3;

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isdigit (letter) || (at_start && g_unichar_isalpha (letter)))
        g_string_append_unichar (text, letter);
      at_start = !g_unichar_isalnum (letter);
    }
  if (!ends_in_digit (name))
    {
      n_letters = MIN (n_letters, g_utf8_strlen (name, -1));
      g_string_truncate (text, 0);
      g_string_append_len (text, name, g_utf8_offset_to_pointer (name, n_letters) - name);
    }
  return g_string_free (text, FALSE);
}

static void
update_name (MaqSectionHead *self)
{
  const char *name = maq_section_get_name (self->section);
  g_autofree char *text = abbreviate (name);

  pango_layout_set_text (self->name, name, -1);
  pango_layout_set_text (self->short_name, text, -1);
}

static void
update_mood (MaqSectionHead *self)
{
  const char *mood = maq_section_get_fields (self->section)->mood;

  if (mood != NULL && self->mood == NULL)
    {
      self->mood = maq_palette_create_layout (GTK_WIDGET (self), 0.78, PANGO_WEIGHT_NORMAL);
      pango_attr_list_insert (pango_layout_get_attributes (self->mood),
                              pango_attr_style_new (PANGO_STYLE_ITALIC));
      pango_layout_set_ellipsize (self->mood, PANGO_ELLIPSIZE_END);
    }
  if (self->mood != NULL)
    pango_layout_set_text (self->mood, mood != NULL ? mood : "", -1);
}

static const char *
get_followed_name (MaqArrangement *arrangement,
                   MaqId           follows)
{
  int index = follows == MAQ_ID_NONE ? -1 : maq_arrangement_find_section (arrangement, follows);

  if (index < 0)
    return NULL;
  return maq_section_get_name (maq_arrangement_get_section (arrangement, (guint) index));
}

static void
update_detail (MaqSectionHead *self,
               MaqArrangement *arrangement,
               MaqSection     *own)
{
  g_autofree char *overrides = describe_overrides (maq_section_get_fields (own));
  const char *followed = get_followed_name (arrangement, self->follows);
  g_autofree char *bars = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d bar", "%d bars",
                                                        (gulong) self->bars), self->bars);
  g_autofree char *text = NULL;

  if (followed != NULL)
    text = g_strdup_printf (_("%s · as %s%s"), bars, followed, overrides);
  else
    text = g_strconcat (bars, overrides, NULL);
  pango_layout_set_text (self->detail, text, -1);
  g_free (text);
  text = g_strdup_printf ("%d", self->bars);
  pango_layout_set_text (self->short_detail, text, -1);
}

static char *
dup_chords (MaqForm *form,
            guint    index)
{
  guint n_spans;
  g_autofree MaqChordSpan *spans = maq_form_dup_chords (form, index, &n_spans);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n_spans, 8); i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      if (spans[i].mark != MAQ_CHORD_MARK_NONE)
        g_string_append_printf (text, "%s ", maq_chord_mark_get_label (spans[i].mark));
      g_string_append (text, maq_chord_get_text (spans[i].chord));
    }
  return g_string_free (text, FALSE);
}

static void
update_label (MaqSectionHead       *self,
              const MaqFormSection *place,
              const char           *followed)
{
  int seconds = (int) lround (place->start_seconds);
  const char *mood = maq_section_get_fields (self->section)->mood;
  g_autofree char *length = maq_length_dup_text (place->seconds);
  GString *text = g_string_new (NULL);

  /* Translators: name of a section, its kind, its bars, minutes and seconds, how long it lasts */
  g_string_append_printf (text, _("%s, %s, bars %d to %d, at %d:%02d, lasts %s"),
                          maq_section_get_name (self->section),
                          maq_section_kind_get_label (maq_section_get_kind (self->section)),
                          place->first_bar + 1, place->first_bar + place->bars, seconds / 60,
                          seconds % 60, length);
  if (mood != NULL)
    g_string_append_printf (text, _(", mood %s"), mood);
  if (followed != NULL)
    g_string_append_printf (text, _(", follows %s"), followed);
  if (maq_section_get_fields (self->section)->feel > MAQ_FEEL_PLAIN)
    g_string_append_printf (text, ", %s", maq_feel_get_label (
                                            maq_section_get_fields (self->section)->feel));
  if (self->transition != MAQ_TRANSITION_UNSET)
    g_string_append_printf (text, _(", way out: %s"), maq_transition_get_label (self->transition));
  g_string_append_printf (text, _(", chords %s"), self->chords);
  maq_timeline_child_take_label (GTK_WIDGET (self), &self->label, g_string_free (text, FALSE));
}

/* whether it says anything itself that going back to the followed section would take away */
static gboolean
states_its_own (const MaqSectionFields *fields)
{
  return fields->bars > 0 || maq_meter_is_set (fields->meter) || fields->tempo_qpm > 0 ||
         maq_key_is_set (fields->key) || fields->style != NULL ||
         fields->space != MAQ_SPACE_UNSET || fields->dynamics != MAQ_DYNAMICS_UNSET ||
         fields->feel != MAQ_FEEL_UNSET || fields->transition != MAQ_TRANSITION_UNSET ||
         fields->odd_bars != NULL || fields->chords != NULL ||
         (fields->parts != NULL && maq_vec_get_length (fields->parts) > 0);
}

/* To set a tooltip asks the window system where the pointer is, for each head that comes by. */
static gboolean
tool_tooltip_cb (MaqSectionHead *self,
                 int             x,
                 int             y,
                 gboolean        keyboard,
                 GtkTooltip     *tooltip,
                 GtkWidget      *button)
{
  gtk_tooltip_set_text (tooltip, self->tool_names[button == self->tools[TOOL_RESET] ?
                                                  TOOL_RESET : TOOL_INDEPENDENT]);
  return TRUE;
}

/* The keyboard does in the menu what these do. */
static GtkWidget *
create_button (MaqSectionHead *self,
               const char     *action,
               GCallback       tooltip)
{
  GtkWidget *button = gtk_button_new ();

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "t", (guint64) MAQ_ID_NONE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_has_tooltip (button, TRUE);
  maq_timeline_child_quiet (button);
  g_signal_connect_object (button, "query-tooltip", tooltip, self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
add_tool (MaqSectionHead *self,
          int             tool,
          const char     *icon,
          const char     *action)
{
  self->tools[tool] = create_button (self, action, G_CALLBACK (tool_tooltip_cb));
  gtk_button_set_icon_name (GTK_BUTTON (self->tools[tool]), icon);
}

static void
name_tool (MaqSectionHead *self,
           int             tool,
           char           *name)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->tools[tool]), "t",
                                    (guint64) maq_section_get_id (self->section));
  g_free (self->tool_names[tool]);
  self->tool_names[tool] = name;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tools[tool]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_tools (MaqSectionHead *self,
              MaqSection     *own,
              const char     *followed)
{
  const char *name = maq_section_get_name (own);

  if (self->tooled == own && self->followed == followed)
    return;
  maq_section_ref (own);
  g_clear_pointer (&self->tooled, maq_section_unref);
  self->tooled = own;
  self->followed = followed;
  if (followed == NULL)
    {
      for (int i = 0; i < N_TOOLS && self->tools[i] != NULL; i++)
        gtk_widget_set_visible (self->tools[i], FALSE);
      return;
    }
  if (self->tools[TOOL_INDEPENDENT] == NULL)
    {
      add_tool (self, TOOL_INDEPENDENT, "maq-independent-symbolic", "section.independent");
      add_tool (self, TOOL_RESET, "edit-undo-symbolic", "section.reset");
    }
  /* Translators: a section and the one it follows: "Make Chorus 2 Independent of Chorus 1" */
  name_tool (self, TOOL_INDEPENDENT, g_strdup_printf (_("Make %s Independent of %s"), name,
                                                      followed));
  name_tool (self, TOOL_RESET, g_strdup_printf (_("Reset %s to %s"), name, followed));
  self->has_overrides = states_its_own (maq_section_get_fields (own));
  gtk_widget_set_visible (self->tools[TOOL_INDEPENDENT], TRUE);
  gtk_widget_set_visible (self->tools[TOOL_RESET], self->has_overrides);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
sign_tooltip_cb (MaqSectionHead *self,
                 int             x,
                 int             y,
                 gboolean        keyboard,
                 GtkTooltip     *tooltip,
                 GtkWidget      *button)
{
  return maq_timeline_child_show_tooltip (tooltip, self->sign_name,
                                          _("Click to choose another; by keyboard in the menu of "
                                            "the section, Shift+F10."));
}

static void
name_sign (MaqSectionHead *self)
{
  g_free (self->sign_name);
  /* Translators: name of a section, how the band leaves it, and whose it is:
   * "Way out of Chorus 2: Stop, as Chorus 1 has it" */
  self->sign_name = self->sign_followed == NULL
                      ? g_strdup_printf (_("Way out of %s: %s"), self->sign_section,
                                         maq_transition_get_label (self->transition))
                      : g_strdup_printf (_("Way out of %s: %s, as %s has it"), self->sign_section,
                                         maq_transition_get_label (self->transition),
                                         self->sign_followed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->sign_name, -1);
}

/* A section that does not say leaves as the band thinks best, which needs no sign. */
static void
update_sign (MaqSectionHead *self,
             MaqSection     *own,
             const char     *followed)
{
  MaqTransition transition = maq_section_get_fields (self->section)->transition;
  const char *name = maq_section_get_name (own);

  if (maq_section_get_fields (own)->transition != MAQ_TRANSITION_UNSET)
    followed = NULL;
  if (transition == MAQ_TRANSITION_UNSET && self->sign == NULL)
    return;
  if (self->sign != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->sign), "t",
                                      (guint64) maq_section_get_id (own));
  if (self->transition == transition && self->sign_section == name &&
      self->sign_followed == followed)
    return;
  if (self->sign == NULL)
    {
      self->sign = create_button (self, "section.way-out", G_CALLBACK (sign_tooltip_cb));
      gtk_widget_add_css_class (self->sign, "way-out");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->sign), "t",
                                        (guint64) maq_section_get_id (own));
    }
  self->transition = transition;
  self->sign_section = name;
  self->sign_followed = followed;
  gtk_widget_set_visible (self->sign, transition != MAQ_TRANSITION_UNSET);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (transition == MAQ_TRANSITION_UNSET)
    return;
  gtk_button_set_icon_name (GTK_BUTTON (self->sign), maq_way_out_get_icon (transition));
  if (followed != NULL)
    gtk_widget_add_css_class (self->sign, "inherited");
  else
    gtk_widget_remove_css_class (self->sign, "inherited");
  name_sign (self);
}

static int
get_text_width (PangoLayout *layout)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* How much of the head the buttons take; nothing where they do not fit beside its name. */
static int
get_tools_width (MaqSectionHead *self,
                 int             width)
{
  int tools = TOOL_SIZE * (self->has_overrides ? 2 : 1);

  if (self->followed == NULL ||
      width - self->hidden_px < get_text_width (self->name) + 2 * PAD + tools)
    return 0;
  return tools;
}

/* How much of the second line the sign of the way out takes; nothing in a narrow head. */
static int
get_sign_width (MaqSectionHead *self,
                int             width)
{
  return self->transition != MAQ_TRANSITION_UNSET && width - self->hidden_px >= SIGN_MIN_PX
           ? SIGN_SIZE : 0;
}

/* As much of the text as there is room for: all of it, its beginning, or its short form. */
static void
append_fitting (GtkSnapshot   *snapshot,
                PangoLayout   *layout,
                PangoLayout   *shorter,
                int            y,
                int            width,
                const GdkRGBA *ink)
{
  int room = width - 2 * PAD + 2;
  int x = PAD;
  int min_px = ends_in_digit (pango_layout_get_text (layout)) ? NUMBERED_MIN_PX : ELLIPSIS_MIN_PX;

  if (get_text_width (layout) > room && room < min_px)
    {
      layout = shorter;
      x = (width - get_text_width (layout)) / 2;
      if (x < 1)
        return;
    }
  else
    pango_layout_set_width (layout, room * PANGO_SCALE);
  maq_palette_append_layout (snapshot, layout, x, y, ink);
}

/* After the detail, where it leaves room. */
static void
append_mood (MaqSectionHead *self,
             GtkSnapshot    *snapshot,
             int             width,
             const GdkRGBA  *ink)
{
  int x;

  if (self->mood == NULL || *pango_layout_get_text (self->mood) == '\0')
    return;
  x = PAD + get_text_width (self->detail) + MOOD_GAP;
  if (width - PAD - x < MOOD_MIN_PX)
    return;
  pango_layout_set_width (self->mood, (width - PAD - x) * PANGO_SCALE);
  maq_palette_append_layout (snapshot, self->mood, x, 24, ink);
}

static void
snapshot_name (MaqSectionHead *self,
               GtkSnapshot    *snapshot,
               int             width)
{
  const GdkRGBA *kind = &self->palette->kinds[maq_section_get_kind (self->section)];
  GdkRGBA fill = maq_palette_fade (kind, self->selected != MAQ_SELECTED_NOT
                                           ? MAQ_SHADE_HEAD_SELECTED : MAQ_SHADE_HEAD);
  gboolean is_whole = self->selected == MAQ_SELECTED_WHOLE;
  GdkRGBA soft = maq_palette_fade (&self->palette->foreground, MAQ_INK_SOFT);
  float inset = width > 8 ? 1.5f : 0;
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (inset, 3, MAX (width - 2 * inset, 0),
                                                              self->name_height - 4), RADIUS);
  maq_palette_append_round (snapshot, &box, &fill);
  gtk_snapshot_append_color (snapshot, kind,
                             &GRAPHENE_RECT_INIT (box.bounds.origin.x + RADIUS / 2, 3,
                                                  MAX (box.bounds.size.width - RADIUS, 0), 3));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (self->hidden_px, 0));
  width -= self->hidden_px;
  append_fitting (snapshot, self->name, self->short_name, 6,
                  width - get_tools_width (self, width + self->hidden_px),
                  &self->palette->foreground);
  width -= get_sign_width (self, width + self->hidden_px);
  append_mood (self, snapshot, width, &soft);
  append_fitting (snapshot, self->detail, self->short_detail, 24, width, &soft);
  gtk_snapshot_restore (snapshot);
  if (is_whole || self->palette->high_contrast)
    {
      const GdkRGBA *edge = is_whole ? &self->palette->accent : &self->palette->foreground;

      maq_palette_append_edge (snapshot, &box, edge, is_whole ? 2 : 1);
    }
}

static void
maq_section_head_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  MaqSectionHead *self = MAQ_SECTION_HEAD (widget);
  int width = gtk_widget_get_width (widget);

  if (self->section == NULL || width <= 0)
    return;
  snapshot_name (self, snapshot, width);
  for (int i = 0; i < N_TOOLS; i++)
    if (self->tools[i] != NULL)
      gtk_widget_snapshot_child (widget, self->tools[i], snapshot);
  if (self->sign != NULL)
    gtk_widget_snapshot_child (widget, self->sign, snapshot);
}

static void
maq_section_head_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  MaqSectionHead *self = MAQ_SECTION_HEAD (widget);
  int tools = get_tools_width (self, width);
  int x = width - PAD / 2 - TOOL_SIZE;

  for (int i = 0; i < N_TOOLS; i++)
    if (self->tools[i] != NULL && gtk_widget_get_visible (self->tools[i]))
      {
        gtk_widget_set_child_visible (self->tools[i], tools >= (i + 1) * TOOL_SIZE);
        maq_timeline_child_place (self->tools[i], x - i * TOOL_SIZE, 6, TOOL_SIZE, TOOL_SIZE);
      }
  if (self->sign != NULL && gtk_widget_get_visible (self->sign))
    {
      gtk_widget_set_child_visible (self->sign, get_sign_width (self, width) > 0);
      maq_timeline_child_place (self->sign, width - PAD / 2 - SIGN_SIZE - 2, SIGN_Y, SIGN_SIZE,
                                SIGN_SIZE);
    }
}

static gboolean
maq_section_head_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  return maq_timeline_child_show_tooltip (tooltip, MAQ_SECTION_HEAD (widget)->label,
                                          _("Drag to move, with Ctrl to copy; F2 renames it.\n"
                                            "Drag its end for its length: with Shift the next "
                                            "one gives it, Ctrl catches on beats, Alt on four "
                                            "bars."));
}

static void
maq_section_head_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  MaqSectionHead *self = MAQ_SECTION_HEAD (widget);

  GTK_WIDGET_CLASS (maq_section_head_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (self->name);
  pango_layout_context_changed (self->detail);
  pango_layout_context_changed (self->short_name);
  pango_layout_context_changed (self->short_detail);
  if (self->mood != NULL)
    pango_layout_context_changed (self->mood);
  gtk_widget_queue_draw (widget);
}

static void
maq_section_head_dispose (GObject *object)
{
  MaqSectionHead *self = MAQ_SECTION_HEAD (object);

  for (int i = 0; i < N_TOOLS; i++)
    g_clear_pointer (&self->tools[i], gtk_widget_unparent);
  g_clear_pointer (&self->sign, gtk_widget_unparent);
  G_OBJECT_CLASS (maq_section_head_parent_class)->dispose (object);
}

static void
maq_section_head_finalize (GObject *object)
{
  MaqSectionHead *self = MAQ_SECTION_HEAD (object);

  g_clear_pointer (&self->section, maq_section_unref);
  g_clear_pointer (&self->tooled, maq_section_unref);
  for (int i = 0; i < N_TOOLS; i++)
    g_free (self->tool_names[i]);
  g_free (self->sign_name);
  g_free (self->chords);
  g_clear_object (&self->name);
  g_clear_object (&self->detail);
  g_clear_object (&self->short_name);
  g_clear_object (&self->short_detail);
  g_clear_object (&self->mood);
  g_free (self->label);
  G_OBJECT_CLASS (maq_section_head_parent_class)->finalize (object);
}

static void
maq_section_head_class_init (MaqSectionHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maq_section_head_dispose;
  object_class->finalize = maq_section_head_finalize;
  widget_class->size_allocate = maq_section_head_size_allocate;
  widget_class->snapshot = maq_section_head_snapshot;
  widget_class->query_tooltip = maq_section_head_query_tooltip;
  widget_class->css_changed = maq_section_head_css_changed;
  gtk_widget_class_set_css_name (widget_class, "sectionhead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
maq_section_head_init (MaqSectionHead *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  self->name = maq_palette_create_layout (widget, 1.0, PANGO_WEIGHT_BOLD);
  self->short_name = maq_palette_create_layout (widget, 0.9, PANGO_WEIGHT_BOLD);
  self->detail = maq_palette_create_layout (widget, 0.78, PANGO_WEIGHT_NORMAL);
  self->short_detail = maq_palette_create_layout (widget, 0.78, PANGO_WEIGHT_NORMAL);
  pango_layout_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  pango_layout_set_ellipsize (self->detail, PANGO_ELLIPSIZE_END);
}

GtkWidget *
maq_section_head_new (const MaqPalette *palette)
{
  MaqSectionHead *self = g_object_new (MAQ_TYPE_SECTION_HEAD, NULL);

  self->palette = palette;
  return GTK_WIDGET (self);
}

void
maq_section_head_bind (MaqSectionHead *self,
                       MaqForm        *form,
                       MaqArrangement *arrangement,
                       guint           index,
                       int             name_height)
{
  const MaqFormSection *place = maq_form_get_section (form, index);
  MaqSection *own = maq_arrangement_get_section (arrangement, index);

  self->follows = maq_section_get_fields (own)->follows;
  self->name_height = name_height;
  if (self->section != place->section || self->bars != place->bars)
    {
      maq_section_ref (place->section);
      g_clear_pointer (&self->section, maq_section_unref);
      self->section = place->section;
      self->bars = place->bars;
      update_name (self);
      update_mood (self);
      g_free (self->chords);
      self->chords = dup_chords (form, index);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  update_detail (self, arrangement, own);
  update_tools (self, own, get_followed_name (arrangement, self->follows));
  update_sign (self, own, get_followed_name (arrangement, self->follows));
  update_label (self, place, get_followed_name (arrangement, self->follows));
}

void
maq_section_head_set_selected (MaqSectionHead *self,
                               MaqSelected     selected)
{
  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected == MAQ_SELECTED_WHOLE ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                              : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
maq_section_head_set_hidden (MaqSectionHead *self,
                             int             hidden_px)
{
  if (self->hidden_px == hidden_px)
    return;
  self->hidden_px = hidden_px;
  if (self->followed != NULL || self->sign != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

MaqId
maq_section_head_get_section (MaqSectionHead *self)
{
  return self->section == NULL ? MAQ_ID_NONE : maq_section_get_id (self->section);
}
