/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Reports that the tests of the exporters share. Every figure and sentence is made up. */

#include <bianbao/bianbao.h>

typedef struct
{
  const char *id;
  const char *text;
} FixtureValue;

/* Everything that is easy to get wrong: units, decimals, text and blanks in cells, a total that differs from its sum. */
/* *INDENT-OFF* */
static const FixtureValue fixture_full_2021[] = {
  { "meta.organisation", "示例县人民政府办公室" },
  { "intro", "本报告按年度编制。" },
  { "overview", "全年工作平稳有序。\n\n　　（一）机制。成立工作小组，明确1.5名专职人员的职责。\n（二）平台建设\n1.门户网站改版，栏目由9个增至12个。\n(三)监督保障的安排需要多个部门共同参与、共同研究并且分别在各自的职责范围内作出详细的规定和说明。已经落实。" },
  { "requests", "另有咨询\t12件，未计入下表。" },
  { "problems", "解读偏少，将改进。\r\n渠道偏窄，将拓宽。" },
  { "other", "本年度未收取信息处理费。" },
  { "t2.normative.made", "15件" },
  { "t2.normative.repealed", "1,204" },
  { "t2.normative.valid", "６３" },
  { "t2.licences.decisions", "4128600" },
  { "t2.fees.amount", "1862.3500" },
  { "t3.new.natural", "58" },
  { "t3.new.business", "14" },
  { "t3.new.charity", "2" },
  { "t3.carried_in.natural", "6" },
  { "t3.granted.natural", "40" },
  { "t3.granted.business", "9" },
  { "t3.deny.4.natural", "7" },
  { "t3.unable.1.business", "5" },
  { "t3.other.3.charity", "2" },
  { "t3.other.3.natural", "12" },
  { "t3.carried_out.natural", "5" },
  { "t3.carried_out.total", "6" },
  { "t4.review.upheld", "3" },
  { "t4.review.corrected", "1" },
  { "t4.after_review.other", "2" },
  { NULL, NULL }
};

static const FixtureValue fixture_sparse_2021[] = {
  { "meta.organisation", "示例局" },
  { "meta.title", "示例局 2022 年\t政府信息公开工作年度报告" },
  { "proactive", "规章一栏不适用。" },
  { "problems", "无" },
  { "t2.rules.made", "/" },
  { "t2.rules.repealed", "—" },
  { "t2.normative.made", "22（其中修订\n16 件）" },
  { "t2.fees.amount", "251000元" },
  { "t3.new.natural", "3" },
  { "t3.new.business", "=1+1" },
  { "t3.carried_in.natural", "0" },
  { "t4.review.upheld", "0" },
  { "t4.review.corrected", "0" },
  { "t4.review.other", "0" },
  { "t4.review.pending", "无" },
  { NULL, NULL }
};

static const FixtureValue fixture_full_2019[] = {
  { "meta.organisation", "示例市示例局" },
  { "intro", "现将有关情况报告如下。" },
  { "overview", "本年度工作有序开展。" },
  { "problems", "一是培训偏少；二是更新偏慢。" },
  { "other", "无其他需要报告的事项。\n附件：1. 示例清单\n2. 示例事项办理流程及其说明（示例市示例局会同有关部门按照示例要求共同编制）\n示例市示例局\n2021年1月20日" },
  { "t2.rules.made", "1" },
  { "t2.normative.public_total", "37" },
  { "t2.licences.previous", "118" },
  { "t2.licences.change", "-6" },
  { "t2.licences.decisions", "20931" },
  { "t2.services.change", "+2" },
  { "t2.fees.previous", "4" },
  { "t2.fees.change", "－1" },
  { "t2.procurement.projects", "27" },
  { "t3.new.natural", "11" },
  { "t3.new.legal", "1" },
  { "t3.granted.natural", "8" },
  { "t3.other.legal", "1" },
  { "t3.carried_out.natural", "3" },
  { "t4.direct.pending", "1" },
  { NULL, NULL }
};

/* What a page, a sheet or a paragraph must not take for its own language. */
static const FixtureValue fixture_hostile[] = {
  { "meta.organisation", "<b>示例&局</b>" },
  { "overview", "<script>alert(\"1\")</script>\n</style></title><!-- -->&amp;&#x41;]]>\n控制\001字符\n'\"=cmd|' /C calc'!A0" },
  { "other", "=HYPERLINK(\"http://example.invalid\")" },
  { "t2.rules.made", "<td>1</td>" },
  { "t2.rules.repealed", "=SUM(A1:A9)" },
  { "t3.new.natural", "\"7\"&'8'" },
  { NULL, NULL }
};
/* *INDENT-ON* */

typedef struct
{
  const char *name;
  const char *form;
  int year;
  gboolean zeros;
  const FixtureValue *values;
} Fixture;

/* *INDENT-OFF* */
static const Fixture fixtures[] = {
  { "full-2021",   "2021", 2023, TRUE,  fixture_full_2021 },
  { "sparse-2021", "2021", 2022, FALSE, fixture_sparse_2021 },
  { "full-2019",   "2019", 2020, TRUE,  fixture_full_2019 },
  { "hostile",     "2021", 2024, FALSE, fixture_hostile },
};
/* *INDENT-ON* */

static void
fixture_fill_zeros (BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; i < form->n_cells; i++)
    {
      if (form->cells[i].derived_from < 0)
        bb_report_edit (report, bb_report_get_cell (report, i), "0", BB_ORIGIN_TYPED);
    }
}

/* A unit that is recorded apart from the number, as the fix for 采购总金额 leaves it. */
static void
fixture_record_unit (BbReport *report)
{
  BbField *field = bb_report_find_field (report, "t2.procurement.amount");
  BbContent content = { .text = (char *) "160.5964", .origin = BB_ORIGIN_TYPED, .unit = (char *) "万元" };

  if (field != NULL)
    bb_report_edit_content (report, field, &content);
}

static BbReport *
fixture_report (const Fixture *fixture)
{
  g_autofree char *year = g_strdup_printf ("%d", fixture->year);
  BbReport *report = bb_report_new (bb_form_get (fixture->form));

  bb_report_edit (report, bb_report_get_meta (report, BB_META_YEAR), year, BB_ORIGIN_TYPED);
  if (fixture->zeros)
    fixture_fill_zeros (report);
  for (const FixtureValue *value = fixture->values; value->id != NULL; value++)
    {
      BbField *field = bb_report_find_field (report, value->id);

      g_assert_nonnull (field);
      bb_report_edit (report, field, value->text, BB_ORIGIN_TYPED);
    }
  fixture_record_unit (report);

  return report;
}

G_GNUC_UNUSED static BbReport *
fixture_report_named (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      if (g_str_equal (fixtures[i].name, name))
        return fixture_report (&fixtures[i]);
    }

  g_assert_not_reached ();
}
