/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-import.h>

#include "import/bb-decode-guess.h"
#include "import/bb-import-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* *INDENT-OFF* */
static const struct
{
  const char *mark;
  gsize length;
  const char *charset;
  const char *name;
} marks[] = {
  { "\xEF\xBB\xBF",     3, "UTF-8",    "UTF-8" },
  { "\xFF\xFE",         2, "UTF-16LE", "UTF-16 (little-endian)" },
  { "\xFE\xFF",         2, "UTF-16BE", "UTF-16 (big-endian)" },
  { "\x84\x31\x95\x33", 4, "GB18030",  "GB 18030" },
};
/* *INDENT-ON* */

/* Decoded text as it is worked on; @length counts because a hostile file may hold NULs. */
typedef struct
{
  char *text;
  gsize length;
} Decoded;

static guint
line_of (const char *data,
         gsize       offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    line += data[i] == '\n' || (data[i] == '\r' && data[i + 1] != '\n');
  return line;
}

static gboolean
convert (const char *data,
         gsize       length,
         const char *charset,
         Decoded    *decoded)
{
  decoded->text = g_convert (data, (gssize) length, "UTF-8", charset, NULL, &decoded->length, NULL);
  return decoded->text != NULL;
}

/* A NUL is no character of any text: whatever this is, it is not for us. */
static gboolean
refuse_nul (Decoded  *decoded,
            GError  **error)
{
  const char *nul = memchr (decoded->text, '\0', decoded->length);

  if (nul == NULL)
    return TRUE;
  g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_ENCODING,
               _("This is not a text file: there is a NUL byte on line %u"), line_of (decoded->text, nul - decoded->text));
  g_clear_pointer (&decoded->text, g_free);
  return FALSE;
}

static gboolean
decode_marked (const char  *data,
               gsize        length,
               gsize        mark,
               Decoded     *decoded,
               GError     **error)
{
  if (convert (data + marks[mark].length, length - marks[mark].length, marks[mark].charset, decoded))
    return TRUE;
  g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_ENCODING,
               /* Translators: %s is the name of an encoding. */
               _("The file is marked as %s, but holds bytes that are no %s; it may be damaged"), marks[mark].name, marks[mark].name);
  return FALSE;
}

/* Where a text that begins as UTF-8 and has Chinese in it ends in the middle of a character, it was cut off; it is no GB 18030. */
static gboolean
is_cut_off (const char *data,
            gsize       length,
            const char *invalid)
{
  gboolean multibyte = FALSE;

  for (const char *p = data; p < invalid && !multibyte; p++)
    multibyte = (guchar) *p >= 0x80;
  return multibyte && g_utf8_get_char_validated (invalid, data + length - invalid) == (gunichar) -2;
}

/* Neither encoding: what is damaged is replaced, where that is little. */
static gboolean
decode_damaged (const char  *data,
                gsize        length,
                const char  *invalid,
                Decoded     *decoded,
                const char **name,
                GError     **error)
{
  /* What was cut off lacks more than a character. */
  if (!is_cut_off (data, length, invalid))
    decoded->text = bb_decode_damaged (data, length, &decoded->length, name);
  if (decoded->text != NULL)
    return TRUE;
  g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_ENCODING,
               _("The file is text neither in UTF-8 (damaged on line %u) nor in GB 18030; save it as UTF-8 and open it again"),
               line_of (data, invalid - data));
  return FALSE;
}

/* @name: (out): of the encoding; %NULL when it is sure to be UTF-8 */
static gboolean
decode_unmarked (const char  *data,
                 gsize        length,
                 Decoded     *decoded,
                 const char **name,
                 GError     **error)
{
  const char *invalid = NULL;
  Decoded plain = { (char *) data, length };

  *name = NULL;
  if (memchr (data, '\0', length) != NULL)
    {
      decoded->text = bb_decode_wide (data, length, &decoded->length, name);
      if (decoded->text != NULL)
        return TRUE;
      plain.text = g_memdup2 (data, length);
      return refuse_nul (&plain, error);
    }
  if (g_utf8_validate (data, (gssize) length, &invalid))
    {
      decoded->text = g_strndup (data, length);
      decoded->length = length;
      return TRUE;
    }
  *name = "GB 18030";
  if (!is_cut_off (data, length, invalid) && convert (data, length, "GB18030", decoded))
    return TRUE;
  return decode_damaged (data, length, invalid, decoded, name, error);
}

static int
find_mark (const char *data,
           gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
      return (int) i;
  return -1;
}

char *
bb_import_decode (GBytes    *bytes,
                  char     **encoding,
                  gboolean  *guessed,
                  GError   **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  Decoded decoded = { NULL, 0 };
  const char *guess = NULL;
  int mark;

  if (length > BB_FILE_LIMIT)
    {
      g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE, _("The file is larger than %d MiB"), BB_FILE_LIMIT / 1024 / 1024);
      return NULL;
    }
  if (length == 0)
    data = "";
  mark = find_mark (data, length);
  if (mark >= 0 ? !decode_marked (data, length, mark, &decoded, error) : !decode_unmarked (data, length, &decoded, &guess, error))
    return NULL;
  if (!refuse_nul (&decoded, error))
    return NULL;
  if (encoding != NULL)
    *encoding = g_strdup (mark >= 0 ? marks[mark].name : guess != NULL ? guess : "UTF-8");
  if (guessed != NULL)
    *guessed = guess != NULL;
  return decoded.text;
}
