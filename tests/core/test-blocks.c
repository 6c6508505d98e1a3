/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of web pages, Word files and workbooks make of their bytes, before anything is matched; and their limits. */
#include "blocks-dump.h"

#include "import/bb-docx-blocks.h"
#include "import/bb-html-blocks.h"
#include "import/bb-import-limits.h"
#include "import/bb-import-source.h"
#include "import/bb-text-blocks.h"
#include "import/bb-xlsx-blocks.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* ---- pages ---- */

typedef struct
{
  const char *name;
  const char *html;
  const char *expected;
} Page;

/* *INDENT-OFF* */
static const Page pages[] = {
  { "paragraphs",     "<p>一、总体情况</p><div>甲<b>乙</b> 丙</div>", "P<一、总体情况>P<甲乙 丙>" },
  { "white-space",    "<p>收到\n  申请 <i> A  B</i>\n C</p>", "P<收到申请 A B C>" },
  { "breaks",         "甲<br>乙<br/><br/>丙", "P<甲⏎乙⏎⏎丙>" },
  { "split-digits",   "<table><tr><td>新收</td><td><span>1</span><span>2</span></td></tr></table>", "[新收|12]" },
  { "stacked-digits", "<table><tr><td>新收</td><td><p>1</p><p>2</p></td></tr></table>", "[新收|1⏎2]" },
  { "no-breaking",    "<table><tr><td>&nbsp;</td><td>&nbsp;0&nbsp;<o:p></o:p></td></tr></table>", "[|0]" },
  { "spans",          "<table><tr><th rowspan=2>一<th colspan=2>二<tr><td>3<td>4</table>", "[一|二|·][·|3|4]" },
  { "span-to-end",    "<table><tr><th rowspan=0>一<th>二<tr><td>3<tr><td>4</table>", "[一|二][·|3][·|4]" },
  { "span-clamped",   "<table><tr><td rowspan=99999999999999999999>一<td colspan=-3>二<tr><td>3</table>", "[一|二][·|3]" },
  { "nested",         "<table><tr><td>导航</td><td><p>甲</p><table><tr><td>乙<td>1</table></td></tr></table>", "P<导航>P<甲>[乙|1]" },
  { "nested-single",  "<table><tr><td>乙<td><table><tr><td>1</table></table>", "[乙|1]" },
  { "one-column",     "<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>", "P<甲>P<乙>" },
  { "hidden",         "<p hidden>甲</p><p style='DISPLAY : none'>乙</p><script>丙</script><style>丁</style><p>戊</p>", "P<戊>" },
  { "sizeless",       "<div style='font-size: 0'><p>甲<b style='font-size:0px'>8</b><i style='font-size:0.8em'>乙</i></p></div>", "P<甲乙>" },
  { "hidden-row",     "<table><tr style='display:none'><td>1<td>2<tr><td>3<td>4</table>", "[3|4]" },
  { "list",           "<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>", "P<3.甲>P<4.乙>P<丙>" },
  { "caption",        "<table><caption>表三</caption><tr><td>甲<td>1</table>", "P<表三>[甲|1]" },
  { "outside-cell",   "<table><tr>丁<td>甲<td>1</table>", "P<丁>[甲|1]" },
  { "clipboard",      "Version:0.9\r\nStartHTML:00000097\r\n<html><body><!--StartFragment--><p>甲</p><!--EndFragment--></body></html>", "P<甲>" },
  { "control",        "<p>甲\x01乙</p>", "P<甲�乙>" },
  { "unclosed",       "<table><tr><td>甲<td>1<tr><td>乙<td>2", "[甲|1][乙|2]" },
  { "raised",         "<table><tr><td>新收<td>22<sup>1</sup><tr><td>结转<td>3<span style='vertical-align: super'>[2]</span></table><p>10m<sup>2</sup>", "[新收|22¹][结转|3[²]]P<10m²>" },
  { "spaces",         "<p>甲&nbsp;&nbsp; 乙 丙&nbsp;丁&nbsp;\n戊<table><tr><td>1&nbsp; <td>2</table>", "P<甲   乙 丙\u00a0丁\u00a0 戊>[1|2]" },
  { "struck",         "<table><tr><td>新收<td><s>7</s>72<td><del>5</del><tr><td>结转<td style='text-decoration: underline line-through red'>3<td>4</table>",
                      "[新收|72|][结转||4]" },
  { "struck-page",    "<s><table><tr><td>甲<td>1</table></s>", "[甲|1]" },
  { "class-hidden",   "<style>/* .all{display:none} */ .hide, #old { display : none } .a .b{display:none} @media print{.c{display:none}}</style>"
                      "<p class=hide>甲</p><table><tr><td>乙<td><i class='x hide'>7</i>33<td><b id=old>1</b><i class=b>2</i><i class=c>3</i></table>",
                      "P<甲>[乙|33|23]" },
  { "class-looks",    "<style><!--\n.s{text-decoration:line-through} .u{ vertical-align : super } @media screen { .h{opacity:0.0} } .w{opacity:0.5}--></style>"
                      "<table><tr><td>乙<td><i class=s>7</i>33<td>4<b class=u>1</b><td><b class=h>6</b>5<td><b class=w>6</b>8</table>", "[乙|33|4¹|5|68]" },
  { "unseen",         "<table><tr><td>甲<td><b style='clip: rect(0,0,0,0)'>7</b>1<td><b style='left:-9999px'>7</b>2<td><b style='opacity:.0'>7</b>3"
                      "<td><b style='width:0;overflow:hidden'>7</b>4<td><b style='max-width:0;border-left:-999'>5</b></table>", "[甲|1|2|3|4|5]" },
  { "class-around",   "<style>.wrap .o, #r > b, td i + u, tr[data-old] em, td:hover s2 {display:none} .wrap > .deep{display:none}</style>"
                      "<div class=wrap><table><tr id=r data-old=1><td><b>1</b><i class=o>7</i>33<td><i>1</i><u>2</u>3<td><em>4</em>5<td><i class=deep>6</i></table></div>"
                      "<table><tr><td><i class=o>7</i>8<td><u>2</u><em>4</em></table>", "[133|13|5|6][78|24]" },
  { "class-outweighed", "<style>.o{display:none} .on .o{display:inline} .x{display:none} .y{display:inline} b{display:none!important} #z{display:none}</style>"
                        "<table><tr class=on><td><i class=o>7</i>1<tr><td><i class='y x'>7</i>2<td><b style='display:inline'>7</b>3<td><i id=z style='display:inline'>7</i>4<td></table>",
                        "[71][72|3|74|]" },
  { "hidden-place",   "<style>.v{visibility:hidden} .d{display:none}</style><table><tr><td>甲<td class=v>7<td>1<td class=d>8<td>2</table>", "[甲||1|2]" },
  { "drawn",          "<svg><text>图</text></svg><table><tr><td>处罚<td><svg viewBox='0 0 9 9'><title>8</title><g><text x=1><tspan>38</tspan>01</text></g></svg></table>",
                      "[处罚|3801]" },
  { "class-tab",      "<style>.tab{visibility:hidden}</style><table><tr><td class=tab><table><tr><td>乙<td>1</table></table>", "[乙|1]" },
  { "entries",        "<input value=搜索><table><tr><td>新收<input type=hidden value=9><td><input value='12' readonly><td><textarea>/</textarea>"
                      "<td><input value=请输入><td><input type=submit value=3>"
                      "<td><select><option>9<option selected>4</select><td><select><optgroup><option>请选择</optgroup></select></table>", "[新收|12|/|||4|]" },
  { "lines",          "<pre>甲\n乙\t1\n\n丙\t\t2\n丁</pre>", "P<甲>[乙|1][丙||2]P<丁>" },
  { "lines-of-own",   "<pre><p>甲</p><table><tr><td>乙<td>1</table></pre>", "P<甲>[乙|1]" },
  { "nothing",        "", "" },
};
/* *INDENT-ON* */

static void
test_page (gconstpointer data)
{
  const Page *page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_html_blocks_read (page->html, NULL, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = blocks_dump (source, "");
  g_assert_cmpstr (found, ==, page->expected);
}

static void
test_page_title (void)
{
  g_autoptr (BbImportSource) source = bb_html_blocks_read ("<title> 某局年度报告 </title><p>甲", NULL, NULL);
  g_autofree char *place = bb_import_source_place (source, 1);

  g_assert_cmpstr (source->title, ==, "某局年度报告");
  g_assert_cmpstr (place, ==, "paragraph 1");
}

/* What a line goes through is left out, but not in silence. */
static void
test_page_struck (void)
{
  g_autoptr (BbImportSource) source = bb_html_blocks_read ("<p>甲<s>乙</s><strike> </strike><del>丙</del>", NULL, NULL);

  g_assert_cmpuint (source->notes->len, ==, 1);
  g_assert_cmpstr (bb_note_get_id (g_ptr_array_index (source->notes, 0)), ==, "read.struck");
  g_assert_cmpstr (bb_note_get_message (g_ptr_array_index (source->notes, 0)), ==,
                   "2 passages are struck through in the file and were left out");
}

/* ---- plain text ---- */

/* *INDENT-OFF* */
static const Page texts[] = {
  { "tabs",          "甲\t1\t\n\t\t", "[甲|1|][||]" },
  { "bars",          "规章|3|2\n| 许可 | 98339 |\n|---|:--|\n费用｜0.5", "[规章|3|2][许可|98339][费用|0.5]" },
  { "bar-in-text",   "本年度全面落实政务公开各项要求，持续提升公开质量和服务水平，推动重点领域信息主动公开，回应社会关切，依法办理公开申请。|详见附件", NULL },
  { "frame",         "┌──┬──┐\n│甲　│1　│\n├─┼─┤\n║乙║2║\n└──┴──┘\n+---+---+", "[甲|1][乙|2]" },
  { "commas",        "规章,3,2,2\n\"其他,含“\"\"”\",1,,0\n许可,98339,,", "[规章|3|2|2][其他,含“\"”|1||0][许可|98339||]" },
  { "commas-in-text", "收到申请1,234,567,890件。\n总计 1,234 2,345 3,456\n2024年,共公开12,345条", "P<收到申请1,234,567,890件。>P<总计 1,234 2,345 3,456>P<2024年,共公开12,345条>" },
  { "markdown-headings", "# 年度报告\n## 一、总体情况 ##\n**二、主动公开**\n**甲**乙**丙**\n#标签#\n####### 七\n## \n# ##\n## 使用C#\n| 甲 | 1 |\n|---|---|",
    "P<年度报告>P<一、总体情况>P<二、主动公开>P<**甲**乙**丙**>P<#标签#>P<####### 七>P<使用C#>[甲|1]" },
  { "no-markdown",   "# 号\n**甲**", "P<# 号>P<**甲**>" },
  { "markdown-breaks", "| 甲<br>乙 | 3<br> | <br/> | &nbsp;4 |\n| 丙 | 5 | 6 | 7 |", "[甲⏎乙|3||4][丙|5|6|7]" },
  { "markdown",      "| **3** | `4` | ~~9~~14 | 5\\* |\n| _6_ | * | ~~7~~ | a\\|b\\c |", "[3|4|14|5*][6|*||a|b\\c]" },
  { "quotes",        "甲\t\"98,339\"\t\"他说\"\"好\"\"\"\t\"", "[甲|98,339|他说\"好\"|\"]" },
  { "dashes",        "——\n--\n———附件", "P<——>P<-->P<———附件>" },
};
/* *INDENT-ON* */

static void
test_text (gconstpointer data)
{
  const Page *page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_text_blocks_read (page->html, NULL, &error);
  g_autofree char *paragraph = g_strdup_printf ("P<%s>", page->html);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = blocks_dump (source, "");
  g_assert_cmpstr (found, ==, page->expected != NULL ? page->expected : paragraph);
}

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_sized_new (strlen (text) * n);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

/* Just at a limit it is read, one above it is refused; a bomb is refused at once. */
static void
assert_page (char *html, gboolean is_read)
{
  g_autofree char *owned = html;
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_html_blocks_read (owned, NULL, &error);

  g_assert_true ((source != NULL) == is_read);
  if (is_read)
    g_assert_no_error (error);
  else
    g_assert_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE);
}

static void
test_page_limits (void)
{
  assert_page (repeat ("<div>", BB_IMPORT_HTML_DEPTH_LIMIT), TRUE);
  assert_page (repeat ("<div>", BB_IMPORT_HTML_DEPTH_LIMIT + 1), FALSE);
  assert_page (repeat ("<div>", 1000000), FALSE);
  assert_page (repeat ("<br>", BB_IMPORT_NODE_LIMIT), TRUE);
  assert_page (repeat ("<br>", BB_IMPORT_NODE_LIMIT + 1), FALSE);
  assert_page (repeat ("<p>甲", BB_IMPORT_LINE_LIMIT), TRUE);
  assert_page (repeat ("<p>甲", BB_IMPORT_LINE_LIMIT + 1), FALSE);
  assert_page (repeat ("<tr><td colspan=1000>", 10000), TRUE); /* without a table there are no rows */
  assert_page (g_strconcat ("<table><tr><td>1<td colspan=200>", NULL), FALSE);
}

/* A page of @size bytes: a picture, and a comment for what else there may be. */
static char *
large_page (gsize size, gsize picture)
{
  g_autofree char *data = g_strnfill (picture, 'A');
  g_autofree char *start = g_strconcat ("<p>甲<img src=\"data:image/png;base64,", data, "\" alt='", data, ",'>乙<!--", NULL);
  g_autofree char *filling = g_strnfill (size - MIN (size, strlen (start)), '-');

  return g_strconcat (start, filling, NULL);
}

/* Pictures in a page do not count, and nothing but them is left out; nor is what has the length of a picture and is shown. */
static void
test_page_size (void)
{
  g_autofree char *page = large_page (0, 100000);
  g_autofree char *run = g_strnfill (100000, 'A');
  g_autofree char *shown = g_strdup_printf ("<p>\"%s 甲\"<p>'%s\"乙", run, run);
  g_autoptr (BbImportSource) source = bb_html_blocks_read (page, NULL, NULL);
  g_autoptr (BbImportSource) kept = bb_html_blocks_read (shown, NULL, NULL);

  g_assert_cmpuint (source->blocks->len, ==, 1);
  g_assert_cmpstr (((BbImportBlock *) g_ptr_array_index (source->blocks, 0))->text, ==, "甲乙");
  g_assert_cmpuint (kept->blocks->len, ==, 2);
  for (guint i = 0; i < kept->blocks->len; i++)
    g_assert_cmpuint (strlen (((BbImportBlock *) g_ptr_array_index (kept->blocks, i))->text), >, strlen (run));
  assert_page (large_page (BB_IMPORT_TEXT_LIMIT, 0), TRUE);
  assert_page (large_page (BB_IMPORT_TEXT_LIMIT + 1, 0), FALSE);
  assert_page (large_page (0, 2 * BB_IMPORT_TEXT_LIMIT), TRUE);
}

static void
test_text_size (void)
{
  g_autofree char *lines = repeat ("0123456789abcde\n", BB_IMPORT_TEXT_LIMIT / 16 + 1);

  for (guint more = 0; more < 2; more++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (lines, BB_IMPORT_TEXT_LIMIT + more);
      g_autofree char *encoding = NULL;
      gboolean guessed = FALSE;
      g_autoptr (GError) error = NULL;
      g_autoptr (BbImportSource) source = bb_import_source_read (bytes, "text", &encoding, &guessed, NULL, &error);

      /* Of so much there is too much of everything; what refuses it says so. */
      g_assert_null (source);
      g_assert_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE);
      g_assert_true ((strstr (error->message, "10 MiB") != NULL) == (more > 0));
    }
}

static void
assert_decoded (const char *bytes, gsize size, const char *expected, const char *expected_encoding)
{
  g_autoptr (GBytes) page = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *encoding = NULL;
  gboolean guessed;
  g_autofree char *text = bb_html_decode (page, &encoding, &guessed, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, expected));
  g_assert_cmpstr (encoding, ==, expected_encoding);
  g_assert_false (guessed);
}

/* Pages that say gb2312 hold what that has not: 镕, 喆. Big5 is believed where it is right. */
static void
test_encodings (void)
{
  static const char gb[] = "<meta charset=gb2312><p>\xe9\x46\x86\xb4\xd6\xd0";
  static const char big5[] = "<meta http-equiv=Content-Type content='text/html; charset=big5'><p>\xa4\xa4\xa4\xe5";
  static const char wrong[] = "<meta charset='big5'><p>中文";

  assert_decoded (gb, strlen (gb), "镕喆中", "GB 18030");
  assert_decoded (big5, strlen (big5), "中文", "BIG5");
  assert_decoded (wrong, strlen (wrong), "中文", "UTF-8");
}

/* A page about 信息公开 in @charset, with the label @label: right whatever it says. */
static void
assert_label (const char *charset, const char *label, const char *text)
{
  g_autofree char *html = g_strdup_printf ("<html><head>%s</head><body><p>某局2023年政府信息公开工作年度报告</p><p>%s</p></body></html>", label, text);
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  char *encoded = g_convert (html, -1, charset, "UTF-8", NULL, &length, &error);
  g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, length);
  g_autofree char *decoded = NULL;

  g_assert_no_error (error);
  decoded = bb_html_decode (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (decoded, text));
  g_assert_nonnull (strstr (decoded, "</html>"));
}

static void
test_labels (void)
{
  static const char *const labels[] = {
    "", "<meta charset=gb2312>", "<meta charset=utf-8>", "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>",
    "<meta charset=windows-1252>", "<meta charset=us-ascii>", "<meta charset=utf-16>", "<meta charset=nonsense>", "<script charset=utf-8></script>",
  };
  static const char *const charsets[] = { "GB18030", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    for (guint c = 0; c < G_N_ELEMENTS (charsets); c++)
      assert_label (charsets[c], labels[i], "镕喆〇𠮷€㎡");
  assert_label ("GBK", "<meta charset=big5>", "规范性文件");
  assert_label ("GBK", "<meta charset=shift_jis>", "规范性文件");
}

/* ---- office files ---- */

typedef struct
{
  const char *name;
  const char *content;
} Part;

static GBytes *
zip_parts (const Part *parts, guint n_parts, gsize size)
{
  g_autofree char *buffer = g_malloc (size);
  struct archive *archive = archive_write_new ();
  size_t used = 0;

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, size, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, parts[i].name);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_size (entry, (la_int64_t) strlen (parts[i].content));
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, parts[i].content, strlen (parts[i].content));
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new (buffer, used);
}

#define WORD "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " \
             "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>"
#define END "</w:body></w:document>"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define C(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P (text) "</w:tc>"
#define LOOKS "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" \
  "<w:style w:type=\"character\" w:styleId=\"old\"><w:rPr><w:strike/></w:rPr></w:style>" \
  "<w:style w:type=\"character\" w:styleId=\"older\"><w:basedOn w:val=\"old\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>" \
  "<w:style w:type=\"character\" w:styleId=\"up\"><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style></w:styles>"
#define NUMBERS "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" \
  "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>" \
  "<w:lvl w:ilvl=\"1\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl></w:abstractNum>" \
  "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>"
#define RELATIONS(target) "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" \
  "<Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"" target "\"/></Relationships>"
#define NUMBERED(level, text) "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"

typedef struct
{
  const char *name;
  const char *document;
  const char *expected;
} Document;

/* *INDENT-OFF* */
static const Document documents[] = {
  { "runs",     WORD "<w:p><w:r><w:t>一</w:t></w:r><w:r><w:tab/><w:t xml:space=\"preserve\"> 二</w:t><w:br/><w:t>三</w:t></w:r></w:p>" END, "P<一\t 二⏎三>" },
  { "spans",    WORD "<w:tbl><w:tr>" C ("<w:vMerge w:val=\"restart\"/>", "甲") C ("<w:gridSpan w:val=\"2\"/>", "乙") "</w:tr><w:tr>"
                C ("<w:vMerge/>", "") C ("", "1") C ("", "2") "</w:tr></w:tbl>" END, "[甲|乙|·][·|1|2]" },
  { "before",   WORD "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" C ("", "1") C ("", "2") "</w:tr></w:tbl>" END, "[·|1|2]" },
  { "tracked",  WORD "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
                "<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>" END, "P<新>" },
  { "struck",   WORD "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>7</w:t></w:r><w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>72</w:t></w:r></w:p>" END, "P<72>" },
  { "raised",   WORD "<w:p><w:r><w:t>22</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r></w:p>" END, "P<22¹>" },
  { "looks",    WORD "<w:p><w:r><w:rPr><w:rStyle w:val=\"old\"/></w:rPr><w:t>7</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"old\"/><w:strike w:val=\"0\"/></w:rPr><w:t>2</w:t></w:r>"
                "<w:r><w:rPr><w:rStyle w:val=\"up\"/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"older\"/></w:rPr><w:t>9</w:t></w:r></w:p>" END, "P<2¹>" },
  { "formula",  WORD "<w:p><w:r><w:t>共</w:t></w:r><m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>3801</m:t></m:r></m:oMath></w:p>" END, "P<共3801>" },
  { "hidden",   WORD "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>见</w:t></w:r></w:p>" END, "P<见>" },
  { "box",      WORD "<w:p><w:r><w:t>外</w:t></w:r><mc:AlternateContent><mc:Choice><w:r><w:txbxContent>" P ("框") "</w:txbxContent></w:r></mc:Choice>"
                "<mc:Fallback><w:r><w:txbxContent>" P ("框") "</w:txbxContent></w:r></mc:Fallback></mc:AlternateContent><w:r><w:t>面</w:t></w:r></w:p>" END, "P<框>P<外面>" },
  { "numbers",  WORD NUMBERED ("0", "甲") NUMBERED ("1", "子") NUMBERED ("1", "子") NUMBERED ("0", "乙") NUMBERED ("1", "子") P ("丙") END,
                "P<一、甲>P<3.子>P<4.子>P<二、乙>P<3.子>P<丙>" },
  { "field",    WORD "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>5</w:t></w:r></w:p>" END, "P<5>" },
  { "rowless",  WORD "<w:tbl><w:tc>" P ("甲") "</w:tc><w:tr><w:tc>" P ("乙") "</w:tc><w:tc>" P ("1") "</w:tc></w:tr></w:tbl>"
                "<w:tbl><w:tr><w:tc><w:tbl><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc>" P ("2") "</w:tc></w:tbl></w:tc></w:tr></w:tbl>" END, "[甲][乙|1][·|2]" },
  { "empty",    WORD END, "" },
};
/* *INDENT-ON* */

static void
test_document (gconstpointer data)
{
  const Document *document = data;
  const Part parts[] = {
    { "_rels/.rels", RELATIONS ("/word/Main.xml") },
    { "word\\main.xml", document->document },
    { "word/_rels/Main.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                  "<Relationship Id=\"r1\" Type=\"http://x/numbering\" Target=\"../n/numbers.xml\"/>"
                                  "<Relationship Id=\"r2\" Type=\"http://x/styles\" Target=\"styles.xml\"/></Relationships>" },
    { "n/numbers.xml", NUMBERS },
    { "word/styles.xml", LOOKS },
  };
  g_autoptr (GBytes) bytes = zip_parts (parts, G_N_ELEMENTS (parts), 65536);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_docx_blocks_read (bytes, NULL, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = blocks_dump (source, "");
  g_assert_cmpstr (found, ==, document->expected);
}

/* A page inside the document, as programs of offices write it. */
static void
test_document_inside (void)
{
  const Part parts[] = {
    { "_rels/.rels", RELATIONS ("/word/document.xml") },
    { "word/document.xml", WORD "<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:altChunk/>" END },
  };
  g_autoptr (GBytes) bytes = zip_parts (parts, G_N_ELEMENTS (parts), 65536);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_docx_blocks_read (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (source->notes->len, ==, 1);
  g_assert_cmpstr (bb_note_get_id (g_ptr_array_index (source->notes, 0)), ==, "read.inside");
}

#define SHEET(rows) "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" rows "</sheetData>"
#define STYLES "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts>" \
  "<numFmt numFmtId=\"170\" formatCode=\"0&quot;days&quot;\"/><numFmt numFmtId=\"171\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>" \
  "<numFmt numFmtId=\"172\" formatCode=\"0!.0000\"/><numFmt numFmtId=\"173\" formatCode=\"0.0,\"/><numFmt numFmtId=\"174\" formatCode=\"0!.0,&quot;万&quot;\"/>" \
  "<numFmt numFmtId=\"175\" formatCode=\"#,##0.00_ ;-#,##0,\"/><numFmt numFmtId=\"176\" formatCode=\"0&quot;.&quot;\"/></numFmts>" \
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/>" \
  "<xf numFmtId=\"172\"/><xf numFmtId=\"173\"/><xf numFmtId=\"174\"/><xf numFmtId=\"175\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>"

/* *INDENT-OFF* */
static const Document sheets[] = {
  { "types",    SHEET ("<row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><t>内</t></is></c><c t=\"str\"><f>A1</f><v>公式</v></c>"
                       "<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"s\"><v>9</v></c><c><v>7</v></c></row>") "</worksheet>", "[共¹|内|公式|TRUE|#REF!||7]" },
  { "numbers",  SHEET ("<row><c><v>59237.244899999998</v></c><c><v>1E3</v></c><c><v>0.10000000000000001</v></c><c><v>-3</v></c><c><v>123456789012</v></c><c><v>1e-7</v></c></row>")
                "</worksheet>", "[59237.2449|1000|0.1|-3|123456789012|0.0000001]" },
  { "formats",  SHEET ("<row><c s=\"1\"><v>45322</v></c><c s=\"2\"><v>0.952</v></c><c s=\"3\"><v>5</v></c><c s=\"4\"><v>45322</v></c></row>"
                       "<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>5</v></c><c s=\"1\"><v>60</v></c><c s=\"1\"><v>61</v></c></row>") "</worksheet>",
                "[2024年1月31日|95.2%|5|2024年1月31日][1900年1月0日|1900年1月5日|1900年2月29日|1900年3月1日]" },
  { "scaled",   SHEET ("<row><c s=\"5\"><v>25653000</v></c><c s=\"6\"><v>2565300</v></c><c s=\"7\"><v>25653000</v></c><c s=\"8\"><v>1234.5</v></c><c s=\"9\"><v>7</v></c></row>")
                "</worksheet>", "[2565.3|2565.3|2565.3|1234.5|7]" },
  { "merged",   SHEET ("<row><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c><c r=\"B1\"><v>8</v></c><c r=\"C1\"><v>9</v></c></row><row><c r=\"C2\"><v>2</v></c></row>")
                "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>", "[甲|·|9][||2]" },
  { "column",   SHEET ("<row><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c></row><row r=\"9\"><c r=\"A9\"><v>2</v></c></row>") "</worksheet>", "P<甲>P<2>" },
};
/* *INDENT-ON* */

static GBytes *
make_workbook (const char *sheet)
{
  const Part parts[] = {
    { "_rels/.rels", RELATIONS ("xl/workbook.xml") },
    { "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                         "<sheets><sheet name=\"表三\" r:id=\"r3\"/><sheet name=\"藏\" state=\"hidden\" r:id=\"r4\"/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                    "<Relationship Id=\"r3\" Type=\"http://x/worksheet\" Target=\"s.xml\"/><Relationship Id=\"r1\" Type=\"http://x/styles\" Target=\"t.xml\"/>"
                                    "<Relationship Id=\"r2\" Type=\"http://x/sharedStrings\" Target=\"/xl/u.xml\"/></Relationships>" },
    { "xl/s.xml", sheet },
    { "xl/t.xml", STYLES },
    { "xl/u.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>零</t></si><si><r><t>共</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r>"
                  "<r><rPr><strike/></rPr><t>旧</t></r><rPh><t>gòng</t></rPh></si></sst>" },
  };

  return zip_parts (parts, G_N_ELEMENTS (parts), 65536);
}

static void
test_sheet (gconstpointer data)
{
  const Document *sheet = data;
  g_autoptr (GBytes) bytes = make_workbook (sheet->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_xlsx_blocks_read (bytes, NULL, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = blocks_dump (source, "");
  g_assert_cmpstr (found, ==, sheet->expected);
  g_assert_cmpuint (source->notes->len, ==, 2);
  g_assert_cmpstr (bb_note_get_id (g_ptr_array_index (source->notes, 0)), ==, "read.hidden-sheet");
  g_assert_cmpstr (bb_note_get_id (g_ptr_array_index (source->notes, 1)), ==, "read.struck");
}

/* A formula without a result is no zero: it is told, with its place. */
static void
test_uncounted (void)
{
  g_autoptr (GBytes) bytes = make_workbook (SHEET ("<row r=\"4\"><c><v>1</v></c><c><f>A1+1</f></c><c><v>3</v></c></row>") "</worksheet>");
  g_autoptr (BbImportSource) source = bb_xlsx_blocks_read (bytes, NULL, NULL);
  g_autofree char *found = blocks_dump (source, "");
  BbNote *note = g_ptr_array_index (source->notes, 0);

  g_assert_cmpstr (found, ==, "[1||3]");
  g_assert_cmpstr (bb_note_get_id (note), ==, "read.formula");
  g_assert_cmpstr (bb_note_get_place (note), ==, "sheet “表三”, row 4");
}

/* A formula that gives an empty string has a result. */
static void
test_empty_result (void)
{
  g_autoptr (GBytes) bytes = make_workbook (SHEET ("<row r=\"4\"><c><v>1</v></c><c t=\"str\"><f>IF(A1=1,\"\",2)</f><v></v></c><c><v>3</v></c></row>") "</worksheet>");
  g_autoptr (BbImportSource) source = bb_xlsx_blocks_read (bytes, NULL, NULL);
  g_autofree char *found = blocks_dump (source, "");

  g_assert_cmpstr (found, ==, "[1||3]");
  for (guint i = 0; i < source->notes->len; i++)
    g_assert_cmpstr (bb_note_get_id (g_ptr_array_index (source->notes, i)), !=, "read.formula");
}

/* ---- hostile files ---- */

static void
assert_refused (GBytes *bytes, BbImportError code)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;

  g_assert_null (bb_docx_blocks_read (owned, NULL, &error));
  g_assert_error (error, BB_IMPORT_ERROR, (int) code);
}

static GBytes *
make_document (const char *content, gsize size)
{
  const Part parts[] = { { "word/document.xml", content } };

  return zip_parts (parts, 1, size);
}

static void
test_zip_bombs (void)
{
  g_autofree char *zeros = g_strnfill (BB_IMPORT_PART_LIMIT, ' ');
  g_autofree char *doctype = g_strconcat ("<!DOCTYPE x [<!ENTITY a \"b\">]>", WORD, END, NULL);
  g_autofree char *opened = repeat ("<w:p>", BB_IMPORT_DEPTH_LIMIT - 2);
  g_autofree char *closed = repeat ("</w:p>", BB_IMPORT_DEPTH_LIMIT - 2);
  g_autofree char *deep = g_strconcat (WORD, opened, closed, END, NULL);
  g_autofree char *deeper = g_strconcat (WORD, opened, "<w:p></w:p>", closed, END, NULL);
  const Part twice[] = { { "word/document.xml", WORD END }, { "Word/Document.xml", WORD P ("别的") END } };
  g_autoptr (GBytes) bearable = make_document (deep, 1 << 20);
  g_autoptr (BbImportSource) source = bb_docx_blocks_read (bearable, NULL, NULL);

  g_assert_nonnull (source);
  assert_refused (make_document (zeros, 4 << 20), BB_IMPORT_ERROR_TOO_LARGE);
  assert_refused (make_document (doctype, 1 << 20), BB_IMPORT_ERROR_DAMAGED);
  assert_refused (make_document (deeper, 1 << 20), BB_IMPORT_ERROR_TOO_LARGE);
  assert_refused (make_document (WORD "<w:p>", 1 << 20), BB_IMPORT_ERROR_DAMAGED);
  assert_refused (zip_parts (twice, 2, 1 << 20), BB_IMPORT_ERROR_DAMAGED);
}

static void
test_zip_entries (void)
{
  g_autofree Part *parts = g_new (Part, BB_IMPORT_ENTRY_LIMIT + 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) enough = NULL;
  g_autoptr (BbImportSource) source = NULL;

  parts[0] = (Part) { "word/document.xml", WORD END };
  for (guint i = 1; i <= BB_IMPORT_ENTRY_LIMIT; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("media/%u.png", i));
      parts[i] = (Part) { g_ptr_array_index (names, i - 1), "" };
    }
  enough = zip_parts (parts, BB_IMPORT_ENTRY_LIMIT, 4 << 20);
  source = bb_docx_blocks_read (enough, NULL, NULL);
  g_assert_nonnull (source);
  assert_refused (zip_parts (parts, BB_IMPORT_ENTRY_LIMIT + 1, 4 << 20), BB_IMPORT_ERROR_TOO_LARGE);
}

static void
add_all (const char *folder, const Document *all, guint n, GTestDataFunc test)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/blocks/%s/%s", folder, all[i].name);

      g_test_add_data_func (path, &all[i], test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/blocks/page/%s", pages[i].name);

      g_test_add_data_func (path, &pages[i], test_page);
    }
  g_test_add_func ("/blocks/labels", test_labels);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/blocks/text/%s", texts[i].name);

      g_test_add_data_func (path, &texts[i], test_text);
    }
  g_test_add_func ("/blocks/page/title", test_page_title);
  g_test_add_func ("/blocks/page/struck-note", test_page_struck);
  g_test_add_func ("/blocks/document/inside", test_document_inside);
  g_test_add_func ("/blocks/page/limits", test_page_limits);
  g_test_add_func ("/blocks/page/size", test_page_size);
  g_test_add_func ("/blocks/text/size", test_text_size);
  g_test_add_func ("/blocks/page/encodings", test_encodings);
  add_all ("word", documents, G_N_ELEMENTS (documents), test_document);
  add_all ("workbook", sheets, G_N_ELEMENTS (sheets), test_sheet);
  g_test_add_func ("/blocks/workbook/uncounted", test_uncounted);
  g_test_add_func ("/blocks/workbook/empty-result", test_empty_result);
  g_test_add_func ("/blocks/zip/bombs", test_zip_bombs);
  g_test_add_func ("/blocks/zip/entries", test_zip_entries);
  return g_test_run ();
}
