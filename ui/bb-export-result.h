/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-export-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * bb_export_result_fill: adds a row to @list for every job (element-type BbExportJob): what was written, with a button that
 * opens it, or why it was not.
 *
 * Returns: how many were written
 */
guint bb_export_result_fill (GtkListBox *list, GPtrArray *jobs);

/** bb_export_result_clear: takes all rows out of @list. */
void bb_export_result_clear (GtkListBox *list);

/** bb_export_result_open: opens the file or folder @path in the program that the user has for it; failing is told over the window of @widget. */
void bb_export_result_open (GtkWidget *widget, const char *path);

G_END_DECLS
