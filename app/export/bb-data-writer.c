/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-data-writer.h"

#include "export/bb-page-text.h"
#include "form/bb-form-kinds.h"

#include <bianbao/bb-export.h>
#include <bianbao/bb-json.h>
#include <bianbao/bb-text.h>
#include <string.h>

#define BYTE_ORDER_MARK "\357\273\277"
#define ROW_END "\r\n"

/* Returns: (transfer full): what the figure counts: the unit typed behind it, the one recorded, else the form's first. */
static char *
unit_of (BbField *field)
{
  const BbCell *cell = bb_field_get_cell (field);
  const BbNumber *number = bb_field_get_number (field);
  const char *recorded = bb_field_get_unit (field);

  if (bb_field_get_state (field) == BB_STATE_NUMBER && number->form == BB_NUMBER_OWN_UNIT)
    return bb_page_clean (number->unit);
  if (recorded != NULL && *recorded != '\0')
    return bb_page_clean (recorded);
  return cell->unit != NULL ? g_strndup (cell->unit, strcspn (cell->unit, " ")) : g_strdup ("");
}

/* ---- JSON ---- */

static void
add_json_cell (GString *out, BbField *field)
{
  const BbCell *cell = bb_field_get_cell (field);
  g_autofree char *unit = unit_of (field);
  BbDecimal value;

  bb_json_add_name (out, cell->id);
  g_string_append_c (out, '{');
  bb_json_add_text (out, "label", cell->name);
  bb_json_add_text (out, "kind", bb_kind_to_string (cell->kind));
  bb_json_add_text (out, "unit", unit);
  bb_json_add_text (out, "state", bb_state_to_string (bb_field_get_state (field)));
  if (bb_field_get_value (field, &value))
    bb_json_add_decimal (out, "value", value);
  bb_json_add_text (out, "text", bb_field_get_text (field));
  bb_json_add_text (out, "origin", bb_origin_to_string (bb_field_get_origin (field)));
  g_string_append_c (out, '}');
}

void
bb_export_add_json (BbReport *report, GString *out)
{
  const BbForm *form = bb_report_get_form (report);
  g_autofree char *title = bb_report_get_title (report);

  bb_json_add_text (out, "form", form->id);
  bb_json_add_year (out, bb_report_get_year (report));
  bb_json_add_text (out, "organisation", bb_report_get_organisation (report));
  bb_json_add_text (out, "title", title);
  bb_json_add_name (out, "sections");
  g_string_append_c (out, '{');
  for (guint i = 0; i < form->n_sections; i++)
    bb_json_add_text (out, form->sections[i].id, bb_field_get_text (bb_report_get_section (report, i)));
  g_string_append_c (out, '}');
}

void
bb_json_write (BbReport *report, GString *out)
{
  const BbForm *form = bb_report_get_form (report);

  g_string_append_c (out, '{');
  bb_export_add_json (report, out);
  bb_json_add_name (out, "cells");
  g_string_append_c (out, '{');
  for (guint i = 0; i < form->n_cells; i++)
    add_json_cell (out, bb_report_get_cell (report, i));
  g_string_append (out, "}}\n");
}

/* ---- CSV ---- */

static void
add_plain (GString *out, const char *text)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
  g_string_append (out, text);
}

/* Quoted whenever some program might take a part of it for the end of the cell; on one line, for those that read by lines. */
static void
add_text (GString *out, const char *text)
{
  g_autofree char *clean = bb_page_clean (text);
  g_autofree char *guarded = bb_text_guard_formula (clean);
  g_autoptr (GString) cell = g_string_new (guarded);

  if (strpbrk (guarded, ",;\"'") != NULL)
    {
      g_string_replace (cell, "\"", "\"\"", 0);
      g_string_prepend_c (cell, '"');
      g_string_append_c (cell, '"');
    }
  add_plain (out, cell->str);
}

static void
add_csv_cell (GString *out, BbReport *report, BbField *field)
{
  const BbCell *cell = bb_field_get_cell (field);
  g_autofree char *unit = unit_of (field);
  g_autofree char *number = NULL;
  BbDecimal value;

  if (bb_field_get_value (field, &value))
    number = bb_decimal_to_string (value);

  add_text (out, bb_report_get_organisation (report));
  if (bb_report_get_year (report) > 0)
    g_string_append_printf (out, ",%d", bb_report_get_year (report));
  else
    add_plain (out, "");
  add_plain (out, bb_report_get_form (report)->id);
  add_plain (out, cell->id);
  add_text (out, cell->name);
  add_plain (out, bb_kind_to_string (cell->kind));
  add_text (out, unit);
  add_plain (out, bb_state_to_string (bb_field_get_state (field)));
  add_plain (out, number != NULL ? number : "");
  add_text (out, number != NULL ? "" : bb_field_get_text (field));
  add_plain (out, bb_origin_to_string (bb_field_get_origin (field)));
  g_string_append (out, ROW_END);
}

void
bb_csv_write (BbReport *report, GString *out)
{
  const BbForm *form = bb_report_get_form (report);

  g_string_append (out, BYTE_ORDER_MARK "organisation,year,form,id,label,kind,unit,state,value,text,origin" ROW_END);
  for (guint i = 0; i < form->n_cells; i++)
    add_csv_cell (out, report, bb_report_get_cell (report, i));
}
