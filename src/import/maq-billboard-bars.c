/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-billboard-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-chord-harte.h"
#include "maq-import-text-private.h"
#include "maq-limits.h"

#define MAX_TOKENS 64

/* "N", "*" and pauses are bars without a chord that has a name. */
static MaqChord *
parse_chord (BillboardReader *self,
             const char      *token)
{
  g_autoptr(MaqChord) chord = NULL;

  if (strcmp (token, "*") == 0 || strcmp (token, "X") == 0 || token[0] == '&')
    return maq_chord_new_none ();
  if (strlen (token) <= MAQ_LIMIT_CHORD_BYTES)
    chord = maq_chord_parse_harte (token, NULL);
  if (chord == NULL || strlen (maq_chord_get_text (chord)) > MAQ_LIMIT_CHORD_BYTES)
    {
      g_autofree char *clean = import_text_clean (token, MAQ_LIMIT_CHORD_BYTES, FALSE);

      maq_import_report_add (self->report, self->line,
                             _("“%s” is no chord that is known; the bar stays without one."),
                             clean);
      return maq_chord_new_none ();
    }
  return g_steal_pointer (&chord);
}

/* One token fills the bar, two are halves, as many as there are beats are beats;
 * more than that divide the bar evenly, and fewer leave the last one longer. */
static MaqTick
token_offset (guint    index,
              guint    n_tokens,
              MaqMeter meter)
{
  guint n_beats = maq_meter_n_beats (meter);

  if (n_tokens > n_beats || n_beats % n_tokens == 0)
    return maq_meter_bar_ticks (meter) * index / n_tokens;
  if (n_tokens == 2)
    return index * ((n_beats + 1) / 2) * maq_meter_beat_ticks (meter);
  return index * maq_meter_beat_ticks (meter);
}

/* "(3/4)" before the chords of a bar holds for that bar. */
static const char *
read_inline_meter (BillboardReader *self,
                   const char      *text,
                   MaqMeter        *meter)
{
  const char *start = text + strspn (text, " \t");
  const char *close = *start == '(' ? strchr (start, ')') : NULL;
  g_autofree char *inside = NULL;
  MaqMeter inline_meter;

  if (close == NULL)
    return text;
  inside = g_strndup (start + 1, (gsize) (close - start - 1));
  if (maq_meter_parse (inside, &inline_meter) && maq_meter_is_valid (inline_meter))
    *meter = inline_meter;
  else
    maq_import_report_add (self->report, self->line,
                           _("“(%s)” is no meter; the bar gets that of its neighbours."), inside);
  return close + 1;
}

static gboolean
read_bar (BillboardReader *self,
          const char      *text)
{
  MaqMeter meter = self->meter;
  const char *chords = read_inline_meter (self, text, &meter);
  g_auto(GStrv) tokens = g_strsplit_set (chords, " \t", MAX_TOKENS);
  int bar = maq_draft_section_get_n_bars (self->section);
  guint n_tokens = 0;
  gboolean is_steady = TRUE;

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      if (*tokens[i] == '\0')
        g_free (tokens[i]);
      else
        tokens[n_tokens++] = tokens[i];
    }
  tokens[n_tokens] = NULL;
  if (n_tokens == 0)
    return TRUE;

  maq_draft_section_add_bar (self->section, meter);
  for (guint i = 0; i < n_tokens; i++)
    {
      g_autoptr(MaqChord) chord = NULL;

      if (strcmp (tokens[i], ".") == 0)
        continue;
      is_steady &= tokens[i][0] != '&';
      chord = parse_chord (self, tokens[i]);
      maq_draft_section_add_chord (self->section, bar, token_offset (i, n_tokens, meter), chord,
                                  MAQ_CHORD_MARK_NONE);
    }
  return is_steady;
}

gboolean
billboard_read_bars (BillboardReader *self,
                     const char      *text)
{
  g_auto(GStrv) bars = g_strsplit (text, "|", -1);
  gboolean is_steady = TRUE;

  for (guint i = 0; bars[i] != NULL; i++)
    is_steady &= read_bar (self, bars[i]);
  return is_steady;
}
