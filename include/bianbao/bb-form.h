/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * One edition of the form, read from resources/forms/<id>.xml when the program is built (bb_form_get()) or when it runs
 * (bb_form_parse()), and never changed afterwards. Everything is resolved to indices when it is read; consumers walk arrays. All
 * strings and arrays belong to the BbForm, which lives as long as the program, or until bb_form_free() when it was parsed.
 * A new member of one of these structures also goes into the tables of app/form/compiler/bb-form-code.c and into bb_form_dump().
 */
typedef struct _BbForm BbForm;

/** BB_FORM_ERROR: the error domain of the form parser. Messages begin with `file:line:column: `. */
#define BB_FORM_ERROR (bb_form_error_quark ())
GQuark bb_form_error_quark (void);

/**
 * BbFormError:
 * @BB_FORM_ERROR_SYNTAX: not well-formed XML
 * @BB_FORM_ERROR_UNKNOWN: an element, attribute, kind or severity that is not known
 * @BB_FORM_ERROR_MISSING: a required attribute or element is missing
 * @BB_FORM_ERROR_REFERENCE: an id that is not there, or stands twice
 * @BB_FORM_ERROR_VALUE: a value that can't be: a year that is no number, widths that do not match the columns
 */
typedef enum
{
  BB_FORM_ERROR_SYNTAX,
  BB_FORM_ERROR_UNKNOWN,
  BB_FORM_ERROR_MISSING,
  BB_FORM_ERROR_REFERENCE,
  BB_FORM_ERROR_VALUE
} BbFormError;

/**
 * BbKind: what a cell holds (form.md, "Values").
 * @BB_KIND_COUNT: a whole number ≥ 0
 * @BB_KIND_SIGNED: a whole number that may be negative (本年增/减)
 * @BB_KIND_AMOUNT: a decimal amount ≥ 0
 * @BB_KIND_TEXT: narrative or metadata, never parsed
 */
typedef enum
{
  BB_KIND_COUNT,
  BB_KIND_SIGNED,
  BB_KIND_AMOUNT,
  BB_KIND_TEXT
} BbKind;

typedef enum
{
  BB_SEVERITY_HINT,
  BB_SEVERITY_WARNING,
  BB_SEVERITY_ERROR
} BbSeverity;

/** bb_severity_to_string: "hint", "warning", "error" (contract.md). */
const char *bb_severity_to_string (BbSeverity severity);
/** bb_severity_from_string: @severity: (out). Returns: %FALSE when @name is none. */
gboolean bb_severity_from_string (const char *name, BbSeverity *severity);

/**
 * BbHead: a node of a tree of column heads or row heads, in preorder in its block's array.
 * @id: full id ("deny.1", "review.upheld", "natural"); "" for a group without id
 * @title: official label
 * @aliases: (nullable) (array zero-terminated=1): other labels seen in the wild, as written
 * @parent: index in the same array, -1 at the top
 * @depth: 0 at the top
 * @first_leaf, @n_leaves: the range of leaf numbers below it (a leaf: itself)
 * @is_leaf: whether it has cells of its own
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *const *aliases;
  int parent;
  guint depth;
  guint first_leaf;
  guint n_leaves;
  gboolean is_leaf;
} BbHead;

/**
 * BbBlock: a part of a table with one head: table 2 has four or five (one for each 第二十条第（N）项), tables 3 and 4 have one.
 * @title: (nullable): "第二十条第（一）项"
 * @corner: (nullable): what stands over the row labels ("信息内容")
 * @columns, @rows: trees in preorder; @column_leaves[i], @row_leaves[i]: index of leaf i in them
 * @first_cell: the cell of leaf row r, leaf column c is @first_cell + r * @n_column_leaves + c
 */
typedef struct
{
  guint index;
  guint table;
  const char *title;
  const char *corner;
  const BbHead *columns;
  guint n_columns;
  const BbHead *rows;
  guint n_rows;
  const guint *column_leaves;
  guint n_column_leaves;
  const guint *row_leaves;
  guint n_row_leaves;
  guint first_cell;
  guint n_cells;
} BbBlock;

/**
 * BbSlotRole: what a rectangle of the printed table holds.
 */
typedef enum
{
  BB_SLOT_BLOCK_TITLE,
  BB_SLOT_CORNER,
  BB_SLOT_COLUMN_HEAD,
  BB_SLOT_ROW_HEAD,
  BB_SLOT_CELL
} BbSlotRole;

/**
 * BbSlot: one rectangle of the printed table. Slots come row by row, left to right, and cover each grid
 * place exactly once. Rows and columns count from 0 at the table's top left, heads included.
 * @head: index of the BbHead in the block's columns or rows, -1 for other roles
 * @cell: index of the cell, -1 for other roles
 * @text: the official label, "" for a cell; never %NULL
 */
typedef struct
{
  guint row;
  guint column;
  guint row_span;
  guint column_span;
  BbSlotRole role;
  guint block;
  int head;
  int cell;
  const char *text;
} BbSlot;

/**
 * BbTable:
 * @number: "二", "三", "四" — the section's number, used in names (表三)
 * @section: index of its section
 * @n_head_rows: grid rows at the top that repeat on the next page (0 for table 2)
 * @n_label_columns: grid columns taken by row labels (table 2: 1, table 3: 3, table 4: 0)
 * @widths: @n_grid_columns widths in millimetres that look right on A4 (form.md, "Layout")
 */
typedef struct
{
  guint index;
  const char *id;
  const char *number;
  guint section;
  const BbBlock *blocks;
  guint n_blocks;
  const BbSlot *slots;
  guint n_slots;
  guint n_grid_rows;
  guint n_grid_columns;
  guint n_head_rows;
  guint n_label_columns;
  const double *widths;
  guint first_cell;
  guint n_cells;
} BbTable;

/**
 * BbCell:
 * @id: "t3.new.natural"
 * @name: for people and screen readers: "表三 › 不予公开 › 1.属于国家秘密 › 自然人" (numbering of groups left out)
 * @unit: (nullable): own unit, as bb_number_read() takes it
 * @derived_from: the equation that computes it (its @left is this cell alone), -1 for an input
 * @equations: the equations it takes part in
 */
typedef struct
{
  guint index;
  const char *id;
  const char *name;
  guint table;
  guint block;
  guint row;    /* leaf number in the block */
  guint column; /* leaf number in the block */
  BbKind kind;
  const char *unit;
  int derived_from;
  const guint *equations;
  guint n_equations;
} BbCell;

/**
 * BbTopic: one line of what belongs into a section.
 * @text: as people read it, Chinese (form data)
 * @name: (nullable): its short name, for messages; %NULL where nothing in a text could show that the line was heeded
 * @words: (nullable) (array zero-terminated=1): any of these in the section's text shows that it writes about the topic;
 *   %NULL exactly when @name is
 * @government_only: whether only the report of a whole government has to write about it (form.md, `overview.topics`)
 */
typedef struct
{
  const char *text;
  const char *name;
  const char *const *words;
  gboolean government_only;
} BbTopic;

/**
 * BbSection:
 * @id: "intro", "overview", "proactive", "requests", "disputes", "problems", "other"
 * @number: (nullable): "一"…"六"; %NULL for the introduction
 * @title: official title without number; %NULL for the introduction
 * @aliases: titles accepted on reading
 * @table: index of its table, -1 for a narrative section
 * @guidance: what belongs there, one topic a line, Chinese (form data)
 * @topics: the same lines, one by one
 * @limit: the guide for its length in characters, 0 for none (overview: 1000)
 */
typedef struct
{
  guint index;
  const char *id;
  const char *number;
  const char *title;
  const char *const *aliases;
  int table;
  const char *guidance;
  const BbTopic *topics;
  guint n_topics;
  guint limit;
} BbSection;

/**
 * BbRuleKind: how a rule is computed. The parser knows each by its name in a static table.
 */
typedef enum
{
  BB_RULE_BALANCE,  /* sum of the left = sum of the right, per column */
  BB_RULE_SUM,      /* left total = sum of the right */
  BB_RULE_VALID,    /* cell.valid */
  BB_RULE_SECTIONS, /* form.sections */
  BB_RULE_YEAR,     /* year.consistent */
  BB_RULE_UNIT,     /* cell.unit */
  BB_RULE_DECIMALS, /* cell.decimals; parameter: most places */
  BB_RULE_PLAIN,    /* cell.plain */
  BB_RULE_MIXED,    /* form.mixed */
  BB_RULE_TEXT_TABLE,    /* text.table */
  BB_RULE_TEXT_UNLINKED, /* text.unlinked */
  BB_RULE_TEXT_LINK,     /* text.link */
  BB_RULE_LENGTH,      /* overview.length */
  BB_RULE_TOPICS,      /* overview.topics */
  BB_RULE_SUBSTANCE,   /* problems.substance, other.written; parameter: characters that are more than a few words; 1: any will do */
  BB_RULE_TYPOGRAPHY,  /* text.typography */
  BB_RULE_FEES_STATED, /* fees.stated */
  BB_RULE_FEES_UNPAID, /* fees.unpaid; cell: what went unanswered because a fee was not paid */
  BB_RULE_FEES_UNIT,   /* fees.unit; cell: all charges of the year */
  BB_RULE_TEXT_PARTS,     /* text.parts */
  BB_RULE_TEXT_ALLCLOSED, /* text.allclosed; cell: what is carried over to the next year */
  BB_RULE_VALID_MADE,     /* valid.made; cell: 现行有效件数 of a row; made and repealed stand before it, in each row of its block */
  BB_RULE_RULES_POWER,      /* rules.power; cell: any of the row of 规章 */
  BB_RULE_CARRY_REQUESTS,   /* carry.requests; cell, from: the first cells of the rows that last year hands to this one */
  BB_RULE_CARRY_VALID,      /* carry.valid; cell: as of valid.made */
  BB_RULE_DISPUTES_PENDING, /* disputes.pending; cell: a total of the table; what is pending stands last among its parts */
  BB_RULE_JUMP,             /* jump; parameter: the least difference */
  BB_RULE_TEXT_YEAR,        /* text.year */
  BB_RULE_TEXT_COPIED,      /* text.copied */
  BB_RULE_PARENT_SUM        /* parent.sum */
} BbRuleKind;

/**
 * BbRule:
 * @parameter: a number for the kinds that take one, else 0
 * @section: index of the section whose text it is about, for the kinds that name one, else -1
 * @cell: index of the cell that it is about, for the kinds that name one, else -1
 * @from: index of the cell of last year's report that it compares with, for the kinds that name one, else -1
 */
typedef struct
{
  guint index;
  const char *id;
  BbRuleKind kind;
  BbSeverity severity;
  int table; /* -1: the whole report */
  int parameter;
  int section;
  int cell;
  int from;
} BbRule;

/**
 * BbEquation: sum of the cells @left = sum of the cells @right, in the order of form.md.
 * @scope: what it is about, for messages: the column or row name ("自然人", "（一）予以公开", "行政复议")
 */
typedef struct
{
  guint index;
  guint rule;
  const guint *left;
  guint n_left;
  const guint *right;
  guint n_right;
  const char *scope;
} BbEquation;

struct _BbForm
{
  const char *id;     /* "2021" */
  const char *notice; /* the notice that sets it */
  int first_year;
  int last_year; /* G_MAXINT for the edition in force */
  const BbSection *sections;
  guint n_sections;
  const BbTable *tables;
  guint n_tables;
  const BbCell *cells;
  guint n_cells;
  const BbRule *rules;
  guint n_rules;
  const BbEquation *equations;
  guint n_equations;
  const guint *derived_order; /* derived cells, parts before totals */
  guint n_derived;
};

/** bb_form_get: Returns: (nullable): the built-in edition @id. */
const BbForm *bb_form_get (const char *id);

/** bb_form_for_year: the edition of a *report* year (not of publication). Years before the first edition get the first, later ones the newest (form.md: open-ended). */
const BbForm *bb_form_for_year (int year);

/** bb_form_list: (array zero-terminated=1): all built-in editions, oldest first. */
const BbForm *const *bb_form_list (void);

/**
 * bb_form_parse:
 * @name: for messages
 *
 * Returns: (transfer full): the edition defined by @xml, or %NULL with a %BB_FORM_ERROR whose message has file, line and column.
 */
BbForm *bb_form_parse (const char *xml, gssize length, const char *name, GError **error);
void bb_form_free (BbForm *form);

/** bb_form_find_cell: Returns: index of the cell with @id, or -1. A hash look-up: for readers of files and arguments, not for loops. */
int bb_form_find_cell (const BbForm *form, const char *id);
/** bb_form_find_section: as bb_form_find_cell(), for a section id. */
int bb_form_find_section (const BbForm *form, const char *id);
/** bb_form_find_rule: as bb_form_find_cell(), for a rule id. */
int bb_form_find_rule (const BbForm *form, const char *id);

/** bb_form_cell_section: Returns: the section whose table holds @cell. */
const BbSection *bb_form_cell_section (const BbForm *form, guint cell);

/** bb_form_row_head: Returns: the leaf row head of @cell; never %NULL (table 4's has an empty title). */
const BbHead *bb_form_row_head (const BbForm *form, guint cell);
/** bb_form_column_head: Returns: the leaf column head of @cell. */
const BbHead *bb_form_column_head (const BbForm *form, guint cell);

/** bb_form_dump: Returns: (transfer full): the whole edition as text, stable, for the golden files in tests/data/forms. */
char *bb_form_dump (const BbForm *form);

G_END_DECLS
