/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BB_TYPE_SIDEBAR (bb_sidebar_get_type ())
/**
 * BbSidebar: the pages of a report with the state of each, in words and with an icon.
 * Property: `selected` (uint): the page shown.
 * Signal: `chosen`: a page was clicked on, or Enter pressed at it; it is shown already.
 */
G_DECLARE_FINAL_TYPE (BbSidebar, bb_sidebar, BB, SIDEBAR, AdwBin)

/** bb_sidebar_set_session: once; fills the list. */
void bb_sidebar_set_session (BbSidebar *self, BbSession *session);

guint bb_sidebar_get_selected (BbSidebar *self);
void bb_sidebar_set_selected (BbSidebar *self, guint section);

/** bb_sidebar_get_state_text: (nullable): what the line of @section says, for tests. */
const char *bb_sidebar_get_state_text (BbSidebar *self, guint section);

G_END_DECLS
