/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-print-private.h"

/* GB/T 9704: below the text area, 4号 宋体, one character from its outer edge. */
#define NUMBER_POINTS 14.0
#define NUMBER_BELOW BB_MM_TO_POINTS (7.0)

BbPrint *
bb_print_new_for_page (const BbPage *page)
{
  BbPrint *print = g_new0 (BbPrint, 1);

  print->title = g_strdup (page->title);
  print->fonts = bb_print_fonts_new ();
  print->pages = bb_paginate (print->fonts, page);

  return print;
}

BbPrint *
bb_print_new (BbReport *report)
{
  BbPage *page;
  BbPrint *print;

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);

  page = bb_page_new (report);
  print = bb_print_new_for_page (page);
  print->page = page;

  return print;
}

void
bb_print_free (BbPrint *print)
{
  if (print == NULL)
    return;

  bb_print_pages_free (print->pages);
  bb_print_fonts_free (print->fonts);
  bb_page_free (print->page);
  g_free (print->title);
  g_free (print);
}

guint
bb_print_n_pages (const BbPrint *print)
{
  g_return_val_if_fail (print != NULL, 0);

  return print->pages->sheets->len;
}

char *
bb_print_dup_point_families (void)
{
  return bb_print_fonts_families (bb_style_get (BB_STYLE_POINT)->face);
}

const char *
bb_print_get_title (const BbPrint *print)
{
  g_return_val_if_fail (print != NULL, NULL);

  return print->title;
}

static const BbPrintPiece *
piece_at (const BbPrint *print, guint sheet, guint index)
{
  const GArray *pieces = g_ptr_array_index (print->pages->sheets, sheet);

  return index < pieces->len ? &g_array_index (pieces, BbPrintPiece, index) : NULL;
}

double
bb_print_section_place (const BbPrint *print, guint section)
{
  gboolean after_title = TRUE;

  g_return_val_if_fail (print != NULL, 0);

  for (guint sheet = 0; sheet < print->pages->sheets->len; sheet++)
    {
      const BbPrintPiece *piece;

      for (guint i = 0; (piece = piece_at (print, sheet, i)) != NULL; i++)
        {
          if (piece->item->block->kind == BB_PAGE_TITLE)
            continue;
          if (piece->item->block->section == section)
            return after_title ? 0 : sheet + (BB_MM_TO_POINTS (BB_SHEET_TOP) + piece->y) / BB_PRINT_HEIGHT;
          after_title = FALSE;
        }
    }

  return 0;
}

guint
bb_print_section_page (const BbPrint *print, guint section)
{
  return (guint) bb_print_section_place (print, section);
}

static void
draw_number (const BbPrint *print, guint index, cairo_t *cr)
{
  g_autofree char *number = g_strdup_printf ("— %u —", index + 1);
  g_autoptr (PangoLayout) layout = pango_layout_new (print->fonts->context);
  PangoFontDescription *description = bb_print_fonts_describe (print->fonts, BB_FACE_SONG, NUMBER_POINTS);
  double left = BB_MM_TO_POINTS (BB_SHEET_LEFT) + NUMBER_POINTS;
  double right = BB_MM_TO_POINTS (BB_SHEET_LEFT + BB_SHEET_TEXT_WIDTH) - NUMBER_POINTS;
  double top = BB_MM_TO_POINTS (BB_SHEET_TOP + BB_SHEET_TEXT_HEIGHT) + NUMBER_BELOW;
  gboolean is_odd = index % 2 == 0;
  int width;

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, number, -1);
  pango_layout_get_size (layout, &width, NULL);
  pango_font_description_free (description);

  cairo_move_to (cr, is_odd ? right - (double) width / PANGO_SCALE : left, top + NUMBER_POINTS);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
}

void
bb_print_draw_page (const BbPrint *print, guint index, cairo_t *cr)
{
  const BbPrintPiece *piece;

  g_return_if_fail (print != NULL && index < print->pages->sheets->len);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; (piece = piece_at (print, index, i)) != NULL; i++)
    bb_print_draw_piece (piece, cr, BB_MM_TO_POINTS (BB_SHEET_LEFT), BB_MM_TO_POINTS (BB_SHEET_TOP));
  draw_number (print, index, cr);
  cairo_restore (cr);
}
