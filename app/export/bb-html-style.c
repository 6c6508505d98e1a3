/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-html-style.h"

/* As high as the head of a table and what must follow it on the same page, in mm. */
#define FIRST_ROWS 36.0

/* Selectors of the styles. Headings by element: Word and LibreOffice make Heading 1–3 of them. */
/* *INDENT-OFF* */
static const char *const selectors[BB_N_STYLES] = {
  [BB_STYLE_TITLE]      = "h1",
  [BB_STYLE_SECTION]    = "h2",
  [BB_STYLE_POINT]      = "h3",
  [BB_STYLE_BODY]       = "p.tx",
  [BB_STYLE_ATTACHMENT] = "p.ta",
  [BB_STYLE_SIGNATURE]  = "p.ts",
  [BB_STYLE_BLOCK]      = "p.cb",
  [BB_STYLE_HEAD]       = "p.ch",
  [BB_STYLE_GROUP]      = "p.cg",
  [BB_STYLE_LABEL]      = "p.cl",
  [BB_STYLE_VALUE]      = "p.cv",
};

static const char *const alignments[] = {
  [BB_ALIGN_LEFT] = "left",
  [BB_ALIGN_CENTRE] = "center",
  [BB_ALIGN_JUSTIFY] = "justify",
};
/* *INDENT-ON* */

void
bb_html_append_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length = strlen (g_ascii_formatd (buffer, sizeof buffer, "%.2f", value));

  while (length > 0 && buffer[length - 1] == '0')
    length--;
  if (length > 0 && buffer[length - 1] == '.')
    length--;
  g_string_append_len (out, buffer, (gssize) length);
}

static void
append_length (GString *out, const char *name, double value, const char *unit)
{
  g_string_append (out, name);
  bb_html_append_number (out, value);
  g_string_append (out, unit);
}

/*
 * The generic @page is for browsers and LibreOffice, the named one for Word, which knows no other.
 */
static void
write_sheet (GString *out)
{
  static const char *const names[] = { "@page", "@page Report" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_string_append_printf (out, "%s { size: ", names[i]);
      append_length (out, "", BB_SHEET_WIDTH / 10, "cm ");
      append_length (out, "", BB_SHEET_HEIGHT / 10, "cm; margin: ");
      append_length (out, "", BB_SHEET_TOP / 10, "cm ");
      append_length (out, "", BB_SHEET_RIGHT / 10, "cm ");
      append_length (out, "", BB_SHEET_BOTTOM / 10, "cm ");
      append_length (out, "", BB_SHEET_LEFT / 10, "cm }\n");
    }
  g_string_append (out, "div.report { page: Report }\n");
}

static void
write_rule (GString *out, BbStyleId id)
{
  const BbStyle *style = bb_style_get (id);

  g_string_append_printf (out, "%s { font-family: \"%s\"; ", selectors[id], bb_face_get (style->face)->name);
  append_length (out, "font-size: ", style->points, "pt; font-weight: normal; ");
  append_length (out, "line-height: ", style->pitch, "pt; ");
  g_string_append_printf (out, "text-align: %s; ", alignments[style->align]);
  /* Each attachment has its own, which LibreOffice takes from the element only where the style sheet says nothing. */
  if (id != BB_STYLE_ATTACHMENT)
    append_length (out, "text-indent: ", style->indent * style->points, "pt ");
  g_string_append (out, "}\n");
}

void
bb_html_append_faces (GString *out, BbFace face)
{
  for (const char *p = bb_face_get (face)->chain; *p != '\0'; p++)
    g_string_append_c (out, *p == '"' ? '\'' : *p);
}

void
bb_html_append_declarations (GString *out, BbStyleId id)
{
  const BbStyle *style = bb_style_get (id);

  g_string_append (out, "font-family:");
  bb_html_append_faces (out, style->face);
  append_length (out, "; font-size:", style->points, "pt; ");
  /* Its line fits the screen of a phone; what does not know this measure keeps the other. */
  if (id == BB_STYLE_TITLE)
    append_length (out, "font-size:min(", style->points, "pt, 5.2vw); ");
  g_string_append (out, "font-weight:normal; ");
  append_length (out, "line-height:", style->pitch / style->points, "; ");
  g_string_append_printf (out, "text-align:%s; ", alignments[style->align]);
  append_length (out, "text-indent:", style->indent, "em; ");
}

/*
 * The name of a table is the heading of its section, which stands above it for those who see. It is written where only
 * browsers read it: word processors make a second heading of a caption, whatever hides it.
 */
static void
write_caption (GString *out)
{
  g_string_append (out, ":root caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }\n"
                        ":root caption::before { content: attr(data-title) }\n");
}

/*
 * A row that a label begins in is, to browsers, as high as all its rows: whole, it would go to the next page with them. Its
 * words stay together all the same. A block of a table is a few rows below a title, which says nothing without them.
 *
 * Browsers leave a heading alone when the first rows of its table go to the next page, or the head of the table, below the
 * sentences before it: what stands there holds as much room as they need, and gives it back to them.
 */
static void
write_breaks (GString *out)
{
  g_string_append (out, ":root td p, :root th p { page-break-inside: avoid }\n"
                        ":root tr:has(> [rowspan]) { page-break-inside: auto !important }\n"
                        ":root tbody:has(> tr > [scope=rowgroup]) { break-inside: avoid }\n"
                        "@media print {\n"
                        ":root .report > :has(+ table, + div." BB_HTML_WIDE ") { break-inside: avoid }\n"
                        ":root .report > :has(+ table, + div." BB_HTML_WIDE ")::after { content: \"\"; display: block; ");
  append_length (out, "height: ", FIRST_ROWS, "mm; ");
  append_length (out, "margin-bottom: ", -FIRST_ROWS, "mm }\n}\n");
}

/*
 * A screen that is narrower than the sheet: the text takes the screen's width, in sizes that are read at arm's length; tables
 * of many columns keep theirs and are moved sideways, the others share what there is.
 */
static void
write_narrow (GString *out)
{
  g_string_append (out, "@media screen and (max-width: 170mm) {\n"
                        ":root body { margin: 0 }\n"
                        ":root div.report { margin: 0; padding: 16px; overflow-wrap: anywhere }\n"
                        ":root h1 { font-size: 20px; line-height: 1.5 }\n"
                        ":root h1 br { display: none }\n"
                        ":root h2, :root h3, :root p.tx, :root p.ta { text-indent: 2em !important; text-align: left }\n"
                        ":root h2, :root h3, :root p.tx, :root p.ta, :root p.ts { font-size: 17px; line-height: 1.75 }\n"
                        ":root p.ta, :root p.ts { margin-left: 0 !important }\n"
                        ":root p.ts { text-align: right }\n"
                        ":root table { width: 100% }\n"
                        ":root div." BB_HTML_WIDE " { overflow-x: auto }\n"
                        ":root div." BB_HTML_WIDE " table { width: ");
  bb_html_append_number (out, BB_SHEET_TEXT_WIDTH);
  g_string_append (out, "mm }\n}\n");
}

void
bb_html_write_style (GString *out)
{
  write_sheet (out);
  for (guint i = 0; i < BB_N_STYLES; i++)
    write_rule (out, i);
  g_string_append (out, "h1, h2, h3 { page-break-after: avoid }\n"
                        "table { border-collapse: collapse }\n");

  /*
   * The chains. A word processor makes one odd font name of a list, so they stand where only browsers read them.
   */
  for (guint i = 0; i < BB_N_STYLES; i++)
    g_string_append_printf (out, ":root %s { font-family: %s }\n", selectors[i],
                            bb_face_get (bb_style_get (i)->face)->chain);
  g_string_append_printf (out, ":root p span { font-family: %s !important }\n",
                          bb_face_get (bb_style_get (BB_STYLE_POINT)->face)->chain);
  g_string_append (out, ":root h1, :root h2, :root h3, :root p.ta, :root p.tx { overflow-wrap: anywhere }\n");
  write_caption (out);
  g_string_append (out, "@media screen { :root div.report { max-width: ");
  bb_html_append_number (out, BB_SHEET_TEXT_WIDTH);
  g_string_append (out, "mm; margin: 2em auto } }\n");
  write_narrow (out);
  write_breaks (out);
}

void
bb_html_write_word_style (GString *out)
{
  for (guint i = 0; i < BB_N_FACES; i++)
    g_string_append_printf (out, "@font-face { font-family: \"%s\"; mso-font-alt: \"%s\" }\n", bb_face_get (i)->name,
                            bb_face_get (i)->substitute);
  for (guint i = 0; i < BB_N_STYLES; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", selectors[i]);
  g_string_append (out, " { mso-line-height-rule: exactly }\ncaption { mso-hide: all }\n");
}
