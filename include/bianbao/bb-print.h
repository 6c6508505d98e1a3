/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>
#include <cairo.h>

G_BEGIN_DECLS

/*
 * A report set in type, page by page, in the dress of GB/T 9704-2012 (form.md, "Layout"): 28 characters a line, 22 lines a
 * page. PDF, printer and preview draw the same pages.
 */

/** In points: A4, 210 mm × 297 mm. */
#define BB_PRINT_WIDTH (210.0 * 72.0 / 25.4)
#define BB_PRINT_HEIGHT (297.0 * 72.0 / 25.4)

typedef struct _BbPrint BbPrint;

/**
 * bb_print_new: sets @report as it is now; later edits do not change it. To be used by one thread at a time.
 * Returns: (transfer full)
 */
BbPrint *bb_print_new (BbReport *report);
void bb_print_free (BbPrint *print);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbPrint, bb_print_free)

/** bb_print_n_pages: Returns: at least 1 */
guint bb_print_n_pages (const BbPrint *print);

/** bb_print_section_page: Returns: the page, from 0, that section @section begins on; the first where it has no words */
guint bb_print_section_page (const BbPrint *print, guint section);

/**
 * bb_print_section_place: where section @section begins: 2.25 is below the first quarter of the third sheet. What has only the
 * title before it begins with the title.
 *
 * Returns: the page, from 0, and the part of the sheet above the section; 0 where it has no words
 */
double bb_print_section_place (const BbPrint *print, guint section);

/**
 * bb_print_dup_point_families: Returns: (transfer full): the fonts, as Pango names them, of the words that a point （一） begins with
 *   (bb_prose_lead() of level 2): the only ones in a narrative that are not set as its text is
 */
char *bb_print_dup_point_families (void);

/** bb_print_get_title: Returns: (transfer none): the title of the report, clean text */
const char *bb_print_get_title (const BbPrint *print);

/**
 * bb_print_draw_page: draws page @index, from 0, with its page number; the current point of origin is the top left of the
 * sheet, the unit is the point (1/72 inch). White is not painted. Tags are written where the surface knows them (PDF).
 */
void bb_print_draw_page (const BbPrint *print, guint index, cairo_t *cr);

G_END_DECLS
