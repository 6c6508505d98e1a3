/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What convert writes beside a report, and instead of one: figures, charts, the blank form. */
#include <bianbao/bianbao.h>

#include "bb-folder.h"

#include <glib/gstdio.h>
#include <jansson.h>
#include <locale.h>
#include <string.h>
#include <sys/wait.h>

static char *folder;

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static char *
fixture (const char *name)
{
  return g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "export", name, NULL);
}

/* Returns: the exit status of `bianbao-cli convert`; @out: (out) (nullable): what it printed. */
static int
convert (const char *const *arguments, char **message)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *err = NULL;
  int status;

  g_strv_builder_add_many (builder, g_getenv ("BIANBAO_CLI"), "convert", NULL);
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &err, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  if (message != NULL)
    *message = g_steal_pointer (&err);
  return WEXITSTATUS (status);
}

static gboolean
is_there (const char *name)
{
  g_autofree char *path = in_folder (name);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* The members of the contract, and each cell with its label. */
static void
test_json (void)
{
  g_autofree char *input = fixture ("full-2021.txt");
  g_autofree char *output = in_folder ("figures.json");
  json_t *root;

  g_assert_cmpint (convert ((const char *const[]) { input, output, NULL }, NULL), ==, 0);
  root = json_load_file (output, 0, NULL);
  g_assert_cmpint (json_integer_value (json_object_get (root, "year")), ==, 2023);
  g_assert_cmpuint (json_object_size (json_object_get (root, "cells")), ==, bb_form_get ("2021")->n_cells);
  for (guint i = 0; i < bb_form_get ("2021")->n_cells; i++)
    {
      const BbCell *cell = &bb_form_get ("2021")->cells[i];
      json_t *told = json_object_get (json_object_get (root, "cells"), cell->id);

      g_assert_cmpstr (json_string_value (json_object_get (told, "label")), ==, cell->name);
    }
  json_decref (root);
}

static void
test_charts (void)
{
  g_autofree char *input = fixture ("full-2021.txt");
  g_autofree char *earlier = fixture ("full-2019.txt");
  g_autofree char *output = in_folder ("report.html");
  g_autofree char *message = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *other = NULL;

  g_assert_cmpint (convert ((const char *const[]) { "--charts", "--earlier", earlier, input, output, NULL }, &other), ==, 0);
  /* Whose the other report is: the figures of two offices side by side are no development. */
  g_assert_nonnull (strstr (other, "full-2019.txt"));
  g_assert_nonnull (strstr (other, "示例市示例局"));
  g_assert_nonnull (strstr (other, "示例县人民政府办公室"));
  g_assert_true (is_there ("report.html"));
  g_assert_true (is_there ("report-图1-申请人.png"));
  g_assert_true (is_there ("report-图2-办理结果.svg"));
  /* Nothing is overwritten, the same year is not shown twice, and that is said. */
  g_assert_cmpint (convert ((const char *const[]) { "--charts", input, output, NULL }, &message), ==, 2);
  g_assert_cmpstr (message, !=, "");
  g_assert_cmpint (convert ((const char *const[]) { "--force", "--charts", "--earlier", input, input, output, NULL }, &refused), ==, 2);
  g_assert_nonnull (strstr (refused, "full-2021.txt"));
}

static void
test_blank (void)
{
  g_autofree char *input = fixture ("full-2021.txt");
  g_autofree char *output = in_folder ("blank.xlsx");
  g_autofree char *chart = in_folder ("empty.html");
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BbOpened) opened = NULL;

  g_assert_cmpint (convert ((const char *const[]) { "--blank", input, output, NULL }, NULL), ==, 0);
  opened = bb_open_path (output, BB_OPEN_AS_READ, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bb_report_get_year (opened->report), ==, 2023);
  g_assert_cmpstr (bb_report_get_organisation (opened->report), ==, "");
  for (guint i = 0; i < bb_report_get_form (opened->report)->n_cells; i++)
    g_assert_cmpstr (bb_field_get_text (bb_report_get_cell (opened->report, i)), ==, "");
  /* No chart is drawn of nothing. */
  g_assert_cmpint (convert ((const char *const[]) { "--blank", "--charts", input, chart, NULL }, &message), ==, 2);
  g_assert_nonnull (strstr (message, "no figures"));
  g_assert_false (is_there ("empty.html"));
  g_assert_false (is_there ("empty-图1-申请人.png"));
}

static void
copy_program (const char *from, const char *name)
{
  g_autofree char *to = in_folder (name);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents_full (to, content, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0755, NULL));
}

/* The program by itself writes what takes no drawing, says what it is without, and finds that beside it. */
static void
test_alone (void)
{
  g_autofree char *cli = g_strdup (g_getenv ("BIANBAO_CLI"));
  g_autofree char *rooms = g_path_get_dirname (cli);
  g_autofree char *writer = g_build_filename (rooms, "bianbao-writer", NULL);
  g_autofree char *alone = in_folder ("bianbao-cli");
  g_autofree char *input = fixture ("full-2021.txt");
  g_autofree char *document = in_folder ("alone.bianbao");
  g_autofree char *page = in_folder ("alone.html");
  g_autofree char *print = in_folder ("alone.pdf");
  g_autofree char *message = NULL;

  if (g_file_test (BB_LIBEXECDIR "/bianbao-writer", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the program is installed here");
      return;
    }
  g_assert_cmpint (convert ((const char *[]) { input, document, NULL }, NULL), ==, 0);
  copy_program (cli, "bianbao-cli");
  g_setenv ("BIANBAO_CLI", alone, TRUE);
  g_assert_cmpint (convert ((const char *[]) { document, page, NULL }, NULL), ==, 0);
  g_assert_cmpint (convert ((const char *[]) { document, print, NULL }, &message), ==, 2);
  g_assert_nonnull (strstr (message, "install the program again"));
  g_assert_false (is_there ("alone.pdf"));
  copy_program (writer, "bianbao-writer");
  g_assert_cmpint (convert ((const char *[]) { document, print, NULL }, NULL), ==, 0);
  g_assert_true (is_there ("alone.pdf"));
  g_setenv ("BIANBAO_CLI", cli, TRUE);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder = bb_folder_make ();
  g_test_add_func ("/cli/exports/json", test_json);
  g_test_add_func ("/cli/exports/charts", test_charts);
  g_test_add_func ("/cli/exports/blank", test_blank);
  g_test_add_func ("/cli/exports/alone", test_alone);
  status = g_test_run ();
  bb_folder_remove (folder);
  g_free (folder);
  return status;
}
