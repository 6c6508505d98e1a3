/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-page-words.h"

#include <bianbao/bb-text.h>
#include <string.h>

/* What is longer is a sentence, also without an end. */
#define LONGEST_SCRAP 70

/* *INDENT-OFF* */
/* How lines begin that belong to a page. Folded; contact lines are not among them: reports end with those themselves. */
static const char *const beginnings[] = {
  "发布时间", "发布日期", "公开日期", "公开时间", "成文日期", "生成日期", "发文日期", "发布机构", "公开机构", "发文机关", "发文机构", "发文字号", "信息来源", "来源:",
  "稿源:", "稿件来源", "浏览次数", "浏览量", "点击数", "点击率", "点击次数", "阅读次数", "阅读量", "访问量", "访问次数", "字号", "字体", "[字体", "(字体", "【字体",
  "打印", "[打印", "(打印", "【打印", "关闭", "【关闭", "分享", "索引号", "信息索引", "文号:", "主题分类", "主题词", "信息分类", "组配分类", "体裁分类", "服务对象分类",
  "内容概述", "公开方式", "公开范围", "公开时限", "公开类别", "公开形式", "有效性", "时效性", "生效日期", "废止日期", "失效日期", "责任编辑", "编辑:", "审核:", "责编:",
  "主办", "承办", "版权所有", "copyright", "网站标识码", "上一篇", "下一篇", "上一条", "下一条", "相关链接", "相关文章", "相关信息", "相关文件", "扫一扫", "返回顶部",
  "返回首页", "网站地图", "联系我们", "关于我们", "无障碍", "技术支持", "当前位置", "您现在的位置", "您的位置", "首页>", "视力保护色", "保护视力",
};

/* These are words of a page only as the name of something: with a colon, or in a place of their own. */
static const char *const names[] = {
  "标题", "信息名称", "文件名称", "名称", "文号", "作者", "浏览", "阅读", "点击", "时间", "日期", "关键词", "关键字", "分类", "语种", "状态", "效力状态", "编号", "文件编号",
};

static const char *const anywhere[] = {
  "icp备", "网站标识码", "公网安备", "浏览次数", "打印本页", "关闭窗口", "字号:", "在手机打开", "手机浏览", "大中小]", "大中小】", "大中小)",
};
/* *INDENT-ON* */

gboolean
bb_page_is_scrap (const BbMatchLine *line)
{
  return strstr (line->text, "。") == NULL && g_utf8_strlen (line->text, -1) <= LONGEST_SCRAP;
}

static const char *
first_place (const BbMatchLine *line)
{
  for (guint i = 0; line->cells != NULL && i < line->cells->len; i++)
    if (*(const char *) g_ptr_array_index (line->cells, i) != '\0')
      return g_ptr_array_index (line->cells, i);
  return "";
}

/* 作者：…, or 作者 with its own place before what it says. */
static gboolean
is_name (const BbMatchLine *line,
         const char        *folded)
{
  g_autofree char *first = line->n_filled > 1 ? bb_text_fold_label (first_place (line)) : g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((g_str_has_prefix (folded, names[i]) && folded[strlen (names[i])] == ':') || g_str_equal (first, names[i]))
      return TRUE;
  return FALSE;
}

/* 2024-01-20 15:32: when the page was made. A report is signed with 年, 月 and 日. */
static gboolean
is_stamp (const char *folded)
{
  guint marks = 0;

  if (folded[strspn (folded, "0123456789-/:.")] != '\0' || strlen (folded) < strlen ("2024-1-2"))
    return FALSE;
  for (const char *p = folded; *p != '\0'; p++)
    marks += *p == '-' || *p == '/';
  return marks == 2 && strspn (folded, "0123456789") == 4;
}

gboolean
bb_page_is_furniture (const BbMatchLine *line)
{
  g_autofree char *folded = bb_page_is_scrap (line) ? bb_text_fold_label (line->text) : NULL;

  if (folded == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (folded, beginnings[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (anywhere); i++)
    if (strstr (folded, anywhere[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
bb_page_is_lead (const BbMatchLine *line)
{
  g_autofree char *folded = bb_page_is_scrap (line) ? bb_text_fold_label (line->text) : NULL;

  return folded != NULL && (is_name (line, folded) || is_stamp (folded) || bb_page_is_furniture (line));
}
