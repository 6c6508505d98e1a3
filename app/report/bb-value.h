/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-field.h>

G_BEGIN_DECLS

/**
 * BbValue: a content with what its text says, parsed once. Immutable and counted, so that the field and all the steps
 * of history that mention it share one copy, and undo puts back the very thing that stood there.
 */
typedef struct
{
  BbContent content;
  BbState state;
  BbNumber number;
} BbValue;

/** bb_value_new: @cell: (nullable): whose kind of text it is: numbers are read for a cell, never for text and metadata. @content is copied. */
BbValue *bb_value_new (const BbCell *cell, const BbContent *content);
BbValue *bb_value_ref (BbValue *value);
void bb_value_unref (BbValue *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbValue, bb_value_unref)

/** bb_value_equal: whether all members of both contents are the same. */
gboolean bb_value_equal (const BbValue *a, const BbValue *b);

/** bb_value_is_empty: blank or missing. */
static inline gboolean
bb_value_is_empty (const BbValue *value)
{
  return value->state == BB_STATE_BLANK || value->state == BB_STATE_MISSING;
}

G_END_DECLS
