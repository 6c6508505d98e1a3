/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/*
 * Confirming deduced figures: a person looked at them and takes them as they are. A figure that is confirmed keeps its text, is
 * %BB_ORIGIN_TYPED from then on, so that nothing that the program deduces moves it, and its source goes on telling where it came from:
 * "deduced and confirmed: the only value that fits". Typing over it drops the source, as everywhere.
 */

/**
 * BbConfirmScope: which deduced figures.
 * @BB_CONFIRM_CELL: that of the cell alone
 * @BB_CONFIRM_ROW: those of the row of the cell
 * @BB_CONFIRM_ALL: those of the whole report; the cell does not count
 */
typedef enum
{
  BB_CONFIRM_CELL,
  BB_CONFIRM_ROW,
  BB_CONFIRM_ALL
} BbConfirmScope;

/** bb_field_is_deduced: whether it is a cell with a deduced number that nobody confirmed yet. */
gboolean bb_field_is_deduced (BbField *self);

/** bb_field_is_confirmed: whether it holds a number that was deduced, confirmed and not typed over since. */
gboolean bb_field_is_confirmed (BbField *self);

/** bb_confirm_count: how many figures bb_confirm() would confirm. */
guint bb_confirm_count (BbReport *report, BbConfirmScope scope, guint cell);

/** bb_confirm: confirms the deduced figures of @scope; one undo step. Returns: how many */
guint bb_confirm (BbReport *report, BbConfirmScope scope, guint cell);

/** bb_confirm_field: confirms @field where it is deduced, as part of an open group or a step of its own. Returns: whether it was */
gboolean bb_confirm_field (BbReport *report, BbField *field);

G_END_DECLS
