/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-soundfont-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <stdlib.h>

#define DRUM_BANK 128

struct _MaqSoundfont
{
  char             *path;
  fluid_settings_t *settings;
  fluid_synth_t    *owner;       /* only keeps the font; never makes a sound */
  fluid_sfont_t    *sfont;
  int              *presets;     /* bank * 128 + program, ascending */
  guint             n_presets;
};

/* Where Debian, Fedora, Arch and others have it. */
static const char *const usual_places[] = {
  "/usr/share/sounds/sf2/default-GM.sf2",
  "/usr/share/sounds/sf3/default-GM.sf3",
  "/usr/share/soundfonts/default.sf2",
  "/usr/share/soundfonts/default.sf3",
  "/usr/share/sounds/sf2/FluidR3_GM.sf2",
  "/usr/share/soundfonts/FluidR3_GM.sf2",
  "/usr/share/sounds/sf2/TimGM6mb.sf2",
  "/usr/local/share/sounds/sf2/default-GM.sf2",
};

G_DEFINE_QUARK (maq-engine-error-quark, maq_engine_error)

char *
maq_soundfont_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (usual_places); i++)
    if (g_file_test (usual_places[i], G_FILE_TEST_IS_REGULAR))
      return g_strdup (usual_places[i]);
  return NULL;
}

static char *
look_in (const char *folder,
         const char *below,
         const char *name)
{
  g_autofree char *path = g_build_filename (folder, below, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

char *
maq_soundfont_find_named (const char *name,
                          const char *folder)
{
  static const char *const below[] = { "soundfonts", "sounds/sf2", "sounds/sf3" };
  const char *const *system_folders = g_get_system_data_dirs ();
  char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  /* A name out of a file leads nowhere else. */
  if (*name == '\0' || strpbrk (name, "/\\") != NULL)
    return NULL;
  if (folder != NULL)
    path = look_in (folder, "", name);
  for (guint i = 0; path == NULL && i < G_N_ELEMENTS (below); i++)
    {
      path = look_in (g_get_user_data_dir (), below[i], name);
      for (guint j = 0; path == NULL && system_folders[j] != NULL; j++)
        path = look_in (system_folders[j], below[i], name);
    }
  return path;
}

/* FluidSynth would print to the terminal. */
static void
silence_fluidsynth (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (int level = 0; level < LAST_LOG_LEVEL; level++)
        fluid_set_log_function (level, NULL, NULL);
      g_once_init_leave (&done, 1);
    }
}

static int
compare_presets (const void *a,
                 const void *b)
{
  return *(const int *) a - *(const int *) b;
}

static void
list_presets (MaqSoundfont *self)
{
  g_autoptr (GArray) presets = g_array_new (FALSE, FALSE, sizeof (int));
  fluid_preset_t *preset;

  fluid_sfont_iteration_start (self->sfont);
  while ((preset = fluid_sfont_iteration_next (self->sfont)) != NULL)
    {
      int key = fluid_preset_get_banknum (preset) * 128 + fluid_preset_get_num (preset);

      g_array_append_val (presets, key);
    }
  g_array_sort (presets, compare_presets);
  self->n_presets = presets->len;
  self->presets = (int *) (void *) g_array_free (g_steal_pointer (&presets), FALSE);
}

/* What is no RIFF file at all makes the loaders below FluidSynth complain aloud. */
static gboolean
is_riff (const char *path)
{
  char head[4] = { 0 };
  FILE *file = g_fopen (path, "rb");
  gboolean is_it;

  if (file == NULL)
    return FALSE;
  is_it = fread (head, 1, sizeof head, file) == sizeof head &&
          memcmp (head, "RIFF", sizeof head) == 0;
  fclose (file);
  return is_it;
}

static gboolean
load (MaqSoundfont *self)
{
  int id;

  silence_fluidsynth ();
  self->settings = new_fluid_settings ();
  fluid_settings_setint (self->settings, "synth.dynamic-sample-loading", 0);
  fluid_settings_setint (self->settings, "synth.lock-memory", 0);
  fluid_settings_setint (self->settings, "synth.reverb.active", 0);
  fluid_settings_setint (self->settings, "synth.chorus.active", 0);
  fluid_settings_setint (self->settings, "synth.polyphony", 1);
  self->owner = new_fluid_synth (self->settings);
  if (self->owner == NULL)
    return FALSE;
  id = fluid_synth_sfload (self->owner, self->path, FALSE);
  if (id == FLUID_FAILED)
    return FALSE;
  self->sfont = fluid_synth_get_sfont_by_id (self->owner, id);
  list_presets (self);
  return self->n_presets > 0;
}

MaqSoundfont *
maq_soundfont_load (const char  *path,
                    GError     **error)
{
  g_autofree char *found = NULL;
  g_autoptr (MaqSoundfont) self = NULL;

  if (path == NULL)
    path = found = maq_soundfont_find ();
  if (path == NULL)
    {
      g_set_error (error, MAQ_ENGINE_ERROR, MAQ_ENGINE_ERROR_NO_FONT,
                   _("There are no instrument sounds on this computer. Install a General MIDI "
                     "SoundFont, such as the package “timgm6mb-soundfont”, or choose a file."));
      return NULL;
    }
  self = g_atomic_rc_box_new0 (MaqSoundfont);
  self->path = g_strdup (path);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, MAQ_ENGINE_ERROR, MAQ_ENGINE_ERROR_BAD_FONT,
                   _("The SoundFont “%s” is not there. Choose another file."), path);
      return NULL;
    }
  if (!is_riff (path) || !load (self))
    {
      g_set_error (error, MAQ_ENGINE_ERROR, MAQ_ENGINE_ERROR_BAD_FONT,
                   _("“%s” can't be read as a SoundFont. Choose an .sf2 or .sf3 file."), path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

MaqSoundfont *
maq_soundfont_reload (MaqSoundfont  *self,
                      GError       **error)
{
  return maq_soundfont_load (self->path, error);
}

MaqSoundfont *
maq_soundfont_ref (MaqSoundfont *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_soundfont (gpointer data)
{
  MaqSoundfont *self = data;

  g_clear_pointer (&self->owner, delete_fluid_synth);
  g_clear_pointer (&self->settings, delete_fluid_settings);
  g_free (self->presets);
  g_free (self->path);
}

void
maq_soundfont_unref (MaqSoundfont *self)
{
  g_atomic_rc_box_release_full (self, clear_soundfont);
}

const char *
maq_soundfont_get_path (MaqSoundfont *self)
{
  return self->path;
}

fluid_sfont_t *
maq_soundfont_get_sfont (MaqSoundfont *self)
{
  return self->sfont;
}

/* Index of the first preset that is not before this one. */
static guint
find_preset (MaqSoundfont *self,
             int           key)
{
  guint low = 0;
  guint high = self->n_presets;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->presets[middle] < key)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
has_preset (MaqSoundfont *self,
            int           bank,
            int           program)
{
  guint index = find_preset (self, bank * 128 + program);

  return index < self->n_presets && self->presets[index] == bank * 128 + program;
}

/* The preset of a bank that is nearest to @program between two others, or -1. */
static int
find_nearest (MaqSoundfont *self,
              int           bank,
              int           first,
              int           last,
              int           program)
{
  int nearest = -1;

  for (guint i = find_preset (self, bank * 128 + first);
       i < self->n_presets && self->presets[i] <= bank * 128 + last; i++)
    {
      int candidate = self->presets[i] % 128;

      if (nearest < 0 || ABS (candidate - program) < ABS (nearest - program))
        nearest = candidate;
    }
  return nearest;
}

gboolean
maq_soundfont_resolve (MaqSoundfont *self,
                       gboolean      is_drums,
                       int          *bank,
                       int          *program)
{
  int standard = is_drums ? DRUM_BANK : 0;
  int family = *program / 8 * 8;
  int nearest;

  if (is_drums)
    *bank = DRUM_BANK;
  if (has_preset (self, *bank, *program))
    return TRUE;
  *bank = standard;
  if (has_preset (self, *bank, *program))
    return FALSE;
  /* The standard kit of a family comes first in it: a brush kit is nearer to it than to jazz. */
  nearest = find_nearest (self, standard, family, family + 7, is_drums ? family : *program);
  if (nearest < 0)
    nearest = find_nearest (self, standard, 0, 127, is_drums ? 0 : *program);
  if (nearest < 0)
    {
      *bank = self->presets[0] / 128;
      nearest = self->presets[0] % 128;
    }
  *program = nearest;
  return FALSE;
}

/* What players lack */

static gboolean
lacks (MaqSoundfont *self,
       MaqLane      *lane,
       int           bank,
       int           program)
{
  return !maq_soundfont_resolve (self, maq_lane_is_drums (lane), &bank, &program);
}

static gboolean
lacks_sound_of_lane (MaqSoundfont *self,
                     MaqLane      *lane)
{
  gboolean plays_own = FALSE;

  for (guint i = 0; i < maq_lane_get_n_phrases (lane); i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);

      if (phrase == NULL)
        continue;
      if (maq_phrase_get_program (phrase) < 0)
        plays_own = TRUE;
      else if (lacks (self, lane, MAX (maq_phrase_get_bank (phrase), 0),
                      maq_phrase_get_program (phrase)))
        return TRUE;
    }
  return plays_own && lacks (self, lane, maq_lane_get_bank (lane), maq_lane_get_program (lane));
}

char *
maq_soundfont_describe_missing (MaqSoundfont   *self,
                                MaqPerformance *performance)
{
  g_autofree char *name = g_path_get_basename (self->path);
  MaqLane *first = NULL;
  guint n_lanes = 0;

  for (guint i = 0; i < maq_performance_get_n_lanes (performance); i++)
    {
      MaqLane *lane = maq_performance_get_lane (performance, i);

      if (!lacks_sound_of_lane (self, lane))
        continue;
      n_lanes++;
      if (first == NULL)
        first = lane;
    }
  if (n_lanes == 0)
    return NULL;
  if (n_lanes == 1)
    return g_strdup_printf (_("The SoundFont “%s” lacks the sound of “%s”; a similar one plays. "
                              "Choose another sound or SoundFont."),
                            name, maq_lane_get_name (first));
  return g_strdup_printf (_("The SoundFont “%s” lacks the sounds of “%s” and %u more; similar "
                            "ones play. Choose other sounds or another SoundFont."),
                          name, maq_lane_get_name (first), n_lanes - 1);
}
