/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-data.h"

const char *
maq_data_get_build_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, MAQ_BUILD_FOLDER "/") ? MAQ_BUILD_FOLDER
                                                                             : NULL;
}

const char *
maq_data_get_folder (void)
{
  const char *named = g_getenv ("MAQ_DATADIR");

  if (named != NULL && named[0] != '\0')
    return named;

  return maq_data_get_build_folder () != NULL ? MAQ_SOURCE_FOLDER "/data" : MAQ_PKGDATADIR;
}
