/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-page.h"

G_BEGIN_DECLS

#define BB_TYPE_REPORT_PAGE (bb_report_page_get_type ())
/** BbReportPage: what a report is about: title, organisation, year, introduction, contact and date. */
G_DECLARE_FINAL_TYPE (BbReportPage, bb_report_page, BB, REPORT_PAGE, BbPage)

/** bb_year_read: Returns: the report year that @text says, 0 when it says none that can be. */
int bb_year_read (const char *text);

G_END_DECLS
