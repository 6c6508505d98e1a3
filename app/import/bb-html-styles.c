/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-html-styles.h"

#include <string.h>

/* A sheet that hides more names than this is of a whole site; so many are looked at. */
#define MOST_NAMES 1000

/* @names: with their mark, ".hide" or "#old" */
struct _BbHtmlStyles
{
  GHashTable *names;
};

BbHtmlStyles *
bb_html_styles_new (void)
{
  BbHtmlStyles *styles = g_new0 (BbHtmlStyles, 1);

  styles->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return styles;
}

void
bb_html_styles_free (BbHtmlStyles *styles)
{
  if (styles == NULL)
    return;
  g_hash_table_unref (styles->names);
  g_free (styles);
}

/* As it is written, with and without spaces. */
static char *
fold (const char *style)
{
  char *folded = g_ascii_strdown (style, -1);
  char *end = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      *end++ = *p;
  *end = '\0';
  return folded;
}

gboolean
bb_html_style_has (const char *style,
                   const char *wanted)
{
  g_autofree char *folded = fold (style);

  return strstr (folded, wanted) != NULL;
}

gboolean
bb_html_style_is_sizeless (const char *style)
{
  static const char size[] = "font-size:";
  g_autofree char *folded = fold (style);
  const char *found = strstr (folded, size);

  return found != NULL && found[strlen (size)] == '0' && g_ascii_strtod (found + strlen (size), NULL) == 0;
}

/* Returns: (nullable): where the name of a selector for one class or id begins, at its mark. */
static const char *
find_name (const char *selector)
{
  const char *mark = strpbrk (selector, ".#");

  if (mark == NULL || mark[1] == '\0')
    return NULL;
  /* "div.hide" is for one name, ".tab .hide", ".a.b", ".a:hover" are not. */
  return strpbrk (mark + 1, ".#:[ >+~*") == NULL && strpbrk (selector, " >+~:[") == NULL ? mark : NULL;
}

static void
add_rule (BbHtmlStyles *styles,
          const char   *selectors,
          const char   *declarations)
{
  g_auto (GStrv) each = NULL;

  if (!bb_html_style_has (declarations, "display:none") && !bb_html_style_has (declarations, "visibility:hidden"))
    return;
  each = g_strsplit (selectors, ",", -1);
  for (guint i = 0; each[i] != NULL && g_hash_table_size (styles->names) < MOST_NAMES; i++)
    {
      const char *name = find_name (g_strstrip (each[i]));

      if (name != NULL)
        g_hash_table_add (styles->names, g_strdup (name));
    }
}

/* Returns: (transfer full): @sheet without its comments. */
static char *
strip_comments (const char *sheet)
{
  GString *text = g_string_new (NULL);
  const char *p = sheet;

  for (const char *start; (start = strstr (p, "/*")) != NULL;)
    {
      const char *end = strstr (start + 2, "*/");

      g_string_append_len (text, p, start - p);
      if (end == NULL)
        return g_string_free (text, FALSE);
      p = end + 2;
    }
  g_string_append (text, p);
  return g_string_free (text, FALSE);
}

/* Returns: behind the brace that closes the one at @p. */
static const char *
skip_braces (const char *p)
{
  guint depth = 0;

  for (; *p != '\0'; p++)
    {
      depth += *p == '{';
      if (*p == '}' && --depth == 0)
        return p + 1;
    }
  return p;
}

void
bb_html_styles_add (BbHtmlStyles *styles,
                    const char   *sheet)
{
  g_autofree char *text = strip_comments (sheet);
  const char *p = text;

  while (*p != '\0')
    {
      const char *open = strchr (p, '{');
      const char *end;
      const char *start;

      if (open == NULL)
        return;
      end = skip_braces (open);
      /* "@charset 'x';", or the mark of a comment around the sheet, before the selector. */
      for (start = p; start < open && (g_ascii_isspace (*start) || g_str_has_prefix (start, "<!--")); start++)
        if (*start == '<')
          start += strlen ("<!--") - 1;
      if (*start != '@')
        {
          g_autofree char *selectors = g_strndup (start, (gsize) (open - start));
          g_autofree char *declarations = g_strndup (open + 1, (gsize) (end - open - 1));

          add_rule (styles, selectors, declarations);
        }
      p = end;
    }
}

static gboolean
has_name (const BbHtmlStyles *styles,
          const GumboElement *element,
          const char         *attribute,
          char                mark)
{
  const GumboAttribute *value = gumbo_get_attribute (&element->attributes, attribute);
  g_auto (GStrv) each = NULL;

  if (value == NULL)
    return FALSE;
  each = g_strsplit_set (value->value, " \t\r\n", -1);
  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c%s", mark, each[i]);

      if (g_hash_table_contains (styles->names, name))
        return TRUE;
    }
  return FALSE;
}

gboolean
bb_html_styles_hide (const BbHtmlStyles *styles,
                     const GumboElement *element)
{
  return g_hash_table_size (styles->names) > 0 && (has_name (styles, element, "class", '.') || has_name (styles, element, "id", '#'));
}
