/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-form.h>
#include <bianbao/bb-number.h>
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BbState: what stands in a field. Blank, 0 and `/` are three different things.
 * @BB_STATE_NUMBER: a number
 * @BB_STATE_BLANK: an empty cell (or empty text)
 * @BB_STATE_TEXT: something that is no number; for narrative and metadata, the normal state
 * @BB_STATE_MISSING: a file was read and had no such cell or section
 */
typedef enum
{
  BB_STATE_NUMBER,
  BB_STATE_BLANK,
  BB_STATE_TEXT,
  BB_STATE_MISSING
} BbState;

/**
 * BbOrigin: where a field's content came from.
 * @BB_ORIGIN_TYPED: typed, pasted or set by a fix
 * @BB_ORIGIN_READ: stood so in a file
 * @BB_ORIGIN_DERIVED: a total that the program computes
 * @BB_ORIGIN_DEDUCED: filled in because only this value fits the relations
 */
typedef enum
{
  BB_ORIGIN_TYPED,
  BB_ORIGIN_READ,
  BB_ORIGIN_DERIVED,
  BB_ORIGIN_DEDUCED
} BbOrigin;

/** bb_state_to_string: "number", "blank", "text", "missing" (contract.md). */
const char *bb_state_to_string (BbState state);
/** bb_origin_to_string: "typed", "read", "derived", "deduced" (contract.md). */
const char *bb_origin_to_string (BbOrigin origin);
/** bb_origin_from_string: Returns: %FALSE when @text is none. */
gboolean bb_origin_from_string (const char *text, BbOrigin *origin);

/**
 * BbLink: a figure in the text of a section that follows a cell.
 * @start, @length: in characters of the text
 * @cell: id of the cell
 */
typedef struct
{
  guint start;
  guint length;
  char *cell;
} BbLink;

/**
 * BbContent: everything about a field that an edit changes; what history stores.
 * @text: raw text, verbatim, never %NULL ("" is blank)
 * @origin: where it came from
 * @missing: no such place in the file that was read (only with an empty @text)
 * @source: (nullable): where in the file, as people read it ("table 3, line 41"), with the excerpt behind ": "
 * @unit: (nullable): a unit recorded apart from the number (采购总金额)
 * @links: (nullable) (element-type BbLink): figures in the text of a section that follow cells, in their order, apart from one
 *   another. %NULL in an edit: those that stood there stay where the edit leaves their characters alone
 * @remark: (nullable): what a person noted to the field. %NULL in an edit: the one that stood there stays; "" takes it away
 */
typedef struct
{
  char *text;
  BbOrigin origin;
  gboolean missing;
  char *source;
  char *unit;
  GArray *links;
  char *remark;
} BbContent;

#define BB_TYPE_FIELD (bb_field_get_type ())
/**
 * BbField: one field of a report: a cell of a table, the text of a section, or one piece of metadata.
 *
 * Read-only for everybody: only BbReport changes it, through its one door. Properties, all read-only, all notified:
 * `text` (string), `state` (int, a BbState), `origin` (int, a BbOrigin), `source` (string), `unit` (string), `remark` (string),
 * `pinned` (boolean). Of links only BbReport::field-changed tells.
 */
G_DECLARE_FINAL_TYPE (BbField, bb_field, BB, FIELD, GObject)

/** bb_field_get_id: "t3.new.natural", a section id, or "meta.…". */
const char *bb_field_get_id (BbField *self);
/** bb_field_get_name: what people call it, in Chinese for form data: the cell's name, the section's title, or a translated label for metadata. */
const char *bb_field_get_name (BbField *self);
/** bb_field_get_cell: Returns: (nullable): the form's cell, %NULL for sections and metadata. */
const BbCell *bb_field_get_cell (BbField *self);
/** bb_field_get_section: Returns: index of the section whose text it is, -1 for cells and metadata. */
int bb_field_get_section (BbField *self);
const char *bb_field_get_text (BbField *self);
BbState bb_field_get_state (BbField *self);
BbOrigin bb_field_get_origin (BbField *self);
const char *bb_field_get_source (BbField *self);
const char *bb_field_get_unit (BbField *self);
/**
 * bb_field_get_links: (transfer none) (array length=n_links): the figures in a section's text that follow cells, in their order.
 * Each shows its cell's number as of the cell's last change; while the cell holds none, it keeps the last one.
 */
const BbLink *bb_field_get_links (BbField *self, guint *n_links);
/** bb_field_get_remark: (nullable): a person's note to the field. */
const char *bb_field_get_remark (BbField *self);
/** bb_field_get_number: the parsed text of a cell; its value counts only in %BB_STATE_NUMBER. */
const BbNumber *bb_field_get_number (BbField *self);
/** bb_field_get_value: @value: (out). Returns: whether the field is a number. */
gboolean bb_field_get_value (BbField *self, BbDecimal *value);
/** bb_field_is_derived: whether the form says that this is a total. */
gboolean bb_field_is_derived (BbField *self);
/**
 * bb_field_is_pinned: whether a total keeps what was read or typed although it is not the sum of its parts.
 * A total that equals the sum, is blank, or is computed is not pinned and follows its parts.
 */
gboolean bb_field_is_pinned (BbField *self);

G_END_DECLS
