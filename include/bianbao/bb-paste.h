/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/** BbClipping: what stood on a clipboard, read. A page was read as a file is: by the reading process, which may end before its time. */
typedef struct _BbClipping BbClipping;

/**
 * bb_clipping_new: reads here and now, in some hundredths of a second; of what may be large or hostile a window takes
 * bb_clipping_new_async().
 *
 * @html: (nullable): the clipboard's text/html, in UTF-8 or UTF-16 with a mark, with or without the head of a Windows clipboard
 * @text: (nullable): its plain text, tab-separated or not
 *
 * Returns: (transfer full): always; what could not be read is told when it is wanted
 */
BbClipping *bb_clipping_new (GBytes *html, const char *text);
void bb_clipping_free (BbClipping *clipping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbClipping, bb_clipping_free)

/** bb_clipping_new_async: without a page, done when the caller next comes back to its loop. */
void bb_clipping_new_async (GBytes *html, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** bb_clipping_new_finish: Returns: (transfer full): or %NULL when it was cancelled. */
BbClipping *bb_clipping_new_finish (GAsyncResult *result, GError **error);

/** bb_clipping_get_html: Returns: (transfer none) (nullable): the bytes of the page as they are. */
GBytes *bb_clipping_get_html (const BbClipping *clipping);
/** bb_clipping_get_text: Returns: (transfer none) (nullable): the plain text as it is. */
const char *bb_clipping_get_text (const BbClipping *clipping);

/**
 * BbPasteKind: what pasting would do to a cell.
 * @BB_PASTE_SET: it gets another text
 * @BB_PASTE_SAME: it holds this already
 * @BB_PASTE_BLANKED: it is emptied
 * @BB_PASTE_COMPARED: a total, and the block says the sum that comes out; nothing is written
 * @BB_PASTE_DIFFERS: a total, and the block says something else than the sum that comes out; nothing is written
 * @BB_PASTE_REFUSED: nobody can tell what belongs here; nothing is written
 */
typedef enum
{
  BB_PASTE_SET,
  BB_PASTE_SAME,
  BB_PASTE_BLANKED,
  BB_PASTE_COMPARED,
  BB_PASTE_DIFFERS,
  BB_PASTE_REFUSED
} BbPasteKind;

/**
 * BbPastePlace: what becomes of one cell.
 * @cell: index in the form
 * @before: what stands there
 * @after: what will stand there; of a total, what the block says
 * @reason: (nullable): translated, of %BB_PASTE_DIFFERS and %BB_PASTE_REFUSED
 */
typedef struct
{
  guint cell;
  BbPasteKind kind;
  char *before;
  char *after;
  char *reason;
} BbPastePlace;

/**
 * BbPastePlan: what pasting a block would do, before anything is done.
 * @by_labels: the block's own labels decided, not the cell it was pasted at
 * @places: (element-type BbPastePlace): in form order; empty when @refusal is set
 * @left_out: (element-type utf8): translated sentences: what of the block is not used
 * @refusal: (nullable): translated: why nothing can be pasted
 */
typedef struct
{
  gboolean by_labels;
  GPtrArray *places;
  GPtrArray *left_out;
  char *refusal;
} BbPastePlan;

/**
 * bb_paste_plan_new:
 * @cell: where it is pasted
 * @clipping: (transfer full): of it the page when that has a table, else the text
 *
 * A block that carries the labels of rows is matched by them, in the table of @cell first and in any other then, wherever
 * @cell is, with the same code that reads files. A block without labels lies over the grid as it was copied, from @cell
 * on to the right and down. Merged cells count as they look. An empty place empties its cell; a place that a merged cell covers says
 * nothing. Numbers are kept as written (`１２`, `15件`, `1,234`): BbReport reads them like typed ones.
 *
 * Returns: (transfer full)
 */
BbPastePlan *bb_paste_plan_new (BbReport *report, guint cell, BbClipping *clipping);
void bb_paste_plan_free (BbPastePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbPastePlan, bb_paste_plan_free)

/** bb_paste_plan_count: how many places are of @kind. */
guint bb_paste_plan_count (const BbPastePlan *plan, BbPasteKind kind);

/**
 * bb_paste_plan_is_plain: whether there is nothing to ask about: the block lies where it was pasted, all of it is used, no
 * total differs, and no figure that stands there is lost.
 */
gboolean bb_paste_plan_is_plain (const BbPastePlan *plan);

/**
 * bb_paste_plan_apply: carries the plan out as one undo step named "Paste". Totals that the block confirms follow their
 * parts from then on. Returns: how many cells changed.
 */
guint bb_paste_plan_apply (const BbPastePlan *plan, BbReport *report);

/**
 * bb_paste_paragraphs: what a page, Word or WPS put on the clipboard as paragraphs of a narrative: one a line, without
 * indents, styles, blank lines and control characters; numbers that a list counts stay as text, the rows of a table become lines
 * with tabs between the cells.
 *
 * @clipping: of it the page when that has a paragraph, else the text
 * @n_tables: (out) (optional): how many tables were turned into lines
 *
 * Returns: (transfer full): "" when there is nothing
 */
char *bb_paste_paragraphs (const BbClipping *clipping, guint *n_tables);

G_END_DECLS
