/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/bb-formats.h"

#include "import/bb-pdf-blocks.h"
#include "reader/bb-budget.h"

#include <time.h>

/* What Chinese characters of fonts mean that are not part of a PDF file is told by tables, each in a file, of which one may be needed. */
static const char *const folders[] = { "/usr/share/poppler", NULL };

const char *const *const bb_formats_folders = folders;

/*
 * Seconds of the processor that a file may take: for all of it, for each page that it has come to, and for each MiB, which is fonts
 * and pictures. Half a MiB of commands can be packed into a thousandth of that, and nothing tells before they are carried out.
 * A page of a report takes a hundredth of a second.
 */
#define ALL 0.3
#define PAGE 0.03
#define MEBIBYTE 3.0

/* On a machine that starts this program in so many seconds. One that takes longer to start it takes longer to read, too. */
#define START 0.01
#define SLOWEST 10.0

/* How slow this machine is, what is allowed so far, and when reading began. */
static double slowness;
static double allowed;
static double start;

static double
processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static void
page_cb (void)
{
  allowed += PAGE * slowness;
  bb_budget_set (allowed - (processor_time () - start));
}

BbImportSource *
bb_formats_read (GBytes      *bytes,
                 const char  *format,
                 char       **encoding,
                 gboolean    *guessed,
                 GError     **error)
{
  start = processor_time ();
  slowness = CLAMP (start / START, 1, SLOWEST);
  allowed = (ALL + (double) g_bytes_get_size (bytes) / (1024 * 1024) * MEBIBYTE) * slowness;
  bb_budget_set (allowed);
  return bb_pdf_blocks_read_limited (bytes, page_cb, NULL, error);
}
