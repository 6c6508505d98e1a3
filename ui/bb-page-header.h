/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-prose-count.h"

G_BEGIN_DECLS

#define BB_TYPE_PAGE_HEADER (bb_page_header_get_type ())
/**
 * BbPageHeader: the line on top of a section's page: its official heading, how much is filled in, and "Done".
 */
G_DECLARE_FINAL_TYPE (BbPageHeader, bb_page_header, BB, PAGE_HEADER, AdwBin)

/** bb_page_header_set_section: follows section @section of @report from now on. */
void bb_page_header_set_section (BbPageHeader *self, BbReport *report, guint section);

/** bb_page_header_set_legend: @legend: (nullable): what else is to be seen in the table, said beside the count. */
void bb_page_header_set_legend (BbPageHeader *self, const char *legend);

/** bb_page_header_set_text: the page is one text: its characters are counted instead of cells. */
void bb_page_header_set_text (BbPageHeader *self, BbProseView *view);

G_END_DECLS
