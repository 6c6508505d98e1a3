/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_SIDEBAR_ROW (bb_sidebar_row_get_type ())
/** BbSidebarRow: one page of a report in the sidebar. */
G_DECLARE_FINAL_TYPE (BbSidebarRow, bb_sidebar_row, BB, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *bb_sidebar_row_new (void);

/** bb_sidebar_row_show: shows title and state of section @section now. */
void bb_sidebar_row_show (BbSidebarRow *self, BbReport *report, BbChecker *checker, guint section);

const char *bb_sidebar_row_get_state_text (BbSidebarRow *self);

G_END_DECLS
