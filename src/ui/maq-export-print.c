/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-print.h"

#include <glib/gi18n-lib.h>

#include "maq-export-sketch.h"
#include "maq-printing.h"

typedef struct
{
  GtkWindow          *window;
  MaqExportChoice    *choice;
  MaqHandoff         *handoff;
  char               *player;
  GCancellable       *cancellable;
  MaqExportPrintFunc  func;
  GPtrArray          *sheets; /* of MaqSheet, as far as they are made */
  guint               kind;   /* the next one to look at */
} Print;

static void
print_free (Print *self)
{
  g_object_unref (self->window);
  maq_export_choice_free (self->choice);
  maq_handoff_unref (self->handoff);
  g_free (self->player);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

static void
say (Print      *self,
     const char *problem)
{
  if (!g_cancellable_is_cancelled (self->cancellable))
    self->func (problem, self->window);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  say (user_data, error->message);
}

/* Takes @self over. */
static void
print_sheets (Print *self)
{
  MaqSong *song = maq_handoff_get_song (self->handoff);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (self->sheets->len == 0)
    {
      say (self, _("There are no pages to print: what is chosen has nothing to show yet."));
      print_free (self);
      return;
    }
  say (self, NULL);
  operation = maq_printing_create (self->sheets, maq_song_get_title (song));
  g_object_set_data_full (G_OBJECT (operation), "print", self, (GDestroyNotify) print_free);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), self);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, self->window,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    say (self, error->message);
}

static void make_next_sheet (Print *self);

static void
sheet_made_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Print *self = user_data;
  g_autoptr (MaqExportSketch) sketch = maq_export_sketch_finish (result, NULL);

  if (sketch != NULL && sketch->sheets != NULL)
    g_ptr_array_extend_and_steal (self->sheets, g_steal_pointer (&sketch->sheets));
  make_next_sheet (self);
}

/* Takes @self over. */
static void
make_next_sheet (Print *self)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      print_free (self);
      return;
    }
  while (self->kind < maq_export_get_n_kinds ())
    {
      guint i = self->kind++;
      const MaqExportKind *kind = maq_export_get_kind (i);
      const MaqExportPick *pick = maq_export_choice_get_pick (self->choice, i);

      if (pick->is_chosen && kind->lay_out != NULL)
        {
          maq_export_sketch_async (self->handoff, kind, &pick->options, self->player, NULL,
                                   sheet_made_cb, self);
          return;
        }
    }
  print_sheets (self);
}

void
maq_export_print_start (GtkWindow          *window,
                        MaqExportChoice    *choice,
                        MaqHandoff         *handoff,
                        const char         *player,
                        GCancellable       *cancellable,
                        MaqExportPrintFunc  func)
{
  Print *self = g_new0 (Print, 1);
  g_autoptr (GVariant) copy = maq_export_choice_to_variant (choice);

  self->window = g_object_ref (window);
  self->choice = maq_export_choice_new (copy, maq_export_choice_get_paper (choice));
  self->handoff = maq_handoff_ref (handoff);
  self->player = g_strdup (player);
  self->cancellable = g_object_ref (cancellable);
  self->func = func;
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_sheet_free);
  make_next_sheet (self);
}
