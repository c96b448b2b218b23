/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-contrast.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-limits.h"
#include "maq-shown-number.h"

/* Less than this is nothing to speak of: about what is just noticed between two sections. */
#define LEAST_LU 0.5
#define LEAST_ONSETS 0.75
#define LEAST_OCTAVES 0.2
#define LEAST_WIDTH 0.06
#define LEAST_KEYS 2.0
#define LEAST_DISTANCE 0.08

/* Who plays more by so many levels expects to hear it, as so much energy at least. */
#define MUCH_PLAYED 5
#define LEAST_ENERGY 0.25

/* So many layers are named in a sentence, the others are counted. */
#define MAX_NAMED 4

static gboolean
both_sound (const MaqFigures *before,
            const MaqFigures *now)
{
  return !maq_loudness_is_silence (before->loudness_lufs)
         && !maq_loudness_is_silence (now->loudness_lufs);
}

MaqContrast
maq_contrast_get (const MaqFigures *before,
                  const MaqFigures *now)
{
  MaqContrast self = {
    .energy = now->energy - before->energy,
    .onsets_per_second = now->onsets_per_second - before->onsets_per_second,
  };

  if (before->register_key > 0.0 && now->register_key > 0.0)
    self.register_keys = now->register_key - before->register_key;
  if (!both_sound (before, now))
    return self;
  self.loudness_lu = now->loudness_lufs - before->loudness_lufs;
  self.width = now->width - before->width;
  self.distance = now->distance - before->distance;
  if (before->centroid_hz > 0.0 && now->centroid_hz > 0.0)
    self.octaves = log2 (now->centroid_hz / before->centroid_hz);
  return self;
}

static void
append (GString    *text,
        const char *what)
{
  if (text->len > 0)
    g_string_append (text, _(", "));
  g_string_append (text, what);
}

static void
append_louder (GString *text,
               double   lu)
{
  g_autofree char *louder = NULL;

  if (fabs (lu) < LEAST_LU)
    return;
  louder = lu > 0.0 ? g_strdup_printf (_("%.1f LU louder"), lu)
                    : g_strdup_printf (_("%.1f LU softer"), -lu);
  append (text, louder);
}

static void
append_either (GString    *text,
               double      value,
               double      least,
               const char *more,
               const char *less)
{
  if (fabs (value) >= least)
    append (text, value > 0.0 ? more : less);
}

char *
maq_contrast_dup_heard (const MaqContrast *self)
{
  GString *text = g_string_new (NULL);

  append_louder (text, self->loudness_lu);
  append_either (text, self->onsets_per_second, LEAST_ONSETS, _("busier"), _("calmer"));
  append_either (text, self->octaves, LEAST_OCTAVES, _("brighter"), _("darker"));
  append_either (text, self->width, LEAST_WIDTH, _("wider"), _("narrower"));
  append_either (text, self->register_keys, LEAST_KEYS, _("higher"), _("lower"));
  append_either (text, self->distance, LEAST_DISTANCE, _("further away"), _("nearer"));
  return g_string_free (text, text->len == 0);
}

/* "Drums 4 → 8", "Strings enters", "Pad leaves" */
static char *
dup_change (MaqLayer *layer,
            int       before,
            int       now)
{
  const char *name = maq_layer_get_name (layer);

  if (before == 0)
    return g_strdup_printf (_("%s enters"), name);
  if (now == 0)
    return g_strdup_printf (_("%s leaves"), name);
  return g_strdup_printf (_("%s %d → %d"), name, before, now);
}

typedef struct
{
  MaqLayer *layer;
  int       before;
  int       now;
} Change;

/* Who comes or goes is heard before who plays more or less. */
static int
get_weight (const Change *change)
{
  return ABS (change->now - change->before)
         + (change->before == 0 || change->now == 0 ? MAQ_LEVEL_MAX : 0);
}

static int
compare_changes_cb (gconstpointer a,
                    gconstpointer b)
{
  return get_weight (b) - get_weight (a);
}

/* What differs, the most heard first; what is alike in the order of layers. */
static GArray *
list_changes (MaqArrangement *arrangement,
              guint           before,
              guint           now)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);
      const Change change = {
        layer, maq_arrangement_get_level (arrangement, before, maq_layer_get_id (layer)),
        maq_arrangement_get_level (arrangement, now, maq_layer_get_id (layer)),
      };

      if (change.before != change.now)
        g_array_append_val (changes, change);
    }
  g_array_sort (changes, compare_changes_cb);
  return changes;
}

char *
maq_contrast_dup_played (MaqArrangement *arrangement,
                         guint           before,
                         guint           now,
                         guint           max_named)
{
  g_autoptr (GArray) changes = list_changes (arrangement, before, now);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (changes->len, max_named); i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      g_autofree char *words = dup_change (change->layer, change->before, change->now);

      append (text, words);
    }
  if (changes->len > max_named)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more",
                                                            changes->len - max_named),
                                               changes->len - max_named);

      append (text, more);
    }
  return g_string_free (text, text->len == 0);
}

/* By how many levels more is played; who enters brings all of theirs. */
static int
sum_levels (MaqArrangement *arrangement,
            guint           before,
            guint           now)
{
  g_autoptr (GArray) changes = list_changes (arrangement, before, now);
  int sum = 0;

  for (guint i = 0; i < changes->len; i++)
    sum += g_array_index (changes, Change, i).now - g_array_index (changes, Change, i).before;
  return sum;
}

/* Levels are what people set, energy is what is heard of it: where they part, say so. */
static const char *
get_doubt (double energy,
           int    levels)
{
  if (ABS (levels) < MUCH_PLAYED || (levels > 0 ? energy : -energy) >= LEAST_ENERGY)
    return NULL;
  if (levels > 0)
    return energy <= -LEAST_ENERGY
             ? _("; more is played, but less is heard")
             : _("; more is played than is heard: it lies under what is louder");
  return energy >= LEAST_ENERGY
           ? _("; less is played, but more is heard")
           : _("; less is played, but hardly less is heard: it lay under what is louder");
}

char *
maq_contrast_dup_sentence (const MaqContrast *self,
                           MaqArrangement    *arrangement,
                           guint              before,
                           guint              now)
{
  g_autofree char *played = maq_contrast_dup_played (arrangement, before, now, MAX_NAMED);
  g_autofree char *heard = maq_contrast_dup_heard (self);
  g_autofree char *energy = maq_shown_change (self->energy, 1);
  const char *doubt = get_doubt (self->energy, sum_levels (arrangement, before, now));
  GString *text = g_string_new (played);

  if (heard != NULL)
    append (text, heard);
  if (text->len == 0)
    append (text, _("as before"));
  if (doubt != NULL)
    g_string_append (text, doubt);
  g_string_prepend (text, ": ");
  g_string_prepend (text, energy);
  return g_string_free (text, FALSE);
}
