/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parser says of definitions that are wrong: tests/data/forms/bad/expected.tsv lists the files. */
#include <bianbao/bb-form.h>
#include <locale.h>
#include <string.h>

#define N_FIELDS 5

static const char *const codes[] = {
  [BB_FORM_ERROR_SYNTAX] = "syntax",       [BB_FORM_ERROR_UNKNOWN] = "unknown", [BB_FORM_ERROR_MISSING] = "missing",
  [BB_FORM_ERROR_REFERENCE] = "reference", [BB_FORM_ERROR_VALUE] = "value",
};

static char *
read_data (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "forms", "bad", name, NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static void
test_bad (gconstpointer user_data)
{
  char *const *fields = user_data;
  g_autofree char *name = g_strconcat (fields[0], ".xml", NULL);
  g_autofree char *xml = read_data (name);
  g_autofree char *place = g_strdup_printf ("%s:%s:%s: ", name, fields[1], fields[2]);
  g_autoptr (GError) error = NULL;

  g_assert_null (bb_form_parse (xml, -1, name, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (error->domain == BB_FORM_ERROR);
  g_assert_cmpstr (codes[error->code], ==, fields[3]);
  g_assert_true (g_str_has_prefix (error->message, place));
  if (*fields[4] != '\0')
    g_assert_cmpstr (error->message + strlen (place), ==, fields[4]);
}

/* The file that all others are a mutation of. */
static void
test_sound (void)
{
  g_autofree char *xml = read_data ("sound.xml");
  g_autoptr (GError) error = NULL;
  BbForm *form = bb_form_parse (xml, -1, "sound.xml", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (form->n_cells, ==, 3);
  g_assert_cmpuint (form->n_equations, ==, 1);
  g_assert_cmpuint (form->equations[0].n_right, ==, 2);
  g_assert_cmpstr (form->cells[2].id, ==, "a.p.sum");
  g_assert_cmpint (form->cells[2].derived_from, ==, 0);
  g_assert_cmpstr (form->tables[0].blocks[0].columns[2].aliases[0], ==, "戊");
  bb_form_free (form);
}

/* A definition cut anywhere is an error, never a crash or a form. */
static void
test_cut (void)
{
  g_autofree char *xml = read_data ("sound.xml");
  gsize end = strlen (xml) - strlen ("\n");

  for (gsize length = 0; length < end; length++)
    {
      g_autoptr (GError) error = NULL;
      /* Its own allocation, so that a read past the end is seen. */
      g_autofree char *cut = g_memdup2 (xml, MAX (length, 1));

      g_assert_null (bb_form_parse (cut, (gssize) length, "cut.xml", &error));
      g_assert_error (error, BB_FORM_ERROR, BB_FORM_ERROR_SYNTAX);
    }
}

static void
test_free_nothing (void)
{
  bb_form_free (NULL);
}

static void
add_bad_tests (char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *path = NULL;
      char **fields;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;

      fields = g_strsplit (lines[i], "\t", -1);
      g_assert_cmpuint (g_strv_length (fields), ==, N_FIELDS);
      path = g_strconcat ("/form-parser/bad/", fields[0], NULL);
      g_test_add_data_func_full (path, fields, test_bad, (GDestroyNotify) g_strfreev);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  table = read_data ("expected.tsv");
  lines = g_strsplit (table, "\n", -1);
  add_bad_tests (lines);
  g_test_add_func ("/form-parser/sound", test_sound);
  g_test_add_func ("/form-parser/cut", test_cut);
  g_test_add_func ("/form-parser/free-nothing", test_free_nothing);

  return g_test_run ();
}
