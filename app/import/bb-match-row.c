/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-row.h"

#include "import/bb-match-marks.h"
#include "util/bb-characters.h"

#include <bianbao/bb-number.h>
#include <bianbao/bb-text.h>
#include <string.h>

/* A paragraph of more characters is no row: the longest label, and a dozen figures. */
#define LONGEST_ROW 200

/* Labels in front of the figures: 三、本年度办理结果, （三）不予公开, 1.属于国家秘密. */
#define MOST_LABELS 3

/* A figure with a remark behind it has fewer bytes; in a page of one cell there is no point in looking. */
#define LONGEST_VALUE 2000

static const char *
get_cell (GPtrArray *cells,
          guint      index)
{
  return g_ptr_array_index (cells, index);
}

/* What stands in cells: a number, a number with a unit or remark, / or 无. */
static gboolean
is_value (const char *text)
{
  BbNumber number = { BB_NUMBER_TEXT };

  if (strlen (text) <= LONGEST_VALUE)
    number = bb_number_read (text, NULL);
  return (number.form != BB_NUMBER_BLANK && number.form != BB_NUMBER_TEXT) || bb_match_marks_is_marked (text);
}

/* In a run of words a remark would be a word of a sentence. */
static gboolean
is_plain_value (const char *text)
{
  BbNumber number = { BB_NUMBER_TEXT };

  if (strlen (text) <= LONGEST_VALUE)
    number = bb_number_read (text, "件");
  return number.form == BB_NUMBER_PLAIN || number.form == BB_NUMBER_OWN_UNIT || number.form == BB_NUMBER_WORD || bb_match_marks_is_marked (text);
}

void
bb_row_reading_clear (BbRowReading *reading)
{
  g_clear_pointer (&reading->cells, g_ptr_array_unref);
  g_clear_pointer (&reading->places, g_array_unref);
}

guint
bb_row_count_values (const BbRowReading *reading)
{
  guint n = 0;

  for (guint i = (guint) (reading->label_place + 1); i < reading->cells->len; i++)
    n += *get_cell (reading->cells, i) != '\0';
  return n;
}

/* Every label has Chinese characters in it: most places of a table can be told apart at once. */
static gboolean
has_words (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 && bb_character_is_han (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* ---- heads ---- */

/* What the places of a row are, counted. @distinct: heads that can't be rows (总计 and 其他 can). */
typedef struct
{
  guint filled;
  guint values;
  guint heads;
  guint distinct;
  guint parts;
  guint rows;
} Tally;

static void
tally_cell (BbLabels   *labels,
            const char *table_id,
            const char *cell,
            Tally      *tally)
{
  gboolean is_row = has_words (cell) && bb_labels_find_row (labels, table_id, cell, 0) != NULL;

  tally->filled++;
  if (!has_words (cell))
    tally->values += is_value (cell);
  else if (bb_labels_is_head (labels, table_id, cell))
    {
      tally->heads++;
      tally->distinct += !is_row;
    }
  else if (is_row)
    tally->rows++;
  else if (is_value (cell))
    tally->values++;
  else if (bb_labels_is_head_part (labels, table_id, cell))
    tally->parts++;
}

/* Heads stand without values; words that can be rows too are heads only above the first row. */
static gboolean
is_head_row (const Tally *tally,
             gboolean     is_top)
{
  if (tally->values > 0 || tally->rows > 0 || tally->heads + tally->parts == 0)
    return FALSE;
  if (tally->distinct > 0)
    return TRUE;
  return is_top && tally->heads + tally->parts == tally->filled;
}

/* ---- labels ---- */

/* Digits at the end of a label are its value: 一、本年新收政府信息公开申请数量3. */
static gsize
find_glued_value (const char *text)
{
  const char *p = text + strlen (text);

  while (p > text && g_unichar_isdigit (bb_character_half_width (g_utf8_get_char (g_utf8_prev_char (p)))))
    p = g_utf8_prev_char (p);
  return p - text;
}

/* Label and first value in one place. Returns: the label; @value is where the value begins, behind spaces. */
static const BbLabel *
find_label_with_value (BbLabels    *labels,
                       const char  *table_id,
                       const char  *text,
                       guint        after,
                       const char **value)
{
  gsize n = find_glued_value (text);
  g_autofree char *head = text[n] != '\0' && n > 0 ? g_strndup (text, n) : NULL;

  *value = text + n;
  return head != NULL ? bb_labels_find_row (labels, table_id, head, after) : NULL;
}

/* Empty places right behind such a place were spanned by it. */
static void
split_cell (BbRowReading *reading,
            guint         place,
            const char   *value)
{
  GPtrArray *split = g_ptr_array_new_with_free_func (g_free);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean spanned = FALSE;

  for (guint i = 0; i < reading->cells->len; i++)
    {
      const char *cell = get_cell (reading->cells, i);

      if (i != place && *cell == '\0' && spanned)
        continue;
      spanned = i == place;
      g_ptr_array_add (split, i == place ? g_strndup (cell, value - cell) : g_strdup (cell));
      g_array_append_val (places, i);
      if (i != place)
        continue;
      g_ptr_array_add (split, g_strdup (value));
      g_array_append_val (places, i);
    }
  g_ptr_array_unref (reading->cells);
  reading->cells = split;
  reading->places = places;
  reading->is_split = TRUE;
}

static void
take_label (BbRowReading  *reading,
            const BbLabel *label,
            guint          place)
{
  reading->label = label;
  reading->label_place = (int) place;
}

/* A text that can stand over rows or in front of them. */
static gboolean
is_of_form (BbLabels   *labels,
            const char *table_id,
            const char *text)
{
  return bb_labels_is_head (labels, table_id, text) || bb_labels_is_head_part (labels, table_id, text) ||
         bb_labels_find_row (labels, table_id, text, 0) != NULL;
}

/*
 * 总计 and 其他 are heads too: they are rows only where values stand behind them and no other words of the form, and where
 * nothing does, nothing but labels before them.
 */
static gboolean
can_be_row (BbLabels           *labels,
            const char         *table_id,
            const BbRowReading *reading,
            guint               place)
{
  guint n_values = 0;
  guint n_words = 0;

  if (!bb_labels_is_head (labels, table_id, get_cell (reading->cells, place)))
    return TRUE;
  for (guint i = place + 1; i < reading->cells->len; i++)
    {
      const char *cell = get_cell (reading->cells, i);

      if (*cell != '\0' && !is_value (cell) && is_of_form (labels, table_id, cell))
        return FALSE;
      n_values += *cell != '\0' && is_value (cell);
      n_words += *cell != '\0' && !is_value (cell);
    }
  for (guint i = 0; n_values == 0 && i < place; i++)
    if (*get_cell (reading->cells, i) != '\0' && bb_labels_find_row (labels, table_id, get_cell (reading->cells, i), 0) == NULL)
      return FALSE;
  return n_words == 0 || n_values > 0;
}

/* 序号: a number of its own in front of the label. Returns: the place behind it. */
static guint
skip_serial (const BbRowReading *reading)
{
  guint first = 0;
  guint next;

  while (first < reading->cells->len && *get_cell (reading->cells, first) == '\0')
    first++;
  for (next = first + 1; next < reading->cells->len && *get_cell (reading->cells, next) == '\0'; next++)
    ;
  if (next >= reading->cells->len || get_cell (reading->cells, first)[strspn (get_cell (reading->cells, first), "0123456789")] != '\0')
    return 0;
  return has_words (get_cell (reading->cells, next)) && !is_value (get_cell (reading->cells, next)) ? next : 0;
}

/* The last label before the first value. What stands before it and is no label is passed over. */
static void
find_label (BbLabels     *labels,
            const char   *table_id,
            guint         after,
            BbRowReading *reading)
{
  for (guint i = skip_serial (reading); i < reading->cells->len; i++)
    {
      const char *cell = get_cell (reading->cells, i);
      const BbLabel *label = has_words (cell) ? bb_labels_find_row (labels, table_id, cell, after) : NULL;
      const char *value = NULL;

      if (label != NULL && can_be_row (labels, table_id, reading, i))
        take_label (reading, label, i);
      else if (*cell != '\0' && is_value (cell))
        return;
      else if (*cell != '\0' && (label = find_label_with_value (labels, table_id, cell, after, &value)) != NULL)
        {
          take_label (reading, label, i);
          split_cell (reading, i, value);
          return;
        }
    }
}

/* Nothing else known: a label with a misprint, when figures stand behind it. */
static void
guess_label (BbLabels     *labels,
             const char   *table_id,
             BbRowReading *reading)
{
  guint serial = skip_serial (reading);

  for (guint i = (guint) MAX (reading->label_place + 1, (int) serial); i + 1 < reading->cells->len; i++)
    {
      const char *cell = get_cell (reading->cells, i);
      const BbLabel *label;

      if (*cell == '\0')
        continue;
      if (is_value (cell))
        return;
      label = bb_labels_find_row_like (labels, table_id, cell);
      if (label == NULL)
        continue;
      take_label (reading, label, i);
      reading->is_guessed = TRUE;
    }
}

static void
settle_kind (const Tally  *tally,
             gboolean      is_top,
             BbRowReading *reading)
{
  if (tally->filled == 0)
    reading->kind = BB_ROW_EMPTY;
  else if (is_head_row (tally, is_top))
    {
      reading->kind = BB_ROW_HEAD;
      reading->n_unknown = tally->filled - tally->heads - tally->parts;
    }
  else if (reading->label != NULL && reading->label->kind == BB_LABEL_ROW_GROUP && bb_row_count_values (reading) == 0)
    reading->kind = BB_ROW_GROUP;
  else if (reading->label != NULL)
    reading->kind = BB_ROW_DATA;
  else
    reading->kind = tally->values == tally->filled ? BB_ROW_VALUES : BB_ROW_OTHER;
}

static void
read_cells (BbLabels     *labels,
            const char   *table_id,
            GPtrArray    *cells,
            guint         after,
            gboolean      guess,
            BbRowReading *reading)
{
  Tally tally = { 0 };

  *reading = (BbRowReading) { .label_place = -1, .cells = g_ptr_array_ref (cells) };
  for (guint i = 0; i < cells->len; i++)
    if (*get_cell (cells, i) != '\0')
      tally_cell (labels, table_id, get_cell (cells, i), &tally);
  if (tally.filled > 0 && !is_head_row (&tally, after == 0))
    {
      find_label (labels, table_id, after, reading);
      /* A title of a group alone is no label of figures. */
      if (guess && (reading->label == NULL || reading->label->kind == BB_LABEL_ROW_GROUP) && tally.values < tally.filled && tally.heads == 0)
        guess_label (labels, table_id, reading);
    }
  settle_kind (&tally, after == 0, reading);
}

void
bb_row_read (BbLabels     *labels,
             const char   *table_id,
             GPtrArray    *cells,
             guint         after,
             BbRowReading *reading)
{
  read_cells (labels, table_id, cells, after, TRUE, reading);
}

/* ---- paragraphs ---- */

/* Words separated by at least @least spaces. */
static GPtrArray *
split_words (const char *text,
             guint       least)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  GString *word = g_string_new (NULL);
  const char *p = text;

  while (*p != '\0')
    {
      const char *start = p;
      guint n = 0;

      for (; *p != '\0' && bb_character_is_space (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        n += g_utf8_get_char (p) == 0x3000 ? 2 : 1;
      if (n >= least && word->len > 0)
        {
          g_ptr_array_add (words, g_strdup (word->str));
          g_string_truncate (word, 0);
        }
      else if (word->len > 0)
        g_string_append_len (word, start, p - start);
      if (*p == '\0')
        break;
      start = p;
      p = g_utf8_next_char (p);
      g_string_append_len (word, start, p - start);
    }
  if (word->len > 0)
    g_ptr_array_add (words, g_strdup (word->str));
  g_string_free (word, TRUE);
  return words;
}

/* All words before the figures at the end are the label: （三） 不予公开 1. 属于国家秘密 0 0 0. */
static GPtrArray *
gather_label (GPtrArray *words)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GString *label = g_string_new (NULL);
  guint n = words->len;

  while (n > 0 && is_plain_value (get_cell (words, n - 1)))
    n--;
  for (guint i = 0; i < n; i++)
    g_string_append_printf (label, "%s%s", i > 0 ? " " : "", get_cell (words, i));
  if (label->len > 0)
    g_ptr_array_add (cells, g_strdup (label->str));
  for (guint i = n; i < words->len; i++)
    g_ptr_array_add (cells, g_strdup (get_cell (words, i)));
  g_string_free (label, TRUE);
  return cells;
}

/* In a paragraph there is nothing but the label and its figures, or it is a sentence. */
static gboolean
is_clean (const BbRowReading *reading)
{
  for (guint i = (guint) (reading->label_place + 1); reading->kind == BB_ROW_DATA && i < reading->cells->len; i++)
    if (!is_value (get_cell (reading->cells, i)))
      return FALSE;
  return reading->n_unknown == 0 && reading->label_place <= MOST_LABELS - 1;
}

static gboolean
try_words (BbLabels     *labels,
           const char   *table_id,
           GPtrArray    *words,
           guint         after,
           BbRowReading *reading)
{
  read_cells (labels, table_id, words, after, FALSE, reading);
  if (reading->kind != BB_ROW_OTHER && reading->kind != BB_ROW_EMPTY && is_clean (reading))
    return TRUE;
  bb_row_reading_clear (reading);
  return FALSE;
}

void
bb_row_read_text (BbLabels     *labels,
                  const char   *table_id,
                  const char   *text,
                  guint         after,
                  BbRowReading *reading)
{
  g_autoptr (GPtrArray) whole = NULL;
  g_autoptr (GPtrArray) wide = NULL;
  g_autoptr (GPtrArray) narrow = NULL;
  g_autoptr (GPtrArray) gathered = NULL;

  *reading = (BbRowReading) { .label_place = -1 };
  if (strlen (text) <= LONGEST_ROW * 3 && strstr (text, "。") == NULL && strstr (text, "；") == NULL)
    {
      wide = split_words (text, 2);
      narrow = split_words (text, 1);
      gathered = gather_label (narrow);
      if (try_words (labels, table_id, wide, after, reading) || try_words (labels, table_id, gathered, after, reading) ||
          try_words (labels, table_id, narrow, after, reading))
        {
          reading->is_split = TRUE;
          return;
        }
    }
  whole = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (whole, g_strdup (text));
  *reading = (BbRowReading) { .kind = BB_ROW_OTHER, .label_place = -1, .cells = g_steal_pointer (&whole) };
}
