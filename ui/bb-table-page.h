/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-page.h"

G_BEGIN_DECLS

#define BB_TYPE_TABLE_PAGE (bb_table_page_get_type ())
/** BbTablePage: a section with an official table, the sentence that may stand before it, and what is known about the focused cell. */
G_DECLARE_FINAL_TYPE (BbTablePage, bb_table_page, BB, TABLE_PAGE, BbPage)

G_END_DECLS
