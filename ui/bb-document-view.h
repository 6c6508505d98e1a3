/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-page.h"
#include "bb-review-pane.h"
#include "bb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BB_TYPE_DOCUMENT_VIEW (bb_document_view_get_type ())
/**
 * BbDocumentView: one report in a window: sidebar, pages and issue pane. It shows what undo changed.
 *
 * Properties: `session` (construct-only), `show-issues` (boolean), `show-sidebar` (boolean), `show-details` (boolean): whether
 * everything about the cell with the focus stands beside the table.
 *
 * Signals:
 * - `cell-focused (guint cell)`, `section-shown (guint section)`
 */
G_DECLARE_FINAL_TYPE (BbDocumentView, bb_document_view, BB, DOCUMENT_VIEW, AdwBin)

GtkWidget *bb_document_view_new (BbSession *session);

BbSession *bb_document_view_get_session (BbDocumentView *self);

/** bb_document_view_show_page: @section: page to show; made now if it was not shown before. */
void bb_document_view_show_page (BbDocumentView *self, guint section);
/** bb_document_view_step_page: the next (1) or previous (-1) page; nothing at the ends. */
void bb_document_view_step_page (BbDocumentView *self, int step);
/** bb_document_view_get_page: (transfer none): the page shown. */
BbPage *bb_document_view_get_page (BbDocumentView *self);

/** bb_document_view_reveal_field: shows the page of @field and focuses it there. */
void bb_document_view_reveal_field (BbDocumentView *self, BbField *field);

/** bb_document_view_step_issue: jumps to the next (1) or previous (-1) issue, during the review to the next place to look at. Returns: %FALSE
 * when there is none. */
gboolean bb_document_view_step_issue (BbDocumentView *self, int step);

/** bb_document_view_toggle_done: marks the section shown as done, or not. */
void bb_document_view_toggle_done (BbDocumentView *self);

/** bb_document_view_get_review: Returns: (transfer none) (nullable): the file that the report was read from, beside the pages. */
BbReviewPane *bb_document_view_get_review (BbDocumentView *self);
gboolean bb_document_view_get_show_source (BbDocumentView *self);
/** bb_document_view_set_show_source: nothing happens where no file was read. */
void bb_document_view_set_show_source (BbDocumentView *self, gboolean show);

gboolean bb_document_view_get_show_issues (BbDocumentView *self);
void bb_document_view_set_show_issues (BbDocumentView *self, gboolean show);
/** bb_document_view_is_narrow: whether there is no room for the sections beside the page. */
gboolean bb_document_view_is_narrow (BbDocumentView *self);
gboolean bb_document_view_get_show_sidebar (BbDocumentView *self);
void bb_document_view_set_show_sidebar (BbDocumentView *self, gboolean show);

/** bb_document_view_get_find_bar: Returns: (transfer none): the BbFindBar above the pages. */
GtkWidget *bb_document_view_get_find_bar (BbDocumentView *self);

/** bb_document_view_add_bar: adds a line above the report. Returns: (transfer none): the bar, to connect to. */
GtkWidget *bb_document_view_add_bar (BbDocumentView *self, const char *message, const char *action);

/** bb_document_view_add_widget_bar: the same for a bar of one's own. */
void bb_document_view_add_widget_bar (BbDocumentView *self, GtkWidget *bar);
void bb_document_view_remove_bar (BbDocumentView *self, GtkWidget *bar);

G_END_DECLS
