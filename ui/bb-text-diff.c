/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-text-diff.h"

#include <string.h>

/* Characters that may come and go: a tidied section has some dozens. The table below grows with the square. */
#define MOST_CHANGES 400

/* Two texts without what they have in common at both ends. */
typedef struct
{
  const gunichar *a;
  const gunichar *b;
  int n_a;
  int n_b;
  GPtrArray *rounds; /* (element-type int): furthest x of each diagonal, one array a round */
} Diff;

/* ---- the common ends ---- */

/* Lengths of the common beginning and end, in bytes, both on character boundaries. */
static void
find_common (const char *a, const char *b, gsize *prefix, gsize *suffix)
{
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);
  gsize most = MIN (length_a, length_b);
  gsize p = 0;
  gsize s = 0;

  while (p < most && a[p] == b[p])
    p++;
  while (p > 0 && ((a[p] & 0xc0) == 0x80 || (b[p] & 0xc0) == 0x80))
    p--;
  while (s < most - p && a[length_a - s - 1] == b[length_b - s - 1])
    s++;
  while (s > 0 && (a[length_a - s] & 0xc0) == 0x80)
    s--;
  *prefix = p;
  *suffix = s;
}

/* ---- the way through the middle (Myers, "An O(ND) Difference Algorithm") ---- */

static int
follow_equal (const Diff *diff, int x, int y)
{
  while (x < diff->n_a && y < diff->n_b && diff->a[x] == diff->b[y])
    {
      x++;
      y++;
    }
  return x;
}

/* Whether diagonal @k of round @d is reached by adding a character, going down from diagonal @k + 1. */
static gboolean
comes_down (const int *previous, int d, int k)
{
  return k == -d || (k != d && previous[d - 1 + k - 1] < previous[d - 1 + k + 1]);
}

/* Goes as far as @d changes lead, also past the end of one text. An array holds every second diagonal of -@d … @d.
 * Returns: whether that is the end of both texts. */
static gboolean
go_round (Diff *diff, int d)
{
  const int *previous = d > 0 ? g_ptr_array_index (diff->rounds, d - 1) : NULL;
  int *reached = g_new (int, 2 * d + 1);
  gboolean done = FALSE;

  for (int k = -d; k <= d; k += 2)
    {
      int x = 0;

      if (d > 0 && comes_down (previous, d, k))
        x = previous[d - 1 + k + 1];
      else if (d > 0)
        x = previous[d - 1 + k - 1] + 1;
      x = follow_equal (diff, x, x - k);
      reached[d + k] = x;
      done = done || (x == diff->n_a && x - k == diff->n_b);
    }
  g_ptr_array_add (diff->rounds, reached);
  return done;
}

static int
get_reached (const Diff *diff, int d, int k)
{
  const int *reached = g_ptr_array_index (diff->rounds, d);

  return reached[d + k];
}

/* Walks back from the end and marks the characters of the old text that go and those of the new that come. */
static void
mark_changes (const Diff *diff, gboolean *goes, gboolean *comes)
{
  int x = diff->n_a;
  int y = diff->n_b;

  for (int d = (int) diff->rounds->len - 1; d > 0; d--)
    {
      int k = x - y;

      if (comes_down (g_ptr_array_index (diff->rounds, d - 1), d, k))
        {
          x = get_reached (diff, d - 1, k + 1);
          y = x - k - 1;
          comes[y] = TRUE;
        }
      else
        {
          x = get_reached (diff, d - 1, k - 1);
          y = x - k + 1;
          goes[x] = TRUE;
        }
    }
}

/* ---- hunks ---- */

static void
add_hunk (GArray *hunks, guint start, guint removed, const char *added, const char *end)
{
  const BbTextHunk hunk = { start, removed, added, (gsize) (end - added), (guint) g_utf8_strlen (added, end - added) };

  g_array_append_val (hunks, hunk);
}

/* @first: character of the old text where the middle begins; @added: the same place in the new text */
static void
collect_hunks (const Diff *diff, guint first, const char *added, GArray *hunks)
{
  g_autofree gboolean *goes = g_new0 (gboolean, diff->n_a + 1);
  g_autofree gboolean *comes = g_new0 (gboolean, diff->n_b + 1);
  int x = 0;
  int y = 0;

  mark_changes (diff, goes, comes);
  while (x < diff->n_a || y < diff->n_b)
    {
      int start = x;
      const char *end = added;

      while (goes[x])
        x++;
      for (; comes[y]; y++)
        end = g_utf8_next_char (end);
      if (x > start || end > added)
        add_hunk (hunks, first + (guint) start, (guint) (x - start), added, end);
      added = end;
      if (x < diff->n_a)
        {
          added = g_utf8_next_char (added);
          x++;
          y++;
        }
    }
}

static gboolean
find_way (Diff *diff)
{
  for (int d = 0; d <= MOST_CHANGES; d++)
    if (go_round (diff, d))
      return TRUE;
  return FALSE;
}

GArray *
bb_text_diff (const char *before, const char *after)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (BbTextHunk));
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_free);
  g_autofree gunichar *a = NULL;
  g_autofree gunichar *b = NULL;
  Diff diff = { 0 };
  gsize prefix;
  gsize suffix;
  glong n_a;
  glong n_b;
  guint first;

  if (strcmp (before, after) == 0)
    return hunks;
  find_common (before, after, &prefix, &suffix);
  first = (guint) g_utf8_strlen (before, (gssize) prefix);
  a = g_utf8_to_ucs4_fast (before + prefix, (glong) (strlen (before) - prefix - suffix), &n_a);
  b = g_utf8_to_ucs4_fast (after + prefix, (glong) (strlen (after) - prefix - suffix), &n_b);
  diff = (Diff) { a, b, (int) n_a, (int) n_b, rounds };
  if (n_a > 0 && n_b > 0 && ABS (n_a - n_b) <= MOST_CHANGES && find_way (&diff))
    collect_hunks (&diff, first, after + prefix, hunks);
  else
    add_hunk (hunks, first, (guint) n_a, after + prefix, after + strlen (after) - suffix);
  return hunks;
}
