/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-labels.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands between the parts of a name in the form. */
#define STEP " › "

/* A list of more labels than this is cut: nobody reads twenty-one names. */
#define LIST_LIMIT 8

static void
row_range (const BbForm *form, guint cell, guint *first, guint *n)
{
  const BbCell *info = &form->cells[cell];
  const BbBlock *block = &form->tables[info->table].blocks[info->block];

  *n = block->n_column_leaves;
  *first = block->first_cell + info->row * *n;
}

/* How much of the name of @cell is the name of its row: what the names of the row's ends have in common, in whole parts. */
static gsize
row_length (const BbForm *form, guint cell)
{
  guint first, n;
  const char *a, *b;
  gsize length = 0;

  row_range (form, cell, &first, &n);
  a = form->cells[first].name;
  b = form->cells[first + n - 1].name;
  if (n == 1)
    {
      const char *last = g_strrstr (a, STEP);

      return last != NULL ? (gsize) (last - a) : strlen (a);
    }
  for (gsize i = 0; a[i] == b[i] && a[i] != '\0'; i++)
    if (g_str_has_prefix (a + i, STEP))
      length = i;
  return length;
}

char *
bb_label_row (const BbForm *form, guint cell)
{
  return g_strndup (form->cells[cell].name, row_length (form, cell));
}

const char *
bb_label_in_row (const BbForm *form, guint cell)
{
  const char *rest = form->cells[cell].name + row_length (form, cell);

  return g_str_has_prefix (rest, STEP) ? rest + strlen (STEP) : rest;
}

char *
bb_label_equation (const BbForm *form, const BbEquation *equation)
{
  const char *name = form->cells[equation->left[0]].name;
  const char *end = strstr (name, STEP);

  return g_strdup_printf ("%.*s" STEP "%s", (int) (end != NULL ? end - name : 0), name, equation->scope);
}

static gboolean
is_in_one_row (const BbForm *form, const BbEquation *equation)
{
  guint first, n;

  row_range (form, equation->left[0], &first, &n);
  return equation->right[0] >= first && equation->right[0] < first + n;
}

char *
bb_label_in_equation (const BbForm *form, const BbEquation *equation, guint cell)
{
  g_autofree char *row = NULL;
  const char *rest;

  if (is_in_one_row (form, equation))
    {
      /* In a group of table 4 the group's name is the scope already. */
      rest = g_strrstr (form->cells[cell].name, STEP);
      return g_strdup (rest != NULL ? rest + strlen (STEP) : form->cells[cell].name);
    }
  row = bb_label_row (form, cell);
  rest = strstr (row, STEP);
  return g_strdup (rest != NULL ? rest + strlen (STEP) : row);
}

/* The bytes that the names of all cells begin with, in whole parts. */
static gsize
common_front (const BbForm *form, const guint *cells, guint n)
{
  const char *first = form->cells[cells[0]].name;
  gsize length = strlen (first);

  for (guint i = 1; i < n; i++)
    {
      const char *other = form->cells[cells[i]].name;
      gsize same = 0;

      while (same < length && first[same] == other[same])
        same++;
      length = same;
    }
  while (length > 0 && !g_str_has_prefix (first + length, STEP))
    length--;
  return length;
}

/* The bytes that they end with. */
static gsize
common_end (const BbForm *form, const guint *cells, guint n)
{
  const char *first = form->cells[cells[0]].name;
  const char *end = g_strrstr (first, STEP);
  gsize length = end != NULL ? strlen (end) : 0;

  for (guint i = 1; i < n && length > 0; i++)
    if (!g_str_has_suffix (form->cells[cells[i]].name, end))
      length = 0;
  return length;
}

/* 表三 › 不予公开 › 1.属于国家秘密 + 2.… › 总计; a long sum is named by what its cells have in common. */
char *
bb_label_sum (const BbForm *form, const guint *cells, guint n)
{
  const char *first = form->cells[cells[0]].name;
  gsize front, end;
  g_autoptr (GString) label = NULL;

  if (n == 1)
    return g_strdup (first);
  front = common_front (form, cells, n);
  end = common_end (form, cells, n);
  label = g_string_new_len (first, (gssize) front);
  for (guint i = 0; i < n && n <= LIST_LIMIT - 2; i++)
    {
      const char *name = form->cells[cells[i]].name;
      gsize skipped = front > 0 ? front + strlen (STEP) : 0;

      g_string_append (label, i > 0 ? " + " : front > 0 ? STEP : "");
      g_string_append_len (label, name + skipped, (gssize) (strlen (name) - skipped - end));
    }
  g_string_append (label, first + strlen (first) - end);
  /* Translators: 1: what cells have in common, 2: how many they are, at least two */
  return g_strdup_printf (ngettext ("%1$s (the sum of %2$u cell)", "%1$s (the sum of %2$u cells)", n), label->str, n);
}

char *
bb_label_list (GPtrArray *labels)
{
  guint n = labels->len > LIST_LIMIT + 1 ? LIST_LIMIT : labels->len;
  GString *list = g_string_new (NULL);
  g_autofree char *shown = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        /* Translators: stands between the entries of a list. */
        g_string_append (list, C_("list", ", "));
      g_string_append (list, g_ptr_array_index (labels, i));
    }
  shown = g_string_free (list, FALSE);
  if (n == labels->len)
    return g_steal_pointer (&shown);
  /* Translators: 1: a list of names, 2: how many more there are, at least two */
  return g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", labels->len - n), shown, labels->len - n);
}
