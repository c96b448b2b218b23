/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who plays in the song, how often, and whether somebody else does the same. */

#include "maq-review-private.h"

#include <glib/gi18n-lib.h>

#define USUAL_LEVEL 5
/* Two that are so far apart are heard as two. */
#define APART_PAN 0.5
/* What a song needs at least before it can be told that something happens only once in it. */
#define FEW_SECTIONS 4

/* Voices answer each other, shakers and congas share the beat, textures have no register. */
static gboolean
may_share (MaqRole role)
{
  return role == MAQ_ROLE_VOCAL || role == MAQ_ROLE_PERCUSSION || role == MAQ_ROLE_TEXTURE;
}

static gboolean
is_told_apart (const MaqLayerFields *a,
               const MaqLayerFields *b)
{
  return ABS (a->pan - b->pan) >= APART_PAN ||
         (a->group != NULL && g_strcmp0 (a->group, b->group) == 0);
}

static gboolean
is_same_line (const MaqPartFields *a,
              const MaqPartFields *b)
{
  return a != NULL && b != NULL && g_strcmp0 (a->pattern, b->pattern) == 0 &&
         g_strcmp0 (a->style, b->style) == 0 && g_strcmp0 (a->motif, b->motif) == 0;
}

/* sections in which both play the same; @n_less: those of the one that plays less */
static GArray *
list_shared (const MaqReview *self,
             guint            layer,
             guint            other,
             guint           *n_less)
{
  GArray *shared = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_layer = 0, n_other = 0;

  for (guint i = 0; i < self->n_sections; i++)
    {
      const MaqPartFields *a = maq_review_get_part (self, i, layer);
      const MaqPartFields *b = maq_review_get_part (self, i, other);

      n_layer += a != NULL;
      n_other += b != NULL;
      if (is_same_line (a, b))
        g_array_append_val (shared, i);
    }
  *n_less = MIN (n_layer, n_other);

  return shared;
}

static MaqMove *
pan_apart (const MaqReview *self,
           guint            layer,
           guint            other)
{
  MaqMove *moves[2] = { maq_move_layer_pan (maq_review_get_layer_id (self, layer), -0.4),
                        maq_move_layer_pan (maq_review_get_layer_id (self, other), 0.4) };
  g_autofree char *label = NULL;
  MaqMove *both;

  /* translators: "Piano to the left, Rhodes to the right" */
  label = g_strdup_printf (_("%s to the left, %s to the right"),
                           maq_layer_get_name (maq_review_get_layer (self, layer)),
                           maq_layer_get_name (maq_review_get_layer (self, other)));
  both = maq_move_sequence (moves, 2, label);
  maq_move_unref (moves[0]);
  maq_move_unref (moves[1]);

  return both;
}

/* @layer out of the shared sections, but for the choruses if @keeps_choruses */
static MaqMove *
take_turns (const MaqReview *self,
            guint            layer,
            GArray          *shared,
            gboolean         keeps_choruses)
{
  g_autofree MaqId *sections = g_new (MaqId, shared->len + 1);
  const char *who = maq_layer_get_name (maq_review_get_layer (self, layer));
  MaqId id = maq_review_get_layer_id (self, layer);
  guint n = 0;

  for (guint i = 0; i < shared->len; i++)
    if (!keeps_choruses ||
        maq_review_get_kind (self, g_array_index (shared, guint, i)) != MAQ_SECTION_CHORUS)
      sections[n++] = maq_review_get_id (self, g_array_index (shared, guint, i));

  return maq_review_named (maq_move_cells_level (&(MaqCells) { sections, n, &id, 1 }, 0),
                           g_strdup_printf (keeps_choruses
                                              ? _("%s joins in choruses only")
                                              : _("%s out where both play"), who));
}

static void
add_same_job (MaqReview *self,
              guint      layer,
              guint      other,
              GArray    *shared)
{
  MaqAdviceFields fields = maq_review_at (self, g_array_index (shared, guint, 0));
  g_autofree char *sentence = NULL;
  GPtrArray *moves = maq_review_moves ();

  fields.layer = maq_review_get_layer_id (self, other);
  fields.other = maq_review_get_layer_id (self, layer);
  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%s and %s do the same job in the same register, in "
                                           "%d section.",
                                           "%s and %s do the same job in the same register, in "
                                           "%d sections.", shared->len),
                              maq_layer_get_name (maq_review_get_layer (self, layer)),
                              maq_layer_get_name (maq_review_get_layer (self, other)),
                              (int) shared->len);
  fields.sentence = sentence;
  fields.reason = _("Where two players have one role and one register, neither is heard. Let one "
                    "wait, or put them on two sides of the room.");
  g_ptr_array_add (moves, pan_apart (self, layer, other));
  g_ptr_array_add (moves, take_turns (self, other, shared, TRUE));
  g_ptr_array_add (moves, take_turns (self, other, shared, FALSE));
  maq_review_add (self, &fields, moves);
}

/*
 * Two layers have one role, share half of the smaller one's register by the notes that they
 * play, and have the same pattern in two or more sections that are half or more of those of
 * the one that plays less. Keeps quiet
 * about voices, percussion and textures, about layers of one group (a section of horns), and
 * where pan holds them apart by half of the width: doubling left and right is a craft.
 */
void
maq_review_same_job (MaqReview *self)
{
  for (guint i = 0; i < self->n_layers; i++)
    for (guint j = i + 1; j < self->n_layers; j++)
      {
        const MaqLayerFields *a = maq_layer_get_fields (maq_review_get_layer (self, i));
        const MaqLayerFields *b = maq_layer_get_fields (maq_review_get_layer (self, j));
        g_autoptr(GArray) shared = NULL;
        guint n_less = 0;

        if (a->role != b->role || may_share (a->role) || is_told_apart (a, b))
          continue;
        shared = list_shared (self, i, j, &n_less);
        if (shared->len < 2 || shared->len * 2 < n_less)
          continue;
        if (self->registers == NULL)
          self->registers = maq_review_new_registers (self);
        if (maq_review_shares_register (self, i, j))
          add_same_job (self, i, j, shared);
      }
}

/* where something that was heard once could come back: the end, the beginning, what is biggest */
static GArray *
list_returns (const MaqReview *self,
              guint            heard_in)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (guint));
  int last_chorus = maq_review_find_last (self, MAQ_SECTION_CHORUS);
  guint places[] = { last_chorus >= 0 ? (guint) last_chorus : self->n_sections - 1,
                     self->n_sections - 1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gboolean is_new = places[i] != heard_in;

      for (guint j = 0; j < sections->len; j++)
        is_new = is_new && g_array_index (sections, guint, j) != places[i];
      if (is_new)
        g_array_append_val (sections, places[i]);
    }

  return sections;
}

static void
add_lone_motif (MaqReview           *self,
                const MaqPartFields *part,
                guint                section,
                guint                layer)
{
  MaqAdviceFields fields = maq_review_at (self, section);
  g_autoptr(GArray) returns = list_returns (self, section);
  g_autofree char *sentence = NULL;
  GPtrArray *moves = maq_review_moves ();

  fields.layer = maq_review_get_layer_id (self, layer);
  /* translators: a motif, a section */
  sentence = g_strdup_printf (_("“%s” is heard in %s and never returns."), part->motif,
                              maq_review_get_name (self, section));
  fields.sentence = sentence;
  fields.reason = _("A motif becomes one when it comes back: the ear looks for what it has met "
                    "before.");
  for (guint i = 0; i < returns->len; i++)
    {
      MaqId id = maq_review_get_id (self, g_array_index (returns, guint, i));

      g_ptr_array_add (moves, maq_move_motif (fields.layer, part->motif, 0, &id, 1, part->level));
    }
  maq_review_add (self, &fields, moves);
}

/*
 * A motif is heard in one section only. Keeps quiet in songs of fewer than four sections.
 * One that two layers share has returned when the other has it elsewhere.
 */
void
maq_review_lone_motif (MaqReview *self)
{
  g_autoptr(GHashTable) homes = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->n_sections < FEW_SECTIONS)
    return;

  /* where each is heard, counted from 1; 0 once it is heard elsewhere, too */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->n_sections; i++)
      for (guint j = 0; j < self->n_layers; j++)
        {
          const MaqPartFields *part = maq_review_get_part (self, i, j);
          gpointer home = GUINT_TO_POINTER (i + 1);
          gpointer known = NULL;

          if (part == NULL || part->motif == NULL)
            continue;
          if (pass == 0 && !g_hash_table_lookup_extended (homes, part->motif, NULL, &known))
            g_hash_table_insert (homes, (gpointer) part->motif, home);
          else if (pass == 0 && known != home)
            g_hash_table_insert (homes, (gpointer) part->motif, NULL);
          else if (pass == 1 && g_hash_table_lookup (homes, part->motif) == home)
            {
              add_lone_motif (self, part, i, j);
              g_hash_table_insert (homes, (gpointer) part->motif, NULL);
            }
        }
}

/* Somebody who has to be asked and paid; a keyboard covers for the others. */
static gboolean
is_booked (const MaqLayerFields *layer)
{
  return layer->role != MAQ_ROLE_VOCAL &&
         (layer->performer != NULL || layer->role == MAQ_ROLE_STRINGS ||
          layer->role == MAQ_ROLE_BRASS);
}

static gboolean
is_same_player (const MaqLayerFields *a,
                const MaqLayerFields *b)
{
  return a == b || (a->performer != NULL && g_strcmp0 (a->performer, b->performer) == 0);
}

/* the one section in which any of the player's layers plays, or -1 */
static int
find_only_section (const MaqReview *self,
                   guint            layer)
{
  const MaqLayerFields *player = maq_layer_get_fields (maq_review_get_layer (self, layer));
  int only = -1;

  for (guint i = 0; i < self->n_layers; i++)
    {
      const MaqLayerFields *other = maq_layer_get_fields (maq_review_get_layer (self, i));

      if (!is_same_player (player, other))
        continue;
      for (guint j = 0; j < self->n_sections; j++)
        if (maq_review_get_part (self, j, i) != NULL)
          {
            if (only >= 0 && only != (int) j)
              return -1;
            only = (int) j;
          }
    }

  return only;
}

static void
add_lone_player (MaqReview *self,
                 guint      layer,
                 guint      section)
{
  const MaqLayerFields *player = maq_layer_get_fields (maq_review_get_layer (self, layer));
  const MaqPartFields *part = maq_review_get_part (self, section, layer);
  g_autoptr(GArray) returns = list_returns (self, section);
  MaqAdviceFields fields = maq_review_at (self, section);
  g_autofree char *sentence = NULL;
  GPtrArray *moves = maq_review_moves ();

  fields.layer = player->id;
  /* translators: a section; a player or an instrument: "Only Chorus 1 needs Strings." */
  sentence = g_strdup_printf (_("Only %s needs %s."), maq_review_get_name (self, section),
                              player->performer != NULL ? player->performer : player->name);
  fields.sentence = sentence;
  fields.reason = _("Somebody comes to the session, is set up and paid for these bars. Let them "
                    "play once more, or let them stay at home.");
  for (guint i = 0; i < returns->len; i++)
    g_ptr_array_add (moves, maq_move_part_level (
      maq_review_get_id (self, g_array_index (returns, guint, i)), player->id,
      part != NULL ? part->level : USUAL_LEVEL));
  g_ptr_array_add (moves, maq_move_part_level (fields.section, player->id, 0));
  maq_review_add (self, &fields, moves);
}

/*
 * A player is needed in one section only: the layers of one performer, or strings or brass
 * whom nobody is named for. Keeps quiet about voices, solos, and songs of fewer than four
 * sections.
 */
void
maq_review_lone_player (MaqReview *self)
{
  if (self->n_sections < FEW_SECTIONS)
    return;

  for (guint i = 0; i < self->n_layers; i++)
    {
      const MaqLayerFields *player = maq_layer_get_fields (maq_review_get_layer (self, i));
      int only = is_booked (player) ? find_only_section (self, i) : -1;

      if (only >= 0 && maq_review_get_part (self, only, i) != NULL &&
          maq_review_get_kind (self, only) != MAQ_SECTION_SOLO)
        add_lone_player (self, i, only);
    }
}
