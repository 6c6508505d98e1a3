/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf.h"

#include <poppler.h>

G_BEGIN_DECLS

/**
 * bb_pdf_page_read: @number: from 1
 *
 * Returns: (transfer full): its characters and rules
 */
BbPdfPage *bb_pdf_page_read (PopplerPage *page, guint number);

/** bb_pdf_rules_find: fills in @found->across and @found->down. The characters of @found are there already. */
void bb_pdf_rules_find (PopplerPage *page, BbPdfPage *found);

G_END_DECLS
