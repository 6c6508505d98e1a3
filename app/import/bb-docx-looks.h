/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BbDocxLook: what properties of characters do to their text. */
typedef enum
{
  BB_DOCX_LOOK_HIDDEN = 1 << 0,
  BB_DOCX_LOOK_STRUCK = 1 << 1,
  BB_DOCX_LOOK_RAISED = 1 << 2
} BbDocxLook;

/** BbDocxLooks: the styles of characters in a document that do something of it. */
typedef struct _BbDocxLooks BbDocxLooks;

/** bb_docx_looks_new: @styles: (nullable): the part. A damaged one does nothing. */
BbDocxLooks *bb_docx_looks_new (GBytes *styles);
void bb_docx_looks_free (BbDocxLooks *looks);

/** bb_docx_looks_get: @style: (nullable): id of a style. */
BbDocxLook bb_docx_looks_get (const BbDocxLooks *looks, const char *style);

G_END_DECLS
