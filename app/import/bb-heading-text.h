/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-form.h>

G_BEGIN_DECLS

/**
 * BbNumberStyle: how a heading is numbered.
 */
typedef enum
{
  BB_NUMBERED_NONE,
  BB_NUMBERED_CHINESE,  /* 一、 */
  BB_NUMBERED_BRACKETS, /* （一） */
  BB_NUMBERED_OTHER     /* 1. 第一部分 */
} BbNumberStyle;

/**
 * BbHeadingText: one line read as the heading of a section.
 * @section: index of the section, -1 when it is none
 * @style, @number: the numbering, @number 0 when unknown
 * @is_official: the official title, not an alias
 * @is_listed: with a page number behind it, as in a table of contents
 * @rest: (nullable): text that runs on behind the heading on the same line, in the line
 */
typedef struct
{
  int section;
  BbNumberStyle style;
  int number;
  gboolean is_official;
  gboolean is_listed;
  const char *rest;
} BbHeadingText;

/** bb_heading_titles_new: Returns: (transfer full): the titles of all sections of @form and their aliases, folded once. */
GArray *bb_heading_titles_new (const BbForm *form);

/**
 * bb_heading_text_read:
 * @titles: from bb_heading_titles_new()
 *
 * Returns: whether @text is a heading, perhaps with text behind it
 */
gboolean bb_heading_text_read (GArray *titles, const char *text, BbHeadingText *heading);

/** bb_heading_number: the number that @text begins with (一、 三、 （二） 4.). Returns: 0 when there is none. */
int bb_heading_number (const char *text, BbNumberStyle *style);

/** bb_heading_skip_number: the part of a folded heading behind its number; in 第一部分总体情况 the 部分 belongs to the number. */
const char *bb_heading_skip_number (const char *folded);

/** bb_heading_section_number: 1 for 一 and so on, 0 for the introduction. */
int bb_heading_section_number (const BbSection *section);

G_END_DECLS
