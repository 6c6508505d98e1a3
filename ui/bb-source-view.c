/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-source-view.h"

#include "bb-source-grid.h"
#include "bb-source-heads.h"

#include <glib/gi18n.h>

/* Of a section that goes on for ever, so many lines around the place looked at. */
#define LINES_BEFORE 60
#define LINES_AFTER 140

struct _BbSourceView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *content;
  BbSourceHeads *heads;

  BbImportMap *map;
  int first; /* the lines shown, -1 for none; @end is one past the last */
  int end;
  GHashTable *widgets; /* index of a line -> what shows it, a grid perhaps */

  GtkWidget *marked; /* not owned, in @content */
  GtkWidget *grid;   /* of the marked row, not owned */
  guint row;
  guint tick;
};

G_DEFINE_FINAL_TYPE (BbSourceView, bb_source_view, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- marking ---- */

static void
cancel_scroll (BbSourceView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static void
clamp (GtkAdjustment *adjustment, double lower, double upper)
{
  double margin = gtk_adjustment_get_page_size (adjustment) / 6;

  gtk_adjustment_clamp_page (adjustment, lower - margin, upper + margin);
}

/* What was just made has no place yet: once more in the next frame. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  BbSourceView *self = BB_SOURCE_VIEW (widget);
  graphene_rect_t bounds;
  int heads;

  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (self->marked) == 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  if (!gtk_widget_compute_bounds (self->marked, GTK_WIDGET (self->content), &bounds))
    return G_SOURCE_REMOVE;
  /* Not behind the heads that lie over it there. */
  heads = bb_source_heads_get_height_over (self->heads, self->marked);
  clamp (gtk_scrolled_window_get_vadjustment (self->scroller), bounds.origin.y - (float) heads, bounds.origin.y + bounds.size.height);
  clamp (gtk_scrolled_window_get_hadjustment (self->scroller), bounds.origin.x, bounds.origin.x + bounds.size.width);
  return G_SOURCE_REMOVE;
}

/* @grid: (nullable): @widget is a cell of its row @row; @exact: that very cell, not just the row. */
static void
mark (BbSourceView *self, GtkWidget *widget, GtkWidget *grid, guint row, gboolean exact)
{
  bb_source_view_clear_mark (self);
  if (widget == NULL)
    return;
  self->marked = widget;
  self->grid = grid;
  self->row = row;
  if (exact)
    gtk_widget_add_css_class (widget, "bb-source-current");
  if (grid != NULL)
    bb_source_grid_mark_row (grid, row, TRUE);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* ---- what is shown ---- */

static void
clear (BbSourceView *self)
{
  GtkWidget *child;

  bb_source_view_clear_mark (self);
  g_hash_table_remove_all (self->widgets);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
  self->first = self->end = -1;
}

static GtkWidget *
new_paragraph (const BbImportLine *line)
{
  GtkWidget *label = gtk_label_new (line->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "bb-source-text");
  if (line->use == BB_IMPORT_USE_TITLE || line->use == BB_IMPORT_USE_HEADING)
    gtk_widget_add_css_class (label, "heading");
  if (line->use != BB_IMPORT_USE_NONE)
    return label;
  gtk_widget_add_css_class (label, "bb-source-unused");
  gtk_widget_set_tooltip_text (label, _("Nothing was made of this"));
  return label;
}

/* A run of rows of one table becomes one grid. Returns: index of the line behind it. */
static int
add_grid (BbSourceView *self, int index)
{
  const BbImportLine *line = bb_import_map_get_line (self->map, (guint) index);
  guint block = line->spot.block;
  guint first = line->spot.row;
  GtkWidget *grid;
  int end = index;

  while (end < self->end && bb_import_map_get_line (self->map, (guint) end)->spot.block == block)
    end++;
  grid = bb_source_grid_new (self->map, block, first, (guint) (end - index));
  gtk_box_append (self->content, grid);
  for (int i = index; i < end; i++)
    g_hash_table_insert (self->widgets, GINT_TO_POINTER (i), grid);
  return end;
}

static void
add_rest (BbSourceView *self)
{
  GtkWidget *label = gtk_label_new (_("The file goes on here."));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "bb-source-text");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->content, label);
}

static gboolean
is_in_section (BbSourceView *self, int index, int section)
{
  return index >= 0 && index < (int) bb_import_map_get_n_lines (self->map)
         && bb_import_map_get_line (self->map, (guint) index)->section == section;
}

/* The lines of the section around line @index. */
static void
show_around (BbSourceView *self, int index)
{
  int section = bb_import_map_get_line (self->map, (guint) index)->section;
  int at;

  clear (self);
  for (self->first = index; self->first > index - LINES_BEFORE && is_in_section (self, self->first - 1, section);)
    self->first--;
  for (self->end = index + 1; self->end < index + LINES_AFTER && is_in_section (self, self->end, section);)
    self->end++;
  for (at = self->first; at < self->end;)
    {
      const BbImportLine *line = bb_import_map_get_line (self->map, (guint) at);

      if (bb_import_map_get_block (self->map, line->spot.block)->is_grid)
        {
          at = add_grid (self, at);
          continue;
        }
      gtk_box_append (self->content, new_paragraph (line));
      g_hash_table_insert (self->widgets, GINT_TO_POINTER (at++), gtk_widget_get_last_child (GTK_WIDGET (self->content)));
    }
  if (is_in_section (self, self->end, section))
    add_rest (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* ---- clicking ---- */

static void
pressed_cb (BbSourceView *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->content), x, y, GTK_PICK_DEFAULT);
  GtkWidget *grid = picked != NULL ? gtk_widget_get_parent (picked) : NULL;
  graphene_point_t point;
  BbImportSpot spot;
  const char *id;

  /* Behind the heads is something that nobody sees. */
  if (gtk_widget_compute_point (GTK_WIDGET (self->content), GTK_WIDGET (self->heads), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point)
      && point.y < (float) bb_source_heads_get_height (self->heads))
    return;
  if (!GTK_IS_GRID (grid) || !bb_source_grid_find (grid, picked, &spot))
    return;
  id = bb_import_map_find_id (self->map, &spot);
  if (id != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, id);
}

/* ---- object ---- */

static void
bb_source_view_dispose (GObject *object)
{
  BbSourceView *self = BB_SOURCE_VIEW (object);

  cancel_scroll (self);
  self->marked = NULL;
  self->grid = NULL;
  g_clear_pointer (&self->widgets, g_hash_table_unref);
  g_clear_pointer (&self->map, bb_import_map_unref);
  G_OBJECT_CLASS (bb_source_view_parent_class)->dispose (object);
}

static void
bb_source_view_class_init (BbSourceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bb_source_view_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", BB_TYPE_SOURCE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bb_source_view_init (BbSourceView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *layers = gtk_overlay_new ();

  self->first = self->end = -1;
  self->widgets = g_hash_table_new (NULL, NULL);
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->content), "bb-source-content");
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->content));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The File That Was Read"), -1);
  self->heads = BB_SOURCE_HEADS (bb_source_heads_new (self->scroller, GTK_WIDGET (self->content)));
  gtk_overlay_set_child (GTK_OVERLAY (layers), GTK_WIDGET (self->scroller));
  gtk_overlay_add_overlay (GTK_OVERLAY (layers), GTK_WIDGET (self->heads));
  gtk_widget_set_vexpand (layers, TRUE);
  adw_bin_set_child (ADW_BIN (self), layers);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->content), GTK_EVENT_CONTROLLER (click));
}

/* ---- public ---- */

void
bb_source_view_set_map (BbSourceView *self, BbImportMap *map)
{
  g_return_if_fail (BB_IS_SOURCE_VIEW (self));
  g_return_if_fail (self->map == NULL);
  self->map = bb_import_map_ref (map);
}

void
bb_source_view_show_spot (BbSourceView *self, const BbImportSpot *spot)
{
  GtkWidget *widget;
  int index;

  g_return_if_fail (BB_IS_SOURCE_VIEW (self));
  index = bb_import_map_find_line (self->map, spot);
  if (index < 0)
    return;
  if (index < self->first || index >= self->end)
    show_around (self, index);
  widget = g_hash_table_lookup (self->widgets, GINT_TO_POINTER (index));
  if (GTK_IS_GRID (widget))
    mark (self, bb_source_grid_get (widget, spot->row, spot->column), widget, spot->row, spot->column >= 0);
  else
    mark (self, widget, NULL, 0, TRUE);
}

gboolean
bb_source_view_show_section (BbSourceView *self, int section)
{
  g_return_val_if_fail (BB_IS_SOURCE_VIEW (self), FALSE);
  for (guint i = 0; i < bb_import_map_get_n_lines (self->map); i++)
    {
      if (bb_import_map_get_line (self->map, i)->section != section)
        continue;
      bb_source_view_clear_mark (self);
      if ((int) i < self->first || (int) i >= self->end)
        show_around (self, (int) i);
      return TRUE;
    }
  clear (self);
  return FALSE;
}

void
bb_source_view_clear_mark (BbSourceView *self)
{
  g_return_if_fail (BB_IS_SOURCE_VIEW (self));
  cancel_scroll (self);
  if (self->marked != NULL)
    gtk_widget_remove_css_class (self->marked, "bb-source-current");
  if (self->grid != NULL)
    bb_source_grid_mark_row (self->grid, self->row, FALSE);
  self->marked = NULL;
  self->grid = NULL;
}

GtkWidget *
bb_source_view_get_marked (BbSourceView *self)
{
  g_return_val_if_fail (BB_IS_SOURCE_VIEW (self), NULL);
  return self->marked;
}
