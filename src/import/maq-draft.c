/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-draft-private.h"

#include <string.h>

#include "maq-import-text-private.h"
#include "maq-limits.h"
#include "maq-lyric.h"

static void
free_remark (gpointer data)
{
  MaqDraftRemark *remark = data;

  g_free (remark->text);
  g_free (remark);
}

static void
free_section (gpointer data)
{
  MaqDraftSection *section = data;

  g_free (section->name);
  g_free (section->letter);
  g_free (section->mood);
  g_array_unref (section->bars);
  g_ptr_array_unref (section->chords);
  g_ptr_array_unref (section->lyrics);
  g_ptr_array_unref (section->remarks);
  g_array_unref (section->spans);
  g_free (section);
}

MaqDraft *
maq_draft_new (void)
{
  MaqDraft *self = g_new0 (MaqDraft, 1);

  self->sections = g_ptr_array_new_with_free_func (free_section);
  self->remarks = g_ptr_array_new_with_free_func (free_remark);
  self->instruments = g_ptr_array_new_with_free_func (g_free);
  self->meter = (MaqMeter) { 4, 4 };
  return self;
}

void
maq_draft_free (MaqDraft *self)
{
  g_free (self->title);
  g_free (self->artist);
  g_free (self->composer);
  g_free (self->note);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->remarks);
  g_ptr_array_unref (self->instruments);
  g_free (self);
}

MaqDraftSection *
maq_draft_add_section (MaqDraft       *self,
                       const char     *name,
                       MaqSectionKind  kind,
                       guint           line)
{
  MaqDraftSection *section = g_new0 (MaqDraftSection, 1);

  section->name = import_text_clean (name, MAQ_LIMIT_NAME_BYTES / 2, FALSE);
  section->kind = kind;
  section->line = line;
  section->bars = g_array_new (FALSE, FALSE, sizeof (MaqMeter));
  section->chords = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_chord_change_unref);
  section->lyrics = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_lyric_unref);
  section->remarks = g_ptr_array_new_with_free_func (free_remark);
  section->spans = g_array_new (FALSE, FALSE, sizeof (MaqDraftSpan));
  g_ptr_array_add (self->sections, section);
  return section;
}

MaqDraftSection *
maq_draft_get_section (MaqDraft *self,
                       guint     index)
{
  return g_ptr_array_index (self->sections, index);
}

static void
add_remark (GPtrArray     *remarks,
            MaqRemarkKind  kind,
            int            bar,
            const char    *text)
{
  MaqDraftRemark *remark;
  g_autofree char *clean = import_text_clean (text, MAQ_LIMIT_TEXT_BYTES, TRUE);

  if (*clean == '\0' || remarks->len >= MAQ_LIMIT_REMARKS)
    return;
  remark = g_new0 (MaqDraftRemark, 1);
  remark->kind = kind;
  remark->bar = bar;
  remark->text = g_steal_pointer (&clean);
  g_ptr_array_add (remarks, remark);
}

void
maq_draft_add_remark (MaqDraft      *self,
                      MaqRemarkKind  kind,
                      const char    *text)
{
  add_remark (self->remarks, kind, 0, text);
}

guint
maq_draft_get_instrument (MaqDraft   *self,
                          const char *name)
{
  for (guint i = 0; i < self->instruments->len; i++)
    {
      if (strcmp (g_ptr_array_index (self->instruments, i), name) == 0)
        return i;
    }
  g_ptr_array_add (self->instruments, g_strdup (name));
  return self->instruments->len - 1;
}

int
maq_draft_section_get_n_bars (MaqDraftSection *self)
{
  return (int) self->bars->len;
}

void
maq_draft_section_add_bar (MaqDraftSection *self,
                           MaqMeter         meter)
{
  if (self->bars->len < MAQ_LIMIT_BARS)
    g_array_append_val (self->bars, meter);
}

void
maq_draft_section_add_chord (MaqDraftSection *self,
                             int              bar,
                             MaqTick          offset_ticks,
                             MaqChord        *chord,
                             MaqChordMark     mark)
{
  g_autoptr(MaqChordChange) plain = NULL;

  if (bar >= (int) self->bars->len || self->chords->len >= MAQ_LIMIT_CHORDS)
    return;
  if (self->chords->len > 0)
    {
      MaqChordChange *last = g_ptr_array_index (self->chords, self->chords->len - 1);

      if (maq_chord_equal (maq_chord_change_get_chord (last), chord) &&
          mark == MAQ_CHORD_MARK_NONE && maq_chord_change_get_mark (last) == MAQ_CHORD_MARK_NONE)
        return;
      if (maq_chord_change_get_bar (last) == bar &&
          maq_chord_change_get_offset_ticks (last) >= offset_ticks)
        return;
    }
  plain = maq_chord_change_new (bar, offset_ticks, chord);
  g_ptr_array_add (self->chords, maq_chord_change_with_mark (plain, mark));
}

void
maq_draft_section_add_lyric (MaqDraftSection *self,
                             int              bar,
                             const char      *text)
{
  g_autofree char *clean = import_text_clean (text, MAQ_LIMIT_TEXT_BYTES, FALSE);

  if (*clean == '\0' || bar >= (int) self->bars->len || self->lyrics->len >= MAQ_LIMIT_LYRICS)
    return;
  g_ptr_array_add (self->lyrics, maq_lyric_new (bar, clean));
}

void
maq_draft_section_add_remark (MaqDraftSection *self,
                              MaqRemarkKind    kind,
                              int              bar,
                              const char      *text)
{
  add_remark (self->remarks, kind, bar, text);
}

gboolean
maq_draft_section_equal_music (MaqDraftSection *self,
                               MaqDraftSection *other)
{
  if (self->bars->len != other->bars->len || self->chords->len != other->chords->len)
    return FALSE;
  for (guint i = 0; i < self->bars->len; i++)
    {
      if (!maq_meter_equal (g_array_index (self->bars, MaqMeter, i),
                            g_array_index (other->bars, MaqMeter, i)))
        return FALSE;
    }
  for (guint i = 0; i < self->chords->len; i++)
    {
      if (!maq_chord_change_equal (g_ptr_array_index (self->chords, i),
                                   g_ptr_array_index (other->chords, i)))
        return FALSE;
    }
  return TRUE;
}
