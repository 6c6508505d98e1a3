/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-last-figures.h"

#include "bb-settings.h"

#include <glib/gi18n.h>

/* What one sheet shows; it belongs to the sheet. */
typedef struct
{
  BbSheet *sheet;
  BbReport *report;
  GtkWidget *header;    /* these three are weak pointers */
  GtkWidget *inspector;
  GtkWidget *details;
  BbLastYear *last;
} Figures;

static void
figures_free (gpointer data)
{
  Figures *self = data;

  g_clear_weak_pointer (&self->header);
  g_clear_weak_pointer (&self->inspector);
  g_clear_weak_pointer (&self->details);
  g_clear_pointer (&self->last, bb_last_year_unref);
  g_object_unref (self->report);
  g_free (self);
}

static Figures *
figures_of (gpointer sheet)
{
  return g_object_get_data (G_OBJECT (sheet), "bb-last-figures");
}

static gboolean
are_wanted (void)
{
  GSettings *settings = bb_settings_get ();

  return settings == NULL || g_settings_get_boolean (settings, BB_SHOW_LAST_YEAR);
}

static char *
previous_cb (guint cell, gpointer user_data)
{
  BbLastYear *last = user_data;
  const char *text = bb_last_year_get_text (last, cell);

  return text != NULL ? g_strdup (text) : g_strdup (_("Blank, or not in that report"));
}

/* What the small grey figures are. Returns: (nullable): %NULL where there are none. */
static char *
dup_legend (BbLastYear *last)
{
  int year = last != NULL ? bb_last_year_get_year (last) : 0;

  if (last == NULL)
    return NULL;
  return year != 0 ? g_strdup_printf (_("Small figures: %d"), year) : g_strdup (_("Small figures: last year"));
}

static void
show (Figures *self)
{
  BbLastYear *last = are_wanted () ? self->last : NULL;
  g_autofree char *legend = dup_legend (last);

  bb_sheet_set_last_year (self->sheet, last);
  /* They are parts of one page, and go together. */
  if (self->header == NULL || self->inspector == NULL || self->details == NULL)
    return;
  bb_page_header_set_legend (BB_PAGE_HEADER (self->header), legend);
  bb_cell_inspector_set_last (BB_CELL_INSPECTOR (self->inspector), last);
  bb_cell_details_set_previous_year (BB_CELL_DETAILS (self->details), self->last != NULL ? bb_last_year_get_year (self->last) : 0);
  if (self->last != NULL)
    bb_cell_details_set_previous (BB_CELL_DETAILS (self->details), previous_cb, bb_last_year_ref (self->last), (GDestroyNotify) bb_last_year_unref);
  else
    bb_cell_details_set_previous (BB_CELL_DETAILS (self->details), NULL, NULL, NULL);
}

static void
field_changed_cb (BbSheet *sheet, BbField *field)
{
  Figures *self = figures_of (sheet);

  if (field != bb_report_get_meta (self->report, BB_META_LAST_YEAR))
    return;
  g_clear_pointer (&self->last, bb_last_year_unref);
  self->last = bb_last_year_read (self->report);
  show (self);
}

static void
setting_cb (BbSheet *sheet)
{
  show (figures_of (sheet));
}

void
bb_last_figures_watch (BbSheet *sheet, BbPageHeader *header, BbCellInspector *inspector, BbCellDetails *details, BbReport *report)
{
  GSettings *settings = bb_settings_get ();
  Figures *self;

  g_return_if_fail (BB_IS_SHEET (sheet));
  g_return_if_fail (figures_of (sheet) == NULL);
  self = g_new0 (Figures, 1);
  self->sheet = sheet;
  self->report = g_object_ref (report);
  g_set_weak_pointer (&self->header, GTK_WIDGET (header));
  g_set_weak_pointer (&self->inspector, GTK_WIDGET (inspector));
  g_set_weak_pointer (&self->details, GTK_WIDGET (details));
  self->last = bb_last_year_read (report);
  g_object_set_data_full (G_OBJECT (sheet), "bb-last-figures", self, figures_free);
  g_signal_connect_object (report, "field-changed", G_CALLBACK (field_changed_cb), sheet, G_CONNECT_SWAPPED);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::" BB_SHOW_LAST_YEAR, G_CALLBACK (setting_cb), sheet, G_CONNECT_SWAPPED);
  show (self);
}
