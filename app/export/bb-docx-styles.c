/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-docx-styles.h"

#include "export/bb-docx-xml.h"

#include <math.h>

/* The type of a page number, 四号 (GB/T 9704-2012, 7.5). */
#define PAGE_NUMBER_POINTS 14.0

/*
 * @id: for references inside the file
 * @name: what Word knows the style by. A built-in one has its English name in every file and is shown in the language of the
 *   program: Title is 标题, Normal is 正文, heading 1 is 标题 1. Only these are headings for every program.
 * @alias: (nullable): a second name, shown behind the first
 * @based_on: (nullable)
 * @next: of the paragraph after it
 * @outline: level from 0, -1 for text
 * @priority: place in the list of styles
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *alias;
  const char *based_on;
  const char *next;
  int outline;
  gboolean keep_next;
  gboolean is_custom;
  guint priority;
} DocxStyle;

/* *INDENT-OFF* */
static const DocxStyle styles[BB_N_STYLES] = {
  /*                        id            name            alias       based on     next          outline keep   custom priority */
  [BB_STYLE_TITLE]      = { "Title",      "Title",        NULL,       "Normal",    "Normal",     -1,     TRUE,  FALSE, 1 },
  [BB_STYLE_SECTION]    = { "Heading1",   "heading 1",    "一级标题", "Normal",    "Normal",     0,      TRUE,  FALSE, 2 },
  [BB_STYLE_POINT]      = { "Heading2",   "heading 2",    "二级标题", "Normal",    "Normal",     1,      TRUE,  FALSE, 3 },
  [BB_STYLE_BODY]       = { "Normal",     "Normal",       NULL,       NULL,        NULL,         -1,     FALSE, FALSE, 0 },
  [BB_STYLE_ATTACHMENT] = { "Attachment", "附件说明",     NULL,       "Normal",    "Attachment", -1,     FALSE, TRUE,  5 },
  [BB_STYLE_SIGNATURE]  = { "Signed",     "落款",         NULL,       "Normal",    "Signed",     -1,     FALSE, TRUE,  6 },
  [BB_STYLE_BLOCK]      = { "TableBlock", "表格分组标题", NULL,       "TableText", "TableText",  -1,     TRUE,  TRUE,  8 },
  [BB_STYLE_HEAD]       = { "TableHead",  "表格列标题",   NULL,       "TableText", "TableText",  -1,     TRUE,  TRUE,  9 },
  [BB_STYLE_GROUP]      = { "TableGroup", "表格行组标题", NULL,       "TableText", "TableText",  -1,     FALSE, TRUE,  10 },
  [BB_STYLE_LABEL]      = { "TableLabel", "表格行标题",   NULL,       "TableText", "TableText",  -1,     FALSE, TRUE,  11 },
  [BB_STYLE_VALUE]      = { "TableText",  "表格文字",     NULL,       "Normal",    NULL,         -1,     FALSE, TRUE,  7 },
};

static const char *const alignments[] = {
  [BB_ALIGN_LEFT]    = "left",
  [BB_ALIGN_CENTRE]  = "center",
  [BB_ALIGN_JUSTIFY] = "both",
};

/* Each face has one name for all scripts: figures stand in the face of the text around them. */
typedef struct
{
  const char *family;
  const char *pitch;
} FontKind;

static const FontKind kinds[BB_N_FACES] = {
  [BB_FACE_FANGSONG] = { "modern", "fixed" },
  [BB_FACE_TITLE]    = { "script", "fixed" },
  [BB_FACE_HEI]      = { "modern", "fixed" },
  [BB_FACE_KAI]      = { "modern", "fixed" },
  [BB_FACE_SONG]     = { "auto",   "variable" },
};
/* *INDENT-ON* */

static void
append_fonts (GString *out, BbFace face)
{
  const char *name = bb_face_get (face)->name;

  g_string_append_printf (out, "<w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\" w:eastAsia=\"%s\" w:cs=\"%s\"/>", name, name, name, name);
}

static void
append_size (GString *out, double points)
{
  long half_points = lround (points * 2);

  g_string_append_printf (out, "<w:sz w:val=\"%ld\"/><w:szCs w:val=\"%ld\"/>", half_points, half_points);
}

static void
append_spacing (GString *out, const BbStyle *style)
{
  g_string_append_printf (out, "<w:spacing w:before=\"%ld\" w:after=\"%ld\" w:line=\"%ld\" w:lineRule=\"exact\"/>",
                          bb_docx_twips (style->above), bb_docx_twips (style->below), bb_docx_twips (style->pitch));
}

/*
 * 28 characters of 16 points are a little wider than 156 mm: they are drawn together by part of a point. A grid of characters
 * would say the same, but LibreOffice gives two of its places to a character that is wider than one.
 */
static void
append_tracking (GString *out, const BbStyle *style)
{
  double body = bb_style_get (BB_STYLE_BODY)->points;
  double spare = BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH) / BB_SHEET_CHARACTERS - body;

  g_string_append_printf (out, "<w:spacing w:val=\"%ld\"/>", style->points < body || style->points > body ? 0 : (long) floor (spare * 20));
}

/* In hundredths of a character, so that it follows when somebody changes the size; the length is for who can't count so. */
static void
append_indent (GString *out, const BbStyle *style)
{
  g_string_append_printf (out, "<w:ind w:firstLineChars=\"%ld\" w:firstLine=\"%ld\"/>", lround (style->indent * 100),
                          bb_docx_twips (style->indent * style->points));
}

/* What has another pitch than the text stands apart from its grid of 22 lines, which would pull it apart. */
static gboolean
leaves_grid (BbStyleId id)
{
  return id == BB_STYLE_TITLE || id >= BB_STYLE_BLOCK;
}

static void
append_paragraph_properties (GString *out, BbStyleId id)
{
  const DocxStyle *docx = &styles[id];
  const BbStyle *style = bb_style_get (id);

  g_string_append (out, "<w:pPr>");
  if (docx->keep_next)
    g_string_append (out, "<w:keepNext/>");
  if (docx->outline >= 0)
    g_string_append (out, "<w:keepLines/>");
  if (id == BB_STYLE_BODY)
    g_string_append (out, "<w:widowControl/>");
  if (id == BB_STYLE_VALUE)
    g_string_append (out, "<w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/>");
  if (leaves_grid (id))
    g_string_append (out, "<w:snapToGrid w:val=\"0\"/>");
  append_spacing (out, style);
  append_indent (out, style);
  g_string_append_printf (out, "<w:jc w:val=\"%s\"/>", alignments[style->align]);
  if (docx->outline >= 0)
    g_string_append_printf (out, "<w:outlineLvl w:val=\"%d\"/>", docx->outline);
  g_string_append (out, "</w:pPr>");
}

static void
append_style (GString *out, BbStyleId id)
{
  const DocxStyle *docx = &styles[id];
  const BbStyle *style = bb_style_get (id);

  g_string_append_printf (out, "<w:style w:type=\"paragraph\"%s%s w:styleId=\"%s\"><w:name w:val=\"%s\"/>",
                          id == BB_STYLE_BODY ? " w:default=\"1\"" : "", docx->is_custom ? " w:customStyle=\"1\"" : "",
                          docx->id, docx->name);
  if (docx->alias != NULL)
    g_string_append_printf (out, "<w:aliases w:val=\"%s\"/>", docx->alias);
  if (docx->based_on != NULL)
    g_string_append_printf (out, "<w:basedOn w:val=\"%s\"/>", docx->based_on);
  if (docx->next != NULL)
    g_string_append_printf (out, "<w:next w:val=\"%s\"/>", docx->next);
  g_string_append_printf (out, "<w:uiPriority w:val=\"%u\"/><w:qFormat/>", docx->priority);
  append_paragraph_properties (out, id);
  g_string_append (out, "<w:rPr>");
  append_fonts (out, style->face);
  if (leaves_grid (id))
    g_string_append (out, "<w:snapToGrid w:val=\"0\"/>");
  append_tracking (out, style);
  append_size (out, style->points);
  g_string_append (out, "</w:rPr></w:style>\n");
}

static void
append_defaults (GString *out)
{
  const BbStyle *body = bb_style_get (BB_STYLE_BODY);

  g_string_append (out, "<w:docDefaults><w:rPrDefault><w:rPr>");
  append_fonts (out, body->face);
  append_size (out, body->points);
  g_string_append (out, "<w:lang w:val=\"en-US\" w:eastAsia=\"" BB_DOCX_LANGUAGE "\" w:bidi=\"ar-SA\"/>"
                        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\n");
}

static void
append_lead (GString *out)
{
  g_string_append (out, "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
                        "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>"
                        "<w:unhideWhenUsed/></w:style>\n"
                        "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"" BB_DOCX_STYLE_LEAD "\">"
                        "<w:name w:val=\"段首标题\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:uiPriority w:val=\"4\"/>"
                        "<w:qFormat/><w:rPr>");
  append_fonts (out, bb_style_get (BB_STYLE_POINT)->face);
  g_string_append (out, "</w:rPr></w:style>\n");
}

static void
append_table_style (GString *out)
{
  static const char *const edges[] = { "top", "left", "bottom", "right", "insideH", "insideV" };
  long padding = bb_docx_twips (BB_CELL_PADDING), air = bb_docx_twips (BB_CELL_AIR);

  g_string_append (out, "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
                        "<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
                        "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>"
                        "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
                        "</w:style>\n"
                        "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"" BB_DOCX_STYLE_TABLE "\">"
                        "<w:name w:val=\"年报表格\"/><w:basedOn w:val=\"TableNormal\"/><w:uiPriority w:val=\"12\"/><w:tblPr><w:tblBorders>");
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    g_string_append_printf (out, "<w:%s w:val=\"single\" w:sz=\"%ld\" w:space=\"0\" w:color=\"auto\"/>", edges[i],
                            lround (BB_CELL_BORDER * 8));
  g_string_append_printf (out, "</w:tblBorders><w:tblCellMar><w:top w:w=\"%ld\" w:type=\"dxa\"/><w:left w:w=\"%ld\" w:type=\"dxa\"/>"
                               "<w:bottom w:w=\"%ld\" w:type=\"dxa\"/><w:right w:w=\"%ld\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
                               "</w:style>\n",
                          air, padding, air, padding);
}

static void
append_footer_style (GString *out)
{
  g_string_append (out, "<w:style w:type=\"paragraph\" w:styleId=\"" BB_DOCX_STYLE_FOOTER "\"><w:name w:val=\"footer\"/>"
                        "<w:basedOn w:val=\"Normal\"/><w:uiPriority w:val=\"99\"/><w:pPr><w:snapToGrid w:val=\"0\"/>"
                        "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/></w:pPr><w:rPr>");
  append_fonts (out, BB_FACE_SONG);
  g_string_append (out, "<w:spacing w:val=\"0\"/>");
  append_size (out, PAGE_NUMBER_POINTS);
  g_string_append (out, "</w:rPr></w:style>\n");
}

const char *
bb_docx_style_id (BbStyleId style)
{
  g_return_val_if_fail (style < BB_N_STYLES, NULL);

  return styles[style].id;
}

void
bb_docx_write_styles (GString *out)
{
  g_string_append (out, BB_DOCX_HEAD "<w:styles " BB_DOCX_SPACE ">\n");
  append_defaults (out);
  for (guint i = 0; i < BB_N_STYLES; i++)
    append_style (out, i);
  append_lead (out);
  append_table_style (out);
  append_footer_style (out);
  g_string_append (out, "</w:styles>\n");
}

void
bb_docx_write_fonts (GString *out)
{
  g_string_append (out, BB_DOCX_HEAD "<w:fonts " BB_DOCX_SPACE ">\n");
  for (guint i = 0; i < BB_N_FACES; i++)
    g_string_append_printf (out, "<w:font w:name=\"%s\"><w:altName w:val=\"%s\"/><w:charset w:val=\"86\"/>"
                                 "<w:family w:val=\"%s\"/><w:pitch w:val=\"%s\"/></w:font>\n",
                            bb_face_get (i)->name, bb_face_get (i)->substitute, kinds[i].family, kinds[i].pitch);
  g_string_append (out, "</w:fonts>\n");
}
