/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_START_PAGE (bb_start_page_get_type ())
/**
 * BbStartPage: what a window without a report shows: begin a new one, open a file, or take up unsaved work.
 *
 * Signals:
 * - `create (const char *organisation, int year)`: begin a new report
 * - `open-path (const char *path)`: open a file used lately
 * - `recover (const char *path)`: take up the recovery copy at @path, an element of bb_recovery_list()
 */
G_DECLARE_FINAL_TYPE (BbStartPage, bb_start_page, BB, START_PAGE, AdwBin)

GtkWidget *bb_start_page_new (void);

/** bb_start_page_focus: puts the focus where a new report begins. */
void bb_start_page_focus (BbStartPage *self);

/** bb_start_page_refresh: looks again for unsaved work and for files used lately. */
void bb_start_page_refresh (BbStartPage *self);

G_END_DECLS
