/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/bb-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far into a file its first member is looked for. */
#define HEAD_LENGTH 256

typedef struct
{
  char *path;
  BbOpenFlags flags;
} Request;

static void
request_free (Request *request)
{
  g_free (request->path);
  g_free (request);
}

void
bb_opened_free (BbOpened *opened)
{
  if (opened == NULL)
    return;
  g_clear_object (&opened->report);
  g_clear_pointer (&opened->map, bb_import_map_unref);
  g_free (opened->encoding);
  g_free (opened);
}

/* A document is one by its suffix, or by its first member, whatever somebody renamed it to. */
static gboolean
is_document (GBytes     *bytes,
             const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  gsize length = 0;
  const char *content = g_bytes_get_data (bytes, &length);
  g_autofree char *head = g_strndup (content != NULL ? content : "", MIN (length, HEAD_LENGTH));
  const char *start = head;

  if (g_str_has_suffix (lower, BB_DOCUMENT_SUFFIX))
    return TRUE;
  if (g_str_has_prefix (start, "\xEF\xBB\xBF"))
    start += 3;
  start += strspn (start, " \t\r\n");
  return *start == '{' && strstr (start, "\"" BB_MEMBER_VERSION "\"") != NULL;
}

static gboolean
open_document (BbOpened     *opened,
               const char   *path,
               GBytes       *bytes,
               BbOpenFlags   flags,
               GError      **error)
{
  opened->report = bb_document_parse (bytes, error);
  if (opened->report == NULL || (!(flags & BB_OPEN_ONCE) && !bb_stamp_take (path, bytes, &opened->stamp, error)))
    return FALSE;
  opened->is_document = TRUE;
  opened->format = "bianbao";
  opened->encoding = g_strdup ("UTF-8");
  return TRUE;
}

static gboolean
open_foreign (BbOpened      *opened,
              const char    *path,
              GBytes        *bytes,
              BbOpenFlags    flags,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (BbReading) reading = bb_import_bytes (bytes, name, cancellable, error);

  if (reading == NULL)
    return FALSE;
  if (flags & BB_OPEN_AS_READ)
    bb_reading_note_rows (reading);
  else
    bb_settle (reading->report, reading->rows, reading->sums, &opened->settled);
  bb_reading_settled (reading);
  opened->map = g_steal_pointer (&reading->map);
  opened->report = g_object_ref (reading->report);
  opened->format = reading->format;
  opened->encoding = g_strdup (reading->encoding);
  opened->encoding_guessed = reading->encoding_guessed;
  /* Reading is nothing that somebody did and could take back; and nothing on disk holds this report yet. */
  bb_report_forget_history (opened->report);
  bb_report_mark_unsaved (opened->report);
  return TRUE;
}

BbOpened *
bb_open_path (const char    *path,
              BbOpenFlags    flags,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GBytes) bytes = bb_read_file (path, cancellable, error);
  g_autoptr (BbOpened) opened = NULL;
  gboolean done;

  if (bytes == NULL)
    return NULL;
  opened = g_new0 (BbOpened, 1);
  if (is_document (bytes, path))
    done = open_document (opened, path, bytes, flags, error);
  else
    done = open_foreign (opened, path, bytes, flags, cancellable, error);
  if (!done || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&opened);
}

static void
open_thread_cb (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Request *request = data;
  g_autoptr (GError) error = NULL;
  BbOpened *opened = bb_open_path (request->path, request->flags, cancellable, &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, (GDestroyNotify) bb_opened_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
bb_open_path_async (const char          *path,
                    BbOpenFlags          flags,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new (Request, 1);

  *request = (Request) { g_strdup (path), flags };
  g_task_set_source_tag (task, bb_open_path_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, open_thread_cb);
}

BbOpened *
bb_open_path_finish (GAsyncResult  *result,
                     GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
