/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/bb-form-equations.h"

struct _BbEquationWriter
{
  const BbDraft *draft;
  const BbDraftRule *rule;
  guint rule_index;
  const BbBlock *block;
  const BbDraftBlock *draft_block;
  GArray *equations; /* BbEquation */
  GArray *left;      /* guint: of the equation that is being written */
  GArray *right;
};

/*
 * An equation over a block runs along one axis (its cells stand in rows, "the total is the sum of its rows") and is stated
 * for each leaf of the other one. These helpers are the same for both axes; @each_row says which.
 */
static const BbHead *
summed_heads (const BbEquationWriter *writer, guint *n_heads)
{
  const BbBlock *block = writer->block;

  *n_heads = writer->rule->each_row ? block->n_columns : block->n_rows;
  return writer->rule->each_row ? block->columns : block->rows;
}

static GPtrArray *
summed_drafts (const BbEquationWriter *writer)
{
  return writer->rule->each_row ? writer->draft_block->columns : writer->draft_block->rows;
}

static guint
n_instances (const BbEquationWriter *writer)
{
  return writer->rule->each_row ? writer->block->n_row_leaves : writer->block->n_column_leaves;
}

static guint
cell_at (const BbEquationWriter *writer, guint instance, guint leaf)
{
  const BbBlock *block = writer->block;
  guint row = writer->rule->each_row ? instance : leaf;
  guint column = writer->rule->each_row ? leaf : instance;

  return block->first_cell + row * block->n_column_leaves + column;
}

/* What the instance is about: the name of its row or column, or of the group that @total sums up where rows are nameless. */
static const char *
scope_of (const BbEquationWriter *writer, guint instance, int total)
{
  const BbDraftBlock *draft_block = writer->draft_block;
  const BbBlock *block = writer->block;
  g_autofree char *scope = NULL;

  if (writer->rule->each_row)
    scope = bb_draft_spoken_path (draft_block->rows, (int) block->row_leaves[instance]);
  else
    scope = bb_draft_spoken_path (draft_block->columns, (int) block->column_leaves[instance]);

  if (*scope == '\0' && total >= 0)
    {
      GPtrArray *heads = summed_drafts (writer);
      const BbDraftHead *head = g_ptr_array_index (heads, total);

      g_free (scope);
      scope = bb_draft_spoken_path (heads, head->parent);
    }

  return bb_form_data_string (writer->draft->data, scope);
}

static void
finish_equation (BbEquationWriter *writer, const char *scope)
{
  BbEquation equation = {
    .index = writer->equations->len,
    .rule = writer->rule_index,
    .left = bb_form_data_keep (writer->draft->data, writer->left),
    .n_left = writer->left->len,
    .right = bb_form_data_keep (writer->draft->data, writer->right),
    .n_right = writer->right->len,
    .scope = scope,
  };

  g_array_append_val (writer->equations, equation);
  g_array_set_size (writer->left, 0);
  g_array_set_size (writer->right, 0);
}

static gboolean
fail (const BbEquationWriter *writer, GError **error, BbFormError code, const char *message, const char *word)
{
  return bb_draft_fail (writer->draft->name, writer->rule->place, error, code, message, word);
}

/* Looks up the ids in @list; the leaves that they name go to @leaves. */
static gboolean
find_leaves (const BbEquationWriter *writer, const char *list, GArray *leaves, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (list, " ", -1);
  guint n_heads;
  const BbHead *heads = summed_heads (writer, &n_heads);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint head = 0;

      while (head < n_heads && !(heads[head].is_leaf && g_str_equal (heads[head].id, ids[i])))
        head++;
      if (head == n_heads)
        return fail (writer, error, BB_FORM_ERROR_REFERENCE, "no row or column has the id “%s”", ids[i]);

      g_array_append_val (leaves, heads[head].first_leaf);
    }

  return TRUE;
}

gboolean
bb_equations_balance (BbEquationWriter *writer, GError **error)
{
  g_autoptr (GArray) plus = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) minus = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!find_leaves (writer, writer->rule->plus, plus, error) || !find_leaves (writer, writer->rule->minus, minus, error))
    return FALSE;

  for (guint instance = 0; instance < n_instances (writer); instance++)
    {
      for (guint i = 0; i < plus->len; i++)
        {
          guint cell = cell_at (writer, instance, g_array_index (plus, guint, i));

          g_array_append_val (writer->left, cell);
        }
      for (guint i = 0; i < minus->len; i++)
        {
          guint cell = cell_at (writer, instance, g_array_index (minus, guint, i));

          g_array_append_val (writer->right, cell);
        }
      finish_equation (writer, scope_of (writer, instance, -1));
    }

  return TRUE;
}

/* total = the sum of all other leaves below its parent. */
static void
write_sum (BbEquationWriter *writer, guint instance, guint total)
{
  guint n_heads;
  const BbHead *heads = summed_heads (writer, &n_heads);
  int parent = heads[total].parent;
  guint first = parent >= 0 ? heads[parent].first_leaf : 0;
  guint n_leaves = parent >= 0 ? heads[parent].n_leaves
                   : writer->rule->each_row ? writer->block->n_column_leaves
                                            : writer->block->n_row_leaves;
  guint left = cell_at (writer, instance, heads[total].first_leaf);

  g_array_append_val (writer->left, left);
  for (guint leaf = first; leaf < first + n_leaves; leaf++)
    {
      guint cell = cell_at (writer, instance, leaf);

      if (leaf != heads[total].first_leaf)
        g_array_append_val (writer->right, cell);
    }
  finish_equation (writer, scope_of (writer, instance, (int) total));
}

gboolean
bb_equations_sum (BbEquationWriter *writer, GError **error)
{
  GPtrArray *drafts = summed_drafts (writer);
  guint n_written = 0;

  for (guint instance = 0; instance < n_instances (writer); instance++)
    {
      for (guint head = 0; head < drafts->len; head++)
        {
          const BbDraftHead *draft = g_ptr_array_index (drafts, head);

          if (draft->derived)
            {
              write_sum (writer, instance, head);
              n_written++;
            }
        }
    }

  if (n_written == 0)
    return fail (writer, error, BB_FORM_ERROR_REFERENCE, "rule “%s” finds nothing that is derived", writer->rule->id);

  return TRUE;
}

/* A rule in a table of several blocks is about the one that has its rows and columns; the first that fits is taken. */
static gboolean
write_rule (BbEquationWriter *writer, GError **error)
{
  const BbDraftRule *rule = writer->rule;
  const BbTable *table = &writer->draft->data->record.form.tables[rule->table];
  const BbDraftTable *draft_table = g_ptr_array_index (writer->draft->tables, rule->table);
  g_autoptr (GError) first_error = NULL;

  for (guint i = 0; i < table->n_blocks; i++)
    {
      g_autoptr (GError) local_error = NULL;

      writer->block = &table->blocks[i];
      writer->draft_block = g_ptr_array_index (draft_table->blocks, i);
      if (rule->spec->equations (writer, &local_error))
        return TRUE;
      if (first_error == NULL)
        first_error = g_steal_pointer (&local_error);
    }

  g_propagate_error (error, g_steal_pointer (&first_error));
  return FALSE;
}

static gboolean
is_derived (const BbDraft *draft, const BbCell *cell)
{
  const BbDraftTable *table = g_ptr_array_index (draft->tables, cell->table);
  const BbDraftBlock *draft_block = g_ptr_array_index (table->blocks, cell->block);
  const BbBlock *block = &draft->data->record.form.tables[cell->table].blocks[cell->block];
  const BbDraftHead *row = g_ptr_array_index (draft_block->rows, block->row_leaves[cell->row]);
  const BbDraftHead *column = g_ptr_array_index (draft_block->columns, block->column_leaves[cell->column]);

  return row->derived || column->derived;
}

static guint
nth_cell (const BbEquation *equation, guint n)
{
  return n < equation->n_left ? equation->left[n] : equation->right[n - equation->n_left];
}

/* Which cells take part in what; and the first sum that computes a cell. */
static void
link_cells (const BbDraft *draft, BbCell *cells)
{
  const BbForm *form = &draft->data->record.form;
  g_autofree guint **rooms = g_new (guint *, form->n_cells);

  for (guint i = 0; i < form->n_equations; i++)
    {
      const BbEquation *equation = &form->equations[i];

      for (guint j = 0; j < equation->n_left + equation->n_right; j++)
        cells[nth_cell (equation, j)].n_equations++;
      if (form->rules[equation->rule].kind == BB_RULE_SUM && cells[equation->left[0]].derived_from < 0)
        cells[equation->left[0]].derived_from = (int) i;
    }

  for (guint i = 0; i < form->n_cells; i++)
    {
      rooms[i] = bb_form_data_new_array (draft->data, guint, cells[i].n_equations);
      cells[i].equations = rooms[i];
    }

  for (guint i = 0; i < form->n_equations; i++)
    {
      const BbEquation *equation = &form->equations[i];

      for (guint j = 0; j < equation->n_left + equation->n_right; j++)
        *rooms[nth_cell (equation, j)]++ = i;
    }
}

/* What the trees call derived must be computed by a rule. */
static gboolean
check_derived (const BbDraft *draft, GError **error)
{
  const BbForm *form = &draft->data->record.form;

  for (guint i = 0; i < form->n_cells; i++)
    {
      if (is_derived (draft, &form->cells[i]) && form->cells[i].derived_from < 0)
        return bb_draft_fail (draft->name, draft->place, error, BB_FORM_ERROR_REFERENCE,
                              "cell “%s” is derived, but no rule says from what", form->cells[i].id);
    }

  return TRUE;
}

/* Parts before totals: depth first. Returns FALSE when the cell would be its own part. */
static gboolean
visit (const BbForm *form, guint cell, guint8 *seen, guint *order, guint *n_order)
{
  const BbEquation *equation;

  if (form->cells[cell].derived_from < 0 || seen[cell] == 2)
    return TRUE;
  if (seen[cell] == 1)
    return FALSE;

  seen[cell] = 1;
  equation = &form->equations[form->cells[cell].derived_from];
  for (guint i = 0; i < equation->n_right; i++)
    {
      if (!visit (form, equation->right[i], seen, order, n_order))
        return FALSE;
    }

  seen[cell] = 2;
  order[(*n_order)++] = cell;
  return TRUE;
}

static gboolean
order_derived (const BbDraft *draft, GError **error)
{
  BbForm *form = &draft->data->record.form;
  guint *order = bb_form_data_new_array (draft->data, guint, form->n_cells);
  g_autofree guint8 *seen = g_new0 (guint8, form->n_cells);

  form->derived_order = order;
  for (guint i = 0; i < form->n_cells; i++)
    {
      if (!visit (form, i, seen, order, &form->n_derived))
        return bb_draft_fail (draft->name, draft->place, error, BB_FORM_ERROR_REFERENCE,
                              "cell “%s” is derived from itself", form->cells[i].id);
    }

  return TRUE;
}

char *
bb_draft_spoken_path (GPtrArray *heads, int head)
{
  g_autofree char *path = g_strdup ("");

  while (head >= 0)
    {
      const BbDraftHead *draft = g_ptr_array_index (heads, head);

      if (*draft->spoken != '\0')
        {
          char *longer = *path == '\0' ? g_strdup (draft->spoken) : g_strconcat (draft->spoken, " › ", path, NULL);

          g_free (path);
          path = longer;
        }
      head = draft->parent;
    }

  return g_steal_pointer (&path);
}

gboolean
bb_form_write_equations (const BbDraft *draft, GError **error)
{
  g_autoptr (GArray) equations = g_array_new (FALSE, FALSE, sizeof (BbEquation));
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint));
  BbEquationWriter writer = { .draft = draft, .equations = equations, .left = left, .right = right };
  BbForm *form = &draft->data->record.form;

  for (guint i = 0; i < draft->rules->len; i++)
    {
      writer.rule = g_ptr_array_index (draft->rules, i);
      writer.rule_index = i;
      if (writer.rule->spec->equations != NULL && !write_rule (&writer, error))
        return FALSE;
    }

  form->equations = bb_form_data_keep (draft->data, equations);
  form->n_equations = equations->len;

  /* The cells are the form's own; nobody has seen them yet. */
  link_cells (draft, (BbCell *) form->cells);
  return check_derived (draft, error) && order_derived (draft, error);
}
