/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-head.h"

#include <bianbao/bb-text.h>
#include <string.h>

static const BbFittedHead *
get_head (const BbHeadFit *fit,
          guint            index)
{
  return &g_array_index (fit->heads, BbFittedHead, index);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const BbFittedHead *first = a;
  const BbFittedHead *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return first->line < second->line ? -1 : first->line > second->line;
}

/* Some converters repeat a head in every place that it spans. */
static gboolean
is_repeated (const BbMatchHead *head,
             guint              index)
{
  const BbHeadCell *cell = &g_array_index (head->cells, BbHeadCell, index);
  const BbHeadCell *before = index > 0 ? &g_array_index (head->cells, BbHeadCell, index - 1) : NULL;

  return before != NULL && before->line == cell->line && before->place + 1 == cell->place && g_str_equal (before->text, cell->text);
}

/* The same in the line above: a head that spans rows. */
static void
drop_repeated_below (GArray *heads)
{
  for (guint i = heads->len; i > 1; i--)
    {
      const BbFittedHead *head = &g_array_index (heads, BbFittedHead, i - 1);
      const BbFittedHead *above = &g_array_index (heads, BbFittedHead, i - 2);

      if (head->place == above->place && g_str_equal (head->text, above->text))
        g_array_remove_index (heads, i - 1);
    }
}

/* Under a group that begins here a head is the group's first, also when the one before is named like it. */
static gboolean
begins_group (BbMatch           *match,
              const BbMatchHead *head,
              const char        *table_id,
              guint              place)
{
  for (guint i = 0; i < head->cells->len; i++)
    {
      const BbHeadCell *cell = &g_array_index (head->cells, BbHeadCell, i);

      if (cell->place == place && bb_labels_find (match->labels, table_id, BB_LABEL_COLUMN_GROUP, cell->text) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Returns: the index of the part right below number @index, or -1 */
static int
find_part_below (BbMatch           *match,
                 const BbMatchHead *head,
                 const char        *table_id,
                 guint              index)
{
  const BbHeadCell *cell = &g_array_index (head->cells, BbHeadCell, index);

  for (guint i = index + 1; i < head->cells->len; i++)
    {
      const BbHeadCell *below = &g_array_index (head->cells, BbHeadCell, i);

      if (below->place == cell->place)
        return below->line == cell->line + 1 && !bb_labels_is_head (match->labels, table_id, below->text) ? (int) i : -1;
    }
  return -1;
}

/* A page's end parts a head: 结果 in one row, 维持 below it in the next. Neither is a head alone, and both together name one column. */
static void
gather_parted (BbHeadFit         *fit,
               BbMatch           *match,
               const BbMatchHead *head,
               const char        *table_id,
               guint              index)
{
  const BbHeadCell *cell = &g_array_index (head->cells, BbHeadCell, index);
  int part = head->has_places && !bb_labels_is_head (match->labels, table_id, cell->text) ? find_part_below (match, head, table_id, index) : -1;
  const BbHeadCell *below = part >= 0 ? &g_array_index (head->cells, BbHeadCell, part) : NULL;
  g_autofree char *text = below != NULL ? g_strconcat (cell->text, below->text, NULL) : NULL;
  BbFittedHead fitted = { cell->place, below != NULL ? below->line : 0, -1, FALSE, text };

  if (text == NULL || bb_labels_find (match->labels, table_id, BB_LABEL_COLUMN, text) == NULL ||
      (is_repeated (head, index) && is_repeated (head, (guint) part) && !begins_group (match, head, table_id, cell->place)))
    return;
  g_ptr_array_add (fit->joined, g_steal_pointer (&text));
  g_array_append_val (fit->heads, fitted);
}

/* Only names of single columns; groups, corners and titles stand over no value. */
static void
gather_heads (BbHeadFit         *fit,
              BbMatch           *match,
              const BbMatchHead *head,
              const char        *table_id)
{
  for (guint i = 0; i < head->cells->len; i++)
    {
      const BbHeadCell *cell = &g_array_index (head->cells, BbHeadCell, i);
      BbFittedHead fitted = { cell->place, cell->line, -1, FALSE, cell->text };

      if ((!is_repeated (head, i) || begins_group (match, head, table_id, cell->place)) &&
          bb_labels_find (match->labels, table_id, BB_LABEL_COLUMN, cell->text) != NULL)
        g_array_append_val (fit->heads, fitted);
      gather_parted (fit, match, head, table_id, i);
    }
  g_array_sort (fit->heads, compare_places);
  drop_repeated_below (fit->heads);
}

gboolean
bb_head_fit_has_place (const BbHeadFit *fit,
                       guint            place)
{
  for (guint i = 0; i < fit->heads->len; i++)
    if (get_head (fit, i)->place == place)
      return TRUE;
  return FALSE;
}

/* 小计, 备注: columns that no edition has. Where all others are there, what stands under these belongs to no cell. */
static void
gather_foreign (BbHeadFit         *fit,
                BbMatch           *match,
                const BbMatchHead *head,
                const char        *table_id)
{
  guint first = fit->heads->len > 0 ? get_head (fit, 0)->place : G_MAXUINT;

  for (guint i = 0; i < head->cells->len; i++)
    {
      const BbHeadCell *cell = &g_array_index (head->cells, BbHeadCell, i);
      BbFittedHead foreign = { cell->place, cell->line, -1, TRUE, cell->text };

      if (cell->place > first && !is_repeated (head, i) && !bb_labels_is_head (match->labels, table_id, cell->text) &&
          !bb_labels_is_head_part (match->labels, table_id, cell->text) && !bb_head_fit_has_place (fit, cell->place))
        g_array_append_val (fit->heads, foreign);
    }
  g_array_sort (fit->heads, compare_places);
}

/* ---- titles of groups: 结果维持 stands three times, and says nothing alone ---- */

/* A title of a group of the form as found. */
typedef struct
{
  guint place;
  guint line;
  const BbHead *head;
} Group;

static gboolean
is_ambiguous (BbMatch       *match,
              const BbBlock *block,
              const char    *text)
{
  guint n = 0;

  for (guint leaf = 0; leaf < block->n_column_leaves; leaf++)
    n += bb_labels_is_column (match->labels, block, leaf, text);
  return n > 1;
}

static GArray *
list_groups (BbMatch           *match,
             const BbMatchHead *head,
             const BbBlock     *block,
             const char        *table_id)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint i = 0; i < head->cells->len; i++)
    {
      const BbHeadCell *cell = &g_array_index (head->cells, BbHeadCell, i);
      const BbLabel *label = bb_labels_find (match->labels, table_id, BB_LABEL_COLUMN_GROUP, cell->text);
      Group group = { cell->place, cell->line, NULL };

      if (label == NULL || !label->is_own || label->block != block || label->head < 0 || is_repeated (head, i))
        continue;
      group.head = &block->columns[label->head];
      g_array_append_val (groups, group);
    }
  return groups;
}

/* The innermost title that begins above the head, or left of it. */
static const BbHead *
find_group_over (const GArray       *groups,
                 const BbFittedHead *head)
{
  const Group *best = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      if (group->place > head->place || (best != NULL && group->place < best->place))
        continue;
      if (best == NULL || group->place > best->place || group->head->n_leaves < best->head->n_leaves)
        best = group;
    }
  return best != NULL ? best->head : NULL;
}

static gboolean
are_places_distinct (const BbHeadFit *fit)
{
  for (guint i = 1; i < fit->heads->len; i++)
    if (get_head (fit, i)->place == get_head (fit, i - 1)->place)
      return FALSE;
  return TRUE;
}

/* A group that has columns of its own, and no groups. */
static gboolean
is_innermost (const BbBlock *block,
              const BbHead  *group)
{
  return block->columns[block->column_leaves[group->first_leaf]].parent == (int) (group - block->columns);
}

static gboolean
contains (const BbHead *group,
          const BbHead *part)
{
  return group->first_leaf <= part->first_leaf && part->first_leaf + part->n_leaves <= group->first_leaf + group->n_leaves;
}

/* Titles of two groups over one place, one of which is no part of the other: one is of a row that nothing was made of. */
static gboolean
has_rival_groups (const GArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    for (guint j = i + 1; j < groups->len; j++)
      {
        const Group *a = &g_array_index (groups, Group, i);
        const Group *b = &g_array_index (groups, Group, j);

        if (a->place == b->place && !contains (a->head, b->head) && !contains (b->head, a->head))
          return TRUE;
      }
  return FALSE;
}

/* Of a table that was printed without some columns: under each title no more heads than it has columns, each of another name. */
static gboolean
are_heads_distinct (const BbHeadFit *fit,
                    BbMatch         *match,
                    const GArray    *groups)
{
  g_autofree gboolean *taken = g_new0 (gboolean, fit->block->n_column_leaves);

  if (has_rival_groups (groups))
    return FALSE;
  for (guint i = 0; i < fit->heads->len; i++)
    {
      const BbHead *group = find_group_over (groups, get_head (fit, i));
      guint leaf = group->first_leaf;
      guint end = group->first_leaf + group->n_leaves;

      while (leaf < end && (taken[leaf] || !bb_labels_is_column (match->labels, fit->block, leaf, get_head (fit, i)->text)))
        leaf++;
      /* Of a group in groups the first of that name would be meant, whatever stands there. */
      if (leaf == end || !is_innermost (fit->block, group))
        return FALSE;
      taken[leaf] = TRUE;
    }
  return TRUE;
}

/*
 * Whether under each title stand as many heads as it has columns: what it spans is not known otherwise. @has_places: the titles stand at
 * the places of their heads: there may be fewer then.
 */
static gboolean
are_groups_sound (const BbHeadFit *fit,
                  BbMatch         *match,
                  const GArray    *groups,
                  gboolean         has_places)
{
  g_autofree guint *n = g_new0 (guint, fit->block->n_columns);
  g_autofree guint *wanted = g_new0 (guint, fit->block->n_columns);

  for (guint i = 0; i < fit->heads->len; i++)
    {
      const BbHead *group = find_group_over (groups, get_head (fit, i));

      if (group == NULL || !is_ambiguous (match, fit->block, get_head (fit, i)->text))
        return FALSE;
      n[group - fit->block->columns]++;
      wanted[group - fit->block->columns] = group->n_leaves;
    }
  for (guint i = 0; i < fit->block->n_columns; i++)
    if (n[i] != wanted[i])
      return has_places && are_places_distinct (fit) && are_heads_distinct (fit, match, groups);
  return fit->heads->len > 0;
}

static gboolean
are_groups_displaced (const GArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    for (guint j = 0; j < groups->len; j++)
      {
        const Group *a = &g_array_index (groups, Group, i);
        const Group *b = &g_array_index (groups, Group, j);

        if (a->line == b->line && a->place < b->place && a->head->first_leaf > b->head->first_leaf)
          return TRUE;
      }
  return FALSE;
}

static gboolean
is_below (const BbHead *group,
          guint         leaf)
{
  return group == NULL || (leaf >= group->first_leaf && leaf < group->first_leaf + group->n_leaves);
}

/* Columns of the same name are taken by the titles over them, and where there are none from left to right. */
static void
assign_leaves (BbHeadFit         *fit,
               BbMatch           *match,
               const BbMatchHead *found,
               const char        *table_id)
{
  const BbBlock *block = fit->block;
  g_autofree gboolean *taken = g_new0 (gboolean, block->n_column_leaves);
  g_autoptr (GArray) groups = list_groups (match, found, block, table_id);
  gboolean by_groups = are_groups_sound (fit, match, groups, found->has_places);

  if (fit->heads->len < block->n_column_leaves && has_rival_groups (groups))
    by_groups = FALSE;
  fit->is_displaced = !by_groups && are_groups_displaced (groups);

  for (guint i = 0; i < fit->heads->len; i++)
    {
      BbFittedHead *head = &g_array_index (fit->heads, BbFittedHead, i);
      const BbHead *group = by_groups ? find_group_over (groups, head) : NULL;

      for (guint leaf = 0; leaf < block->n_column_leaves && head->leaf < 0 && !head->is_foreign; leaf++)
        if (!taken[leaf] && is_below (group, leaf) && bb_labels_is_column (match->labels, block, leaf, head->text))
          {
            head->leaf = (int) leaf;
            taken[leaf] = TRUE;
          }
      fit->is_by_order = fit->is_by_order || (!by_groups && is_ambiguous (match, block, head->text));
      fit->n_own += head->leaf >= 0;
      fit->n_stray += head->leaf < 0 && !head->is_foreign;
    }
}

static gboolean
is_scrambled (const BbHeadFit *fit)
{
  for (guint i = 0; i < fit->heads->len; i++)
    for (guint j = i + 1; j < fit->heads->len; j++)
      if ((fit->is_complete || get_head (fit, i)->line == get_head (fit, j)->line) && get_head (fit, j)->leaf >= 0 && get_head (fit, j)->leaf < get_head (fit, i)->leaf)
        return TRUE;
  return FALSE;
}

static BbHeadFit *
head_fit_new (const BbMatchTable *table,
              const BbMatchHead  *head,
              const BbBlock      *block)
{
  BbHeadFit *fit = g_new0 (BbHeadFit, 1);

  fit->block = block;
  fit->heads = g_array_new (FALSE, FALSE, sizeof (BbFittedHead));
  fit->joined = g_ptr_array_new_with_free_func (g_free);
  gather_heads (fit, table->match, head, table->table->id);
  assign_leaves (fit, table->match, head, table->table->id);
  if (fit->n_own == block->n_column_leaves && fit->n_stray == 0)
    gather_foreign (fit, table->match, head, table->table->id);
  fit->is_distinct = are_places_distinct (fit);
  fit->is_complete = head->has_places && fit->n_own == block->n_column_leaves && fit->n_stray == 0 && fit->is_distinct && !fit->is_displaced;
  fit->is_scrambled = is_scrambled (fit);
  return fit;
}

const BbHeadFit *
bb_head_fit (const BbMatchTable *table,
             BbMatchHead        *head,
             const BbBlock      *block)
{
  BbHeadFit *fit;

  for (guint i = 0; i < head->fits->len; i++)
    if (((BbHeadFit *) g_ptr_array_index (head->fits, i))->block == block)
      return g_ptr_array_index (head->fits, i);
  fit = head_fit_new (table, head, block);
  g_ptr_array_add (head->fits, fit);
  return fit;
}

void
bb_head_fit_free (BbHeadFit *fit)
{
  if (fit == NULL)
    return;
  g_array_unref (fit->heads);
  g_ptr_array_unref (fit->joined);
  g_free (fit);
}

const BbFittedHead *
bb_head_fit_find (const BbHeadFit *fit,
                  guint            leaf)
{
  for (guint i = 0; i < fit->heads->len; i++)
    if (get_head (fit, i)->leaf == (int) leaf)
      return get_head (fit, i);
  return NULL;
}

gboolean
bb_head_fit_row (const BbHeadFit  *fit,
                 const BbMatchRow *row)
{
  if (!row->has_places || fit->heads->len == 0 || !fit->is_distinct || row->label_place >= (int) get_head (fit, 0)->place)
    return FALSE;
  for (guint i = (guint) (row->label_place + 1); i < row->cells->len; i++)
    if (*(const char *) g_ptr_array_index (row->cells, i) != '\0' && !bb_head_fit_has_place (fit, i))
      return FALSE;
  return TRUE;
}

/* 本年收费金额（元）: in brackets without the word. */
static char *
find_bracketed_unit (const char *text)
{
  g_autofree char *folded = bb_text_fold_label (text);
  const char *open = strrchr (folded, '(');
  g_autofree char *inside = open != NULL ? g_strndup (open + 1, strcspn (open + 1, ")")) : NULL;

  return inside != NULL && g_str_has_suffix (inside, "元") ? g_steal_pointer (&inside) : NULL;
}

char *
bb_head_unit (const char *text)
{
  const char *mark = strstr (text, "单位");
  g_autofree char *rest = NULL;
  char *end;

  if (mark == NULL)
    return find_bracketed_unit (text);
  rest = bb_text_fold_label (mark + strlen ("单位"));
  end = rest + (*rest == ':');
  end[strcspn (end, ",;()")] = '\0';
  return *end != '\0' ? g_strdup (end) : NULL;
}
