/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-process.h"

#include <bianbao/bb-import.h>
#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define PIECE (64 * 1024)

/* Descriptors stay open until the program closes them itself: only so, and without @setup, GLib need not copy this process first. */
gboolean
bb_process_start (BbProcess             *process,
                  const char *const     *argv,
                  const char *const     *environment,
                  int                    input,
                  GSpawnChildSetupFunc   setup,
                  GError               **error)
{
  GSpawnFlags flags = G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL | (setup == NULL ? G_SPAWN_LEAVE_DESCRIPTORS_OPEN : 0);
  int ends[2];
  gboolean started;

  if (!g_unix_open_pipe (ends, FD_CLOEXEC, error))
    return FALSE;
  started = g_spawn_async_with_pipes_and_fds (NULL, argv, environment, flags, setup, NULL, input, ends[1], -1, NULL, NULL, 0,
                                              &process->pid, NULL, NULL, NULL, error);
  close (ends[1]);
  if (started)
    process->output = ends[0];
  else
    close (ends[0]);
  return started;
}

/* Returns: whether there is something to read before @deadline. */
static gboolean
wait_for_piece (const BbProcess  *process,
                gint64            deadline,
                GCancellable     *cancellable,
                GError          **error)
{
  GPollFD fds[2] = { { process->output, G_IO_IN, 0 } };
  gboolean is_cancellable = g_cancellable_make_pollfd (cancellable, &fds[1]);
  gint64 left = deadline - g_get_monotonic_time ();
  int n;

  do
    n = g_poll (fds, is_cancellable ? 2 : 1, (int) (MAX (left, 0) / 1000));
  while (n < 0 && errno == EINTR);
  if (is_cancellable)
    g_cancellable_release_fd (cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (n > 0)
    return TRUE;
  g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_SLOW,
                       _("Reading the file took too long and was stopped; open it in the program that made it, save it in another format, and open that"));
  return FALSE;
}

GBytes *
bb_process_receive (const BbProcess  *process,
                    gint64            seconds,
                    gsize             limit,
                    GCancellable     *cancellable,
                    GError          **error)
{
  g_autoptr (GByteArray) output = g_byte_array_new ();
  gint64 deadline = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;

  while (wait_for_piece (process, deadline, cancellable, error))
    {
      guint used = output->len;
      ssize_t n;

      g_byte_array_set_size (output, used + PIECE);
      n = read (process->output, output->data + used, PIECE);
      g_byte_array_set_size (output, used + (guint) MAX (n, 0));
      if (n == 0 || (n < 0 && errno != EINTR) || output->len > limit)
        return g_byte_array_free_to_bytes (g_steal_pointer (&output));
    }
  return NULL;
}

int
bb_process_end (BbProcess *process,
                gboolean   group)
{
  int status = 0;

  close (process->output);
  kill (group ? -process->pid : process->pid, SIGKILL);
  while (waitpid (process->pid, &status, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (process->pid);
  return status;
}
