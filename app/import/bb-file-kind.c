/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-file-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far into a file its first words are looked for. */
#define HEAD_LENGTH 8192

/* A PDF file may have this much in front of its mark. */
#define PDF_LENGTH 1024

typedef enum
{
  KIND_TEXT,
  KIND_CSV,
  KIND_HTML,
  KIND_MHTML,
  KIND_DOCX,
  KIND_XLSX,
  KIND_PDF,
  KIND_DOC,
  KIND_XLS,
  KIND_ODT,
  KIND_ODS,
  KIND_FODT,
  KIND_FODS,
  KIND_RTF,
  KIND_WORD_XML,
  KIND_EXCEL_XML,
  KIND_PACKAGE_XML,
  KIND_WORKS,
  KIND_UOF,
  KIND_OFD,
  KIND_CEB,
  KIND_SLIDES,
  KIND_PICTURE,
  KIND_ARCHIVE,
  KIND_LOCKED,
  N_KINDS
} KindId;

/* *INDENT-OFF* */
static const BbFileKind kinds[N_KINDS] = {
  [KIND_TEXT]      = { "text", "text" },
  [KIND_CSV]       = { "csv",  "csv" },
  [KIND_HTML]      = { "html", "html" },
  [KIND_MHTML]     = { "mhtml", "mhtml" },
  [KIND_DOCX]      = { "docx", "docx" },
  [KIND_XLSX]      = { "xlsx", "xlsx" },
  [KIND_PDF]       = { "pdf",  "pdf" },
  [KIND_DOC]       = { "doc",  "docx", ".doc" },
  [KIND_XLS]       = { "xls",  "xlsx", ".xls" },
  [KIND_ODT]       = { "odt",  "docx", ".odt" },
  [KIND_ODS]       = { "ods",  "xlsx", ".ods" },
  [KIND_FODT]      = { "odt",  "docx", ".fodt" },
  [KIND_FODS]      = { "ods",  "xlsx", ".fods" },
  [KIND_RTF]       = { "rtf",  "docx", ".rtf" },
  [KIND_WORD_XML]  = { "doc",  "docx", ".xml" },
  [KIND_EXCEL_XML] = { "xls",  "xlsx", ".xml" },
  [KIND_PACKAGE_XML] = { "xml", NULL, NULL, N_("This is an Office document in one XML file, which is not read. Open it in Word, Excel or WPS, save it as .docx or .xlsx, and open that") },
  [KIND_WORKS]     = { "wps",  "docx", ".wps" },
  [KIND_UOF]       = { "uof",  NULL, NULL, N_("This is a file in the Uniform Office Format (UOF), which is not read. Open it in WPS, save it as .docx or .xlsx, and open that") },
  [KIND_OFD]       = { "ofd",  NULL, NULL, N_("This is a fixed-layout document (OFD), which is not read. Open it in its viewer and export it as PDF, or open the Word or Excel file it was made from") },
  [KIND_CEB]       = { "ceb",  NULL, NULL, N_("This is a fixed-layout document (CEB), which is not read. Open it in its viewer and print it to a PDF file, or open the Word or Excel file it was made from") },
  [KIND_SLIDES]    = { "ppt",  NULL, NULL, N_("This is a presentation, which is not read; open the Word, Excel or PDF file of the report") },
  [KIND_PICTURE]   = { "picture", NULL, NULL, N_("This is a picture. There is no text in it, only its image, and figures guessed from an image could be wrong. Open the Word, Excel or PDF file of the report, or its web page") },
  [KIND_ARCHIVE]   = { "archive", NULL, NULL, N_("This is a packed folder; unpack it and open the report that is in it") },
  [KIND_LOCKED]    = { "locked", NULL, NULL, N_("The file is protected by a password. Open it in Word, Excel or WPS, remove the password, save it, and open it again"), TRUE },
};

static const struct
{
  const char *suffix;
  KindId kind;
} suffixes[] = {
  { ".txt", KIND_TEXT }, { ".text", KIND_TEXT }, { ".md", KIND_TEXT }, { ".markdown", KIND_TEXT }, { ".tsv", KIND_CSV }, { ".csv", KIND_CSV },
  { ".html", KIND_HTML }, { ".htm", KIND_HTML }, { ".shtml", KIND_HTML }, { ".xhtml", KIND_HTML }, { ".mht", KIND_MHTML }, { ".mhtml", KIND_MHTML },
  { ".docx", KIND_DOCX }, { ".docm", KIND_DOCX }, { ".xlsx", KIND_XLSX }, { ".xlsm", KIND_XLSX }, { ".pdf", KIND_PDF },
  { ".doc", KIND_DOC }, { ".dot", KIND_DOC }, { ".wps", KIND_DOC }, { ".wpt", KIND_DOC }, { ".xls", KIND_XLS }, { ".et", KIND_XLS }, { ".ett", KIND_XLS },
  { ".odt", KIND_ODT }, { ".ods", KIND_ODS }, { ".fodt", KIND_FODT }, { ".fods", KIND_FODS }, { ".rtf", KIND_RTF },
  { ".uof", KIND_UOF }, { ".uot", KIND_UOF }, { ".uos", KIND_UOF }, { ".ofd", KIND_OFD }, { ".ceb", KIND_CEB }, { ".cebx", KIND_CEB },
  { ".ppt", KIND_SLIDES }, { ".pptx", KIND_SLIDES }, { ".dps", KIND_SLIDES }, { ".odp", KIND_SLIDES },
  { ".png", KIND_PICTURE }, { ".jpg", KIND_PICTURE }, { ".jpeg", KIND_PICTURE }, { ".gif", KIND_PICTURE }, { ".bmp", KIND_PICTURE },
  { ".tif", KIND_PICTURE }, { ".tiff", KIND_PICTURE }, { ".webp", KIND_PICTURE }, { ".heic", KIND_PICTURE },
  { ".zip", KIND_ARCHIVE }, { ".rar", KIND_ARCHIVE }, { ".7z", KIND_ARCHIVE },
};

#define MARK(bytes, kind) { bytes, sizeof bytes - 1, kind }

/* The first bytes of files that are certainly what these say. */
static const struct
{
  const char *bytes;
  gsize length;
  KindId kind;
} marks[] = {
  MARK ("{\\rtf", KIND_RTF),
  MARK ("\x89PNG\r\n", KIND_PICTURE), MARK ("\xff\xd8\xff", KIND_PICTURE), MARK ("GIF8", KIND_PICTURE),
  MARK ("II*\0", KIND_PICTURE), MARK ("MM\0*", KIND_PICTURE),
  MARK ("Rar!\x1a", KIND_ARCHIVE), MARK ("7z\xbc\xaf\x27\x1c", KIND_ARCHIVE), MARK ("\x1f\x8b", KIND_ARCHIVE),
  MARK ("Founder CEB", KIND_CEB),
};

/* What stands in a packed file, by names that packing leaves as they are; the first one found. */
static const struct
{
  const char *part;
  KindId kind;
} packed[] = {
  { "mimetypeapplication/vnd.oasis.opendocument.text", KIND_ODT },
  { "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", KIND_ODS },
  { "mimetypeapplication/vnd.oasis.opendocument.presentation", KIND_SLIDES },
  { "OFD.xml", KIND_OFD },
  { "word/document.xml", KIND_DOCX },
  { "xl/workbook.xml", KIND_XLSX },
  { "ppt/presentation.xml", KIND_SLIDES },
};

/* Streams of a compound file, which names them in UTF-16. */
static const struct
{
  const char *stream;
  KindId kind;
} streams[] = {
  { "EncryptedPackage", KIND_LOCKED },
  { "WordDocument", KIND_DOC },
  { "Workbook", KIND_XLS },
  { "Book", KIND_XLS },
  { "PowerPoint Document", KIND_SLIDES },
  { "MatOST", KIND_WORKS },
};

/* How text begins that is more than text, in lower case; @first: it must be the very first. A page that Word saved tells of Word further down. */
static const struct
{
  const char *words;
  gboolean first;
  KindId kind;
} beginnings[] = {
  { "<?mso-application progid=\"word.document\"?>", FALSE, KIND_WORD_XML },
  { "<w:worddocument", FALSE, KIND_WORD_XML },
  { "<?mso-application progid=\"excel.sheet\"?>", FALSE, KIND_EXCEL_XML },
  { "\"urn:schemas-microsoft-com:office:spreadsheet\"", FALSE, KIND_EXCEL_XML },
  { "office:mimetype=\"application/vnd.oasis.opendocument.text\"", FALSE, KIND_FODT },
  { "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"", FALSE, KIND_FODS },
  { "<uof:uof", FALSE, KIND_UOF },
  { "mime-version:", TRUE, KIND_MHTML },
  { "from: <saved by", TRUE, KIND_MHTML },
  { "<!doctype html", TRUE, KIND_HTML },
  { "<html", FALSE, KIND_HTML },
};

/* How a piece of a web page begins; only believed of files that are called something else than text. */
static const char *const pieces[] = { "<table", "<div", "<meta", "<head", "<body", "<style", "<p>", "<p ", "<center", "<!--" };
/* *INDENT-ON* */

static int
by_suffix (const char *name)
{
  const char *suffix = strrchr (name, '.');

  for (guint i = 0; suffix != NULL && i < G_N_ELEMENTS (suffixes); i++)
    if (g_ascii_strcasecmp (suffix, suffixes[i].suffix) == 0)
      return (int) suffixes[i].kind;
  return -1;
}

/* ---- content ---- */

static gboolean
contains (const char *data,
          gsize       size,
          const char *words)
{
  return memmem (data, size, words, strlen (words)) != NULL;
}

static int
by_mark (const char *data,
         gsize       size,
         int         named)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
      return (int) marks[i].kind;
  if (size >= 26 && memcmp (data, "BM", 2) == 0 && memcmp (data + 6, "\0\0\0\0", 4) == 0)
    return KIND_PICTURE;
  if (size >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    return KIND_PICTURE;
  /* A text may speak of the mark; a file of another name has it in front. */
  return contains (data, MIN (size, named == KIND_PDF ? PDF_LENGTH : strlen ("%PDF-")), "%PDF-") ? KIND_PDF : -1;
}

/* A Word file may hold a workbook and the other way round: what the suffix says is looked for first. */
static int
by_part (const char *data,
         gsize       size,
         int         named)
{
  for (guint i = 0; i < G_N_ELEMENTS (packed); i++)
    if ((int) packed[i].kind == named && contains (data, size, packed[i].part))
      return named;
  for (guint i = 0; i < G_N_ELEMENTS (packed); i++)
    if (contains (data, size, packed[i].part))
      return (int) packed[i].kind;
  return named == KIND_DOCX || named == KIND_XLSX ? named : KIND_ARCHIVE;
}

static gboolean
has_stream (const char *data,
            gsize       size,
            const char *stream)
{
  g_autoptr (GByteArray) name = g_byte_array_new ();

  for (const char *p = stream; *p != '\0'; p++)
    {
      const guint8 pair[] = { (guint8) *p, 0 };

      g_byte_array_append (name, pair, sizeof pair);
    }
  /* With the two zeros that end it: "Book" is not the beginning of "Bookmarks". */
  g_byte_array_append (name, (const guint8 *) "\0", 2);
  return memmem (data, size, name->data, name->len) != NULL;
}

static int
by_stream (const char *data,
           gsize       size,
           int         named)
{
  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    if (has_stream (data, size, streams[i].stream))
      return (int) streams[i].kind;
  return named;
}

/* Returns: (transfer full): the first words in lower case, whether of one byte a letter or of two; %NULL: no text at all. */
static char *
take_head (const char *data,
           gsize       size)
{
  gboolean wide = size >= 2 && ((data[0] == '\xff' && data[1] == '\xfe') || (data[0] == '\xfe' && data[1] == '\xff'));
  GString *head = g_string_new (NULL);
  gsize i = wide ? 2 : size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  for (; i < MIN (size, HEAD_LENGTH); i++)
    if (data[i] != '\0')
      g_string_append_c (head, g_ascii_tolower (data[i]));
    else if (!wide)
      {
        g_string_free (head, TRUE);
        return NULL;
      }
  return g_string_free (head, FALSE);
}

static gboolean
is_text_name (int named)
{
  return named == KIND_TEXT || named == KIND_CSV || named == KIND_HTML || named == KIND_MHTML;
}

/* Returns: the kind of what comes first of all that @start may begin with; -1: nothing of it is there. */
static int
by_beginning (const char *start)
{
  const char *least = NULL;
  int kind = -1;

  /* It says that it is Word's as well. */
  if (*start == '<' && strstr (start, "<pkg:package") != NULL)
    return KIND_PACKAGE_XML;
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      const char *found = NULL;

      if (beginnings[i].first)
        found = g_str_has_prefix (start, beginnings[i].words) ? start : NULL;
      else if (*start == '<')
        found = strstr (start, beginnings[i].words);
      if (found == NULL || (least != NULL && found >= least))
        continue;
      least = found;
      kind = (int) beginnings[i].kind;
    }
  return kind;
}

static int
by_words (const char *data,
          gsize       size,
          int         named)
{
  g_autofree char *head = take_head (data, size);
  const char *start = head != NULL ? head + strspn (head, " \t\r\n") : NULL;
  int kind;

  if (start == NULL || *start == '\0')
    return named;
  kind = by_beginning (start);
  if (kind >= 0)
    return kind;
  if (is_text_name (named))
    return named;
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (g_str_has_prefix (start, pieces[i]))
      return KIND_HTML;
  /* Systems write tables of text and call them .xls. */
  return named == KIND_XLS || named == KIND_DOC ? KIND_TEXT : named;
}

static int
by_content (const char *data,
            gsize       size,
            int         named)
{
  static const char compound[] = { '\xd0', '\xcf', '\x11', '\xe0' };
  int kind = by_mark (data, size, named);

  if (kind >= 0)
    return kind;
  if (size >= 4 && memcmp (data, "PK\003\004", 4) == 0)
    return by_part (data, size, named);
  if (size >= sizeof compound && memcmp (data, compound, sizeof compound) == 0)
    return by_stream (data, size, named);
  return by_words (data, size, named);
}

const BbFileKind *
bb_file_kind_by_name (const char *name)
{
  int named = by_suffix (name);

  return named >= 0 ? &kinds[named] : NULL;
}

const BbFileKind *
bb_file_kind_find (GBytes     *bytes,
                   const char *name,
                   gboolean   *differs)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int named = by_suffix (name);
  int kind = size > 0 ? by_content (data, size, named) : named;

  *differs = named >= 0 && kind >= 0 && g_strcmp0 (kinds[kind].reader, kinds[named].reader) != 0;
  return kind >= 0 ? &kinds[kind] : NULL;
}
