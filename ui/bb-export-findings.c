/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-export-findings.h"

#include "bb-issue-note.h"

#include <glib/gi18n.h>

/* So many characters have a row each; more would push the formats out of the dialog, and stand in one row that opens. */
#define MOST_ROWS 3
/* So many are named at all: a text from another script has thousands. */
#define MOST_CHARACTERS 50
/* So many stand in the row that opens. */
#define MOST_SHOWN 12

#define INFORMATION "dialog-information-symbolic"
#define WARNING "dialog-warning-symbolic"

static GtkWidget *
make_row (const char *icon, const char *style, const char *title, const char *subtitle)
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
  return GTK_WIDGET (row);
}

static void
add_row (GtkListBox *list, const char *icon, const char *style, const char *title, const char *subtitle)
{
  gtk_list_box_append (list, make_row (icon, style, title, subtitle));
}

static guint
add_issues (GtkListBox *list, BbReport *report, BbExportFindings *found)
{
  guint errors, warnings;

  bb_issue_note_count (report, &errors, &warnings);
  if (errors > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);

      add_row (list, "dialog-error-symbolic", "error", title,
               _("A report that is published should have none. Put them right first, or export it anyway."));
    }
  if (warnings > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u warning", "%u warnings", warnings), warnings);

      add_row (list, WARNING, "warning", title,
               _("Each may be right: look at it, and accept it with a reason."));
    }
  found->n_errors = errors;
  found->n_warnings = warnings;
  return (errors > 0) + (warnings > 0);
}

/* A row that opens: what stands in it is too long to be read each time. */
static GtkWidget *
add_closed (GtkListBox *list, const char *icon, const char *style, const char *title, const char *subtitle)
{
  GtkWidget *rows = adw_expander_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

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
  GtkWidget *rows;
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
  rows = add_closed (list, INFORMATION, "accent", title,
                     _("Nobody typed them, and no file that was read has them. Only CSV and JSON say so."));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (rows), make_names (names->str));
  return 1;
}

static gboolean
is_warning (const BbGlyphChange *change)
{
  return change->is_private || change->used == NULL;
}

static char *
tell_place (const BbGlyphChange *change)
{
  if (change->is_private)
    return g_strdup_printf (ngettext ("%u place, first in %s. Write an ordinary character instead.",
                                      "%u places, first in %s. Write an ordinary character instead.", change->count),
                            change->count, change->place);
  if (change->used != NULL)
    return g_strdup_printf (ngettext ("%u place, first in %s. It is taken from the font %s.",
                                      "%u places, first in %s. It is taken from the font %s.", change->count),
                            change->count, change->place, change->used);
  return g_strdup_printf (ngettext ("%u place, first in %s. No font of this computer has it: the PDF shows an empty box.",
                                    "%u places, first in %s. No font of this computer has it: the PDF shows an empty box.",
                                    change->count),
                          change->count, change->place);
}

static GtkWidget *
make_character (const BbGlyphChange *change)
{
  char character[7] = "";
  g_autofree char *title = NULL;
  g_autofree char *subtitle = tell_place (change);

  g_unichar_to_utf8 (change->character, character);
  if (change->is_private)
    title = g_strdup_printf (_("“%s” (U+%04X) is of private use: each reader sees another character"), character,
                             (guint) change->character);
  else
    title = g_strdup_printf (_("“%s” (U+%04X) is not in the font"), character, (guint) change->character);
  return make_row (is_warning (change) ? WARNING : INFORMATION, is_warning (change) ? "warning" : "accent", title, subtitle);
}

/* All in one row, which shows them: what is the matter with each is read when it is open. */
static void
add_folded (GtkListBox *list, GPtrArray *changes, guint first, guint end, const char *title)
{
  gboolean warns = is_warning (g_ptr_array_index (changes, first));
  guint shown = MIN (end - first, MOST_CHARACTERS);
  g_autoptr (GString) characters = g_string_new (NULL);
  GtkWidget *rows;

  for (guint i = first; i < first + MIN (end - first, MOST_SHOWN); i++)
    {
      g_string_append (characters, i > first ? "、" : "");
      g_string_append_unichar (characters, ((const BbGlyphChange *) g_ptr_array_index (changes, i))->character);
    }
  if (end - first > MOST_SHOWN)
    g_string_append (characters, "…");
  rows = add_closed (list, warns ? WARNING : INFORMATION, warns ? "warning" : "accent", title, characters->str);
  for (guint i = first; i < first + shown; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (rows), make_character (g_ptr_array_index (changes, i)));
  if (end - first > shown)
    {
      guint more = end - first - shown;
      g_autofree char *rest = g_strdup_printf (ngettext ("%u more character is not in the font",
                                                         "%u more characters are not in the font", more), more);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (rows), make_row (INFORMATION, "accent", rest, ""));
    }
}

static guint
add_some (GtkListBox *list, GPtrArray *changes, guint first, guint end, const char *title)
{
  if (changes->len > MOST_ROWS && end - first > 1)
    {
      add_folded (list, changes, first, end, title);
      return 1;
    }
  for (guint i = first; i < end; i++)
    gtk_list_box_append (list, make_character (g_ptr_array_index (changes, i)));
  return end - first;
}

/* Those of private use come first. */
static guint
add_characters (GtkListBox *list, BbReport *report)
{
  g_autoptr (GPtrArray) changes = bb_glyphs_changes (report);
  guint n_private = 0;
  g_autofree char *personal = NULL;
  g_autofree char *others = NULL;

  while (n_private < changes->len && ((const BbGlyphChange *) g_ptr_array_index (changes, n_private))->is_private)
    n_private++;
  personal = g_strdup_printf (ngettext ("%u character is of private use: each reader sees another",
                                        "%u characters are of private use: each reader sees others", n_private), n_private);
  others = g_strdup_printf (ngettext ("%u character is not in the font", "%u characters are not in the font",
                                      changes->len - n_private), changes->len - n_private);
  return add_some (list, changes, 0, n_private, personal) + add_some (list, changes, n_private, changes->len, others);
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
  rows = add_closed (list, INFORMATION, "accent", title, "");
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
