/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-xml.h"

G_BEGIN_DECLS

/**
 * BbXlsxText: the text of a string with runs, shared or in its cell: without what is struck through and without the readings
 * of characters, raised digits as such.
 * @text: owned by who uses it
 * @n_struck: runs that were left out
 */
typedef struct
{
  GString *text;
  guint n_struck;
  gboolean collects;
  gboolean in_reading;
  gboolean is_raised;
  gboolean is_struck;
} BbXlsxText;

/** bb_xlsx_text_begin: a string begins. */
void bb_xlsx_text_begin (BbXlsxText *text);
/** bb_xlsx_text_start, bb_xlsx_text_end: an element inside a string, of the vocabulary of sheets; others are of no account. */
void bb_xlsx_text_start (BbXlsxText *text, const BbXmlElement *element);
void bb_xlsx_text_end (BbXlsxText *text, const BbXmlElement *element);
void bb_xlsx_text_add (BbXlsxText *text, const char *characters, gsize length);

G_END_DECLS
