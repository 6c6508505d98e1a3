/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Written as text and read again, before anything is aligned or deduced, a report is the same (design.md, "Round trip means").
 * 500 random reports, each with a seed of its own that a failure names.
 */
#include "bb-generate.h"
#include "read-here.h"

#include <glib/gstdio.h>
#include <locale.h>

#define N_REPORTS 500
#define N_DOCUMENTS 200

static BbReading *
read_again (GBytes *bytes, guint seed)
{
  g_autoptr (GError) error = NULL;
  BbReading *reading = read_here (bytes, "report.txt", &error);

  if (reading == NULL)
    g_error ("seed %u: %s", seed, error->message);
  return reading;
}

static void
keep (GBytes *bytes, guint seed)
{
  g_autofree char *path = g_strdup_printf ("%s/bianbao-round-trip-%u.txt", g_get_tmp_dir (), seed);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  g_test_message ("seed %u: the text is in %s", seed, path);
}

static void
assert_same (BbReport *report, BbReading *reading, GBytes *bytes, guint seed)
{
  g_autofree char *difference = NULL;

  if (bb_report_equal (report, reading->report, &difference))
    return;
  keep (bytes, seed);
  g_error ("seed %u: %s", seed, difference);
}

/* White space that only the layout makes is gone after the first time, so from then on it is the same text, too. */
static void
assert_stable (BbReport *report, GBytes *bytes, guint seed)
{
  g_autoptr (BbReading) reading = read_again (bytes, seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) again = bb_export_bytes (reading->report, BB_EXPORT_TEXT, &error);

  g_assert_no_error (error);
  assert_same (report, reading, bytes, seed);
  if (g_bytes_equal (bytes, again))
    return;
  keep (bytes, seed);
  keep (again, N_REPORTS + seed);
  g_error ("seed %u: read and written again, it is another text", seed);
}

static void
test_generated (void)
{
  for (guint seed = 1; seed <= N_REPORTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (BbReport) report = bb_generate_random (random);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = bb_export_bytes (report, BB_EXPORT_TEXT, &error);
      g_autoptr (BbReading) reading = NULL;
      g_autoptr (GBytes) again = NULL;

      g_assert_no_error (error);
      reading = read_again (bytes, seed);
      assert_same (report, reading, bytes, seed);
      again = bb_export_bytes (reading->report, BB_EXPORT_TEXT, &error);
      g_assert_no_error (error);
      assert_stable (reading->report, again, seed);
    }
}

static void
test_sound (gconstpointer user_data)
{
  g_autoptr (BbReport) report = bb_generate_sound (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bb_export_bytes (report, BB_EXPORT_TEXT, &error);
  g_autoptr (BbReading) reading = NULL;

  g_assert_no_error (error);
  reading = read_again (bytes, 0);
  assert_same (report, reading, bytes, 0);
  g_assert_cmpuint (reading->rows->len, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (bb_report_get_notes (reading->report)), ==, 0);
}

/* As Excel writes a number: +5, １２, 15件 and 1.50 are 5, 12, 15 and 1.5. */
static void
write_plainly (BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (report, i);
      g_autofree char *text = NULL;
      BbDecimal value;

      if (!bb_field_get_value (field, &value))
        continue;
      for (; value.scale > 0 && value.mantissa % 10 == 0; value.scale--)
        value.mantissa /= 10;
      text = bb_decimal_to_string (value);
      bb_report_edit (report, field, text, BB_ORIGIN_READ);
    }
}

/* A workbook holds the same: figures are numbers there, all else is text. */
static void
test_workbook (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bianbao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.xlsx", NULL);

  for (guint seed = 1; seed <= N_REPORTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (BbReport) report = bb_generate_random (random);
      g_autoptr (GError) error = NULL;
      g_autoptr (BbReading) reading = NULL;
      g_autoptr (GMappedFile) file = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *difference = NULL;

      write_plainly (report);
      bb_export_file (report, BB_EXPORT_XLSX, path, BB_SAVE_DEFAULT, &error);
      g_assert_no_error (error);
      file = g_mapped_file_new (path, FALSE, &error);
      g_assert_no_error (error);
      bytes = g_mapped_file_get_bytes (file);
      reading = read_here (bytes, "report.xlsx", &error);
      if (reading == NULL || !bb_report_equal (report, reading->report, &difference))
        g_error ("seed %u: %s (the workbook is %s)", seed, reading == NULL ? error->message : difference, path);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A web page shows white space as browsers do, and nothing else is lost. */
static void
test_page (void)
{
  for (guint seed = 1; seed <= N_REPORTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (BbReport) report = bb_generate_random (random);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = bb_export_bytes (report, BB_EXPORT_HTML, &error);
      g_autoptr (BbReading) reading = NULL;
      g_autofree char *difference = NULL;

      g_assert_no_error (error);
      reading = read_here (bytes, "report.html", &error);
      if (reading == NULL || !bb_report_equal (report, reading->report, &difference))
        {
          keep (bytes, seed);
          g_error ("seed %u: %s", seed, reading == NULL ? error->message : difference);
        }
    }
}

/* A Word document keeps every text as it is, white space included. */
static void
assert_document (BbReport *report, const char *about)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bb_export_bytes (report, BB_EXPORT_DOCX, &error);
  g_autoptr (BbReading) reading = NULL;
  g_autofree char *difference = NULL;

  g_assert_no_error (error);
  reading = read_here (bytes, "report.docx", &error);
  if (reading == NULL || !bb_report_equal (report, reading->report, &difference))
    g_error ("%s: %s", about, reading == NULL ? error->message : difference);
}

static void
test_document (void)
{
  for (guint seed = 1; seed <= N_DOCUMENTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (BbReport) report = bb_generate_random (random);
      g_autofree char *about = g_strdup_printf ("seed %u", seed);

      assert_document (report, about);
    }
}

/* Published ones, too, whatever they hold; what their own files lack is not the question here. */
static void
test_real_documents (void)
{
  const char *folder = g_getenv ("BIANBAO_REPORTS");
  g_autoptr (GDir) files = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  guint n_reports = 0;

  if (files == NULL)
    {
      g_test_skip ("BIANBAO_REPORTS does not name the folder with the published reports");
      return;
    }
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (BbOpened) opened = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (name, ".txt") && !g_str_has_suffix (name, ".html") && !g_str_has_suffix (name, ".pdf"))
        continue;
      opened = bb_open_path (path, BB_OPEN_DEFAULT, NULL, &error);
      g_assert_no_error (error);
      assert_document (opened->report, name);
      n_reports++;
    }
  g_assert_cmpuint (n_reports, >, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/round-trip/text/generated", test_generated);
  g_test_add_data_func ("/round-trip/text/sound-2021", "2021", test_sound);
  g_test_add_data_func ("/round-trip/text/sound-2019", "2019", test_sound);
  g_test_add_func ("/round-trip/workbook/generated", test_workbook);
  g_test_add_func ("/round-trip/document/generated", test_document);
  g_test_add_func ("/round-trip/document/real", test_real_documents);
  g_test_add_func ("/round-trip/page/generated", test_page);
  return g_test_run ();
}
