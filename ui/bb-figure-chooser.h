/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_FIGURE_CHOOSER (bb_figure_chooser_get_type ())
/**
 * BbFigureChooser: a dialog to choose a cell whose figure a text repeats: type words of its name, or the figure. The keys go
 * to the entry all the time: Up, Down, Page Up and Page Down choose in the list, Enter takes, Escape closes.
 *
 * Signals:
 * - `chosen (guint cell)`: the user took a cell that holds a number; the dialog closes after it
 */
G_DECLARE_FINAL_TYPE (BbFigureChooser, bb_figure_chooser, BB, FIGURE_CHOOSER, AdwWindow)

/** bb_figure_chooser_new: @likely: (array length=n_likely) (nullable): cells to offer first. */
GtkWidget *bb_figure_chooser_new (GtkWindow *parent, BbReport *report, const guint *likely, guint n_likely);

G_END_DECLS
