/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-labels.h"

#include "import/bb-label-distance.h"

#include <bianbao/bb-text.h>
#include <string.h>

/* A shorter piece of a head is a word that can stand anywhere. */
#define SHORTEST_PART 2

/* Groups in groups: 三、本年度办理结果（三）不予公开1.属于国家秘密 in one place. */
#define MOST_GLUED 3

/* @folded: its comparison form; @bare: the same behind its number, a part of @folded. */
typedef struct
{
  BbLabel label;
  char *folded;
  const char *bare;
} Entry;

/* @exact, @bare: "t3/folded text" to the entries (not owned) that read so. */
struct _BbLabels
{
  const BbForm *form;
  GPtrArray *entries;
  GHashTable *exact;
  GHashTable *bare;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->folded);
  g_free (entry);
}

static gboolean
is_row_kind (BbLabelKind kind)
{
  return kind == BB_LABEL_ROW || kind == BB_LABEL_ROW_GROUP;
}

/* ---- building ---- */

static void
index_entry (GHashTable *index,
             Entry      *entry,
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
  Entry *entry = g_new0 (Entry, 1);

  entry->label = *label;
  entry->folded = bb_text_fold_label (text);
  entry->bare = bb_text_strip_number (entry->folded);
  g_ptr_array_add (labels->entries, entry);
  if (*entry->folded == '\0')
    return;
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
  labels->exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  labels->bare = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
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
  g_ptr_array_unref (labels->entries);
  g_free (labels);
}

/* ---- finding ---- */

static GPtrArray *
look_up (GHashTable *index,
         const char *table_id,
         const char *text)
{
  g_autofree char *key = g_strconcat (table_id, "/", text, NULL);

  return g_hash_table_lookup (index, key);
}

/* A label as found, folded, without the colon that some put behind it. */
static char *
fold (const char *text)
{
  char *folded = bb_text_fold_label (text);
  gsize length = strlen (folded);

  while (length > 0 && folded[length - 1] == ':')
    folded[--length] = '\0';
  return folded;
}

static const BbLabel *
pick_row (GPtrArray *entries,
          gboolean   own,
          guint      after)
{
  const BbLabel *first = NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (!is_row_kind (entry->label.kind) || entry->label.is_own != own)
        continue;
      if (entry->label.order > after)
        return &entry->label;
      if (first == NULL)
        first = &entry->label;
    }
  return first;
}

static const BbLabel *
find_whole_row (BbLabels   *labels,
                const char *table_id,
                const char *folded,
                guint       after)
{
  GPtrArray *exact = look_up (labels->exact, table_id, folded);
  GPtrArray *bare = look_up (labels->bare, table_id, bb_text_strip_number (folded));
  const BbLabel *label = pick_row (exact, TRUE, after);

  if (label == NULL)
    label = pick_row (exact, FALSE, after);
  if (label == NULL)
    label = pick_row (bare, TRUE, after);
  return label != NULL ? label : pick_row (bare, FALSE, after);
}

/* The longest group title that @folded begins with. */
static const Entry *
find_glued_group (BbLabels   *labels,
                  const char *table_id,
                  const char *folded)
{
  const Entry *longest = NULL;

  for (guint i = 0; i < labels->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (labels->entries, i);

      if (entry->label.kind == BB_LABEL_ROW_GROUP && g_str_equal (entry->label.table->id, table_id) &&
          g_str_has_prefix (folded, entry->folded) && (longest == NULL || strlen (entry->folded) > strlen (longest->folded)))
        longest = entry;
    }
  return longest;
}

const BbLabel *
bb_labels_find_row (BbLabels   *labels,
                    const char *table_id,
                    const char *text,
                    guint       after)
{
  g_autofree char *folded = fold (text);

  for (guint i = 0; i < MOST_GLUED && *folded != '\0'; i++)
    {
      const BbLabel *label = find_whole_row (labels, table_id, folded, after);
      const Entry *group = label == NULL ? find_glued_group (labels, table_id, folded) : NULL;
      char *rest;

      if (group == NULL)
        return label;
      rest = fold (folded + strlen (group->folded));
      g_free (folded);
      folded = rest;
    }
  return NULL;
}

const BbLabel *
bb_labels_find_row_like (BbLabels   *labels,
                         const char *table_id,
                         const char *text)
{
  g_autofree char *folded = fold (text);
  const char *bare = bb_text_strip_number (folded);
  const Entry *best = NULL;
  guint least = bb_label_distance_limit (bare) + 1;
  gboolean unique = TRUE;

  for (guint i = 0; least > 1 && i < labels->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (labels->entries, i);
      guint distance;

      if (entry->label.kind != BB_LABEL_ROW || !entry->label.is_own || !g_str_equal (entry->label.table->id, table_id))
        continue;
      distance = bb_label_distance (bare, entry->bare, least);
      if (distance > least || distance > bb_label_distance_limit (entry->bare))
        continue;
      unique = distance < least || (best != NULL && best->label.block == entry->label.block && best->label.head == entry->label.head);
      best = entry;
      least = distance;
    }
  return best != NULL && unique ? &best->label : NULL;
}

const BbLabel *
bb_labels_find_other_row (BbLabels      *labels,
                          const BbLabel *group)
{
  g_autofree char *folded = fold (bb_label_title (group));
  GPtrArray *exact = look_up (labels->exact, group->table->id, folded);

  for (guint i = 0; exact != NULL && i < exact->len; i++)
    {
      const Entry *entry = g_ptr_array_index (exact, i);

      if (entry->label.kind == BB_LABEL_ROW && entry->label.is_own != group->is_own)
        return &entry->label;
    }
  return NULL;
}

static const BbLabel *
find_kind (BbLabels   *labels,
           const char *table_id,
           BbLabelKind kind,
           const char *folded)
{
  GPtrArray *exact = look_up (labels->exact, table_id, folded);

  for (guint i = 0; exact != NULL && i < exact->len; i++)
    {
      const Entry *entry = g_ptr_array_index (exact, i);

      if (entry->label.kind == kind)
        return &entry->label;
    }
  return NULL;
}

/* Cuts `(单位:万元)` off the end. */
static gboolean
cut_remark (char *folded)
{
  gsize length = strlen (folded);
  char *bracket = length > 0 && folded[length - 1] == ')' ? strrchr (folded, '(') : NULL;

  if (bracket == NULL || bracket == folded)
    return FALSE;
  *bracket = '\0';
  return TRUE;
}

static void
drop_brackets (char *folded)
{
  char *to = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (*p != '(' && *p != ')')
      *to++ = *p;
  *to = '\0';
}

/* 《条例》第二十条第一项 is 第二十条第（一）项. */
static const BbLabel *
find_block_title (BbLabels   *labels,
                  const char *table_id,
                  const char *folded)
{
  g_autofree char *plain = g_strdup (folded);

  drop_brackets (plain);
  for (guint i = 0; i < labels->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (labels->entries, i);
      g_autofree char *title = NULL;

      if (entry->label.kind != BB_LABEL_BLOCK_TITLE || !g_str_equal (entry->label.table->id, table_id))
        continue;
      title = g_strdup (entry->folded);
      drop_brackets (title);
      if (g_str_has_suffix (plain, title))
        return &entry->label;
    }
  return NULL;
}

const BbLabel *
bb_labels_find (BbLabels   *labels,
                const char *table_id,
                BbLabelKind kind,
                const char *text)
{
  g_autofree char *folded = fold (text);
  const BbLabel *label;

  if (kind == BB_LABEL_BLOCK_TITLE)
    return find_block_title (labels, table_id, folded);
  do
    label = find_kind (labels, table_id, kind, folded);
  while (label == NULL && cut_remark (folded));
  return label;
}

gboolean
bb_labels_is_column (BbLabels      *labels,
                     const BbBlock *block,
                     guint          leaf,
                     const char    *text)
{
  g_autofree char *folded = fold (text);

  do
    {
      for (guint i = 0; i < labels->entries->len; i++)
        {
          const Entry *entry = g_ptr_array_index (labels->entries, i);

          if (entry->label.kind == BB_LABEL_COLUMN && entry->label.block == block &&
              bb_label_leaf (&entry->label) == leaf && g_str_equal (entry->folded, folded))
            return TRUE;
        }
    }
  while (cut_remark (folded));
  return FALSE;
}

gboolean
bb_labels_is_head (BbLabels   *labels,
                   const char *table_id,
                   const char *text)
{
  return bb_labels_find (labels, table_id, BB_LABEL_COLUMN, text) != NULL ||
         bb_labels_find (labels, table_id, BB_LABEL_COLUMN_GROUP, text) != NULL ||
         bb_labels_find (labels, table_id, BB_LABEL_CORNER, text) != NULL ||
         bb_labels_find (labels, table_id, BB_LABEL_BLOCK_TITLE, text) != NULL;
}

gboolean
bb_labels_is_head_part (BbLabels   *labels,
                        const char *table_id,
                        const char *text)
{
  g_autofree char *folded = fold (text);

  if (g_utf8_strlen (folded, -1) < SHORTEST_PART)
    return FALSE;
  for (guint i = 0; i < labels->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (labels->entries, i);

      if (!is_row_kind (entry->label.kind) && g_str_equal (entry->label.table->id, table_id) && strstr (entry->folded, folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

const BbForm *
bb_labels_edition (BbLabels   *labels,
                   const char *text)
{
  g_autofree char *folded = fold (text);
  const BbForm *form = NULL;

  for (guint t = 0; t < labels->form->n_tables; t++)
    {
      GPtrArray *exact = look_up (labels->exact, labels->form->tables[t].id, folded);

      for (guint i = 0; exact != NULL && i < exact->len; i++)
        {
          const Entry *entry = g_ptr_array_index (exact, i);

          if (form != NULL && form != entry->label.form)
            return NULL;
          form = entry->label.form;
        }
    }
  return form;
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
  gboolean is_row = is_row_kind (label->kind);

  return (is_row ? label->block->rows : label->block->columns)[label->head].first_leaf;
}
