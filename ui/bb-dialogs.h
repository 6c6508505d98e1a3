/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The one place that knows which toolkit classes make a file chooser, a question and an about window.
 * Owners are objects: their callback is not called any more when they are gone.
 */

/** BbAnswer: one button of a question; the first one is what Escape means. */
typedef struct
{
  const char *id;
  const char *label; /* with mnemonic, translated */
  AdwResponseAppearance appearance;
} BbAnswer;

/** BbAnswered: @answer: id of the answer chosen. */
typedef void (*BbAnswered) (GObject *owner, const char *answer);

/** bb_dialogs_ask: @default_id: the answer that Enter means. Returns: (transfer none): the dialog, for tests. */
GtkWindow *bb_dialogs_ask (GtkWindow *parent, const char *heading, const char *body, const BbAnswer *answers,
                           guint n_answers, const char *default_id, GObject *owner, BbAnswered answered);

/** bb_dialogs_tell: something went wrong: @heading says what, @body why and what to do. */
GtkWindow *bb_dialogs_tell (GtkWindow *parent, const char *heading, const char *body);

/** BbFileChosen: @path: (nullable): the file, %NULL when the user gave up. */
typedef void (*BbFileChosen) (GObject *owner, const char *path);

/** bb_dialogs_open_report: asks for a file to open. @folder: (nullable). */
void bb_dialogs_open_report (GtkWindow *parent, const char *folder, GObject *owner, BbFileChosen chosen);

/** BbFilesChosen: @paths: (element-type filename): those that are on this computer. Not called when the user gave up. */
typedef void (*BbFilesChosen) (GObject *owner, GPtrArray *paths);

/** bb_dialogs_open_reports: asks for any number of files to read. @folder: (nullable). */
void bb_dialogs_open_reports (GtkWindow *parent, const char *folder, GObject *owner, BbFilesChosen chosen);

/** bb_dialogs_save_report: asks where to save a document; asks before an existing file is taken. */
void bb_dialogs_save_report (GtkWindow *parent, const char *folder, const char *name, GObject *owner, BbFileChosen chosen);

/** bb_dialogs_choose_folder: asks for a folder. */
void bb_dialogs_choose_folder (GtkWindow *parent, const char *folder, GObject *owner, BbFileChosen chosen);

/** bb_dialogs_open_uri: opens @uri in the program that the user has for it; failing is told over @parent. */
void bb_dialogs_open_uri (GtkWindow *parent, const char *uri);

void bb_dialogs_about (GtkWindow *parent);

void bb_dialogs_shortcuts (GtkWindow *parent);

G_END_DECLS
