/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match.h"

G_BEGIN_DECLS

/**
 * bb_headings_find:
 * @first: index of the line behind the title
 *
 * Finds the headings of the sections by their titles, whatever their numbers, sets the section of every line, sets apart a
 * table of contents, and notes (`form.sections`) what is out of order or titled otherwise.
 *
 * Returns: how many of the form's sections were found
 */
guint bb_headings_find (BbMatch *match, guint first);

G_END_DECLS
