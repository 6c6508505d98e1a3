/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-html-styles.h"

#include "import/bb-html-selector.h"

#include <string.h>

/* A sheet with more rules than these is of a whole site; so many are looked at, and so many elements for all of them. */
#define MOST_RULES 4000
#define MOST_STEPS (4 * 1000 * 1000)

/* What outweighs every selector: a style of the element itself, and "!important" that one. */
#define RANK_OWN (G_GUINT64_CONSTANT (1) << 62)
#define RANK_IMPORTANT (G_GUINT64_CONSTANT (1) << 63)

/* Boxes of no width or height show what runs over their edge, unless that is cut. */
#define NARROW (1u << 8)
#define CUT (1u << 9)

/* How the value of a declaration must be: the text, its beginning, a part of it, or zero. */
typedef enum
{
  IS,
  BEGINS,
  HOLDS,
  ZERO
} Test;

/* *INDENT-OFF* */
/* Lower case, without spaces. Values of a property stand one behind the other. */
static const struct { const char *property; Test test; const char *value; guint look; } looks[] = {
  { "display",              IS,     "none",         BB_HTML_LOOK_GONE },
  { "mso-hide",             IS,     "all",          BB_HTML_LOOK_GONE },
  { "visibility",           IS,     "hidden",       BB_HTML_LOOK_HIDDEN },
  { "visibility",           IS,     "collapse",     BB_HTML_LOOK_HIDDEN },
  { "font-size",            ZERO,   "",             BB_HTML_LOOK_UNSEEN },
  { "opacity",              ZERO,   "",             BB_HTML_LOOK_UNSEEN },
  { "color",                IS,     "transparent",  BB_HTML_LOOK_UNSEEN },
  { "clip",                 BEGINS, "rect(",        BB_HTML_LOOK_UNSEEN },
  { "clip-path",            BEGINS, "inset(50%",    BB_HTML_LOOK_UNSEEN },
  { "clip-path",            BEGINS, "inset(100%",   BB_HTML_LOOK_UNSEEN },
  { "left",                 BEGINS, "-999",         BB_HTML_LOOK_UNSEEN },
  { "left",                 BEGINS, "-1000",        BB_HTML_LOOK_UNSEEN },
  { "top",                  BEGINS, "-999",         BB_HTML_LOOK_UNSEEN },
  { "text-indent",          BEGINS, "-999",         BB_HTML_LOOK_UNSEEN },
  { "vertical-align",       IS,     "super",        BB_HTML_LOOK_RAISED },
  { "text-decoration",      HOLDS,  "line-through", BB_HTML_LOOK_STRUCK },
  { "text-decoration-line", HOLDS,  "line-through", BB_HTML_LOOK_STRUCK },
  { "width",                ZERO,   "",             NARROW },
  { "height",               ZERO,   "",             NARROW },
  { "max-width",            ZERO,   "",             NARROW },
  { "max-height",           ZERO,   "",             NARROW },
  { "overflow",             IS,     "hidden",       CUT },
};
/* *INDENT-ON* */

#define N_LOOKS G_N_ELEMENTS (looks)

/*
 * What is declared of an element, by the index of the property's first line in the table.
 * @ranks: what the declaration outweighs, 0 for none
 */
typedef struct
{
  guint64 ranks[N_LOOKS];
  guint looks[N_LOOKS];
} Cascade;

/* @order: among all rules; @declares: the properties by their bit, @important: those that are so, @looks: what they do */
typedef struct
{
  BbHtmlSelector *selector;
  guint order;
  guint declares;
  guint important;
  guint16 looks[N_LOOKS];
} Rule;

/* @rules: by the key of the selector, arrays of Rule in their order; @steps: as of bb_html_selector_matches() */
struct _BbHtmlStyles
{
  GHashTable *rules;
  guint n_rules;
  guint steps;
};

static void
rule_free (gpointer data)
{
  Rule *rule = data;

  bb_html_selector_free (rule->selector);
  g_free (rule);
}

BbHtmlStyles *
bb_html_styles_new (void)
{
  BbHtmlStyles *styles = g_new0 (BbHtmlStyles, 1);

  styles->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  styles->steps = MOST_STEPS;
  return styles;
}

void
bb_html_styles_free (BbHtmlStyles *styles)
{
  if (styles == NULL)
    return;
  g_hash_table_unref (styles->rules);
  g_free (styles);
}

/* ---- declarations ---- */

static gboolean
is_so (Test        test,
       const char *value,
       const char *wanted)
{
  switch (test)
    {
    case IS:
      return g_str_equal (value, wanted);
    case BEGINS:
      return g_str_has_prefix (value, wanted);
    case HOLDS:
      return strstr (value, wanted) != NULL;
    case ZERO:
    default:
      return (g_ascii_isdigit (*value) || *value == '.') && g_ascii_strtod (value, NULL) == 0;
    }
}

/* Returns: (transfer full): without spaces, in lower case. */
static char *
fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (folded, g_ascii_tolower (*p));
  return g_string_free (folded, FALSE);
}

static void
read_declaration (Rule       *rule,
                  const char *property,
                  char       *value)
{
  char *important = strstr (value, "!important");
  int first = -1;

  if (important != NULL)
    *important = '\0';
  for (guint i = 0; i < N_LOOKS; i++)
    if (g_str_equal (looks[i].property, property))
      {
        if (first < 0)
          rule->looks[first = (int) i] = 0;
        rule->looks[first] |= (guint16) (is_so (looks[i].test, value, looks[i].value) ? looks[i].look : 0);
      }
  if (first < 0)
    return;
  rule->declares |= 1u << first;
  rule->important |= important != NULL ? 1u << first : 0;
}

static void
read_declarations (Rule       *rule,
                   const char *declarations)
{
  g_autofree char *folded = fold (declarations);
  g_auto (GStrv) each = g_strsplit (folded, ";", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      char *colon = strchr (each[i], ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      read_declaration (rule, each[i], colon + 1);
    }
}

static void
apply (Cascade    *cascade,
       const Rule *rule,
       guint64     rank)
{
  for (guint i = 0; i < N_LOOKS; i++)
    {
      guint64 real = rank | ((rule->important >> i & 1) != 0 ? RANK_IMPORTANT : 0);

      if ((rule->declares >> i & 1) == 0 || real < cascade->ranks[i])
        continue;
      cascade->ranks[i] = real;
      cascade->looks[i] = rule->looks[i];
    }
}

static BbHtmlLook
get_look (const Cascade *cascade)
{
  guint look = 0;

  for (guint i = 0; i < N_LOOKS; i++)
    look |= cascade->looks[i];
  if ((look & NARROW) != 0 && (look & CUT) != 0)
    look |= BB_HTML_LOOK_UNSEEN;
  return (BbHtmlLook) (look & ~(NARROW | CUT));
}

/* ---- style sheets ---- */

static void
add_rule (BbHtmlStyles *styles,
          const char   *selectors,
          const char   *declarations)
{
  Rule wanted = { 0 };
  g_auto (GStrv) each = NULL;

  read_declarations (&wanted, declarations);
  if (wanted.declares == 0)
    return;
  each = g_strsplit (selectors, ",", -1);
  for (guint i = 0; each[i] != NULL && styles->n_rules < MOST_RULES; i++)
    {
      BbHtmlSelector *selector = bb_html_selector_new (each[i]);
      const char *key = selector != NULL ? bb_html_selector_key (selector) : NULL;
      GPtrArray *rules = key != NULL ? g_hash_table_lookup (styles->rules, key) : NULL;

      if (key == NULL)
        continue;
      if (rules == NULL)
        {
          rules = g_ptr_array_new_with_free_func (rule_free);
          g_hash_table_insert (styles->rules, g_strdup (key), rules);
        }
      wanted.selector = selector;
      wanted.order = ++styles->n_rules;
      g_ptr_array_add (rules, g_memdup2 (&wanted, sizeof wanted));
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

/* ---- elements ---- */

static void
apply_rules (BbHtmlStyles       *styles,
             Cascade            *cascade,
             const char         *key,
             const GumboElement *element)
{
  const GPtrArray *rules = g_hash_table_lookup (styles->rules, key);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const Rule *rule = g_ptr_array_index (rules, i);

      if (bb_html_selector_matches (rule->selector, element, &styles->steps))
        apply (cascade, rule, (guint64) bb_html_selector_weight (rule->selector) << 16 | rule->order);
    }
}

static void
apply_named (BbHtmlStyles       *styles,
             Cascade            *cascade,
             const GumboElement *element,
             const char         *attribute,
             char                mark)
{
  const GumboAttribute *value = gumbo_get_attribute (&element->attributes, attribute);
  g_auto (GStrv) each = value != NULL ? g_strsplit_set (value->value, " \t\r\n", -1) : NULL;

  for (guint i = 0; each != NULL && each[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("%c%s", mark, each[i]);

      apply_rules (styles, cascade, key, element);
    }
}

static BbHtmlLook
look_at (BbHtmlStyles       *styles,
         const GumboElement *element)
{
  const GumboAttribute *own = gumbo_get_attribute (&element->attributes, "style");
  Cascade cascade = { 0 };
  Rule rule = { 0 };

  if (styles != NULL && styles->n_rules > 0)
    {
      apply_rules (styles, &cascade, "*", element);
      apply_rules (styles, &cascade, gumbo_normalized_tagname (element->tag), element);
      apply_named (styles, &cascade, element, "class", '.');
      apply_named (styles, &cascade, element, "id", '#');
    }
  if (own != NULL)
    {
      read_declarations (&rule, own->value);
      apply (&cascade, &rule, RANK_OWN);
    }
  return get_look (&cascade);
}

BbHtmlLook
bb_html_look (const GumboElement *element)
{
  return look_at (NULL, element);
}

BbHtmlLook
bb_html_styles_look (BbHtmlStyles       *styles,
                     const GumboElement *element)
{
  return look_at (styles, element);
}
