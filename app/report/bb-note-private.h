/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-note.h>

G_BEGIN_DECLS

/* What only the report may do with its notes: change them inside a step, and tell when the step is over. */

/** bb_note_set_listed: whether a report lists it; looked up far more often than a list of thousands could be searched. */
void bb_note_set_listed (BbNote *self, gboolean listed);
gboolean bb_note_get_listed (BbNote *self);
void bb_note_set_dismissed (BbNote *self, gboolean dismissed);
/** bb_note_announce: notifies `dismissed` when it differs from what was announced last. */
void bb_note_announce (BbNote *self);

G_END_DECLS
