/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-text-rows.h"

#include <bianbao/bb-text.h>
#include <string.h>

/* Bytes of the longest label of the form, and some more. */
#define LONGEST_PART 180

#define FEWEST_COMMAS 3

/* ---- bars ---- */

static gboolean
is_bar (gunichar character)
{
  return character == '|' || character == 0xFF5C || character == 0x2502 || character == 0x2503 || character == 0x2551;
}

/* In Markdown a sign behind a backslash is only itself: "3801\*", and "\|" is no bar. */
static gboolean
is_escape (const char *p)
{
  return *p == '\\' && g_ascii_ispunct (p[1]);
}

static const char *
find_bar (const char *p)
{
  while (*p != '\0' && !is_bar (g_utf8_get_char (p)))
    p = is_escape (p) ? p + 2 : g_utf8_next_char (p);
  return p;
}

/* Lines of a frame: box drawings other than its bars, and what Markdown makes one of. */
static gboolean
is_rule (const char *line)
{
  guint n_lines = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gboolean is_drawing = character >= 0x2500 && character <= 0x257F;

      if (!is_drawing && !is_bar (character) && !g_unichar_isspace (character) && strchr ("-:+=", (int) MIN (character, 0x7F)) == NULL)
        return FALSE;
      n_lines += (is_drawing && !is_bar (character)) || character == '-' || character == '=';
    }
  return n_lines >= 3;
}

/* 行政许可|98339 is a row; 首页|公开 is two words of a page. */
static gboolean
ends_in_figure (const char *line)
{
  gsize n = strlen (line);

  while (n > 0 && g_ascii_isspace (line[n - 1]))
    n--;
  return n > 0 && g_ascii_isdigit (line[n - 1]);
}

static gboolean
has_bars (const char *line)
{
  const char *p = line + strspn (line, " ");
  gboolean framed = is_bar (g_utf8_get_char (p));
  gboolean short_parts = strstr (line, "。") == NULL;
  guint n = 0;

  for (const char *start = p;; start = g_utf8_next_char (p))
    {
      p = find_bar (start);
      short_parts = short_parts && p - start <= LONGEST_PART;
      if (*p == '\0')
        break;
      n++;
    }
  return n > 0 && (strstr (line, " | ") != NULL || (framed ? n > 1 : short_parts && (n > 1 || ends_in_figure (line))));
}

/* Leaves out what stands between two ~~. Returns: whether anything did. */
static guint
cut_struck (GString *cell)
{
  guint n = 0;

  for (char *start; (start = strstr (cell->str, "~~")) != NULL; n++)
    {
      const char *end = strstr (start + 2, "~~");

      if (end == NULL)
        return n;
      g_string_erase (cell, start - cell->str, end + 2 - start);
    }
  return n;
}

static void
strip_marks (GString *cell)
{
  static const char *const marks[] = { "**", "__", "`", "*", "_" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize n = strlen (marks[i]);

      if (cell->len > 2 * n && g_str_has_prefix (cell->str, marks[i]) && g_str_has_suffix (cell->str, marks[i]))
        {
          g_string_truncate (cell, cell->len - n);
          g_string_erase (cell, 0, (gssize) n);
        }
    }
}

static void
drop_escapes (GString *cell)
{
  for (gsize i = 0; i < cell->len; i++)
    if (is_escape (cell->str + i))
      g_string_erase (cell, (gssize) i, 1);
}

/* What Markdown takes over from pages: a cell is one line there. */
static void
read_breaks (GString *cell)
{
  static const char *const breaks[] = { "<br>", "<br/>", "<br />", "<BR>" };

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    g_string_replace (cell, breaks[i], "\n", 0);
  g_string_replace (cell, "&nbsp;", " ", 0);
}

static guint
add_marked (BbImportRow *row,
            const char  *start,
            gsize        length)
{
  g_autoptr (GString) cell = g_string_new_len (start, (gssize) length);
  g_autofree char *trimmed = NULL;
  guint n_struck;

  read_breaks (cell);
  trimmed = bb_text_trim (cell->str);
  g_string_assign (cell, trimmed);
  n_struck = cut_struck (cell);
  strip_marks (cell);
  drop_escapes (cell);
  bb_import_row_add_cell (row, cell->str, -1);
  return n_struck;
}

/* The outer bars are the table's frame. */
static guint
split_bars (const char  *line,
            BbImportRow *row)
{
  g_autofree char *trimmed = bb_text_trim (line);
  const char *p = is_bar (g_utf8_get_char (trimmed)) ? g_utf8_next_char (trimmed) : trimmed;
  guint n_struck = 0;

  for (;;)
    {
      const char *end = find_bar (p);

      if (*end == '\0' && end == p)
        return n_struck;
      n_struck += add_marked (row, p, (gsize) (end - p));
      if (*end == '\0')
        return n_struck;
      p = g_utf8_next_char (end);
    }
}

/* ---- commas ---- */

/* 1,234 and 5,678 on one line, or in one cell, are figures with a separator of thousands: nobody can say where they end. */
static gboolean
has_spaced_figures (const char *line)
{
  for (const char *p = line; (p = strchr (p, ' ')) != NULL; p++)
    if (p > line && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[strspn (p, " ")]))
      return TRUE;
  return FALSE;
}

/* As RFC 4180: a cell in quotes may hold commas, and quotes that are doubled. */
static const char *
read_cell (const char *p,
           GString    *cell)
{
  gboolean quoted = *p == '"';

  g_string_truncate (cell, 0);
  if (!quoted)
    {
      gsize n = strcspn (p, ",");

      g_string_append_len (cell, p, (gssize) n);
      return p + n;
    }
  for (p++; *p != '\0' && (*p != '"' || p[1] == '"'); p++)
    {
      p += *p == '"';
      g_string_append_c (cell, *p);
    }
  return p + (*p == '"') + strcspn (p + (*p == '"'), ",");
}

static gboolean
has_commas (const char *line)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  guint n = 0;

  if (strchr (line, ',') == NULL || strstr (line, "。") != NULL || strstr (line, "，") != NULL || has_spaced_figures (line))
    return FALSE;
  for (const char *p = read_cell (line, cell); *p == ','; p = read_cell (p + 1, cell))
    n++;
  return n >= FEWEST_COMMAS;
}

static void
split_commas (const char  *line,
              BbImportRow *row)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (const char *p = line;; p++)
    {
      p = read_cell (p, cell);
      bb_import_row_add_cell (row, cell->str, -1);
      if (*p != ',')
        return;
    }
}

/* ---- tabs ---- */

/* Excel puts a text in quotes when it holds a comma or a quote. */
static void
split_tabs (const char  *line,
            BbImportRow *row)
{
  for (;;)
    {
      gsize n = strcspn (line, "\t");
      gboolean quoted = n >= 2 && line[0] == '"' && line[n - 1] == '"';
      g_autofree char *cell = quoted ? g_strndup (line + 1, n - 2) : g_strndup (line, n);
      g_autoptr (GString) text = g_string_new (cell);

      if (quoted)
        g_string_replace (text, "\"\"", "\"", 0);
      bb_import_row_add_cell (row, text->str, -1);
      if (line[n] == '\0')
        return;
      line += n + 1;
    }
}

BbTextRow
bb_text_row_kind (const char *line)
{
  if (is_rule (line))
    return BB_TEXT_ROW_RULE;
  if (strchr (line, '\t') != NULL)
    return BB_TEXT_ROW_TABS;
  if (has_bars (line))
    return BB_TEXT_ROW_BARS;
  return has_commas (line) ? BB_TEXT_ROW_COMMAS : BB_TEXT_ROW_NONE;
}

guint
bb_text_row_split (BbTextRow    kind,
                   const char  *line,
                   BbImportRow *row)
{
  switch (kind)
    {
    case BB_TEXT_ROW_TABS:
      split_tabs (line, row);
      return 0;
    case BB_TEXT_ROW_BARS:
      return split_bars (line, row);
    case BB_TEXT_ROW_COMMAS:
      split_commas (line, row);
      return 0;
    case BB_TEXT_ROW_NONE:
    case BB_TEXT_ROW_RULE:
    default:
      g_return_val_if_reached (0);
    }
}
