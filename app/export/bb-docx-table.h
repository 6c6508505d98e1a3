/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-page.h"

G_BEGIN_DECLS

/** bb_docx_write_table: @heading: what the table is about, for those who hear it read. */
void bb_docx_write_table (const BbPageTable *table, const char *heading, GString *out);

G_END_DECLS
