/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-prose-height.h"

#define KEY "bb-prose-height"

/* Belongs to the view. */
typedef struct
{
  guint least; /* lines */
  guint most;
  guint tick_id;
  guint frames; /* until the caret is looked for: what has grown has its height then */
} Follow;

/* From one line to the next. */
static int
find_pitch (GtkTextView *view)
{
  GdkRectangle place;
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &start);
  gtk_text_view_get_iter_location (view, &start, &place);
  return place.height + gtk_text_view_get_pixels_inside_wrap (view);
}

static int
find_text_height (GtkTextView *view)
{
  GtkTextIter start, end;
  int top, last, height;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  gtk_text_view_get_line_yrange (view, &start, &top, &height);
  gtk_text_view_get_line_yrange (view, &end, &last, &height);
  return last + height - top;
}

static void
fit (Follow *self, GtkTextView *view, GtkScrolledWindow *scroller)
{
  int pitch = find_pitch (view);
  int text = find_text_height (view);
  int margins = gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
  int least = (int) self->least * pitch + margins;
  int most = (int) self->most * pitch + gtk_text_view_get_top_margin (view);
  int height = text + margins;

  if (text > (int) self->most * pitch)
    height = most;
  height = MAX (height, least);
  if (gtk_scrolled_window_get_min_content_height (scroller) != height)
    gtk_scrolled_window_set_min_content_height (scroller, height);
}

/* The text view takes care that the caret is seen in it, and knows nothing of a page around it. */
static void
show_caret (GtkTextView *view, GtkWidget *scroller)
{
  GtkWidget *page = gtk_widget_get_ancestor (gtk_widget_get_parent (scroller), GTK_TYPE_SCROLLED_WINDOW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkAdjustment *adjustment;
  graphene_point_t point;
  GdkRectangle caret;
  GtkTextIter iter;
  double at;

  if (page == NULL || !gtk_widget_has_focus (GTK_WIDGET (view)))
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &iter, &caret);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y, &caret.x, &caret.y);
  if (!gtk_widget_compute_point (GTK_WIDGET (view), page, &GRAPHENE_POINT_INIT ((float) caret.x, (float) caret.y), &point))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  at = gtk_adjustment_get_value (adjustment) + point.y;
  gtk_adjustment_clamp_page (adjustment, at - caret.height, at + 2 * caret.height);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  Follow *self = user_data;

  if (scroller != NULL)
    fit (self, view, GTK_SCROLLED_WINDOW (scroller));
  if (self->frames > 1)
    {
      self->frames--;
      return G_SOURCE_CONTINUE;
    }
  if (self->frames == 1 && scroller != NULL)
    show_caret (view, scroller);
  self->frames = 0;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

/* Lines are laid out when there is time for it; each time more of them are, the adjustment changes. */
static void
queue (GtkTextView *view)
{
  Follow *self = g_object_get_data (G_OBJECT (view), KEY);

  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (view), tick_cb, self, NULL);
}

static void
caret_cb (GtkTextView *view)
{
  Follow *self = g_object_get_data (G_OBJECT (view), KEY);

  self->frames = 2;
  queue (view);
}

static void
adjustment_cb (GtkTextView *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue), view, G_CONNECT_SWAPPED);
}

void
bb_prose_height_follow (GtkTextView *view, guint least, guint most)
{
  Follow *self = g_new0 (Follow, 1);

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));
  g_return_if_fail (g_object_get_data (G_OBJECT (view), KEY) == NULL);
  self->least = least;
  self->most = most;
  g_object_set_data_full (G_OBJECT (view), KEY, self, g_free);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (queue), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "notify::cursor-position", G_CALLBACK (caret_cb), view, G_CONNECT_SWAPPED);
  g_signal_connect (view, "notify::vadjustment", G_CALLBACK (adjustment_cb), NULL);
  adjustment_cb (view);
  queue (view);
}
