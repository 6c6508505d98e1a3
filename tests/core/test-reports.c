/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bianbao.h>

#include <jansson.h>
#include <string.h>

/*
 * Published reports, when BIANBAO_REPORTS names their folder: each NAME.txt has a NAME.cells.json with what it holds. The same
 * judgement as tools/compare-cells.py makes of `bianbao-cli show --json`, here in process, and every sentence besides.
 */

typedef struct
{
  const char *name;
  guint least_deduced;
  guint n_loose;
} ReportCase;

/* *INDENT-OFF* */
static const ReportCase reports[] = {
  { "000_6ae492854d0c501b", 30, 6 },
  { "001_bd64038810805c4e", 28, 1 },
  { "002_350fbfc8d48350cb",  0, 0 },
  { "003_2fa65beef80ac2b8", 46, 23 },
  { "004_8183807e426b0491",  0, 2 },
};
/* *INDENT-ON* */

static char *
report_path (const char *name,
             const char *suffix)
{
  const char *folder = g_getenv ("BIANBAO_REPORTS");
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return folder != NULL ? g_build_filename (folder, file, NULL) : NULL;
}

static gboolean
skip_without_reports (const char *name)
{
  g_autofree char *path = report_path (name, ".txt");

  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;
  g_test_skip ("BIANBAO_REPORTS does not name the folder with the published reports");
  return TRUE;
}

static BbReading *
read_report (const char *name)
{
  g_autofree char *path = report_path (name, ".txt");
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bb_read_file (path, NULL, &error);
  BbReading *reading;

  g_assert_no_error (error);
  reading = bb_import_bytes (bytes, base, NULL, &error);
  g_assert_no_error (error);
  return reading;
}

static json_t *
read_known (const char *name)
{
  g_autofree char *path = report_path (name, ".cells.json");
  json_error_t error;
  json_t *known = json_load_file (path, 0, &error);

  g_assert_nonnull (known);
  return known;
}

/* ---- cells ---- */

typedef struct
{
  guint right;
  guint lost;
  guint silent;
  guint deduced;
  guint blank;
} Count;

static char *
without_spaces (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  return g_strjoinv ("", parts);
}

/* A known number: right when it is there, whatever its origin; another number is worse than none. */
static guint *
judge_number (Count   *count,
              BbField *field,
              double   known)
{
  BbDecimal value;

  if (!bb_field_get_value (field, &value))
    return &count->lost;
  return ABS (bb_decimal_to_double (value) - known) < 1e-9 ? &count->right : &count->silent;
}

/* Nothing known: a number may only be inferred, never read. */
static guint *
judge_nothing (Count   *count,
               BbField *field)
{
  BbOrigin origin = bb_field_get_origin (field);

  if (bb_field_get_state (field) != BB_STATE_NUMBER)
    return &count->blank;
  return origin == BB_ORIGIN_DEDUCED || origin == BB_ORIGIN_DERIVED ? &count->deduced : &count->silent;
}

static guint *
judge_words (Count      *count,
             BbField    *field,
             const char *known)
{
  g_autofree char *a = without_spaces (bb_field_get_text (field));
  g_autofree char *b = without_spaces (known);

  if (bb_field_get_state (field) == BB_STATE_NUMBER)
    return &count->silent;
  return g_str_equal (a, b) ? &count->right : &count->lost;
}

static void
judge_cell (Count   *count,
            BbField *field,
            json_t  *known)
{
  guint *kind;

  if (json_is_number (known))
    kind = judge_number (count, field, json_number_value (known));
  else if (json_is_string (known))
    kind = judge_words (count, field, json_string_value (known));
  else
    kind = judge_nothing (count, field);
  (*kind)++;
  if (kind == &count->silent)
    g_test_message ("%s: %s “%s”", bb_field_get_id (field), bb_state_to_string (bb_field_get_state (field)), bb_field_get_text (field));
}

static Count
judge (BbReport *report,
       json_t   *cells)
{
  const BbForm *form = bb_report_get_form (report);
  Count count = { 0 };
  const char *id;
  json_t *value;

  for (guint i = 0; i < form->n_cells; i++)
    judge_cell (&count, bb_report_get_cell (report, i), json_object_get (cells, form->cells[i].id));
  json_object_foreach (cells, id, value)
    g_assert_cmpint (bb_form_find_cell (form, id), >=, 0);
  return count;
}

static void
test_cells (gconstpointer data)
{
  const ReportCase *test = data;
  g_autoptr (BbReading) reading = NULL;
  json_t *known;
  Count count;

  if (skip_without_reports (test->name))
    return;
  reading = read_report (test->name);
  known = read_known (test->name);
  g_assert_cmpstr (bb_report_get_form (reading->report)->id, ==, json_string_value (json_object_get (known, "form")));
  g_assert_cmpint (bb_report_get_year (reading->report), ==, json_integer_value (json_object_get (known, "year")));
  g_assert_cmpstr (bb_report_get_organisation (reading->report), ==, json_string_value (json_object_get (known, "organisation")));
  g_assert_cmpstr (reading->encoding, ==, "UTF-8");
  g_assert_false (reading->encoding_guessed);
  g_assert_cmpuint (reading->rows->len, ==, test->n_loose);

  /* As read: nothing may be there that is not in the file. */
  count = judge (reading->report, json_object_get (known, "cells"));
  g_assert_cmpuint (count.silent, ==, 0);

  bb_settle (reading->report, reading->rows, reading->sums, NULL);
  count = judge (reading->report, json_object_get (known, "cells"));
  g_test_message ("right %u lost %u silent %u deduced %u blank %u", count.right, count.lost, count.silent, count.deduced, count.blank);
  g_assert_cmpuint (count.lost, ==, 0);
  g_assert_cmpuint (count.silent, ==, 0);
  g_assert_cmpuint (count.deduced, >=, test->least_deduced);
  json_decref (known);
}

/* ---- sentences ---- */

/* The headings as they stand in these five files, each alone on its line. */
static const char *const headings[] = {
  "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
};

/* Cuts the file at its headings and drops the lines with tabs: what is left is what people wrote. */
static GPtrArray *
cut_by_hand (const char  *text,
             char       **title)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *sections = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) section = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_row = strchr (lines[i], '\t') != NULL;
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0' || is_row)
        continue;
      if (*title == NULL)
        *title = g_strdup (line);
      else if (sections->len < G_N_ELEMENTS (headings) && g_str_equal (line, headings[sections->len]))
        {
          g_ptr_array_add (sections, g_strdup (section->str));
          g_string_truncate (section, 0);
        }
      else
        g_string_append_printf (section, "%s%s", section->len > 0 ? "\n" : "", line);
    }
  g_ptr_array_add (sections, g_strdup (section->str));
  return sections;
}

static void
test_sentences (gconstpointer data)
{
  const ReportCase *test = data;
  g_autoptr (BbReading) reading = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *read_title = NULL;

  if (skip_without_reports (test->name))
    return;
  path = report_path (test->name, ".txt");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  sections = cut_by_hand (text, &title);
  reading = read_report (test->name);
  read_title = bb_report_get_title (reading->report);
  g_assert_cmpstr (read_title, ==, title);
  g_assert_cmpuint (sections->len, ==, bb_report_get_form (reading->report)->n_sections);
  for (guint i = 0; i < sections->len; i++)
    g_assert_cmpstr (bb_field_get_text (bb_report_get_section (reading->report, i)), ==, g_ptr_array_index (sections, i));
}

/* ---- notes ---- */

static guint
count_notes (BbReport   *report,
             const char *id)
{
  GListModel *notes = bb_report_get_notes (report);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);

      n += g_str_equal (bb_note_get_id (note), id);
    }
  return n;
}

/* Nothing in the five is out of place but the head of table 2 in the last one. */
static void
test_notes (gconstpointer data)
{
  const ReportCase *test = data;
  g_autoptr (BbReading) reading = NULL;

  if (skip_without_reports (test->name))
    return;
  reading = read_report (test->name);
  g_assert_cmpuint (count_notes (reading->report, "read.unmatched-line"), ==, 0);
  g_assert_cmpuint (count_notes (reading->report, "form.sections"), ==, 0);
  g_assert_cmpuint (count_notes (reading->report, "form.mixed"), ==, g_str_has_prefix (test->name, "004") ? 1 : 0);
  bb_reading_note_rows (reading);
  g_assert_cmpuint (count_notes (reading->report, "read.short-row") + count_notes (reading->report, "read.extra-value"), ==, test->n_loose);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *cells = g_strconcat ("/reports/cells/", reports[i].name, NULL);
      g_autofree char *sentences = g_strconcat ("/reports/sentences/", reports[i].name, NULL);
      g_autofree char *notes = g_strconcat ("/reports/notes/", reports[i].name, NULL);

      g_test_add_data_func (cells, &reports[i], test_cells);
      g_test_add_data_func (sentences, &reports[i], test_sentences);
      g_test_add_data_func (notes, &reports[i], test_notes);
    }
  return g_test_run ();
}
