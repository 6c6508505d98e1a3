/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Characters and rules at any place of pages, as bb-drawing.h has them: what is made of them, and what the matcher makes of that.
 * The bytes of PDF files are poppler's to read, in a process of its own.
 */
#include "bb-drawing.h"

#include "import/bb-matcher.h"
#include "import/bb-pdf-document.h"

#include <bianbao/bianbao.h>
#include <stdint.h>

#define MOST_PAGES 12

/* The matcher takes fifty times as long and has targets of its own: one input of so many is for it. */
#define MATCHED 16

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static BbImportSource *
read_pages (GPtrArray *pages)
{
  g_autoptr (BbPdfDocument) document = bb_pdf_document_new ();
  g_autoptr (GError) error = NULL;
  BbImportSource *source;

  for (guint i = 0; i < MIN (pages->len, MOST_PAGES); i++)
    if (!bb_pdf_document_add_page (document, g_ptr_array_index (pages, i), NULL))
      return NULL;
  source = bb_pdf_document_read (document, NULL, &error);
  g_assert_true ((source == NULL) == (error != NULL));
  return source;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GArray) strokes = bb_drawing_parse (text);
  g_autoptr (GPtrArray) pages = bb_drawing_pages (strokes);
  g_autoptr (BbImportSource) source = read_pages (pages);
  g_autoptr (BbReading) reading = source != NULL && size % MATCHED == 0 ? bb_matcher_read (source, "fuzz.pdf", NULL, NULL) : NULL;

  if (reading != NULL)
    bb_settle (reading->report, reading->rows, reading->sums, NULL);
  return 0;
}
