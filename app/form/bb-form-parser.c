/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/bb-form-draft.h"

#include <stdarg.h>
#include <string.h>

typedef enum
{
  ELEMENT_FORM,
  ELEMENT_SECTION,
  ELEMENT_TOPIC,
  ELEMENT_ALIAS,
  ELEMENT_TABLE,
  ELEMENT_BLOCK,
  ELEMENT_COLUMNS,
  ELEMENT_ROWS,
  ELEMENT_GROUP,
  ELEMENT_COLUMN,
  ELEMENT_ROW,
  ELEMENT_RULE,
  N_ELEMENTS
} Element;

#define IN(element) (1u << (element))
/* The parent of the outermost element. */
#define OUTSIDE N_ELEMENTS

typedef struct
{
  BbDraft *draft;
  GMarkupParseContext *context;
  const char *cursor; /* how far the text was counted: */
  const char *end;
  BbDraftPlace here; /* in characters */
  guint byte;        /* the same column in bytes, which is what GMarkup counts */
  BbDraftPlace tag;  /* the last < before the cursor */
  GArray *open;      /* Element */
  BbDraftTable *table;
  BbDraftBlock *block;
  GPtrArray *heads; /* the tree that is being read: columns or rows of @block */
  int parent;       /* the open group in @heads, -1 for none */
  guint depth;
  GString *text;    /* of the open topic or alias, else NULL */
} Parser;

typedef struct
{
  const char **names;
  const char **values;
  BbDraftPlace place;
} Attributes;

typedef gboolean (*StartFunc) (Parser *parser, const Attributes *attributes, GError **error);

/*
 * ElementSpec:
 * @parents: in which elements it may stand
 * @required, @optional: names of attributes, separated by spaces
 */
typedef struct
{
  const char *name;
  guint parents;
  const char *required;
  const char *optional;
  StartFunc start;
} ElementSpec;

static gboolean
word_in_list (const char *list, const char *word)
{
  gsize length = strlen (word);

  for (const char *found = strstr (list, word); found != NULL; found = strstr (found + 1, word))
    {
      gboolean begins = found == list || found[-1] == ' ';
      gboolean ends = found[length] == '\0' || found[length] == ' ';

      if (begins && ends)
        return TRUE;
    }

  return FALSE;
}

static void
count_byte (Parser *parser)
{
  char c = *parser->cursor++;

  if (c == '<')
    parser->tag = parser->here;
  parser->byte++;
  if (c == '\n')
    {
      parser->here = (BbDraftPlace) { parser->here.line + 1, 1 };
      parser->byte = 1;
    }
  else if (parser->cursor == parser->end || ((guchar) *parser->cursor & 0xc0) != 0x80)
    {
      /* Bytes that continue a character do not move on. */
      parser->here.column++;
    }
}

/*
 * Counts on to where GMarkup is. It tells its position in bytes and behind the end of a tag; people look for the beginning
 * of a tag, and for characters. To GMarkup a line break is the first place of the line that follows, so that all lines but
 * the first begin at place 2.
 */
static void
count_on (Parser *parser)
{
  int line, byte;

  g_markup_parse_context_get_position (parser->context, &line, &byte);
  if (line > 1)
    byte--;
  while (parser->cursor < parser->end
         && (parser->here.line < (guint) line || (parser->here.line == (guint) line && (int) parser->byte < byte)))
    count_byte (parser);
}

static gboolean
fail (Parser *parser, const Attributes *attributes, GError **error, BbFormError code, const char *message, const char *word)
{
  return bb_draft_fail (parser->draft->name, attributes->place, error, code, message, word);
}

/* The value of attribute @name, kept as long as the form, NULL when it is not there. */
static const char *
attribute (Parser *parser, const Attributes *attributes, const char *name)
{
  for (guint i = 0; attributes->names[i] != NULL; i++)
    {
      if (g_str_equal (attributes->names[i], name))
        return bb_form_data_string (parser->draft->data, attributes->values[i]);
    }

  return NULL;
}

static gboolean
number_attribute (Parser *parser, const Attributes *attributes, const char *name, int fallback, int *value, GError **error)
{
  const char *text = attribute (parser, attributes, name);
  guint64 number;

  *value = fallback;
  if (text == NULL)
    return TRUE;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL))
    return fail (parser, attributes, error, BB_FORM_ERROR_VALUE, "attribute “%s” is not a number", name);

  *value = (int) number;
  return TRUE;
}

static gboolean
check_required (Parser *parser, const Attributes *attributes, const char *required, GError **error)
{
  g_auto (GStrv) names = g_strsplit (required, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (*names[i] != '\0' && attribute (parser, attributes, names[i]) == NULL)
        return fail (parser, attributes, error, BB_FORM_ERROR_MISSING, "attribute “%s” is missing", names[i]);
    }

  return TRUE;
}

static gboolean
check_attributes (Parser *parser, const ElementSpec *spec, const Attributes *attributes, GError **error)
{
  const char **names = attributes->names;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!word_in_list (spec->required, names[i]) && !word_in_list (spec->optional, names[i]))
        return fail (parser, attributes, error, BB_FORM_ERROR_UNKNOWN, "unknown attribute “%s”", names[i]);

      for (guint j = 0; j < i; j++)
        {
          /* GMarkup lets an attribute stand twice; XML does not. */
          if (g_str_equal (names[i], names[j]))
            return fail (parser, attributes, error, BB_FORM_ERROR_SYNTAX, "attribute “%s” stands twice", names[i]);
        }
    }

  return check_required (parser, attributes, spec->required, error);
}

static void
draft_head_free (gpointer pointer)
{
  BbDraftHead *head = pointer;

  g_ptr_array_unref (head->aliases);
  g_free (head);
}

static void
draft_block_free (gpointer pointer)
{
  BbDraftBlock *block = pointer;

  g_ptr_array_unref (block->columns);
  g_ptr_array_unref (block->rows);
  g_free (block);
}

static void
draft_table_free (gpointer pointer)
{
  BbDraftTable *table = pointer;

  g_ptr_array_unref (table->blocks);
  g_free (table);
}

static void
draft_section_free (gpointer pointer)
{
  BbDraftSection *section = pointer;

  g_ptr_array_unref (section->aliases);
  g_ptr_array_unref (section->topics);
  g_free (section);
}

static gboolean
start_form (Parser *parser, const Attributes *attributes, GError **error)
{
  BbForm *form = &parser->draft->data->record.form;

  parser->draft->place = attributes->place;
  form->id = attribute (parser, attributes, "id");
  form->notice = attribute (parser, attributes, "notice");

  return number_attribute (parser, attributes, "first-year", 0, &form->first_year, error)
         && number_attribute (parser, attributes, "last-year", G_MAXINT, &form->last_year, error);
}

static gboolean
start_section (Parser *parser, const Attributes *attributes, GError **error)
{
  BbDraftSection *section = g_new0 (BbDraftSection, 1);
  int limit;

  section->place = attributes->place;
  section->id = attribute (parser, attributes, "id");
  section->number = attribute (parser, attributes, "number");
  section->title = attribute (parser, attributes, "title");
  section->table = -1;
  section->aliases = g_ptr_array_new ();
  section->topics = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (parser->draft->sections, section);

  if (!number_attribute (parser, attributes, "limit", 0, &limit, error))
    return FALSE;

  section->limit = (guint) limit;
  return TRUE;
}

static gboolean
start_text (Parser *parser, const Attributes *attributes, GError **error)
{
  parser->text = g_string_new (NULL);
  return TRUE;
}

/* A topic whose words are not known can't be told from one that is missing: both or neither. */
static gboolean
start_topic (Parser *parser, const Attributes *attributes, GError **error)
{
  const BbDraftSection *section = g_ptr_array_index (parser->draft->sections, parser->draft->sections->len - 1);
  const char *of = attribute (parser, attributes, "of");
  BbDraftTopic *topic = g_new0 (BbDraftTopic, 1);

  g_ptr_array_add (section->topics, topic);
  topic->place = attributes->place;
  topic->name = attribute (parser, attributes, "name");
  topic->words = attribute (parser, attributes, "words");
  topic->government_only = of != NULL;
  if ((topic->name == NULL) != (topic->words == NULL || topic->words[strspn (topic->words, " \n")] == '\0'))
    return fail (parser, attributes, error, BB_FORM_ERROR_MISSING, "a topic has both a name and words, or neither: “%s”",
                 attribute (parser, attributes, topic->name != NULL ? "name" : "words"));
  if (of != NULL && !g_str_equal (of, "government"))
    return fail (parser, attributes, error, BB_FORM_ERROR_UNKNOWN, "of “%s” is not government", of);

  return start_text (parser, attributes, error);
}

static gboolean
start_table (Parser *parser, const Attributes *attributes, GError **error)
{
  GPtrArray *sections = parser->draft->sections;
  BbDraftSection *section = g_ptr_array_index (sections, sections->len - 1);
  BbDraftTable *table;

  if (section->table >= 0)
    return fail (parser, attributes, error, BB_FORM_ERROR_REFERENCE, "section “%s” has two tables", section->id);
  if (section->number == NULL)
    return fail (parser, attributes, error, BB_FORM_ERROR_MISSING, "section “%s” has a table, but no number", section->id);

  table = g_new0 (BbDraftTable, 1);
  table->place = attributes->place;
  table->id = attribute (parser, attributes, "id");
  table->widths = attribute (parser, attributes, "widths");
  table->section = sections->len - 1;
  table->blocks = g_ptr_array_new_with_free_func (draft_block_free);
  section->table = (int) parser->draft->tables->len;
  g_ptr_array_add (parser->draft->tables, table);
  parser->table = table;
  return TRUE;
}

static gboolean
start_block (Parser *parser, const Attributes *attributes, GError **error)
{
  BbDraftBlock *block = g_new0 (BbDraftBlock, 1);

  block->place = attributes->place;
  block->title = attribute (parser, attributes, "title");
  block->corner = attribute (parser, attributes, "corner");
  block->columns = g_ptr_array_new_with_free_func (draft_head_free);
  block->rows = g_ptr_array_new_with_free_func (draft_head_free);
  g_ptr_array_add (parser->table->blocks, block);
  parser->block = block;
  return TRUE;
}

static gboolean
start_tree (Parser *parser, const Attributes *attributes, GPtrArray *heads, const char *name, GError **error)
{
  if (heads->len > 0)
    return fail (parser, attributes, error, BB_FORM_ERROR_REFERENCE, "element <%s> stands twice", name);

  parser->heads = heads;
  parser->parent = -1;
  parser->depth = 0;
  return TRUE;
}

static gboolean
start_columns (Parser *parser, const Attributes *attributes, GError **error)
{
  return start_tree (parser, attributes, parser->block->columns, "columns", error);
}

static gboolean
start_rows (Parser *parser, const Attributes *attributes, GError **error)
{
  return start_tree (parser, attributes, parser->block->rows, "rows", error);
}

static BbDraftHead *
add_head (Parser *parser, const Attributes *attributes)
{
  BbDraftHead *head = g_new0 (BbDraftHead, 1);

  head->place = attributes->place;
  head->id = attribute (parser, attributes, "id");
  head->title = attribute (parser, attributes, "title");
  head->spoken = attribute (parser, attributes, "spoken");
  head->unit = attribute (parser, attributes, "unit");
  head->parent = parser->parent;
  head->depth = parser->depth;
  head->aliases = g_ptr_array_new ();
  if (head->id == NULL)
    head->id = "";
  if (head->spoken == NULL)
    head->spoken = head->title;
  g_ptr_array_add (parser->heads, head);
  return head;
}

static gboolean
start_group (Parser *parser, const Attributes *attributes, GError **error)
{
  add_head (parser, attributes);
  parser->parent = (int) parser->heads->len - 1;
  parser->depth++;
  return TRUE;
}

static gboolean
start_leaf (Parser *parser, const Attributes *attributes, GError **error)
{
  BbDraftHead *head = add_head (parser, attributes);
  const char *kind = attribute (parser, attributes, "kind");
  const char *derive = attribute (parser, attributes, "derive");

  head->is_leaf = TRUE;
  if (kind != NULL && !bb_kind_from_string (kind, &head->kind))
    return fail (parser, attributes, error, BB_FORM_ERROR_UNKNOWN, "unknown kind of cell “%s”", kind);
  if (derive != NULL && !g_str_equal (derive, "sum"))
    return fail (parser, attributes, error, BB_FORM_ERROR_UNKNOWN, "unknown way to derive “%s”", derive);

  head->derived = derive != NULL;
  return TRUE;
}

static gboolean
check_rule_attributes (Parser *parser, const BbRuleSpec *spec, const Attributes *attributes, GError **error)
{
  static const char *const common = "id kind severity";

  for (guint i = 0; attributes->names[i] != NULL; i++)
    {
      const char *name = attributes->names[i];

      if (!word_in_list (common, name) && !word_in_list (spec->attributes, name))
        return fail (parser, attributes, error, BB_FORM_ERROR_UNKNOWN, "this kind of rule has no attribute “%s”", name);
    }

  return check_required (parser, attributes, spec->attributes, error);
}

static gboolean
start_rule (Parser *parser, const Attributes *attributes, GError **error)
{
  const char *kind = attribute (parser, attributes, "kind");
  const char *severity = attribute (parser, attributes, "severity");
  const char *each = attribute (parser, attributes, "each");
  const BbRuleSpec *spec = bb_rule_spec_find (kind);
  BbDraftRule *rule;

  if (spec == NULL || spec->in_table != (parser->table != NULL))
    return fail (parser, attributes, error, BB_FORM_ERROR_UNKNOWN, "no kind of rule that may stand here: “%s”", kind);
  if (!check_rule_attributes (parser, spec, attributes, error))
    return FALSE;
  if (each != NULL && !g_str_equal (each, "row") && !g_str_equal (each, "column"))
    return fail (parser, attributes, error, BB_FORM_ERROR_UNKNOWN, "each “%s” is neither row nor column", each);

  rule = g_new0 (BbDraftRule, 1);
  g_ptr_array_add (parser->draft->rules, rule);
  rule->place = attributes->place;
  rule->id = attribute (parser, attributes, "id");
  rule->spec = spec;
  rule->table = parser->table != NULL ? (int) parser->draft->tables->len - 1 : -1;
  rule->each_row = each != NULL && g_str_equal (each, "row");
  rule->plus = attribute (parser, attributes, "plus");
  rule->minus = attribute (parser, attributes, "minus");
  rule->section = attribute (parser, attributes, "section");
  rule->cell = attribute (parser, attributes, "cell");
  rule->from = attribute (parser, attributes, "from");
  if (!bb_severity_from_string (severity, &rule->severity))
    return fail (parser, attributes, error, BB_FORM_ERROR_UNKNOWN, "unknown severity “%s”", severity);

  return number_attribute (parser, attributes, "parameter", 0, &rule->parameter, error);
}

/* *INDENT-OFF* */
static const ElementSpec element_specs[N_ELEMENTS] = {
  [ELEMENT_FORM]    = { "form",    IN (OUTSIDE), "id notice first-year", "last-year", start_form },
  [ELEMENT_SECTION] = { "section", IN (ELEMENT_FORM), "id", "number title limit", start_section },
  [ELEMENT_TOPIC]   = { "topic",   IN (ELEMENT_SECTION), "", "name words of", start_topic },
  [ELEMENT_ALIAS]   = { "alias",   IN (ELEMENT_SECTION) | IN (ELEMENT_GROUP) | IN (ELEMENT_COLUMN) | IN (ELEMENT_ROW),
                        "", "", start_text },
  [ELEMENT_TABLE]   = { "table",   IN (ELEMENT_SECTION), "id widths", "", start_table },
  [ELEMENT_BLOCK]   = { "block",   IN (ELEMENT_TABLE), "", "title corner", start_block },
  [ELEMENT_COLUMNS] = { "columns", IN (ELEMENT_BLOCK), "", "", start_columns },
  [ELEMENT_ROWS]    = { "rows",    IN (ELEMENT_BLOCK), "", "", start_rows },
  [ELEMENT_GROUP]   = { "group",   IN (ELEMENT_COLUMNS) | IN (ELEMENT_ROWS) | IN (ELEMENT_GROUP),
                        "title", "id spoken", start_group },
  [ELEMENT_COLUMN]  = { "column",  IN (ELEMENT_COLUMNS) | IN (ELEMENT_GROUP),
                        "id title kind", "unit derive spoken", start_leaf },
  [ELEMENT_ROW]     = { "row",     IN (ELEMENT_ROWS) | IN (ELEMENT_GROUP), "id title", "derive spoken", start_leaf },
  [ELEMENT_RULE]    = { "rule",    IN (ELEMENT_FORM) | IN (ELEMENT_TABLE), "id kind severity",
                        "each plus minus parameter section cell from", start_rule },
};
/* *INDENT-ON* */

static const ElementSpec *
find_element (Parser *parser, const char *name, Element *element)
{
  for (guint i = 0; i < N_ELEMENTS; i++)
    {
      if (g_str_equal (element_specs[i].name, name))
        {
          *element = (Element) i;
          return &element_specs[i];
        }
    }

  return NULL;
}

/* Whether @element may stand here; a group is open to both kinds of leaves, so the tree it is in decides. */
static gboolean
may_stand_here (Parser *parser, Element element)
{
  guint n_open = parser->open->len;
  guint parent = n_open > 0 ? g_array_index (parser->open, Element, n_open - 1) : OUTSIDE;

  if ((element_specs[element].parents & IN (parent)) == 0)
    return FALSE;
  if (element == ELEMENT_COLUMN)
    return parser->heads == parser->block->columns;
  if (element == ELEMENT_ROW)
    return parser->heads == parser->block->rows;

  return TRUE;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  Parser *parser = user_data;
  Attributes attributes = { names, values };
  const ElementSpec *spec;
  Element element;

  count_on (parser);
  attributes.place = parser->tag;
  spec = find_element (parser, name, &element);
  if (spec == NULL)
    fail (parser, &attributes, error, BB_FORM_ERROR_UNKNOWN, "unknown element <%s>", name);
  else if (!may_stand_here (parser, element))
    fail (parser, &attributes, error, BB_FORM_ERROR_UNKNOWN, "element <%s> may not stand here", name);
  else if (check_attributes (parser, spec, &attributes, error) && spec->start (parser, &attributes, error))
    g_array_append_val (parser->open, element);
}

/* Whose alias it is that stands in the innermost open element. */
static GPtrArray *
aliases_of_open (Parser *parser, BbDraftSection *section)
{
  Element parent = g_array_index (parser->open, Element, parser->open->len - 1);
  const BbDraftHead *head;

  if (parent == ELEMENT_SECTION)
    return section->aliases;

  head = g_ptr_array_index (parser->heads, parent == ELEMENT_GROUP ? parser->parent : (int) parser->heads->len - 1);
  return head->aliases;
}

/* The text of a topic or alias, trimmed, goes where it belongs. */
static void
finish_text (Parser *parser, Element element)
{
  GPtrArray *sections = parser->draft->sections;
  BbDraftSection *section = g_ptr_array_index (sections, sections->len - 1);
  g_autofree char *text = g_strstrip (g_string_free (g_steal_pointer (&parser->text), FALSE));

  if (element == ELEMENT_ALIAS)
    {
      g_ptr_array_add (aliases_of_open (parser, section), (gpointer) bb_form_data_string (parser->draft->data, text));
    }
  else
    {
      BbDraftTopic *topic = g_ptr_array_index (section->topics, section->topics->len - 1);

      topic->text = bb_form_data_string (parser->draft->data, text);
    }
}

static void
finish_group (Parser *parser)
{
  const BbDraftHead *group = g_ptr_array_index (parser->heads, parser->parent);

  parser->parent = group->parent;
  parser->depth--;
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Parser *parser = user_data;
  Element element = g_array_index (parser->open, Element, parser->open->len - 1);

  count_on (parser);
  g_array_set_size (parser->open, parser->open->len - 1);
  if (parser->text != NULL)
    finish_text (parser, element);
  else if (element == ELEMENT_GROUP)
    finish_group (parser);
  else if (element == ELEMENT_TABLE)
    parser->table = NULL;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Parser *parser = user_data;
  BbDraftPlace before;

  if (parser->text != NULL)
    {
      g_string_append_len (parser->text, text, (gssize) length);
      return;
    }

  while (parser->cursor < parser->end && g_ascii_isspace (*parser->cursor))
    count_byte (parser);
  before = parser->here;
  if (length > strspn (text, " \t\r\n"))
    bb_draft_fail (parser->draft->name, before, error, BB_FORM_ERROR_UNKNOWN, "text may not stand here");
}

/* GMarkup's own errors begin with the place in the words of its translation; ours begins with file, line and column. */
static void
set_syntax_error (Parser *parser, const GError *found, GError **error)
{
  const char *message = strstr (found->message, ": ");

  count_on (parser);
  bb_draft_fail (parser->draft->name, parser->here, error, BB_FORM_ERROR_SYNTAX, "%s",
                 message != NULL ? message + 2 : found->message);
}

gboolean
bb_draft_fail (const char *name, BbDraftPlace place, GError **error, BbFormError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, BB_FORM_ERROR, (int) code, "%s:%u:%u: %s", name, place.line, place.column, message);
  return FALSE;
}

BbDraft *
bb_draft_parse (BbFormData *data, const char *xml, gssize length, const char *name, GError **error)
{
  static const GMarkupParser markup = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr (BbDraft) draft = g_new0 (BbDraft, 1);
  Parser parser = { .draft = draft, .parent = -1 };
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Element));
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&markup, 0, &parser, NULL);
  g_autoptr (GError) local_error = NULL;

  draft->name = name;
  draft->data = data;
  draft->sections = g_ptr_array_new_with_free_func (draft_section_free);
  draft->tables = g_ptr_array_new_with_free_func (draft_table_free);
  draft->rules = g_ptr_array_new_with_free_func (g_free);
  parser.context = context;
  parser.cursor = xml;
  parser.end = xml + (length < 0 ? (gssize) strlen (xml) : length);
  parser.here = (BbDraftPlace) { 1, 1 };
  parser.byte = 1;
  parser.open = open;

  g_markup_parse_context_parse (context, xml, length, &local_error);
  if (local_error == NULL)
    g_markup_parse_context_end_parse (context, &local_error);
  if (parser.text != NULL)
    g_string_free (parser.text, TRUE);
  if (local_error == NULL)
    return g_steal_pointer (&draft);

  if (local_error->domain == BB_FORM_ERROR)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    set_syntax_error (&parser, local_error, error);
  return NULL;
}

void
bb_draft_free (BbDraft *draft)
{
  g_ptr_array_unref (draft->sections);
  g_ptr_array_unref (draft->tables);
  g_ptr_array_unref (draft->rules);
  g_free (draft);
}
