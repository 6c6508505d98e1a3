/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-preview-sheet.h"

#include <glib/gi18n.h>
#include <math.h>

#define PIXELS_PER_POINT (96.0 / 72.0)
/* What is narrower than this cannot be read; the pages scroll sideways then. */
#define LEAST_WIDTH 240

struct _BbPreviewSheet
{
  GtkWidget parent_instance;

  const BbPrint *print;
  guint index;
  double zoom;
};

G_DEFINE_FINAL_TYPE (BbPreviewSheet, bb_preview_sheet, GTK_TYPE_WIDGET)

static int
paper_width (BbPreviewSheet *self)
{
  return (int) ceil (BB_PRINT_WIDTH * PIXELS_PER_POINT * self->zoom);
}

static int
paper_height (int width)
{
  return (int) ceil (width * BB_PRINT_HEIGHT / BB_PRINT_WIDTH);
}

static GtkSizeRequestMode
bb_preview_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bb_preview_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  BbPreviewSheet *self = BB_PREVIEW_SHEET (widget);
  int width = self->zoom > 0 ? paper_width (self) : LEAST_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = width;
  else
    *minimum = *natural = paper_height (self->zoom > 0 || for_size < width ? width : for_size);
}

static void
bb_preview_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BbPreviewSheet *self = BB_PREVIEW_SHEET (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  graphene_rect_t paper = GRAPHENE_RECT_INIT (0, 0, width, height);
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &paper);
  if (self->print == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_scale (cr, width / BB_PRINT_WIDTH, width / BB_PRINT_WIDTH);
  bb_print_draw_page (self->print, self->index, cr);
  cairo_destroy (cr);
}

static void
bb_preview_sheet_class_init (BbPreviewSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = bb_preview_sheet_get_request_mode;
  widget_class->measure = bb_preview_sheet_measure;
  widget_class->snapshot = bb_preview_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "bb-preview-sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bb_preview_sheet_init (BbPreviewSheet *self)
{
}

GtkWidget *
bb_preview_sheet_new (void)
{
  return g_object_new (BB_TYPE_PREVIEW_SHEET, NULL);
}

void
bb_preview_sheet_set_page (BbPreviewSheet *self, const BbPrint *print, guint index)
{
  g_return_if_fail (BB_IS_PREVIEW_SHEET (self));

  self->print = print;
  self->index = index;
  if (print != NULL)
    {
      g_autofree char *name = g_strdup_printf (_("Page %u of %u"), index + 1, bb_print_n_pages (print));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bb_preview_sheet_set_zoom (BbPreviewSheet *self, double zoom)
{
  g_return_if_fail (BB_IS_PREVIEW_SHEET (self));

  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  gtk_widget_set_halign (GTK_WIDGET (self), zoom > 0 ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
