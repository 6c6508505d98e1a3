/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/bb-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Where a scan of the bytes is. */
typedef struct
{
  guint depth;
  guint n_nodes;
  guint line;
  gboolean in_string;
  gboolean escaped;
} Scan;

static void
scan_byte (Scan *scan,
           char  byte)
{
  if (byte == '\n')
    scan->line++;
  if (scan->escaped)
    scan->escaped = FALSE;
  else if (scan->in_string)
    {
      scan->escaped = byte == '\\';
      scan->in_string = byte != '"';
    }
  else if (byte == '"')
    scan->in_string = TRUE;
  else if (byte == '[' || byte == '{')
    {
      scan->depth++;
      scan->n_nodes++;
    }
  else if (byte == ']' || byte == '}')
    scan->depth -= scan->depth > 0;
  else if (byte == ',')
    scan->n_nodes++;
}

/* The parser recurses and makes a node of everything: what is too deep or too much for a document is refused before. */
static gboolean
check_limits (const char  *text,
              gsize        length,
              GError     **error)
{
  Scan scan = { .line = 1 };

  for (gsize i = 0; i < length; i++)
    {
      scan_byte (&scan, text[i]);
      if (scan.depth > BB_DOCUMENT_DEPTH || scan.n_nodes > BB_DOCUMENT_NODES)
        {
          g_set_error (error, BB_DOCUMENT_ERROR, BB_DOCUMENT_ERROR_SYNTAX,
                       _("The file is no Bianbao document: from line %u on it is too large or too deeply nested."), scan.line);
          return FALSE;
        }
    }
  return TRUE;
}

json_t *
bb_json_load (GBytes  *bytes,
              GError **error)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  json_error_t problem;
  json_t *document;

  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      text += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  if (!check_limits (text, length, error))
    return NULL;
  document = json_loadb (text != NULL ? text : "", length, JSON_REJECT_DUPLICATES, &problem);
  if (document == NULL)
    g_set_error (error, BB_DOCUMENT_ERROR, BB_DOCUMENT_ERROR_SYNTAX,
                 _("The file is damaged or no Bianbao document: it can’t be understood at line %d, column %d."), problem.line,
                 problem.column);
  return document;
}

char *
bb_json_checksum (json_t *document)
{
  g_autoptr (json_t) rest = json_copy (document);
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;

  json_object_del (rest, BB_MEMBER_CHECKSUM);
  text = bb_json_canonical (rest);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return g_strconcat ("sha256:", hash, NULL);
}
