/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-labels.h"

G_BEGIN_DECLS

/**
 * BbLabelEntry: one text of a form, ready to compare.
 * @folded: its comparison form; @bare: the same behind its number, a part of @folded
 * @plain: of a block's title: without brackets
 */
typedef struct
{
  BbLabel label;
  char *folded;
  const char *bare;
  char *plain;
} BbLabelEntry;

/**
 * @entries: all; @groups, @titles, @heads: those that are titles of groups of rows, of blocks, and everything that is no row
 * @exact, @bare: "t3/folded text" to a GPtrArray of the entries that read so
 * @folded: texts that were asked about lately to their comparison forms
 */
struct _BbLabels
{
  const BbForm *form;
  GPtrArray *entries;
  GPtrArray *groups;
  GPtrArray *titles;
  GPtrArray *heads;
  GHashTable *exact;
  GHashTable *bare;
  GHashTable *folded;
};

static inline const BbLabelEntry *
bb_label_entry (const GPtrArray *entries, guint index)
{
  return g_ptr_array_index (entries, index);
}

/** bb_label_is_row_kind: a row or a group of rows. */
gboolean bb_label_is_row_kind (BbLabelKind kind);

/** bb_label_drop_brackets: in place. */
void bb_label_drop_brackets (char *folded);

G_END_DECLS
