/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/*
 * The figures for another system, with their ids and labels. These read the report and no page: what a figure is, and
 * where it came from, has no place on one. Where in a file a figure stood is not written: it quotes that file.
 */

/**
 * bb_json_write: one object of the members that `show --json` has (contract.md), but for what tells of the file that was read,
 * with label, kind and unit of each cell.
 */
void bb_json_write (BbReport *report, GString *out);

/**
 * bb_csv_write: a row a cell. UTF-8 with a byte order mark, without which Chinese Excel and WPS read the file as GBK; rows end
 * in CR LF (RFC 4180). The heads of the columns are the names that the JSON has, whatever the language of the program: a
 * statistics system reads them. Numbers are plain. `text` is what stands in a cell that holds no number; all texts are guarded
 * by bb_text_guard_formula().
 */
void bb_csv_write (BbReport *report, GString *out);

G_END_DECLS
