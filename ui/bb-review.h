/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-document-view.h"

G_BEGIN_DECLS

/**
 * bb_review_attach: where the report was read from a file: puts that beside the pages, and a bar above them that asks to keep or
 * refuse it until somebody did.
 *
 * @beside: the pages are its first half; it turns when the window is narrow
 *
 * Returns: (transfer none) (nullable)
 */
BbReviewPane *bb_review_attach (BbDocumentView *view, GtkPaned *beside);

G_END_DECLS
