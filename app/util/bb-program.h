/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bb_program_find: where a program is that is a part of this one: in the build tree this program runs in, else beside it, else
 * where it was installed with it.
 *
 * @room: folder of app/ that builds it
 *
 * Returns: (transfer full): a path, whether or not something is there
 */
char *bb_program_find (const char *room, const char *program);

G_END_DECLS
