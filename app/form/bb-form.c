/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/bb-form-private.h"

#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (bb-form-error-quark, bb_form_error)

int
bb_form_id_compare (gconstpointer a, gconstpointer b)
{
  return strcmp (((const BbFormId *) a)->id, ((const BbFormId *) b)->id);
}

static int
find (const BbFormIndex *index, const char *id)
{
  const BbFormId key = { id, 0 };
  const BbFormId *found = index->n_ids > 0 ? bsearch (&key, index->ids, index->n_ids, sizeof key, bb_form_id_compare) : NULL;

  return found != NULL ? (int) found->index : -1;
}

int
bb_form_find_cell (const BbForm *form, const char *id)
{
  return find (&((const BbFormRecord *) form)->cells, id);
}

int
bb_form_find_section (const BbForm *form, const char *id)
{
  return find (&((const BbFormRecord *) form)->sections, id);
}

int
bb_form_find_rule (const BbForm *form, const char *id)
{
  return find (&((const BbFormRecord *) form)->rules, id);
}

const BbSection *
bb_form_cell_section (const BbForm *form, guint cell)
{
  return &form->sections[form->tables[form->cells[cell].table].section];
}

const BbHead *
bb_form_row_head (const BbForm *form, guint cell)
{
  const BbCell *info = &form->cells[cell];
  const BbBlock *block = &form->tables[info->table].blocks[info->block];

  return &block->rows[block->row_leaves[info->row]];
}

const BbHead *
bb_form_column_head (const BbForm *form, guint cell)
{
  const BbCell *info = &form->cells[cell];
  const BbBlock *block = &form->tables[info->table].blocks[info->block];

  return &block->columns[block->column_leaves[info->column]];
}
