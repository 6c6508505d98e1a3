/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, by its content and its name; and old office files by way of LibreOffice, played here by small scripts. */
#include "import/bb-file-kind.h"
#include "import/bb-mhtml.h"
#include "import/bb-office.h"

#include "bb-folder.h"
#include "bb-generate.h"

#include <bianbao/bianbao.h>
#include <signal.h>
#include <string.h>

/* ---- kinds ---- */

typedef struct
{
  const char *name;
  const char *content;
  gsize length;
  const char *kind;
  gboolean differs;
} Case;

#define OLE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."
#define CASE(name, content, kind, differs) { name, content, sizeof content - 1, kind, differs }

/* *INDENT-OFF* */
static const Case cases[] = {
  CASE ("a.txt", "一、总体情况", "text", FALSE),
  CASE ("a.MD", "| 甲 | 1 |", "text", FALSE),
  CASE ("a.csv", "甲,1", "csv", FALSE),
  CASE ("a.tsv", "甲\t1", "csv", FALSE),
  CASE ("a.csv", "<html><p>一", "html", TRUE),
  CASE ("a.txt", "<p>一、总体情况</p>", "text", FALSE),
  CASE ("a.txt", "\xef\xbb\xbf\r\n<!DOCTYPE html><p>一", "html", TRUE),
  CASE ("a.htm", "一、总体情况", "html", FALSE),
  CASE ("a.doc", "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><p>一", "html", TRUE),
  CASE ("a.doc", "\xff\xfe<\0h\0t\0m\0l\0>\0", "html", TRUE),
  CASE ("a.htm", "<html xmlns:w=\"urn:x\"><head><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->", "html", FALSE),
  CASE ("a.doc", "<html><head><xml><w:WordDocument></w:WordDocument></xml>", "html", TRUE),
  CASE ("a.xml", "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?>\n<pkg:package>", "xml", FALSE),
  CASE ("a.fodt", "<?xml version=\"1.0\"?>\n<office:document xmlns:xlink=\"x\" office:mimetype=\"application/vnd.oasis.opendocument.text\">", "odt", FALSE),
  CASE ("a.xml", "<?xml version=\"1.0\"?>\n<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">", "ods", FALSE),
  CASE ("a.xls", " \n<table><tr><td>1</table>", "html", TRUE),
  CASE ("a.xls", "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?><Workbook>", "xls", FALSE),
  CASE ("a.doc", "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?><w:wordDocument>", "doc", FALSE),
  CASE ("a.xls", "姓名\t1\n", "text", TRUE),
  CASE ("a.doc", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "mhtml", TRUE),
  CASE ("a.doc", "{\\rtf1 x}", "rtf", FALSE),
  CASE ("a.doc", "PK\003\004....[Content_Types].xml..word/document.xml", "docx", FALSE),
  CASE ("a.xls", "PK\003\004....xl/workbook.xml", "xlsx", FALSE),
  CASE ("a.docx", "PK\003\004....xl/workbook.xml", "xlsx", TRUE),
  CASE ("a.docx", "PK\003\004....xl/workbook.xml..word/document.xml", "docx", FALSE),
  CASE ("a.docx", "PK\003\004....word/Main.xml", "docx", FALSE),
  CASE ("a.doc", "PK\003\004....mimetypeapplication/vnd.oasis.opendocument.textPK", "odt", FALSE),
  CASE ("a.xlsx", "PK\003\004....mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", "ods", FALSE),
  CASE ("a.wps", OLE "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0\0", "doc", FALSE),
  CASE ("a.et", OLE "W\0o\0r\0k\0b\0o\0o\0k\0\0\0", "xls", FALSE),
  CASE ("a.doc", OLE "B\0o\0o\0k\0\0\0", "xls", TRUE),
  CASE ("a.doc", OLE "B\0o\0o\0k\0m\0a\0r\0k\0\0\0", "doc", FALSE),
  CASE ("a.docx", OLE "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0\0\0", "locked", TRUE),
  CASE ("a.pdf", "junk %PDF-1.4", "pdf", FALSE),
  CASE ("a.doc", "%PDF-1.4", "pdf", TRUE),
  CASE ("a.txt", "about %PDF-1.4", "text", FALSE),
  CASE ("a.pdf", "PK\003\004....OFD.xml", "ofd", TRUE),
  CASE ("a.doc", "\x89PNG\r\n\x1a\n", "picture", TRUE),
  CASE ("a.html", "\xff\xd8\xff\xe0....JFIF", "picture", TRUE),
  CASE ("a.zip", "PK\003\004....report.docx", "archive", FALSE),
  CASE ("report", "<!doctype HTML><p>", "html", FALSE),
  CASE ("report.aspx", "<html>", "html", FALSE),
  CASE ("report", "一、总体情况", NULL, FALSE),
  CASE ("report.doc", "", "doc", FALSE),
  CASE ("", "", NULL, FALSE),
};
/* *INDENT-ON* */

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].content, cases[i].length);
      gboolean differs;
      const BbFileKind *kind = bb_file_kind_find (bytes, cases[i].name, &differs);

      g_test_message ("%u: %s", i, cases[i].name);
      g_assert_cmpstr (kind != NULL ? kind->name : NULL, ==, cases[i].kind);
      g_assert_cmpint (differs, ==, cases[i].differs);
    }
}

/* What is not read says why and what to do, in its own words. */
static void
test_refusals (void)
{
  static const struct { const char *name; BbImportError code; const char *words; } refused[] = {
    { "a.png", BB_IMPORT_ERROR_NOT_SUPPORTED, "picture" },
    { "a.ofd", BB_IMPORT_ERROR_NOT_SUPPORTED, "export it as PDF" },
    { "a.rar", BB_IMPORT_ERROR_NOT_SUPPORTED, "unpack it" },
    { "a.zzz", BB_IMPORT_ERROR_NOT_SUPPORTED, ".xlsx" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static ("\1\2\3", 3);
      g_autoptr (GError) error = NULL;

      g_assert_false (bb_import_supports (refused[i].name));
      g_assert_null (bb_import_bytes (bytes, refused[i].name, NULL, &error));
      g_assert_error (error, BB_IMPORT_ERROR, (int) refused[i].code);
      g_assert_nonnull (strstr (error->message, refused[i].words));
    }
}

/* A file that could be read, if there were something in it. */
static void
test_nothing_in_it (void)
{
  static const struct { const char *name; const char *content; BbImportError code; const char *words; } files[] = {
    { "a.txt", "", BB_IMPORT_ERROR_NO_REPORT, "get it again" },
    { "a.docx", "", BB_IMPORT_ERROR_NO_REPORT, "get it again" },
    { "a.pdf", "%PDF-1.4\n1 0 obj\n<<", BB_IMPORT_ERROR_DAMAGED, "get it again" },
    { "a.docx", "PK\3\4\24\0\0", BB_IMPORT_ERROR_DAMAGED, "get it again" },
    { "a.html", "<p><img src=\"1.png\"><p><img src=\"2.png\">", BB_IMPORT_ERROR_NO_REPORT, "not guessed from pictures" },
    { "a.txt", "你好\n", BB_IMPORT_ERROR_NO_REPORT, "no title" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].content, strlen (files[i].content));
      g_autoptr (GError) error = NULL;

      g_assert_null (bb_import_bytes (bytes, files[i].name, NULL, &error));
      g_assert_error (error, BB_IMPORT_ERROR, (int) files[i].code);
      g_assert_nonnull (strstr (error->message, files[i].words));
    }
}

/* A web page that is called .doc is read, and the name is spoken of. */
static void
test_note (void)
{
  static const char page[] = "<html><title>某局2023年政府信息公开工作年度报告</title><p>一、总体情况<p>甲";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReading) reading = bb_import_bytes (bytes, "a.doc", NULL, &error);
  g_autoptr (BbNote) note = NULL;

  g_assert_no_error (error);
  note = g_list_model_get_item (bb_report_get_notes (reading->report), 0);
  g_assert_cmpstr (bb_note_get_id (note), ==, "read.kind");
  g_assert_cmpstr (reading->format, ==, "html");
}

/* ---- saved pages ---- */

static void
test_mhtml (void)
{
  static const struct { const char *file; const char *page; } pages[] = {
    { "Content-Type: text/html\r\n\r\n<p>1", "<p>1" },
    { "MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=\"--=x\"\n\nwords\n----=x\nContent-Type: image/png\n\n<p>0\n----=x\n"
      "Content-Transfer-Encoding: quoted-printable\nContent-Type: TEXT/HTML; charset=x\n\n<p a=3D1>=E4=B8=80=\n2\n----=x--\n", "<p a=1>一2\n" },
    { "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/plain\n\n0\n--y\n"
      "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+\nMQ==\n--y--\n--x--\n", "<p>1" },
    { "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<FRAMESET><frame src=a>\n--x\n"
      "Content-Type: text/html\n\n<table><td>1\n--x\nContent-Type: text/html\n\n<TD>2\n--x--\n", "<table><td>1\n<TD>2\n" },
    { "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>1\n--x\nContent-Type: text/html\n\n<td>2\n--x--\n",
      "<p>1\n<td>2\n" },
    { "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<td>1\n--x\nContent-Type: text/html\n\n<td>2\n--x--\n",
      "<td>1\n" },
    { "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/plain\n\n0\n--x--\n", NULL },
    { "Content-Type: multipart/related; boundary=x\n\n--x", NULL },
    { "MIME-Version: 1.0", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (pages[i].file, strlen (pages[i].file));
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) page = bb_mhtml_find_page (bytes, &error);

      g_test_message ("%u", i);
      g_assert_true ((page == NULL) == (pages[i].page == NULL));
      if (page != NULL)
        g_assert_cmpmem (g_bytes_get_data (page, NULL), g_bytes_get_size (page), pages[i].page, strlen (pages[i].page));
      else
        g_assert_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_DAMAGED);
    }
}

/* ---- LibreOffice ---- */

/* @script stands for LibreOffice from now on. */
static void
pretend (const char *folder, const char *script)
{
  g_autofree char *path = g_build_filename (folder, "soffice", NULL);

  bb_folder_write (path, script);
  g_assert_cmpint (g_chmod (path, 0700), ==, 0);
  g_setenv ("BIANBAO_SOFFICE", path, TRUE);
}

static GBytes *
convert (GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("old", 3);

  return bb_office_convert (bytes, ".doc", "docx", NULL, error);
}

/* It is called as LibreOffice wants it, with a profile that forbids macros, and nothing of it stays. */
static void
test_convert (void)
{
  g_autofree char *folder = bb_folder_make ();
  g_autofree char *where = g_build_filename (folder, "where", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\n"
                                             "for last; do :; done\n"
                                             "while [ \"$1\" != --outdir ]; do shift; done\n"
                                             "grep -q 'DisableMacrosExecution.*true' \"$HOME/profile/user/registrymodifications.xcu\" || exit 1\n"
                                             "mkdir \"$2\" && sed s/old/new/ \"$last\" >\"$2/report.docx\"\n"
                                             "printf %%s \"$HOME\" >'%s'\n", where);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) converted = NULL;
  g_autofree char *home = NULL;

  pretend (folder, script);
  converted = convert (&error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (converted, NULL), g_bytes_get_size (converted), "new", 3);
  g_assert_true (g_file_get_contents (where, &home, NULL, NULL));
  g_assert_false (g_file_test (home, G_FILE_TEST_EXISTS));
  bb_folder_remove (folder);
}

static void
assert_fails (const char *folder, const char *script, BbImportError code)
{
  g_autoptr (GError) error = NULL;

  pretend (folder, script);
  g_assert_null (convert (&error));
  g_assert_error (error, BB_IMPORT_ERROR, (int) code);
}

static void
test_convert_fails (void)
{
  g_autofree char *folder = bb_folder_make ();
  g_autoptr (GError) error = NULL;

  assert_fails (folder, "#!/bin/sh\nexit 0\n", BB_IMPORT_ERROR_DAMAGED);
  assert_fails (folder, "#!/bin/sh\nkill -9 $$\n", BB_IMPORT_ERROR_DAMAGED);
  assert_fails (folder, "#!/nowhere/sh\n", BB_IMPORT_ERROR_FAILED);
  g_setenv ("BIANBAO_SOFFICE", "/nowhere/soffice", TRUE);
  g_assert_null (convert (&error));
  g_assert_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_NOT_SUPPORTED);
  g_assert_nonnull (strstr (error->message, ".docx"));
  bb_folder_remove (folder);
}

/* One that hangs is ended with all that it started. */
static void
test_convert_hangs (void)
{
  g_autofree char *folder = bb_folder_make ();
  g_autofree char *where = g_build_filename (folder, "child", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\nsleep 600 &\nprintf %%s $! >'%s'\nwait\n", where);
  g_autofree char *child = NULL;
  pid_t pid;

  /* Long enough for a busy machine to start it. */
  g_setenv ("BIANBAO_SOFFICE_SECONDS", "4", TRUE);
  assert_fails (folder, script, BB_IMPORT_ERROR_TOO_SLOW);
  g_unsetenv ("BIANBAO_SOFFICE_SECONDS");
  g_assert_true (g_file_get_contents (where, &child, NULL, NULL));
  pid = (pid_t) g_ascii_strtoll (child, NULL, 10);
  g_assert_cmpint (pid, >, 1);
  /* Whoever inherits it buries it; until then it is there, and dead. */
  for (guint i = 0; i < 500 && kill (pid, 0) == 0; i++)
    {
      g_autofree char *path = g_strdup_printf ("/proc/%d/stat", (int) pid);
      g_autofree char *stat = NULL;

      if (g_file_get_contents (path, &stat, NULL, NULL) && strstr (stat, ") Z ") != NULL)
        break;
      g_assert_cmpuint (i, <, 499);
      g_usleep (10000);
    }
  bb_folder_remove (folder);
}

/* ---- the real one ---- */

static void
make_old (const char *soffice, const char *folder, const char *from, const char *filter)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  const char *const argv[] = { soffice, profile, "--headless", "--norestore", "--convert-to", filter, "--outdir", folder, from, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A workbook that LibreOffice made an old one of comes back with every figure. */
static void
test_real (void)
{
  g_autofree char *soffice = g_find_program_in_path ("soffice");
  g_autofree char *folder = NULL;
  g_autofree char *workbook = NULL;
  g_autofree char *old = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReport) report = bb_generate_sound ("2021");
  g_autoptr (BbOpened) again = NULL;
  g_autofree char *difference = NULL;

  if (soffice == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }
  g_unsetenv ("BIANBAO_SOFFICE");
  folder = bb_folder_make ();
  workbook = g_build_filename (folder, "old.xlsx", NULL);
  old = g_build_filename (folder, "old.xls", NULL);
  bb_export_file (report, BB_EXPORT_XLSX, workbook, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  make_old (soffice, folder, workbook, "xls:MS Excel 97");
  again = bb_open_path (old, BB_OPEN_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->format, ==, "xls");
  if (!bb_report_equal (report, again->report, &difference))
    g_error ("%s", difference);
  bb_folder_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-kinds/kinds", test_kinds);
  g_test_add_func ("/file-kinds/refusals", test_refusals);
  g_test_add_func ("/file-kinds/nothing-in-it", test_nothing_in_it);
  g_test_add_func ("/file-kinds/note", test_note);
  g_test_add_func ("/file-kinds/mhtml", test_mhtml);
  g_test_add_func ("/office/convert", test_convert);
  g_test_add_func ("/office/fails", test_convert_fails);
  g_test_add_func ("/office/hangs", test_convert_hangs);
  g_test_add_func ("/office/real", test_real);
  return g_test_run ();
}
