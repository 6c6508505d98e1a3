/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on a clipboard. Its page comes from any program and any site: the reading process reads it, like a file. */
#include "import/bb-paste-private.h"
#include "import/bb-worker.h"

#include <glib/gi18n-lib.h>

struct _BbClipping
{
  GBytes *html;
  char *text;
  BbImportSource *page;
  char *refusal; /* why there is an html, and no page */
};

typedef struct
{
  GBytes *html;
  char *text;
} Request;

static void
request_free (Request *request)
{
  g_clear_pointer (&request->html, g_bytes_unref);
  g_free (request->text);
  g_free (request);
}

static gboolean
has_grid (const BbImportSource *source)
{
  for (guint i = 0; i < source->blocks->len; i++)
    if (((const BbImportBlock *) g_ptr_array_index (source->blocks, i))->is_grid)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full) (nullable): %NULL when it was cancelled. */
static BbClipping *
read_clipping (GBytes        *html,
               const char    *text,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GBytes) bytes = html != NULL ? bb_clipping_trim (html) : NULL;
  g_autofree char *encoding = NULL;
  gboolean guessed;
  g_autoptr (GError) failure = NULL;
  BbImportSource *page = bytes != NULL ? bb_worker_read (bytes, "html", &encoding, &guessed, cancellable, &failure) : NULL;

  if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return bb_clipping_new_read (html, text, page, failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static void
read_thread_cb (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Request *request = data;
  g_autoptr (GError) error = NULL;
  BbClipping *clipping = read_clipping (request->html, request->text, cancellable, &error);

  if (clipping != NULL)
    g_task_return_pointer (task, clipping, (GDestroyNotify) bb_clipping_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static BbImportSource *
read_text (const char *text)
{
  BbImportSource *source = bb_import_source_new (NULL);
  g_autoptr (GPtrArray) rows = bb_import_paste_grid (text);
  BbImportBlock *grid = bb_import_source_add_grid (source, bb_import_source_add_place (source, 1, 1));

  for (guint i = 0; i < rows->len; i++)
    {
      const BbImportRow *from = g_ptr_array_index (rows, i);
      BbImportRow *row = bb_import_block_add_row (grid, bb_import_source_add_place (source, 1, i + 1), NULL);

      for (guint j = 0; j < from->cells->len; j++)
        bb_import_row_add_cell (row, g_ptr_array_index (from->cells, j), -1);
    }
  return source;
}

/* What the reading process says of a file that it did not survive would help nobody who pastes. */
static char *
refuse (const GError *error)
{
  gboolean is_file = g_error_matches (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_FAILED) ||
                     g_error_matches (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_SLOW) ||
                     g_error_matches (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE);

  return g_strdup (is_file ? _("What was copied could not be read: it is broken or far too large. Copy only the table, or paste it as text") : error->message);
}

/* ---- inside the core ---- */

GBytes *
bb_clipping_trim (GBytes *html)
{
  gsize size;
  const char *data = g_bytes_get_data (html, &size);

  /* Behind the mark of UTF-16 a NUL is half a character. */
  while (size > 0 && data[size - 1] == '\0' && !(size >= 2 && (guchar) data[0] >= 0xFE))
    size--;
  return g_bytes_new_from_bytes (html, 0, size);
}

BbClipping *
bb_clipping_new_read (GBytes         *html,
                      const char     *text,
                      BbImportSource *page,
                      const GError   *error)
{
  BbClipping *clipping = g_new0 (BbClipping, 1);

  clipping->html = html != NULL ? g_bytes_ref (html) : NULL;
  clipping->text = g_strdup (text);
  clipping->page = page;
  clipping->refusal = error != NULL ? refuse (error) : NULL;
  return clipping;
}

const BbImportSource *
bb_clipping_get_page (const BbClipping *clipping)
{
  return clipping->page;
}

BbImportSource *
bb_clipping_take_blocks (BbClipping  *clipping,
                         char       **refusal)
{
  if (clipping->page != NULL && has_grid (clipping->page))
    return g_steal_pointer (&clipping->page);
  if (clipping->text == NULL && clipping->refusal != NULL)
    {
      *refusal = g_strdup (clipping->refusal);
      return NULL;
    }
  return read_text (clipping->text != NULL ? clipping->text : "");
}

/* ---- public ---- */

BbClipping *
bb_clipping_new (GBytes     *html,
                 const char *text)
{
  return read_clipping (html, text, NULL, NULL);
}

void
bb_clipping_free (BbClipping *clipping)
{
  if (clipping == NULL)
    return;
  g_clear_pointer (&clipping->html, g_bytes_unref);
  g_clear_pointer (&clipping->page, bb_import_source_free);
  g_free (clipping->text);
  g_free (clipping->refusal);
  g_free (clipping);
}

void
bb_clipping_new_async (GBytes              *html,
                       const char          *text,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request;

  g_task_set_source_tag (task, bb_clipping_new_async);
  if (html == NULL)
    {
      g_task_return_pointer (task, bb_clipping_new (NULL, text), (GDestroyNotify) bb_clipping_free);
      return;
    }
  request = g_new0 (Request, 1);
  request->html = g_bytes_ref (html);
  request->text = g_strdup (text);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, read_thread_cb);
}

BbClipping *
bb_clipping_new_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GBytes *
bb_clipping_get_html (const BbClipping *clipping)
{
  g_return_val_if_fail (clipping != NULL, NULL);

  return clipping->html;
}

const char *
bb_clipping_get_text (const BbClipping *clipping)
{
  g_return_val_if_fail (clipping != NULL, NULL);

  return clipping->text;
}
