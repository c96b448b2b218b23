/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "maq-limits.h"
#include "maq-odd-bar.h"

static MaqProject *
apply_rename (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqSectionFields fields;
  g_autofree char *name = NULL;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;

  name = maq_move_dup_name (self->text, error);
  if (name == NULL)
    return NULL;

  fields.name = name;
  return maq_move_end_section (root, &fields);
}

static char *
dup_rename_label (MaqMove    *self,
                  MaqProject *root)
{
  return g_strdup_printf (_("Rename %s to %s"), maq_move_section_name (root, self->section),
                          self->text != NULL ? self->text : "");
}

MaqMove *
maq_move_rename_section (MaqId       section,
                         const char *name)
{
  static const MaqMoveClass move_class = { apply_rename, dup_rename_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .text = maq_move_some (name) });
}

static MaqProject *
apply_kind (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqSectionFields fields;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;
  if ((int) fields.kind == self->number)
    return maq_project_ref (root);

  base = maq_move_dup_base_name (fields.name != NULL ? fields.name : "");
  if (strcmp (base, maq_section_kind_get_label (fields.kind)) == 0)
    {
      name = maq_move_dup_free_section_name (maq_project_get_arrangement (root), self->number,
                                             self->section);
      fields.name = name;
    }

  fields.kind = self->number;
  return maq_move_end_section (root, &fields);
}

static char *
dup_kind_label (MaqMove    *self,
                MaqProject *root)
{
  return maq_move_dup_said (self, root, maq_section_kind_get_label (self->number));
}

MaqMove *
maq_move_section_kind (MaqId          section,
                       MaqSectionKind kind)
{
  static const MaqMoveClass move_class = { apply_kind, dup_kind_label, FALSE, NULL };

  g_return_val_if_fail ((int) kind >= 0 && kind < MAQ_N_SECTION_KINDS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = kind });
}

static MaqProject *
apply_tempo (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqSectionFields fields;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;
  if (self->value != 0 && !maq_move_require_number (self->value, MAQ_TEMPO_MIN_QPM,
                                                    MAQ_TEMPO_MAX_QPM, _("The tempo"), error))
    return NULL;

  fields.tempo_qpm = self->value;
  return maq_move_end_section (root, &fields);
}

static char *
dup_tempo_label (MaqMove    *self,
                 MaqProject *root)
{
  g_autofree char *what = NULL;

  what = self->value == 0 ? g_strdup (_("tempo of the song"))
                          : g_strdup_printf (_("tempo %g"), self->value);
  return maq_move_dup_said (self, root, what);
}

MaqMove *
maq_move_section_tempo (MaqId  section,
                        double tempo_qpm)
{
  static const MaqMoveClass move_class = { apply_tempo, dup_tempo_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .value = tempo_qpm });
}

static MaqProject *
apply_meter (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqSectionFields fields;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;
  if (maq_meter_is_set (self->meter) && !maq_move_require_meter (self->meter, error))
    return NULL;

  fields.meter = self->meter;
  return maq_move_end_section (root, &fields);
}

static char *
dup_meter_label (MaqMove    *self,
                 MaqProject *root)
{
  char text[MAQ_METER_TEXT_MAX];

  if (!maq_meter_is_set (self->meter))
    return maq_move_dup_said (self, root, _("meter of the song"));

  return maq_move_dup_said (self, root, maq_meter_format (self->meter, text));
}

MaqMove *
maq_move_section_meter (MaqId    section,
                        MaqMeter meter)
{
  static const MaqMoveClass move_class = { apply_meter, dup_meter_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .meter = meter });
}

/* the same bars, that at @bar with @meter or, when it is unset, like the others */
static MaqVec *
put_odd_bar (MaqVec   *odd_bars,
             int       bar,
             MaqMeter  meter)
{
  g_autoptr(MaqVec) before = maq_move_vec (odd_bars, &maq_odd_bar_vec_class);
  g_autoptr(MaqVec) cleared = NULL;
  g_autoptr(MaqOddBar) odd = NULL;
  guint place = 0;

  while (place < maq_vec_get_length (before) &&
         maq_odd_bar_get_bar (maq_vec_get (before, place)) < bar)
    place++;

  if (place < maq_vec_get_length (before) &&
      maq_odd_bar_get_bar (maq_vec_get (before, place)) == bar)
    cleared = maq_vec_without (before, place);
  else
    cleared = maq_vec_ref (before);

  if (!maq_meter_is_set (meter))
    return g_steal_pointer (&cleared);

  odd = maq_odd_bar_new (bar, meter);
  return maq_vec_with_inserted (cleared, place, odd);
}

static MaqProject *
apply_odd_bar (MaqMove     *self,
               MaqProject  *root,
               GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  const MaqSectionFields *resolved = NULL;
  g_autoptr(MaqVec) odd_bars = NULL;
  MaqSectionFields fields;
  int index;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;

  index = maq_arrangement_find_section (arrangement, self->section);
  resolved = maq_section_get_fields (maq_arrangement_get_resolved (arrangement, index));
  if (!maq_move_require_number (self->number, 0, resolved->bars - 1, _("The bar"), error) ||
      (maq_meter_is_set (self->meter) && !maq_move_require_meter (self->meter, error)))
    return NULL;

  odd_bars = put_odd_bar (resolved->odd_bars, self->number, self->meter);
  if (resolved->odd_bars != NULL ? maq_vec_equal (odd_bars, resolved->odd_bars)
                                 : maq_vec_get_length (odd_bars) == 0)
    return maq_project_ref (root);

  fields.odd_bars = odd_bars;
  if (maq_vec_get_length (odd_bars) == 0 && fields.follows == MAQ_ID_NONE)
    fields.odd_bars = NULL;
  return maq_move_end_section (root, &fields);
}

static char *
dup_odd_bar_label (MaqMove    *self,
                   MaqProject *root)
{
  const char *section = maq_move_section_name (root, self->section);
  char text[MAQ_METER_TEXT_MAX];

  if (!maq_meter_is_set (self->meter))
    /* translators: bar of the section, section: "Bar 3 of Verse 1 like the others" */
    return g_strdup_printf (_("Bar %d of %s like the others"), self->number + 1, section);

  /* translators: bar of the section, section, meter: "Bar 3 of Verse 1 in 5/4" */
  return g_strdup_printf (_("Bar %d of %s in %s"), self->number + 1, section,
                          maq_meter_format (self->meter, text));
}

MaqMove *
maq_move_section_odd_bar (MaqId    section,
                          int      bar,
                          MaqMeter meter)
{
  static const MaqMoveClass move_class = { apply_odd_bar, dup_odd_bar_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = bar, .meter = meter });
}

static MaqProject *
apply_key (MaqMove     *self,
           MaqProject  *root,
           GError     **error)
{
  MaqSectionFields fields;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;

  fields.key = self->key;
  return maq_move_end_section (root, &fields);
}

static char *
dup_key_label (MaqMove    *self,
               MaqProject *root)
{
  char text[MAQ_KEY_TEXT_MAX];
  g_autofree char *what = NULL;

  if (!maq_key_is_set (self->key))
    return maq_move_dup_said (self, root, _("key of the song"));

  what = g_strdup_printf (_("key %s"), maq_key_format (self->key, text));
  return maq_move_dup_said (self, root, what);
}

MaqMove *
maq_move_section_key (MaqId  section,
                      MaqKey key)
{
  static const MaqMoveClass move_class = { apply_key, dup_key_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .key = key });
}

static MaqProject *
apply_transition (MaqMove     *self,
                  MaqProject  *root,
                  GError     **error)
{
  MaqSectionFields fields;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;

  fields.transition = self->number;
  return maq_move_end_section (root, &fields);
}

static char *
dup_transition_label (MaqMove    *self,
                      MaqProject *root)
{
  g_autofree char *what = NULL;

  if (self->number == MAQ_TRANSITION_UNSET)
    return maq_move_dup_said (self, root, _("usual way out"));

  /* translators: how the band leaves a section: "way out: Ring out" */
  what = g_strdup_printf (_("way out: %s"), maq_transition_get_label (self->number));
  return maq_move_dup_said (self, root, what);
}

MaqMove *
maq_move_section_transition (MaqId         section,
                             MaqTransition transition)
{
  static const MaqMoveClass move_class = { apply_transition, dup_transition_label, TRUE, NULL };

  g_return_val_if_fail ((int) transition >= 0 && transition < MAQ_N_TRANSITIONS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = transition });
}

static MaqProject *
apply_style (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqSectionFields fields;

  if (!maq_move_begin_section (self, root, &fields, error) ||
      !maq_move_require_text (self->text, MAQ_LIMIT_NAME_BYTES, error))
    return NULL;

  fields.style = self->text;
  return maq_move_end_section (root, &fields);
}

static char *
dup_style_label (MaqMove    *self,
                 MaqProject *root)
{
  g_autofree char *what = NULL;

  if (self->text == NULL)
    return maq_move_dup_said (self, root, _("style of the song"));

  what = g_strdup_printf (_("style %s"), self->text);
  return maq_move_dup_said (self, root, what);
}

MaqMove *
maq_move_section_style (MaqId       section,
                        const char *style)
{
  static const MaqMoveClass move_class = { apply_style, dup_style_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .text = maq_move_some (style) });
}

static MaqProject *
apply_mood (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqSectionFields fields;

  if (!maq_move_begin_section (self, root, &fields, error) ||
      !maq_move_require_text (self->text, MAQ_LIMIT_TEXT_BYTES, error))
    return NULL;

  fields.mood = self->text;
  return maq_move_end_section (root, &fields);
}

static char *
dup_mood_label (MaqMove    *self,
                MaqProject *root)
{
  return maq_move_dup_said (self, root, _("mood"));
}

MaqMove *
maq_move_section_mood (MaqId       section,
                       const char *mood)
{
  static const MaqMoveClass move_class = { apply_mood, dup_mood_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .text = maq_move_some (mood) });
}
