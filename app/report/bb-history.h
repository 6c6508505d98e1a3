/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/bb-value.h"

#include <bianbao/bb-note.h>

G_BEGIN_DECLS

/*
 * What can be undone: a list of steps, each an array of values before and after. History knows nothing of how a report
 * applies them: the report records while a step is open, and asks for a step to apply on undo and redo.
 *
 * Every state of the report has a number that is never given twice: undo goes back to the number that was, so
 * "modified" is a comparison of two numbers (design.md).
 */
typedef struct _BbHistory BbHistory;

typedef enum
{
  BB_CHANGE_FIELD,
  BB_CHANGE_FORM,
  BB_CHANGE_NOTE
} BbChangeKind;

/** BbNoteState: a note that is not in the report, or is there. */
typedef enum
{
  BB_NOTE_ABSENT,
  BB_NOTE_LISTED,
  BB_NOTE_DISMISSED
} BbNoteState;

/**
 * BbChange:
 * @explicit: somebody set this field, it did not merely follow its parts
 */
typedef struct
{
  BbChangeKind kind;
  BbField *field;
  BbValue *before;
  BbValue *after;
  gboolean explicit;
  const BbForm *form_before;
  const BbForm *form_after;
  BbNote *note;
  BbNoteState note_before;
  BbNoteState note_after;
} BbChange;

/** BbStep: @changes: (element-type BbChange): in the order in which they were first made, at most one for a field, a note, the form. */
typedef struct
{
  GPtrArray *changes;
  char *label;
  guint64 number_before;
  guint64 number_after;
  BbField *typed_into; /* the next edit of this field with @typed_origin joins the step; %NULL for none */
  BbOrigin typed_origin;
} BbStep;

BbHistory *bb_history_new (void);
void bb_history_free (BbHistory *self);

/** bb_history_open: opens a step of its own. @label: (nullable). No step may be open. */
void bb_history_open (BbHistory *self, const char *label);
/** bb_history_open_typing: opens the last step again when that was typing into @field with @origin and no barrier stands behind it, else a step of its own. */
void bb_history_open_typing (BbHistory *self, BbField *field, BbOrigin origin);
/** bb_history_label: names the open step unless it has a name. */
void bb_history_label (BbHistory *self, const char *label);
/** bb_history_close: ends the open step; changes that cancel out vanish, and the step with them when none is left. */
void bb_history_close (BbHistory *self);

/** bb_history_record_field: Returns: (transfer none): the change of @field in the open step. */
BbChange *bb_history_record_field (BbHistory *self, BbField *field, BbValue *before, BbValue *after);
void bb_history_record_form (BbHistory *self, const BbForm *before, const BbForm *after);
void bb_history_record_note (BbHistory *self, BbNote *note, BbNoteState before, BbNoteState after);

/** bb_history_find: Returns: (nullable): the change of @field in the open step, when one is open. */
BbChange *bb_history_find (BbHistory *self, BbField *field);

/** bb_history_barrier: the next edit joins no step. */
void bb_history_barrier (BbHistory *self);
/** bb_history_forget: drops all steps; the state number stays. */
void bb_history_forget (BbHistory *self);

/** bb_history_peek_undo: Returns: (nullable) (transfer none): the step that undo would take back. */
const BbStep *bb_history_peek_undo (BbHistory *self);
const BbStep *bb_history_peek_redo (BbHistory *self);
/** bb_history_undo: moves back over a step. Returns: (transfer none): it, for the report to apply; valid until the next step is opened. */
const BbStep *bb_history_undo (BbHistory *self);
const BbStep *bb_history_redo (BbHistory *self);

guint64 bb_history_get_number (BbHistory *self);
gboolean bb_history_get_modified (BbHistory *self);
/** bb_history_set_saved: @saved: the present state is the saved one, or no state is. */
void bb_history_set_saved (BbHistory *self, gboolean saved);

G_END_DECLS
