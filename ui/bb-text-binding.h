/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_TEXT_BINDING (bb_text_binding_get_type ())
/**
 * BbTextBinding: keeps a text view and a field of a report the same, both ways.
 *
 * What is typed goes through bb_report_edit(). What a person does in one go (typing over a selection, pasting, dragging, one
 * commit of an input method) is one edit. How many edits of typing make a step is the history's to say; a new one begins when
 * the caret was moved or the focus went. What changes elsewhere (undo, a fix) changes only the differing places of the buffer, so
 * caret, marks and tags stay where they are.
 * The view's own undo is switched off: the report's history covers it.
 */
G_DECLARE_FINAL_TYPE (BbTextBinding, bb_text_binding, BB, TEXT_BINDING, GObject)

/** bb_text_binding_new: lives until it is released or the view goes; holds a reference on @report and @field. */
BbTextBinding *bb_text_binding_new (GtkTextView *view, BbReport *report, BbField *field);

/** bb_text_binding_get_view: (transfer none) (nullable): %NULL when the view is gone. */
GtkTextView *bb_text_binding_get_view (BbTextBinding *self);
/** bb_text_binding_get_field: (transfer none) */
BbField *bb_text_binding_get_field (BbTextBinding *self);
/** bb_text_binding_get_report: (transfer none) */
BbReport *bb_text_binding_get_report (BbTextBinding *self);

/**
 * bb_text_binding_hold: while @hold, what happens in the buffer waits; then it goes to the report as one edit. For what the
 * toolkit does in two turns of the main loop, such as dragging a text (first it is inserted there, then deleted here).
 */
void bb_text_binding_hold (BbTextBinding *self, gboolean hold);

/** bb_text_binding_reveal: focuses the view and, after a change from elsewhere, puts the caret where the text changed; does
 * nothing while somebody composes there. */
void bb_text_binding_reveal (BbTextBinding *self);

/**
 * bb_text_binding_select_range: selects a part of the text and scrolls it into view, without taking the focus.
 * @start, @length: in characters of the field's text; what lies behind its end is cut off. With length 0 only the caret moves
 */
void bb_text_binding_select_range (BbTextBinding *self, guint start, guint length);

G_END_DECLS
