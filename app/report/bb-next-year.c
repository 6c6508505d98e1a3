/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-last-year.h>
#include <bianbao/bb-text.h>

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows of table 3: what the last year carried out, this year carries in (form.md, `carry.requests`). */
#define CARRIED_IN "t3.carried_in."
#define CARRIED_OUT "t3.carried_out."

static void
add_note (BbReport *report, const char *id, BbSeverity severity, const GPtrArray *cells, const char *message)
{
  g_autoptr (BbNote) note = bb_note_new (id, severity, cells != NULL ? (const char *const *) cells->pdata : NULL, message, NULL);

  bb_report_add_note (report, note);
}

/* The field of @report that @last calls @id and means the same with it. */
static BbField *
find_successor (BbReport *report, const BbCell *cell)
{
  int index = bb_form_find_cell (bb_report_get_form (report), cell->id);
  BbField *field = index >= 0 ? bb_report_get_cell (report, (guint) index) : NULL;

  return field != NULL && bb_field_get_cell (field)->kind == cell->kind ? field : NULL;
}

/* ---- what was carried over ---- */

static gboolean
carry_column (BbReport *report, BbReport *last, BbField *field)
{
  const char *column = bb_field_get_id (field) + strlen (CARRIED_IN);
  g_autofree char *id = g_strconcat (CARRIED_OUT, column, NULL);
  BbField *source = bb_report_find_field (last, id);
  g_autofree char *number = NULL;
  g_autofree char *place = NULL;
  BbContent content = { .origin = BB_ORIGIN_DEDUCED };
  BbDecimal value;

  if (source == NULL || !bb_field_get_value (source, &value))
    return FALSE;
  number = bb_decimal_to_string (value);
  /* Translators: 1: a year, 2: the name of a cell in Chinese */
  place = g_strdup_printf (_("report for %1$d, %2$s"), bb_report_get_year (last), bb_field_get_name (source));
  content.text = number;
  content.source = place;
  bb_report_edit_content (report, field, &content);
  return TRUE;
}

static void
carry_requests (BbReport *report, BbReport *last)
{
  const BbForm *form = bb_report_get_form (report);
  g_autoptr (GPtrArray) carried = g_ptr_array_new ();
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  if (!bb_last_year_precedes (bb_report_get_year (last), bb_report_get_year (report)))
    return; /* bb_last_year_set() told */
  for (guint i = 0; i < form->n_cells; i++)
    {
      const BbCell *cell = &form->cells[i];

      if (!g_str_has_prefix (cell->id, CARRIED_IN) || cell->derived_from >= 0)
        continue;
      g_ptr_array_add (carry_column (report, last, bb_report_get_cell (report, i)) ? carried : open, (gpointer) cell->id);
    }
  if (carried->len > 0)
    {
      g_ptr_array_add (carried, NULL);
      add_note (report, "next.carried", BB_SEVERITY_HINT, carried,
                _("What was carried over from last year was taken from last year’s report, column by column; see whether it is still right"));
    }
  if (open->len > 0)
    {
      g_ptr_array_add (open, NULL);
      add_note (report, "next.not-carried", BB_SEVERITY_WARNING, open,
                _("Last year’s report has no numbers for what was carried over to this year in these columns; fill them in"));
    }
}

/* ---- what has no place any more ---- */

static void
note_lost_cells (BbReport *report, BbReport *last)
{
  const BbForm *form = bb_report_get_form (last);

  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (last, i);
      g_autofree char *message = NULL;
      BbDecimal value;

      if (find_successor (report, &form->cells[i]) != NULL || *bb_field_get_text (field) == '\0' ||
          (bb_field_get_value (field, &value) && bb_decimal_sign (value) == 0))
        continue;
      /* Translators: 1: the cell's name in Chinese, 2: what the cell held last year */
      message = g_strdup_printf (_("“%1$s” of last year’s report has no place in this edition of the form; it held %2$s"), form->cells[i].name,
                                 bb_field_get_text (field));
      add_note (report, "next.no-successor", BB_SEVERITY_HINT, NULL, message);
    }
}

/* ---- texts ---- */

static void
note_moved_years (BbReport *report, BbField *section, GPtrArray *moved)
{
  g_autofree char *list = NULL;
  g_autofree char *message = NULL;

  if (moved->len == 0)
    return;
  g_ptr_array_add (moved, NULL);
  list = g_strjoinv (", ", (char **) moved->pdata);
  /* Translators: 1: the title of a section in Chinese, 2: "2023年 → 2024年, 2024年 → 2025年" */
  message = g_strdup_printf (_("Years moved on in the draft of “%1$s”: %2$s"), bb_field_get_name (section), list);
  add_note (report, "next.years", BB_SEVERITY_HINT, NULL, message);
}

static void
carry_texts (BbReport *report, BbReport *last)
{
  const BbForm *form = bb_report_get_form (last);
  g_autofree char *source = g_strdup_printf (_("report for %d"), bb_report_get_year (last));

  for (guint i = 0; i < form->n_sections; i++)
    {
      int index = bb_form_find_section (bb_report_get_form (report), form->sections[i].id);
      g_autoptr (GPtrArray) moved = NULL;
      g_autofree char *text = NULL;
      BbContent content = { .origin = BB_ORIGIN_READ, .source = source };

      if (index < 0 || *bb_field_get_text (bb_report_get_section (last, i)) == '\0')
        continue;
      text = bb_next_year_move (bb_field_get_text (bb_report_get_section (last, i)), bb_report_get_year (last), bb_report_get_year (report), &moved);
      content.text = text;
      bb_report_edit_content (report, bb_report_get_section (report, (guint) index), &content);
      note_moved_years (report, bb_report_get_section (report, (guint) index), moved);
    }
}

static void
write_meta (BbReport *report, BbMeta meta, const char *text)
{
  bb_report_edit (report, bb_report_get_meta (report, meta), text, BB_ORIGIN_TYPED);
}

BbReport *
bb_next_year_new (BbReport *last, const char *organisation, int year)
{
  g_autofree char *digits = NULL;
  BbReport *report;

  g_return_val_if_fail (BB_IS_REPORT (last), NULL);
  if (year == 0)
    year = bb_report_get_year (last) != 0 ? bb_report_get_year (last) + 1 : bb_form_list ()[0]->first_year;
  digits = g_strdup_printf ("%d", year);
  report = bb_report_new (bb_form_for_year (year));
  bb_report_begin_group (report, NULL);
  write_meta (report, BB_META_ORGANISATION, organisation != NULL ? organisation : bb_report_get_organisation (last));
  write_meta (report, BB_META_YEAR, digits);
  write_meta (report, BB_META_CONTACT, bb_field_get_text (bb_report_get_meta (last, BB_META_CONTACT)));
  bb_last_year_set (report, last);
  carry_requests (report, last);
  carry_texts (report, last);
  note_lost_cells (report, last);
  bb_report_end_group (report);
  bb_report_follow_totals (report);
  bb_report_forget_history (report);
  bb_report_mark_unsaved (report);
  return report;
}
