/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-html-text.h"
#include "export/bb-page.h"

G_BEGIN_DECLS

/** bb_html_write_table: appends @table; @title is its name for those who do not see the heading above it. */
void bb_html_write_table (const BbHtml *html, const BbPageTable *table, const char *title);

G_END_DECLS
