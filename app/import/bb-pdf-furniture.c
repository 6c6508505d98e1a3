/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-furniture.h"

#include "import/bb-pdf-lines.h"

#include "util/bb-characters.h"

#include <string.h>

/* Of the height of a page: where page numbers and running heads stand. */
#define MARGIN 0.13

/* The same line: so near, of the height of a page. */
#define SAME_HEIGHT 0.01

/* A line that is on fewer pages may be text. */
#define FEWEST_PAGES 3

/* A number of more digits is no page. */
#define LONGEST_NUMBER 3

static char *
line_text (const BbPdfItem *item)
{
  GString *text = g_string_new (NULL);

  bb_pdf_line_text (item->line, 0, item->line->glyphs->len, text);
  return g_string_free (text, FALSE);
}

static gboolean
is_decoration (gunichar character)
{
  return bb_character_is_space (character) || bb_character_is_dash (character) || character == 0x7b2c || character == 0x9875 ||
         character == 0x5171 || character == '/' || character == '~' || character == 0x00b7;
}

/* `12`, `- 12 -`, `第 12 页`, `12/20`. Returns: the number, or 0; @decorated: something stands around it. */
static guint
read_number (const char *text,
             gboolean   *decorated)
{
  guint number = 0;
  guint n_numbers = 0;
  guint n_digits = 0;

  *decorated = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = bb_character_half_width (g_utf8_get_char (p));

      if (g_unichar_isdigit (character))
        {
          n_numbers += n_digits++ == 0;
          if (n_digits > LONGEST_NUMBER)
            return 0;
          if (n_numbers == 1)
            number = number * 10 + (guint) g_unichar_digit_value (character);
          continue;
        }
      n_digits = 0;
      if (!is_decoration (character))
        return 0;
      *decorated = *decorated || !bb_character_is_space (character);
    }
  return n_numbers == 1 || (n_numbers == 2 && *decorated) ? number : 0;
}

/* The line is at an end of its page: no table stands beyond it, and where it has to be the @outermost, no other line. */
static gboolean
is_at_end (const GPtrArray *items,
           guint            index,
           gboolean         outermost)
{
  const BbPdfItem *item = bb_pdf_item (items, index);

  if (item->line == NULL || (item->height > MARGIN && item->height < 1 - MARGIN))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const BbPdfItem *other = bb_pdf_item (items, i);

      if (other->page == item->page && (outermost || other->table != NULL) && (item->height < 0.5 ? other->height < item->height : other->height > item->height))
        return FALSE;
    }
  return TRUE;
}

/* How many pages carry a number that stands in the same relation to their place in the file. */
static guint
count_like (const GPtrArray *numbers,
            const GPtrArray *items,
            guint            index)
{
  int shift = GPOINTER_TO_INT (g_ptr_array_index (numbers, index)) - (int) bb_pdf_item (items, index)->page;
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      int number = GPOINTER_TO_INT (g_ptr_array_index (numbers, i));

      n += number > 0 && number - (int) bb_pdf_item (items, i)->page == shift;
    }
  return n;
}

static void
find_numbers (const GPtrArray *items,
              gboolean        *drop)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_sized_new (items->len);
  g_autofree gboolean *decorated = g_new0 (gboolean, items->len + 1);

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *text = is_at_end (items, i, TRUE) ? line_text (bb_pdf_item (items, i)) : NULL;

      g_ptr_array_add (numbers, GINT_TO_POINTER (text != NULL ? (int) read_number (text, &decorated[i]) : 0));
    }
  for (guint i = 0; i < items->len; i++)
    if (g_ptr_array_index (numbers, i) != NULL)
      drop[i] = decorated[i] || count_like (numbers, items, i) > 1 ||
                GPOINTER_TO_UINT (g_ptr_array_index (numbers, i)) == bb_pdf_item (items, i)->page;
}

static void
find_repeated (const GPtrArray *items,
               guint            n_pages,
               gboolean        *drop)
{
  for (guint i = 0; n_pages >= FEWEST_PAGES && i < items->len; i++)
    {
      g_autofree char *text = is_at_end (items, i, FALSE) ? line_text (bb_pdf_item (items, i)) : NULL;
      guint n = 1;

      for (guint j = 0; text != NULL && j < items->len; j++)
        {
          const BbPdfItem *other = bb_pdf_item (items, j);
          g_autofree char *again = NULL;

          if (other->page == bb_pdf_item (items, i)->page || other->line == NULL || ABS (other->height - bb_pdf_item (items, i)->height) > SAME_HEIGHT)
            continue;
          again = line_text (other);
          n += g_str_equal (text, again);
        }
      drop[i] = drop[i] || (n >= FEWEST_PAGES && n + 1 >= n_pages);
    }
}

void
bb_pdf_furniture_drop (GPtrArray *items,
                       guint      n_pages)
{
  g_autofree gboolean *drop = g_new0 (gboolean, items->len + 1);

  find_numbers (items, drop);
  find_repeated (items, n_pages, drop);
  for (guint i = items->len; i > 0; i--)
    if (drop[i - 1])
      g_ptr_array_remove_index (items, i - 1);
}
