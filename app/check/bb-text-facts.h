/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-fees.h"
#include "check/bb-text-claims.h"
#include "check/bb-typography.h"
#include "report/bb-topics.h"

G_BEGIN_DECLS

/** BB_TEXT_FACTS_BREAK: a control character; what is shown of a text is of one line, without it. */
#define BB_TEXT_FACTS_BREAK '\x1f'

/**
 * BbTextFacts: what the rules about texts want to know of one section. Found out once for each text, not for each figure that
 * is typed into a table.
 * @n_characters: as the guide for a section's length counts them
 * @topics: (element-type BbProseTopic): one for each topic of the section; @slips: (element-type BbSlip)
 * @parts: (element-type BbTextClaim): figures whose parts do not make them; @closed: that all is closed, of no length when not said
 * @leading_years: (element-type BbTextClaim): years that a sentence begins with; @whole is the year
 * @shown_slips: each slip with some words around it, BB_TEXT_FACTS_BREAK between them
 */
typedef struct
{
  guint n_characters;
  GArray *topics;
  GArray *slips;
  char *shown_slips;
  BbFee fee;
  GArray *parts;
  BbTextClaim closed;
  GArray *leading_years;
} BbTextFacts;

BbTextFacts *bb_text_facts_new (void);
void bb_text_facts_free (BbTextFacts *self);
void bb_text_facts_find (BbTextFacts *self, const BbSection *section, const char *text);

G_END_DECLS
