/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-diff-private.h"

#include <glib/gi18n-lib.h>

#include "maq-vec-private.h"

static MaqId
section_id (gpointer section)
{
  return maq_section_get_id (section);
}

/* what @section states, or the one it follows */
static MaqSection *
find_followed (MaqArrangement *arrangement,
               MaqSection     *section)
{
  MaqId id = maq_section_get_fields (section)->follows;
  int index = id != MAQ_ID_NONE ? maq_arrangement_find_section (arrangement, id) : -1;

  return index >= 0 ? maq_arrangement_get_section (arrangement, index) : NULL;
}

static int
count_bars (MaqArrangement *arrangement,
            MaqSection     *section)
{
  MaqSection *followed = find_followed (arrangement, section);
  int bars = maq_section_get_fields (section)->bars;

  return bars == 0 && followed != NULL ? maq_section_get_fields (followed)->bars : bars;
}

static int
find_level (MaqArrangement *arrangement,
            MaqSection     *section,
            MaqId           layer)
{
  MaqSection *followed = find_followed (arrangement, section);
  MaqPart *part = maq_section_find_part (section, layer);

  if (part == NULL && followed != NULL)
    part = maq_section_find_part (followed, layer);

  return part != NULL ? maq_part_get_level (part) : 0;
}

/* "Strings in": a name in front of what is said of a part */
static gboolean
say_level (MaqDiffWriter *self,
           MaqPath        path,
           MaqChangeKind  kind,
           const char    *section,
           int            before,
           int            after)
{
  const char *layer = maq_diff_layer_name (self, path.layer);

  if (before == after)
    return FALSE;

  if (after == 0)
    /* translators: a layer is taken out of a section: "Verse 1: Strings out" */
    maq_diff_say (self, path, kind, _("%s: %s out"), section, layer);
  else if (before == 0)
    /* translators: "Verse 1: Strings in at 5" */
    maq_diff_say (self, path, kind, _("%s: %s in at %d"), section, layer, after);
  else
    maq_diff_say (self, path, kind, _("%s: %s %d → %d"), section, layer, before, after);

  return TRUE;
}

static void
say_entry (MaqDiffWriter       *self,
           MaqPath              path,
           const char          *name,
           const MaqPartFields *fields)
{
  if (fields->exit_bar != 0)
    /* translators: where a layer plays: "Verse 1: Strings in bars 5 to 8 of the section" */
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s in bars %d to %d of the section"), name,
                  fields->entry_bar + 1, fields->exit_bar);
  else if (fields->entry_bar != 0)
    /* translators: "Verse 1: Strings from bar 5 of the section" */
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s from bar %d of the section"), name,
                  fields->entry_bar + 1);
  else
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s from start to end"), name);
}

static void
compare_part (MaqDiffWriter *self,
              MaqPath        path,
              const char    *section,
              MaqPart       *before,
              MaqPart       *after)
{
  const MaqPartFields *a = maq_part_get_fields (before);
  const MaqPartFields *b = maq_part_get_fields (after);
  g_autofree char *name = NULL;

  say_level (self, path, MAQ_CHANGE_CHANGED, section, a->level, b->level);

  name = g_strdup_printf (_("%s: %s"), section, maq_diff_layer_name (self, path.layer));
  if (a->entry_bar != b->entry_bar || a->exit_bar != b->exit_bar)
    say_entry (self, path, name, b);
  if (!maq_sound_equal0 (a->sound, b->sound))
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: another sound"), name);
  maq_diff_compare_text (self, path, name, _("pattern"), a->pattern, b->pattern);
  maq_diff_compare_text (self, path, name, _("style"), a->style, b->style);
  maq_diff_compare_text (self, path, name, _("motif"), a->motif, b->motif);
  maq_diff_compare_text (self, path, name, _("direction"), a->direction, b->direction);
  if (a->pinned != b->pinned)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, b->pinned ? _("%s pinned") : _("%s unpinned"),
                  name);
  maq_diff_compare_text (self, path, name, _("content of other programs"), a->foreign, b->foreign);
}

/* A part of its own appears or goes; the level may stay what it was, taken over. */
static void
report_part (MaqDiffWriter *self,
             MaqPath        path,
             MaqSection    *before,
             MaqSection    *after,
             MaqPart       *part,
             MaqChangeKind  kind)
{
  const char *section = maq_section_get_name (after);
  const char *layer = maq_diff_layer_name (self, path.layer);

  if (say_level (self, path, kind, section, find_level (self->before, before, path.layer),
                 find_level (self->after, after, path.layer)))
    return;

  if (kind == MAQ_CHANGE_ADDED && maq_part_get_fields (part)->pinned)
    /* translators: a part that proposals leave alone: "Verse 1: Strings pinned" */
    maq_diff_say (self, path, kind, _("%s: %s pinned"), section, layer);
  else if (kind == MAQ_CHANGE_ADDED)
    maq_diff_say (self, path, kind, _("%s: %s goes its own way"), section, layer);
  else if (maq_part_get_fields (part)->pinned)
    maq_diff_say (self, path, kind, _("%s: %s unpinned"), section, layer);
  else
    maq_diff_say (self, path, kind, _("%s: %s no longer goes its own way"), section, layer);
}

/* Parts of layers that come or go are told with the layer. */
static gboolean
is_in_both (MaqDiffWriter *self,
            MaqId          layer)
{
  return maq_arrangement_find_layer (self->before, layer) >= 0 &&
         maq_arrangement_find_layer (self->after, layer) >= 0;
}

static void
compare_parts_of (MaqDiffWriter *self,
                  MaqSection    *before,
                  MaqSection    *after,
                  MaqPart       *a,
                  MaqPart       *b)
{
  MaqPath path = self->path;

  path.section = maq_section_get_id (after);
  path.layer = maq_part_get_layer (a != NULL ? a : b);
  if (a == b || !is_in_both (self, path.layer))
    return;

  if (a == NULL)
    report_part (self, path, before, after, b, MAQ_CHANGE_ADDED);
  else if (b == NULL)
    report_part (self, path, before, after, a, MAQ_CHANGE_REMOVED);
  else if (!maq_part_equal (a, b))
    compare_part (self, path, maq_section_get_name (after), a, b);
}

/* both are in the order of the layers' ids */
static void
compare_parts (MaqDiffWriter *self,
               MaqSection    *before,
               MaqSection    *after)
{
  guint n_before = maq_section_get_n_parts (before);
  guint n_after = maq_section_get_n_parts (after);
  guint i = 0, j = 0;

  while (i < n_before || j < n_after)
    {
      MaqPart *a = i < n_before ? maq_section_get_part (before, i) : NULL;
      MaqPart *b = j < n_after ? maq_section_get_part (after, j) : NULL;
      MaqId left = a != NULL ? maq_part_get_layer (a) : G_MAXUINT64;
      MaqId right = b != NULL ? maq_part_get_layer (b) : G_MAXUINT64;

      compare_parts_of (self, before, after, left <= right ? a : NULL, right <= left ? b : NULL);
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
}

static void
compare_time (MaqDiffWriter *self,
              MaqPath        path,
              MaqSection    *before,
              MaqSection    *after)
{
  const MaqSectionFields *a = maq_section_get_fields (before);
  const MaqSectionFields *b = maq_section_get_fields (after);
  const char *name = maq_section_get_name (after);

  if (a->bars != b->bars)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED,
                  g_dngettext (GETTEXT_PACKAGE, "%s: %d → %d bar", "%s: %d → %d bars",
                               (gulong) count_bars (self->after, after)),
                  name, count_bars (self->before, before), count_bars (self->after, after));
  if (!maq_meter_equal (a->meter, b->meter))
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: another meter"), name);
  if (!maq_key_equal (a->key, b->key))
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: another key"), name);
  if (!maq_vec_equal0 (a->odd_bars, b->odd_bars))
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: other odd bars"), name);
  if (a->tempo_qpm != b->tempo_qpm)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: another tempo"), name);
}

static void
compare_words (MaqDiffWriter *self,
               MaqPath        path,
               MaqSection    *before,
               MaqSection    *after)
{
  const MaqSectionFields *a = maq_section_get_fields (before);
  const MaqSectionFields *b = maq_section_get_fields (after);
  const char *name = maq_section_get_name (after);

  if (g_strcmp0 (a->name, b->name) != 0)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s is now called %s"),
                  maq_section_get_name (before), name);
  if (a->kind != b->kind)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, "%s: %s → %s", name,
                  maq_section_kind_get_label (a->kind), maq_section_kind_get_label (b->kind));
  if (a->space != b->space)
    /* translators: where the band is heard: "Chorus 1: space: Hall" */
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: space: %s"), name,
                  maq_space_get_label (b->space));
  if (a->dynamics != b->dynamics)
    /* translators: what the level of the mix does: "Chorus 1: dynamics: Swell" */
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: dynamics: %s"), name,
                  maq_dynamics_get_label (b->dynamics));
  if (a->feel != b->feel || a->feel_bars != b->feel_bars)
    /* translators: how the band's beat goes against the song's: "Bridge: feel: Half-time" */
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: feel: %s"), name,
                  maq_feel_get_label (b->feel));
  if (a->transition != b->transition || a->transition_beats != b->transition_beats)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: another way out"), name);
  if (a->chord_bars != b->chord_bars || !maq_vec_equal0 (a->chords, b->chords))
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: other chords"), name);
  if (!maq_vec_equal0 (a->lyrics, b->lyrics))
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: other lyrics"), name);
  maq_diff_compare_text (self, path, name, _("style"), a->style, b->style);
  maq_diff_compare_text (self, path, name, _("mood"), a->mood, b->mood);
  maq_diff_compare_text (self, path, name, _("content of other programs"), a->foreign, b->foreign);
}

static void
compare_follows (MaqDiffWriter *self,
                 MaqPath        path,
                 MaqSection    *before,
                 MaqSection    *after)
{
  MaqSection *followed = find_followed (self->after, after);

  if (maq_section_get_fields (before)->follows == maq_section_get_fields (after)->follows)
    return;

  if (followed != NULL)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s follows %s"), maq_section_get_name (after),
                  maq_section_get_name (followed));
  else
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s goes its own way"),
                  maq_section_get_name (after));
}

static void
compare_section (MaqDiffWriter *self,
                 gpointer       before,
                 gpointer       after)
{
  MaqPath path = self->path;

  path.section = maq_section_get_id (after);
  compare_words (self, path, before, after);
  compare_follows (self, path, before, after);
  compare_time (self, path, before, after);
  if (maq_section_get_fields (before)->parts != maq_section_get_fields (after)->parts)
    compare_parts (self, before, after);
}

static void
report_section (MaqDiffWriter *self,
                gpointer       section,
                MaqChangeKind  kind)
{
  const char *name = maq_section_get_name (section);
  MaqPath path = self->path;
  int bars;

  path.section = maq_section_get_id (section);
  if (kind == MAQ_CHANGE_ADDED)
    {
      bars = count_bars (self->after, section);
      maq_diff_say (self, path, kind,
                    g_dngettext (GETTEXT_PACKAGE, "%s added, %d bar", "%s added, %d bars",
                                 (gulong) bars),
                    name, bars);
    }
  else if (kind == MAQ_CHANGE_REMOVED)
    maq_diff_say (self, path, kind, _("%s deleted"), name);
  else
    maq_diff_say (self, path, kind, _("%s moved"), name);
}

const MaqDiffListClass maq_diff_section_class = { section_id, compare_section, report_section };
