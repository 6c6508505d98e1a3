/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-text-links-private.h"

/* Chips are a little wider than their figure, and lower than the line, so that those below each other stay apart. */
#define CHIP_OUTSET 1.5f
#define CHIP_INSET 1.0f
#define CHIP_RADIUS 4.0f

static void
draw_piece (GtkSnapshot *snapshot, const GdkRectangle *area, const GdkRGBA *color)
{
  const float widths[] = { 1, 1, 1, 1 };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) area->x - CHIP_OUTSET, (float) area->y + CHIP_INSET,
                                               (float) area->width + 2 * CHIP_OUTSET,
                                               (float) area->height - 2 * CHIP_INSET);
  GdkRGBA ground = *color;
  GdkRGBA line = *color;
  GdkRGBA colors[4];
  GskRoundedRect outline;

  ground.alpha = 0.16f;
  line.alpha = 0.7f;
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    colors[i] = line;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, CHIP_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

/* In a narrow column a figure may go on in the next line: a piece a line. */
static void
draw_link (BbTextLinks *self, GtkSnapshot *snapshot, const BbLink *link, const GdkRGBA *color)
{
  GdkRectangle piece = { 0, 0, 0, 0 };

  for (int offset = (int) link->start; offset < bb_text_links_end_of (link); offset++)
    {
      GtkTextIter iter;
      GdkRectangle area;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, offset);
      gtk_text_view_get_iter_location (self->view, &iter, &area);
      if (piece.width > 0 && area.y != piece.y)
        draw_piece (snapshot, &piece, color);
      if (piece.width > 0 && area.y == piece.y)
        gdk_rectangle_union (&piece, &area, &piece);
      else
        piece = area;
    }
  if (piece.width > 0)
    draw_piece (snapshot, &piece, color);
}

static gboolean
may_be_visible (BbTextLinks *self, const BbLink *link, const GdkRectangle *visible)
{
  GtkTextIter iter;
  int y;
  int height;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, (int) link->start);
  gtk_text_view_get_line_yrange (self->view, &iter, &y, &height);
  return y <= visible->y + visible->height && y + height >= visible->y;
}

void
bb_text_links_snapshot (BbTextLinks *self, GtkSnapshot *snapshot)
{
  GtkStyleContext *style;
  GdkRectangle visible;
  GdkRGBA colors[2];
  guint n_links;
  const BbLink *links;

  g_return_if_fail (BB_IS_TEXT_LINKS (self));
  links = bb_field_get_links (self->field, &n_links);
  style = gtk_widget_get_style_context (GTK_WIDGET (self->view));
  if (n_links == 0 || !bb_text_links_is_settled (self)
      || !gtk_style_context_lookup_color (style, "accent_color", &colors[FALSE])
      || !gtk_style_context_lookup_color (style, "warning_color", &colors[TRUE]))
    return;
  gtk_text_view_get_visible_rect (self->view, &visible);
  for (guint i = 0; i < n_links; i++)
    if (may_be_visible (self, &links[i], &visible))
      draw_link (self, snapshot, &links[i], &colors[bb_text_links_is_broken (self, &links[i])]);
}
