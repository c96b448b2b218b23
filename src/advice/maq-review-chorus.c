/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What choruses are in the song. */

#include "maq-review-private.h"

#include <glib/gi18n-lib.h>

#include "maq-length.h"

static int
find_first_chorus (MaqReview *self)
{
  for (guint i = 0; i < self->n_sections; i++)
    if (maq_section_get_kind (maq_arrangement_get_section (self->arrangement, i)) ==
        MAQ_SECTION_CHORUS)
      return (int) i;

  return -1;
}

static MaqId
get_id (MaqReview *self,
        guint      index)
{
  return maq_section_get_id (maq_arrangement_get_section (self->arrangement, index));
}

/* It can come sooner when what is before it is shorter, the longest first; or it opens the
 * song. */
static GPtrArray *
list_sooner (MaqReview *self,
             guint      chorus)
{
  GPtrArray *moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);

  for (int bars = 64; bars > 2; bars /= 2)
    for (guint i = 0; i < chorus; i++)
      {
        int length = maq_form_get_section (self->form, i)->bars;

        if (length > bars / 2 && length <= bars && length % 2 == 0)
          g_ptr_array_add (moves, maq_move_resize_section (get_id (self, i), length / 2));
      }
  for (guint i = 0; i < chorus; i++)
    g_ptr_array_add (moves, maq_move_delete_section (get_id (self, i)));
  g_ptr_array_add (moves, maq_move_copy_section (get_id (self, chorus), 0));

  return moves;
}

/*
 * The first chorus begins later than it is expected. Keeps quiet where there is no chorus:
 * a song of verses alone, a vamp, a cue.
 */
void
maq_review_late_chorus (MaqReview *self)
{
  int index = find_first_chorus (self);
  const MaqFormSection *chorus = index >= 0 ? maq_form_get_section (self->form, index) : NULL;
  g_autofree char *begins = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *sentence = NULL;

  if (chorus == NULL || chorus->start_seconds <= self->options.chorus_seconds)
    return;

  begins = maq_length_dup_text (chorus->start_seconds);
  expected = maq_length_dup_text (self->options.chorus_seconds);
  /* translators: "Chorus 1 begins at 1:32, later than 1:15." */
  sentence = g_strdup_printf (_("%s begins at %s, later than %s."),
                              maq_section_get_name (chorus->section), begins, expected);
  maq_review_add (self, &(MaqAdviceFields) {
                    .sentence = sentence,
                    .reason = _("Who hears a song for the first time waits for the part to "
                                "remember. A slow burn may take its time."),
                    .section = get_id (self, index), .section_end = get_id (self, index),
                    .first_bar = chorus->first_bar, .bars = chorus->bars },
                  list_sooner (self, index));
}
