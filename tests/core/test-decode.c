/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bianbao.h>

#include "import/bb-import-limits.h"
#include "import/bb-text-blocks.h"

#include <string.h>

#define SENTENCE "依申请公开〔2023〕3件，合计１２元。"

/* ---- decoding ---- */

typedef struct
{
  const char *name;
  const char *charset;
  const char *mark;
  gsize mark_length;
  const char *encoding;
  gboolean guessed;
} DecodeCase;

/* *INDENT-OFF* */
static const DecodeCase decode_cases[] = {
  { "utf-8",          "UTF-8",    "",                 0, "UTF-8",                  FALSE },
  { "utf-8-mark",     "UTF-8",    "\xEF\xBB\xBF",     3, "UTF-8",                  FALSE },
  { "utf-16-le",      "UTF-16LE", "\xFF\xFE",         2, "UTF-16 (little-endian)", FALSE },
  { "utf-16-be",      "UTF-16BE", "\xFE\xFF",         2, "UTF-16 (big-endian)",    FALSE },
  { "gb-18030",       "GB18030",  "",                 0, "GB 18030",               TRUE },
  { "gb-18030-mark",  "GB18030",  "\x84\x31\x95\x33", 4, "GB 18030",               FALSE },
  { "gbk",            "GBK",      "",                 0, "GB 18030",               TRUE },
};
/* *INDENT-ON* */

static void
test_decode (gconstpointer data)
{
  const DecodeCase *test = data;
  gsize length = 0;
  g_autofree char *body = g_convert (SENTENCE, -1, test->charset, "UTF-8", NULL, &length, NULL);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *encoding = NULL;
  g_autofree char *text = NULL;
  gboolean guessed = !test->guessed;

  g_assert_nonnull (body);
  g_byte_array_append (array, (const guint8 *) test->mark, test->mark_length);
  g_byte_array_append (array, (const guint8 *) body, length);
  bytes = g_bytes_new (array->data, array->len);
  text = bb_import_decode (bytes, &encoding, &guessed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, SENTENCE);
  g_assert_cmpstr (encoding, ==, test->encoding);
  g_assert_cmpint (guessed, ==, test->guessed);
}

typedef struct
{
  const char *name;
  const char *data;
  gsize length;
  const char *message;
} RefuseCase;

/* *INDENT-OFF* */
static const RefuseCase refuse_cases[] = {
  { "nul",            "abc\ndef\0ghi",                    11, "line 2" },
  { "nul-utf-16",     "\xFF\xFE" "a\0\0\0",                6, "NUL" },
  { "utf-16-odd",     "\xFF\xFE" "a",                      3, "UTF-16" },
  { "utf-16-torn",    "\xFF\xFE" "\x00\xD8" "a\0",         6, "UTF-16" },
  { "utf-8-marked",   "\xEF\xBB\xBF\xB0\xA1",              5, "UTF-8" },
  { "utf-8-cut",      "\xE4\xB8\x80\n\xE4\xB8",            6, "line 2" },
  { "neither",        "\xE4\xB8\x80\n\xFF\xFF",            6, "GB 18030" },
  { "gb-torn",        "\xD6\xD0\xB9\xFA\x81",              5, "GB 18030" },
};
/* *INDENT-ON* */

static void
test_refuse (gconstpointer data)
{
  const RefuseCase *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->data, test->length);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = bb_import_decode (bytes, NULL, NULL, &error);

  g_assert_null (text);
  g_assert_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, test->message));
}

/* A few damaged bytes in a long text: each is shown, nothing behind it is lost. */
static void
test_damaged (gconstpointer data)
{
  const char *charset = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *encoded = NULL;
  g_autofree char *decoded = NULL;
  gsize length = 0;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, SENTENCE "\n");
  encoded = g_convert (text->str, -1, charset, "UTF-8", NULL, &length, NULL);
  for (gsize i = length / 2; i < length; i++)
    if (encoded[i] == '\n')
      {
        encoded[i] = '\xFF';
        break;
      }
  bytes = g_bytes_new_take (g_steal_pointer (&encoded), length);
  decoded = bb_import_decode (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (decoded, "\xEF\xBF\xBD"));
  g_assert_true (g_str_has_suffix (decoded, SENTENCE "\n"));
}

/* UTF-16 that no mark says. */
static void
test_wide (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *encoding = NULL;
  gboolean guessed = FALSE;
  gsize length = 0;
  char *encoded = g_convert (SENTENCE "\nabc\n", -1, data, "UTF-8", NULL, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, length);
  g_autofree char *decoded = bb_import_decode (bytes, &encoding, &guessed, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (decoded, ==, SENTENCE "\nabc\n");
  g_assert_true (g_str_has_prefix (encoding, "UTF-16"));
  g_assert_true (guessed);
}

static void
test_file_limit (void)
{
  gsize over = (gsize) BB_FILE_LIMIT + 1;
  g_autofree char *data = g_malloc (over);
  g_autoptr (GBytes) most = NULL;
  g_autoptr (GBytes) more = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  memset (data, 'a', over);
  most = g_bytes_new_static (data, over - 1);
  more = g_bytes_new_static (data, over);
  g_assert_null (bb_import_decode (more, NULL, NULL, &error));
  g_assert_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE);
  g_clear_error (&error);
  text = bb_import_decode (most, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (text), ==, over - 1);
}

static void
test_empty (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autofree char *text = bb_import_decode (bytes, NULL, NULL, NULL);

  g_assert_cmpstr (text, ==, "");
}

/* ---- lines to blocks ---- */

/* `3:text` for a paragraph, `3[a|b]` for a row, one a line. */
static char *
dump_blocks (const BbImportSource *source)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < source->blocks->len; i++)
    {
      const BbImportBlock *block = g_ptr_array_index (source->blocks, i);

      if (!block->is_grid)
        g_string_append_printf (dump, "%u:%s\n", block->line, block->text);
      for (guint r = 0; block->is_grid && r < block->rows->len; r++)
        {
          const BbImportRow *row = g_ptr_array_index (block->rows, r);

          g_string_append_printf (dump, "%u[", row->line);
          for (guint c = 0; c < row->cells->len; c++)
            g_string_append_printf (dump, "%s%s", c > 0 ? "|" : "", (char *) g_ptr_array_index (row->cells, c));
          g_string_append (dump, "]\n");
        }
    }
  return g_string_free (dump, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *dump;
  guint n_notes;
} BlockCase;

/* *INDENT-OFF* */
static const BlockCase block_cases[] = {
  { "paragraphs",  "甲\n\n  乙\r\n丙\r丁",                 "1:甲\n3:  乙\n4:丙\n5:丁\n",                0 },
  { "tabs",        "甲\t1\t\t2 \n\t\t\n乙\n丙\t3",          "1[甲|1||2]\n2[||]\n3:乙\n4[丙|3]\n",         0 },
  { "blank-inside","甲\t1\n\n乙\t2",                        "1[甲|1]\n3[乙|2]\n",                         0 },
  { "pipes",       "| 甲 | 1 |\n|----|---|\n| 乙 |  | 2 |", "1[甲|1]\n3[乙||2]\n",                        0 },
  { "bare-pipes",  "甲 | 1 | 2\n甲|乙",                     "1[甲|1|2]\n2:甲|乙\n",                       0 },
  { "dash-cells",  "| 甲 | - | - |",                        "1[甲|-|-]\n",                                0 },
  { "breaks",      "甲\f乙\v丙\xE2\x80\xA8" "丁\xC2\x85戊", "1:甲\n1:乙\n1:丙\n1:丁\n1:戊\n",             0 },
  { "controls",    "甲\x01\x02乙\n\x1b丙",                  "1:甲��乙\n2:�丙\n",                          1 },
  { "lost",        "甲�\n",                                 "1:甲�\n",                                    1 },
  { "spaces",      "甲  1  2",                              "1:甲  1  2\n",                               0 },
};
/* *INDENT-ON* */

static void
test_blocks (gconstpointer data)
{
  const BlockCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_text_blocks_read (test->text, NULL, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = dump_blocks (source);
  g_assert_cmpstr (dump, ==, test->dump);
  g_assert_cmpuint (source->notes->len, ==, test->n_notes);
}

static void
assert_blocks (const char *text,
               gboolean    accepted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_text_blocks_read (text, NULL, &error);

  if (accepted)
    g_assert_no_error (error);
  else
    g_assert_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE);
  g_assert_cmpint (source != NULL, ==, accepted);
}

static void
test_block_limits (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i < BB_IMPORT_PLACE_LIMIT; i++)
    g_string_append_c (text, '\t');
  assert_blocks (text->str, TRUE);
  g_string_append_c (text, '\t');
  assert_blocks (text->str, FALSE);
  g_string_truncate (text, 0);
  for (guint i = 0; i < BB_IMPORT_ROW_LIMIT; i++)
    g_string_append (text, "a\tb\n");
  assert_blocks (text->str, TRUE);
  g_string_append (text, "a\tb\n");
  assert_blocks (text->str, FALSE);
}

static void
test_line_limits (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < BB_IMPORT_LINE_LIMIT; i++)
    g_string_append (text, "a\n\n");
  assert_blocks (text->str, TRUE);
  g_string_append (text, "a");
  assert_blocks (text->str, FALSE);
  g_string_truncate (text, 0);
  for (guint i = 0; i < BB_IMPORT_NARRATIVE_LIMIT; i++)
    g_string_append_c (text, 'a');
  assert_blocks (text->str, TRUE);
  g_string_append_c (text, 'a');
  assert_blocks (text->str, FALSE);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bb_text_blocks_read ("甲", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- clipboards ---- */

typedef struct
{
  const char *name;
  const char *text;
  const char *dump;
} PasteCase;

/* *INDENT-OFF* */
static const PasteCase paste_cases[] = {
  { "plain",        "12",                                 "[12]" },
  { "empty",        "",                                   "[]" },
  { "grid",         "1\t2\r\n3\t4\r\n",                   "[1|2][3|4]" },
  { "blanks",       "1\t\t2\n\t\t\n3\t4\t5",              "[1||2][||][3|4|5]" },
  { "blank-row",    "1\n\n2\n",                           "[1][][2]" },
  { "quoted",       "\"a\nb\"\t\"c\td\"\n\"say \"\"x\"\"\"", "[a\nb|c\td][say \"x\"]" },
  { "not-quoted",   "\"三安全\"的\t\"开头\n2",            "[\"三安全\"的|\"开头][2]" },
  { "spaces",       " 1 \t 2",                            "[ 1 | 2]" },
  { "old-mac",      "1\r2",                               "[1][2]" },
};
/* *INDENT-ON* */

static void
test_paste (gconstpointer data)
{
  const PasteCase *test = data;
  g_autoptr (GPtrArray) rows = bb_import_paste_grid (test->text);
  g_autoptr (GString) dump = g_string_new (NULL);

  for (guint r = 0; r < rows->len; r++)
    {
      const BbImportRow *row = g_ptr_array_index (rows, r);

      g_assert_cmpuint (row->line, ==, r + 1);
      g_string_append_c (dump, '[');
      for (guint c = 0; c < row->cells->len; c++)
        g_string_append_printf (dump, "%s%s", c > 0 ? "|" : "", (char *) g_ptr_array_index (row->cells, c));
      g_string_append_c (dump, ']');
    }
  g_assert_cmpstr (dump->str, ==, test->dump);
}

#define ADD_CASES(path, cases, function)                                          \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                \
    {                                                                             \
      g_autofree char *name = g_strconcat (path, "/", cases[i].name, NULL);       \
      g_test_add_data_func (name, &cases[i], function);                           \
    }

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_CASES ("/decode/text", decode_cases, test_decode);
  ADD_CASES ("/decode/refuse", refuse_cases, test_refuse);
  g_test_add_data_func ("/decode/damaged/utf-8", "UTF-8", test_damaged);
  g_test_add_data_func ("/decode/damaged/gb-18030", "GB18030", test_damaged);
  g_test_add_data_func ("/decode/wide/little", "UTF-16LE", test_wide);
  g_test_add_data_func ("/decode/wide/big", "UTF-16BE", test_wide);
  g_test_add_func ("/decode/file-limit", test_file_limit);
  g_test_add_func ("/decode/empty", test_empty);
  ADD_CASES ("/blocks", block_cases, test_blocks);
  g_test_add_func ("/blocks/limits", test_block_limits);
  g_test_add_func ("/blocks/line-limits", test_line_limits);
  g_test_add_func ("/blocks/cancelled", test_cancelled);
  ADD_CASES ("/paste", paste_cases, test_paste);
  return g_test_run ();
}
