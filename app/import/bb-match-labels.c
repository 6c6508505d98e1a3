/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-labels-private.h"

#include <bianbao/bb-text.h>

static void
entry_free (gpointer data)
{
  BbLabelEntry *entry = data;

  g_free (entry->folded);
  g_free (entry->plain);
  g_free (entry);
}

gboolean
bb_label_is_row_kind (BbLabelKind kind)
{
  return kind == BB_LABEL_ROW || kind == BB_LABEL_ROW_GROUP;
}

void
bb_label_drop_brackets (char *folded)
{
  char *to = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (*p != '(' && *p != ')')
      *to++ = *p;
  *to = '\0';
}

/* ---- building ---- */

static void
index_entry (GHashTable *index,
             BbLabelEntry *entry,
             const char *text)
{
  g_autofree char *key = g_strconcat (entry->label.table->id, "/", text, NULL);
  GPtrArray *list = g_hash_table_lookup (index, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (index, g_steal_pointer (&key), list);
    }
  g_ptr_array_add (list, entry);
}

static void
add_text (BbLabels      *labels,
          const BbLabel *label,
          const char    *text)
{
  BbLabelEntry *entry = g_new0 (BbLabelEntry, 1);

  entry->label = *label;
  entry->folded = bb_text_fold_label (text);
  entry->bare = bb_text_strip_number (entry->folded);
  g_ptr_array_add (labels->entries, entry);
  if (*entry->folded == '\0')
    return;
  if (label->kind == BB_LABEL_ROW_GROUP)
    g_ptr_array_add (labels->groups, entry);
  if (!bb_label_is_row_kind (label->kind))
    g_ptr_array_add (labels->heads, entry);
  if (label->kind == BB_LABEL_BLOCK_TITLE)
    {
      entry->plain = g_strdup (entry->folded);
      bb_label_drop_brackets (entry->plain);
      g_ptr_array_add (labels->titles, entry);
    }
  index_entry (labels->exact, entry, entry->folded);
  index_entry (labels->bare, entry, entry->bare);
}

/* Rows are numbered through their table, groups too. */
static guint
row_order (const BbBlock *block,
           const BbTable *table,
           guint          head)
{
  guint order = head + 1;

  for (guint b = 0; &table->blocks[b] != block; b++)
    order += table->blocks[b].n_rows;
  return order;
}

/* The same row in the form of the report: another edition's wording is then one more alias of it. */
static gboolean
find_own_row (const BbForm  *form,
              const BbLabel *other,
              BbLabel       *own)
{
  const BbHead *head = &other->block->rows[other->head];

  for (guint t = 0; t < form->n_tables; t++)
    for (guint b = 0; b < form->tables[t].n_blocks; b++)
      {
        const BbBlock *block = &form->tables[t].blocks[b];

        if (!g_str_equal (form->tables[t].id, other->table->id))
          continue;
        for (guint i = 0; i < block->n_rows; i++)
          if (block->rows[i].is_leaf == head->is_leaf && *head->id != '\0' && g_str_equal (block->rows[i].id, head->id))
            {
              own->table = &form->tables[t];
              own->block = block;
              own->head = (int) i;
              own->order = row_order (block, own->table, i);
              return TRUE;
            }
      }
  return FALSE;
}

static void
add_head (BbLabels *labels,
          BbLabel  *label,
          gboolean  is_row)
{
  const BbHead *head = is_row ? &label->block->rows[label->head] : &label->block->columns[label->head];
  BbLabel own = *label;

  label->kind = is_row ? (head->is_leaf ? BB_LABEL_ROW : BB_LABEL_ROW_GROUP)
                       : (head->is_leaf ? BB_LABEL_COLUMN : BB_LABEL_COLUMN_GROUP);
  own.kind = label->kind;
  if (is_row && !label->is_own && find_own_row (labels->form, label, &own))
    own.is_own = TRUE;
  add_text (labels, &own, head->title);
  for (guint i = 0; head->aliases != NULL && head->aliases[i] != NULL; i++)
    add_text (labels, &own, head->aliases[i]);
}

static void
add_block (BbLabels      *labels,
           const BbForm  *form,
           const BbBlock *block)
{
  BbLabel label = { .form = form, .table = &form->tables[block->table], .block = block, .is_own = form == labels->form, .head = -1 };

  label.kind = BB_LABEL_BLOCK_TITLE;
  if (block->title != NULL)
    add_text (labels, &label, block->title);
  label.kind = BB_LABEL_CORNER;
  if (block->corner != NULL)
    add_text (labels, &label, block->corner);
  for (guint i = 0; i < block->n_columns; i++)
    {
      label.head = (int) i;
      add_head (labels, &label, FALSE);
    }
  for (guint i = 0; i < block->n_rows; i++)
    {
      label.head = (int) i;
      label.order = row_order (block, label.table, i);
      add_head (labels, &label, TRUE);
    }
}

static void
add_form (BbLabels     *labels,
          const BbForm *form)
{
  for (guint t = 0; t < form->n_tables; t++)
    for (guint b = 0; b < form->tables[t].n_blocks; b++)
      add_block (labels, form, &form->tables[t].blocks[b]);
}

BbLabels *
bb_labels_new (const BbForm *form)
{
  BbLabels *labels = g_new0 (BbLabels, 1);
  const BbForm *const *forms = bb_form_list ();

  labels->form = form;
  labels->entries = g_ptr_array_new_with_free_func (entry_free);
  labels->groups = g_ptr_array_new ();
  labels->titles = g_ptr_array_new ();
  labels->heads = g_ptr_array_new ();
  labels->exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  labels->bare = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  labels->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  add_form (labels, form);
  for (guint i = 0; forms[i] != NULL; i++)
    if (forms[i] != form)
      add_form (labels, forms[i]);
  return labels;
}

void
bb_labels_free (BbLabels *labels)
{
  if (labels == NULL)
    return;
  g_hash_table_unref (labels->exact);
  g_hash_table_unref (labels->bare);
  g_hash_table_unref (labels->folded);
  g_ptr_array_unref (labels->groups);
  g_ptr_array_unref (labels->titles);
  g_ptr_array_unref (labels->heads);
  g_ptr_array_unref (labels->entries);
  g_free (labels);
}

const char *
bb_label_title (const BbLabel *label)
{
  switch (label->kind)
    {
    case BB_LABEL_ROW:
    case BB_LABEL_ROW_GROUP:
      return label->block->rows[label->head].title;
    case BB_LABEL_COLUMN:
    case BB_LABEL_COLUMN_GROUP:
      return label->block->columns[label->head].title;
    case BB_LABEL_CORNER:
      return label->block->corner;
    case BB_LABEL_BLOCK_TITLE:
    default:
      return label->block->title;
    }
}

guint
bb_label_leaf (const BbLabel *label)
{
  gboolean is_row = bb_label_is_row_kind (label->kind);

  return (is_row ? label->block->rows : label->block->columns)[label->head].first_leaf;
}
