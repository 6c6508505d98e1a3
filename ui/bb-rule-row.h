/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_RULE_ROW (bb_rule_row_get_type ())
/**
 * BbRuleRow: one relation of a cell and how it stands, with a button that makes it hold by the cell.
 *
 * Signals:
 * - `solved (guint cell)`: the button changed the cell
 */
G_DECLARE_FINAL_TYPE (BbRuleRow, bb_rule_row, BB, RULE_ROW, AdwBin)

GtkWidget *bb_rule_row_new (void);

void bb_rule_row_show (BbRuleRow *self, BbReport *report, guint cell, const BbExplanation *explanation);

G_END_DECLS
