/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-page.h"

#include <math.h>

/*
 * Rules are found in a picture of the page, as the eye finds them: a straight edge between light and dark that goes on. That is
 * the same for a drawn line, a thin filled box, a row of dots, the border of a coloured field, and a grey line on white; the
 * file's own drawing has each of them in many ways. What stands where characters stand says nothing: it may be a stroke of one.
 */

/* Pixels a point, and pixels at most. */
#define SCALE 2.0
#define PIXEL_LIMIT (4 * 1024 * 1024)

/* Of 255. The lightest line that still can be seen. */
#define CONTRAST 24

/* In points: the gap between dots, the shortest side of a cell, how much a line's own two edges are apart, at most. */
#define GAP 2.0
#define SHORTEST 5.0
#define THICKNESS 2.6

/* A rule is an edge in so much of its length at least, but for characters. */
#define COVERAGE 0.45

typedef struct
{
  int width;
  int height;
  double scale;
  guchar *light;
  guchar *covered;
} Picture;

static void
picture_clear (Picture *picture)
{
  g_free (picture->light);
  g_free (picture->covered);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

/* One direction of looking at the picture: pixels along a line, and the step from one line to the one before it. */
typedef struct
{
  int n_lines;
  int length;
  gsize line_step;
  gsize pixel_step;
} Walk;

/* ---- the picture ---- */

static void
keep_light (Picture         *picture,
            cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < picture->height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);

      for (int x = 0; x < picture->width; x++)
        picture->light[(gsize) y * picture->width + x] =
          (((row[x] >> 16) & 0xff) * 3 + ((row[x] >> 8) & 0xff) * 6 + (row[x] & 0xff)) / 10;
    }
}

static void
cover_glyphs (Picture      *picture,
              const GArray *glyphs)
{
  for (guint i = 0; i < glyphs->len; i++)
    {
      const BbPdfBox *box = &bb_pdf_glyph (glyphs, i)->box;
      int x1 = CLAMP (floor (box->x1 * picture->scale), 0, picture->width);
      int x2 = CLAMP (ceil (box->x2 * picture->scale), 0, picture->width);
      int y1 = CLAMP (floor (box->y1 * picture->scale), 0, picture->height);
      int y2 = CLAMP (ceil (box->y2 * picture->scale), 0, picture->height);

      for (int y = y1; y < y2; y++)
        memset (picture->covered + (gsize) y * picture->width + x1, 1, (gsize) MAX (x2 - x1, 0));
    }
}

static gboolean
take_picture (Picture         *picture,
              PopplerPage     *page,
              const BbPdfPage *found)
{
  double area = found->width * found->height;
  cairo_surface_t *surface;
  cairo_t *cairo;
  gboolean is_taken;

  if (!(area >= 1) || !isfinite (area))
    return FALSE;
  picture->scale = MIN (SCALE, sqrt (PIXEL_LIMIT / area));
  picture->width = (int) CLAMP (found->width * picture->scale, 1, PIXEL_LIMIT / 8);
  picture->height = (int) CLAMP (found->height * picture->scale, 1, PIXEL_LIMIT / picture->width + 1);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, picture->width, picture->height);
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, picture->scale, picture->scale);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  is_taken = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  if (is_taken)
    {
      picture->light = g_malloc ((gsize) picture->width * picture->height);
      picture->covered = g_malloc0 ((gsize) picture->width * picture->height);
      keep_light (picture, surface);
      cover_glyphs (picture, found->glyphs);
    }
  cairo_surface_destroy (surface);
  return is_taken;
}

/* ---- edges that go on ---- */

/* A run of one kind of edge: @seen of its @free pixels that no character covers are such an edge. */
typedef struct
{
  int from;
  int last;
  int seen;
  int free;
  int free_at_last;
} Run;

static void
end_run (const Picture *picture,
         Run           *run,
         int            line,
         GArray        *rules)
{
  double length = run->from >= 0 ? (run->last + 1 - run->from) / picture->scale : 0;

  if (length >= SHORTEST && run->seen >= COVERAGE * run->free_at_last)
    {
      BbPdfRule rule = { line / picture->scale, run->from / picture->scale, (run->last + 1) / picture->scale };

      g_array_append_val (rules, rule);
    }
  run->from = -1;
}

static void
see_edge (Run *run,
          int  place)
{
  if (run->from < 0)
    *run = (Run) { .from = place };
  run->last = place;
  run->seen++;
  run->free_at_last = ++run->free;
}

/* Edges of one sign, between line number @line and the one before it. */
static void
walk_line (const Picture *picture,
           const Walk    *walk,
           int            line,
           int            sign,
           GArray        *rules)
{
  const guchar *light = picture->light + (gsize) line * walk->line_step;
  const guchar *covered = picture->covered + (gsize) line * walk->line_step;
  int gap = (int) (GAP * picture->scale);
  int missing = 0;
  Run run = { .from = -1 };

  for (int i = 0; i < walk->length; i++, light += walk->pixel_step, covered += walk->pixel_step)
    {
      if (*covered)
        continue;
      if (sign * ((int) light[0] - (int) *(light - walk->line_step)) > CONTRAST)
        {
          see_edge (&run, i);
          missing = 0;
        }
      else if (run.from >= 0)
        {
          run.free++;
          if (++missing > gap)
            end_run (picture, &run, line, rules);
        }
    }
  end_run (picture, &run, line, rules);
}

static int
compare_rules (gconstpointer a,
               gconstpointer b)
{
  const BbPdfRule *first = a;
  const BbPdfRule *second = b;

  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;
  return first->from < second->from ? -1 : first->from > second->from;
}

static gboolean
meet (const BbPdfRule *first,
      const BbPdfRule *second)
{
  return first->from <= second->to + GAP && second->from <= first->to + GAP;
}

/* The two edges of a line are one rule; so are its pieces. */
static GArray *
merge_rules (GArray *found)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (BbPdfRule));

  g_array_sort (found, compare_rules);
  for (guint i = 0; i < found->len; i++)
    {
      BbPdfRule *rule = &g_array_index (found, BbPdfRule, i);
      BbPdfRule *same = NULL;

      for (guint j = merged->len; j > 0 && same == NULL; j--)
        {
          BbPdfRule *before = &g_array_index (merged, BbPdfRule, j - 1);

          if (rule->at - before->at > 2 * THICKNESS)
            break;
          if (rule->at - before->at <= THICKNESS && meet (rule, before))
            same = before;
        }
      if (same == NULL)
        {
          g_array_append_vals (merged, rule, 1);
          continue;
        }
      same->from = MIN (same->from, rule->from);
      same->to = MAX (same->to, rule->to);
    }
  return merged;
}

static void
find_edges (const Picture *picture,
            const Walk    *walk,
            GArray       **rules)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (BbPdfRule));

  for (int line = 1; line < walk->n_lines; line++)
    {
      walk_line (picture, walk, line, 1, found);
      walk_line (picture, walk, line, -1, found);
    }
  g_array_unref (*rules);
  *rules = merge_rules (found);
}

void
bb_pdf_rules_find (PopplerPage *page,
                   BbPdfPage   *found)
{
  g_auto (Picture) picture = { 0 };

  if (!take_picture (&picture, page, found))
    return;
  find_edges (&picture, &(Walk) { picture.height, picture.width, (gsize) picture.width, 1 }, &found->across);
  find_edges (&picture, &(Walk) { picture.width, picture.height, 1, (gsize) picture.width }, &found->down);
}
