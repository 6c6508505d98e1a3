/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Title, details, button in one row; where that is too narrow, the details go below the title, which keeps its width. */
#include "bb-header-layout.h"

#define SPACING 12
#define LINE_SPACING 2

struct _BbHeaderLayout
{
  GtkLayoutManager parent_instance;

  gboolean stacked;
};

G_DEFINE_FINAL_TYPE (BbHeaderLayout, bb_header_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The children that are shown: the first, the last, and what stands between (at most one of several). */
typedef struct
{
  GtkWidget *title;
  GtkWidget *details; /* (nullable) */
  GtkWidget *button;
} Parts;

static Parts
find_parts (GtkWidget *widget)
{
  Parts parts = { gtk_widget_get_first_child (widget), NULL, gtk_widget_get_last_child (widget) };
  GtkWidget *child = gtk_widget_get_next_sibling (parts.title);

  for (; child != parts.button; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      parts.details = child;
  return parts;
}

static int
natural_width (GtkWidget *child)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
least_width (GtkWidget *child)
{
  int least = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static int
height_for (GtkWidget *child, int width)
{
  int height = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, 0), NULL, &height, NULL, NULL);
  return height;
}

/* Returns: the width at which all of it stands in one row. */
static int
row_width (const Parts *parts)
{
  int width = natural_width (parts->title) + SPACING + natural_width (parts->button);

  return parts->details != NULL ? width + SPACING + natural_width (parts->details) : width;
}

static gboolean
is_stacked (BbHeaderLayout *self, const Parts *parts, int width)
{
  return parts->details != NULL && (self->stacked || row_width (parts) > width);
}

static int
measure_width (BbHeaderLayout *self, const Parts *parts, int *natural)
{
  int title = least_width (parts->title);
  int details = parts->details != NULL ? least_width (parts->details) : 0;

  *natural = row_width (parts);
  return MAX (title, details) + SPACING + natural_width (parts->button);
}

static int
measure_height (BbHeaderLayout *self, const Parts *parts, int width)
{
  int button = natural_width (parts->button);
  int rest = width - SPACING - button;
  int details = parts->details != NULL ? natural_width (parts->details) : 0;
  int height;

  if (parts->details == NULL)
    height = height_for (parts->title, rest);
  else if (is_stacked (self, parts, width))
    height = height_for (parts->title, rest) + LINE_SPACING + height_for (parts->details, rest);
  else
    {
      height = height_for (parts->title, rest - SPACING - details);
      details = height_for (parts->details, details);
      height = MAX (height, details);
    }
  button = height_for (parts->button, button);
  return MAX (height, button);
}

static void
place (GtkWidget *child, GtkWidget *parent, int x, int y, int width, int height)
{
  if (gtk_widget_get_direction (parent) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (parent) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/* ---- overrides ---- */

static GtkSizeRequestMode
bb_header_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bb_header_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  BbHeaderLayout *self = BB_HEADER_LAYOUT (manager);
  Parts parts = find_parts (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = measure_width (self, &parts, natural);
  else
    *minimum = *natural = measure_height (self, &parts, for_size >= 0 ? for_size : row_width (&parts));
}

static void
bb_header_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Parts parts = find_parts (widget);
  int button = natural_width (parts.button);
  int rest = width - button - SPACING;
  int row = height;
  int details;

  place (parts.button, widget, width - button, 0, button, height);
  if (parts.details != NULL && is_stacked (BB_HEADER_LAYOUT (manager), &parts, width))
    {
      details = height_for (parts.details, rest);
      row = height - LINE_SPACING - details;
      place (parts.details, widget, 0, row + LINE_SPACING, rest, details);
    }
  else if (parts.details != NULL)
    {
      details = natural_width (parts.details);
      place (parts.details, widget, rest - details, 0, details, height);
      rest -= details + SPACING;
    }
  place (parts.title, widget, 0, 0, rest, row);
}

static void
bb_header_layout_class_init (BbHeaderLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = bb_header_layout_get_request_mode;
  layout_class->measure = bb_header_layout_measure;
  layout_class->allocate = bb_header_layout_allocate;
}

static void
bb_header_layout_init (BbHeaderLayout *self)
{
}

void
bb_header_layout_set_stacked (BbHeaderLayout *self, gboolean stacked)
{
  g_return_if_fail (BB_IS_HEADER_LAYOUT (self));
  if (self->stacked == stacked)
    return;
  self->stacked = stacked;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
