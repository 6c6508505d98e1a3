/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/bb-form-builder.h"

#include "form/bb-form-equations.h"
#include "form/bb-form-layout.h"

typedef struct
{
  const BbDraft *draft;
  BbFormData *data;
  GArray *cells; /* BbCell */
} Builder;

static gboolean
fail (const Builder *builder, BbDraftPlace place, GError **error, BbFormError code, const char *message, const char *word)
{
  return bb_draft_fail (builder->draft->name, place, error, code, message, word);
}

static gboolean
enter (const Builder *builder, GHashTable *table, BbDraftPlace place, const char *id, guint index, GError **error)
{
  if (bb_form_data_enter (table, id, index))
    return TRUE;

  return fail (builder, place, error, BB_FORM_ERROR_REFERENCE, "the id “%s” stands twice", id);
}

/* "t3", "deny.1", "natural": empty parts are left out. */
static const char *
join_id (const Builder *builder, const char *first, const char *second)
{
  g_autofree char *joined = NULL;

  if (*first == '\0' || *second == '\0')
    return *first == '\0' ? second : first;

  joined = g_strconcat (first, ".", second, NULL);
  return bb_form_data_string (builder->data, joined);
}

static const BbTopic *
build_topics (const Builder *builder, const BbDraftSection *section)
{
  BbTopic *topics = bb_form_data_new_array (builder->data, BbTopic, section->topics->len);

  for (guint i = 0; i < section->topics->len; i++)
    {
      const BbDraftTopic *draft = g_ptr_array_index (section->topics, i);
      g_auto (GStrv) words = g_strsplit_set (draft->words != NULL ? draft->words : "", " \n", -1);
      g_autoptr (GPtrArray) kept = g_ptr_array_new ();

      for (guint j = 0; words[j] != NULL; j++)
        if (*words[j] != '\0')
          g_ptr_array_add (kept, (gpointer) bb_form_data_string (builder->data, words[j]));
      topics[i] = (BbTopic) { draft->text, draft->name, bb_form_data_strv (builder->data, kept), draft->government_only };
    }
  return topics;
}

static const char *
join_topics (const Builder *builder, const BbDraftSection *section)
{
  g_autoptr (GString) guidance = g_string_new (NULL);

  for (guint i = 0; i < section->topics->len; i++)
    {
      const BbDraftTopic *draft = g_ptr_array_index (section->topics, i);

      g_string_append_printf (guidance, "%s%s", i > 0 ? "\n" : "", draft->text);
    }
  return bb_form_data_string (builder->data, guidance->str);
}

static gboolean
build_sections (const Builder *builder, GError **error)
{
  GPtrArray *drafts = builder->draft->sections;
  BbSection *sections = bb_form_data_new_array (builder->data, BbSection, drafts->len);

  for (guint i = 0; i < drafts->len; i++)
    {
      const BbDraftSection *draft = g_ptr_array_index (drafts, i);

      if (!enter (builder, builder->data->sections, draft->place, draft->id, i, error))
        return FALSE;

      sections[i] = (BbSection) {
        .index = i,
        .id = draft->id,
        .number = draft->number,
        .title = draft->title,
        .aliases = bb_form_data_strv (builder->data, draft->aliases),
        .table = draft->table,
        .guidance = join_topics (builder, draft),
        .topics = build_topics (builder, draft),
        .n_topics = draft->topics->len,
        .limit = draft->limit,
      };
    }

  builder->data->record.form.sections = sections;
  builder->data->record.form.n_sections = drafts->len;
  return TRUE;
}

/* @table: of ids; @id: (nullable). Returns: FALSE with an error when @id is none of them. */
static gboolean
resolve (const Builder *builder, GHashTable *table, BbDraftPlace place, const char *id, int *index, GError **error)
{
  *index = id != NULL ? bb_form_data_find (table, id) : -1;
  return id == NULL || *index >= 0 ||
         fail (builder, place, error, BB_FORM_ERROR_REFERENCE, "the id “%s” is not there", id);
}

static gboolean
build_rules (const Builder *builder, GError **error)
{
  GPtrArray *drafts = builder->draft->rules;
  BbRule *rules = bb_form_data_new_array (builder->data, BbRule, drafts->len);

  for (guint i = 0; i < drafts->len; i++)
    {
      const BbDraftRule *draft = g_ptr_array_index (drafts, i);

      if (!enter (builder, builder->data->rules, draft->place, draft->id, i, error))
        return FALSE;

      rules[i] = (BbRule) {
        .index = i,
        .id = draft->id,
        .kind = draft->spec->kind,
        .severity = draft->severity,
        .table = draft->table,
        .parameter = draft->parameter,
      };
      if (!resolve (builder, builder->data->sections, draft->place, draft->section, &rules[i].section, error) ||
          !resolve (builder, builder->data->cells, draft->place, draft->cell, &rules[i].cell, error) ||
          !resolve (builder, builder->data->cells, draft->place, draft->from, &rules[i].from, error))
        return FALSE;
    }

  builder->data->record.form.rules = rules;
  builder->data->record.form.n_rules = drafts->len;
  return TRUE;
}

static void
count_leaves (BbHead *heads, guint n_heads)
{
  guint leaf = 0;

  for (guint i = 0; i < n_heads; i++)
    {
      heads[i].first_leaf = leaf;
      if (!heads[i].is_leaf)
        continue;

      heads[i].n_leaves = 1;
      leaf++;
      for (int above = heads[i].parent; above >= 0; above = heads[above].parent)
        heads[above].n_leaves++;
    }
}

static gboolean
check_heads (const Builder *builder, GPtrArray *drafts, const BbHead *heads, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < drafts->len; i++)
    {
      const BbDraftHead *draft = g_ptr_array_index (drafts, i);

      if (heads[i].n_leaves == 0)
        return fail (builder, draft->place, error, BB_FORM_ERROR_MISSING, "group “%s” is empty", draft->title);
      if ((heads[i].is_leaf || *heads[i].id != '\0') && !enter (builder, ids, draft->place, heads[i].id, i, error))
        return FALSE;
    }

  return TRUE;
}

/* One tree; NULL with an error. A group without an id adds nothing to the ids below it, and has itself none. */
static const BbHead *
build_heads (const Builder *builder, GPtrArray *drafts, GError **error)
{
  BbHead *heads = bb_form_data_new_array (builder->data, BbHead, drafts->len);
  g_autofree const char **prefixes = g_new (const char *, drafts->len);

  for (guint i = 0; i < drafts->len; i++)
    {
      const BbDraftHead *draft = g_ptr_array_index (drafts, i);
      const char *prefix = draft->parent >= 0 ? prefixes[draft->parent] : "";

      prefixes[i] = join_id (builder, prefix, draft->id);
      heads[i] = (BbHead) {
        .id = draft->is_leaf || *draft->id != '\0' ? prefixes[i] : "",
        .title = draft->title,
        .aliases = bb_form_data_strv (builder->data, draft->aliases),
        .parent = draft->parent,
        .depth = draft->depth,
        .is_leaf = draft->is_leaf,
      };
    }

  count_leaves (heads, drafts->len);
  return check_heads (builder, drafts, heads, error) ? heads : NULL;
}

static const guint *
list_leaves (const Builder *builder, const BbHead *heads, guint n_heads, guint *n_leaves)
{
  guint *leaves = bb_form_data_new_array (builder->data, guint, n_heads);

  *n_leaves = 0;
  for (guint i = 0; i < n_heads; i++)
    {
      if (heads[i].is_leaf)
        leaves[(*n_leaves)++] = i;
    }

  return leaves;
}

/* "表三 › 不予公开 › 1.属于国家秘密 › 自然人" */
static const char *
cell_name (const Builder *builder, const char *number, const BbDraftBlock *draft, guint row, guint column)
{
  g_autofree char *rows = bb_draft_spoken_path (draft->rows, (int) row);
  g_autofree char *columns = bb_draft_spoken_path (draft->columns, (int) column);
  g_autofree char *name = g_strconcat ("表", number, *rows == '\0' ? "" : " › ", rows, *columns == '\0' ? "" : " › ",
                                       columns, NULL);

  return bb_form_data_string (builder->data, name);
}

static gboolean
build_cell (const Builder *builder, const BbTable *table, const BbBlock *block, const BbDraftBlock *draft, guint row,
            guint column, GError **error)
{
  guint row_head = block->row_leaves[row];
  guint column_head = block->column_leaves[column];
  const BbDraftHead *draft_row = g_ptr_array_index (draft->rows, row_head);
  const BbDraftHead *draft_column = g_ptr_array_index (draft->columns, column_head);
  const char *head_id = join_id (builder, block->rows[row_head].id, block->columns[column_head].id);
  BbCell cell = {
    .index = builder->cells->len,
    .id = join_id (builder, table->id, head_id),
    .name = cell_name (builder, table->number, draft, row_head, column_head),
    .table = table->index,
    .block = block->index,
    .row = row,
    .column = column,
    .kind = draft_column->kind,
    .unit = draft_column->unit,
    .derived_from = -1,
  };

  g_array_append_val (builder->cells, cell);
  return enter (builder, builder->data->cells, draft_row->place, cell.id, cell.index, error);
}

static gboolean
build_block (const Builder *builder, const BbTable *table, BbBlock *block, const BbDraftBlock *draft, GError **error)
{
  block->table = table->index;
  block->title = draft->title;
  block->corner = draft->corner;
  block->n_columns = draft->columns->len;
  block->n_rows = draft->rows->len;
  if (block->n_columns == 0 || block->n_rows == 0)
    return fail (builder, draft->place, error, BB_FORM_ERROR_MISSING, "the block has no %s",
                 block->n_columns == 0 ? "columns" : "rows");

  block->columns = build_heads (builder, draft->columns, error);
  if (block->columns == NULL)
    return FALSE;
  block->rows = build_heads (builder, draft->rows, error);
  if (block->rows == NULL)
    return FALSE;

  block->column_leaves = list_leaves (builder, block->columns, block->n_columns, &block->n_column_leaves);
  block->row_leaves = list_leaves (builder, block->rows, block->n_rows, &block->n_row_leaves);
  block->first_cell = builder->cells->len;
  block->n_cells = block->n_row_leaves * block->n_column_leaves;

  for (guint i = 0; i < block->n_cells; i++)
    {
      if (!build_cell (builder, table, block, draft, i / block->n_column_leaves, i % block->n_column_leaves, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
build_widths (const Builder *builder, BbTable *table, const BbDraftTable *draft, GError **error)
{
  g_auto (GStrv) words = g_strsplit (draft->widths, " ", -1);
  double *widths = bb_form_data_new_array (builder->data, double, table->n_grid_columns);

  if (g_strv_length (words) != table->n_grid_columns)
    return fail (builder, draft->place, error, BB_FORM_ERROR_VALUE,
                 "the widths of table “%s” are not as many as its columns", draft->id);

  for (guint i = 0; i < table->n_grid_columns; i++)
    {
      char *end;

      widths[i] = g_ascii_strtod (words[i], &end);
      if (end == words[i] || *end != '\0' || !(widths[i] > 0 && widths[i] < 1000))
        return fail (builder, draft->place, error, BB_FORM_ERROR_VALUE, "“%s” is not a width", words[i]);
    }

  table->widths = widths;
  return TRUE;
}

static gboolean
build_table (const Builder *builder, BbTable *table, const BbDraftTable *draft, GError **error)
{
  BbBlock *blocks = bb_form_data_new_array (builder->data, BbBlock, draft->blocks->len);

  table->id = draft->id;
  table->section = draft->section;
  table->number = builder->data->record.form.sections[draft->section].number;
  table->blocks = blocks;
  table->n_blocks = draft->blocks->len;
  table->first_cell = builder->cells->len;
  if (table->n_blocks == 0)
    return fail (builder, draft->place, error, BB_FORM_ERROR_MISSING, "table “%s” has no block", draft->id);

  for (guint i = 0; i < table->n_blocks; i++)
    {
      blocks[i].index = i;
      if (!build_block (builder, table, &blocks[i], g_ptr_array_index (draft->blocks, i), error))
        return FALSE;
    }

  table->n_cells = builder->cells->len - table->first_cell;
  bb_form_layout (builder->data, table);
  return build_widths (builder, table, draft, error);
}

static gboolean
build_tables (const Builder *builder, GError **error)
{
  GPtrArray *drafts = builder->draft->tables;
  BbTable *tables = bb_form_data_new_array (builder->data, BbTable, drafts->len);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  builder->data->record.form.tables = tables;
  builder->data->record.form.n_tables = drafts->len;
  for (guint i = 0; i < drafts->len; i++)
    {
      const BbDraftTable *draft = g_ptr_array_index (drafts, i);

      tables[i].index = i;
      if (!enter (builder, ids, draft->place, draft->id, i, error) || !build_table (builder, &tables[i], draft, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
bb_form_build (const BbDraft *draft, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (BbCell));
  Builder builder = { draft, draft->data, cells };

  if (draft->sections->len == 0)
    return fail (&builder, draft->place, error, BB_FORM_ERROR_MISSING, "form “%s” has no section", draft->data->record.form.id);
  if (!build_sections (&builder, error) || !build_tables (&builder, error) || !build_rules (&builder, error))
    return FALSE;

  draft->data->record.form.cells = bb_form_data_keep (draft->data, cells);
  draft->data->record.form.n_cells = cells->len;
  return bb_form_write_equations (draft, error);
}
