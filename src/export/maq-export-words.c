/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-words.h"

#include <glib/gi18n-lib.h>

#include "maq-chord-text.h"

const char *
maq_export_get_name (MaqSection *section)
{
  const char *name = maq_section_get_name (section);

  return name[0] != '\0' ? name : maq_section_kind_get_label (maq_section_get_kind (section));
}

const char *
maq_export_get_title (MaqHandoff *handoff)
{
  const char *title = maq_song_get_title (maq_handoff_get_song (handoff));

  return title[0] != '\0' ? title : _("Untitled");
}

char *
maq_export_dup_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfffe ||
          c == 0xffff)
        c = ' ';
      if (c != ' ' || (line->len > 0 && line->str[line->len - 1] != ' '))
        g_string_append_unichar (line, c);
    }
  return g_strchomp (g_string_free (line, FALSE));
}

double
maq_export_get_beats (double   tempo_qpm,
                      MaqMeter meter)
{
  return tempo_qpm * MAQ_TICKS_PER_QUARTER / (double) maq_meter_beat_ticks (meter);
}

char *
maq_export_dup_version (MaqHandoff *handoff)
{
  g_autofree char *name =
    maq_export_dup_line (maq_arrangement_get_name (maq_handoff_get_arrangement (handoff)));

  /* Translators: an arrangement's name and seven digits: "As demoed, version 1a2b3c4" */
  return g_strdup_printf (_("%s, version %s"), name, maq_handoff_get_version (handoff));
}

static void
append (GString    *text,
        const char *more)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, more);
}

char *
maq_export_dup_own (MaqHandoff *handoff,
                    guint       section,
                    gboolean    tells_end)
{
  const MaqSongFields *song = maq_song_get_fields (maq_handoff_get_song (handoff));
  const MaqFormSection *place = maq_form_get_section (maq_handoff_get_form (handoff), section);
  const MaqSectionFields *fields = maq_section_get_fields (place->section);
  char key[MAQ_KEY_TEXT_MAX], meter[MAQ_METER_TEXT_MAX];
  GString *text = g_string_new (NULL);

  if (!maq_key_equal (place->key, song->key))
    append (text, maq_key_format (place->key, key));
  if (!maq_meter_equal (place->meter, song->meter))
    append (text, maq_meter_format (place->meter, meter));
  if (place->tempo_qpm != song->tempo_qpm)
    {
      g_autofree char *tempo =
        g_strdup_printf (_("%.4g beats a minute"),
                         maq_export_get_beats (place->tempo_qpm, place->meter));

      append (text, tempo);
    }
  if (fields->odd_bars != NULL)
    append (text, _("odd bars"));
  if (fields->feel > MAQ_FEEL_PLAIN)
    append (text, maq_feel_get_label (fields->feel));
  if (tells_end && fields->transition > MAQ_TRANSITION_FILL)
    {
      g_autofree char *end = g_strdup_printf ("%s: %s", _("Ends with"),
                                              maq_transition_get_label (fields->transition));

      append (text, end);
    }
  return g_string_free (text, FALSE);
}

char **
maq_export_dup_bars (MaqHandoff *handoff,
                     guint       section)
{
  const MaqFormSection *place = maq_form_get_section (maq_handoff_get_form (handoff), section);
  const MaqSectionFields *fields = maq_section_get_fields (place->section);

  return maq_chord_text_dup_bars (fields->chords, fields->chord_bars, place->bars, place->meter,
                                  fields->odd_bars, place->key, MAQ_CHORD_NOTATION_NAMES);
}

guint
maq_export_find_alike (MaqHandoff *handoff,
                       guint       section)
{
  g_auto(GStrv) wanted = maq_export_dup_bars (handoff, section);

  for (guint i = 0; i < section; i++)
    {
      g_auto(GStrv) bars = maq_export_dup_bars (handoff, i);

      if (g_strv_equal ((const char *const *) bars, (const char *const *) wanted))
        return i;
    }
  return section;
}

/* "Verse 1, bar 3, Bass", or "" for the whole arrangement */
static char *
dup_place (MaqHandoff            *handoff,
           const MaqRemarkFields *remark)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  int section = maq_arrangement_find_section (arrangement, remark->section);
  int layer = maq_arrangement_find_layer (arrangement, remark->layer);
  GString *text = g_string_new (NULL);

  if (section >= 0)
    {
      g_string_append (text, maq_export_get_name (
                         maq_arrangement_get_section (arrangement, (guint) section)));
      g_string_append_printf (text, _(", bar %d"), remark->bar + 1);
    }
  if (layer >= 0)
    append (text, maq_layer_get_name (maq_arrangement_get_layer (arrangement, (guint) layer)));
  return g_string_free (text, FALSE);
}

char *
maq_export_dup_remark (MaqHandoff            *handoff,
                       const MaqRemarkFields *remark)
{
  g_autofree char *place = dup_place (handoff, remark);
  g_autofree char *whole = NULL;

  whole = g_strconcat (place, place[0] != '\0' ? ": " : "", remark->text,
                       remark->author != NULL ? " (" : NULL, remark->author, ")", NULL);
  return maq_export_dup_line (whole);
}
