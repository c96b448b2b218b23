/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-draft-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "maq-draft-band-private.h"
#include "maq-hash.h"
#include "maq-import-text-private.h"
#include "maq-limits.h"
#include "maq-lyric.h"
#include "maq-odd-bar.h"

/* Layers have small ids; what is derived here must not meet them. */
#define FIRST_ID 4096

#define DEFAULT_TEMPO_QPM 100.0

typedef struct
{
  MaqDraft   *draft;
  guint64     seed;
  guint64     n_ids;
  GHashTable *taken;
  MaqId      *ids;       /* of the sections */
  int        *follows;   /* index of the section that each follows, or -1 */
  MaqMeter   *meters;    /* of the sections */
} Build;

static guint64
hash_text (const char *text)
{
  return maq_hash_bytes (MAQ_HASH_START, text, text != NULL ? strlen (text) : 0);
}

static MaqId
next_id (Build *self)
{
  for (;;)
    {
      MaqId id = maq_id_derive (self->seed, ++self->n_ids);

      if (id >= FIRST_ID && g_hash_table_add (self->taken, GSIZE_TO_POINTER ((gsize) id)))
        return id;
    }
}

/* Length of a name without the number at its end; @number: 0 if there is none. */
static gsize
base_length (const char *name,
             int        *number)
{
  gsize length = strlen (name);
  gsize end = length;

  while (end > 0 && g_ascii_isdigit (name[end - 1]))
    end--;
  *number = length - end > 0 && length - end <= 4 ? atoi (name + end) : 0;
  if (*number == 0)
    return length;
  while (end > 0 && name[end - 1] == ' ')
    end--;
  return end > 0 ? end : length;
}

static gboolean
same_base (const char *a,
           const char *b)
{
  int number;
  gsize length = base_length (a, &number);

  return length == base_length (b, &number) && g_ascii_strncasecmp (a, b, length) == 0;
}

/* What sections of one name have in common: how many, and the highest number so far. */
typedef struct
{
  guint n_alike;
  int   highest;
} Alike;

static Alike *
find_alike (GHashTable *names,
            const char *name,
            int        *number)
{
  gsize length = base_length (name, number);
  g_autofree char *base = g_ascii_strdown (name, (gssize) length);
  Alike *alike = g_hash_table_lookup (names, base);

  if (alike == NULL)
    {
      alike = g_new0 (Alike, 1);
      g_hash_table_insert (names, g_steal_pointer (&base), alike);
    }
  return alike;
}

/* Sections that share a name get numbers; numbers that people gave stay. */
static void
number_names (MaqDraft *self)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  int number;

  for (guint i = 0; i < self->sections->len; i++)
    find_alike (names, maq_draft_get_section (self, i)->name, &number)->n_alike++;
  for (guint i = 0; i < self->sections->len; i++)
    {
      MaqDraftSection *section = maq_draft_get_section (self, i);
      Alike *alike = find_alike (names, section->name, &number);

      if (number == 0 && alike->n_alike > 1)
        {
          g_autofree char *name = section->name;

          number = alike->highest + 1;
          section->name = g_strdup_printf ("%s %d", name, number);
        }
      alike->highest = MAX (alike->highest, number);
    }
}

static gboolean
may_follow (MaqDraftSection *section,
            MaqDraftSection *other)
{
  if (section->kind != other->kind || g_strcmp0 (section->letter, other->letter) != 0)
    return FALSE;
  if (section->kind == MAQ_SECTION_OTHER && section->letter == NULL &&
      !same_base (section->name, other->name))
    return FALSE;
  /* without words of its own it would sing those of the other */
  if (!section->is_recall && section->lyrics->len == 0 && other->lyrics->len > 0)
    return FALSE;
  return section->chords->len > 0 && maq_draft_section_equal_music (section, other);
}

static void
find_follows (Build *self)
{
  guint n_sections = self->draft->sections->len;

  for (guint i = 0; i < n_sections; i++)
    {
      self->follows[i] = -1;
      for (guint j = 0; j < i && self->follows[i] < 0; j++)
        {
          if (self->follows[j] < 0 &&
              may_follow (maq_draft_get_section (self->draft, i),
                          maq_draft_get_section (self->draft, j)))
            self->follows[i] = (int) j;
        }
    }
}

/* A chord sounds on until the next one, over the section's edge too. */
static void
carry_chords (MaqDraft *self)
{
  MaqChord *last = NULL;

  for (guint i = 0; i < self->sections->len; i++)
    {
      MaqDraftSection *section = maq_draft_get_section (self, i);
      MaqChordChange *first;

      if (section->chords->len == 0)
        continue;
      first = g_ptr_array_index (section->chords, 0);
      if (maq_chord_change_get_bar (first) > 0 || maq_chord_change_get_offset_ticks (first) > 0)
        {
          MaqChord *own = maq_chord_change_get_chord (first);
          MaqChord *chord = maq_chord_ref (last != NULL ? last : own);

          if (maq_chord_equal (chord, own))
            g_ptr_array_remove_index (section->chords, 0);
          g_ptr_array_insert (section->chords, 0, maq_chord_change_new (0, 0, chord));
          maq_chord_unref (chord);
        }
      last = maq_chord_change_get_chord (g_ptr_array_index (section->chords,
                                                            section->chords->len - 1));
    }
}

/* The meter that most of the bars have; the song's where two are as frequent. */
static MaqMeter
main_meter (MaqDraftSection *section,
            MaqMeter         song_meter)
{
  MaqMeter best = song_meter;
  guint best_count = 0;

  for (guint i = 0; i < section->bars->len; i++)
    {
      MaqMeter meter = g_array_index (section->bars, MaqMeter, i);
      guint count = 0;

      if (i > 0 && maq_meter_equal (meter, g_array_index (section->bars, MaqMeter, i - 1)))
        continue;
      for (guint j = 0; j < section->bars->len; j++)
        count += maq_meter_equal (meter, g_array_index (section->bars, MaqMeter, j));
      if (count > best_count || (count == best_count && maq_meter_equal (meter, song_meter)))
        {
          best = meter;
          best_count = count;
        }
    }
  return best;
}

static MaqVec *
make_odd_bars (MaqDraftSection *section,
               MaqMeter         meter)
{
  g_autoptr(GPtrArray) odd_bars =
    g_ptr_array_new_with_free_func ((GDestroyNotify) maq_odd_bar_unref);

  for (guint i = 0; i < section->bars->len; i++)
    {
      MaqMeter bar = g_array_index (section->bars, MaqMeter, i);

      if (!maq_meter_equal (bar, meter))
        g_ptr_array_add (odd_bars, maq_odd_bar_new ((int) i, bar));
    }
  if (odd_bars->len == 0)
    return NULL;
  return maq_vec_new (&maq_odd_bar_vec_class, odd_bars->pdata, odd_bars->len);
}

static MaqVec *
make_vec (const MaqVecClass *vec_class,
          GPtrArray         *items)
{
  return items->len > 0 ? maq_vec_new (vec_class, items->pdata, items->len) : NULL;
}

/* States only what differs from the section it follows, or from the song. */
static void
fill_own (Build            *self,
          guint             index,
          MaqSectionFields *fields)
{
  MaqDraft *draft = self->draft;
  MaqDraftSection *section = maq_draft_get_section (draft, index);
  MaqDraftSection *followed = NULL;
  MaqKey base_key = draft->key;
  double base_tempo_qpm = draft->tempo_qpm;
  MaqKey key = maq_key_is_set (section->key) ? section->key : draft->key;
  double tempo_qpm = section->tempo_qpm > 0 ? section->tempo_qpm : draft->tempo_qpm;

  if (self->follows[index] >= 0)
    {
      followed = maq_draft_get_section (draft, (guint) self->follows[index]);
      if (maq_key_is_set (followed->key))
        base_key = followed->key;
      if (followed->tempo_qpm > 0)
        base_tempo_qpm = followed->tempo_qpm;
      fields->follows = self->ids[self->follows[index]];
    }
  else
    {
      fields->bars = (int) section->bars->len;
      if (!maq_meter_equal (self->meters[index], draft->meter))
        fields->meter = self->meters[index];
    }
  if (!maq_key_equal (key, base_key))
    fields->key = key;
  if (tempo_qpm != base_tempo_qpm)
    fields->tempo_qpm = tempo_qpm;
}

static MaqSection *
make_section (Build *self,
              guint  index)
{
  MaqDraftSection *section = maq_draft_get_section (self->draft, index);
  g_autoptr(MaqVec) odd_bars = NULL;
  g_autoptr(MaqVec) chords = NULL;
  g_autoptr(MaqVec) lyrics = NULL;
  MaqSectionFields fields = {
    .id = self->ids[index],
    .kind = section->kind,
    .name = section->name,
    .mood = section->mood,
  };

  fill_own (self, index, &fields);
  if (self->follows[index] < 0)
    {
      odd_bars = make_odd_bars (section, self->meters[index]);
      chords = make_vec (&maq_chord_change_vec_class, section->chords);
    }
  if (!section->is_recall)
    lyrics = make_vec (&maq_lyric_vec_class, section->lyrics);
  fields.odd_bars = odd_bars;
  fields.chords = chords;
  fields.chord_bars = chords != NULL ? (int) section->bars->len : 0;
  fields.lyrics = lyrics;
  return maq_section_new (&fields);
}

static void
add_remark (Build          *self,
            GPtrArray      *remarks,
            MaqDraftRemark *remark,
            MaqId           section,
            guint           n_bars)
{
  if (remarks->len >= MAQ_LIMIT_REMARKS)
    return;
  g_ptr_array_add (remarks, maq_remark_new (&(MaqRemarkFields) {
    .id = next_id (self),
    .kind = remark->kind,
    .state = MAQ_REMARK_OPEN,
    .section = section,
    .bar = CLAMP (remark->bar, 0, MAX (0, (int) n_bars - 1)),
    .text = remark->text,
  }));
}

static MaqVec *
make_remarks (Build *self)
{
  g_autoptr(GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_remark_unref);

  for (guint i = 0; i < self->draft->remarks->len; i++)
    add_remark (self, remarks, g_ptr_array_index (self->draft->remarks, i), MAQ_ID_NONE, 0);
  for (guint i = 0; i < self->draft->sections->len; i++)
    {
      MaqDraftSection *section = maq_draft_get_section (self->draft, i);

      for (guint j = 0; j < section->remarks->len; j++)
        add_remark (self, remarks, g_ptr_array_index (section->remarks, j), self->ids[i],
                    section->bars->len);
    }
  return make_vec (&maq_remark_vec_class, remarks);
}

static MaqArrangement *
make_arrangement (Build *self)
{
  guint n_sections = self->draft->sections->len;
  g_autoptr(GPtrArray) sections =
    g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr(MaqVec) section_vec = NULL;
  g_autoptr(MaqVec) remarks = NULL;
  g_autoptr(MaqArrangement) bare = NULL;
  g_autofree char *note = NULL;
  MaqId id = next_id (self);

  for (guint i = 0; i < n_sections; i++)
    {
      self->ids[i] = next_id (self);
      self->meters[i] = main_meter (maq_draft_get_section (self->draft, i), self->draft->meter);
    }
  for (guint i = 0; i < n_sections; i++)
    g_ptr_array_add (sections, make_section (self, i));
  section_vec = make_vec (&maq_section_vec_class, sections);
  remarks = make_remarks (self);
  if (self->draft->note != NULL)
    note = import_text_clean (self->draft->note, MAQ_LIMIT_TEXT_BYTES, TRUE);
  bare = maq_arrangement_new (&(MaqArrangementFields) {
    .id = id,
    .name = _("As written"),
    .note = note,
    .sections = section_vec,
    .remarks = remarks,
  });
  return maq_draft_put_band (self->draft, bare, self->follows);
}

/* A chart that says how long the song lasts says how fast it is. */
static double
find_tempo (MaqDraft *self)
{
  double quarters = 0.0;
  double tempo_qpm;

  if (self->tempo_qpm > 0)
    return CLAMP (self->tempo_qpm, MAQ_TEMPO_MIN_QPM, MAQ_TEMPO_MAX_QPM);
  for (guint i = 0; i < self->sections->len; i++)
    {
      GArray *bars = maq_draft_get_section (self, i)->bars;

      for (guint j = 0; j < bars->len; j++)
        quarters += (double) maq_meter_bar_ticks (g_array_index (bars, MaqMeter, j)) /
                    MAQ_TICKS_PER_QUARTER;
    }
  if (self->seconds <= 0)
    return DEFAULT_TEMPO_QPM;
  tempo_qpm = round (quarters * 60.0 / self->seconds);
  return tempo_qpm >= 50.0 && tempo_qpm <= 200.0 ? tempo_qpm : DEFAULT_TEMPO_QPM;
}

static MaqSong *
make_song (Build *self,
           MaqId  id)
{
  MaqDraft *draft = self->draft;
  g_autoptr(MaqArrangement) arrangement = make_arrangement (self);
  gpointer items[] = { arrangement };
  g_autoptr(MaqVec) arrangements = maq_vec_new (&maq_arrangement_vec_class, items, 1);
  g_autofree char *title = import_text_clean (draft->title != NULL ? draft->title : "",
                                              MAQ_LIMIT_NAME_BYTES, FALSE);
  g_autofree char *artist = import_text_clean (draft->artist != NULL ? draft->artist : "",
                                               MAQ_LIMIT_NAME_BYTES, FALSE);
  g_autofree char *composer = import_text_clean (draft->composer != NULL ? draft->composer : "",
                                                 MAQ_LIMIT_NAME_BYTES, FALSE);

  return maq_song_new (&(MaqSongFields) {
    .id = id,
    .title = *title != '\0' ? title : _("Untitled"),
    .artist = *artist != '\0' ? artist : NULL,
    .composer = *composer != '\0' ? composer : NULL,
    .key = draft->key,
    .tempo_qpm = draft->tempo_qpm,
    .meter = draft->meter,
    .seed = self->seed & 0xffffffff,
    .capo = draft->capo,
    .current = maq_arrangement_get_id (arrangement),
    .arrangements = arrangements,
  });
}

MaqSong *
maq_draft_to_song (MaqDraft *self,
                   MaqId     id)
{
  guint n_sections = self->sections->len;
  g_autoptr(GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autofree MaqId *ids = g_new0 (MaqId, n_sections + 1);
  g_autofree int *follows = g_new0 (int, n_sections + 1);
  g_autofree MaqMeter *meters = g_new0 (MaqMeter, n_sections + 1);
  Build build = {
    .draft = self,
    .seed = hash_text (self->title) ^ (hash_text (self->artist) << 1),
    .taken = taken,
    .ids = ids,
    .follows = follows,
    .meters = meters,
  };

  number_names (self);
  carry_chords (self);
  find_follows (&build);
  self->tempo_qpm = find_tempo (self);
  if (!maq_key_is_set (self->key))
    self->key = maq_draft_guess_key (self, NULL, 0, n_sections);
  return make_song (&build, id);
}
