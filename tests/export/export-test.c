/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export-test.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlschemas.h>
#include <locale.h>
#include <string.h>

#include "maq-chord-text.h"
#include "maq-compiler.h"
#include "maq-lyric.h"

/* with 384 bytes of one letter, as long as a name may be but for its number */
#define LONG "llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll" \
             "llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll"

const char *const export_test_names[] = {
  "\"quoted\" 'twice' “thrice”", "a/b\\c", "line one\nline two\tand a tab", "../../etc/passwd",
  "🎸🥁 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8e\xa4", LONG LONG LONG, "<script>alert(1)</script>",
  "]]> &amp; &#x1; --> <!--", "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "{title: x}",
  "[C]", "# {comment: y}", "| C |", "***", "`code`", "%s%n%d", ".", "..", "CON", "مقطع ١", "副歌",
  "  blank  ", ";,\r", "a,b", "\xe2\x80\xa8" "x", "1. x", "\xcc\x81",
  "\x01\x1f\x7f", "\xef\xbf\xbe\xef\xbf\xbf", NULL,
};

MaqHandoff *
export_test_any (GRand *rand)
{
  g_autoptr(MaqProject) project = maq_any_project (rand, &maq_any_small);
  MaqSong *song = maq_project_get_song (project, 0);

  return maq_handoff_new (project, song, maq_song_get_arrangement (song, 0));
}

static MaqSection *
make_section (const char *name,
              MaqId       id)
{
  g_autoptr(MaqPart) part = maq_part_new (&(MaqPartFields) {
    .layer = 1, .level = 5 + (int) id, .entry_bar = 1, .direction = name });
  g_autoptr(MaqVec) parts = maq_vec_new (&maq_part_vec_class, (gpointer[]) { part }, 1);
  g_autoptr(MaqLyric) lyric = maq_lyric_new (0, name);
  g_autoptr(MaqVec) lyrics = maq_vec_new (&maq_lyric_vec_class, (gpointer[]) { lyric }, 1);

  return maq_section_new (&(MaqSectionFields) {
    .id = id, .name = name, .kind = MAQ_SECTION_VERSE, .bars = 4, .mood = name, .parts = parts,
    .lyrics = lyrics });
}

static MaqArrangement *
make_arrangement (const char *name)
{
  g_autoptr(MaqLayer) layer = maq_layer_new (&(MaqLayerFields) {
    .id = 1, .name = name, .role = MAQ_ROLE_VOCAL, .performer = name, .direction = name,
    .meaning = name, .group = name });
  g_autoptr(MaqVec) layers = maq_vec_new (&maq_layer_vec_class, (gpointer[]) { layer }, 1);
  g_autoptr(MaqSection) first = make_section (name, 2);
  g_autoptr(MaqSection) second = make_section (name, 3);
  g_autoptr(MaqVec) sections = maq_vec_new (&maq_section_vec_class,
                                            (gpointer[]) { first, second }, 2);
  g_autoptr(MaqRemark) remark = maq_remark_new (&(MaqRemarkFields) {
    .id = 4, .section = 2, .layer = 1, .author = name, .text = name });
  g_autoptr(MaqVec) remarks = maq_vec_new (&maq_remark_vec_class, (gpointer[]) { remark }, 1);

  g_autoptr(MaqTake) take = maq_take_new (&(MaqTakeFields) {
    .section = 3, .layer = 1, .state = MAQ_TAKE_PUNCH, .number = 2, .note = name });
  g_autoptr(MaqVec) takes = maq_vec_new (&maq_take_vec_class, (gpointer[]) { take }, 1);

  return maq_arrangement_new (&(MaqArrangementFields) {
    .id = 1, .name = name, .note = name, .layers = layers, .sections = sections,
    .remarks = remarks, .takes = takes });
}

static MaqVec *
make_rows (MaqSessionList  list,
           const char     *name)
{
  MaqSessionRowFields fields = { .list = list, .id = 1, .channel = 1,
                                 .switches = { TRUE, FALSE, TRUE } };
  g_autoptr(MaqSessionRow) row = NULL;

  for (guint i = 0; i < maq_session_list_get_n_texts (list); i++)
    fields.texts[i] = name;
  row = maq_session_row_new (&fields);
  return maq_vec_new (&maq_session_row_vec_class, (gpointer[]) { row }, 1);
}

static MaqSession *
make_session (const char *name)
{
  MaqSessionFields fields = { 0 };
  MaqSession *session = NULL;

  for (guint i = 0; i < MAQ_N_SESSION_TEXTS; i++)
    fields.texts[i] = name;
  for (guint i = 0; i < MAQ_N_SESSION_LISTS; i++)
    fields.lists[i] = make_rows (i, name);
  session = maq_session_new (&fields);
  for (guint i = 0; i < MAQ_N_SESSION_LISTS; i++)
    maq_vec_unref (fields.lists[i]);
  return session;
}

MaqHandoff *
export_test_hostile (const char *name)
{
  g_autoptr(MaqArrangement) arrangement = make_arrangement (name);
  g_autoptr(MaqVec) arrangements = maq_vec_new (&maq_arrangement_vec_class,
                                                (gpointer[]) { arrangement }, 1);
  g_autoptr(MaqSong) song = maq_song_new (&(MaqSongFields) {
    .id = 1, .title = name, .artist = name, .composer = name,
    .key = { { 0, 0 }, MAQ_MODE_MAJOR }, .tempo_qpm = 120, .meter = { 4, 4 }, .current = 1,
    .arrangements = arrangements });
  g_autoptr(MaqVec) songs = maq_vec_new (&maq_song_vec_class, (gpointer[]) { song }, 1);
  g_autoptr(MaqSession) session = make_session (name);
  g_autoptr(MaqProject) project = maq_project_new (&(MaqProjectFields) {
    .title = name, .artist = name, .current = 1, .songs = songs, .session = session });

  return maq_handoff_new (project, song, arrangement);
}

/* Songs made to measure */

static MaqVec *
make_layers (guint   n,
             MaqRole first)
{
  g_autoptr(GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_layer_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Layer number %u", i + 1);

      g_ptr_array_add (layers, maq_layer_new (&(MaqLayerFields) {
        .id = i + 1, .name = name, .role = i == 0 ? first : MAQ_ROLE_KEYS }));
    }
  return maq_vec_new (&maq_layer_vec_class, layers->pdata, layers->len);
}

/* A line each four bars, as many as there are. */
static MaqVec *
make_lyrics (const char *const *lines)
{
  g_autoptr(GPtrArray) lyrics = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_lyric_unref);

  if (lines == NULL)
    return NULL;
  for (int i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (lyrics, maq_lyric_new (4 * i, lines[i]));
  return maq_vec_new (&maq_lyric_vec_class, lyrics->pdata, lyrics->len);
}

/* Layer 1 plays from bar 3 in every second section, or sings throughout; chords are typed. */
static MaqVec *
make_sections (guint              n,
               int                n_bars,
               const char        *chords,
               const char *const *lines)
{
  g_autoptr(GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr(MaqPart) part = maq_part_new (&(MaqPartFields) { .layer = 1, .level = 7,
                                                             .entry_bar = lines ? 0 : 2 });
  g_autoptr(MaqVec) lyrics = make_lyrics (lines);
  g_autoptr(MaqVec) parts = maq_vec_new (&maq_part_vec_class, (gpointer[]) { part }, 1);
  int chord_bars = 0;
  g_autoptr(MaqVec) changes = chords != NULL
                               ? maq_chord_text_parse (chords, (MaqMeter) { 4, 4 }, NULL,
                                                       &chord_bars, NULL) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Verse of number %u", i + 1);

      g_ptr_array_add (sections, maq_section_new (&(MaqSectionFields) {
        .id = 1000 + i, .name = name, .kind = MAQ_SECTION_VERSE, .bars = n_bars,
        .chords = changes, .chord_bars = chord_bars, .parts = i % 2 == 0 ? parts : NULL,
        .lyrics = lyrics }));
    }
  return maq_vec_new (&maq_section_vec_class, sections->pdata, sections->len);
}

MaqHandoff *
export_test_plain (guint              n_sections,
                   guint              n_layers,
                   int                n_bars,
                   const char        *chords,
                   const char *const *lines)
{
  g_autoptr(MaqVec) layers = make_layers (n_layers,
                                          lines != NULL ? MAQ_ROLE_VOCAL : MAQ_ROLE_KEYS);
  g_autoptr(MaqVec) sections = make_sections (n_sections, n_bars, chords, lines);
  g_autoptr(MaqArrangement) arrangement = maq_arrangement_new (&(MaqArrangementFields) {
    .id = 1, .name = "Plan", .layers = layers, .sections = sections });
  g_autoptr(MaqVec) arrangements = maq_vec_new (&maq_arrangement_vec_class,
                                                 (gpointer[]) { arrangement }, 1);
  g_autoptr(MaqSong) song = maq_song_new (&(MaqSongFields) {
    .id = 1, .title = "Measure", .style = "hip-hop", .key = { { 0, 0 }, MAQ_MODE_MAJOR },
    .tempo_qpm = 120, .meter = { 4, 4 }, .current = 1, .arrangements = arrangements });
  g_autoptr(MaqVec) songs = maq_vec_new (&maq_song_vec_class, (gpointer[]) { song }, 1);
  g_autoptr(MaqProject) project = maq_project_new (&(MaqProjectFields) {
    .title = "Measure", .current = 1, .songs = songs });

  return maq_handoff_new (project, song, arrangement);
}

MaqPerformance *
export_test_perform (MaqHandoff *handoff)
{
  static MaqCompiler *compiler; /* the styles are read once */

  if (compiler == NULL)
    compiler = maq_compiler_new (NULL);
  return maq_compiler_compile_arrangement (compiler, maq_handoff_get_song (handoff),
                                           maq_handoff_get_arrangement (handoff));
}

xmlDoc *
export_test_parse (GBytes *bytes)
{
  xmlDoc *doc = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes),
                               NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOBLANKS);

  g_assert_nonnull (doc);
  return doc;
}

/* Schemas name what they import by addresses in the net; it lies beside them. */
static xmlParserInput *
load_beside (const char    *url,
             const char    *id G_GNUC_UNUSED,
             xmlParserCtxt *context)
{
  g_autofree char *name = g_path_get_basename (url);
  g_autofree char *path = g_path_is_absolute (url)
                          ? g_strdup (url)
                          : g_build_filename (g_getenv ("MAQ_SHARED_DATA"), "musicxml", name, NULL);

  return xmlNewInputFromFile (context, path);
}

static xmlSchema *
load_schema (const char *path)
{
  static GHashTable *schemas;
  xmlSchema *schema;

  if (schemas == NULL)
    schemas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  schema = g_hash_table_lookup (schemas, path);
  if (schema == NULL)
    {
      xmlExternalEntityLoader usual = xmlGetExternalEntityLoader ();
      xmlSchemaParserCtxt *context;

      xmlSetExternalEntityLoader (load_beside);
      context = xmlSchemaNewParserCtxt (path);
      schema = xmlSchemaParse (context);
      xmlSchemaFreeParserCtxt (context);
      xmlSetExternalEntityLoader (usual);
      g_assert_nonnull (schema);
      g_hash_table_insert (schemas, g_strdup (path), schema);
    }
  return schema;
}

void
export_test_validate (xmlDoc     *doc,
                      const char *schema)
{
  static gboolean has_said;
  g_autofree char *path = g_build_filename (g_getenv ("MAQ_SHARED_DATA") != NULL
                                            ? g_getenv ("MAQ_SHARED_DATA") : "/nowhere",
                                            schema, NULL);
  xmlSchemaValidCtxt *context;
  int result;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (!has_said)
        g_test_message ("not validated: there is no %s", path);
      has_said = TRUE;
      return;
    }
  context = xmlSchemaNewValidCtxt (load_schema (path));
  result = xmlSchemaValidateDoc (context, doc);
  xmlSchemaFreeValidCtxt (context);
  g_assert_cmpint (result, ==, 0);
}

static xmlNode *
seek (xmlNode    *node,
      const char *name)
{
  while (node != NULL && (node->type != XML_ELEMENT_NODE ||
                          strcmp ((const char *) node->name, name) != 0))
    node = node->next;
  return node;
}

xmlNode *
export_test_find (xmlNode    *parent,
                  const char *name)
{
  return parent != NULL ? seek (parent->children, name) : NULL;
}

xmlNode *
export_test_next (xmlNode    *node,
                  const char *name)
{
  return seek (node->next, name);
}

guint
export_test_count (xmlNode    *parent,
                   const char *name)
{
  guint n_found = 0;

  for (xmlNode *node = export_test_find (parent, name); node != NULL;
       node = export_test_next (node, name))
    n_found++;
  return n_found;
}

char *
export_test_text (xmlNode    *parent,
                  const char *name)
{
  xmlNode *node = export_test_find (parent, name);
  xmlChar *text = node != NULL ? xmlNodeGetContent (node) : NULL;
  char *copy = g_strdup (text != NULL ? (const char *) text : "");

  xmlFree (text);
  return copy;
}

double
export_test_number (xmlNode    *parent,
                    const char *name)
{
  g_autofree char *text = export_test_text (parent, name);

  return g_ascii_strtod (text, NULL);
}

char *
export_test_attribute (xmlNode    *node,
                       const char *name)
{
  xmlChar *text = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup (text != NULL ? (const char *) text : "");

  xmlFree (text);
  return copy;
}

GHashTable *
export_test_unzip (GBytes *bytes)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_bytes_unref);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  /* the library that reads wants names of the locale; what writes must not care */
  setlocale (LC_CTYPE, "C.UTF-8");

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes)), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      g_autoptr(GByteArray) data = g_byte_array_new ();
      guint8 buffer[4096];
      la_ssize_t n_read;

      while ((n_read = archive_read_data (archive, buffer, sizeof buffer)) > 0)
        g_byte_array_append (data, buffer, (guint) n_read);
      g_assert_cmpint (n_read, ==, 0);
      g_assert_true (g_hash_table_insert (files, g_strdup (archive_entry_pathname_utf8 (entry)),
                                          g_byte_array_free_to_bytes (g_steal_pointer (&data))));
    }
  g_assert_cmpint (archive_errno (archive), ==, 0);
  archive_read_free (archive);
  setlocale (LC_CTYPE, "C");
  return files;
}
