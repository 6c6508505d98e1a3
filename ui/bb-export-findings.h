/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/**
 * BbExportFindings: what there is to know before a report is handed out.
 * @n_rows: things that are told
 * @n_errors, @n_warnings: that stand in the report when it is to be complete
 */
typedef struct
{
  guint n_rows;
  guint n_errors;
  guint n_warnings;
} BbExportFindings;

/**
 * bb_export_findings_fill: adds a row to @list for everything somebody should know before @report is handed out: errors and
 * warnings, figures that were deduced, characters and fonts that this computer has not.
 */
BbExportFindings bb_export_findings_fill (GtkListBox *list, BbReport *report);

G_END_DECLS
