/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-spectrum.h"

G_BEGIN_DECLS

/**
 * MAQ_BALANCE_LEAST_SHARE:
 *
 * Who holds as much of a band's power is one of those who share it. Without a fifth of its
 * power a band is 1 dB softer, which is about the least that people hear (Zwicker and Fastl,
 * "Psychoacoustics", 7.1).
 */
#define MAQ_BALANCE_LEAST_SHARE 0.2

/**
 * MAQ_BALANCE_PROMINENT_DB:
 *
 * How far below the band that stands out most a band may be, each against what is usual,
 * and still be heard beside it.
 */
#define MAQ_BALANCE_PROMINENT_DB 6.0

/**
 * MaqBalanceLayer:
 * @id: of its lane
 * @name: for people
 * @is_drums: whether it is struck: that is short, and does not crowd a band
 * @powers: mean square in each band, full scale 1.0, through its strip and with its share
 *   of the room
 *
 * What one layer gives to a section.
 */
typedef struct
{
  guint64     id;
  const char *name;
  gboolean    is_drums;
  double      powers[MAQ_N_FREQUENCY_BANDS];
} MaqBalanceLayer;

/**
 * MaqBalance:
 *
 * Who occupies which frequency band in a section. Immutable.
 *
 * A band's power is taken as the sum of its layers' powers, as it is for sounds that have
 * nothing in common. A band is *prominent* if it is at most %MAQ_BALANCE_PROMINENT_DB below the
 * one that stands out most, when each is held against what is usual: the long-term spectrum of
 * commercial recordings, which falls by about 5 dB an octave between 100 Hz and 4 kHz and
 * faster above (Pestana et al., "Spectral Characteristics of Popular Commercial Recordings
 * 1950–2010", 135th AES Convention, 2013); summed up over the bands, that is −8 dB for sub,
 * −6 for low mid, −5 for mid, −10 for presence and −19 for air against low. It is *crowded* if
 * it is prominent and at least two layers that are not drums each hold
 * %MAQ_BALANCE_LEAST_SHARE of it: a kick and a bass have the lows together in all music.
 */
typedef struct _MaqBalance MaqBalance;

/**
 * maq_balance_new:
 * @layers: (array length=n_layers): those that play there, in the order of the band
 */
MaqBalance *maq_balance_new            (const MaqBalanceLayer *layers,
                                        guint                  n_layers) G_GNUC_WARN_UNUSED_RESULT;
MaqBalance *maq_balance_ref            (MaqBalance            *self);
void        maq_balance_unref          (MaqBalance            *self);

guint       maq_balance_get_n_layers   (MaqBalance            *self);
/** maq_balance_get_layer: (transfer none): who plays at @index, from 0 */
const MaqBalanceLayer *maq_balance_get_layer (MaqBalance      *self,
                                              guint            index);
/** maq_balance_get_level: of all layers in a band, in dBFS; %MAQ_LOUDNESS_SILENCE for none */
double      maq_balance_get_level      (MaqBalance            *self,
                                        MaqFrequencyBand       band);
/** maq_balance_get_share: the part of a band's power that the layer at @index holds, 0 to 1 */
double      maq_balance_get_share      (MaqBalance            *self,
                                        guint                  index,
                                        MaqFrequencyBand       band);
/**
 * maq_balance_get_space:
 * @cut_db: by how much the layer at @index is turned down, above 0; %INFINITY takes it away
 *
 * Returns: the space that this would open: by how many dB the band would be softer;
 *   %INFINITY where nothing would be left
 */
double      maq_balance_get_space      (MaqBalance            *self,
                                        guint                  index,
                                        MaqFrequencyBand       band,
                                        double                 cut_db);
/** maq_balance_is_prominent: whether a band is heard beside the one that stands out most */
gboolean    maq_balance_is_prominent   (MaqBalance            *self,
                                        MaqFrequencyBand       band);
/** maq_balance_is_crowded: whether it is prominent and layers share it */
gboolean    maq_balance_is_crowded     (MaqBalance            *self,
                                        MaqFrequencyBand       band);
/**
 * maq_balance_list_sharers:
 *
 * Returns: (transfer full) (element-type guint): the indices of the layers that each hold
 *   %MAQ_BALANCE_LEAST_SHARE of a band, who holds most first
 */
GArray     *maq_balance_list_sharers   (MaqBalance            *self,
                                        MaqFrequencyBand       band) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_balance_dup_sentence:
 * @section: the section's name
 *
 * Returns: (transfer full) (nullable): that a band is crowded, by whom, and what taking one of
 *   them away would open, in their order, translated; %NULL if it is not crowded
 */
char       *maq_balance_dup_sentence   (MaqBalance            *self,
                                        MaqFrequencyBand       band,
                                        const char            *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqBalance, maq_balance_unref)

G_END_DECLS
