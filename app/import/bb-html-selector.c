/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-html-selector.h"

#include <string.h>

/* Elements that one selector may speak of. */
#define MOST_COMPOUNDS 8
#define MOST_ATTRIBUTES 16

/* What a class, an id and a name of an element weigh. */
#define WEIGHT_ID 10000
#define WEIGHT_CLASS 100
#define WEIGHT_NAME 1

/* @operator: 0: it is there, '=': the value is it, '~': a word, '^', '$', '*': begins, ends, holds */
typedef struct
{
  char *name;
  char *value;
  char operator;
} Attribute;

/*
 * What is said of one element.
 * @combinator: how it stands to the next: ' ' around it, '>' right around it, '+' right before it, '~' before it; 0 for the last
 * @name: (nullable): in lower case
 * @attributes: (element-type Attribute): classes and ids, too
 */
typedef struct
{
  char combinator;
  char *name;
  GArray *attributes;
} Compound;

struct _BbHtmlSelector
{
  GPtrArray *compounds;
  guint weight;
  char *key;
};

static void
attribute_clear (gpointer data)
{
  Attribute *attribute = data;

  g_free (attribute->name);
  g_free (attribute->value);
}

static Compound *
compound_new (void)
{
  Compound *compound = g_new0 (Compound, 1);

  compound->attributes = g_array_new (FALSE, TRUE, sizeof (Attribute));
  g_array_set_clear_func (compound->attributes, attribute_clear);
  return compound;
}

static void
compound_free (gpointer data)
{
  Compound *compound = data;

  g_array_unref (compound->attributes);
  g_free (compound->name);
  g_free (compound);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Compound, compound_free)

/* ---- reading ---- */

/* Bytes of a name at @p; Chinese ones are as good as any. */
static gsize
name_length (const char *p)
{
  gsize n = 0;

  while (g_ascii_isalnum (p[n]) || p[n] == '-' || p[n] == '_' || (guchar) p[n] >= 0x80)
    n++;
  return n;
}

static void
add_attribute (Compound   *compound,
               char       *name,
               char        operator,
               char       *value)
{
  Attribute attribute = { name, value, operator };

  g_array_append_val (compound->attributes, attribute);
}

static gboolean
read_mark (Compound    *compound,
           const char **p,
           guint       *weight)
{
  gboolean is_id = **p == '#';
  gsize n = name_length (++*p);

  if (n == 0)
    return FALSE;
  add_attribute (compound, g_strdup (is_id ? "id" : "class"), is_id ? '=' : '~', g_strndup (*p, n));
  *weight += is_id ? WEIGHT_ID : WEIGHT_CLASS;
  *p += n;
  return TRUE;
}

/* "[name]", "[name=value]", "[name~='value']" */
static gboolean
read_brackets (Compound    *compound,
               const char **p,
               guint       *weight)
{
  static GRegex *form;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL;
  g_autofree char *operator = NULL;
  int end = 0;

  if (g_once_init_enter (&form))
    g_once_init_leave (&form, g_regex_new ("^\\[\\s*([\\w-]+)\\s*(?:([~^$*]?)=\\s*[\"']?([^\"'\\]]*)[\"']?\\s*)?\\]", G_REGEX_OPTIMIZE | G_REGEX_RAW,
                                           (GRegexMatchFlags) 0, NULL));
  if (!g_regex_match (form, *p, (GRegexMatchFlags) 0, &match))
    return FALSE;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  name = g_match_info_fetch (match, 1);
  operator = g_match_info_fetch (match, 2);
  add_attribute (compound, g_ascii_strdown (name, -1),
                 memchr (*p, '=', (gsize) end) == NULL ? '\0' : operator != NULL && *operator != '\0' ? *operator : '=',
                 g_match_info_fetch (match, 3));
  *weight += WEIGHT_CLASS;
  *p += end;
  return TRUE;
}

static void
read_name (Compound    *compound,
           const char **p,
           guint       *weight)
{
  gsize n = name_length (*p);

  if (n > 0)
    {
      compound->name = g_ascii_strdown (*p, (gssize) n);
      *weight += WEIGHT_NAME;
    }
  *p += n + (n == 0 && **p == '*');
}

/* Returns: (transfer full) (nullable): what stands at @p. */
static Compound *
read_compound (const char **p,
               guint       *weight)
{
  g_autoptr (Compound) compound = compound_new ();
  const char *start = *p;

  read_name (compound, p, weight);
  while (**p == '.' || **p == '#' || **p == '[')
    if (compound->attributes->len == MOST_ATTRIBUTES || !(**p == '[' ? read_brackets (compound, p, weight) : read_mark (compound, p, weight)))
      return NULL;
  return *p > start ? g_steal_pointer (&compound) : NULL;
}

/* Returns: how what is before @p stands to what is behind it, 0 when there is neither space nor mark between. */
static char
read_combinator (const char **p)
{
  const char *start = *p;
  char combinator = ' ';

  *p += strspn (*p, " \t\r\n\f");
  if (**p != '\0' && strchr (">+~", **p) != NULL)
    {
      combinator = *(*p)++;
      *p += strspn (*p, " \t\r\n\f");
    }
  return *p > start ? combinator : '\0';
}

static char *
make_key (const Compound *last)
{
  for (guint i = 0; i < last->attributes->len; i++)
    {
      const Attribute *attribute = &g_array_index (last->attributes, Attribute, i);

      if (attribute->operator == '=' && g_str_equal (attribute->name, "id"))
        return g_strconcat ("#", attribute->value, NULL);
      if (attribute->operator == '~' && g_str_equal (attribute->name, "class"))
        return g_strconcat (".", attribute->value, NULL);
    }
  return g_strdup (last->name != NULL ? last->name : "*");
}

BbHtmlSelector *
bb_html_selector_new (const char *text)
{
  g_autoptr (BbHtmlSelector) selector = g_new0 (BbHtmlSelector, 1);

  selector->compounds = g_ptr_array_new_with_free_func (compound_free);
  for (const char *p = text + strspn (text, " \t\r\n\f"); *p != '\0';)
    {
      Compound *compound = selector->compounds->len < MOST_COMPOUNDS ? read_compound (&p, &selector->weight) : NULL;

      if (compound == NULL)
        return NULL;
      g_ptr_array_add (selector->compounds, compound);
      compound->combinator = read_combinator (&p);
      if (compound->combinator == '\0' && *p != '\0')
        return NULL;
    }
  if (selector->compounds->len == 0)
    return NULL;
  selector->key = make_key (g_ptr_array_index (selector->compounds, selector->compounds->len - 1));
  return g_steal_pointer (&selector);
}

void
bb_html_selector_free (BbHtmlSelector *selector)
{
  if (selector == NULL)
    return;
  g_ptr_array_unref (selector->compounds);
  g_free (selector->key);
  g_free (selector);
}

/* ---- matching ---- */

static gboolean
has_word (const char *value,
          const char *word)
{
  gsize length = strlen (word);

  for (const char *p = value; length > 0 && (p = strstr (p, word)) != NULL; p += length)
    if ((p == value || g_ascii_isspace (p[-1])) && (p[length] == '\0' || g_ascii_isspace (p[length])))
      return TRUE;
  return FALSE;
}

static gboolean
attribute_matches (const Attribute    *attribute,
                   const GumboElement *element)
{
  const GumboAttribute *found = gumbo_get_attribute (&element->attributes, attribute->name);

  if (found == NULL)
    return FALSE;
  switch (attribute->operator)
    {
    case '=':
      return g_str_equal (found->value, attribute->value);
    case '~':
      return has_word (found->value, attribute->value);
    case '^':
      return *attribute->value != '\0' && g_str_has_prefix (found->value, attribute->value);
    case '$':
      return *attribute->value != '\0' && g_str_has_suffix (found->value, attribute->value);
    case '*':
      return *attribute->value != '\0' && strstr (found->value, attribute->value) != NULL;
    default:
      return TRUE;
    }
}

static gboolean
compound_matches (const Compound  *compound,
                  const GumboNode *node)
{
  const GumboElement *element = &node->v.element;

  if (compound->name != NULL && !g_str_equal (compound->name, gumbo_normalized_tagname (element->tag)))
    return FALSE;
  for (guint i = 0; i < compound->attributes->len; i++)
    if (!attribute_matches (&g_array_index (compound->attributes, Attribute, i), element))
      return FALSE;
  return TRUE;
}

/* Returns: (nullable): the element around @node, or with @before the one before it beside. */
static const GumboNode *
next_node (const GumboNode *node,
           gboolean         before)
{
  const GumboNode *parent = node->parent;

  if (parent == NULL || parent->type != GUMBO_NODE_ELEMENT)
    return NULL;
  if (!before)
    return parent;
  for (gsize i = node->index_within_parent; i > 0; i--)
    {
      const GumboNode *sibling = parent->v.element.children.data[i - 1];

      if (sibling->type == GUMBO_NODE_ELEMENT)
        return sibling;
    }
  return NULL;
}

/* Whether the compounds before @index fit in with @node, which fits it. */
static gboolean
matches_before (const BbHtmlSelector *selector,
                guint                 index,
                const GumboNode      *node,
                guint                *steps)
{
  const Compound *compound = index > 0 ? g_ptr_array_index (selector->compounds, index - 1) : NULL;
  gboolean before;

  if (compound == NULL)
    return TRUE;
  before = compound->combinator == '+' || compound->combinator == '~';
  for (node = next_node (node, before); node != NULL && *steps > 0; node = next_node (node, before))
    {
      --*steps;
      if (compound_matches (compound, node) && matches_before (selector, index - 1, node, steps))
        return TRUE;
      if (compound->combinator == '>' || compound->combinator == '+')
        return FALSE;
    }
  return FALSE;
}

guint
bb_html_selector_weight (const BbHtmlSelector *selector)
{
  return selector->weight;
}

const char *
bb_html_selector_key (const BbHtmlSelector *selector)
{
  return selector->key;
}

gboolean
bb_html_selector_matches (const BbHtmlSelector *selector,
                          const GumboElement   *element,
                          guint                *steps)
{
  const GumboNode *node = (const GumboNode *) (const void *) ((const char *) element - G_STRUCT_OFFSET (GumboNode, v.element));
  guint last = selector->compounds->len - 1;

  if (*steps == 0)
    return FALSE;
  --*steps;
  return compound_matches (g_ptr_array_index (selector->compounds, last), node) && matches_before (selector, last, node, steps);
}
