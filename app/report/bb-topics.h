/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-topics.h>

G_BEGIN_DECLS

/** bb_topics_find: Returns: (transfer full) (element-type BbProseTopic): the topics of @section, in the form's order, as @text has them. */
GArray *bb_topics_find (const BbSection *section, const char *text);

/* Whether the report is a whole government's, by the name of the organisation. */
gboolean bb_topics_is_government (BbReport *report);

G_END_DECLS
