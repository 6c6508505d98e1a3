/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet/bb-sheet-cell.h"

G_BEGIN_DECLS

/* What the files of BbSheetCell share: bb-sheet-cell.c shows the field, bb-sheet-cell-typing.c is what is
 * typed into it, bb-sheet-cell-paste.c what comes from the clipboard. */
struct _BbSheetCell
{
  GtkEntry parent_instance;

  BbReport *report;
  BbField *field;

  /* Typing */
  BbSheetCellMode mode;
  BbContent entered;     /* what stood here when typing could begin: what Escape goes back to */
  guint64 entered_state; /* of the report, then */
  gboolean composing;
  gboolean emptied;   /* all was selected and is gone: by a composition that begins, or for good */
  gboolean replaces;  /* the commit that is to come replaces everything */
  guint emptied_id;   /* idle: for good */
  guint composed_id;  /* idle: the input method is through */
  gboolean updating;  /* we set the text, nobody typed it */
  gboolean pending;   /* typed, but not yet in the report */
  gboolean by_hand;   /* a total that is being typed */
  guint by_hand_id;   /* idle: it is about to be */
  char *arrived;      /* text with tabs or line breaks, on its way to the sheet */
  guint arrived_id;

  /* Look */
  char *last;       /* (nullable): what stood here last year */
  char *last_words; /* (nullable): the same with its year */
  PangoLayout *last_layout;
  char *note; /* of the sheet, behind the description */
  BbSheetFinding finding;
  BbSheetSide side;
};

/* bb-sheet-cell.c */
void bb_sheet_cell_set_class (BbSheetCell *self, const char *name, gboolean wanted);
gboolean bb_sheet_cell_is_input (BbSheetCell *self);
void bb_sheet_cell_update_accessible (BbSheetCell *self);
void bb_sheet_cell_emit_entered (BbSheetCell *self);
void bb_sheet_cell_emit_pasted (BbSheetCell *self, const char *text);

/* bb-sheet-cell-typing.c */
void bb_sheet_cell_init_typing (BbSheetCell *self);
void bb_sheet_cell_dispose_typing (BbSheetCell *self);
void bb_sheet_cell_finalize_typing (BbSheetCell *self);
/* The entry shows the field, unless somebody is typing. */
void bb_sheet_cell_show_text (BbSheetCell *self);
void bb_sheet_cell_begin_by_hand (BbSheetCell *self);
/* Before text is inserted at @position: what it replaces goes. */
void bb_sheet_cell_replace_all (BbSheetCell *self, GtkEditable *delegate, int *position);

/* bb-sheet-cell-last.c */
void bb_sheet_cell_snapshot_last (BbSheetCell *self, GtkSnapshot *snapshot);
/* Another face or size: it is laid out anew. */
void bb_sheet_cell_forget_last_look (BbSheetCell *self);

/* bb-sheet-cell-paste.c */
void bb_sheet_cell_init_paste (BbSheetCell *self);
void bb_sheet_cell_dispose_paste (BbSheetCell *self);

G_END_DECLS
