/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/* Notes of reading taken together. @notes: (element-type BbNote). */

/** bb_note_group_count_deduced: how many cells that the notes name hold a deduced number that nobody confirmed yet. */
guint bb_note_group_count_deduced (BbReport *report, GPtrArray *notes);

/** bb_note_group_confirm: dismisses the notes, and keeps the deduced numbers they name as if they had been typed; one undo step. */
void bb_note_group_confirm (BbReport *report, GPtrArray *notes);

G_END_DECLS
