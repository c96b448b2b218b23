/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-memo-private.h"

#include "maq-dice-private.h"

#define MAX_NOTES   2000000    /* in the younger half */
#define MAX_PHRASES   60000
#define MAX_SCENES    10000

typedef struct
{
  MaqScene    *scene;
  MaqBandPart  part;
} Key;

struct _MaqMemo
{
  GHashTable *scenes;    /* MaqScene, by what they say */
  GHashTable *young;     /* Key to MaqPhrase or NULL */
  GHashTable *old;
  gsize       n_notes;   /* in @young */
};

static guint
hash_key_cb (gconstpointer data)
{
  const Key *key = data;
  guint64 hash = (guint64) (gsize) key->scene;

  hash = maq_dice_mix (hash, key->part.layer);
  hash = maq_dice_mix (hash, (guint64) (key->part.level * 16 + (int) key->part.role));
  return (guint) hash;
}

static gboolean
equal_keys_cb (gconstpointer a,
               gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;
  const MaqBandPart *one = &left->part;
  const MaqBandPart *other = &right->part;

  return left->scene == right->scene && one->layer == other->layer && one->role == other->role
         && one->style == other->style && one->phase == other->phase
         && one->level == other->level && maq_stated_equal (one->lag_ms, other->lag_ms)
         && maq_stated_equal (one->looseness, other->looseness)
         && one->swing == other->swing && one->entry_bar == other->entry_bar
         && one->exit_bar == other->exit_bar && one->bank == other->bank
         && one->program == other->program && g_strcmp0 (one->pattern, other->pattern) == 0
         && g_strcmp0 (one->motif, other->motif) == 0;
}

static Key *
key_new (MaqScene          *scene,
         const MaqBandPart *part)
{
  Key *key = g_new (Key, 1);

  key->scene = maq_scene_ref (scene);
  key->part = *part;
  maq_style_ref (part->style);
  key->part.pattern = g_strdup (part->pattern);
  key->part.motif = g_strdup (part->motif);
  return key;
}

static void
key_free (gpointer data)
{
  Key *key = data;

  maq_scene_unref (key->scene);
  maq_style_unref (key->part.style);
  g_free ((char *) key->part.pattern);
  g_free ((char *) key->part.motif);
  g_free (key);
}

static void
unref_phrase (gpointer data)
{
  if (data != NULL)
    maq_phrase_unref (data);
}

static guint
hash_scene_cb (gconstpointer data)
{
  return (guint) ((const MaqScene *) data)->hash;
}

static gboolean
equal_scenes_cb (gconstpointer a,
                 gconstpointer b)
{
  return maq_scene_equal ((MaqScene *) a, (MaqScene *) b);
}

static GHashTable *
new_generation (void)
{
  return g_hash_table_new_full (hash_key_cb, equal_keys_cb, key_free, unref_phrase);
}

MaqMemo *
maq_memo_new (void)
{
  MaqMemo *self = g_new0 (MaqMemo, 1);

  self->scenes = g_hash_table_new_full (hash_scene_cb, equal_scenes_cb,
                                        (GDestroyNotify) maq_scene_unref, NULL);
  self->young = new_generation ();
  self->old = new_generation ();
  return self;
}

void
maq_memo_free (MaqMemo *self)
{
  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  g_hash_table_unref (self->scenes);
  g_free (self);
}

MaqScene *
maq_memo_intern (MaqMemo  *self,
                 MaqScene *scene)
{
  gpointer known;

  if (g_hash_table_lookup_extended (self->scenes, scene, &known, NULL))
    {
      maq_scene_unref (scene);
      return maq_scene_ref (known);
    }
  if (g_hash_table_size (self->scenes) >= MAX_SCENES)
    g_hash_table_remove_all (self->scenes);
  g_hash_table_add (self->scenes, maq_scene_ref (scene));
  return scene;
}

static void
grow_old (MaqMemo *self)
{
  if (self->n_notes < MAX_NOTES && g_hash_table_size (self->young) < MAX_PHRASES)
    return;
  g_hash_table_unref (self->old);
  self->old = self->young;
  self->young = new_generation ();
  self->n_notes = 0;
}

static void
keep (MaqMemo           *self,
      MaqScene          *scene,
      const MaqBandPart *part,
      MaqPhrase         *phrase)
{
  guint n_notes = 0;

  if (phrase != NULL)
    maq_phrase_get_notes (phrase, &n_notes);
  grow_old (self);
  self->n_notes += n_notes;
  g_hash_table_insert (self->young, key_new (scene, part),
                       phrase != NULL ? maq_phrase_ref (phrase) : NULL);
}

MaqPhrase *
maq_memo_dup_phrase (MaqMemo           *self,
                     MaqScene          *scene,
                     const MaqBandPart *part,
                     guint             *n_made)
{
  Key key = { scene, *part };
  gpointer phrase = NULL;

  if (g_hash_table_lookup_extended (self->young, &key, NULL, &phrase))
    return phrase != NULL ? maq_phrase_ref (phrase) : NULL;
  if (g_hash_table_lookup_extended (self->old, &key, NULL, &phrase))
    {
      if (phrase != NULL)
        maq_phrase_ref (phrase);
    }
  else
    {
      phrase = maq_band_play (scene, part);
      (*n_made)++;
    }
  keep (self, scene, part, phrase);
  return phrase;
}
