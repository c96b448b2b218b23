/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-case-study.h"

#include <string.h>

/* The moves of one step, gathered by the names people use. */
typedef struct
{
  MaqArrangement *arrangement;
  GPtrArray      *moves;
} Plan;

static Plan
begin (MaqProject *root)
{
  return (Plan) { maq_project_get_arrangement (root),
                  g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref) };
}

static MaqMove *
end (Plan       *self,
     const char *label)
{
  MaqMove *move = NULL;

  move = maq_move_sequence ((MaqMove *const *) self->moves->pdata, self->moves->len, label);
  g_ptr_array_unref (self->moves);
  return move;
}

static void
add (Plan    *self,
     MaqMove *move)
{
  g_ptr_array_add (self->moves, move);
}

static MaqId
section (Plan       *self,
         const char *name)
{
  for (guint i = 0; i < maq_arrangement_get_n_sections (self->arrangement); i++)
    {
      MaqSection *found = maq_arrangement_get_section (self->arrangement, i);

      if (strcmp (maq_section_get_name (found), name) == 0)
        return maq_section_get_id (found);
    }

  g_error ("the example song has no section %s", name);
}

static MaqId
layer (Plan       *self,
       const char *name)
{
  for (guint i = 0; i < maq_arrangement_get_n_layers (self->arrangement); i++)
    {
      MaqLayer *found = maq_arrangement_get_layer (self->arrangement, i);

      if (strcmp (maq_layer_get_name (found), name) == 0)
        return maq_layer_get_id (found);
    }

  g_error ("the example song has no layer %s", name);
}

/* the remark that begins with @words is settled */
static void
agree (Plan       *self,
       const char *words)
{
  for (guint i = 0; i < maq_arrangement_get_n_remarks (self->arrangement); i++)
    {
      const MaqRemarkFields *fields = NULL;

      fields = maq_remark_get_fields (maq_arrangement_get_remark (self->arrangement, i));
      if (g_str_has_prefix (fields->text, words))
        {
          add (self, maq_move_remark_state (fields->id, MAQ_REMARK_AGREED));
          return;
        }
    }

  g_error ("the example song has no remark %s", words);
}

static void
level (Plan       *self,
       const char *section_name,
       const char *layer_name,
       int         value)
{
  add (self, maq_move_part_level (section (self, section_name), layer (self, layer_name), value));
}

static void
strip (Plan       *self,
       const char *section_name,
       const char *keep[],
       guint       n_keep)
{
  MaqId layers[16];

  g_assert (n_keep <= G_N_ELEMENTS (layers));
  for (guint i = 0; i < n_keep; i++)
    layers[i] = layer (self, keep[i]);
  add (self, maq_move_strip_section (section (self, section_name), layers, n_keep));
}

MaqMove *
maq_case_study_strip_verses (MaqProject *root)
{
  Plan plan = begin (root);

  strip (&plan, "Verse 1", (const char *[]) { "Vocal", "Acoustic guitar", "Pad" }, 3);
  level (&plan, "Verse 1", "Acoustic guitar", 3);
  level (&plan, "Verse 1", "Pad", 2);
  add (&plan, maq_move_part_entry (section (&plan, "Verse 1"), layer (&plan, "Pad"), 8, 0));

  strip (&plan, "Pre-Chorus 1",
         (const char *[]) { "Vocal", "Bass", "Acoustic guitar", "Keys", "Percussion" }, 5);
  level (&plan, "Pre-Chorus 1", "Acoustic guitar", 5);
  level (&plan, "Pre-Chorus 1", "Bass", 4);
  level (&plan, "Pre-Chorus 1", "Keys", 4);
  level (&plan, "Pre-Chorus 1", "Percussion", 2);
  add (&plan, maq_move_section_transition (section (&plan, "Pre-Chorus 1"), MAQ_TRANSITION_STOP));

  /* Verse 2 follows Verse 1 and is as bare; something has stayed from the chorus. */
  level (&plan, "Verse 2", "Bass", 3);
  level (&plan, "Verse 2", "Percussion", 3);
  level (&plan, "Verse 2", "Keys", 3);
  add (&plan, maq_move_part_entry (section (&plan, "Verse 2"), layer (&plan, "Keys"), 4, 0));
  level (&plan, "Pre-Chorus 2", "Drums", 4);
  level (&plan, "Pre-Chorus 2", "Strings", 4);
  agree (&plan, "Does anybody");

  return end (&plan, "Verses stripped back");
}

MaqMove *
maq_case_study_return_harmonics (MaqProject *root)
{
  Plan plan = begin (root);
  MaqId harmonics = layer (&plan, "Harmonics");
  const MaqId places[] = { section (&plan, "Intro"), section (&plan, "Interlude"),
                           section (&plan, "Instrumental"), section (&plan, "Outro") };

  add (&plan, maq_move_motif (harmonics, "Lantern light", 31, places, G_N_ELEMENTS (places), 5));

  strip (&plan, "Intro", (const char *[]) { "Harmonics", "Acoustic guitar" }, 2);
  level (&plan, "Intro", "Acoustic guitar", 3);
  add (&plan, maq_move_part_entry (section (&plan, "Intro"), layer (&plan, "Acoustic guitar"),
                                   2, 0));
  strip (&plan, "Interlude", (const char *[]) { "Harmonics", "Acoustic guitar", "Bass", "Pad" }, 4);
  level (&plan, "Interlude", "Acoustic guitar", 4);
  level (&plan, "Interlude", "Bass", 3);
  level (&plan, "Interlude", "Pad", 3);
  strip (&plan, "Outro", (const char *[]) { "Harmonics", "Acoustic guitar", "Vocal", "Pad" }, 4);
  level (&plan, "Outro", "Acoustic guitar", 3);
  level (&plan, "Outro", "Vocal", 3);
  level (&plan, "Outro", "Pad", 2);
  agree (&plan, "Happy accident");

  return end (&plan, "Harmonics return as a motif");
}

MaqMove *
maq_case_study_sing_in_main_room (MaqProject *root)
{
  Plan plan = begin (root);

  add (&plan, maq_move_layer_direction (layer (&plan, "Vocal"),
       "Sing it in the main room, with the lights low: one lamp, no booth, nobody behind the "
       "glass. Close to the microphone, as if the rest of the house were asleep."));
  add (&plan, maq_move_layer_distance (layer (&plan, "Vocal"), 0.2));
  agree (&plan, "The booth takes");

  return end (&plan, "Vocal in the main room, lights low");
}

MaqMove *
maq_case_study_extend_instrumental (MaqProject *root)
{
  Plan plan = begin (root);
  MaqId instrumental = section (&plan, "Instrumental");

  add (&plan, maq_move_resize_section (instrumental, 12));
  level (&plan, "Instrumental", "Bass", 4);
  level (&plan, "Instrumental", "Keys", 4);
  level (&plan, "Instrumental", "Acoustic guitar", 4);
  level (&plan, "Instrumental", "Strings", 6);
  level (&plan, "Instrumental", "Electric guitar", 5);
  add (&plan, maq_move_part_entry (instrumental, layer (&plan, "Bass"), 4, 0));
  add (&plan, maq_move_part_entry (instrumental, layer (&plan, "Strings"), 4, 0));
  add (&plan, maq_move_part_entry (instrumental, layer (&plan, "Electric guitar"), 8, 0));
  add (&plan, maq_move_part_entry (instrumental, layer (&plan, "Percussion"), 8, 0));
  add (&plan, maq_move_part_entry (instrumental, layer (&plan, "Drums"), 8, 0));
  add (&plan, maq_move_section_transition (instrumental, MAQ_TRANSITION_STOP));
  agree (&plan, "It is over before");

  return end (&plan, "Instrumental: room to breathe");
}
