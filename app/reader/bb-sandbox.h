/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the reading process may still do. A file that takes it over gains a process that can compute for some seconds and write
 * to its window: no files, no network, no other programs, no memory without end.
 */

/**
 * bb_sandbox_begin: first thing in the process: it ends with the one that started it, gains no rights, and has no
 * descriptors but its input, its answer and where messages go.
 */
void bb_sandbox_begin (void);

/**
 * bb_sandbox_enter: call when all that has to be loaded is loaded, and before the first byte of the file is looked at.
 *
 * @folders: (nullable) (array zero-terminated=1): where files may still be read, for a reader that brings tables and fonts
 *   from there as it needs them
 *
 * Limits always hold. Where the kernel or the container forbids a filter of system calls, the process goes on within its limits,
 * and without a network when it may leave it.
 */
void bb_sandbox_enter (const char *const *folders);

/** bb_sandbox_explain_end: a process that dies because it got no memory ends with BB_WORKER_NO_MEMORY. */
void bb_sandbox_explain_end (void);

G_END_DECLS
