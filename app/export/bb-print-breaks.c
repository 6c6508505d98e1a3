/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-print-breaks.h"

#include "export/bb-fit.h"

#include <string.h>

/* As GB/T 15834 and the line rules of word processors have them. */
static const char not_at_start[] = "，。、；：？！）〕】》〉」』”’％‰℃·～,.;:?!)]}%";
static const char not_at_end[] = "（〔【《〈「『“‘￥＄([{";

static gboolean
is_in (const char *set, gunichar c)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

gboolean
bb_print_is_closing (gunichar c)
{
  return c >= 0x80 && is_in (not_at_start, c);
}

gboolean
bb_print_is_opening (gunichar c)
{
  return c >= 0x80 && is_in (not_at_end, c);
}

gboolean
bb_print_is_wide (gunichar c)
{
  if (c < 0x80)
    return FALSE;

  /* Quotation marks, dashes and dots are as wide as a character in Chinese, which Unicode cannot know. */
  return g_unichar_iswide (c) || bb_print_is_closing (c) || bb_print_is_opening (c) || c == 0x2014 || c == 0x2026;
}

static gboolean
is_quote (gunichar c)
{
  return c == 0x201c || c == 0x201d || c == 0x2018 || c == 0x2019;
}

static gboolean
is_narrow_word (gunichar c)
{
  return c < 0x250 && g_unichar_isalnum (c);
}

/* Beside a quotation mark Chinese may break on its outer side, where no figure or foreign word touches it. */
static gboolean
breaks_at_quote (gunichar before, gunichar after)
{
  if (is_in (not_at_end, after) && is_quote (after))
    return !is_narrow_word (before) && before != ' ';
  if (is_in (not_at_start, before) && is_quote (before))
    return !is_narrow_word (after) && after != ' ';

  return FALSE;
}

static gboolean
is_figure (gunichar c)
{
  return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

/* A figure in full-width characters is one figure all the same, and so is 1，234. */
static gboolean
tears_figure (gunichar two_before, gunichar before, gunichar after)
{
  if (!is_figure (after))
    return FALSE;

  return is_figure (before) || (is_figure (two_before) && (before == 0xff0c || before == 0xff0e));
}

static BbPrintBreak
judge (gunichar two_before, gunichar before, gunichar after, const PangoLogAttr *attribute)
{
  if (!attribute->is_cursor_position)
    return BB_PRINT_NO_BREAK;
  if (is_in (not_at_end, before) || is_in (not_at_start, after) || tears_figure (two_before, before, after))
    return BB_PRINT_LAST_RESORT;
  if (attribute->is_line_break || breaks_at_quote (before, after) || bb_fit_breaks_address (two_before, before, after))
    return BB_PRINT_BREAK;

  return BB_PRINT_LAST_RESORT;
}

BbPrintBreak *
bb_print_breaks (const char *text, const PangoLogAttr *attributes, guint n_characters)
{
  BbPrintBreak *breaks = g_new0 (BbPrintBreak, n_characters + 1);
  gunichar two_before = 0, before = 0;
  const char *p = text;

  for (guint i = 0; i < n_characters; i++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (i > 0)
        breaks[i] = judge (two_before, before, c, &attributes[i]);
      two_before = before;
      before = c;
    }
  breaks[n_characters] = BB_PRINT_BREAK;

  return breaks;
}
