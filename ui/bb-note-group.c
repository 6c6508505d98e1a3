/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-note-group.h"

#include <glib/gi18n.h>

/* Returns: (transfer container) (element-type BbField): each once, though several notes may name it */
static GPtrArray *
list_deduced (BbReport *report, GPtrArray *notes)
{
  GPtrArray *fields = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < notes->len; i++)
    for (const char *const *id = bb_note_get_cells (notes->pdata[i]); *id != NULL; id++)
      {
        BbField *field = bb_report_find_field (report, *id);

        if (field != NULL && bb_field_is_deduced (field) && g_hash_table_add (seen, field))
          g_ptr_array_add (fields, field);
      }
  return fields;
}

guint
bb_note_group_count_deduced (BbReport *report, GPtrArray *notes)
{
  g_autoptr (GPtrArray) fields = list_deduced (report, notes);

  return fields->len;
}

void
bb_note_group_confirm (BbReport *report, GPtrArray *notes)
{
  g_autoptr (GPtrArray) fields = list_deduced (report, notes);

  bb_report_begin_group (report, _("Confirm Notes"));
  for (guint i = 0; i < fields->len; i++)
    bb_confirm_field (report, fields->pdata[i]);
  for (guint i = 0; i < notes->len; i++)
    bb_report_dismiss_note (report, notes->pdata[i], TRUE);
  bb_report_end_group (report);
}
