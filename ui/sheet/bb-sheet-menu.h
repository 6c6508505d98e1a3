/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** bb_sheet_get_menu: (transfer none): what a cell's context menu has beside cut, copy and paste; one for all, what does not apply hides. */
GMenuModel *bb_sheet_get_menu (void);

G_END_DECLS
