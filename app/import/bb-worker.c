/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-worker.h"

#include "import/bb-import-source.h"
#include "import/bb-process.h"
#include "import/bb-wire.h"
#include "util/bb-program.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* Loading the libraries of the others takes longer than reading a page. */
#define PROGRAM "bianbao-reader"
#define OFFICE_PROGRAM "bianbao-office-reader"
#define PDF_PROGRAM "bianbao-pdf-reader"

/* A report is read in a fraction of a second, 300 pages of PDF in some; after that nobody waits for it any more. */
#define TIME_LIMIT 30

/* ---- the program ---- */

static char *
find_program (const char *format)
{
  const char *named = g_getenv ("BIANBAO_READER");
  const char *program = PROGRAM;

  if (g_str_equal (format, "pdf"))
    program = PDF_PROGRAM;
  else if (bb_import_is_office (format))
    program = OFFICE_PROGRAM;
  return named != NULL ? g_strdup (named) : bb_program_find ("reader", program);
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

/* ---- its work ---- */

static gboolean
start (BbProcess   *process,
       GBytes      *bytes,
       const char  *format,
       GError     **error)
{
  g_autofree char *program = find_program (format);
  const char *const argv[] = { program, format, NULL };
  g_autoptr (GError) failure = NULL;
  int input = make_input (bytes, error);
  gboolean started;

  if (input < 0)
    return FALSE;
  started = bb_process_start (process, argv, NULL, input, NULL, &failure);
  close (input);
  if (!started)
    g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_FAILED,
                 _("The part of the program that reads files could not be started (%s); install the program again"), failure->message);
  return started;
}

static gint64
time_limit (void)
{
  const char *named = g_getenv ("BIANBAO_READER_SECONDS");

  return named != NULL ? g_ascii_strtoll (named, NULL, 10) : TIME_LIMIT;
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
  else if (WIFEXITED (status) && WEXITSTATUS (status) == BB_WORKER_TOO_LONG)
    g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_SLOW,
                         _("The pages of the file take far longer to read than those of a report; print it to a new PDF file, or open the Word or Excel file that it was made from"));
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
  BbProcess process;
  int status;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !start (&process, bytes, format, error))
    return NULL;
  answer = bb_process_receive (&process, time_limit (), BB_WIRE_LIMIT, cancellable, error);
  status = bb_process_end (&process, FALSE);
  if (answer == NULL || !check_status (status, error))
    return NULL;
  return bb_wire_read (answer, encoding, guessed, error);
}
