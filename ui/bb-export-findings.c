/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-export-findings.h"

#include <glib/gi18n.h>

/* So many are named; a text from another script would fill the dialog with its characters. */
#define MOST_CHARACTERS 5

static void
add_row (GtkListBox *list, const char *icon, const char *style, const char *title, const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_set_subtitle (row, subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (image, style);
  adw_action_row_add_prefix (row, image);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

static guint
add_issues (GtkListBox *list, BbReport *report, BbExportFindings *found)
{
  /* What is not filled in counts for publication, whatever the window lists now. */
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_COMPLETE);
  guint errors = bb_checker_count (checker, -1, BB_SEVERITY_ERROR);
  guint warnings = bb_checker_count (checker, -1, BB_SEVERITY_WARNING);

  if (errors > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);

      add_row (list, "dialog-error-symbolic", "error", title,
               _("A report that is published should have none. Put them right first, or export it anyway."));
    }
  if (warnings > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u warning", "%u warnings", warnings), warnings);

      add_row (list, "dialog-warning-symbolic", "warning", title,
               _("Each may be right: look at it, and accept it with a reason."));
    }
  found->n_errors = errors;
  found->n_warnings = warnings;
  return (errors > 0) + (warnings > 0);
}

/* A row that opens: what stands in it is too long to be read each time. */
static GtkWidget *
add_closed (GtkListBox *list, const char *style, const char *title, const char *subtitle)
{
  GtkWidget *rows = adw_expander_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name ("dialog-information-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (rows), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (rows), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (image, style);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (rows), image);
  gtk_list_box_append (list, rows);
  return rows;
}

static GtkWidget *
make_names (const char *names)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (names);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "bb-formats");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* A printed figure does not show that nobody wrote it. */
static guint
add_deduced (GtkListBox *list, BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *title = NULL;
  guint count = 0;

  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (report, i);

      if (bb_field_get_origin (field) == BB_ORIGIN_DEDUCED)
        g_string_append_printf (names, "%s%s", count++ > 0 ? "\n" : "", bb_field_get_name (field));
    }
  if (count == 0)
    return 0;
  title = g_strdup_printf (ngettext ("%u figure was deduced", "%u figures were deduced", count), count);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (add_closed (list, "accent", title,
                                                          _("Not in the file that was read, but the only one that fits. Only CSV and JSON say so."))),
                            make_names (names->str));
  return 1;
}

static void
add_character (GtkListBox *list, const BbGlyphChange *change)
{
  char character[7] = "";
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_unichar_to_utf8 (change->character, character);
  title = g_strdup_printf (_("“%s” (U+%04X) is not in the font"), character, (guint) change->character);
  if (change->used != NULL)
    subtitle = g_strdup_printf (ngettext ("%u place, first in %s. It is taken from the font %s.",
                                          "%u places, first in %s. It is taken from the font %s.", change->count),
                                change->count, change->place, change->used);
  else
    subtitle = g_strdup_printf (ngettext ("%u place, first in %s. No font of this computer has it: the PDF shows an empty box.",
                                          "%u places, first in %s. No font of this computer has it: the PDF shows an empty box.",
                                          change->count),
                                change->count, change->place);
  add_row (list, change->used != NULL ? "dialog-information-symbolic" : "dialog-warning-symbolic",
           change->used != NULL ? "accent" : "warning", title, subtitle);
}

static guint
add_characters (GtkListBox *list, BbReport *report)
{
  g_autoptr (GPtrArray) changes = bb_glyphs_changes (report);
  guint shown = MIN (changes->len, MOST_CHARACTERS);

  for (guint i = 0; i < shown; i++)
    add_character (list, g_ptr_array_index (changes, i));
  if (changes->len > shown)
    {
      guint more = changes->len - shown;
      g_autofree char *title = g_strdup_printf (ngettext ("%u more character is not in the font",
                                                          "%u more characters are not in the font", more), more);

      add_row (list, "dialog-information-symbolic", "accent", title, "");
    }
  return shown + (changes->len > shown);
}

/* One row for all faces: hardly a computer has them, and everybody knows after the first time. */
static guint
add_fonts (GtkListBox *list)
{
  g_autoptr (GPtrArray) changes = bb_glyphs_font_changes ();
  g_autofree char *title = NULL;
  GtkWidget *rows;

  if (changes->len == 0)
    return 0;
  title = g_strdup_printf (ngettext ("%u official font is not installed: the PDF uses another",
                                     "%u official fonts are not installed: the PDF uses others", changes->len), changes->len);
  rows = add_closed (list, "accent", title, "");
  for (guint i = 0; i < changes->len; i++)
    {
      const BbFontChange *change = g_ptr_array_index (changes, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), change->wanted);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *change->used != '\0' ? change->used : _("No font of this computer"));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (rows), row);
    }
  return 1;
}

BbExportFindings
bb_export_findings_fill (GtkListBox *list, BbReport *report)
{
  BbExportFindings found = { 0 };

  found.n_rows = add_issues (list, report, &found);
  found.n_rows += add_deduced (list, report) + add_characters (list, report) + add_fonts (list);
  return found;
}
