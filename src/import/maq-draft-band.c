/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-draft-band-private.h"

#include <string.h>

#include "maq-default-band.h"
#include "maq-edit.h"
#include "maq-limits.h"

/*
 * What the instruments of charts are in the band. The first word that a name
 * contains counts, so longer names stand before the words in them. A program
 * of -1 leaves the sound to the role.
 */
static const struct
{
  const char *word;
  MaqRole     role;
  int         program;
} instruments[] = {
  { "bass clarinet", MAQ_ROLE_LEAD, 71 },
  { "bass drum", MAQ_ROLE_DRUMS, -1 },
  { "steel drum", MAQ_ROLE_LEAD, 114 },
  { "drum", MAQ_ROLE_DRUMS, -1 },
  { "bass", MAQ_ROLE_BASS, -1 },
  { "vocal", MAQ_ROLE_VOCAL, -1 },
  { "voice", MAQ_ROLE_VOCAL, -1 },
  { "sing", MAQ_ROLE_VOCAL, -1 },
  { "choir", MAQ_ROLE_VOCAL, 52 },
  { "spoken", MAQ_ROLE_VOCAL, -1 },
  { "rap", MAQ_ROLE_VOCAL, -1 },
  { "slide guitar", MAQ_ROLE_LEAD, 27 },
  { "steel guitar", MAQ_ROLE_LEAD, 26 },
  { "lead guitar", MAQ_ROLE_LEAD, 29 },
  { "acoustic guitar", MAQ_ROLE_ACOUSTIC_GUITAR, -1 },
  { "nylon guitar", MAQ_ROLE_ACOUSTIC_GUITAR, 24 },
  { "guitar", MAQ_ROLE_ELECTRIC_GUITAR, -1 },
  { "banjo", MAQ_ROLE_LEAD, 105 },
  { "mandolin", MAQ_ROLE_LEAD, 25 },
  { "ukulele", MAQ_ROLE_ACOUSTIC_GUITAR, 24 },
  { "harpsichord", MAQ_ROLE_KEYS, 6 },
  { "harp", MAQ_ROLE_LEAD, 46 },
  { "sitar", MAQ_ROLE_LEAD, 104 },
  { "clavinet", MAQ_ROLE_KEYS, 7 },
  { "electric piano", MAQ_ROLE_KEYS, 4 },
  { "rhodes", MAQ_ROLE_KEYS, 4 },
  { "piano", MAQ_ROLE_KEYS, 0 },
  { "keyboard", MAQ_ROLE_KEYS, -1 },
  { "organ", MAQ_ROLE_ORGAN, -1 },
  { "accordion", MAQ_ROLE_LEAD, 21 },
  { "synth", MAQ_ROLE_LEAD, 81 },
  { "moog", MAQ_ROLE_LEAD, 81 },
  { "harmonica", MAQ_ROLE_LEAD, 22 },
  { "saxophone", MAQ_ROLE_LEAD, 65 },
  { "sax", MAQ_ROLE_LEAD, 65 },
  { "clarinet", MAQ_ROLE_LEAD, 71 },
  { "oboe", MAQ_ROLE_LEAD, 68 },
  { "flute", MAQ_ROLE_LEAD, 73 },
  { "recorder", MAQ_ROLE_LEAD, 74 },
  { "whistl", MAQ_ROLE_LEAD, 78 },
  { "trumpet", MAQ_ROLE_LEAD, 56 },
  { "trombone", MAQ_ROLE_LEAD, 57 },
  { "french horn", MAQ_ROLE_LEAD, 60 },
  { "horn", MAQ_ROLE_BRASS, -1 },
  { "brass", MAQ_ROLE_BRASS, -1 },
  { "violin", MAQ_ROLE_LEAD, 40 },
  { "fiddle", MAQ_ROLE_LEAD, 110 },
  { "viola", MAQ_ROLE_LEAD, 41 },
  { "cello", MAQ_ROLE_LEAD, 42 },
  { "orchestra", MAQ_ROLE_STRINGS, -1 },
  { "string", MAQ_ROLE_STRINGS, -1 },
  { "pad", MAQ_ROLE_PAD, -1 },
  { "vibraphone", MAQ_ROLE_LEAD, 11 },
  { "marimba", MAQ_ROLE_LEAD, 12 },
  { "xylophone", MAQ_ROLE_LEAD, 13 },
  { "bell", MAQ_ROLE_LEAD, 14 },
  { "percussion", MAQ_ROLE_PERCUSSION, -1 },
  { "conga", MAQ_ROLE_PERCUSSION, -1 },
  { "bongo", MAQ_ROLE_PERCUSSION, -1 },
  { "tambourine", MAQ_ROLE_PERCUSSION, -1 },
  { "clap", MAQ_ROLE_PERCUSSION, -1 },
};

/*
 * A named instrument on its way into the arrangement.
 * @supports: it plays everywhere, and more where it is named
 */
typedef struct
{
  MaqId    layer;
  MaqRole  role;
  gboolean supports;
} Player;

static void
find_role (const char *name,
           MaqRole    *role,
           int        *program)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  *role = MAQ_ROLE_LEAD;
  *program = -1;
  for (guint i = 0; i < G_N_ELEMENTS (instruments); i++)
    {
      if (strstr (lower, instruments[i].word) != NULL)
        {
          *role = instruments[i].role;
          *program = instruments[i].program;
          return;
        }
    }
}

static MaqSound *
make_sound (int program)
{
  return program < 0 ? NULL : maq_sound_new (&(MaqSoundFields) { .program = program });
}

static char *
make_layer_name (const char *instrument)
{
  char *name = g_strdup (instrument);

  name[0] = g_ascii_toupper (name[0]);
  return name;
}

static gboolean
is_claimed (GArray *players,
            MaqId   layer)
{
  for (guint i = 0; i < players->len; i++)
    {
      if (g_array_index (players, Player, i).layer == layer)
        return TRUE;
    }
  return FALSE;
}

static int
find_free_layer (MaqArrangement *self,
                 MaqRole         role,
                 GArray         *players)
{
  for (guint i = 0; i < maq_arrangement_get_n_layers (self); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (self, i);

      if (maq_layer_get_role (layer) == role && !is_claimed (players, maq_layer_get_id (layer)))
        return (int) i;
    }
  return -1;
}

static MaqId
free_layer_id (MaqArrangement *self)
{
  MaqId id = 1;

  for (guint i = 0; i < maq_arrangement_get_n_layers (self); i++)
    id = MAX (id, maq_layer_get_id (maq_arrangement_get_layer (self, i)) + 1);
  return id;
}

/* Gives an instrument its layer: one of the band's, or a new one at the end. */
static MaqArrangement *
place_player (MaqArrangement *self,
              const char     *instrument,
              GArray         *players)
{
  Player player = { 0 };
  MaqLayerFields fields = { 0 };
  g_autoptr(MaqSound) sound = NULL;
  g_autoptr(MaqLayer) layer = NULL;
  g_autofree char *name = make_layer_name (instrument);
  MaqArrangement *result;
  int index, program;

  find_role (instrument, &player.role, &program);
  sound = make_sound (program);
  player.supports = player.role == MAQ_ROLE_DRUMS || player.role == MAQ_ROLE_BASS;
  index = find_free_layer (self, player.role, players);
  if (index >= 0)
    fields = *maq_layer_get_fields (maq_arrangement_get_layer (self, (guint) index));
  else
    {
      fields.id = free_layer_id (self);
      fields.role = player.role;
      fields.distance = 0.2;
      player.supports = FALSE;
    }
  player.layer = fields.id;
  if (!player.supports)
    {
      fields.name = name;
      if (sound != NULL)
        fields.sound = sound;
    }
  layer = maq_layer_new (&fields);
  g_array_append_val (players, player);
  if (index >= 0)
    result = maq_arrangement_with_layer_at (self, (guint) index, layer);
  else
    result = maq_arrangement_insert_layer (self, maq_arrangement_get_n_layers (self), layer);
  return result;
}

/* One part is all that a layer has in a section, so several spans run together. */
static gboolean
find_span (MaqDraftSection *section,
           guint            instrument,
           MaqDraftSpan    *span)
{
  gboolean found = FALSE;

  for (guint i = 0; i < section->spans->len; i++)
    {
      const MaqDraftSpan *other = &g_array_index (section->spans, MaqDraftSpan, i);

      if (other->instrument != instrument)
        continue;
      if (!found)
        *span = *other;
      span->entry_bar = MIN (span->entry_bar, other->entry_bar);
      span->exit_bar = MAX (span->exit_bar, other->exit_bar);
      found = TRUE;
    }
  return found;
}

static int
level_in_front (MaqSectionKind kind)
{
  switch (kind)
    {
    case MAQ_SECTION_SOLO:
    case MAQ_SECTION_CHORUS:
    case MAQ_SECTION_DROP:
      return 8;
    case MAQ_SECTION_BRIDGE:
    case MAQ_SECTION_POST_CHORUS:
    case MAQ_SECTION_BUILD:
      return 7;
    case MAQ_SECTION_INTRO:
    case MAQ_SECTION_BREAKDOWN:
      return 5;
    default:
      return 6;
    }
}

/* What a named instrument plays in a section, as the chart says. */
static MaqPart *
make_part (const Player    *player,
           guint            instrument,
           MaqDraftSection *section,
           MaqPart         *present)
{
  MaqDraftSpan span;
  MaqPartFields fields = { .layer = player->layer };
  gboolean is_named = find_span (section, instrument, &span);

  if (player->supports)
    {
      if (present != NULL)
        fields = *maq_part_get_fields (present);
      if (is_named)
        fields.level = MAX (fields.level, 8);
      return maq_part_new (&fields);
    }
  if (is_named)
    {
      fields.level = level_in_front (section->kind);
      fields.entry_bar = span.entry_bar;
      fields.exit_bar = span.exit_bar < maq_draft_section_get_n_bars (section) ? span.exit_bar : 0;
    }
  return maq_part_new (&fields);
}

/* States a part, unless it is what the section has without it. */
static MaqSection *
with_stated_part (MaqSection *self,
                  MaqPart    *part,
                  MaqPart    *taken)
{
  gboolean is_out = maq_part_get_level (part) == 0;

  if (taken != NULL ? maq_part_equal (part, taken) : is_out)
    return maq_section_without_part (self, maq_part_get_layer (part));
  return maq_section_with_part (self, part);
}

static MaqSection *
play_section (MaqArrangement  *arrangement,
              guint            index,
              MaqDraftSection *section,
              MaqSection      *followed,
              GArray          *players)
{
  MaqSection *result = maq_section_ref (maq_arrangement_get_section (arrangement, index));
  MaqSection *resolved = maq_arrangement_get_resolved (arrangement, index);

  for (guint i = 0; i < players->len; i++)
    {
      const Player *player = &g_array_index (players, Player, i);
      MaqPart *taken = followed != NULL ? maq_section_find_part (followed, player->layer) : NULL;
      g_autoptr(MaqPart) part = make_part (player, i, section,
                                           maq_section_find_part (resolved, player->layer));
      g_autoptr(MaqSection) previous = result;

      result = with_stated_part (previous, part, taken);
    }
  return result;
}

static MaqArrangement *
play_sections (MaqArrangement *self,
               MaqDraft       *draft,
               const int      *follows,
               GArray         *players)
{
  g_autoptr(GPtrArray) sections =
    g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr(MaqVec) vec = NULL;
  MaqArrangementFields fields = *maq_arrangement_get_fields (self);

  for (guint i = 0; i < draft->sections->len; i++)
    {
      MaqSection *followed = follows[i] >= 0 ? g_ptr_array_index (sections, follows[i]) : NULL;

      g_ptr_array_add (sections, play_section (self, i, maq_draft_get_section (draft, i),
                                               followed, players));
    }
  vec = maq_vec_new (&maq_section_vec_class, sections->pdata, sections->len);
  fields.sections = vec;
  return maq_arrangement_with_fields (self, &fields);
}

/* A chart that names who plays, but nobody who sings, is of an instrumental. */
static MaqArrangement *
without_singer (MaqArrangement *self,
                GArray         *players)
{
  int index = find_free_layer (self, MAQ_ROLE_VOCAL, players);

  if (index < 0)
    return maq_arrangement_ref (self);
  return maq_edit_delete_layer (self,
                                maq_layer_get_id (maq_arrangement_get_layer (self, (guint) index)));
}

MaqArrangement *
maq_draft_put_band (MaqDraft       *self,
                    MaqArrangement *arrangement,
                    const int      *follows)
{
  g_autoptr(GArray) players = g_array_new (FALSE, FALSE, sizeof (Player));
  g_autoptr(MaqArrangement) result = maq_default_band_arrange (arrangement);
  g_autoptr(MaqArrangement) without = NULL;

  if (self->instruments->len == 0)
    return g_steal_pointer (&result);

  for (guint i = 0; i < self->instruments->len; i++)
    {
      g_autoptr(MaqArrangement) previous = g_steal_pointer (&result);

      if (maq_arrangement_get_n_layers (previous) >= MAQ_LIMIT_LAYERS)
        {
          result = g_steal_pointer (&previous);
          break;
        }
      result = place_player (previous, g_ptr_array_index (self->instruments, i), players);
    }
  without = without_singer (result, players);
  return play_sections (without, self, follows, players);
}
