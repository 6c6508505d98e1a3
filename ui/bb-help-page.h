/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The built-in help: topics on the left, the text of one on the right, a search over all. */
#define BB_TYPE_HELP_PAGE (bb_help_page_get_type ())
G_DECLARE_FINAL_TYPE (BbHelpPage, bb_help_page, BB, HELP_PAGE, AdwBin)

GtkWidget *bb_help_page_new (void);

/** bb_help_page_focus: into the text, which arrows and Page Down scroll. */
void bb_help_page_focus (BbHelpPage *self);

/** bb_help_page_search: shows the topics that have @text, "" for all of them. Returns: how many there are. */
guint bb_help_page_search (BbHelpPage *self, const char *text);

G_END_DECLS
