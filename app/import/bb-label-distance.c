/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-label-distance.h"

/* Labels are short; a longer text is none. */
#define LONGEST 64
#define SHORTEST 6

guint
bb_label_distance_limit (const char *label)
{
  glong length = g_utf8_strlen (label, -1);

  if (length < SHORTEST || length > LONGEST)
    return 0;
  return length < 2 * SHORTEST ? 1 : 2;
}

guint
bb_label_distance (const char *a,
                   const char *b,
                   guint       limit)
{
  guint row[LONGEST + 1];
  glong n_a = g_utf8_strlen (a, -1);
  glong n_b = g_utf8_strlen (b, -1);

  if (n_a > LONGEST || n_b > LONGEST || ABS (n_a - n_b) > (glong) limit)
    return limit + 1;
  for (glong j = 0; j <= n_b; j++)
    row[j] = (guint) j;
  for (const char *p = a; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint diagonal = row[0]++;
      glong j = 1;

      for (const char *q = b; *q != '\0'; q = g_utf8_next_char (q), j++)
        {
          guint changed = diagonal + (g_utf8_get_char (p) != g_utf8_get_char (q));

          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }
  return row[n_b];
}
