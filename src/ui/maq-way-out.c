/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the band leaves a section: told apart by shape alone, and chosen from a menu. */

#include "maq-way-out.h"

const char *
maq_way_out_get_icon (MaqTransition transition)
{
  static const char *const icons[MAQ_N_TRANSITIONS] = {
    [MAQ_TRANSITION_NONE] = "maq-way-out-straight-symbolic",
    [MAQ_TRANSITION_FILL] = "maq-way-out-fill-symbolic",
    [MAQ_TRANSITION_STOP] = "maq-way-out-stop-symbolic",
    [MAQ_TRANSITION_RING_OUT] = "maq-way-out-ring-symbolic",
    [MAQ_TRANSITION_RISER] = "maq-way-out-riser-symbolic",
    [MAQ_TRANSITION_FADE] = "maq-way-out-fade-symbolic",
    [MAQ_TRANSITION_RITARDANDO] = "maq-way-out-slower-symbolic",
    [MAQ_TRANSITION_ACCELERANDO] = "maq-way-out-faster-symbolic",
  };

  return icons[transition];
}

GMenu *
maq_way_out_create_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < MAQ_N_TRANSITIONS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (maq_transition_get_label ((MaqTransition) i),
                                                    NULL);

      g_menu_item_set_action_and_target (item, "score.transition", "s",
                                         maq_transition_get_nick ((MaqTransition) i));
      g_menu_append_item (menu, item);
    }
  return menu;
}
