/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-html-tags.h"

#include "import/bb-import-limits.h"

#include <string.h>

/* Of a name of an element that is looked at. */
#define LONGEST_NAME 16

/* *INDENT-OFF* */
static const GumboTag skipped[] = {
  GUMBO_TAG_SCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED,
  GUMBO_TAG_BUTTON, GUMBO_TAG_MATH, GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO,
  GUMBO_TAG_CANVAS, GUMBO_TAG_RT, GUMBO_TAG_RP, GUMBO_TAG_DATALIST, GUMBO_TAG_NOFRAMES,
};

static const GumboTag blocks[] = {
  GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_HEAD, GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4,
  GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_LI, GUMBO_TAG_DL, GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_SECTION,
  GUMBO_TAG_ARTICLE, GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_MAIN, GUMBO_TAG_BLOCKQUOTE,
  GUMBO_TAG_FORM, GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND, GUMBO_TAG_ADDRESS, GUMBO_TAG_CENTER, GUMBO_TAG_HR,
  GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY, GUMBO_TAG_CAPTION, GUMBO_TAG_HGROUP, GUMBO_TAG_DIR,
  GUMBO_TAG_MENU,
};

/* Elements that end by themselves, or have no end: opening many of them nests nothing. */
static const char *const unnested[] = {
  "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "colgroup", "col", "caption", "option", "optgroup", "br", "hr", "img",
  "input", "meta", "link", "base", "area", "embed", "param", "source", "track", "wbr", "html", "body", "head", "script", "style", "title", NULL
};
/* *INDENT-ON* */

static gboolean
contains (const GumboTag *tags, guint n, GumboTag tag)
{
  for (guint i = 0; i < n; i++)
    if (tags[i] == tag)
      return TRUE;
  return FALSE;
}

static const char *
get_attribute (const GumboElement *element, const char *name)
{
  const GumboAttribute *attribute = gumbo_get_attribute (&element->attributes, name);

  return attribute != NULL ? attribute->value : NULL;
}

static gboolean
has_elements (const GumboElement *element)
{
  for (guint i = 0; i < element->children.length; i++)
    if (((const GumboNode *) element->children.data[i])->type == GUMBO_NODE_ELEMENT)
      return TRUE;
  return FALSE;
}

static gboolean
is_hidden (const GumboElement *element,
           guint               look)
{
  return (look & (BB_HTML_LOOK_GONE | BB_HTML_LOOK_HIDDEN)) != 0 || get_attribute (element, "hidden") != NULL
    || ((look & BB_HTML_LOOK_UNSEEN) != 0 && !has_elements (element));
}

static gboolean
is_struck (const GumboElement *element,
           guint               look)
{
  return (look & BB_HTML_LOOK_STRUCK) != 0 || element->tag == GUMBO_TAG_S || element->tag == GUMBO_TAG_STRIKE
    || element->tag == GUMBO_TAG_DEL;
}

static BbHtmlRole
role_of_tag (GumboTag tag)
{
  /* *INDENT-OFF* */
  static const struct { GumboTag tag; BbHtmlRole role; } roles[] = {
    { GUMBO_TAG_BR,       BB_HTML_BREAK },
    { GUMBO_TAG_TABLE,    BB_HTML_TABLE },
    { GUMBO_TAG_TR,       BB_HTML_ROW },
    { GUMBO_TAG_TD,       BB_HTML_CELL },
    { GUMBO_TAG_TH,       BB_HTML_CELL },
    { GUMBO_TAG_TITLE,    BB_HTML_TITLE },
    { GUMBO_TAG_PRE,      BB_HTML_LINES },
    { GUMBO_TAG_LISTING,  BB_HTML_LINES },
    { GUMBO_TAG_XMP,      BB_HTML_LINES },
    { GUMBO_TAG_INPUT,    BB_HTML_ENTRY },
    { GUMBO_TAG_TEXTAREA, BB_HTML_ENTRY },
    { GUMBO_TAG_SELECT,   BB_HTML_ENTRY },
    { GUMBO_TAG_STYLE,    BB_HTML_STYLE },
    { GUMBO_TAG_SVG,      BB_HTML_DRAWING },
  };
  /* *INDENT-ON* */

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i].tag == tag)
      return roles[i].role;
  return contains (blocks, G_N_ELEMENTS (blocks), tag) ? BB_HTML_BLOCK : BB_HTML_INLINE;
}

BbHtmlRole
bb_html_role (const GumboElement *element,
              BbHtmlLook          look)
{
  BbHtmlRole role = role_of_tag (element->tag);

  if (contains (skipped, G_N_ELEMENTS (skipped), element->tag))
    return BB_HTML_SKIPPED;
  if (is_hidden (element, look))
    return role == BB_HTML_CELL && (look & BB_HTML_LOOK_GONE) == 0 && get_attribute (element, "hidden") == NULL ? BB_HTML_BLANK : BB_HTML_SKIPPED;
  if (is_struck (element, look))
    return BB_HTML_STRUCK;
  return role == BB_HTML_INLINE && (element->tag == GUMBO_TAG_SUP || (look & BB_HTML_LOOK_RAISED) != 0) ? BB_HTML_RAISED : role;
}

guint
bb_html_number (const GumboElement *element, const char *name, guint fallback)
{
  const char *value = get_attribute (element, name);
  guint64 number = value != NULL ? g_ascii_strtoull (value, NULL, 10) : 0;

  return value != NULL && g_ascii_isdigit (value[strspn (value, " \t\n")]) ? (guint) MIN (number, G_MAXUINT) : fallback;
}

/* Nothing that is shown is written so: letters, digits and a few signs between quotes, without a space, for so long. */
#define PICTURE_LENGTH (16 * 1024)
#define PICTURE_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=%:;,._-"

char *
bb_html_drop_pictures (const char *html)
{
  GString *kept = NULL;
  const char *copied = html;

  for (const char *p = strpbrk (html, "\"'"); p != NULL; p = strpbrk (p, "\"'"))
    {
      const char *quote = p++;
      gsize length = strspn (p, PICTURE_CHARACTERS);

      p += length;
      if (length < PICTURE_LENGTH || *p != *quote)
        continue;
      kept = kept != NULL ? kept : g_string_new (NULL);
      g_string_append_len (kept, copied, quote + 1 - copied);
      copied = p;
      p++;
    }
  if (kept == NULL)
    return NULL;
  g_string_append (kept, copied);
  return g_string_free (kept, FALSE);
}

static void
read_name (const char *p, char name[LONGEST_NAME])
{
  guint n = 0;

  for (; g_ascii_isalnum (*p) && n + 1 < LONGEST_NAME; p++)
    name[n++] = g_ascii_tolower (*p);
  name[n] = '\0';
}

/* Where a look over the attributes of a tag is, as a browser's is. */
typedef enum
{
  BEFORE_NAME,
  IN_NAME,
  AFTER_NAME,
  BEFORE_VALUE,
  IN_VALUE,
  IN_QUOTES
} Place;

static Place
step_name (Place  place,
           char   character,
           guint *n)
{
  if (character == '/')
    return BEFORE_NAME;
  if (g_ascii_isspace (character))
    return place == IN_NAME ? AFTER_NAME : place;
  if (character == '=' && place != BEFORE_NAME)
    return BEFORE_VALUE;
  *n += place != IN_NAME;
  return IN_NAME;
}

static Place
step_value (Place  place,
            char   character,
            char  *quote)
{
  if (place == IN_QUOTES)
    return character == *quote ? BEFORE_NAME : IN_QUOTES;
  if (g_ascii_isspace (character))
    return place == IN_VALUE ? BEFORE_NAME : BEFORE_VALUE;
  if (place == BEFORE_VALUE && (character == '"' || character == '\''))
    {
      *quote = character;
      return IN_QUOTES;
    }
  return IN_VALUE;
}

/* Returns: the attributes of the tag whose name @p is; @length: what was looked at. */
static guint
count_attributes (const char *p,
                  gsize      *length)
{
  const char *start = p;
  Place place = BEFORE_NAME;
  char quote = '\0';
  guint n = 0;

  for (p += strcspn (p, " \t\n\f\r/>"); *p != '\0' && (*p != '>' || place == IN_QUOTES); p++)
    place = place <= AFTER_NAME ? step_name (place, *p, &n) : step_value (place, *p, &quote);
  *length = (gsize) (p - start);
  return n;
}

gboolean
bb_html_is_bearable (const char *html)
{
  guint n = 0;
  int depth = 0;
  guint64 work = 0;

  for (const char *p = strchr (html, '<'); p != NULL; p = strchr (p + 1, '<'))
    {
      char name[LONGEST_NAME];
      gboolean ends = p[1] == '/';
      gsize length;
      guint64 n_attributes;

      if (!g_ascii_isalpha (p[ends ? 2 : 1]))
        continue;
      read_name (p + (ends ? 2 : 1), name);
      if (!g_strv_contains (unnested, name))
        depth = MAX (depth + (ends ? -1 : 1), 0);
      n_attributes = count_attributes (p + (ends ? 2 : 1), &length);
      work += length + n_attributes * n_attributes;
      if (++n > BB_IMPORT_NODE_LIMIT || depth > BB_IMPORT_HTML_DEPTH_LIMIT || work > BB_IMPORT_HTML_WORK_LIMIT)
        return FALSE;
    }
  return TRUE;
}
