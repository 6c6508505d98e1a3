/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-generate.h"

#include "bb-sound.h"

#define PICK(random, array) ((array)[g_rand_int_range ((random), 0, G_N_ELEMENTS (array))])

/* *INDENT-OFF* */
static const char *const organisations[] = {
  "临江市人民政府", "临江市人民政府办公室", "高新区(近海镇)", "办公室", "临江市第三十一中学", "云岭县住房和城乡建设局（人民防空办公室）",
  "临江市“一带一路”促进中心", "云岭县1号矿区管理委员会", "临江经济技术开发区管委会", "临江市工业和信息化局·大数据局",
};

static const char *const titles[] = {
  "%s%d年政府信息公开工作年度报告", "%s%d年度政府信息公开工作报告", "%2$d年%1$s政府信息公开工作年度报告", "%s %d 年政府信息公开年度报告",
};

/* What stands in cells where no figure stands. */
static const char *const words[] = {
  "/", "-", "—", "无", "2500 万", "251000元", "22（其中修订 16 件）", "约30", "3-4", "不适用", "1,2", "见附件", "=1+1", "N/A", "12%",
};

/* Figures as people write them. */
static const char *const figures[] = {
  "0", "1", "7", "12", "15件", "１２", "1,234", "１，２３４", " 8 ", "007", "4128600", "999999999999", "3.0", "+5",
};

static const char *const amounts[] = {
  "0", "59237.2449", "316441", "96171.6", "0.50", "1,862.35", "72701.25781", "12万元", "．5",
};

static const char *const points[] = {
  "", "", "", "一、", "三、", "十二、", "（一）", "(二)", "（十一）", "1.", "2、", "3．", "一是", "①", "- ", "● ", "“", "（", "第一，", "2024年，", "截至12月31日，",
};

static const char *const clauses[] = {
  "全年主动公开信息3826条", "受理申请12件", "办结率100％", "组织培训３次、参训一百余人", "修订《办事指南（2024年版）》", "其中：网站503条",
  "门户网站（www.example.gov.cn）改版", "同比增长12.5%", "明确了责任——谁公开、谁审查", "“三安全一稳定”", "未收到申请", "ABC平台上线",
  "本机关政府信息公开内容", "网站与微信公众号(含视频号)", "回应关切1，204次", "共计 3 项", "收费0.5万元", "行政处罚 12 件", "总计15件",
  "（详见附件1）", "𠮷林路办事点", "一、二类事项", "结转下年度继续办理3件", "A/B两类", "“1.属于国家秘密”一项为0",
};

static const char *const marks[] = { "，", "；", "、", "。", "：", "！", "……", "，", ",", ". ", " ", "　", "——", "\t" };
/* Paragraphs of their own: leads, names of rows in passing, what stands under a report. */
static const char *const short_lines[] = {
  "主动公开：", "（一）主动公开情况", "依申请公开", "政府信息管理。", "1.加强领导", "附件：1.统计表", "（联系电话：0555-1234567）", "无。", "无",
  "规章、行政规范性文件", "行政许可情况", "总计", "其他", "自然人申请居多", "12", "——", "。", "…", "特此报告。", "临江市人民政府办公室",
  "2025年1月20日", "注：数据截至2024年12月31日", "一、二、三、", "(一)", "=SUM(A1)", "<b>不是标记</b> & “引号”", "* 星号", "# 号", "\\n",
};
static const char *const attachments[] = {
  "政府信息公开工作年度报告统计表", " 联系方式", "政务公开标准化规范化建设实施方案及任务分解清单（2023—2025年）及征求意见采纳情况的说明", "《办事指南（2024年版）》",
};
static const char *const ends[] = { "。", "。", "。", "；", "", "：", "！", "）", "。”" };
static const char *const breaks[] = { "\n", "\n", "\n\n", "\r\n", "\n　　", "\n  \n" };
/* *INDENT-ON* */

/* ---- figures ---- */

static void
set (BbReport *report, BbField *field, const char *text)
{
  BbContent content = { .text = (char *) text, .origin = BB_ORIGIN_READ };

  bb_report_edit_content (report, field, &content);
}

static char *
random_figure (GRand *random, const BbCell *cell)
{
  if (g_rand_int_range (random, 0, 3) > 0)
    {
      gboolean negative = cell->kind == BB_KIND_SIGNED && g_rand_boolean (random);

      return g_strdup_printf ("%s%d", negative ? "-" : "", g_rand_int_range (random, 1, 2000));
    }
  return g_strdup (cell->kind == BB_KIND_AMOUNT ? PICK (random, amounts) : PICK (random, figures));
}

/* How a report's cells are filled: of a hundred inputs, how many are 0, blank, words; of totals, how many are wrong or blank. */
typedef struct
{
  int zero;
  int blank;
  int word;
  int wrong_total;
  int blank_total;
} Style;

/* *INDENT-OFF* */
static const Style styles[] = {
  { .zero = 60 },
  { .zero = 60, .blank = 5, .word = 3, .wrong_total = 10, .blank_total = 10 },
  { .zero = 20, .blank = 40, .blank_total = 60 },
  { .zero = 50, .word = 30, .wrong_total = 50 },
  { .blank = 100, .blank_total = 100 },
  { .zero = 100 },
  { .zero = 5, .blank = 90, .word = 2, .wrong_total = 3, .blank_total = 90 },
};
/* *INDENT-ON* */

static gboolean
chance (GRand *random, int percent)
{
  return g_rand_int_range (random, 0, 100) < percent;
}

static void
fill_cell (BbReport *report, GRand *random, BbField *field, const Style *style)
{
  int choice = g_rand_int_range (random, 0, 100);
  g_autofree char *figure = random_figure (random, bb_field_get_cell (field));

  if (bb_field_is_derived (field))
    {
      if (chance (random, style->wrong_total))
        set (report, field, chance (random, 20) ? PICK (random, words) : figure);
      else if (chance (random, style->blank_total))
        set (report, field, "");
      return;
    }
  if ((choice -= style->zero) < 0)
    set (report, field, "0");
  else if ((choice -= style->blank) < 0)
    set (report, field, "");
  else if ((choice -= style->word) < 0)
    set (report, field, PICK (random, words));
  else
    set (report, field, figure);
}

static void
fill_cells (BbReport *report, GRand *random)
{
  const BbForm *form = bb_report_get_form (report);

  for (guint table = 0; table < form->n_tables; table++)
    {
      const Style *style = &PICK (random, styles);

      for (guint i = 0; i < form->tables[table].n_cells; i++)
        fill_cell (report, random, bb_report_get_cell (report, form->tables[table].first_cell + i), style);
    }
  if (g_rand_boolean (random))
    bb_report_follow_totals (report);
}

/* ---- words ---- */

/* @beside_table: no short line, which could be one of the table's heads there */
static void
append_paragraph (GString *text, GRand *random, gboolean beside_table)
{
  int n_clauses;

  if (!beside_table && chance (random, 15))
    {
      g_string_append (text, PICK (random, short_lines));
      return;
    }
  n_clauses = chance (random, 10) ? g_rand_int_range (random, 20, 60) : g_rand_int_range (random, 1, 6);

  g_string_append (text, PICK (random, points));
  for (int i = 0; i < n_clauses; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? PICK (random, marks) : "", PICK (random, clauses));
  g_string_append (text, PICK (random, ends));
}

static char *
random_narrative (GRand *random, int most, gboolean beside_table)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (random, 0, most + 1);

  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, PICK (random, breaks));
      append_paragraph (text, random, beside_table);
    }
  return g_string_free (text, FALSE);
}

/* What is attached, who signs and when. */
static char *
add_closing (GRand *random, const char *text, const char *organisation)
{
  GString *whole = g_string_new (text);
  int n = g_rand_int_range (random, 0, 4);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *number = n > 1 ? g_strdup_printf ("%d.", i + 1) : g_strdup ("");

      g_string_append_printf (whole, "%s%s%s%s", whole->len > 0 ? "\n" : "", i == 0 ? "附件：" : "", number, PICK (random, attachments));
    }
  g_string_append_printf (whole, "%s%s\n%d年1月%d日", whole->len > 0 ? "\n" : "", organisation, g_rand_int_range (random, 2020, 2030),
                          g_rand_int_range (random, 1, 32));

  return g_string_free (whole, FALSE);
}

static void
fill_words (BbReport *report, GRand *random)
{
  const BbForm *form = bb_report_get_form (report);
  const char *organisation = PICK (random, organisations);

  set (report, bb_report_get_meta (report, BB_META_ORGANISATION), organisation);
  if (g_rand_boolean (random))
    {
      g_autofree char *title = g_strdup_printf (PICK (random, titles), organisation, bb_report_get_year (report));

      set (report, bb_report_get_meta (report, BB_META_TITLE), title);
    }
  for (guint i = 0; i < form->n_sections; i++)
    {
      gboolean has_table = form->sections[i].table >= 0;
      g_autofree char *text = random_narrative (random, has_table ? 2 : 6, has_table);

      if (i + 1 == form->n_sections && chance (random, 40))
        {
          g_autofree char *whole = add_closing (random, text, organisation);

          set (report, bb_report_get_section (report, i), whole);
        }
      else
        set (report, bb_report_get_section (report, i), text);
    }
}

/* ---- public ---- */

static void
set_year (BbReport *report, int year)
{
  g_autofree char *text = g_strdup_printf ("%d", year);

  set (report, bb_report_get_meta (report, BB_META_YEAR), text);
}

BbReport *
bb_generate_random (GRand *random)
{
  gboolean old = g_rand_int_range (random, 0, 3) == 0;
  int year = old ? g_rand_int_range (random, 2019, 2021) : g_rand_int_range (random, 2021, 2030);
  BbReport *report = bb_report_new (bb_form_for_year (year));

  set_year (report, year);
  fill_cells (report, random);
  fill_words (report, random);
  bb_report_forget_history (report);
  return report;
}

BbReport *
bb_generate_sound (const char *form)
{
  BbReport *report = bb_report_new (bb_form_get (form));
  g_autofree char *path = g_strdup_printf ("%s/figures/%s.tsv", g_getenv ("BIANBAO_TEST_DATA"), form);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) places = g_strsplit (lines[i], "\t", 2);

      if (*lines[i] != '\0' && *lines[i] != '#')
        set (report, bb_report_find_field (report, places[0]), places[1]);
    }
  set_year (report, bb_report_get_form (report)->first_year);
  set (report, bb_report_get_meta (report, BB_META_ORGANISATION), "临江市人民政府");
  for (guint i = 0; i < bb_report_get_form (report)->n_sections; i++)
    set (report, bb_report_get_section (report, i), "各项工作按照规定有序开展，并如实填报有关数据。");
  bb_sound_write (report);
  bb_report_forget_history (report);
  bb_report_mark_saved (report);
  return report;
}
