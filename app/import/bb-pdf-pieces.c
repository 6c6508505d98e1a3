/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-pieces.h"

#include "import/bb-pdf-runs.h"

#include "util/bb-characters.h"

#include <bianbao/bb-number.h>
#include <bianbao/bb-text.h>
#include <string.h>

static void
place_free (gpointer data)
{
  BbPdfPlace *place = data;

  g_free (place->text);
  g_free (place);
}

static BbPdfPlace *
get_place (const BbPdfPiece *piece,
           guint             index)
{
  return g_ptr_array_index (piece->places, index);
}

/* ---- texts at places ---- */

static guint
find_column (const GArray *xs,
             double        at)
{
  guint nearest = 0;

  for (guint i = 1; i < xs->len; i++)
    if (ABS (g_array_index (xs, double, i) - at) < ABS (g_array_index (xs, double, nearest) - at))
      nearest = i;
  return nearest;
}

BbPdfPiece *
bb_pdf_piece_new (const BbPdfTable *table,
                  const GArray     *xs)
{
  BbPdfPiece *piece = g_new0 (BbPdfPiece, 1);
  const double *own = &g_array_index (table->xs, double, 0);
  double padding = bb_pdf_table_padding (table);

  piece->page = table->page;
  piece->n_rows = table->ys->len - 1;
  piece->places = g_ptr_array_new_with_free_func (place_free);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const BbPdfCell *cell = bb_pdf_table_cell (table, i);
      BbPdfPlace *place = g_new0 (BbPdfPlace, 1);
      guint end = find_column (xs, own[cell->column + cell->columns] - own[0]);

      place->row = cell->row;
      place->rows = cell->rows;
      place->column = find_column (xs, own[cell->column] - own[0]);
      place->columns = end > place->column ? end - place->column : 1;
      place->text = bb_pdf_cell_text (cell, padding, &place->digits);
      place->n_full = bb_pdf_cell_count_full (cell, padding);
      place->is_full = bb_pdf_cell_is_full (cell, padding);
      g_ptr_array_add (piece->places, place);
    }
  return piece;
}

void
bb_pdf_piece_free (BbPdfPiece *piece)
{
  if (piece == NULL)
    return;
  g_ptr_array_unref (piece->places);
  g_free (piece);
}

/* ---- heads that are repeated ---- */

/* A figure, or what stands for one: no words. */
static gboolean
is_value (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;
  return *text != '\0';
}

static gboolean
is_same (const BbPdfPlace *place,
         const BbPdfPlace *other)
{
  g_autofree char *text = bb_text_fold_label (place->text);
  g_autofree char *other_text = bb_text_fold_label (other->text);

  return place->row == other->row && place->rows == other->rows && place->column == other->column && place->columns == other->columns &&
         g_str_equal (text, other_text);
}

/* How many places at the beginning are the same; none of them holds a value. */
static guint
count_same (const BbPdfPiece *piece,
            const BbPdfPiece *first)
{
  guint n = 0;

  while (n < piece->places->len && n < first->places->len && is_same (get_place (piece, n), get_place (first, n)) && !is_value (get_place (piece, n)->text))
    n++;
  return n;
}

/* Whole rows that @n places fill, without one that reaches further down. */
static guint
count_rows (const BbPdfPiece *piece,
            guint             n)
{
  guint rows = n < piece->places->len ? get_place (piece, n)->row : piece->n_rows;

  for (gboolean shrinks = TRUE; shrinks;)
    {
      shrinks = FALSE;
      for (guint i = 0; i < n; i++)
        {
          const BbPdfPlace *place = get_place (piece, i);

          if (place->row < rows && place->row + place->rows > rows)
            {
              rows = place->row;
              shrinks = TRUE;
            }
        }
    }
  return rows;
}

static void
drop_rows (BbPdfPiece *piece,
           guint       rows)
{
  guint n = 0;

  while (n < piece->places->len && get_place (piece, n)->row < rows)
    n++;
  g_ptr_array_remove_range (piece->places, 0, n);
  for (guint i = 0; i < piece->places->len; i++)
    get_place (piece, i)->row -= rows;
  piece->n_rows -= rows;
}

void
bb_pdf_piece_drop_head (BbPdfPiece       *piece,
                        const BbPdfPiece *first)
{
  guint rows = count_rows (piece, count_same (piece, first));

  if (rows < piece->n_rows)
    drop_rows (piece, rows);
}

/* ---- rows that are torn ---- */

/* The cell of the last row of @above that @place goes on below. */
static BbPdfPlace *
find_above (const BbPdfPiece *above,
            const BbPdfPlace *place)
{
  for (guint i = above->places->len; i > 0; i--)
    {
      BbPdfPlace *other = get_place (above, i - 1);

      if (other->row + other->rows == above->n_rows && other->column == place->column && other->columns == place->columns)
        return other;
    }
  return NULL;
}

/* Words go on where their last line was full, and they do not begin a new point. What stands below a figure is its rest: a unit, or digits. */
static gboolean
can_go_on (const BbPdfPlace *place,
           const BbPdfPlace *above)
{
  if (above == NULL || is_value (place->text) || is_value (above->text))
    return above != NULL;
  return *above->text != '\0' && above->is_full && !bb_pdf_has_number (place->text);
}

static guint
count_values (const BbPdfPiece *piece,
              guint             row)
{
  guint n = 0;

  for (guint i = 0; i < piece->places->len; i++)
    n += get_place (piece, i)->row + get_place (piece, i)->rows == row + 1 && is_value (get_place (piece, i)->text);
  return n;
}

/* The first row of a page goes on with the last one above it: its label does, or it has none and the one above has figures. */
static gboolean
is_torn (const BbPdfPiece *above,
         const BbPdfPiece *piece)
{
  guint n_filled = 0;
  guint n_words = 0;

  for (guint i = 0; i < piece->places->len; i++)
    {
      const BbPdfPlace *place = get_place (piece, i);
      const BbPdfPlace *other = find_above (above, place);

      if (place->row > 0 || place->rows > 1 || *place->text == '\0')
        continue;
      if (!can_go_on (place, other))
        return FALSE;
      n_filled++;
      n_words += !is_value (place->text) && !is_value (other->text);
    }
  return n_words > 0 || (n_filled > 0 && count_values (above, above->n_rows - 1) > 0);
}

/* The first row of @piece is gone; what reaches further down begins in the next one. */
static void
drop_first_row (BbPdfPiece *piece)
{
  for (guint i = piece->places->len; i > 0; i--)
    {
      BbPdfPlace *place = get_place (piece, i - 1);

      if (place->row > 0)
        place->row--;
      else if (place->rows > 1)
        place->rows--;
      else
        g_ptr_array_remove_index (piece->places, i - 1);
    }
  piece->n_rows--;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const BbPdfPlace *first = *(BbPdfPlace *const *) a;
  const BbPdfPlace *second = *(BbPdfPlace *const *) b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return first->column < second->column ? -1 : first->column > second->column;
}

/* As for the lines of one cell (bb_pdf_cell_text()): digits go on where the line above them was full, and it is no longer than that. */
static BbPdfDigits
judge_rest (const BbPdfPlace *above,
            const BbPdfPlace *place)
{
  g_autofree char *joined = g_strconcat (above->text, place->text, NULL);

  if (above->n_full == 0 || !is_value (place->text) || strchr (place->text, '\n') != NULL ||
      g_utf8_strlen (place->text, -1) > (glong) above->n_full || bb_number_read (joined, NULL).form != BB_NUMBER_PLAIN)
    return BB_PDF_DIGITS_NONE;
  return above->n_full >= BB_PDF_FEWEST_DIGITS ? BB_PDF_DIGITS_ONE : BB_PDF_DIGITS_FULL;
}

/* What stands in the first row of @piece and goes on with the last row of @above. */
static BbPdfPlace *
find_torn (const BbPdfPiece *above,
           const BbPdfPlace *place)
{
  return place->row == 0 && place->rows == 1 && *place->text != '\0' ? find_above (above, place) : NULL;
}

/* Figures under only some of those above, each under a full line, are the rest of these; under all of them, they may be another row. */
static gboolean
is_sure (const BbPdfPiece *above,
         const BbPdfPiece *piece)
{
  for (guint i = 0; i < piece->places->len; i++)
    {
      const BbPdfPlace *place = get_place (piece, i);
      const BbPdfPlace *other = find_torn (above, place);

      if (other != NULL && is_value (place->text) && judge_rest (other, place) == BB_PDF_DIGITS_NONE)
        return FALSE;
    }
  return count_values (piece, 0) < count_values (above, above->n_rows - 1);
}

static void
append (BbPdfPlace       *above,
        const BbPdfPlace *place,
        gboolean          sure)
{
  BbPdfDigits digits = sure && *above->text != '\0' ? judge_rest (above, place) : BB_PDF_DIGITS_NONE;
  const char *between = *above->text == '\0' || digits == BB_PDF_DIGITS_ONE ? "" : "\n";
  char *text = g_strconcat (above->text, between, place->text, NULL);

  g_free (above->text);
  above->text = text;
  above->digits = digits;
}

void
bb_pdf_piece_join_row (BbPdfPiece *above,
                       BbPdfPiece *piece)
{
  gboolean sure;

  if (above->n_rows == 0 || piece->n_rows == 0 || !is_torn (above, piece))
    return;
  sure = is_sure (above, piece);
  for (guint i = 0; i < piece->places->len; i++)
    {
      const BbPdfPlace *place = get_place (piece, i);
      BbPdfPlace *other = find_torn (above, place);

      if (other != NULL)
        append (other, place, sure);
    }
  drop_first_row (piece);
  g_ptr_array_sort (piece->places, compare_places);
}
