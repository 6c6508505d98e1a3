/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match.h"

G_BEGIN_DECLS

/**
 * bb_page_parts_set_apart: what stands around a report on a page is told in a note for each place and is no narrative:
 * navigation above the title, date and source below it, what follows the last section (打印, 关闭, 主办, …).
 * @first: index of the line behind the title
 *
 * The sections must be known, the tables not yet. Lines with figures under labels of the form are left alone.
 */
void bb_page_parts_set_apart (BbMatch *match, guint first);

/** bb_page_parts_is_of_table: whether one of the form's tables may be made of @line. */
gboolean bb_page_parts_is_of_table (const BbMatch *match, const BbMatchLine *line);

G_END_DECLS
