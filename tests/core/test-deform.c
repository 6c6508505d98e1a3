/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reports deformed in every way that is known from published pages, one way at a time and several together, as web page, text,
 * Word file and workbook. The rule above all: a figure may be left open and told, it may never be another one.
 *
 * BIANBAO_DEFORM_SEEDS: reports for each case and format (2 in the tests); BIANBAO_DEFORM_MIXES: of several cases together.
 * BIANBAO_DEFORM_CASE, BIANBAO_DEFORM_FIRST, BIANBAO_DEFORM_KEEP: one case by name; the first of the mixes; a folder where what
 * failed is kept.
 */
#include "bb-deform.h"

#include <locale.h>
#include <string.h>

#define MOST_MIXED 7
#define MOST_TOLD 12

/* *INDENT-OFF* */
static const struct
{
  const char *suffix;
  char letter;
} formats[] = { { ".html", 'h' }, { ".txt", 't' }, { ".docx", 'd' }, { ".xlsx", 'x' } };
/* *INDENT-ON* */

/* @open: blank in the file, or not there, and still open; @inferred: that were filled in; @untold: lost without a note */
typedef struct
{
  guint right;
  guint lost;
  guint untold;
  guint silent;
  guint open;
  guint inferred;
  guint n_reports;
  guint n_unlike;
} Count;

static Count all;

static GBytes *
write_format (BbDeform *deform, char letter)
{
  char *text;

  if (letter == 'd')
    return bb_deform_to_docx (deform);
  if (letter == 'x')
    return bb_deform_to_xlsx (deform);
  text = letter == 'h' ? bb_deform_to_html (deform) : bb_deform_to_text (deform);
  return g_bytes_new_take (text, strlen (text));
}

/* ---- judging ---- */

static gboolean
is_noted (BbReport *report, const char *cell)
{
  GListModel *notes = bb_report_get_notes (report);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);
      const char *const *cells = bb_note_get_cells (note);

      if (cells != NULL && g_strv_contains (cells, cell))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *folded = bb_text_fold_label (a);
  g_autofree char *other = bb_text_fold_label (b);

  return g_str_equal (folded, other);
}

/* What stands in the file as a number: its value is known. Words and blanks are not numbers, whatever was meant. */
static gboolean
is_figure (const char *written, const BbCell *cell)
{
  BbNumber number = bb_number_read (written, cell->unit);

  return number.form == BB_NUMBER_PLAIN || number.form == BB_NUMBER_OWN_UNIT;
}

/* Returns: the counter that the cell belongs to. */
static guint *
judge (BbDeform *deform, BbReport *report, guint index, Count *count)
{
  const BbCell *cell = &deform->form->cells[index];
  BbField *field = bb_report_get_cell (report, index);
  BbOrigin origin = bb_field_get_origin (field);
  /* Where the figures do not add up, a row that is told of may be placed as they do. */
  gboolean inferred = origin == BB_ORIGIN_DEDUCED || origin == BB_ORIGIN_DERIVED;
  const char *written = g_ptr_array_index (deform->written, index);
  gboolean figure = written != NULL && is_figure (written, cell);
  BbDecimal value;

  if (bb_field_get_value (field, &value))
    {
      gboolean same = bb_decimal_compare (value, deform->values[index]) == 0;

      if (figure || written == NULL)
        return same ? &count->right : deform->is_unsound && (inferred || is_noted (report, cell->id)) ? &count->inferred : &count->silent;
      if (*written == '\0' && (same || inferred))
        return same || deform->is_unsound ? &count->inferred : &count->silent;
      /* Words that have no column, told, and what the sums say must stand there. */
      return same && inferred && is_noted (report, cell->id) ? &count->inferred : &count->silent;
    }
  if (written == NULL || *written == '\0')
    return &count->open;
  if (is_same_text (bb_field_get_text (field), written))
    return &count->right;
  return is_noted (report, cell->id) ? &count->lost : &count->untold;
}

static void
judge_report (BbDeform *deform, BbReport *report, const char *path, Count *count)
{
  guint told = 0;

  if (bb_report_get_form (report) != deform->form)
    {
      g_test_message ("%s: read as the form of %s", path, bb_report_get_form (report)->id);
      count->silent++;
      return;
    }
  for (guint i = 0; i < deform->form->n_cells; i++)
    {
      guint *counter = judge (deform, report, i, count);
      BbField *field = bb_report_get_cell (report, i);

      (*counter)++;
      if ((counter == &count->silent || counter == &count->untold) && told++ < MOST_TOLD)
        g_test_message ("%s: %s %s: written “%s”, read “%s” from %s", path, deform->form->cells[i].id,
                        counter == &count->silent ? "SILENT" : "lost", (const char *) g_ptr_array_index (deform->written, i),
                        bb_field_get_text (field), bb_field_get_source (field));
    }
}

static void
judge_names (BbDeform *deform, BbReport *report, const char *path, Count *count)
{
  const char *organisation = bb_field_get_text (bb_report_get_meta (report, BB_META_ORGANISATION));

  if (g_strcmp0 (organisation, deform->organisation) == 0 && bb_report_get_year (report) == deform->year)
    return;
  g_test_message ("%s: read as “%s”, %d", path, organisation, bb_report_get_year (report));
  count->n_unlike++;
}

/* What stands around the report must not get into its texts, and none of its sentences may be missing. */
static void
judge_texts (BbDeform *deform, BbReport *report, const char *path, Count *count)
{
  static const char *const junk[] = { "打印", "关闭窗口", "网站标识码", "浏览次数", "上一篇", "索引号", "首页", "扫一扫", "责任编辑", "发文机关", "成文日期", "发布日期", "来源：", "字体", "时效性",
                                      "15:32" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < deform->form->n_sections; i++)
    g_string_append (text, bb_field_get_text (bb_report_get_section (report, i)));
  for (guint i = 0; i < G_N_ELEMENTS (junk); i++)
    if (strstr (text->str, junk[i]) != NULL)
      {
        g_test_message ("%s: “%s” in the report", path, junk[i]);
        count->n_unlike++;
      }
  for (guint i = 0; i < deform->items->len; i++)
    {
      const char *written = bb_deform_item (deform, i)->text;

      if (written == NULL || strstr (written, "本年度各项工作") != written || strstr (text->str, written) != NULL)
        continue;
      g_test_message ("%s: not in the report: “%s”", path, written);
      count->n_unlike++;
    }
}

static void
keep (GBytes *bytes, const char *name)
{
  const char *folder = g_getenv ("BIANBAO_DEFORM_KEEP");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path != NULL)
    g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
}

static void
read_back (BbDeform *deform, const char *suffix, char letter, const char *label, Count *count)
{
  g_autoptr (GBytes) bytes = write_format (deform, letter);
  g_autofree char *name = g_strconcat (deform->name, suffix, NULL);
  g_autofree char *path = g_strconcat (label, suffix, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReading) reading = bb_import_bytes (bytes, name, NULL, &error);
  guint bad = count->silent + count->untold + count->n_unlike;

  count->n_reports++;
  if (reading == NULL)
    {
      g_test_message ("%s: %s", path, error->message);
      count->untold++;
    }
  else
    {
      bb_settle (reading->report, reading->rows, reading->sums, NULL);
      judge_report (deform, reading->report, path, count);
      judge_names (deform, reading->report, path, count);
      judge_texts (deform, reading->report, path, count);
    }
  if (bad < count->silent + count->untold + count->n_unlike)
    keep (bytes, path);
}

/* ---- the cases ---- */

static guint
get_number (const char *name, guint fallback)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : fallback;
}

static const char *
pick_form (guint seed)
{
  return seed % 3 == 2 ? "2019" : "2021";
}

/* @torn: not counted among those that lose next to nothing. */
static void
add_up (const char *name, const Count *count, gboolean torn)
{
  g_test_message ("%s: %u reports, right %u, lost %u, untold %u, SILENT %u, inferred %u, open %u, misnamed %u", name, count->n_reports,
                  count->right, count->lost, count->untold, count->silent, count->inferred, count->open, count->n_unlike);
  all.right += torn ? 0 : count->right;
  all.lost += torn ? 0 : count->lost;
  all.silent += count->silent;
  all.untold += count->untold;
  if (count->silent + count->untold + count->n_unlike > 0)
    g_test_fail ();
}

static void
test_case (gconstpointer data)
{
  const BbDeformCase *deformation = data;
  guint n_seeds = get_number ("BIANBAO_DEFORM_SEEDS", 2);
  Count count = { 0 };

  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    for (guint seed = 1; seed <= n_seeds && strchr (deformation->formats, formats[f].letter) != NULL; seed++)
      {
        g_autoptr (BbDeform) deform = bb_deform_new (pick_form (seed), seed);
        g_autofree char *label = g_strdup_printf ("%s-%u", deformation->name, seed);

        if (deformation->deform != NULL)
          deformation->deform (deform);
        read_back (deform, formats[f].suffix, formats[f].letter, label, &count);
      }
  add_up (deformation->name, &count, strchr (deformation->formats, '*') != NULL);
}

static const BbDeformCase *
pick_case (BbDeform *deform, const BbDeformCase *cases)
{
  guint n = 0;

  while (cases[n].name != NULL)
    n++;
  return &cases[bb_deform_pick (deform, n)];
}

/* What is in a cell first, then its label, then the shape of the table, then the page: each kind once at most. */
static void
test_mixed (void)
{
  static const BbDeformCase *const kinds[MOST_MIXED] = { bb_deform_values, bb_deform_labels, bb_deform_tables, bb_deform_cuts, bb_deform_pages,
                                                          bb_deform_office, bb_deform_arranged };
  guint n_mixes = get_number ("BIANBAO_DEFORM_MIXES", 60);
  Count count = { 0 };
  Count torn = { 0 };

  for (guint seed = get_number ("BIANBAO_DEFORM_FIRST", 1); seed <= n_mixes; seed++)
    {
      g_autoptr (BbDeform) deform = bb_deform_new (pick_form (seed), 100000 + seed);
      guint f = bb_deform_pick (deform, G_N_ELEMENTS (formats));
      g_autoptr (GString) label = g_string_new (NULL);
      gboolean is_torn = FALSE;

      g_string_append_printf (label, "mixed-%u", seed);
      for (guint k = 0; k < MOST_MIXED; k++)
        {
          const BbDeformCase *picked = pick_case (deform, kinds[k]);

          if (!bb_deform_chance (deform, 45) || strchr (picked->formats, formats[f].letter) == NULL || picked->deform == NULL)
            continue;
          picked->deform (deform);
          is_torn = is_torn || strchr (picked->formats, '*') != NULL;
          g_string_append_printf (label, "+%s", picked->name);
        }
      read_back (deform, formats[f].suffix, formats[f].letter, label->str, is_torn ? &torn : &count);
    }
  add_up ("mixed", &count, FALSE);
  add_up ("mixed, torn", &torn, TRUE);
}

/* Of all that stood in the files. */
static void
test_sum (void)
{
  guint known = all.right + all.lost + all.untold + all.silent;

  g_test_message ("of %u figures and words: right %u, lost %u, of them untold %u, SILENT %u", known, all.right, all.lost + all.untold,
                  all.untold, all.silent);
  g_assert_cmpuint (all.silent + all.untold, ==, 0);
  g_assert_cmpuint (100 * (all.lost + all.untold), <=, known);
}

static void
add_cases (const char *folder, const BbDeformCase *cases)
{
  const char *only = g_getenv ("BIANBAO_DEFORM_CASE");

  for (guint i = 0; cases[i].name != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/deform/%s/%s", folder, cases[i].name);

      if (only == NULL || g_str_equal (only, cases[i].name))
        g_test_add_data_func (path, &cases[i], test_case);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  add_cases ("pages", bb_deform_pages);
  add_cases ("values", bb_deform_values);
  add_cases ("labels", bb_deform_labels);
  add_cases ("cuts", bb_deform_cuts);
  add_cases ("tables", bb_deform_tables);
  add_cases ("office", bb_deform_office);
  add_cases ("others", bb_deform_others);
  add_cases ("arranged", bb_deform_arranged);
  if (g_getenv ("BIANBAO_DEFORM_CASE") == NULL)
    g_test_add_func ("/deform/mixtures/mixed", test_mixed);
  g_test_add_func ("/deform/sum/all", test_sum);
  return g_test_run ();
}
