/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bb_pdf_finish: says in the catalogue of a PDF that cairo 1.16 made what cairo has no function for: that it is in
 * Chinese (a screen reader would spell it otherwise) and that a viewer shows its title, not its file name.
 * A file that looks other than cairo 1.16 leaves it stays as it is.
 */
void bb_pdf_finish (GByteArray *pdf);

G_END_DECLS
