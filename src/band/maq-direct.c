/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-direct-private.h"

#define SWELL_DB 6.0
#define DUCK_DB -5.0

MaqStrip
maq_direct_layer (const MaqLayerFields *layer)
{
  return (MaqStrip) {
    .gain_db = layer->gain_db,
    .pan = layer->pan,
    .distance = layer->distance,
    .tone = layer->tone,
    .spread = layer->width.is_set ? layer->width.value - 1.0 : 0.0,
    .in_front = layer->role == MAQ_ROLE_VOCAL || layer->role == MAQ_ROLE_LEAD,
    .muted = layer->muted,
    .soloed = layer->soloed,
  };
}

static MaqRoomKind
room_of (MaqSpace space)
{
  switch (space)
    {
    case MAQ_SPACE_BOOTH:
      return MAQ_ROOM_BOOTH;
    case MAQ_SPACE_CHAMBER:
      return MAQ_ROOM_CHAMBER;
    case MAQ_SPACE_HALL:
      return MAQ_ROOM_HALL;
    case MAQ_SPACE_PLATE:
      return MAQ_ROOM_PLATE;
    case MAQ_SPACE_OUTDOORS:
      return MAQ_ROOM_OUTDOORS;
    case MAQ_SPACE_UNSET:
    case MAQ_SPACE_LIVE_ROOM:
    case MAQ_N_SPACES:
    default:
      return MAQ_ROOM_LIVE;
    }
}

static void
fill_dynamics (MaqDynamics  dynamics,
               MaqTick      last_bar_ticks,
               MaqSpan     *span)
{
  switch (dynamics)
    {
    case MAQ_DYNAMICS_SWELL:
      span->gain_db = -SWELL_DB;
      break;
    case MAQ_DYNAMICS_DUCK:
      span->duck_db = DUCK_DB;
      break;
    case MAQ_DYNAMICS_DROP_OUT:
      span->cut_ticks = last_bar_ticks;
      break;
    case MAQ_DYNAMICS_UNSET:
    case MAQ_DYNAMICS_NONE:
    case MAQ_N_DYNAMICS:
    default:
      break;
    }
}

void
maq_direct_section (MaqForm *form,
                    guint    section,
                    MaqTick  last_bar_ticks,
                    MaqSpan *span)
{
  const MaqFormSection *place = maq_form_get_section (form, section);
  const MaqSectionFields *fields = maq_section_get_fields (place->section);

  span->room = room_of (place->space);
  fill_dynamics (fields->dynamics, last_bar_ticks, span);
  if (fields->transition == MAQ_TRANSITION_FADE)
    span->fade_ticks = place->transition_ticks;
  span->ramp_ticks = place->ramp_ticks;
  span->ramp_tempo_qpm = place->end_tempo_qpm;
}
