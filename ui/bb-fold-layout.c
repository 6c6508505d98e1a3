/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-fold-layout.h"

struct _BbFoldLayout
{
  GtkLayoutManager parent_instance;

  AdwFlap *flap;
  int ems;
  AdwFlapFoldPolicy wanted;
};

G_DEFINE_FINAL_TYPE (BbFoldLayout, bb_fold_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_em (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "中");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Folding asks for another layout, which can't be done in one. */
static gboolean
fold_cb (GtkWidget *flap, GdkFrameClock *clock, gpointer user_data)
{
  adw_flap_set_fold_policy (ADW_FLAP (flap), BB_FOLD_LAYOUT (user_data)->wanted);
  return G_SOURCE_REMOVE;
}

static void
bb_fold_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                        int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
bb_fold_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  BbFoldLayout *self = BB_FOLD_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  AdwFlapFoldPolicy wanted = width < self->ems * measure_em (widget) ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, -1, NULL);
  if (wanted == self->wanted)
    return;
  self->wanted = wanted;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->flap), fold_cb, g_object_ref (self), g_object_unref);
}

static void
bb_fold_layout_class_init (BbFoldLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = bb_fold_layout_measure;
  layout_class->allocate = bb_fold_layout_allocate;
}

static void
bb_fold_layout_init (BbFoldLayout *self)
{
  self->wanted = ADW_FLAP_FOLD_POLICY_AUTO;
}

GtkLayoutManager *
bb_fold_layout_new (AdwFlap *flap, int ems)
{
  BbFoldLayout *self = g_object_new (BB_TYPE_FOLD_LAYOUT, NULL);

  self->flap = flap;
  self->ems = ems;
  return GTK_LAYOUT_MANAGER (self);
}
