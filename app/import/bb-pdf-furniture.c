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

/* So many lines at the head and at the foot of a page are looked at. */
#define DEPTH 3

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

/* A line at the head or foot of a page. @rank: how many lines are between it and the end of the page; @number: 0 when it is none. */
typedef struct
{
  guint index;
  guint rank;
  char *text;
  guint number;
  gboolean is_decorated;
} Candidate;

static void
candidate_clear (gpointer data)
{
  g_free (((Candidate *) data)->text);
}

static Candidate *
get_candidate (const GArray *candidates,
               guint         index)
{
  return &g_array_index (candidates, Candidate, index);
}

/* The lines from @index on inwards: they end at a table, and where the margin does. */
static void
look_inwards (const GPtrArray *items,
              guint            index,
              int              step,
              GArray          *candidates)
{
  guint page = bb_pdf_item (items, index)->page;

  for (guint rank = 0; rank < DEPTH && index < items->len; rank++, index += (guint) step)
    {
      const BbPdfItem *item = bb_pdf_item (items, index);
      Candidate candidate = { .index = index, .rank = rank };

      if (item->page != page || item->line == NULL || (step > 0 ? item->height > MARGIN : item->height < 1 - MARGIN))
        return;
      candidate.text = line_text (item);
      candidate.number = read_number (candidate.text, &candidate.is_decorated);
      g_array_append_val (candidates, candidate);
    }
}

static GArray *
find_candidates (const GPtrArray *items)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (candidates, candidate_clear);
  for (guint i = 0; i < items->len; i++)
    {
      if (i == 0 || bb_pdf_item (items, i - 1)->page != bb_pdf_item (items, i)->page)
        look_inwards (items, i, 1, candidates);
      if (i + 1 == items->len || bb_pdf_item (items, i + 1)->page != bb_pdf_item (items, i)->page)
        look_inwards (items, i, -1, candidates);
    }
  return candidates;
}

/* How many pages carry a number that stands in the same relation to their place in the file. */
static guint
count_like (const GPtrArray *items,
            const GArray    *candidates,
            const Candidate *candidate)
{
  int shift = (int) candidate->number - (int) bb_pdf_item (items, candidate->index)->page;
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *other = get_candidate (candidates, i);

      n += other->number > 0 && (int) other->number - (int) bb_pdf_item (items, other->index)->page == shift;
    }
  return n;
}

static gboolean
is_page_number (const GPtrArray *items,
                const GArray    *candidates,
                const Candidate *candidate)
{
  if (candidate->number == 0)
    return FALSE;
  if (candidate->is_decorated)
    return TRUE;
  return candidate->rank == 0 &&
         (count_like (items, candidates, candidate) > 1 || candidate->number == bb_pdf_item (items, candidate->index)->page);
}

/* Whether the line stands at the same height on nearly all pages. */
static gboolean
is_repeated (const GPtrArray *items,
             const GArray    *candidates,
             const Candidate *candidate,
             guint            n_pages)
{
  const BbPdfItem *item = bb_pdf_item (items, candidate->index);
  guint n = 1;

  for (guint i = 0; n_pages >= FEWEST_PAGES && i < candidates->len; i++)
    {
      const Candidate *other = get_candidate (candidates, i);

      n += bb_pdf_item (items, other->index)->page != item->page && ABS (bb_pdf_item (items, other->index)->height - item->height) <= SAME_HEIGHT &&
           g_str_equal (candidate->text, other->text);
    }
  return n >= FEWEST_PAGES && n + 1 >= n_pages;
}

void
bb_pdf_furniture_drop (GPtrArray *items,
                       guint      n_pages)
{
  g_autoptr (GArray) candidates = find_candidates (items);
  g_autofree gboolean *drop = g_new0 (gboolean, items->len + 1);
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = get_candidate (candidates, i);

      drop[candidate->index] = drop[candidate->index] || is_page_number (items, candidates, candidate) ||
                               is_repeated (items, candidates, candidate, n_pages);
    }
  for (guint i = 0; i < items->len; i++)
    if (drop[i])
      bb_pdf_item_free (items->pdata[i]);
    else
      items->pdata[n++] = items->pdata[i];
  /* What is behind was moved to the front or is gone already. */
  g_ptr_array_set_free_func (items, NULL);
  g_ptr_array_set_size (items, (int) n);
  g_ptr_array_set_free_func (items, bb_pdf_item_free);
}
