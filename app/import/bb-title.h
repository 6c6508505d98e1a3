/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match.h"

G_BEGIN_DECLS

/**
 * BbTitle: what the head of the document says about the report.
 * @title: (nullable): as it stands
 * @organisation: "" when unknown
 * @year: 0 when unknown
 * @first: index of the line behind the title: here the report begins
 */
typedef struct
{
  char *title;
  char *organisation;
  int year;
  guint first;
} BbTitle;

/**
 * bb_title_find: finds the title, marks its lines, and notes what had to be taken from elsewhere (the text, the file's name).
 */
void bb_title_find (BbMatch *match, BbTitle *title);
void bb_title_clear (BbTitle *title);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BbTitle, bb_title_clear)

G_END_DECLS
