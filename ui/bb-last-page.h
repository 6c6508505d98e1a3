/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-document-view.h"

G_BEGIN_DECLS

/* A document comes up as it was left: with the section that was shown, and with or without the list of sections. */

/** bb_last_page_keep: remembers what @view shows. @path: (nullable): its document. */
void bb_last_page_keep (BbDocumentView *view, const char *path);

/** bb_last_page_restore: shows that again. @path: (nullable): the document of @view. */
void bb_last_page_restore (BbDocumentView *view, const char *path);

G_END_DECLS
