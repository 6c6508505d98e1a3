/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-style.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/*
 * The faces of bb-style.h as fonts of this machine. Each face is a chain: the official names first, then fonts that
 * government desktops and Debian have, so that figures and words of one text come from one font.
 */

/** BB_EVERY_FONT_HAS: 国, a character of every Chinese font: what it is taken from is the font of the text. */
#define BB_EVERY_FONT_HAS 0x56fd

/**
 * BbPrintFonts: what text is set with. Measured without hinting, so that a page is the same on paper, on a screen of
 * any zoom and in a file. Belongs to one thread at a time.
 */
typedef struct
{
  PangoFontMap *map;
  PangoContext *context;
  PangoLanguage *language;
  PangoWeight title_weight; /* 0 while nobody asked: see bb_print_fonts_describe() */
} BbPrintFonts;

/** bb_print_fonts_new: Returns: (transfer full) */
BbPrintFonts *bb_print_fonts_new (void);
void bb_print_fonts_free (BbPrintFonts *fonts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbPrintFonts, bb_print_fonts_free)

/**
 * bb_print_fonts_describe: the chain of @face at @points; the sheet's unit is the point. 小标宋 is a heavy face: where it is
 * missing and what stands in has a bold cut, the title is set in that.
 *
 * Returns: (transfer full)
 */
PangoFontDescription *bb_print_fonts_describe (BbPrintFonts *fonts, BbFace face, double points);

/** bb_print_fonts_official: Returns: (transfer full): the official names of @face, best first. */
GStrv bb_print_fonts_official (BbFace face);

/** bb_print_fonts_families: Returns: (transfer full): the chain of @face with what stands in for it, as Pango names families. */
char *bb_print_fonts_families (BbFace face);

/**
 * bb_print_fonts_font: Returns: (transfer full) (nullable): the font that @character of @face is set in. Where no font
 *   of the machine has it, the first of the chain: ask pango_font_has_char().
 */
PangoFont *bb_print_fonts_font (BbPrintFonts *fonts, BbFace face, gunichar character);

G_END_DECLS
