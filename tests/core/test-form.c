/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The definitions of both editions: golden dumps (written anew with BIANBAO_REGENERATE=1), and what must hold of any edition.
 */
#include <bianbao/bb-form.h>

#include "sample-file.h"

#include <locale.h>

typedef struct
{
  const char *id;
  guint cells[3]; /* a table, form.md */
  guint inputs;
  guint equations;
} Expected;

static const Expected expected[] = {
  { "2019", { 22, 161, 15 }, 166, 40 },
  { "2021", { 10, 175, 15 }, 166, 42 },
};

static void
test_golden (gconstpointer user_data)
{
  const Expected *edition = user_data;
  g_autofree char *path = g_strdup_printf ("%s/forms/%s.dump", g_getenv ("BIANBAO_TEST_DATA"), edition->id);
  g_autofree char *dump = bb_form_dump (bb_form_get (edition->id));
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("BIANBAO_REGENERATE") != NULL)
    {
      g_file_set_contents (path, dump, -1, &error);
      g_assert_no_error (error);
    }

  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, golden);
}

static void
test_numbers (gconstpointer user_data)
{
  const Expected *edition = user_data;
  const BbForm *form = bb_form_get (edition->id);
  guint inputs = 0;

  g_assert_cmpuint (form->n_sections, ==, 7);
  g_assert_cmpuint (form->n_tables, ==, 3);
  for (guint i = 0; i < form->n_tables; i++)
    g_assert_cmpuint (form->tables[i].n_cells, ==, edition->cells[i]);
  for (guint i = 0; i < form->n_cells; i++)
    inputs += form->cells[i].derived_from < 0;
  g_assert_cmpuint (inputs, ==, edition->inputs);
  g_assert_cmpuint (form->n_derived, ==, form->n_cells - inputs);
  g_assert_cmpuint (form->n_equations, ==, edition->equations);
}

static void
test_ids (gconstpointer user_data)
{
  const Expected *edition = user_data;
  const BbForm *form = bb_form_get (edition->id);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < form->n_cells; i++)
    {
      g_assert_cmpuint (form->cells[i].index, ==, i);
      g_assert_true (g_hash_table_add (ids, (gpointer) form->cells[i].id));
      g_assert_true (g_hash_table_add (names, (gpointer) form->cells[i].name));
      g_assert_cmpint (bb_form_find_cell (form, form->cells[i].id), ==, i);
    }
  for (guint i = 0; i < form->n_sections; i++)
    {
      g_assert_true (g_hash_table_add (ids, (gpointer) form->sections[i].id));
      g_assert_cmpint (bb_form_find_section (form, form->sections[i].id), ==, i);
    }
  for (guint i = 0; i < form->n_rules; i++)
    {
      g_assert_true (g_hash_table_add (ids, (gpointer) form->rules[i].id));
      g_assert_cmpint (bb_form_find_rule (form, form->rules[i].id), ==, i);
    }

  g_assert_cmpint (bb_form_find_cell (form, "t3.new"), ==, -1);
  g_assert_cmpint (bb_form_find_section (form, ""), ==, -1);
  g_assert_cmpint (bb_form_find_rule (form, "t3"), ==, -1);
}

static void
assert_covered_once (const BbForm *form, const BbTable *table)
{
  g_autofree guint8 *places = g_new0 (guint8, table->n_grid_rows * table->n_grid_columns);
  g_autofree guint8 *cells = g_new0 (guint8, form->n_cells);
  const BbSlot *last = NULL;

  for (guint i = 0; i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];

      g_assert_cmpuint (slot->row + slot->row_span, <=, table->n_grid_rows);
      g_assert_cmpuint (slot->column + slot->column_span, <=, table->n_grid_columns);
      g_assert_true (last == NULL || last->row < slot->row || (last->row == slot->row && last->column < slot->column));
      g_assert_nonnull (slot->text);
      for (guint row = 0; row < slot->row_span; row++)
        {
          for (guint column = 0; column < slot->column_span; column++)
            places[(slot->row + row) * table->n_grid_columns + slot->column + column]++;
        }
      if (slot->cell >= 0)
        cells[slot->cell]++;
      last = slot;
    }

  for (guint i = 0; i < table->n_grid_rows * table->n_grid_columns; i++)
    g_assert_cmpuint (places[i], ==, 1);
  for (guint i = 0; i < form->n_cells; i++)
    g_assert_cmpuint (cells[i], ==, form->cells[i].table == table->index);
}

static void
test_slots (gconstpointer user_data)
{
  const Expected *edition = user_data;
  const BbForm *form = bb_form_get (edition->id);

  for (guint i = 0; i < form->n_tables; i++)
    {
      const BbTable *table = &form->tables[i];
      double width = 0;

      assert_covered_once (form, table);
      for (guint j = 0; j < table->n_grid_columns; j++)
        width += table->widths[j];
      g_assert_cmpfloat_with_epsilon (width, 156, 0.01);
    }
}

static void
test_equations (gconstpointer user_data)
{
  const Expected *edition = user_data;
  const BbForm *form = bb_form_get (edition->id);
  g_autofree guint8 *known = g_new0 (guint8, form->n_cells);

  for (guint i = 0; i < form->n_cells; i++)
    {
      const BbCell *cell = &form->cells[i];

      known[i] = cell->derived_from < 0;
      for (guint j = 0; j < cell->n_equations; j++)
        g_assert_cmpuint (cell->equations[j], <, form->n_equations);
      if (cell->derived_from >= 0)
        {
          g_assert_cmpuint (form->equations[cell->derived_from].n_left, ==, 1);
          g_assert_cmpuint (form->equations[cell->derived_from].left[0], ==, i);
        }
    }

  for (guint i = 0; i < form->n_derived; i++)
    {
      const BbCell *cell = &form->cells[form->derived_order[i]];
      const BbEquation *equation = &form->equations[cell->derived_from];

      for (guint j = 0; j < equation->n_right; j++)
        g_assert_true (known[equation->right[j]]);
      known[cell->index] = TRUE;
    }
}

static const char *
name_of (const BbForm *form, const char *id)
{
  int cell = bb_form_find_cell (form, id);

  g_assert_cmpint (cell, >=, 0);
  return form->cells[cell].name;
}

static void
test_names (void)
{
  const BbForm *form = bb_form_get ("2021");
  int cell = bb_form_find_cell (form, "t3.deny.1.natural");

  g_assert_cmpstr (name_of (form, "t3.deny.1.natural"), ==, "表三 › 不予公开 › 1.属于国家秘密 › 自然人");
  g_assert_cmpstr (name_of (form, "t3.new.legal"), ==, "表三 › 一、本年新收政府信息公开申请数量 › 法律服务机构");
  g_assert_cmpstr (name_of (form, "t2.rules.made"), ==, "表二 › 规章 › 本年制发件数");
  g_assert_cmpstr (name_of (form, "t4.review.upheld"), ==, "表四 › 行政复议 › 结果维持");
  g_assert_cmpstr (name_of (form, "t4.direct.upheld"), ==, "表四 › 行政诉讼 › 未经复议直接起诉 › 结果维持");
  g_assert_cmpstr (bb_form_row_head (form, (guint) cell)->title, ==, "1.属于国家秘密");
  g_assert_cmpstr (bb_form_column_head (form, (guint) cell)->title, ==, "自然人");
  g_assert_cmpstr (bb_form_cell_section (form, (guint) cell)->id, ==, "requests");
  g_assert_cmpstr (form->equations[0].scope, ==, "自然人");
  g_assert_cmpstr (form->equations[form->n_equations - 2].scope, ==, "行政诉讼 › 未经复议直接起诉");
}

/* What stands in the program is what stands in the definition: to the last field, and every id is found. */
static void
test_compiled (gconstpointer user_data)
{
  const Expected *edition = user_data;
  const BbForm *built_in = bb_form_get (edition->id);
  g_autofree char *name = g_strconcat (edition->id, ".xml", NULL);
  g_autofree char *path = resource_path ("forms", name);
  g_autofree char *xml = NULL;
  g_autofree char *dump = bb_form_dump (built_in);
  g_autofree char *parsed_dump = NULL;
  g_autoptr (GError) error = NULL;
  BbForm *parsed;

  g_assert_true (g_file_get_contents (path, &xml, NULL, NULL));
  parsed = bb_form_parse (xml, -1, name, &error);
  g_assert_no_error (error);
  parsed_dump = bb_form_dump (parsed);
  g_assert_cmpstr (dump, ==, parsed_dump);
  for (guint i = 0; i < parsed->n_cells; i++)
    {
      g_assert_cmpint (bb_form_find_cell (parsed, parsed->cells[i].id), ==, (int) i);
      g_assert_cmpint (bb_form_find_cell (built_in, parsed->cells[i].id), ==, (int) i);
    }
  for (guint i = 0; i < parsed->n_rules; i++)
    g_assert_cmpint (bb_form_find_rule (built_in, parsed->rules[i].id), ==, (int) i);
  for (guint i = 0; i < parsed->n_sections; i++)
    {
      g_assert_cmpint (bb_form_find_section (built_in, parsed->sections[i].id), ==, (int) i);
      g_assert_cmpstr (built_in->sections[i].guidance, ==, parsed->sections[i].guidance);
    }
  g_assert_cmpint (bb_form_find_cell (built_in, "t3"), ==, -1);
  g_assert_cmpint (bb_form_find_section (built_in, ""), ==, -1);
  bb_form_free (parsed);
}

static void
test_years (void)
{
  static const struct
  {
    int year;
    const char *id;
  } cases[] = { { 0, "2019" }, { 2018, "2019" }, { 2019, "2019" }, { 2020, "2019" }, { 2021, "2021" }, { 2025, "2021" }, { 9999, "2021" } };
  const BbForm *const *list = bb_form_list ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (bb_form_for_year (cases[i].year) == bb_form_get (cases[i].id));

  g_assert_true (list[0] == bb_form_get ("2019"));
  g_assert_true (list[1] == bb_form_get ("2021"));
  g_assert_null (list[2]);
  g_assert_null (bb_form_get ("2020"));
  g_assert_null (bb_form_get (""));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      static const struct
      {
        const char *name;
        GTestDataFunc func;
      } tests[] = {
        { "golden", test_golden }, { "numbers", test_numbers },     { "ids", test_ids },
        { "slots", test_slots },   { "equations", test_equations }, { "compiled", test_compiled },
      };

      for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *path = g_strdup_printf ("/form/%s/%s", expected[i].id, tests[j].name);

          g_test_add_data_func (path, &expected[i], tests[j].func);
        }
    }
  g_test_add_func ("/form/names", test_names);
  g_test_add_func ("/form/years", test_years);

  return g_test_run ();
}
