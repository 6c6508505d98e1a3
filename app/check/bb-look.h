/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-run.h"

G_BEGIN_DECLS

/**
 * BbLook: what the rules are shown, taken from the report anew for each run; arrays are kept from run to run. What
 * takes long to find out — the years in a text, which notes are findings of a rule — is kept until it changes.
 */
typedef struct
{
  BbRun run;
  BbSeen *seen;
  gboolean *counts_empty;
  BbYears *years;
  gboolean *years_known;
  GPtrArray *facts;   /* of each section its BbTextFacts; right when its years are known */
  GPtrArray *figures; /* of each section a GArray of BbTextFigure; right when its years are known */
  GPtrArray *judgements; /* of each section a GArray of BbJudgement, of its figures */
  gboolean title_known;
  gboolean notes_known;
  GPtrArray *copied; /* of each section a GArray of BbCopied; right when @last is known */
  gboolean last_known;
  gboolean units_known;
  struct _BbAcceptances *acceptances;
} BbLook;

/** bb_look_init: @self is all zero but for run.report. bb_look_set_form() comes next. */
void bb_look_init (BbLook *self);
void bb_look_clear (BbLook *self);

/** bb_look_set_form: the report is in edition @form now; everything is looked at anew. */
void bb_look_set_form (BbLook *self, const BbForm *form);
/** bb_look_forget_field: the content of @field changed. */
void bb_look_forget_field (BbLook *self, BbField *field);
/** bb_look_forget_notes: notes came or went. */
void bb_look_forget_notes (BbLook *self);

/** bb_look_run: runs all rules; the findings are in order then. */
void bb_look_run (BbLook *self, BbCheckMode mode);

G_END_DECLS
