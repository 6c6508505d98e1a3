/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

#include <bianbao/bb-paste.h>

G_BEGIN_DECLS

/*
 * A block on its way to cells. Both ways of finding them, by labels and by position, give the same: for each cell of the
 * form the text that the block has for it, or NULL where it says nothing.
 */
typedef struct
{
  BbReport *report;
  const BbForm *form;
  char **texts;        /* one a cell of the form */
  char **reasons;      /* one a cell: why nothing can be taken for it */
  GPtrArray *left_out; /* utf8 */
  guint n_texts;
  guint n_refused;
} BbPasteTarget;

BbPasteTarget *bb_paste_target_new (BbReport *report);
void bb_paste_target_free (BbPasteTarget *target);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbPasteTarget, bb_paste_target_free)

/** bb_paste_target_put: @text is trimmed and copied. */
void bb_paste_target_put (BbPasteTarget *target, guint cell, const char *text);

/** bb_clipping_new_read: of a page that was read already. @page: (transfer full) (nullable); @error: (nullable): why there is none. */
BbClipping *bb_clipping_new_read (GBytes *html, const char *text, BbImportSource *page, const GError *error);

/** bb_clipping_trim: Returns: (transfer full): @html without the NUL of a C string, which many clipboards end with. */
GBytes *bb_clipping_trim (GBytes *html);

/** bb_clipping_get_page: Returns: (transfer none) (nullable): its blocks. */
const BbImportSource *bb_clipping_get_page (const BbClipping *clipping);

/** bb_clipping_take_blocks: the page's, when it has a table, else those of the text. Returns: (transfer full): or %NULL with why, translated. */
BbImportSource *bb_clipping_take_blocks (BbClipping *clipping, char **refusal);

/** bb_paste_drop_columns: takes columns out of @source whose head is none of the form and that hold no label of it, and tells them. */
void bb_paste_drop_columns (BbPasteTarget *target, const BbImportSource *source);

/**
 * bb_paste_refuse_turned: two rows of the form beside each other mean a block with its rows and columns exchanged, or two tables side
 * by side. Their figures belong under the labels, not behind them, so nothing of it may be read as rows.
 * Returns: (transfer full) (nullable): why nothing is pasted
 */
char *bb_paste_refuse_turned (const BbImportSource *source, const BbForm *form);

/**
 * bb_paste_by_labels: fills @target by the labels of @source; of tables that take as many figures the one from @first on.
 * @target: (inout): may become another one
 * Returns: whether any row was known
 */
gboolean bb_paste_by_labels (BbPasteTarget **target, const BbImportSource *source, guint first);

/** bb_paste_by_position: fills @target from @cell on. Returns: (transfer full) (nullable): why the block does not fit there. */
char *bb_paste_by_position (BbPasteTarget *target, const BbImportSource *source, guint cell);

G_END_DECLS
