/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-source-heads.h"

#include "bb-source-grid.h"

/* Of the height of the area: heads that take more would leave too little room for what is below them. */
#define MOST_SHARE 0.35f

struct _BbSourceHeads
{
  GtkWidget parent_instance;

  GtkWidget *content; /* not owned: we lie over it */
};

G_DEFINE_FINAL_TYPE (BbSourceHeads, bb_source_heads, GTK_TYPE_WIDGET)

/* The heads at the upper edge: a strip of their table. */
typedef struct
{
  GtkWidget *grid;
  graphene_rect_t place; /* of the table here, with its frame */
  float frame;           /* the width of that */
  float top;             /* of the strip in its table */
  float height;          /* of the strip */
  float push;            /* how far what follows has pushed it out */
} Strip;

/* As many of the lower rows of heads as fit into @most: the lowest are those that tell one column from the next. */
static float
find_top (GtkWidget *grid, const BbSourceRun *run, float most)
{
  float end = bb_source_grid_get_top (grid, run->end);

  for (guint row = run->first; row < run->end; row++)
    if (end - bb_source_grid_get_top (grid, row) <= most)
      return bb_source_grid_get_top (grid, row);
  return end;
}

/* Puts the strip of heads that belongs to what is at @edge of @grid into @strip. */
static gboolean
find_strip (BbSourceHeads *self, GtkWidget *grid, float edge, Strip *strip)
{
  float most = (float) gtk_widget_get_height (GTK_WIDGET (self)) * MOST_SHARE;
  GArray *runs = bb_source_grid_get_heads (grid);
  float next = (float) gtk_widget_get_height (grid);

  for (guint i = runs->len; i > 0; i--)
    {
      const BbSourceRun *run = &g_array_index (runs, BbSourceRun, i - 1);
      float top = find_top (grid, run, most);

      if (top <= edge)
        {
          strip->grid = grid;
          strip->top = top;
          strip->height = bb_source_grid_get_top (grid, run->end) - top;
          strip->push = MAX (strip->height - (next - edge), 0);
          return TRUE;
        }
      next = bb_source_grid_get_top (grid, run->first);
    }
  return FALSE;
}

static gboolean
find_shown (BbSourceHeads *self, Strip *strip)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->content); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t framed;
      float edge;

      if (!GTK_IS_GRID (child) || !gtk_widget_compute_bounds (child, GTK_WIDGET (self), &strip->place)
          || !gtk_widget_compute_bounds (child, child, &framed))
        continue;
      strip->frame = -framed.origin.y;
      edge = -strip->place.origin.y - strip->frame;
      if (edge <= 0 || edge >= framed.size.height || !find_strip (self, child, edge, strip))
        continue;
      /* Where they are at the edge by themselves, nothing is to be done. */
      return strip->top < edge && strip->height > 0;
    }
  return FALSE;
}

static void
bb_source_heads_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BbSourceHeads *self = BB_SOURCE_HEADS (widget);
  g_autoptr (GdkPaintable) picture = NULL;
  Strip strip;

  if (!find_shown (self, &strip))
    return;
  picture = gtk_widget_paintable_new (strip.grid);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), strip.height - strip.push));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (strip.place.origin.x, -strip.push));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, strip.place.size.width, strip.height));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, -strip.top - strip.frame));
  gdk_paintable_snapshot (picture, snapshot, strip.place.size.width, strip.place.size.height);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
bb_source_heads_class_init (BbSourceHeadsClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bb_source_heads_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bb_source_heads_init (BbSourceHeads *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
bb_source_heads_new (GtkScrolledWindow *scroller, GtkWidget *content)
{
  BbSourceHeads *self = g_object_new (BB_TYPE_SOURCE_HEADS, NULL);

  self->content = content;
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scroller), "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (scroller), "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scroller), "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

int
bb_source_heads_get_height (BbSourceHeads *self)
{
  Strip strip;

  g_return_val_if_fail (BB_IS_SOURCE_HEADS (self), 0);
  return find_shown (self, &strip) ? (int) (strip.height - strip.push) : 0;
}

int
bb_source_heads_get_height_over (BbSourceHeads *self, GtkWidget *cell)
{
  GtkWidget *grid = gtk_widget_get_parent (cell);
  graphene_rect_t bounds;
  Strip strip;

  g_return_val_if_fail (BB_IS_SOURCE_HEADS (self), 0);
  if (!GTK_IS_GRID (grid) || !gtk_widget_compute_bounds (cell, grid, &bounds) || !find_strip (self, grid, bounds.origin.y, &strip))
    return 0;
  /* A head itself needs no other. */
  return bounds.origin.y >= strip.top + strip.height ? (int) strip.height : 0;
}
