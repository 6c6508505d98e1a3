/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-sound.h"
#include "bb-table.h"

/* ---- one line an issue: "E t3.balance@t3.new.natural", "W form.mixed@t2.rules.made,t2.rules.repealed" ---- */

static char *
describe (BbIssue *issue, const BbForm *form)
{
  static const char severities[] = { [BB_SEVERITY_HINT] = 'H', [BB_SEVERITY_WARNING] = 'W', [BB_SEVERITY_ERROR] = 'E' };
  GString *line = g_string_new (NULL);
  guint n_cells;
  const guint *cells = bb_issue_get_cells (issue, &n_cells);

  g_string_append_printf (line, "%c %s@", severities[bb_issue_get_severity (issue)], bb_issue_get_rule_id (issue));
  if (bb_issue_get_n_left (issue) > 0 || n_cells == 0)
    g_string_append (line, bb_issue_get_target (issue));
  else
    for (guint i = 0; i < n_cells; i++)
      g_string_append_printf (line, "%s%s", i > 0 ? "," : "", form->cells[cells[i]].id);
  return g_string_free (line, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (" | ", (char **) lines->pdata);
}

static char *
describe_all (BbChecker *checker, const BbForm *form)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);

      g_ptr_array_add (lines, describe (issue, form));
    }
  return join_sorted (lines);
}

static char *
sort_expected (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " | ", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (!g_str_equal (text, "-"))
    for (guint i = 0; parts[i] != NULL; i++)
      g_ptr_array_add (lines, g_strdup (parts[i]));
  return join_sorted (lines);
}

/* ---- the edits of a case ---- */

static void
edit_missing (BbReport *report, const char *prefix)
{
  const BbForm *form = bb_report_get_form (report);
  const BbContent missing = { .text = (char *) "", .origin = BB_ORIGIN_READ, .missing = TRUE };
  guint n = 0;

  for (guint i = 0; i < form->n_cells; i++)
    if (g_str_has_prefix (form->cells[i].id, prefix))
      {
        bb_report_edit_content (report, bb_report_get_cell (report, i), &missing);
        n++;
      }
  if (n == 0)
    bb_report_edit_content (report, bb_sound_field (report, prefix), &missing);
}

/* "form.mixed:t2.rules.made,t2.rules.valid": what reading may have noted. */
static void
edit_note (BbReport *report, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  g_auto (GStrv) cells = g_strsplit (parts[1], ",", -1);
  g_autoptr (BbNote) note = bb_note_new (parts[0], BB_SEVERITY_HINT, (const char *const *) cells, "What was found.", "line 7");

  bb_report_add_note (report, note);
}

/* id=text, id+2, id-2, !prefix (missing), *section (done), ^note; several separated by " ; ". */
static void
apply_edit (BbReport *report, const char *edit)
{
  const char *mark = edit + strcspn (edit, "=+-");
  g_autofree char *id = g_strndup (edit, mark - edit);
  g_autofree char *text = NULL;

  switch (*edit)
    {
    case '!':
      edit_missing (report, edit + 1);
      return;
    case '*':
      bb_report_set_section_done (report, bb_form_find_section (bb_report_get_form (report), edit + 1), TRUE);
      return;
    case '^':
      edit_note (report, edit + 1);
      return;
    default:
      break;
    }
  if (*mark == '=')
    text = g_strdup (mark + 1);
  else
    {
      BbField *field = bb_sound_field (report, id);

      text = g_strdup_printf ("%d", atoi (bb_field_get_text (field)) + atoi (mark));
    }
  bb_sound_read (report, bb_sound_field (report, id), text);
}

static void
apply_edits (BbReport *report, const char *edits)
{
  g_auto (GStrv) parts = g_strsplit (edits, " ; ", -1);

  if (!g_str_equal (edits, "-"))
    for (guint i = 0; parts[i] != NULL; i++)
      apply_edit (report, parts[i]);
}

/* ---- what must be true of any issue ---- */

static void
check_equation (BbIssue *issue, BbReport *report, const BbForm *form)
{
  guint n_cells, n_unfilled, n_seen = 0;
  const guint *cells = bb_issue_get_cells (issue, &n_cells);
  const guint *unfilled = bb_issue_get_unfilled (issue, &n_unfilled);
  BbDecimal left, right, difference, sum = { 0, 0 };
  const BbEquation *equation = NULL;

  g_assert_true (bb_issue_get_sides (issue, &left, &right, &difference));
  for (guint i = 0; i < form->n_equations; i++)
    if (form->equations[i].left[0] == cells[0] &&
        g_str_equal (form->rules[form->equations[i].rule].id, bb_issue_get_rule_id (issue)))
      equation = &form->equations[i];
  g_assert_nonnull (equation);
  g_assert_cmpuint (n_cells, ==, equation->n_left + equation->n_right);
  g_assert_cmpuint (bb_issue_get_n_left (issue), ==, equation->n_left);
  for (guint i = 0; i < n_cells; i++)
    {
      BbDecimal value;

      g_assert_cmpuint (cells[i], ==, i < equation->n_left ? equation->left[i] : equation->right[i - equation->n_left]);
      if (i == equation->n_left)
        {
          g_assert_cmpint (bb_decimal_compare (sum, left), ==, 0);
          sum = bb_decimal_from_int (0);
        }
      if (bb_field_get_value (bb_report_get_cell (report, cells[i]), &value))
        g_assert_true (bb_decimal_add (sum, value, &sum));
      else
        g_assert_cmpuint (unfilled[n_seen++], ==, cells[i]);
    }
  g_assert_cmpuint (n_seen, ==, n_unfilled);
  g_assert_cmpint (bb_decimal_compare (sum, right), ==, 0);
  g_assert_true (bb_decimal_add (right, difference, &sum));
  g_assert_cmpint (bb_decimal_compare (sum, left), ==, 0);
}

static void
check_issues (BbChecker *checker, BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);
  g_autofree int *worst = g_new (int, form->n_cells);
  guint counts[3] = { 0 };

  for (guint i = 0; i < form->n_cells; i++)
    worst[i] = -1;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);
      guint n_cells;
      const guint *cells = bb_issue_get_cells (issue, &n_cells);

      counts[bb_issue_get_severity (issue)]++;
      g_assert_nonnull (bb_report_find_field (report, bb_issue_get_target (issue)));
      g_assert_true (g_utf8_validate (bb_issue_get_message (issue), -1, NULL));
      g_assert_null (strpbrk (bb_issue_get_message (issue), "{}\x1f"));
      for (guint j = 0; j < n_cells; j++)
        worst[cells[j]] = MAX (worst[cells[j]], (int) bb_issue_get_severity (issue));
      if (bb_issue_get_n_left (issue) > 0)
        check_equation (issue, report, form);
    }
  for (guint i = 0; i < form->n_cells; i++)
    g_assert_cmpint (bb_checker_cell_severity (checker, i), ==, worst[i]);
  for (guint severity = 0; severity < G_N_ELEMENTS (counts); severity++)
    {
      guint sum = 0;

      g_assert_cmpuint (bb_checker_count (checker, -1, severity), ==, counts[severity]);
      for (guint section = 0; section < form->n_sections; section++)
        sum += bb_checker_count (checker, section, severity);
      g_assert_cmpuint (sum, ==, counts[severity]);
    }
}

static void
run_rule_case_for (const char *const *places, guint line, const char *form_id)
{
  g_autoptr (BbReport) report = bb_sound_new (form_id);
  BbCheckMode mode = g_str_equal (places[1], "live") ? BB_CHECK_LIVE : BB_CHECK_COMPLETE;
  g_autoptr (BbChecker) checker = NULL;
  g_autoptr (BbChecker) before = bb_checker_new (report, mode);
  g_autofree char *got = NULL;
  g_autofree char *followed = NULL;
  g_autofree char *expected = sort_expected (places[3]);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (before)), ==, 0);
  apply_edits (report, places[2]);
  checker = bb_checker_new (report, mode);
  got = describe_all (checker, bb_report_get_form (report));
  if (!g_str_equal (got, expected))
    {
      g_test_message ("check-rules.tsv:%u (%s): %s\n  found    %s\n  expected %s", line, form_id, places[2], got, expected);
      g_test_fail ();
    }
  check_issues (checker, report);

  /* One that followed every edit knows the same as one that looks at the end only. */
  followed = describe_all (before, bb_report_get_form (report));
  g_assert_cmpstr (followed, ==, got);
}

static void
run_rule_case (const char *const *places, guint line)
{
  g_auto (GStrv) forms = g_strsplit (places[0], " ", -1);

  for (guint i = 0; forms[i] != NULL; i++)
    run_rule_case_for (places, line, forms[i]);
}

static void
test_rules (void)
{
  g_assert_cmpuint (bb_table_run ("check-rules.tsv", 4, run_rule_case), >=, 60);
}

/* ---- the sentences, as they are read; BIANBAO_REGENERATE=1 writes them anew ---- */

static GString *regenerated;

static void
run_message_case (const char *const *places, guint line)
{
  g_autoptr (BbReport) report = bb_sound_new ("2021");
  g_autoptr (BbChecker) checker = NULL;
  g_autoptr (GString) got = g_string_new (NULL);

  apply_edits (report, places[0]);
  checker = bb_checker_new (report, BB_CHECK_COMPLETE);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);
      guint n_fixes;
      const BbFix *fixes = bb_issue_get_fixes (issue, &n_fixes);

      g_string_append_printf (got, "%s%s", i > 0 ? " | " : "", bb_issue_get_message (issue));
      for (guint j = 0; j < n_fixes; j++)
        g_string_append_printf (got, " [%s: %s]", fixes[j].id, fixes[j].label);
    }
  if (regenerated != NULL)
    g_string_append_printf (regenerated, "%s\t%s\n", places[0], got->str);
  else if (!g_str_equal (got->str, places[1]))
    {
      g_test_message ("check-messages.tsv:%u: %s\n  says     %s\n  expected %s", line, places[0], got->str, places[1]);
      g_test_fail ();
    }
}

static void
test_messages (void)
{
  if (g_getenv ("BIANBAO_REGENERATE") != NULL)
    regenerated = g_string_new ("# edits of a sound report, messages and repairs\n");
  g_assert_cmpuint (bb_table_run ("check-messages.tsv", 2, run_message_case), >=, 20);
  if (regenerated != NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "check-messages.tsv", NULL);

      g_assert_true (g_file_set_contents (path, regenerated->str, -1, NULL));
      g_string_free (g_steal_pointer (&regenerated), TRUE);
    }
}

/* ---- repairs ---- */

static BbIssue *
find_issue (BbChecker *checker, const BbForm *form, const char *description)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);
      g_autofree char *got = describe (issue, form);

      if (g_str_has_suffix (got, description))
        return g_steal_pointer (&issue);
    }
  g_error ("no issue %s", description);
}

/* Everything that people could see of the fields, one line each. */
static char *
dump (BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (report, i);

      g_string_append_printf (text, "%s=%s/%s/%s\n", form->cells[i].id, bb_field_get_text (field),
                              bb_state_to_string (bb_field_get_state (field)),
                              bb_field_get_unit (field) != NULL ? bb_field_get_unit (field) : "");
    }
  return g_string_free (text, FALSE);
}

/* The lines of @after that are not in @before: "id=text/state/unit ; …" */
static char *
difference (const char *before, const char *after)
{
  g_auto (GStrv) old = g_strsplit (before, "\n", -1);
  g_auto (GStrv) new = g_strsplit (after, "\n", -1);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; old[i] != NULL && new[i] != NULL; i++)
    if (!g_str_equal (old[i], new[i]))
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? " ; " : "", new[i]);
  return g_string_free (lines, FALSE);
}

/* form, edits, issue, fix, what differs afterwards, which issues are left */
static void
run_fix_case (const char *const *places, guint line)
{
  g_autoptr (BbReport) report = bb_sound_new (places[0]);
  const BbForm *form = bb_report_get_form (report);
  g_autoptr (BbChecker) checker = NULL;
  g_autoptr (BbIssue) issue = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *left = NULL;
  g_autofree char *expected = sort_expected (places[5]);

  apply_edits (report, places[1]);
  bb_report_forget_history (report);
  checker = bb_checker_new (report, BB_CHECK_COMPLETE);
  issue = find_issue (checker, form, places[2]);
  before = dump (report);
  g_assert_false (bb_issue_apply_fix (issue, report, "no-such-fix"));
  if (!bb_issue_apply_fix (issue, report, places[3]))
    g_error ("check-fixes.tsv:%u: the fix does not fit", line);
  after = dump (report);
  changed = difference (before, after);
  left = describe_all (checker, form);
  if (!g_str_equal (changed, places[4]) || !g_str_equal (left, expected))
    {
      g_test_message ("check-fixes.tsv:%u:\n  changed  %s\n  expected %s\n  left     %s\n  expected %s", line, changed,
                      places[4], left, expected);
      g_test_fail ();
    }
  check_issues (checker, report);

  /* It was one step, and its name is what the button said. */
  g_assert_true (bb_report_can_undo (report));
  for (guint i = 0; i < 2; i++)
    {
      guint n_fixes;
      const BbFix *fixes = bb_issue_get_fixes (issue, &n_fixes);

      if (i < n_fixes && g_str_equal (fixes[i].id, places[3]))
        g_assert_cmpstr (bb_report_get_undo_label (report), ==, fixes[i].label);
    }
  /* The issue is out of date now: it must not do its work twice. */
  g_assert_false (bb_issue_apply_fix (issue, report, places[3]));
  bb_report_undo (report);
  g_assert_false (bb_report_can_undo (report));
  undone = dump (report);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_fixes (void)
{
  g_assert_cmpuint (bb_table_run ("check-fixes.tsv", 6, run_fix_case), >=, 14);
}

/* A repair offered for numbers that stand there no more does nothing. */
static void
test_fix_out_of_date (void)
{
  g_autoptr (BbReport) report = bb_sound_new ("2021");
  const BbForm *form = bb_report_get_form (report);
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_COMPLETE);
  g_autoptr (BbIssue) issue = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  apply_edits (report, "t4.review.upheld+1");
  issue = find_issue (checker, form, "t4.sum@t4.review.total");
  apply_edits (report, "t4.review.upheld+1");
  before = dump (report);
  g_assert_false (bb_issue_apply_fix (issue, report, "total-to-sum"));
  bb_report_set_year (report, 2020, TRUE);
  g_assert_false (bb_issue_apply_fix (issue, report, "total-to-sum"));
  bb_report_undo (report);
  after = dump (report);
  g_assert_cmpstr (before, ==, after);
}

/* ---- the list ---- */

typedef struct
{
  GListModel *model;
  GPtrArray *mirror;
  guint n_signals;
  guint n_removed;
  guint n_added;
} Mirror;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Mirror *mirror)
{
  mirror->n_signals++;
  mirror->n_removed += removed;
  mirror->n_added += added;
  g_assert_cmpuint (position + removed, <=, mirror->mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->mirror, position + i, g_list_model_get_item (model, position + i));
  g_assert_cmpuint (mirror->mirror->len, ==, g_list_model_get_n_items (model));
}

static void
check_mirror (Mirror *mirror)
{
  g_assert_cmpuint (mirror->mirror->len, ==, g_list_model_get_n_items (mirror->model));
  for (guint i = 0; i < mirror->mirror->len; i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (mirror->model, i);

      g_assert_true (issue == g_ptr_array_index (mirror->mirror, i));
    }
}

static void
check_order (GListModel *model)
{
  for (guint i = 1; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (BbIssue) a = g_list_model_get_item (model, i - 1);
      g_autoptr (BbIssue) b = g_list_model_get_item (model, i);

      g_assert_cmpint (bb_issue_get_severity (a), >=, bb_issue_get_severity (b));
      if (bb_issue_get_severity (a) == bb_issue_get_severity (b))
        g_assert_cmpuint (bb_issue_get_section (a), <=, bb_issue_get_section (b));
    }
}

static void
mirror_start (Mirror *mirror, BbChecker *checker)
{
  *mirror = (Mirror) { .model = G_LIST_MODEL (checker), .mirror = g_ptr_array_new_with_free_func (g_object_unref) };
  for (guint i = 0; i < g_list_model_get_n_items (mirror->model); i++)
    g_ptr_array_add (mirror->mirror, g_list_model_get_item (mirror->model, i));
  g_signal_connect (checker, "items-changed", G_CALLBACK (items_changed_cb), mirror);
}

static void
mirror_stop (Mirror *mirror)
{
  g_signal_handlers_disconnect_by_data (mirror->model, mirror);
  g_ptr_array_unref (mirror->mirror);
}

/* Random edits, undo, redo, other years and modes: what is announced is always exactly what changed. */
static void
test_list (void)
{
  static const char *const texts[] = { "0", "1", "3", "/", "", "15件", "2500 万", "-1", "1.5", "12.34567" };
  g_autoptr (BbReport) report = bb_sound_new ("2021");
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_LIVE);
  Mirror mirror;

  mirror_start (&mirror, checker);
  for (guint round = 0; round < 3000; round++)
    {
      const BbForm *form = bb_report_get_form (report);
      int action = g_test_rand_int_range (0, 40);

      if (action < 30)
        bb_report_edit (report, bb_report_get_cell (report, g_test_rand_int_range (0, form->n_cells)),
                        texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))], BB_ORIGIN_TYPED);
      else if (action < 34)
        bb_report_undo (report);
      else if (action < 36)
        bb_report_redo (report);
      else if (action == 36)
        bb_checker_set_mode (checker, g_test_rand_bit () ? BB_CHECK_COMPLETE : BB_CHECK_LIVE);
      else if (action == 37)
        bb_report_set_year (report, g_test_rand_int_range (2019, 2024), g_test_rand_bit ());
      else if (action == 38)
        bb_report_edit (report, bb_report_get_section (report, 0), g_test_rand_bit () ? "2022年1月1日至12月31日" : "",
                        BB_ORIGIN_TYPED);
      else
        bb_report_set_section_done (report, g_test_rand_int_range (0, form->n_sections), g_test_rand_bit ());
      check_mirror (&mirror);
      check_order (mirror.model);
    }
  check_issues (checker, report);
  mirror_stop (&mirror);
}

/* An issue whose numbers stay is the same object; nothing is announced when nothing changed. */
static void
test_list_keeps_objects (void)
{
  g_autoptr (BbReport) report = bb_sound_new ("2021");
  const BbForm *form = bb_report_get_form (report);
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_COMPLETE);
  g_autoptr (BbIssue) kept = NULL;
  g_autoptr (BbIssue) again = NULL;
  Mirror mirror;

  apply_edits (report, "t4.review.upheld+1");
  kept = find_issue (checker, form, "t4.sum@t4.review.total");
  mirror_start (&mirror, checker);
  apply_edits (report, "t4.direct.upheld+1");
  g_assert_cmpuint (mirror.n_signals, ==, 1);
  g_assert_cmpuint (mirror.n_added, ==, 1);
  g_assert_cmpuint (mirror.n_removed, ==, 0);
  again = find_issue (checker, form, "t4.sum@t4.review.total");
  g_assert_true (kept == again);

  bb_checker_run (checker);
  bb_report_edit (report, bb_report_get_section (report, 3), "一段话", BB_ORIGIN_TYPED);
  g_assert_cmpuint (mirror.n_signals, ==, 1);

  /* Another number in the same equation is another verdict. */
  apply_edits (report, "t4.review.upheld+1");
  g_assert_cmpuint (mirror.n_added, ==, 2);
  g_assert_cmpuint (mirror.n_removed, ==, 1);
  check_mirror (&mirror);
  mirror_stop (&mirror);
}

static void
count_cb (GObject *object, GParamSpec *property, guint *n)
{
  (*n)++;
}

static void
test_counts (void)
{
  g_autoptr (BbReport) report = bb_sound_new ("2019");
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_LIVE);
  g_autoptr (BbReport) held = NULL;
  guint n_errors = 0, n_warnings = 0;
  guint errors, warnings, hints;
  int mode;

  g_signal_connect (checker, "notify::errors", G_CALLBACK (count_cb), &n_errors);
  g_signal_connect (checker, "notify::warnings", G_CALLBACK (count_cb), &n_warnings);
  apply_edits (report, "t2.procurement.amount=2500 万 ; t2.rules.made=15件 ; t4.direct.total+2");
  g_object_get (checker, "report", &held, "mode", &mode, "errors", &errors, "warnings", &warnings, "hints", &hints, NULL);
  g_assert_true (held == report);
  g_assert_cmpint (mode, ==, BB_CHECK_LIVE);
  g_assert_cmpuint (errors, ==, 1);
  g_assert_cmpuint (warnings, ==, 1);
  g_assert_cmpuint (hints, ==, 1);
  g_assert_cmpuint (n_errors, ==, 1);
  g_assert_cmpuint (n_warnings, ==, 1);
  g_assert_cmpuint (bb_checker_count (checker, bb_form_find_section (bb_report_get_form (report), "disputes"),
                                      BB_SEVERITY_ERROR), ==, 1);
}

/* A blank report is no mistake while it is being filled in, and all of it is when it is done. */
static void
test_blank_report (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_LIVE);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checker)), ==, 0);
  bb_report_set_section_done (report, bb_form_find_section (bb_report_get_form (report), "disputes"), TRUE);
  g_assert_cmpuint (bb_checker_count (checker, -1, BB_SEVERITY_ERROR), ==, 1);
  bb_checker_set_mode (checker, BB_CHECK_COMPLETE);
  /* Organisation and year, six rows of table 2, all rows of table 3 but that of the totals, which only wait for the others, and table 4. */
  g_assert_cmpuint (bb_checker_count (checker, -1, BB_SEVERITY_ERROR), ==, 2 + 6 + 24 + 1);
  /* Sections one, five and six want words. */
  g_assert_cmpuint (bb_checker_count (checker, -1, BB_SEVERITY_WARNING), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checker)), ==, 2 + 6 + 24 + 1 + 3);
}

/* What is not in a text that is being typed may still come: nothing is said in the middle of a sentence. */
static void
assert_typed (const char *section, const char *text, const char *expected)
{
  g_autoptr (BbReport) report = bb_sound_new ("2021");
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_LIVE);
  g_autofree char *typed = NULL;
  g_autofree char *complete = NULL;

  bb_report_edit (report, bb_sound_field (report, section), text, BB_ORIGIN_TYPED);
  typed = describe_all (checker, bb_report_get_form (report));
  g_assert_cmpstr (typed, ==, expected);
  bb_checker_set_mode (checker, BB_CHECK_COMPLETE);
  complete = describe_all (checker, bb_report_get_form (report));
  g_assert_cmpstr (complete, !=, "");
}

static void
test_typed_texts (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);

  assert_typed ("problems", "存在", "");
  assert_typed ("problems", "存在不足。", "W problems.substance@problems");
  assert_typed ("problems", "无", "W problems.substance@problems");
  assert_typed ("other", "本年", "");
  assert_typed ("other", "无", "W fees.unpaid@t3.other.2.total");
  assert_typed ("overview", "各项工作有序开展。", "");
  for (guint i = 0; i < 50; i++)
    g_string_append (long_text, "工作");
  assert_typed ("overview", long_text->str, "");
  g_string_append (long_text, "。");
  assert_typed ("overview", long_text->str, "W overview.topics@overview");
}

/* An editor that reacts to an issue by editing again must not confuse the list. */
static void
edit_again_cb (GListModel *model, guint position, guint removed, guint added, BbReport *report)
{
  BbField *field = bb_sound_field (report, "t4.review.total");

  if (added > 0 && g_str_equal (bb_field_get_text (field), "99"))
    bb_report_edit (report, field, NULL, BB_ORIGIN_TYPED);
}

static void
test_edit_while_told (void)
{
  g_autoptr (BbReport) report = bb_sound_new ("2021");
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_COMPLETE);
  Mirror mirror;

  mirror_start (&mirror, checker);
  g_signal_connect (checker, "items-changed", G_CALLBACK (edit_again_cb), report);
  bb_report_edit (report, bb_sound_field (report, "t4.review.total"), "99", BB_ORIGIN_TYPED);
  g_assert_cmpuint (g_list_model_get_n_items (mirror.model), ==, 0);
  check_mirror (&mirror);
  mirror_stop (&mirror);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/rules", test_rules);
  g_test_add_func ("/check/messages", test_messages);
  g_test_add_func ("/check/fixes", test_fixes);
  g_test_add_func ("/check/fix-out-of-date", test_fix_out_of_date);
  g_test_add_func ("/check/list", test_list);
  g_test_add_func ("/check/list-keeps-objects", test_list_keeps_objects);
  g_test_add_func ("/check/counts", test_counts);
  g_test_add_func ("/check/blank-report", test_blank_report);
  g_test_add_func ("/check/typed-texts", test_typed_texts);
  g_test_add_func ("/check/edit-while-told", test_edit_while_told);
  return g_test_run ();
}
