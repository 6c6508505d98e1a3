/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-docx-numbers.h"

#include "import/bb-xml.h"

#define LEVELS 9

/* Styles are based on one another; a chain is this long at most, or a circle. */
#define LONGEST_CHAIN 16

#define LARGEST_COUNT 100000

/* @format, @text: as the part says: "chineseCounting", "%1、". */
typedef struct
{
  char *format;
  char *text;
  guint start;
} Level;

/* A definition of a list; @counts is shared by all lists that use it. */
typedef struct
{
  Level levels[LEVELS];
  guint counts[LEVELS];
  gboolean begun[LEVELS];
} Definition;

typedef struct
{
  char *based_on;
  guint list;
  guint level;
} Style;

/* @definitions: by number; @lists: list → number of its definition, plus one; @styles: by id. */
struct _BbDocxNumbers
{
  GHashTable *definitions;
  GHashTable *lists;
  GHashTable *styles;

  /* While a part is read */
  Definition *definition;
  Level *level;
  guint list;
  Style *style;
};

static void
definition_free (gpointer data)
{
  Definition *definition = data;

  for (guint i = 0; i < LEVELS; i++)
    {
      g_free (definition->levels[i].format);
      g_free (definition->levels[i].text);
    }
  g_free (definition);
}

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->based_on);
  g_free (style);
}

static guint
get_value (const BbXmlElement *element)
{
  return bb_xml_attribute_uint (element, "val", LARGEST_COUNT, BB_DOCX_NO_NUMBER);
}

static void
set_text (char               **target,
          const BbXmlElement  *element)
{
  g_free (*target);
  *target = g_strdup (bb_xml_attribute (element, "val"));
}

/* ---- numbering.xml ---- */

static void
begin_definition (BbDocxNumbers      *self,
                  const BbXmlElement *element)
{
  guint id = bb_xml_attribute_uint (element, "abstractNumId", LARGEST_COUNT, 0);

  self->definition = g_new0 (Definition, 1);
  self->level = NULL;
  g_hash_table_replace (self->definitions, GUINT_TO_POINTER (id), self->definition);
}

static void
begin_level (BbDocxNumbers      *self,
             const BbXmlElement *element)
{
  guint index = bb_xml_attribute_uint (element, "ilvl", LEVELS - 1, 0);

  self->level = self->definition != NULL ? &self->definition->levels[index] : NULL;
  if (self->level != NULL)
    self->level->start = 1;
}

static void
numbering_start_cb (const BbXmlElement *element,
                    gpointer            data)
{
  BbDocxNumbers *self = data;

  if (element->space != BB_XML_WORD)
    return;
  if (g_str_equal (element->name, "abstractNum"))
    begin_definition (self, element);
  else if (g_str_equal (element->name, "num"))
    {
      self->definition = NULL;
      self->level = NULL;
      self->list = bb_xml_attribute_uint (element, "numId", LARGEST_COUNT, BB_DOCX_NO_NUMBER);
    }
  else if (g_str_equal (element->name, "abstractNumId") && self->list != BB_DOCX_NO_NUMBER)
    g_hash_table_insert (self->lists, GUINT_TO_POINTER (self->list), GUINT_TO_POINTER (get_value (element) + 1));
  else if (g_str_equal (element->name, "lvl"))
    begin_level (self, element);
  else if (self->level == NULL)
    return;
  else if (g_str_equal (element->name, "numFmt"))
    set_text (&self->level->format, element);
  else if (g_str_equal (element->name, "lvlText"))
    set_text (&self->level->text, element);
  else if (g_str_equal (element->name, "start"))
    self->level->start = bb_xml_attribute_uint (element, "val", LARGEST_COUNT, 1);
}

/* ---- styles.xml ---- */

static void
styles_start_cb (const BbXmlElement *element,
                 gpointer            data)
{
  BbDocxNumbers *self = data;
  const char *id;

  if (element->space != BB_XML_WORD)
    return;
  if (g_str_equal (element->name, "style") && (id = bb_xml_attribute (element, "styleId")) != NULL)
    {
      self->style = g_new0 (Style, 1);
      self->style->list = self->style->level = BB_DOCX_NO_NUMBER;
      g_hash_table_replace (self->styles, g_strdup (id), self->style);
    }
  else if (self->style == NULL)
    return;
  else if (g_str_equal (element->name, "basedOn"))
    set_text (&self->style->based_on, element);
  else if (g_str_equal (element->name, "numId"))
    self->style->list = get_value (element);
  else if (g_str_equal (element->name, "ilvl"))
    self->style->level = get_value (element);
}

static void
end_cb (const BbXmlElement *element,
        gpointer            data)
{
  BbDocxNumbers *self = data;

  if (element->space == BB_XML_WORD && g_str_equal (element->name, "style"))
    self->style = NULL;
}

/* ---- writing a number ---- */

static void
append_chinese (GString *text,
                guint    number)
{
  static const char *const digits[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  if (number >= 100)
    {
      g_string_append_printf (text, "%u", number);
      return;
    }
  if (number >= 20)
    g_string_append (text, digits[number / 10]);
  if (number >= 10)
    g_string_append (text, "十");
  if (number % 10 != 0 || number == 0)
    g_string_append (text, digits[number % 10]);
}

static void
append_letter (GString *text,
               guint    number,
               char     first)
{
  for (guint i = 0; i <= (number - 1) / 26; i++)
    g_string_append_c (text, (char) (first + (char) ((number - 1) % 26)));
}

static void
append_number (GString    *text,
               const char *format,
               guint       number)
{
  if (g_str_has_prefix (format, "chinese") || g_str_has_prefix (format, "japanese") || g_str_has_prefix (format, "ideographDigital") ||
      g_str_has_prefix (format, "taiwanese"))
    append_chinese (text, number);
  else if (g_str_has_prefix (format, "decimalEnclosedCircle") && number >= 1 && number <= 20)
    g_string_append_unichar (text, 0x2460 + number - 1);
  else if ((g_str_equal (format, "lowerLetter") || g_str_equal (format, "upperLetter")) && number >= 1 && number <= 260)
    append_letter (text, number, *format == 'l' ? 'a' : 'A');
  else
    g_string_append_printf (text, "%u", number);
}

static char *
write_level (const Definition *definition,
             guint             level)
{
  const Level *shape = &definition->levels[level];
  GString *text = g_string_new (NULL);

  if (shape->text == NULL || g_strcmp0 (shape->format, "bullet") == 0 || g_strcmp0 (shape->format, "none") == 0)
    return g_string_free (text, FALSE);
  for (const char *p = shape->text; *p != '\0'; p++)
    if (*p == '%' && p[1] >= '1' && p[1] <= '9')
      {
        guint which = (guint) (*++p - '1');

        append_number (text, definition->levels[which].format != NULL ? definition->levels[which].format : "decimal", definition->counts[which]);
      }
    else
      g_string_append_c (text, *p);
  return g_string_free (text, FALSE);
}

/* ---- counting ---- */

/* What the paragraph does not say itself its style says, or the style which that is based on. */
static void
ask_style (BbDocxNumbers *self,
           const char    *id,
           guint         *list,
           guint         *level)
{
  for (guint i = 0; i < LONGEST_CHAIN && id != NULL && *list == BB_DOCX_NO_NUMBER; i++)
    {
      const Style *style = g_hash_table_lookup (self->styles, id);

      if (style == NULL)
        return;
      *list = style->list;
      if (*level == BB_DOCX_NO_NUMBER)
        *level = style->level;
      id = style->based_on;
    }
}

static void
count (Definition *definition,
       guint       level)
{
  for (guint i = 0; i <= level; i++)
    if (!definition->begun[i])
      {
        definition->counts[i] = definition->levels[i].start;
        definition->begun[i] = TRUE;
      }
    else if (i == level && definition->counts[i] < LARGEST_COUNT)
      definition->counts[i]++;
  for (guint i = level + 1; i < LEVELS; i++)
    definition->begun[i] = FALSE;
}

char *
bb_docx_numbers_next (BbDocxNumbers *self,
                      const char    *style,
                      guint          list,
                      guint          level)
{
  guint number;
  Definition *definition;

  ask_style (self, style, &list, &level);
  if (list == BB_DOCX_NO_NUMBER || list == 0)
    return g_strdup ("");
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->lists, GUINT_TO_POINTER (list)));
  definition = number > 0 ? g_hash_table_lookup (self->definitions, GUINT_TO_POINTER (number - 1)) : NULL;
  if (definition == NULL)
    return g_strdup ("");
  level = level == BB_DOCX_NO_NUMBER ? 0 : MIN (level, LEVELS - 1);
  count (definition, level);
  return write_level (definition, level);
}

BbDocxNumbers *
bb_docx_numbers_new (GBytes *numbering,
                     GBytes *styles)
{
  static const BbXmlHandler numbering_handler = { numbering_start_cb, end_cb, NULL };
  static const BbXmlHandler styles_handler = { styles_start_cb, end_cb, NULL };
  BbDocxNumbers *self = g_new0 (BbDocxNumbers, 1);

  self->definitions = g_hash_table_new_full (NULL, NULL, NULL, definition_free);
  self->lists = g_hash_table_new (NULL, NULL);
  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  self->list = BB_DOCX_NO_NUMBER;
  if (numbering != NULL)
    bb_xml_parse (numbering, &numbering_handler, self, NULL, NULL, NULL);
  if (styles != NULL)
    bb_xml_parse (styles, &styles_handler, self, NULL, NULL, NULL);
  return self;
}

void
bb_docx_numbers_free (BbDocxNumbers *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->definitions);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->styles);
  g_free (self);
}
