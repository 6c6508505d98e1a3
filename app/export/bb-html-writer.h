/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-page.h"

G_BEGIN_DECLS

/**
 * bb_html_write: appends @page as one self-contained HTML 5 document: no script, nothing fetched, everything that came
 * from the report escaped. Made so that Word, WPS and LibreOffice take it as a proper document: A4, real tables.
 */
void bb_html_write (const BbPage *page, GString *out);

/**
 * bb_html_write_fragment: appends what stands in the body of a page of somebody else's: one `<div>` in which every element
 * carries its own style, for an editor of a site that drops style sheets.
 */
void bb_html_write_fragment (const BbPage *page, GString *out);

G_END_DECLS
