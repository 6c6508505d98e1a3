/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_ENTRY_BINDING (bb_entry_binding_get_type ())
/**
 * BbEntryBinding: keeps an editable widget and a field of a report the same, both ways.
 * The widget's own undo is switched off: the report's history covers it.
 */
G_DECLARE_FINAL_TYPE (BbEntryBinding, bb_entry_binding, BB, ENTRY_BINDING, GObject)

/**
 * BbEntryText: what the widget shows for the field when it is not the field's own text (a generated title).
 * Returns: (transfer full): the text to show
 */
typedef char *(*BbEntryText) (BbReport *report);

/**
 * bb_entry_binding_new:
 * @shown: (nullable): what is shown; %NULL for the field's own text
 */
BbEntryBinding *bb_entry_binding_new (GtkEditable *editable, BbReport *report, BbField *field, BbEntryText shown);

/** bb_entry_binding_refresh: shows the field's text; called when something that a generated text depends on changed. Does nothing while somebody types in the widget. */
void bb_entry_binding_refresh (BbEntryBinding *self);

G_END_DECLS
