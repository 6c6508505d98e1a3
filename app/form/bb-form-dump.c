/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/bb-form-kinds.h"

static const char *const role_names[] = {
  [BB_SLOT_BLOCK_TITLE] = "title",
  [BB_SLOT_CORNER] = "corner",
  [BB_SLOT_COLUMN_HEAD] = "column",
  [BB_SLOT_ROW_HEAD] = "row",
  [BB_SLOT_CELL] = "cell",
};

static void
dump_aliases (GString *out, const char *const *aliases)
{
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    g_string_append_printf (out, " | %s", aliases[i]);
  g_string_append_c (out, '\n');
}

static void
dump_topic (GString *out, const BbTopic *topic)
{
  g_string_append_printf (out, "  %s", topic->text);
  if (topic->name != NULL)
    {
      g_autofree char *words = g_strjoinv (" ", (char **) topic->words);

      g_string_append_printf (out, " [%s%s: %s]", topic->name, topic->government_only ? ", government" : "", words);
    }
  g_string_append_c (out, '\n');
}

static void
dump_sections (GString *out, const BbForm *form)
{
  for (guint i = 0; i < form->n_sections; i++)
    {
      const BbSection *section = &form->sections[i];

      g_string_append_printf (out, "\nsection %u %s table=%d limit=%u", i, section->id, section->table, section->limit);
      if (section->number != NULL)
        g_string_append_printf (out, " %s、%s", section->number, section->title);
      dump_aliases (out, section->aliases);
      for (guint j = 0; j < section->n_topics; j++)
        dump_topic (out, &section->topics[j]);
    }
}

static void
dump_heads (GString *out, const char *what, const BbHead *heads, guint n_heads)
{
  for (guint i = 0; i < n_heads; i++)
    {
      g_string_append_printf (out, "    %s %u %*s[%s] leaves %u+%u %s", what, i, (int) (2 * heads[i].depth), "", heads[i].id,
                              heads[i].first_leaf, heads[i].n_leaves, heads[i].title);
      dump_aliases (out, heads[i].aliases);
    }
}

static void
dump_cells (GString *out, const BbForm *form, const BbTable *table)
{
  for (guint i = table->first_cell; i < table->first_cell + table->n_cells; i++)
    {
      const BbCell *cell = &form->cells[i];

      g_string_append_printf (out, "  cell %u %s %s unit=%s", i, cell->id, bb_kind_to_string (cell->kind),
                              cell->unit != NULL ? cell->unit : "-");
      if (cell->derived_from >= 0)
        g_string_append_printf (out, " derived=%d", cell->derived_from);
      g_string_append (out, " in");
      for (guint j = 0; j < cell->n_equations; j++)
        g_string_append_printf (out, " %u", cell->equations[j]);
      g_string_append_printf (out, " %s\n", cell->name);
    }
}

static void
dump_table (GString *out, const BbForm *form, const BbTable *table)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "\ntable %s 表%s section=%s grid=%ux%u heads=%u labels=%u widths", table->id, table->number,
                          form->sections[table->section].id, table->n_grid_rows, table->n_grid_columns, table->n_head_rows,
                          table->n_label_columns);
  for (guint i = 0; i < table->n_grid_columns; i++)
    g_string_append_printf (out, " %s", g_ascii_formatd (width, sizeof width, "%g", table->widths[i]));
  g_string_append_c (out, '\n');

  for (guint i = 0; i < table->n_blocks; i++)
    {
      const BbBlock *block = &table->blocks[i];

      g_string_append_printf (out, "  block %u cells %u+%u title=%s corner=%s\n", i, block->first_cell, block->n_cells,
                              block->title != NULL ? block->title : "-", block->corner != NULL ? block->corner : "-");
      dump_heads (out, "column", block->columns, block->n_columns);
      dump_heads (out, "row", block->rows, block->n_rows);
    }

  for (guint i = 0; i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];

      g_string_append_printf (out, "  slot %u,%u %ux%u block=%u %s %s\n", slot->row, slot->column, slot->row_span,
                              slot->column_span, slot->block, role_names[slot->role],
                              slot->cell >= 0 ? form->cells[slot->cell].id : slot->text);
    }

  dump_cells (out, form, table);
}

static void
dump_rules (GString *out, const BbForm *form)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < form->n_rules; i++)
    {
      const BbRule *rule = &form->rules[i];

      g_string_append_printf (out, "rule %u %s %s %s table=%s parameter=%d", i, rule->id,
                              bb_rule_spec_get (rule->kind)->name, bb_severity_to_string (rule->severity),
                              rule->table >= 0 ? form->tables[rule->table].id : "-", rule->parameter);
      if (rule->section >= 0)
        g_string_append_printf (out, " section=%s", form->sections[rule->section].id);
      if (rule->cell >= 0)
        g_string_append_printf (out, " cell=%s", form->cells[rule->cell].id);
      if (rule->from >= 0)
        g_string_append_printf (out, " from=%s", form->cells[rule->from].id);
      g_string_append_c (out, '\n');
    }
}

static void
dump_side (GString *out, const BbForm *form, const guint *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? "" : " + ", form->cells[cells[i]].id);
}

static void
dump_equations (GString *out, const BbForm *form)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < form->n_equations; i++)
    {
      const BbEquation *equation = &form->equations[i];

      g_string_append_printf (out, "equation %u %s %s: ", i, form->rules[equation->rule].id, equation->scope);
      dump_side (out, form, equation->left, equation->n_left);
      g_string_append (out, " = ");
      dump_side (out, form, equation->right, equation->n_right);
      g_string_append_c (out, '\n');
    }

  g_string_append (out, "\nderived in this order:");
  for (guint i = 0; i < form->n_derived; i++)
    g_string_append_printf (out, " %s", form->cells[form->derived_order[i]].id);
  g_string_append_c (out, '\n');
}

char *
bb_form_dump (const BbForm *form)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "form %s %s years %d-", form->id, form->notice, form->first_year);
  if (form->last_year != G_MAXINT)
    g_string_append_printf (out, "%d", form->last_year);
  g_string_append_c (out, '\n');
  dump_sections (out, form);
  for (guint i = 0; i < form->n_tables; i++)
    dump_table (out, form, &form->tables[i]);
  dump_rules (out, form);
  dump_equations (out, form);
  return g_string_free (out, FALSE);
}
