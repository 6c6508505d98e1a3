/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What offices and their programs add to tables and figures: marks, rows and columns of their own, other orders, other reports. */
#include "bb-deform.h"

#include <string.h>

static BbDeformCell *
blank_new (const char *text)
{
  return bb_deform_cell_new (text, 1, 1);
}

typedef void (*CellFunc) (BbDeform *deform, BbDeformCell *cell);

/* Cells whose figure is still written plainly. */
static void
each_figure (BbDeform *deform, int percent, CellFunc func)
{
  for (guint i = 0; i < deform->items->len; i++)
    for (guint r = 0; bb_deform_item (deform, i)->table >= 0 && r < bb_deform_item (deform, i)->rows->len; r++)
      {
        GPtrArray *row = bb_deform_row (bb_deform_item (deform, i), r);

        for (guint c = 0; c < row->len; c++)
          {
            BbDeformCell *cell = bb_deform_cell (row, c);

            if (cell->cell >= 0 && cell->markup == NULL && cell->text[strspn (cell->text, "0123456789")] == '\0' && *cell->text != '\0' &&
                bb_deform_chance (deform, percent))
              func (deform, cell);
          }
      }
}

/* ---- figures ---- */

/* The figure is the same; what stands behind it is none of it. */
static void
mark (BbDeform *deform, BbDeformCell *cell)
{
  static const char *const marks[] = { "%s①", "%s¹", "%s[1]", "%s〔2〕", "%s（注1）", "%s ②", "%s²³", "%s[注]" };
  g_autofree char *text = g_strdup_printf (marks[bb_deform_pick (deform, G_N_ELEMENTS (marks))], cell->text);

  bb_deform_cell_set (cell, text);
}

static void
add_last_year (BbDeform *deform, BbDeformCell *cell)
{
  static const char *const patterns[] = { "%s（7）", "%s(12)", "%s（上年3）", "%s\n(7)", "%s/18", "%s\n18", "18→%s", "%s [去年7]", "7（%s）" };
  g_autofree char *text = g_strdup_printf (patterns[bb_deform_pick (deform, G_N_ELEMENTS (patterns))], cell->text);

  bb_deform_write (deform, (guint) cell->cell, text);
}

static void
write_chinese (BbDeform *deform, BbDeformCell *cell)
{
  static const char *const words[] = { "十二", "三", "二十余", "约30", "近百", "一百零二", "12余", "〇", "两", "壹拾" };

  bb_deform_write (deform, (guint) cell->cell, words[bb_deform_pick (deform, G_N_ELEMENTS (words))]);
}

static void
hide_digits (BbDeform *deform, BbDeformCell *cell)
{
  static const char *const patterns[] = {
    "<span style=\"display:none\">7</span>%s", "%s<span style=\"DISPLAY: none\">8</span>", "<span hidden>3</span>%s", "%s<span style='mso-hide:all'>5</span>",
    "<input type=\"hidden\" value=\"7\">%s", "%s<script>7</script>", "%s<!--[if gte mso 9]><xml>7</xml><![endif]-->", "<span style='font-family:\"宋体\"'>%s</span>",
    "<img src=\"7.png\" alt=\"7\">%s", "<b><i><u>%s</u></i></b>", "<table><tbody><tr><td><p>%s</p></td></tr></tbody></table>",
  };

  cell->markup = g_strdup_printf (patterns[bb_deform_pick (deform, G_N_ELEMENTS (patterns))], cell->text);
}

/* Not a number any more: two figures of the file would run together. */
static void
write_sum (BbDeform *deform, BbDeformCell *cell)
{
  static const char *const patterns[] = { "%s+3", "%s、2", "%s；", "%s 12", "%s,2", "%s。", "=%s", "%s%%", "#%s", "'%s", "%s-1", "第%s", "%s个月" };
  g_autofree char *text = g_strdup_printf (patterns[bb_deform_pick (deform, G_N_ELEMENTS (patterns))], cell->text);

  bb_deform_write (deform, (guint) cell->cell, text);
}

static void marks (BbDeform *deform) { each_figure (deform, 10, mark); }
static void last_years (BbDeform *deform) { each_figure (deform, 10, add_last_year); }
static void chinese (BbDeform *deform) { each_figure (deform, 10, write_chinese); }
static void hidden (BbDeform *deform) { each_figure (deform, 40, hide_digits); }
static void sums (BbDeform *deform) { each_figure (deform, 10, write_sum); }

/* ---- marks behind labels ---- */

static void
mark_labels (BbDeform *deform)
{
  static const char *const marks[] = { "%s*", "%s①", "%s¹", "%s[1]", "%s（注1）", "%s※" };

  for (guint i = 0; i < deform->items->len; i++)
    for (guint r = 0; bb_deform_item (deform, i)->table >= 0 && r < bb_deform_item (deform, i)->rows->len; r++)
      {
        GPtrArray *row = bb_deform_row (bb_deform_item (deform, i), r);

        for (guint c = 0; c < row->len; c++)
          {
            BbDeformCell *cell = bb_deform_cell (row, c);
            g_autofree char *text = NULL;

            if (cell->cell >= 0 || *cell->text == '\0' || !bb_deform_chance (deform, 15))
              continue;
            text = g_strdup_printf (marks[bb_deform_pick (deform, G_N_ELEMENTS (marks))], cell->text);
            bb_deform_cell_set (cell, text);
          }
      }
}

/* ---- rows and columns of their own ---- */

/* 单位：件 above the heads, a remark below the last row. */
static void
frame_table (BbDeform *deform)
{
  static const char *const above[] = { "单位：件", "（单位：件）", "填报单位：某局　　统计年度：2023", "表3  收到和处理政府信息公开申请情况" };
  static const char *const below[] = { "注：本表数据由各单位报送。", "备注：第一项加第二项之和，等于第三项加第四项之和。", "填表人：张三　审核人：李四", "注1：含上年结转3件" };
  BbDeformItem *item = bb_deform_find_table (deform, bb_deform_chance (deform, 50) ? "t3" : "t4", NULL);
  guint n = item->table == (int) bb_deform_find_table (deform, "t3", NULL)->table ? 10 : 15;

  g_ptr_array_add (bb_deform_insert_row (item, 0), bb_deform_cell_new (above[bb_deform_pick (deform, G_N_ELEMENTS (above))], 1, n));
  g_ptr_array_add (bb_deform_insert_row (item, item->rows->len), bb_deform_cell_new (below[bb_deform_pick (deform, G_N_ELEMENTS (below))], 1, n));
}

/* An empty place behind each place. */
static void
gap_columns (BbDeform *deform)
{
  for (guint i = 0; i < deform->items->len; i++)
    for (guint r = 0; bb_deform_item (deform, i)->table >= 0 && r < bb_deform_item (deform, i)->rows->len; r++)
      {
        GPtrArray *row = bb_deform_row (bb_deform_item (deform, i), r);

        for (guint c = row->len; c > 0; c--)
          {
            BbDeformCell *cell = bb_deform_cell (row, c - 1);

            if (cell->rows > 1 || cell->columns > 1 || cell->cell < 0)
              cell->columns *= 2;
            else
              g_ptr_array_insert (row, (int) c, blank_new (""));
          }
      }
}

/* Spans that end outside the table. */
static void
overrun (BbDeform *deform)
{
  for (guint i = 0; i < deform->items->len; i++)
    if (bb_deform_item (deform, i)->table >= 0)
      {
        BbDeformItem *item = bb_deform_item (deform, i);
        GPtrArray *row = bb_deform_row (item, item->rows->len - 1);

        for (guint c = 0; c < row->len; c++)
          bb_deform_cell (row, c)->rows = bb_deform_chance (deform, 50) ? 99 : 2;
      }
}

/* ---- figures over several columns ---- */

/* One figure for two columns: the sum of both, for all that anybody can tell. */
static void
merge_figures (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", NULL);

  for (guint r = bb_deform_first_row (item); r < item->rows->len; r++)
    {
      GPtrArray *row = bb_deform_row (item, r);
      guint c = row->len >= 7 ? row->len - 7 + bb_deform_pick (deform, 5) : row->len;
      BbDeformCell *cell = c + 1 < row->len ? bb_deform_cell (row, c) : NULL;
      BbDeformCell *next = cell != NULL ? bb_deform_cell (row, c + 1) : NULL;

      if (cell == NULL || cell->cell < 0 || next->cell != cell->cell + 1 || cell->columns > 1 || next->columns > 1 || !bb_deform_chance (deform, 20) ||
          cell->rows > 1 || next->rows > 1 || *cell->text < '1' || *cell->text > '9')
        continue;
      bb_deform_write (deform, (guint) cell->cell, "");
      bb_deform_cell_set (cell, "4999");
      cell->columns = 2;
      bb_deform_write (deform, (guint) next->cell, NULL);
      g_ptr_array_remove_index (row, c + 1);
    }
}

/* ---- other years ---- */

/* Table 3 of the year before above this year's, as whole as that, and named. */
static void
precede_year (BbDeform *deform)
{
  static const char *const captions[] = { "%d年办理情况（对比）", "附：%d年度数据", "（一）上年度情况", "上一年度收到和处理政府信息公开申请情况：" };
  g_autoptr (BbDeform) other = bb_deform_new (deform->form->id, 8888);
  g_autofree char *caption = g_strdup_printf (captions[bb_deform_pick (deform, G_N_ELEMENTS (captions))], deform->year - 1);
  BbDeformItem *item;
  guint index;

  bb_deform_find_table (other, "t3", &index);
  item = g_ptr_array_steal_index (other->items, index);
  item->table = -1;
  for (guint r = 0; r < item->rows->len; r++)
    for (guint i = 0; i < bb_deform_row (item, r)->len; i++)
      bb_deform_cell (bb_deform_row (item, r), i)->cell = -1;
  bb_deform_find_table (deform, "t3", &index);
  bb_deform_insert (deform, index, bb_deform_item_text ("本年度情况如下", 0));
  bb_deform_insert (deform, index, item);
  bb_deform_insert (deform, index, bb_deform_item_text (caption, 0));
}

/* ---- table 4 ---- */

/* The form's three rows of heads over one row of fifteen. */
static gboolean
is_disputes (BbDeformItem *item)
{
  return item->rows->len == 4 && bb_deform_row (item, 3)->len == 15 && bb_deform_cell (bb_deform_row (item, 3), 0)->cell >= 0 &&
         bb_deform_row (item, 0)->len == 2 && bb_deform_cell (bb_deform_row (item, 0), 1)->columns == 10;
}

/* 行政诉讼 before 行政复议, or 复议后起诉 before the other. */
static void
move_groups (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t4", NULL);
  gboolean outer = bb_deform_chance (deform, 50);
  GPtrArray *values = bb_deform_row (item, item->rows->len - 1);

  if (!is_disputes (item))
    return;
  for (guint i = 0; i < 5; i++)
    g_ptr_array_insert (values, outer ? -1 : 5 + (int) i, g_ptr_array_steal_index (values, outer ? 0 : 10 + i));
  if (outer)
    {
      GPtrArray *heads = bb_deform_row (item, 1);

      g_ptr_array_add (bb_deform_row (item, 0), g_ptr_array_steal_index (bb_deform_row (item, 0), 0));
      for (guint i = 0; i < heads->len - 2; i++)
        g_ptr_array_add (heads, g_ptr_array_steal_index (heads, 0));
    }
  else
    {
      GPtrArray *heads = bb_deform_row (item, 1);

      g_ptr_array_add (heads, g_ptr_array_steal_index (heads, heads->len - 2));
    }
}

/* 结果 above a page's end and 维持 below it: some of the heads that reach over two rows are parted, in the form's order or another. */
static void
part_heads (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t4", NULL);
  guint some = bb_deform_chance (deform, 50) ? 100 : 60;
  GPtrArray *heads;
  guint n_groups = 0;

  if (!is_disputes (item))
    return;
  if (bb_deform_chance (deform, 50))
    move_groups (deform);
  heads = bb_deform_row (item, 1);
  for (guint i = 0, n = 0; i < heads->len; i++)
    {
      BbDeformCell *head = bb_deform_cell (heads, i);
      g_autofree char *above = head->columns == 1 && g_utf8_strlen (head->text, -1) == 4 ? g_utf8_substring (head->text, 0, 2) : NULL;
      const char *below = g_utf8_offset_to_pointer (head->text, above != NULL ? 2 : 0);

      n_groups += head->columns > 1;
      if (above == NULL || head->rows != 2 || !bb_deform_chance (deform, some))
        continue;
      g_ptr_array_insert (bb_deform_row (item, 2), n_groups > 0 ? -1 : (int) n++, bb_deform_cell_new (below, 1, 1));
      bb_deform_cell_set (head, above);
      head->rows = 1;
    }
}

/* One figure a row, its names in front. */
static void
stand_up (BbDeform *deform)
{
  static const char *const names[] = { "行政复议", "未经复议直接起诉", "复议后起诉" };
  static const char *const parts[] = { "结果维持", "结果纠正", "其他结果", "尚未审结", "总计" };
  guint index;
  BbDeformItem *item = bb_deform_find_table (deform, "t4", &index);
  BbDeformItem *standing;

  if (!is_disputes (item))
    return;
  standing = bb_deform_item_table ("类别|情形|件数");
  standing->table = item->table;
  if (bb_deform_chance (deform, 50))
    g_ptr_array_set_size (standing->rows, 0);
  for (guint i = 0; i < 15; i++)
    {
      GPtrArray *row = bb_deform_insert_row (standing, standing->rows->len);

      if (i % 5 == 0)
        g_ptr_array_add (row, bb_deform_cell_new (names[i / 5], 5, 1));
      g_ptr_array_add (row, blank_new (parts[i % 5]));
      g_ptr_array_add (row, g_ptr_array_steal_index (bb_deform_row (item, 3), 0));
    }
  bb_deform_insert (deform, index + 1, standing);
  g_ptr_array_remove_index (deform->items, index);
}

/* 件数 in front of the figures; or a year, of which there are two. */
static void
label_disputes (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t4", NULL);
  gboolean years = bb_deform_chance (deform, 50);
  g_autofree char *year = g_strdup_printf ("%d年", deform->year);
  g_autofree char *before = g_strdup_printf ("%d年", deform->year - 1);
  GPtrArray *row;

  if (!is_disputes (item))
    return;
  g_ptr_array_insert (bb_deform_row (item, 0), 0, bb_deform_cell_new (years ? "年度" : "项目", 3, 1));
  g_ptr_array_insert (bb_deform_row (item, 3), 0, blank_new (years ? year : "件数"));
  if (!years)
    return;
  row = bb_deform_insert_row (item, bb_deform_chance (deform, 50) ? 3 : 4);
  g_ptr_array_add (row, blank_new (before));
  for (guint i = 0; i < 15; i++)
    g_ptr_array_add (row, blank_new ("7"));
}

/* ---- table 3 on its side ---- */

/* Pieces of a table have heads and labels in other pieces: on their side nobody could tell what they are. */
static gboolean
is_cut (BbDeform *deform, const BbDeformItem *item)
{
  guint n = 0;

  for (guint i = 0; i < deform->items->len; i++)
    n += bb_deform_item (deform, i)->table == item->table;
  return n > 1;
}

/* As the form's grid says, with rows and columns exchanged. */
static void
turn_requests (BbDeform *deform)
{
  guint index;
  BbDeformItem *item = bb_deform_find_table (deform, "t3", &index);
  g_autoptr (GPtrArray) grid = bb_deform_lay_out (item);
  BbDeformItem *turned = bb_deform_item_table ("");
  guint n = ((GArray *) g_ptr_array_index (grid, 0))->len;

  if (is_cut (deform, item))
    {
      bb_deform_item_free (turned);
      return;
    }
  g_ptr_array_set_size (turned->rows, 0);
  turned->table = item->table;
  for (guint c = 0; c < n; c++)
    {
      GPtrArray *row = bb_deform_insert_row (turned, c);

      for (guint r = 0; r < grid->len; r++)
        {
          const GArray *places = g_ptr_array_index (grid, r);
          const BbDeformPlace *place = c < places->len ? &g_array_index (places, BbDeformPlace, c) : NULL;
          BbDeformCell *copy;

          if (place == NULL || place->cell == NULL || !place->is_first)
            continue;
          copy = bb_deform_cell_new (place->cell->text, place->cell->columns, place->cell->rows);
          copy->cell = place->cell->cell;
          copy->markup = g_strdup (place->cell->markup);
          g_ptr_array_add (row, copy);
        }
    }
  bb_deform_insert (deform, index + 1, turned);
  g_ptr_array_remove_index (deform->items, index);
}

/* ---- other reports ---- */

/* The report of an office below, with tables as whole as these, behind this one. */
static void
append_report (BbDeform *deform)
{
  g_autoptr (BbDeform) other = bb_deform_new (deform->form->id, 7777);
  g_autofree char *title = g_strdup_printf ("附件：云岭县民政局%d年政府信息公开工作年度报告", deform->year);

  bb_deform_add (deform, bb_deform_item_text (title, 0));
  while (other->items->len > 1)
    {
      BbDeformItem *item = g_ptr_array_steal_index (other->items, 1);

      item->table = -1;
      item->level = 0;
      /* Its sentences are another report's. */
      if (item->text != NULL && strstr (item->text, "本年度各项工作") == item->text)
        item->text[0] = ' ', item->text[1] = ' ', item->text[2] = ' ';
      for (guint r = 0; item->rows != NULL && r < item->rows->len; r++)
        for (guint i = 0; i < bb_deform_row (item, r)->len; i++)
          bb_deform_cell (bb_deform_row (item, r), i)->cell = -1;
      bb_deform_add (deform, item);
    }
}

/* *INDENT-OFF* */
const BbDeformCase bb_deform_office[] = {
  { "marks",             marks,           "htdx" },
  { "last-years",        last_years,      "hdx" },
  { "chinese-numerals",  chinese,         "htdx" },
  { "hidden-digits",     hidden,          "h" },
  { "written-sums",      sums,            "htdx" },
  { "marked-labels",     mark_labels,     "htdx" },
  { "framed-table",      frame_table,     "htdx" },
  { "gaps",              gap_columns,     "htdx" },
  { "overrun",           overrun,         "h" },
  { "merged-figures",    merge_figures,   "hdx" },
  { "year-before",       precede_year,    "htd" },
  { "groups-moved",      move_groups,     "htdx" },
  { "heads-parted",      part_heads,      "hdx" },
  { "disputes-standing", stand_up,        "htdx" },
  { "disputes-labelled", label_disputes,  "htdx" },
  { "requests-turned",   turn_requests,   "htdx*" },
  { "other-report",      append_report,   "htd" },
  { NULL,                NULL,            NULL },
};
/* *INDENT-ON* */
