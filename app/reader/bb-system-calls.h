/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bb_system_calls_filter: from here on, system calls that reading bytes has no use for fail with EPERM.
 *
 * @files: whether files may be opened for reading
 *
 * Returns: %FALSE where the kernel or the container forbids it, or this processor's numbers are not known
 */
gboolean bb_system_calls_filter (gboolean files);

G_END_DECLS
