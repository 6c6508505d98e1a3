/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bianbao.h>

#include "read-here.h"

#include <string.h>

/*
 * The rule above all: a figure may be left open, it may never be a wrong one. Random sound reports are written as text, torn as
 * converters tear tables, read and settled; each figure that comes back has to be the one that was written.
 */

#define N_REPORTS 60

/* Rows of table 3 in the file: from 一、本年新收 to 四、结转下年度. */
typedef struct
{
  GPtrArray *lines;
  guint first;
  guint last;
  GRand *random;
} Torn;

static char *
get_line (Torn  *torn,
          guint  index)
{
  return g_ptr_array_index (torn->lines, index);
}

static void
set_line (Torn  *torn,
          guint  index,
          char  *line)
{
  g_free (get_line (torn, index));
  g_ptr_array_index (torn->lines, index) = line;
}

static guint
pick_row (Torn *torn)
{
  return (guint) g_rand_int_range (torn->random, (gint32) torn->first, (gint32) torn->last + 1);
}

/* @line with place @drop left out (-1: none) and @extra put in front of place @at (%NULL: nothing). */
static char *
change_line (const char *line,
             int         drop,
             int         at,
             const char *extra)
{
  g_auto (GStrv) places = g_strsplit (line, "\t", -1);
  GString *changed = g_string_new (NULL);

  for (int i = 0; places[i] != NULL; i++)
    {
      if (i == at && extra != NULL)
        g_string_append_printf (changed, "%s%s", changed->len > 0 || i > 0 ? "\t" : "", extra);
      if (i != drop)
        g_string_append_printf (changed, "%s%s", i > 0 ? "\t" : "", places[i]);
    }
  return g_string_free (changed, FALSE);
}

static char *
join_filled (const char *line,
             const char *separator)
{
  g_auto (GStrv) places = g_strsplit (line, "\t", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; places[i] != NULL; i++)
    if (*places[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? separator : "", places[i]);
  return g_string_free (joined, FALSE);
}

/* ---- the ways to tear ---- */

static void
tear_value (Torn *torn)
{
  guint row = pick_row (torn);

  set_line (torn, row, change_line (get_line (torn, row), g_rand_int_range (torn->random, 3, 10), -1, NULL));
}

static void
tear_column (Torn *torn)
{
  int place = g_rand_int_range (torn->random, 3, 10);

  for (guint i = torn->first; i <= torn->last; i++)
    set_line (torn, i, change_line (get_line (torn, i), place, -1, NULL));
}

static void
tear_extra (Torn *torn)
{
  guint row = pick_row (torn);

  set_line (torn, row, change_line (get_line (torn, row), -1, g_rand_int_range (torn->random, 3, 10), "0"));
}

static void
tear_shift (Torn *torn)
{
  guint row = pick_row (torn);

  set_line (torn, row, change_line (get_line (torn, row), -1, g_rand_int_range (torn->random, 0, 4), ""));
}

static void
tear_to_first (Torn *torn)
{
  guint row = pick_row (torn);
  g_autofree char *joined = join_filled (get_line (torn, row), "\t");

  set_line (torn, row, g_strconcat (joined, "\t\t\t", NULL));
}

static void
tear_head (Torn *torn)
{
  guint line = torn->first - (guint) g_rand_int_range (torn->random, 1, 4);

  set_line (torn, line, g_strdup (""));
}

static void
tear_head_shift (Torn *torn)
{
  guint line = torn->first - (guint) g_rand_int_range (torn->random, 1, 4);

  set_line (torn, line, change_line (get_line (torn, line), -1, 3, ""));
}

static void
tear_label (Torn *torn)
{
  guint row = pick_row (torn);
  g_auto (GStrv) places = g_strsplit (get_line (torn, row), "\t", -1);

  for (guint i = 3; i > 0; i--)
    if (*places[i - 1] != '\0')
      {
        *places[i - 1] = '\0';
        break;
      }
  set_line (torn, row, g_strjoinv ("\t", places));
}

static void
tear_zeros (Torn *torn)
{
  for (guint i = torn->first; i <= torn->last; i++)
    {
      g_auto (GStrv) places = g_strsplit (get_line (torn, i), "\t", -1);

      for (guint j = 0; places[j] != NULL; j++)
        if (g_str_equal (places[j], "0"))
          *places[j] = '\0';
      set_line (torn, i, g_strjoinv ("\t", places));
    }
}

static void
tear_squeeze (Torn *torn)
{
  for (guint i = torn->first; i <= torn->last; i++)
    set_line (torn, i, join_filled (get_line (torn, i), "\t"));
}

static void
tear_spaces (Torn *torn)
{
  for (guint i = torn->first; i <= torn->last; i++)
    set_line (torn, i, join_filled (get_line (torn, i), " "));
}

static void
tear_zeros_squeeze (Torn *torn)
{
  tear_zeros (torn);
  tear_squeeze (torn);
}

static void
tear_break (Torn *torn)
{
  guint row = pick_row (torn);

  set_line (torn, row, g_strconcat ("\n", get_line (torn, row), NULL));
}

/* @complete: nothing may be lost either. */
typedef struct
{
  const char *name;
  void (*tear) (Torn *torn);
  gboolean complete;
} TornCase;

/* *INDENT-OFF* */
static const TornCase cases[] = {
  { "value",         tear_value,         FALSE },
  { "column",        tear_column,        FALSE },
  { "extra",         tear_extra,         FALSE },
  { "shift",         tear_shift,         TRUE },
  { "to-first",      tear_to_first,      TRUE },
  { "head",          tear_head,          TRUE },
  { "head-shift",    tear_head_shift,    TRUE },
  { "label",         tear_label,         FALSE },
  { "zeros",         tear_zeros,         FALSE },
  { "squeeze",       tear_squeeze,       TRUE },
  { "spaces",        tear_spaces,        TRUE },
  { "zeros-squeeze", tear_zeros_squeeze, FALSE },
  { "break",         tear_break,         TRUE },
};
/* *INDENT-ON* */

/* ---- sound reports ---- */

static gint64
get_value (BbReport   *report,
           const char *row,
           const char *column)
{
  g_autofree char *id = g_strdup_printf ("t3.%s.%s", row, column);
  BbDecimal value = { 0, 0 };

  g_assert_true (bb_field_get_value (bb_report_find_field (report, id), &value));
  return value.mantissa;
}

static void
set_value (BbReport   *report,
           const char *row,
           const char *column,
           gint64      value)
{
  g_autofree char *id = g_strdup_printf ("t3.%s.%s", row, column);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  bb_report_edit (report, bb_report_find_field (report, id), text, BB_ORIGIN_TYPED);
}

/* Mostly zeros, as in real reports, and a few figures of all sizes. */
static gint64
random_count (GRand *random)
{
  return g_rand_int_range (random, 0, 3) > 0 ? 0 : g_rand_int_range (random, 1, 1 << g_rand_int_range (random, 1, 12));
}

static BbReport *
make_report (GRand *random)
{
  static const char *const columns[] = { "natural", "business", "research", "charity", "legal", "other" };
  BbReport *report = bb_report_new (bb_form_get ("2021"));

  bb_report_edit (report, bb_report_get_meta (report, BB_META_YEAR), "2023", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), "示例局", BB_ORIGIN_TYPED);
  for (guint i = 0; i < bb_report_get_form (report)->n_cells; i++)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, random_count (random));

      if (bb_report_get_form (report)->cells[i].derived_from < 0)
        bb_report_edit (report, bb_report_get_cell (report, i), text, BB_ORIGIN_TYPED);
    }
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gint64 all = get_value (report, "total", columns[i]) + get_value (report, "carried_out", columns[i]);
      gint64 old = MIN (all, get_value (report, "carried_in", columns[i]));

      set_value (report, "carried_in", columns[i], old);
      set_value (report, "new", columns[i], all - old);
    }
  return report;
}

static GBytes *
tear_report (BbReport       *report,
             const TornCase *test,
             GRand          *random)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = bb_export_bytes (report, BB_EXPORT_TEXT, &error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  Torn torn = { .lines = array, .random = random };
  char *joined;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_ptr_array_add (array, g_strdup (lines[i]));
      if (g_str_has_prefix (lines[i], "一、本年新收"))
        torn.first = i;
      if (g_str_has_prefix (lines[i], "四、结转下年度"))
        torn.last = i;
    }
  g_assert_cmpuint (torn.last, ==, torn.first + 24);
  test->tear (&torn);
  g_ptr_array_add (array, NULL);
  joined = g_strjoinv ("\n", (char **) array->pdata);
  for (guint i = 0; i + 1 < array->len; i++)
    g_free (g_ptr_array_index (array, i));
  return g_bytes_new_take (joined, strlen (joined));
}

/* ---- the test ---- */

static void
compare (BbReport       *written,
         BbReport       *read,
         const TornCase *test,
         guint          *open)
{
  const BbForm *form = bb_report_get_form (written);

  g_assert_true (bb_report_get_form (read) == form);
  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (read, i);
      BbDecimal known = { 0, 0 };
      BbDecimal found = { 0, 0 };

      bb_field_get_value (bb_report_get_cell (written, i), &known);
      if (!bb_field_get_value (field, &found))
        (*open)++;
      else if (bb_decimal_compare (known, found) != 0)
        g_error ("%s %s: written %" G_GINT64_FORMAT ", read %s from %s", test->name, form->cells[i].id, known.mantissa,
                 bb_field_get_text (field), bb_field_get_source (field));
    }
}

static void
test_torn (gconstpointer data)
{
  const TornCase *test = data;
  guint open_as_read = 0;
  guint open = 0;

  for (guint seed = 0; seed < N_REPORTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (BbReport) report = make_report (random);
      g_autoptr (GBytes) bytes = tear_report (report, test, random);
      g_autoptr (GError) error = NULL;
      g_autoptr (BbReading) reading = read_here (bytes, "torn.txt", &error);

      g_assert_no_error (error);
      compare (report, reading->report, test, &open_as_read);
      bb_settle (reading->report, reading->rows, reading->sums, NULL);
      compare (report, reading->report, test, &open);
    }
  g_test_message ("%u cells open as read, %u when settled", open_as_read, open);
  if (test->complete)
    g_assert_cmpuint (open, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/torn/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_torn);
    }
  return g_test_run ();
}
