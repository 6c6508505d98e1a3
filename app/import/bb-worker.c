/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-worker.h"

#include "import/bb-import-limits.h"
#include "import/bb-wire.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAM "bianbao-reader"
#define PIECE (64 * 1024)

/* A report is read in a fraction of a second, 300 pages of PDF in some; after that nobody waits for it any more. */
#define TIME_LIMIT 30

/* A process that reads. @answer: end of the pipe it writes to, -1 when closed. */
typedef struct
{
  GPid pid;
  int answer;
} Worker;

/* ---- the program ---- */

/* In a build tree the program stands beside those that use it, wherever the tree was moved. */
static char *
find_built (const char *program)
{
  g_autofree char *folder = g_path_get_dirname (program);

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *info = g_build_filename (folder, "meson-info", NULL);
      g_autofree char *parent = g_path_get_dirname (folder);

      if (g_file_test (info, G_FILE_TEST_IS_DIR))
        return g_build_filename (folder, "app", "reader", PROGRAM, NULL);
      g_free (g_steal_pointer (&folder));
      folder = g_steal_pointer (&parent);
    }
  return NULL;
}

/* The installed one may have been moved with the program that asks, as packages are before they are packed. */
static char *
find_installed (const char *program)
{
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *path = g_build_filename (folder, BB_LIBEXEC_FROM_BIN, PROGRAM, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&path);
  return g_build_filename (BB_LIBEXECDIR, PROGRAM, NULL);
}

static char *
find_program (void)
{
  const char *named = g_getenv ("BIANBAO_READER");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  char *built = named == NULL && self != NULL ? find_built (self) : NULL;

  if (named != NULL)
    return g_strdup (named);
  if (built != NULL)
    return built;
  return find_installed (self != NULL ? self : "/usr/bin/bianbao");
}

/* ---- its input ---- */

static gboolean
write_all (int         fd,
           const char *data,
           gsize       size)
{
  while (size > 0)
    {
      ssize_t n = write (fd, data, size);

      if (n < 0 && errno != EINTR)
        return FALSE;
      data += MAX (n, 0);
      size -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

/* A file without a name that nobody can change any more. */
static int
make_input (GBytes  *bytes,
            GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int fd = memfd_create ("bianbao-input", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  if (fd >= 0 && write_all (fd, data, size) && fcntl (fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) == 0)
    return fd;
  g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_FAILED, _("The file could not be handed over to be read: %s"), g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return -1;
}

/* ---- its life ---- */

/* Descriptors stay open until the program closes them itself: only so GLib need not copy this process first. */
static gboolean
start (Worker      *worker,
       const char  *format,
       int          input,
       int          output,
       GError     **error)
{
  g_autofree char *program = find_program ();
  const char *const argv[] = { program, format, NULL };
  g_autoptr (GError) failure = NULL;

  if (g_spawn_async_with_pipes_and_fds (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_LEAVE_DESCRIPTORS_OPEN | G_SPAWN_STDERR_TO_DEV_NULL,
                                        NULL, NULL, input, output, -1, NULL, NULL, 0, &worker->pid, NULL, NULL, NULL, &failure))
    return TRUE;
  g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_FAILED,
               _("The part of the program that reads files could not be started (%s); install the program again"), failure->message);
  return FALSE;
}

static gboolean
worker_start (Worker      *worker,
              GBytes      *bytes,
              const char  *format,
              GError     **error)
{
  int input = make_input (bytes, error);
  int ends[2];
  gboolean started;

  if (input < 0)
    return FALSE;
  if (!g_unix_open_pipe (ends, FD_CLOEXEC, error))
    {
      close (input);
      return FALSE;
    }
  started = start (worker, format, input, ends[1], error);
  close (input);
  close (ends[1]);
  if (started)
    worker->answer = ends[0];
  else
    close (ends[0]);
  return started;
}

/*
 * Ended in any case. What has answered is ending already, because its end of the pipe closes only when it ends: killing it
 * then changes nothing, and one that only pretends to be done doesn't stay. Returns: as of waitpid().
 */
static int
worker_end (Worker *worker)
{
  int status = 0;

  close (worker->answer);
  kill (worker->pid, SIGKILL);
  while (waitpid (worker->pid, &status, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (worker->pid);
  return status;
}

/* ---- its answer ---- */

static gint64
time_limit (void)
{
  const char *named = g_getenv ("BIANBAO_READER_SECONDS");

  return (named != NULL ? g_ascii_strtoll (named, NULL, 10) : TIME_LIMIT) * G_TIME_SPAN_SECOND;
}

/* Returns: whether there is something to read before @deadline. */
static gboolean
wait_for_piece (const Worker  *worker,
                gint64         deadline,
                GCancellable  *cancellable,
                GError       **error)
{
  GPollFD fds[2] = { { worker->answer, G_IO_IN, 0 } };
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

static GBytes *
receive (const Worker  *worker,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GByteArray) answer = g_byte_array_new ();
  gint64 deadline = g_get_monotonic_time () + time_limit ();

  while (wait_for_piece (worker, deadline, cancellable, error))
    {
      guint used = answer->len;
      ssize_t n;

      g_byte_array_set_size (answer, used + PIECE);
      n = read (worker->answer, answer->data + used, PIECE);
      g_byte_array_set_size (answer, used + (guint) MAX (n, 0));
      /* Too long an answer is refused by who examines it. */
      if (n == 0 || (n < 0 && errno != EINTR) || answer->len > BB_WIRE_LIMIT)
        return g_byte_array_free_to_bytes (g_steal_pointer (&answer));
    }
  return NULL;
}

static gboolean
check_status (int      status,
              GError **error)
{
  if (WIFEXITED (status) && WEXITSTATUS (status) == 0)
    return TRUE;
  if (WIFEXITED (status) && WEXITSTATUS (status) == BB_WORKER_NO_MEMORY)
    g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE,
                         _("Reading the file would take more memory than any report needs; leave out pictures and what does not belong to the report, and open it again"));
  else if (WIFSIGNALED (status) && WTERMSIG (status) == SIGXCPU)
    g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_SLOW,
                         _("Reading the file took too long and was stopped; open it in the program that made it, save it in another format, and open that"));
  else
    g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_FAILED,
                         _("The file could not be read: something in it made the reading end before its time. Nothing else was harmed. Open it in the program that made it, save it in another format, and open that"));
  return FALSE;
}

BbImportSource *
bb_worker_read (GBytes        *bytes,
                const char    *format,
                char         **encoding,
                gboolean      *guessed,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GBytes) answer = NULL;
  Worker worker = { 0, -1 };
  int status;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !worker_start (&worker, bytes, format, error))
    return NULL;
  answer = receive (&worker, cancellable, error);
  status = worker_end (&worker);
  if (answer == NULL || !check_status (status, error))
    return NULL;
  return bb_wire_read (answer, encoding, guessed, error);
}
