/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-transport.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-bar-map.h"
#include "maq-compat.h"
#include "maq-level-meter.h"
#include "maq-limits.h"
#include "maq-tap-tempo.h"

struct _MaqTransport
{
  GtkWidget        parent_instance;

  MaqListener     *listener;
  MaqEditor       *editor;
  GtkWidget       *box;
  GtkWidget       *places;
  GtkButton       *play;
  GtkToggleButton *loop;
  GtkToggleButton *metronome;
  GtkToggleButton *count_in;
  GtkLabel        *place;
  GtkLabel        *clock;
  GtkMenuButton   *tempo;
  GtkAdjustment   *tempo_adjustment;
  GtkMenuButton   *meter;
  GtkPopover      *meter_popover;
  GtkEditable     *meter_entry;
  GtkMenuButton   *key;
  GtkPopover      *key_popover;
  GtkEditable     *key_entry;
  gboolean         is_showing;    /* what changes is not the user's doing */
  GtkScaleButton  *volume;
  MaqLevelMeter   *level_meter;
  MaqTapTempo      taps;
};

G_DEFINE_FINAL_TYPE (MaqTransport, maq_transport, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
}

static void
set_fact (GtkMenuButton *button,
          const char    *what,
          const char    *text)
{
  GtkLabel *label = GTK_LABEL (gtk_menu_button_get_child (button));
  g_autofree char *name = NULL;

  if (g_strcmp0 (gtk_label_get_label (label), text) == 0)
    return;
  name = g_strdup_printf (_("%s: %s"), what, text);
  gtk_label_set_label (label, text);
  maq_compat_set_name (GTK_WIDGET (button), name);
  maq_compat_set_name (gtk_widget_get_first_child (GTK_WIDGET (button)), name);
}

static void
show_facts (MaqTransport         *self,
            const MaqFormSection *section)
{
  double felt = section->tempo_qpm * MAQ_TICKS_PER_QUARTER / maq_meter_beat_ticks (section->meter);
  char meter[MAQ_METER_TEXT_MAX];
  char key[MAQ_KEY_TEXT_MAX];
  g_autofree char *tempo = g_strdup_printf ("%s %g",
                                            maq_meter_is_compound (section->meter) ? "♩." : "♩",
                                            round (felt * 10) / 10);

  set_fact (self->tempo, _("Tempo"), tempo);
  set_fact (self->meter, _("Meter"), maq_meter_format (section->meter, meter));
  set_fact (self->key, _("Key"), maq_key_format (section->key, key));
}

static void
show_place (MaqTransport *self,
            double        ticks,
            guint         count_in_beat)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  g_autofree char *place = NULL;
  g_autofree char *now = NULL;
  g_autofree char *end = NULL;
  g_autofree char *clock = NULL;

  if (count_in_beat > 0)
    place = g_strdup_printf (_("Count-in %u"), count_in_beat);
  else
    place = maq_bar_map_dup_place (form, ticks);
  now = maq_bar_map_dup_clock (maq_form_ticks_to_seconds (form, (MaqTick) ticks));
  end = maq_bar_map_dup_length (maq_form_get_seconds (form));
  clock = g_strdup_printf ("%s / %s", now, end);
  set_text (self->place, place);
  set_text (self->clock, clock);
  if (maq_form_get_n_sections (form) > 0)
    show_facts (self,
                maq_form_get_section (form, maq_form_find_ticks (form, (MaqTick) ticks).section));
}

gboolean
maq_transport_update (MaqTransport *self)
{
  guint count_in_beat = 0;
  float left = 0;
  float right = 0;
  double ticks;

  if (self->listener == NULL || self->editor == NULL)
    return FALSE;
  ticks = maq_listener_get_position (self->listener, &count_in_beat);
  maq_listener_take_peaks (self->listener, &left, &right);
  maq_level_meter_push (self->level_meter, left, right);
  show_place (self, ticks, count_in_beat);
  return maq_listener_get_playing (self->listener) ||
         !maq_level_meter_is_at_rest (self->level_meter);
}

static void
playing_cb (MaqTransport *self)
{
  gboolean playing = maq_listener_get_playing (self->listener);

  gtk_button_set_icon_name (self->play, playing ? "media-playback-stop-symbolic"
                                                : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play), playing ? _("Stop (Space)")
                                                                : _("Play (Space)"));
  maq_compat_name_buttons (GTK_WIDGET (self->play));
}

static void
loop_clicked_cb (MaqTransport *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "play.loop", NULL);
}

static void
show_tempo (MaqTransport *self)
{
  self->is_showing = TRUE;
  gtk_adjustment_set_value (self->tempo_adjustment,
                            maq_song_get_fields (maq_editor_get_song (self->editor))->tempo_qpm);
  self->is_showing = FALSE;
}

static void
tempo_shown_cb (MaqTransport *self)
{
  if (self->editor != NULL)
    show_tempo (self);
}

/* The popover here goes first, or it would take the focus back. */
static void
what_if_cb (MaqTransport *self)
{
  gtk_menu_button_popdown (self->tempo);
  gtk_widget_activate_action (GTK_WIDGET (self), "view.what-if", NULL);
}

static void
tempo_changed_cb (MaqTransport *self)
{
  double tempo_qpm = gtk_adjustment_get_value (self->tempo_adjustment);

  if (!self->is_showing && self->editor != NULL)
    maq_editor_apply_gesture (self->editor, maq_move_song_tempo (tempo_qpm), "song-tempo");
}

/* Tapped is the felt beat, what a song states are quarter notes. */
static void
tap_cb (MaqTransport *self)
{
  MaqMeter meter = maq_song_get_fields (maq_editor_get_song (self->editor))->meter;
  double felt = maq_tap_tempo_tap (&self->taps, g_get_monotonic_time ());
  double qpm = round (felt) * maq_meter_beat_ticks (meter) / MAQ_TICKS_PER_QUARTER;

  if (felt > 0)
    maq_editor_apply_gesture (self->editor, maq_move_song_tempo (qpm), "tap-tempo");
  show_tempo (self);
}

static void
meter_shown_cb (MaqTransport *self)
{
  char text[MAQ_METER_TEXT_MAX];

  if (self->editor != NULL)
    gtk_editable_set_text (self->meter_entry,
                           maq_meter_format (maq_song_get_fields (
                             maq_editor_get_song (self->editor))->meter, text));
}

static void
meter_entered_cb (MaqTransport *self)
{
  MaqMeter meter;

  if (!maq_meter_parse (gtk_editable_get_text (self->meter_entry), &meter))
    g_signal_emit_by_name (self->editor, "refused",
                           _("That is no meter. Write it as 4/4, 3/4 or 6/8."));
  else if (maq_editor_apply (self->editor, maq_move_song_meter (meter)))
    gtk_popover_popdown (self->meter_popover);
}

static void
key_shown_cb (MaqTransport *self)
{
  char text[MAQ_KEY_TEXT_MAX];

  if (self->editor != NULL)
    gtk_editable_set_text (self->key_entry,
                           maq_key_format (maq_song_get_fields (
                             maq_editor_get_song (self->editor))->key, text));
}

static void
key_entered_cb (MaqTransport *self)
{
  MaqKey key;

  if (!maq_key_parse (gtk_editable_get_text (self->key_entry), &key))
    g_signal_emit_by_name (self->editor, "refused",
                           _("That is no key. Write it as C, F#m or D dorian."));
  else if (maq_editor_apply (self->editor, maq_move_song_key (key)))
    gtk_popover_popdown (self->key_popover);
}

static void
maq_transport_dispose (GObject *object)
{
  MaqTransport *self = MAQ_TRANSPORT (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->listener);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (maq_transport_parent_class)->dispose (object);
}

static void
maq_transport_class_init (MaqTransportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MAQ_TYPE_LEVEL_METER);
  G_OBJECT_CLASS (klass)->dispose = maq_transport_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/maquette/Maquette/ui/maq-transport.ui");
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, box);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, places);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, play);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, loop);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, metronome);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, count_in);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, place);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, clock);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, tempo);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, tempo_adjustment);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, meter);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, meter_popover);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, meter_entry);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, key);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, key_popover);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, key_entry);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, volume);
  gtk_widget_class_bind_template_child (widget_class, MaqTransport, level_meter);
  gtk_widget_class_bind_template_callback (widget_class, loop_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, tempo_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, tempo_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, what_if_cb);
  gtk_widget_class_bind_template_callback (widget_class, tap_cb);
  gtk_widget_class_bind_template_callback (widget_class, meter_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, meter_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_entered_cb);
}

static void
maq_transport_init (MaqTransport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  maq_compat_keep_left_to_right (self->places);
  maq_compat_keep_left_to_right (GTK_WIDGET (self->play));
  maq_compat_hush_tooltip (self->tempo);
  maq_compat_hush_tooltip (self->meter);
  maq_compat_hush_tooltip (self->key);
  self->is_showing = TRUE;
  gtk_adjustment_configure (self->tempo_adjustment, MAQ_TEMPO_MIN_QPM, MAQ_TEMPO_MIN_QPM,
                            MAQ_TEMPO_MAX_QPM, 1, 4, 0);
  self->is_showing = FALSE;
}

/* The button's 0 to 1 against decibels: the upper half is the last 12 dB. */
static gboolean
gain_to_volume (GBinding     *binding,
                const GValue *from,
                GValue       *to,
                gpointer      user_data)
{
  double gain_db = g_value_get_double (from);

  g_value_set_double (to, gain_db <= -60 ? 0 : CLAMP (pow (10, gain_db / 40), 0, 1));
  return TRUE;
}

static gboolean
volume_to_gain (GBinding     *binding,
                const GValue *from,
                GValue       *to,
                gpointer      user_data)
{
  double volume = g_value_get_double (from);

  g_value_set_double (to, volume <= 0 ? -60 : MAX (40 * log10 (volume), -60));
  return TRUE;
}

void
maq_transport_set_listener (MaqTransport *self,
                            MaqListener  *listener)
{
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;
  GObject *player = maq_listener_get_player (listener);

  g_return_if_fail (self->listener == NULL);
  self->listener = g_object_ref (listener);
  g_object_bind_property (player, "metronome", self->metronome, "active", both);
  g_object_bind_property (player, "count-in", self->count_in, "active", both);
  g_object_bind_property_full (player, "gain", self->volume, "value", both, gain_to_volume,
                               volume_to_gain, NULL, NULL);
  g_signal_connect_object (listener, "notify::playing", G_CALLBACK (playing_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
shown_cb (MaqTransport *self)
{
  maq_transport_update (self);
}

void
maq_transport_set_editor (MaqTransport *self,
                          MaqEditor    *editor)
{
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_func (self->editor, shown_cb, self);
  if (!g_set_object (&self->editor, editor) || editor == NULL)
    return;
  g_signal_connect_object (editor, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  maq_transport_update (self);
}

void
maq_transport_set_looping (MaqTransport *self,
                           gboolean      looping)
{
  gtk_toggle_button_set_active (self->loop, looping);
}
