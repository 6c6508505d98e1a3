/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-explain.h"
#include "check/bb-issue.h"
#include "check/bb-look.h"

#include <string.h>

#define N_SEVERITIES (BB_SEVERITY_ERROR + 1)
#define NO_SEVERITY (-1)

struct _BbChecker
{
  GObject parent_instance;

  BbReport *report;
  BbCheckMode mode;

  /* what the last run found */
  GListStore *issues;
  guint counts[N_SEVERITIES];
  guint *section_counts; /* [section * N_SEVERITIES + severity] */
  gint8 *cell_severities;
  guint accepted;
  guint announced[N_SEVERITIES];
  guint announced_accepted;

  /* what a run works with */
  BbLook look;
  gboolean running;
  gboolean run_again;
};

static void bb_checker_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BbChecker, bb_checker, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bb_checker_list_model_init))

enum
{
  PROP_0,
  PROP_REPORT,
  PROP_MODE,
  PROP_ERRORS,
  PROP_WARNINGS,
  PROP_HINTS,
  PROP_ACCEPTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const guint severity_properties[N_SEVERITIES] = {
  [BB_SEVERITY_HINT] = PROP_HINTS,
  [BB_SEVERITY_WARNING] = PROP_WARNINGS,
  [BB_SEVERITY_ERROR] = PROP_ERRORS,
};

static void
set_form (BbChecker *self)
{
  const BbForm *form = bb_report_get_form (self->report);

  bb_look_set_form (&self->look, form);
  self->cell_severities = g_renew (gint8, self->cell_severities, form->n_cells);
  memset (self->cell_severities, NO_SEVERITY, form->n_cells);
  self->section_counts = g_renew (guint, self->section_counts, form->n_sections * N_SEVERITIES);
  memset (self->section_counts, 0, form->n_sections * N_SEVERITIES * sizeof (guint));
}

static void
count (BbChecker *self)
{
  const BbRun *run = &self->look.run;

  self->accepted = 0;
  memset (self->counts, 0, sizeof self->counts);
  memset (self->section_counts, 0, run->form->n_sections * N_SEVERITIES * sizeof (guint));
  memset (self->cell_severities, NO_SEVERITY, run->form->n_cells);
  for (guint i = 0; i < run->findings->len; i++)
    {
      const BbFinding *finding = &g_array_index (run->findings, BbFinding, i);

      if (finding->acceptance == BB_ACCEPTANCE_VALID)
        {
          self->accepted++;
          continue;
        }
      self->counts[finding->severity]++;
      self->section_counts[finding->section * N_SEVERITIES + finding->severity]++;
      for (guint j = 0; j < finding->cells.n; j++)
        {
          guint cell = g_array_index (run->pool, guint, finding->cells.first + j);

          self->cell_severities[cell] = MAX (self->cell_severities[cell], (gint8) finding->severity);
        }
    }
}

/* One place of the list where issues go and others come. */
typedef struct
{
  guint position; /* in the list as it will be */
  guint n_removed;
  GPtrArray *added;
} Change;

static void
change_clear (gpointer data)
{
  g_ptr_array_unref (((Change *) data)->added);
}

static Change *
change_at (GArray *changes, guint position)
{
  Change *last = changes->len > 0 ? &g_array_index (changes, Change, changes->len - 1) : NULL;
  Change change = { .position = position };

  if (last != NULL && last->position + last->added->len == position)
    return last;
  change.added = g_ptr_array_new_with_free_func (g_object_unref);
  g_array_append_val (changes, change);
  return &g_array_index (changes, Change, changes->len - 1);
}

/* Both the list and the findings are in order, so one walk over both finds what goes, comes and stays. */
static GArray *
compare_lists (BbChecker *self)
{
  const BbRun *run = &self->look.run;
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->issues));
  guint old = 0;
  guint new = 0;

  g_array_set_clear_func (changes, change_clear);
  while (old < n_old || new < run->findings->len)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (self->issues), old);
      const BbFinding *finding = new < run->findings->len ? &g_array_index (run->findings, BbFinding, new) : NULL;
      int order = issue == NULL ? 1 : finding == NULL ? -1 : bb_issue_compare (issue, run, finding);

      if (order == 0)
        {
          old++;
          new++;
        }
      else if (order < 0)
        {
          change_at (changes, new)->n_removed++;
          old++;
        }
      else
        {
          g_ptr_array_add (change_at (changes, new)->added, bb_issue_new (run, finding));
          new++;
        }
    }
  return changes;
}

/* The counts and severities are right already when the first change is announced. */
static void
show (BbChecker *self)
{
  g_autoptr (GArray) changes = compare_lists (self);

  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      g_list_store_splice (self->issues, change->position, change->n_removed, change->added->pdata, change->added->len);
    }
}

static void
notify_counts (BbChecker *self)
{
  for (guint i = 0; i < N_SEVERITIES; i++)
    if (self->announced[i] != self->counts[i])
      {
        self->announced[i] = self->counts[i];
        g_object_notify_by_pspec (G_OBJECT (self), properties[severity_properties[i]]);
      }
  if (self->announced_accepted != self->accepted)
    {
      self->announced_accepted = self->accepted;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCEPTED]);
    }
}

static void
changed_cb (BbChecker *self)
{
  bb_checker_run (self);
}

/* Indices of cells mean other cells from now on: nobody may meet an issue of the old edition. */
static void
form_cb (BbChecker *self)
{
  set_form (self);
  bb_checker_run (self);
}

static void
field_changed_cb (BbChecker *self, BbField *field)
{
  bb_look_forget_field (&self->look, field);
}

static void
notes_changed_cb (BbChecker *self)
{
  bb_look_forget_notes (&self->look);
}

static void
items_changed_cb (BbChecker *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GType
bb_checker_get_item_type (GListModel *model)
{
  return BB_TYPE_ISSUE;
}

static guint
bb_checker_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (BB_CHECKER (model)->issues));
}

static gpointer
bb_checker_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (BB_CHECKER (model)->issues), position);
}

static void
bb_checker_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bb_checker_get_item_type;
  iface->get_n_items = bb_checker_get_n_items;
  iface->get_item = bb_checker_get_item;
}

static void
bb_checker_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  BbChecker *self = BB_CHECKER (object);

  switch (property)
    {
    case PROP_REPORT:
      g_value_set_object (value, self->report);
      break;
    case PROP_MODE:
      g_value_set_int (value, self->mode);
      break;
    case PROP_ERRORS:
      g_value_set_uint (value, self->counts[BB_SEVERITY_ERROR]);
      break;
    case PROP_WARNINGS:
      g_value_set_uint (value, self->counts[BB_SEVERITY_WARNING]);
      break;
    case PROP_HINTS:
      g_value_set_uint (value, self->counts[BB_SEVERITY_HINT]);
      break;
    case PROP_ACCEPTED:
      g_value_set_uint (value, self->accepted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
bb_checker_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  BbChecker *self = BB_CHECKER (object);

  switch (property)
    {
    case PROP_REPORT:
      self->report = g_value_dup_object (value);
      break;
    case PROP_MODE:
      bb_checker_set_mode (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
bb_checker_constructed (GObject *object)
{
  BbChecker *self = BB_CHECKER (object);

  G_OBJECT_CLASS (bb_checker_parent_class)->constructed (object);

  g_assert (self->report != NULL);
  g_signal_connect_object (self->report, "notify::form", G_CALLBACK (form_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->report, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->report, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bb_report_get_notes (self->report), "items-changed", G_CALLBACK (notes_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->look.run.report = self->report;
  set_form (self);
  bb_checker_run (self);
}

static void
bb_checker_dispose (GObject *object)
{
  BbChecker *self = BB_CHECKER (object);

  if (self->report != NULL)
    {
      g_signal_handlers_disconnect_by_data (bb_report_get_notes (self->report), self);
      g_signal_handlers_disconnect_by_data (self->report, self);
    }
  g_clear_object (&self->report);

  G_OBJECT_CLASS (bb_checker_parent_class)->dispose (object);
}

static void
bb_checker_finalize (GObject *object)
{
  BbChecker *self = BB_CHECKER (object);

  g_object_unref (self->issues);
  bb_look_clear (&self->look);
  g_free (self->section_counts);
  g_free (self->cell_severities);

  G_OBJECT_CLASS (bb_checker_parent_class)->finalize (object);
}

static void
bb_checker_class_init (BbCheckerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = bb_checker_get_property;
  object_class->set_property = bb_checker_set_property;
  object_class->constructed = bb_checker_constructed;
  object_class->dispose = bb_checker_dispose;
  object_class->finalize = bb_checker_finalize;

  properties[PROP_REPORT] = g_param_spec_object ("report", NULL, NULL, BB_TYPE_REPORT,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MODE] = g_param_spec_int ("mode", NULL, NULL, BB_CHECK_LIVE, BB_CHECK_COMPLETE, BB_CHECK_LIVE,
                                            flags | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT);
  properties[PROP_ERRORS] = g_param_spec_uint ("errors", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_WARNINGS] = g_param_spec_uint ("warnings", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_HINTS] = g_param_spec_uint ("hints", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ACCEPTED] = g_param_spec_uint ("accepted", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bb_checker_init (BbChecker *self)
{
  self->issues = g_list_store_new (BB_TYPE_ISSUE);
  g_signal_connect_object (self->issues, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  bb_look_init (&self->look);
}

BbChecker *
bb_checker_new (BbReport *report, BbCheckMode mode)
{
  g_return_val_if_fail (BB_IS_REPORT (report), NULL);
  return g_object_new (BB_TYPE_CHECKER, "report", report, "mode", mode, NULL);
}

BbCheckMode
bb_checker_get_mode (BbChecker *self)
{
  g_return_val_if_fail (BB_IS_CHECKER (self), BB_CHECK_LIVE);
  return self->mode;
}

void
bb_checker_set_mode (BbChecker *self, BbCheckMode mode)
{
  g_return_if_fail (BB_IS_CHECKER (self));

  if (self->mode == mode)
    return;
  self->mode = mode;
  /* While the object is being built there is nothing to run yet. */
  if (self->look.run.form != NULL)
    bb_checker_run (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
}

guint
bb_checker_count (BbChecker *self, int section, BbSeverity severity)
{
  g_return_val_if_fail (BB_IS_CHECKER (self), 0);
  g_return_val_if_fail (severity < N_SEVERITIES, 0);
  g_return_val_if_fail (section >= -1 && section < (int) self->look.run.form->n_sections, 0);

  return section < 0 ? self->counts[severity] : self->section_counts[section * N_SEVERITIES + severity];
}

guint
bb_checker_count_accepted (BbChecker *self)
{
  g_return_val_if_fail (BB_IS_CHECKER (self), 0);
  return self->accepted;
}

int
bb_checker_cell_severity (BbChecker *self, guint cell)
{
  g_return_val_if_fail (BB_IS_CHECKER (self), NO_SEVERITY);

  /* Who hears of another edition before the checker does may ask for a cell that it does not know yet. */
  return cell < self->look.run.form->n_cells ? self->cell_severities[cell] : NO_SEVERITY;
}

GPtrArray *
bb_checker_explain_cell (BbChecker *self, guint cell)
{
  g_return_val_if_fail (BB_IS_CHECKER (self), NULL);
  g_return_val_if_fail (cell < self->look.run.form->n_cells, NULL);

  return bb_explain_cell (&self->look.run, G_LIST_MODEL (self->issues), cell);
}

void
bb_checker_run (BbChecker *self)
{
  g_autoptr (BbChecker) alive = NULL;

  g_return_if_fail (BB_IS_CHECKER (self));

  /* Somebody who is told of a change may change the report again: the places of this round would no longer be right. */
  self->run_again = self->running;
  if (self->running)
    return;

  alive = g_object_ref (self);
  self->running = TRUE;
  do
    {
      self->run_again = FALSE;
      bb_look_run (&self->look, self->mode);
      count (self);
      show (self);
    }
  while (self->run_again);
  self->running = FALSE;
  notify_counts (self);
}
