/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-section-state.h"

#include <glib/gi18n.h>

/* How each severity looks and is called; the icons differ in shape, so colour is never the only sign. */
static const struct
{
  const char *icon;
  const char *style;
  const char *label;
} severities[] = {
  [BB_SEVERITY_HINT] = { "dialog-information-symbolic", "accent", N_("Hints") },
  [BB_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning", N_("Warnings") },
  [BB_SEVERITY_ERROR] = { "dialog-error-symbolic", "error", N_("Errors") },
};

/* Takes @part. */
static void
join (GString *list, char *part)
{
  /* Translators: stands between the entries of a list. */
  g_string_append_printf (list, "%s%s", list->len > 0 ? C_("list", ", ") : "", part);
  g_free (part);
}

/* Errors and warnings, the worst of them as icon. */
static void
set_issues (BbSectionState *state, guint errors, guint warnings)
{
  BbSeverity worst = errors > 0 ? BB_SEVERITY_ERROR : BB_SEVERITY_WARNING;
  GString *text = g_string_new (NULL);

  if (errors > 0)
    join (text, bb_severity_dup_count (BB_SEVERITY_ERROR, errors));
  if (warnings > 0)
    join (text, bb_severity_dup_count (BB_SEVERITY_WARNING, warnings));
  state->icon = severities[worst].icon;
  state->style = severities[worst].style;
  state->text = g_string_free (text, FALSE);
}

static void
set_plain (BbSectionState *state, const char *icon, const char *text)
{
  state->icon = icon;
  state->style = NULL;
  state->text = g_strdup (text);
}

static void
set_done (BbSectionState *state, const char *text)
{
  set_plain (state, "emblem-ok-symbolic", text);
  state->style = "success";
}

static guint
count_deduced (BbReport *report, guint section)
{
  const BbForm *form = bb_report_get_form (report);
  const BbTable *table = &form->tables[form->sections[section].table];
  guint count = 0;

  for (guint i = 0; i < table->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (report, table->first_cell + i);

      count += bb_field_get_origin (field) == BB_ORIGIN_DEDUCED && bb_field_get_state (field) == BB_STATE_NUMBER;
    }
  return count;
}

static void
set_table (BbSectionState *state, BbReport *report, guint section)
{
  guint deduced = count_deduced (report, section);
  guint filled;
  guint total;

  bb_report_count_inputs (report, (int) section, &filled, &total);
  if (filled == 0)
    set_plain (state, "radio-symbolic", _("Empty"));
  else if (filled == total && deduced > 0)
    {
      state->icon = severities[BB_SEVERITY_HINT].icon;
      state->style = severities[BB_SEVERITY_HINT].style;
      /* Translators: cells that nobody has confirmed yet */
      state->text = g_strdup_printf (ngettext ("%u deduced", "%u deduced", deduced), deduced);
    }
  else if (filled == total)
    set_done (state, _("Complete"));
  else
    {
      set_plain (state, "radio-mixed-symbolic", NULL);
      state->text = g_strdup_printf (_("%u of %u filled"), filled, total);
    }
}

static void
set_narrative (BbSectionState *state, BbReport *report, guint section)
{
  guint count = bb_text_count_characters (bb_field_get_text (bb_report_get_section (report, section)));

  if (count == 0)
    {
      set_plain (state, "radio-symbolic", _("Empty"));
      return;
    }
  set_done (state, NULL);
  state->text = g_strdup_printf (ngettext ("%u character", "%u characters", count), count);
}

static void
set_report (BbSectionState *state, BbReport *report)
{
  gboolean named = *bb_report_get_organisation (report) != '\0';
  int year = bb_report_get_year (report);

  if (named && year > 0)
    set_done (state, _("Complete"));
  else if (named || year > 0)
    set_plain (state, "radio-mixed-symbolic", named ? _("Year missing") : _("Organisation missing"));
  else
    set_plain (state, "radio-symbolic", _("Empty"));
}

void
bb_section_state_clear (BbSectionState *state)
{
  g_clear_pointer (&state->text, g_free);
}

void
bb_section_state_get (BbReport *report, BbChecker *checker, guint section, BbSectionState *state)
{
  const BbForm *form = bb_report_get_form (report);
  guint errors = bb_checker_count (checker, (int) section, BB_SEVERITY_ERROR);
  guint warnings = bb_checker_count (checker, (int) section, BB_SEVERITY_WARNING);

  if (errors > 0 || warnings > 0)
    set_issues (state, errors, warnings);
  else if (section == 0)
    set_report (state, report);
  else if (bb_report_get_section_done (report, section))
    set_done (state, _("Done"));
  else if (form->sections[section].table >= 0)
    set_table (state, report, section);
  else
    set_narrative (state, report, section);
}

char *
bb_section_dup_title (BbReport *report, guint section)
{
  const BbSection *info = &bb_report_get_form (report)->sections[section];

  if (info->title == NULL)
    return g_strdup (_("Report"));
  return g_strdup_printf ("%s、%s", info->number, info->title);
}

guint
bb_section_of_field (BbReport *report, BbField *field)
{
  const BbCell *cell = bb_field_get_cell (field);
  int section = bb_field_get_section (field);

  if (cell != NULL)
    return bb_form_cell_section (bb_report_get_form (report), cell->index)->index;
  return section >= 0 ? (guint) section : 0;
}

const char *
bb_severity_icon (BbSeverity severity)
{
  return severities[severity].icon;
}

const char *
bb_severity_style (BbSeverity severity)
{
  return severities[severity].style;
}

const char *
bb_severity_label (BbSeverity severity)
{
  return _(severities[severity].label);
}

char *
bb_severity_dup_count (BbSeverity severity, guint count)
{
  switch (severity)
    {
    case BB_SEVERITY_ERROR:
      return g_strdup_printf (ngettext ("%u error", "%u errors", count), count);
    case BB_SEVERITY_WARNING:
      return g_strdup_printf (ngettext ("%u warning", "%u warnings", count), count);
    case BB_SEVERITY_HINT:
    default:
      return g_strdup_printf (ngettext ("%u hint", "%u hints", count), count);
    }
}

char *
bb_issue_counts_dup_text (BbChecker *checker, guint notes)
{
  GString *text = g_string_new (NULL);
  guint accepted = bb_checker_count_accepted (checker);

  for (int severity = BB_SEVERITY_ERROR; severity >= BB_SEVERITY_HINT; severity--)
    {
      guint count = bb_checker_count (checker, -1, (BbSeverity) severity);

      if (count > 0)
        join (text, bb_severity_dup_count ((BbSeverity) severity, count));
    }
  if (accepted > 0)
    join (text, g_strdup_printf (ngettext ("%u accepted", "%u accepted", accepted), accepted));
  if (notes > 0)
    join (text, g_strdup_printf (ngettext ("%u note", "%u notes", notes), notes));
  if (text->len == 0)
    g_string_append (text, _("Nothing to report"));
  return g_string_free (text, FALSE);
}
