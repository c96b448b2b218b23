/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-measure.h"

#include <glib/gi18n.h>
#include <math.h>

#include "maq-cli.h"
#include "maq-loudness.h"

#define NAME_COLUMNS 20

typedef double (*LayerFigure) (MaqBalance       *balance,
                               guint             layer,
                               MaqFrequencyBand  band);

static double
get_level (MaqBalance       *balance,
           guint             layer,
           MaqFrequencyBand  band)
{
  double power = maq_balance_get_layer (balance, layer)->powers[band];

  return power > 0.0 ? 10.0 * log10 (power) : MAQ_LOUDNESS_SILENCE;
}

/* What taking the layer away would open; silence where nothing would be left to hear. */
static double
get_space (MaqBalance       *balance,
           guint             layer,
           MaqFrequencyBand  band)
{
  double space_db = maq_balance_get_space (balance, layer, band, (double) INFINITY);

  return isfinite (space_db) ? space_db : MAQ_LOUDNESS_SILENCE;
}

static const struct
{
  const char  *name;
  int          decimals;
  LayerFigure  get;
} layer_figures[] = {
  { "db", 1, get_level },
  { "share", 3, maq_balance_get_share },
  { "space_db", 1, get_space },
};

static const char *
get_name (MaqForm *form,
          guint    index)
{
  return maq_section_get_name (maq_form_get_section (form, index)->section);
}

static void
print_head (void)
{
  g_autofree char *first = maq_cli_dup_fit (_("Section"), NAME_COLUMNS);

  g_print ("%s", first);
  for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
    {
      g_autofree char *label = maq_cli_dup_fit (maq_frequency_band_get_label (band), 10);

      g_print ("  %s", label);
    }
  g_print ("\n");
}

static void
print_section (const char *name,
               MaqBalance *balance)
{
  g_autofree char *fit = maq_cli_dup_fit (name, NAME_COLUMNS);

  g_print ("%s", fit);
  for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
    {
      double level_db = maq_balance_get_level (balance, band);

      if (maq_loudness_is_silence (level_db))
        g_print ("  –         ");
      else
        g_print ("  %5.1f dB%s ", level_db, maq_balance_is_crowded (balance, band) ? "*" : " ");
    }
  g_print ("\n");
  for (guint i = 0; i < maq_balance_get_n_layers (balance); i++)
    {
      const char *layer = maq_balance_get_layer (balance, i)->name;
      g_autofree char *layer_fit = maq_cli_dup_fit (layer, NAME_COLUMNS - 2);

      g_print ("  %s", layer_fit);
      for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
        g_print ("  %5.0f %%   ", 100.0 * maq_balance_get_share (balance, i, band));
      g_print ("\n");
    }
}

void
maq_cli_print_balances_text (MaqForm   *form,
                             GPtrArray *balances)
{
  gboolean any = FALSE;

  print_head ();
  for (guint i = 0; i < balances->len; i++)
    print_section (get_name (form, i), g_ptr_array_index (balances, i));
  for (guint i = 0; i < balances->len; i++)
    for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
      {
        g_autofree char *sentence
          = maq_balance_dup_sentence (g_ptr_array_index (balances, i), band, get_name (form, i));

        if (sentence != NULL)
          g_print ("%s%s\n", any ? "" : "\n", sentence);
        any |= sentence != NULL;
      }
  if (!any)
    g_print ("\n%s\n", _("No band is crowded."));
}

void
maq_cli_print_balances_csv (MaqForm   *form,
                            GPtrArray *balances)
{
  g_print ("section,first_bar,layer");
  for (guint figure = 0; figure < G_N_ELEMENTS (layer_figures); figure++)
    for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
      g_print (",%s_%s", maq_cli_band_names[band], layer_figures[figure].name);
  g_print ("\r\n");
  for (guint i = 0; i < balances->len; i++)
    {
      MaqBalance *balance = g_ptr_array_index (balances, i);

      for (guint layer = 0; layer < maq_balance_get_n_layers (balance); layer++)
        {
          maq_cli_print_csv_text (get_name (form, i));
          g_print (",%d,", maq_form_get_section (form, i)->first_bar + 1);
          maq_cli_print_csv_text (maq_balance_get_layer (balance, layer)->name);
          for (guint figure = 0; figure < G_N_ELEMENTS (layer_figures); figure++)
            for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
              {
                g_print (",");
                maq_cli_print_number (layer_figures[figure].get (balance, layer, band),
                                      layer_figures[figure].decimals, "");
              }
          g_print ("\r\n");
        }
    }
}

static void
print_json_layer (MaqBalance *balance,
                  guint       layer)
{
  g_print ("{\"name\": ");
  maq_cli_print_json_text (maq_balance_get_layer (balance, layer)->name);
  for (guint figure = 0; figure < G_N_ELEMENTS (layer_figures); figure++)
    {
      g_print (", \"%s\": {", layer_figures[figure].name);
      for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
        {
          g_print ("%s\"%s\": ", band > 0 ? ", " : "", maq_cli_band_names[band]);
          maq_cli_print_number (layer_figures[figure].get (balance, layer, band),
                                layer_figures[figure].decimals, "null");
        }
      g_print ("}");
    }
  g_print ("}");
}

static void
print_json_section (MaqForm    *form,
                    guint       index,
                    MaqBalance *balance)
{
  const char *comma = "";

  g_print ("    {\"name\": ");
  maq_cli_print_json_text (get_name (form, index));
  g_print (", \"first_bar\": %d, \"bands_db\": {",
           maq_form_get_section (form, index)->first_bar + 1);
  for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
    {
      g_print ("%s\"%s\": ", band > 0 ? ", " : "", maq_cli_band_names[band]);
      maq_cli_print_number (maq_balance_get_level (balance, band), 1, "null");
    }
  g_print ("}, \"crowded\": [");
  for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
    if (maq_balance_is_crowded (balance, band))
      {
        g_print ("%s\"%s\"", comma, maq_cli_band_names[band]);
        comma = ", ";
      }
  g_print ("], \"layers\": [");
  for (guint i = 0; i < maq_balance_get_n_layers (balance); i++)
    {
      g_print ("%s\n      ", i > 0 ? "," : "");
      print_json_layer (balance, i);
    }
  g_print ("]}");
}

void
maq_cli_print_balances_json (MaqForm   *form,
                             GPtrArray *balances)
{
  g_print ("{\n  \"bands_are_of\": \"layers before the limiter\",\n  \"sections\": [\n");
  for (guint i = 0; i < balances->len; i++)
    {
      print_json_section (form, i, g_ptr_array_index (balances, i));
      g_print ("%s\n", i + 1 < balances->len ? "," : "");
    }
  g_print ("  ]\n}\n");
}
