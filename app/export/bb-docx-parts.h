/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-page.h"

G_BEGIN_DECLS

/**
 * BbDocxPart: a part of the file other than the text.
 * @name: in the zip file
 * @type: (nullable): its content type; %NULL for what the suffix says
 * @relation: (nullable): how word/document.xml refers to it, the last word of the relation's address; its id is the same
 */
typedef struct
{
  const char *name;
  const char *type;
  const char *relation;
  const char *id;
  void (*write) (const BbPage *page, GString *out);
} BbDocxPart;

/** bb_docx_parts: @n_parts: (out). Returns: the parts in the order in which they are packed; readers want the first one first. */
const BbDocxPart *bb_docx_parts (guint *n_parts);

#define BB_DOCX_ID_FOOTER_ODD "odd"
#define BB_DOCX_ID_FOOTER_EVEN "even"

G_END_DECLS
