/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text against what is behind it, measured on pictures of the real pages: the contrast of WCAG 2.1, at least 4.5 for every
 * text that can be read or worked, in light and dark; with ADW_DEBUG_HIGH_CONTRAST=1 in high contrast.
 *
 * A picture is taken at twice the size, where strokes have a core that no smoothing touches. In the area of a text widget
 * the colour that occurs most is the ground, the one farthest from it that covers some points is the text. Disabled
 * widgets are left out, as WCAG does.
 */
#include "ui-test.h"

#include "bb-dialogs.h"
#include "bb-export-dialog.h"
#include "bb-figure-chooser.h"
#include "bb-paste-dialog.h"
#include "bb-preferences.h"
#include "bb-preview.h"
#include "sheet/bb-sheet-cell.h"

#include <math.h>

#define ENOUGH 4.5
#define SCALE 2
/* Points of the picture that a colour must have to be a text's: a full stop has more. */
#define LEAST_POINTS 4

typedef struct
{
  guint32 *points; /* without alpha: what is drawn lies on an opaque window */
  int width;
  int height;
} Picture;

typedef struct
{
  const char *where;
  Picture picture;
  GtkWidget *window;
  guint n_measured;
  guint n_bad;
} Check;

/* ---- colours ---- */

static double
linear (guint32 part)
{
  double value = part / 255.0;

  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 color)
{
  return 0.2126 * linear (color >> 16 & 0xff) + 0.7152 * linear (color >> 8 & 0xff) + 0.0722 * linear (color & 0xff);
}

static double
contrast (guint32 a, guint32 b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/* ---- pictures ---- */

static Picture
take_picture (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  Picture picture = { NULL, width * SCALE, height * SCALE };

  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) picture.width, (float) picture.height));
  picture.points = g_new (guint32, (gsize) picture.width * (gsize) picture.height);
  gdk_texture_download (texture, (guchar *) picture.points, (gsize) picture.width * 4);
  for (gsize i = 0; i < (gsize) picture.width * (gsize) picture.height; i++)
    picture.points[i] &= 0xffffff;
  return picture;
}

static guint
count_color (GHashTable *counts, guint32 color)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (color)));
}

static GHashTable *
count_colors (const Picture *picture, const GdkRectangle *area)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (int y = area->y; y < area->y + area->height; y++)
    for (int x = area->x; x < area->x + area->width; x++)
      {
        guint32 color = picture->points[y * picture->width + x];

        g_hash_table_insert (counts, GUINT_TO_POINTER (color), GUINT_TO_POINTER (count_color (counts, color) + 1));
      }
  return counts;
}

/* Returns: the contrast of the text in @area, 0 where nothing but one colour is. */
static double
measure (const Picture *picture, const GdkRectangle *area, guint32 *ground, guint32 *text)
{
  g_autoptr (GHashTable) counts = count_colors (picture, area);
  GHashTableIter iter;
  gpointer key, value;
  guint most = 0;
  double best = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) > most)
      {
        most = GPOINTER_TO_UINT (value);
        *ground = GPOINTER_TO_UINT (key);
      }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) >= LEAST_POINTS && GPOINTER_TO_UINT (key) != *ground
        && contrast (GPOINTER_TO_UINT (key), *ground) > best)
      {
        best = contrast (GPOINTER_TO_UINT (key), *ground);
        *text = GPOINTER_TO_UINT (key);
      }
  return best;
}

/* ---- widgets ---- */

/* The text that can be seen, NULL when @widget shows none. */
static char *
dup_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_TEXT (widget))
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (widget));
      const char *hint = gtk_text_get_placeholder_text (GTK_TEXT (widget));

      return g_strdup (*text == '\0' && hint != NULL ? hint : text);
    }
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    }
  return NULL;
}

/* A label is often larger than its text. */
static graphene_rect_t
text_bounds (GtkWidget *widget)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  PangoRectangle ink;
  int x, y;

  if (GTK_IS_LABEL (widget))
    {
      gtk_label_get_layout_offsets (GTK_LABEL (widget), &x, &y);
      pango_layout_get_pixel_extents (gtk_label_get_layout (GTK_LABEL (widget)), &ink, NULL);
      bounds = GRAPHENE_RECT_INIT ((float) (x + ink.x), (float) (y + ink.y), (float) ink.width, (float) ink.height);
    }
  return bounds;
}

/* The head of a table stays above what is scrolled below it. */
static gboolean
is_covered (GtkWidget *window, GtkWidget *widget, const graphene_rect_t *area)
{
  GtkWidget *top = gtk_widget_pick (window, area->origin.x + area->size.width / 2, area->origin.y + area->size.height / 2,
                                    GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);

  return top == NULL || (top != widget && !gtk_widget_is_ancestor (top, widget) && !gtk_widget_is_ancestor (widget, top));
}

/* The part of @widget that lies in every widget around it: what is scrolled away is not in the picture. */
static gboolean
find_area (GtkWidget *window, GtkWidget *widget, GdkRectangle *area)
{
  graphene_rect_t seen = text_bounds (widget), around;
  graphene_point_t origin;
  float whole = seen.size.width * seen.size.height;

  if (!gtk_widget_compute_point (widget, window, &GRAPHENE_POINT_INIT (0, 0), &origin))
    return FALSE;
  graphene_rect_offset (&seen, origin.x, origin.y);
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL; parent = gtk_widget_get_parent (parent))
    if (!gtk_widget_compute_bounds (parent, window, &around) || !graphene_rect_intersection (&seen, &around, &seen))
      return FALSE;
  /* Less than half of it: perhaps no stroke at all. */
  if (seen.size.width * seen.size.height < whole / 2 || is_covered (window, widget, &seen))
    return FALSE;
  area->x = (int) ceilf (seen.origin.x) * SCALE;
  area->y = (int) ceilf (seen.origin.y) * SCALE;
  area->width = (int) floorf (seen.size.width) * SCALE;
  area->height = (int) floorf (seen.size.height) * SCALE;
  return area->width > 3 * SCALE && area->height > 3 * SCALE;
}

static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < 4 && widget != NULL; i++, widget = gtk_widget_get_parent (widget))
    {
      g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
      g_autofree char *joined = g_strjoinv (".", classes);

      g_string_append_printf (path, "%s%s%s%s", i > 0 ? " in " : "", gtk_widget_get_css_name (widget),
                              *joined != '\0' ? "." : "", joined);
    }
  return g_string_free (path, FALSE);
}

static void
check_text (Check *check, GtkWidget *widget, const char *text)
{
  guint32 ground = 0, color = 0;
  GdkRectangle area;
  double reached;

  if (!find_area (check->window, widget, &area))
    return;
  area.width = MIN (area.width, check->picture.width - area.x);
  area.height = MIN (area.height, check->picture.height - area.y);
  if (area.x < 0 || area.y < 0 || area.width <= 0 || area.height <= 0)
    return;
  reached = measure (&check->picture, &area, &ground, &color);
  check->n_measured++;
  if (reached < ENOUGH)
    {
      g_autofree char *path = describe (widget);

      check->n_bad++;
      g_test_message ("%s: “%.30s” has a contrast of %.2f (#%06x on #%06x): %s", check->where, text, reached, color,
                      ground, path);
    }
}

static void
check_widget (Check *check, GtkWidget *widget)
{
  g_autofree char *text = NULL;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) || GTK_IS_POPOVER (widget))
    return;
  text = dup_text (widget);
  if (text != NULL && *g_strstrip (text) != '\0')
    check_text (check, widget, text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_widget (check, child);
}

static guint
check_window (gpointer window, const char *where)
{
  Check check = { .where = where, .window = window };

  ui_test_settle ();
  ui_test_wait_frame (window);
  check.picture = take_picture (window);
  check_widget (&check, window);
  g_free (check.picture.points);
  g_assert_cmpuint (check.n_measured, >, 0);
  return check.n_bad;
}

/* ---- what is looked at ---- */

/* Not an assertion: all that is bad is told at once. */
static void
expect_none (guint n_bad)
{
  if (n_bad > 0)
    g_test_fail_printf ("%u texts have a contrast below %.1f", n_bad, ENOUGH);
}

static const struct
{
  const char *name;
  AdwColorScheme scheme;
} schemes[] = {
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

static void
use_scheme (guint index)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[index].scheme);
  ui_test_settle ();
}

static BbReport *
open_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "export", "full-2021.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbOpened) opened = bb_open_path (path, BB_OPEN_DEFAULT, NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (opened->report);
}

/* Mistakes of all severities, words, and what is not filled in. */
static void
spoil (BbReport *report)
{
  ui_test_type (report, "t3.new.natural", "99");
  ui_test_type (report, "t3.granted.business", "无");
  ui_test_type (report, "t2.fees.amount", "2500 万");
  ui_test_type (report, "t2.rules.made", "12件");
  ui_test_type (report, "t4.review.total", "900");
  ui_test_type (report, "t3.granted.legal", "");
}

static void
test_pages (void)
{
  guint n_bad = 0;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autoptr (BbReport) report = open_sample ();
      BbWindow *window;

      use_scheme (i);
      spoil (report);
      window = ui_test_window (report);
      bb_checker_set_mode (bb_session_get_checker (bb_window_get_session (window)), BB_CHECK_COMPLETE);
      for (guint section = 0; section < bb_report_get_form (report)->n_sections; section++)
        {
          g_autofree char *where = g_strdup_printf ("%s, page %u", schemes[i].name, section);

          bb_document_view_show_page (bb_window_get_view (window), section);
          bb_document_view_step_issue (bb_window_get_view (window), 1);
          bb_document_view_show_page (bb_window_get_view (window), section);
          n_bad += check_window (window, where);
        }
      ui_test_activate (window, "win.replace");
      n_bad += check_window (window, "find and replace");
      ui_test_destroy_window (window);
    }
  expect_none (n_bad);
}

/* A file beside the form: the summary, and then the file itself. */
static void
test_review (void)
{
  guint n_bad = 0;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      BbWindow *window;

      use_scheme (i);
      window = ui_test_review_window ("torn-table.txt");
      n_bad += check_window (window, schemes[i].name);
      ui_test_activate (window, "win.next-issue");
      n_bad += check_window (window, schemes[i].name);
      ui_test_destroy_window (window);
    }
  expect_none (n_bad);
}

static void
collect_cells (GtkWidget *root, GPtrArray *cells)
{
  if (BB_IS_SHEET_CELL (root))
    g_ptr_array_add (cells, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_cells (child, cells);
}

/* Every look of a cell, alone and on every ground that a finding gives it. */
static void
test_cells (void)
{
  static const char *const looks[] = { "derived", "pinned", "by-hand", "deduced", "word", "missing", "bb-left",
                                       "bb-right", "selected", "bb-selected" };
  static const char *const grounds[] = { NULL, "bb-hint", "bb-warning", "bb-error" };
  guint n_bad = 0;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autoptr (BbReport) report = open_sample ();
      g_autoptr (GPtrArray) cells = g_ptr_array_new ();
      BbWindow *window;

      use_scheme (i);
      window = ui_test_window (report);
      bb_document_view_set_show_issues (bb_window_get_view (window), FALSE);
      bb_document_view_show_page (bb_window_get_view (window), 3);
      ui_test_wait_frame (GTK_WIDGET (window));
      collect_cells (GTK_WIDGET (window), cells);
      g_assert_cmpuint (cells->len, >, G_N_ELEMENTS (looks) * G_N_ELEMENTS (grounds));
      for (guint j = 0; j < G_N_ELEMENTS (looks) * G_N_ELEMENTS (grounds); j++)
        {
          const char *ground = grounds[j / G_N_ELEMENTS (looks)];

          gtk_widget_add_css_class (cells->pdata[j], looks[j % G_N_ELEMENTS (looks)]);
          if (ground != NULL)
            gtk_widget_add_css_class (cells->pdata[j], ground);
        }
      n_bad += check_window (window, schemes[i].name);
      ui_test_destroy_window (window);
    }
  expect_none (n_bad);
}

static void
close_window (gpointer window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
}

/* Of each round its own: nothing is there to be replaced. */
static const char *
empty_folder (void)
{
  static char *folder;

  g_free (folder);
  folder = ui_test_path ("export-XXXXXX");
  return g_mkdtemp (folder);
}

static gboolean
is_exported (gpointer dialog)
{
  return bb_export_dialog_is_done (dialog);
}

static void
test_dialogs (void)
{
  const BbAnswer answers[] = {
    { "cancel", "Cancel", ADW_RESPONSE_DEFAULT },
    { "discard", "Discard", ADW_RESPONSE_DESTRUCTIVE },
    { "save", "Save", ADW_RESPONSE_SUGGESTED },
  };
  guint n_bad = 0;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autoptr (BbReport) report = ui_test_report (2024);
      g_autoptr (BbTextScale) scale = bb_text_scale_new ();
      BbWindow *window = ui_test_start_window ();
      GtkWidget *dialog;

      use_scheme (i);
      n_bad += check_window (window, "start page");

      ui_test_activate (window, "win.help");
      n_bad += check_window (window, "help");
      ui_test_activate (window, "win.help");

      dialog = bb_preferences_new (GTK_WINDOW (window), scale);
      gtk_window_present (GTK_WINDOW (dialog));
      n_bad += check_window (dialog, "preferences");
      close_window (dialog);

      dialog = bb_export_dialog_new (GTK_WINDOW (window), report, ui_test_dir ());
      gtk_window_present (GTK_WINDOW (dialog));
      n_bad += check_window (dialog, "export");
      bb_export_dialog_set_folder (BB_EXPORT_DIALOG (dialog), empty_folder ());
      bb_export_dialog_set_extra (BB_EXPORT_DIALOG (dialog), BB_EXPORT_EXTRA_CHARTS, TRUE);
      bb_export_dialog_run (BB_EXPORT_DIALOG (dialog));
      ui_test_wait (is_exported, dialog);
      n_bad += check_window (dialog, "export result");
      close_window (dialog);

      dialog = bb_preview_new (GTK_WINDOW (window), report);
      gtk_window_present (GTK_WINDOW (dialog));
      n_bad += check_window (dialog, "preview");
      close_window (dialog);

      dialog = bb_figure_chooser_new (GTK_WINDOW (window), report, NULL, 0);
      gtk_window_present (GTK_WINDOW (dialog));
      n_bad += check_window (dialog, "figure chooser");
      close_window (dialog);

      dialog = bb_paste_dialog_new (GTK_WINDOW (window), report, ui_test_paste_plan (report));
      gtk_window_present (GTK_WINDOW (dialog));
      n_bad += check_window (dialog, "paste");
      close_window (dialog);

      dialog = GTK_WIDGET (bb_dialogs_ask (GTK_WINDOW (window), "Save Changes?", "They are in no file.", answers,
                                           G_N_ELEMENTS (answers), "save", NULL, NULL));
      n_bad += check_window (dialog, "question");
      close_window (dialog);
      ui_test_destroy_window (window);
    }
  expect_none (n_bad);
}

/* The measure itself: it finds what is bad, and is right about what is known. */
static void
test_measure (void)
{
  static const struct
  {
    const char *style;
    double contrast;
  } cases[] = {
    { "label { color: #000000; background: #ffffff; }", 21.0 },
    { "label { color: #767676; background: #ffffff; }", 4.54 },
    { "label { color: #777777; background: #ffffff; }", 4.48 },
    { "label { color: #aaaaaa; background: #ffffff; }", 2.32 },
    { "label { color: #ff0000; background: #0000ff; }", 2.15 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
      GtkWidget *window = gtk_window_new ();
      GtkWidget *label = gtk_label_new ("政府信息公开 2024");
      Check check = { .where = "known", .window = window };
      guint32 ground = 0, text = 0;
      GdkRectangle area;

      gtk_css_provider_load_from_data (provider, cases[i].style, -1);
      gtk_style_context_add_provider (gtk_widget_get_style_context (label), GTK_STYLE_PROVIDER (provider),
                                      GTK_STYLE_PROVIDER_PRIORITY_USER);
      gtk_window_set_child (GTK_WINDOW (window), label);
      gtk_window_present (GTK_WINDOW (window));
      ui_test_wait_frame (window);
      check.picture = take_picture (window);
      g_assert_true (find_area (window, label, &area));
      g_assert_cmpfloat_with_epsilon (measure (&check.picture, &area, &ground, &text), cases[i].contrast, 0.02);
      check_widget (&check, window);
      g_assert_cmpuint (check.n_bad, ==, cases[i].contrast < ENOUGH);
      g_free (check.picture.points);
      gtk_window_destroy (GTK_WINDOW (window));
      ui_test_settle ();
    }
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ui_test_application ();
  g_test_add_func ("/contrast/measure", test_measure);
  g_test_add_func ("/contrast/pages", test_pages);
  g_test_add_func ("/contrast/review", test_review);
  g_test_add_func ("/contrast/cells", test_cells);
  g_test_add_func ("/contrast/dialogs", test_dialogs);
  return ui_test_run ();
}
