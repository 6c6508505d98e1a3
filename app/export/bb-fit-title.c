/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-fit-title.h"

#include "export/bb-fit.h"

#include <bianbao/bb-text.h>
#include <string.h>

/* What follows the organisation where the year stands at the beginning. */
#define SUBJECT "政府信息公开"

/* What a break costs; a line costs up to EMPTY_LINE, as the square of what is free in it. */
#define BETWEEN_NAMES 0.5
#define AT_NAME 1.0
#define AT_PLACE 2.0
#define INSIDE_NAME 40.0
#define NEVER 1e6
#define A_LINE 1.0
#define EMPTY_LINE 10.0
/* No break where the sense wants one, while there is one elsewhere. */
#define MISSED 30.0

/* Longer titles are no titles: they break where they are full. */
#define MOST_CHARACTERS 200

/* Names of places and offices end so; the longer ones first. */
static const char *const name_ends[] = {
  "自治区", "自治州", "委员会", "管委会", "人民政府", "办公室", "办公厅", "街道", "新区", "开发区", "名胜区",
  "省", "市", "盟", "州", "县", "旗", "区", "乡", "镇", "局", "厅",
};

/* An office goes on behind the name of its place. */
static const char places[] = "省市盟州县旗区乡镇";

/* These look like the end of a name and go on: 城市管理局, 社区服务中心, 市场, 区域, 苏州市, 乡镇. */
static const char no_end_after[] = "城社都";
static const char no_end_before[] = "市县区州盟旗乡镇局厅场容政域块委级直办处）》、，。";

typedef struct
{
  const char *text;
  guint n;
  guint columns;
  gsize offsets[MOST_CHARACTERS + 1];
  guint widths[MOST_CHARACTERS + 1]; /* of what stands before */
  gsize wanted;                      /* where the sense wants a break, 0 for nowhere */
} Title;

static gboolean
is_in (const char *set, gunichar c)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

/* Where `2024年` begins, 0 for nowhere but at the beginning. */
static gsize
find_year (const char *title)
{
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *digit = p;

      while (g_ascii_isdigit (*digit))
        digit++;
      if (digit - p == 4 && g_utf8_get_char (g_ascii_isspace (*digit) ? digit + 1 : digit) == 0x5e74)
        return (gsize) (p - title);
      if (digit > p)
        p = digit - 1;
    }

  return 0;
}

static gunichar
character_at (const Title *title, guint i)
{
  return g_utf8_get_char (title->text + title->offsets[i]);
}

static gboolean
ends_name (const Title *title, guint i)
{
  gsize end = title->offsets[i];

  if (is_in (no_end_before, character_at (title, i)))
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS (name_ends); k++)
    {
      gsize length = strlen (name_ends[k]);

      if (length < end && memcmp (title->text + end - length, name_ends[k], length) == 0)
        return length > 3 || i < 2 || !is_in (no_end_after, character_at (title, i - 2));
    }

  return FALSE;
}

/* What it costs to begin a line with character @i. */
static double
cost_before (const Title *title, guint i)
{
  gunichar before = character_at (title, i - 1), after = character_at (title, i);

  if (title->offsets[i] == title->wanted)
    return 0;
  if (is_in ("（(〔“《", before) || is_in ("）)〕”》、，：", after) || g_unichar_isspace (after))
    return NEVER;
  if (before < 0x250 && after < 0x250 && before != ' ')
    return NEVER;
  if (before == 0x3001)
    return BETWEEN_NAMES;
  if (is_in ("（(", after) || before == ' ')
    return AT_NAME;
  if (ends_name (title, i))
    return is_in (places, before) ? AT_PLACE : AT_NAME;

  return INSIDE_NAME;
}

/* What the line from character @first to @end costs. */
static double
cost_of_line (const Title *title, guint first, guint end)
{
  guint width = title->widths[end] - title->widths[first];
  double free = width > title->columns ? 0 : 1 - (double) width / title->columns;
  double cost = A_LINE + EMPTY_LINE * free * free;

  if (width > title->columns)
    return 2 * NEVER;
  if (title->offsets[first] < title->wanted && title->wanted < title->offsets[end])
    cost += MISSED;

  return cost;
}

static gboolean
title_init (Title *title, const char *text, guint columns)
{
  const char *subject = strstr (text, SUBJECT);

  title->text = text;
  title->columns = columns;
  title->wanted = find_year (text);
  if (title->wanted == 0 && subject != NULL)
    title->wanted = (gsize) (subject - text);
  if (g_utf8_strlen (text, -1) > MOST_CHARACTERS)
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *character = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));

      title->offsets[title->n] = (gsize) (p - text);
      title->widths[title->n + 1] = title->widths[title->n] + bb_text_width (character);
      title->n++;
    }
  title->offsets[title->n] = strlen (text);

  return TRUE;
}

/* The cheapest way to each character: what it costs, and where its last line begins. */
static double
find_lines (const Title *title, guint *begins)
{
  double costs[MOST_CHARACTERS + 1] = { 0 };

  for (guint end = 1; end <= title->n; end++)
    {
      double here = end < title->n ? cost_before (title, end) : 0;

      costs[end] = G_MAXDOUBLE;
      for (guint first = end; first-- > 0 && title->widths[end] - title->widths[first] <= title->columns;)
        {
          double cost = costs[first] + cost_of_line (title, first, end) + here;

          if (cost < costs[end])
            {
              costs[end] = cost;
              begins[end] = first;
            }
        }
    }

  return costs[title->n];
}

guint
bb_fit_title_columns (void)
{
  return 2 * bb_fit_characters (BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH), BB_STYLE_TITLE, 1.0);
}

guint
bb_fit_title (const char *text, guint columns, gsize *ends)
{
  Title title = { 0 };
  guint begins[MOST_CHARACTERS + 1] = { 0 };
  guint n_lines = 1, line;

  if (bb_text_width (text) <= columns || !title_init (&title, text, columns) || find_lines (&title, begins) >= NEVER)
    return 1;

  for (guint i = begins[title.n]; i > 0; i = begins[i])
    n_lines++;
  if (n_lines > BB_FIT_TITLE_LINES)
    return 1;
  line = n_lines - 1;
  for (guint i = begins[title.n]; i > 0; i = begins[i])
    ends[--line] = title.offsets[i];

  return n_lines;
}
