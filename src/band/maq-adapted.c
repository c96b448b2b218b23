/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-adapted.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-form.h"
#include "maq-style-private.h"

typedef struct
{
  MaqStyle *style;
  MaqMeter  meter;
  GString  *sections;      /* their names */
  guint     last;          /* the section that was added last */
} Note;

static void
clear_note (gpointer data)
{
  g_string_free (((Note *) data)->sections, TRUE);
}

static void
add_group (GString *text,
           guint    size)
{
  g_string_append_printf (text, "%s%u", text->len > 0 ? " + " : "", size);
}

/* "2 + 2 + 3": eighths in small meters, beats of the style in others, as the band groups them. */
static char *
dup_groups (MaqStyle *style,
            MaqMeter  meter)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MaqBeats beats;

  maq_beats_split (meter, style->beats.is_uneven, &beats);
  if (meter.unit >= 8)
    for (guint i = 0; i < beats.n; i++)
      add_group (text, (guint) (maq_beats_length (&beats, i) * meter.unit / MAQ_TICKS_PER_WHOLE));
  else if (style->beats.n == 4 && (beats.n == 5 || beats.n == 6))
    {
      add_group (text, 3);
      add_group (text, beats.n - 3);
    }
  else
    for (guint left = beats.n; left > 0;)
      {
        guint size = MIN (left, style->beats.n);

        add_group (text, size);
        left -= size;
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_section (GArray     *notes,
             MaqStyle   *style,
             MaqMeter    meter,
             guint       section,
             const char *name)
{
  Note note = { style, meter, NULL, section };

  for (guint i = 0; i < notes->len; i++)
    {
      Note *known = &g_array_index (notes, Note, i);

      if (known->style != style || !maq_meter_equal (known->meter, meter))
        continue;
      if (known->last != section)
        g_string_append_printf (known->sections, ", %s", name);
      known->last = section;
      return;
    }
  note.sections = g_string_new (name);
  g_array_append_val (notes, note);
}

/* The section's own style and those that its parts borrow. */
static void
look_at_section (GArray               *notes,
                 MaqStyleLibrary      *styles,
                 guint                 index,
                 const MaqFormSection *place)
{
  const MaqSectionFields *fields = maq_section_get_fields (place->section);
  MaqStyle *style = maq_style_library_choose (styles, place->style, place->meter);

  if (style != NULL && !maq_style_suits_meter (style, place->meter))
    add_section (notes, style, place->meter, index, fields->name);
  for (guint i = 0; fields->parts != NULL && i < maq_vec_get_length (fields->parts); i++)
    {
      const MaqPartFields *part = maq_part_get_fields (maq_vec_get (fields->parts, i));

      if (part->style == NULL || part->level <= 0)
        continue;
      style = maq_style_library_find (styles, part->style);
      if (style != NULL && !maq_style_suits_meter (style, place->meter))
        add_section (notes, style, place->meter, index, fields->name);
    }
}

static char *
dup_sentence (const Note *note)
{
  g_autofree char *groups = dup_groups (note->style, note->meter);
  char own[MAQ_METER_TEXT_MAX], meter[MAQ_METER_TEXT_MAX];

  /* translators: sections, a style, its meter, the meter of the sections, a number of beats */
  if (strchr (groups, '+') == NULL)
    return g_strdup_printf (_("%s: %s is written in %s; in %s a bar has %s of its beats."),
                            note->sections->str, maq_style_get_label (note->style),
                            maq_meter_format (maq_style_get_meter (note->style), own),
                            maq_meter_format (note->meter, meter), groups);
  /* translators: sections, a style, its meter, the meter of the sections, "2 + 2 + 3" */
  return g_strdup_printf (_("%s: %s is written in %s; %s is played in groups of %s."),
                          note->sections->str, maq_style_get_label (note->style),
                          maq_meter_format (maq_style_get_meter (note->style), own),
                          maq_meter_format (note->meter, meter), groups);
}

char **
maq_adapted_dup_notes (MaqStyleLibrary *styles,
                       MaqSong         *song,
                       MaqArrangement  *arrangement)
{
  g_autoptr (MaqForm) form = maq_form_new (song, arrangement);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (Note));
  char **sentences;

  g_array_set_clear_func (notes, clear_note);
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    look_at_section (notes, styles, i, maq_form_get_section (form, i));
  sentences = g_new0 (char *, notes->len + 1);
  for (guint i = 0; i < notes->len; i++)
    sentences[i] = dup_sentence (&g_array_index (notes, Note, i));
  return sentences;
}
