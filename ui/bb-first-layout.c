/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-first-layout.h"

#define SPACING 12

struct _BbFirstLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (BbFirstLayout, bb_first_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkSizeRequestMode
bb_first_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
bb_first_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      GtkWidget *next = next_shown (gtk_widget_get_next_sibling (child));
      int spacing = next != NULL ? SPACING : 0;
      int least, wanted;

      gtk_widget_measure (child, orientation, -1, &least, &wanted, NULL, NULL);
      *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? *minimum + least + spacing : MAX (*minimum, least);
      *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? *natural + wanted + spacing : MAX (*natural, wanted);
      child = next;
    }
}

static void
bb_first_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int spare;
  int x = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &spare, NULL, NULL, NULL);
  spare = MAX (width - spare, 0);
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      GtkWidget *next = next_shown (gtk_widget_get_next_sibling (child));
      int least, wanted, given;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      given = next != NULL ? MIN (wanted - least, spare) : spare;
      spare -= given;
      given += least;
      gtk_widget_size_allocate (child, &(GtkAllocation){ mirrored ? width - x - given : x, 0, given, height }, -1);
      x += given + SPACING;
      child = next;
    }
}

static void
bb_first_layout_class_init (BbFirstLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = bb_first_layout_get_request_mode;
  layout_class->measure = bb_first_layout_measure;
  layout_class->allocate = bb_first_layout_allocate;
}

static void
bb_first_layout_init (BbFirstLayout *self)
{
}
