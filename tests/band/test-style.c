/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "band-fixture.h"

#define HEAD "<style xmlns=\"urn:maquette:style\" version=\"1\" " \
             "name=\"x\" label=\"X\" meter=\"4/4\">\n"

static void
assert_refused (const char *text,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqStyle) style = maq_style_parse (text, strlen (text), "bad.xml", &error);

  g_assert_null (style);
  g_assert_error (error, MAQ_STYLE_ERROR, MAQ_STYLE_ERROR_INVALID);
  if (strstr (error->message, message) == NULL)
    g_error ("“%s” does not say “%s”", error->message, message);
}

static void
test_bad_files (void)
{
  assert_refused ("", "bad.xml:1: ");
  assert_refused ("not XML at all", "bad.xml:1: ");
  assert_refused ("<style/>", "bad.xml:1: This is no style");
  assert_refused (HEAD, "bad.xml:1: This is not well-formed");
  assert_refused (HEAD "<role name=\"kazoo\"/></style>", "bad.xml:2: There is no role");
  assert_refused (HEAD "<role name=\"bass\"/>\n<role name=\"bass\"/></style>",
                  "bad.xml:3: The role “bass” is there twice");
  assert_refused (HEAD "<role name=\"bass\">\n<line grid=\"x\"/></role></style>",
                  "bad.xml:3: The element <line> is not known here");
  assert_refused (HEAD "<role name=\"drums\"><pattern name=\"a\">\n"
                       "<line drum=\"kick\" grid=\"x...x\"/></pattern></role></style>",
                  "bad.xml:3: The grid has 5 signs");
  assert_refused (HEAD "<role name=\"drums\"><pattern name=\"a\">\n"
                       "<line drum=\"kick\" grid=\"D...\"/></pattern></role></style>",
                  "bad.xml:3: A line of “hits” knows the signs");
  assert_refused (HEAD "<role name=\"drums\"><pattern name=\"a\">\n"
                       "<line drum=\"gong\" grid=\"x...\"/></pattern></role></style>",
                  "bad.xml:3: There is no drum “gong”");
  assert_refused (HEAD "<role name=\"keys\"><pattern name=\"a\">\n"
                       "<line play=\"hits\" drum=\"kick\" grid=\"x...\"/></pattern></role></style>",
                  "bad.xml:3: Drums play “hits”");
  assert_refused (HEAD "<role name=\"keys\"><pattern name=\"a\" bars=\"99\">\n"
                       "<line grid=\"x...\"/></pattern></role></style>",
                  "bad.xml:2: “bars” is “99”");
  assert_refused (HEAD "<role name=\"keys\"><fill size=\"small\">\n"
                       "<line grid=\"x...\"/></fill></role></style>",
                  "bad.xml:2: Only drums");
  assert_refused (HEAD "<role name=\"drums\"><fill size=\"huge\">\n"
                       "<line drum=\"kick\" grid=\"x\"/></fill></role></style>",
                  "bad.xml:2: A fill is “small”");
  assert_refused (HEAD "<role name=\"keys\"><pattern name=\"a\">\n"
                       "<line play=\"walk\" grid=\"x...\"/></pattern></role></style>",
                  "bad.xml:3: Only the bass walks");
  assert_refused (HEAD "<role name=\"keys\" program=\"128\"/></style>",
                  "bad.xml:2: “program” is “128”");
  assert_refused (HEAD "<role name=\"keys\"><break>\n"
                       "<line grid=\"x...\"/></break></role></style>",
                  "bad.xml:2: The element <break> needs");
  assert_refused (HEAD "<tuning mode=\"major\" cents=\"0 0 0\"/></style>",
                  "bad.xml:2: “cents” has to be twelve");
  assert_refused (HEAD "<tuning mode=\"major\" cents=\"0 0 0 0 0 0 0 0 0 0 0 nan\"/></style>",
                  "bad.xml:2: “cents” has to be twelve");
  assert_refused (HEAD "<tuning mode=\"dorian\" cents=\"0\"/></style>", "bad.xml:2: “mode” is");
  assert_refused ("<style xmlns=\"urn:maquette:style\" version=\"1\" name=\"x\" label=\"X\" "
                  "meter=\"4/4\" counts=\"bars\"/>", "bad.xml:1: “counts” is “bars”");
  assert_refused ("<style xmlns=\"urn:maquette:style\" version=\"1\" name=\"x\" label=\"X\"/>",
                  "bad.xml:1: The element <style> needs an attribute “meter”");
  assert_refused (HEAD "<role name=\"organ\" like=\"keys\"/></style>", "bad.xml:2: “like” names");
}

/* All that the format knows, in one file of an uneven meter. */
static void
test_everything (void)
{
  static const char text[]
    = "<style xmlns=\"urn:maquette:style\" version=\"1\" name=\"x\" label=\"X\" meter=\"7/8\""
      " also=\"9/8 5/8\" tempo=\"140\" swing=\"54\" swing-of=\"16\""
      " push=\"-4\" looseness=\"45.5\" counts=\"song\">"
      "<about>All.</about><tuning mode=\"minor\" cents=\"0 0 -45.5 0 0 0 0 0 0 -50 0 0\"/>"
      "<role name=\"drums\" program=\"16\">"
      "<pattern name=\"a\"><line drum=\"kick\" grid=\"x... x... x.x...\"/></pattern>"
      "<break name=\"b\" bars=\"2\"><line drum=\"kick\" grid=\"x... .... ......\"/></break>"
      "<build name=\"c\" steps=\"1\"><line drum=\"snare\" grid=\"xx xx xxx\"/></build>"
      "<drop name=\"d\" weight=\"2\"><line drum=\"kick\" grid=\"x... x... x.....\"/></drop>"
      "<fill size=\"small\" beats=\"3\"><line drum=\"snare\" grid=\"x.x.xx\"/></fill>"
      "<fill size=\"medium\" beats=\"4\"><line drum=\"snare\" grid=\"x.xx x.xx\"/></fill>"
      "<fill size=\"large\"><line drum=\"snare\" grid=\"x.xx x.xx x.x.xx\"/></fill>"
      "<pickup beats=\"2\"><line drum=\"snare\" grid=\"x.xx\"/></pickup>"
      "<ending><line drum=\"kick\" grid=\"X... .... ......\"/></ending></role>"
      "<role name=\"bass\" program=\"32\" bank=\"0\" gain=\"-3.5\">"
      "<pattern name=\"a\"><line play=\"walk\" grid=\"x-.. x-.. x-x-x-\"/>"
      "<line play=\"degrees\" ahead=\"beat\" late=\"-4\""
      " grid=\".... .... ....5-\" from=\"2\"/></pattern>"
      "<pickup><line play=\"degrees\" grid=\"a-\"/></pickup></role>"
      "<role name=\"strings\" like=\"bass\" program=\"48\"/></style>";
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqStyle) style = maq_style_parse (text, strlen (text), "all.xml", &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (maq_style_get_push_ms (style), ==, -4.0);
  g_assert_cmpfloat (maq_style_get_looseness (style), ==, 45.5);
  g_assert_true (maq_style_suits_meter (style, (MaqMeter) { 9, 8 }));
}

static void
test_strangers (void)
{
  g_autoptr (GString) deep = g_string_new (HEAD);
  g_autofree char *large = g_strnfill (2 * 1024 * 1024, ' ');
  g_autoptr (GError) error = NULL;

  assert_refused ("<!DOCTYPE style [<!ENTITY a \"b\">]>\n" HEAD "<about>&a;</about></style>",
                  "A style has no DOCTYPE");
  assert_refused ("<style xmlns=\"urn:maquette:style\" version=\"2\" name=\"x\" label=\"X\" "
                  "meter=\"4/4\"/>", "bad.xml:1: The style needs a newer version");
  for (guint i = 0; i < 10000; i++)
    g_string_append (deep, "<role>");
  assert_refused (deep->str, "bad.xml:2: ");
  g_assert_null (maq_style_parse (large, strlen (large), "large.xml", &error));
  g_assert_error (error, MAQ_STYLE_ERROR, MAQ_STYLE_ERROR_TOO_LARGE);
}

static void
test_own_styles (void)
{
  g_autoptr (MaqStyleLibrary) styles = fixture_styles ();
  MaqStyle *rock = maq_style_library_find (styles, "rock");

  g_assert_nonnull (rock);
  /* they are called like their files, so that one can be read without the others */
  for (guint i = 0; i < maq_style_library_get_n_styles (styles); i++)
    {
      g_autofree char *base = g_path_get_basename (maq_style_library_get_path (styles, i));
      g_autofree char *name
        = g_strconcat (maq_style_get_name (maq_style_library_get_style (styles, i)), ".xml", NULL);

      g_assert_cmpstr (base, ==, name);
    }
  g_assert_true (maq_style_suits_meter (rock, (MaqMeter) { 4, 4 }));
  g_assert_false (maq_style_suits_meter (rock, (MaqMeter) { 6, 8 }));
  g_assert_cmpstr (maq_style_get_label (rock), ==, "Pop-rock");
  g_assert_cmpuint (strlen (maq_style_get_about (rock)), >, 20);
  g_assert_true (maq_style_library_choose (styles, "rock", (MaqMeter) { 6, 8 }) == rock);
  g_assert_cmpstr (maq_style_get_name (maq_style_library_choose (styles, "unheard of",
                                                                 (MaqMeter) { 6, 8 })),
                   ==, "ballad-68");
  g_assert_cmpstr (maq_style_get_name (maq_style_library_choose (styles, NULL,
                                                                 (MaqMeter) { 4, 4 })),
                   ==, "indie-folk");
  g_assert_nonnull (maq_style_library_choose (styles, NULL, (MaqMeter) { 11, 16 }));
}

static void
test_users_styles_win (void)
{
  static const char text[] = HEAD "<role name=\"drums\"><pattern name=\"a\">"
                             "<line drum=\"kick\" grid=\"x...\"/></pattern></role></style>";
  g_autofree char *ours = g_dir_make_tmp ("maq-styles-XXXXXX", NULL);
  g_autofree char *users = g_dir_make_tmp ("maq-styles-XXXXXX", NULL);
  g_autofree char *good = g_build_filename (ours, "x.xml", NULL);
  g_autofree char *better = g_build_filename (users, "mine.xml", NULL);
  g_autofree char *bad = g_build_filename (users, "broken.xml", NULL);
  g_autofree char *other = g_strdup (text);
  g_autofree char *wanted = NULL;
  const char *folders[] = { ours, users, "/nowhere", NULL };
  g_autoptr (MaqStyleLibrary) styles = NULL;

  memcpy (strstr (other, "label=\"X\""), "label=\"Y\"", strlen ("label=\"Y\""));
  g_assert_true (g_file_set_contents (good, text, -1, NULL));
  g_assert_true (g_file_set_contents (better, other, -1, NULL));
  g_assert_true (g_file_set_contents (bad, "<", -1, NULL));
  styles = maq_style_library_new_for_folders (folders);
  g_assert_cmpuint (maq_style_library_get_n_styles (styles), ==, 1);
  g_assert_cmpstr (maq_style_get_label (maq_style_library_find (styles, "x")), ==, "Y");
  g_assert_cmpuint (maq_style_library_get_n_problems (styles), ==, 1);
  wanted = g_strconcat (bad, ":1: ", NULL);
  g_assert_true (g_str_has_prefix (maq_style_library_get_problem (styles, 0), wanted));
  g_assert_cmpstr (maq_style_library_get_path (styles, 0), ==, better);
  g_remove (good);
  g_remove (better);
  g_remove (bad);
  g_rmdir (ours);
  g_rmdir (users);
}

/* A short file that asks for a lot: one sign stands for a whole line. */
static void
test_flood (void)
{
  g_autoptr (GString) text = g_string_new ("<style xmlns=\"urn:maquette:style\" version=\"1\" "
                                           "name=\"x\" label=\"X\" meter=\"32/4\">"
                                           "<role name=\"drums\">");

  for (guint i = 0; i < 12; i++)
    {
      g_string_append_printf (text, "<pattern name=\"p%u\" bars=\"4\" steps=\"12\">", i);
      for (guint j = 0; j < 30; j++)
        g_string_append (text, "<line drum=\"kick\" grid=\"x\"/>");
      g_string_append (text, "</pattern>");
    }
  g_string_append (text, "</role></style>");
  assert_refused (text->str, "All lines together may have");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/band/style/bad-files", test_bad_files);
  g_test_add_func ("/band/style/everything", test_everything);
  g_test_add_func ("/band/style/strangers", test_strangers);
  g_test_add_func ("/band/style/flood", test_flood);
  g_test_add_func ("/band/style/own", test_own_styles);
  g_test_add_func ("/band/style/users-win", test_users_styles_win);
  return g_test_run ();
}
