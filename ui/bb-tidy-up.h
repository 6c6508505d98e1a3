/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/**
 * bb_tidy_up: tidies the text of section @section up, or of all sections with -1, as one undo step. Figures that follow cells
 * go on following them.
 *
 * Returns: (transfer full): what was changed, translated ("7 spaces, 3 punctuation marks"); "" when there was nothing to do
 */
char *bb_tidy_up (BbReport *report, int section);

G_END_DECLS
