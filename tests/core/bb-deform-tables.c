/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables torn, widened and mixed. */
#include "bb-deform.h"

static void
drop_cell (BbDeform *deform, GPtrArray *row, guint index)
{
  const BbDeformCell *cell = bb_deform_cell (row, index);

  if (cell->cell >= 0)
    bb_deform_write (deform, (guint) cell->cell, NULL);
  g_ptr_array_remove_index (row, index);
}

static BbDeformCell *
blank_new (const char *text)
{
  return bb_deform_cell_new (text, 1, 1);
}

static BbDeformItem *
find_requests (BbDeform *deform, guint *first, guint *index)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", index);

  *first = bb_deform_first_row (item);
  return item;
}

/* Titles of groups may stand on rows of their own. */
static guint
next_row (BbDeformItem *item, guint row)
{
  while (++row < item->rows->len && !bb_deform_has_values (bb_deform_row (item, row)))
    ;
  return row;
}

static guint
pick_row (BbDeform *deform, BbDeformItem *item, guint first)
{
  guint row;

  do
    row = first + bb_deform_pick (deform, item->rows->len - first);
  while (!bb_deform_has_values (bb_deform_row (item, row)));
  return row;
}

/* The form's three rows of heads, as they were. */
static gboolean
has_heads (BbDeformItem *item)
{
  return bb_deform_first_row (item) == 3 && bb_deform_row (item, 0)->len == 2 && bb_deform_row (item, 1)->len == 3;
}

/* ---- rows short or long ---- */

static void
shorten_row (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);
  GPtrArray *row = bb_deform_row (item, pick_row (deform, item, first));

  drop_cell (deform, row, bb_deform_first_value (row) + bb_deform_pick (deform, 7));
}

static void
shorten_rows (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);

  for (guint r = first; r < item->rows->len; r = next_row (item, r))
    if (bb_deform_chance (deform, 30))
      drop_cell (deform, bb_deform_row (item, r), bb_deform_first_value (bb_deform_row (item, r)) + bb_deform_pick (deform, 7));
}

static void
shorten_disputes (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t4", NULL);

  drop_cell (deform, bb_deform_row (item, item->rows->len - 1), bb_deform_pick (deform, 15));
}

static void
drop_column (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);
  guint column = bb_deform_pick (deform, 7);

  for (guint r = first; r < item->rows->len; r = next_row (item, r))
    drop_cell (deform, bb_deform_row (item, r), bb_deform_first_value (bb_deform_row (item, r)) + column);
}

/* The head goes with its column. */
static void
drop_column_with_head (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", NULL);

  if (!has_heads (item))
    return;
  drop_column (deform);
  g_ptr_array_remove_index (bb_deform_row (item, 2), bb_deform_pick (deform, 5));
  bb_deform_cell (bb_deform_row (item, 0), 1)->columns = 6;
  bb_deform_cell (bb_deform_row (item, 1), 1)->columns = 4;
}

static void
lengthen_row (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);
  GPtrArray *row = bb_deform_row (item, pick_row (deform, item, first));
  guint at = bb_deform_first_value (row) + bb_deform_pick (deform, 8);
  const char *text = at < row->len && bb_deform_chance (deform, 50) ? bb_deform_cell (row, at)->text : "0";

  g_ptr_array_insert (row, (int) at, blank_new (text));
}

static void
shift_rows (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);

  for (guint r = first; r < item->rows->len; r = next_row (item, r))
    if (bb_deform_chance (deform, 20))
      {
        GPtrArray *row = bb_deform_row (item, r);

        if (bb_deform_chance (deform, 50))
          g_ptr_array_insert (row, (int) bb_deform_first_value (row), blank_new (""));
        else if (bb_deform_leaf_label (row) != NULL)
          bb_deform_leaf_label (row)->columns = 1;
      }
}

static void
drop_rows (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);

  for (guint r = item->rows->len; r > first; r--)
    {
      GPtrArray *row = bb_deform_row (item, r - 1);

      /* A row that begins a group carries the group's title. */
      if (!bb_deform_chance (deform, 15) || bb_deform_cell (row, 0) != bb_deform_leaf_label (row) || bb_deform_cell (row, 0)->columns == 3)
        continue;
      bb_deform_split_spans (item, r - 1, TRUE);
      if (r < item->rows->len)
        bb_deform_split_spans (item, r, TRUE);
      for (guint i = 0; i < row->len; i++)
        if (bb_deform_cell (row, i)->cell >= 0)
          bb_deform_write (deform, (guint) bb_deform_cell (row, i)->cell, NULL);
      g_ptr_array_remove_index (item->rows, r - 1);
    }
}

static void
empty_rows (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);

  for (guint r = item->rows->len; r > first; r--)
    if (bb_deform_chance (deform, 20))
      {
        GPtrArray *row;

        bb_deform_split_spans (item, r - 1, FALSE);
        row = bb_deform_insert_row (item, r - 1);
        for (guint i = 0; i < 10; i++)
          g_ptr_array_add (row, blank_new (""));
      }
}

/* ---- more columns ---- */

static void
number_rows (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);

  g_ptr_array_insert (bb_deform_row (item, 0), 0, bb_deform_cell_new ("序号", first, 1));
  for (guint r = first; r < item->rows->len; r = next_row (item, r))
    {
      g_autofree char *number = g_strdup_printf ("%u", r - first + 1);

      g_ptr_array_insert (bb_deform_row (item, r), 0, blank_new (number));
    }
}

static void
add_remarks (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);

  g_ptr_array_add (bb_deform_row (item, 0), bb_deform_cell_new ("备注", first, 1));
  for (guint r = first; r < item->rows->len; r = next_row (item, r))
    g_ptr_array_add (bb_deform_row (item, r), blank_new (bb_deform_chance (deform, 10) ? "含上年1件" : ""));
}

/* A subtotal of the organisations, which the form does not have. */
static void
add_subtotal (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);

  if (!has_heads (item))
    return;
  bb_deform_cell (bb_deform_row (item, 0), 1)->columns = 8;
  bb_deform_cell (bb_deform_row (item, 1), 1)->columns = 6;
  g_ptr_array_add (bb_deform_row (item, 2), blank_new ("小计"));
  for (guint r = first; r < item->rows->len; r = next_row (item, r))
    {
      GPtrArray *row = bb_deform_row (item, r);
      guint at = bb_deform_first_value (row);
      gint64 sum = 0;
      g_autofree char *text = NULL;

      for (guint i = at + 1; i < at + 6; i++)
        sum += deform->values[bb_deform_cell (row, i)->cell].mantissa;
      text = g_strdup_printf ("%" G_GINT64_FORMAT, sum);
      g_ptr_array_insert (row, (int) at + 6, blank_new (text));
    }
}

static void
space_columns (BbDeform *deform)
{
  for (guint i = 0; i < deform->items->len; i++)
    for (guint r = 0; bb_deform_item (deform, i)->rows != NULL && r < bb_deform_item (deform, i)->rows->len; r++)
      {
        GPtrArray *row = bb_deform_row (bb_deform_item (deform, i), r);

        for (guint c = 0; c < row->len; c++)
          bb_deform_cell (row, c)->columns *= 2;
      }
}

/* A column that a frame of the page left behind: empty, at the left. */
static void
indent_columns (BbDeform *deform)
{
  for (guint i = 0; i < deform->items->len; i++)
    for (guint r = 0; bb_deform_item (deform, i)->rows != NULL && r < bb_deform_item (deform, i)->rows->len; r++)
      {
        g_ptr_array_insert (bb_deform_row (bb_deform_item (deform, i), r), 0, blank_new (""));
        g_ptr_array_add (bb_deform_row (bb_deform_item (deform, i), r), blank_new (""));
      }
}

/* ---- other orders ---- */

/* 总计 before 自然人, in the head and in every row. */
static void
total_first (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);
  GPtrArray *head = bb_deform_row (item, 1);

  if (!has_heads (item))
    return;
  g_ptr_array_insert (head, 0, g_ptr_array_steal_index (head, head->len - 1));
  for (guint r = first; r < item->rows->len; r = next_row (item, r))
    {
      GPtrArray *row = bb_deform_row (item, r);

      g_ptr_array_insert (row, (int) bb_deform_first_value (row), g_ptr_array_steal_index (row, row->len - 1));
    }
}

static void
swap_columns (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);
  GPtrArray *head = bb_deform_row (item, 2);
  guint a = bb_deform_pick (deform, 4);

  if (!has_heads (item))
    return;
  g_ptr_array_insert (head, (int) a, g_ptr_array_steal_index (head, a + 1));
  for (guint r = first; r < item->rows->len; r = next_row (item, r))
    {
      GPtrArray *row = bb_deform_row (item, r);
      guint at = bb_deform_first_value (row) + 1 + a;

      g_ptr_array_insert (row, (int) at, g_ptr_array_steal_index (row, at + 1));
    }
}

static void
last_row_first (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);

  g_ptr_array_insert (item->rows, (int) first + 2, g_ptr_array_steal_index (item->rows, item->rows->len - 1));
}

/* ---- merged values ---- */

static void
merge_zeros (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);

  for (guint r = first; r < item->rows->len; r = next_row (item, r))
    {
      GPtrArray *row = bb_deform_row (item, r);

      for (guint i = bb_deform_first_value (row); i + 1 < row->len; i++)
        if (g_str_equal (bb_deform_cell (row, i)->text, "0") && g_str_equal (bb_deform_cell (row, i + 1)->text, "0") && bb_deform_chance (deform, 20))
          {
            bb_deform_cell (row, i)->columns++;
            drop_cell (deform, row, i + 1);
          }
    }
}

/* ---- mixtures ---- */

/* The cell that begins with @text and spans @rows rows, and its row. */
static BbDeformCell *
find_group (BbDeformItem *item, const char *text, guint rows, guint *row)
{
  for (*row = 0; *row < item->rows->len; (*row)++)
    for (guint i = 0; i < bb_deform_row (item, *row)->len; i++)
      {
        BbDeformCell *cell = bb_deform_cell (bb_deform_row (item, *row), i);

        if (g_str_has_prefix (cell->text, text) && cell->rows == rows)
          return cell;
      }
  return NULL;
}

/* （六） in one row, as the edition of 2019 has it, in a report of 2021: the sums are known, the parts are not. */
static void
others_in_one (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", NULL);
  guint row;
  BbDeformCell *all = find_group (item, "三、", 22, &row);
  BbDeformCell *group = find_group (item, "（六）", 3, &row);
  GPtrArray *own = group != NULL ? bb_deform_row (item, row) : NULL;
  guint at = group != NULL ? bb_deform_first_value (own) : 0;

  if (group == NULL || all == NULL)
    return;
  all->rows -= 2;
  group->rows = 1;
  group->columns = 2;
  for (guint i = 0; i < 7; i++)
    {
      gint64 sum = 0;
      g_autofree char *text = NULL;

      for (guint r = 0; r < 3; r++)
        {
          GPtrArray *part = bb_deform_row (item, row + r);
          guint cell = (guint) bb_deform_cell (part, bb_deform_first_value (part) + i)->cell;

          sum += deform->values[cell].mantissa;
          bb_deform_write (deform, cell, NULL);
        }
      text = g_strdup_printf ("%" G_GINT64_FORMAT, sum);
      bb_deform_cell_set (bb_deform_cell (own, at + i), text);
    }
  for (guint i = 0; i < 7; i++)
    bb_deform_cell (own, at + i)->cell = -1;
  g_ptr_array_remove_index (own, at - 1);
  g_ptr_array_remove_range (item->rows, row + 1, 2);
}

/* The head of the other edition over 规章 and 规范性文件. */
static void
other_heads (BbDeform *deform)
{
  static const char *const heads[2][3] = { { "本年制发件数", "本年废止件数", "现行有效件数" }, { "本年新制作数量", "本年新公开数量", "对外公开总数量" } };
  BbDeformItem *item = bb_deform_find_table (deform, "t2", NULL);
  const char *const *words = heads[g_str_equal (deform->form->id, "2021") ? 1 : 0];

  for (guint i = 0; i < 3; i++)
    bb_deform_cell_set (bb_deform_cell (bb_deform_row (item, 1), i + 1), words[i]);
}

/* ---- beside and below one another ---- */

/* A copy of table 3, cells of the form and all. */
static BbDeformItem *
copy_requests (BbDeform *deform, guint *index)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", index);
  BbDeformItem *copy = bb_deform_item_table ("");

  g_ptr_array_set_size (copy->rows, 0);
  for (guint r = 0; r < item->rows->len; r++)
    {
      GPtrArray *row = bb_deform_insert_row (copy, r);

      for (guint i = 0; i < bb_deform_row (item, r)->len; i++)
        {
          const BbDeformCell *cell = bb_deform_cell (bb_deform_row (item, r), i);
          BbDeformCell *own = bb_deform_cell_new (cell->text, cell->rows, cell->columns);

          own->role = cell->role;
          own->cell = cell->cell;
          g_ptr_array_add (row, own);
        }
    }
  return copy;
}

/* Too wide for the page: the first columns in one table, the others in a second one with the same labels. */
static void
split_columns (BbDeform *deform)
{
  guint index;
  guint first;
  BbDeformItem *item = find_requests (deform, &first, &index);
  BbDeformItem *rest;
  guint n = 1 + bb_deform_pick (deform, 5);

  if (!has_heads (item))
    return;
  rest = copy_requests (deform, &index);
  rest->table = item->table;
  bb_deform_cell (bb_deform_row (item, 0), 1)->columns = n;
  bb_deform_cell (bb_deform_row (rest, 0), 1)->columns = 7 - n;
  g_ptr_array_remove_index (bb_deform_row (item, 1), 2);
  g_ptr_array_remove_index (bb_deform_row (rest, 1), 0);
  if (n == 1)
    g_ptr_array_remove_index (bb_deform_row (item, 1), 1);
  else
    bb_deform_cell (bb_deform_row (item, 1), 1)->columns = n - 1;
  bb_deform_cell (bb_deform_row (rest, 1), 0)->columns = 6 - n;
  if (n == 6)
    g_ptr_array_remove_index (bb_deform_row (rest, 1), 0);
  g_ptr_array_set_size (bb_deform_row (item, 2), (int) n - 1);
  g_ptr_array_remove_range (bb_deform_row (rest, 2), 0, n - 1);
  for (guint r = first; r < item->rows->len; r = next_row (item, r))
    {
      GPtrArray *left = bb_deform_row (item, r);
      GPtrArray *right = bb_deform_row (rest, r);

      g_ptr_array_remove_range (right, bb_deform_first_value (right), n);
      g_ptr_array_set_size (left, (int) (bb_deform_first_value (left) + n));
    }
  bb_deform_insert (deform, index + 1, rest);
}

/* The table of the year before below this year's, as whole as this one. */
static void
add_last_year (BbDeform *deform)
{
  guint index;
  BbDeformItem *copy = copy_requests (deform, &index);

  for (guint r = 0; r < copy->rows->len; r++)
    for (guint i = 0; i < bb_deform_row (copy, r)->len; i++)
      {
        BbDeformCell *cell = bb_deform_cell (bb_deform_row (copy, r), i);

        if (cell->cell >= 0)
          bb_deform_cell_set (cell, "7");
        cell->cell = -1;
      }
  bb_deform_insert (deform, index + 1, copy);
  bb_deform_insert (deform, index + 1, bb_deform_item_text ("附：上一年度数据", 0));
}

/* Zeros of several rows in one merged cell. */
static void
merge_zeros_down (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first, NULL);

  for (guint r = first; r + 1 < item->rows->len; r++)
    {
      GPtrArray *row = bb_deform_row (item, r);
      GPtrArray *below = bb_deform_row (item, r + 1);
      guint i = bb_deform_first_value (row) + bb_deform_pick (deform, 7);
      guint j = bb_deform_first_value (below) + i - bb_deform_first_value (row);

      if (!bb_deform_has_values (row) || !bb_deform_has_values (below) || i >= row->len || j >= below->len ||
          !g_str_equal (bb_deform_cell (row, i)->text, "0") || !g_str_equal (bb_deform_cell (below, j)->text, "0") ||
          bb_deform_cell (row, i)->rows > 1 || row->len - bb_deform_first_value (row) != 7)
        continue;
      bb_deform_cell (row, i)->rows = 2;
      drop_cell (deform, below, j);
      r++;
    }
}

/* Columns to rows, on its side. */
static void
turn_disputes (BbDeform *deform)
{
  guint index;
  BbDeformItem *item = bb_deform_find_table (deform, "t4", &index);
  GPtrArray *values = bb_deform_row (item, item->rows->len - 1);
  BbDeformItem *turned;

  if (values->len != 15 || bb_deform_cell (values, 0)->cell < 0)
    return;
  turned = bb_deform_item_table ("|行政复议|未经复议直接起诉|复议后起诉\n结果维持|||\n结果纠正|||\n其他结果|||\n尚未审结|||\n总计|||");
  turned->table = item->table;
  for (guint r = 0; r < 5; r++)
    for (guint c = 0; c < 3; c++)
      {
        BbDeformCell *cell = bb_deform_cell (bb_deform_row (turned, r + 1), c + 1);

        bb_deform_cell_set (cell, bb_deform_cell (values, 5 * c + r)->text);
        cell->cell = bb_deform_cell (values, 5 * c + r)->cell;
      }
  bb_deform_insert (deform, index + 1, turned);
  g_ptr_array_remove_index (deform->items, index);
}

/* ---- table 2 ---- */

static void
parts_unmerged (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t2", NULL);

  for (guint r = 0; r < item->rows->len; r++)
    {
      GPtrArray *row = bb_deform_row (item, r);
      BbDeformCell *last = bb_deform_cell (row, row->len - 1);
      guint n = last->columns;

      last->columns = 1;
      for (guint i = 1; i < n; i++)
        g_ptr_array_add (row, blank_new (""));
    }
}

static void
parts_without_titles (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t2", NULL);

  for (guint r = item->rows->len; r > 0; r--)
    if (bb_deform_cell (bb_deform_row (item, r - 1), 0)->role == BB_SLOT_BLOCK_TITLE)
      g_ptr_array_remove_index (item->rows, r - 1);
}

static void
parts_without_heads (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t2", NULL);

  for (guint r = item->rows->len; r > 0; r--)
    if (!bb_deform_has_values (bb_deform_row (item, r - 1)))
      g_ptr_array_remove_index (item->rows, r - 1);
}

/* The fees in 元 under a head that says so: no number of this cell until somebody converts it. */
static void
fees_in_yuan (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t2", NULL);
  BbDeformCell *head = bb_deform_cell (bb_deform_row (item, item->rows->len - 2), 1);
  BbDeformCell *value = bb_deform_cell (bb_deform_row (item, item->rows->len - 1), 1);
  BbDecimal amount = deform->values[value->cell];
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, amount.mantissa * (amount.scale > 0 ? 1 : 10000));
  g_autofree char *marked = g_strconcat (text, amount.mantissa > 0 ? "元" : "", NULL);

  if (!g_str_equal (deform->form->id, "2021"))
    return;
  bb_deform_cell_set (head, bb_deform_chance (deform, 50) ? "本年收费金额（单位：元）" : "本年收费金额（元）");
  bb_deform_write (deform, (guint) value->cell, marked);
  bb_deform_cell_set (value, text);
}

/* *INDENT-OFF* */
const BbDeformCase bb_deform_tables[] = {
  { "short-row",            shorten_row,           "htdx" },
  { "short-rows",           shorten_rows,          "htdx*" },
  { "short-disputes",       shorten_disputes,      "htdx" },
  { "column-gone",          drop_column,           "htdx*" },
  { "column-and-head-gone", drop_column_with_head, "htdx*" },
  { "long-row",             lengthen_row,          "htdx" },
  { "shifted-rows",         shift_rows,            "htdx" },
  { "rows-gone",            drop_rows,             "htdx" },
  { "empty-rows",           empty_rows,            "htdx" },
  { "numbered-rows",        number_rows,           "htdx" },
  { "remarks-column",       add_remarks,           "htdx" },
  { "subtotal",             add_subtotal,          "htdx" },
  { "spaced-columns",       space_columns,         "htdx" },
  { "indented",             indent_columns,        "htdx" },
  { "total-first",          total_first,           "htdx" },
  { "swapped-columns",      swap_columns,          "htdx" },
  { "last-row-first",       last_row_first,        "htdx" },
  { "merged-zeros",         merge_zeros,           "htdx" },
  { "merged-zeros-down",    merge_zeros_down,      "htdx" },
  { "columns-split",        split_columns,         "htdx*" },
  { "last-year",            add_last_year,         "htdx" },
  { "disputes-turned",      turn_disputes,         "htdx" },
  { "others-in-one",        others_in_one,         "htdx" },
  { "other-heads",          other_heads,           "htdx" },
  { "parts-unmerged",       parts_unmerged,        "htdx" },
  { "parts-untitled",       parts_without_titles,  "htdx" },
  { "parts-bare",           parts_without_heads,   "htdx" },
  { "fees-in-yuan",         fees_in_yuan,          "htdx" },
  { NULL,                   NULL,                  NULL },
};
/* *INDENT-ON* */
