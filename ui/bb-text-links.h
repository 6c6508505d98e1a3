/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_TEXT_LINKS (bb_text_links_get_type ())
/**
 * BbTextLinks: shows the linked figures of a section in its text view, and works with them.
 *
 * A linked figure is one piece: the caret jumps over it, BackSpace and Delete first select it and remove it when pressed
 * again. A click shows what it is with buttons for what can be done; Control and a click go to the cell at once; the
 * context menu has the same. A figure whose cell holds no number any more has a wavy line under it. Chips are drawn by a
 * BbProseView.
 *
 * What it says about a figure goes to the window's actions `win.show-field` and `win.toast`.
 */
G_DECLARE_FINAL_TYPE (BbTextLinks, bb_text_links, BB, TEXT_LINKS, GObject)

/** bb_text_links_new: for @view, which shows the text of section @field; holds a reference on @report and @field. */
BbTextLinks *bb_text_links_new (GtkTextView *view, BbReport *report, BbField *field);

/** bb_text_links_get: Returns: (transfer none) (nullable): the links of @view, %NULL when it shows no section. */
BbTextLinks *bb_text_links_get (GtkWidget *view);

/** bb_text_links_snapshot: draws the figures' chips, below the text; for the view, in the coordinates of its buffer. */
void bb_text_links_snapshot (BbTextLinks *self, GtkSnapshot *snapshot);

/** bb_text_links_choose: asks for a cell and puts its figure, linked, in place of the selection, or at the caret. */
void bb_text_links_choose (BbTextLinks *self);

/** bb_text_links_insert: puts the figure of @cell there. Returns: %FALSE when the cell holds no number. */
gboolean bb_text_links_insert (BbTextLinks *self, guint cell);

G_END_DECLS
