/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Last year's figure, small and grey under this year's: it is no text of the entry, so nobody types into it. */
#include "sheet/bb-sheet-cell-private.h"

/* Of the text of the cell. */
#define SCALE 0.72

static void
update_layout (BbSheetCell *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_clear_object (&self->last_layout);
  self->last_layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->last);
  pango_attr_list_insert (attributes, pango_attr_scale_new (SCALE));
  pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_NORMAL));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL));
  pango_layout_set_attributes (self->last_layout, attributes);
  pango_layout_set_ellipsize (self->last_layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (self->last_layout, PANGO_ALIGN_CENTER);
}

void
bb_sheet_cell_set_last (BbSheetCell *self, const char *text, const char *words)
{
  g_return_if_fail (BB_IS_SHEET_CELL (self));

  if (g_strcmp0 (self->last, text) == 0 && g_strcmp0 (self->last_words, words) == 0)
    return;
  g_free (self->last);
  g_free (self->last_words);
  self->last = g_strdup (text);
  self->last_words = g_strdup (words);
  g_clear_object (&self->last_layout);
  bb_sheet_cell_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bb_sheet_cell_forget_last_look (BbSheetCell *self)
{
  g_clear_object (&self->last_layout);
}

void
bb_sheet_cell_snapshot_last (BbSheetCell *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA color;
  int needed;

  if (self->last == NULL || width <= 0 || !gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "bb_last_color", &color))
    return;
  if (self->last_layout == NULL)
    update_layout (self);
  pango_layout_set_width (self->last_layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->last_layout, NULL, &needed);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) (height - needed - 1)));
  gtk_snapshot_append_layout (snapshot, self->last_layout, &color);
  gtk_snapshot_restore (snapshot);
}
