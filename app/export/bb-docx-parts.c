/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-docx-parts.h"

#include "export/bb-docx-styles.h"
#include "export/bb-docx-text.h"
#include "export/bb-docx-xml.h"

#include <string.h>

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE_TYPE "application/vnd.openxmlformats-officedocument."
#define WORD_TYPE OFFICE_TYPE "wordprocessingml."

static void
write_types (const BbPage *page, GString *out)
{
  guint n_parts;
  const BbDocxPart *parts = bb_docx_parts (&n_parts);

  g_string_append (out, BB_DOCX_HEAD "<Types xmlns=\"" PACKAGE "content-types\">"
                        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n");
  for (guint i = 0; i < n_parts; i++)
    if (parts[i].type != NULL)
      g_string_append_printf (out, "<Override PartName=\"/%s\" ContentType=\"%s\"/>\n", parts[i].name, parts[i].type);
  g_string_append (out, "</Types>\n");
}

static void
write_relations (const BbPage *page, GString *out)
{
  g_string_append (out, BB_DOCX_HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">\n"
                        "<Relationship Id=\"text\" Type=\"" BB_DOCX_RELATIONS "/officeDocument\" Target=\"word/document.xml\"/>\n"
                        "<Relationship Id=\"core\" Type=\"" PACKAGE "relationships/metadata/core-properties\" "
                        "Target=\"docProps/core.xml\"/>\n"
                        "<Relationship Id=\"app\" Type=\"" BB_DOCX_RELATIONS "/extended-properties\" Target=\"docProps/app.xml\"/>\n"
                        "</Relationships>\n");
}

static void
write_text_relations (const BbPage *page, GString *out)
{
  guint n_parts;
  const BbDocxPart *parts = bb_docx_parts (&n_parts);

  g_string_append (out, BB_DOCX_HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">\n");
  for (guint i = 0; i < n_parts; i++)
    if (parts[i].relation != NULL)
      g_string_append_printf (out, "<Relationship Id=\"%s\" Type=\"" BB_DOCX_RELATIONS "/%s\" Target=\"%s\"/>\n", parts[i].id,
                              parts[i].relation, parts[i].name + strlen ("word/"));
  g_string_append (out, "</Relationships>\n");
}

/* Title and language, and nothing of who made the file, where and when. */
static void
write_core (const BbPage *page, GString *out)
{
  g_string_append (out, BB_DOCX_HEAD "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
  bb_docx_append_text (out, page->title, -1);
  g_string_append (out, "</dc:title><dc:language>" BB_DOCX_LANGUAGE "</dc:language></cp:coreProperties>\n");
}

static void
write_app (const BbPage *page, GString *out)
{
  g_string_append (out, BB_DOCX_HEAD "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                        "<Application>Bianbao</Application></Properties>\n");
}

static void
write_styles (const BbPage *page, GString *out)
{
  bb_docx_write_styles (out);
}

static void
write_fonts (const BbPage *page, GString *out)
{
  bb_docx_write_fonts (out);
}

/*
 * What Word writes for a new Chinese document, but for adjustLineHeightInTable, which would pull the lines of tables to the
 * pitch of the text. The last setting keeps Word from opening the file in compatibility mode.
 */
static void
write_settings (const BbPage *page, GString *out)
{
  g_string_append (out, BB_DOCX_HEAD "<w:settings " BB_DOCX_SPACE "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"640\"/>"
                        "<w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val=\"156\"/>"
                        "<w:characterSpacingControl w:val=\"compressPunctuation\"/>\n"
                        "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
                        "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:useFELayout/>"
                        "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
                        "w:val=\"15\"/></w:compat>\n"
                        "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"" BB_DOCX_LANGUAGE "\"/></w:settings>\n");
}

/* 四号 宋体, a dash at each side, one character from the outer edge (GB/T 9704-2012, 7.5). */
static void
write_footer (GString *out, const char *side, const char *alignment)
{
  g_string_append_printf (out, BB_DOCX_HEAD "<w:ftr " BB_DOCX_SPACE "><w:p><w:pPr><w:pStyle w:val=\"" BB_DOCX_STYLE_FOOTER "\"/>"
                               "<w:ind w:%sChars=\"100\" w:%s=\"280\"/><w:jc w:val=\"%s\"/></w:pPr>",
                          side, side, alignment);
  bb_docx_append_run (out, NULL, 0, "— ", -1);
  g_string_append (out, "<w:fldSimple w:instr=\" PAGE \">");
  bb_docx_append_run (out, NULL, 0, "1", -1);
  g_string_append (out, "</w:fldSimple>");
  bb_docx_append_run (out, NULL, 0, " —", -1);
  g_string_append (out, "</w:p></w:ftr>\n");
}

static void
write_odd_footer (const BbPage *page, GString *out)
{
  write_footer (out, "right", "right");
}

static void
write_even_footer (const BbPage *page, GString *out)
{
  write_footer (out, "left", "left");
}

/* *INDENT-OFF* */
static const BbDocxPart parts[] = {
  { "[Content_Types].xml",          NULL,                                                           NULL,        NULL,       write_types },
  { "_rels/.rels",                  NULL,                                                           NULL,        NULL,       write_relations },
  { "word/document.xml",            WORD_TYPE "document.main+xml",                                  NULL,        NULL,       bb_docx_write_text },
  { "word/_rels/document.xml.rels", NULL,                                                           NULL,        NULL,       write_text_relations },
  { "word/styles.xml",              WORD_TYPE "styles+xml",                                         "styles",    "styles",   write_styles },
  { "word/settings.xml",            WORD_TYPE "settings+xml",                                       "settings",  "settings", write_settings },
  { "word/fontTable.xml",           WORD_TYPE "fontTable+xml",                                      "fontTable", "fonts",    write_fonts },
  { "word/footer1.xml",             WORD_TYPE "footer+xml",             "footer",    BB_DOCX_ID_FOOTER_ODD,                  write_odd_footer },
  { "word/footer2.xml",             WORD_TYPE "footer+xml",             "footer",    BB_DOCX_ID_FOOTER_EVEN,                 write_even_footer },
  { "docProps/core.xml",            "application/vnd.openxmlformats-package.core-properties+xml",   NULL,        NULL,       write_core },
  { "docProps/app.xml",             OFFICE_TYPE "extended-properties+xml",                          NULL,        NULL,       write_app },
};
/* *INDENT-ON* */

const BbDocxPart *
bb_docx_parts (guint *n_parts)
{
  *n_parts = G_N_ELEMENTS (parts);

  return parts;
}
