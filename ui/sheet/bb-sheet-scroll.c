/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-scroll.h"

static void
scroll_down (GtkAdjustment *adjustment, const GdkRectangle *area, int head)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (area->y < head + area->height)
    gtk_adjustment_set_value (adjustment, value + area->y - head - area->height);
  else if (area->y + 2 * area->height > page)
    gtk_adjustment_set_value (adjustment, value + area->y + 2 * area->height - page);
}

static void
scroll_along (GtkAdjustment *adjustment, const GdkRectangle *area)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double left = value + area->x;
  double right = left + area->width;

  if (right <= page)
    gtk_adjustment_set_value (adjustment, 0);
  else if (left < value)
    gtk_adjustment_set_value (adjustment, left);
  else if (right > value + page)
    gtk_adjustment_set_value (adjustment, right - page);
}

void
bb_sheet_scroll_to (GtkScrollable *view, const GdkRectangle *area, int head)
{
  scroll_down (gtk_scrollable_get_vadjustment (view), area, head);
  scroll_along (gtk_scrollable_get_hadjustment (view), area);
}
