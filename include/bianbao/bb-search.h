/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/**
 * BbSearchFlags: how to compare. Full-width letters, digits and signs are always the same as half-width ones.
 * @BB_SEARCH_MATCH_CASE: a and A are two
 * @BB_SEARCH_WHOLE_NUMBERS: 12 is not found in 3128
 */
typedef enum
{
  BB_SEARCH_DEFAULT = 0,
  BB_SEARCH_MATCH_CASE = 1 << 0,
  BB_SEARCH_WHOLE_NUMBERS = 1 << 1
} BbSearchFlags;

/**
 * BbFound: one place where the text looked for stands.
 * @field: a section, a cell or a piece of metadata; the place holds a reference
 * @start, @length: in characters of the field's text
 */
typedef struct
{
  BbField *field;
  guint start;
  guint length;
} BbFound;

/**
 * bb_search_find: all places of @text, "" for none, in the order of the pages: metadata, then section by section the text before the
 * table and its cells. Places do not overlap.
 * Returns: (transfer full) (element-type BbFound)
 */
GArray *bb_search_find (BbReport *report, const char *text, BbSearchFlags flags);

/** bb_search_find_from: Returns: index of the first of @found at or behind character @start of @field, around the end; -1 when there is none. */
int bb_search_find_from (BbReport *report, GArray *found, BbField *field, guint start);

/**
 * bb_search_can_replace: whether the place is anybody's to change: a computed total says what its parts say, a linked figure
 * what its cell says, and another report year may be another form.
 */
gboolean bb_search_can_replace (BbReport *report, const BbFound *found);

/** bb_search_replace: one undo step. Linked figures beside the place stay linked. Returns: %FALSE, with nothing changed, when bb_search_can_replace() says no. */
gboolean bb_search_replace (BbReport *report, const BbFound *found, const char *text);

/**
 * bb_search_replace_all: one undo step for all of @found, which must be what bb_search_find() found in the report as it is.
 * @left_out: (out): how many can't be replaced
 * Returns: how many were replaced
 */
guint bb_search_replace_all (BbReport *report, GArray *found, const char *text, guint *left_out);

G_END_DECLS
