/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What of the song is looked at, and how near.
 */

#include "maq-window-private.h"

#include "maq-tempo-popover.h"

static void
target_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor == NULL)
    return;
  maq_editor_select (self->editor, MAQ_ID_NONE, MAQ_ID_NONE);
  maq_window_show_inspector (self, TRUE);
  maq_inspector_focus_target (self->inspector);
}

static void
zoom_selection_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor != NULL)
    maq_timeline_zoom_selection (self->timeline);
}

static void
what_if_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor != NULL)
    maq_timeline_show_at_summary (self->timeline, maq_tempo_popover_new (self->editor));
}

static MaqHere
find_here (MaqWindow *self)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  double ticks = maq_listener_get_position (self->listener, NULL);
  guint section;

  if (self->waiting_ticks > 0)
    ticks = self->waiting_ticks;
  if (ticks <= 0 || maq_form_get_n_sections (form) == 0)
    return (MaqHere) { 0 };
  section = maq_form_find_ticks (form, (MaqTick) ticks).section;
  return (MaqHere) {
    .section = maq_section_get_id (maq_arrangement_get_section (
      maq_editor_get_arrangement (self->editor), section)),
    .ticks = ticks - (double) maq_form_get_section (form, section)->start_ticks,
  };
}

static void
restore_here (MaqWindow     *self,
              const MaqHere *here)
{
  int index = maq_arrangement_find_section (maq_editor_get_arrangement (self->editor),
                                            here->section);
  const MaqFormSection *section;
  double ticks;

  if (here->section == MAQ_ID_NONE || index < 0)
    return;
  section = maq_form_get_section (maq_editor_get_form (self->editor), (guint) index);
  ticks = (double) section->start_ticks + MIN (here->ticks, (double) section->length_ticks);
  maq_window_seek (self, ticks);
  self->waiting_ticks = ticks;
}

void
maq_window_performed_here (MaqWindow *self)
{
  if (self->waiting_ticks > 0)
    maq_window_seek (self, self->waiting_ticks);
}

void
maq_window_keep_view (MaqWindow *self)
{
  MaqDocument *document = maq_window_get_document (self);
  GFile *file = document == NULL ? NULL : maq_document_get_file (document);
  g_auto (MaqView) view = { 0 };
  MaqPath place;

  if (file == NULL)
    return;
  place = maq_editor_get_selection (self->editor);
  view.loop = self->loop;
  view.here = find_here (self);
  view.section = place.section;
  view.layer = place.layer;
  maq_timeline_get_sight (self->timeline, &view.sight);
  view.folded = maq_timeline_dup_folded (self->timeline);
  maq_view_store_keep (file, &view);
}

/* The selection brings itself into view: what was in view comes after it. */
void
maq_window_restore_view (MaqWindow *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  GFile *file = maq_document_get_file (maq_editor_get_document (self->editor));
  g_auto (MaqView) view = { 0 };

  if (file == NULL || !maq_view_store_find (file, &view))
    return;
  maq_timeline_set_folded (self->timeline, view.folded);
  maq_window_restore_loop (self, &view.loop);
  restore_here (self, &view.here);
  if ((view.section == MAQ_ID_NONE ||
       maq_arrangement_find_section (arrangement, view.section) >= 0) &&
      (view.layer == MAQ_ID_NONE || maq_arrangement_find_layer (arrangement, view.layer) >= 0))
    maq_editor_select (self->editor, view.section, view.layer);
  maq_timeline_set_sight (self->timeline, &view.sight);
}

void
maq_window_view_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.target", NULL, target_cb);
  gtk_widget_class_install_action (widget_class, "view.what-if", NULL, what_if_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "view.what-if",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "view.zoom-selection", NULL, zoom_selection_cb);
}
