/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-private.h"

#include <glib/gi18n.h>

#define C GDK_CONTROL_MASK
#define S GDK_SHIFT_MASK
#define MODIFIERS (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK | GDK_HYPER_MASK)

/* What a key does; @value is for the function. Returns: whether the key was taken. */
typedef gboolean (*Act) (BbSheet *self, BbSheetCell *cell, int value);

typedef struct
{
  guint keyval;
  GdkModifierType modifiers;
  BbSheetCellMode last_mode; /* past it the key belongs to the text */
  Act act;
  int value;
} Key;

/* ---- moving ---- */

static int
find_move (BbSheet *self, guint from, int move)
{
  return bb_sheet_move (self->report, self->form, self->table, from, (BbSheetMove) move, self->column);
}

/* Up and down keep to a column, through cells that are wider as well. */
static void
keep_column (BbSheet *self, guint from)
{
  if (self->column < 0)
    self->column = (int) self->table->slots[self->selection.cell_slots[from - self->table->first_cell]].column;
}

static gboolean
is_vertical (int move)
{
  return move == BB_SHEET_MOVE_UP || move == BB_SHEET_MOVE_DOWN || move == BB_SHEET_MOVE_EDGE_UP || move == BB_SHEET_MOVE_EDGE_DOWN;
}

/* With nowhere to go the focus stays, and what was typed is done all the same: a total by hand as well, which is else written
 * when it is left. */
static void
leave (BbSheet *self, guint from, int target)
{
  if (target < 0)
    bb_sheet_cell_finish (bb_sheet_get_cell (self, from));
  bb_sheet_go_to (self, target >= 0 ? (guint) target : from);
}

static void
move_to (BbSheet *self, guint from, int target, gboolean vertical)
{
  int column = self->column;

  leave (self, from, target);
  if (vertical)
    self->column = column;
}

/* As many rows as are in view. */
static int
find_page (BbSheet *self, guint from, int move)
{
  const BbSheetSelection *selection = &self->selection;
  int height = bb_sheet_page_height (self);
  int top = bb_sheet_geometry_get_slot (&self->geometry, selection->cell_slots[from - self->table->first_cell]).y;
  int target = -1;

  for (int next = find_move (self, from, move); next >= 0; next = find_move (self, (guint) next, move))
    {
      guint slot = selection->cell_slots[(guint) next - self->table->first_cell];

      if (target >= 0 && ABS (bb_sheet_geometry_get_slot (&self->geometry, slot).y - top) > height)
        break;
      target = next;
    }
  return target;
}

static gboolean
move (BbSheet *self, BbSheetCell *cell, int value)
{
  guint from = bb_sheet_cell_index (cell);

  keep_column (self, from);
  move_to (self, from, find_move (self, from, value), is_vertical (value));
  return TRUE;
}

static gboolean
move_page (BbSheet *self, BbSheetCell *cell, int value)
{
  guint from = bb_sheet_cell_index (cell);

  keep_column (self, from);
  move_to (self, from, find_page (self, from, value), TRUE);
  return TRUE;
}

/* Enter after a run of Tabs goes back to where the run began, one row down: so rows are filled in without a look. Where cells
 * are selected, it goes down through those. With no row left it stays, and what was typed is entered all the same: an Escape
 * that follows must not take it away. */
static gboolean
enter (BbSheet *self, BbSheetCell *cell, int value)
{
  int start = self->tab_start;
  guint here = bb_sheet_cell_index (cell);
  int target;

  if (bb_sheet_step (self, value == BB_SHEET_MOVE_ENTER ? 1 : -1, TRUE))
    return TRUE;
  target = find_move (self, start >= 0 && value == BB_SHEET_MOVE_ENTER ? (guint) start : here, value);
  if (target < 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  leave (self, here, target);
  return TRUE;
}

/* ---- selecting ---- */

static gboolean
extend (BbSheet *self, BbSheetCell *cell, int value)
{
  int target;

  keep_column (self, (guint) self->selection.anchor);
  target = find_move (self, (guint) self->selection.lead, value);
  if (target >= 0)
    bb_sheet_extend_to (self, (guint) target);
  return TRUE;
}

static gboolean
extend_page (BbSheet *self, BbSheetCell *cell, int value)
{
  int target;

  keep_column (self, (guint) self->selection.anchor);
  target = find_page (self, (guint) self->selection.lead, value);
  if (target >= 0)
    bb_sheet_extend_to (self, (guint) target);
  return TRUE;
}

static gboolean
expand (BbSheet *self, BbSheetCell *cell, int rows)
{
  bb_sheet_expand (self, rows);
  return TRUE;
}

/* ---- editing ---- */

/* Nobody types into a total by mistake; who means to is told how. */
static void
refuse (BbSheet *self)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  if (bb_report_get_read_only (self->report))
    bb_sheet_emit_refused (self, _("The report is read-only: the line above it says why"));
  else
    bb_sheet_emit_refused (self, _("This total is computed from its parts; the context menu of the cell lets you type it by hand"));
}

static gboolean
edit (BbSheet *self, BbSheetCell *cell, int value)
{
  /* Escape in the cell goes back to the cell, not to what was selected. */
  bb_sheet_reduce (self);
  if (!bb_sheet_cell_begin_edit (cell))
    refuse (self);
  return TRUE;
}

static gboolean
escape (BbSheet *self, BbSheetCell *cell, int value)
{
  return bb_sheet_cell_cancel (cell) || bb_sheet_reduce (self);
}

static gboolean
backspace (BbSheet *self, BbSheetCell *cell, int value)
{
  if (gtk_editable_get_editable (GTK_EDITABLE (cell)))
    bb_sheet_cell_begin_empty (cell);
  else
    refuse (self);
  return TRUE;
}

static gboolean
popup (BbSheet *self, BbSheetCell *cell, int value)
{
  guint slot = self->selection.cell_slots[bb_sheet_cell_index (cell) - self->table->first_cell];
  GdkRectangle place = bb_sheet_geometry_get_slot (&self->geometry, slot);

  bb_sheet_popup_menu (self, &place);
  return TRUE;
}

static const char *const actions[] = { "sheet.clear", "sheet.copy", "sheet.cut", "sheet.paste", "sheet.select-all", "sheet.fill-down",
                                       "sheet.fill-right" };

enum
{
  CLEAR,
  COPY,
  CUT,
  PASTE,
  SELECT_ALL,
  FILL_DOWN,
  FILL_RIGHT
};

static gboolean
act (BbSheet *self, BbSheetCell *cell, int value)
{
  gtk_widget_activate_action (GTK_WIDGET (self), actions[value], NULL);
  return TRUE;
}

/* In the mode EDITING sideways keys are the text's. *INDENT-OFF* */
static const Key keys[] = {
  { GDK_KEY_Up,        0,     BB_SHEET_CELL_EDITING, move,        BB_SHEET_MOVE_UP },
  { GDK_KEY_Down,      0,     BB_SHEET_CELL_EDITING, move,        BB_SHEET_MOVE_DOWN },
  { GDK_KEY_Left,      0,     BB_SHEET_CELL_TYPING,  move,        BB_SHEET_MOVE_LEFT },
  { GDK_KEY_Right,     0,     BB_SHEET_CELL_TYPING,  move,        BB_SHEET_MOVE_RIGHT },
  { GDK_KEY_Home,      0,     BB_SHEET_CELL_TYPING,  move,        BB_SHEET_MOVE_ROW_START },
  { GDK_KEY_End,       0,     BB_SHEET_CELL_TYPING,  move,        BB_SHEET_MOVE_ROW_END },
  { GDK_KEY_Page_Up,   0,     BB_SHEET_CELL_EDITING, move_page,   BB_SHEET_MOVE_UP },
  { GDK_KEY_Page_Down, 0,     BB_SHEET_CELL_EDITING, move_page,   BB_SHEET_MOVE_DOWN },
  { GDK_KEY_Up,        C,     BB_SHEET_CELL_EDITING, move,        BB_SHEET_MOVE_EDGE_UP },
  { GDK_KEY_Down,      C,     BB_SHEET_CELL_EDITING, move,        BB_SHEET_MOVE_EDGE_DOWN },
  { GDK_KEY_Left,      C,     BB_SHEET_CELL_TYPING,  move,        BB_SHEET_MOVE_EDGE_LEFT },
  { GDK_KEY_Right,     C,     BB_SHEET_CELL_TYPING,  move,        BB_SHEET_MOVE_EDGE_RIGHT },
  { GDK_KEY_Home,      C,     BB_SHEET_CELL_TYPING,  move,        BB_SHEET_MOVE_START },
  { GDK_KEY_End,       C,     BB_SHEET_CELL_TYPING,  move,        BB_SHEET_MOVE_END },
  { GDK_KEY_Return,    0,     BB_SHEET_CELL_EDITING, enter,       BB_SHEET_MOVE_ENTER },
  { GDK_KEY_Return,    S,     BB_SHEET_CELL_EDITING, enter,       BB_SHEET_MOVE_BACK_ENTER },

  { GDK_KEY_Up,        S,     BB_SHEET_CELL_TYPING,  extend,      BB_SHEET_MOVE_UP },
  { GDK_KEY_Down,      S,     BB_SHEET_CELL_TYPING,  extend,      BB_SHEET_MOVE_DOWN },
  { GDK_KEY_Left,      S,     BB_SHEET_CELL_TYPING,  extend,      BB_SHEET_MOVE_LEFT },
  { GDK_KEY_Right,     S,     BB_SHEET_CELL_TYPING,  extend,      BB_SHEET_MOVE_RIGHT },
  { GDK_KEY_Home,      S,     BB_SHEET_CELL_TYPING,  extend,      BB_SHEET_MOVE_ROW_START },
  { GDK_KEY_End,       S,     BB_SHEET_CELL_TYPING,  extend,      BB_SHEET_MOVE_ROW_END },
  { GDK_KEY_Page_Up,   S,     BB_SHEET_CELL_TYPING,  extend_page, BB_SHEET_MOVE_UP },
  { GDK_KEY_Page_Down, S,     BB_SHEET_CELL_TYPING,  extend_page, BB_SHEET_MOVE_DOWN },
  { GDK_KEY_Up,        C | S, BB_SHEET_CELL_TYPING,  extend,      BB_SHEET_MOVE_EDGE_UP },
  { GDK_KEY_Down,      C | S, BB_SHEET_CELL_TYPING,  extend,      BB_SHEET_MOVE_EDGE_DOWN },
  { GDK_KEY_Left,      C | S, BB_SHEET_CELL_TYPING,  extend,      BB_SHEET_MOVE_EDGE_LEFT },
  { GDK_KEY_Right,     C | S, BB_SHEET_CELL_TYPING,  extend,      BB_SHEET_MOVE_EDGE_RIGHT },
  { GDK_KEY_Home,      C | S, BB_SHEET_CELL_TYPING,  extend,      BB_SHEET_MOVE_START },
  { GDK_KEY_End,       C | S, BB_SHEET_CELL_TYPING,  extend,      BB_SHEET_MOVE_END },
  { GDK_KEY_space,     S,     BB_SHEET_CELL_READY,   expand,      TRUE },
  { GDK_KEY_a,         C,     BB_SHEET_CELL_READY,   act,         SELECT_ALL },

  { GDK_KEY_F2,        0,     BB_SHEET_CELL_EDITING, edit,        0 },
  { GDK_KEY_Escape,    0,     BB_SHEET_CELL_EDITING, escape,      0 },
  { GDK_KEY_BackSpace, 0,     BB_SHEET_CELL_READY,   backspace,   0 },
  { GDK_KEY_BackSpace, S,     BB_SHEET_CELL_READY,   backspace,   0 },
  { GDK_KEY_BackSpace, C,     BB_SHEET_CELL_READY,   act,         CLEAR },
  { GDK_KEY_Delete,    0,     BB_SHEET_CELL_READY,   act,         CLEAR },
  { GDK_KEY_Delete,    C,     BB_SHEET_CELL_READY,   act,         CLEAR },
  { GDK_KEY_c,         C,     BB_SHEET_CELL_READY,   act,         COPY },
  { GDK_KEY_Insert,    C,     BB_SHEET_CELL_READY,   act,         COPY },
  { GDK_KEY_x,         C,     BB_SHEET_CELL_READY,   act,         CUT },
  { GDK_KEY_Delete,    S,     BB_SHEET_CELL_READY,   act,         CUT },
  { GDK_KEY_v,         C,     BB_SHEET_CELL_READY,   act,         PASTE },
  { GDK_KEY_Insert,    S,     BB_SHEET_CELL_READY,   act,         PASTE },
  { GDK_KEY_d,         C,     BB_SHEET_CELL_EDITING, act,         FILL_DOWN },
  { GDK_KEY_r,         C,     BB_SHEET_CELL_EDITING, act,         FILL_RIGHT },
  { GDK_KEY_Menu,      0,     BB_SHEET_CELL_TYPING,  popup,       0 },
  { GDK_KEY_F10,       S,     BB_SHEET_CELL_TYPING,  popup,       0 },
};
/* *INDENT-ON* */

/* Keys of the number pad do as their namesakes; Caps Lock changes no shortcut. */
static guint
normalize (guint keyval)
{
  static const guint same[][2] = {
    { GDK_KEY_KP_Up, GDK_KEY_Up },
    { GDK_KEY_KP_Down, GDK_KEY_Down },
    { GDK_KEY_KP_Left, GDK_KEY_Left },
    { GDK_KEY_KP_Right, GDK_KEY_Right },
    { GDK_KEY_KP_Home, GDK_KEY_Home },
    { GDK_KEY_KP_End, GDK_KEY_End },
    { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up },
    { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
    { GDK_KEY_KP_Enter, GDK_KEY_Return },
    { GDK_KEY_ISO_Enter, GDK_KEY_Return },
    { GDK_KEY_KP_Delete, GDK_KEY_Delete },
    { GDK_KEY_KP_Insert, GDK_KEY_Insert },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (same[i][0] == keyval)
      return same[i][1];
  return gdk_keyval_to_lower (keyval);
}

/* The cell whose keys are ours: an input method that composes owns every key, and those of a context menu come by because it is
 * a child of ours. */
static BbSheetCell *
find_cell (BbSheet *self)
{
  BbSheetCell *cell = bb_sheet_find_focus (self);

  return cell != NULL && bb_sheet_cell_has_keyboard (cell) && !bb_sheet_cell_is_composing (cell) ? cell : NULL;
}

/* A key that would write something, if it could. */
static gboolean
is_text (guint keyval, GdkModifierType modifiers)
{
  return (modifiers & ~GDK_SHIFT_MASK) == 0 && g_unichar_isgraph (gdk_keyval_to_unicode (keyval));
}

static gboolean
key_pressed_cb (BbSheet *self, guint keyval, guint keycode, GdkModifierType state)
{
  BbSheetCell *cell = find_cell (self);
  GdkModifierType modifiers = state & MODIFIERS;

  bb_sheet_set_pointed (self, FALSE);
  if (cell == NULL)
    return GDK_EVENT_PROPAGATE;

  keyval = normalize (keyval);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].keyval == keyval && keys[i].modifiers == modifiers)
        return bb_sheet_cell_get_mode (cell) <= keys[i].last_mode && keys[i].act (self, cell, keys[i].value);
    }

  if (is_text (keyval, modifiers) && !gtk_editable_get_editable (GTK_EDITABLE (cell)))
    refuse (self);
  else
    bb_sheet_cell_prepare (cell);
  return GDK_EVENT_PROPAGATE;
}

/* Ctrl+Space switches input methods on and off: theirs first. */
static gboolean
late_key_pressed_cb (BbSheet *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (find_cell (self) == NULL || keyval != GDK_KEY_space || (state & MODIFIERS) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;

  bb_sheet_expand (self, FALSE);
  return GDK_EVENT_STOP;
}

static void
add_controller (BbSheet *self, GtkPropagationPhase phase, GCallback callback)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, phase);
  g_signal_connect_swapped (controller, "key-pressed", callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
bb_sheet_add_keys (BbSheet *self)
{
  add_controller (self, GTK_PHASE_CAPTURE, G_CALLBACK (key_pressed_cb));
  add_controller (self, GTK_PHASE_BUBBLE, G_CALLBACK (late_key_pressed_cb));
}
