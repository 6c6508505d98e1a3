/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The structures of bb-form.h as tables, and one way through them: what an element points to is written before it, under a number
 * of its own, and then the element with all its members by name.
 */
#include "form/compiler/bb-form-code.h"

#include <stddef.h>

#define ARRAY_NAME "form_%s_%u"

/* INTEGER: guint, int, gboolean, an enumeration; STRV: ends in NULL; INLINE: a structure in the structure; LIST: an array beside its length. */
typedef enum
{
  INTEGER,
  REAL,
  STRING,
  STRV,
  INLINE,
  LIST
} Kind;

typedef struct _Struct Struct;

typedef struct
{
  Kind kind;
  const char *name;
  gsize offset;
  const Struct *elements; /* of INLINE and LIST */
  gsize length_offset;    /* of LIST: a guint */
} Member;

/* A type without a name for its one member is no structure, but that member. */
struct _Struct
{
  const char *type;
  gsize size;
  const Member *members;
  guint n_members;
};

#define MEMBER(kind, Type, member) { kind, #member, offsetof (Type, member), NULL, 0 }
#define INLINE_MEMBER(Type, member, elements) { INLINE, #member, offsetof (Type, member), &elements, 0 }
#define LIST_MEMBER(Type, member, length, elements) { LIST, #member, offsetof (Type, member), &elements, offsetof (Type, length) }
#define STRUCT(Type, members) { #Type, sizeof (Type), members, G_N_ELEMENTS (members) }

/* *INDENT-OFF* */
static const Member index_members[] = { { INTEGER, NULL, 0, NULL, 0 } };
static const Struct index_struct = STRUCT (guint, index_members);

static const Member width_members[] = { { REAL, NULL, 0, NULL, 0 } };
static const Struct width_struct = STRUCT (double, width_members);

static const Member head_members[] = {
  MEMBER (STRING, BbHead, id), MEMBER (STRING, BbHead, title), MEMBER (STRV, BbHead, aliases), MEMBER (INTEGER, BbHead, parent),
  MEMBER (INTEGER, BbHead, depth), MEMBER (INTEGER, BbHead, first_leaf), MEMBER (INTEGER, BbHead, n_leaves),
  MEMBER (INTEGER, BbHead, is_leaf),
};
static const Struct head_struct = STRUCT (BbHead, head_members);

static const Member block_members[] = {
  MEMBER (INTEGER, BbBlock, index), MEMBER (INTEGER, BbBlock, table), MEMBER (STRING, BbBlock, title),
  MEMBER (STRING, BbBlock, corner), LIST_MEMBER (BbBlock, columns, n_columns, head_struct), MEMBER (INTEGER, BbBlock, n_columns),
  LIST_MEMBER (BbBlock, rows, n_rows, head_struct), MEMBER (INTEGER, BbBlock, n_rows),
  LIST_MEMBER (BbBlock, column_leaves, n_column_leaves, index_struct), MEMBER (INTEGER, BbBlock, n_column_leaves),
  LIST_MEMBER (BbBlock, row_leaves, n_row_leaves, index_struct), MEMBER (INTEGER, BbBlock, n_row_leaves),
  MEMBER (INTEGER, BbBlock, first_cell), MEMBER (INTEGER, BbBlock, n_cells),
};
static const Struct block_struct = STRUCT (BbBlock, block_members);

static const Member slot_members[] = {
  MEMBER (INTEGER, BbSlot, row), MEMBER (INTEGER, BbSlot, column), MEMBER (INTEGER, BbSlot, row_span),
  MEMBER (INTEGER, BbSlot, column_span), MEMBER (INTEGER, BbSlot, role), MEMBER (INTEGER, BbSlot, block),
  MEMBER (INTEGER, BbSlot, head), MEMBER (INTEGER, BbSlot, cell), MEMBER (STRING, BbSlot, text),
};
static const Struct slot_struct = STRUCT (BbSlot, slot_members);

static const Member table_members[] = {
  MEMBER (INTEGER, BbTable, index), MEMBER (STRING, BbTable, id), MEMBER (STRING, BbTable, number),
  MEMBER (INTEGER, BbTable, section), LIST_MEMBER (BbTable, blocks, n_blocks, block_struct), MEMBER (INTEGER, BbTable, n_blocks),
  LIST_MEMBER (BbTable, slots, n_slots, slot_struct), MEMBER (INTEGER, BbTable, n_slots), MEMBER (INTEGER, BbTable, n_grid_rows),
  MEMBER (INTEGER, BbTable, n_grid_columns), MEMBER (INTEGER, BbTable, n_head_rows), MEMBER (INTEGER, BbTable, n_label_columns),
  LIST_MEMBER (BbTable, widths, n_grid_columns, width_struct), MEMBER (INTEGER, BbTable, first_cell), MEMBER (INTEGER, BbTable, n_cells),
};
static const Struct table_struct = STRUCT (BbTable, table_members);

static const Member cell_members[] = {
  MEMBER (INTEGER, BbCell, index), MEMBER (STRING, BbCell, id), MEMBER (STRING, BbCell, name), MEMBER (INTEGER, BbCell, table),
  MEMBER (INTEGER, BbCell, block), MEMBER (INTEGER, BbCell, row), MEMBER (INTEGER, BbCell, column), MEMBER (INTEGER, BbCell, kind),
  MEMBER (STRING, BbCell, unit), MEMBER (INTEGER, BbCell, derived_from), LIST_MEMBER (BbCell, equations, n_equations, index_struct),
  MEMBER (INTEGER, BbCell, n_equations),
};
static const Struct cell_struct = STRUCT (BbCell, cell_members);

static const Member topic_members[] = {
  MEMBER (STRING, BbTopic, text), MEMBER (STRING, BbTopic, name), MEMBER (STRV, BbTopic, words),
  MEMBER (INTEGER, BbTopic, government_only),
};
static const Struct topic_struct = STRUCT (BbTopic, topic_members);

static const Member section_members[] = {
  MEMBER (INTEGER, BbSection, index), MEMBER (STRING, BbSection, id), MEMBER (STRING, BbSection, number),
  MEMBER (STRING, BbSection, title), MEMBER (STRV, BbSection, aliases), MEMBER (INTEGER, BbSection, table),
  MEMBER (STRING, BbSection, guidance), LIST_MEMBER (BbSection, topics, n_topics, topic_struct), MEMBER (INTEGER, BbSection, n_topics),
  MEMBER (INTEGER, BbSection, limit),
};
static const Struct section_struct = STRUCT (BbSection, section_members);

static const Member rule_members[] = {
  MEMBER (INTEGER, BbRule, index), MEMBER (STRING, BbRule, id), MEMBER (INTEGER, BbRule, kind), MEMBER (INTEGER, BbRule, severity),
  MEMBER (INTEGER, BbRule, table), MEMBER (INTEGER, BbRule, parameter), MEMBER (INTEGER, BbRule, section),
  MEMBER (INTEGER, BbRule, cell), MEMBER (INTEGER, BbRule, from),
};
static const Struct rule_struct = STRUCT (BbRule, rule_members);

static const Member equation_members[] = {
  MEMBER (INTEGER, BbEquation, index), MEMBER (INTEGER, BbEquation, rule), LIST_MEMBER (BbEquation, left, n_left, index_struct),
  MEMBER (INTEGER, BbEquation, n_left), LIST_MEMBER (BbEquation, right, n_right, index_struct), MEMBER (INTEGER, BbEquation, n_right),
  MEMBER (STRING, BbEquation, scope),
};
static const Struct equation_struct = STRUCT (BbEquation, equation_members);

static const Member form_members[] = {
  MEMBER (STRING, BbForm, id), MEMBER (STRING, BbForm, notice), MEMBER (INTEGER, BbForm, first_year), MEMBER (INTEGER, BbForm, last_year),
  LIST_MEMBER (BbForm, sections, n_sections, section_struct), MEMBER (INTEGER, BbForm, n_sections),
  LIST_MEMBER (BbForm, tables, n_tables, table_struct), MEMBER (INTEGER, BbForm, n_tables),
  LIST_MEMBER (BbForm, cells, n_cells, cell_struct), MEMBER (INTEGER, BbForm, n_cells),
  LIST_MEMBER (BbForm, rules, n_rules, rule_struct), MEMBER (INTEGER, BbForm, n_rules),
  LIST_MEMBER (BbForm, equations, n_equations, equation_struct), MEMBER (INTEGER, BbForm, n_equations),
  LIST_MEMBER (BbForm, derived_order, n_derived, index_struct), MEMBER (INTEGER, BbForm, n_derived),
};
static const Struct form_struct = STRUCT (BbForm, form_members);

static const Member id_members[] = { MEMBER (STRING, BbFormId, id), MEMBER (INTEGER, BbFormId, index) };
static const Struct id_struct = STRUCT (BbFormId, id_members);

static const Member ids_members[] = { LIST_MEMBER (BbFormIndex, ids, n_ids, id_struct), MEMBER (INTEGER, BbFormIndex, n_ids) };
static const Struct ids_struct = STRUCT (BbFormIndex, ids_members);

static const Member record_members[] = {
  INLINE_MEMBER (BbFormRecord, form, form_struct), INLINE_MEMBER (BbFormRecord, cells, ids_struct),
  INLINE_MEMBER (BbFormRecord, sections, ids_struct), INLINE_MEMBER (BbFormRecord, rules, ids_struct),
};
static const Struct record_struct = STRUCT (BbFormRecord, record_members);
/* *INDENT-ON* */

static gsize
member_size (const Member *member)
{
  switch (member->kind)
    {
    case INTEGER:
      return sizeof (int);
    case REAL:
      return sizeof (double);
    case INLINE:
      return member->elements->size;
    case STRING:
    case STRV:
    case LIST:
    default:
      return sizeof (gpointer);
    }
}

/* A member that were added to bb-form.h and forgotten here would be zero in every edition: between two members, and behind the last, is
 * no more room than alignment takes. */
static void
check_members (const Struct *type)
{
  gsize end = 0;

  for (guint i = 0; i < type->n_members; i++)
    {
      const Member *member = &type->members[i];
      gsize size = member_size (member);
      gsize alignment = MIN (size, sizeof (gpointer));

      if (member->offset != (end + alignment - 1) / alignment * alignment)
        g_error ("%s has a member before “%s” that is not in the list", type->type, member->name);
      end = member->offset + size;
      if (member->elements != NULL)
        check_members (member->elements);
    }
  if (type->size - end >= sizeof (gpointer))
    g_error ("%s has a member at its end that is not in the list", type->type);
}

/* What is written, and how many arrays have a number. */
typedef struct
{
  GString *text;
  const char *id;
  guint n_arrays;
} Code;

/* A C string; bytes beyond ASCII in octal, so that no compiler's idea of a source's encoding counts. */
static void
append_string (Code *code, const char *string)
{
  if (string == NULL)
    {
      g_string_append (code->text, "NULL");
      return;
    }
  g_string_append_c (code->text, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      if (g_ascii_isprint (*p) && *p != '"' && *p != '\\' && *p != '?')
        g_string_append_c (code->text, *p);
      else
        g_string_append_printf (code->text, "\\%03o", (guint) (guchar) *p);
    }
  g_string_append_c (code->text, '"');
}

/* An array that was written before, by its number; 0 is none. */
static void
append_array (Code *code, guint array)
{
  if (array == 0)
    g_string_append (code->text, "NULL");
  else
    g_string_append_printf (code->text, ARRAY_NAME, code->id, array);
}

/* Returns: the number of the array that begins here. */
static guint
begin_array (Code *code, const char *type)
{
  code->n_arrays++;
  g_string_append_printf (code->text, "static const %s " ARRAY_NAME "[] = { ", type, code->id, code->n_arrays);
  return code->n_arrays;
}

static guint
write_strv (Code *code, const char *const *strings)
{
  guint array;

  if (strings == NULL)
    return 0;
  array = begin_array (code, "char *const");
  for (guint i = 0; strings[i] != NULL; i++)
    {
      append_string (code, strings[i]);
      g_string_append (code->text, ", ");
    }
  g_string_append (code->text, "NULL };\n");
  return array;
}

static guint write_list (Code *code, const Struct *type, const char *elements, guint n_elements);

/* Writes what @element points to, and adds the numbers to @arrays, in the order of the members. */
static void
write_parts (Code *code, const Struct *type, const char *element, GArray *arrays)
{
  for (guint i = 0; i < type->n_members; i++)
    {
      const Member *member = &type->members[i];
      const char *place = element + member->offset;
      guint array;

      if (member->kind == INLINE)
        write_parts (code, member->elements, place, arrays);
      if (member->kind != STRV && member->kind != LIST)
        continue;
      if (member->kind == STRV)
        array = write_strv (code, *(const char *const *const *) place);
      else
        array = write_list (code, member->elements, *(const char *const *) place, *(const guint *) (element + member->length_offset));
      g_array_append_val (arrays, array);
    }
}

static void append_element (Code *code, const Struct *type, const char *element, const guint **arrays);

/* @arrays: (inout): the numbers of the arrays that follow */
static void
append_member (Code *code, const Member *member, const char *place, const guint **arrays)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (member->kind)
    {
    case INTEGER:
      g_string_append_printf (code->text, "%d", *(const int *) place);
      break;
    case REAL:
      g_string_append (code->text, g_ascii_dtostr (number, sizeof number, *(const double *) place));
      break;
    case STRING:
      append_string (code, *(const char *const *) place);
      break;
    case INLINE:
      append_element (code, member->elements, place, arrays);
      break;
    case STRV:
    case LIST:
    default:
      append_array (code, *(*arrays)++);
    }
}

static void
append_element (Code *code, const Struct *type, const char *element, const guint **arrays)
{
  gboolean is_struct = type->members[0].name != NULL;

  if (is_struct)
    g_string_append (code->text, "\n  { ");
  for (guint i = 0; i < type->n_members; i++)
    {
      const Member *member = &type->members[i];

      if (is_struct)
        g_string_append_printf (code->text, ".%s = ", member->name);
      append_member (code, member, element + member->offset, arrays);
      g_string_append (code->text, is_struct ? ", " : "");
    }
  if (is_struct)
    g_string_append (code->text, "}");
}

static guint
write_list (Code *code, const Struct *type, const char *elements, guint n_elements)
{
  g_autoptr (GArray) arrays = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint *next;
  guint array;

  if (n_elements == 0)
    return 0;
  for (guint i = 0; i < n_elements; i++)
    write_parts (code, type, elements + i * type->size, arrays);

  next = (const guint *) (gconstpointer) arrays->data;
  array = begin_array (code, type->type);
  for (guint i = 0; i < n_elements; i++)
    {
      append_element (code, type, elements + i * type->size, &next);
      g_string_append (code->text, ", ");
    }
  g_string_append (code->text, "};\n");
  return array;
}

void
bb_form_code_append (GString *text, const BbFormRecord *record)
{
  Code code = { text, record->form.id, 0 };
  g_autoptr (GArray) arrays = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint *next;

  check_members (&record_struct);
  write_parts (&code, &record_struct, (const char *) record, arrays);
  next = (const guint *) (gconstpointer) arrays->data;
  g_string_append_printf (text, "static const BbFormRecord record_%s =", record->form.id);
  append_element (&code, &record_struct, (const char *) record, &next);
  g_string_append (text, ";\n");
}
