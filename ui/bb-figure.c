/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-figure.h"

#include <glib/gi18n.h>
#include <string.h>

/* How well a word fits; the sums are compared, and a cell that one word does not fit at all is out. */
enum
{
  FIT_FIGURE = 0, /* it is the figure */
  FIT_BEGINNING = 1,
  FIT_INSIDE = 2,
  FIT_FIGURE_BEGINNING = 3,
  FIT_SCATTERED = 8,
  FIT_NOT = 1000
};

/* A cell without a number can't be taken: it is shown, behind what can. */
#define FIT_NO_NUMBER 100

struct _BbFigure
{
  GObject parent_instance;

  guint cell;
  char *name;
  char *value;
  gboolean is_number;
  guint fit;
};

G_DEFINE_FINAL_TYPE (BbFigure, bb_figure, G_TYPE_OBJECT)

/* A word of a query as it is compared with names, and with figures. */
typedef struct
{
  char *label;
  char *figure;
} Word;

static void
word_free (gpointer data)
{
  Word *word = data;

  g_free (word->label);
  g_free (word->figure);
  g_free (word);
}

static void
bb_figure_finalize (GObject *object)
{
  BbFigure *self = BB_FIGURE (object);

  g_free (self->name);
  g_free (self->value);
  G_OBJECT_CLASS (bb_figure_parent_class)->finalize (object);
}

static void
bb_figure_class_init (BbFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bb_figure_finalize;
}

static void
bb_figure_init (BbFigure *self)
{
}

static char *
describe_value (BbField *field)
{
  switch (bb_field_get_state (field))
    {
    case BB_STATE_NUMBER:
      return g_strdup (bb_field_get_text (field));
    case BB_STATE_TEXT:
      /* Translators: a cell that holds a word or a mark such as “/”. */
      return g_strdup_printf (_("no number: %s"), bb_field_get_text (field));
    case BB_STATE_BLANK:
    case BB_STATE_MISSING:
    default:
      return g_strdup (_("not filled in"));
    }
}

static BbFigure *
figure_new (BbReport *report, guint cell)
{
  BbField *field = bb_report_get_cell (report, cell);
  BbFigure *self = g_object_new (BB_TYPE_FIGURE, NULL);

  self->cell = cell;
  self->name = g_strdup (bb_field_get_name (field));
  self->value = describe_value (field);
  self->is_number = bb_field_get_state (field) == BB_STATE_NUMBER;
  return self;
}

/* ---- how well a word fits ---- */

/* "3,525" and "３５２５" are the figure 3525. */
static char *
fold_figure (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  char *out = plain;

  for (const char *in = plain; *in != '\0'; in++)
    if (*in != ',' && *in != ' ')
      *out++ = *in;
  *out = '\0';
  return g_steal_pointer (&plain);
}

static guint
fit_figure (BbFigure *self, const char *wanted)
{
  g_autofree char *figure = NULL;

  if (!self->is_number || !g_ascii_isdigit (*wanted))
    return FIT_NOT;
  figure = fold_figure (self->value);
  if (strcmp (figure, wanted) == 0)
    return FIT_FIGURE;
  return g_str_has_prefix (figure, wanted) ? FIT_FIGURE_BEGINNING : FIT_NOT;
}

/* @parts: the folded parts of a name */
static guint
fit_parts (const char *const *parts, const char *word)
{
  guint fit = FIT_NOT;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_has_prefix (parts[i], word) || g_str_has_prefix (bb_text_strip_number (parts[i]), word))
        return FIT_BEGINNING;
      if (strstr (parts[i], word) != NULL)
        fit = FIT_INSIDE;
    }
  return fit;
}

static guint
fit_scattered (const char *const *parts, const char *word)
{
  for (guint i = 0; parts[i] != NULL; i++)
    for (const char *c = parts[i]; *c != '\0' && *word != '\0'; c = g_utf8_next_char (c))
      if (g_utf8_get_char (c) == g_utf8_get_char (word))
        word = g_utf8_next_char (word);
  return *word == '\0' ? FIT_SCATTERED : FIT_NOT;
}

static char **
fold_parts (const char *name)
{
  char **parts = g_strsplit (name, " › ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *folded = bb_text_fold_label (parts[i]);

      g_free (parts[i]);
      parts[i] = folded;
    }
  return parts;
}

/* Returns: FALSE when a word does not fit. */
static gboolean
rate (BbFigure *self, GPtrArray *words)
{
  g_auto (GStrv) parts = fold_parts (self->name);

  self->fit = self->is_number ? 0 : FIT_NO_NUMBER;
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = g_ptr_array_index (words, i);
      guint by_figure = fit_figure (self, word->figure);
      guint by_name = fit_parts ((const char *const *) parts, word->label);
      guint fit = MIN (by_figure, by_name);

      if (fit == FIT_NOT)
        fit = fit_scattered ((const char *const *) parts, word->label);
      if (fit == FIT_NOT)
        return FALSE;
      self->fit += fit;
    }
  return TRUE;
}

static GPtrArray *
split_words (const char *query)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (word_free);
  g_autofree char *plain = g_utf8_normalize (query, -1, G_NORMALIZE_ALL_COMPOSE);
  g_auto (GStrv) parts = g_strsplit_set (plain, " \t\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *label = bb_text_fold_label (parts[i]);
      Word *word;

      if (*label == '\0')
        continue;
      word = g_new0 (Word, 1);
      word->label = g_steal_pointer (&label);
      word->figure = fold_figure (parts[i]);
      g_ptr_array_add (words, word);
    }
  return words;
}

static int
compare_fit (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const BbFigure *one = a;
  const BbFigure *two = b;

  if (one->fit != two->fit)
    return one->fit < two->fit ? -1 : 1;
  return (one->cell > two->cell) - (one->cell < two->cell);
}

static guint
find_likely (guint cell, const guint *likely, guint n_likely)
{
  guint i = 0;

  while (i < n_likely && likely[i] != cell)
    i++;
  return i;
}

/* ---- public ---- */

guint
bb_figure_get_cell (BbFigure *self)
{
  g_return_val_if_fail (BB_IS_FIGURE (self), 0);
  return self->cell;
}

const char *
bb_figure_get_name (BbFigure *self)
{
  g_return_val_if_fail (BB_IS_FIGURE (self), NULL);
  return self->name;
}

const char *
bb_figure_get_value (BbFigure *self)
{
  g_return_val_if_fail (BB_IS_FIGURE (self), NULL);
  return self->value;
}

gboolean
bb_figure_is_number (BbFigure *self)
{
  g_return_val_if_fail (BB_IS_FIGURE (self), FALSE);
  return self->is_number;
}

GListModel *
bb_figures_find (BbReport *report, const char *query, const guint *likely, guint n_likely)
{
  const BbForm *form = bb_report_get_form (report);
  g_autoptr (GPtrArray) words = split_words (query);
  GListStore *found = g_list_store_new (BB_TYPE_FIGURE);

  for (guint cell = 0; cell < form->n_cells; cell++)
    {
      g_autoptr (BbFigure) figure = figure_new (report, cell);
      guint rank = find_likely (cell, likely, n_likely);

      if (!rate (figure, words))
        continue;
      /* Likely ones lead their equals; while nothing is asked for, all that can be taken stand in the form's order. */
      if (words->len > 0)
        figure->fit = 2 * figure->fit + (rank == n_likely);
      else
        figure->fit = figure->is_number ? rank : n_likely;
      g_list_store_append (found, figure);
    }
  g_list_store_sort (found, compare_fit, NULL);
  return G_LIST_MODEL (found);
}
