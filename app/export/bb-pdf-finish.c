/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-pdf-finish.h"

#include <stdlib.h>
#include <string.h>

#define ENTRIES "   /Lang (zh-CN)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"

/* The last @needle before @end, or NULL. A PDF holds zeros, so this is no search in a string. */
static char *
find_last (char *begin, char *end, const char *needle)
{
  gsize length = strlen (needle);

  for (char *p = end - length; p >= begin; p--)
    {
      if (memcmp (p, needle, length) == 0)
        return p;
    }

  return NULL;
}

/*
 * cairo writes the catalogue as the last object, so what is added to it moves nothing but the table of objects, whose
 * place stands in the last lines.
 */
void
bb_pdf_finish (GByteArray *pdf)
{
  char *begin = (char *) pdf->data;
  char *end = begin + pdf->len;
  char *start = find_last (begin, end, "startxref\n");
  char *catalogue = find_last (begin, end, "<< /Type /Catalog\n");
  g_autofree char *tail = NULL;
  gsize table;
  char *close;

  if (start == NULL || catalogue == NULL)
    return;
  table = strtoul (start + strlen ("startxref\n"), NULL, 10);
  close = table < pdf->len ? find_last (catalogue, begin + table, ">>\nendobj\n") : NULL;
  if (close == NULL || close + strlen (">>\nendobj\n") != begin + table)
    return;

  tail = g_strndup (close, (gsize) (start - close));
  g_byte_array_set_size (pdf, (guint) (close - begin));
  g_byte_array_append (pdf, (const guint8 *) ENTRIES, strlen (ENTRIES));
  g_byte_array_append (pdf, (const guint8 *) tail, (guint) strlen (tail));
  g_clear_pointer (&tail, g_free);
  tail = g_strdup_printf ("startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table + strlen (ENTRIES));
  g_byte_array_append (pdf, (const guint8 *) tail, (guint) strlen (tail));
}
