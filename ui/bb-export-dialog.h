/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_EXPORT_DIALOG (bb_export_dialog_get_type ())
/**
 * BbExportDialog: tells what is still open in a report, asks in which formats, under what name and where it is exported, does
 * it, and shows what was written.
 *
 * Signals:
 * - `show-issues ()`: somebody wants to see the errors and warnings instead; the dialog is gone afterwards
 */
G_DECLARE_FINAL_TYPE (BbExportDialog, bb_export_dialog, BB, EXPORT_DIALOG, AdwWindow)

/**
 * BbExportExtra: what can be written beside the report.
 * @BB_EXPORT_EXTRA_CHARTS: charts of the applications, PNG and SVG
 * @BB_EXPORT_EXTRA_BLANK: the empty form of the same year as a workbook, for subordinate units
 */
typedef enum
{
  BB_EXPORT_EXTRA_CHARTS,
  BB_EXPORT_EXTRA_BLANK,
  BB_N_EXPORT_EXTRAS
} BbExportExtra;

/** bb_export_dialog_new: @folder: where the files go unless the user chooses another place. */
GtkWidget *bb_export_dialog_new (GtkWindow *parent, BbReport *report, const char *folder);

/** bb_export_dialog_set_folder: @folder: where the files go. */
void bb_export_dialog_set_folder (BbExportDialog *self, const char *folder);

/** bb_export_dialog_set_format: whether @format is written. */
void bb_export_dialog_set_format (BbExportDialog *self, BbExportFormat format, gboolean wanted);

/** bb_export_dialog_set_extra: whether @extra is written. */
void bb_export_dialog_set_extra (BbExportDialog *self, BbExportExtra extra, gboolean wanted);

/** bb_export_dialog_add_earlier: shows the year of @report in the charts, too. Returns: %FALSE when they have it, or are full. */
gboolean bb_export_dialog_add_earlier (BbExportDialog *self, BbReport *report);

/** bb_export_dialog_run: as the button Export: asks before files are replaced, then writes them one after the other. */
void bb_export_dialog_run (BbExportDialog *self);

/** bb_export_dialog_is_done: whether the files were written, or could not be, and the dialog shows which. */
gboolean bb_export_dialog_is_done (BbExportDialog *self);

G_END_DECLS
