/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-blocks.h"

#include "import/bb-import-limits.h"
#include "import/bb-pdf-document.h"
#include "import/bb-pdf-page.h"
#include "import/bb-title.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>

/* A file begins with this, or nearly: programs put a few bytes before it. */
#define MARK "%PDF-"
#define MARK_PLACE 1024

static void
drop_message_cb (const char     *domain,
                 GLogLevelFlags  level,
                 const char     *message,
                 gpointer        data)
{
}

/* What poppler finds wrong with a file it tells on the terminal, where nobody reads it; what can't be read is told by us. */
static gpointer
silence (gpointer data)
{
  g_log_set_handler ("Poppler", G_LOG_LEVEL_MASK, drop_message_cb, NULL);
  return NULL;
}

static PopplerDocument *
open_document (GBytes  *bytes,
               GError **error)
{
  static GOnce once = G_ONCE_INIT;
  g_autoptr (GError) local = NULL;
  PopplerDocument *document;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_once (&once, silence, NULL);
  if (size == 0 || g_strstr_len (data, (gssize) MIN (size, MARK_PLACE), MARK) == NULL)
    {
      g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_DAMAGED, _("The file is no PDF file"));
      return NULL;
    }
  document = poppler_document_new_from_bytes (bytes, NULL, &local);
  if (document != NULL)
    return document;
  if (g_error_matches (local, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_PROTECTED,
                         _("The PDF file is locked with a password; save it without one and open that"));
  else
    g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_DAMAGED, _("The PDF file is damaged and can’t be read. It may have been cut off while it was copied or downloaded; get it again"));
  return NULL;
}

static gboolean
read_page (BbPdfDocument    *document,
           PopplerDocument  *poppler,
           int               index,
           GError          **error)
{
  PopplerPage *page = poppler_document_get_page (poppler, index);
  g_autoptr (BbPdfPage) found = page != NULL ? bb_pdf_page_read (page, (guint) index + 1) : NULL;

  g_clear_object (&page);
  return found == NULL || bb_pdf_document_add_page (document, found, error);
}

/* What the file calls itself, where that is the title of a report: most programs write the name of some file. */
static void
read_title (BbImportSource  *source,
            PopplerDocument *poppler)
{
  g_autofree char *title = poppler_document_get_title (poppler);

  if (title != NULL && g_utf8_validate (title, -1, NULL) && bb_title_classify (title, TRUE) == BB_TITLE_FULL)
    source->title = bb_text_trim (title);
}

static BbImportSource *
read_document (PopplerDocument  *poppler,
               void            (*before_page) (void),
               GCancellable     *cancellable,
               GError          **error)
{
  g_autoptr (BbPdfDocument) document = bb_pdf_document_new ();
  int n_pages = poppler_document_get_n_pages (poppler);

  if (n_pages > BB_IMPORT_PAGE_LIMIT)
    {
      g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE, _("The PDF file has more than %d pages"), BB_IMPORT_PAGE_LIMIT);
      return NULL;
    }
  for (int i = 0; i < n_pages; i++)
    {
      if (before_page != NULL)
        before_page ();
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !read_page (document, poppler, i, error))
        return NULL;
    }
  return bb_pdf_document_read (document, cancellable, error);
}

BbImportSource *
bb_pdf_blocks_read (GBytes        *bytes,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return bb_pdf_blocks_read_limited (bytes, NULL, cancellable, error);
}

BbImportSource *
bb_pdf_blocks_read_limited (GBytes        *bytes,
                            void         (*before_page) (void),
                            GCancellable  *cancellable,
                            GError       **error)
{
  PopplerDocument *poppler = open_document (bytes, error);
  BbImportSource *source = poppler != NULL ? read_document (poppler, before_page, cancellable, error) : NULL;

  if (source != NULL)
    read_title (source, poppler);
  g_clear_object (&poppler);
  return source;
}
