/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-wide-layout.h"

struct _BbWideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (BbWideLayout, bb_wide_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
bb_wide_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bb_wide_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                        int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural, NULL, NULL);
}

static void
bb_wide_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, -1, NULL);
}

static void
bb_wide_layout_class_init (BbWideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = bb_wide_layout_get_request_mode;
  layout_class->measure = bb_wide_layout_measure;
  layout_class->allocate = bb_wide_layout_allocate;
}

static void
bb_wide_layout_init (BbWideLayout *self)
{
}
