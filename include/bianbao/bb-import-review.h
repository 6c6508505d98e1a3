/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/**
 * BbImportCounts: what reading made of the cells of a table, or of all.
 * @cells: all of them
 * @read: numbers that stood so in the file
 * @deduced: numbers that are the only ones to fit
 * @computed: totals of complete parts that the file leaves out
 * @blank: cells that are there and empty
 * @words: what stands there is no number
 * @missing: the file has no such cell
 * @typed: entered since
 */
typedef struct
{
  guint cells;
  guint read;
  guint deduced;
  guint computed;
  guint blank;
  guint words;
  guint missing;
  guint typed;
} BbImportCounts;

/** bb_import_count: @section: whose table, -1 for all tables of the report as it is now. */
void bb_import_count (BbReport *report, int section, BbImportCounts *counts);

/**
 * BbDoubt: why somebody should look at a cell that was read.
 * @BB_DOUBT_NOTED: a warning of reading names it and is not dismissed
 * @BB_DOUBT_DEDUCED: its number does not stand in the file
 * @BB_DOUBT_WORDS: what stands there is no number
 * @BB_DOUBT_SUM: a total that is not the sum of its parts
 * @BB_DOUBT_MISSING: the file has no such cell
 */
typedef enum
{
  BB_DOUBT_NOTED,
  BB_DOUBT_DEDUCED,
  BB_DOUBT_WORDS,
  BB_DOUBT_SUM,
  BB_DOUBT_MISSING
} BbDoubt;

/**
 * BbImportStop: one place to look at.
 * @cell: where to go
 * @last: the last cell of the run that begins with @cell and is doubtful for the same reason
 * @note: (nullable): of %BB_DOUBT_NOTED; belongs to the report
 */
typedef struct
{
  guint cell;
  guint last;
  BbDoubt doubt;
  BbNote *note;
} BbImportStop;

/**
 * bb_import_list_stops: what is doubtful in the report as it is now, by cells. One stop a note; what is deduced, no number or no sum
 * is one stop as long as it goes on in the row, what is missing as long as it goes on in the table. Cells somebody typed into since
 * are settled, and so is a note when somebody typed into its cells and none is left that is doubtful itself.
 *
 * Returns: (transfer full) (element-type BbImportStop)
 */
GArray *bb_import_list_stops (BbReport *report);

G_END_DECLS
