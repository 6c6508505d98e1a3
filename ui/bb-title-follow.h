/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bb_title_follow_watch: a title that was read or typed names the organisation in its own words, and stays as it is. When somebody
 * gives the organisation another name in @entry, that title would go on to name the old one, and be published so: the name is
 * changed in it, too, as one step that is told and can be taken back.
 */
void bb_title_follow_watch (GtkWidget *entry, BbReport *report);

/** bb_title_follow_now: who types in @entry is through with it, although the focus stays: the report is saved. */
void bb_title_follow_now (GtkWidget *entry);

G_END_DECLS
