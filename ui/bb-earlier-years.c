/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-earlier-years.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define YEAR "bb-year"

struct _BbEarlierYears
{
  GtkBox parent_instance;

  GtkListBox *list;
  BbReport *report;
  BbChartsView *charts;
  GtkWidget *adder;
};

G_DEFINE_FINAL_TYPE (BbEarlierYears, bb_earlier_years, GTK_TYPE_BOX)

static int
get_year (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), YEAR));
}

/* The latest first, as in the charts. */
static int
place_of (BbEarlierYears *self, int year)
{
  GtkListBoxRow *row;
  int place = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, place)) != NULL && get_year (row) > year)
    place++;
  return place;
}

static char *
dup_title (int year)
{
  return year > 0 ? g_strdup_printf (_("Report for %d"), year) : g_strdup (_("Report without a year"));
}

static char *
dup_subtitle (BbReport *report, BbReport *earlier, gboolean is_other)
{
  const char *theirs = bb_report_get_organisation (earlier);

  if (is_other)
    /* Translators: names of organisations */
    return g_strdup_printf (_("Of another organisation: “%1$s”. This report is of “%2$s”."), theirs,
                            bb_report_get_organisation (report));
  return g_strdup (*theirs != '\0' ? theirs : _("It does not say whose it is"));
}

/* Who removes one after the other stays in the list. */
static void
focus_after (BbEarlierYears *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, index - 1);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  else if (self->adder != NULL)
    gtk_widget_grab_focus (self->adder);
}

static void
remove_clicked_cb (BbEarlierYears *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  bb_charts_view_remove_earlier (self->charts, get_year (GTK_LIST_BOX_ROW (row)));
  gtk_list_box_remove (self->list, row);
  focus_after (self, index);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

static GtkWidget *
make_button (BbEarlierYears *self, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *text = g_strdup_printf (_("Remove from the charts: %s"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (BbEarlierYears *self, BbReport *earlier)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  gboolean is_other = bb_report_is_of_other_organisation (self->report, earlier);
  g_autofree char *title = dup_title (bb_report_get_year (earlier));
  g_autofree char *subtitle = dup_subtitle (self->report, earlier, is_other);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (row, 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
  if (is_other)
    {
      GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (image, "warning");
      adw_action_row_add_prefix (row, image);
    }
  adw_action_row_add_suffix (row, make_button (self, title));
  g_object_set_data (G_OBJECT (row), YEAR, GINT_TO_POINTER (bb_report_get_year (earlier)));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), place_of (self, bb_report_get_year (earlier)));
}

static void
bb_earlier_years_dispose (GObject *object)
{
  BbEarlierYears *self = BB_EARLIER_YEARS (object);

  g_clear_object (&self->report);
  g_clear_weak_pointer (&self->charts);
  g_clear_weak_pointer (&self->adder);
  G_OBJECT_CLASS (bb_earlier_years_parent_class)->dispose (object);
}

static void
bb_earlier_years_class_init (BbEarlierYearsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bb_earlier_years_dispose;
}

static void
bb_earlier_years_init (BbEarlierYears *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Years added to the charts"), -1);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_hexpand (list, TRUE);
  gtk_box_append (GTK_BOX (self), list);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 12);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* ---- public ---- */

void
bb_earlier_years_attach (BbEarlierYears *self, BbReport *report, BbChartsView *charts, GtkWidget *adder)
{
  g_return_if_fail (BB_IS_EARLIER_YEARS (self));
  g_return_if_fail (self->report == NULL);
  self->report = g_object_ref (report);
  g_set_weak_pointer (&self->charts, charts);
  g_set_weak_pointer (&self->adder, adder);
}

gboolean
bb_earlier_years_add (BbEarlierYears *self, BbReport *earlier)
{
  g_return_val_if_fail (BB_IS_EARLIER_YEARS (self), FALSE);
  if (!bb_charts_view_add_earlier (self->charts, earlier))
    return FALSE;
  add_row (self, earlier);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return TRUE;
}
