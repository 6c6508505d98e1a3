/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf-runs.h"

G_BEGIN_DECLS

/**
 * BbPdfLabel: a label in a table without rules, put together of the lines that it is broken over.
 * @glyphs: (element-type BbPdfGlyph)
 * @last: its last line
 * @top, @bottom: the middle of its first line and of its last
 * @has_row: it stands at the left of a row of values
 * @is_point: it begins with a number, as 3. or （三） or 三、
 * @is_used: for who places it
 */
typedef struct
{
  BbPdfBox box;
  BbPdfBox last;
  double top;
  double bottom;
  double size;
  gboolean has_row;
  gboolean is_point;
  gboolean is_used;
  GArray *glyphs;
} BbPdfLabel;

void bb_pdf_label_free (gpointer label);

/**
 * bb_pdf_labels_new:
 * @lines: (element-type GArray): of each line, its labels (BbPdfRun), from left to right; empty where it has none
 * @is_row: (array): whether values stand on the line
 * @is_closed: (array): whether anything stands beside the labels on the line
 * @pitch: from line to line inside a cell
 *
 * Returns: (transfer full) (element-type BbPdfLabel): in no order
 */
GPtrArray *bb_pdf_labels_new (const GPtrArray *lines, const gboolean *is_row, const gboolean *is_closed, double pitch);

/** bb_pdf_label_begins: whether a numbered label begins with @run: 3. or （三） or 三、, or the （三 that its line ends with. */
gboolean bb_pdf_label_begins (const BbPdfRun *run);

/** bb_pdf_labels_add: adds @run to @label, one of @labels (BbPdfLabel). @label: (nullable): %NULL: to a new one, the last of @labels. */
void bb_pdf_labels_add (GPtrArray *labels, BbPdfLabel *label, const BbPdfRun *run);

/**
 * bb_pdf_labels_begin_letters: whether with @run, on the line @index of @lines, a label begins that is written from top to bottom: so many
 * characters, one below the other, are no ends of broken lines. @above: (nullable): the label that it would go on with
 */
gboolean bb_pdf_labels_begin_letters (const GPtrArray *lines, guint index, const BbPdfRun *run, const BbPdfLabel *above, double pitch);

/** bb_pdf_labels_cut: cuts runs where a point begins below others: （三）不予4.保护 is the title of a group and a label. @lines: as above. */
void bb_pdf_labels_cut (const GPtrArray *lines);

/** bb_pdf_labels_find: Returns: (transfer none) (nullable): the label of the row of values at height @y: the innermost that stands there. */
BbPdfLabel *bb_pdf_labels_find (const GPtrArray *labels, double y);

G_END_DECLS
