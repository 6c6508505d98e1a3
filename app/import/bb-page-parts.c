/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-page-parts.h"

#include <bianbao/bb-number.h>
#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* What is longer is a sentence, also without an end. */
#define LONGEST_SCRAP 70

/* As many lines above a title may be the head of the report itself: each of them is told. */
#define FEWEST_ABOVE 3

/* Values in a row: a row of table 4 has no label. */
#define FEWEST_VALUES 5

#define EXCERPT 60

/* *INDENT-OFF* */
/* How lines begin that belong to a page. Folded; contact lines are not among them: reports end with those themselves. */
static const char *const beginnings[] = {
  "发布时间", "发布日期", "公开日期", "成文日期", "生成日期", "发布机构", "公开机构", "信息来源", "来源:", "稿源:", "浏览次数", "浏览量", "点击数", "点击率",
  "点击次数", "阅读次数", "阅读量", "访问量", "字号", "字体", "打印", "[打印", "(打印", "【打印", "关闭", "【关闭", "分享", "索引号", "文号:", "主题分类",
  "公开方式", "有效性", "责任编辑", "编辑:", "审核:", "主办", "承办", "版权所有", "copyright", "网站标识码", "上一篇", "下一篇", "上一条", "下一条", "相关链接",
  "相关文章", "相关信息", "相关文件", "扫一扫", "返回顶部", "返回首页", "网站地图", "联系我们", "关于我们", "无障碍", "技术支持", "当前位置", "您现在的位置",
  "您的位置", "首页>", "视力保护色", "保护视力",
};

static const char *const anywhere[] = { "icp备", "网站标识码", "公网安备", "浏览次数", "打印本页", "关闭窗口", "字号:", "在手机打开", "手机浏览" };
/* *INDENT-ON* */

static gboolean
is_scrap (const BbMatchLine *line)
{
  return strstr (line->text, "。") == NULL && g_utf8_strlen (line->text, -1) <= LONGEST_SCRAP;
}

static gboolean
is_furniture (const BbMatchLine *line)
{
  g_autofree char *folded = is_scrap (line) ? bb_text_fold_label (line->text) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (folded, beginnings[i]))
      return TRUE;
  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (anywhere); i++)
    if (strstr (folded, anywhere[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_label (const BbMatch *match,
          const char    *text)
{
  for (guint i = 0; i < match->form->n_tables; i++)
    if (bb_labels_find_row (match->labels, match->form->tables[i].id, text, 0) != NULL ||
        bb_labels_is_head (match->labels, match->form->tables[i].id, text))
      return TRUE;
  return FALSE;
}

/* A row that one of the form's tables may be made of. */
static gboolean
is_of_table (const BbMatch     *match,
             const BbMatchLine *line)
{
  guint n_values = 0;

  for (guint i = 0; line->cells != NULL && i < line->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (line->cells, i);
      BbNumberForm form = bb_number_read (cell, NULL).form;

      n_values += form != BB_NUMBER_TEXT && form != BB_NUMBER_BLANK;
      if (form == BB_NUMBER_TEXT && is_label (match, cell))
        return TRUE;
    }
  return n_values >= FEWEST_VALUES;
}

static gboolean
is_open (const BbMatchLine *line)
{
  return line->use == BB_LINE_FREE && line->n_filled > 0;
}

/* What a part says, in one line. */
static void
add_text (GString           *text,
          const BbMatchLine *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", line->text);
}

/* @format: of the number of lines and the excerpt */
static void
tell (BbMatch    *match,
      const char *format,
      GString    *text,
      guint       n,
      guint       line)
{
  g_autofree char *excerpt = bb_match_excerpt (text->str, EXCERPT);

  g_strdelimit (excerpt, "\n\t", ' ');
  bb_match_note (match, "read.page", BB_SEVERITY_HINT, NULL, 0, line, g_strdup_printf (format, n, excerpt));
}

/* ---- above the title ---- */

static void
set_head_apart (BbMatch *match,
                guint    first)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < first; i++)
    n += is_open (bb_match_get_line (match, i)) && !is_of_table (match, bb_match_get_line (match, i));
  if (n < FEWEST_ABOVE)
    return;
  for (guint i = 0; i < first; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);

      if (!is_open (line) || is_of_table (match, line))
        continue;
      add_text (text, line);
      line->use = BB_LINE_NOTED;
    }
  tell (match, g_dngettext (GETTEXT_PACKAGE, "%u line above the title was left out as part of the page: “%s”",
                            "%u lines above the title were left out as part of the page: “%s”", n), text, n, 0);
}

/* ---- below the title ---- */

static void
set_lead_apart (BbMatch *match,
                guint    first)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int intro = bb_form_find_section (match->form, "intro");
  guint n = 0;

  for (guint i = first; i < match->lines->len && bb_match_get_line (match, i)->section == intro; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);

      if (!is_open (line) || !is_furniture (line) || is_of_table (match, line))
        continue;
      add_text (text, line);
      line->use = BB_LINE_NOTED;
      n++;
    }
  if (n > 0)
    tell (match, g_dngettext (GETTEXT_PACKAGE, "%u line below the title was left out as part of the page: “%s”",
                              "%u lines below the title were left out as part of the page: “%s”", n), text, n, 0);
}

/* ---- behind the last section ---- */

static guint
get_sheet (const BbMatch *match,
           guint          index)
{
  return g_array_index (match->source->places, BbImportPlace, bb_match_get_line (match, index)->line - 1).table;
}

/* Behind the text: in a workbook the sheets of the tables may follow the one that all headings stand on. */
static guint
find_end (const BbMatch *match,
          guint          first)
{
  guint last = first;
  guint end;

  if (match->source->sheets == NULL)
    return match->lines->len;
  for (guint i = first; i < match->lines->len; i++)
    if (bb_match_get_line (match, i)->use == BB_LINE_HEADING)
      last = i;
  for (end = last; end < match->lines->len && get_sheet (match, end) == get_sheet (match, last); end++)
    ;
  return end;
}

/* The first line from which on there is nothing but the page. Returns: @end when there is none. */
static guint
find_tail (const BbMatch *match,
           guint          first,
           guint          end)
{
  guint tail = end;

  for (guint i = end; i > first; i--)
    {
      const BbMatchLine *line = bb_match_get_line (match, i - 1);

      if (line->use != BB_LINE_FREE || (line->n_filled > 0 && (!is_scrap (line) || is_of_table (match, line))))
        return tail;
      if (line->n_filled > 0 && is_furniture (line))
        tail = i - 1;
    }
  return tail;
}

static void
set_tail_apart (BbMatch *match,
                guint    first)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint end = find_end (match, first);
  guint tail = find_tail (match, first, end);
  guint n = 0;

  for (guint i = tail; i < end; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);

      if (line->n_filled == 0)
        continue;
      add_text (text, line);
      line->use = BB_LINE_NOTED;
      n++;
    }
  if (n > 0)
    tell (match, g_dngettext (GETTEXT_PACKAGE, "%u line behind the report was left out as part of the page: “%s”",
                              "%u lines behind the report were left out as part of the page: “%s”", n), text, n,
          bb_match_get_line (match, tail)->line);
}

void
bb_page_parts_set_apart (BbMatch *match,
                         guint    first)
{
  set_head_apart (match, first);
  set_lead_apart (match, first);
  set_tail_apart (match, first);
}
