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

/* Bars without the lines around them; of those where a chord lasts, how many there are. */
static void
append_bars (GString   *text,
             GPtrArray *bars,
             int        first,
             int        n_bars)
{
  int n_held = 0;

  for (int i = first; i < first + n_bars; i++)
    {
      const MaqChartBar *bar = g_ptr_array_index (bars, (guint) i);
      const MaqChartBar *next = i + 1 < first + n_bars ? g_ptr_array_index (bars, (guint) i + 1)
                                                       : NULL;

      n_held = bar->chords->len == 0 ? n_held + 1 : 0;
      if (n_held > 0 && next != NULL && next->chords->len == 0)
        continue;
      g_string_append (text, n_held > 0 ? " %" : "");
      if (n_held > 1)
        g_string_append_printf (text, " ×%d", n_held);
      for (guint j = 0; j < bar->chords->len; j++)
        {
          const MaqChartChord *chord = &g_array_index (bar->chords, MaqChartChord, j);

          g_string_append_printf (text, " %s%s", maq_chart_draw_get_sign (chord->mark),
                                  chord->text);
        }
      g_string_append (text, next != NULL ? " |" : " ");
    }
}

static void
append_run (GString           *text,
            GPtrArray         *bars,
            const MaqChartRun *run)
{
  const int n_alike = run->n_bars - run->n_ending_bars;
  const int second = run->first_bar + run->n_bars + n_alike;

  g_string_append (text, run->n_ending_bars > 0 ? "|:" : "|");
  append_bars (text, bars, run->first_bar, n_alike);
  if (run->n_ending_bars > 0)
    {
      g_string_append (text, "| 1.");
      append_bars (text, bars, run->first_bar + n_alike, run->n_ending_bars);
      g_string_append (text, ":| 2.");
      append_bars (text, bars, second, run->n_ending_bars);
    }
  g_string_append (text, "| ");
  if (run->times > 1 && run->n_ending_bars == 0)
    g_string_append_printf (text, "×%d ", run->times);
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
    append_run (text, bars, &g_array_index (runs, MaqChartRun, i));
  return g_string_free (text, FALSE);
}
