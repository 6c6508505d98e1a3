/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bb_printing_new: Returns: (transfer full): @report as it is now, ready to be printed: the pages of the PDF, on A4 unless
 *   the user takes other paper; then they are made smaller or larger to fit.
 * @parent: (nullable): has the action `win.preview`, for the button of the print dialog, or is the preview
 */
GtkPrintOperation *bb_printing_new (GtkWindow *parent, BbReport *report);

/** bb_printing_run: asks for a printer and prints; says what went wrong. The choices are kept for the next time in @parent. */
void bb_printing_run (GtkWindow *parent, BbReport *report);

/**
 * bb_printing_dup_file: the settings name a file long after something was printed to it.
 * @since: seconds since 1970
 *
 * Returns: (nullable) (transfer full): the file that was printed to since then, NULL when it went to a printer
 */
char *bb_printing_dup_file (GtkPrintSettings *settings, gint64 since);

G_END_DECLS
