/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_EXPORT_DIALOG (bb_export_dialog_get_type ())
/**
 * BbExportDialog: asks in which formats, under what name and where a report is exported, and does it.
 *
 * Signals:
 * - `exported (const char *const *paths)`: the files that were written
 */
G_DECLARE_FINAL_TYPE (BbExportDialog, bb_export_dialog, BB, EXPORT_DIALOG, AdwWindow)

/** bb_export_dialog_new: @folder: where the files go unless the user chooses another place. */
GtkWidget *bb_export_dialog_new (GtkWindow *parent, BbReport *report, const char *folder);

/** bb_export_dialog_set_folder: @folder: where the files go. */
void bb_export_dialog_set_folder (BbExportDialog *self, const char *folder);

/** bb_export_dialog_set_format: whether @format is written. */
void bb_export_dialog_set_format (BbExportDialog *self, BbExportFormat format, gboolean wanted);

/** bb_export_dialog_run: as the button Export: asks before files are replaced, then writes them. */
void bb_export_dialog_run (BbExportDialog *self);

G_END_DECLS
