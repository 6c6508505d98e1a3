/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The same report by another program: our web page, turned into a Word file, a workbook and a PDF file by LibreOffice, has to
 * give the same cells. Twenty reports of either edition, in which every relation holds: `ninja office-reports`.
 */
#include "bb-folder.h"
#include "bb-sound.h"
#include "map-check.h"

#include <locale.h>

#define N_REPORTS 20

typedef struct
{
  const char *suffix;
  const char *reads;
  const char *writes;
} Conversion;

/* *INDENT-OFF* */
static const Conversion conversions[] = {
  { "docx", "HTML (StarWriter)", "docx:MS Word 2007 XML" },
  { "xlsx", "HTML (StarCalc)",   "xlsx:Calc MS Excel 2007 XML" },
  { "pdf",  "HTML (StarWriter)", "pdf:writer_pdf_Export" },
};
/* *INDENT-ON* */

static BbReport *
make_report (guint seed)
{
  static const int zeros[] = { 0, 40, 80, 95 };
  const BbForm *form = bb_form_get (seed % 4 == 3 ? "2019" : "2021");
  BbReport *report = bb_report_new (form);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree gint64 *values = bb_sound_values (form, random, zeros[seed % G_N_ELEMENTS (zeros)]);
  g_autofree char *year = g_strdup_printf ("%d", form->first_year);
  gint64 factor = seed % 3 == 0 ? 1 : seed % 3 == 1 ? 37 : 1009;

  bb_sound_read (report, bb_report_get_meta (report, BB_META_ORGANISATION), "临江市人民政府");
  bb_sound_read (report, bb_report_get_meta (report, BB_META_YEAR), year);
  for (guint i = 0; i < form->n_cells; i++)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, values[i] * factor);

      bb_sound_read (report, bb_report_get_cell (report, i), text);
    }
  bb_sound_write (report);
  return report;
}

static char *
report_path (const char *folder, guint seed, const char *suffix)
{
  g_autofree char *name = g_strdup_printf ("report-%u.%s", seed, suffix);

  return g_build_filename (folder, name, NULL);
}

static void
write_pages (const char *folder)
{
  for (guint seed = 1; seed <= N_REPORTS; seed++)
    {
      g_autoptr (BbReport) report = make_report (seed);
      g_autofree char *path = report_path (folder, seed, "html");
      g_autoptr (GError) error = NULL;

      bb_export_file (report, BB_EXPORT_HTML, path, BB_SAVE_DEFAULT, &error);
      g_assert_no_error (error);
    }
}

static void
convert (const char *folder, const char *office, const Conversion *conversion)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  int status = 0;

  g_ptr_array_add (arguments, g_strdup (office));
  g_ptr_array_add (arguments, g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder));
  g_ptr_array_add (arguments, g_strdup ("--headless"));
  g_ptr_array_add (arguments, g_strdup_printf ("--infilter=%s", conversion->reads));
  g_ptr_array_add (arguments, g_strdup ("--convert-to"));
  g_ptr_array_add (arguments, g_strdup (conversion->writes));
  g_ptr_array_add (arguments, g_strdup ("--outdir"));
  g_ptr_array_add (arguments, g_strdup (folder));
  for (guint seed = 1; seed <= N_REPORTS; seed++)
    g_ptr_array_add (arguments, report_path (folder, seed, "html"));
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static guint
compare (const char *path, guint seed)
{
  g_autoptr (BbReport) report = make_report (seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bb_read_file (path, NULL, &error);
  g_autoptr (BbReading) reading = NULL;
  guint n_wrong = 0;

  g_assert_no_error (error);
  reading = bb_import_bytes (bytes, path, NULL, &error);
  if (reading == NULL)
    g_error ("%s: %s", path, error->message);
  if (reading->rows->len == 0)
    for (guint i = 0; i < bb_report_get_form (reading->report)->n_cells; i++)
      assert_cell (reading, i, path);
  if (reading->rows->len == 0 && !g_str_has_suffix (path, ".xlsx"))
    assert_places (reading, path);
  bb_settle (reading->report, reading->rows, reading->sums, NULL);
  g_assert_true (bb_report_get_form (reading->report) == bb_report_get_form (report));
  for (guint i = 0; i < bb_report_get_form (report)->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (reading->report, i);
      BbDecimal known = { 0, 0 };
      BbDecimal found = { 0, 0 };

      bb_field_get_value (bb_report_get_cell (report, i), &known);
      if (bb_field_get_value (field, &found) && bb_decimal_compare (known, found) == 0)
        continue;
      g_test_message ("%s: %s: %" G_GINT64_FORMAT ", read “%s” from %s", path, bb_report_get_form (report)->cells[i].id,
                      known.mantissa, bb_field_get_text (field), bb_field_get_source (field));
      n_wrong++;
    }
  return n_wrong;
}

static void
test_conversion (gconstpointer data)
{
  const Conversion *conversion = data;
  g_autofree char *office = g_find_program_in_path ("soffice");
  g_autofree char *folder = NULL;
  guint n_wrong = 0;

  if (office == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }
  folder = g_dir_make_tmp ("bianbao-office-XXXXXX", NULL);
  write_pages (folder);
  convert (folder, office, conversion);
  for (guint seed = 1; seed <= N_REPORTS; seed++)
    {
      g_autofree char *path = report_path (folder, seed, conversion->suffix);

      n_wrong += compare (path, seed);
    }
  g_test_message ("%u reports as %s: %u cells lost or other ones", N_REPORTS, conversion->suffix, n_wrong);
  if (n_wrong > 0)
    g_test_message ("they are in %s", folder);
  g_assert_cmpuint (n_wrong, ==, 0);
  bb_folder_remove (folder);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (conversions); i++)
    {
      g_autofree char *path = g_strconcat ("/office/", conversions[i].suffix, NULL);

      g_test_add_data_func (path, &conversions[i], test_conversion);
    }
  return g_test_run ();
}
