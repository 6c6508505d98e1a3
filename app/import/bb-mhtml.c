/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-mhtml.h"

#include <bianbao/bb-import.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Parts inside one another: a related part with an alternative in it. */
#define DEPTH_LIMIT 4

/* Pages in one file: a workbook has one a sheet. */
#define PAGE_LIMIT 256

/* Of all the fields of one head. */
#define HEAD_LIMIT (64 * 1024)

/*
 * A part: its body, and what its head says.
 * @type: "text/html", in lower case
 * @boundary: (nullable): what stands between the parts of a part of parts
 */
typedef struct
{
  const char *body;
  gsize length;
  char *type;
  char *boundary;
  char *encoding;
} Part;

static void
part_clear (Part *part)
{
  g_free (part->type);
  g_free (part->boundary);
  g_free (part->encoding);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

/* ---- heads ---- */

/* Returns: (transfer full) (nullable): the value of the field @name; a field goes on in lines that begin with white space. */
static char *
find_field (const char *head,
            const char *name)
{
  for (const char *line = head; line != NULL && *line != '\0'; line = strchr (line, '\n'), line = line != NULL ? line + 1 : NULL)
    {
      const char *end;

      if (g_ascii_strncasecmp (line, name, strlen (name)) != 0 || line[strlen (name)] != ':')
        continue;
      line += strlen (name) + 1;
      for (end = strchr (line, '\n'); end != NULL && (end[1] == ' ' || end[1] == '\t'); end = strchr (end + 1, '\n'))
        ;
      return g_strstrip (end != NULL ? g_strndup (line, (gsize) (end - line)) : g_strdup (line));
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): the value behind `boundary=`, with or without quotes. */
static char *
find_boundary (const char *field)
{
  g_autofree char *lower = g_ascii_strdown (field, -1);
  const char *found = strstr (lower, "boundary=");
  const char *value;

  if (found == NULL)
    return NULL;
  value = field + (found - lower) + strlen ("boundary=");
  if (*value == '"')
    return g_strndup (value + 1, strcspn (value + 1, "\""));
  return g_strndup (value, strcspn (value, "; \t\r\n"));
}

/* A head ends with an empty line. */
static gsize
find_body (const char *data,
           gsize       length)
{
  const char *line = data;

  while (line != NULL && line < data + length && *line != '\n' && !(*line == '\r' && line + 1 < data + length && line[1] == '\n'))
    {
      line = memchr (line, '\n', (gsize) (data + length - line));
      line = line != NULL ? line + 1 : NULL;
    }
  if (line == NULL || line >= data + length)
    return length;
  return (gsize) (line - data) + (*line == '\r' ? 2 : 1);
}

static void
part_init (Part       *part,
           const char *data,
           gsize       length)
{
  gsize head_length = find_body (data, length);
  g_autofree char *head = g_strndup (data, MIN (head_length, HEAD_LIMIT));
  g_autofree char *type = find_field (head, "Content-Type");

  part->body = data + head_length;
  part->length = length - head_length;
  part->encoding = find_field (head, "Content-Transfer-Encoding");
  if (type == NULL)
    return;
  part->boundary = find_boundary (type);
  part->type = g_ascii_strdown (type, (gssize) strcspn (type, "; \t\r\n"));
}

/* ---- bodies ---- */

static GBytes *
decode_quoted (const char *text,
               gsize       length)
{
  GByteArray *decoded = g_byte_array_sized_new ((guint) length);

  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = (guint8) text[i];

      if (byte == '=' && i + 2 < length && g_ascii_isxdigit (text[i + 1]) && g_ascii_isxdigit (text[i + 2]))
        {
          byte = (guint8) (g_ascii_xdigit_value (text[i + 1]) * 16 + g_ascii_xdigit_value (text[i + 2]));
          i += 2;
        }
      else if (byte == '=' && i + 1 < length && (text[i + 1] == '\n' || text[i + 1] == '\r'))
        {
          /* The line goes on. */
          i += text[i + 1] == '\r' && i + 2 < length && text[i + 2] == '\n' ? 2 : 1;
          continue;
        }
      g_byte_array_append (decoded, &byte, 1);
    }
  return g_byte_array_free_to_bytes (decoded);
}

static GBytes *
decode_body (const Part *part)
{
  if (part->encoding != NULL && g_ascii_strcasecmp (part->encoding, "quoted-printable") == 0)
    return decode_quoted (part->body, part->length);
  if (part->encoding != NULL && g_ascii_strcasecmp (part->encoding, "base64") == 0)
    {
      g_autofree char *text = g_strndup (part->body, part->length);
      gsize length;
      guchar *decoded = g_base64_decode (text, &length);

      return g_bytes_new_take (decoded, length);
    }
  return g_bytes_new (part->body, part->length);
}

/*
 * Returns: (nullable): where the next line that begins with @mark does, from @from on, which is a line's beginning. A mark is
 * looked for in nothing but lines' beginnings: it may be long, and hidden in each byte of a file made for that.
 */
static const char *
find_mark (const char *from,
           const char *end,
           const char *mark)
{
  gsize length = strlen (mark);

  for (const char *line = from; line != NULL && (gsize) (end - line) >= length; line++)
    {
      if (strncmp (line, mark, length) == 0)
        return line;
      line = memchr (line, '\n', (gsize) (end - line));
      if (line == NULL)
        break;
    }
  return NULL;
}

/* Adds the web pages of all parts to @pages, in their order. */
static void
collect_pages (const char *data,
               gsize       length,
               guint       depth,
               GPtrArray  *pages)
{
  g_auto (Part) part = { 0 };
  g_autofree char *mark = NULL;
  const char *end = data + length;
  const char *next;

  part_init (&part, data, length);
  if (g_strcmp0 (part.type, "text/html") == 0 && pages->len < PAGE_LIMIT)
    g_ptr_array_add (pages, decode_body (&part));
  if (part.boundary == NULL || *part.boundary == '\0' || depth == DEPTH_LIMIT)
    return;
  mark = g_strconcat ("--", part.boundary, NULL);
  next = find_mark (part.body, end, mark);
  while (next != NULL)
    {
      const char *begin = memchr (next, '\n', (gsize) (end - next));

      next = begin != NULL ? find_mark (begin + 1, end, mark) : NULL;
      if (begin != NULL)
        collect_pages (begin + 1, (gsize) ((next != NULL ? next : end) - begin - 1), depth + 1, pages);
    }
}

/* ---- frames ---- */

/* How often a tag stands in a page. */
static guint
count_tags (GBytes     *page,
            const char *tag)
{
  gsize size;
  const char *data = g_bytes_get_data (page, &size);
  gsize length = strlen (tag);
  guint n = 0;

  for (gsize i = 0; i + length <= size; i++)
    n += data[i] == '<' && g_ascii_strncasecmp (data + i, tag, length) == 0;
  return n;
}

static gboolean
has_frames (GBytes *page)
{
  return count_tags (page, "<frameset") > 0;
}

/* The first page, with those it has in frames where the tables are in these, as workbooks are saved: a page a sheet. */
static GBytes *
join_pages (const GPtrArray *pages)
{
  GBytes *main_page = g_ptr_array_index (pages, 0);
  g_autoptr (GByteArray) joined = g_byte_array_new ();
  guint n_others = 0;

  for (guint i = 1; i < pages->len; i++)
    n_others += count_tags (g_ptr_array_index (pages, i), "<td");
  if (n_others <= count_tags (main_page, "<td"))
    return g_bytes_ref (main_page);
  for (guint i = 0; i < pages->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (pages, i), &size);

      /* Behind frames there is no page any more for a browser. */
      if (!has_frames (g_ptr_array_index (pages, i)))
        g_byte_array_append (joined, data, (guint) size);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&joined));
}

GBytes *
bb_mhtml_find_page (GBytes  *bytes,
                    GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  if (size > 0)
    collect_pages (data, size, 0, pages);
  if (pages->len > 0)
    return join_pages (pages);
  g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_DAMAGED,
                       _("There is no web page in the file, though it says that it is a saved one; open it in a browser and save it again"));
  return NULL;
}
