/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-print-fonts.h"

G_BEGIN_DECLS

/* One paragraph, or the text of one cell, set in lines. */

/**
 * BbPrintLine:
 * @layout: the line, its clusters already moved to where they belong
 * @x: where it begins, from the left edge of the text, in points
 */
typedef struct
{
  PangoLayout *layout;
  double x;
} BbPrintLine;

/**
 * BbPrintText:
 * @lines: (array length=n_lines): at least one
 * @points: size of the type
 * @pitch: from line to line, in points
 */
typedef struct
{
  BbPrintLine *lines;
  guint n_lines;
  double points;
  double pitch;
} BbPrintText;

/**
 * BbPrintSetting: how a text is to be set.
 * @width: of its lines, in points
 * @left: where they begin, from the left edge of the text; counts as part of @width
 * @first: where the first one begins, when @left says where the others do
 * @measure: lines break as if they were this wide, but stand in @width; 0 for no difference
 * @ends: (array length=n_ends) (nullable): where the first @n_ends lines end, in bytes of the text, or sooner where they are full
 * @lead: so many bytes at the beginning are in the face of @lead_style
 * @scale: of the type and the pitch, 1 for what the style says
 */
typedef struct
{
  BbStyleId style;
  double width;
  double left;
  double first;
  double measure;
  const gsize *ends;
  guint n_ends;
  gsize lead;
  BbStyleId lead_style;
  double scale;
} BbPrintSetting;

/** bb_print_text_new: Returns: (transfer full): @text, which is one paragraph of clean text, in lines */
BbPrintText *bb_print_text_new (BbPrintFonts *fonts, const char *text, const BbPrintSetting *setting);
void bb_print_text_free (BbPrintText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbPrintText, bb_print_text_free)

/**
 * bb_print_text_longest: Returns: the width in points of the longest piece of @text that may not be broken, set in @style:
 *   what a narrow cell must hold.
 */
double bb_print_text_longest (BbPrintFonts *fonts, const char *text, BbStyleId style);

/** bb_print_text_measure: Returns: the width in points of the first @length bytes of @text in one line, set in @style. */
double bb_print_text_measure (BbPrintFonts *fonts, const char *text, gsize length, BbStyleId style);

/** bb_print_text_draw: draws @n lines from line @first on; the first one's line begins at @y. */
void bb_print_text_draw (const BbPrintText *text, cairo_t *cr, double x, double y, guint first, guint n);

G_END_DECLS
