/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-document.h"

#include "import/bb-flow.h"
#include "import/bb-import-limits.h"
#include "import/bb-pdf-furniture.h"
#include "import/bb-pdf-grid.h"
#include "import/bb-pdf-lines.h"
#include "import/bb-pdf-paragraphs.h"
#include "import/bb-pdf-tables.h"
#include "import/bb-pdf-unruled.h"

#include <glib/gi18n-lib.h>

/*
 * @items: (element-type BbPdfItem): what stands on all pages
 * @n_glyphs, @n_unknown: characters, and those that the file does not name
 * @n_pictures: pages that a picture covers, @n_recognised: and that have text all the same
 */
struct _BbPdfDocument
{
  GPtrArray *items;
  guint n_pages;
  guint n_glyphs;
  guint n_unknown;
  guint n_pictures;
  guint n_recognised;
};

/* ---- pages ---- */

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const BbPdfItem *first = *(BbPdfItem *const *) a;
  const BbPdfItem *second = *(BbPdfItem *const *) b;

  if (first->page != second->page)
    return first->page < second->page ? -1 : 1;
  return first->height < second->height ? -1 : first->height > second->height;
}

static void
count_glyphs (BbPdfDocument   *document,
              const BbPdfPage *page)
{
  document->n_glyphs += page->glyphs->len;
  for (guint i = 0; i < page->glyphs->len; i++)
    {
      gunichar character = bb_pdf_glyph (page->glyphs, i)->character;

      document->n_unknown += character == 0xfffd || g_unichar_type (character) == G_UNICODE_PRIVATE_USE;
    }
  document->n_pictures += page->is_picture;
  document->n_recognised += page->is_picture && page->glyphs->len > 0;
}

/* ---- blocks ---- */

/* The line at @index and those that go on with it. Returns: the index behind them. */
static guint
emit_paragraph (const BbPdfDocument *document,
                BbFlow         *flow,
                guint           index,
                const GArray   *margins)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const BbPdfItem *first = bb_pdf_item (document->items, index);
  const BbPdfItem *item;

  bb_flow_set_page (flow, first->page);
  do
    {
      g_autoptr (GString) line = g_string_new (NULL);

      item = bb_pdf_item (document->items, index++);
      bb_pdf_line_text (item->line, 0, item->line->glyphs->len, line);
      bb_pdf_join (text, line->str);
    }
  while (index < document->items->len && bb_pdf_item (document->items, index)->line != NULL &&
         bb_pdf_goes_on (first, item, bb_pdf_item (document->items, index), margins));
  bb_flow_paragraph (flow, text->str);
  return index;
}

/* The table at @index and its pieces on the next pages. Returns: the index behind them. */
static guint
emit_table (const BbPdfDocument *document,
            BbFlow         *flow,
            guint           index)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  const BbPdfTable *last;

  do
    {
      last = bb_pdf_item (document->items, index++)->table;
      g_ptr_array_add (pieces, (gpointer) last);
    }
  while (index < document->items->len && bb_pdf_item (document->items, index)->table != NULL &&
         bb_pdf_is_continued (last, bb_pdf_item (document->items, index)->table));
  bb_pdf_table_emit (flow, pieces);
  return index;
}

static void
note_recognised (BbImportSource *source,
                 const BbPdfDocument *document)
{
  if (document->n_recognised == 0)
    return;
  g_ptr_array_add (source->notes, bb_note_new ("read.pdf-recognised", BB_SEVERITY_WARNING, NULL,
                                               _("The pages are pictures, and the text behind them was recognised by a program: compare each figure with the picture"), NULL));
}

/* Says why nothing can be made of a file without text. */
static gboolean
check_text (const BbPdfDocument  *document,
            GError              **error)
{
  const char *reason;

  if (document->n_glyphs == 0 && document->n_pictures > 0)
    reason = _("There is no text in the PDF file: its pages are pictures, as a scanner makes them. Open the file that it was printed from, or have its text recognised first");
  else if (document->n_glyphs == 0)
    reason = _("There is no text in the PDF file: its pages are empty, or its characters are drawings. Open the file that it was made from");
  else if (document->n_unknown > document->n_glyphs / 2)
    reason = _("The text in the PDF file can’t be read: its fonts do not say which characters they show. Open the file that it was made from");
  else
    return TRUE;
  g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_NO_REPORT, reason);
  return FALSE;
}

static gboolean
emit_items (BbPdfDocument   *document,
            BbImportSource  *source,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr (BbFlow) flow = bb_flow_new (source);
  g_autoptr (GArray) margins = bb_pdf_margins_new (document->items, document->n_pages);

  for (guint i = 0; i < document->items->len;)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !bb_flow_check (flow, error))
        return FALSE;
      if (bb_pdf_item (document->items, i)->line != NULL)
        i = emit_paragraph (document, flow, i, margins);
      else
        i = emit_table (document, flow, i);
    }
  return bb_flow_check (flow, error);
}

/* ---- public API ---- */

BbPdfDocument *
bb_pdf_document_new (void)
{
  BbPdfDocument *document = g_new0 (BbPdfDocument, 1);

  document->items = g_ptr_array_new_with_free_func (bb_pdf_item_free);
  return document;
}

void
bb_pdf_document_free (BbPdfDocument *document)
{
  if (document == NULL)
    return;
  g_ptr_array_unref (document->items);
  g_free (document);
}

gboolean
bb_pdf_document_add_page (BbPdfDocument  *document,
                          BbPdfPage      *page,
                          GError        **error)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  document->n_pages = page->number;
  count_glyphs (document, page);
  if (document->n_glyphs > BB_IMPORT_GLYPH_LIMIT)
    {
      g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE, _("The PDF file has more than %d characters"), BB_IMPORT_GLYPH_LIMIT);
      return FALSE;
    }
  tables = bb_pdf_grid_find (page);
  lines = bb_pdf_lines_new (page->glyphs);
  while (tables->len > 0)
    g_ptr_array_add (document->items, bb_pdf_item_new (page->number, page->height, NULL, g_ptr_array_steal_index (tables, tables->len - 1)));
  while (lines->len > 0)
    g_ptr_array_add (document->items, bb_pdf_item_new (page->number, page->height, g_ptr_array_steal_index (lines, lines->len - 1), NULL));
  return TRUE;
}

BbImportSource *
bb_pdf_document_read (BbPdfDocument  *document,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autoptr (BbImportSource) source = NULL;

  if (!check_text (document, error))
    return NULL;
  source = bb_import_source_new (NULL);
  g_ptr_array_sort (document->items, compare_items);
  bb_pdf_furniture_drop (document->items, document->n_pages);
  bb_pdf_unruled_find (document->items);
  note_recognised (source, document);
  return emit_items (document, source, cancellable, error) ? g_steal_pointer (&source) : NULL;
}
