/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures as JSON and CSV, and texts that look like formulas in all that a spreadsheet opens. */
#include "bb-generate.h"
#include "export-fixture.h"
#include "export-zip.h"
#include "formula-fixture.h"

#include <glib/gstdio.h>
#include <jansson.h>
#include <locale.h>

static char *
export_data (BbReport *report, BbExportFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bb_export_bytes (report, format, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* ---- reading CSV as RFC 4180 has it ---- */

static GPtrArray *
read_row (const char **at)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  const char *p = *at;

  for (;; p++)
    {
      GString *cell = g_string_new (NULL);
      gboolean quoted = *p == '"';

      for (p += quoted; quoted ? *p != '"' || p[1] == '"' : strchr (",\r", *p) == NULL; p++)
        {
          p += quoted && *p == '"';
          g_string_append_c (cell, *p);
        }
      p += quoted;
      g_ptr_array_add (row, g_string_free (cell, FALSE));
      g_assert_true (*p == ',' || g_str_has_prefix (p, "\r\n"));
      if (*p == '\r')
        break;
    }
  *at = p + 2;
  return row;
}

static GPtrArray *
read_csv (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_assert_true (g_str_has_prefix (text, "\357\273\277"));
  for (const char *at = text + 3; *at != '\0';)
    g_ptr_array_add (rows, read_row (&at));
  return rows;
}

static const char *
place (GPtrArray *rows, guint row, const char *head)
{
  GPtrArray *heads = g_ptr_array_index (rows, 0);
  GPtrArray *cells = g_ptr_array_index (rows, row);

  g_assert_cmpuint (cells->len, ==, heads->len);
  for (guint i = 0; i < heads->len; i++)
    if (g_str_equal (g_ptr_array_index (heads, i), head))
      return g_ptr_array_index (cells, i);
  g_error ("no column %s", head);
}

/* ---- tests ---- */

static void
assert_row (GPtrArray *rows, guint i, BbField *field)
{
  BbDecimal value;

  g_assert_cmpstr (place (rows, i, "id"), ==, bb_field_get_id (field));
  g_assert_cmpstr (place (rows, i, "label"), ==, bb_field_get_name (field));
  g_assert_cmpstr (place (rows, i, "state"), ==, bb_state_to_string (bb_field_get_state (field)));
  g_assert_cmpstr (place (rows, i, "origin"), ==, bb_origin_to_string (bb_field_get_origin (field)));
  if (bb_field_get_value (field, &value))
    {
      g_autofree char *number = bb_decimal_to_string (value);

      g_assert_cmpstr (place (rows, i, "value"), ==, number);
      g_assert_cmpstr (place (rows, i, "text"), ==, "");
    }
  else
    g_assert_cmpstr (place (rows, i, "value"), ==, "");
}

static void
test_csv (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (BbReport) report = fixture_report (&fixtures[i]);
      g_autofree char *text = export_data (report, BB_EXPORT_CSV);
      g_autofree char *again = export_data (report, BB_EXPORT_CSV);
      g_autoptr (GPtrArray) rows = read_csv (text);
      const BbForm *form = bb_report_get_form (report);

      g_assert_cmpstr (text, ==, again);
      g_assert_cmpuint (rows->len, ==, form->n_cells + 1);
      for (guint cell = 0; cell < form->n_cells; cell++)
        assert_row (rows, cell + 1, bb_report_get_cell (report, cell));
    }
}

static void
test_units (void)
{
  g_autoptr (BbReport) old = fixture_report_named ("full-2019");
  g_autoptr (BbReport) full = fixture_report_named ("full-2021");
  g_autofree char *old_text = export_data (old, BB_EXPORT_CSV);
  g_autofree char *full_text = export_data (full, BB_EXPORT_CSV);

  g_assert_nonnull (strstr (old_text, ",t2.procurement.amount,"));
  g_assert_nonnull (strstr (old_text, ",amount,万元,number,160.5964,,typed\r\n"));
  g_assert_nonnull (strstr (old_text, ",signed,"));
  g_assert_nonnull (strstr (old_text, ",number,-6,,typed\r\n"));
  g_assert_nonnull (strstr (full_text, ",amount,万元,number,1862.3500,,typed\r\n"));
}

static void
assert_json_cell (json_t *cells, BbField *field)
{
  json_t *object = json_object_get (cells, bb_field_get_id (field));
  BbDecimal value;

  g_assert_cmpstr (json_string_value (json_object_get (object, "label")), ==, bb_field_get_name (field));
  g_assert_cmpstr (json_string_value (json_object_get (object, "text")), ==, bb_field_get_text (field));
  g_assert_cmpstr (json_string_value (json_object_get (object, "state")), ==,
                   bb_state_to_string (bb_field_get_state (field)));
  g_assert_true (bb_field_get_value (field, &value) == json_is_number (json_object_get (object, "value")));
  if (bb_field_get_value (field, &value))
    g_assert_cmpfloat (json_number_value (json_object_get (object, "value")), ==, bb_decimal_to_double (value));
}

static void
test_json (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (BbReport) report = fixture_report (&fixtures[i]);
      g_autofree char *text = export_data (report, BB_EXPORT_JSON);
      g_autofree char *again = export_data (report, BB_EXPORT_JSON);
      g_autofree char *title = bb_report_get_title (report);
      const BbForm *form = bb_report_get_form (report);
      json_t *root = json_loads (text, JSON_REJECT_DUPLICATES, NULL);
      json_t *cells = json_object_get (root, "cells");

      g_assert_nonnull (root);
      g_assert_cmpstr (text, ==, again);
      g_assert_cmpstr (json_string_value (json_object_get (root, "title")), ==, title);
      g_assert_cmpint (json_integer_value (json_object_get (root, "year")), ==, bb_report_get_year (report));
      g_assert_cmpuint (json_object_size (json_object_get (root, "sections")), ==, form->n_sections);
      g_assert_cmpuint (json_object_size (cells), ==, form->n_cells);
      for (guint cell = 0; cell < form->n_cells; cell++)
        assert_json_cell (cells, bb_report_get_cell (report, cell));
      json_decref (root);
    }
}

/* Decimals are written as they were typed, and no figure passes through a double. */
static void
test_exact (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autofree char *text = NULL;

  bb_report_edit (report, bb_report_find_field (report, "t2.fees.amount"), "96171.6000", BB_ORIGIN_TYPED);
  text = export_data (report, BB_EXPORT_JSON);
  g_assert_nonnull (strstr (text, "\"value\":96171.6000,\"text\":\"96171.6000\""));
}

/* ---- formulas ---- */

/* Whether a program that computes what begins with a sign would compute a line of @text. */
static gboolean
is_tempting (const char *text)
{
  static const char *const signs[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠" };
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *trimmed = bb_text_trim (lines[i]);

      for (guint j = 0; j < G_N_ELEMENTS (signs); j++)
        if (g_str_has_prefix (trimmed, signs[j]))
          return TRUE;
    }
  return FALSE;
}

static void
test_formulas_csv (void)
{
  g_autoptr (GPtrArray) formulas = formula_texts ();
  g_autoptr (BbReport) report = formula_report (formulas);
  g_autofree char *text = export_data (report, BB_EXPORT_CSV);
  g_autoptr (GPtrArray) rows = read_csv (text);
  guint n_guarded = 0;

  for (guint i = 1; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->len; j++)
        g_assert_false (is_tempting (g_ptr_array_index (row, j)));
      n_guarded += *place (rows, i, "text") == '\'';
    }
  g_assert_cmpuint (n_guarded, >=, N_FORMULAS - 10);
}

static void
test_formulas_xlsx (void)
{
  g_autoptr (GPtrArray) formulas = formula_texts ();
  g_autoptr (BbReport) report = formula_report (formulas);
  g_autofree char *folder = g_dir_make_tmp ("bianbao-data-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "formulas.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) parts = NULL;
  GHashTableIter iter;
  gpointer name, xml;

  bb_export_file (report, BB_EXPORT_XLSX, path, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  parts = zip_read (path);
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, &xml))
    for (const char *at = strstr (xml, "<f>"); at != NULL; at = strstr (at + 1, "<f>"))
      g_assert_true (g_str_has_prefix (at, "<f>SUM(") || g_str_has_prefix (at, "<f>IF(COUNT("));
  g_remove (path);
  g_rmdir (folder);
}

static void
test_guard (void)
{
  static const struct { const char *text, *guarded; } cases[] = {
    { "", "" },
    { "12", "12" },
    { "=1", "'=1" },
    { " +1", "' +1" },
    { "＝1", "'＝1" },
    { "a\n-b\nc", "a\n'-b\nc" },
    { "a\r\n\r\n@b", "a\r\n\r\n'@b" },
    { "\n=1", "\n'=1" },
    { "a=1", "a=1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *guarded = bb_text_guard_formula (cases[i].text);

      g_assert_cmpstr (guarded, ==, cases[i].guarded);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/data/csv", test_csv);
  g_test_add_func ("/export/data/units", test_units);
  g_test_add_func ("/export/data/json", test_json);
  g_test_add_func ("/export/data/exact", test_exact);
  g_test_add_func ("/export/data/guard", test_guard);
  g_test_add_func ("/export/data/formulas/csv", test_formulas_csv);
  g_test_add_func ("/export/data/formulas/xlsx", test_formulas_xlsx);
  return g_test_run ();
}
