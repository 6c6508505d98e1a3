/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BbFileKind: what a file is.
 * @name: what BbReading.format says ("html", "doc")
 * @reader: (nullable): the reader for it, or for what LibreOffice makes of it
 * @convert: (nullable): suffix under which LibreOffice knows it; %NULL: no need of it
 * @refusal: (nullable): why it is not read, and what to do; untranslated
 * @is_locked: it is a password that keeps it closed
 */
typedef struct
{
  const char *name;
  const char *reader;
  const char *convert;
  const char *refusal;
  gboolean is_locked;
} BbFileKind;

/**
 * bb_file_kind_find: by its content where that is certain, else by the suffix of its name: offices get web pages that are called
 * .doc, and workbooks of every format that are called .xls, from the systems that they report to.
 *
 * The bytes are only compared here, never taken apart.
 *
 * @differs: (out): whether the suffix says something else
 *
 * Returns: (transfer none) (nullable): %NULL: nobody knows
 */
const BbFileKind *bb_file_kind_find (GBytes *bytes, const char *name, gboolean *differs);

/** bb_file_kind_by_name: by the suffix alone. Returns: (transfer none) (nullable) */
const BbFileKind *bb_file_kind_by_name (const char *name);

G_END_DECLS
