/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-style-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <math.h>
#include <string.h>

/*
 * Reads a style with libxml2's streaming reader. The grammar is small enough
 * to be checked here by hand; data/styles/style.rng says the same for editors.
 */

#define STYLE_NAMESPACE "urn:maquette:style"

typedef struct
{
  xmlTextReaderPtr  xml;
  const char       *file_name;
  MaqStyle         *style;
  int               role;        /* the one that is being read, or -1 */
  MaqStylePattern  *pattern;     /* likewise, owned by the style */
  guint             beats;       /* that the pattern's grids have, */
  guint             steps;       /* and signs to each */
  gsize             n_all_steps; /* of all lines so far */
  GString          *about;       /* while <about> is open */
  GError           *error;       /* the first thing that is wrong */
} Reader;

/* The parser reads ahead; the node knows where it stands. */
static int
line_number (Reader *self)
{
  xmlNodePtr node = xmlTextReaderCurrentNode (self->xml);
  long line = node != NULL ? xmlGetLineNo (node) : -1;

  return line > 0 ? (int) line : MAX (xmlTextReaderGetParserLineNumber (self->xml), 1);
}

static void G_GNUC_PRINTF (2, 3)
complain (Reader     *self,
          const char *format,
          ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (self->error != NULL)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (&self->error, MAQ_STYLE_ERROR, MAQ_STYLE_ERROR_INVALID, "%s:%d: %s",
               self->file_name, line_number (self), message);
}

static char *
dup_attribute (Reader     *self,
               const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->xml, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static char *
need_attribute (Reader     *self,
                const char *name)
{
  char *value = dup_attribute (self, name);

  if (value != NULL && *value != '\0')
    return value;
  complain (self, _("The element <%s> needs an attribute “%s”."),
            (const char *) xmlTextReaderConstLocalName (self->xml), name);
  g_free (value);
  return NULL;
}

static double
number_attribute (Reader     *self,
                  const char *name,
                  double      low,
                  double      high,
                  double      standard)
{
  g_autofree char *text = dup_attribute (self, name);
  char *end;
  double value;

  if (text == NULL)
    return standard;
  value = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0' && value >= low && value <= high)
    return value;
  complain (self, _("“%s” is “%s”; it has to be a number from %g to %g."), name, text, low, high);
  return standard;
}

static guint
count_attribute (Reader     *self,
                 const char *name,
                 guint       low,
                 guint       high,
                 guint       standard)
{
  return (guint) number_attribute (self, name, low, high, standard);
}

static void
read_meters (Reader *self)
{
  g_autofree char *meter = need_attribute (self, "meter");
  g_autofree char *also = dup_attribute (self, "also");
  g_auto (GStrv) words = g_strsplit (also != NULL ? also : "", " ", 32);

  if (meter != NULL && !maq_meter_parse (meter, &self->style->meter))
    complain (self, _("“%s” is no meter; write it like 4/4."), meter);
  for (guint i = 0; words[i] != NULL; i++)
    {
      MaqMeter other;

      if (*words[i] == '\0')
        continue;
      if (maq_meter_parse (words[i], &other))
        g_array_append_val (self->style->also, other);
      else
        complain (self, _("“%s” is no meter; write it like 4/4."), words[i]);
    }
}

/* The word of an attribute that knows a few: its index, 0 if it is not there. */
static guint
word_attribute (Reader            *self,
                const char        *name,
                const char *const *words)
{
  g_autofree char *text = dup_attribute (self, name);
  g_autofree char *known = NULL;

  if (text == NULL)
    return 0;
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], text) == 0)
      return i;
  known = g_strjoinv ("”, “", (char **) words);
  complain (self, _("“%s” is “%s”; it has to be one of “%s”."), name, text, known);
  return 0;
}

static void
read_feel (Reader *self)
{
  static const char *const countings[] = { "section", "song", NULL };
  static const char *const swung[] = { "8", "16", NULL };
  MaqStyle *style = self->style;

  style->tempo_qpm = number_attribute (self, "tempo", 20, 400, 100);
  style->swing = number_attribute (self, "swing", 50, 75, 50);
  style->push_ms = number_attribute (self, "push", -50, 50, 0);
  style->looseness = number_attribute (self, "looseness", 0, 100, MAQ_STYLE_LOOSENESS);
  style->swing_of = word_attribute (self, "swing-of", swung) == 1 ? 16 : 8;
  style->counts_song = word_attribute (self, "counts", countings) == 1;
}

static void
open_style (Reader *self)
{
  const char *space = (const char *) xmlTextReaderConstNamespaceUri (self->xml);

  if (g_strcmp0 (space, STYLE_NAMESPACE) != 0)
    complain (self, _("This is no style: the first element is not <style xmlns=\"%s\">."),
              STYLE_NAMESPACE);
  if (number_attribute (self, "version", 1, 1000000, 1) > 1)
    complain (self, _("The style needs a newer version of the program."));
  self->style->name = need_attribute (self, "name");
  self->style->label = need_attribute (self, "label");
  read_meters (self);
  read_feel (self);
  if (self->error == NULL)
    maq_beats_split (self->style->meter, FALSE, &self->style->beats);
}

static void
open_tuning (Reader *self)
{
  g_autofree char *mode = need_attribute (self, "mode");
  g_autofree char *cents = need_attribute (self, "cents");
  g_auto (GStrv) words = NULL;
  guint tuning = g_strcmp0 (mode, "minor") == 0 ? MAQ_STYLE_TUNING_MINOR : MAQ_STYLE_TUNING_MAJOR;
  guint n = 0;

  if (mode == NULL || cents == NULL)
    return;
  if (strcmp (mode, "major") != 0 && strcmp (mode, "minor") != 0)
    complain (self, _("“mode” is “%s”; it has to be “major” or “minor”."), mode);
  words = g_strsplit_set (cents, " \t\r\n", 64);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *end;
      double value = g_ascii_strtod (words[i], &end);

      if (*words[i] == '\0')
        continue;
      if (*end != '\0' || !(fabs (value) <= 100.0) || n == 12)
        {
          n = 0;
          break;
        }
      self->style->tunings[tuning][n++] = (gint8) lrint (value);
    }
  if (n != 12)
    complain (self, _("“cents” has to be twelve numbers from -100 to 100."));
  else if (self->style->has_tuning[tuning])
    complain (self, _("The tuning for “%s” is there twice."), mode);
  self->style->has_tuning[tuning] = TRUE;
}

static void
open_role (Reader *self)
{
  g_autofree char *name = need_attribute (self, "name");
  g_autofree char *like = dup_attribute (self, "like");
  MaqRole role;
  MaqRole other;

  if (name == NULL)
    return;
  if (!maq_role_from_nick (name, &role))
    {
      complain (self, _("There is no role “%s”."), name);
      return;
    }
  if (self->style->patterns[role] != NULL)
    {
      complain (self, _("The role “%s” is there twice."), name);
      return;
    }
  self->role = (int) role;
  self->style->sounds[role].program = (gint16) number_attribute (self, "program", 0, 127, -1);
  self->style->sounds[role].bank = (gint16) number_attribute (self, "bank", 0, 16383, -1);
  self->style->sounds[role].gain_db = number_attribute (self, "gain", -24, 24, 0);
  if (like == NULL)
    self->style->patterns[role]
      = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_style_pattern_free);
  else if (!maq_role_from_nick (like, &other) || self->style->patterns[other] == NULL)
    complain (self, _("“like” names the role “%s”, which has not been written above."), like);
  else
    self->style->patterns[role] = g_ptr_array_ref (self->style->patterns[other]);
}

static const struct
{
  const char    *element;
  const char    *size;        /* of a fill */
  MaqPatternKind kind;
} pattern_kinds[] = {
  { "pattern", NULL, MAQ_PATTERN_GROOVE },
  { "break", NULL, MAQ_PATTERN_BREAK },
  { "build", NULL, MAQ_PATTERN_BUILD },
  { "drop", NULL, MAQ_PATTERN_DROP },
  { "fill", "small", MAQ_PATTERN_SMALL_FILL },
  { "fill", "medium", MAQ_PATTERN_MEDIUM_FILL },
  { "fill", "large", MAQ_PATTERN_LARGE_FILL },
  { "pickup", NULL, MAQ_PATTERN_PICKUP },
  { "ending", NULL, MAQ_PATTERN_ENDING },
};

static gboolean
is_pattern (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (pattern_kinds); i++)
    if (strcmp (pattern_kinds[i].element, element) == 0)
      return TRUE;
  return FALSE;
}

static MaqPatternKind
pattern_kind (Reader     *self,
              const char *element)
{
  g_autofree char *size = NULL;

  if (strcmp (element, "fill") == 0)
    size = need_attribute (self, "size");
  for (guint i = 0; i < G_N_ELEMENTS (pattern_kinds); i++)
    if (strcmp (pattern_kinds[i].element, element) == 0
        && (pattern_kinds[i].size == NULL || g_strcmp0 (pattern_kinds[i].size, size) == 0))
      return pattern_kinds[i].kind;
  complain (self, _("A fill is “small”, “medium” or “large”, not “%s”."), size);
  return MAQ_PATTERN_LARGE_FILL;
}

/* Signs are counted by the beat; in meters such as 7/8, whose beats differ, by the eighth. */
static guint
grid_beats (Reader *self)
{
  return self->style->beats.is_uneven ? self->style->meter.beats : self->style->beats.n;
}

static guint
usual_steps (Reader *self)
{
  if (self->style->beats.is_uneven)
    return 2;
  return maq_meter_is_compound (self->style->meter) ? 6 : 4;
}

static void
read_pattern (Reader          *self,
              MaqStylePattern *pattern,
              const char      *element)
{
  guint beats = grid_beats (self);
  MaqTick bar_ticks = self->style->beats.starts[self->style->beats.n];
  gboolean is_groove;

  pattern->kind = pattern_kind (self, element);
  is_groove = pattern->kind <= MAQ_PATTERN_DROP;
  pattern->name = is_groove ? need_attribute (self, "name") : dup_attribute (self, "name");
  pattern->weight = count_attribute (self, "weight", 0, 100, 1);
  pattern->bars = is_groove ? count_attribute (self, "bars", 1, MAQ_STYLE_MAX_BARS, 1) : 1;
  self->beats = count_attribute (self, "beats", 1, beats,
                                 pattern->kind == MAQ_PATTERN_PICKUP ? 1 : beats);
  self->steps = count_attribute (self, "steps", 1, MAQ_STYLE_MAX_STEPS, usual_steps (self));
  if (is_groove || pattern->kind == MAQ_PATTERN_ENDING)
    self->beats = beats;
  pattern->tail_ticks = bar_ticks / beats * self->beats;
}

static void
open_pattern (Reader     *self,
              const char *element)
{
  GPtrArray *patterns;

  if (self->role < 0 || self->pattern != NULL)
    {
      complain (self, _("The element <%s> belongs into a <role>."), element);
      return;
    }
  if (strcmp (element, "fill") == 0 && !maq_role_is_drums ((MaqRole) self->role))
    complain (self, _("Only drums and percussion have fills."));
  patterns = self->style->patterns[self->role];
  if (patterns->len >= MAQ_STYLE_MAX_PATTERNS)
    complain (self, _("A role may have %d patterns."), MAQ_STYLE_MAX_PATTERNS);
  self->pattern = maq_style_pattern_new ();
  g_ptr_array_add (patterns, self->pattern);
  read_pattern (self, self->pattern, element);
}

static const struct
{
  const char *name;
  const char *signs;    /* that it knows, besides . and - */
} plays[MAQ_N_PLAYS] = {
  [MAQ_PLAY_HITS] = { "hits", "Xxo" },
  [MAQ_PLAY_STRUM] = { "strum", "DdUux" },
  [MAQ_PLAY_CHORD] = { "chord", "Xxo" },
  [MAQ_PLAY_POWER] = { "power", "Xxo" },
  [MAQ_PLAY_VOICES] = { "voices", "123456" },
  [MAQ_PLAY_DEGREES] = { "degrees", "1234567890a" },
  [MAQ_PLAY_MELODY] = { "melody", "Xxo" },
  [MAQ_PLAY_WALK] = { "walk", "Xxo" },
};

static MaqPlay
read_play (Reader *self)
{
  g_autofree char *text = dup_attribute (self, "play");

  if (text == NULL)
    return maq_role_is_drums ((MaqRole) self->role) ? MAQ_PLAY_HITS : MAQ_PLAY_CHORD;
  for (guint i = 0; i < MAQ_N_PLAYS; i++)
    if (strcmp (plays[i].name, text) == 0)
      return (MaqPlay) i;
  complain (self, _("“%s” is no way to play a line."), text);
  return MAQ_PLAY_HITS;
}

/* Takes the spaces and bar lines out of a grid and checks its signs. */
static char *
tidy_grid (Reader     *self,
           const char *grid,
           MaqPlay     play)
{
  g_autoptr (GString) signs = g_string_new (NULL);

  for (const char *sign = grid; *sign != '\0'; sign++)
    {
      if (strchr (" |\n\t\r", *sign) != NULL)
        continue;
      if (strchr (".-", *sign) == NULL && strchr (plays[play].signs, *sign) == NULL)
        {
          g_autofree char *shown = g_utf8_validate (sign, -1, NULL)
                                     ? g_utf8_substring (sign, 0, 1) : g_strdup ("?");

          complain (self, _("A line of “%s” knows the signs %s . - but not “%s”."),
                    plays[play].name, plays[play].signs, shown);
          return NULL;
        }
      g_string_append_c (signs, *sign);
    }
  return g_string_free (g_steal_pointer (&signs), FALSE);
}

/* What the last sign of a pattern holds may go on where the pattern begins anew. */
static gsize
sign_length (const char *signs,
             gsize       n_signs,
             gsize       at,
             gboolean    rings)
{
  gsize end = at + 1;

  while (end < n_signs && (signs[end] == '-' || (rings && signs[end] == '.')))
    end++;
  for (gsize i = 0; end >= n_signs && i < at && signs[i] == '-'; i++)
    end++;
  return end - at;
}

static void
read_events (Reader       *self,
             MaqStyleLine *line,
             const char   *signs)
{
  const MaqBeats *beats = &self->style->beats;
  MaqTick bar_ticks = beats->starts[beats->n];
  MaqTick tail_ticks = self->pattern->tail_ticks;
  gsize bar_steps = (gsize) self->beats * self->steps;
  gsize n_steps = bar_steps * self->pattern->bars;
  gsize n_signs = strlen (signs);
  g_autofree char *whole = NULL;

  if (n_signs == 0 || n_signs > n_steps || n_steps % n_signs != 0)
    {
      complain (self, _("The grid has %zu signs; the pattern has %zu steps (or a part that fits)."),
                n_signs, n_steps);
      return;
    }
  self->n_all_steps += n_steps;
  if (self->n_all_steps > MAQ_STYLE_MAX_ALL_STEPS)
    {
      complain (self, _("All lines together may have %d steps."), MAQ_STYLE_MAX_ALL_STEPS);
      return;
    }
  whole = g_malloc (n_steps + 1);
  for (gsize i = 0; i < n_steps; i++)
    whole[i] = signs[i % n_signs];
  whole[n_steps] = '\0';
  line->events = g_new0 (MaqStyleEvent, n_steps);
  for (gsize i = 0; i < n_steps; i++)
    {
      MaqStyleEvent *event = &line->events[line->n_events];
      MaqTick in_bar = bar_ticks - tail_ticks
                       + (MaqTick) (i % bar_steps) * tail_ticks / (MaqTick) bar_steps;

      if (strchr (".-", whole[i]) != NULL)
        continue;
      event->bar = (guint8) (i / bar_steps);
      event->beat = (guint8) maq_beats_find (beats, in_bar);
      event->offset_ticks = (gint16) (in_bar - beats->starts[event->beat]);
      event->length_ticks
        = (gint32) ((MaqTick) sign_length (whole, n_steps, i, line->rings) * tail_ticks
                    / (MaqTick) bar_steps);
      event->sign = whole[i];
      line->n_events++;
    }
}

static guint8
read_drum (Reader *self)
{
  g_autofree char *name = need_attribute (self, "drum");
  guint8 key = name != NULL ? maq_drum_from_name (name) : 0;

  if (name != NULL && key == 0)
    complain (self, _("There is no drum “%s”."), name);
  return key;
}

static void
open_line (Reader *self)
{
  static const char *const yes_no[] = { "yes", "no", NULL };
  static const char *const no_yes[] = { "no", "yes", NULL };
  static const char *const ahead[] = { "no", "yes", "beat", NULL };
  g_autofree char *grid = need_attribute (self, "grid");
  g_autofree char *signs = NULL;
  MaqStyleLine line = { 0 };

  if (self->pattern == NULL)
    complain (self, _("The element <%s> belongs into a <pattern>."), "line");
  if (self->error != NULL)
    return;
  if (self->pattern->lines->len >= MAQ_STYLE_MAX_LINES)
    complain (self, _("A pattern may have %d lines."), MAQ_STYLE_MAX_LINES);
  line.play = read_play (self);
  if (maq_role_is_drums ((MaqRole) self->role) != (line.play == MAQ_PLAY_HITS))
    complain (self, _("Drums play “hits”, and nobody else does."));
  if (line.play == MAQ_PLAY_WALK && self->role != MAQ_ROLE_BASS)
    complain (self, _("Only the bass walks."));
  line.from = (guint8) count_attribute (self, "from", 1, MAQ_STYLE_N_STEPS, 1);
  line.drum = line.play == MAQ_PLAY_HITS ? read_drum (self) : 0;
  line.voices = (guint8) count_attribute (self, "voices", 1, 6, 0);
  line.octave = (gint8) number_attribute (self, "octave", -3, 3, 0);
  line.gate = (guint8) count_attribute (self, "gate", 5, 100, 100);
  line.loud = (gint8) number_attribute (self, "loud", -60, 30, 0);
  line.rings = (line.play == MAQ_PLAY_STRUM) ? word_attribute (self, "rings", yes_no) == 0
                                             : word_attribute (self, "rings", no_yes) == 1;
  line.ties = word_attribute (self, "ties", no_yes) == 1;
  line.ahead_halves = (guint8) word_attribute (self, "ahead", ahead);
  line.late_ms = (gint8) lrint (number_attribute (self, "late", -30, 30, 0));
  signs = tidy_grid (self, grid, line.play);
  if (signs != NULL)
    read_events (self, &line, signs);
  g_array_append_val (self->pattern->lines, line);
}

static void
open_element (Reader     *self,
              const char *name,
              int         depth)
{
  if (depth == 0 && strcmp (name, "style") == 0)
    open_style (self);
  else if (depth == 1 && strcmp (name, "about") == 0)
    self->about = self->about != NULL ? self->about : g_string_new (NULL);
  else if (depth == 1 && strcmp (name, "tuning") == 0)
    open_tuning (self);
  else if (depth == 1 && strcmp (name, "role") == 0)
    open_role (self);
  else if (depth == 2 && is_pattern (name))
    open_pattern (self, name);
  else if (depth == 3 && strcmp (name, "line") == 0)
    open_line (self);
  else
    complain (self, _("The element <%s> is not known here."), name);
}

static void
close_element (Reader     *self,
               const char *name)
{
  if (strcmp (name, "role") == 0)
    self->role = -1;
  else if (is_pattern (name))
    self->pattern = NULL;
}

static void
read_node (Reader *self)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (self->xml);
  const char *value = (const char *) xmlTextReaderConstValue (self->xml);
  gboolean is_empty;

  switch (xmlTextReaderNodeType (self->xml))
    {
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
      complain (self, _("A style has no DOCTYPE and no entities; take them out."));
      break;
    case XML_READER_TYPE_ELEMENT:
      is_empty = xmlTextReaderIsEmptyElement (self->xml) == 1;
      open_element (self, name, xmlTextReaderDepth (self->xml));
      if (is_empty)
        close_element (self, name);
      break;
    case XML_READER_TYPE_END_ELEMENT:
      close_element (self, name);
      break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
      if (self->about != NULL && xmlTextReaderDepth (self->xml) == 2)
        g_string_append (self->about, value);
      else
        complain (self, _("There is text where no text belongs."));
      break;
    default:
      break;
    }
}

static char *
take_about (Reader *self)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  words = g_strsplit_set (self->about != NULL ? self->about->str : "", " \n\t\r", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
take_xml_error (Reader *self)
{
  const xmlError *error = xmlGetLastError ();
  g_autofree char *text = g_strdup (error != NULL && error->message != NULL ? error->message
                                                                            : "?");

  g_set_error (&self->error, MAQ_STYLE_ERROR, MAQ_STYLE_ERROR_INVALID,
               _("%s:%d: This is not well-formed XML: %s"), self->file_name,
               error != NULL ? MAX (error->line, 1) : 1, g_strstrip (text));
}

MaqStyle *
maq_style_parse (const char  *text,
                 gsize        length,
                 const char  *file_name,
                 GError     **error)
{
  Reader self = { .file_name = file_name, .role = -1 };
  g_autoptr (MaqStyle) style = maq_style_new_empty ();
  int status = -1;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  if (length > MAQ_STYLE_MAX_BYTES)
    {
      g_set_error (error, MAQ_STYLE_ERROR, MAQ_STYLE_ERROR_TOO_LARGE,
                   _("%s: A style may have %d bytes."), file_name, MAQ_STYLE_MAX_BYTES);
      return NULL;
    }
  xmlResetLastError ();
  self.style = style;
  self.xml = xmlReaderForMemory (length > 0 ? text : " ", (int) MAX (length, 1), NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOERROR
                                   | XML_PARSE_NOWARNING);
  while (self.error == NULL && (status = xmlTextReaderRead (self.xml)) == 1)
    read_node (&self);
  if (self.error == NULL && status != 0)
    take_xml_error (&self);
  style->about = take_about (&self);
  if (self.about != NULL)
    g_string_free (self.about, TRUE);
  xmlFreeTextReader (self.xml);
  if (self.error == NULL)
    return g_steal_pointer (&style);
  g_propagate_error (error, self.error);
  return NULL;
}

MaqStyle *
maq_style_load (const char  *path,
                GError     **error)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = g_filename_display_name (path);
  GStatBuf status;
  gsize length;

  if (g_stat (path, &status) == 0 && status.st_size > MAQ_STYLE_MAX_BYTES)
    {
      g_set_error (error, MAQ_STYLE_ERROR, MAQ_STYLE_ERROR_TOO_LARGE,
                   _("%s: A style may have %d bytes."), shown, MAQ_STYLE_MAX_BYTES);
      return NULL;
    }
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return maq_style_parse (text, length, shown, error);
}
