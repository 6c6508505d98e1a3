/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-recent-figures.h"

#define RECENT_KEY "bb-recent-figures"
#define RECENT_LIMIT 5

/* Ids, so that they are still right on another edition of the form. */
static GPtrArray *
get_recent (BbReport *report)
{
  GPtrArray *recent = g_object_get_data (G_OBJECT (report), RECENT_KEY);

  if (recent == NULL)
    {
      recent = g_ptr_array_new_with_free_func (g_free);
      g_object_set_data_full (G_OBJECT (report), RECENT_KEY, recent, (GDestroyNotify) g_ptr_array_unref);
    }
  return recent;
}

void
bb_recent_figures_add (BbReport *report, guint cell)
{
  GPtrArray *recent = get_recent (report);
  const char *id = bb_report_get_form (report)->cells[cell].id;
  guint index;

  if (g_ptr_array_find_with_equal_func (recent, id, g_str_equal, &index))
    g_ptr_array_remove_index (recent, index);
  g_ptr_array_insert (recent, 0, g_strdup (id));
  if (recent->len > RECENT_LIMIT)
    g_ptr_array_set_size (recent, RECENT_LIMIT);
}

GArray *
bb_recent_figures_guess (BbReport *report, BbField *field, guint offset)
{
  GPtrArray *recent = get_recent (report);
  GArray *cells = bb_figures_guess (report, (guint) bb_field_get_section (field), offset);

  for (guint i = 0; i < recent->len; i++)
    {
      int cell = bb_form_find_cell (bb_report_get_form (report), g_ptr_array_index (recent, i));
      guint index = (guint) cell;

      if (cell >= 0)
        g_array_append_val (cells, index);
    }
  return cells;
}
