/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf.h"

G_BEGIN_DECLS

/** BbPdfRun: characters of a line that stand close together: those from @start up to @end. */
typedef struct
{
  const BbPdfLine *line;
  guint start;
  guint end;
  BbPdfBox box;
} BbPdfRun;

/** bb_pdf_runs_new: @gap: how wide a gap parts them, of the size of the font. Returns: (transfer full) (element-type BbPdfRun) */
GArray *bb_pdf_runs_new (const BbPdfLine *line, double gap);

static inline const BbPdfRun *
bb_pdf_run (const GArray *runs, guint index)
{
  return &g_array_index (runs, BbPdfRun, index);
}

/** bb_pdf_run_text: Returns: (transfer full) */
char *bb_pdf_run_text (const BbPdfRun *run);

/** bb_pdf_run_is_value: whether it is what stands for a figure: digits, a dash, a slash; no words. */
gboolean bb_pdf_run_is_value (const BbPdfRun *run);

/** bb_pdf_run_cut: cuts @run before the character @at. Returns: the part from there on; @run keeps the part before it. */
BbPdfRun bb_pdf_run_cut (BbPdfRun *run, guint at);

/**
 * bb_pdf_run_find_touching: where the first characters of @run, between which is no room at all, are followed by a little of it:
 * there another cell may begin.
 *
 * Returns: the character behind it, or @run->end
 */
guint bb_pdf_run_find_touching (const BbPdfRun *run);

/** bb_pdf_has_number: whether @text begins as a point does: 3. or （三） or 三、. */
gboolean bb_pdf_has_number (const char *text);

G_END_DECLS
