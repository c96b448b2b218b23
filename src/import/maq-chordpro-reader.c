/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chordpro-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-chord-text.h"
#include "maq-import-text-private.h"
#include "maq-limits.h"

typedef struct
{
  MaqRemarkKind  kind;
  char          *text;
} PendingRemark;

static void
free_pending (gpointer data)
{
  PendingRemark *remark = data;

  g_free (remark->text);
  g_free (remark);
}

void
chordpro_reader_begin_song (ChordproReader *self)
{
  self->draft = maq_draft_new ();
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) chordpro_section_free);
  self->pending = g_ptr_array_new_with_free_func (free_pending);
  self->shifts = g_array_new (FALSE, TRUE, sizeof (int));
  self->section = NULL;
  self->in_environment = FALSE;
  self->after_blank = FALSE;
  self->key = MAQ_KEY_UNSET;
  self->beats_per_minute = 0;
  self->first_beats_per_minute = 0;
  self->meter = self->draft->meter;
  self->n_recalled = 0;
  *self->last_symbol = '\0';
  self->told = 0;
  chordpro_reader_look_ahead (self);
}

int
chordpro_reader_get_shift (ChordproReader *self)
{
  int shift = self->draft->capo;

  if (self->shifts->len > 0)
    shift += g_array_index (self->shifts, int, self->shifts->len - 1);
  return shift;
}

static void
add_remark_item (ChordproSection *section,
                 MaqRemarkKind    kind,
                 const char      *text)
{
  ChordproItem *item = chordpro_section_add_item (section, CHORDPRO_REMARK);

  item->remark_kind = kind;
  item->text = g_strdup (text);
}

ChordproSection *
chordpro_reader_begin_section (ChordproReader *self,
                               const char     *name,
                               MaqSectionKind  kind)
{
  ChordproSection *section = chordpro_section_new (name, kind, self->line);

  section->shift = chordpro_reader_get_shift (self);
  section->key = self->key;
  section->beats_per_minute = self->beats_per_minute;
  section->meter = self->meter;
  for (guint i = 0; i < self->pending->len; i++)
    {
      PendingRemark *remark = g_ptr_array_index (self->pending, i);

      add_remark_item (section, remark->kind, remark->text);
    }
  g_ptr_array_set_size (self->pending, 0);
  g_ptr_array_add (self->sections, section);
  self->section = section;
  self->after_blank = FALSE;
  self->n_recalled = 0;
  return section;
}

void
chordpro_reader_begin_heading (ChordproReader *self,
                               ImportHeading  *heading)
{
  chordpro_reader_end_section (self);
  chordpro_reader_begin_section (self, heading->name, heading->kind);
  chordpro_reader_name_section (self, heading);
}

void
chordpro_reader_name_section (ChordproReader *self,
                              ImportHeading  *heading)
{
  g_free (self->section->name);
  self->section->name = g_strdup (heading->name);
  self->section->n_times = MAX (1, heading->n_times);
  g_free (self->section->mood);
  self->section->mood = g_strdup (heading->mood);
}

/* In charts that mark their verses, a heading holds until the next one. Where
 * only choruses are marked, what comes after a blank line is a verse again. */
ChordproSection *
chordpro_reader_need_section (ChordproReader *self)
{
  gboolean goes_on = self->section != NULL &&
                     (self->in_environment || !self->after_blank ||
                      !chordpro_section_has_music (self->section) ||
                      (self->marks_verses && !self->section->is_paragraph));

  if (!goes_on)
    {
      ChordproSection *section = chordpro_reader_begin_section (self, "Verse", MAQ_SECTION_VERSE);

      section->is_paragraph = TRUE;
    }
  self->after_blank = FALSE;
  return self->section;
}

void
chordpro_reader_end_section (ChordproReader *self)
{
  chordpro_reader_end_grid (self);
  self->section = NULL;
  self->in_environment = FALSE;
  self->after_blank = FALSE;
}

void
chordpro_reader_end_grid (ChordproReader *self)
{
  g_autoptr(GPtrArray) bars = NULL;

  if (self->grid == NULL)
    return;
  bars = chordpro_grid_dup_bars (self->grid);
  g_clear_pointer (&self->grid, chordpro_grid_free);
  if (bars->len > 0)
    chordpro_section_add_item (chordpro_reader_need_section (self), CHORDPRO_BARS)->bars =
      g_steal_pointer (&bars);
}

void
chordpro_reader_add_remark (ChordproReader *self,
                            MaqRemarkKind   kind,
                            const char     *text)
{
  PendingRemark *remark;

  if (self->section != NULL)
    {
      add_remark_item (self->section, kind, text);
      return;
    }
  if (self->sections->len == 0)
    {
      maq_draft_add_remark (self->draft, kind, text);
      return;
    }
  remark = g_new0 (PendingRemark, 1);
  remark->kind = kind;
  remark->text = g_strdup (text);
  g_ptr_array_add (self->pending, remark);
}

void
chordpro_reader_add_remark_behind (ChordproReader *self,
                                   MaqRemarkKind   kind,
                                   const char     *text)
{
  guint n = self->sections->len;

  if (self->section != NULL || n == 0)
    chordpro_reader_add_remark (self, kind, text);
  else
    add_remark_item (g_ptr_array_index (self->sections, n - 1), kind, text);
}

gboolean
chordpro_reader_tells (ChordproReader *self,
                       ChordproTold    told)
{
  gboolean is_new = (self->told & told) == 0;

  self->told |= told;
  return is_new;
}

/* `[^]` stands for the chord at the same place of the first section of the kind. */
static const char *
recall_symbol (ChordproReader *self)
{
  ChordproMemory *memory;

  if (self->section == NULL)
    return NULL;
  memory = &self->memories[self->section->kind];
  if (memory->symbols == NULL || memory->owner == self->section ||
      self->n_recalled >= memory->symbols->len)
    return NULL;
  return g_ptr_array_index (memory->symbols, self->n_recalled++);
}

static void
remember_symbol (ChordproReader *self,
                 const char     *symbol)
{
  ChordproMemory *memory;

  if (self->section == NULL)
    return;
  memory = &self->memories[self->section->kind];
  if (memory->symbols == NULL)
    {
      memory->symbols = g_ptr_array_new_with_free_func (g_free);
      memory->owner = self->section;
    }
  if (memory->owner == self->section)
    g_ptr_array_add (memory->symbols, g_strdup (symbol));
}

/* Charts put chords in parentheses and hang marks of their own on them. */
static MaqChord *
parse_symbol (const char   *text,
              MaqChordMark *mark)
{
  g_autoptr(MaqChord) chord = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *whole = g_strdup (text);
  char *symbol = whole;
  gsize length;

  *mark = maq_chord_text_take_mark (&symbol);
  length = strlen (symbol);
  if (length > MAQ_LIMIT_CHORD_BYTES)
    return NULL;
  chord = maq_chord_parse (symbol, NULL);
  if (chord != NULL || length < 2)
    return g_steal_pointer (&chord);

  copy = g_strdup (symbol);
  if (copy[0] == '(' && copy[length - 1] == ')')
    {
      copy[length - 1] = '\0';
      return maq_chord_parse (copy + 1, NULL);
    }
  while (length > 1 && strchr ("*!'`,.;:?~-", copy[length - 1]) != NULL)
    copy[--length] = '\0';
  return maq_chord_parse (copy, NULL);
}

/* "^" is the next chord of the section's first verse or chorus, "%" the chord before once more. */
static char *
dup_meant (ChordproReader *self,
           const char     *symbol)
{
  if (strcmp (symbol, "^") == 0)
    return g_strdup (recall_symbol (self));
  if (strcmp (symbol, "%") == 0)
    return *self->last_symbol != '\0' ? g_strdup (self->last_symbol) : NULL;
  return g_strdup (symbol);
}

MaqChord *
chordpro_reader_chord (gpointer      user_data,
                       guint         line,
                       const char   *symbol,
                       MaqChordMark *mark)
{
  ChordproReader *self = user_data;
  g_autoptr(MaqChord) written = NULL;
  g_autofree char *meant = dup_meant (self, symbol);
  int shift = chordpro_reader_get_shift (self);
  MaqKey key = maq_key_is_set (self->key) ? self->key : (MaqKey) { { 0, 0 }, MAQ_MODE_MAJOR };

  *mark = MAQ_CHORD_MARK_NONE;
  if (meant != NULL)
    written = parse_symbol (meant, mark);
  if (written == NULL)
    {
      g_autofree char *clean = import_text_clean (symbol, MAQ_LIMIT_CHORD_BYTES, FALSE);
      g_autofree char *text = g_strdup_printf ("[%s]", clean);

      chordpro_reader_add_remark (self, MAQ_REMARK_NOTE, text);
      maq_import_report_add (self->report, line,
                             _("“%s” is no chord that is known; it is kept as a remark."), clean);
      return NULL;
    }
  if (strcmp (symbol, "^") != 0)
    remember_symbol (self, meant);
  g_strlcpy (self->last_symbol, meant, sizeof self->last_symbol);
  if (maq_chord_is_none (written) && chordpro_reader_tells (self, CHORDPRO_TOLD_SILENCE))
    maq_import_report_add (self->report, line,
                           _("“%s” is no chord: the band is silent until the next one."), meant);
  if (shift % 12 == 0)
    return g_steal_pointer (&written);
  return maq_chord_transposed (written, shift, maq_key_transposed (key, shift));
}

static ChordproSection *
find_recalled (ChordproReader *self,
               guint           before,
               const char     *name,
               MaqSectionKind  kind)
{
  ChordproSection *best = NULL;

  for (guint i = 0; i < before; i++)
    {
      ChordproSection *section = g_ptr_array_index (self->sections, i);

      if (!chordpro_section_has_music (section) || section->kind != kind)
        continue;
      if (g_ascii_strcasecmp (section->name, name) == 0)
        return section;
      if (best == NULL && kind != MAQ_SECTION_OTHER)
        best = section;
    }
  return best;
}

/* Chords alone at an edge of the song are its intro or outro. */
static void
name_paragraph (ChordproReader  *self,
                guint            index)
{
  ChordproSection *section = g_ptr_array_index (self->sections, index);

  if (chordpro_section_has_words (section))
    return;
  section->kind = index == 0 ? MAQ_SECTION_INTRO
                  : index == self->sections->len - 1 ? MAQ_SECTION_OUTRO
                                                     : MAQ_SECTION_INTERLUDE;
  g_free (section->name);
  section->name = g_strdup (index == 0 ? "Intro"
                            : index == self->sections->len - 1 ? "Outro" : "Interlude");
}

static char *
dup_words (ChordproSection *section)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < section->items->len; i++)
    {
      ChordproItem *item = g_ptr_array_index (section->items, i);

      if (item->kind == CHORDPRO_LINE)
        g_string_append_printf (words, "%s\n", item->text);
    }
  return g_string_free (words, FALSE);
}

/* Words that come back are the chorus, where the chart does not name one. */
static void
find_choruses (ChordproReader *self)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < self->sections->len; i++)
        {
          ChordproSection *section = g_ptr_array_index (self->sections, i);
          g_autofree char *words = dup_words (section);

          if (!section->is_paragraph || *words == '\0')
            continue;
          if (pass == 0)
            {
              guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, words));

              g_hash_table_insert (counts, g_steal_pointer (&words), GUINT_TO_POINTER (count + 1));
            }
          else if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, words)) > 1)
            {
              section->kind = MAQ_SECTION_CHORUS;
              g_free (section->name);
              section->name = g_strdup ("Chorus");
            }
        }
    }
}

/* "Chorus x2" is two sections. */
static void
write_out_repeats (ChordproReader *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      ChordproSection *section = g_ptr_array_index (self->sections, i);
      int n_times = MIN (section->n_times, 8);

      section->n_times = 1;
      for (int n = 1; n < n_times && self->sections->len < MAQ_LIMIT_SECTIONS + 1; n++)
        {
          ChordproSection *again = chordpro_section_new (section->name, section->kind,
                                                         section->line);

          again->recalled = section->recalled != NULL ? section->recalled : section;
          again->is_recall = TRUE;
          again->shift = section->shift;
          again->key = section->key;
          again->beats_per_minute = section->beats_per_minute;
          again->meter = section->meter;
          g_ptr_array_insert (self->sections, (int) i + 1, again);
        }
    }
}

static void
settle_sections (ChordproReader *self)
{
  gboolean has_paragraphs = FALSE;

  for (guint i = 0; i < self->sections->len; i++)
    {
      ChordproSection *section = g_ptr_array_index (self->sections, i);

      has_paragraphs |= section->is_paragraph;
      if (section->is_paragraph)
        name_paragraph (self, i);
      if (!chordpro_section_has_music (section) && section->recalled == NULL)
        section->recalled = find_recalled (self, i, section->name, section->kind);
    }
  if (!self->marks_choruses)
    find_choruses (self);
  if (has_paragraphs && self->sections->len > 1)
    maq_import_report_add (self->report, 0,
                           _("Not every section has a heading; blank lines part those that "
                             "have none."));
  write_out_repeats (self);
}

/* People count what they feel: dotted quarters in 6/8, unless it's too fast for that. */
static double
to_quarters (double   beats_per_minute,
             MaqMeter meter)
{
  double tempo_qpm = beats_per_minute * (double) maq_meter_beat_ticks (meter) /
                     MAQ_TICKS_PER_QUARTER;

  if (maq_meter_is_compound (meter) && beats_per_minute > 110.0)
    tempo_qpm = beats_per_minute / 2.0;
  return CLAMP (tempo_qpm, MAQ_TEMPO_MIN_QPM, MAQ_TEMPO_MAX_QPM);
}

/* Sections have a tempo of their own only where the chart says so. */
static void
settle_tempi (ChordproReader *self)
{
  if (self->first_beats_per_minute > 0)
    self->draft->tempo_qpm = to_quarters (self->first_beats_per_minute, self->draft->meter);
  else if (self->draft->seconds > 0)
    maq_import_report_add (self->report, 0,
                           _("The chart states no tempo; it is worked out from the duration."));
  else
    maq_import_report_add (self->report, 0, _("The chart states no tempo; it gets a usual one."));
  for (guint i = 0; i < self->sections->len; i++)
    {
      ChordproSection *section = g_ptr_array_index (self->sections, i);

      if (section->beats_per_minute > 0 &&
          section->beats_per_minute != self->first_beats_per_minute)
        section->draft->tempo_qpm = to_quarters (section->beats_per_minute, section->meter);
    }
}

static void
tell_guessed_key (ChordproReader *self)
{
  char key[MAQ_KEY_TEXT_MAX];
  gboolean has_chords = FALSE;

  for (guint i = 0; i < self->sections->len && !has_chords; i++)
    has_chords = chordpro_section_has_chords (g_ptr_array_index (self->sections, i));
  if (has_chords && maq_key_is_set (self->draft->key))
    maq_import_report_add (self->report, 0,
                           _("The chart states no key; its chords suggest %s."),
                           maq_key_format (self->draft->key, key));
}

/* Sounding keys; where the chart states none, one is guessed from the chords. */
static void
settle_keys (ChordproReader *self)
{
  ChordproSection *first = g_ptr_array_index (self->sections, 0);
  MaqKey key = first->key;
  guint n_alike = 0;

  if (!maq_key_is_set (key))
    key = self->key;
  if (maq_key_is_set (key))
    self->draft->key = maq_key_transposed (key, first->shift);
  else
    {
      for (; n_alike < self->sections->len; n_alike++)
        {
          ChordproSection *section = g_ptr_array_index (self->sections, n_alike);

          if (section->shift != first->shift)
            break;
        }
      self->draft->key = maq_draft_guess_key (self->draft, NULL, 0, n_alike);
      tell_guessed_key (self);
    }
  for (guint i = 0; i < self->sections->len; i++)
    {
      ChordproSection *section = g_ptr_array_index (self->sections, i);
      MaqKey sounding = maq_key_is_set (section->key)
                        ? maq_key_transposed (section->key, section->shift)
                        : maq_key_transposed (self->draft->key, section->shift - first->shift);

      if (!maq_key_equal (sounding, self->draft->key))
        section->draft->key = sounding;
    }
}

static void
clear_memories (ChordproReader *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->memories); i++)
    {
      g_clear_pointer (&self->memories[i].symbols, g_ptr_array_unref);
      self->memories[i].owner = NULL;
    }
}

/* A subtitle says who it is by: the artist, or with "Words and music by" who wrote it. */
static void
settle_subtitle (ChordproReader *self)
{
  static const char *const writing[] = { "words", "music", "lyrics", "written", "composed", "by " };
  const char *by = self->subtitle != NULL ? strstr (self->subtitle, "by ") : NULL;

  for (guint i = 0; by != NULL && i < G_N_ELEMENTS (writing); i++)
    {
      if (g_ascii_strncasecmp (self->subtitle, writing[i], strlen (writing[i])) != 0)
        continue;
      if (self->draft->composer == NULL)
        self->draft->composer = g_strdup (by + 3);
      return;
    }
  if (self->draft->artist == NULL)
    self->draft->artist = g_steal_pointer (&self->subtitle);
}

void
chordpro_reader_end_song (ChordproReader *self)
{
  chordpro_reader_end_section (self);
  for (guint i = 0; i < self->pending->len; i++)
    {
      PendingRemark *remark = g_ptr_array_index (self->pending, i);

      maq_draft_add_remark (self->draft, remark->kind, remark->text);
    }
  settle_subtitle (self);
  if (self->draft->title == NULL)
    self->draft->title = g_strdup (self->title);
  if (self->sections->len > 0 && self->sections->len <= MAQ_LIMIT_SECTIONS)
    {
      settle_sections (self);
      chordpro_layout_sections (self->sections, self->draft->meter,
                                to_quarters (self->first_beats_per_minute > 0
                                             ? self->first_beats_per_minute : 100.0,
                                             self->draft->meter),
                                self->draft, self->report);
      settle_tempi (self);
      settle_keys (self);
    }
  if (self->sections->len > 0)
    g_ptr_array_add (self->drafts, g_steal_pointer (&self->draft));
  g_clear_pointer (&self->draft, maq_draft_free);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->shifts, g_array_unref);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->ignored, g_free);
  if (self->ignored_text != NULL)
    g_string_free (g_steal_pointer (&self->ignored_text), TRUE);
  clear_memories (self);
}
