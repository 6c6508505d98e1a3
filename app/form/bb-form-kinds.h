/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-form.h>

G_BEGIN_DECLS

/*
 * What differs from kind to kind, as tables: the only place that knows the words of the definition files for kinds of
 * cells, kinds of rules and severities.
 */
typedef struct _BbEquationWriter BbEquationWriter;

/*
 * BbRuleSpec:
 * @attributes: what a rule of this kind says beside id, kind and severity: all of these and no other, separated by spaces
 * @in_table: it stands in a table and is about its cells; else it stands at the end of the form and is about the whole report
 * @equations: writes the equations of the rule; NULL for kinds that are no equations
 */
typedef struct
{
  const char *name;
  BbRuleKind kind;
  const char *attributes;
  gboolean in_table;
  gboolean (*equations) (BbEquationWriter *writer, GError **error);
} BbRuleSpec;

const BbRuleSpec *bb_rule_spec_find (const char *name);
const BbRuleSpec *bb_rule_spec_get (BbRuleKind kind);

gboolean bb_kind_from_string (const char *name, BbKind *kind);
const char *bb_kind_to_string (BbKind kind);

G_END_DECLS
