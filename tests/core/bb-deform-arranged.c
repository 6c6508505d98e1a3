/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables whose figures are all there, but arranged in another way. */
#include "bb-deform.h"

#define N_COLUMNS 7

/* *INDENT-OFF* */
static const char *const columns[N_COLUMNS] = { "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计" };
/* *INDENT-ON* */

/* Seven figures in their order, behind the labels. */
static gboolean
is_whole_row (GPtrArray *row)
{
  guint first = bb_deform_first_value (row);

  if (first == 0 || row->len != first + N_COLUMNS)
    return FALSE;
  for (guint i = first + 1; i < row->len; i++)
    if (bb_deform_cell (row, i)->cell != bb_deform_cell (row, i - 1)->cell + 1)
      return FALSE;
  return TRUE;
}

/* The form's three rows of heads, as they were, and under them nothing but whole rows. */
static gboolean
is_as_printed (BbDeformItem *item)
{
  if (bb_deform_first_row (item) != 3 || bb_deform_row (item, 0)->len != 2 || bb_deform_row (item, 1)->len != 3)
    return FALSE;
  for (guint r = 3; r < item->rows->len; r++)
    if (!is_whole_row (bb_deform_row (item, r)))
      return FALSE;
  return TRUE;
}

/* Returns: (nullable): table 3, with one row of heads over @width places each, from @from up to @end. */
static BbDeformItem *
find_plain (BbDeform *deform, guint *index)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", index);

  if (item == NULL || !is_as_printed (item))
    return NULL;
  g_ptr_array_remove_range (item->rows, 0, 3);
  return item;
}

/* The corner is as wide as the labels. */
static GPtrArray *
add_heads (BbDeformItem *item, const char *corner, guint corner_rows, guint from, guint end, guint width)
{
  GPtrArray *row = bb_deform_row (item, 0);
  GPtrArray *heads = bb_deform_insert_row (item, 0);
  guint n_labels = 0;

  for (guint i = 0; i < row->len && bb_deform_cell (row, i)->role == BB_SLOT_ROW_HEAD; i++)
    n_labels += bb_deform_cell (row, i)->columns;
  if (corner != NULL)
    g_ptr_array_add (heads, bb_deform_cell_new (corner, corner_rows, n_labels));
  for (guint i = from; i < end; i++)
    g_ptr_array_add (heads, bb_deform_cell_new (columns[i], 1, width));
  return heads;
}

/* ---- cut by columns ---- */

/* The last columns in a table of their own, with the labels of all rows or without. */
static void
cut_columns (BbDeform *deform, gboolean labels)
{
  guint index;
  BbDeformItem *item = find_plain (deform, &index);
  BbDeformItem *right = bb_deform_item_table ("");
  guint n = 2 + bb_deform_pick (deform, 4);

  if (item == NULL)
    {
      bb_deform_item_free (right);
      return;
    }
  g_ptr_array_set_size (right->rows, 0);
  right->table = item->table;
  for (guint r = 0; r < item->rows->len; r++)
    {
      GPtrArray *row = bb_deform_row (item, r);
      GPtrArray *own = bb_deform_insert_row (right, r);
      guint first = bb_deform_first_value (row);

      for (guint i = 0; labels && i < first; i++)
        {
          BbDeformCell *label = bb_deform_cell_new (bb_deform_cell (row, i)->text, bb_deform_cell (row, i)->rows, bb_deform_cell (row, i)->columns);

          label->role = BB_SLOT_ROW_HEAD;
          g_ptr_array_add (own, label);
        }
      while (row->len > first + n)
        g_ptr_array_add (own, g_ptr_array_steal_index (row, first + n));
    }
  add_heads (item, "项目", 1, 0, n, 1);
  add_heads (right, labels ? "项目" : NULL, 1, n, N_COLUMNS, 1);
  bb_deform_insert (deform, index + 1, right);
  if (bb_deform_chance (deform, 50))
    bb_deform_insert (deform, index + 1, bb_deform_item_text ("续表", 0));
}

static void cut_by_columns (BbDeform *deform) { cut_columns (deform, TRUE); }
static void cut_by_columns_bare (BbDeform *deform) { cut_columns (deform, FALSE); }

/* ---- columns that are not there ---- */

/* Columns of which there is nothing are left out, two of them at least; or all of the organisations are in one. */
static void
leave_columns_out (BbDeform *deform)
{
  BbDeformItem *item = find_plain (deform, NULL);
  guint from = 1 + bb_deform_pick (deform, 4);
  guint n = 2 + bb_deform_pick (deform, 5 - from);
  GPtrArray *heads;

  if (item == NULL)
    return;
  for (guint r = 0; r < item->rows->len; r++)
    {
      GPtrArray *row = bb_deform_row (item, r);
      guint first = bb_deform_first_value (row) + from;

      for (guint i = 0; i < n; i++)
        {
          bb_deform_write (deform, (guint) bb_deform_cell (row, first)->cell, NULL);
          g_ptr_array_remove_index (row, first);
        }
    }
  heads = add_heads (item, "项目", 1, 0, N_COLUMNS, 1);
  g_ptr_array_remove_range (heads, from + 1, n);
}

/* ---- two years ---- */

static char *
make_year (BbDeform *deform, gboolean own, guint way)
{
  if (way == 0)
    return g_strdup (own ? "本年" : "上年");
  return g_strdup_printf (way == 1 ? "%d年" : way == 2 ? "%d年度" : "%d", own ? deform->year : deform->year - 1);
}

static BbDeformCell *
other_figure (BbDeform *deform)
{
  g_autofree char *figure = g_strdup_printf ("%u", bb_deform_pick (deform, 500));

  return bb_deform_cell_new (bb_deform_chance (deform, 30) ? "0" : figure, 1, 1);
}

static void
two_years_columns (BbDeform *deform)
{
  BbDeformItem *item = find_plain (deform, NULL);
  gboolean first = bb_deform_chance (deform, 50);
  guint way = bb_deform_pick (deform, 4);
  GPtrArray *years;

  if (item == NULL)
    return;
  for (guint r = 0; r < item->rows->len; r++)
    {
      GPtrArray *row = bb_deform_row (item, r);
      guint from = bb_deform_first_value (row);

      for (guint i = row->len; i > from; i--)
        g_ptr_array_insert (row, (int) (first ? i : i - 1), other_figure (deform));
    }
  add_heads (item, "项目", 2, 0, N_COLUMNS, 2);
  years = bb_deform_insert_row (item, 1);
  for (guint i = 0; i < 2 * N_COLUMNS; i++)
    {
      g_autofree char *year = make_year (deform, (i % 2 == 0) == first, way);

      g_ptr_array_add (years, bb_deform_cell_new (year, 1, 1));
    }
}

/* A row of the year before above each row, or below it. */
static void
two_years_rows (BbDeform *deform)
{
  BbDeformItem *item = find_plain (deform, NULL);
  gboolean own_first = bb_deform_chance (deform, 50);
  guint way = bb_deform_pick (deform, 4);
  g_autofree char *own_year = make_year (deform, TRUE, way);
  g_autofree char *other_year = make_year (deform, FALSE, way);
  GPtrArray *heads;

  if (item == NULL)
    return;
  for (guint r = 0; r < item->rows->len; r += 2)
    {
      GPtrArray *row = bb_deform_row (item, r);
      GPtrArray *below = bb_deform_insert_row (item, r + 1);
      guint first = bb_deform_first_value (row);

      g_ptr_array_add (below, bb_deform_cell_new (own_first ? other_year : own_year, 1, 1));
      for (guint i = 0; i < N_COLUMNS; i++)
        g_ptr_array_add (below, own_first ? other_figure (deform) : g_ptr_array_steal_index (row, first));
      for (guint i = 0; !own_first && i < N_COLUMNS; i++)
        g_ptr_array_add (row, other_figure (deform));
      g_ptr_array_insert (row, (int) first, bb_deform_cell_new (own_first ? own_year : other_year, 1, 1));
      for (guint i = 0; i < first; i++)
        bb_deform_cell (row, i)->rows *= 2;
    }
  heads = add_heads (item, "项目", 1, 0, N_COLUMNS, 1);
  g_ptr_array_insert (heads, 1, bb_deform_cell_new ("年度", 1, 1));
}

/* ---- lists ---- */

/* Appends the lines of @row to those of @above, whose labels are as many. */
static void
list_below (GPtrArray *above, GPtrArray *row)
{
  guint into = bb_deform_first_value (above);
  guint from = bb_deform_first_value (row);

  /* The label stands right before the figures. */
  for (guint i = 0; i <= N_COLUMNS; i++)
    {
      BbDeformCell *cell = bb_deform_cell (above, into - 1 + i);
      g_autofree char *text = g_strconcat (cell->text, "\n", bb_deform_cell (row, from - 1 + i)->text, NULL);

      bb_deform_cell_set (cell, text);
    }
}

/* The cases of a group in one row, a line each. */
static void
list_groups (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", NULL);

  if (item == NULL || !is_as_printed (item))
    return;
  for (guint r = item->rows->len; r > 3; r--)
    {
      GPtrArray *row = bb_deform_row (item, r - 1);
      BbDeformCell *group = bb_deform_first_value (row) > 1 ? bb_deform_cell (row, bb_deform_first_value (row) - 2) : NULL;

      if (group == NULL || group->rows < 2 || group->rows > 10)
        continue;
      for (; group->rows > 1; group->rows--)
        {
          list_below (row, bb_deform_row (item, r));
          g_ptr_array_remove_index (item->rows, r);
          bb_deform_cell (bb_deform_row (item, 5), 0)->rows--;
        }
    }
}

/* *INDENT-OFF* */
const BbDeformCase bb_deform_arranged[] = {
  { "cut-columns",          cut_by_columns,        "htdx" },
  { "cut-columns-bare",     cut_by_columns_bare,   "htdx" },
  { "columns-left-out",     leave_columns_out,     "htdx" },
  { "two-years-columns",    two_years_columns,     "htdx" },
  { "two-years-rows",       two_years_rows,        "htdx" },
  { "lists-of-cases",       list_groups,           "hdx" },
  { NULL,                   NULL,                  NULL },
};
/* *INDENT-ON* */
