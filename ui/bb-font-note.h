/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bb_font_note_show: tells in @label which official fonts, and which characters of @report, this computer cannot print
 * (bb-glyphs.h), in its tooltip what is used instead; hides the label when it has all of them.
 */
void bb_font_note_show (GtkLabel *label, BbReport *report);

G_END_DECLS
