/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reports of units beside a government's own: what is kept of them, what they add up to, and what the rule says. */
#include "bb-generate.h"

#include <locale.h>
#include <string.h>

#define RULE "parent.sum"

static BbReport *
make_unit (const char *form, const char *organisation)
{
  BbReport *unit = bb_generate_sound (form);

  bb_report_edit (unit, bb_report_get_meta (unit, BB_META_ORGANISATION), organisation, BB_ORIGIN_TYPED);
  return unit;
}

/* A report of the year of those units, with nothing in it. */
static BbReport *
make_parent (BbReport *unit)
{
  BbReport *parent = bb_report_new (bb_report_get_form (unit));
  g_autofree char *year = g_strdup_printf ("%d", bb_report_get_year (unit));

  bb_report_edit (parent, bb_report_get_meta (parent, BB_META_YEAR), year, BB_ORIGIN_TYPED);
  bb_report_edit (parent, bb_report_get_meta (parent, BB_META_ORGANISATION), "东湖市人民政府", BB_ORIGIN_TYPED);
  return parent;
}

static void
type (BbReport *report, const char *id, const char *text)
{
  g_assert_nonnull (bb_report_find_field (report, id));
  bb_report_edit (report, bb_report_find_field (report, id), text, BB_ORIGIN_TYPED);
}

static const char *
text_of (BbReport *report, const char *id)
{
  return bb_field_get_text (bb_report_find_field (report, id));
}

/* Returns: (transfer full) (nullable): the only issue of the rule */
static BbIssue *
find_issue (BbChecker *checker)
{
  BbIssue *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);

      if (!g_str_equal (bb_issue_get_rule_id (issue), RULE))
        continue;
      g_assert_null (found);
      found = g_steal_pointer (&issue);
    }
  return found;
}

static guint
count_open_notes (BbReport *report)
{
  GListModel *notes = bb_report_get_notes (report);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);

      n += g_str_equal (bb_note_get_id (note), "units.open") && !bb_note_get_dismissed (note);
    }
  return n;
}

/* As many units as a report keeps, and one more; what is too large for a cell together is no sum. */
static void
test_most (void)
{
  g_autoptr (BbReport) unit = make_unit ("2021", "单位");
  g_autoptr (BbReport) parent = make_parent (unit);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (BbUnits) units = NULL;
  BbDecimal sum;

  type (unit, "t3.new.natural", "999999999999");
  type (unit, "t3.carried_in.natural", "7");
  g_assert_cmpint (bb_units_add (parent, unit, NULL, BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_NEW);
  for (guint i = 1; i < BB_UNITS_MOST; i++)
    g_string_append_printf (lines, "%u%s\n", i, bb_field_get_text (bb_report_get_meta (parent, BB_META_UNITS)));
  bb_report_edit (parent, bb_report_get_meta (parent, BB_META_UNITS), lines->str, BB_ORIGIN_TYPED);
  g_assert_cmpint (bb_units_add (parent, unit, NULL, BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_NEW);
  bb_report_edit (unit, bb_report_get_meta (unit, BB_META_ORGANISATION), "示例市教育局", BB_ORIGIN_TYPED);
  g_assert_cmpint (bb_units_add (parent, unit, NULL, BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_TOO_MANY);
  units = bb_units_read (parent);
  g_assert_cmpuint (bb_units_get_n (units), ==, BB_UNITS_MOST);
  g_assert_false (bb_units_sum (units, bb_field_get_cell (bb_report_find_field (unit, "t3.new.natural"))->index, &sum));
  g_assert_true (bb_units_sum (units, bb_field_get_cell (bb_report_find_field (unit, "t3.carried_in.natural"))->index, &sum));
  g_assert_cmpint (bb_decimal_compare (sum, bb_decimal_from_int (7 * BB_UNITS_MOST)), ==, 0);
}

/* Which reports are units of which. */
static void
test_fits (void)
{
  g_autoptr (BbReport) bureau = make_unit ("2021", "教育局");
  g_autoptr (BbReport) other_year = make_unit ("2021", "民政局");
  g_autoptr (BbReport) other_edition = make_unit ("2019", "水利局");
  g_autoptr (BbReport) nameless = make_unit ("2021", "");
  g_autoptr (BbReport) self = make_unit ("2021", " 东湖市人民政府");
  g_autoptr (BbReport) parent = make_parent (bureau);
  g_autoptr (BbUnits) units = NULL;

  g_assert_null (bb_units_read (parent));
  type (other_year, "meta.year", "2022");
  g_assert_cmpint (bb_units_add (parent, bureau, NULL, BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_NEW);
  g_assert_cmpint (bb_units_add (parent, bureau, "another name", BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_SAME);
  g_assert_cmpint (bb_units_add (parent, other_year, NULL, BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_OTHER_YEAR);
  type (other_edition, "meta.year", text_of (parent, "meta.year"));
  g_assert_cmpint (bb_units_add (parent, self, NULL, BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_SELF);
  g_assert_cmpint (bb_units_add (parent, nameless, NULL, BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_NO_NAME);
  g_assert_cmpint (bb_units_add (parent, nameless, "城关\t镇", BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_NEW);
  units = bb_units_read (parent);
  g_assert_cmpuint (bb_units_get_n (units), ==, 2);
  g_assert_cmpstr (bb_units_get_organisation (units, 0), ==, "教育局");
  g_assert_cmpstr (bb_units_get_organisation (units, 1), ==, "城关 镇");
  g_assert_cmpint (bb_units_get_year (units, 0), ==, bb_report_get_year (parent));
  g_assert_true (bb_units_counts (units, 0));
  g_assert_cmpuint (bb_units_count_open (units, 0), ==, 0);

  /* Removing is one step. */
  bb_report_barrier (parent);
  bb_units_remove (parent, 0);
  g_clear_pointer (&units, bb_units_free);
  units = bb_units_read (parent);
  g_assert_cmpuint (bb_units_get_n (units), ==, 1);
  g_assert_cmpstr (bb_units_get_organisation (units, 0), ==, "城关 镇");
  bb_units_remove (parent, 0);
  g_assert_null (bb_units_read (parent));
}

static void
test_other_edition (void)
{
  g_autoptr (BbReport) unit = make_unit ("2019", "水利局");
  g_autoptr (BbReport) parent = bb_report_new (bb_form_get ("2021"));

  type (unit, "meta.year", "");
  g_assert_cmpint (bb_units_add (parent, unit, NULL, BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_OTHER_EDITION);
  g_assert_cmpstr (text_of (parent, "meta.units"), ==, "");
}

/* Each cell is the sum of three, totals and relations hold, and it says where it comes from. */
static void
test_fill (gconstpointer form)
{
  const char *const names[] = { "教育局", "民政局", "城关镇" };
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BbReport) parent = NULL;
  g_autoptr (BbChecker) checker = NULL;
  guint open = 99;
  guint n_inputs = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (made, make_unit (form, names[i]));
  parent = make_parent (g_ptr_array_index (made, 0));
  for (guint i = 0; i < made->len; i++)
    g_assert_cmpint (bb_units_add (parent, g_ptr_array_index (made, i), NULL, BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_NEW);
  bb_report_barrier (parent);
  n_inputs = bb_units_fill (parent, &open);
  g_assert_cmpuint (open, ==, 0);
  for (guint i = 0; i < bb_report_get_form (parent)->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (parent, i);
      const BbCell *cell = bb_field_get_cell (field);
      BbDecimal sum = bb_decimal_from_int (0);
      BbDecimal value;

      if (cell->kind == BB_KIND_TEXT)
        continue;
      for (guint j = 0; j < made->len; j++)
        {
          g_assert_true (bb_field_get_value (bb_report_get_cell (g_ptr_array_index (made, j), i), &value));
          g_assert_true (bb_decimal_add (sum, value, &sum));
        }
      g_assert_true (bb_field_get_value (field, &value));
      g_assert_cmpint (bb_decimal_compare (value, sum), ==, 0);
      n_inputs -= cell->derived_from < 0;
      g_assert_cmpint (bb_field_get_origin (field), ==, cell->derived_from < 0 ? BB_ORIGIN_DEDUCED : BB_ORIGIN_DERIVED);
      if (cell->derived_from < 0)
        g_assert_cmpstr (bb_field_get_source (field), ==, "the sum of the reports of 3 units");
    }
  g_assert_cmpuint (n_inputs, ==, 0);
  checker = bb_checker_new (parent, BB_CHECK_LIVE);
  g_assert_cmpuint (bb_checker_count (checker, -1, BB_SEVERITY_ERROR), ==, 0);
  g_assert_null (find_issue (checker));
  bb_report_undo (parent);
  g_assert_cmpstr (text_of (parent, "t3.new.natural"), ==, "");
  g_assert_nonnull (bb_field_get_text (bb_report_get_meta (parent, BB_META_UNITS)));
}

/* Two offices that their reports call the same, and a form that came back as it was sent out. */
static void
test_named_alike (void)
{
  g_autoptr (BbReport) first = make_unit ("2021", "办公室");
  g_autoptr (BbReport) second = make_unit ("2021", "办公室");
  g_autoptr (BbReport) parent = make_parent (first);
  g_autoptr (BbReport) blank = make_parent (first);
  g_autoptr (BbUnits) units = NULL;
  BbDecimal sum;

  type (first, "t3.new.natural", "4");
  type (second, "t3.new.natural", "6");
  type (blank, "meta.organisation", "水利局");
  g_assert_cmpint (bb_units_add (parent, blank, NULL, BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_EMPTY);
  g_assert_cmpint (bb_units_add (parent, first, "a", BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_NEW);
  g_assert_cmpint (bb_units_add (parent, second, "b", BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_NAMED_ALIKE);
  g_assert_cmpint (bb_units_add (parent, second, "b", BB_UNIT_ALIKE_APART), ==, BB_UNIT_NEW);
  g_assert_cmpint (bb_units_add (parent, second, "b", BB_UNIT_ALIKE_APART), ==, BB_UNIT_NEW);
  units = bb_units_read (parent);
  g_assert_cmpuint (bb_units_get_n (units), ==, 3);
  g_assert_cmpstr (bb_units_get_organisation (units, 1), ==, "办公室（b）");
  g_assert_cmpstr (bb_units_get_organisation (units, 2), ==, "办公室（b，2）");
  g_assert_cmpint (bb_units_find (units, first, NULL), ==, 0);
  g_assert_true (bb_units_sum (units, (guint) bb_form_find_cell (bb_report_get_form (parent), "t3.new.natural"), &sum));
  g_assert_cmpint (bb_decimal_compare (sum, bb_decimal_from_int (16)), ==, 0);
}

/* What stands there stays, and what a unit leaves open is told and stays blank. */
static void
test_open (void)
{
  g_autoptr (BbReport) first = make_unit ("2021", "教育局");
  g_autoptr (BbReport) second = make_unit ("2021", "民政局");
  g_autoptr (BbReport) parent = make_parent (first);
  guint open = 0;

  type (second, "t3.new.natural", "");
  type (second, "t3.new.business", "几件");
  bb_units_add (parent, first, NULL, BB_UNIT_ALIKE_REFUSE);
  bb_units_add (parent, second, NULL, BB_UNIT_ALIKE_REFUSE);
  type (parent, "t3.carried_in.natural", "7");
  bb_units_fill (parent, &open);
  g_assert_cmpuint (open, ==, 2);
  g_assert_cmpstr (text_of (parent, "t3.new.natural"), ==, "");
  g_assert_cmpstr (text_of (parent, "t3.new.business"), ==, "");
  g_assert_cmpstr (text_of (parent, "t3.new.total"), ==, "");
  g_assert_cmpstr (text_of (parent, "t3.carried_in.natural"), ==, "7");
  g_assert_cmpuint (count_open_notes (parent), ==, 1);

  /* A corrected report takes the place of the first. */
  type (second, "t3.new.natural", "1");
  type (second, "t3.new.business", "2");
  g_assert_cmpint (bb_units_add (parent, second, NULL, BB_UNIT_ALIKE_REFUSE), ==, BB_UNIT_NAMED_ALIKE);
  g_assert_cmpuint (bb_units_fill (parent, NULL), ==, 0);
  g_assert_cmpint (bb_units_add (parent, second, NULL, BB_UNIT_ALIKE_REPLACE), ==, BB_UNIT_AGAIN);
  g_assert_cmpuint (bb_units_fill (parent, &open), ==, 2);
  g_assert_cmpuint (open, ==, 0);
  g_assert_cmpuint (count_open_notes (parent), ==, 0);
  g_assert_cmpuint (bb_units_fill (parent, NULL), ==, 0);
}

static BbReport *
make_filled (BbReport **first, BbReport **second)
{
  BbReport *parent;

  *first = make_unit ("2021", "教育局");
  *second = make_unit ("2021", "民政局");
  parent = make_parent (*first);
  bb_units_add (parent, *first, NULL, BB_UNIT_ALIKE_REFUSE);
  bb_units_add (parent, *second, NULL, BB_UNIT_ALIKE_REFUSE);
  bb_units_fill (parent, NULL);
  return parent;
}

/* One issue a row, which names both figures; it can be repaired, or accepted with a reason. */
static void
test_rule (void)
{
  g_autoptr (BbReport) first = NULL;
  g_autoptr (BbReport) second = NULL;
  g_autoptr (BbReport) parent = make_filled (&first, &second);
  g_autoptr (BbChecker) checker = bb_checker_new (parent, BB_CHECK_LIVE);
  g_autofree char *natural = g_strdup (text_of (parent, "t3.new.natural"));
  g_autofree char *legal = g_strdup (text_of (parent, "t3.new.legal"));
  g_autofree char *told = g_strdup_printf ("100000 ≠ %s", natural);
  g_autoptr (BbIssue) issue = NULL;
  guint n = 0;

  type (parent, "t3.new.natural", "100000");
  type (parent, "t3.new.legal", "90000");
  issue = find_issue (checker);
  g_assert_nonnull (issue);
  g_assert_cmpint (bb_issue_get_severity (issue), ==, BB_SEVERITY_WARNING);
  g_assert_cmpstr (bb_issue_get_target (issue), ==, "t3.new.natural");
  bb_issue_get_cells (issue, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_nonnull (strstr (bb_issue_get_message (issue), told));
  g_assert_true (bb_issue_accept (issue, parent, "含本级"));
  g_assert_cmpuint (bb_checker_count_accepted (checker), ==, 1);
  bb_report_undo (parent);
  g_clear_object (&issue);
  issue = find_issue (checker);
  g_assert_true (bb_issue_apply_fix (issue, parent, "take-units"));
  g_assert_cmpstr (text_of (parent, "t3.new.natural"), ==, natural);
  g_assert_cmpstr (text_of (parent, "t3.new.legal"), ==, legal);
  g_clear_object (&issue);
  g_assert_null (find_issue (checker));
}

/* As long as a unit's figure is missing, only what is less than the others make together is wrong. */
static void
test_least (void)
{
  g_autoptr (BbReport) first = NULL;
  g_autoptr (BbReport) second = NULL;
  g_autoptr (BbReport) parent = make_filled (&first, &second);
  g_autoptr (BbChecker) checker = bb_checker_new (parent, BB_CHECK_LIVE);
  g_autoptr (BbIssue) issue = NULL;
  guint n = 0;

  type (first, "t3.new.natural", "50");
  type (second, "t3.new.natural", "");
  bb_units_add (parent, first, NULL, BB_UNIT_ALIKE_REPLACE);
  bb_units_add (parent, second, NULL, BB_UNIT_ALIKE_REPLACE);
  type (parent, "t3.new.natural", "51");
  g_assert_null (find_issue (checker));
  type (parent, "t3.new.natural", "49");
  issue = find_issue (checker);
  g_assert_nonnull (strstr (bb_issue_get_message (issue), "49 < 50"));
  bb_issue_get_fixes (issue, &n);
  g_assert_cmpuint (n, ==, 0);

  /* Another year: they are no units of this report any more. */
  type (parent, "meta.year", "2022");
  g_clear_object (&issue);
  g_assert_null (find_issue (checker));
}

/* Kept with the report; in no export; lines that say nothing do no harm. */
static void
test_kept (void)
{
  static const BbExportFormat formats[] = { BB_EXPORT_TEXT, BB_EXPORT_HTML, BB_EXPORT_CSV, BB_EXPORT_JSON };
  g_autoptr (BbReport) first = NULL;
  g_autoptr (BbReport) second = NULL;
  g_autoptr (BbReport) parent = make_filled (&first, &second);
  g_autoptr (GBytes) bytes = bb_document_serialize (parent);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReport) read = bb_document_parse (bytes, &error);
  g_autoptr (BbUnits) units = NULL;
  g_autofree char *damaged = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (text_of (read, "meta.units"), ==, text_of (parent, "meta.units"));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) exported = bb_export_bytes (parent, formats[i], &error);
      gsize size;
      const char *data = g_bytes_get_data (exported, &size);

      g_assert_no_error (error);
      g_assert_null (memmem (data, size, "教育局", strlen ("教育局")));
    }
  damaged = g_strconcat ("\n\t\t\nx\n教育局\t2023\t2021\t1 2 3\n水利局\t2023\t1999\t", text_of (parent, "meta.units"), NULL);
  type (read, "meta.units", damaged);
  units = bb_units_read (read);
  g_assert_cmpuint (bb_units_get_n (units), ==, 3);
  for (guint i = 0; i < 2; i++)
    g_assert_false (bb_units_counts (units, i));
  g_assert_true (bb_units_counts (units, 2));
}

/* An amount that was noted in another unit adds up with none. */
static void
test_units_of_amounts (void)
{
  g_autoptr (BbReport) unit = make_unit ("2021", "教育局");
  g_autoptr (BbReport) parent = make_parent (unit);
  g_autoptr (BbUnits) units = NULL;
  BbContent content = { .text = (char *) "5", .origin = BB_ORIGIN_TYPED, .unit = (char *) "元" };
  BbDecimal sum;

  bb_report_edit_content (unit, bb_report_find_field (unit, "t2.fees.amount"), &content);
  bb_units_add (parent, unit, NULL, BB_UNIT_ALIKE_REFUSE);
  units = bb_units_read (parent);
  g_assert_cmpuint (bb_units_count_open (units, 0), ==, 1);
  g_assert_false (bb_units_sum (units, (guint) bb_form_find_cell (bb_report_get_form (parent), "t2.fees.amount"), &sum));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/units/most", test_most);
  g_test_add_func ("/units/fits", test_fits);
  g_test_add_func ("/units/other-edition", test_other_edition);
  g_test_add_data_func ("/units/fill-2021", "2021", test_fill);
  g_test_add_data_func ("/units/fill-2019", "2019", test_fill);
  g_test_add_func ("/units/named-alike", test_named_alike);
  g_test_add_func ("/units/open", test_open);
  g_test_add_func ("/units/rule", test_rule);
  g_test_add_func ("/units/least", test_least);
  g_test_add_func ("/units/kept", test_kept);
  g_test_add_func ("/units/units-of-amounts", test_units_of_amounts);
  return g_test_run ();
}
