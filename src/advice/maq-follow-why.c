/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-follow-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_above (const MaqFollowSearch *self,
          guint                  section)
{
  return self->energies[section] > self->meant[section];
}

/* The layers that keep it where it is, as they are pinned there. */
static char *
dup_pinned (MaqFollowSearch *self,
            guint            section)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->n_layers; i++)
    {
      guint index = section * self->n_layers + i;
      int level = self->parts[index].level;

      if (!self->fixed[index] || self->muted[i]
          || (is_above (self, section) ? level == 0 : level == MAQ_LEVEL_MAX))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "",
                              maq_layer_get_name (maq_arrangement_get_layer (self->arrangement,
                                                                             i)));
    }
  return g_string_free (names, names->len == 0);
}

static gboolean
goes_along (MaqFollowSearch *self,
            guint            section)
{
  for (guint i = 0; i < self->n_layers; i++)
    {
      guint index = section * self->n_layers + i;

      if (!maq_follow_part_equal (self->before[index], self->parts[index])
          && maq_follow_search_goes_along (self, section, i))
        return TRUE;
    }
  return FALSE;
}

MaqFollowHold
maq_follow_why_find (MaqFollowSearch *self,
                     guint            section,
                     char           **names)
{
  double alone;
  double worth;

  *names = NULL;
  if (!self->chosen[section])
    return MAQ_FOLLOW_HOLD_UNCHOSEN;
  if (maq_follow_words_count (self, section) == 0 && goes_along (self, section))
    {
      guint followed = (guint) self->followed[section];

      *names = g_strdup (maq_section_get_name (maq_form_get_section (self->form,
                                                                     followed)->section));
      return MAQ_FOLLOW_HOLD_ALONG;
    }
  maq_follow_try_outlook (self, section, &alone, &worth);
  if (worth > MAQ_FOLLOW_WORTH)
    return MAQ_FOLLOW_HOLD_TRIED;
  if (alone > MAQ_FOLLOW_WORTH)
    return MAQ_FOLLOW_HOLD_STEPS;
  *names = dup_pinned (self, section);
  if (*names != NULL)
    return MAQ_FOLLOW_HOLD_PINNED;
  return alone > 0.0 ? MAQ_FOLLOW_HOLD_LITTLE : MAQ_FOLLOW_HOLD_SPENT;
}

char *
maq_follow_why_dup (MaqFollowHold           hold,
                    const char             *names,
                    const MaqFollowSection *section)
{
  double away = fabs (section->after - section->meant);

  if (hold == MAQ_FOLLOW_HOLD_UNCHOSEN)
    return g_strdup (_("not asked to follow"));
  if (section->text != NULL && away <= MAQ_FOLLOW_FAR)
    return NULL;
  if (hold == MAQ_FOLLOW_HOLD_ALONG)
    /* Translators: a section whose changes are taken over */
    return g_strdup_printf (_("goes along with %s"), names);
  if (away <= MAQ_FOLLOW_MET)
    return g_strdup (_("as it is meant"));
  switch (hold)
    {
    case MAQ_FOLLOW_HOLD_PINNED:
      /* Translators: layers whose parts must not change */
      return g_strdup_printf (_("pinned there: %s"), names);
    case MAQ_FOLLOW_HOLD_SPENT:
      return g_strdup (section->after > section->meant
                         ? _("those who are left carry it, and play as little as they may")
                         : _("all who may play there play as much as they can"));
    case MAQ_FOLLOW_HOLD_STEPS:
      return g_strdup (_("any nearer, and the steps to its neighbours would be further from "
                         "what is meant"));
    case MAQ_FOLLOW_HOLD_TRIED:
      return g_strdup (_("what else was tried there came out no better when measured"));
    case MAQ_FOLLOW_HOLD_UNCHOSEN:
    case MAQ_FOLLOW_HOLD_ALONG:
    case MAQ_FOLLOW_HOLD_LITTLE:
    default:
      return g_strdup (_("what else could change there would bring too little"));
    }
}
