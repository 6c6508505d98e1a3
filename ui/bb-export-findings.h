/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/**
 * bb_export_findings_fill: adds a row to @list for everything somebody should know before @report is handed out: errors and
 * warnings, figures that were deduced, characters and fonts that this computer has not.
 *
 * @n_issues: (out): how many of the rows are about errors and warnings
 *
 * Returns: how many rows there are
 */
guint bb_export_findings_fill (GtkListBox *list, BbReport *report, guint *n_issues);

G_END_DECLS
