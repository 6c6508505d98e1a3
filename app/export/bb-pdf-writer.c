/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-pdf-writer.h"

#include "export/bb-pdf-finish.h"
#include "export/bb-print-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <gio/gio.h>

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/*
 * No user, host or path, and no clock: two exports are the same bytes. cairo takes the clock when no date is given: it is
 * the day after the report's year, as in the workbook.
 */
static void
set_metadata (cairo_surface_t *surface, const BbPage *page)
{
  int year = page->year > 0 && page->year < 9999 ? page->year + 1 : 2000;
  g_autofree char *date = g_strdup_printf ("%04d-01-01T00:00:00Z", year);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, page->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Bianbao");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* The bookmark of a point is its heading, not the paragraph that goes on after it. */
static void
add_bookmark (cairo_surface_t *surface, const BbPrintPiece *piece, guint sheet, int *section)
{
  const BbPageBlock *block = piece->item->block;
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;
  int parent = CAIRO_PDF_OUTLINE_ROOT;
  int y = (int) (BB_MM_TO_POINTS (BB_SHEET_TOP) + piece->y);

  if (piece->first != 0)
    return;
  if (block->kind == BB_PAGE_TITLE || (block->kind == BB_PAGE_HEADING && block->level == 1))
    name = g_strdup (block->text);
  else if (block->level == 2 && block->lead > 0 && *section >= 0)
    {
      name = g_strndup (block->text, block->lead);
      parent = *section;
    }
  if (name == NULL || name[0] == '\0')
    return;

  target = g_strdup_printf ("page=%u pos=[0 %d]", sheet + 1, y);
  if (parent == CAIRO_PDF_OUTLINE_ROOT)
    *section = cairo_pdf_surface_add_outline (surface, parent, name, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  else
    cairo_pdf_surface_add_outline (surface, parent, name, target, 0);
}

static void
add_bookmarks (cairo_surface_t *surface, const BbPrint *print)
{
  int section = -1;

  for (guint sheet = 0; sheet < print->pages->sheets->len; sheet++)
    {
      const GArray *pieces = g_ptr_array_index (print->pages->sheets, sheet);

      for (guint i = 0; i < pieces->len; i++)
        add_bookmark (surface, &g_array_index (pieces, BbPrintPiece, i), sheet, &section);
    }
}

static cairo_status_t
draw_pages (const BbPrint *print, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_tag_begin (cr, "Document", NULL);
  for (guint sheet = 0; sheet < print->pages->sheets->len; sheet++)
    {
      bb_print_draw_page (print, sheet, cr);
      cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

GBytes *
bb_pdf_write (const BbPage *page, GError **error)
{
  g_autoptr (BbPrint) print = bb_print_new_for_page (page);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, BB_PRINT_WIDTH, BB_PRINT_HEIGHT);
  cairo_status_t status;

  set_metadata (surface, page);
  status = draw_pages (print, surface);
  add_bookmarks (surface, print);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF could not be made: %s"), cairo_status_to_string (status));
      return NULL;
    }

  bb_pdf_finish (bytes);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
