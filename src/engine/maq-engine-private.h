/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdatomic.h>

#include "maq-clock.h"
#include "maq-engine.h"
#include "maq-mailbox.h"
#include "maq-master.h"
#include "maq-ring.h"
#include "maq-sequencer.h"

G_BEGIN_DECLS

typedef enum
{
  MAQ_COMMAND_PLAY,
  MAQ_COMMAND_STOP,
  MAQ_COMMAND_SEEK,
  MAQ_COMMAND_JUMP,
  MAQ_COMMAND_LOOP,
  MAQ_COMMAND_METRONOME,
  MAQ_COMMAND_COUNT_IN,
  MAQ_COMMAND_GAIN,
} MaqCommandKind;

/* What the control thread says to the sounding thread. */
typedef struct
{
  MaqCommandKind kind;
  gboolean       on;
  double         gain_db;
  MaqPlace       start;
  MaqPlace       end;
} MaqCommand;

/* What the sounding thread gives back to be freed: one of the two. */
typedef struct
{
  MaqPlan *plan;
  MaqRack *rack;
} MaqRetired;

struct _MaqEngine
{
  int           rate_hz;

  /* Between the threads. */
  MaqMailbox   *plans;
  MaqRing      *racks;       /* pushed before the plan that needs it is posted */
  MaqRing      *commands;
  MaqRing      *retired;
  MaqClock     *clock;
  _Atomic guint64 n_frames;
  _Atomic guint32 peaks[2];  /* bits of floats */
  _Atomic guint32 slot_peaks[MAQ_RACK_MAX_SLOTS];
  _Atomic guint32 n_voices;

  struct
  {
    MaqSoundfont   *font;
    MaqPerformance *performance;
    MaqSlots        slots;
    guint           n_channels;
    guint           n_tunings;
    GQueue          waiting;   /* commands that the ring had no room for */
    MaqPlace        loop_start;
    MaqPlace        loop_end;
  } control;

  struct
  {
    MaqPlan      *plan;
    MaqRack      *rack;
    MaqRack      *fading;      /* the rack before, on its way out */
    guint         n_faded;
    MaqSequencer *sequencer;
    MaqMaster    *master;
    MaqEvent     *events;
    MaqBus        buses[MAQ_RACK_PARTS];
    MaqBus       *bus_of_channel[MAQ_RACK_PARTS][MAQ_SYNTH_MAX_LANES];
    MaqBus        fading_bus;
    MaqBus       *fading_bus_of_channel[MAQ_SYNTH_MAX_LANES];
    float         made[2 * MAQ_QUANTUM];
    guint         n_made;      /* frames of it that nobody took yet */
    guint         n_quanta;
    gboolean      was_playing;
  } rt;
};

G_END_DECLS
