/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-print-text.h"

G_BEGIN_DECLS

/**
 * bb_print_title_new: a title that needs more than one line breaks where its sense does (bb_fit_title()), or else into lines of
 * about the same length: never with two characters left over.
 *
 * Returns: (transfer full)
 */
BbPrintText *bb_print_title_new (BbPrintFonts *fonts, const char *title, double width);

G_END_DECLS
