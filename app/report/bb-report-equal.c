/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Round-trip equality (design.md, "Round trip means"). */
#include "report/bb-report-private.h"

#include <bianbao/bb-text.h>

/* For tests and for messages to developers: not translated. */
static gboolean G_GNUC_PRINTF (2, 3)
differ (char **difference, const char *format, ...)
{
  va_list arguments;

  if (difference != NULL)
    {
      va_start (arguments, format);
      *difference = g_strdup_vprintf (format, arguments);
      va_end (arguments);
    }
  return FALSE;
}

static gboolean
is_structure (gunichar character)
{
  return (character >= '\t' && character <= '\r') || character == 0x85 || character == 0x2028 || character == 0x2029;
}

/* Tabs and line breaks are structure in every format, so inside a text each stands for one space; "\r\n" is one. */
static char *
fold_controls (const char *text, gboolean keep_paragraphs)
{
  g_autofree char *normal = keep_paragraphs ? bb_text_normalize_narrative (text) : g_strdup (text);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == '\r' && at[1] == '\n')
        continue;
      g_string_append_unichar (folded, is_structure (character) && !(keep_paragraphs && character == '\n') ? ' ' : character);
    }
  return bb_text_trim (folded->str);
}

static gboolean
texts_equal (const char *what, const char *a, const char *b, gboolean are_narrative, char **difference)
{
  g_autofree char *folded_a = fold_controls (a, are_narrative);
  g_autofree char *folded_b = fold_controls (b, are_narrative);

  return g_str_equal (folded_a, folded_b) || differ (difference, "%s: “%s” and “%s”", what, folded_a, folded_b);
}

static gboolean
cells_equal (BbField *a, BbField *b, char **difference)
{
  BbDecimal value_a, value_b;
  const char *id = bb_field_get_id (a);

  if (bb_value_is_empty (bb_field_get_stored (a)) && bb_value_is_empty (bb_field_get_stored (b)))
    return TRUE;
  if (bb_field_get_state (a) != bb_field_get_state (b))
    return differ (difference, "%s: %s “%s” and %s “%s”", id, bb_state_to_string (bb_field_get_state (a)),
                   bb_field_get_text (a), bb_state_to_string (bb_field_get_state (b)), bb_field_get_text (b));
  if (bb_field_get_value (a, &value_a) && bb_field_get_value (b, &value_b) && bb_decimal_compare (value_a, value_b) != 0)
    return differ (difference, "%s: values of “%s” and “%s”", id, bb_field_get_text (a), bb_field_get_text (b));
  return texts_equal (id, bb_field_get_text (a), bb_field_get_text (b), FALSE, difference);
}

static gboolean
meta_equal (BbReport *a, BbReport *b, char **difference)
{
  g_autofree char *title_a = bb_report_get_title (a);
  g_autofree char *title_b = bb_report_get_title (b);

  if (bb_report_get_year (a) != bb_report_get_year (b))
    return differ (difference, "year: %d and %d", bb_report_get_year (a), bb_report_get_year (b));
  return texts_equal ("title", title_a, title_b, FALSE, difference) &&
         texts_equal ("organisation", bb_report_get_organisation (a), bb_report_get_organisation (b), FALSE, difference);
}

gboolean
bb_report_equal (BbReport *a, BbReport *b, char **difference)
{
  const BbForm *form;

  g_return_val_if_fail (BB_IS_REPORT (a), FALSE);
  g_return_val_if_fail (BB_IS_REPORT (b), FALSE);

  if (difference != NULL)
    *difference = NULL;
  form = a->edition->form;
  if (form != b->edition->form)
    return differ (difference, "form: %s and %s", form->id, b->edition->form->id);
  if (!meta_equal (a, b, difference))
    return FALSE;
  for (guint i = 0; i < form->n_sections; i++)
    if (!texts_equal (form->sections[i].id, bb_field_get_text (bb_report_get_section (a, i)),
                      bb_field_get_text (bb_report_get_section (b, i)), TRUE, difference))
      return FALSE;
  for (guint i = 0; i < form->n_cells; i++)
    if (!cells_equal (a->edition->cells[i], b->edition->cells[i], difference))
      return FALSE;
  return TRUE;
}
