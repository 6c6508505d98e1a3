/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/**
 * BbProseTopic: a topic that belongs into a section, and whether its text deals with it.
 * @text: the topic in the form's words
 * @is_checked: whether words can show that it is dealt with; else it is advice, and never met.
 *   What only a whole government has to write about is checked in another's report when it is there
 * @is_met: whether one of the words stands in the text
 * @start, @length: where, in characters of the text: in a heading if there is one, else at the first place
 */
typedef struct
{
  char *text;
  gboolean is_checked;
  gboolean is_met;
  guint start;
  guint length;
} BbProseTopic;

/**
 * bb_prose_topics: Returns: (transfer full) (element-type BbProseTopic): the topics of section @section in the form's order, as
 * of now.
 */
GArray *bb_prose_topics (BbReport *report, guint section);

G_END_DECLS
