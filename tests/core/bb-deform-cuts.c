/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables cut by pages and programs, and moved. */
#include "bb-deform.h"

static BbDeformCell *
blank_new (const char *text)
{
  return bb_deform_cell_new (text, 1, 1);
}

/* ---- cut ---- */

/* How a table goes on behind a cut. */
typedef struct
{
  gboolean heads;
  gboolean labels;
  const char *between;
} Cut;

static void
copy_heads (BbDeformItem *from, BbDeformItem *to)
{
  for (guint r = 0; r < bb_deform_first_row (from); r++)
    {
      GPtrArray *row = bb_deform_row (from, r);
      GPtrArray *own = bb_deform_insert_row (to, r);

      for (guint i = 0; i < row->len; i++)
        g_ptr_array_add (own, bb_deform_cell_new (bb_deform_cell (row, i)->text, bb_deform_cell (row, i)->rows, bb_deform_cell (row, i)->columns));
    }
}

static void
cut_table (BbDeform *deform, guint index, guint row, const Cut *cut)
{
  BbDeformItem *item = bb_deform_item (deform, index);
  BbDeformItem *rest = bb_deform_item_table ("");

  bb_deform_split_spans (item, row, cut->labels);
  g_ptr_array_set_size (rest->rows, 0);
  rest->table = item->table;
  while (item->rows->len > row)
    g_ptr_array_add (rest->rows, g_ptr_array_steal_index (item->rows, row));
  if (cut->heads)
    copy_heads (item, rest);
  bb_deform_insert (deform, index + 1, rest);
  if (cut->between != NULL)
    bb_deform_insert (deform, index + 1, bb_deform_item_text (cut->between, 0));
}

/* @n cuts at most, from the end to the start, so that rows keep their numbers. */
static void
cut_at_random (BbDeform *deform, const char *id, guint n, gboolean heads)
{
  static const char *const between[] = { NULL, "— 3 —", "4", "（续表）", "- 5 -" };
  guint index;
  BbDeformItem *item = bb_deform_find_table (deform, id, &index);
  guint first = bb_deform_first_row (item);
  Cut cut = { heads, bb_deform_chance (deform, 50), between[bb_deform_pick (deform, G_N_ELEMENTS (between))] };
  g_autofree gboolean *at = g_new0 (gboolean, item->rows->len);

  for (guint i = 0; i < n; i++)
    at[first + 1 + bb_deform_pick (deform, item->rows->len - first - 1)] = TRUE;
  for (guint r = item->rows->len; r > first + 1; r--)
    if (at[r - 1])
      cut_table (deform, index, r - 1, &cut);
}

static void cut_once (BbDeform *deform) { cut_at_random (deform, "t3", 1, FALSE); }
static void cut_with_heads (BbDeform *deform) { cut_at_random (deform, "t3", 1, TRUE); }
static void cut_often (BbDeform *deform) { cut_at_random (deform, "t3", 12, FALSE); }
static void cut_often_with_heads (BbDeform *deform) { cut_at_random (deform, "t3", 12, TRUE); }
static void cut_everywhere (BbDeform *deform) { cut_at_random (deform, "t3", 200, FALSE); }

/* Table 2 is cut between its parts, or anywhere. */
static void
cut_parts (BbDeform *deform)
{
  guint index;
  BbDeformItem *item = bb_deform_find_table (deform, "t2", &index);
  Cut cut = { FALSE, FALSE, NULL };

  for (guint r = item->rows->len; r > 1; r--)
    if (bb_deform_cell (bb_deform_row (item, r - 1), 0)->role == BB_SLOT_BLOCK_TITLE)
      cut_table (deform, index, r - 1, &cut);
}

static void cut_t2 (BbDeform *deform) { cut_at_random (deform, "t2", 3, FALSE); }

/* A page number in a row of its own inside the table. */
static void
page_number_rows (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", NULL);
  guint first = bb_deform_first_row (item);
  guint at = first + bb_deform_pick (deform, item->rows->len - first);

  bb_deform_split_spans (item, at, TRUE);
  g_ptr_array_add (bb_deform_insert_row (item, at), bb_deform_cell_new (bb_deform_chance (deform, 50) ? "— 3 —" : "4", 1, 10));
}

/* ---- table 4 ---- */

/* @n columns of the row of values, from @from on, with their names above them and @label in front, if any. */
static void
take_columns (BbDeformItem *item, BbDeformItem *part, guint from, guint n, const char *label)
{
  static const char *const names[] = { "结果维持", "结果纠正", "其他结果", "尚未审结", "总计" };
  GPtrArray *values = bb_deform_row (item, item->rows->len - 1);
  GPtrArray *heads = label == NULL ? bb_deform_insert_row (part, part->rows->len) : NULL;
  GPtrArray *row = bb_deform_insert_row (part, part->rows->len);

  if (label != NULL)
    g_ptr_array_add (row, blank_new (label));
  for (guint i = from; i < from + n; i++)
    {
      BbDeformCell *copy = blank_new (bb_deform_cell (values, i)->text);

      copy->cell = bb_deform_cell (values, i)->cell;
      copy->role = BB_SLOT_CELL;
      g_ptr_array_add (row, copy);
      if (heads != NULL)
        g_ptr_array_add (heads, blank_new (names[i % 5]));
    }
}

static BbDeformItem *
part_new (BbDeformItem *item, guint from, guint n, const char *title)
{
  BbDeformItem *part = bb_deform_item_table (title);

  part->table = item->table;
  for (guint r = 0; r < part->rows->len; r++)
    bb_deform_cell (bb_deform_row (part, r), 0)->columns = n;
  take_columns (item, part, from, n, NULL);
  return part;
}

/* The form's one row of fifteen. */
static gboolean
has_fifteen (BbDeformItem *item)
{
  GPtrArray *values = bb_deform_row (item, item->rows->len - 1);

  return values->len == 15 && bb_deform_cell (values, 0)->cell >= 0;
}

static void
split_disputes (BbDeform *deform)
{
  guint index;
  BbDeformItem *item = bb_deform_find_table (deform, "t4", &index);
  gboolean is_two = bb_deform_chance (deform, 30);

  if (!has_fifteen (item))
    return;
  if (is_two)
    bb_deform_insert (deform, index + 1, part_new (item, 5, 10, "行政诉讼"));
  else
    {
      bb_deform_insert (deform, index + 1, part_new (item, 10, 5, bb_deform_chance (deform, 50) ? "行政诉讼\n复议后起诉" : "复议后起诉"));
      bb_deform_insert (deform, index + 1, part_new (item, 5, 5, bb_deform_chance (deform, 50) ? "行政诉讼\n未经复议直接起诉" : "未经复议直接起诉"));
    }
  bb_deform_insert (deform, index + 1, part_new (item, 0, 5, "行政复议"));
  g_ptr_array_remove_index (deform->items, index);
}

/* Three rows of five, each with its name in front. */
static void
stand_disputes_up (BbDeform *deform)
{
  static const char *const names[] = { "行政复议", "未经复议直接起诉", "复议后起诉" };
  guint index;
  BbDeformItem *item = bb_deform_find_table (deform, "t4", &index);
  BbDeformItem *upright;

  if (!has_fifteen (item))
    return;
  upright = bb_deform_item_table ("|结果维持|结果纠正|其他结果|尚未审结|总计");
  upright->table = item->table;
  for (guint g = 0; g < G_N_ELEMENTS (names); g++)
    take_columns (item, upright, 5 * g, 5, names[g]);
  bb_deform_insert (deform, index + 1, upright);
  g_ptr_array_remove_index (deform->items, index);
}

/* ---- elsewhere ---- */

/* All tables at the end, below titles of their own. */
static void
tables_at_end (BbDeform *deform)
{
  guint n = deform->items->len;

  /* Other years' tables would stand in their place. */
  for (guint i = 0; i < n; i++)
    if (bb_deform_item (deform, i)->rows != NULL && bb_deform_item (deform, i)->table < 0)
      return;
  for (guint i = 0, k = 0; k < n; k++)
    if (bb_deform_item (deform, i)->table >= 0)
      {
        BbDeformItem *item = g_ptr_array_steal_index (deform->items, i);

        bb_deform_add (deform, bb_deform_item_text (item->table == 0 ? "附表1" : "附表", 0));
        bb_deform_add (deform, item);
      }
    else
      i++;
}

static void
row_tables (BbDeform *deform)
{
  cut_at_random (deform, "t3", 400, FALSE);
  cut_at_random (deform, "t2", 100, FALSE);
}

/* *INDENT-OFF* */
const BbDeformCase bb_deform_cuts[] = {
  { "cut",                  cut_once,              "htdx" },
  { "cut-heads",            cut_with_heads,        "htdx" },
  { "cut-often",            cut_often,             "htdx" },
  { "cut-often-heads",      cut_often_with_heads,  "htdx" },
  { "cut-everywhere",       cut_everywhere,        "htdx" },
  { "cut-rows",             row_tables,            "htdx" },
  { "cut-parts",            cut_parts,             "htdx" },
  { "cut-t2",               cut_t2,                "htdx" },
  { "page-number-rows",     page_number_rows,      "htdx" },
  { "disputes-split",       split_disputes,        "htdx" },
  { "disputes-upright",     stand_disputes_up,     "htdx" },
  { "tables-at-end",        tables_at_end,         "htdx" },
  { NULL,                   NULL,                  NULL },
};
/* *INDENT-ON* */
