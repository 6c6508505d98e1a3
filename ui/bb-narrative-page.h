/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-page.h"

G_BEGIN_DECLS

#define BB_TYPE_NARRATIVE_PAGE (bb_narrative_page_get_type ())
/** BbNarrativePage: a section of plain text, with what the form says belongs there. */
G_DECLARE_FINAL_TYPE (BbNarrativePage, bb_narrative_page, BB, NARRATIVE_PAGE, BbPage)

/** bb_narrative_page_toggle_guidance: shows or hides what belongs there; it stays so on all pages. */
void bb_narrative_page_toggle_guidance (BbNarrativePage *self);

G_END_DECLS
