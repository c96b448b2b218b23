/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-player-lines-private.h"

#include <glib/gi18n-lib.h>

#include "maq-chart-bars-private.h"
#include "maq-chart-draw-private.h"

char *
maq_player_lines_dup_part (MaqForm  *form,
                           guint     section,
                           MaqLayer *layer,
                           gboolean  names_layer)
{
  MaqSection *here = maq_form_get_section (form, section)->section;
  MaqPart *part = maq_section_find_part (here, maq_layer_get_id (layer));
  const MaqPartFields *fields = part != NULL ? maq_part_get_fields (part) : NULL;
  GString *text;

  if (fields == NULL || fields->level == 0
      || fields->entry_bar >= maq_form_get_section (form, section)->bars)
    return NULL;
  text = g_string_new (NULL);
  if (names_layer)
    g_string_append_printf (text, "%s: ", maq_layer_get_name (layer));
  g_string_append_printf (text, names_layer ? _("level %d") : _("Level %d"), fields->level);
  if (fields->entry_bar > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _("rest %d, in at bar %d"), fields->entry_bar,
                              fields->entry_bar + 1);
    }
  if (fields->exit_bar > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _("out after bar %d"), fields->exit_bar);
    }
  if (fields->motif != NULL)
    g_string_append_printf (text, _(", motif “%s”"), fields->motif);
  if (fields->direction != NULL)
    g_string_append_printf (text, ": %s", fields->direction);
  return g_string_free (text, FALSE);
}

static void
append_bar (GString           *text,
            const MaqChartBar *bar)
{
  g_string_append (text, "|");
  for (guint i = 0; i < bar->chords->len; i++)
    {
      const MaqChartChord *chord = &g_array_index (bar->chords, MaqChartChord, i);

      g_string_append_printf (text, " %s%s", maq_chart_draw_get_sign (chord->mark), chord->text);
    }
  g_string_append (text, bar->chords->len > 0 ? " " : " % ");
}

char *
maq_player_lines_dup_chords (MaqForm               *form,
                             guint                  section,
                             const MaqChartOptions *options)
{
  g_autoptr (GPtrArray) bars = maq_chart_bars_new (form, section, options->notation,
                                                   options->semitones);
  g_autoptr (GArray) runs = maq_chart_bars_fold (bars);
  MaqSection *here = maq_form_get_section (form, section)->section;
  GString *text = g_string_new (NULL);

  if (maq_section_get_fields (here)->chords == NULL)
    return g_string_free (text, TRUE);
  for (guint i = 0; i < runs->len; i++)
    {
      const MaqChartRun *run = &g_array_index (runs, MaqChartRun, i);
      const int second = run->first_bar + 2 * run->n_bars - run->n_ending_bars;

      for (int bar = 0; bar < run->n_bars; bar++)
        {
          if (run->n_ending_bars > 0 && bar == run->n_bars - run->n_ending_bars)
            g_string_append (text, "1. ");
          append_bar (text, g_ptr_array_index (bars, (guint) (run->first_bar + bar)));
        }
      if (run->n_ending_bars > 0)
        g_string_append (text, "|| 2. ");
      for (int bar = 0; bar < run->n_ending_bars; bar++)
        append_bar (text, g_ptr_array_index (bars, (guint) (second + bar)));
      g_string_append (text, "|");
      if (run->times > 1 && run->n_ending_bars == 0)
        g_string_append_printf (text, " ×%d ", run->times);
      else
        g_string_append (text, " ");
    }
  return g_string_free (text, FALSE);
}
