/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-html-styles.h"

#include <string.h>

/* A sheet that hides more names than this is of a whole site; so many are looked at. */
#define MOST_NAMES 1000

/* @names: a class or id with its mark, ".hide" or "#old", and its looks */
struct _BbHtmlStyles
{
  GHashTable *names;
};

/* *INDENT-OFF* */
/* Lower case, without spaces; a number of zero follows where the last column says so. */
static const struct { const char *declaration; BbHtmlLook look; gboolean zero; } looks[] = {
  { "display:none",             BB_HTML_LOOK_HIDDEN, FALSE },
  { "visibility:hidden",        BB_HTML_LOOK_HIDDEN, FALSE },
  { "visibility:collapse",      BB_HTML_LOOK_HIDDEN, FALSE },
  { "mso-hide:all",             BB_HTML_LOOK_HIDDEN, FALSE },
  { "font-size:",               BB_HTML_LOOK_UNSEEN, TRUE },
  { "opacity:",                 BB_HTML_LOOK_UNSEEN, TRUE },
  { "color:transparent",        BB_HTML_LOOK_UNSEEN, FALSE },
  { "clip:rect(",               BB_HTML_LOOK_UNSEEN, FALSE },
  { "left:-999",                BB_HTML_LOOK_UNSEEN, FALSE },
  { "text-indent:-999",         BB_HTML_LOOK_UNSEEN, FALSE },
  { "vertical-align:super",     BB_HTML_LOOK_RAISED, FALSE },
};
/* *INDENT-ON* */

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

/* ---- declarations ---- */

/* As it is written, with and without spaces; each declaration begins behind a ";". */
static char *
fold (const char *declarations)
{
  GString *folded = g_string_new (";");

  for (const char *p = declarations; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (folded, g_ascii_tolower (*p));
  return g_string_free (folded, FALSE);
}

static gboolean
declares (const char *folded,
          const char *declaration,
          gboolean    zero)
{
  gsize length = strlen (declaration);

  for (const char *p = folded; (p = strstr (p, declaration)) != NULL; p += length)
    if (p[-1] == ';' && (!zero || ((g_ascii_isdigit (p[length]) || p[length] == '.') && g_ascii_strtod (p + length, NULL) == 0)))
      return TRUE;
  return FALSE;
}

/* "underline line-through": it has several values. */
static gboolean
is_struck (const char *folded)
{
  static const char property[] = ";text-decoration";

  for (const char *p = folded; (p = strstr (p, property)) != NULL; p += strlen (property))
    {
      g_autofree char *value = g_strndup (p + 1, strcspn (p + 1, ";"));

      if (strstr (value, "line-through") != NULL)
        return TRUE;
    }
  return FALSE;
}

BbHtmlLook
bb_html_look (const char *declarations)
{
  g_autofree char *folded = fold (declarations);
  guint look = 0;

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (declares (folded, looks[i].declaration, looks[i].zero))
      look |= looks[i].look;
  if (is_struck (folded))
    look |= BB_HTML_LOOK_STRUCK;
  /* A box of no size shows what runs over its edge, unless that is cut. */
  if (declares (folded, "overflow:hidden", FALSE) && (declares (folded, "width:", TRUE) || declares (folded, "height:", TRUE)))
    look |= BB_HTML_LOOK_UNSEEN;
  return (BbHtmlLook) look;
}

/* ---- style sheets ---- */

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
  guint look = bb_html_look (declarations);
  g_auto (GStrv) each = NULL;

  if (look == 0)
    return;
  each = g_strsplit (selectors, ",", -1);
  for (guint i = 0; each[i] != NULL && g_hash_table_size (styles->names) < MOST_NAMES; i++)
    {
      const char *name = find_name (g_strstrip (each[i]));
      guint before = name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (styles->names, name)) : 0;

      if (name != NULL)
        g_hash_table_replace (styles->names, g_strdup (name), GUINT_TO_POINTER (before | look));
    }
}

/* Returns: (transfer full): @sheet without its comments and the marks of one around it. */
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
  g_string_replace (text, "<!--", "", 0);
  g_string_replace (text, "-->", "", 0);
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

static gboolean
is_for_screens (const char *selectors)
{
  return g_regex_match_simple ("^@media\\s+(only\\s+)?(all|screen)\\s*$", selectors, G_REGEX_CASELESS, (GRegexMatchFlags) 0);
}

static void
add_rules (BbHtmlStyles *styles,
           const char   *text,
           gboolean      nested)
{
  for (const char *p = text; *p != '\0';)
    {
      const char *open = strchr (p, '{');
      const char *end = open != NULL ? skip_braces (open) : NULL;
      g_autofree char *selectors = NULL;
      g_autofree char *inside = NULL;

      if (open == NULL)
        return;
      selectors = g_strstrip (g_strndup (p, (gsize) (open - p)));
      inside = g_strndup (open + 1, (gsize) MAX (end - open - 2, 0));
      if (*selectors != '@')
        add_rule (styles, selectors, inside);
      else if (!nested && is_for_screens (selectors))
        add_rules (styles, inside, TRUE);
      p = end;
    }
}

void
bb_html_styles_add (BbHtmlStyles *styles,
                    const char   *sheet)
{
  g_autofree char *text = strip_comments (sheet);

  add_rules (styles, text, FALSE);
}

static guint
look_up (const BbHtmlStyles *styles,
         const GumboElement *element,
         const char         *attribute,
         char                mark)
{
  const GumboAttribute *value = gumbo_get_attribute (&element->attributes, attribute);
  g_auto (GStrv) each = NULL;
  guint look = 0;

  if (value == NULL)
    return 0;
  each = g_strsplit_set (value->value, " \t\r\n", -1);
  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c%s", mark, each[i]);

      look |= GPOINTER_TO_UINT (g_hash_table_lookup (styles->names, name));
    }
  return look;
}

BbHtmlLook
bb_html_styles_look (const BbHtmlStyles *styles,
                     const GumboElement *element)
{
  if (g_hash_table_size (styles->names) == 0)
    return (BbHtmlLook) 0;
  return (BbHtmlLook) (look_up (styles, element, "class", '.') | look_up (styles, element, "id", '#'));
}
