/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-application.h"
#include "bb-window.h"

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/* What the tests of the window share. */

/** ui_test_init: as g_test_init(), with folders of its own and without animations; ends the program with 77 where there is no display. */
void ui_test_init (int *argc, char ***argv);

/** ui_test_run: runs the tests and removes the folders. */
int ui_test_run (void);

/** ui_test_dir: a folder for files of the test. */
const char *ui_test_dir (void);

/** ui_test_path: Returns: (transfer full): a path in ui_test_dir(). */
char *ui_test_path (const char *name);

/** ui_test_settle: runs the main loop until nothing is pending. */
void ui_test_settle (void);

/** ui_test_wait: runs the main loop until @done says so; fails the test after a minute. */
void ui_test_wait (gboolean (*done) (gpointer data), gpointer data);

/** ui_test_wait_frame: runs the main loop until @widget was drawn. */
void ui_test_wait_frame (GtkWidget *widget);

/** ui_test_resize: waits until @window, which is drawn already, has this size and all in it has followed. */
void ui_test_resize (BbWindow *window, int width, int height);

/** ui_test_application: the registered application of the test program. */
BbApplication *ui_test_application (void);

/** ui_test_report: (transfer full): a blank report of @year, saved and without history. */
BbReport *ui_test_report (int year);

/** ui_test_window: a window that shows @report, drawn once. */
BbWindow *ui_test_window (BbReport *report);

/** ui_test_review_window: a window that shows the file @name of tests/data/import with its review, drawn once. */
BbWindow *ui_test_review_window (const char *name);

/** ui_test_start_window: a window that shows the start page, drawn once. */
BbWindow *ui_test_start_window (void);

/** ui_test_has_session: for ui_test_wait(): whether the BbWindow @window shows a report. */
gboolean ui_test_has_session (gpointer window);

/** ui_test_activate: activates an action of @window that is enabled. */
void ui_test_activate (BbWindow *window, const char *action);

/** ui_test_edit: types @text into section one, as a step of its own. */
void ui_test_edit (BbReport *report, const char *text);

/** ui_test_destroy_window: destroys @window without questions and asserts that it and its session are gone. */
void ui_test_destroy_window (BbWindow *window);

/** ui_test_find: (nullable): the first widget of @type below @root, @root included. */
gpointer ui_test_find (gpointer root, GType type);

/** ui_test_find_button: (nullable): the button below @root with the label @label. */
GtkWidget *ui_test_find_button (gpointer root, const char *label);

/** ui_test_dialog: (nullable): the question that is open. */
AdwMessageDialog *ui_test_dialog (void);

/** ui_test_answer: waits for a question and answers it as its buttons do. */
void ui_test_answer (const char *response);

/** ui_test_cell: the index of the cell @id in the form of @report. */
guint ui_test_cell (BbReport *report, const char *id);

/** ui_test_paste_plan: (transfer full): a plan with places of every kind, for a blank @report of 2021 or later. */
BbPastePlan *ui_test_paste_plan (BbReport *report);

/** ui_test_type: types into the cell @id as the sheet would. */
void ui_test_type (BbReport *report, const char *id, const char *text);

G_END_DECLS
