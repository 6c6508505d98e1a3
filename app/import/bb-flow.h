/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/**
 * BbFlow: makes blocks out of what formats with tables in tables have: paragraphs, tables, rows, cells with spans.
 *
 * A table becomes a grid with its spans expanded: the text stands in the first place of a merged cell, the others are
 * empty, so that the place of a value is its column. A table that only arranges other tables, or is one column wide, is
 * no table: what stands in it comes out in its order. Several paragraphs of a cell are joined by line breaks, never
 * by nothing: 12 above 34 is not 1234.
 */
typedef struct _BbFlow BbFlow;

/** bb_flow_new: @source: what the blocks go to; outlives the flow. */
BbFlow *bb_flow_new (BbImportSource *source);
void bb_flow_free (BbFlow *flow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbFlow, bb_flow_free)

/** bb_flow_set_page: the page, from 1, that what comes next stands on, in a format that has pages. */
void bb_flow_set_page (BbFlow *flow, guint page);

/** bb_flow_paragraph: @text: (transfer none): with line breaks where the format has them inside a paragraph. */
void bb_flow_paragraph (BbFlow *flow, const char *text);

void bb_flow_begin_table (BbFlow *flow);
void bb_flow_begin_row (BbFlow *flow);
/** bb_flow_begin_cell: spans are clamped to BB_IMPORT_SPAN_LIMIT; 0 counts as 1. In a table without a row it begins one. */
void bb_flow_begin_cell (BbFlow *flow, guint row_span, guint column_span);
/** bb_flow_continue_cell: a place that belongs to the merged cell above it. What stands in it is not shown by any program. */
void bb_flow_continue_cell (BbFlow *flow, guint column_span);
/** bb_flow_mark_broken: the open cell holds digits broken over full lines: as of BbImportRow. */
void bb_flow_mark_broken (BbFlow *flow);
/** bb_flow_end_table: rows and cells end where the next one begins, or here. */
void bb_flow_end_table (BbFlow *flow);

/** bb_flow_refuse: a paragraph is longer than is taken; its rest need not be handed over, bb_flow_check() will say so. */
void bb_flow_refuse (BbFlow *flow);

/**
 * bb_flow_check: to be asked at the end, and now and then while a long document is read.
 * Returns: %FALSE with %BB_IMPORT_ERROR_TOO_LARGE
 */
gboolean bb_flow_check (BbFlow *flow, GError **error);

G_END_DECLS
