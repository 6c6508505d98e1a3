/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bb_trouble_make: what a hostile file might make of a reader, for tests of those who have to bear it: BIANBAO_READER_TROUBLE
 * in the environment is "crash", "deep" (calls itself until the stack ends), "hang", "sleep", "memory", "garbage", "silence" (ends
 * without an answer), "flood" (an answer without end), or the name of something it tries and may not do: "open", "write", "connect",
 * "start", "kill"; the process crashes when that succeeds. Without it nothing happens.
 */
void bb_trouble_make (void);

G_END_DECLS
