/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is made of pages: each tests/data/pdf/NAME.draw is laid before the reader twice, as characters and rules at their places,
 * and as a PDF file with fonts and drawn lines; both must give NAME.blocks. BIANBAO_UPDATE_GOLDEN=1 writes those anew.
 */
#include "bb-drawing.h"
#include "blocks-dump.h"

#include "import/bb-import-limits.h"
#include "import/bb-pdf-blocks.h"
#include "import/bb-pdf-document.h"

#include <bianbao/bianbao.h>
#include <cairo-pdf.h>
#include <string.h>

#define FONT "Noto Sans CJK SC"

/* ---- drawings ---- */

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Each character at its place: the font's own widths are others than those of the drawing. */
static void
draw_text (cairo_t *cairo, const BbStroke *stroke)
{
  double x = stroke->numbers[0];

  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_set_font_size (cairo, stroke->numbers[2]);
  for (const char *p = stroke->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *character = g_strndup (p, g_utf8_next_char (p) - p);

      cairo_move_to (cairo, x, stroke->numbers[1]);
      cairo_show_text (cairo, character);
      x += stroke->numbers[2] * (g_unichar_iswide (g_utf8_get_char (p)) ? 1 : 0.5);
    }
}

static void
draw_stroke (cairo_t *cairo, const BbStroke *stroke)
{
  const double *n = stroke->numbers;

  if (stroke->kind == 't')
    draw_text (cairo, stroke);
  else if (stroke->kind == 'l')
    {
      cairo_set_source_rgb (cairo, 0, 0, 0);
      cairo_move_to (cairo, n[0], n[1]);
      cairo_line_to (cairo, n[2], n[3]);
      cairo_stroke (cairo);
    }
  else
    {
      /* Fields that touch one another have a light line between them. */
      cairo_set_source_rgb (cairo, 0.75, 0.85, 0.95);
      cairo_rectangle (cairo, n[0] + 0.5, n[1] + 0.5, n[2] - n[0] - 1, n[3] - n[1] - 1);
      cairo_fill (cairo);
    }
}

static GBytes *
draw_file (GArray *strokes)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 595, 842);
  cairo_t *cairo = cairo_create (surface);

  cairo_set_line_width (cairo, 0.5);
  cairo_select_font_face (cairo, FONT, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  for (guint i = 0; i < strokes->len; i++)
    {
      const BbStroke *stroke = &g_array_index (strokes, BbStroke, i);

      if (stroke->kind == 'p' && i > 0)
        cairo_show_page (cairo);
      if (stroke->kind == 'p')
        cairo_pdf_surface_set_size (surface, stroke->numbers[0], stroke->numbers[1]);
      else
        draw_stroke (cairo, stroke);
    }
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static char *
read_places (GArray *strokes)
{
  g_autoptr (GPtrArray) pages = bb_drawing_pages (strokes);
  g_autoptr (BbPdfDocument) document = bb_pdf_document_new ();
  g_autoptr (BbImportSource) source = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < pages->len; i++)
    g_assert_true (bb_pdf_document_add_page (document, g_ptr_array_index (pages, i), NULL));
  source = bb_pdf_document_read (document, NULL, &error);
  g_assert_no_error (error);
  return blocks_dump (source, "\n");
}

static char *
read_file (GArray *strokes)
{
  g_autoptr (GBytes) bytes = draw_file (strokes);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_pdf_blocks_read (bytes, NULL, &error);

  g_assert_no_error (error);
  return blocks_dump (source, "\n");
}

static void
test_drawing (gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "pdf", name, NULL);
  g_autofree char *golden = g_strdup_printf ("%.*s.blocks", (int) (strlen (path) - strlen (".draw")), path);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *by_place = NULL;
  g_autofree char *by_file = NULL;
  g_autoptr (GArray) strokes = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  strokes = bb_drawing_parse (text);
  by_place = read_places (strokes);
  by_file = read_file (strokes);
  if (g_getenv ("BIANBAO_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (golden, by_place, -1, NULL));
  g_assert_true (g_file_get_contents (golden, &expected, NULL, NULL));
  g_assert_cmpstr (by_place, ==, expected);
  g_assert_cmpstr (by_file, ==, expected);
}

/* ---- files that are refused ---- */

static void
assert_refused (GBytes *bytes, gint code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_pdf_blocks_read (bytes, NULL, &error);

  g_assert_null (source);
  g_assert_error (error, BB_IMPORT_ERROR, code);
}

static GBytes *
draw_pages (guint n, const char *text)
{
  g_autoptr (GString) drawing = g_string_new (NULL);
  g_autoptr (GArray) strokes = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (drawing, "page 200 200\n%s\n", text);
  strokes = bb_drawing_parse (drawing->str);
  return draw_file (strokes);
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = draw_pages (3, "text 20 50 10 一、总体情况");
  gsize size = g_bytes_get_size (whole);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) other = g_bytes_new_static ("hello", 5);
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (whole, 0, size / 3);

  assert_refused (nothing, BB_IMPORT_ERROR_DAMAGED);
  assert_refused (other, BB_IMPORT_ERROR_DAMAGED);
  assert_refused (head, BB_IMPORT_ERROR_DAMAGED);
}

static void
test_without_text (void)
{
  g_autoptr (GBytes) empty = draw_pages (2, "line 10 10 100 10");

  assert_refused (empty, BB_IMPORT_ERROR_NO_REPORT);
}

static void
test_page_limit (void)
{
  g_autoptr (GBytes) just = draw_pages (BB_IMPORT_PAGE_LIMIT, "text 20 50 10 1a");
  g_autoptr (GBytes) beyond = draw_pages (BB_IMPORT_PAGE_LIMIT + 1, "text 20 50 10 1a");
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_pdf_blocks_read (just, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (source->blocks->len, >, 0);
  assert_refused (beyond, BB_IMPORT_ERROR_TOO_LARGE);
}

static GBytes *
load_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "pdf", name, NULL);
  char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static void
test_protected (void)
{
  g_autoptr (GBytes) bytes = load_file ("locked.pdf");

  assert_refused (bytes, BB_IMPORT_ERROR_PROTECTED);
}

/* @narrow is set in half its width, as punctuation is where two marks meet. */
static GBytes *
draw_narrow (const char *before, const char *narrow, const char *after)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 595, 842);
  cairo_t *cairo = cairo_create (surface);

  cairo_select_font_face (cairo, FONT, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cairo, 12);
  cairo_move_to (cairo, 80, 100);
  cairo_show_text (cairo, before);
  cairo_save (cairo);
  cairo_scale (cairo, 0.5, 1);
  cairo_show_text (cairo, narrow);
  cairo_restore (cairo);
  cairo_show_text (cairo, after);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_narrow (void)
{
  g_autoptr (GBytes) marks = draw_narrow ("收到申请", "，）", "已经答复");
  g_autoptr (GBytes) digits = draw_narrow ("收到", "１２", "件");
  g_autoptr (BbImportSource) first = bb_pdf_blocks_read (marks, NULL, NULL);
  g_autoptr (BbImportSource) second = bb_pdf_blocks_read (digits, NULL, NULL);
  g_autofree char *text = blocks_dump (first, "");
  g_autofree char *number = blocks_dump (second, "");

  g_assert_cmpstr (text, ==, "P<收到申请，）已经答复>");
  g_assert_cmpstr (number, ==, "P<收到12件>");
}

/* A small digit above the line is no digit of the number before it; a small one on the line is. */
static void
test_raised (void)
{
  GArray *strokes = bb_drawing_parse ("page 595 842\ntext 80 100 12 22\ntext 92 95 7 10\ntext 80 140 12 33\ntext 92 140 9 4\n");
  g_autofree char *text = read_file (strokes);

  g_assert_cmpstr (text, ==, "P<22¹⁰>\nP<334>\n");
  g_array_unref (strokes);
}

/* Its font is not in it, and says what its characters are by the name of a table only. */
static void
test_not_embedded (void)
{
  g_autoptr (GBytes) bytes = load_file ("not-embedded.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_pdf_blocks_read (bytes, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = blocks_dump (source, "");
  g_assert_cmpstr (text, ==, "P<某市>[规章|12][文件|34]");
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = draw_pages (2, "text 20 50 10 一、总体情况");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bb_pdf_blocks_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_places (void)
{
  g_autoptr (GArray) strokes = bb_drawing_parse ("page 300 300\ntext 20 50 10 甲甲甲甲甲\npage 300 300\ntext 40 50 10 乙\nline 20 100 200 100\n"
                                                 "line 20 120 200 120\nline 20 100 20 120\nline 100 100 100 120\nline 200 100 200 120\ntext 25 115 10 丙\ntext 105 115 10 丁\n");
  g_autoptr (GBytes) bytes = draw_file (strokes);
  g_autoptr (BbImportSource) source = bb_pdf_blocks_read (bytes, NULL, NULL);
  const char *const expected[] = { "page 1, paragraph 1", "page 2, paragraph 1", "page 2, table 1, row 1" };

  g_assert_cmpuint (source->blocks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *place = bb_import_source_place (source, ((BbImportBlock *) g_ptr_array_index (source->blocks, i))->line);

      g_assert_cmpstr (place, ==, expected[i]);
    }
}

static void
add_drawings (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "pdf", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/pdf/drawing/", name, NULL);

      if (g_str_has_suffix (name, ".draw"))
        g_test_add_data_func_full (path, g_strdup (name), test_drawing, g_free);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_drawings ();
  g_test_add_func ("/pdf/damaged", test_damaged);
  g_test_add_func ("/pdf/without-text", test_without_text);
  g_test_add_func ("/pdf/page-limit", test_page_limit);
  g_test_add_func ("/pdf/protected", test_protected);
  g_test_add_func ("/pdf/not-embedded", test_not_embedded);
  g_test_add_func ("/pdf/cancelled", test_cancelled);
  g_test_add_func ("/pdf/narrow", test_narrow);
  g_test_add_func ("/pdf/raised", test_raised);
  g_test_add_func ("/pdf/places", test_places);
  return g_test_run ();
}
