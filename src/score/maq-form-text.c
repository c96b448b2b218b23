/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-form-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "maq-form-words.h"
#include "maq-limits.h"

/* So many words that are not known are named; more are counted. */
#define MAX_DOUBTS 4

#define MAX_TIMES 100

/* One section as it is being read: what is left of it from the right. */
typedef struct
{
  MaqArrangement *arrangement;
  const char     *text;
  const char     *part;     /* of it, that is being read */
  int             n_of_kind[MAQ_N_SECTION_KINDS];
  char          **words;
  guint           n_words;
  MaqFormItem     item;
  int             times;
} Reading;

static void
clear_item (gpointer item)
{
  g_free (((MaqFormItem *) item)->name);
}

/* "column 12"; in a text of several lines "line 2, column 5" */
static char *
dup_place (const char *text,
           gsize       at)
{
  const char *start = text;
  int line = 1;
  int column;

  for (const char *c = text; c < text + at; c++)
    if (*c == '\n')
      {
        line++;
        start = c + 1;
      }
  column = (int) g_utf8_strlen (start, text + at - start) + 1;
  if (strchr (text, '\n') == NULL)
    /* translators: where in a text of one line something stands */
    return g_strdup_printf (_("column %d"), column);

  /* translators: where in a text of several lines something stands */
  return g_strdup_printf (_("line %d, column %d"), line, column);
}

static gboolean
refuse (Reading     *self,
        const char  *part,
        GError     **error)
{
  g_autofree char *place = dup_place (self->text, (gsize) (self->part - self->text));

  g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
               /* translators: what somebody typed, and where that stands: "column 12" */
               _("“%s” (%s) is not understood. Write a section, its bars and how often it "
                 "comes, such as “C 8 x2”."), part, place);
  return FALSE;
}

/* the number that @text is, at most one more than there may be bars; or -1 */
static int
read_number (const char *text)
{
  int number = 0;

  if (*text == '\0')
    return -1;
  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isdigit (*text))
        return -1;
      number = MIN (number * 10 + (*text - '0'), MAQ_LIMIT_BARS + 1);
    }

  return number;
}

/* how often, from "x2", "×2" or "2x"; -1 if it says nothing of the kind */
static int
read_times (const char *word)
{
  gsize length = strlen (word);
  g_autofree char *digits = NULL;

  if (g_ascii_tolower (word[0]) == 'x' || word[0] == '*')
    return read_number (word + 1);
  if (g_str_has_prefix (word, "×"))
    return read_number (word + strlen ("×"));
  if (length < 2 || g_ascii_tolower (word[length - 1]) != 'x')
    return -1;

  digits = g_strndup (word, length - 1);
  return read_number (digits);
}

/* What a text can't have in a name, maq_form_text_format() writes as blanks. */
#define UNWRITABLE "\"\n\r"

/* whether two names are the same to people: "pre chorus" and "Pre-Chorus" */
static gboolean
is_called (const char *a,
           const char *b)
{
  g_autofree char *left = g_utf8_casefold (a, -1);
  g_autofree char *right = g_utf8_casefold (b, -1);

  g_strdelimit (left, "-_" UNWRITABLE, ' ');
  g_strdelimit (right, "-_" UNWRITABLE, ' ');
  return strcmp (left, right) == 0;
}

/* the one of just that name, before others that only sound the same */
static MaqSection *
find_named (MaqArrangement *arrangement,
            const char     *name)
{
  MaqSection *akin = NULL;

  for (guint i = 0; arrangement != NULL && i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSection *section = maq_arrangement_get_section (arrangement, i);

      if (g_str_equal (maq_section_get_name (section), name))
        return section;
      if (akin == NULL && is_called (maq_section_get_name (section), name))
        akin = section;
    }

  return akin;
}

static char *
join (Reading *self,
      guint    n_words)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", self->words[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
take_known_name (Reading    *self,
                 const char *name)
{
  MaqSection *section = find_named (self->arrangement, name);

  if (section == NULL)
    return FALSE;

  self->item.kind = maq_section_get_kind (section);
  self->item.name = g_strdup (maq_section_get_name (section));
  return TRUE;
}

/* "V2", "chorus", "Big finish" */
static void
take_new_name (Reading    *self,
               const char *name)
{
  gsize length = strlen (name);
  g_autofree char *letters = NULL;

  /* "Middle 8" has its number in its name */
  if (maq_form_word_find (name, &self->item.kind))
    return;
  while (length > 0 && g_ascii_isdigit (name[length - 1]))
    length--;
  letters = g_strndup (name, length);
  g_strchomp (letters);
  if (maq_form_word_find (letters, &self->item.kind))
    {
      int number = read_number (name + length);

      self->item.number = MAX (number, 0);
      if (number > 0)
        self->item.name = g_strdup_printf ("%s %d", maq_section_kind_get_label (self->item.kind),
                                           number);
      return;
    }

  self->item.kind = maq_section_kind_guess (name);
  self->item.name = g_strdup (name);
  self->item.is_unknown = self->item.kind == MAQ_SECTION_OTHER;
}

/* "Chorus 2" is a name if it is the second one of the text; "Intro 2" has two bars */
static gboolean
is_ordinal (Reading    *self,
            const char *letters,
            int         number)
{
  MaqSectionKind kind = MAQ_SECTION_OTHER;

  if (!maq_form_word_find (letters, &kind))
    return FALSE;

  return (kind == MAQ_SECTION_VERSE || kind == MAQ_SECTION_CHORUS ||
          kind == MAQ_SECTION_PRE_CHORUS) &&
         number == self->n_of_kind[kind] + 1;
}

static gboolean
read_name_and_bars (Reading *self)
{
  g_autofree char *all = join (self, self->n_words);
  g_autofree char *letters = NULL;
  int number = -1;

  if (take_known_name (self, all))
    return TRUE;
  if (self->n_words > 1)
    number = read_number (self->words[self->n_words - 1]);
  if (number < 0)
    {
      take_new_name (self, all);
      return read_number (all) < 0;
    }

  letters = join (self, self->n_words - 1);
  if (take_known_name (self, letters))
    self->item.bars = number;
  else if (is_ordinal (self, letters, number))
    take_new_name (self, all);
  else
    {
      take_new_name (self, letters);
      self->item.bars = number;
    }

  return number >= 1 && number <= MAQ_LIMIT_BARS;
}

/* a quoted name comes as one word; the rest is a length */
static gboolean
read_quoted (Reading    *self,
             const char *name)
{
  if (self->n_words == 1)
    self->item.bars = read_number (self->words[0]);
  if (self->n_words > 1 || self->item.bars < 0 || self->item.bars > MAQ_LIMIT_BARS ||
      (self->n_words == 1 && self->item.bars == 0) || name[0] == '\0')
    return FALSE;

  if (!take_known_name (self, name))
    {
      self->item.kind = maq_section_kind_guess (name);
      self->item.name = g_strdup (name);
    }
  return TRUE;
}

static gboolean
read_times_and_unit (Reading *self)
{
  self->times = 1;
  if (self->n_words > 0 && read_times (self->words[self->n_words - 1]) >= 0)
    self->times = read_times (self->words[--self->n_words]);
  if (self->n_words > 1 && read_number (self->words[self->n_words - 2]) > 0 &&
      (g_ascii_strcasecmp (self->words[self->n_words - 1], "bars") == 0 ||
       g_ascii_strcasecmp (self->words[self->n_words - 1], "bar") == 0))
    self->n_words--;

  return self->times >= 1 && self->times <= MAX_TIMES;
}

static gboolean
read_item (Reading     *self,
           const char  *part,
           GError     **error)
{
  g_autofree char *name = NULL;
  g_auto(GStrv) all = NULL;
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  const char *rest = part;
  const char *end = part[0] == '"' ? strchr (part + 1, '"') : NULL;

  if (end != NULL)
    {
      name = g_strndup (part + 1, end - part - 1);
      rest = end + 1;
    }
  all = g_strsplit_set (rest, " \t", -1);
  for (guint i = 0; all[i] != NULL; i++)
    if (all[i][0] != '\0')
      g_ptr_array_add (words, all[i]);

  self->item = (MaqFormItem) { .at = (gsize) (self->part - self->text) };
  self->words = (char **) words->pdata;
  self->n_words = words->len;
  if (read_times_and_unit (self) &&
      (name != NULL ? read_quoted (self, name) : self->n_words > 0 && read_name_and_bars (self)))
    return TRUE;

  clear_item (&self->item);
  return refuse (self, part, error);
}

/* the second and later ones of a repeat are new ones of their kind */
static gboolean
append (Reading  *self,
        GArray   *items,
        GError  **error)
{
  if (items->len + self->times > MAQ_FORM_TEXT_MAX_ITEMS)
    {
      clear_item (&self->item);
      g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                   _("These are more than %d sections. Write fewer of them."),
                   MAQ_FORM_TEXT_MAX_ITEMS);
      return FALSE;
    }

  self->n_of_kind[self->item.kind] += self->times;
  g_array_append_val (items, self->item);
  for (int i = 1; i < self->times; i++)
    {
      MaqFormItem again = { .kind = self->item.kind, .name = g_strdup (self->item.name),
                            .bars = self->item.bars, .at = self->item.at };

      g_array_append_val (items, again);
    }

  return TRUE;
}

/* the end of the section that begins at @text: commas within a name don't part */
static const char *
find_end (const char *text)
{
  gboolean is_quoted = FALSE;

  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        is_quoted = !is_quoted;
      if (*text == '\n' || (!is_quoted && (*text == ',' || *text == ';')))
        return text;
    }

  return text;
}

/* "intro verse chorus": who types no commas gets a section for each word, from three on, as two
 * may be a name. %NULL if that is not what is meant. */
static GPtrArray *
split_row (MaqArrangement *arrangement,
           const char     *part)
{
  g_auto(GStrv) words = g_strsplit_set (part, " \t", -1);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  MaqSectionKind kind;

  if (find_named (arrangement, part) != NULL)
    return NULL;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *pair = words[i + 1] != NULL ? g_strdup_printf ("%s %s", words[i],
                                                                      words[i + 1]) : NULL;

      if (words[i][0] == '\0')
        continue;
      if (pair != NULL && maq_form_word_find (pair, &kind))
        {
          g_ptr_array_add (names, g_steal_pointer (&pair));
          i++;
        }
      else if (maq_form_word_find (words[i], &kind))
        g_ptr_array_add (names, g_strdup (words[i]));
      else
        return NULL;
    }

  return names->len > 2 ? g_steal_pointer (&names) : NULL;
}

static gboolean
read_part (Reading     *self,
           const char  *part,
           GArray      *items,
           GError     **error)
{
  g_autoptr(GPtrArray) names = split_row (self->arrangement, part);

  if (names == NULL)
    return read_item (self, part, error) && append (self, items, error);
  for (guint i = 0; i < names->len; i++)
    if (!read_item (self, g_ptr_array_index (names, i), error) || !append (self, items, error))
      return FALSE;

  return TRUE;
}

GArray *
maq_form_text_parse (const char      *text,
                     MaqArrangement  *arrangement,
                     GError         **error)
{
  g_autoptr(GArray) items = g_array_new (FALSE, FALSE, sizeof (MaqFormItem));
  Reading reading = { .arrangement = arrangement, .text = text };

  g_return_val_if_fail (text != NULL, NULL);

  g_array_set_clear_func (items, clear_item);
  for (const char *at = text, *end; ; at = end + 1)
    {
      g_autofree char *part = NULL;

      end = find_end (at);
      reading.part = at + strspn (at, " \t\r\v\f");
      part = g_strndup (at, end - at);
      g_strstrip (part);
      if (part[0] != '\0' && !read_part (&reading, part, items, error))
        return NULL;
      if (*end == '\0')
        break;
    }

  if (items->len == 0)
    {
      g_set_error_literal (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                           _("Write at least one section, such as “Verse 16”."));
      return NULL;
    }

  return g_steal_pointer (&items);
}

/* the word of an item without its number */
static char *
dup_letters (const char *name)
{
  gsize length = strlen (name);

  while (length > 0 && g_ascii_isdigit (name[length - 1]))
    length--;
  return g_strchomp (g_strndup (name, length));
}

static char *
dup_item_doubt (const char        *text,
                const MaqFormItem *item)
{
  g_autofree char *letters = dup_letters (item->name);
  g_autofree char *place = dup_place (text, item->at);
  const char *guess = maq_form_word_guess (letters);

  if (guess == NULL)
    /* translators: what somebody typed, and where that stands: "column 12" */
    return g_strdup_printf (_("“%s” (%s) is not known: a section without a kind. Quotation "
                              "marks keep it as a name."), item->name, place);
  /* translators: what somebody typed, where that stands, and a word that is known */
  return g_strdup_printf (_("“%s” (%s) is not known: a section without a kind. Do you mean "
                            "“%s”?"), item->name, place, guess);
}

char *
maq_form_text_dup_doubt (const char *text,
                         GArray     *items)
{
  g_autoptr(GString) doubts = g_string_new (NULL);
  gsize at = G_MAXSIZE;
  guint n_unknown = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const MaqFormItem *item = &g_array_index (items, MaqFormItem, i);
      g_autofree char *doubt = NULL;

      /* what comes several times stands in the text once */
      if (!item->is_unknown || item->at == at)
        continue;
      at = item->at;
      if (++n_unknown > MAX_DOUBTS)
        continue;
      doubt = dup_item_doubt (text, item);
      g_string_append_printf (doubts, "%s%s", doubts->len > 0 ? "\n" : "", doubt);
    }

  if (n_unknown > MAX_DOUBTS)
    {
      guint more = n_unknown - MAX_DOUBTS;

      g_string_append_c (doubts, '\n');
      g_string_append_printf (doubts, g_dngettext (GETTEXT_PACKAGE, "%u more word is not known.",
                                                   "%u more words are not known.", more), more);
    }
  return n_unknown == 0 ? NULL : g_string_free (g_steal_pointer (&doubts), FALSE);
}

/* whether a name can be told from what stands around it */
static gboolean
needs_quotes (const char *name)
{
  return strpbrk (name, ",;\t") != NULL || strstr (name, "  ") != NULL || name[0] == '\0' ||
         name[0] == ' ' || g_str_has_suffix (name, " ");
}

char *
maq_form_text_format (MaqArrangement *arrangement)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (arrangement != NULL, NULL);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSection *section = maq_arrangement_get_section (arrangement, i);
      const char *name = maq_section_get_name (section);
      g_autofree char *plain = NULL;

      if (name[0] == '\0')
        name = maq_section_kind_get_label (maq_section_get_kind (section));
      plain = g_strdelimit (g_strdup (name), UNWRITABLE, ' ');
      g_string_append_printf (text, needs_quotes (plain) ? "%s\"%s\" %d" : "%s%s %d",
                              i > 0 ? ", " : "", plain,
                              maq_section_get_fields (
                                maq_arrangement_get_resolved (arrangement, i))->bars);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
