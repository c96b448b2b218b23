/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-random-move.h"

#include <math.h>
#include <string.h>

#include "maq-random-song.h"

typedef struct
{
  GRand          *rand;
  MaqProject     *root;
  MaqArrangement *arrangement;
} Chance;

typedef MaqMove *(*Maker) (Chance *self);

static int
number (Chance *self,
        int     low,
        int     high)
{
  return g_rand_int_range (self->rand, low, high + 1);
}

/* one in fifty is not there */
static MaqId
section (Chance *self)
{
  guint n_sections = maq_arrangement_get_n_sections (self->arrangement);

  if (n_sections == 0 || maq_any_chance (self->rand, 2))
    return 0xdead;

  return maq_section_get_id (
    maq_arrangement_get_section (self->arrangement, number (self, 0, (int) n_sections - 1)));
}

static MaqId
layer (Chance *self)
{
  guint n_layers = maq_arrangement_get_n_layers (self->arrangement);

  if (n_layers == 0 || maq_any_chance (self->rand, 2))
    return 0xdead;

  return maq_layer_get_id (
    maq_arrangement_get_layer (self->arrangement, number (self, 0, (int) n_layers - 1)));
}

static MaqId
remark (Chance *self)
{
  guint n_remarks = maq_arrangement_get_n_remarks (self->arrangement);

  if (n_remarks == 0)
    return 0xdead;

  return maq_remark_get_fields (
    maq_arrangement_get_remark (self->arrangement, number (self, 0, (int) n_remarks - 1)))->id;
}

static MaqId
arrangement (Chance *self)
{
  MaqSong *song = maq_project_get_current (self->root);

  int last = (int) maq_song_get_n_arrangements (song) - 1;

  return maq_arrangement_get_id (maq_song_get_arrangement (song, number (self, 0, last)));
}

/* one in twenty is absurd */
static double
value (Chance *self,
       double  low,
       double  high)
{
  static const double absurd[] = { NAN, INFINITY, -INFINITY, -1e9, 1e9 };

  if (maq_any_chance (self->rand, 5))
    return absurd[number (self, 0, 4)];

  return g_rand_double_range (self->rand, low, high);
}

/* unstated in one of four */
static MaqStated
stated (Chance *self,
        double  low,
        double  high)
{
  return number (self, 0, 3) == 0 ? MAQ_UNSTATED : maq_stated (value (self, low, high));
}

static MaqMeter
meter (Chance *self)
{
  if (maq_any_chance (self->rand, 5))
    return (MaqMeter) { 4, 3 };

  return maq_any_meter (self->rand);
}

static MaqMove *
make_level (Chance *self)
{
  return maq_move_part_level (section (self), layer (self), number (self, -1, 11));
}

static MaqMove *
make_toggle (Chance *self)
{
  return maq_move_part_toggle (section (self), layer (self));
}

static MaqMove *
make_entry (Chance *self)
{
  return maq_move_part_entry (section (self), layer (self), number (self, 0, 8),
                              number (self, -1, 16));
}

static MaqMove *
make_part_words (Chance *self)
{
  g_autofree char *name = maq_any_name (self->rand);
  const char *text = maq_any_chance (self->rand, 70) ? name : NULL;

  switch (number (self, 0, 5))
    {
    case 0:
      return maq_move_part_pattern (section (self), layer (self), text);
    case 1:
      return maq_move_part_motif (section (self), layer (self), text);
    case 2:
      return maq_move_part_direction (section (self), layer (self), text);
    case 3:
      return maq_move_part_style (section (self), layer (self), text);
    case 4:
      return maq_move_part_sound (section (self), layer (self), 0, number (self, -2, 128), text);
    default:
      return maq_move_part_reset (section (self), layer (self));
    }
}

static MaqMove *
make_add_section (Chance *self)
{
  g_autofree char *name = maq_any_name (self->rand);
  MaqId after = maq_any_chance (self->rand, 20) ? MAQ_ID_NONE : section (self);

  return maq_move_add_section (after, number (self, 0, MAQ_N_SECTION_KINDS - 1),
                               maq_any_chance (self->rand, 50) ? name : NULL,
                               number (self, 0, 20));
}

static MaqMove *
make_copy_section (Chance *self)
{
  if (maq_any_chance (self->rand, 50))
    return maq_move_duplicate_section (section (self));
  if (maq_any_chance (self->rand, 50))
    return maq_move_copy_section (section (self), number (self, -1, 12));

  return maq_move_repeat_section (section (self));
}

static MaqMove *
make_delete_section (Chance *self)
{
  return maq_move_delete_section (section (self));
}

static MaqMove *
make_move_section (Chance *self)
{
  return maq_move_move_section (section (self), number (self, -2, 30));
}

static MaqMove *
make_resize_section (Chance *self)
{
  return maq_move_resize_section (section (self), number (self, 0, 20));
}

static MaqMove *
make_section_words (Chance *self)
{
  g_autofree char *name = maq_any_name (self->rand);
  const char *text = maq_any_chance (self->rand, 80) ? name : NULL;

  switch (number (self, 0, 4))
    {
    case 0:
      return maq_move_rename_section (section (self), text);
    case 1:
      return maq_move_section_kind (section (self), number (self, 0, MAQ_N_SECTION_KINDS - 1));
    case 2:
      return maq_move_section_style (section (self), text);
    case 3:
      return maq_move_section_mood (section (self), text);
    default:
      return maq_move_section_transition (section (self), number (self, 0, MAQ_N_TRANSITIONS - 1));
    }
}

static MaqMove *
make_room (Chance *self)
{
  MaqId sections[] = { section (self), section (self) };

  switch (number (self, 0, 5))
    {
    case 5:
      return maq_move_section_feel (section (self), number (self, 0, MAQ_N_FEELS - 1),
                                    number (self, -1, 9));
    case 0:
      return maq_move_section_space (section (self), number (self, 0, MAQ_N_SPACES - 1));
    case 1:
      return maq_move_sections_space (sections, number (self, 0, 2),
                                      number (self, 0, MAQ_N_SPACES - 1));
    case 2:
      return maq_move_section_dynamics (section (self), number (self, 0, MAQ_N_DYNAMICS - 1));
    case 3:
      return maq_move_section_transition_beats (section (self), number (self, -1, 65));
    default:
      return maq_move_section_chord_mark (section (self), number (self, 0, 2),
                                          number (self, 0, 2) ? 0 : 1920,
                                          number (self, 0, MAQ_N_CHORD_MARKS - 1));
    }
}

static MaqMove *
make_song_groove (Chance *self)
{
  switch (number (self, 0, 4))
    {
    case 0:
      return maq_move_song_space (number (self, 0, MAQ_N_SPACES - 1));
    case 1:
      return maq_move_song_swing (number (self, 0, 3) ? value (self, 50, 75) : 0);
    case 2:
      return maq_move_song_lag (stated (self, -50, 50));
    case 3:
      return maq_move_song_looseness (stated (self, 0, 100));
    default:
      return maq_move_project_soundfont (number (self, 0, 2) ? "Small Grand.sf2" : "a/b.sf2");
    }
}

static MaqMove *
make_chords (Chance *self)
{
  static const char *const typed[] = {
    "Am7", ">C G/B", "%", ".", "", ":|", "F :|", "vi | IV | V7/7", "|: 1 | 5- :|", "H9", "<b7> ^4",
    "C | D | E | F | G | A | B | C | D",
  };
  g_autofree char *text = maq_any_chord_text (self->rand, number (self, 1, 12));

  if (maq_any_chance (self->rand, 10))
    return maq_move_section_chords (section (self), number (self, 0, 1) ? "| C | H9 |" : NULL);

  if (maq_any_chance (self->rand, 50))
    return maq_move_section_bar_chords (section (self), number (self, -1, 9),
                                        typed[number (self, 0, G_N_ELEMENTS (typed) - 1)]);

  return maq_move_section_chords (section (self), text);
}

static MaqMove *
make_lyrics (Chance *self)
{
  g_autofree char *text = maq_any_text (self->rand);

  return maq_move_section_lyrics (section (self), number (self, 0, 3) ? text : NULL);
}

static MaqMove *
make_section_time (Chance *self)
{
  switch (number (self, 0, 3))
    {
    case 0:
      return maq_move_section_tempo (section (self), number (self, 0, 3) ? value (self, 10, 999)
                                                                         : 0);
    case 1:
      return maq_move_section_meter (section (self), number (self, 0, 3) ? meter (self)
                                                                         : MAQ_METER_UNSET);
    case 2:
      return maq_move_section_odd_bar (section (self), number (self, -1, 12),
                                       number (self, 0, 2) ? meter (self) : MAQ_METER_UNSET);
    default:
      return maq_move_section_key (section (self), number (self, 0, 3)
                                                     ? maq_any_key (self->rand)
                                                     : MAQ_KEY_UNSET);
    }
}

static MaqMove *
make_follows (Chance *self)
{
  if (maq_any_chance (self->rand, 20))
    return maq_move_section_reset (section (self));

  return maq_move_section_follows (section (self), number (self, 0, 2) ? section (self)
                                                                       : MAQ_ID_NONE);
}

static MaqMove *
make_band (Chance *self)
{
  g_autofree char *name = maq_any_name (self->rand);

  switch (number (self, 0, 4))
    {
    case 0:
      return maq_move_add_layer (number (self, 0, MAQ_N_ROLES - 1),
                                 number (self, 0, 1) ? name : NULL,
                                 number (self, -2, 128), number (self, -1, 20));
    case 1:
      return maq_move_duplicate_layer (layer (self));
    case 2:
      return maq_move_delete_layer (layer (self));
    case 3:
      return maq_move_copy_layer (layer (self), number (self, -2, 20),
                                  number (self, 0, 1) ? name : NULL);
    default:
      return maq_move_place_layer (layer (self), number (self, -2, 20),
                                   number (self, 0, 1) ? name : NULL);
    }
}

static MaqMove *
make_layer_words (Chance *self)
{
  g_autofree char *name = maq_any_name (self->rand);
  const char *text = maq_any_chance (self->rand, 80) ? name : NULL;

  switch (number (self, 0, 7))
    {
    case 0:
      return maq_move_rename_layer (layer (self), text);
    case 1:
      return maq_move_layer_role (layer (self), number (self, 0, MAQ_N_ROLES - 1));
    case 2:
      return maq_move_layer_sound (layer (self), number (self, 0, 20000),
                                   number (self, -2, 128), text);
    case 3:
      return maq_move_layer_performer (layer (self), text);
    case 4:
      return maq_move_layer_group (layer (self), number (self, 0, 2) ? "Choir" : text);
    case 5:
      return maq_move_layer_colour (layer (self), number (self, 0, MAQ_N_COLOURS - 1));
    case 6:
      return maq_move_layer_meaning (layer (self), text);
    default:
      return maq_move_layer_direction (layer (self), text);
    }
}

static MaqMove *
make_layer_character (Chance *self)
{
  switch (number (self, 0, 4))
    {
    case 0:
      return maq_move_layer_tone (layer (self), value (self, -1, 1));
    case 1:
      return maq_move_layer_width (layer (self), number (self, 0, 2) ? value (self, 0, 2) : 1);
    case 2:
      return maq_move_layer_lag (layer (self), stated (self, -50, 50));
    case 3:
      return maq_move_layer_looseness (layer (self), stated (self, 0, 100));
    default:
      return maq_move_layer_swing (layer (self), number (self, 0, 3) ? value (self, 45, 75) : 0);
    }
}

static MaqMove *
make_layer_numbers (Chance *self)
{
  switch (number (self, 0, 5))
    {
    case 0:
      return maq_move_layer_muted (layer (self), number (self, 0, 1));
    case 1:
      return maq_move_layer_soloed (layer (self), number (self, 0, 1));
    case 2:
      return maq_move_layer_gain (layer (self), value (self, -60, 12));
    case 3:
      return maq_move_layer_pan (layer (self), value (self, -1, 1));
    case 4:
      return maq_move_layer_distance (layer (self), value (self, 0, 1));
    default:
      return make_layer_character (self);
    }
}

static MaqMove *
make_dismissal (Chance *self)
{
  static const char *const checks[] = { "late-chorus", "no-space", " ", "of another version" };
  const char *check = checks[number (self, 0, G_N_ELEMENTS (checks) - 1)];
  MaqId where = number (self, 0, 1) ? section (self) : MAQ_ID_NONE;
  MaqId whom = number (self, 0, 1) ? layer (self) : MAQ_ID_NONE;

  return number (self, 0, 2) > 0 ? maq_move_dismiss (check, where, whom)
                                 : maq_move_bring_back (check, where, whom);
}

static MaqMove *
make_remark (Chance *self)
{
  g_autofree char *text = maq_any_text (self->rand);

  switch (number (self, 0, 6))
    {
    case 6:
      return make_dismissal (self);
    case 0:
      return maq_move_add_remark (number (self, 0, MAQ_N_REMARK_KINDS - 1),
                                  number (self, 0, 1) ? section (self) : MAQ_ID_NONE,
                                  number (self, 0, 1) ? layer (self) : MAQ_ID_NONE,
                                  number (self, -1, 20), NULL, text);
    case 1:
      return maq_move_remark_state (remark (self), number (self, 0, MAQ_N_REMARK_STATES - 1));
    case 2:
      return maq_move_remark_kind (remark (self), number (self, 0, MAQ_N_REMARK_KINDS - 1));
    case 3:
      return maq_move_remark_text (remark (self), text);
    case 4:
      return maq_move_remark_author (remark (self), text);
    default:
      return maq_move_delete_remark (remark (self));
    }
}

/* a row that is there, or some other */
static MaqId
session_row (Chance         *self,
             MaqSessionList  list)
{
  MaqSession *session = maq_project_get_fields (self->root)->session;
  guint n_rows = maq_session_get_n_rows (session, list);

  if (n_rows == 0 || number (self, 0, 9) == 0)
    return 0xbad;
  return maq_session_row_get_id (maq_session_get_row (session, list,
                                                      number (self, 0, (int) n_rows - 1)));
}

static MaqMove *
make_take (Chance *self)
{
  g_autofree char *text = maq_any_text (self->rand);

  if (number (self, 0, 2) == 0)
    return maq_move_part_take_note (section (self), layer (self), text);

  return maq_move_part_take (section (self), layer (self),
                             number (self, 0, MAQ_N_TAKE_STATES - 1), number (self, -1, 4));
}

static MaqMove *
make_session (Chance *self)
{
  g_autofree char *text = maq_any_text (self->rand);
  MaqSessionList list = number (self, 0, MAQ_N_SESSION_LISTS - 1);
  MaqId row = session_row (self, list);
  guint n_texts = maq_session_list_get_n_texts (list);

  switch (number (self, 0, 8))
    {
    case 0:
      return maq_move_session_text (number (self, 0, MAQ_N_SESSION_TEXTS - 1), text);
    case 1:
    case 2:
      return maq_move_add_session_row (list, number (self, 0, 1) ? text : NULL);
    case 3:
      return maq_move_delete_session_row (list, row);
    case 4:
      return maq_move_place_session_row (list, row, number (self, -1, 4));
    case 5:
    case 6:
      return maq_move_session_row_text (list, row, number (self, 0, (int) n_texts - 1), text);
    case 7:
      return number (self, 0, 1)
               ? maq_move_input_channel (session_row (self, MAQ_SESSION_INPUTS),
                                         number (self, -1, 1000))
               : maq_move_input_switch (session_row (self, MAQ_SESSION_INPUTS),
                                        number (self, 0, MAQ_N_INPUT_SWITCHES - 1),
                                        number (self, 0, 1));
    default:
      switch (number (self, 0, 3))
        {
        case 0:
          return maq_move_fill_inputs ();
        case 1:
          return maq_move_fill_contacts ();
        default:
          return make_take (self);
        }
    }
}

static MaqMove *
make_song (Chance *self)
{
  g_autofree char *name = maq_any_name (self->rand);

  switch (number (self, 0, 7))
    {
    case 0:
      return maq_move_song_title (name);
    case 1:
      return maq_move_song_artist (number (self, 0, 1) ? name : NULL);
    case 2:
      return maq_move_song_tempo (value (self, 10, 999));
    case 3:
      return maq_move_song_meter (meter (self));
    case 4:
      return maq_move_song_key (maq_any_key (self->rand));
    case 5:
      return maq_move_song_style (number (self, 0, 1) ? name : NULL);
    case 6:
      return maq_move_section_transpose (section (self), number (self, -12, 12));
    default:
      return maq_move_song_transpose (number (self, -12, 12));
    }
}

static MaqMove *
make_arrangement (Chance *self)
{
  g_autofree char *name = maq_any_name (self->rand);
  int song;

  switch (number (self, 0, 4))
    {
    case 0:
      return maq_move_add_arrangement (number (self, 0, 1) ? name : NULL);
    case 1:
      return maq_move_select_arrangement (arrangement (self));
    case 2:
      return maq_move_rename_arrangement (arrangement (self), name);
    case 3:
      return maq_move_delete_arrangement (arrangement (self));
    default:
      song = number (self, 0, 3);
      return song > 0 ? maq_move_select_song (song)
                      : maq_move_target_length (maq_arrangement_get_id (self->arrangement),
                                                (int) strlen (name) * 40 - 1);
    }
}

static MaqMove *
make_arc (Chance *self)
{
  g_autofree char *name = maq_any_name (self->rand);
  MaqArcKind kind = (MaqArcKind) number (self, 0, MAQ_N_ARC_KINDS - 1);

  switch (number (self, 0, 6))
    {
    case 0:
      return maq_move_shape_arc (kind, name, number (self, 0, MAQ_N_ARC_SHAPES - 1));
    case 1:
      return maq_move_delete_arc (kind, name);
    case 2:
      return maq_move_delete_arc_point (kind, name, section (self), number (self, 0, 4));
    case 3:
      return maq_move_shift_arc_point (kind, name, section (self), number (self, 0, 4),
                                       section (self), number (self, 0, 4), value (self, 0, 10));
    default:
      return maq_move_arc_point (kind, name, section (self), number (self, -1, 8),
                                 value (self, -1, 11), number (self, 0, 1));
    }
}

static MaqMove *
make_strip (Chance *self)
{
  MaqId layers[] = { layer (self), layer (self) };
  MaqId sections[] = { section (self), section (self) };

  switch (number (self, 0, 2))
    {
    case 0:
      return maq_move_strip_section (section (self), layers, number (self, 0, 2));
    case 1:
      return maq_move_strip_layer (layer (self), sections, number (self, 0, 2));
    default:
      return maq_move_motif (number (self, 0, 1) ? layer (self) : MAQ_ID_NONE, "Shimmer", 31,
                             sections, number (self, 0, 2), number (self, 0, 10));
    }
}

static MaqMove *
make_cells (Chance *self)
{
  MaqId sections[] = { section (self), section (self), section (self) };
  MaqId layers[] = { layer (self), layer (self) };
  const MaqCells cells = { sections, (guint) number (self, 0, 3), layers,
                           (guint) number (self, 0, 2) };

  switch (number (self, 0, 6))
    {
    case 0:
      return maq_move_cells_level (&cells, number (self, -1, 11));
    case 1:
      return maq_move_cells_step (&cells, number (self, -11, 11), number (self, -11, 11));
    case 2:
      return maq_move_cells_scale (&cells, number (self, -11, 11));
    case 3:
      return maq_move_cells_ramp (&cells);
    case 4:
      return maq_move_cells_in (&cells);
    case 5:
      return maq_move_cells_pinned (&cells, number (self, 0, 1));
    default:
      return maq_move_cells_entry (&cells, number (self, -1, 8), number (self, -1, 16));
    }
}

static MaqMove *
make_lengths (Chance *self)
{
  MaqId sections[] = { section (self), section (self), section (self) };

  switch (number (self, 0, 4))
    {
    case 0:
      return maq_move_section_length (section (self), number (self, -1, 9), number (self, -1, 4));
    case 1:
      return maq_move_trim_section (section (self), number (self, 0, 12));
    case 2:
      return maq_move_move_sections (sections, number (self, 0, 3), number (self, -1, 9));
    case 3:
      return maq_move_copy_sections (sections, number (self, 0, 3), number (self, -1, 9));
    default:
      return maq_move_repeat_sections (sections, number (self, 0, 3), number (self, -1, 9));
    }
}

/* parts of the song itself, in other places */
static MaqMove *
make_copies (Chance *self)
{
  MaqId sections[] = { section (self), section (self) };
  MaqId layers[] = { layer (self), layer (self) };
  const MaqCells cells = { sections, 2, layers, (guint) number (self, 0, 2) };
  MaqPart *parts[4] = { NULL };
  guint n_sections = maq_arrangement_get_n_sections (self->arrangement);

  for (guint i = 0; i < G_N_ELEMENTS (parts) && n_sections > 0; i++)
    parts[i] = maq_section_find_part (
      maq_arrangement_get_section (self->arrangement, number (self, 0, (int) n_sections - 1)),
      layers[number (self, 0, 1)]);

  return maq_move_cells_put (&cells, parts);
}

static MaqMove *
make_shape (Chance *self)
{
  int n = number (self, 0, 9);

  switch (number (self, 0, 8))
    {
    case 0:
      return maq_move_strip_back (section (self), n);
    case 1:
      return maq_move_build_up (section (self), n);
    case 2:
      return maq_move_thin_out (section (self), n);
    case 3:
      return maq_move_swap_layers (section (self), layer (self), layer (self));
    case 4:
      return maq_move_lift (section (self), n);
    case 5:
      return maq_move_bigger_last_chorus (n);
    case 6:
      return maq_move_breakdown (section (self), n);
    case 7:
      return maq_move_drop (section (self), n);
    default:
      return maq_move_stop_before (section (self), n);
    }
}

static MaqMove *
make_bars (Chance *self)
{
  int bar = number (self, -1, 16);

  switch (number (self, 0, 3))
    {
    case 0:
      return maq_move_insert_bars (section (self), bar, number (self, 0, 9));
    case 1:
      return maq_move_delete_bars (section (self), bar, number (self, 0, 9));
    case 2:
      return maq_move_split_section (section (self), bar);
    default:
      return maq_move_join_sections (section (self));
    }
}

static MaqMove *
make_form (Chance *self)
{
  static const char *const words[] = { "V", "C x2", "Intro 4", "Verse 2", "pc 8", "Big end 3",
                                       "C2", "O", "\"a, b\" 2", "x", "12" };
  g_autoptr(GString) text = g_string_new (NULL);

  for (int i = number (self, 0, 8); i >= 0; i--)
    g_string_append_printf (text, "%s, ", words[number (self, 0, G_N_ELEMENTS (words) - 1)]);

  return maq_move_form (text->str);
}

static MaqMove *
make_sequence (Chance *self)
{
  g_autoptr(MaqMove) first = maq_any_move (self->rand, self->root);
  g_autoptr(MaqMove) second = maq_any_move (self->rand, self->root);
  MaqMove *moves[] = { first, second };

  return maq_move_sequence (moves, number (self, 0, 2), NULL);
}

MaqMove *
maq_any_move (GRand      *rand,
              MaqProject *root)
{
  static const Maker makers[] = {
    make_level, make_level, make_toggle, make_entry, make_part_words, make_add_section,
    make_copy_section, make_delete_section, make_delete_section, make_move_section,
    make_resize_section, make_resize_section, make_section_words, make_chords, make_lyrics,
    make_section_time, make_section_time, make_follows, make_follows, make_band, make_layer_words,
    make_layer_numbers, make_layer_character, make_room, make_song_groove, make_remark, make_song,
    make_session, make_session,
    make_arrangement, make_arc, make_strip, make_cells, make_cells, make_copies, make_lengths,
    make_shape, make_shape, make_bars, make_bars, make_form, make_sequence,
  };
  Chance chance = { rand, root, maq_project_get_arrangement (root) };

  return makers[g_rand_int_range (rand, 0, G_N_ELEMENTS (makers))] (&chance);
}
