/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text that a document's checksum is taken of. It is written here and not by the JSON library, since it must stay the same
 * whatever that one's next version thinks of numbers and escapes: else sound documents would be damaged ones.
 */
#include "file/bb-document-private.h"

#include <string.h>

static void append_value (GString *text, json_t *value);

/* Members are few in most objects; names are unique. */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
append_escaped (GString *text, guchar byte)
{
  static const char short_escapes[] = { ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r', ['"'] = '"', ['\\'] = '\\' };

  if (byte < sizeof short_escapes && short_escapes[byte] != '\0')
    g_string_append_printf (text, "\\%c", short_escapes[byte]);
  else
    g_string_append_printf (text, "\\u%04X", byte);
}

static void
append_string (GString *text, const char *string, gsize length)
{
  gsize kept = 0;

  g_string_append_c (text, '"');
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) string[i];

      if (byte >= 0x20 && byte != '"' && byte != '\\')
        continue;
      g_string_append_len (text, string + kept, (gssize) (i - kept));
      append_escaped (text, byte);
      kept = i + 1;
    }
  g_string_append_len (text, string + kept, (gssize) (length - kept));
  g_string_append_c (text, '"');
}

static void
append_object (GString *text, json_t *object)
{
  g_autofree const char **names = g_new (const char *, json_object_size (object));
  gsize n_names = 0;
  const char *name;
  json_t *member;

  json_object_foreach (object, name, member)
    names[n_names++] = name;
  /* An object without members has no room for names. */
  if (n_names > 1)
    qsort (names, n_names, sizeof *names, compare_names);

  g_string_append_c (text, '{');
  for (gsize i = 0; i < n_names; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_string (text, names[i], strlen (names[i]));
      g_string_append_c (text, ':');
      append_value (text, json_object_get (object, names[i]));
    }
  g_string_append_c (text, '}');
}

static void
append_array (GString *text, json_t *array)
{
  json_t *element;
  size_t i;

  g_string_append_c (text, '[');
  json_array_foreach (array, i, element)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_value (text, element);
    }
  g_string_append_c (text, ']');
}

/* Seventeen digits tell all doubles apart; a whole one keeps a mark that it is none of the integers. */
static void
append_real (GString *text, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.17g", value);
  g_string_append (text, number);
  if (strpbrk (number, ".e") == NULL)
    g_string_append (text, ".0");
}

static void
append_value (GString *text, json_t *value)
{
  switch (json_typeof (value))
    {
    case JSON_OBJECT:
      append_object (text, value);
      break;
    case JSON_ARRAY:
      append_array (text, value);
      break;
    case JSON_STRING:
      append_string (text, json_string_value (value), json_string_length (value));
      break;
    case JSON_INTEGER:
      g_string_append_printf (text, "%" JSON_INTEGER_FORMAT, json_integer_value (value));
      break;
    case JSON_REAL:
      append_real (text, json_real_value (value));
      break;
    case JSON_TRUE:
      g_string_append (text, "true");
      break;
    case JSON_FALSE:
      g_string_append (text, "false");
      break;
    case JSON_NULL:
    default:
      g_string_append (text, "null");
    }
}

char *
bb_json_canonical (json_t *value)
{
  GString *text = g_string_sized_new (4096);

  append_value (text, value);
  return g_string_free (text, FALSE);
}
