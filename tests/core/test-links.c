/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures in a narrative that follow their cells, and people's notes to cells: edits, undo, the document. */
#include "file/bb-document-private.h"

#include <bianbao/bianbao.h>

#include <string.h>

#define NEW_NATURAL "t3.new.natural"
#define NEW_TOTAL "t3.new.total"

typedef struct
{
  BbReport *report;
  BbField *text;
} Fixture;

static BbField *
field (Fixture *fixture, const char *id)
{
  return bb_report_find_field (fixture->report, id);
}

static void
type (Fixture *fixture, const char *id, const char *text)
{
  bb_report_edit (fixture->report, field (fixture, id), text, BB_ORIGIN_TYPED);
  bb_report_barrier (fixture->report);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const columns[] = { "natural", "business", "research", "charity", "legal", "other" };

  fixture->report = bb_report_new (bb_form_get ("2021"));
  fixture->text = field (fixture, "overview");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *id = g_strconcat ("t3.new.", columns[i], NULL);

      type (fixture, id, i == 0 ? "12" : "0");
    }
  type (fixture, "overview", "全年新收件。");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->report);
}

static void
link_at (Fixture *fixture, guint start, guint length, const char *cell)
{
  g_assert_true (bb_report_insert_link (fixture->report, fixture->text, start, length, bb_field_get_cell (field (fixture, cell))->index));
}

/* @expected: "text|start+length=cell|…" */
static void
assert_text (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) found = g_string_new (bb_field_get_text (fixture->text));
  guint n;
  const BbLink *links = bb_field_get_links (fixture->text, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (found, "|%u+%u=%s", links[i].start, links[i].length, links[i].cell);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  link_at (fixture, 4, 0, NEW_TOTAL);
  assert_text (fixture, "全年新收12件。|4+2=" NEW_TOTAL);
  type (fixture, NEW_NATURAL, "1105");
  assert_text (fixture, "全年新收1105件。|4+4=" NEW_TOTAL);
  g_assert_cmpstr (bb_report_get_undo_label (fixture->report), ==, bb_field_get_name (field (fixture, NEW_NATURAL)));
  bb_report_undo (fixture->report);
  assert_text (fixture, "全年新收12件。|4+2=" NEW_TOTAL);
  bb_report_undo (fixture->report);
  assert_text (fixture, "全年新收件。");
  bb_report_redo (fixture->report);
  bb_report_redo (fixture->report);
  assert_text (fixture, "全年新收1105件。|4+4=" NEW_TOTAL);
}

/* A cell that loses its number leaves the last figure where it was read; the next number takes its place. */
static void
test_keeps_last (Fixture *fixture, gconstpointer data)
{
  link_at (fixture, 4, 0, NEW_TOTAL);
  type (fixture, NEW_NATURAL, "");
  assert_text (fixture, "全年新收12件。|4+2=" NEW_TOTAL);
  type (fixture, NEW_NATURAL, "7");
  assert_text (fixture, "全年新收7件。|4+1=" NEW_TOTAL);
  g_assert_false (bb_report_insert_link (fixture->report, fixture->text, 0, 0, bb_field_get_cell (field (fixture, "t3.total.total"))->index));
}

typedef struct
{
  const char *text;
  const char *expected;
} Edit;

/* From 全年新收12件，12件。 with both figures linked. */
/* *INDENT-OFF* */
static const Edit edits[] = {
  { "今年全年新收12件，12件。",   "今年全年新收12件，12件。|6+2=t3.new.total|10+2=t3.new.natural" },
  { "全年新收12件，共12件。",     "全年新收12件，共12件。|4+2=t3.new.total|9+2=t3.new.natural" },
  { "全年新收112件，12件。",      "全年新收112件，12件。|5+2=t3.new.total|9+2=t3.new.natural" },
  { "全年新收122件，12件。",      "全年新收122件，12件。|4+2=t3.new.total|9+2=t3.new.natural" },
  { "全年新收1件，12件。",        "全年新收1件，12件。|7+2=t3.new.natural" },
  { "全年新收1、2件，12件。",     "全年新收1、2件，12件。|9+2=t3.new.natural" },
  { "全年新收12件。",             "全年新收12件。|4+2=t3.new.total" },
  { "新收12件，12件。谢谢",       "新收12件，12件。谢谢" },
  { "",                           "" },
};
/* *INDENT-ON* */

static void
test_edits (Fixture *fixture, gconstpointer data)
{
  const Edit *edit = data;

  type (fixture, "overview", "全年新收件，件。");
  link_at (fixture, 6, 0, NEW_NATURAL);
  link_at (fixture, 4, 0, NEW_TOTAL);
  assert_text (fixture, "全年新收12件，12件。|4+2=" NEW_TOTAL "|8+2=" NEW_NATURAL);
  type (fixture, "overview", edit->text);
  assert_text (fixture, edit->expected);
  bb_report_undo (fixture->report);
  assert_text (fixture, "全年新收12件，12件。|4+2=" NEW_TOTAL "|8+2=" NEW_NATURAL);
}

/* A figure that takes the place of another, or of words, and one that becomes a word. */
static void
test_replaces (Fixture *fixture, gconstpointer data)
{
  link_at (fixture, 4, 1, NEW_TOTAL);
  assert_text (fixture, "全年新收12。|4+2=" NEW_TOTAL);
  link_at (fixture, 4, 2, "t3.new.other");
  assert_text (fixture, "全年新收0。|4+1=t3.new.other");
  g_assert_false (bb_report_remove_link (fixture->report, fixture->text, 3));
  g_assert_true (bb_report_remove_link (fixture->report, fixture->text, 4));
  assert_text (fixture, "全年新收0。");
  bb_report_undo (fixture->report);
  assert_text (fixture, "全年新收0。|4+1=t3.new.other");
}

/* A cell that the other edition does not have: its figure stays, as a word. */
static void
test_edition (Fixture *fixture, gconstpointer data)
{
  type (fixture, "t3.other.3.natural", "5");
  link_at (fixture, 0, 0, "t3.other.3.natural");
  link_at (fixture, 5, 0, NEW_TOTAL);
  bb_report_set_year (fixture->report, 2020, TRUE);
  assert_text (fixture, "5全年新收12件。|5+2=" NEW_TOTAL);
  bb_report_undo (fixture->report);
  assert_text (fixture, "5全年新收12件。|0+1=t3.other.3.natural|5+2=" NEW_TOTAL);
}

/* A note to a cell without a successor is told with the cell, also when that is blank. */
static void
test_left_behind (Fixture *fixture, gconstpointer data)
{
  GListModel *notes = bb_report_get_notes (fixture->report);
  g_autoptr (BbNote) note = NULL;

  bb_report_set_remark (fixture->report, field (fixture, "t3.other.3.legal"), "待核实");
  bb_report_set_year (fixture->report, 2020, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 1);
  note = g_list_model_get_item (notes, 0);
  g_assert_cmpstr (bb_note_get_id (note), ==, "convert.no-successor");
  g_assert_nonnull (strstr (bb_note_get_message (note), "待核实"));
}

static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (BbReport) report = NULL;
  g_autoptr (GError) error = NULL;
  Fixture read = { 0 };

  link_at (fixture, 4, 0, NEW_TOTAL);
  bb_report_set_remark (fixture->report, field (fixture, NEW_TOTAL), "据法制科台账");
  bb_report_set_remark (fixture->report, field (fixture, "t3.total.legal"), "待核");
  bytes = bb_document_serialize (fixture->report);
  report = bb_document_parse (bytes, &error);
  g_assert_no_error (error);
  read.report = report;
  read.text = field (&read, "overview");
  assert_text (&read, "全年新收12件。|4+2=" NEW_TOTAL);
  g_assert_cmpstr (bb_field_get_remark (field (&read, NEW_TOTAL)), ==, "据法制科台账");
  g_assert_cmpstr (bb_field_get_remark (field (&read, "t3.total.legal")), ==, "待核");
  again = bb_document_serialize (report);
  g_assert_true (g_bytes_equal (bytes, again));
}

/* Returns: (transfer full): the issue of @rule. */
static BbIssue *
find_issue (BbChecker *checker, const char *rule)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);

      if (g_str_equal (bb_issue_get_rule_id (issue), rule))
        return g_steal_pointer (&issue);
    }
  return NULL;
}

static void
apply (Fixture *fixture, BbChecker *checker, const char *rule, const char *fix)
{
  g_autoptr (BbIssue) issue = find_issue (checker, rule);

  g_assert_nonnull (issue);
  g_assert_true (bb_issue_apply_fix (issue, fixture->report, fix));
}

/* A figure in the text that is wrong, one that is right, and one whose cell lost its number: each has its issue. */
static void
test_issues (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BbChecker) checker = bb_checker_new (fixture->report, BB_CHECK_LIVE);
  g_autoptr (BbIssue) issue = NULL;
  guint start, length;

  type (fixture, "overview", "受理政府信息公开申请１３件，其中自然人12件。");
  issue = find_issue (checker, "text.table");
  g_assert_nonnull (issue);
  g_assert_cmpstr (bb_issue_get_message (issue), ==, "The text says “受理政府信息公开申请１３件”, but 表三 › 一、本年新收政府信息公开申请数量 › 总计 is 12; correct the one that is wrong");
  g_assert_true (bb_issue_get_text_range (issue, &start, &length));
  g_assert_cmpuint (start, ==, 10);
  g_assert_cmpuint (length, ==, 2);
  apply (fixture, checker, "text.table", "link-figure");
  assert_text (fixture, "受理政府信息公开申请12件，其中自然人12件。|10+2=" NEW_TOTAL);
  g_assert_null (find_issue (checker, "text.table"));
  apply (fixture, checker, "text.unlinked", "link-figures");
  assert_text (fixture, "受理政府信息公开申请12件，其中自然人12件。|10+2=" NEW_TOTAL "|19+2=" NEW_NATURAL);
  g_assert_null (find_issue (checker, "text.unlinked"));
  type (fixture, NEW_NATURAL, "/");
  g_clear_object (&issue);
  issue = find_issue (checker, "text.link");
  g_assert_nonnull (issue);
  g_assert_true (bb_issue_get_text_range (issue, &start, &length));
  type (fixture, NEW_NATURAL, "20");
  assert_text (fixture, "受理政府信息公开申请20件，其中自然人20件。|10+2=" NEW_TOTAL "|19+2=" NEW_NATURAL);
  g_clear_object (&issue);
  g_assert_null (find_issue (checker, "text.link"));
}

static void
test_remark (Fixture *fixture, gconstpointer data)
{
  BbField *cell = field (fixture, NEW_NATURAL);

  g_assert_true (bb_report_set_remark (fixture->report, cell, "据台账"));
  g_assert_false (bb_report_set_remark (fixture->report, cell, "据台账"));
  type (fixture, NEW_NATURAL, "13");
  g_assert_cmpstr (bb_field_get_remark (cell), ==, "据台账");
  g_assert_true (bb_report_set_remark (fixture->report, cell, ""));
  g_assert_null (bb_field_get_remark (cell));
  bb_report_undo (fixture->report);
  g_assert_cmpstr (bb_field_get_remark (cell), ==, "据台账");
  bb_report_undo (fixture->report);
  bb_report_undo (fixture->report);
  g_assert_null (bb_field_get_remark (cell));
  /* A note to a total changes nothing about its following. */
  g_assert_true (bb_report_set_remark (fixture->report, field (fixture, NEW_TOTAL), "合计"));
  type (fixture, NEW_NATURAL, "20");
  g_assert_cmpstr (bb_field_get_text (field (fixture, NEW_TOTAL)), ==, "20");
  g_assert_cmpstr (bb_field_get_remark (field (fixture, NEW_TOTAL)), ==, "合计");
}

/* What no document of ours can say is refused, though its checksum is right. */
static GError *
read_with_links (const char *links)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  g_autoptr (json_t) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BbReport) read = NULL;
  g_autofree char *checksum = NULL;
  GError *error = NULL;
  json_t *sections;
  char *text;

  bb_report_edit (report, bb_report_find_field (report, "overview"), "十二12件", BB_ORIGIN_TYPED);
  document = bb_document_to_json (report, NULL);
  sections = json_object_get (json_object_get (document, BB_MEMBER_CONTENT), BB_MEMBER_SECTIONS);
  json_object_set_new (sections, "overview", json_pack ("{s:s, s:o}", "text", "十二12件", "links", json_loads (links, 0, NULL)));
  checksum = bb_json_checksum (document);
  json_object_set_new (document, BB_MEMBER_CHECKSUM, json_string (checksum));
  text = json_dumps (document, 0);
  bytes = g_bytes_new (text, strlen (text));
  free (text);
  read = bb_document_parse (bytes, &error);
  g_assert_true ((read == NULL) == (error != NULL));
  return error;
}

static void
test_damaged (void)
{
  static const char *const damaged[] = {
    "[{\"start\":4,\"length\":2,\"cell\":\"t3.new.total\"}]",
    "[{\"start\":2,\"length\":0,\"cell\":\"t3.new.total\"}]",
    "[{\"start\":-1,\"length\":2,\"cell\":\"t3.new.total\"}]",
    "[{\"start\":2,\"length\":2,\"cell\":\"t3.newer.total\"}]",
    "[{\"start\":2,\"length\":2}]",
    "[{\"start\":2,\"length\":2,\"cell\":\"t3.new.total\"},{\"start\":3,\"length\":1,\"cell\":\"t3.new.total\"}]",
    "[3]",
    "{}",
  };

  g_assert_no_error (read_with_links ("[{\"start\":2,\"length\":2,\"cell\":\"t3.new.total\"}]"));
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (GError) error = read_with_links (damaged[i]);

      g_assert_error (error, BB_DOCUMENT_ERROR, BB_DOCUMENT_ERROR_VALUE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/links/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/links/keeps-last", Fixture, NULL, set_up, test_keeps_last, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/links/edits/%u", i + 1);

      g_test_add (path, Fixture, &edits[i], set_up, test_edits, tear_down);
    }
  g_test_add ("/links/replaces", Fixture, NULL, set_up, test_replaces, tear_down);
  g_test_add ("/links/edition", Fixture, NULL, set_up, test_edition, tear_down);
  g_test_add ("/links/left-behind", Fixture, NULL, set_up, test_left_behind, tear_down);
  g_test_add ("/links/document", Fixture, NULL, set_up, test_document, tear_down);
  g_test_add ("/links/issues", Fixture, NULL, set_up, test_issues, tear_down);
  g_test_add ("/links/remark", Fixture, NULL, set_up, test_remark, tear_down);
  g_test_add_func ("/links/damaged", test_damaged);
  return g_test_run ();
}
