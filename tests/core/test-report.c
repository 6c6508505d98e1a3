/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report model: fields, totals that follow their parts, the report year. */
#include "report-fixture.h"

#include <locale.h>
#include <string.h>

static void
test_blank (void)
{
  g_autoptr (BbReport) report = report_new ();
  guint filled, total;

  assert_cell (report, "t3.new.natural", "", BB_STATE_BLANK, BB_ORIGIN_TYPED);
  assert_cell (report, "t3.new.total", "", BB_STATE_BLANK, BB_ORIGIN_DERIVED);
  g_assert_true (bb_field_is_derived (field (report, "t3.new.total")));
  g_assert_false (bb_field_is_derived (field (report, "t3.new.natural")));
  g_assert_false (bb_report_get_modified (report));
  g_assert_false (bb_report_can_undo (report));
  g_assert_null (bb_report_get_undo_label (report));
  g_assert_null (bb_report_find_field (report, "t3.new.nobody"));
  g_assert_cmpstr (bb_field_get_name (field (report, "t3.new.natural")), ==, "表三 › 一、本年新收政府信息公开申请数量 › 自然人");
  g_assert_cmpstr (bb_field_get_name (field (report, "overview")), ==, "总体情况");
  g_assert_cmpstr (bb_field_get_name (field (report, "intro")), ==, "Introduction");
  g_assert_cmpstr (bb_field_get_name (field (report, "meta.year")), ==, "Report year");
  g_assert_cmpint (bb_field_get_section (field (report, "overview")), ==, 1);
  g_assert_cmpint (bb_field_get_section (field (report, "meta.year")), ==, -1);
  bb_report_count_inputs (report, -1, &filled, &total);
  g_assert_cmpuint (filled, ==, 0);
  g_assert_cmpuint (total, ==, 166);
}

static void
test_states (void)
{
  static const struct
  {
    const char *text;
    BbState state;
  } cases[] = {
    { "0", BB_STATE_NUMBER }, { "", BB_STATE_BLANK }, { " \u3000", BB_STATE_BLANK }, { "/", BB_STATE_TEXT },
    { "１，２３４", BB_STATE_NUMBER }, { "15件", BB_STATE_NUMBER }, { "无", BB_STATE_TEXT }, { "3-4", BB_STATE_TEXT },
    { "2500 万", BB_STATE_TEXT }, { "1000000000001", BB_STATE_TEXT },
  };
  g_autoptr (BbReport) report = report_new ();
  BbContent missing = { .text = (char *) "", .origin = BB_ORIGIN_READ, .missing = TRUE };
  BbDecimal value;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (report, "t3.new.natural", cases[i].text);
      assert_cell (report, "t3.new.natural", cases[i].text, cases[i].state, BB_ORIGIN_TYPED);
    }
  type (report, "t3.new.natural", "１，２３４");
  g_assert_true (bb_field_get_value (field (report, "t3.new.natural"), &value));
  g_assert_cmpint (value.mantissa, ==, 1234);
  g_assert_true (bb_report_edit_content (report, field (report, "t3.new.natural"), &missing));
  assert_cell (report, "t3.new.natural", "", BB_STATE_MISSING, BB_ORIGIN_READ);
  g_assert_false (bb_field_get_value (field (report, "t3.new.natural"), &value));

  /* Words are no numbers outside tables, and digits no number. */
  type (report, "overview", "12");
  assert_cell (report, "overview", "12", BB_STATE_TEXT, BB_ORIGIN_TYPED);
  type (report, "overview", "\n \u3000\n");
  g_assert_cmpint (bb_field_get_state (field (report, "overview")), ==, BB_STATE_BLANK);
  g_assert_cmpstr (bb_field_get_text (field (report, "overview")), ==, "\n \u3000\n");
}

static void
test_names_of_states (void)
{
  BbOrigin origin;

  g_assert_cmpstr (bb_state_to_string (BB_STATE_NUMBER), ==, "number");
  g_assert_cmpstr (bb_state_to_string (BB_STATE_MISSING), ==, "missing");
  for (BbOrigin i = BB_ORIGIN_TYPED; i <= BB_ORIGIN_DEDUCED; i++)
    {
      g_assert_true (bb_origin_from_string (bb_origin_to_string (i), &origin));
      g_assert_cmpint (origin, ==, i);
    }
  g_assert_false (bb_origin_from_string ("guessed", &origin));
}

static void
test_totals_follow (void)
{
  static const char *const columns[] = { "natural", "business", "research", "charity", "legal", "other" };
  g_autoptr (BbReport) report = report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *id = g_strdup_printf ("t3.new.%s", columns[i]);

      assert_cell (report, "t3.new.total", "", BB_STATE_BLANK, BB_ORIGIN_DERIVED);
      type (report, id, "2");
    }
  assert_cell (report, "t3.new.total", "12", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  bb_report_barrier (report);
  type (report, "t3.new.other", "１,000");
  assert_cell (report, "t3.new.total", "1010", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  type (report, "t3.new.other", "/");
  assert_cell (report, "t3.new.total", "", BB_STATE_BLANK, BB_ORIGIN_DERIVED);
  type (report, "t3.new.other", "1000000000000");
  assert_cell (report, "t3.new.total", "", BB_STATE_BLANK, BB_ORIGIN_DERIVED);
  type (report, "t3.new.other", "3");
  assert_cell (report, "t3.new.total", "13", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  bb_report_undo (report);
  assert_cell (report, "t3.new.other", "2", BB_STATE_NUMBER, BB_ORIGIN_TYPED);
  assert_cell (report, "t3.new.total", "12", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
}

/* A part of a row, of a column, and of the corner: all three totals move with it. */
static void
test_totals_in_chain (void)
{
  g_autoptr (BbReport) report = report_new ();
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; i < form->n_cells; i++)
    if (form->cells[i].derived_from < 0)
      bb_report_edit (report, bb_report_get_cell (report, i), "1", BB_ORIGIN_TYPED);
  assert_cell (report, "t3.granted.total", "6", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  assert_cell (report, "t3.total.natural", "21", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  assert_cell (report, "t3.total.total", "126", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  type (report, "t3.granted.natural", "11");
  assert_cell (report, "t3.granted.total", "16", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  assert_cell (report, "t3.total.natural", "31", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  assert_cell (report, "t3.total.total", "136", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  bb_report_undo (report);
  assert_cell (report, "t3.total.total", "126", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
}

static void
test_totals_read (void)
{
  g_autoptr (BbReport) report = report_new ();

  /* Read and equal: stays read until a part is edited. */
  read_row (report, "new", (const char *const[]) { "1", "2", "3", "0", "0", "0", "6" });
  assert_cell (report, "t3.new.total", "6", BB_STATE_NUMBER, BB_ORIGIN_READ);
  g_assert_false (bb_field_is_pinned (field (report, "t3.new.total")));
  type (report, "t3.new.natural", "4");
  assert_cell (report, "t3.new.total", "9", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  g_assert_null (bb_field_get_source (field (report, "t3.new.total")));
  bb_report_undo (report);
  assert_cell (report, "t3.new.total", "6", BB_STATE_NUMBER, BB_ORIGIN_READ);
  g_assert_cmpstr (bb_field_get_source (field (report, "t3.new.total")), ==, "table 3, line 41");

  /* Read and different, or a word: stays whatever happens to its parts, until it is told to follow. */
  read_row (report, "granted", (const char *const[]) { "1", "2", "3", "0", "0", "0", "7" });
  read_row (report, "partial", (const char *const[]) { "1", "2", "3", "0", "0", "0", "/" });
  g_assert_true (bb_field_is_pinned (field (report, "t3.granted.total")));
  g_assert_true (bb_field_is_pinned (field (report, "t3.partial.total")));
  type (report, "t3.granted.natural", "4");
  type (report, "t3.partial.natural", "4");
  assert_cell (report, "t3.granted.total", "7", BB_STATE_NUMBER, BB_ORIGIN_READ);
  assert_cell (report, "t3.partial.total", "/", BB_STATE_TEXT, BB_ORIGIN_READ);
  g_assert_true (type (report, "t3.granted.total", NULL));
  assert_cell (report, "t3.granted.total", "9", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  g_assert_false (bb_field_is_pinned (field (report, "t3.granted.total")));

  /* Read without a total: nothing is computed while reading, and all of it at the first edit. */
  read_row (report, "deny.1", (const char *const[]) { "1", "1", "1", "1", "1", "1", NULL });
  read_row (report, "deny.2", (const char *const[]) { "1", "1", "1", "1", "1", NULL, NULL });
  g_assert_cmpint (bb_field_get_state (field (report, "t3.deny.1.total")), ==, BB_STATE_BLANK);
  g_assert_cmpuint (bb_report_follow_totals (report), ==, 1);
  assert_cell (report, "t3.deny.1.total", "6", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  g_assert_cmpuint (bb_report_follow_totals (report), ==, 0);
  bb_report_edit (report, field (report, "t3.deny.2.other"), "1", BB_ORIGIN_DEDUCED);
  g_assert_cmpint (bb_field_get_state (field (report, "t3.deny.2.total")), ==, BB_STATE_BLANK);
  type (report, "t3.deny.2.other", "2");
  assert_cell (report, "t3.deny.2.total", "7", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
}

/* Typing 12 beside a kept total of 11 passes through 1, where the total happens to be right; it must survive that. */
static void
test_totals_survive_typing (void)
{
  g_autoptr (BbReport) report = report_new ();

  read_row (report, "new", (const char *const[]) { "0", "10", "0", "0", "0", "0", "11" });
  bb_report_forget_history (report);
  type (report, "t3.new.natural", "1");
  g_assert_false (bb_field_is_pinned (field (report, "t3.new.total")));
  type (report, "t3.new.natural", "12");
  assert_cell (report, "t3.new.total", "11", BB_STATE_NUMBER, BB_ORIGIN_READ);
  g_assert_true (bb_field_is_pinned (field (report, "t3.new.total")));

  /* After the field was left it is a total that is right, and follows. */
  type (report, "t3.new.natural", "1");
  bb_report_barrier (report);
  type (report, "t3.new.natural", "2");
  assert_cell (report, "t3.new.total", "12", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
}

static void
test_totals_override (void)
{
  g_autoptr (BbReport) report = report_new ();
  static const char *const parts[] = { "natural", "business", "research", "charity", "legal", "other" };

  bb_report_begin_group (report, "Paste");
  type (report, "t3.new.total", "99");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *id = g_strdup_printf ("t3.new.%s", parts[i]);

      type (report, id, "5");
    }
  bb_report_end_group (report);
  assert_cell (report, "t3.new.total", "99", BB_STATE_NUMBER, BB_ORIGIN_TYPED);
  g_assert_true (bb_field_is_pinned (field (report, "t3.new.total")));
  g_assert_cmpstr (bb_report_get_undo_label (report), ==, "Paste");

  /* An empty place pasted over it makes it follow; an empty total that somebody is typing into waits. */
  bb_report_begin_group (report, "Paste");
  type (report, "t3.new.total", "");
  bb_report_end_group (report);
  assert_cell (report, "t3.new.total", "30", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  type (report, "t3.new.total", "");
  assert_cell (report, "t3.new.total", "", BB_STATE_BLANK, BB_ORIGIN_TYPED);
  type (report, "t3.new.total", "3");
  g_assert_true (bb_field_is_pinned (field (report, "t3.new.total")));
  type (report, "t3.new.total", "30");
  g_assert_false (bb_field_is_pinned (field (report, "t3.new.total")));
  type (report, "t3.new.natural", "6");
  assert_cell (report, "t3.new.total", "31", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);

  /* A computed total that somebody typed over with the same number follows again, too. */
  bb_report_undo (report);
  bb_report_undo (report);
  assert_cell (report, "t3.new.total", "30", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
}

/* A document that is read back sets every content itself, in any order, whatever the totals would do. */
static void
test_totals_restored (void)
{
  g_autoptr (BbReport) report = report_new ();
  BbContent total = { .text = (char *) "3", .origin = BB_ORIGIN_READ };
  BbContent part = { .text = (char *) "1", .origin = BB_ORIGIN_TYPED };
  static const char *const parts[] = { "natural", "business", "research", "charity", "legal", "other" };

  bb_report_begin_group (report, NULL);
  bb_report_edit_content (report, field (report, "t3.new.total"), &total);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *id = g_strdup_printf ("t3.new.%s", parts[i]);

      bb_report_edit_content (report, field (report, id), &part);
      assert_cell (report, "t3.new.total", "3", BB_STATE_NUMBER, BB_ORIGIN_READ);
    }
  bb_report_end_group (report);
  g_assert_true (bb_field_is_pinned (field (report, "t3.new.total")));
}

static void
test_refusals (void)
{
  g_autoptr (BbReport) report = report_new ();
  g_autofree char *large = g_strnfill (BB_TEXT_LIMIT + 1, 'x');

  g_assert_false (type (report, "overview", large));
  g_assert_cmpstr (bb_field_get_text (field (report, "overview")), ==, "");
  large[BB_TEXT_LIMIT] = '\0';
  g_assert_true (type (report, "overview", large));
  g_assert_cmpuint (strlen (bb_field_get_text (field (report, "overview"))), ==, BB_TEXT_LIMIT);
  g_assert_false (type (report, "overview", large));
}

static void
test_title (void)
{
  g_autoptr (BbReport) report = report_new ();
  g_autofree char *nothing = bb_report_get_title (report);
  g_autofree char *generated = NULL;
  g_autofree char *edited = NULL;

  g_assert_cmpstr (nothing, ==, "政府信息公开工作年度报告");
  type (report, "meta.organisation", " 临江市教育局");
  bb_report_set_year (report, 2024, FALSE);
  generated = bb_report_get_title (report);
  g_assert_cmpstr (generated, ==, "临江市教育局2024年政府信息公开工作年度报告");
  type (report, "meta.title", "教育局二〇二四年年报");
  edited = bb_report_get_title (report);
  g_assert_cmpstr (edited, ==, "教育局二〇二四年年报");
}

static void
test_year (void)
{
  static const struct
  {
    const char *text;
    int year;
  } cases[] = { { "2024", 2024 }, { " 2024年", 2024 }, { "２０２３年度", 2023 }, { "24", 0 }, { "", 0 }, { "二〇二四", 0 }, { "20245", 0 }, { "2024.0", 0 } };
  g_autoptr (BbReport) report = report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (report, "meta.year", cases[i].text);
      g_assert_cmpint (bb_report_get_year (report), ==, cases[i].year);
    }
  bb_report_set_year (report, 2024, TRUE);
  g_assert_cmpstr (bb_field_get_text (field (report, "meta.year")), ==, "2024");
  bb_report_set_year (report, 0, TRUE);
  g_assert_cmpstr (bb_field_get_text (field (report, "meta.year")), ==, "");
  g_assert_true (bb_report_get_form (report) == bb_form_get ("2021"));
  bb_report_set_year (report, 2020, FALSE);
  g_assert_true (bb_report_get_form (report) == bb_form_get ("2021"));
}

static void
test_conversion (void)
{
  g_autoptr (BbReport) report = report_new ();
  g_autoptr (BbField) before = NULL;
  GListModel *notes = bb_report_get_notes (report);
  g_autoptr (BbNote) note = NULL;

  read_row (report, "new", (const char *const[]) { "1", "2", "3", "0", "0", "0", "7" });
  read_cell (report, "t2.fees.amount", "59237.2449");
  read_cell (report, "t2.rules.made", "/");
  type (report, "overview", "一段文字");
  before = g_object_ref (field (report, "t3.new.natural"));
  bb_report_set_year (report, 2020, TRUE);

  g_assert_true (bb_report_get_form (report) == bb_form_get ("2019"));
  g_assert_cmpint (bb_report_get_year (report), ==, 2020);
  g_assert_true (field (report, "t3.new.natural") != before);
  assert_cell (report, "t3.new.natural", "1", BB_STATE_NUMBER, BB_ORIGIN_READ);
  g_assert_cmpstr (bb_field_get_source (field (report, "t3.new.natural")), ==, "table 3, line 41");
  assert_cell (report, "t3.new.total", "7", BB_STATE_NUMBER, BB_ORIGIN_READ);
  g_assert_true (bb_field_is_pinned (field (report, "t3.new.total")));
  assert_cell (report, "t2.rules.made", "/", BB_STATE_TEXT, BB_ORIGIN_READ);
  assert_cell (report, "overview", "一段文字", BB_STATE_TEXT, BB_ORIGIN_TYPED);
  g_assert_null (bb_report_find_field (report, "t2.fees.amount"));

  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 1);
  note = g_list_model_get_item (notes, 0);
  g_assert_cmpstr (bb_note_get_id (note), ==, "convert.no-successor");
  g_assert_cmpstr (bb_note_get_cells (note)[0], ==, "t2.fees.amount");
  g_assert_nonnull (strstr (bb_note_get_message (note), "59237.2449"));

  bb_report_undo (report);
  g_assert_true (bb_report_get_form (report) == bb_form_get ("2021"));
  g_assert_true (field (report, "t3.new.natural") == before);
  assert_cell (report, "t2.fees.amount", "59237.2449", BB_STATE_NUMBER, BB_ORIGIN_READ);
  g_assert_cmpint (bb_report_get_year (report), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 0);
  bb_report_redo (report);
  assert_cell (report, "t3.new.total", "7", BB_STATE_NUMBER, BB_ORIGIN_READ);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 1);
}

/* Totals that were computed are computed anew for the other edition's rows. */
static void
test_conversion_of_totals (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2019"));
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; i < form->n_cells; i++)
    if (form->cells[i].derived_from < 0)
      bb_report_edit (report, bb_report_get_cell (report, i), "1", BB_ORIGIN_TYPED);
  assert_cell (report, "t3.total.natural", "19", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  bb_report_set_year (report, 2022, TRUE);
  assert_cell (report, "t3.granted.total", "6", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
  assert_cell (report, "t3.other.1.natural", "", BB_STATE_BLANK, BB_ORIGIN_TYPED);
  assert_cell (report, "t3.total.natural", "", BB_STATE_BLANK, BB_ORIGIN_DERIVED);
  type (report, "t3.other.1.natural", "5");
  type (report, "t3.other.2.natural", "0");
  type (report, "t3.other.3.natural", "0");
  assert_cell (report, "t3.total.natural", "23", BB_STATE_NUMBER, BB_ORIGIN_DERIVED);
}

static void
test_editions_share_sections (void)
{
  const BbForm *const *forms = bb_form_list ();

  for (guint i = 1; forms[i] != NULL; i++)
    {
      g_assert_cmpuint (forms[i]->n_sections, ==, forms[0]->n_sections);
      for (guint j = 0; j < forms[0]->n_sections; j++)
        g_assert_cmpstr (forms[i]->sections[j].id, ==, forms[0]->sections[j].id);
    }
}

static void
test_sections_done (void)
{
  g_autoptr (BbReport) report = report_new ();
  guint filled, total;

  bb_report_set_section_done (report, 3, TRUE);
  bb_report_set_section_done (report, 1, TRUE);
  g_assert_cmpstr (bb_field_get_text (field (report, "meta.done")), ==, "overview requests");
  g_assert_true (bb_report_get_section_done (report, 3));
  g_assert_false (bb_report_get_section_done (report, 2));
  bb_report_set_section_done (report, 3, FALSE);
  g_assert_false (bb_report_get_section_done (report, 3));
  bb_report_undo (report);
  g_assert_true (bb_report_get_section_done (report, 3));

  type (report, "t3.new.natural", "0");
  type (report, "t3.new.business", "/");
  type (report, "t4.review.upheld", " ");
  type (report, "t3.new.research", "无");
  type (report, "t3.new.charity", "3-4");
  type (report, "t3.new.legal", "2（其中修订1件）");
  type (report, "t3.new.other", "15件");
  type (report, "t3.granted.natural", "9999999999999");
  /* 0, a number with a remark, and one with its unit. */
  bb_report_count_inputs (report, 3, &filled, &total);
  g_assert_cmpuint (filled, ==, 3);
  g_assert_cmpuint (total, ==, 144);
  bb_report_count_inputs (report, 4, &filled, &total);
  g_assert_cmpuint (filled, ==, 0);
  g_assert_cmpuint (total, ==, 12);
  bb_report_count_inputs (report, 1, &filled, &total);
  g_assert_cmpuint (total, ==, 0);
}

static void
test_equal (void)
{
  g_autoptr (BbReport) a = report_new ();
  g_autoptr (BbReport) b = report_new ();
  g_autoptr (BbReport) other_form = bb_report_new (bb_form_get ("2019"));
  g_autofree char *difference = NULL;
  BbContent missing = { .text = (char *) "", .origin = BB_ORIGIN_READ, .missing = TRUE };

  g_assert_true (bb_report_equal (a, b, &difference));
  g_assert_null (difference);
  g_assert_false (bb_report_equal (a, other_form, NULL));

  bb_report_edit_content (b, field (b, "t3.new.natural"), &missing);
  type (a, "overview", "　　第一段\n\n第二段\n");
  bb_report_edit (b, field (b, "overview"), "第一段\n第二段", BB_ORIGIN_READ);
  type (a, "meta.contact", "62345678");
  type (a, "meta.organisation", "甲局");
  type (a, "meta.year", "2024");
  type (b, "meta.organisation", "甲局");
  type (b, "meta.year", "2024");
  type (b, "meta.title", "甲局2024年政府信息公开工作年度报告");
  g_assert_true (bb_report_equal (a, b, NULL));

  type (a, "t3.new.natural", "1,000");
  type (b, "t3.new.natural", "1000");
  g_assert_false (bb_report_equal (a, b, &difference));
  g_assert_nonnull (strstr (difference, "t3.new.natural"));
  g_clear_pointer (&difference, g_free);
  type (b, "t3.new.natural", "1,000 ");
  g_assert_true (bb_report_equal (a, b, NULL));
  type (a, "t2.normative.made", "22（其中修订\r\n16 件）");
  type (b, "t2.normative.made", "22（其中修订 16 件）");
  type (a, "problems", "甲\t乙\r\n丙");
  type (b, "problems", "甲 乙\n丙");
  g_assert_true (bb_report_equal (a, b, NULL));
  type (b, "problems", "甲 乙 丙");
  g_assert_false (bb_report_equal (a, b, NULL));
  type (b, "problems", "甲 乙\n丙");
  type (b, "overview", "第一段第二段");
  g_assert_false (bb_report_equal (a, b, &difference));
  g_assert_nonnull (strstr (difference, "overview"));
}

static void
test_extra (void)
{
  g_autoptr (BbReport) report = report_new ();

  g_assert_null (bb_report_get_extra (report));
  bb_report_set_extra (report, "{\"later\":1}");
  bb_report_set_extra (report, bb_report_get_extra (report));
  g_assert_cmpstr (bb_report_get_extra (report), ==, "{\"later\":1}");
  g_assert_false (bb_report_get_modified (report));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/blank", test_blank);
  g_test_add_func ("/report/states", test_states);
  g_test_add_func ("/report/names-of-states", test_names_of_states);
  g_test_add_func ("/report/totals/follow", test_totals_follow);
  g_test_add_func ("/report/totals/chain", test_totals_in_chain);
  g_test_add_func ("/report/totals/read", test_totals_read);
  g_test_add_func ("/report/totals/survive-typing", test_totals_survive_typing);
  g_test_add_func ("/report/totals/override", test_totals_override);
  g_test_add_func ("/report/totals/restored", test_totals_restored);
  g_test_add_func ("/report/refusals", test_refusals);
  g_test_add_func ("/report/title", test_title);
  g_test_add_func ("/report/year", test_year);
  g_test_add_func ("/report/conversion", test_conversion);
  g_test_add_func ("/report/conversion/totals", test_conversion_of_totals);
  g_test_add_func ("/report/conversion/sections", test_editions_share_sections);
  g_test_add_func ("/report/sections", test_sections_done);
  g_test_add_func ("/report/equal", test_equal);
  g_test_add_func ("/report/extra", test_extra);
  return g_test_run ();
}
