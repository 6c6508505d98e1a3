/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-issue.h"

#include "check/bb-acceptances.h"
#include "check/bb-fixes.h"
#include "check/bb-wording.h"

#include <string.h>

struct _BbIssue
{
  GObject parent_instance;

  const BbForm *form;
  BbFinding finding; /* its slices point into @pool, its strings are own or static, its note is a reference */
  GArray *pool;
  char *message;
  BbFix fixes[BB_MAX_PLANS];
};

G_DEFINE_FINAL_TYPE (BbIssue, bb_issue, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_MESSAGE,
  PROP_RULE_ID,
  PROP_SEVERITY,
  PROP_SECTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const guint *
cells_of (const GArray *pool, BbSlice slice)
{
  return slice.n > 0 ? &g_array_index (pool, guint, slice.first) : NULL;
}

/* A slice of the run's pool becomes one of the issue's own. */
static BbSlice
keep_slice (GArray *pool, const GArray *source, BbSlice slice)
{
  BbSlice kept = { pool->len, slice.n };

  if (slice.n > 0)
    g_array_append_vals (pool, cells_of (source, slice), slice.n);
  return kept;
}

static int
compare_slices (BbSlice a, const GArray *pool_a, BbSlice b, const GArray *pool_b)
{
  const guint *cells_a = cells_of (pool_a, a);
  const guint *cells_b = cells_of (pool_b, b);

  for (guint i = 0; i < a.n && i < b.n; i++)
    if (cells_a[i] != cells_b[i])
      return cells_a[i] < cells_b[i] ? -1 : 1;
  return (a.n > b.n) - (a.n < b.n);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* Compared as written: 1.50 is told differently from 1.5. */
static int
compare_decimals (BbDecimal a, BbDecimal b)
{
  int order = bb_decimal_compare (a, b);

  return order != 0 ? order : compare_numbers (a.scale, b.scale);
}

static int
compare_plans (const BbFinding *a, const GArray *pool_a, const BbFinding *b, const GArray *pool_b)
{
  int order = compare_numbers (a->n_plans, b->n_plans);

  for (guint i = 0; order == 0 && i < a->n_plans; i++)
    {
      order = compare_numbers (a->plans[i].kind, b->plans[i].kind);
      if (order == 0)
        order = compare_decimals (a->plans[i].value, b->plans[i].value);
      if (order == 0)
        order = compare_slices (a->plans[i].cells, pool_a, b->plans[i].cells, pool_b);
    }
  return order;
}

/* What only differs when the numbers do: the place in the list is decided already. */
static int
compare_content (const BbFinding *a, const GArray *pool_a, const BbFinding *b, const GArray *pool_b)
{
  int order = compare_numbers (a->has_sides, b->has_sides);

  if (order == 0)
    order = compare_decimals (a->left, b->left);
  if (order == 0)
    order = compare_decimals (a->right, b->right);
  if (order == 0)
    order = compare_slices (a->unfilled, pool_a, b->unfilled, pool_b);
  if (order == 0)
    order = compare_numbers (a->number, b->number);
  if (order == 0)
    order = compare_numbers (a->text_start, b->text_start);
  if (order == 0)
    order = compare_numbers (a->text_length, b->text_length);
  if (order == 0)
    order = g_strcmp0 (a->detail, b->detail);
  if (order == 0)
    order = compare_numbers (a->acceptance, b->acceptance);
  if (order == 0)
    order = g_strcmp0 (a->reason, b->reason);
  if (order == 0 && a->note != b->note)
    order = g_strcmp0 (bb_note_get_message (a->note), bb_note_get_message (b->note));
  if (order == 0)
    order = compare_numbers ((gintptr) a->note, (gintptr) b->note);
  return order != 0 ? order : compare_plans (a, pool_a, b, pool_b);
}

int
bb_finding_compare (const BbFinding *a, const GArray *pool_a, const BbFinding *b, const GArray *pool_b)
{
  int order = compare_numbers (b->severity, a->severity);

  if (order == 0)
    order = compare_numbers (a->acceptance == BB_ACCEPTANCE_VALID, b->acceptance == BB_ACCEPTANCE_VALID);
  if (order == 0)
    order = compare_numbers (a->section, b->section);
  if (order == 0)
    order = compare_numbers (a->rule, b->rule);
  if (order == 0)
    order = compare_slices (a->cells, pool_a, b->cells, pool_b);
  if (order == 0)
    order = strcmp (a->target, b->target);
  if (order == 0)
    order = compare_numbers (a->wording, b->wording);
  return order != 0 ? order : compare_content (a, pool_a, b, pool_b);
}

static void
bb_issue_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  BbIssue *self = BB_ISSUE (object);

  switch (property)
    {
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_RULE_ID:
      g_value_set_string (value, bb_issue_get_rule_id (self));
      break;
    case PROP_SEVERITY:
      g_value_set_int (value, self->finding.severity);
      break;
    case PROP_SECTION:
      g_value_set_uint (value, self->finding.section);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
bb_issue_finalize (GObject *object)
{
  BbIssue *self = BB_ISSUE (object);

  for (guint i = 0; i < self->finding.n_plans; i++)
    g_free ((char *) self->fixes[i].label);
  g_free ((char *) self->finding.detail);
  g_free ((char *) self->finding.reason);
  g_clear_object (&self->finding.note);
  g_array_unref (self->pool);
  g_free (self->message);

  G_OBJECT_CLASS (bb_issue_parent_class)->finalize (object);
}

static void
bb_issue_class_init (BbIssueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bb_issue_get_property;
  object_class->finalize = bb_issue_finalize;

  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_RULE_ID] = g_param_spec_string ("rule-id", NULL, NULL, NULL, flags);
  properties[PROP_SEVERITY] = g_param_spec_int ("severity", NULL, NULL, BB_SEVERITY_HINT, BB_SEVERITY_ERROR, 0, flags);
  properties[PROP_SECTION] = g_param_spec_uint ("section", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bb_issue_init (BbIssue *self)
{
  self->pool = g_array_new (FALSE, FALSE, sizeof (guint));
}

BbIssue *
bb_issue_new (const BbRun *run, const BbFinding *finding)
{
  BbIssue *self = g_object_new (BB_TYPE_ISSUE, NULL);

  self->form = run->form;
  self->finding = *finding;
  self->finding.cells = keep_slice (self->pool, run->pool, finding->cells);
  self->finding.unfilled = keep_slice (self->pool, run->pool, finding->unfilled);
  self->finding.detail = g_strdup (finding->detail);
  self->finding.reason = g_strdup (finding->reason);
  if (finding->note != NULL)
    g_object_ref (finding->note);
  self->message = bb_wording_tell (run, finding);
  for (guint i = 0; i < finding->n_plans; i++)
    {
      self->finding.plans[i].cells = keep_slice (self->pool, run->pool, finding->plans[i].cells);
      self->fixes[i].id = bb_fix_id (finding->plans[i].kind);
      self->fixes[i].label = bb_fix_label (run, finding, &finding->plans[i]);
    }
  return self;
}

int
bb_issue_compare (BbIssue *self, const BbRun *run, const BbFinding *finding)
{
  if (self->form != run->form)
    return self->form < run->form ? -1 : 1;
  return bb_finding_compare (&self->finding, self->pool, finding, run->pool);
}

const char *
bb_issue_get_rule_id (BbIssue *self)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), NULL);
  return self->form->rules[self->finding.rule].id;
}

BbSeverity
bb_issue_get_severity (BbIssue *self)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), BB_SEVERITY_HINT);
  return self->finding.severity;
}

guint
bb_issue_get_section (BbIssue *self)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), 0);
  return self->finding.section;
}

const guint *
bb_issue_get_cells (BbIssue *self, guint *n_cells)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), NULL);
  *n_cells = self->finding.cells.n;
  return cells_of (self->pool, self->finding.cells);
}

guint
bb_issue_get_n_left (BbIssue *self)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), 0);
  return self->finding.n_left;
}

const guint *
bb_issue_get_unfilled (BbIssue *self, guint *n_cells)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), NULL);
  *n_cells = self->finding.unfilled.n;
  return cells_of (self->pool, self->finding.unfilled);
}

gboolean
bb_issue_get_sides (BbIssue *self, BbDecimal *left, BbDecimal *right, BbDecimal *difference)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), FALSE);

  if (!self->finding.has_sides)
    return FALSE;
  *left = self->finding.left;
  *right = self->finding.right;
  *difference = self->finding.difference;
  return TRUE;
}

int
bb_issue_get_equation (BbIssue *self)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), -1);
  return self->finding.equation;
}

const char *
bb_issue_get_target (BbIssue *self)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), NULL);
  return self->finding.target;
}

const char *
bb_issue_get_message (BbIssue *self)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), NULL);
  return self->message;
}

const BbFix *
bb_issue_get_fixes (BbIssue *self, guint *n_fixes)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), NULL);
  *n_fixes = self->finding.n_plans;
  return self->fixes;
}

gboolean
bb_issue_apply_fix (BbIssue *self, BbReport *report, const char *fix_id)
{
  g_autoptr (BbIssue) alive = NULL;

  g_return_val_if_fail (BB_IS_ISSUE (self), FALSE);
  g_return_val_if_fail (BB_IS_REPORT (report), FALSE);
  g_return_val_if_fail (fix_id != NULL, FALSE);

  /* The repair may take the issue off the list that held it. */
  alive = g_object_ref (self);
  for (guint i = 0; i < self->finding.n_plans; i++)
    if (g_str_equal (self->fixes[i].id, fix_id))
      return bb_fix_apply (report, self->form, &self->finding, self->pool, &self->finding.plans[i], self->fixes[i].label);
  return FALSE;
}

gboolean
bb_issue_can_accept (BbIssue *self)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), FALSE);
  return bb_acceptances_allow (self->form, &self->finding);
}

gboolean
bb_issue_accept (BbIssue *self, BbReport *report, const char *reason)
{
  g_autoptr (BbIssue) alive = NULL;

  g_return_val_if_fail (BB_IS_ISSUE (self), FALSE);
  g_return_val_if_fail (BB_IS_REPORT (report), FALSE);
  g_return_val_if_fail (reason != NULL, FALSE);

  alive = g_object_ref (self);
  return bb_issue_can_accept (self) && bb_report_get_form (report) == self->form &&
         bb_acceptances_set (report, self->form, &self->finding, self->pool, reason);
}

gboolean
bb_issue_withdraw (BbIssue *self, BbReport *report)
{
  g_autoptr (BbIssue) alive = NULL;

  g_return_val_if_fail (BB_IS_ISSUE (self), FALSE);
  g_return_val_if_fail (BB_IS_REPORT (report), FALSE);

  alive = g_object_ref (self);
  return bb_report_get_form (report) == self->form && bb_acceptances_set (report, self->form, &self->finding, self->pool, NULL);
}

BbAcceptance
bb_issue_get_acceptance (BbIssue *self)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), BB_ACCEPTANCE_NONE);
  return self->finding.acceptance;
}

const char *
bb_issue_get_reason (BbIssue *self)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), NULL);
  return self->finding.reason;
}

gboolean
bb_issue_get_text_range (BbIssue *self, guint *start, guint *length)
{
  g_return_val_if_fail (BB_IS_ISSUE (self), FALSE);

  *start = self->finding.text_start;
  *length = self->finding.text_length;
  return *length > 0;
}
