/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bianbao.h>
#include <string.h>
#include <time.h>

enum
{
  OVERVIEW = 1,
  PROBLEMS = 5,
  OTHER = 6
};

static GArray *
find (guint section, const char *text)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_for_year (2024));

  bb_report_edit (report, bb_report_get_section (report, section), text, BB_ORIGIN_TYPED);
  return bb_prose_topics (report, section);
}

/* @met: a letter for each topic: y, n, or - for advice */
static void
assert_met (guint section, const char *text, const char *met)
{
  g_autoptr (GArray) topics = find (section, text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < topics->len; i++)
    {
      const BbProseTopic *topic = &g_array_index (topics, BbProseTopic, i);

      g_assert_cmpstr (topic->text, !=, "");
      g_string_append_c (found, topic->is_met ? 'y' : topic->is_checked ? 'n' : '-');
    }
  g_assert_cmpstr (found->str, ==, met);
}

static void
test_met (void)
{
  assert_met (OVERVIEW, "", "nnnnnn-");
  assert_met (OVERVIEW, "（一）主动公开。\n（二）依申请公开。", "yynnnn-");
  assert_met (OVERVIEW, "政府信息管理、平台建设、监督保障、社会评议", "nnyyyy-");
  assert_met (PROBLEMS, "存在不足。上年整改到位。下一步加强。", "yyy");
  assert_met (OTHER, "本年未收取信息处理费。", "y-");
  /* 处理费 in two paragraphs is not the word. */
  assert_met (OTHER, "信息处理\n费", "n-");
}

static void
assert_place (const char *text, guint number, guint start, guint length)
{
  g_autoptr (GArray) topics = find (OVERVIEW, text);
  const BbProseTopic *topic = &g_array_index (topics, BbProseTopic, number);

  g_assert_true (topic->is_met);
  g_assert_cmpuint (topic->start, ==, start);
  g_assert_cmpuint (topic->length, ==, length);
}

static void
test_places (void)
{
  assert_place ("做好主动公开。", 0, 2, 4);
  /* A heading says more than a mention before it. */
  assert_place ("做好主动公开。\n（一）主动公开\n正文", 0, 11, 4);
  assert_place ("做好主动公开。\n　　（一）主动公开情况。正文", 0, 13, 4);
  /* A heading ends with its sentence. */
  assert_place ("主动公开。\n（一）做法。主动公开", 0, 0, 4);
  /* Of several words the first that stands there. */
  assert_place ("建新媒体，抓平台建设", 3, 1, 3);
}

static void
test_every_section (void)
{
  for (int year = 2019; year <= 2024; year += 5)
    {
      g_autoptr (BbReport) report = bb_report_new (bb_form_for_year (year));

      for (guint i = 0; i < bb_report_get_form (report)->n_sections; i++)
        {
          g_autoptr (GArray) topics = bb_prose_topics (report, i);

          g_assert_cmpuint (topics->len, >, 0);
        }
    }
}

/* Only a whole government has to write about assessment; a bureau that does has it ticked. */
static void
test_whose_report (void)
{
  static const struct
  {
    const char *organisation;
    const char *text;
    gboolean checked;
  } cases[] = {
    { "", "", TRUE },
    { "某县人民政府", "", TRUE },
    { "某县人民政府办公室", "", FALSE },
    { "某县农业农村局", "", FALSE },
    { "某县农业农村局", "社会评议良好。", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BbReport) report = bb_report_new (bb_form_for_year (2024));
      g_autoptr (GArray) topics = NULL;

      bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), cases[i].organisation, BB_ORIGIN_TYPED);
      bb_report_edit (report, bb_report_get_section (report, OVERVIEW), cases[i].text, BB_ORIGIN_TYPED);
      topics = bb_prose_topics (report, OVERVIEW);
      g_assert_cmpint (g_array_index (topics, BbProseTopic, 5).is_checked, ==, cases[i].checked);
      g_assert_true (g_array_index (topics, BbProseTopic, 0).is_checked);
    }
}

/* One paragraph of the largest size, full of the word: no walk back from each. */
static void
test_long_paragraph (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  clock_t start;

  while (text->len < BB_TEXT_LIMIT - 20)
    g_string_append (text, "主动公开");
  start = clock ();
  assert_met (OVERVIEW, text->str, "ynnnnn-");
  g_assert_cmpint (clock () - start, <, 2 * CLOCKS_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/topics/met", test_met);
  g_test_add_func ("/topics/places", test_places);
  g_test_add_func ("/topics/every-section", test_every_section);
  g_test_add_func ("/topics/whose-report", test_whose_report);
  g_test_add_func ("/topics/long-paragraph", test_long_paragraph);
  return g_test_run ();
}
