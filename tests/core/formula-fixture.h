/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A report whose cells hold what a spreadsheet might compute: tests/data/export/formulas.txt. */

#include "bb-table.h"

#include <bianbao/bianbao.h>

#define N_FORMULAS 120

static inline GPtrArray *
formula_texts (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "export", "formulas.txt", NULL);
  GPtrArray *formulas = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      g_ptr_array_add (formulas, bb_table_unescape (lines[i]));
  g_assert_cmpuint (formulas->len, ==, N_FORMULAS);
  return formulas;
}

/* Every text in a cell of its own, the first ones also where texts of other kinds stand. */
static inline BbReport *
formula_report (GPtrArray *formulas)
{
  BbReport *report = bb_report_new (bb_form_get ("2021"));
  const BbForm *form = bb_report_get_form (report);
  guint n = 0;

  for (guint i = 0; i < form->n_cells && n < formulas->len; i++)
    if (form->cells[i].derived_from < 0)
      bb_report_edit (report, bb_report_get_cell (report, i), g_ptr_array_index (formulas, n++), BB_ORIGIN_READ);
  g_assert_cmpuint (n, ==, formulas->len);
  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), "=1+1", BB_ORIGIN_READ);
  bb_report_edit (report, bb_report_find_field (report, "overview"), "=1+1\n＋2\n@SUM(A1)", BB_ORIGIN_READ);
  return report;
}
