/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-charts-view.h"

/* Drawn larger than shown, for dense screens. */
#define SCALE 2.0

struct _BbChartsView
{
  GtkBox parent_instance;

  GPtrArray *charts;
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (BbChartsView, bb_charts_view, GTK_TYPE_BOX)

static void
add_picture (BbChartsView *self, const BbChart *chart)
{
  g_autoptr (GBytes) bytes = bb_chart_png (chart, SCALE, NULL);
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  g_autofree char *text = bb_chart_describe (chart);

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, bb_chart_get_title (chart), -1);
  gtk_widget_set_tooltip_text (picture, text);
  gtk_widget_add_css_class (picture, "card");
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self), picture);
}

static void
draw (BbChartsView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < self->charts->len; i++)
    add_picture (self, g_ptr_array_index (self->charts, i));
}

static void
bb_charts_view_finalize (GObject *object)
{
  g_ptr_array_unref (BB_CHARTS_VIEW (object)->charts);
  G_OBJECT_CLASS (bb_charts_view_parent_class)->finalize (object);
}

static void
bb_charts_view_class_init (BbChartsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bb_charts_view_finalize;
}

static void
bb_charts_view_init (BbChartsView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_chart_free);
}

void
bb_charts_view_set_report (BbChartsView *self, BbReport *report)
{
  g_return_if_fail (BB_IS_CHARTS_VIEW (self));
  g_ptr_array_set_size (self->charts, 0);
  for (guint kind = 0; kind < BB_N_CHARTS; kind++)
    {
      g_autoptr (BbChart) chart = bb_chart_new ((BbChartKind) kind, report);

      if (bb_chart_has_figures (chart))
        g_ptr_array_add (self->charts, g_steal_pointer (&chart));
    }
  if (self->shown)
    draw (self);
}

gboolean
bb_charts_view_add_earlier (BbChartsView *self, BbReport *report)
{
  gboolean added = FALSE;

  g_return_val_if_fail (BB_IS_CHARTS_VIEW (self), FALSE);
  for (guint i = 0; i < self->charts->len; i++)
    added = bb_chart_add_report (g_ptr_array_index (self->charts, i), report) || added;
  if (added && self->shown)
    draw (self);
  return added;
}

void
bb_charts_view_remove_earlier (BbChartsView *self, int year)
{
  gboolean removed = FALSE;

  g_return_if_fail (BB_IS_CHARTS_VIEW (self));
  for (guint i = 0; i < self->charts->len; i++)
    removed = bb_chart_remove_year (g_ptr_array_index (self->charts, i), year) || removed;
  if (removed && self->shown)
    draw (self);
}

GPtrArray *
bb_charts_view_get (BbChartsView *self)
{
  g_return_val_if_fail (BB_IS_CHARTS_VIEW (self), NULL);
  return self->charts;
}

void
bb_charts_view_show (BbChartsView *self)
{
  g_return_if_fail (BB_IS_CHARTS_VIEW (self));
  if (self->shown)
    return;
  self->shown = TRUE;
  draw (self);
}
