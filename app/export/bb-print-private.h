/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-paginate.h"

#include <bianbao/bb-print.h>

G_BEGIN_DECLS

struct _BbPrint
{
  BbPage *page; /* (nullable): owned where the report was given, else somebody else's */
  char *title;
  BbPrintFonts *fonts;
  BbPrintPages *pages;
};

/** bb_print_new_for_page: Returns: (transfer full): as bb_print_new(), of @page, which must outlive it */
BbPrint *bb_print_new_for_page (const BbPage *page);

/** bb_print_draw_piece: draws one piece of a page; the text area begins at @x, @y. */
void bb_print_draw_piece (const BbPrintPiece *piece, cairo_t *cr, double x, double y);

G_END_DECLS
