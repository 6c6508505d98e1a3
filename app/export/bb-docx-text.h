/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-page.h"

G_BEGIN_DECLS

/** bb_docx_write_text: the part word/document.xml. */
void bb_docx_write_text (const BbPage *page, GString *out);

G_END_DECLS
