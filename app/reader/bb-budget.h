/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bb_budget_set: how much of the processor's time this process may take from now on, in seconds. Past it, it ends as
 * %BB_WORKER_TOO_LONG. What a library does within one call can't be counted or stopped in another way.
 */
void bb_budget_set (double seconds);

G_END_DECLS
