/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_UNITS_WINDOW (bb_units_window_get_type ())
/**
 * BbUnitsWindow: the reports of a government's units (bianbao/bb-units.h): which ones are there, what is missing in each, and the
 * button that fills their sums into the tables. Files can be chosen or dropped.
 *
 * Signals:
 * - `filled (guint cells)`: the sums were written into so many cells. The window closes.
 */
G_DECLARE_FINAL_TYPE (BbUnitsWindow, bb_units_window, BB, UNITS_WINDOW, AdwWindow)

/** bb_units_window_new: over @parent. @folder: (nullable): where files are chosen first. */
BbUnitsWindow *bb_units_window_new (GtkWindow *parent, BbReport *report, const char *folder);

/** bb_units_window_add_paths: @paths: (element-type filename): reads these files and adds what fits; what does not is listed with the reason. */
void bb_units_window_add_paths (BbUnitsWindow *self, GPtrArray *paths);

G_END_DECLS
