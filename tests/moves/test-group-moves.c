/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layers in groups and in colours, on "As demoed" of the example song. */

#include "maq-lanterns.h"

static MaqColour
get_colour (MaqProject *root,
            const char *name)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_arrangement_find_layer (arrangement, layer (name));

  return maq_layer_get_fields (maq_arrangement_get_layer (arrangement, (guint) index))->colour;
}

static char *
dup_layers (MaqProject *root)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      const MaqLayerFields *fields =
        maq_layer_get_fields (maq_arrangement_get_layer (arrangement, i));

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", fields->name);
      if (fields->group != NULL)
        g_string_append_printf (names, ":%s", fields->group);
    }
  return g_string_free (names, FALSE);
}

static void
assert_layers (MaqProject *root,
               const char *expected)
{
  g_autofree char *layers = dup_layers (root);

  g_assert_cmpstr (layers, ==, expected);
}

static void
groups_stay_together (void)
{
  g_autoptr(MaqProject) one = apply (maq_move_layer_group (layer ("Bass"), " Low "));
  g_autoptr(MaqProject) two = apply_to (one, maq_move_layer_group (layer ("Pad"), "Low"));
  g_autoptr(MaqProject) three = apply_to (two, maq_move_layer_group (layer ("Drums"), "Low"));
  g_autoptr(MaqProject) joined = apply_to (two, maq_move_place_layer (layer ("Drums"), 3,
                                                                  "Low"));
  g_autoptr(MaqProject) other = apply_to (three, maq_move_layer_group (layer ("Pad"), "High"));
  g_autoptr(MaqProject) left = apply_to (three, maq_move_layer_group (layer ("Bass"), NULL));
  g_autoptr(MaqProject) away = apply_to (three, maq_move_place_layer (layer ("Bass"), 99,
                                                                  NULL));
  g_autoptr(MaqProject) within = apply_to (three, maq_move_place_layer (layer ("Bass"), 4,
                                                                    "Low"));

  assert_layers (two, "Vocal Drums Percussion Bass:Low Pad:Low Acoustic guitar Electric guitar "
                 "Keys Strings Harmonics");
  assert_layers (three, "Vocal Percussion Bass:Low Pad:Low Drums:Low Acoustic guitar "
                 "Electric guitar Keys Strings Harmonics");
  assert_layers (joined, "Vocal Percussion Bass:Low Drums:Low Pad:Low Acoustic guitar "
                 "Electric guitar Keys Strings Harmonics");
  assert_layers (left, "Vocal Percussion Bass Pad:Low Drums:Low Acoustic guitar "
                 "Electric guitar Keys Strings Harmonics");
  assert_layers (other, "Vocal Percussion Bass:Low Drums:Low Pad:High Acoustic guitar "
                 "Electric guitar Keys Strings Harmonics");
  assert_layers (away, "Vocal Percussion Pad:Low Drums:Low Acoustic guitar "
                 "Electric guitar Keys Strings Harmonics Bass");
  assert_layers (within, "Vocal Percussion Pad:Low Drums:Low Bass:Low Acoustic guitar "
                 "Electric guitar Keys Strings Harmonics");
}

static void
layer_has_a_colour (void)
{
  g_autoptr(MaqProject) red = apply (maq_move_layer_colour (layer ("Bass"), MAQ_COLOUR_RED));

  g_assert_cmpint (get_colour (red, "Bass"), ==, MAQ_COLOUR_RED);
  assert_label (maq_move_layer_colour (layer ("Bass"), MAQ_COLOUR_RED), "Bass: Red");
  assert_label (maq_move_layer_group (layer ("Bass"), "Low"), "Put Bass into the group Low");
  assert_same (maq_move_layer_group (layer ("Bass"), NULL));
  assert_refused (maq_move_layer_group (layer ("Bass"), " "), MAQ_MOVE_ERROR_BAD_VALUE, "empty");
}

static const LanternsTest tests[] = {
  { "/moves/group/stay-together", groups_stay_together },
  { "/moves/group/colour", layer_has_a_colour },
};

int
main (int    argc,
      char **argv)
{
  return lanterns_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
