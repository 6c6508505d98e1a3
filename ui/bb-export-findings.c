/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-export-findings.h"

#include <glib/gi18n.h>

/* So many are named; a text from another script would fill the dialog with its characters. */
#define MOST_CHARACTERS 5
#define MOST_FIGURES 3

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
add_issues (GtkListBox *list, BbReport *report)
{
  /* What is not filled in counts for publication, whatever the window lists now. */
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_COMPLETE);
  guint errors = bb_checker_count (checker, -1, BB_SEVERITY_ERROR);
  guint warnings = bb_checker_count (checker, -1, BB_SEVERITY_WARNING);

  if (errors > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);

      add_row (list, "dialog-error-symbolic", "error", title, _("A report that is published should have none."));
    }
  if (warnings > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u warning", "%u warnings", warnings), warnings);

      add_row (list, "dialog-warning-symbolic", "warning", title,
               _("Each may be right: look at it, and accept it with a reason."));
    }
  return (errors > 0) + (warnings > 0);
}

/* A printed figure does not show that nobody wrote it. */
static guint
add_deduced (GtkListBox *list, BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  guint count = 0;

  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (report, i);

      if (bb_field_get_origin (field) != BB_ORIGIN_DEDUCED)
        continue;
      if (count < MOST_FIGURES)
        g_string_append_printf (names, "%s%s", count > 0 ? "\n" : "", bb_field_get_name (field));
      else if (count == MOST_FIGURES)
        g_string_append (names, "\n…");
      count++;
    }
  if (count == 0)
    return 0;
  title = g_strdup_printf (ngettext ("%u figure was deduced", "%u figures were deduced", count), count);
  /* Translators: below it stand the names of cells, one a line */
  subtitle = g_strdup_printf (_("Not in the file that was read, but the only one that fits. Only CSV and JSON say so.\n%s"), names->str);
  add_row (list, "dialog-information-symbolic", "accent", title, subtitle);
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

/* One row for all faces, closed: hardly a computer has them, and everybody knows after the first time. */
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
  rows = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (rows), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_expander_row_set_icon_name (ADW_EXPANDER_ROW (rows), "dialog-information-symbolic");
  for (guint i = 0; i < changes->len; i++)
    {
      const BbFontChange *change = g_ptr_array_index (changes, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), change->wanted);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *change->used != '\0' ? change->used : _("No font of this computer"));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (rows), row);
    }
  gtk_list_box_append (list, rows);
  return 1;
}

guint
bb_export_findings_fill (GtkListBox *list, BbReport *report, guint *n_issues)
{
  *n_issues = add_issues (list, report);
  return *n_issues + add_deduced (list, report) + add_characters (list, report) + add_fonts (list);
}
