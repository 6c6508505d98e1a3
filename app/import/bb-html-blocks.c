/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-html-blocks.h"

#include "import/bb-flow.h"
#include "import/bb-html-lines.h"
#include "import/bb-html-tags.h"
#include "import/bb-import-limits.h"
#include "import/bb-run-text.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* How often the cancellable is looked at. */
#define NODES_A_LOOK 4096

#define REPLACEMENT 0xFFFD
#define HARD_SPACE "\302\240"

/* Bytes of text that the classes of a page are believed about. */
#define SMALL 120

/* Where a page says its encoding, if it does. */
#define LABEL_PLACE 4096

/*
 * @text: of the open paragraph; @space: white space came since its last character, @broken: with a line break in it
 * @n_tables, @in_row: where cells may stand
 * @n_replaced: characters that were lost; @n_struck: passages that a line goes through
 * @styles: what the page's own style sheets hide; @raised: inside of what stands above the line
 * @number: of the next item of the open list, 0 in a list without numbers
 */
typedef struct
{
  BbImportSource *source;
  BbFlow *flow;
  GString *text;
  gboolean space;
  gboolean broken;
  guint n_tables;
  gboolean in_row;
  guint number;
  guint n_nodes;
  guint n_replaced;
  guint n_struck;
  BbHtmlStyles *styles;
  guint raised;
  GCancellable *cancellable;
  GError *error;
} Reader;

static void read_children (Reader *reader, const GumboVector *children);

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->flow, bb_flow_free);
  g_clear_pointer (&reader->styles, bb_html_styles_free);
  g_string_free (reader->text, TRUE);
  g_clear_error (&reader->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* ---- text ---- */

static void
end_paragraph (Reader *reader)
{
  if (reader->text->len > 0)
    bb_flow_paragraph (reader->flow, reader->text->str);
  g_string_truncate (reader->text, 0);
  reader->space = reader->broken = FALSE;
}

static gboolean
is_wide (gunichar character)
{
  return g_unichar_iswide (character);
}

/* White space is one space; a line break between two Chinese characters is nothing: there are no spaces in Chinese. */
static void
put_space (Reader   *reader,
           gunichar  next)
{
  const char *last = reader->text->len > 0 ? g_utf8_prev_char (reader->text->str + reader->text->len) : NULL;

  if (reader->space && last != NULL && *last != '\n' && !(reader->broken && is_wide (g_utf8_get_char (last)) && is_wide (next)))
    g_string_append_c (reader->text, ' ');
  reader->space = reader->broken = FALSE;
}

/*
 * Several spaces side by side are written as hard ones before a soft one, by editors of pages and by us: a page that says so means
 * spaces. Hard spaces alone are meant as they are, and in rows they fill cells.
 */
static void
soften_spaces (Reader *reader)
{
  gsize length = reader->text->len;
  guint n = 0;

  if (reader->space || reader->in_row)
    return;
  while (length >= strlen (HARD_SPACE) && memcmp (reader->text->str + length - strlen (HARD_SPACE), HARD_SPACE, strlen (HARD_SPACE)) == 0)
    {
      length -= strlen (HARD_SPACE);
      n++;
    }
  if (n == 0)
    return;
  g_string_truncate (reader->text, length);
  for (guint i = 0; i < n; i++)
    g_string_append_c (reader->text, ' ');
}

static void
add_text (Reader     *reader,
          const char *text)
{
  g_autofree char *raised = reader->raised > 0 ? bb_run_text_raise (text, -1) : NULL;

  for (const char *p = raised != NULL ? raised : text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == ' ' || character == '\t' || character == '\n' || character == '\r' || character == '\f')
        {
          if (character == ' ')
            soften_spaces (reader);
          reader->space = TRUE;
          reader->broken = reader->broken || character == '\n' || character == '\r';
          continue;
        }
      if (reader->text->len > BB_IMPORT_NARRATIVE_LIMIT)
        {
          bb_flow_refuse (reader->flow);
          return;
        }
      reader->n_replaced += character == REPLACEMENT;
      put_space (reader, character);
      g_string_append_unichar (reader->text, g_unichar_iscntrl (character) ? REPLACEMENT : character);
    }
}

static void
add_break (Reader *reader)
{
  reader->space = reader->broken = FALSE;
  if (reader->text->len > 0)
    g_string_append_c (reader->text, '\n');
}

/* ---- elements ---- */

static void
read_title (Reader             *reader,
            const GumboElement *element)
{
  const GumboNode *child = element->children.length > 0 ? element->children.data[0] : NULL;

  if (reader->source->title == NULL && child != NULL && child->type == GUMBO_NODE_TEXT)
    reader->source->title = bb_text_trim (child->v.text.text);
}

static void
read_list (Reader             *reader,
           const GumboElement *element)
{
  guint outer = reader->number;

  reader->number = element->tag == GUMBO_TAG_OL ? bb_html_number (element, "start", 1) : 0;
  read_children (reader, &element->children);
  reader->number = outer;
}

static void
read_block (Reader             *reader,
            const GumboElement *element)
{
  end_paragraph (reader);
  if (element->tag == GUMBO_TAG_OL || element->tag == GUMBO_TAG_UL)
    read_list (reader, element);
  else
    {
      /* The browser counts the items of a list; their numbers stand nowhere in the text. */
      if (element->tag == GUMBO_TAG_LI && reader->number > 0)
        g_string_append_printf (reader->text, "%u.", reader->number++);
      read_children (reader, &element->children);
    }
  end_paragraph (reader);
}

static void
read_table (Reader             *reader,
            const GumboElement *element)
{
  gboolean outer_row = reader->in_row;

  end_paragraph (reader);
  bb_flow_begin_table (reader->flow);
  reader->n_tables++;
  reader->in_row = FALSE;
  read_children (reader, &element->children);
  end_paragraph (reader);
  reader->in_row = outer_row;
  reader->n_tables--;
  bb_flow_end_table (reader->flow);
}

static void
read_row (Reader             *reader,
          const GumboElement *element)
{
  end_paragraph (reader);
  if (reader->n_tables > 0)
    bb_flow_begin_row (reader->flow);
  reader->in_row = reader->n_tables > 0;
  read_children (reader, &element->children);
  end_paragraph (reader);
  reader->in_row = FALSE;
}

static void
begin_cell (Reader             *reader,
            const GumboElement *element)
{
  guint rows = bb_html_number (element, "rowspan", 1);

  end_paragraph (reader);
  if (reader->in_row)
    bb_flow_begin_cell (reader->flow, rows == 0 ? BB_IMPORT_SPAN_LIMIT : rows, bb_html_number (element, "colspan", 1));
}

static void
read_cell (Reader             *reader,
           const GumboElement *element)
{
  guint number = reader->number;

  begin_cell (reader, element);
  reader->number = 0;
  read_children (reader, &element->children);
  end_paragraph (reader);
  reader->number = number;
}

/* A page of its own that is struck through as a whole was not meant: what holds a table is read. */
static void
read_struck (Reader             *reader,
             const GumboElement *element)
{
  g_autofree char *text = NULL;

  if (bb_html_has (element, GUMBO_TAG_TABLE) || element->tag == GUMBO_TAG_TABLE)
    {
      read_block (reader, element);
      return;
    }
  /* An empty cell keeps the others in their columns. */
  if (element->tag == GUMBO_TAG_TD || element->tag == GUMBO_TAG_TH)
    begin_cell (reader, element);
  text = bb_html_text (element, SMALL);
  reader->n_struck += text[strspn (text, " \t\r\n")] != '\0';
}

static void
read_raised (Reader             *reader,
             const GumboElement *element)
{
  reader->raised++;
  read_children (reader, &element->children);
  reader->raised--;
}

/* Lines that hold elements with lines of their own are no plain text. */
static void
read_lines (Reader             *reader,
            const GumboElement *element)
{
  if (bb_html_has (element, GUMBO_TAG_TABLE) || bb_html_has (element, GUMBO_TAG_P) || bb_html_has (element, GUMBO_TAG_DIV))
    {
      read_block (reader, element);
      return;
    }
  end_paragraph (reader);
  bb_html_lines_read (element, reader->flow);
}

static void
read_entry (Reader             *reader,
            const GumboElement *element)
{
  g_autofree char *text = reader->in_row ? bb_html_entered (element) : NULL;

  if (text != NULL)
    add_text (reader, text);
}

static void
read_drawing (Reader             *reader,
              const GumboElement *element)
{
  g_autofree char *text = reader->in_row ? bb_html_drawn (element, SMALL) : NULL;

  if (text != NULL)
    add_text (reader, text);
}

static void
read_style (Reader             *reader,
            const GumboElement *element)
{
  g_autofree char *sheet = bb_html_text (element, BB_IMPORT_NARRATIVE_LIMIT);

  bb_html_styles_add (reader->styles, sheet);
}

/* What a class does is believed of small things in a row: larger ones a script may show again. */
static BbHtmlLook
get_look (Reader             *reader,
          const GumboElement *element)
{
  BbHtmlLook own = bb_html_look (element);
  BbHtmlLook look = reader->in_row ? bb_html_styles_look (reader->styles, element) : own;
  g_autofree char *text = NULL;

  if (look == own || bb_html_has (element, GUMBO_TAG_TABLE))
    return own;
  text = bb_html_text (element, SMALL);
  return strlen (text) <= SMALL ? look : own;
}

static void
read_element (Reader             *reader,
              const GumboElement *element)
{
  switch (bb_html_role (element, get_look (reader, element)))
    {
    case BB_HTML_SKIPPED:
      return;
    case BB_HTML_STRUCK:
      read_struck (reader, element);
      return;
    case BB_HTML_RAISED:
      read_raised (reader, element);
      return;
    case BB_HTML_LINES:
      read_lines (reader, element);
      return;
    case BB_HTML_ENTRY:
      read_entry (reader, element);
      return;
    case BB_HTML_STYLE:
      read_style (reader, element);
      return;
    case BB_HTML_BLOCK:
      read_block (reader, element);
      return;
    case BB_HTML_DRAWING:
      read_drawing (reader, element);
      return;
    case BB_HTML_BLANK:
      begin_cell (reader, element);
      return;
    case BB_HTML_BREAK:
      add_break (reader);
      return;
    case BB_HTML_TABLE:
      read_table (reader, element);
      return;
    case BB_HTML_ROW:
      read_row (reader, element);
      return;
    case BB_HTML_CELL:
      read_cell (reader, element);
      return;
    case BB_HTML_TITLE:
      read_title (reader, element);
      return;
    case BB_HTML_INLINE:
    default:
      read_children (reader, &element->children);
      return;
    }
}

static gboolean
goes_on (Reader *reader)
{
  if (reader->error != NULL)
    return FALSE;
  if (reader->n_nodes++ % NODES_A_LOOK != 0)
    return TRUE;
  return !g_cancellable_set_error_if_cancelled (reader->cancellable, &reader->error) && bb_flow_check (reader->flow, &reader->error);
}

static void
read_children (Reader            *reader,
               const GumboVector *children)
{
  for (guint i = 0; i < children->length && goes_on (reader); i++)
    {
      const GumboNode *node = children->data[i];

      if (node->type == GUMBO_NODE_ELEMENT)
        read_element (reader, &node->v.element);
      else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA)
        add_text (reader, node->v.text.text);
    }
}

/* A Windows clipboard begins with lines that say where the mark-up is, counted in bytes. */
static const char *
skip_clipboard_head (const char *html)
{
  const char *start = g_str_has_prefix (html, "Version:") ? strchr (html, '<') : NULL;

  return start != NULL ? start : html;
}

static void
note_replaced (const Reader *reader)
{
  g_autofree char *message = NULL;

  if (reader->n_replaced == 0)
    return;
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u character (�) was already lost when the file was written",
                                          "%u characters (�) were already lost when the file was written", reader->n_replaced),
                             reader->n_replaced);
  g_ptr_array_add (reader->source->notes, bb_note_new ("read.encoding", BB_SEVERITY_WARNING, NULL, message, NULL));
}

BbImportSource *
bb_html_blocks_read (const char    *html,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (BbImportSource) source = bb_import_source_new (NULL);
  g_auto (Reader) reader = { .source = source, .text = g_string_new (NULL), .cancellable = cancellable };
  g_autofree char *without_pictures = bb_html_drop_pictures (html);
  const char *start = skip_clipboard_head (without_pictures != NULL ? without_pictures : html);
  GumboOptions options = kGumboDefaultOptions;
  GumboOutput *output;

  /* Nobody asks what is wrong with a page; the list of it can be longer than the page. */
  options.max_errors = 0;
  if (strlen (start) > BB_IMPORT_TEXT_LIMIT)
    {
      g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE, _("There are more than %d MiB of text in the file, and a report has less than one"),
                   BB_IMPORT_TEXT_LIMIT / 1024 / 1024);
      return NULL;
    }
  if (!bb_html_is_bearable (start))
    {
      g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE,
                   _("The page has more than %d elements, or elements more than %d levels deep"), BB_IMPORT_NODE_LIMIT, BB_IMPORT_HTML_DEPTH_LIMIT);
      return NULL;
    }
  reader.flow = bb_flow_new (source);
  reader.styles = bb_html_styles_new ();
  output = gumbo_parse_with_options (&options, start, strlen (start));
  read_children (&reader, &output->document->v.document.children);
  gumbo_destroy_output (&options, output);
  end_paragraph (&reader);
  note_replaced (&reader);
  bb_run_text_note_struck (source, reader.n_struck);
  if (reader.error == NULL && bb_flow_check (reader.flow, &reader.error))
    return g_steal_pointer (&source);
  g_propagate_error (error, g_steal_pointer (&reader.error));
  return NULL;
}

/* ---- encodings ---- */

/* Returns: (transfer full) (nullable): what the page says of its encoding, in lower case. */
static char *
find_label (const char *data,
            gsize       size)
{
  g_autofree char *start = g_ascii_strdown (data, (gssize) MIN (size, LABEL_PLACE));
  const char *label = strstr (start, "charset");
  gsize n;

  if (label == NULL)
    return NULL;
  label += strlen ("charset");
  label += strspn (label, " =\"'\t\n");
  n = strspn (label, "abcdefghijklmnopqrstuvwxyz0123456789-_");
  return n > 0 ? g_strndup (label, n) : NULL;
}

/* Labels of western encodings are what programs write that know no other: each byte is a character there, right or wrong. */
static gboolean
is_believed (const char *label)
{
  static const char *const prefixes[] = { "gb", "utf", "iso-8859", "windows-125", "us-ascii", "ascii", "latin" };

  for (guint i = 0; label != NULL && i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (label, prefixes[i]))
      return FALSE;
  return label != NULL;
}

/* Whether the page speaks of what it is about, decoded by its label; if not, and GB 18030 does, the label is wrong. */
static gboolean
is_wrong_label (const char *data,
                gsize       size,
                const char *text)
{
  static const char *const words[] = { "信息公开", "資訊公開", "信息公開" };
  g_autofree char *other = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) != NULL)
      return FALSE;
  other = g_convert (data, (gssize) size, "UTF-8", "GB18030", NULL, NULL, NULL);
  return other != NULL && strstr (other, words[0]) != NULL;
}

char *
bb_html_decode (GBytes    *bytes,
                char     **encoding,
                gboolean  *guessed,
                GError   **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *label = size > 0 ? find_label (data, size) : NULL;
  g_autofree char *text = NULL;
  gsize n_read = 0;
  gsize n_written = 0;

  if (!is_believed (label) || g_utf8_validate (data, (gssize) size, NULL))
    {
      char *decoded = bb_import_decode (bytes, encoding, guessed, error);

      if (guessed != NULL && decoded != NULL && label != NULL && g_str_has_prefix (label, "gb"))
        *guessed = FALSE;
      return decoded;
    }
  text = g_convert (data, (gssize) size, "UTF-8", label, &n_read, &n_written, NULL);
  if (text == NULL || n_read != size || memchr (text, '\0', n_written) != NULL || is_wrong_label (data, size, text))
    return bb_import_decode (bytes, encoding, guessed, error);
  if (encoding != NULL)
    *encoding = g_ascii_strup (label, -1);
  if (guessed != NULL)
    *guessed = FALSE;
  return g_steal_pointer (&text);
}
