/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BbProcess: a program that works on a foreign file and is never waited for without end.
 * @output: our end of the pipe that is its standard output
 */
typedef struct
{
  GPid pid;
  int output;
} BbProcess;

/**
 * bb_process_start:
 * @directory, @environment: (nullable): %NULL: those of this process
 * @input: descriptor that becomes its standard input, -1 for none; stays the caller's
 * @setup: (nullable): called in the new process; may do only what is safe after a fork of a process with threads
 */
gboolean bb_process_start (BbProcess *process, const char *const *argv, const char *const *environment, int input, GSpawnChildSetupFunc setup, GError **error);

/**
 * bb_process_receive: reads its output to the end.
 * @limit: of the output in bytes; what is past it is not waited for
 *
 * Returns: (transfer full): the output, more than @limit when there was more; or %NULL with %BB_IMPORT_ERROR_TOO_SLOW after
 *   @seconds, or with %G_IO_ERROR_CANCELLED
 */
GBytes *bb_process_receive (const BbProcess *process, gint64 seconds, gsize limit, GCancellable *cancellable, GError **error);

/**
 * bb_process_end: kills it. One whose output has ended is ending already, because its end of the pipe closes only then: killing
 * it changes nothing, and one that only pretends to be done doesn't stay.
 *
 * @group: with all that it started, where @setup made it the head of a group
 *
 * Returns: its status, as of waitpid()
 */
int bb_process_end (BbProcess *process, gboolean group);

G_END_DECLS
