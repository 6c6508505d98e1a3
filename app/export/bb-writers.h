/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-page.h"

G_BEGIN_DECLS

typedef GBytes *(*BbPageWriter) (const BbPage *page, GError **error);

/**
 * bb_writers: the writers that take libraries of their own, which not every program links.
 *
 * bb-writers.c has all of them; a program that goes without defines its own, with %NULL where there is none.
 */
typedef struct
{
  BbPageWriter docx;
  BbPageWriter pdf;
} BbWriters;

extern const BbWriters bb_writers;

G_END_DECLS
