/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around a report on a page, and how its title and headings are set. */
#include "bb-deform.h"

#include <string.h>

/* ---- around the report ---- */

static void
add_navigation (BbDeform *deform)
{
  g_autofree char *years = g_strdup_printf ("<ul><li><a>%1$s%2$d年政府信息公开工作年度报告</a></li><li><a>%1$s%3$d年政府信息公开工作年度报告</a>"
                                            "</li></ul>", deform->organisation, deform->year - 1, deform->year - 2);
  static const char *const texts[] = {
    "首页 > 政务公开 > 政府信息公开年报", "网站首页", "机构概况\n新闻中心\n政务公开\n办事服务\n互动交流", "您现在的位置：首页>政府信息公开>政府信息公开工作年度报告",
  };

  bb_deform_insert (deform, 0, bb_deform_item_text (texts[bb_deform_pick (deform, G_N_ELEMENTS (texts))], 0));
  bb_deform_insert (deform, 0, bb_deform_item_markup ("<nav><ul><li><a href=\"/\">首页</a></li><li><a>政务公开</a></li><li>无障碍浏览</li>"
                                                      "<li>总计访问 3826 次</li></ul></nav>"));
  if (bb_deform_chance (deform, 50))
    bb_deform_insert (deform, 1, bb_deform_item_markup (years));
}

static void
add_metadata (BbDeform *deform)
{
  g_autofree char *text = g_strdup_printf ("索引号：|014000319/%2$d-00012|主题分类：|政务公开\n发布机构：|%1$s|成文日期：|%2$d-01-20\n"
                                           "标题：|%1$s%3$d年政府信息公开工作年度报告\n文号：|无|有效性：|有效\n公开方式|主动公开|公开范围|面向社会",
                                           deform->organisation, deform->year + 1, deform->year);
  BbDeformItem *item = bb_deform_item_table (text);

  bb_deform_cell (bb_deform_row (item, 2), 1)->columns = 3;
  bb_deform_insert (deform, 0, item);
}

/* The same below the title; the sheet of a workbook that says nothing else. */
static void
add_metadata_below (BbDeform *deform)
{
  g_autofree char *text = g_strdup_printf ("索引号：|014000319/%2$d-00012|信息分类：|政务公开\n发文机关：|%1$s|成文日期：|%2$d-01-20\n"
                                           "标题：|%1$s%3$d年政府信息公开工作年度报告\n发文字号：|无|时效性：|有效\n内容概述：|年报|公开日期：|%2$d-01-20",
                                           deform->organisation, deform->year + 1, deform->year);

  deform->is_one_sheet = FALSE;
  bb_deform_insert (deform, 1, bb_deform_item_table (text));
}

static void
add_lines_below (BbDeform *deform)
{
  g_autofree char *source = g_strconcat ("来源：", deform->organisation, NULL);
  const char *const lines[] = { "发布日期：2025-01-20", source, "浏览次数：3826", "字体大小：[大 中 小]", "作者：办公室", "2025-01-20 15:32", "【字体：大 中 小】", "阅读：12次" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (bb_deform_chance (deform, 60))
      bb_deform_insert (deform, 1, bb_deform_item_text (lines[i], 0));
}

static void
add_metadata_lines (BbDeform *deform)
{
  g_autofree char *date = g_strdup_printf ("发布时间：%d-01-20 15:32 来源：%s 浏览次数：128 字号：[大 中 小]", deform->year + 1, deform->organisation);

  bb_deform_insert (deform, 1, bb_deform_item_text (date, 0));
  bb_deform_insert (deform, 0, bb_deform_item_text ("索 引 号：014000319/2025-00012", 0));
}

static void
add_frame (BbDeform *deform)
{
  deform->before = g_strdup ("<table width=1000><tr><td colspan=2><img src=a.png></td></tr><tr><td width=200><table><tr><td><a>机构概况</a></td></tr>"
                             "<tr><td><a>政府信息公开年报</a></td></tr><tr><td>3</td></tr></table></td><td><table cellpadding=0><tr><td>");
  deform->after = g_strdup ("</td></tr></table></td></tr><tr><td colspan=2>主办：某县人民政府办公室　网站标识码：3200000012</td></tr></table>");
}

static void
add_deep_frame (BbDeform *deform)
{
  deform->before = g_strdup ("<div><form><table><tbody><tr><td></td><td><table><tbody><tr><td><center><table><tbody><tr><td>");
  deform->after = g_strdup ("</td></tr></tbody></table></center></td></tr></tbody></table></td><td>&nbsp;</td></tr></tbody></table></form></div>");
}

static void
add_footer (BbDeform *deform)
{
  static const char *const lines[] = {
    "【打印本页】 【关闭窗口】", "打印 关闭", "扫一扫在手机打开当前页", "主办：某县人民政府办公室　承办：某县大数据中心", "苏ICP备05000001号　苏公网安备 32000000000012号",
    "网站标识码：3200000012", "联系电话：0555-1234567", "责任编辑：张三", "分享到：",
  };
  g_autofree char *previous = g_strdup_printf ("上一篇：%s%d年政府信息公开工作年度报告", deform->organisation, deform->year - 1);
  g_autofree char *next = g_strdup_printf ("%s%d年政府信息公开工作年度报告", deform->organisation, deform->year + 1);

  bb_deform_add (deform, bb_deform_item_text (previous, 0));
  if (bb_deform_chance (deform, 50))
    bb_deform_add (deform, bb_deform_item_text (next, 0));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (bb_deform_chance (deform, 70))
      bb_deform_add (deform, bb_deform_item_text (lines[i], 0));
}

static void
add_footer_table (BbDeform *deform)
{
  bb_deform_add (deform, bb_deform_item_table ("相关链接|中国政府网|省政府|其他\n主办单位|12|3|总计"));
}

static void
add_scripts (BbDeform *deform)
{
  static const char *const markup[] = {
    "<script>var total = 15; document.write('<table><tr><td>一、本年新收政府信息公开申请数量<td>99</table>');</script>",
    "<style>td{width:12px}</style><!-- 一、本年新收 99 --><noscript>请打开脚本 12</noscript>",
    "<div style=\"display:none\"><table><tr><td>一、本年新收政府信息公开申请数量<td>7<td>7<td>7<td>7<td>7<td>7<td>42</table></div>",
    "<textarea>二、上年结转政府信息公开申请数量 9 9 9 9 9 9 54</textarea><iframe src=x>3</iframe><select><option>2018年<option>2017年</select>",
    "<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->",
  };

  for (guint i = 0; i < G_N_ELEMENTS (markup); i++)
    bb_deform_insert (deform, bb_deform_pick (deform, deform->items->len + 1), bb_deform_item_markup (markup[i]));
}

/* ---- titles ---- */

static guint
find_title (BbDeform *deform)
{
  for (guint i = 0; i < deform->items->len; i++)
    if (bb_deform_item (deform, i)->level == 1)
      return i;
  g_assert_not_reached ();
}

static void
set_title (BbDeform *deform, char *text)
{
  BbDeformItem *item = bb_deform_item (deform, find_title (deform));

  g_free (item->text);
  item->text = text;
}

static void
double_title (BbDeform *deform)
{
  guint index = find_title (deform);

  bb_deform_insert (deform, index, bb_deform_item_text (bb_deform_item (deform, index)->text, 1));
  if (bb_deform_chance (deform, 50))
    bb_deform_insert (deform, index + 1, bb_deform_item_text ("发布日期：2025-01-20", 0));
}

static void
other_title_above (BbDeform *deform)
{
  g_autofree char *text = g_strdup_printf ("%s%d年度政府信息公开工作报告", deform->organisation, deform->year);

  bb_deform_insert (deform, find_title (deform), bb_deform_item_text (text, 0));
}

static void
title_in_lines (BbDeform *deform)
{
  set_title (deform, g_strdup_printf ("%s\n%d年政府信息公开工作年度报告", deform->organisation, deform->year));
}

static void
title_in_paragraphs (BbDeform *deform)
{
  guint index = find_title (deform);

  bb_deform_insert (deform, index, bb_deform_item_text (deform->organisation, 1));
  g_free (bb_deform_item (deform, index + 1)->text);
  bb_deform_item (deform, index + 1)->text = g_strdup_printf ("%d年政府信息公开工作年度报告", deform->year);
}

static void
title_with_spaces (BbDeform *deform)
{
  set_title (deform, g_strdup_printf ("%s %d 年 政府信息公开工作　年度报告", deform->organisation, deform->year));
}

static void
title_year_first (BbDeform *deform)
{
  set_title (deform, g_strdup_printf ("%d年度%s政府信息公开工作年度报告", deform->year, deform->organisation));
}

static void
title_only_in_head (BbDeform *deform)
{
  g_ptr_array_remove_index (deform->items, find_title (deform));
  g_free (deform->page_title);
  deform->page_title = g_strdup_printf ("%s%d年政府信息公开工作年度报告_信息公开年报_某市人民政府门户网站", deform->organisation, deform->year);
}

static void
title_only_in_name (BbDeform *deform)
{
  g_ptr_array_remove_index (deform->items, find_title (deform));
  g_clear_pointer (&deform->page_title, g_free);
  g_free (deform->name);
  deform->name = g_strdup_printf ("%s%d年政府信息公开工作年度报告", deform->organisation, deform->year);
}

static void
title_without_year (BbDeform *deform)
{
  g_autofree char *text = g_strdup_printf ("本报告由%1$s编制，统计期限为%2$d年1月1日至%2$d年12月31日。", deform->organisation, deform->year);

  g_free (deform->page_title);
  deform->page_title = g_strdup ("政府信息公开");
  set_title (deform, g_strdup_printf ("%s政府信息公开工作年度报告", deform->organisation));
  bb_deform_insert (deform, find_title (deform) + 1, bb_deform_item_text (text, 0));
}

/* ---- headings ---- */

static void
change_headings (BbDeform *deform, char *(*change) (const BbSection *section, guint n))
{
  guint n = 0;

  for (guint i = 0; i < deform->form->n_sections; i++)
    if (deform->form->sections[i].title != NULL)
      {
        BbDeformItem *item = bb_deform_item (deform, bb_deform_find_heading (deform, ++n));

        g_free (item->text);
        item->text = change (&deform->form->sections[i], n);
      }
}

static char *
space_heading (const BbSection *section, guint n)
{
  GString *text = g_string_new (section->number);

  g_string_append (text, " 、");
  for (const char *p = section->title; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_printf (text, "%s%.*s", n % 2 == 0 ? " " : "　", (int) (g_utf8_next_char (p) - p), p);
  return g_string_free (text, FALSE);
}

static char *
break_heading (const BbSection *section, guint n)
{
  const char *middle = g_utf8_offset_to_pointer (section->title, g_utf8_strlen (section->title, -1) / 2);

  return g_strdup_printf (n % 2 == 0 ? "%s、\n%.*s\n%s" : "%s、%.*s\n%s", section->number, (int) (middle - section->title), section->title, middle);
}

static char *
run_in (const BbSection *section, guint n)
{
  static const char *const marks[] = { "。", "：", " " };

  if (section->table >= 0)
    return g_strdup_printf ("%s、%s%s本年度情况如下。", section->number, section->title, marks[n % 2]);
  return g_strdup_printf ("%s、%s%s本年度各项工作有序开展，成效明显。", section->number, section->title, marks[n % 3]);
}

static char *
restart_number (const BbSection *section, guint n)
{
  return g_strdup_printf ("%s、%s", n % 2 == 0 ? "一" : "二", section->title);
}

static char *
drop_number (const BbSection *section, guint n)
{
  return g_strdup (section->title);
}

static char *
bracket_number (const BbSection *section, guint n)
{
  return g_strdup_printf (n % 2 == 0 ? "（%s）%s" : "(%s) %s", section->number, section->title);
}

static char *
digit_number (const BbSection *section, guint n)
{
  return g_strdup_printf ("%u.%s", n, section->title);
}

static char *
part_number (const BbSection *section, guint n)
{
  return g_strdup_printf ("第%s部分　%s", section->number, section->title);
}

static void headings_spaced (BbDeform *deform) { change_headings (deform, space_heading); }
static void headings_broken (BbDeform *deform) { change_headings (deform, break_heading); }
static void headings_run_in (BbDeform *deform) { change_headings (deform, run_in); }
static void headings_restarted (BbDeform *deform) { change_headings (deform, restart_number); }
static void headings_unnumbered (BbDeform *deform) { change_headings (deform, drop_number); }
static void headings_bracketed (BbDeform *deform) { change_headings (deform, bracket_number); }
static void headings_in_digits (BbDeform *deform) { change_headings (deform, digit_number); }
static void headings_as_parts (BbDeform *deform) { change_headings (deform, part_number); }

static void
headings_gone (BbDeform *deform)
{
  for (guint i = deform->items->len; i > 0; i--)
    if (bb_deform_item (deform, i - 1)->level == 2 && bb_deform_chance (deform, 50))
      g_ptr_array_remove_index (deform->items, i - 1);
}

static void
add_contents (BbDeform *deform)
{
  guint index = find_title (deform) + 1;
  gboolean titled = bb_deform_chance (deform, 50);
  gboolean numbered = bb_deform_chance (deform, 50);

  for (guint i = deform->form->n_sections; i > 0; i--)
    {
      const BbSection *section = &deform->form->sections[i - 1];
      g_autofree char *text = section->title != NULL ? g_strdup_printf ("%s、%s%s", section->number, section->title, numbered ? "…………3" : "") : NULL;

      if (text != NULL)
        bb_deform_insert (deform, index, bb_deform_item_text (text, 0));
    }
  if (titled)
    bb_deform_insert (deform, index, bb_deform_item_text ("目　录", 0));
}

/* Points of section one that are numbered and worded like sections. */
static void
add_points (BbDeform *deform)
{
  static const char *const points[] = { "一、主动公开政府信息情况。全年公开3826条。", "二、依申请公开情况", "三、收到和处理政府信息公开申请情况良好。", "（四）其他需要报告的事项" };
  guint index = bb_deform_find_heading (deform, 1) + 1;

  for (guint i = G_N_ELEMENTS (points); i > 0; i--)
    bb_deform_insert (deform, index, bb_deform_item_text (points[i - 1], 0));
}

/* ---- other figures ---- */

/* A table of last year's figures with this table's labels. */
static const char rival[] = "指标|上一年|本年\n一、本年新收政府信息公开申请数量|1111|2222\n二、上年结转政府信息公开申请数量|3333|4444\n总计|5555|6666";

static void
rival_in_overview (BbDeform *deform)
{
  bb_deform_insert (deform, bb_deform_find_heading (deform, 1) + 2, bb_deform_item_table (rival));
}

static void
rival_at_end (BbDeform *deform)
{
  bb_deform_add (deform, bb_deform_item_text ("附件：近两年对比", 0));
  bb_deform_add (deform, bb_deform_item_table (rival));
}

static void
rival_beside_table (BbDeform *deform)
{
  guint index;

  bb_deform_find_table (deform, "t3", &index);
  bb_deform_insert (deform, index, bb_deform_item_table (rival));
}

static void
rival_behind_table (BbDeform *deform)
{
  guint index;

  bb_deform_find_table (deform, "t3", &index);
  bb_deform_insert (deform, index + 1, bb_deform_item_table (rival));
}

static void
sentences_like_rows (BbDeform *deform)
{
  guint index;

  bb_deform_find_table (deform, "t3", &index);
  bb_deform_insert (deform, index, bb_deform_item_text ("本年新收政府信息公开申请数量 3 件，上年结转政府信息公开申请数量 1 件，总计 4 件。", 0));
  bb_deform_insert (deform, bb_deform_find_heading (deform, 1) + 1, bb_deform_item_text ("予以公开12", 0));
  bb_deform_insert (deform, bb_deform_find_heading (deform, 6) + 1, bb_deform_item_text ("行政许可 12", 0));
}

/* *INDENT-OFF* */
const BbDeformCase bb_deform_pages[] = {
  { "plain",               NULL,                "htdx" },
  { "navigation",          add_navigation,      "hd" },
  { "metadata",            add_metadata,        "htdx" },
  { "metadata-lines",      add_metadata_lines,  "htd" },
  { "metadata-below",      add_metadata_below,  "htdx" },
  { "lines-below",         add_lines_below,     "htd" },
  { "frame",               add_frame,           "h" },
  { "deep-frame",          add_deep_frame,      "h" },
  { "footer",              add_footer,          "htdx" },
  { "footer-table",        add_footer_table,    "htdx" },
  { "scripts",             add_scripts,         "h" },
  { "title-twice",         double_title,        "htd" },
  { "title-other-above",   other_title_above,   "htd" },
  { "title-lines",         title_in_lines,      "htd" },
  { "title-paragraphs",    title_in_paragraphs, "htd" },
  { "title-spaces",        title_with_spaces,   "htdx" },
  { "title-year-first",    title_year_first,    "htdx" },
  { "title-in-head",       title_only_in_head,  "h" },
  { "title-in-name",       title_only_in_name,  "htdx" },
  { "title-no-year",       title_without_year,  "htdx" },
  { "headings-spaced",     headings_spaced,     "htdx" },
  { "headings-broken",     headings_broken,     "hdx" },
  { "headings-run-in",     headings_run_in,     "htdx" },
  { "headings-restarted",  headings_restarted,  "htdx" },
  { "headings-unnumbered", headings_unnumbered, "htdx" },
  { "headings-bracketed",  headings_bracketed,  "htdx" },
  { "headings-digits",     headings_in_digits,  "htdx" },
  { "headings-parts",      headings_as_parts,   "htdx" },
  { "headings-gone",       headings_gone,       "htdx" },
  { "contents",            add_contents,        "htdx" },
  { "points",              add_points,          "htdx" },
  { "rival-overview",      rival_in_overview,   "htdx" },
  { "rival-end",           rival_at_end,        "htdx" },
  { "rival-before",        rival_beside_table,  "htdx" },
  { "rival-behind",        rival_behind_table,  "htdx" },
  { "sentences",           sentences_like_rows, "htdx" },
  { NULL,                  NULL,                NULL },
};
/* *INDENT-ON* */
