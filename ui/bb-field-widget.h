/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which widget shows which field, for what works across all pages (find and replace). */

/** bb_field_widget_mark: @widget (a text view or an entry) shows @field. */
void bb_field_widget_mark (GtkWidget *widget, BbField *field);

/** bb_field_widget_get: Returns: (transfer none) (nullable): the field that @widget shows: a marked one, or a cell of a sheet. */
BbField *bb_field_widget_get (GtkWidget *widget);

/** bb_field_widget_find: Returns: (transfer none) (nullable): the widget below @root that shows @field. */
GtkWidget *bb_field_widget_find (GtkWidget *root, BbField *field);

G_END_DECLS
