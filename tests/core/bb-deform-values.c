/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How people and programs write what stands in cells. */
#include "bb-deform.h"

#include <string.h>

typedef void (*CellFunc) (BbDeform *deform, BbDeformCell *cell);

static void
each_value (BbDeform *deform, int percent, CellFunc func)
{
  for (guint i = 0; i < deform->items->len; i++)
    for (guint r = 0; bb_deform_item (deform, i)->rows != NULL && r < bb_deform_item (deform, i)->rows->len; r++)
      {
        GPtrArray *row = bb_deform_row (bb_deform_item (deform, i), r);

        for (guint c = 0; c < row->len; c++)
          if (bb_deform_cell (row, c)->cell >= 0 && bb_deform_chance (deform, percent))
            func (deform, bb_deform_cell (row, c));
      }
}

/* What people see of the cell is another text now. */
static void
set (BbDeform *deform, BbDeformCell *cell, const char *text)
{
  bb_deform_write (deform, (guint) cell->cell, text);
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static void
add_unit (BbDeform *deform, BbDeformCell *cell)
{
  const char *unit = deform->form->cells[cell->cell].unit;
  g_auto (GStrv) units = unit != NULL ? g_strsplit (unit, " ", 2) : NULL;
  g_autofree char *text = unit != NULL ? g_strconcat (cell->text, units[0], NULL) : NULL;

  if (text != NULL)
    set (deform, cell, text);
}

static void
add_remark (BbDeform *deform, BbDeformCell *cell)
{
  g_autofree char *text = g_strdup_printf (bb_deform_chance (deform, 50) ? "%s（其中修订 16 件）" : "%s(含上年3件)", cell->text);

  set (deform, cell, text);
}

static void
group_digits (BbDeform *deform, BbDeformCell *cell)
{
  const char *mark = bb_deform_chance (deform, 50) ? "," : "，";
  gsize length = strcspn (cell->text, ".");
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      g_string_append_c (text, cell->text[i]);
      if (cell->text[i] != '-' && i + 1 < length && (length - 1 - i) % 3 == 0)
        g_string_append (text, mark);
    }
  g_string_append (text, cell->text + length);
  set (deform, cell, text->str);
  g_string_free (text, TRUE);
}

static void
widen_digits (BbDeform *deform, BbDeformCell *cell)
{
  GString *text = g_string_new (NULL);

  for (const char *p = cell->text; *p != '\0'; p++)
    g_string_append_unichar (text, *p == '-' || *p == '.' ? (gunichar) *p : (gunichar) *p - '0' + 0xFF10);
  set (deform, cell, text->str);
  g_string_free (text, TRUE);
}

static void
split_digits (BbDeform *deform, BbDeformCell *cell)
{
  GString *markup = g_string_new ("<p class=\"MsoNormal\">");

  for (const char *p = cell->text; *p != '\0'; p++)
    g_string_append_printf (markup, "<span lang=\"EN-US\">%c</span>%s", *p, bb_deform_chance (deform, 30) ? "<o:p></o:p>" : "");
  g_string_append (markup, "<o:p></o:p></p>");
  g_free (cell->markup);
  cell->markup = g_string_free (markup, FALSE);
}

static void
pad_markup (BbDeform *deform, BbDeformCell *cell)
{
  static const char *const patterns[] = {
    "&nbsp;%s&nbsp;", "<p>&nbsp;</p><p>%s</p>", "<div><font size=2>%s<o:p>&nbsp;</o:p></font></div>", "%s<br>", "\n\t\t<p>\n%s\n</p>\n", "<p><a name=1></a>%s</p><p></p>",
    "&ensp;%s&emsp;", "&#8203;%s&#8203;", "<b></b>%s<sup></sup>", "<table><tr><td>%s</td></tr></table>", "<!-- 7 -->%s", "<input type=hidden value=9>%s",
  };

  g_free (cell->markup);
  cell->markup = g_strdup_printf (patterns[bb_deform_pick (deform, G_N_ELEMENTS (patterns))], cell->text);
}

static void
pad_text (BbDeform *deform, BbDeformCell *cell)
{
  static const char *const patterns[] = { " %s", "%s ", "　%s　", "\u00a0%s\u00a0", "\u200b%s", "%s\u3000\u00a0" };
  g_autofree char *text = g_strdup_printf (patterns[bb_deform_pick (deform, G_N_ELEMENTS (patterns))], cell->text);

  set (deform, cell, text);
}

static void
write_word (BbDeform *deform, BbDeformCell *cell)
{
  static const char *const words[] = { "/", "-", "—", "——", "无", "－", "\\", "无数据", "不适用", "*", "零", "/ /" };

  set (deform, cell, words[bb_deform_pick (deform, G_N_ELEMENTS (words))]);
}

static void
blank (BbDeform *deform, BbDeformCell *cell)
{
  set (deform, cell, "");
}

static void
blank_zero (BbDeform *deform, BbDeformCell *cell)
{
  if (g_str_equal (cell->text, "0"))
    set (deform, cell, "");
}

static void
blank_total (BbDeform *deform, BbDeformCell *cell)
{
  if (deform->form->cells[cell->cell].derived_from >= 0)
    set (deform, cell, "");
}

static void
slash_zero (BbDeform *deform, BbDeformCell *cell)
{
  if (g_str_equal (cell->text, "0"))
    set (deform, cell, "/");
}

static void
break_digits (BbDeform *deform, BbDeformCell *cell)
{
  gsize length = strlen (cell->text);
  g_autofree char *text = NULL;

  if (!is_digits (cell->text) || length < 2)
    return;
  text = g_strdup_printf ("%.*s\n%s", (int) (length / 2), cell->text, cell->text + length / 2);
  set (deform, cell, text);
}

static void
lead_zero (BbDeform *deform, BbDeformCell *cell)
{
  g_autofree char *text = g_strdup_printf (bb_deform_chance (deform, 50) ? "0%s" : "%s.0", cell->text);

  if (is_digits (cell->text))
    set (deform, cell, text);
}

static void units (BbDeform *deform) { each_value (deform, 40, add_unit); }
static void remarks (BbDeform *deform) { each_value (deform, 10, add_remark); }
static void grouped (BbDeform *deform) { each_value (deform, 90, group_digits); }
static void wide (BbDeform *deform) { each_value (deform, 60, widen_digits); }
static void split (BbDeform *deform) { each_value (deform, 90, split_digits); }
static void padded_markup (BbDeform *deform) { each_value (deform, 60, pad_markup); }
static void padded (BbDeform *deform) { each_value (deform, 60, pad_text); }
static void some_words (BbDeform *deform) { each_value (deform, 10, write_word); }
static void many_words (BbDeform *deform) { each_value (deform, 60, write_word); }
static void blanks (BbDeform *deform) { each_value (deform, 10, blank); }
static void many_blanks (BbDeform *deform) { each_value (deform, 60, blank); }
static void no_zeros (BbDeform *deform) { each_value (deform, 100, blank_zero); }
static void no_totals (BbDeform *deform) { each_value (deform, 100, blank_total); }
static void slashes (BbDeform *deform) { each_value (deform, 100, slash_zero); }
static void broken (BbDeform *deform) { each_value (deform, 60, break_digits); }
static void zeros_in_front (BbDeform *deform) { each_value (deform, 60, lead_zero); }

/* One figure that does not fit its sums, as in many published reports. */
static void
change_figure (BbDeform *deform, BbDeformCell *cell)
{
  BbDecimal *value = &deform->values[cell->cell];
  g_autofree char *text = NULL;

  if (value->scale > 0)
    return;
  deform->is_unsound = TRUE;
  value->mantissa += bb_deform_chance (deform, 50) ? 1 : 10;
  text = bb_decimal_to_string (*value);
  set (deform, cell, text);
}

static void unsound (BbDeform *deform) { each_value (deform, 2, change_figure); }

/* *INDENT-OFF* */
const BbDeformCase bb_deform_values[] = {
  { "units",          units,          "htdx" },
  { "remarks",        remarks,        "htdx" },
  { "grouped",        grouped,        "htdx" },
  { "wide-digits",    wide,           "htdx" },
  { "split-digits",   split,          "h" },
  { "padded-markup",  padded_markup,  "h" },
  { "padded",         padded,         "hdx" },
  { "words",          some_words,     "htdx" },
  { "many-words",     many_words,     "htdx" },
  { "blanks",         blanks,         "htdx" },
  { "many-blanks",    many_blanks,    "htdx*" },
  { "no-zeros",       no_zeros,       "htdx" },
  { "no-totals",      no_totals,      "htdx" },
  { "slashes",        slashes,        "htdx" },
  { "broken-digits",  broken,         "hdx" },
  { "zeros-in-front", zeros_in_front, "htdx" },
  { "unsound",        unsound,        "htdx" },
  { NULL,             NULL,           NULL },
};
/* *INDENT-ON* */
