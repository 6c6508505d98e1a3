/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-page.h"

G_BEGIN_DECLS

/**
 * bb_docx_write: a document for Word and WPS: styles, headings and tables of its own, no template, no picture, no link.
 *
 * Returns: (transfer full): the file; the same bytes for the same report
 */
GBytes *bb_docx_write (const BbPage *page, GError **error);

G_END_DECLS
