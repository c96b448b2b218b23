/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-section-kind.h"
#include "maq-sound-plan.h"

G_BEGIN_DECLS

/* MAQ_BITE_PEAK: no sample of a cue is louder, so that click and cue together stay below -1 dBTP */
#define MAQ_BITE_PEAK 0.4f

/* MaqBite: a short sound, left and right in turn */
typedef struct
{
  float *samples;
  guint  n_frames;
} MaqBite;

/* MaqPlacedBite: where it begins; (nullable) @bite: silence */
typedef struct
{
  MaqFrame       frame;
  const MaqBite *bite;
} MaqPlacedBite;

/* maq_bite_new_click: a short sine that dies away; higher and louder the stronger, and a fifth
 * higher where it counts in */
MaqBite *maq_bite_new_click (int                  rate_hz,
                             MaqClickStrength     strength,
                             gboolean             is_count) G_GNUC_WARN_UNUSED_RESULT;
/* maq_bite_new_cue: two strokes on a bar of wood, at a pitch that tells the kind */
MaqBite *maq_bite_new_cue   (int                  rate_hz,
                             MaqSectionKind       kind) G_GNUC_WARN_UNUSED_RESULT;
/* maq_bite_new_take: (transfer full) @samples: turned down to %MAQ_BITE_PEAK if they are louder;
 * @raises: turned up to it if they are not */
MaqBite *maq_bite_new_take  (float               *samples,
                             guint                n_frames,
                             gboolean             raises) G_GNUC_WARN_UNUSED_RESULT;
void     maq_bite_free      (MaqBite             *self);

/*
 * maq_bites_add: *adds* what sounds from @start on. Each gives way to the next, and all of them to
 * the end of the file at @end: within 5 ms, so that nothing clicks.
 */
void     maq_bites_add      (const MaqPlacedBite *bites,
                             guint                n_bites,
                             int                  rate_hz,
                             MaqFrame             end,
                             MaqFrame             start,
                             guint                n_frames,
                             float               *interleaved);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqBite, maq_bite_free)

G_END_DECLS
