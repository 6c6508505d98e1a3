/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>
#include <bianbao/bb-save.h>

G_BEGIN_DECLS

/** BbExportFormat: the formats written; each is a row of a static table with its suffix and its writer. */
typedef enum
{
  BB_EXPORT_TEXT,
  BB_EXPORT_HTML,
  BB_EXPORT_DOCX,
  BB_EXPORT_PDF,
  BB_EXPORT_XLSX,
  BB_EXPORT_CSV,
  BB_EXPORT_JSON,
  BB_N_EXPORT_FORMATS
} BbExportFormat;

/** bb_export_suffix: ".txt", ".html", ".docx", ".pdf", ".xlsx", ".csv", ".json", … */
const char *bb_export_suffix (BbExportFormat format);
/** bb_export_label: translated: "Plain text", "Web page (opens in Word and WPS)", "Word document", "PDF, as printed", "Excel workbook". */
const char *bb_export_label (BbExportFormat format);
/** bb_export_format_for_name: Returns: the format for the suffix of @name, -1 when none. */
int bb_export_format_for_name (const char *name);

/**
 * bb_export_is_here: whether the writer is a part of this program: %BB_EXPORT_DOCX and %BB_EXPORT_PDF, for the libraries they take,
 * are none of `bianbao-cli`, and must not be written then.
 */
gboolean bb_export_is_here (BbExportFormat format);

/**
 * bb_export_bytes: text, HTML, DOCX, PDF, CSV and JSON. Built from the model alone. Two exports of the same report are byte-identical.
 * Returns: (transfer full): or %NULL with @error for %BB_EXPORT_XLSX, which needs a file.
 */
GBytes *bb_export_bytes (BbReport *report, BbExportFormat format, GError **error);

/** bb_export_add_json: appends the members "form" to "sections" that the JSON of a report begins with (contract.md). */
void bb_export_add_json (BbReport *report, GString *out);

/**
 * bb_export_blank_report: for the form that subordinate units fill in and return: the edition and year of @report, and nothing
 * else of it.
 *
 * Returns: (transfer full)
 */
BbReport *bb_export_blank_report (BbReport *report);

/**
 * bb_export_fragment: the report as a part of a web page, for pasting into the editor of a site: one `<div>` without head,
 * style sheet, script or anything fetched; each element carries its style.
 * Returns: (transfer full): HTML, UTF-8
 */
char *bb_export_fragment (BbReport *report);

/** bb_export_file: writes @path by bb_save_bytes()/bb_save_with(). */
gboolean bb_export_file (BbReport *report, BbExportFormat format, const char *path, BbSaveFlags flags, GError **error);

G_END_DECLS
