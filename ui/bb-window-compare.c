/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other reports for a report that is open already: last year's, whose figures stand beside the cells, and those of units. */
#include "bb-window-private.h"

#include "bb-dialogs.h"
#include "bb-last-figures.h"
#include "bb-settings.h"
#include "bb-units-window.h"

#include <glib/gi18n.h>
#include <string.h>

/* Returns: how many cells of the form now have a figure of last year's. */
static guint
count_figures (BbReport *report)
{
  g_autoptr (BbLastYear) last = bb_last_year_read (report);
  guint n = 0;

  for (guint i = 0; last != NULL && i < bb_report_get_form (report)->n_cells; i++)
    n += bb_last_year_get_text (last, i) != NULL;
  return n;
}

static void
attach (BbWindow *self, BbReport *last)
{
  BbReport *report = bb_session_get_report (self->session);
  GSettings *settings = bb_settings_get ();
  g_autofree char *text = NULL;
  guint n;

  bb_last_year_set (report, last);
  /* Whoever compares wants to see it. */
  if (settings != NULL)
    g_settings_set_boolean (settings, BB_SHOW_LAST_YEAR, TRUE);
  n = count_figures (report);
  text = g_strdup_printf (ngettext ("%u figure of last year’s report stands beside its cell now",
                                    "%u figures of last year’s report stand beside their cells now", n), n);
  bb_window_toast_undo (self, text);
}

static void
tell_no_fit (BbWindow *self, const char *path, int last, int year)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *body = NULL;

  if (year == 0)
    body = g_strdup (_("This report has no year yet. Set it first; then it is known which year is the last."));
  else
    /* Translators: 1: a file name, 2, 3 and 4: years */
    body = g_strdup_printf (_("“%1$s” is the report for %2$d. This report is for %3$d, so the one for %4$d is needed. Nothing was changed."),
                            name, last, year, year - 1);
  bb_dialogs_tell (GTK_WINDOW (self), _("Not Last Year’s Report"), body);
}

/* Returns: (transfer full) (nullable): what is to be asked before @last is taken; %NULL when it is sure to be the one. */
static char *
dup_doubt (BbReport *report, BbReport *last, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (bb_report_get_year (last) == 0)
    /* Translators: 1: a file name, 2: a year */
    return g_strdup_printf (_("“%1$s” does not say its year. Is it the report for %2$d?"), name, bb_report_get_year (report) - 1);
  if (bb_report_is_of_other_organisation (report, last))
    /* Translators: 1: a file name, 2 and 3: names of organisations */
    return g_strdup_printf (_("“%1$s” is a report of “%2$s”, and this one is of “%3$s”."), name,
                            bb_report_get_organisation (last), bb_report_get_organisation (report));
  return NULL;
}

static void
doubt_answered_cb (GObject *owner, const char *answer)
{
  BbWindow *self = BB_WINDOW (owner);
  g_autoptr (BbReport) last = g_object_steal_data (owner, "bb-compare-with");

  if (last != NULL && strcmp (answer, "compare") == 0 && self->session != NULL)
    attach (self, last);
}

static void
compare (BbWindow *self, const char *path, BbOpened *opened)
{
  const BbAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "compare", _("Co_mpare"), ADW_RESPONSE_SUGGESTED },
  };
  BbReport *report = bb_session_get_report (self->session);
  int last = bb_report_get_year (opened->report);
  g_autofree char *doubt = NULL;

  if (bb_report_get_year (report) == 0 || !bb_last_year_precedes (last, bb_report_get_year (report)))
    {
      tell_no_fit (self, path, last, bb_report_get_year (report));
      return;
    }
  doubt = dup_doubt (report, opened->report, path);
  if (doubt == NULL)
    {
      attach (self, opened->report);
      return;
    }
  g_object_set_data_full (G_OBJECT (self), "bb-compare-with", g_object_ref (opened->report), g_object_unref);
  bb_dialogs_ask (GTK_WINDOW (self), _("Compare With This Report?"), doubt, answers, G_N_ELEMENTS (answers), "cancel", G_OBJECT (self),
                  doubt_answered_cb);
}

/* ---- callbacks ---- */

static void
chosen_cb (GObject *owner, const char *path)
{
  BbWindow *self = BB_WINDOW (owner);

  /* The report may be gone since the chooser was opened. */
  if (path != NULL && self->session != NULL)
    bb_window_read_aside (self, path, compare);
}

static void
compare_last_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);
  g_autofree char *folder = bb_session_dup_folder (self->session);

  bb_page_commit (bb_document_view_get_page (self->view));
  bb_dialogs_open_report (GTK_WINDOW (self), folder, G_OBJECT (self), chosen_cb);
}

static void
filled_cb (BbWindow *self, guint cells)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u blank cell has the sum of the units’ reports now",
                                                     "%u blank cells have the sums of the units’ reports now", cells), cells);

  bb_window_toast_undo (self, text);
}

static void
units_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);
  g_autofree char *folder = bb_session_dup_folder (self->session);
  BbUnitsWindow *window;

  bb_page_commit (bb_document_view_get_page (self->view));
  window = bb_units_window_new (GTK_WINDOW (self), bb_session_get_report (self->session), folder);
  g_signal_connect_object (window, "filled", G_CALLBACK (filled_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* For tests, which choose no file. */
static void
compare_path_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  chosen_cb (G_OBJECT (widget), g_variant_get_bytestring (parameter));
}

void
bb_window_class_install_compare_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.compare-last", NULL, compare_last_cb);
  gtk_widget_class_install_action (widget_class, "win.compare-path", "ay", compare_path_cb);
  gtk_widget_class_install_action (widget_class, "win.units", NULL, units_cb);
}

void
bb_window_update_compare_actions (BbWindow *self, gboolean report)
{
  gboolean kept = report && bb_window_may_change (self) && !bb_session_get_reviewing (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.compare-last", kept);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.compare-path", kept);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.units", kept);
}
