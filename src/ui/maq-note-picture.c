/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-note-picture.h"

#include <gio/gio.h>
#include <math.h>

/* Fewer keys than these do not fill the height: a held note is a line, not a block. */
#define KEYS_MIN 10
#define NOTE_HEIGHT_MAX 4

/* So many are painted before the first of them show: a frame has time for their cells. */
#define BATCH_MAX 120
#define BATCH_BYTES (MAQ_NOTE_PICTURES_BYTES / 4)

/* Cells of the same phrase differ by this, because edges are rounded and not widths. */
#define SLACK_PX 2

typedef struct
{
  MaqNotePicture  what;
  MaqRaster      *raster;   /* NULL until the first one is there */
  gsize           n_bytes;  /* of the raster and the notes, 0 without the former */
  GList           link;     /* in what was asked for lately */
  gboolean        is_asked; /* what is wanted is being painted */
} Entry;

struct _MaqNotePictures
{
  GHashTable          *entries;  /* of Entry, by phrase */
  GQueue               recent;   /* the same, what was asked for last first */
  gsize                n_bytes;  /* of all entries */
  GPtrArray           *asked;    /* phrases, not yet given to a worker */
  MaqNotePicturesFunc  func;
  gpointer             user_data;
  GCancellable        *freed;
  guint                idle_id;
  gboolean             is_painting;
};

static void
find_keys (const MaqNote *notes,
           guint          n_notes,
           int           *lowest,
           int           *n_keys)
{
  int low = 127;
  int high = 0;

  for (guint i = 0; i < n_notes; i++)
    {
      low = MIN (low, notes[i].key);
      high = MAX (high, notes[i].key);
    }
  *n_keys = MAX (high - low + 1, KEYS_MIN);
  *lowest = low - (*n_keys - (high - low + 1)) / 2;
}

/* A premultiplied pixel. */
static guint32
to_pixel (const GdkRGBA *ink,
          double         strength)
{
  double a = ink->alpha * strength;

  return (guint32) lround (a * 255) << 24 | (guint32) lround (ink->red * a * 255) << 16 |
         (guint32) lround (ink->green * a * 255) << 8 | (guint32) lround (ink->blue * a * 255);
}

/* How far into the picture a place is, 0 to 1: bars are as wide as each other, like the ruler's. */
static double
find_x (const MaqNotePicture *self,
        double                ticks)
{
  gsize n_bytes = 0;
  const gint64 *starts = self->bars == NULL ? NULL : g_bytes_get_data (self->bars, &n_bytes);
  guint n_bars = (guint) (n_bytes / sizeof *starts);
  guint low = 0;
  guint high = n_bars > 0 ? --n_bars : 0;

  if (n_bars == 0)
    return ticks / (double) self->length_ticks;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if ((double) starts[middle] <= ticks)
        low = middle;
      else
        high = middle;
    }
  return (low + (ticks - (double) starts[low]) / (double) (starts[low + 1] - starts[low])) / n_bars;
}

static void
paint_note (const MaqNotePicture *self,
            const MaqNote        *note,
            int                   lowest,
            int                   n_keys,
            guint32              *pixels)
{
  double px_per_key = (double) self->height / n_keys;
  int tall = CLAMP ((int) px_per_key, 1, NOTE_HEIGHT_MAX);
  double end_ticks = (double) note->start_ticks + (double) note->length_ticks;
  int x0 = (int) floor (find_x (self, (double) note->start_ticks) * self->width);
  int x1 = (int) floor (find_x (self, end_ticks) * self->width);
  int y0 = self->height - (int) ceil ((note->key - lowest + 0.5) * px_per_key + tall / 2.0);
  guint32 pixel = to_pixel (&self->ink, 0.45 + 0.55 * note->velocity / 127.0);

  /* a gap parts notes that repeat, if there is room for one */
  x1 = MAX (x1 - x0 > 2 ? x1 - 1 : x1, x0 + 1);
  y0 = CLAMP (y0, 0, MAX (self->height - tall, 0));
  for (int y = y0; y < MIN (y0 + tall, self->height); y++)
    for (int x = MAX (x0, 0); x < MIN (x1, self->width); x++)
      pixels[(gsize) y * (gsize) self->width + (gsize) x] =
        MAX (pixels[(gsize) y * (gsize) self->width + (gsize) x], pixel);
}

MaqRaster *
maq_note_picture_paint (const MaqNotePicture *self)
{
  guint32 *pixels = g_new0 (guint32, (gsize) self->width * (gsize) self->height);
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (self->phrase, &n_notes);
  int lowest;
  int n_keys;

  find_keys (notes, n_notes, &lowest, &n_keys);
  for (guint i = 0; i < n_notes; i++)
    paint_note (self, &notes[i], lowest, n_keys, pixels);
  return maq_raster_new (pixels, self->width, self->height);
}

static gboolean
is_barred_like (GBytes *bars,
                GBytes *other)
{
  return bars == other || (bars != NULL && other != NULL && g_bytes_equal (bars, other));
}

/* A picture of the same phrase; the reference to that stays. */
static void
take_what (MaqNotePicture       *self,
           const MaqNotePicture *what)
{
  GBytes *bars = what->bars == NULL ? NULL : g_bytes_ref (what->bars);

  g_clear_pointer (&self->bars, g_bytes_unref);
  *self = *what;
  self->bars = bars;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  maq_phrase_unref (entry->what.phrase);
  g_clear_pointer (&entry->what.bars, g_bytes_unref);
  g_clear_pointer (&entry->raster, maq_raster_unref);
  g_free (entry);
}

MaqNotePictures *
maq_note_pictures_new (MaqNotePicturesFunc func,
                       gpointer            user_data)
{
  MaqNotePictures *self = g_new0 (MaqNotePictures, 1);

  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  self->asked = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_phrase_unref);
  self->func = func;
  self->user_data = user_data;
  self->freed = g_cancellable_new ();
  return self;
}

void
maq_note_pictures_free (MaqNotePictures *self)
{
  g_cancellable_cancel (self->freed);
  g_clear_object (&self->freed);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_ptr_array_unref (self->asked);
  g_hash_table_unref (self->entries);
  g_free (self);
}

static void
paint_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GPtrArray *batch = task_data;

  for (guint i = 0; i < batch->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      Entry *entry = g_ptr_array_index (batch, i);

      entry->raster = maq_note_picture_paint (&entry->what);
    }
  g_task_return_boolean (task, TRUE);
}

static void start_painting (MaqNotePictures *self);

/* Notes of a phrase that plays are shared, but those of before an edit are kept by us alone. */
static gsize
measure (const MaqNotePicture *picture)
{
  guint n_notes;

  maq_phrase_get_notes (picture->phrase, &n_notes);
  return (gsize) picture->width * (gsize) picture->height * sizeof (guint32) +
         n_notes * sizeof (MaqNote);
}

static void
take_picture (MaqNotePictures *self,
              Entry           *painted)
{
  Entry *entry = g_hash_table_lookup (self->entries, painted->what.phrase);

  g_clear_pointer (&entry->raster, maq_raster_unref);
  entry->raster = g_steal_pointer (&painted->raster);
  take_what (&entry->what, &painted->what);
  entry->is_asked = FALSE;
  self->n_bytes -= entry->n_bytes;
  entry->n_bytes = measure (&entry->what);
  self->n_bytes += entry->n_bytes;
}

/* What is being painted is waited for, and stays. */
static void
forget_oldest (MaqNotePictures *self)
{
  GList *link = self->recent.tail;

  while (link != NULL && self->n_bytes > MAQ_NOTE_PICTURES_BYTES)
    {
      Entry *entry = link->data;

      link = link->prev;
      if (entry->is_asked)
        continue;
      self->n_bytes -= entry->n_bytes;
      g_queue_unlink (&self->recent, &entry->link);
      g_hash_table_remove (self->entries, entry->what.phrase);
    }
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  MaqNotePictures *self = user_data;
  GPtrArray *batch = g_task_get_task_data (G_TASK (result));

  /* the very object may be gone: only what the task holds may be asked */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  self->is_painting = FALSE;
  for (guint i = 0; i < batch->len; i++)
    take_picture (self, g_ptr_array_index (batch, i));
  forget_oldest (self);
  if (self->asked->len > 0)
    start_painting (self);
  self->func (self->user_data);
}

static void
start_painting (MaqNotePictures *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->freed, painted_cb, self);
  GPtrArray *batch = g_ptr_array_new_with_free_func (entry_free);
  gsize n_bytes = 0;
  guint n = 0;

  while (n < MIN (self->asked->len, BATCH_MAX) && n_bytes < BATCH_BYTES)
    {
      const Entry *entry = g_hash_table_lookup (self->entries,
                                                g_ptr_array_index (self->asked, n++));
      Entry *copy = g_new0 (Entry, 1);

      take_what (&copy->what, &entry->what);
      maq_phrase_ref (copy->what.phrase);
      g_ptr_array_add (batch, copy);
      n_bytes += measure (&copy->what);
    }
  g_ptr_array_remove_range (self->asked, 0, n);
  self->is_painting = TRUE;
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, start_painting);
  g_task_set_task_data (task, batch, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, paint_in_thread);
}

static gboolean
idle_cb (gpointer user_data)
{
  MaqNotePictures *self = user_data;

  self->idle_id = 0;
  if (!self->is_painting && self->asked->len > 0)
    start_painting (self);
  return G_SOURCE_REMOVE;
}

static void
ask (MaqNotePictures      *self,
     Entry                *entry,
     const MaqNotePicture *wanted)
{
  take_what (&entry->what, wanted);
  entry->is_asked = TRUE;
  g_ptr_array_add (self->asked, maq_phrase_ref (wanted->phrase));
  if (self->idle_id == 0 && !self->is_painting)
    self->idle_id = g_idle_add (idle_cb, self);
}

static gboolean
suits (const MaqNotePicture *there,
       const MaqNotePicture *wanted)
{
  return there->height == wanted->height && ABS (there->width - wanted->width) <= SLACK_PX &&
         there->length_ticks == wanted->length_ticks &&
         is_barred_like (there->bars, wanted->bars) && gdk_rgba_equal (&there->ink, &wanted->ink);
}

static Entry *
ensure_entry (MaqNotePictures *self,
              MaqPhrase       *phrase)
{
  Entry *entry = g_hash_table_lookup (self->entries, phrase);

  if (entry != NULL)
    {
      g_queue_unlink (&self->recent, &entry->link);
    }
  else
    {
      entry = g_new0 (Entry, 1);
      entry->what.phrase = maq_phrase_ref (phrase);
      entry->link.data = entry;
      g_hash_table_insert (self->entries, phrase, entry);
    }
  g_queue_push_head_link (&self->recent, &entry->link);
  return entry;
}

MaqRaster *
maq_note_pictures_find (MaqNotePictures      *self,
                        const MaqNotePicture *wanted,
                        gboolean             *is_there)
{
  Entry *entry = ensure_entry (self, wanted->phrase);
  MaqNotePicture capped = *wanted;

  capped.width = MIN (capped.width, MAQ_NOTE_PICTURE_WIDTH_MAX);
  *is_there = !entry->is_asked && suits (&entry->what, &capped);
  if (!*is_there && !entry->is_asked)
    ask (self, entry, &capped);
  return entry->raster;
}

gsize
maq_note_pictures_size (MaqNotePictures *self)
{
  return self->n_bytes;
}
