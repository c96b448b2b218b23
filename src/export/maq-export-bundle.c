/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-bundle-private.h"

#include <string.h>

#include "maq-bundle.h"
#include "maq-inner-sound.h"
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

/* After the documents; none of it is in these a second time. */
static gboolean
add_sound (MaqBundle              *bundle,
           const MaqExportSource  *source,
           const MaqSoundWish     *wish,
           GError                **error)
{
  g_autoptr(MaqInnerSound) sound = maq_inner_sound_make (source, wish, error);

  if (sound == NULL)
    return FALSE;
  for (guint i = 0; i < sound->files->len; i++)
    {
      const MaqInnerFile *file = &g_array_index (sound->files, MaqInnerFile, i);

      maq_bundle_add_sound (bundle, file->what, strrchr (file->name, '.'), file->bytes);
    }
  return TRUE;
}

GBytes *
maq_export_bundle (const MaqExportSource   *source,
                   const MaqExportOptions  *options,
                   GError                 **error)
{
  g_autoptr(MaqBundle) bundle = maq_bundle_new (source->handoff);
  g_autoptr(GBytes) project = maq_xml_write (maq_handoff_get_project (source->handoff));
  const MaqExportKind *all = maq_export_find_kind ("bundle");
  const MaqSoundWish wish = maq_inner_sound_get_wish (options, all->holds);
  MaqExportOptions plain = *options;

  plain.inside = (MaqSoundWish) { 0 };
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    {
      const MaqExportKind *kind = maq_export_get_kind (i);

      if (kind->group != MAQ_EXPORT_GROUP_ALL && kind->wish == NULL
          && !add_kind (bundle, kind, source, &plain, error))
        return NULL;
    }
  if (maq_export_has_inside (all, options) && !add_sound (bundle, source, &wish, error))
    return NULL;
  maq_bundle_add (bundle, "project", ".maquette", project);
  return maq_bundle_finish (bundle, error);
}
