/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How heads and labels are worded, set and arranged. */
#include "bb-deform.h"

#include <string.h>

typedef void (*CellFunc) (BbDeform *deform, BbDeformCell *cell);

static gboolean
is_printed (const BbDeformCell *cell)
{
  return cell->cell < 0 && *cell->text != '\0';
}

static void
each_label (BbDeform *deform, int percent, gboolean heads, CellFunc func)
{
  for (guint i = 0; i < deform->items->len; i++)
    for (guint r = 0; bb_deform_item (deform, i)->table >= 0 && r < bb_deform_item (deform, i)->rows->len; r++)
      {
        GPtrArray *row = bb_deform_row (bb_deform_item (deform, i), r);

        for (guint c = 0; c < row->len; c++)
          if (is_printed (bb_deform_cell (row, c)) && (bb_deform_cell (row, c)->role != BB_SLOT_ROW_HEAD) == heads &&
              bb_deform_chance (deform, percent))
            func (deform, bb_deform_cell (row, c));
      }
}

static void
each_of_both (BbDeform *deform, int percent, CellFunc func)
{
  each_label (deform, percent, FALSE, func);
  each_label (deform, percent, TRUE, func);
}

/* @text with @mark between the characters from @first to @last. */
static char *
put_between (const char *text, const char *mark, glong first, glong last)
{
  GString *spaced = g_string_new (NULL);
  glong n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n++)
    g_string_append_printf (spaced, "%s%.*s", n > 0 && n >= first && n <= last ? mark : "", (int) (g_utf8_next_char (p) - p), p);
  return g_string_free (spaced, FALSE);
}

static void
take (BbDeformCell *cell, char *text)
{
  g_free (cell->text);
  cell->text = text;
}

static void
wrap (BbDeform *deform, BbDeformCell *cell)
{
  glong place = g_rand_int_range (deform->random, 1, (gint32) g_utf8_strlen (cell->text, -1) + 1);

  take (cell, put_between (cell->text, "\n", place, place));
}

static void
space (BbDeform *deform, BbDeformCell *cell)
{
  take (cell, put_between (cell->text, bb_deform_chance (deform, 50) ? " " : "　", 0, G_MAXINT));
}

static void
stack (BbDeform *deform, BbDeformCell *cell)
{
  take (cell, put_between (cell->text, "\n", 0, G_MAXINT));
}

static void
halve_brackets (BbDeform *deform, BbDeformCell *cell)
{
  GString *text = g_string_new (cell->text);

  g_string_replace (text, "（", "(", 0);
  g_string_replace (text, "）", bb_deform_chance (deform, 50) ? ")" : ") ", 0);
  g_string_replace (text, "“", "\"", 0);
  g_string_replace (text, "”", "\"", 0);
  take (cell, g_string_free (text, FALSE));
}

static void
renumber (BbDeform *deform, BbDeformCell *cell)
{
  static const char *const marks[] = { "、", "．", "，", ". ", ")", "" };
  const char *dot = strchr (cell->text, '.');

  if (dot != NULL && dot - cell->text < 3)
    take (cell, g_strdup_printf ("%.*s%s%s", (int) (dot - cell->text), cell->text, marks[bb_deform_pick (deform, G_N_ELEMENTS (marks))], dot + 1));
}

static void
unnumber (BbDeform *deform, BbDeformCell *cell)
{
  g_autofree char *folded = bb_text_fold_label (cell->text);

  take (cell, g_strdup (bb_text_strip_number (folded)));
}

/* One character is another one, is missing or stands twice. */
static void
misprint (BbDeform *deform, BbDeformCell *cell)
{
  static const char *const patterns[] = { "%.*s某%s", "%.*s%s", "%.*s%s" };
  glong length = g_utf8_strlen (cell->text, -1);
  glong place = length > 7 ? g_rand_int_range (deform->random, 4, (gint32) length - 1) : 0;
  const char *p = g_utf8_offset_to_pointer (cell->text, place);
  guint kind = bb_deform_pick (deform, G_N_ELEMENTS (patterns));

  if (place > 0)
    take (cell, g_strdup_printf (patterns[kind], (int) (p - cell->text), cell->text, kind == 2 ? p : g_utf8_next_char (p)));
  if (place > 0 && kind == 2)
    take (cell, g_strdup_printf ("%s某", cell->text));
}

static void
reword (BbDeform *deform, BbDeformCell *cell)
{
  /* *INDENT-OFF* */
  static const char *const words[][2] = {
    { "社会公益组织", "社会组织" }, { "2.其他法律行政法规禁止公开", "2.其他法律法规禁止公开" }, { "2.其他法律行政法规禁止公开", "2.其他法律行政止公开" },
    { "总计", "合计" }, { "（七）总计", "（七） 合计" }, { "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开" },
    { "行政规范性文件", "规范性文件" }, { "本年收费金额（单位：万元）", "本年收费金额（单位：万元，保留4位小数）" }, { "（六）其他处理", "（六）其他" },
    { "3.其他", "3．其它" }, { "第二十条第（一）项", "第二十条第一项" }, { "第二十条第（五）项", "《条例》第二十条第（五）项" },
    { "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "" },
    { "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "本列数据的勾稽关系为：第一项加第二项之和等于第三项加第四项之和" },
  };
  /* *INDENT-ON* */

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (cell->text, words[i][0]) && bb_deform_chance (deform, 60))
      {
        bb_deform_cell_set (cell, words[i][1]);
        return;
      }
}

static void labels_wrapped (BbDeform *deform) { each_of_both (deform, 70, wrap); }
static void labels_spaced (BbDeform *deform) { each_of_both (deform, 60, space); }
static void labels_stacked (BbDeform *deform) { each_of_both (deform, 60, stack); }
static void labels_halved (BbDeform *deform) { each_of_both (deform, 80, halve_brackets); }
static void labels_renumbered (BbDeform *deform) { each_label (deform, 80, FALSE, renumber); }
static void labels_unnumbered (BbDeform *deform) { each_label (deform, 100, FALSE, unnumber); }
static void labels_some_numbers (BbDeform *deform) { each_label (deform, 30, FALSE, unnumber); }
static void labels_misprinted (BbDeform *deform) { each_label (deform, 15, FALSE, misprint); }
static void labels_reworded (BbDeform *deform) { each_of_both (deform, 80, reword); }

/* ---- the columns of labels of table 3 ---- */

static BbDeformItem *
find_requests (BbDeform *deform, guint *first)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", NULL);

  *first = bb_deform_first_row (item);
  return item;
}

/* The titles of the groups that a row begins; others began above it. */
static guint
count_groups (GPtrArray *row)
{
  guint n = 0;

  while (n < row->len && bb_deform_cell (row, n)->role == BB_SLOT_ROW_HEAD)
    n++;
  return n > 0 ? n - 1 : 0;
}

/* @width: grid columns of labels that are left; @join: put the titles of the groups before the labels */
static void
merge_labels (BbDeform *deform, guint width, const char *join)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first);
  char *groups[2] = { g_strdup (""), g_strdup ("") };

  bb_deform_cell (bb_deform_row (item, 0), 0)->columns = width;
  for (guint r = first; r < item->rows->len; r++)
    {
      GPtrArray *row = bb_deform_row (item, r);
      guint n = count_groups (row);
      BbDeformCell *label;

      for (guint i = 0; i < n; i++)
        {
          BbDeformCell *group = bb_deform_cell (row, 0);
          guint level = g_str_has_prefix (group->text, "三、") ? 0 : 1;

          g_free (groups[level]);
          groups[level] = g_strdup (group->text);
          g_ptr_array_remove_index (row, 0);
        }
      label = bb_deform_cell (row, 0);
      if (join != NULL && label->columns == 1)
        take (label, g_strdup_printf ("%s%s%s", groups[1], join, label->text));
      else if (join != NULL && label->columns == 2 && bb_deform_chance (deform, 30))
        take (label, g_strdup_printf ("%s%s%s", groups[0], join, label->text));
      label->columns = width;
    }
  g_free (groups[0]);
  g_free (groups[1]);
}

static void labels_in_one (BbDeform *deform) { merge_labels (deform, 1, NULL); }
static void labels_joined (BbDeform *deform) { merge_labels (deform, 1, bb_deform_chance (deform, 50) ? "" : "\n"); }
static void labels_joined_wide (BbDeform *deform) { merge_labels (deform, 3, " "); }

static BbDeformCell *
label_new (const char *text, guint rows, guint columns)
{
  BbDeformCell *cell = bb_deform_cell_new (text, rows, columns);

  cell->role = BB_SLOT_ROW_HEAD;
  return cell;
}

/* Titles of groups on rows of their own, above their rows. */
static void
labels_in_rows (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first);
  gboolean is_wide = bb_deform_chance (deform, 50);

  bb_deform_cell (bb_deform_row (item, 0), 0)->columns = 1;
  for (guint r = first; r < item->rows->len; r++)
    {
      GPtrArray *row = bb_deform_row (item, r);
      guint n = count_groups (row);

      bb_deform_leaf_label (row)->columns = 1;
      for (guint i = 0; i < n; i++, r++)
        {
          GPtrArray *own = bb_deform_insert_row (item, r);
          BbDeformCell *group = g_ptr_array_steal_index (row, 0);

          group->rows = 1;
          group->columns = is_wide ? 8 : 1;
          g_ptr_array_add (own, group);
          for (guint c = 0; !is_wide && c < 7; c++)
            g_ptr_array_add (own, label_new ("", 1, 1));
        }
    }
}

/* Only the outer groups lose their column. */
static void
labels_in_two (BbDeform *deform)
{
  guint first;
  BbDeformItem *item = find_requests (deform, &first);

  bb_deform_cell (bb_deform_row (item, 0), 0)->columns = 2;
  for (guint r = first; r < item->rows->len; r++)
    {
      GPtrArray *row = bb_deform_row (item, r);

      if (g_str_has_prefix (bb_deform_cell (row, 0)->text, "三、"))
        g_ptr_array_remove_index (row, 0);
      if (bb_deform_leaf_label (row)->columns > 1)
        bb_deform_leaf_label (row)->columns = 2;
    }
}

/* No cell spans rows: below its first row the group's place is empty, or says the same. */
static void
unmerge (BbDeform *deform, gboolean repeated)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", NULL);
  g_autoptr (GPtrArray) grid = bb_deform_lay_out (item);

  for (guint r = 0; r < grid->len; r++)
    {
      const GArray *places = g_ptr_array_index (grid, r);
      GPtrArray *row = bb_deform_row (item, r);

      for (guint c = 0; c < places->len; c++)
        {
          const BbDeformPlace *place = &g_array_index (places, BbDeformPlace, c);

          if (place->cell != NULL && !place->is_first)
            g_ptr_array_insert (row, (int) c, label_new (repeated && place->cell->role == BB_SLOT_ROW_HEAD ? place->cell->text : "", 1, 1));
        }
      for (guint c = 0; c < row->len; c++)
        bb_deform_cell (row, c)->columns = 1;
    }
  for (guint r = 0; r < item->rows->len; r++)
    for (guint c = 0; c < bb_deform_row (item, r)->len; c++)
      bb_deform_cell (bb_deform_row (item, r), c)->rows = 1;
}

static void labels_unmerged (BbDeform *deform) { unmerge (deform, FALSE); }
static void labels_repeated (BbDeform *deform) { unmerge (deform, TRUE); }

/* ---- the heads of table 3 ---- */

/* 申请人情况 over six columns, 总计 beside it; the form has it over seven. */
static void
heads_over_six (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", NULL);
  GPtrArray *first = bb_deform_row (item, 0);
  GPtrArray *second = bb_deform_row (item, 1);
  BbDeformCell *total = g_ptr_array_steal_index (second, second->len - 1);

  bb_deform_cell (first, 1)->columns = 6;
  total->rows = 3;
  g_ptr_array_add (first, total);
}

static void
heads_in_two_rows (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", NULL);
  BbDeformCell *corner = g_ptr_array_steal_index (bb_deform_row (item, 0), 0);

  corner->rows = 2;
  g_ptr_array_insert (bb_deform_row (item, 1), 0, corner);
  g_ptr_array_remove_index (item->rows, 0);
}

/* One row with all seven names. */
static void
heads_in_one_row (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", NULL);
  GPtrArray *names = bb_deform_row (item, 2);

  g_ptr_array_insert (names, 0, g_ptr_array_steal_index (bb_deform_row (item, 0), 0));
  g_ptr_array_insert (names, 1, g_ptr_array_steal_index (bb_deform_row (item, 1), 0));
  g_ptr_array_add (names, g_ptr_array_steal_index (bb_deform_row (item, 1), 1));
  for (guint i = 0; i < names->len; i++)
    bb_deform_cell (names, i)->rows = 1;
  g_ptr_array_remove_range (item->rows, 0, 2);
}

static void
heads_gone (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_find_table (deform, "t3", NULL);

  g_ptr_array_remove_range (item->rows, 0, bb_deform_first_row (item));
}

/* The form's head in a table of its own above the figures, as some converters cut it. */
static void
heads_apart (BbDeform *deform)
{
  guint index;
  BbDeformItem *item = bb_deform_find_table (deform, "t3", &index);
  BbDeformItem *head = bb_deform_item_table ("");
  guint first = bb_deform_first_row (item);

  g_ptr_array_set_size (head->rows, 0);
  for (guint i = 0; i < first; i++)
    g_ptr_array_add (head->rows, g_ptr_array_steal_index (item->rows, 0));
  bb_deform_insert (deform, index, head);
}

/* *INDENT-OFF* */
const BbDeformCase bb_deform_labels[] = {
  { "wrapped",          labels_wrapped,      "hdx" },
  { "spaced",           labels_spaced,       "htdx" },
  { "stacked",          labels_stacked,      "hdx" },
  { "half-width",       labels_halved,       "htdx" },
  { "renumbered",       labels_renumbered,   "htdx" },
  { "unnumbered",       labels_unnumbered,   "htdx" },
  { "some-numbers",     labels_some_numbers, "htdx" },
  { "misprinted",       labels_misprinted,   "htdx" },
  { "reworded",         labels_reworded,     "htdx" },
  { "one-column",       labels_in_one,       "htdx" },
  { "joined",           labels_joined,       "htdx" },
  { "joined-wide",      labels_joined_wide,  "htdx" },
  { "group-rows",       labels_in_rows,      "htdx" },
  { "two-columns",      labels_in_two,       "htdx" },
  { "unmerged",         labels_unmerged,     "htdx" },
  { "repeated",         labels_repeated,     "htdx" },
  { "heads-six",        heads_over_six,      "htdx" },
  { "heads-two-rows",   heads_in_two_rows,   "htdx" },
  { "heads-one-row",    heads_in_one_row,    "htdx" },
  { "heads-gone",       heads_gone,          "htdx" },
  { "heads-apart",      heads_apart,         "htdx" },
  { NULL,               NULL,                NULL },
};
/* *INDENT-ON* */
