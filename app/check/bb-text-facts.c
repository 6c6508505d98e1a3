/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-text-facts.h"

#include "util/bb-word-border.h"

#include <bianbao/bb-text.h>

/* Characters shown on both sides of a slip, and the rest of a number or word that would be cut there. */
#define BESIDE 4

BbTextFacts *
bb_text_facts_new (void)
{
  BbTextFacts *self = g_new0 (BbTextFacts, 1);

  self->slips = g_array_new (FALSE, FALSE, sizeof (BbSlip));
  self->parts = g_array_new (FALSE, FALSE, sizeof (BbTextClaim));
  self->leading_years = g_array_new (FALSE, FALSE, sizeof (BbTextClaim));
  return self;
}

void
bb_text_facts_free (BbTextFacts *self)
{
  g_clear_pointer (&self->topics, g_array_unref);
  g_array_unref (self->slips);
  g_array_unref (self->parts);
  g_array_unref (self->leading_years);
  g_free (self->shown_slips);
  g_free (self);
}

static gboolean
ends_words (char c)
{
  return c == '\0' || c == '\n' || c == BB_TEXT_FACTS_BREAK;
}

/* @from: a place at or before the slip, @offset characters into the text; they move on to the slip. */
static void
show_slip (GString *shown, const char *text, const char **from, guint *offset, const BbSlip *slip)
{
  const char *start = g_utf8_offset_to_pointer (*from, slip->start - *offset);
  const char *end = g_utf8_offset_to_pointer (start, slip->length);

  *from = start;
  *offset = slip->start;
  for (guint i = 0; i < BESIDE && start > text && !ends_words (*g_utf8_prev_char (start)); i++)
    start = g_utf8_prev_char (start);
  for (guint i = 0; i < BESIDE && !ends_words (*end); i++)
    end = g_utf8_next_char (end);
  start = bb_word_border_before (text, start);
  end = bb_word_border_behind (text, end);
  if (shown->len > 0)
    g_string_append_c (shown, BB_TEXT_FACTS_BREAK);
  g_string_append_len (shown, start, end - start);
}

static char *
show_slips (const GArray *slips, const char *text)
{
  GString *shown = g_string_new (NULL);
  const char *from = text;
  guint offset = 0;

  for (guint i = 0; i < slips->len; i++)
    show_slip (shown, text, &from, &offset, &g_array_index (slips, BbSlip, i));
  return g_string_free (shown, FALSE);
}

void
bb_text_facts_find (BbTextFacts *self, const BbSection *section, const char *text)
{
  self->n_characters = bb_text_count_characters (text);
  g_clear_pointer (&self->topics, g_array_unref);
  self->topics = bb_topics_find (section, text);
  bb_typography_find (text, self->slips);
  g_free (self->shown_slips);
  self->shown_slips = show_slips (self->slips, text);
  self->fee = bb_fees_find (text);
  g_array_set_size (self->parts, 0);
  bb_text_claims_find_parts (text, self->parts);
  g_array_set_size (self->leading_years, 0);
  bb_text_claims_find_leading_years (text, self->leading_years);
  if (!bb_text_claims_find_closed (text, &self->closed))
    self->closed = (BbTextClaim) { 0 };
}
