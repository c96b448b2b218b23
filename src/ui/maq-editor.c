/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-editor.h"

/* What is turned on and on, by a wheel or a key. */
typedef struct
{
  MaqProject *before;  /* when that began */
  MaqProject *after;   /* what the document has as long as it goes on */
  char       *gesture;
  int         amount;
  int         last_by;
} MaqTurn;

struct _MaqEditor
{
  GObject      parent_instance;

  MaqDocument *document;
  MaqProject  *root;      /* that is shown */
  MaqForm     *form;      /* of that */
  MaqMove     *previewed; /* the move that is shown, while dragging */
  gboolean     is_quiet;  /* that move is seen, but not heard */
  MaqPath      selection;
  MaqChordNotation notation;
  MaqPath      anchor;    /* where the selection began; the same, unless it was extended */
  MaqPicks    *picks;     /* what is selected here and there, or NULL; the cursor is there, too */
  GQueue       kept;      /* of Kept, the newest first */
  MaqTurn      turn;
};

enum
{
  SIGNAL_SHOWN,
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_REFUSED,
  SIGNAL_AUDITION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqEditor, maq_editor, G_TYPE_OBJECT)

/* What was selected here and there when the step was done that began on a root. */
typedef struct
{
  MaqProject *root;
  MaqPicks   *picks;
} Kept;

/* steps that are remembered so; those before them select the cursor's part alone */
#define MAX_KEPT 200

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  maq_project_unref (kept->root);
  maq_picks_unref (kept->picks);
  g_free (kept);
}

static GList *
find_kept (MaqEditor  *self,
           MaqProject *root)
{
  for (GList *link = self->kept.head; link != NULL; link = link->next)
    if (((Kept *) link->data)->root == root)
      return link;
  return NULL;
}

static void
keep_picks (MaqEditor  *self,
            MaqProject *before)
{
  GList *link = find_kept (self, before);
  Kept *kept;

  if (link != NULL)
    {
      free_kept (link->data);
      g_queue_delete_link (&self->kept, link);
    }
  if (self->picks == NULL)
    return;
  kept = g_new (Kept, 1);
  *kept = (Kept) { maq_project_ref (before), maq_picks_ref (self->picks) };
  g_queue_push_head (&self->kept, kept);
  if (self->kept.length > MAX_KEPT)
    free_kept (g_queue_pop_tail (&self->kept));
}

static void
clear_turn (MaqTurn *turn)
{
  g_clear_pointer (&turn->before, maq_project_unref);
  g_clear_pointer (&turn->after, maq_project_unref);
  g_clear_pointer (&turn->gesture, g_free);
}

static void
end_gesture (MaqEditor *self)
{
  clear_turn (&self->turn);
  maq_document_end_gesture (self->document);
}

static gboolean
is_selected (MaqEditor *self,
             MaqId      section,
             MaqId      layer)
{
  return self->selection.section == section && self->selection.layer == layer;
}

/* What is selected may have gone with the edit that is to be shown now. */
static gboolean
drop_lost_selection (MaqEditor *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self);
  MaqId section = self->selection.section;
  MaqId layer = self->selection.layer;

  if (section != MAQ_ID_NONE && maq_arrangement_find_section (arrangement, section) < 0)
    section = MAQ_ID_NONE;
  if (layer != MAQ_ID_NONE && maq_arrangement_find_layer (arrangement, layer) < 0)
    layer = MAQ_ID_NONE;
  if (self->previewed != NULL)
    return FALSE;
  if ((self->anchor.section != MAQ_ID_NONE &&
       maq_arrangement_find_section (arrangement, self->anchor.section) < 0) ||
      (self->anchor.layer != MAQ_ID_NONE &&
       maq_arrangement_find_layer (arrangement, self->anchor.layer) < 0))
    self->anchor = self->selection;
  if (is_selected (self, section, layer))
    return FALSE;
  g_clear_pointer (&self->picks, maq_picks_unref);
  self->selection.section = section;
  self->selection.layer = layer;
  self->anchor = self->selection;
  end_gesture (self);
  return TRUE;
}

static void
show_root (MaqEditor  *self,
           MaqProject *root)
{
  MaqSong *song;
  gboolean selection_changed;

  if (self->root == root)
    return;
  maq_project_ref (root);
  g_clear_pointer (&self->root, maq_project_unref);
  g_clear_pointer (&self->form, maq_form_unref);
  self->root = root;
  song = maq_project_get_current (root);
  self->form = maq_form_new (song, maq_song_get_current (song));
  selection_changed = drop_lost_selection (self);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
  /* only now does everybody know the places of what is selected */
  if (selection_changed)
    g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
document_changed_cb (MaqEditor  *self,
                     MaqProject *old_root,
                     MaqProject *new_root)
{
  g_clear_pointer (&self->previewed, maq_move_unref);
  show_root (self, new_root);
}

static void
maq_editor_dispose (GObject *object)
{
  MaqEditor *self = MAQ_EDITOR (object);

  g_clear_object (&self->document);
  clear_turn (&self->turn);
  g_clear_pointer (&self->picks, maq_picks_unref);
  g_queue_clear_full (&self->kept, free_kept);
  g_clear_pointer (&self->previewed, maq_move_unref);
  g_clear_pointer (&self->root, maq_project_unref);
  g_clear_pointer (&self->form, maq_form_unref);
  G_OBJECT_CLASS (maq_editor_parent_class)->dispose (object);
}

static void
maq_editor_class_init (MaqEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_editor_dispose;
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", MAQ_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SELECTION_CHANGED] = g_signal_new ("selection-changed", MAQ_TYPE_EDITOR,
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                    G_TYPE_NONE, 0);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", MAQ_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_AUDITION] = g_signal_new ("audition", MAQ_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
maq_editor_init (MaqEditor *self)
{
}

MaqEditor *
maq_editor_new (MaqDocument *document)
{
  MaqEditor *self = g_object_new (MAQ_TYPE_EDITOR, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_root (self, maq_document_get_root (document));
  return self;
}

MaqDocument *
maq_editor_get_document (MaqEditor *self)
{
  return self->document;
}

MaqProject *
maq_editor_get_root (MaqEditor *self)
{
  return self->root;
}

MaqSong *
maq_editor_get_song (MaqEditor *self)
{
  return maq_project_get_current (self->root);
}

MaqArrangement *
maq_editor_get_arrangement (MaqEditor *self)
{
  return maq_project_get_arrangement (self->root);
}

MaqForm *
maq_editor_get_form (MaqEditor *self)
{
  return self->form;
}

MaqChordNotation
maq_editor_get_chord_notation (MaqEditor *self)
{
  return self->notation;
}

void
maq_editor_set_chord_notation (MaqEditor        *self,
                               MaqChordNotation  notation)
{
  if (self->notation == notation)
    return;
  self->notation = notation;
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

MaqPath
maq_editor_get_selection (MaqEditor *self)
{
  MaqPath path = self->selection;
  MaqSong *song = maq_editor_get_song (self);

  path.song = maq_song_get_id (song);
  path.arrangement = maq_arrangement_get_id (maq_song_get_current (song));
  return path;
}

void
maq_editor_select (MaqEditor *self,
                   MaqId      section,
                   MaqId      layer)
{
  if (is_selected (self, section, layer) && self->anchor.section == section &&
      self->anchor.layer == layer && self->picks == NULL)
    return;
  g_clear_pointer (&self->picks, maq_picks_unref);
  self->selection.section = section;
  self->selection.layer = layer;
  self->anchor = self->selection;
  end_gesture (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

void
maq_editor_extend (MaqEditor *self,
                   MaqId      section,
                   MaqId      layer)
{
  if ((section == MAQ_ID_NONE) != (self->anchor.section == MAQ_ID_NONE) ||
      (layer == MAQ_ID_NONE) != (self->anchor.layer == MAQ_ID_NONE))
    {
      maq_editor_select (self, section, layer);
      return;
    }
  if (is_selected (self, section, layer) && self->picks == NULL)
    return;
  g_clear_pointer (&self->picks, maq_picks_unref);
  self->selection.section = section;
  self->selection.layer = layer;
  end_gesture (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

/* The ids at a section and a layer of a range; nothing where it has none. */
static MaqPath
get_corner (MaqEditor      *self,
            const MaqRange *range,
            guint           section,
            guint           layer)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self);
  MaqPath corner = { 0 };

  if (range->n_sections > 0)
    corner.section = maq_section_get_id (
      maq_arrangement_get_section (arrangement, range->first_section + section));
  if (range->n_layers > 0)
    corner.layer = maq_layer_get_id (
      maq_arrangement_get_layer (arrangement, range->first_layer + layer));
  return corner;
}

void
maq_editor_select_range (MaqEditor      *self,
                         const MaqRange *range)
{
  g_clear_pointer (&self->picks, maq_picks_unref);
  self->selection = get_corner (self, range, 0, 0);
  self->anchor = get_corner (self, range, range->n_sections - 1, range->n_layers - 1);
  end_gesture (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

/* The cursor stays within: at the first of them, if it is taken away itself. */
static void
go_to_pick (MaqEditor      *self,
            const MaqRange *toggled,
            const MaqRange *bounds)
{
  MaqPath at = get_corner (self, toggled, 0, 0);
  guint n_layers = MAX (bounds->n_layers, 1);

  for (guint i = 0; i < MAX (bounds->n_sections, 1) * n_layers &&
       !maq_picks_has (self->picks, at.section, at.layer); i++)
    at = get_corner (self, bounds, i / n_layers, i % n_layers);
  self->selection = self->anchor = at;
}

void
maq_editor_toggle (MaqEditor      *self,
                   const MaqRange *range)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self);
  g_autoptr (MaqPicks) before = NULL;
  g_autoptr (MaqPicks) after = NULL;
  MaqRange bounds;
  guint n;

  maq_editor_get_range (self, &bounds);
  if ((bounds.n_sections == 0) != (range->n_sections == 0) ||
      (bounds.n_layers == 0) != (range->n_layers == 0))
    {
      maq_editor_select_range (self, range);
      return;
    }
  before = self->picks != NULL ? maq_picks_ref (self->picks)
                               : maq_picks_new (arrangement, &bounds);
  after = maq_picks_with_toggled (before, arrangement, range);
  n = maq_picks_count (after, arrangement, &bounds);
  if (n == 0)
    return;
  if (maq_picks_is_block (n, &bounds))
    {
      maq_editor_select_range (self, &bounds);
      return;
    }
  g_clear_pointer (&self->picks, maq_picks_unref);
  self->picks = g_steal_pointer (&after);
  go_to_pick (self, range, &bounds);
  end_gesture (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

MaqPicks *
maq_editor_get_picks (MaqEditor *self)
{
  return self->picks;
}

gboolean
maq_editor_has_part (MaqEditor *self,
                     guint      section,
                     guint      layer)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self);
  MaqRange range;

  maq_editor_get_range (self, &range);
  if (!maq_range_has_part (&range, section, layer))
    return FALSE;
  return self->picks == NULL ||
         maq_picks_has (self->picks,
                        maq_section_get_id (maq_arrangement_get_section (arrangement, section)),
                        maq_layer_get_id (maq_arrangement_get_layer (arrangement, layer)));
}

guint
maq_editor_count_parts (MaqEditor *self)
{
  MaqRange range;
  guint n;

  maq_editor_get_range (self, &range);
  n = range.n_sections * range.n_layers;
  if (self->picks != NULL && n > 0)
    n = maq_picks_count (self->picks, maq_editor_get_arrangement (self), &range);
  return n;
}

MaqSelected
maq_editor_tell_section (MaqEditor *self,
                         guint      index)
{
  MaqRange range;

  maq_editor_get_range (self, &range);
  return maq_picks_tell_section (self->picks, &range, index,
                                 maq_section_get_id (maq_arrangement_get_section (
                                   maq_editor_get_arrangement (self), index)));
}

MaqSelected
maq_editor_tell_layer (MaqEditor *self,
                       guint      index)
{
  MaqRange range;

  maq_editor_get_range (self, &range);
  return maq_picks_tell_layer (self->picks, &range, index,
                               maq_layer_get_id (maq_arrangement_get_layer (
                                 maq_editor_get_arrangement (self), index)));
}

GArray *
maq_editor_list_sections (MaqEditor *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (MaqId));
  MaqRange range;

  maq_editor_get_range (self, &range);
  for (guint i = range.first_section; i < range.first_section + range.n_sections; i++)
    {
      MaqId id = maq_section_get_id (maq_arrangement_get_section (arrangement, i));

      if (maq_picks_tell_section (self->picks, &range, i, id) != MAQ_SELECTED_NOT)
        g_array_append_val (ids, id);
    }
  return ids;
}

GArray *
maq_editor_list_layers (MaqEditor *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (MaqId));
  MaqRange range;

  maq_editor_get_range (self, &range);
  for (guint i = range.first_layer; i < range.first_layer + range.n_layers; i++)
    {
      MaqId id = maq_layer_get_id (maq_arrangement_get_layer (arrangement, i));

      if (maq_picks_tell_layer (self->picks, &range, i, id) != MAQ_SELECTED_NOT)
        g_array_append_val (ids, id);
    }
  return ids;
}

/* Both ends included; nothing if one of them is not there. */
static guint
span (int    one,
      int    other,
      guint *first)
{
  *first = 0;
  if (one < 0 || other < 0)
    return 0;
  *first = (guint) MIN (one, other);
  return (guint) ABS (one - other) + 1;
}

void
maq_editor_get_range (MaqEditor *self,
                      MaqRange  *range)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self);

  if (self->picks != NULL && maq_picks_count (self->picks, arrangement, range) > 0)
    return;
  range->n_sections = span (maq_editor_get_section_index (self),
                            maq_arrangement_find_section (arrangement, self->anchor.section),
                            &range->first_section);
  range->n_layers = span (maq_editor_get_layer_index (self),
                          maq_arrangement_find_layer (arrangement, self->anchor.layer),
                          &range->first_layer);
}

int
maq_editor_get_section_index (MaqEditor *self)
{
  if (self->selection.section == MAQ_ID_NONE)
    return -1;
  return maq_arrangement_find_section (maq_editor_get_arrangement (self), self->selection.section);
}

int
maq_editor_get_layer_index (MaqEditor *self)
{
  if (self->selection.layer == MAQ_ID_NONE)
    return -1;
  return maq_arrangement_find_layer (maq_editor_get_arrangement (self), self->selection.layer);
}

/* What is to be selected again when a step is undone, a range with both its ends. */
static MaqPath
get_kept_selection (MaqEditor *self)
{
  MaqPath path = maq_editor_get_selection (self);

  path.section_end = self->anchor.section;
  path.layer_end = self->anchor.layer;
  return path;
}

/* A part stays selected when its whole section or layer is moved or changed. */
static gboolean
holds_selection (MaqEditor *self,
                 MaqPath    target)
{
  return (target.section == MAQ_ID_NONE || target.section == self->selection.section) &&
         (target.layer == MAQ_ID_NONE || target.layer == self->selection.layer);
}

/* @stays: what is selected, whatever the move is about */
static gboolean
apply (MaqEditor  *self,
       MaqMove    *move,
       const char *gesture,
       gboolean    stays)
{
  g_autoptr (MaqProject) before = maq_project_ref (maq_document_get_root (self->document));
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqProject) after = maq_move_apply (move, before, &error);
  g_autofree char *label = NULL;
  MaqPath target;

  if (after == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error->message);
      return FALSE;
    }
  if (after == before)
    return TRUE;
  label = maq_move_dup_label (move, before);
  target = maq_move_find_target (move, before, after);
  keep_picks (self, before);
  if (gesture == NULL)
    maq_document_apply (self->document, after, label, get_kept_selection (self));
  else
    maq_document_apply_gesture (self->document, after, label, get_kept_selection (self),
                                gesture);
  if (!stays && gesture == NULL && !holds_selection (self, target))
    maq_editor_select (self, target.section, target.layer);
  return TRUE;
}

gboolean
maq_editor_apply (MaqEditor *self,
                  MaqMove   *move)
{
  g_autoptr (MaqMove) owned = move;

  maq_editor_cancel_preview (self);
  end_gesture (self);
  return apply (self, owned, NULL, FALSE);
}

gboolean
maq_editor_apply_here (MaqEditor *self,
                       MaqMove   *move)
{
  g_autoptr (MaqMove) owned = move;

  maq_editor_cancel_preview (self);
  end_gesture (self);
  return apply (self, owned, NULL, TRUE);
}

gboolean
maq_editor_apply_gesture (MaqEditor  *self,
                          MaqMove    *move,
                          const char *gesture)
{
  g_autoptr (MaqMove) owned = move;

  maq_editor_cancel_preview (self);
  return apply (self, owned, gesture, FALSE);
}

int
maq_editor_turn_by (MaqEditor  *self,
                    const char *gesture,
                    int         by)
{
  MaqTurn *turn = &self->turn;
  MaqProject *now = maq_document_get_root (self->document);

  if (turn->after != now || g_strcmp0 (turn->gesture, gesture) != 0)
    {
      clear_turn (turn);
      maq_document_end_gesture (self->document);
      turn->before = maq_project_ref (now);
      turn->after = maq_project_ref (now);
      turn->gesture = g_strdup (gesture);
      turn->amount = 0;
    }
  turn->amount += by;
  turn->last_by = by;
  return turn->amount;
}

/* What changes nothing more is not counted: it need not be turned back either. */
static void
turn_to (MaqEditor  *self,
         MaqMove    *move,
         MaqProject *after)
{
  MaqTurn *turn = &self->turn;
  g_autofree char *label = maq_move_dup_label (move, turn->before);
  g_autofree char *gesture = g_strconcat ("turn/", turn->gesture, NULL);

  if (maq_project_equal (turn->after, after))
    {
      turn->amount -= turn->last_by;
      return;
    }
  g_clear_pointer (&turn->after, maq_project_unref);
  turn->after = maq_project_ref (after);
  keep_picks (self, turn->before);
  maq_document_apply_gesture (self->document, after, label, get_kept_selection (self),
                              gesture);
}

void
maq_editor_turn (MaqEditor *self,
                 MaqMove   *move)
{
  g_autoptr (MaqMove) owned = move;
  g_autoptr (MaqProject) after = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (self->turn.before != NULL);

  maq_editor_cancel_preview (self);
  after = maq_move_apply (owned, self->turn.before, &error);
  if (after != NULL)
    turn_to (self, owned, after);
  else
    g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error->message);
}

static gboolean
preview (MaqEditor  *self,
         MaqMove    *move,
         gboolean    is_quiet,
         GError    **error)
{
  g_autoptr (MaqMove) owned = move;
  g_autoptr (MaqProject) after = maq_move_apply (owned, maq_document_get_root (self->document),
                                                 error);

  if (after == NULL)
    {
      maq_editor_cancel_preview (self);
      return FALSE;
    }
  g_clear_pointer (&self->previewed, maq_move_unref);
  self->previewed = g_steal_pointer (&owned);
  self->is_quiet = is_quiet;
  show_root (self, after);
  return TRUE;
}

gboolean
maq_editor_preview (MaqEditor  *self,
                    MaqMove    *move,
                    GError    **error)
{
  return preview (self, move, FALSE, error);
}

gboolean
maq_editor_preview_quietly (MaqEditor  *self,
                            MaqMove    *move,
                            GError    **error)
{
  return preview (self, move, TRUE, error);
}

gboolean
maq_editor_changes_nothing (MaqEditor *self)
{
  return self->root == maq_document_get_root (self->document);
}

void
maq_editor_hear_preview (MaqEditor *self,
                         gboolean   heard)
{
  if (self->previewed == NULL || self->is_quiet == !heard)
    return;
  self->is_quiet = !heard;
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

MaqSong *
maq_editor_get_heard_song (MaqEditor *self)
{
  return maq_project_get_current (self->previewed != NULL && self->is_quiet
                                    ? maq_document_get_root (self->document) : self->root);
}

gboolean
maq_editor_is_previewing (MaqEditor *self)
{
  return self->previewed != NULL;
}

MaqMove *
maq_editor_get_previewed (MaqEditor *self)
{
  return self->previewed;
}

gboolean
maq_editor_commit_preview (MaqEditor *self)
{
  g_autoptr (MaqMove) move = g_steal_pointer (&self->previewed);
  gboolean done;

  if (move == NULL)
    return FALSE;
  end_gesture (self);
  done = apply (self, move, NULL, FALSE);
  show_root (self, maq_document_get_root (self->document));
  return done;
}

void
maq_editor_cancel_preview (MaqEditor *self)
{
  if (self->previewed == NULL)
    return;
  g_clear_pointer (&self->previewed, maq_move_unref);
  show_root (self, maq_document_get_root (self->document));
}

void
maq_editor_audition (MaqEditor *self,
                     MaqMove   *move)
{
  g_autoptr (MaqMove) owned = move;
  g_autoptr (MaqProject) after = NULL;
  g_autoptr (GError) error = NULL;

  if (owned != NULL)
    after = maq_move_apply (owned, maq_document_get_root (self->document), &error);
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error->message);
  g_signal_emit (self, signals[SIGNAL_AUDITION], 0,
                 after == NULL ? NULL : maq_project_get_current (after));
}

static void
select_again (MaqEditor  *self,
              MaqPath     kept,
              MaqProject *before)
{
  MaqPath anchor = { .section = kept.section_end, .layer = kept.layer_end };
  GList *link = find_kept (self, before);
  MaqPicks *picks = link == NULL ? NULL : ((Kept *) link->data)->picks;

  if ((kept.section == MAQ_ID_NONE) != (anchor.section == MAQ_ID_NONE) ||
      (kept.layer == MAQ_ID_NONE) != (anchor.layer == MAQ_ID_NONE))
    anchor = kept;
  if (is_selected (self, kept.section, kept.layer) && anchor.section == self->anchor.section &&
      anchor.layer == self->anchor.layer && picks == self->picks)
    return;
  g_clear_pointer (&self->picks, maq_picks_unref);
  self->picks = picks == NULL ? NULL : maq_picks_ref (picks);
  self->selection.section = kept.section;
  self->selection.layer = kept.layer;
  self->anchor.section = anchor.section;
  self->anchor.layer = anchor.layer;
  end_gesture (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

void
maq_editor_undo (MaqEditor *self)
{
  MaqPath selection;

  maq_editor_cancel_preview (self);
  if (maq_document_undo (self->document, &selection))
    select_again (self, selection, maq_document_get_root (self->document));
}

void
maq_editor_redo (MaqEditor *self)
{
  g_autoptr (MaqProject) before = maq_project_ref (maq_document_get_root (self->document));
  MaqPath selection;

  maq_editor_cancel_preview (self);
  if (maq_document_redo (self->document, &selection))
    select_again (self, selection, before);
}

/* The last step of the way is taken as the keys take it: it knows what was selected. */
void
maq_editor_go_to_step (MaqEditor *self,
                       guint      n_done)
{
  guint now = maq_document_get_n_done (self->document);

  maq_editor_cancel_preview (self);
  if (n_done < now)
    {
      maq_document_go_to_step (self->document, n_done + 1);
      maq_editor_undo (self);
    }
  else if (n_done > now)
    {
      maq_document_go_to_step (self->document, n_done - 1);
      maq_editor_redo (self);
    }
}
