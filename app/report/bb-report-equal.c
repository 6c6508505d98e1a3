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

/* Takes both texts over. */
static gboolean
texts_equal (const char *what, char *a, char *b, char **difference)
{
  g_autofree char *own_a = a;
  g_autofree char *own_b = b;

  return g_str_equal (own_a, own_b) || differ (difference, "%s: “%s” and “%s”", what, own_a, own_b);
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
  return texts_equal (id, bb_text_trim (bb_field_get_text (a)), bb_text_trim (bb_field_get_text (b)), difference);
}

static gboolean
sections_equal (BbField *a, BbField *b, char **difference)
{
  return texts_equal (bb_field_get_id (a), bb_text_normalize_narrative (bb_field_get_text (a)),
                      bb_text_normalize_narrative (bb_field_get_text (b)), difference);
}

static gboolean
meta_equal (BbReport *a, BbReport *b, char **difference)
{
  g_autofree char *title_a = bb_report_get_title (a);
  g_autofree char *title_b = bb_report_get_title (b);

  if (bb_report_get_year (a) != bb_report_get_year (b))
    return differ (difference, "year: %d and %d", bb_report_get_year (a), bb_report_get_year (b));
  return texts_equal ("title", bb_text_trim (title_a), bb_text_trim (title_b), difference) &&
         texts_equal ("organisation", bb_text_trim (bb_report_get_organisation (a)),
                      bb_text_trim (bb_report_get_organisation (b)), difference);
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
    if (!sections_equal (bb_report_get_section (a, i), bb_report_get_section (b, i), difference))
      return FALSE;
  for (guint i = 0; i < form->n_cells; i++)
    if (!cells_equal (a->edition->cells[i], b->edition->cells[i], difference))
      return FALSE;
  return TRUE;
}
