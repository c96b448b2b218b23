/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-style-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (maq-style-error-quark, maq_style_error)

typedef struct
{
  const char *name;
  guint8      key;
} Drum;

static const Drum drums[] = {
  { "kick", 36 },
  { "side-stick", 37 },
  { "snare", 38 },
  { "clap", 39 },
  { "floor-tom", 43 },
  { "low-tom", 45 },
  { "mid-tom", 47 },
  { "high-tom", 50 },
  { "closed-hat", 42 },
  { "pedal-hat", 44 },
  { "open-hat", 46 },
  { "crash", 49 },
  { "second-crash", 57 },
  { "china", 52 },
  { "splash", 55 },
  { "ride", 51 },
  { "ride-bell", 53 },
  { "second-ride", 59 },
  { "tambourine", 54 },
  { "cowbell", 56 },
  { "high-bongo", 60 },
  { "low-bongo", 61 },
  { "muted-conga", 62 },
  { "high-conga", 63 },
  { "low-conga", 64 },
  { "high-timbale", 65 },
  { "low-timbale", 66 },
  { "high-agogo", 67 },
  { "low-agogo", 68 },
  { "cabasa", 69 },
  { "shaker", 70 },
  { "guiro", 73 },
  { "long-guiro", 74 },
  { "claves", 75 },
  { "high-woodblock", 76 },
  { "low-woodblock", 77 },
  { "muted-cuica", 78 },
  { "open-cuica", 79 },
  { "muted-triangle", 80 },
  { "triangle", 81 },
};

guint8
maq_drum_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (drums); i++)
    if (strcmp (name, drums[i].name) == 0)
      return drums[i].key;
  return 0;
}

static void
clear_line (gpointer data)
{
  MaqStyleLine *line = data;

  g_free (line->events);
}

MaqStylePattern *
maq_style_pattern_new (void)
{
  MaqStylePattern *self = g_new0 (MaqStylePattern, 1);

  self->lines = g_array_new (FALSE, TRUE, sizeof (MaqStyleLine));
  g_array_set_clear_func (self->lines, clear_line);
  return self;
}

void
maq_style_pattern_free (MaqStylePattern *self)
{
  g_free (self->name);
  g_array_unref (self->lines);
  g_free (self);
}

MaqStyle *
maq_style_new_empty (void)
{
  MaqStyle *self = g_atomic_rc_box_new0 (MaqStyle);

  self->also = g_array_new (FALSE, FALSE, sizeof (MaqMeter));
  self->looseness = MAQ_STYLE_LOOSENESS;
  self->swing_of = 8;
  for (guint i = 0; i < MAQ_N_ROLES; i++)
    self->sounds[i].bank = self->sounds[i].program = -1;
  return self;
}

MaqStyle *
maq_style_new_silent (void)
{
  MaqStyle *self = maq_style_new_empty ();

  self->name = g_strdup ("");
  self->label = g_strdup ("");
  self->about = g_strdup ("");
  self->meter = (MaqMeter) { 4, 4 };
  self->tempo_qpm = 100.0;
  self->swing = 50.0;
  maq_beats_split (self->meter, FALSE, &self->beats);
  return self;
}

MaqStyle *
maq_style_ref (MaqStyle *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_style (gpointer data)
{
  MaqStyle *self = data;

  g_free (self->name);
  g_free (self->label);
  g_free (self->about);
  g_array_unref (self->also);
  for (guint i = 0; i < MAQ_N_ROLES; i++)
    g_clear_pointer (&self->patterns[i], g_ptr_array_unref);
}

void
maq_style_unref (MaqStyle *self)
{
  g_atomic_rc_box_release_full (self, clear_style);
}

const char *
maq_style_get_name (MaqStyle *self)
{
  return self->name;
}

const char *
maq_style_get_label (MaqStyle *self)
{
  return *self->label != '\0' ? _(self->label) : "";
}

const char *
maq_style_get_about (MaqStyle *self)
{
  return *self->about != '\0' ? _(self->about) : "";
}

MaqMeter
maq_style_get_meter (MaqStyle *self)
{
  return self->meter;
}

guint
maq_style_get_n_meters (MaqStyle *self)
{
  return 1 + self->also->len;
}

MaqMeter
maq_style_get_meter_at (MaqStyle *self,
                        guint     index)
{
  g_return_val_if_fail (index <= self->also->len, self->meter);

  return index == 0 ? self->meter : g_array_index (self->also, MaqMeter, index - 1);
}

gboolean
maq_style_suits_meter (MaqStyle *self,
                       MaqMeter  meter)
{
  for (guint i = 0; i < maq_style_get_n_meters (self); i++)
    if (maq_meter_equal (maq_style_get_meter_at (self, i), meter))
      return TRUE;
  return FALSE;
}

double
maq_style_get_tempo_qpm (MaqStyle *self)
{
  return self->tempo_qpm;
}

double
maq_style_get_swing (MaqStyle *self)
{
  return self->swing;
}

double
maq_style_get_push_ms (MaqStyle *self)
{
  return self->push_ms;
}

double
maq_style_get_looseness (MaqStyle *self)
{
  return self->looseness;
}

int
maq_style_get_program (MaqStyle *self,
                       MaqRole   role,
                       int      *bank)
{
  *bank = MAX (self->sounds[role].bank, 0);
  return self->sounds[role].program >= 0 ? self->sounds[role].program
                                         : maq_role_get_program (role);
}

guint
maq_style_get_n_patterns (MaqStyle       *self,
                          MaqRole         role,
                          MaqPatternKind  kind)
{
  const GPtrArray *patterns = self->patterns[role];
  guint n = 0;

  for (guint i = 0; patterns != NULL && i < patterns->len; i++)
    n += ((MaqStylePattern *) patterns->pdata[i])->kind == kind;
  return n;
}

const MaqStylePattern *
maq_style_get_pattern (MaqStyle       *self,
                       MaqRole         role,
                       MaqPatternKind  kind,
                       guint           index)
{
  const GPtrArray *patterns = self->patterns[role];

  for (guint i = 0; patterns != NULL && i < patterns->len; i++)
    {
      const MaqStylePattern *pattern = patterns->pdata[i];

      if (pattern->kind == kind && index-- == 0)
        return pattern;
    }
  return NULL;
}

const MaqStylePattern *
maq_style_find_pattern (MaqStyle   *self,
                        MaqRole     role,
                        const char *name)
{
  const GPtrArray *patterns = self->patterns[role];

  for (guint i = 0; patterns != NULL && i < patterns->len; i++)
    {
      const MaqStylePattern *pattern = patterns->pdata[i];

      if (pattern->kind <= MAQ_PATTERN_DROP && g_strcmp0 (pattern->name, name) == 0)
        return pattern;
    }
  return NULL;
}
