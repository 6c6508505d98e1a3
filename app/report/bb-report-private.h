/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/bb-field-private.h"
#include "report/bb-history.h"
#include "report/bb-typing.h"

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/**
 * BbEdition: the cells of one edition that this report has used. They stay alive when the report moves to another
 * edition, so undoing the move finds the same objects with the same contents.
 */
typedef struct
{
  const BbForm *form;
  BbField **cells;
} BbEdition;

struct _BbReport
{
  GObject parent_instance;

  /* content */
  BbEdition *edition;
  GPtrArray *editions;
  GPtrArray *sections; /* shared by the editions: they have the same sections */
  BbField *meta[BB_N_META];
  GPtrArray *notes;
  char *extra;
  gboolean read_only;

  /* the step under way: @depth counts open groups; nothing is announced before it is 0 again */
  BbHistory *history;
  BbTyping typing; /* of the text that was typed into last */
  guint depth;

  /* what has to be announced when it is over */
  GPtrArray *queue;
  GListStore *listed_notes;
  gboolean notes_differ;
  gboolean applied;
  BbField *applied_field;
  gboolean announcing;
  const BbForm *announced_form;
  gboolean announced_modified;
  gboolean announced_can_undo;
  gboolean announced_can_redo;
};

/** bb_report_get_edition: made when it is first asked for. */
BbEdition *bb_report_get_edition (BbReport *self, const BbForm *form);
/** bb_report_set_edition: the edition becomes the present one; part of the open step. */
void bb_report_set_edition (BbReport *self, BbEdition *edition);

/** bb_report_announce: tells the world about everything that changed since it was last told. */
void bb_report_announce (BbReport *self);

/** bb_report_begin, bb_report_end: a step, or part of the open one; @label: (nullable). */
void bb_report_begin (BbReport *self, const char *label);
void bb_report_end (BbReport *self);

/**
 * bb_report_put: the only way by which recorded content gets into a field.
 * @explicit: see BbChange
 * Returns: whether it is another content than before
 */
gboolean bb_report_put (BbReport *self, BbField *field, const BbContent *content, gboolean explicit);

G_END_DECLS
