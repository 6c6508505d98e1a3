/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other reports and units in the same file, and titles and headings in words of their own. */
#include "bb-deform.h"

#include <string.h>

static void
make_foreign (BbDeformItem *item)
{
  item->table = -1;
  for (guint r = 0; item->rows != NULL && r < item->rows->len; r++)
    for (guint c = 0; c < bb_deform_row (item, r)->len; c++)
      bb_deform_cell (bb_deform_row (item, r), c)->cell = -1;
}

/* A whole report that is not the one meant, under its title. */
static void
insert_other (BbDeform   *deform,
              guint       index,
              guint32     seed,
              const char *title)
{
  g_autoptr (BbDeform) other = bb_deform_new (deform->form->id, seed);

  for (guint i = other->items->len; i > 1; i--)
    {
      BbDeformItem *item = g_ptr_array_steal_index (other->items, i - 1);

      make_foreign (item);
      item->level = 0;
      /* Its sentences are another report's. */
      if (item->text != NULL && strstr (item->text, "本年度各项工作") == item->text)
        item->text[0] = ' ', item->text[1] = ' ', item->text[2] = ' ';
      bb_deform_insert (deform, index, item);
    }
  bb_deform_insert (deform, index, bb_deform_item_text (title, 0));
}

/* A page of all years, the older ones first. */
static void
earlier_report (BbDeform *deform)
{
  g_autofree char *title = g_strdup_printf ("%s%d年政府信息公开工作年度报告", deform->organisation, deform->year - 1);

  insert_other (deform, 0, 6161, title);
}

/* The tables alone of a unit, under a line that names it. */
static void
unit_behind (BbDeform *deform)
{
  static const char *const captions[] = { "附件：云岭县民政局%d年政府信息公开情况统计表", "附：乡镇办理情况表（%d年）", "附表" };
  g_autoptr (BbDeform) other = bb_deform_new (deform->form->id, 6262);
  g_autofree char *caption = g_strdup_printf (captions[bb_deform_pick (deform, G_N_ELEMENTS (captions))], deform->year);

  bb_deform_add (deform, bb_deform_item_text (caption, 0));
  for (guint i = 0; i < other->items->len; i++)
    {
      BbDeformItem *item = bb_deform_item (other, i);

      if (item->rows == NULL)
        continue;
      item = g_ptr_array_steal_index (other->items, i--);
      make_foreign (item);
      bb_deform_add (deform, item);
    }
}

static void
set_title (BbDeform *deform,
           char     *title)
{
  BbDeformItem *item = bb_deform_item (deform, 0);

  g_free (item->text);
  item->text = title;
}

static void
title_about (BbDeform *deform)
{
  static const char *const words[] = { "关于", "关于公布", "关于发布" };

  set_title (deform, g_strdup_printf ("%s%s%d年政府信息公开工作年度报告", deform->organisation, words[bb_deform_pick (deform, G_N_ELEMENTS (words))], deform->year));
}

static void
title_bracket (BbDeform *deform)
{
  set_title (deform, g_strdup_printf ("%d年政府信息公开工作年度报告（%s）", deform->year, deform->organisation));
}

static void
title_notice (BbDeform *deform)
{
  static const char *const ends[] = { "的公示", "的公告", "的通知" };

  set_title (deform, g_strdup_printf ("关于%s%d年政府信息公开工作年度报告%s", deform->organisation, deform->year, ends[bb_deform_pick (deform, G_N_ELEMENTS (ends))]));
}

static void
heading_bracketed (BbDeform *deform)
{
  BbDeformItem *item = bb_deform_item (deform, bb_deform_find_heading (deform, 5));

  g_free (item->text);
  item->text = g_strdup ("（五）存在问题和改进措施");
}

static void
running_head (BbDeform *deform)
{
  bb_deform_insert (deform, bb_deform_find_heading (deform, 5) + 1, bb_deform_item_text ("年度报告汇编　内部编号七", 0));
  bb_deform_insert (deform, 0, bb_deform_item_text ("年度报告汇编　内部编号七", 0));
}

const BbDeformCase bb_deform_others[] = {
  { "earlier-report",    earlier_report,    "htd" },
  { "unit-behind",       unit_behind,       "htd" },
  { "title-about",       title_about,       "htdx" },
  { "title-bracket",     title_bracket,     "htdx" },
  { "title-notice",      title_notice,      "htd" },
  { "heading-bracketed", heading_bracketed, "htd" },
  { "running-head",      running_head,      "htd" },
  { NULL,                NULL,              NULL },
};
