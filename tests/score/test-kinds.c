/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-colour.h"
#include "maq-role.h"
#include "maq-section-kind.h"

static void
test_guess (void)
{
  static const struct
  {
    const char     *name;
    MaqSectionKind  kind;
  } rows[] = {
    { "Verse 2", MAQ_SECTION_VERSE },          { "V1", MAQ_SECTION_VERSE },
    { "VERSE", MAQ_SECTION_VERSE },            { "v. 3", MAQ_SECTION_VERSE },
    { "prechorus", MAQ_SECTION_PRE_CHORUS },   { "Pre Chorus", MAQ_SECTION_PRE_CHORUS },
    { "pre-chorus", MAQ_SECTION_PRE_CHORUS },  { "Pre-Chorus 2", MAQ_SECTION_PRE_CHORUS },
    { "PC2", MAQ_SECTION_PRE_CHORUS },         { "Chorus", MAQ_SECTION_CHORUS },
    { "C1", MAQ_SECTION_CHORUS },              { "refrain", MAQ_SECTION_CHORUS },
    { "Hook", MAQ_SECTION_CHORUS },            { "Half Chorus", MAQ_SECTION_CHORUS },
    { "Post-chorus", MAQ_SECTION_POST_CHORUS }, { "Middle 8", MAQ_SECTION_BRIDGE },
    { "middle eight", MAQ_SECTION_BRIDGE },    { "Bridge 1", MAQ_SECTION_BRIDGE },
    { "Breakdown", MAQ_SECTION_BREAKDOWN },    { "Break", MAQ_SECTION_BREAKDOWN },
    { "Build-up", MAQ_SECTION_BUILD },         { "Build 2", MAQ_SECTION_BUILD },
    { "Drop", MAQ_SECTION_DROP },              { "Guitar solo", MAQ_SECTION_SOLO },
    { "Solo over chorus", MAQ_SECTION_SOLO },  { "Instrumental", MAQ_SECTION_INTERLUDE },
    { "interlude", MAQ_SECTION_INTERLUDE },    { "Inst. 2", MAQ_SECTION_INTERLUDE },
    { "pre-verse", MAQ_SECTION_INTERLUDE },    { "Tag", MAQ_SECTION_TAG },
    { "Ending", MAQ_SECTION_OUTRO },           { "Coda", MAQ_SECTION_OUTRO },
    { "Outro", MAQ_SECTION_OUTRO },            { "The end", MAQ_SECTION_OUTRO },
    { "fade-out", MAQ_SECTION_OUTRO },         { "Intro", MAQ_SECTION_INTRO },
    { "Introduction", MAQ_SECTION_INTRO },     { "Vintage", MAQ_SECTION_OTHER },
    { "Legend", MAQ_SECTION_OTHER },           { "", MAQ_SECTION_OTHER },
    { "\377\376", MAQ_SECTION_OTHER },         { "42", MAQ_SECTION_OTHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (maq_section_kind_get_nick (maq_section_kind_guess (rows[i].name)), ==,
                       maq_section_kind_get_nick (rows[i].kind));
    }
}

/* What the program writes itself it also recognizes. */
static void
test_section_nicks (void)
{
  for (guint i = 0; i < MAQ_N_SECTION_KINDS; i++)
    {
      MaqSectionKind kind = MAQ_N_SECTION_KINDS;
      const char *nick = maq_section_kind_get_nick (i);

      g_assert_true (maq_section_kind_from_nick (nick, &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpuint (maq_section_kind_guess (nick), ==, i);
      g_assert_cmpuint (maq_section_kind_guess (maq_section_kind_get_label (i)), ==, i);
    }
  g_assert_false (maq_section_kind_from_nick ("Verse", NULL));
  g_assert_false (maq_section_kind_from_nick ("", NULL));
}

static void
test_roles (void)
{
  for (guint i = 0; i < MAQ_N_ROLES; i++)
    {
      MaqRole role = MAQ_N_ROLES;

      g_assert_true (maq_role_from_nick (maq_role_get_nick (i), &role));
      g_assert_cmpuint (role, ==, i);
      g_assert_cmpstr (maq_role_get_label (i), !=, "");
      g_assert_cmpint (maq_role_get_program (i), >=, 0);
      g_assert_cmpint (maq_role_get_program (i), <=, 127);
    }
  g_assert_false (maq_role_from_nick ("Drums", NULL));
  g_assert_true (maq_role_is_drums (MAQ_ROLE_PERCUSSION));
  g_assert_false (maq_role_is_drums (MAQ_ROLE_BASS));
}

static void
test_colours (void)
{
  for (guint i = 0; i < MAQ_N_COLOURS; i++)
    {
      MaqColour colour = MAQ_N_COLOURS;

      g_assert_true (maq_colour_from_nick (maq_colour_get_nick (i), &colour));
      g_assert_cmpuint (colour, ==, i);
      g_assert_cmpstr (maq_colour_get_label (i), !=, "");
    }
  g_assert_false (maq_colour_from_nick ("Blue", NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/section-kind/guess", test_guess);
  g_test_add_func ("/score/section-kind/nicks", test_section_nicks);
  g_test_add_func ("/score/role/nicks", test_roles);
  g_test_add_func ("/score/colour/nicks", test_colours);
  return g_test_run ();
}
