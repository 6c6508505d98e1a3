/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-decode-guess.h"

#include <errno.h>
#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"

/* So much of a file is looked at for NULs. */
#define LOOKED_AT 4096

/* Of so many characters beyond ASCII one may be damaged. */
#define DAMAGE_LIMIT 200

/* After more of them it is no text. */
#define MOST_DAMAGED 1000

#define CHUNK 4096

/* ---- UTF-16 without a mark ---- */

/* Any bytes in pairs are UTF-16; those that are none have controls in it. */
static gboolean
has_controls (const char *text,
              gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] < 0x20 && strchr ("\t\n\r\f", text[i]) == NULL)
      return TRUE;
  return memchr (text, '\0', length) != NULL;
}

char *
bb_decode_wide (const char  *data,
                gsize        length,
                gsize       *decoded,
                const char **name)
{
  guint nuls[2] = { 0, 0 };
  gboolean is_little;
  char *text;

  if (length % 2 != 0)
    return NULL;
  for (gsize i = 0; i < MIN (length, LOOKED_AT); i++)
    nuls[i % 2] += data[i] == '\0';
  /* 一 and 开 have one in the other half. */
  if (nuls[0] <= 2 * nuls[1] && nuls[1] <= 2 * nuls[0])
    return NULL;
  is_little = nuls[0] < nuls[1];
  text = g_convert (data, (gssize) length, "UTF-8", is_little ? "UTF-16LE" : "UTF-16BE", NULL, decoded, NULL);
  if (text == NULL || has_controls (text, *decoded))
    {
      g_free (text);
      return NULL;
    }
  *name = is_little ? "UTF-16 (little-endian)" : "UTF-16 (big-endian)";
  return text;
}

/* ---- a few damaged bytes ---- */

/* @n_damaged, @n_wide: bytes that became �, characters beyond ASCII */
typedef struct
{
  GString *text;
  gsize n_damaged;
  gsize n_wide;
} Repair;

static Repair
repair (const char *data,
        gsize       length,
        const char *charset)
{
  GIConv converter = g_iconv_open ("UTF-8", charset);
  Repair result = { g_string_new (NULL), 0, 0 };
  char *in = (char *) data;
  gsize left = length;

  while (left > 0 && result.n_damaged <= MOST_DAMAGED)
    {
      char buffer[CHUNK];
      char *out = buffer;
      gsize room = sizeof buffer;
      gboolean fails = g_iconv (converter, &in, &left, &out, &room) == (gsize) -1 && errno != E2BIG;

      g_string_append_len (result.text, buffer, out - buffer);
      if (!fails)
        continue;
      g_string_append (result.text, REPLACEMENT);
      result.n_damaged++;
      in++;
      left--;
    }
  g_iconv_close (converter);
  for (gsize i = 0; i < result.text->len; i++)
    result.n_wide += (guchar) result.text->str[i] >= 0xC0;
  return result;
}

char *
bb_decode_damaged (const char  *data,
                   gsize        length,
                   gsize       *decoded,
                   const char **name)
{
  Repair utf8 = repair (data, length, "UTF-8");
  Repair gb = repair (data, length, "GB18030");
  gboolean is_utf8 = utf8.n_damaged <= gb.n_damaged;
  Repair *better = is_utf8 ? &utf8 : &gb;
  gboolean bearable = better->n_damaged <= MOST_DAMAGED && better->n_damaged * DAMAGE_LIMIT <= better->n_wide;
  char *text;

  g_string_free (is_utf8 ? gb.text : utf8.text, TRUE);
  *decoded = better->text->len;
  *name = is_utf8 ? "UTF-8" : "GB 18030";
  text = g_string_free (better->text, !bearable);
  return text;
}
