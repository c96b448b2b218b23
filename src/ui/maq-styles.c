/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-styles.h"

#include <gio/gio.h>

MaqStyleLibrary *
maq_styles_get (void)
{
  static gsize library = 0;

  if (g_once_init_enter (&library))
    g_once_init_leave (&library, (gsize) maq_style_library_new ());
  return (MaqStyleLibrary *) library;
}

static void
prepare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  maq_styles_get ();
  g_task_return_boolean (task, TRUE);
}

void
maq_styles_prepare (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, maq_styles_prepare);
  g_task_run_in_thread (task, prepare_in_thread);
}

MaqStyle *
maq_styles_find (const char *name,
                 MaqMeter    meter)
{
  return maq_style_library_choose (maq_styles_get (), name, meter);
}

char *
maq_styles_dup_meters (MaqStyle *style)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < maq_style_get_n_meters (style); i++)
    {
      char meter[MAQ_METER_TEXT_MAX];

      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, maq_meter_format (maq_style_get_meter_at (style, i), meter));
    }
  return g_string_free (text, FALSE);
}
