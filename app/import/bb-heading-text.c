/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-heading-text.h"

#include "util/bb-characters.h"

#include <bianbao/bb-text.h>
#include <string.h>

/* The longest number and title, spaces between their characters included. */
#define LONGEST_HEADING 80

static const char numerals[] = "一二三四五六七八九十";

/* What may stand between a heading and the text that runs on behind it. */
static const char separators[] = "。：:；;，,.—-";

/* Behind a heading these begin the text that runs on, although nothing separates it. */
static const char openers[] = "（(0123456789０１２３４５６７８９";

static gboolean
is_one_of (const char *set,
           gunichar    character)
{
  return character != 0 && g_utf8_strchr (set, -1, character) != NULL;
}

static int
read_numeral (const char  *p,
              const char **end)
{
  const char *found = is_one_of (numerals, g_utf8_get_char (p)) ? g_utf8_strchr (numerals, -1, g_utf8_get_char (p)) : NULL;

  if (g_ascii_isdigit (*p))
    return (int) strtol (p, (char **) end, 10);
  if (found == NULL)
    return 0;
  *end = g_utf8_next_char (p);
  return (int) g_utf8_pointer_to_offset (numerals, found) + 1;
}

int
bb_heading_number (const char    *text,
                   BbNumberStyle *style)
{
  g_autofree char *folded = bb_text_fold_label (text);
  const char *bare = bb_text_strip_number (folded);
  const char *p = folded;
  const char *end = NULL;
  int number;

  *style = BB_NUMBERED_NONE;
  if (bare == folded)
    return 0;
  if (*p == '(')
    p++;
  else if (g_str_has_prefix (p, "第"))
    p += strlen ("第");
  number = read_numeral (p, &end);
  if (*folded == '(')
    *style = BB_NUMBERED_BRACKETS;
  else
    *style = p == folded && !g_ascii_isdigit (*p) ? BB_NUMBERED_CHINESE : BB_NUMBERED_OTHER;
  /* 十一 and more: no section has such a number. */
  return number > 0 && !is_one_of (numerals, g_utf8_get_char (end)) ? number : 0;
}

int
bb_heading_section_number (const BbSection *section)
{
  const char *end = NULL;

  return section->number != NULL ? read_numeral (section->number, &end) : 0;
}

/* …………3, ...... 3, or a page number alone. */
static gboolean
cut_page_number (char *folded)
{
  gsize length = strlen (folded);
  gsize start = length;

  while (length > 0 && g_ascii_isdigit (folded[length - 1]))
    folded[--length] = '\0';
  while (length > 0)
    {
      const char *last = g_utf8_prev_char (folded + length);

      if (!is_one_of (".…·-_", g_utf8_get_char (last)))
        break;
      length = last - folded;
    }
  folded[length] = '\0';
  return length < start;
}

/* A folded title and what it stands for. @loose: without the words that join others. */
typedef struct
{
  char *folded;
  char *loose;
  int section;
  gboolean is_official;
} Title;

static void
title_clear (gpointer data)
{
  Title *title = data;

  g_free (title->folded);
  g_free (title->loose);
}

/* 存在的主要问题及改进措施, 存在问题和改进措施: what offices write otherwise without a thought. */
static char *
drop_joints (const char *folded)
{
  static const char *const joints[] = { "以及", "主要", "的", "和", "及", "与", "、", "," };
  GString *loose = g_string_new (folded);

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    g_string_replace (loose, joints[i], "", 0);
  g_string_replace (loose, "其它", "其他", 0);
  return g_string_free (loose, FALSE);
}

static void
add_title (GArray     *titles,
           const char *text,
           int         section,
           gboolean    is_official)
{
  Title title = { bb_text_fold_label (text), NULL, section, is_official };

  title.loose = drop_joints (title.folded);
  g_array_append_val (titles, title);
}

GArray *
bb_heading_titles_new (const BbForm *form)
{
  GArray *titles = g_array_new (FALSE, FALSE, sizeof (Title));

  g_array_set_clear_func (titles, title_clear);
  for (guint i = 0; i < form->n_sections; i++)
    {
      const BbSection *section = &form->sections[i];

      if (section->title == NULL)
        continue;
      add_title (titles, section->title, (int) i, TRUE);
      for (guint j = 0; section->aliases != NULL && section->aliases[j] != NULL; j++)
        add_title (titles, section->aliases[j], (int) i, FALSE);
    }
  return titles;
}

static gboolean
find_section (GArray        *titles,
              const char    *bare,
              BbHeadingText *heading)
{
  for (guint i = 0; i < titles->len; i++)
    {
      const Title *title = &g_array_index (titles, Title, i);

      if (!g_str_equal (title->folded, bare))
        continue;
      heading->section = title->section;
      heading->is_official = title->is_official;
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_section_like (GArray        *titles,
                   const char    *bare,
                   BbHeadingText *heading)
{
  g_autofree char *loose = drop_joints (bare);

  for (guint i = 0; i < titles->len; i++)
    if (g_str_equal (g_array_index (titles, Title, i).loose, loose))
      {
        heading->section = g_array_index (titles, Title, i).section;
        heading->is_official = FALSE;
        return TRUE;
      }
  return FALSE;
}

static gboolean
begins_with_title (GArray     *titles,
                   const char *bare)
{
  for (guint i = 0; i < titles->len; i++)
    if (g_str_has_prefix (bare, g_array_index (titles, Title, i).folded))
      return TRUE;
  return FALSE;
}

const char *
bb_heading_skip_number (const char *folded)
{
  static const char *const words[] = { "部分", "章", "节" };
  const char *bare = bb_text_strip_number (folded);

  for (guint i = 0; g_str_has_prefix (folded, "第") && i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (bare, words[i]))
      return bare + strlen (words[i]);
  return bare;
}

/* A heading ends with `:` or `。` now and then. */
static void
cut_end (char *folded)
{
  for (gsize length = strlen (folded); length > 0; length = strlen (folded))
    {
      char *last = g_utf8_prev_char (folded + length);

      if (!is_one_of (":。.;", g_utf8_get_char (last)))
        return;
      *last = '\0';
    }
}

static gboolean
read_whole (GArray        *titles,
            const char    *text,
            BbHeadingText *heading)
{
  g_autofree char *folded = bb_text_fold_label (text);

  cut_end (folded);
  if (find_section (titles, bb_heading_skip_number (folded), heading) ||
      (heading->style != BB_NUMBERED_NONE && find_section_like (titles, bb_heading_skip_number (folded), heading)))
    return TRUE;
  if (!cut_page_number (folded) || !find_section (titles, bb_heading_skip_number (folded), heading))
    return FALSE;
  heading->is_listed = TRUE;
  return TRUE;
}

/* Whether the text at @p can run on behind a heading: 总体情况良好 is no heading. */
static const char *
find_rest (const char *start,
           const char *p)
{
  gunichar character = g_utf8_get_char (p);
  gunichar before = g_utf8_get_char (g_utf8_prev_char (p));

  if (is_one_of (separators, character))
    p = g_utf8_next_char (p);
  else if (!bb_character_is_space (character) && !bb_character_is_space (before) && !is_one_of (openers, character))
    return NULL;
  while (*p != '\0' && bb_character_is_space (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p > start && *p != '\0' ? p : NULL;
}

/* The heading as the beginning of a numbered line: characters are taken until they fold to the heading. */
static gboolean
read_running (GArray        *titles,
              const char    *text,
              const char    *begin,
              BbHeadingText *heading)
{
  g_autofree char *all = bb_text_fold_label (begin);
  const char *bare = bb_heading_skip_number (all);
  const char *p = text;

  if (bare == all || !begins_with_title (titles, bare))
    return FALSE;
  for (guint n = 0; *p != '\0' && n < LONGEST_HEADING; n++)
    {
      g_autofree char *head = NULL;
      g_autofree char *folded = NULL;

      p = g_utf8_next_char (p);
      head = g_strndup (text, p - text);
      folded = bb_text_fold_label (head);
      if (!find_section (titles, bb_heading_skip_number (folded), heading))
        continue;
      heading->rest = *p != '\0' ? find_rest (text, p) : NULL;
      if (heading->rest != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
bb_heading_text_read (GArray        *titles,
                      const char    *text,
                      BbHeadingText *heading)
{
  g_autofree char *begin = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), LONGEST_HEADING));

  *heading = (BbHeadingText) { .section = -1 };
  heading->number = bb_heading_number (begin, &heading->style);
  if (g_str_equal (begin, text) && read_whole (titles, text, heading))
    return TRUE;
  heading->is_official = FALSE;
  return heading->style != BB_NUMBERED_NONE && read_running (titles, text, begin, heading);
}
