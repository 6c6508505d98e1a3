/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match.h"

G_BEGIN_DECLS

/**
 * BbTitle: what the head of the document says about the report.
 * @title: (nullable): as it stands
 * @organisation: "" when unknown
 * @year: 0 when unknown
 * @start: index of the line that the report was looked for from: what stands above is another report's
 * @first: index of the line behind the title: here the report begins
 */
typedef struct
{
  char *title;
  char *organisation;
  int year;
  guint start;
  guint first;
} BbTitle;

/**
 * BbTitleClass: how surely a text is the title of a report, the surest first.
 * @BB_TITLE_FULL: year, 信息公开, 年度报告
 * @BB_TITLE_OTHER_WORD: year, 信息公开, some report
 * @BB_TITLE_NO_YEAR: 信息公开, 年度报告
 * @BB_TITLE_NOTICE: 关于…年度报告的公示: of a page that shows the report
 */
typedef enum
{
  BB_TITLE_FULL,
  BB_TITLE_OTHER_WORD,
  BB_TITLE_NO_YEAR,
  BB_TITLE_NOTICE,
  BB_TITLE_NONE
} BbTitleClass;

/** bb_title_classify: @is_first: it is the first line of all, which may have a comma in the name of the office. */
BbTitleClass bb_title_classify (const char *text, gboolean is_first);

/** bb_title_is_office: whether @text is called as offices are, by its end: …局, …人民政府, …街道. */
gboolean bb_title_is_office (const char *text);

/** bb_title_read: organisation and year of @title from @text. */
void bb_title_read (BbTitle *title, const char *text);

/** bb_title_read_at: organisation and year of the title that begins on line @index. Returns: over how many lines it goes, 0 for no full title. */
guint bb_title_read_at (const BbMatch *match, guint index, BbTitle *title);

/** bb_title_find_in_page: Returns: (transfer full) (nullable): what can be the report's title in the title of the page. */
char *bb_title_find_in_page (const BbMatch *match);

/**
 * bb_title_look_elsewhere: what the title does not say, from the title of the page, the name of the file and the text, in
 * this order; each with a note of its source.
 */
void bb_title_look_elsewhere (BbMatch *match, BbTitle *title);

/**
 * bb_title_find:
 * @start: index of the first line that is looked at
 *
 * Finds the title, marks its lines, and notes what had to be taken from elsewhere (the text, the file's name).
 */
void bb_title_find (BbMatch *match, guint start, BbTitle *title);
void bb_title_clear (BbTitle *title);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BbTitle, bb_title_clear)

G_END_DECLS
