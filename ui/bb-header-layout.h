/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BB_TYPE_HEADER_LAYOUT (bb_header_layout_get_type ())
G_DECLARE_FINAL_TYPE (BbHeaderLayout, bb_header_layout, BB, HEADER_LAYOUT, GtkLayoutManager)

/** bb_header_layout_set_stacked: whether what stands between title and last child is always below them: for words that grow and
 * shrink, which would make the page below jump. */
void bb_header_layout_set_stacked (BbHeaderLayout *self, gboolean stacked);

G_END_DECLS
