/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet/bb-sheet-cell.h"
#include "sheet/bb-sheet-geometry.h"
#include "sheet/bb-sheet-moves.h"
#include "sheet/bb-sheet-selection.h"
#include "sheet/bb-sheet.h"

G_BEGIN_DECLS

/*
 * What the files of BbSheet share: bb-sheet.c makes and lays out the children, bb-sheet-paint.c paints, bb-sheet-scroll.c
 * keeps heads and cells in sight, bb-sheet-select.c moves focus and selection, bb-sheet-keys.c and bb-sheet-drag.c are the
 * keyboard and the pointer, bb-sheet-pointing.c what is told to the pointer, bb-sheet-actions.c what can be done with the selection.
 */
struct _BbSheet
{
  GtkWidget parent_instance;

  BbReport *report;
  BbChecker *checker;
  guint table_index;

  const BbForm *form;
  const BbTable *table;
  GtkWidget **children; /* one a slot: a label or a BbSheetCell */
  BbSheetCell **cells;  /* one a cell of the table, not owned */
  BbSheetGeometry geometry;
  guint issues_id; /* idle: the issues changed */
  double zoom;
  GtkCssProvider *zoom_style;

  /* Focus and selection */
  BbSheetSelection selection;
  int focused;   /* the cell with the focus, or the last that had it; -1 for none */
  int tab_start; /* where a run of Tabs began, -1 outside one: Enter goes back below it */
  int column;    /* of the grid, which moves up and down keep to; -1 for that of the cell */
  GtkWidget *menu;
  guint sum_id; /* idle: the sum of the selection is to be said anew */

  /* Pointing */
  gboolean pointed; /* the pointer moved since the last key */
  double pointer_x; /* on the surface, when it moved last */
  double pointer_y;

  /* Dragging */
  GtkGesture *drag;
  gboolean dragging;
  int drag_head; /* slot of the head where it began, -1 when it was a cell */
  guint drag_tick;
  double drag_x; /* where the pointer is, in the viewport */
  double drag_y;

  /* Scrolling */
  GtkWidget *viewport; /* around us, not owned, while we are in a window */
  GtkAdjustment *vadjustment;
  gboolean away; /* the cell with the focus was scrolled out of sight */
  int wanted; /* cell to bring into view once we are laid out, -1 for none */
  guint tick_id;
};

/* bb-sheet.c */
BbSheetCell *bb_sheet_get_cell (BbSheet *self, guint cell);
guint bb_sheet_cell_index (BbSheetCell *cell);
/* The cell that has the keyboard focus now, itself or in its context menu; NULL when it is elsewhere. */
BbSheetCell *bb_sheet_find_focus (BbSheet *self);
/* The report moved to another edition, and we are about to be replaced. */
gboolean bb_sheet_is_stale (BbSheet *self);
void bb_sheet_emit_cell_focused (BbSheet *self);
void bb_sheet_emit_selection_changed (BbSheet *self);
void bb_sheet_emit_refused (BbSheet *self, const char *message);

/* bb-sheet-scroll.c */
gboolean bb_sheet_is_repeated_head (BbSheet *self, guint slot);
int bb_sheet_head_height (BbSheet *self);
int bb_sheet_sticky_height (BbSheet *self); /* of the heads that stay, 0 when all scroll with the rows */
int bb_sheet_head_offset (BbSheet *self);
/* @area: of the head's label, moved into what stays of it */
void bb_sheet_fit_head (BbSheet *self, guint slot, int offset, GdkRectangle *area);
void bb_sheet_want_cell (BbSheet *self, guint cell);
/* The height of what is seen below the heads. */
int bb_sheet_page_height (BbSheet *self);
void bb_sheet_follow_viewport (BbSheet *self);
void bb_sheet_leave_viewport (BbSheet *self);

/* bb-sheet-paint.c */
void bb_sheet_paint (BbSheet *self, GtkSnapshot *snapshot);

/* bb-sheet-select.c */
void bb_sheet_cell_entered (BbSheet *self, BbSheetCell *cell);
/* Moves the focus to @cell and selects it alone. */
void bb_sheet_go_to (BbSheet *self, guint cell);
void bb_sheet_extend_to (BbSheet *self, guint cell);
void bb_sheet_select_area (BbSheet *self, const BbSheetArea *area, gboolean extend);
void bb_sheet_select_all (BbSheet *self);
void bb_sheet_expand (BbSheet *self, gboolean rows);
/* Moves the focus to the next input of what is selected, which stays. Returns: FALSE when that is one cell. */
gboolean bb_sheet_step (BbSheet *self, int step, gboolean by_columns);
/* Returns: FALSE when one cell was selected anyway. */
gboolean bb_sheet_reduce (BbSheet *self);
/* The focus by Tab, and as a whole: both into an input. */
gboolean bb_sheet_move_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean bb_sheet_take_focus (GtkWidget *widget);
/* The sum of the selection may be another. */
void bb_sheet_queue_sum (BbSheet *self);

/* bb-sheet-keys.c */
void bb_sheet_add_keys (BbSheet *self);

/* bb-sheet-drag.c */
void bb_sheet_add_drag (BbSheet *self);
void bb_sheet_stop_drag (BbSheet *self);

/* bb-sheet-pointing.c */
void bb_sheet_add_pointing (BbSheet *self);
/* @pointed: whether cells tell of themselves to the pointer that is on them. */
void bb_sheet_set_pointed (BbSheet *self, gboolean pointed);

/* bb-sheet-actions.c */
void bb_sheet_class_install_actions (GtkWidgetClass *widget_class);
void bb_sheet_update_actions (BbSheet *self);

/* bb-sheet-clipboard.c */
void bb_sheet_copy_selection (BbSheet *self);
/* Reads the clipboard, page before text, and pastes it: one figure into every selected cell, a block from the first one on. */
void bb_sheet_paste_clipboard (BbSheet *self);
/* Pastes rows of text from @cell on, at once when there is nothing to ask, else after showing what it would do. */
void bb_sheet_paste_block (BbSheet *self, guint cell, const char *text);

/* bb-sheet-fill.c */
/* Each selected input takes what stands at the top of its column, or above it when one row is selected, or the same to the
 * @right: one undo step. Returns: FALSE when nothing changed. */
gboolean bb_sheet_fill (BbSheet *self, gboolean right);
/* Writes @text into the inputs among @cells, as one undo step. Returns: FALSE when nothing changed. */
gboolean bb_sheet_fill_with (BbSheet *self, const GArray *cells, const char *text, const char *label);

/* bb-sheet-menu.c */
void bb_sheet_popup_menu (BbSheet *self, const GdkRectangle *place);
void bb_sheet_close_menu (BbSheet *self);

G_END_DECLS
