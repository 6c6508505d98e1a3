/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-narrative.h"

#include <math.h>
#include <string.h>

/* ---- reports ---- */

static void
fill_row (BbReport *report, const char *row, const char *values)
{
  const BbForm *form = bb_report_get_form (report);
  g_auto (GStrv) numbers = g_strsplit (values, " ", -1);
  g_autofree char *prefix = g_strconcat (row, ".", NULL);
  guint next = 0;

  for (guint i = 0; i < form->n_cells && numbers[next] != NULL; i++)
    if (g_str_has_prefix (form->cells[i].id, prefix) && form->cells[i].derived_from < 0)
      bb_report_edit (report, bb_report_get_cell (report, i), numbers[next++], BB_ORIGIN_READ);
  g_assert_null (numbers[next]);
}

static void
fill_zeros (BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; i < form->n_cells; i++)
    if (form->cells[i].derived_from < 0 && bb_field_get_state (bb_report_get_cell (report, i)) != BB_STATE_NUMBER)
      bb_report_edit (report, bb_report_get_cell (report, i), "0", BB_ORIGIN_READ);
  bb_report_follow_totals (report);
}

static BbReport *
begin_report (const char *const *places)
{
  BbReport *report = bb_report_new (bb_form_get ("2021"));

  bb_report_edit (report, bb_report_get_meta (report, BB_META_YEAR), places[1], BB_ORIGIN_READ);
  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), places[2], BB_ORIGIN_READ);
  return report;
}

BbReport *
bb_narrative_report (const char *set)
{
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "narrative", "figures.tsv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_of_set = FALSE;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) places = g_strsplit (lines[i], "\t", -1);

      if (g_strv_length (places) == 3)
        {
          is_of_set = g_str_equal (places[0], set);
          if (is_of_set)
            g_ptr_array_add (reports, begin_report ((const char *const *) places));
        }
      else if (is_of_set && g_strv_length (places) == 2)
        fill_row (g_ptr_array_index (reports, reports->len - 1), places[0], places[1]);
    }
  g_assert_cmpuint (reports->len, >, 0);
  g_ptr_array_foreach (reports, (GFunc) (void *) fill_zeros, NULL);
  if (reports->len > 1)
    bb_last_year_set (g_ptr_array_index (reports, 0), g_ptr_array_index (reports, 1));
  return g_object_ref (g_ptr_array_index (reports, 0));
}

/* ---- figures ---- */

static double
value_of (BbReport *report, BbLastYear *last, const char *id)
{
  int cell = bb_form_find_cell (bb_report_get_form (report), id);
  BbDecimal value;

  if (cell < 0)
    g_error ("no cell “%s”", id);
  g_assert_true (last != NULL ? bb_last_year_get_value (last, (guint) cell, &value)
                              : bb_field_get_value (bb_report_get_cell (report, (guint) cell), &value));
  return bb_decimal_to_double (value);
}

static double
sum_of (BbReport *report, BbLastYear *last, const char *expression)
{
  g_auto (GStrv) ids = g_strsplit (expression, "+", -1);
  double sum = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    sum += value_of (report, last, g_strstrip (ids[i]));
  return sum;
}

static void
append_chinese (GString *text, int value)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  g_assert_cmpint (value, <, 100);
  if (value >= 20)
    g_string_append (text, digits[value / 10]);
  if (value >= 10)
    g_string_append (text, "十");
  g_string_append (text, value == 0 ? "零" : digits[value % 10]);
}

static char *
write_number (double value, const char *format)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (format != NULL && g_str_has_prefix (format, "wan"))
    g_string_append_printf (text, "%.*f", format[3] - '0', value / 10000);
  else if (g_strcmp0 (format, "yuan") == 0)
    g_string_append_printf (text, "%.0f", value * 10000);
  else if (g_strcmp0 (format, "zh") == 0)
    append_chinese (text, (int) value);
  else if (value != floor (value))
    g_string_append_printf (text, "%.2f", value);
  else if (g_strcmp0 (format, "comma") == 0 && value >= 1000)
    g_string_append_printf (text, "%d,%03d", (int) value / 1000, (int) value % 1000);
  else
    g_string_append_printf (text, "%.0f", value);
  if (g_strcmp0 (format, "full") == 0)
    {
      g_autofree char *half = g_strdup (text->str);

      g_string_truncate (text, 0);
      for (const char *p = half; *p != '\0'; p++)
        g_string_append_unichar (text, (gunichar) (*p + 0xFEE0));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- sentences ---- */

static void
slot_free (gpointer data)
{
  BbNarrativeSlot *slot = data;

  g_free (slot->before);
  g_free (slot->right);
  g_free (slot->format);
  g_ptr_array_unref (slot->others);
  g_strfreev (slot->cells);
  g_free (slot);
}

void
bb_sentence_free (BbSentence *sentence)
{
  g_ptr_array_unref (sentence->slots);
  g_free (sentence->end);
  g_free (sentence);
}

static char **
name_cells (const char *expression)
{
  g_autofree char *plain = g_strdelimit (g_strdup (expression), "+", ' ');

  return g_strsplit_set (g_strstrip (plain), " ", -1);
}

static char *
percent (double part, double whole, int decimals)
{
  return g_strdup_printf ("%.*f", decimals, fabs (part * 100 / whole) + 1e-9);
}

static void
parse_figure (BbReport *report, BbLastYear *last, const char *body, BbNarrativeSlot *slot)
{
  g_auto (GStrv) halves = g_strsplit (body, "|", 2);
  g_auto (GStrv) meanings = g_strsplit (halves[0], " or ", -1);
  g_autofree char *all = NULL;

  slot->kind = last != NULL ? BB_SLOT_LAST : BB_SLOT_FIGURE;
  slot->format = g_strdup (halves[1]);
  all = g_strjoinv ("+", meanings);
  slot->cells = name_cells (all);
  slot->right = write_number (sum_of (report, last, meanings[0]), slot->format);
  for (guint i = 1; meanings[i] != NULL; i++)
    g_ptr_array_add (slot->others, write_number (sum_of (report, last, meanings[i]), slot->format));
}

/* "%1 part / whole", "grow1 cells" and "diff cells": the digit is how many decimals there are. */
static void
parse_ratio (BbReport *report, BbLastYear *last, const char *body, BbNarrativeSlot *slot)
{
  const char *expression = strchr (body, ' ') + 1;
  g_auto (GStrv) halves = g_strsplit (expression, " / ", 2);
  double now = sum_of (report, NULL, halves[0]);

  slot->cells = name_cells (halves[0]);
  slot->kind = *body == '%' ? BB_SLOT_SHARE : *body == 'g' ? BB_SLOT_GROWTH : BB_SLOT_DIFFERENCE;
  if (*body == '%')
    slot->right = percent (now, sum_of (report, NULL, halves[1]), body[1] - '0');
  else if (*body == 'g')
    slot->right = percent (now - sum_of (report, last, halves[0]), sum_of (report, last, halves[0]), body[4] - '0');
  else
    slot->right = g_strdup_printf ("%.0f", fabs (now - sum_of (report, last, halves[0])));
}

static BbNarrativeSlot *
parse_slot (BbReport *report, BbLastYear *last, const char *before, const char *body)
{
  BbNarrativeSlot *slot = g_new0 (BbNarrativeSlot, 1);

  slot->before = g_strdup (before);
  slot->others = g_ptr_array_new_with_free_func (g_free);
  if (g_str_has_prefix (body, "none "))
    {
      g_auto (GStrv) halves = g_strsplit (body + 5, ":", 2);

      slot->kind = BB_SLOT_NONE;
      slot->cells = name_cells (halves[0]);
      slot->right = g_strdup (halves[1]);
    }
  else if (g_str_has_prefix (body, "last:"))
    parse_figure (report, last, body + 5, slot);
  else if (*body == '%' || g_str_has_prefix (body, "grow") || g_str_has_prefix (body, "diff"))
    parse_ratio (report, last, body, slot);
  else
    parse_figure (report, NULL, body, slot);
  return slot;
}

BbSentence *
bb_sentence_parse (BbReport *report, const char *template)
{
  BbSentence *sentence = g_new0 (BbSentence, 1);
  g_autoptr (BbLastYear) last = bb_last_year_read (report);
  const char *p = template;

  sentence->slots = g_ptr_array_new_with_free_func (slot_free);
  for (const char *open = strchr (p, '{'); open != NULL; open = strchr (p, '{'))
    {
      const char *close = strchr (open, '}');
      g_autofree char *before = g_strndup (p, (gsize) (open - p));
      g_autofree char *body = g_strndup (open + 1, (gsize) (close - open) - 1);

      g_ptr_array_add (sentence->slots, parse_slot (report, last, before, body));
      p = close + 1;
    }
  sentence->end = g_strdup (p);
  return sentence;
}

char *
bb_sentence_write (BbSentence *sentence, int changed, const char *instead, guint *start, guint *length)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sentence->slots->len; i++)
    {
      BbNarrativeSlot *slot = g_ptr_array_index (sentence->slots, i);
      const char *words = (int) i == changed && instead != NULL ? instead : slot->right;

      g_string_append (text, slot->before);
      if ((int) i == changed)
        {
          *start = (guint) g_utf8_strlen (text->str, -1);
          *length = (guint) g_utf8_strlen (words, -1);
        }
      g_string_append (text, words);
    }
  g_string_append (text, sentence->end);
  return g_string_free (text, FALSE);
}

/* ---- wrong figures ---- */

static void
add_wrong (GPtrArray *wrong, BbNarrativeSlot *slot, char *text)
{
  g_autofree char *owned = text;

  if (g_str_equal (text, slot->right) || g_ptr_array_find_with_equal_func (slot->others, text, g_str_equal, NULL) ||
      g_ptr_array_find_with_equal_func (wrong, text, g_str_equal, NULL))
    return;
  g_ptr_array_add (wrong, g_steal_pointer (&owned));
}

/* The last digit that can be one more. */
static char *
dup_one_more (const char *text)
{
  GString *changed = g_string_new (NULL);
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));
  static const char *const chinese = "零一二三四五六七八九";
  const char *found;
  gunichar character = g_utf8_get_char (last);

  g_string_append_len (changed, text, last - text);
  found = g_utf8_strchr (chinese, -1, character);
  if (found != NULL)
    g_string_append_unichar (changed, g_utf8_get_char (chinese + ((found - chinese) / 3 + 1) % 10 * 3));
  else if (character == 0x5341) /* 十 */
    g_string_append (changed, "十一");
  else if (character == '9' || character == 0xFF19)
    g_string_append_unichar (changed, character - 2);
  else
    g_string_append_unichar (changed, character + 1);
  return g_string_free (changed, FALSE);
}

/* The first two digits beside each other that differ change places; the first digit does not become 0. */
static char *
dup_swapped (const char *text)
{
  char *changed = g_strdup (text);

  for (char *p = changed; p[0] != '\0' && p[1] != '\0'; p++)
    if (g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) && p[0] != p[1] && !(p == changed && p[1] == '0'))
      {
        char first = p[0];

        p[0] = p[1];
        p[1] = first;
        break;
      }
  return changed;
}

GPtrArray *
bb_slot_wrong (BbReport *report, BbNarrativeSlot *slot)
{
  static const char *const cells[] = { "t3.granted.total", "t3.new.natural", "t3.total.total", "t4.review.total", "t2.normative.made", "t3.carried_out.total" };
  GPtrArray *wrong = g_ptr_array_new_with_free_func (g_free);

  if (slot->kind == BB_SLOT_NONE)
    return wrong;
  add_wrong (wrong, slot, dup_one_more (slot->right));
  add_wrong (wrong, slot, dup_swapped (slot->right));
  for (guint i = 0; i < G_N_ELEMENTS (cells) && slot->kind == BB_SLOT_FIGURE && slot->format == NULL; i++)
    add_wrong (wrong, slot, write_number (value_of (report, NULL, cells[i]), NULL));
  return wrong;
}
