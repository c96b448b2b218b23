/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-bundle-private.h"

#include "maq-bundle.h"
#include "maq-xml-writer.h"

static gboolean
add (MaqBundle               *bundle,
     const MaqExportKind     *kind,
     const MaqExportSource   *source,
     const MaqExportOptions  *options,
     const char              *which,
     GError                 **error)
{
  g_autoptr(GBytes) bytes = maq_export_make (kind, source, options, which, kind->suffixes[0],
                                             error);

  if (bytes == NULL)
    return FALSE;
  maq_bundle_add (bundle, which != NULL ? which : kind->name, kind->suffixes[0], bytes);
  return TRUE;
}

static gboolean
add_kind (MaqBundle               *bundle,
          const MaqExportKind     *kind,
          const MaqExportSource   *source,
          const MaqExportOptions  *options,
          GError                 **error)
{
  g_auto(GStrv) all = NULL;

  if (kind->list == NULL)
    return add (bundle, kind, source, options, NULL, error);
  all = kind->list (source->handoff);
  for (guint i = 0; all[i] != NULL; i++)
    if (!add (bundle, kind, source, options, all[i], error))
      return FALSE;
  return TRUE;
}

GBytes *
maq_export_bundle (const MaqExportSource   *source,
                   const MaqExportOptions  *options,
                   GError                 **error)
{
  g_autoptr(MaqBundle) bundle = maq_bundle_new (source->handoff);
  g_autoptr(GBytes) project = maq_xml_write (maq_handoff_get_project (source->handoff));

  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    {
      const MaqExportKind *kind = maq_export_get_kind (i);

      if (kind->group != MAQ_EXPORT_GROUP_ALL && kind->wish == NULL
          && !add_kind (bundle, kind, source, options, error))
        return NULL;
    }
  maq_bundle_add (bundle, "project", ".maquette", project);
  return maq_bundle_finish (bundle, error);
}
