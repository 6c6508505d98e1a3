/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui-test.h"

#include "sheet/bb-sheet-cell.h"
#include "sheet/bb-sheet.h"

G_BEGIN_DECLS

/* A sheet in a window of its own, for the tests of the sheet. */
typedef struct
{
  BbReport *report;
  BbChecker *checker;
  GtkWindow *window;
  GtkWidget *scroller;
  BbSheet *sheet;
  char *refusal;
  int focused; /* of the last cell-focused */
} Fixture;

/** set_up: a blank report of 2023 and the sheet of @table ("t3"), drawn once. */
void set_up (Fixture *fixture, gconstpointer table);
void tear_down (Fixture *fixture, gconstpointer table);
/** make_sheet: puts another sheet into the window. */
void make_sheet (Fixture *fixture, const char *table);

/* What stands in the report and what is seen, by the id of a cell. */
BbField *field (Fixture *fixture, const char *id);
BbSheetCell *cell (Fixture *fixture, const char *id);
const char *shown (Fixture *fixture, const char *id);
const char *stored (Fixture *fixture, const char *id);
void assert_text (Fixture *fixture, const char *id, const char *text);

void go_to (Fixture *fixture, const char *id);
/** focused: (nullable): the id of the cell with the keyboard. */
const char *focused (Fixture *fixture);
GtkWidget *delegate (Fixture *fixture, const char *id);
GtkIMContext *input_method (Fixture *fixture, const char *id);

/** type: as the keyboard does it: what is selected is replaced. */
void type (Fixture *fixture, const char *text);
/** press: Returns: whether the sheet took the key. */
gboolean press (Fixture *fixture, guint keyval, GdkModifierType state);
void tab (Fixture *fixture, GtkDirectionType direction);
/** selected: (transfer full): how many cells are selected, from which on to which: "6 t3.new.natural t3.new.other". */
char *selected (Fixture *fixture);

G_END_DECLS
