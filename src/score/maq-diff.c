/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-diff-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "maq-form.h"
#include "maq-vec-private.h"

struct _MaqDiff
{
  GArray *changes;
  double  seconds_before;
  double  seconds_after;
};

void
maq_diff_say (MaqDiffWriter *self,
              MaqPath        path,
              MaqChangeKind  kind,
              const char    *format,
              ...)
{
  g_autofree char *sentence = NULL;
  MaqChange change = { .path = path, .kind = kind };
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);

  change.sentence = g_strconcat (self->prefix, sentence, NULL);
  g_array_append_val (self->changes, change);
}

void
maq_diff_compare_text (MaqDiffWriter *self,
                       MaqPath        path,
                       const char    *name,
                       const char    *what,
                       const char    *before,
                       const char    *after)
{
  if (g_strcmp0 (before != NULL ? before : "", after != NULL ? after : "") == 0)
    return;

  if (name == NULL)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, "%s", what);
  else
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: %s"), name, what);
}

void
maq_diff_compare_number (MaqDiffWriter *self,
                         MaqPath        path,
                         const char    *name,
                         const char    *what,
                         double         before,
                         double         after)
{
  g_autofree char *said = name != NULL ? g_strdup_printf (_("%s: %s"), name, what)
                                       : g_strdup (what);

  if (before == after)
    return;

  /* translators: what a number is of, before and after: "Bass: gain -3 → 0" */
  maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s %g → %g"), said, before, after);
}

void
maq_diff_compare_stated (MaqDiffWriter *self,
                         MaqPath        path,
                         const char    *name,
                         const char    *what,
                         MaqStated      before,
                         MaqStated      after)
{
  g_autofree char *said = name != NULL ? g_strdup_printf (_("%s: %s"), name, what)
                                       : g_strdup (what);

  if (maq_stated_equal (before, after))
    return;

  if (before.is_set && after.is_set)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s %g → %g"), said, before.value, after.value);
  else if (after.is_set)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, "%s %g", said, after.value);
  else
    /* translators: a number is no longer stated: "Bass: lag as usual" */
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s as usual"), said);
}

static MaqId
song_id (gpointer song)
{
  return maq_song_get_id (song);
}

static MaqId
arrangement_id (gpointer arrangement)
{
  return maq_arrangement_get_id (arrangement);
}

static void
compare_targets (MaqDiffWriter *self,
                 MaqPath        path,
                 const char    *name,
                 int            before,
                 int            after)
{
  if (before != after && after > 0)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: target length %d:%02d"), name, after / 60,
                  after % 60);
  else if (before != after)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: no target length"), name);
}

static void
compare_arrangement (MaqDiffWriter *self,
                     gpointer       before,
                     gpointer       after)
{
  MaqDiffWriter inner = *self;
  MaqPath path = self->path;
  const char *name = maq_arrangement_get_name (after);
  g_autofree char *prefix = NULL;

  path.arrangement = maq_arrangement_get_id (after);
  maq_diff_compare_text (self, path, maq_arrangement_get_name (before), _("name"),
                         maq_arrangement_get_name (before), name);
  maq_diff_compare_text (self, path, name, _("note"), maq_arrangement_get_fields (before)->note,
                         maq_arrangement_get_fields (after)->note);
  compare_targets (self, path, name, maq_arrangement_get_fields (before)->target_seconds,
                   maq_arrangement_get_fields (after)->target_seconds);

  inner.path = path;
  if (self->after != after)
    inner.prefix = prefix = g_strdup_printf ("%s%s: ", self->prefix, name);
  maq_diff_compare_arrangements (&inner, before, after);
}

static void
report_thing (MaqDiffWriter *self,
              MaqPath        path,
              MaqChangeKind  kind,
              const char    *name)
{
  switch (kind)
    {
    case MAQ_CHANGE_ADDED:
      maq_diff_say (self, path, kind, _("%s added"), name);
      break;
    case MAQ_CHANGE_REMOVED:
      maq_diff_say (self, path, kind, _("%s deleted"), name);
      break;
    case MAQ_CHANGE_MOVED:
    case MAQ_CHANGE_CHANGED:
    default:
      maq_diff_say (self, path, kind, _("%s moved"), name);
      break;
    }
}

static void
report_arrangement (MaqDiffWriter *self,
                    gpointer       arrangement,
                    MaqChangeKind  kind)
{
  MaqPath path = self->path;

  path.arrangement = maq_arrangement_get_id (arrangement);
  report_thing (self, path, kind, maq_arrangement_get_name (arrangement));
}

static void
compare_song_time (MaqDiffWriter       *self,
                   MaqPath              path,
                   const MaqSongFields *a,
                   const MaqSongFields *b)
{
  char before[MAX (MAQ_KEY_TEXT_MAX, MAQ_METER_TEXT_MAX)];
  char after[MAX (MAQ_KEY_TEXT_MAX, MAQ_METER_TEXT_MAX)];

  if (!maq_key_equal (a->key, b->key))
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("Key %s → %s"),
                  maq_key_format (a->key, before), maq_key_format (b->key, after));
  if (!maq_meter_equal (a->meter, b->meter))
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("Meter %s → %s"),
                  maq_meter_format (a->meter, before), maq_meter_format (b->meter, after));
  maq_diff_compare_number (self, path, NULL, _("Tempo"), a->tempo_qpm, b->tempo_qpm);
  if (a->space != b->space)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("Space: %s"), maq_space_get_label (b->space));
  maq_diff_compare_number (self, path, NULL, _("Swing"), a->swing, b->swing);
  maq_diff_compare_stated (self, path, NULL, _("Lag"), a->lag_ms, b->lag_ms);
  maq_diff_compare_stated (self, path, NULL, _("Looseness"), a->looseness, b->looseness);
  maq_diff_compare_number (self, path, NULL, _("Capo"), a->capo, b->capo);
  if (a->seed != b->seed)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("Another seed"));
}

static void
compare_song (MaqDiffWriter *self,
              gpointer       before,
              gpointer       after)
{
  static const MaqDiffListClass list_class = { arrangement_id, compare_arrangement,
                                               report_arrangement };
  const MaqSongFields *a = maq_song_get_fields (before);
  const MaqSongFields *b = maq_song_get_fields (after);
  MaqDiffWriter inner = *self;
  MaqPath path = { .song = b->id };

  maq_diff_compare_text (self, path, NULL, _("Title"), a->title, b->title);
  maq_diff_compare_text (self, path, NULL, _("Artist"), a->artist, b->artist);
  maq_diff_compare_text (self, path, NULL, _("Composer"), a->composer, b->composer);
  maq_diff_compare_text (self, path, NULL, _("Style"), a->style, b->style);
  maq_diff_compare_text (self, path, NULL, _("Content of other programs"), a->foreign, b->foreign);
  compare_song_time (self, path, a, b);
  if (a->current != b->current)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s is shown"),
                  maq_arrangement_get_name (maq_song_get_current (after)));

  inner.path = path;
  inner.after = maq_song_get_current (after);
  maq_diff_compare_lists (&inner, a->arrangements, b->arrangements, &list_class);
}

static void
report_song (MaqDiffWriter *self,
             gpointer       song,
             MaqChangeKind  kind)
{
  report_thing (self, (MaqPath) { .song = maq_song_get_id (song) }, kind,
                maq_song_get_title (song));
}

static void
compare_song_in_project (MaqDiffWriter *self,
                         gpointer       before,
                         gpointer       after)
{
  MaqDiffWriter inner = *self;
  g_autofree char *prefix = NULL;

  if (self->path.song != MAQ_ID_NONE && self->path.song != maq_song_get_id (after))
    inner.prefix = prefix = g_strdup_printf ("%s: ", maq_song_get_title (after));
  compare_song (&inner, before, after);
}

static void
compare_projects (MaqDiffWriter *self,
                  MaqProject    *before,
                  MaqProject    *after)
{
  static const MaqDiffListClass list_class = { song_id, compare_song_in_project, report_song };
  const MaqProjectFields *a = maq_project_get_fields (before);
  const MaqProjectFields *b = maq_project_get_fields (after);
  const MaqPath path = { 0 };
  MaqDiffWriter inner = *self;

  maq_diff_compare_text (self, path, NULL, _("Title of the record"), a->title, b->title);
  maq_diff_compare_text (self, path, NULL, _("Artist of the record"), a->artist, b->artist);
  maq_diff_compare_text (self, path, NULL, _("SoundFont"), a->soundfont, b->soundfont);
  maq_diff_compare_text (self, path, NULL, _("Content of other programs"), a->foreign, b->foreign);
  if (a->current != b->current)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s is shown"),
                  maq_song_get_title (maq_project_get_current (after)));

  maq_diff_compare_sessions (&inner, a->session, b->session);
  inner.path.song = b->current;
  maq_diff_compare_lists (&inner, a->songs, b->songs, &list_class);
}

static void
clear_change (gpointer change)
{
  g_free (((MaqChange *) change)->sentence);
}

static GArray *
new_changes (void)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (MaqChange));

  g_array_set_clear_func (changes, clear_change);
  return changes;
}

static double
measure (MaqSong        *song,
         MaqArrangement *arrangement)
{
  g_autoptr(MaqForm) form = maq_form_new (song, arrangement);

  return maq_form_get_seconds (form);
}

static MaqDiff *
end (MaqDiffWriter *writer)
{
  MaqDiff *self = g_atomic_rc_box_new0 (MaqDiff);

  self->changes = writer->changes;
  return self;
}

MaqDiff *
maq_diff_new (MaqProject *before,
              MaqProject *after)
{
  MaqDiffWriter writer = { .changes = new_changes (), .prefix = (char *) "" };
  MaqDiff *self = NULL;

  if (before != after)
    compare_projects (&writer, before, after);

  self = end (&writer);
  if (self->changes->len > 0)
    {
      self->seconds_before = measure (maq_project_get_current (before),
                                      maq_project_get_arrangement (before));
      self->seconds_after = measure (maq_project_get_current (after),
                                     maq_project_get_arrangement (after));
    }

  return self;
}

MaqDiff *
maq_diff_new_arrangements (MaqSong        *song,
                           MaqArrangement *before,
                           MaqArrangement *after)
{
  MaqDiffWriter writer = { .changes = new_changes (), .prefix = (char *) "" };
  MaqDiff *self = NULL;

  writer.path.song = maq_song_get_id (song);
  writer.path.arrangement = maq_arrangement_get_id (after);
  if (before != after)
    maq_diff_compare_arrangements (&writer, before, after);

  self = end (&writer);
  if (self->changes->len > 0)
    {
      self->seconds_before = measure (song, before);
      self->seconds_after = measure (song, after);
    }

  return self;
}

MaqDiff *
maq_diff_ref (MaqDiff *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqDiff *self)
{
  g_array_unref (self->changes);
}

void
maq_diff_unref (MaqDiff *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

guint
maq_diff_get_n_changes (MaqDiff *self)
{
  return self->changes->len;
}

const MaqChange *
maq_diff_get_change (MaqDiff *self,
                     guint    index)
{
  g_return_val_if_fail (index < self->changes->len, NULL);

  return &g_array_index (self->changes, MaqChange, index);
}

static void
append_length (GString *summary,
               MaqDiff *self)
{
  int before = (int) lround (self->seconds_before), after = (int) lround (self->seconds_after);

  if (before != after)
    g_string_append_printf (summary, ", %d:%02d → %d:%02d", before / 60, before % 60,
                            after / 60, after % 60);
}

char *
maq_diff_dup_summary (MaqDiff *self,
                      guint    max_changes)
{
  g_autoptr(GString) summary = g_string_new (NULL);
  guint n_said = MIN (max_changes, self->changes->len);
  guint n_left = self->changes->len - n_said;

  for (guint i = 0; i < n_said; i++)
    g_string_append_printf (summary, "%s%s", i > 0 ? _("; ") : "",
                            maq_diff_get_change (self, i)->sentence);
  if (n_left > 0)
    {
      if (n_said > 0)
        g_string_append (summary, _("; "));
      g_string_append_printf (summary, g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_left),
                              n_left);
    }
  append_length (summary, self);

  return g_string_free (g_steal_pointer (&summary), FALSE);
}
