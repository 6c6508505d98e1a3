/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-page.h"

#include "import/bb-run-text.h"
#include "util/bb-characters.h"

/* A picture over so much of the page is the page. */
#define PICTURE_SHARE 0.6

/* Of its height: what is not so wide is a narrow character. */
#define NARROW 0.65

/* Of the height of the character before: a raised one is no higher, and ends so much above its foot. */
#define RAISED_HEIGHT 0.8
#define RAISED_BY 0.2

/* Smaller characters can't be read by anybody. */
#define SMALLEST 1.0

/*
 * Fonts of PDF files name radicals (⼀) and compatibility forms where the character (一) is meant, and full-width digits (１)
 * where narrow ones (1) are shown; they look alike.
 */
static gunichar
plain_character (gunichar                character,
                 const PopplerRectangle *place)
{
  gunichar plain[4];

  /* Punctuation is set narrow where two marks meet, and at the end of a line: it is full-width all the same. */
  if (g_unichar_isalnum (character) && character >= 0xff01 && character <= 0xff5e && place->x2 - place->x1 < NARROW * (place->y2 - place->y1))
    return bb_character_half_width (character);
  if ((character < 0x2e80 || character > 0x2fdf) && (character < 0xf900 || character > 0xfaff))
    return character;
  return g_unichar_fully_decompose (character, TRUE, plain, G_N_ELEMENTS (plain)) == 1 ? plain[0] : character;
}

static gboolean
is_visible (gunichar                character,
            const PopplerRectangle *place,
            const BbPdfPage        *page)
{
  if (bb_character_is_space (character) || bb_character_is_invisible (character) || character == '\n' || character == '\f')
    return FALSE;
  /* Not a number where the file has none: comparisons with it are all false. */
  if (!(place->x2 - place->x1 > 0) || !(place->y2 - place->y1 >= SMALLEST))
    return FALSE;
  return place->x2 > 0 && place->y2 > 0 && place->x1 < page->width && place->y1 < page->height;
}

/* A small digit behind the shoulder of another one is the mark of a footnote, or an exponent. */
static gunichar
raise_digit (const BbPdfPage  *page,
             const BbPdfGlyph *glyph)
{
  const BbPdfBox *box = &glyph->box;
  const BbPdfGlyph *before = page->glyphs->len > 0 ? bb_pdf_glyph (page->glyphs, page->glyphs->len - 1) : NULL;
  double height = before != NULL ? before->box.y2 - before->box.y1 : 0;

  if (before == NULL || !g_unichar_isdigit (glyph->character) || ABS (box->x1 - before->box.x2) > RAISED_BY * height)
    return glyph->character;
  /* The next digit of the mark. */
  if (bb_run_text_is_raised (before->character) && ABS (box->y2 - before->box.y2) < RAISED_BY * height)
    return bb_run_text_raise_digit (glyph->character);
  if (box->y2 - box->y1 <= RAISED_HEIGHT * height && box->y2 <= before->box.y2 - RAISED_BY * height && box->y2 >= before->box.y1)
    return bb_run_text_raise_digit (glyph->character);
  return glyph->character;
}

static void
read_glyphs (PopplerPage *page,
             BbPdfPage   *found)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  const char *p = text != NULL ? text : "";
  guint n = 0;

  if (!poppler_page_get_text_layout (page, &places, &n))
    return;
  for (guint i = 0; i < n && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      BbPdfGlyph glyph = { { places[i].x1, places[i].y1, places[i].x2, places[i].y2 }, plain_character (character, &places[i]) };

      if (!is_visible (character, &places[i], found))
        continue;
      if (g_unichar_iscntrl (character))
        glyph.character = 0xfffd;
      glyph.character = raise_digit (found, &glyph);
      g_array_append_val (found->glyphs, glyph);
    }
}

static gboolean
has_picture (PopplerPage     *page,
             const BbPdfPage *found)
{
  GList *pictures = poppler_page_get_image_mapping (page);
  gboolean covers = FALSE;

  for (GList *l = pictures; l != NULL; l = l->next)
    {
      const PopplerRectangle *area = &((PopplerImageMapping *) l->data)->area;

      covers = covers || ABS ((area->x2 - area->x1) * (area->y2 - area->y1)) > PICTURE_SHARE * found->width * found->height;
    }
  poppler_page_free_image_mapping (pictures);
  return covers;
}

BbPdfPage *
bb_pdf_page_read (PopplerPage *page,
                  guint        number)
{
  BbPdfPage *found;
  double width;
  double height;

  poppler_page_get_size (page, &width, &height);
  found = bb_pdf_page_new (number, width, height);
  read_glyphs (page, found);
  found->is_picture = has_picture (page, found);
  if (found->glyphs->len > 0)
    bb_pdf_rules_find (page, found);
  return found;
}
