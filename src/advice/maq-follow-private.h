/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-follow.h"
#include "maq-form.h"
#include "maq-limits.h"

G_BEGIN_DECLS

/* What a layer plays in a section, as far as following an arc changes it. */
typedef struct
{
  gint8   level;
  guint16 entry_bar;
  guint16 exit_bar;      /* the bar before which it ends; 0 at the end of the section */
} MaqFollowPart;

/* The bar before which it ends in a section of so many bars. */
static inline int
maq_follow_part_get_end (MaqFollowPart part,
                         int           bars)
{
  return part.exit_bar == 0 ? bars : MIN (part.exit_bar, bars);
}

/*
 * What the band would play: for each section, layer and level its power and where its
 * notes begin. Set right by what was measured.
 */
typedef struct _MaqFollowModel MaqFollowModel;

/* of the sections that are chosen; NULL if it was cancelled */
MaqFollowModel *maq_follow_model_new       (MaqProject          *root,
                                            const gboolean      *chosen,
                                            GCancellable        *cancellable);
void            maq_follow_model_free      (MaqFollowModel      *self);
/* from now on a section with these parts has these figures */
void            maq_follow_model_correct   (MaqFollowModel      *self,
                                            guint                section,
                                            const MaqFollowPart *parts,
                                            const MaqFigures    *measured);
/* the energy of a section with these parts, one for each layer */
double          maq_follow_model_predict   (MaqFollowModel      *self,
                                            guint                section,
                                            const MaqFollowPart *parts);
/* all but one layer of a section play these parts: what follows asks what that one adds */
void            maq_follow_model_leave_out (MaqFollowModel      *self,
                                            guint                section,
                                            const MaqFollowPart *parts,
                                            guint                layer);
double          maq_follow_model_predict_with (MaqFollowModel   *self,
                                            MaqFollowPart        part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqFollowModel, maq_follow_model_free)

/* One change: a part, and with it those that take it over. */
typedef struct
{
  guint         section;
  guint         layer;
  gboolean      is_family;
  MaqFollowPart part;
} MaqFollowChange;

/* The best change of one part that is known, and what it saves for its price. */
typedef struct
{
  MaqFollowPart part;
  guint8        is_family;
  guint8        is_known;
  float         worth;
  float         gain;          /* what it saves, less what it would have to */
} MaqFollowBest;

/* From one section to another: neighbours, or a verse and the chorus that it leads to. */
typedef struct
{
  guint    from;
  guint    to;
  gboolean is_near;      /* neighbours; of others only the direction counts */
  double   share;        /* how much it weighs */
  double   meant;        /* energy is to rise by so much; below 0 it is to fall */
  double   least;        /* in the direction that is meant it may be no smaller than this */
} MaqFollowStep;

/* How readily layers leave a section: first who can do without words, then anybody. */
typedef enum
{
  MAQ_FOLLOW_LEAVE_NOBODY,
  MAQ_FOLLOW_LEAVE_SPARE,
  MAQ_FOLLOW_LEAVE_ANYBODY
} MaqFollowLeave;

/* What may be changed, what is meant, and what is changed so far. */
typedef struct
{
  MaqProject     *root;
  MaqArrangement *arrangement;
  MaqForm        *form;
  MaqFollowModel *model;
  guint           n_sections;
  guint           n_layers;
  double         *meant;       /* for each section, */
  double         *slopes;      /* how much what is meant rises from its first half to its second, */
  gboolean       *chosen;
  int            *followed;    /* index of the section that it follows, or -1, */
  guint          *n_before;    /* how many come before its own in: */
  guint          *followers;   /* by section those that follow it */
  double         *energies;    /* what is heard, or would be, */
  double         *errors;      /* how far that is from what is meant, */
  guint8         *leaves;      /* MaqFollowLeave: who may leave it, */
  guint          *n_touched;   /* how many of the following come before its own: */
  guint          *touched;     /* by section the steps to it and from it */
  MaqFollowStep  *steps;
  guint           n_steps;
  gboolean       *fixed;       /* for each section and layer, in this order, */
  gboolean       *taken_over;  /* whether the part is that of the followed section, */
  gboolean       *stays;       /* whether it says something there: it does not leave, */
  gboolean       *bound;       /* whether the song leans on it: it leaves last, */
  MaqFollowPart  *before;
  MaqFollowPart  *parts;
  MaqFollowBest  *best;        /* while it is searched */
  MaqFollowPart  *kept;        /* parts of a section and its followers, while one is tried */
  MaqRole        *roles;       /* for each layer, */
  gboolean       *muted;
  guint          *n_played;    /* in how many sections it had to play */
  guint          *n_plays;     /* and still has */
  gboolean       *heard;       /* room for the bars of a section, */
  double         *tried;       /* for what is tried in each section, */
  guint          *serials;     /* and for when that was */
  guint           serial;
} MaqFollowSearch;

/* maq-follow-search.c: FALSE if there is no arc of energy */
gboolean        maq_follow_search_init     (MaqFollowSearch     *self,
                                            MaqProject          *root,
                                            const MaqId         *sections,
                                            guint                n_sections);
void            maq_follow_search_clear    (MaqFollowSearch     *self);
/* changes self->parts as long as that is worth it; predictions come from the model */
void            maq_follow_search_run      (MaqFollowSearch     *self,
                                            GCancellable        *cancellable);
/* looks at what could be done next to self->parts, without doing it */
void            maq_follow_search_look_ahead (MaqFollowSearch   *self);
/* mean by bars of how far the chosen sections are from what is meant */
double          maq_follow_search_distance (const MaqFollowSearch *self,
                                            const double        *energies);
/* whether a part that is taken over goes along with that of the followed section */
gboolean        maq_follow_search_goes_along (MaqFollowSearch   *self,
                                            guint                section,
                                            guint                layer);
gboolean        maq_follow_part_equal      (MaqFollowPart        a,
                                            MaqFollowPart        b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MaqFollowSearch, maq_follow_search_clear)

/* maq-follow-try.c: what a change would bring, and whether it may be */

/* parts that one layer might play instead, at most */
#define MAQ_FOLLOW_TRIALS (MAQ_LEVEL_MAX + 1 + 2 * MAQ_FOLLOW_PLACES + 2 * MAQ_FOLLOW_LOUDEST_ENTRY)
/* places that are tried within a section at most; longer ones are tried at fewer */
#define MAQ_FOLLOW_PLACES 8
/* who comes in does not do so at the top */
#define MAQ_FOLLOW_LOUDEST_ENTRY 8

/* what a change has to bring, in energy of a section of mean length, for each of its cost */
#define MAQ_FOLLOW_WORTH 0.2

/* looks anew at what is heard of a section with the parts that it has now */
void            maq_follow_try_look_at     (MaqFollowSearch     *self,
                                            guint                section);
/* the change of a part that is worth most for its price */
MaqFollowBest   maq_follow_try_part        (MaqFollowSearch     *self,
                                            guint                section,
                                            guint                layer);
/* of all changes there, the most that one brings for its price: to the section alone, and in all */
void            maq_follow_try_outlook     (MaqFollowSearch     *self,
                                            guint                section,
                                            double              *alone,
                                            double              *worth);
/* what a change saves in error; 0 if it must not be, or takes too much away */
double          maq_follow_try_change      (MaqFollowSearch     *self,
                                            const MaqFollowChange *change);
/* whether it changes a section: its own, or one that goes along with it */
gboolean        maq_follow_try_reaches     (MaqFollowSearch     *self,
                                            const MaqFollowChange *change,
                                            guint                section);
/* how much a section weighs, 1.0 on the mean */
double          maq_follow_try_share       (const MaqFollowSearch *self,
                                            guint                section);
double          maq_follow_try_error       (const MaqFollowSearch *self,
                                            guint                section,
                                            double               energy);
/* of what is changed there and not taken over */
double          maq_follow_try_section_cost (MaqFollowSearch    *self,
                                            guint                section);
/* whether a part is changed there, and not taken over */
gboolean        maq_follow_search_is_own_change (MaqFollowSearch *self,
                                            guint                section,
                                            guint                layer);
double          maq_follow_try_cost        (MaqFollowPart        before,
                                            MaqFollowPart        after);

/* maq-follow-steps.c: the steps between sections */

/* what is meant has to be known */
void            maq_follow_steps_init      (MaqFollowSearch     *self);
void            maq_follow_steps_clear     (MaqFollowSearch     *self);
/* what is heard of the song as it is: no step has to be larger than that or what is meant */
void            maq_follow_steps_learn     (MaqFollowSearch     *self,
                                            const double        *energies);
/* what it costs that a step is as it is */
double          maq_follow_step_cost       (const MaqFollowSearch *self,
                                            const MaqFollowStep *step,
                                            double               heard);
/* of all steps */
double          maq_follow_steps_cost      (const MaqFollowSearch *self,
                                            const double        *energies);
/* mean of how far the steps between neighbours are from what is meant, if either is chosen */
double          maq_follow_steps_error     (const MaqFollowSearch *self,
                                            const double        *energies);
/* how much is missing of steps that were as large as meant, or larger than now; 0: nothing */
double          maq_follow_steps_lack      (const MaqFollowSearch *self,
                                            const double        *energies);

/* maq-follow-words.c: what becomes of a section */
char           *maq_follow_words_dup       (MaqFollowSearch     *self,
                                            guint                section);
/* parts of the section that are changed there, and not taken over */
guint           maq_follow_words_count     (MaqFollowSearch     *self,
                                            guint                section);

/* maq-follow-why.c: why a section comes no nearer */
typedef enum
{
  MAQ_FOLLOW_HOLD_UNCHOSEN,
  MAQ_FOLLOW_HOLD_ALONG,     /* it takes its changes over */
  MAQ_FOLLOW_HOLD_PINNED,
  MAQ_FOLLOW_HOLD_SPENT,     /* nothing is left that may be changed */
  MAQ_FOLLOW_HOLD_LITTLE,    /* what is left is not worth it */
  MAQ_FOLLOW_HOLD_STEPS,     /* it would be, but for the neighbours */
  MAQ_FOLLOW_HOLD_TRIED,     /* it would be, but for what was measured */
} MaqFollowHold;

/* after maq_follow_search_look_ahead(); @names are those that it is about, or NULL */
MaqFollowHold   maq_follow_why_find        (MaqFollowSearch     *self,
                                            guint                section,
                                            char               **names);
/* a sentence, or NULL if there is no need for one */
char           *maq_follow_why_dup         (MaqFollowHold        hold,
                                            const char          *names,
                                            const MaqFollowSection *section);

/* maq-follow-moves.c: the moves that do it */
/* for each section those of its own changes, and whether it follows another */
void            maq_follow_moves_fill      (MaqFollowSearch     *self,
                                            GPtrArray          **moves,
                                            gboolean            *follows);
void            maq_follow_moves_free      (GPtrArray          **moves,
                                            guint                n_sections);
/* those of the sections that are wanted as one; NULL if there are none */
MaqMove        *maq_follow_moves_create_sequence (GPtrArray *const *moves,
                                            const gboolean      *follows,
                                            const gboolean      *wanted,
                                            guint                n_sections);
/* the song with all of them; NULL with @error */
MaqProject     *maq_follow_moves_apply     (MaqFollowSearch     *self,
                                            GError             **error);

/* maq-follow-rounds.c: proposals are measured one after the other */
/* What was measured: the parts, and what was heard of each section. */
typedef struct
{
  MaqFollowPart *parts;
  double        *energies;
  double        *costs;        /* of what is changed in each section */
} MaqFollowRound;

/* A proposal while it is being looked for. */
typedef struct
{
  MaqFollowSearch   search;
  MaqFollowMeasure  measure;
  gpointer          user_data;
  GCancellable     *cancellable;
  MaqFigures       *figures;     /* of the latest proposal */
  double           *energies;
  double           *first;       /* what is heard of the song as it is */
  MaqFollowRound    rounds[MAQ_FOLLOW_ROUNDS + 1];
  guint             n_rounds;
  guint            *choice;      /* for each section the round whose parts it takes, */
  double           *guessed;     /* and what would be heard */
} MaqFollowWork;

/* after its search */
void            maq_follow_work_prepare    (MaqFollowWork       *self);
void            maq_follow_work_clear      (MaqFollowWork       *self);
/* puts the best parts into the search, and what is measured of them into energies */
gboolean        maq_follow_work_run        (MaqFollowWork       *self,
                                            GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MaqFollowWork, maq_follow_work_clear)

G_END_DECLS
