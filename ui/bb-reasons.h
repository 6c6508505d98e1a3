/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/* Reasons for accepting an issue: a house has few, and writes them again and again. */

/** bb_reasons_list: Returns: (transfer full) (array zero-terminated=1): those given last, then those in the document; none twice, the newest first. */
char **bb_reasons_list (BbChecker *checker);

/** bb_reasons_add: @reason was given now. */
void bb_reasons_add (const char *reason);

G_END_DECLS
