/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/*
 * What this machine cannot print as it should be: official faces that are not installed, and characters that the font of
 * their text does not have. To be told before a PDF is made or a report printed; both are made all the same.
 */

/**
 * BbFontChange: an official face that is not installed.
 * @wanted: its name, Chinese: 仿宋_GB2312
 * @used: the font that is used instead; "" where the machine has none at all
 */
typedef struct
{
  const char *wanted;
  char *used;
} BbFontChange;

/**
 * BbGlyphChange: a character that the font of the text around it does not have, or one of private use.
 * @count: how often it is in the report
 * @section: of its first place
 * @cell: (the index of) the cell it stands in first; -1 for a text, the title or a head of a table
 * @place: the first place for people: the name of the cell, the section with its number, or the title
 * @is_private: of private use (U+E000…): each font has something else in its place, or nothing, so that every reader sees another
 *   character; also told when the font of the text has it
 * @used: (nullable): the font that it is taken from; %NULL: no font of this machine has it, an empty box is printed
 */
typedef struct
{
  gunichar character;
  guint count;
  guint section;
  int cell;
  gboolean is_private;
  char *place;
  char *used;
} BbGlyphChange;

/** bb_glyphs_font_changes: Returns: (transfer full) (element-type BbFontChange): one for each face, none twice */
GPtrArray *bb_glyphs_font_changes (void);

/** bb_glyphs_changes: Returns: (transfer full) (element-type BbGlyphChange): in the order of the report, those of private use first, then those without any font */
GPtrArray *bb_glyphs_changes (BbReport *report);

G_END_DECLS
