/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the narrative is, whatever the tables say (form.md, "Relations that are plausible"; all soft). */
#include "check/bb-run.h"
#include "report/bb-topics.h"

#include <bianbao/bb-text.h>

static const char *
text_of (const BbRun *run, guint section)
{
  return bb_field_get_text (bb_report_get_section (run->report, section));
}

/* Fewer typed characters are the beginning of a section one, of which nobody expects all topics. */
#define BEGINNING 100

/* Whether somebody is in the middle of a sentence; a bare 无 is all that is meant to stand there. */
static gboolean
is_unfinished (BbField *field)
{
  g_autofree char *text = bb_text_trim (bb_field_get_text (field));

  return bb_field_get_origin (field) == BB_ORIGIN_TYPED && !g_str_has_suffix (text, "。") &&
         bb_number_read (text, NULL).form != BB_NUMBER_WORD;
}

/* A section that the file did not have is told by form.sections. */
gboolean
bb_run_judges_text (const BbRun *run, guint section)
{
  BbField *field = bb_report_get_section (run->report, section);

  switch (bb_field_get_state (field))
    {
    case BB_STATE_MISSING:
      return FALSE;
    case BB_STATE_BLANK:
      return run->counts_empty[section];
    case BB_STATE_NUMBER:
    case BB_STATE_TEXT:
    default:
      return run->counts_empty[section] || !is_unfinished (field);
    }
}

gboolean
bb_run_is_text_empty (const BbRun *run, guint section)
{
  return run->facts[section]->n_characters == 0;
}

gboolean
bb_run_lacks_topic (const BbRun *run, guint section, guint number)
{
  const BbProseTopic *topic = &g_array_index (run->facts[section]->topics, BbProseTopic, number);

  return topic->is_checked && !topic->is_met;
}

void
bb_rule_length (BbRun *run, const BbRule *rule)
{
  const BbSection *section = &run->form->sections[rule->section];
  guint n = run->facts[rule->section]->n_characters;

  if (section->limit > 0 && n > section->limit)
    bb_run_add (run, rule, BB_WORDING_LENGTH, section->index, section->id)->number = (int) n;
}

static gboolean
is_beginning (const BbRun *run, guint section)
{
  BbField *field = bb_report_get_section (run->report, section);

  return !run->counts_empty[section] && bb_field_get_origin (field) == BB_ORIGIN_TYPED &&
         run->facts[section]->n_characters < BEGINNING;
}

void
bb_rule_topics (BbRun *run, const BbRule *rule)
{
  const BbSection *section = &run->form->sections[rule->section];
  gboolean government = bb_topics_is_government (run->report);
  g_autoptr (GString) names = g_string_new (NULL);

  if (!bb_run_judges_text (run, section->index) || is_beginning (run, section->index))
    return;
  for (guint i = 0; i < section->n_topics; i++)
    {
      const BbTopic *topic = &section->topics[i];

      if (!bb_run_lacks_topic (run, section->index, i) || (topic->government_only && !government))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? BB_DETAIL_BREAK : "", topic->name);
    }
  if (names->len > 0)
    bb_run_add (run, rule, bb_run_is_text_empty (run, section->index) ? BB_WORDING_NO_TOPICS : BB_WORDING_TOPICS, section->index,
                section->id)->detail = g_string_chunk_insert (run->strings, names->str);
}

void
bb_rule_substance (BbRun *run, const BbRule *rule)
{
  const BbSection *section = &run->form->sections[rule->section];
  guint n = run->facts[rule->section]->n_characters;
  /* Where any word will do, the section is not about problems. */
  BbWording none = rule->parameter > 1 ? BB_WORDING_NO_WORDS : BB_WORDING_NOT_A_WORD;
  BbFinding *finding;

  if (!bb_run_judges_text (run, section->index) || n >= (guint) rule->parameter)
    return;
  finding = bb_run_add (run, rule, n > 0 ? BB_WORDING_FEW_WORDS : none, section->index, section->id);
  finding->detail = g_string_chunk_insert (run->strings, text_of (run, section->index));
}

/* One a section: they are put right together, or accepted together. */
static void
add_slips (BbRun *run, const BbRule *rule, guint s)
{
  const BbTextFacts *facts = run->facts[s];
  const BbSlip *first = &g_array_index (facts->slips, BbSlip, 0);
  BbFinding *finding = bb_run_add (run, rule, BB_WORDING_TYPOGRAPHY, s, run->form->sections[s].id);

  finding->number = (int) facts->slips->len;
  finding->detail = g_string_chunk_insert (run->strings, facts->shown_slips);
  finding->text_start = first->start;
  finding->text_length = first->length;
}

void
bb_rule_typography (BbRun *run, const BbRule *rule)
{
  for (guint s = 0; s < run->form->n_sections; s++)
    if (run->facts[s]->slips->len > 0)
      add_slips (run, rule, s);
}
