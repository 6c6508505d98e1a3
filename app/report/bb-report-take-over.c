/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-report.h>

#include <glib/gi18n-lib.h>

static void
take_field (BbReport *self,
            BbField  *field,
            BbField  *from)
{
  BbContent content = {
    (char *) bb_field_get_text (from),
    bb_field_get_origin (from),
    bb_field_get_state (from) == BB_STATE_MISSING,
    (char *) bb_field_get_source (from),
    (char *) bb_field_get_unit (from),
    NULL,
    (char *) bb_field_get_remark (from),
  };

  bb_report_edit_content (self, field, &content);
}

static void
take_meta (BbReport *self,
           BbReport *from)
{
  static const BbMeta always[] = { BB_META_ORGANISATION, BB_META_YEAR, BB_META_TITLE };
  static const BbMeta stated[] = { BB_META_CONTACT, BB_META_DATE };

  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    take_field (self, bb_report_get_meta (self, always[i]), bb_report_get_meta (from, always[i]));
  for (guint i = 0; i < G_N_ELEMENTS (stated); i++)
    if (*bb_field_get_text (bb_report_get_meta (from, stated[i])) != '\0')
      take_field (self, bb_report_get_meta (self, stated[i]), bb_report_get_meta (from, stated[i]));
}

static void
take_content (BbReport *self,
              BbReport *from)
{
  const BbForm *form = bb_report_get_form (self);

  for (guint i = 0; i < form->n_sections; i++)
    {
      take_field (self, bb_report_get_section (self, i), bb_report_get_section (from, i));
      bb_report_set_section_done (self, i, FALSE);
    }
  for (guint i = 0; i < form->n_cells; i++)
    take_field (self, bb_report_get_cell (self, i), bb_report_get_cell (from, i));
}

/* The list itself follows when the step is over. */
static void
dismiss_notes (BbReport *self)
{
  GListModel *notes = bb_report_get_notes (self);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);

      bb_report_dismiss_note (self, note, TRUE);
    }
}

/* A note belongs to one report. */
static void
take_notes (BbReport *self,
            BbReport *from)
{
  GListModel *notes = bb_report_get_notes (from);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);
      g_autoptr (BbNote) copy = bb_note_new (bb_note_get_id (note), bb_note_get_severity (note), bb_note_get_cells (note),
                                             bb_note_get_message (note), bb_note_get_place (note));

      if (!bb_note_get_dismissed (note))
        bb_report_add_note (self, copy);
    }
}

gboolean
bb_report_take_over (BbReport *self,
                     BbReport *from)
{
  const BbForm *form = bb_report_get_form (from);
  int year = bb_report_get_year (from);

  if (bb_report_get_read_only (self) || (bb_report_get_form (self) != form && (year == 0 || bb_form_for_year (year) != form)))
    return FALSE;
  bb_report_begin_group (self, _("Replace by a File"));
  dismiss_notes (self);
  if (bb_report_get_form (self) != form)
    bb_report_set_year (self, year, TRUE);
  take_meta (self, from);
  take_content (self, from);
  take_notes (self, from);
  bb_report_end_group (self);
  return TRUE;
}
