/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line as people and scripts call it: the contract's output and exit statuses. */
#include <bianbao/bianbao.h>

#include "bb-folder.h"
#include "sample-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <jansson.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  char *out;
  char *err;
  int status;
} Run;

static char *folder;

static Run
run_cli (const char *first, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Run run = { NULL, NULL, 0 };
  int wait_status;
  va_list arguments;

  g_ptr_array_add (argv, (char *) g_getenv ("BIANBAO_CLI"));
  va_start (arguments, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (arguments, const char *))
    g_ptr_array_add (argv, (char *) argument);
  va_end (arguments);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &run.out, &run.err, &wait_status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  run.status = WEXITSTATUS (wait_status);
  return run;
}

static void
run_clear (Run *run)
{
  g_free (run->out);
  g_free (run->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static char *
sample (void)
{
  return resource_path ("samples", "sample-2023.txt");
}

static json_t *
parse_line (const char *line)
{
  json_error_t error;
  json_t *value = json_loads (line, JSON_REJECT_DUPLICATES, &error);

  if (value == NULL)
    g_error ("%s: %s", error.text, line);
  return value;
}

static void
assert_one_line (const char *text, const char *part)
{
  const char *end = strchr (text, '\n');

  g_assert_nonnull (end);
  g_assert_cmpstr (end, ==, "\n");
  g_assert_nonnull (strstr (text, part));
}

static void
test_show_json (void)
{
  g_autofree char *path = sample ();
  g_auto (Run) run = run_cli ("show", "--json", path, NULL);
  json_t *root, *cells, *cell;
  const char *id;
  guint n = 0;
  const BbForm *form = bb_form_get ("2021");

  g_assert_cmpint (run.status, ==, 0);
  root = parse_line (run.out);
  g_assert_cmpstr (json_string_value (json_object_get (root, "form")), ==, "2021");
  g_assert_cmpint (json_integer_value (json_object_get (root, "year")), ==, 2023);
  g_assert_cmpstr (json_string_value (json_object_get (root, "format")), ==, "text");
  g_assert_cmpuint (json_object_size (json_object_get (root, "sections")), ==, 7);
  cells = json_object_get (root, "cells");
  json_object_foreach (cells, id, cell)
    {
      g_assert_cmpstr (id, ==, form->cells[n].id);
      g_assert_true (g_str_equal (json_string_value (json_object_get (cell, "state")), "number") == (json_object_get (cell, "value") != NULL));
      n++;
    }
  g_assert_cmpuint (n, ==, form->n_cells);
  json_decref (root);
}

static void
test_check (void)
{
  g_autofree char *path = sample ();
  g_autofree char *missing = in_folder ("gone.txt");
  g_auto (Run) run = run_cli ("check", "--json", path, NULL);
  g_auto (Run) both = run_cli ("check", "--json", missing, path, NULL);
  g_auto (Run) words = run_cli ("check", path, NULL);
  g_auto (GStrv) lines = g_strsplit (both.out, "\n", -1);
  json_t *root = parse_line (run.out);
  json_t *failed = parse_line (lines[0]);

  /* The sample has one deliberate error. */
  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpint (json_integer_value (json_object_get (root, "errors")), ==, 1);
  g_assert_cmpuint (json_array_size (json_object_get (root, "issues")), >, 0);
  g_assert_cmpint (words.status, ==, 1);
  g_assert_nonnull (strstr (words.out, "1 error"));

  /* 2 wins over 1, and the other file is still checked. */
  g_assert_cmpint (both.status, ==, 2);
  g_assert_nonnull (json_object_get (failed, "error"));
  g_assert_cmpstr (json_string_value (json_object_get (failed, "file")), ==, missing);
  g_assert_cmpstr (lines[1], ==, g_strchomp (run.out));
  assert_one_line (both.err, missing);
  json_decref (root);
  json_decref (failed);
}

/* Somebody works on it: it is not written over, whatever the flags; reading is free. */
static void
test_locked (void)
{
  g_autofree char *path = sample ();
  g_autofree char *output = in_folder ("locked.bianbao");
  g_autofree char *lock = in_folder (".~lock.locked.bianbao#");
  g_autofree char *text = in_folder ("locked.txt");

  bb_folder_write (lock, "[Bianbao Lock]\nUser=李华\nHost=office-3\nMachine=x\n");
  {
    g_auto (Run) refused = run_cli ("convert", "--force", path, output, NULL);
    g_auto (Run) refused_new = run_cli ("new", "--organisation", "测试局", "--year", "2024", output, NULL);

    g_assert_cmpint (refused.status, ==, 2);
    g_assert_cmpint (refused_new.status, ==, 2);
    assert_one_line (refused.err, "李华 (office-3)");
    g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
  }
  g_assert_cmpint (g_unlink (lock), ==, 0);
  {
    g_auto (Run) written = run_cli ("convert", path, output, NULL);

    g_assert_cmpint (written.status, ==, 0);
    g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  }
  bb_folder_write (lock, "");
  {
    g_auto (Run) shown = run_cli ("show", output, NULL);
    g_auto (Run) exported = run_cli ("convert", output, text, NULL);

    g_assert_cmpint (shown.status, ==, 0);
    g_assert_cmpint (exported.status, ==, 0);
  }
  g_assert_cmpint (g_unlink (lock), ==, 0);
}

static void
test_convert (void)
{
  static const char *const suffixes[] = { ".bianbao", ".txt", ".html", ".xlsx" };
  g_autofree char *path = sample ();
  g_auto (Run) show = run_cli ("show", "--json", path, NULL);
  json_t *first = parse_line (show.out);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat ("out", suffixes[i], NULL);
      g_autofree char *output = in_folder (name);
      g_auto (Run) written = run_cli ("convert", path, output, NULL);
      g_auto (Run) again = run_cli ("convert", path, output, NULL);
      g_auto (Run) forced = run_cli ("convert", "--force", path, output, NULL);

      g_assert_cmpint (written.status, ==, 0);
      g_assert_cmpint (again.status, ==, 2);
      assert_one_line (again.err, output);
      g_assert_cmpint (forced.status, ==, 0);
      if (i < 2)
        {
          g_auto (Run) read = run_cli ("show", "--json", output, NULL);
          json_t *second = parse_line (read.out);

          g_assert_true (json_equal (json_object_get (first, "sections"), json_object_get (second, "sections")));
          g_assert_true (json_equal (json_object_get (first, "organisation"), json_object_get (second, "organisation")));
          json_decref (second);
        }
    }
  json_decref (first);
}

static void
test_new (void)
{
  g_autofree char *output = in_folder ("new.bianbao");
  g_auto (Run) made = run_cli ("new", "--organisation", "示例市教育局", "--year", "2020", output, NULL);
  g_auto (Run) show = run_cli ("show", "--json", output, NULL);
  g_auto (Run) check = run_cli ("check", output, NULL);
  json_t *root = parse_line (show.out);

  g_assert_cmpint (made.status, ==, 0);
  g_assert_cmpstr (json_string_value (json_object_get (root, "form")), ==, "2019");
  g_assert_cmpstr (json_string_value (json_object_get (root, "organisation")), ==, "示例市教育局");
  g_assert_cmpstr (json_string_value (json_object_get (root, "title")), ==, "示例市教育局2020年政府信息公开工作年度报告");
  /* Nothing is filled in: complete checking says so. */
  g_assert_cmpint (check.status, ==, 1);
  json_decref (root);
}

/* Arguments, separated by spaces; each must end with 2, one line of reason and nothing written. */
static void
test_refusals (void)
{
  static const char *const lines[] = {
    "", "frobnicate", "show", "check --last-year a b", "convert a.txt", "convert a.txt b.docx", "convert a.txt b",
    "new --year 2024 x.bianbao", "new --organisation A x.bianbao", "new --organisation A --year 1999 x.bianbao",
    "new --organisation A --year 2024 x.odt", "show --nonsense x", "new --from a --organisation A --year 2024 x.bianbao",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      guint n = *lines[i] != '\0' ? g_strv_length (words) : 0;
      g_auto (Run) run = run_cli (n > 0 ? words[0] : NULL, n > 1 ? words[1] : NULL, n > 2 ? words[2] : NULL,
                                  n > 3 ? words[3] : NULL, n > 4 ? words[4] : NULL, n > 5 ? words[5] : NULL,
                                  n > 6 ? words[6] : NULL, n > 7 ? words[7] : NULL, NULL);

      g_test_message ("%s", lines[i]);
      g_assert_cmpint (run.status, ==, 2);
      assert_one_line (run.err, "bianbao-cli: ");
      g_assert_cmpstr (run.out, ==, "");
    }
}

static void
test_hostile_files (void)
{
  g_autofree char *fifo = in_folder ("fifo.txt");
  g_autofree char *directory = in_folder ("directory.txt");
  g_autofree char *suffix = in_folder ("picture.jpg");
  g_autofree char *bad_name = in_folder ("\xff.txt");

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (g_mkdir (directory, 0700), ==, 0);
  g_assert_true (g_file_set_contents (suffix, "x", 1, NULL));
  for (guint i = 0; i < 5; i++)
    {
      const char *const files[] = { fifo, directory, suffix, bad_name, "/dev/zero" };
      gint64 best = G_MAXINT64;

      /* A busy machine may keep it waiting once, not each time. */
      for (guint round = 0; round < 5 && best > G_USEC_PER_SEC / 2; round++)
        {
          gint64 start = g_get_monotonic_time ();
          g_auto (Run) run = run_cli ("show", files[i], NULL);
          gint64 took = g_get_monotonic_time () - start;

          best = MIN (best, took);
          g_assert_cmpint (run.status, ==, 2);
          assert_one_line (run.err, "bianbao-cli");
        }
      g_assert_cmpint (best, <=, G_USEC_PER_SEC / 2);
    }
}

/* A file that can't be read stops no other, each has its line, and 2 wins over 1. */
static void
test_goes_on (void)
{
  g_autofree char *blank = in_folder ("goes-on.bianbao");
  g_autofree char *report = sample ();
  g_autofree char *bad_name = in_folder ("\xff.txt");
  g_autofree char *absent = in_folder ("absent.txt");
  g_auto (Run) made = run_cli ("new", "--organisation", "示例市教育局", "--year", "2024", blank, NULL);
  g_auto (Run) run = run_cli ("check", "--json", absent, blank, bad_name, report, folder, NULL);
  g_auto (GStrv) lines = g_strsplit (run.out, "\n", -1);
  g_auto (GStrv) reasons = g_strsplit (run.err, "\n", -1);

  g_assert_cmpint (made.status, ==, 0);
  g_assert_cmpint (run.status, ==, 2);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_cmpuint (g_strv_length (reasons), ==, 4);
  for (guint i = 0; i < 5; i++)
    {
      gboolean readable = i == 1 || i == 3;
      json_t *root = parse_line (lines[i]);

      g_assert_nonnull (json_object_get (root, "file"));
      g_assert_true (json_is_string (json_object_get (root, "error")) == !readable);
      g_assert_true (json_is_array (json_object_get (root, "issues")) == readable);
      json_decref (root);
    }
}

/* Figures leave as they were written: no binary floating point on the way. */
static void
test_decimals (void)
{
  static const char *const amounts[] = { "59237.2449", "96171.6", "0.1", "1.50", "999999999999.0001", "-3" };
  g_autofree char *path = in_folder ("decimals.bianbao");

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
      g_autofree char *expected = g_strdup_printf ("\"t2.fees.amount\":{\"state\":\"number\",\"value\":%s,\"text\":\"%s\"", amounts[i], amounts[i]);
      g_autoptr (GError) error = NULL;

      bb_report_edit (report, bb_report_find_field (report, "t2.fees.amount"), amounts[i], BB_ORIGIN_TYPED);
      bb_document_save (report, path, NULL, BB_SAVE_DEFAULT, &error);
      g_assert_no_error (error);
      {
        g_auto (Run) run = run_cli ("show", "--json", path, NULL);

        g_assert_cmpint (run.status, ==, 0);
        g_assert_nonnull (strstr (run.out, expected));
      }
    }
}

/* What is there is never overwritten unasked, by no command and in no format. */
static void
test_overwriting (void)
{
  static const char *const suffixes[] = { ".bianbao", ".txt", ".html", ".xlsx" };
  g_autofree char *report = sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat ("there", suffixes[i], NULL);
      g_autofree char *path = in_folder (name);

      bb_folder_write (path, "old");
      {
        g_auto (Run) convert = run_cli ("convert", report, path, NULL);
        g_auto (Run) made = run_cli ("new", "--organisation", "甲", "--year", "2024", path, NULL);

        g_assert_cmpint (convert.status, ==, 2);
        g_assert_cmpint (made.status, ==, 2);
        assert_one_line (convert.err, path);
        bb_folder_assert_content (path, "old");
      }
      {
        g_auto (Run) forced = run_cli ("convert", "--force", report, path, NULL);
        g_autofree char *content = NULL;

        g_assert_cmpint (forced.status, ==, 0);
        g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
        g_assert_cmpstr (content, !=, "old");
      }
    }
}

/* Last year's report: what next year's takes from it, and what a check against it finds. */
static void
test_last_year (void)
{
  g_autofree char *last = in_folder ("last.bianbao");
  g_autofree char *next = in_folder ("next.bianbao");
  g_auto (Run) made = run_cli ("new", "--organisation", "示例市教育局", "--year", "2023", last, NULL);
  g_auto (Run) from = run_cli ("new", "--from", last, next, NULL);
  g_auto (Run) show = run_cli ("show", "--json", next, NULL);
  g_auto (Run) nothing = run_cli ("new", "--from", "/nowhere/last.txt", "/tmp/never.bianbao", NULL);
  g_auto (Run) check = run_cli ("check", "--json", "--last-year", last, next, NULL);
  g_auto (Run) check_nothing = run_cli ("check", "--last-year", "/nowhere/last.txt", next, NULL);
  json_t *root = parse_line (show.out);

  g_assert_cmpint (made.status, ==, 0);
  g_assert_cmpint (from.status, ==, 0);
  g_assert_cmpint (json_integer_value (json_object_get (root, "year")), ==, 2024);
  g_assert_cmpstr (json_string_value (json_object_get (root, "organisation")), ==, "示例市教育局");
  g_assert_nonnull (strstr (show.out, "next.not-carried"));
  g_assert_cmpint (nothing.status, ==, 2);
  g_assert_cmpint (check.status, ==, 1);
  g_assert_cmpint (check_nothing.status, ==, 2);
  json_decref (root);
}

/* The reports of units: their sum fills a new report, and is what another is checked against. */
static void
test_units (void)
{
  g_autofree char *unit = sample ();
  g_autofree char *parent = in_folder ("parent.bianbao");
  g_autofree char *other = in_folder ("other-year.bianbao");
  g_auto (Run) read = run_cli ("show", "--json", unit, NULL);
  json_t *root = parse_line (read.out);
  json_t *cell = json_object_get (json_object_get (root, "cells"), "t3.new.natural");
  g_autofree char *year = g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (json_object_get (root, "year")));
  g_auto (Run) made = run_cli ("new", "--organisation", "示例市人民政府", "--year", year, "--unit", unit, parent, NULL);
  g_auto (Run) show = run_cli ("show", "--json", parent, NULL);
  json_t *sum = parse_line (show.out);
  g_auto (Run) check = run_cli ("check", "--unit", unit, "--unit", unit, parent, NULL);
  g_auto (Run) made_other = run_cli ("new", "--organisation", "示例市人民政府", "--year", "2098", other, NULL);
  g_auto (Run) check_other = run_cli ("check", "--unit", unit, other, NULL);
  g_auto (Run) check_nothing = run_cli ("check", "--unit", "/nowhere/unit.txt", parent, NULL);
  json_t *filled = json_object_get (json_object_get (sum, "cells"), "t3.new.natural");

  g_assert_cmpint (made.status, ==, 0);
  g_assert_cmpint (json_integer_value (json_object_get (filled, "value")), ==, json_integer_value (json_object_get (cell, "value")));
  g_assert_cmpstr (json_string_value (json_object_get (filled, "origin")), ==, "deduced");
  g_assert_cmpstr (json_string_value (json_object_get (filled, "source")), ==, "the report of 1 unit");
  g_assert_null (strstr (check.out, "parent.sum"));
  g_assert_nonnull (strstr (check.err, "is there already"));
  g_assert_cmpint (made_other.status, ==, 0);
  g_assert_cmpint (check_other.status, ==, 2);
  g_assert_nonnull (strstr (check_other.err, "not for 2098"));
  g_assert_cmpint (check_nothing.status, ==, 2);
  json_decref (root);
  json_decref (sum);
}

static void
test_help (void)
{
  static const char *const commands[] = { "show", "check", "convert", "new" };
  g_auto (Run) version = run_cli ("--version", NULL);
  g_auto (Run) help = run_cli ("--help", NULL);

  g_assert_cmpint (version.status, ==, 0);
  g_assert_cmpstr (version.out, ==, "bianbao-cli " BB_VERSION "\n");
  g_assert_cmpint (help.status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (Run) run = run_cli (commands[i], "--help", NULL);

      g_assert_cmpint (run.status, ==, 0);
      g_assert_nonnull (strstr (help.out, commands[i]));
      g_assert_nonnull (strstr (run.out, "Usage:"));
      g_assert_true ((strstr (run.out, "--last-year") != NULL) == g_str_equal (commands[i], "check"));
      g_assert_true ((strstr (run.out, "--from") != NULL) == g_str_equal (commands[i], "new"));
    }
}

/* Without any locale Chinese must still come out as Chinese. */
static void
test_without_locale (void)
{
  g_autofree char *output = in_folder ("locale.txt");
  g_autofree char *all = g_strdup (g_getenv ("LC_ALL"));

  g_setenv ("LC_ALL", "C", TRUE);
  {
    g_auto (Run) made = run_cli ("new", "--organisation", "示例市档案馆", "--year", "2024", output, NULL);
    g_auto (Run) show = run_cli ("show", output, NULL);

    g_assert_cmpint (made.status, ==, 0);
    g_assert_cmpint (show.status, ==, 0);
    g_assert_nonnull (strstr (show.out, "示例市档案馆2024年政府信息公开工作年度报告"));
  }
  g_setenv ("LC_ALL", all != NULL ? all : "C.UTF-8", TRUE);
}

int
main (int argc, char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  folder = bb_folder_make ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/show-json", test_show_json);
  g_test_add_func ("/cli/check", test_check);
  g_test_add_func ("/cli/convert", test_convert);
  g_test_add_func ("/cli/locked", test_locked);
  g_test_add_func ("/cli/new", test_new);
  g_test_add_func ("/cli/refusals", test_refusals);
  g_test_add_func ("/cli/hostile-files", test_hostile_files);
  g_test_add_func ("/cli/goes-on", test_goes_on);
  g_test_add_func ("/cli/decimals", test_decimals);
  g_test_add_func ("/cli/overwriting", test_overwriting);
  g_test_add_func ("/cli/last-year", test_last_year);
  g_test_add_func ("/cli/units", test_units);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/without-locale", test_without_locale);
  status = g_test_run ();
  bb_folder_remove (folder);
  g_free (folder);
  return status;
}
