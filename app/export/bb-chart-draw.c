/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-chart-private.h"

#include "export/bb-print-fonts.h"

#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Lengths in pixels. */
#define WIDTH 760.0
#define MARGIN 24.0
#define TITLE_SIZE 20.0
#define TEXT_SIZE 15.0
#define TITLE_HEIGHT 44.0
#define LEGEND_HEIGHT 34.0
#define LEGEND_ROW 24.0
#define SWATCH 14.0
#define SWATCH_GAP 6.0
#define LEGEND_GAP 20.0
#define BAR 18.0
#define BAR_GAP 3.0
#define GROUP_GAP 16.0
#define LABEL_GAP 10.0
#define PICTURE_SCALE 2.0

#define UNIT "单位：件"

typedef struct
{
  double red, green, blue;
} Colour;

/*
 * After Okabe and Ito's colours, and each some 20 steps of lightness (CIE L*) from the next, so that they are seen apart in
 * grey and by people who see no red or no green; all bars have a dark line around, without which the light ones would be
 * lost on white.
 */
static const Colour colours[BB_CHART_YEARS] = {
  { 0.000, 0.447, 0.698 },
  { 0.902, 0.624, 0.000 },
  { 0.920, 0.920, 0.920 },
  { 0.000, 0.220, 0.160 },
};
static const Colour ink = { 0.1, 0.1, 0.1 };
static const Colour faint = { 0.4, 0.4, 0.4 };
static const Colour axis = { 0.55, 0.55, 0.55 };

/* Where the sign of a year stands in the legend. */
typedef struct
{
  double x;
  guint row;
} LegendPlace;

/* @cr: (nullable): %NULL while it is only measured */
typedef struct
{
  const BbChart *chart;
  cairo_t *cr;
  BbPrintFonts *fonts;
  double label_width;
  double value_width;
  double largest;
} Drawing;

static void
set_colour (cairo_t *cr, const Colour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

static PangoLayout *
make_layout (const Drawing *drawing, const char *text, double size, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (drawing->fonts->context);
  PangoFontDescription *font = bb_print_fonts_describe (drawing->fonts, BB_FACE_HEI, size);

  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

static double
text_width (const Drawing *drawing, const char *text, double size)
{
  g_autoptr (PangoLayout) layout = make_layout (drawing, text, size, FALSE);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return width / (double) PANGO_SCALE;
}

/* @x: the left edge, or the right one when @from_right; @y: the middle. */
static void
draw_text (const Drawing *drawing, const char *text, double size, gboolean bold, double x, double y, gboolean from_right)
{
  g_autoptr (PangoLayout) layout = make_layout (drawing, text, size, bold);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  cairo_move_to (drawing->cr, from_right ? x - width / (double) PANGO_SCALE : x, y - height / (2.0 * PANGO_SCALE));
  pango_cairo_show_layout (drawing->cr, layout);
}

static void
draw_box (cairo_t *cr, double x, double y, double width, double height, guint year)
{
  cairo_rectangle (cr, x + 0.5, y + 0.5, width, height - 1);
  set_colour (cr, &colours[year]);
  cairo_fill_preserve (cr);
  set_colour (cr, &ink);
  cairo_set_line_width (cr, 0.75);
  cairo_stroke (cr);
}

static void
measure (Drawing *drawing)
{
  const BbChart *chart = drawing->chart;

  for (guint bar = 0; bar < chart->bars->len; bar++)
    {
      double width = text_width (drawing, g_ptr_array_index (chart->bars, bar), TEXT_SIZE);

      drawing->label_width = MAX (drawing->label_width, width);
      for (guint i = 0; i < chart->years->len; i++)
        {
          const BbChartValue *value = &bb_chart_get_year (chart, i)->values[bar];
          g_autofree char *label = bb_chart_value_label (value);
          double number = value->known ? bb_decimal_to_double (value->value) : 0;

          width = text_width (drawing, label, TEXT_SIZE);
          drawing->value_width = MAX (drawing->value_width, width);
          drawing->largest = MAX (drawing->largest, number);
        }
    }
}

static void
draw_bar (const Drawing *drawing, const BbChartValue *value, guint year, double y)
{
  double left = MARGIN + drawing->label_width + LABEL_GAP;
  double room = WIDTH - MARGIN - drawing->value_width - LABEL_GAP - left;
  double number = value->known ? bb_decimal_to_double (value->value) : 0;
  double length = drawing->largest > 0 && number > 0 ? room * number / drawing->largest : 0;
  g_autofree char *label = bb_chart_value_label (value);

  /* However small a figure is, it is not nothing. */
  if (number > 0)
    draw_box (drawing->cr, left, y, MAX (length, 1.0), BAR, year);
  set_colour (drawing->cr, value->known ? &ink : &faint);
  draw_text (drawing, label, TEXT_SIZE, FALSE, left + length + LABEL_GAP / 2 + 1, y + BAR / 2, FALSE);
}

/*
 * One beside the other, and on the next row what does not fit; the unit ends the first row. Returns: the number of rows.
 * @places: (nullable): filled
 */
static guint
place_legend (const Drawing *drawing, LegendPlace *places)
{
  const BbChart *chart = drawing->chart;
  double end = WIDTH - MARGIN - text_width (drawing, UNIT, TEXT_SIZE) - LEGEND_GAP;
  LegendPlace next = { MARGIN, 0 };

  for (guint i = 0; i < chart->years->len; i++)
    {
      g_autofree char *label = bb_chart_year_label (bb_chart_get_year (chart, i));
      double width = SWATCH + SWATCH_GAP + text_width (drawing, label, TEXT_SIZE);

      if (next.x > MARGIN && next.x + width > end)
        {
          next = (LegendPlace) { MARGIN, next.row + 1 };
          end = WIDTH - MARGIN;
        }
      if (places != NULL)
        places[i] = next;
      next.x += width + LEGEND_GAP;
    }
  return next.row + 1;
}

static double
group_height (const BbChart *chart)
{
  return chart->years->len * (BAR + BAR_GAP) - BAR_GAP;
}

static double
draw_legend (const Drawing *drawing, double y)
{
  const BbChart *chart = drawing->chart;
  LegendPlace places[BB_CHART_YEARS];
  guint n_rows = place_legend (drawing, places);

  for (guint i = 0; i < chart->years->len; i++)
    {
      g_autofree char *label = bb_chart_year_label (bb_chart_get_year (chart, i));
      double middle = y + places[i].row * LEGEND_ROW + LEGEND_HEIGHT / 2;

      draw_box (drawing->cr, places[i].x, middle - SWATCH / 2, SWATCH, SWATCH, i);
      set_colour (drawing->cr, &ink);
      draw_text (drawing, label, TEXT_SIZE, FALSE, places[i].x + SWATCH + SWATCH_GAP, middle, FALSE);
    }
  set_colour (drawing->cr, &faint);
  draw_text (drawing, UNIT, TEXT_SIZE, FALSE, WIDTH - MARGIN, y + LEGEND_HEIGHT / 2, TRUE);
  return y + LEGEND_HEIGHT + (n_rows - 1) * LEGEND_ROW;
}

static double
whole_height (const Drawing *drawing)
{
  const BbChart *chart = drawing->chart;

  return MARGIN + TITLE_HEIGHT + LEGEND_HEIGHT + (place_legend (drawing, NULL) - 1) * LEGEND_ROW +
         chart->bars->len * (group_height (chart) + GROUP_GAP) + MARGIN;
}

void
bb_chart_get_size (const BbChart *chart, double *width, double *height)
{
  g_autoptr (BbPrintFonts) fonts = bb_print_fonts_new ();
  const Drawing drawing = { chart, NULL, fonts };

  g_return_if_fail (chart != NULL);

  *width = WIDTH;
  *height = whole_height (&drawing);
}

void
bb_chart_draw (const BbChart *chart, cairo_t *cr)
{
  g_autoptr (BbPrintFonts) fonts = bb_print_fonts_new ();
  Drawing drawing = { chart, cr, fonts };
  double top, y;

  g_return_if_fail (chart != NULL && cr != NULL);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, WIDTH, whole_height (&drawing));
  cairo_fill (cr);
  measure (&drawing);
  set_colour (cr, &ink);
  draw_text (&drawing, chart->title, TITLE_SIZE, TRUE, MARGIN, MARGIN + TITLE_HEIGHT / 2 - 6, FALSE);
  top = y = draw_legend (&drawing, MARGIN + TITLE_HEIGHT) + GROUP_GAP / 2;
  for (guint bar = 0; bar < chart->bars->len; bar++)
    {
      set_colour (cr, &ink);
      draw_text (&drawing, g_ptr_array_index (chart->bars, bar), TEXT_SIZE, FALSE, MARGIN + drawing.label_width,
                 y + group_height (chart) / 2, TRUE);
      for (guint i = 0; i < chart->years->len; i++)
        draw_bar (&drawing, &bb_chart_get_year (chart, i)->values[bar], i, y + i * (BAR + BAR_GAP));
      y += group_height (chart) + GROUP_GAP;
    }
  set_colour (cr, &axis);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, floor (MARGIN + drawing.label_width + LABEL_GAP) + 0.5, top - 4);
  cairo_line_to (cr, floor (MARGIN + drawing.label_width + LABEL_GAP) + 0.5, y - GROUP_GAP + 4);
  cairo_stroke (cr);
}

/* ---- files ---- */

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The chart could not be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

GBytes *
bb_chart_png (const BbChart *chart, double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  g_return_val_if_fail (chart != NULL, NULL);

  bb_chart_get_size (chart, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  bb_chart_draw (chart, cr);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_destroy (surface);
  if (!check (status, error))
    return NULL;
  return g_bytes_new (bytes->data, bytes->len);
}

/* cairo numbers its surfaces through the life of a program: the same chart would be another file the second time. */
static void
steady_ids (GString *svg)
{
  static GRegex *number = NULL;
  g_autofree char *steady = NULL;

  if (g_once_init_enter (&number))
    g_once_init_leave (&number, g_regex_new ("\\bsurface[0-9]+", 0, 0, NULL));
  steady = g_regex_replace_literal (number, svg->str, (gssize) svg->len, 0, "chart", 0, NULL);
  g_string_assign (svg, steady);
}

static void
add_description (const BbChart *chart, GString *svg)
{
  g_autofree char *text = bb_chart_describe (chart);
  g_autofree char *added = g_markup_printf_escaped ("<title>%s</title><desc>%s</desc>", chart->title, text);
  const char *root = strstr (svg->str, "<svg");
  const char *end = root != NULL ? strchr (root, '>') : NULL;

  if (end != NULL)
    g_string_insert (svg, end + 1 - svg->str, added);
}

GBytes *
bb_chart_svg (const BbChart *chart, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  GString *svg;

  g_return_val_if_fail (chart != NULL, NULL);

  bb_chart_get_size (chart, &width, &height);
  surface = cairo_svg_surface_create_for_stream (write_cb, bytes, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cr = cairo_create (surface);
  bb_chart_draw (chart, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check (status, error))
    return NULL;

  svg = g_string_new_len ((const char *) bytes->data, bytes->len);
  steady_ids (svg);
  add_description (chart, svg);
  return g_string_free_to_bytes (svg);
}

char **
bb_chart_file_names (const BbChart *chart, const char *base)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *png = NULL;
  g_autofree char *svg = NULL;

  g_return_val_if_fail (chart != NULL && base != NULL, NULL);

  png = g_strdup_printf ("%s-%s.png", base, bb_chart_get_name (chart));
  svg = g_strdup_printf ("%s-%s.svg", base, bb_chart_get_name (chart));
  g_strv_builder_add_many (names, png, svg, NULL);
  return g_strv_builder_end (names);
}

gboolean
bb_chart_save (const BbChart *chart, const char *path, BbSaveFlags flags, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (chart != NULL && path != NULL, FALSE);

  bytes = g_str_has_suffix (path, ".svg") ? bb_chart_svg (chart, error) : bb_chart_png (chart, PICTURE_SCALE, error);
  return bytes != NULL && bb_save_bytes (path, bytes, flags, error);
}
