/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-page.h"

G_BEGIN_DECLS

#define BB_TYPE_NARRATIVE_PAGE (bb_narrative_page_get_type ())
/** BbNarrativePage: a section of plain text, with what the form says belongs there. */
G_DECLARE_FINAL_TYPE (BbNarrativePage, bb_narrative_page, BB, NARRATIVE_PAGE, BbPage)

G_END_DECLS
