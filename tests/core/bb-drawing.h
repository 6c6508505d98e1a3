/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf.h"

G_BEGIN_DECLS

/*
 * Pages that are drawn for the tests, one stroke a line of text. Measures are points from the top left corner.
 *   page WIDTH HEIGHT          begins a page
 *   text X Y SIZE WORDS        the baseline begins there
 *   line X1 Y1 X2 Y2           across or down
 *   field X1 Y1 X2 Y2          a coloured field without lines
 */
typedef struct
{
  char kind;
  double numbers[4];
  char *text;
} BbStroke;

/** bb_drawing_parse: Returns: (transfer full) (element-type BbStroke): lines that are none of these are passed over. */
GArray *bb_drawing_parse (const char *text);

/** bb_drawing_pages: Returns: (transfer full) (element-type BbPdfPage): what a reader would find on them. */
GPtrArray *bb_drawing_pages (GArray *strokes);

G_END_DECLS
