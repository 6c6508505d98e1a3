/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/compiler/bb-form-code.h"

/* What is written, and how many arrays have a name. */
typedef struct
{
  GString *text;
  const char *id;
  guint n_arrays;
} Code;

#define ARRAY_NAME "form_%s_%u"

/* A C string; bytes beyond ASCII in octal, so that no compiler's idea of a source's encoding counts. */
static void
append_string (Code *code, const char *string)
{
  if (string == NULL)
    {
      g_string_append (code->text, "NULL, ");
      return;
    }
  g_string_append_c (code->text, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      if (g_ascii_isprint (*p) && *p != '"' && *p != '\\' && *p != '?')
        g_string_append_c (code->text, *p);
      else
        g_string_append_printf (code->text, "\\%03o", (guint) (guchar) *p);
    }
  g_string_append (code->text, "\", ");
}

static void
append_number (Code *code, gint64 number)
{
  g_string_append_printf (code->text, "%" G_GINT64_FORMAT ", ", number);
}

/* An array that was written before, by its number; 0 is none. */
static void
append_array (Code *code, guint array)
{
  if (array == 0)
    g_string_append (code->text, "NULL, ");
  else
    g_string_append_printf (code->text, ARRAY_NAME ", ", code->id, array);
}

/* Returns: the number of the array that begins here. */
static guint
begin_array (Code *code, const char *type)
{
  code->n_arrays++;
  g_string_append_printf (code->text, "static const %s " ARRAY_NAME "[] = { ", type, code->id, code->n_arrays);
  return code->n_arrays;
}

static void
end_array (Code *code)
{
  g_string_append (code->text, "};\n");
}

static void
begin_element (Code *code)
{
  g_string_append (code->text, "\n  { ");
}

static void
end_element (Code *code)
{
  g_string_append (code->text, "}, ");
}

static guint
write_strv (Code *code, const char *const *strings)
{
  guint array;

  if (strings == NULL)
    return 0;
  array = begin_array (code, "char *const");
  for (guint i = 0; strings[i] != NULL; i++)
    append_string (code, strings[i]);
  append_string (code, NULL);
  end_array (code);
  return array;
}

static guint
write_indices (Code *code, const guint *indices, guint n_indices)
{
  guint array;

  if (n_indices == 0)
    return 0;
  array = begin_array (code, "guint");
  for (guint i = 0; i < n_indices; i++)
    append_number (code, indices[i]);
  end_array (code);
  return array;
}

static guint
write_heads (Code *code, const BbHead *heads, guint n_heads)
{
  g_autofree guint *aliases = g_new (guint, n_heads);
  guint array;

  for (guint i = 0; i < n_heads; i++)
    aliases[i] = write_strv (code, heads[i].aliases);
  array = begin_array (code, "BbHead");
  for (guint i = 0; i < n_heads; i++)
    {
      begin_element (code);
      append_string (code, heads[i].id);
      append_string (code, heads[i].title);
      append_array (code, aliases[i]);
      append_number (code, heads[i].parent);
      append_number (code, heads[i].depth);
      append_number (code, heads[i].first_leaf);
      append_number (code, heads[i].n_leaves);
      append_number (code, heads[i].is_leaf);
      end_element (code);
    }
  end_array (code);
  return array;
}

/* The arrays of a block, in the order in which they are named in it. */
typedef struct
{
  guint columns;
  guint rows;
  guint column_leaves;
  guint row_leaves;
} BlockArrays;

static void
append_block (Code *code, const BbBlock *block, const BlockArrays *arrays)
{
  begin_element (code);
  append_number (code, block->index);
  append_number (code, block->table);
  append_string (code, block->title);
  append_string (code, block->corner);
  append_array (code, arrays->columns);
  append_number (code, block->n_columns);
  append_array (code, arrays->rows);
  append_number (code, block->n_rows);
  append_array (code, arrays->column_leaves);
  append_number (code, block->n_column_leaves);
  append_array (code, arrays->row_leaves);
  append_number (code, block->n_row_leaves);
  append_number (code, block->first_cell);
  append_number (code, block->n_cells);
  end_element (code);
}

static guint
write_blocks (Code *code, const BbBlock *blocks, guint n_blocks)
{
  g_autofree BlockArrays *arrays = g_new (BlockArrays, n_blocks);
  guint array;

  for (guint i = 0; i < n_blocks; i++)
    {
      const BbBlock *block = &blocks[i];

      arrays[i].columns = write_heads (code, block->columns, block->n_columns);
      arrays[i].rows = write_heads (code, block->rows, block->n_rows);
      arrays[i].column_leaves = write_indices (code, block->column_leaves, block->n_column_leaves);
      arrays[i].row_leaves = write_indices (code, block->row_leaves, block->n_row_leaves);
    }
  array = begin_array (code, "BbBlock");
  for (guint i = 0; i < n_blocks; i++)
    append_block (code, &blocks[i], &arrays[i]);
  end_array (code);
  return array;
}

static guint
write_slots (Code *code, const BbSlot *slots, guint n_slots)
{
  guint array = begin_array (code, "BbSlot");

  for (guint i = 0; i < n_slots; i++)
    {
      const BbSlot *slot = &slots[i];

      begin_element (code);
      append_number (code, slot->row);
      append_number (code, slot->column);
      append_number (code, slot->row_span);
      append_number (code, slot->column_span);
      append_number (code, slot->role);
      append_number (code, slot->block);
      append_number (code, slot->head);
      append_number (code, slot->cell);
      append_string (code, slot->text);
      end_element (code);
    }
  end_array (code);
  return array;
}

static guint
write_widths (Code *code, const double *widths, guint n_widths)
{
  guint array = begin_array (code, "double");

  for (guint i = 0; i < n_widths; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (code->text, "%s, ", g_ascii_dtostr (number, sizeof number, widths[i]));
    }
  end_array (code);
  return array;
}

static void
append_table (Code *code, const BbTable *table, guint blocks, guint slots, guint widths)
{
  begin_element (code);
  append_number (code, table->index);
  append_string (code, table->id);
  append_string (code, table->number);
  append_number (code, table->section);
  append_array (code, blocks);
  append_number (code, table->n_blocks);
  append_array (code, slots);
  append_number (code, table->n_slots);
  append_number (code, table->n_grid_rows);
  append_number (code, table->n_grid_columns);
  append_number (code, table->n_head_rows);
  append_number (code, table->n_label_columns);
  append_array (code, widths);
  append_number (code, table->first_cell);
  append_number (code, table->n_cells);
  end_element (code);
}

static guint
write_tables (Code *code, const BbForm *form)
{
  g_autofree guint *arrays = g_new (guint, 3 * form->n_tables);
  guint array;

  for (guint i = 0; i < form->n_tables; i++)
    {
      const BbTable *table = &form->tables[i];

      arrays[3 * i] = write_blocks (code, table->blocks, table->n_blocks);
      arrays[3 * i + 1] = write_slots (code, table->slots, table->n_slots);
      arrays[3 * i + 2] = write_widths (code, table->widths, table->n_grid_columns);
    }
  array = begin_array (code, "BbTable");
  for (guint i = 0; i < form->n_tables; i++)
    append_table (code, &form->tables[i], arrays[3 * i], arrays[3 * i + 1], arrays[3 * i + 2]);
  end_array (code);
  return array;
}

static guint
write_topics (Code *code, const BbTopic *topics, guint n_topics)
{
  g_autofree guint *words = g_new (guint, n_topics);
  guint array;

  if (n_topics == 0)
    return 0;
  for (guint i = 0; i < n_topics; i++)
    words[i] = write_strv (code, topics[i].words);
  array = begin_array (code, "BbTopic");
  for (guint i = 0; i < n_topics; i++)
    {
      begin_element (code);
      append_string (code, topics[i].text);
      append_string (code, topics[i].name);
      append_array (code, words[i]);
      append_number (code, topics[i].government_only);
      end_element (code);
    }
  end_array (code);
  return array;
}

static void
append_section (Code *code, const BbSection *section, guint aliases, guint topics)
{
  begin_element (code);
  append_number (code, section->index);
  append_string (code, section->id);
  append_string (code, section->number);
  append_string (code, section->title);
  append_array (code, aliases);
  append_number (code, section->table);
  append_string (code, section->guidance);
  append_array (code, topics);
  append_number (code, section->n_topics);
  append_number (code, section->limit);
  end_element (code);
}

static guint
write_sections (Code *code, const BbForm *form)
{
  g_autofree guint *arrays = g_new (guint, 2 * form->n_sections);
  guint array;

  for (guint i = 0; i < form->n_sections; i++)
    {
      arrays[2 * i] = write_strv (code, form->sections[i].aliases);
      arrays[2 * i + 1] = write_topics (code, form->sections[i].topics, form->sections[i].n_topics);
    }
  array = begin_array (code, "BbSection");
  for (guint i = 0; i < form->n_sections; i++)
    append_section (code, &form->sections[i], arrays[2 * i], arrays[2 * i + 1]);
  end_array (code);
  return array;
}

static void
append_cell (Code *code, const BbCell *cell, guint equations)
{
  begin_element (code);
  append_number (code, cell->index);
  append_string (code, cell->id);
  append_string (code, cell->name);
  append_number (code, cell->table);
  append_number (code, cell->block);
  append_number (code, cell->row);
  append_number (code, cell->column);
  append_number (code, cell->kind);
  append_string (code, cell->unit);
  append_number (code, cell->derived_from);
  append_array (code, equations);
  append_number (code, cell->n_equations);
  end_element (code);
}

static guint
write_cells (Code *code, const BbForm *form)
{
  g_autofree guint *equations = g_new (guint, form->n_cells);
  guint array;

  for (guint i = 0; i < form->n_cells; i++)
    equations[i] = write_indices (code, form->cells[i].equations, form->cells[i].n_equations);
  array = begin_array (code, "BbCell");
  for (guint i = 0; i < form->n_cells; i++)
    append_cell (code, &form->cells[i], equations[i]);
  end_array (code);
  return array;
}

static guint
write_rules (Code *code, const BbForm *form)
{
  guint array = begin_array (code, "BbRule");

  for (guint i = 0; i < form->n_rules; i++)
    {
      const BbRule *rule = &form->rules[i];

      begin_element (code);
      append_number (code, rule->index);
      append_string (code, rule->id);
      append_number (code, rule->kind);
      append_number (code, rule->severity);
      append_number (code, rule->table);
      append_number (code, rule->parameter);
      append_number (code, rule->section);
      append_number (code, rule->cell);
      append_number (code, rule->from);
      end_element (code);
    }
  end_array (code);
  return array;
}

static guint
write_equations (Code *code, const BbForm *form)
{
  g_autofree guint *sides = g_new (guint, 2 * form->n_equations);
  guint array;

  for (guint i = 0; i < form->n_equations; i++)
    {
      sides[2 * i] = write_indices (code, form->equations[i].left, form->equations[i].n_left);
      sides[2 * i + 1] = write_indices (code, form->equations[i].right, form->equations[i].n_right);
    }
  array = begin_array (code, "BbEquation");
  for (guint i = 0; i < form->n_equations; i++)
    {
      const BbEquation *equation = &form->equations[i];

      begin_element (code);
      append_number (code, equation->index);
      append_number (code, equation->rule);
      append_array (code, sides[2 * i]);
      append_number (code, equation->n_left);
      append_array (code, sides[2 * i + 1]);
      append_number (code, equation->n_right);
      append_string (code, equation->scope);
      end_element (code);
    }
  end_array (code);
  return array;
}

static guint
write_index (Code *code, const BbFormIndex *index)
{
  guint array = begin_array (code, "BbFormId");

  for (guint i = 0; i < index->n_ids; i++)
    {
      begin_element (code);
      append_string (code, index->ids[i].id);
      append_number (code, index->ids[i].index);
      end_element (code);
    }
  end_array (code);
  return array;
}

static void
append_index (Code *code, const BbFormIndex *index, guint array)
{
  begin_element (code);
  append_array (code, array);
  append_number (code, index->n_ids);
  end_element (code);
}

void
bb_form_code_append (GString *text, const BbFormRecord *edition)
{
  const BbForm *form = &edition->form;
  Code code = { text, form->id, 0 };
  guint sections = write_sections (&code, form);
  guint tables = write_tables (&code, form);
  guint cells = write_cells (&code, form);
  guint rules = write_rules (&code, form);
  guint equations = write_equations (&code, form);
  guint derived = write_indices (&code, form->derived_order, form->n_derived);
  guint cell_ids = write_index (&code, &edition->cells);
  guint section_ids = write_index (&code, &edition->sections);
  guint rule_ids = write_index (&code, &edition->rules);

  g_string_append_printf (text, "static const BbFormRecord record_%s = {", form->id);
  begin_element (&code);
  append_string (&code, form->id);
  append_string (&code, form->notice);
  append_number (&code, form->first_year);
  append_number (&code, form->last_year);
  append_array (&code, sections);
  append_number (&code, form->n_sections);
  append_array (&code, tables);
  append_number (&code, form->n_tables);
  append_array (&code, cells);
  append_number (&code, form->n_cells);
  append_array (&code, rules);
  append_number (&code, form->n_rules);
  append_array (&code, equations);
  append_number (&code, form->n_equations);
  append_array (&code, derived);
  append_number (&code, form->n_derived);
  end_element (&code);
  append_index (&code, &edition->cells, cell_ids);
  append_index (&code, &edition->sections, section_ids);
  append_index (&code, &edition->rules, rule_ids);
  end_array (&code);
}
