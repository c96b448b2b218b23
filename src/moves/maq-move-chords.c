/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "maq-chord-text.h"

/* A bar that is typed, and the bars that it is typed into. */
typedef struct
{
  const MaqSectionFields *resolved;
  MaqMeter                meter;
  MaqKey                  key;
  char                  **bars;     /* as texts */
  int                     n_bars;
} Sheet;

static void
sheet_clear (Sheet *self)
{
  g_clear_pointer (&self->bars, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

/* A section without chords plays its tonic, which must not go with the first chord. */
static void
write_tonic (Sheet *self,
             int    bar)
{
  char name[MAQ_NOTE_NAME_TEXT_MAX];
  gboolean is_minor = (maq_key_scale (self->key) & 1u << 3) != 0;

  if (self->resolved->chords != NULL || bar == 0)
    return;

  g_free (self->bars[0]);
  self->bars[0] = g_strconcat (maq_note_name_format (self->key.tonic, name),
                               is_minor ? "m" : "", NULL);
}

/* Where the chords begin again, typing into what is repeated writes all of it out; @end is
 * the bar after what is typed. */
static void
sheet_init (Sheet      *self,
            MaqProject *root,
            MaqSection *resolved,
            int         bar,
            int         end)
{
  const MaqSectionFields *fields = maq_section_get_fields (resolved);
  const MaqSongFields *song = maq_song_get_fields (maq_project_get_current (root));
  int chord_bars = fields->chord_bars;

  self->resolved = fields;
  self->meter = maq_meter_is_set (fields->meter) ? fields->meter : song->meter;
  self->key = maq_key_is_set (fields->key) ? fields->key : song->key;
  self->n_bars = end <= chord_bars ? chord_bars : MAX (fields->bars, chord_bars);
  self->bars = maq_chord_text_dup_bars (fields->chords, chord_bars, self->n_bars, self->meter,
                                        fields->odd_bars, self->key, MAQ_CHORD_NOTATION_NAMES);
  write_tonic (self, bar);
}

static void
sheet_put (Sheet     *self,
           int        bar,
           GPtrArray *typed)
{
  for (guint i = 0; i < typed->len; i++)
    {
      g_free (self->bars[bar + i]);
      self->bars[bar + i] = g_strdup (g_ptr_array_index (typed, i));
    }
}

/* Chords may hang on bars that the section does not have now; a bar of its own must be there. */
static gboolean
require_bars (const MaqSectionFields *resolved,
              int                     bar,
              guint                   n_bars,
              GError                **error)
{
  if (bar < 0 || bar >= resolved->bars)
    return maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_THERE,
                            _("The section has no bar %d. Choose another one."), bar + 1);
  if (n_bars > (guint) (resolved->bars - bar))
    return maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "There is only %d bar left in the section. Type fewer, "
                                         "or make it longer.",
                                         "There are only %d bars left in the section. Type fewer, "
                                         "or make it longer.", resolved->bars - bar),
                            resolved->bars - bar);
  return TRUE;
}

/* "G :|" closes a repeat that goes back to the start of the section; cuts the sign off. */
static gboolean
take_repeat (char *text)
{
  g_strstrip (text);
  if (!g_str_has_suffix (text, ":|") || strstr (text, "|:") != NULL)
    return FALSE;

  text[strlen (text) - 2] = '\0';
  g_strchomp (text);
  return TRUE;
}

static MaqVec *
read_sheet (const Sheet  *self,
            int          *n_bars,
            GError      **error)
{
  g_autofree char *joined = g_strjoinv (" | ", self->bars);
  g_autofree char *text = g_strconcat ("| ", joined, " |", NULL);
  g_autoptr(GError) local_error = NULL;
  MaqVec *chords = maq_chord_text_parse_in_key (text, self->key, self->meter,
                                                self->resolved->odd_bars, n_bars, &local_error);

  if (chords == NULL)
    maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE, "%s", local_error->message);
  return chords;
}

static MaqProject *
apply_bar (MaqMove     *self,
           MaqProject  *root,
           GError     **error)
{
  g_autofree char *text = g_strdup (self->text != NULL ? self->text : "");
  gboolean repeats = take_repeat (text);
  gboolean keeps_bar = repeats && text[0] == '\0';
  g_autoptr(GPtrArray) typed = maq_chord_text_split (text);
  g_auto(Sheet) sheet = { 0 };
  g_autoptr(MaqVec) chords = NULL;
  MaqSectionFields fields;
  MaqSection *resolved;
  int end = self->number + (int) typed->len;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;

  resolved = maq_arrangement_get_resolved (
    maq_project_get_arrangement (root),
    maq_arrangement_find_section (maq_project_get_arrangement (root), self->section));
  if (!require_bars (maq_section_get_fields (resolved), self->number, typed->len, error))
    return NULL;

  sheet_init (&sheet, root, resolved, self->number, end);
  if (!keeps_bar)
    sheet_put (&sheet, self->number, typed);
  for (int i = end; repeats && i < sheet.n_bars; i++)
    g_clear_pointer (&sheet.bars[i], g_free);

  chords = read_sheet (&sheet, &fields.chord_bars, error);
  if (chords == NULL)
    return NULL;
  if (maq_vec_get_length (chords) == 0)
    fields.chord_bars = 0;
  else if (fields.chord_bars == sheet.resolved->chord_bars && sheet.resolved->chords != NULL &&
           maq_vec_equal (sheet.resolved->chords, chords))
    return maq_project_ref (root);

  fields.chords = fields.chord_bars > 0 ? chords : NULL;
  return maq_move_end_section (root, &fields);
}

static char *
dup_bar_label (MaqMove    *self,
               MaqProject *root)
{
  /* translators: bar of the section, section, how a chord is played: "Bar 3 of Verse 1: Push" */
  return g_strdup_printf (_("Bar %d of %s: %s"), self->number + 1,
                          maq_move_section_name (root, self->section),
                          self->text != NULL ? self->text : ".");
}

MaqMove *
maq_move_section_bar_chords (MaqId       section,
                             int         bar,
                             const char *text)
{
  static const MaqMoveClass move_class = { apply_bar, dup_bar_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section, .number = bar,
                                    .text = maq_move_some (text) });
}
