/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/bb-form-kinds.h"

#include "form/bb-form-equations.h"

/* *INDENT-OFF* */
static const BbRuleSpec rule_specs[] = {
  /* name        kind               attributes         in table  equations */
  { "balance",   BB_RULE_BALANCE,   "each plus minus", TRUE,     bb_equations_balance },
  { "sum",       BB_RULE_SUM,       "each",            TRUE,     bb_equations_sum },
  { "valid",     BB_RULE_VALID,     "",                FALSE,    NULL },
  { "sections",  BB_RULE_SECTIONS,  "",                FALSE,    NULL },
  { "year",      BB_RULE_YEAR,      "",                FALSE,    NULL },
  { "unit",      BB_RULE_UNIT,      "",                FALSE,    NULL },
  { "decimals",  BB_RULE_DECIMALS,  "parameter",       FALSE,    NULL },
  { "plain",     BB_RULE_PLAIN,     "",                FALSE,    NULL },
  { "mixed",     BB_RULE_MIXED,     "",                FALSE,    NULL },
  { "text-table",    BB_RULE_TEXT_TABLE,    "",        FALSE,    NULL },
  { "text-unlinked", BB_RULE_TEXT_UNLINKED, "",        FALSE,    NULL },
  { "text-link",     BB_RULE_TEXT_LINK,     "",        FALSE,    NULL },
  { "length",      BB_RULE_LENGTH,      "section",           FALSE, NULL },
  { "topics",      BB_RULE_TOPICS,      "section",           FALSE, NULL },
  { "substance",   BB_RULE_SUBSTANCE,   "section parameter", FALSE, NULL },
  { "typography",  BB_RULE_TYPOGRAPHY,  "",                  FALSE, NULL },
  { "fees-stated", BB_RULE_FEES_STATED, "section cell",      FALSE, NULL },
  { "fees-unpaid", BB_RULE_FEES_UNPAID, "section cell",      FALSE, NULL },
  { "fees-unit",   BB_RULE_FEES_UNIT,   "section cell",      FALSE, NULL },
  { "text-parts",     BB_RULE_TEXT_PARTS,     "",     FALSE, NULL },
  { "text-allclosed", BB_RULE_TEXT_ALLCLOSED, "cell", FALSE, NULL },
  { "valid-made",     BB_RULE_VALID_MADE,     "cell", FALSE, NULL },
  { "rules-power",      BB_RULE_RULES_POWER,      "cell",      FALSE, NULL },
  { "carry-requests",   BB_RULE_CARRY_REQUESTS,   "cell from", FALSE, NULL },
  { "carry-valid",      BB_RULE_CARRY_VALID,      "cell",      FALSE, NULL },
  { "disputes-pending", BB_RULE_DISPUTES_PENDING, "cell",      FALSE, NULL },
  { "jump",             BB_RULE_JUMP,             "parameter", FALSE, NULL },
  { "text-year",        BB_RULE_TEXT_YEAR,        "",          FALSE, NULL },
  { "text-copied",      BB_RULE_TEXT_COPIED,      "",          FALSE, NULL },
  { "parent-sum",       BB_RULE_PARENT_SUM,       "",          FALSE, NULL },
};

static const char *const kind_names[] = {
  [BB_KIND_COUNT] = "count",
  [BB_KIND_SIGNED] = "signed",
  [BB_KIND_AMOUNT] = "amount",
  [BB_KIND_TEXT] = "text",
};

static const char *const severity_names[] = {
  [BB_SEVERITY_HINT] = "hint",
  [BB_SEVERITY_WARNING] = "warning",
  [BB_SEVERITY_ERROR] = "error",
};
/* *INDENT-ON* */

static int
find_name (const char *const *names, guint n_names, const char *name)
{
  for (guint i = 0; i < n_names; i++)
    {
      if (g_str_equal (names[i], name))
        return (int) i;
    }

  return -1;
}

const BbRuleSpec *
bb_rule_spec_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rule_specs); i++)
    {
      if (g_str_equal (rule_specs[i].name, name))
        return &rule_specs[i];
    }

  return NULL;
}

const BbRuleSpec *
bb_rule_spec_get (BbRuleKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (rule_specs); i++)
    {
      if (rule_specs[i].kind == kind)
        return &rule_specs[i];
    }

  g_return_val_if_reached (NULL);
}

gboolean
bb_kind_from_string (const char *name, BbKind *kind)
{
  int found = find_name (kind_names, G_N_ELEMENTS (kind_names), name);

  if (found < 0)
    return FALSE;

  *kind = (BbKind) found;
  return TRUE;
}

const char *
bb_kind_to_string (BbKind kind)
{
  return kind_names[kind];
}

gboolean
bb_severity_from_string (const char *name, BbSeverity *severity)
{
  int found = find_name (severity_names, G_N_ELEMENTS (severity_names), name);

  if (found < 0)
    return FALSE;

  *severity = (BbSeverity) found;
  return TRUE;
}

const char *
bb_severity_to_string (BbSeverity severity)
{
  return severity_names[severity];
}
