/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one keystroke costs in a full report: the edit, its totals, and all rules run again. Prints medians and the slowest
 * of a hundred; fails when the median is over one millisecond.
 */
#include "bb-generate.h"

#include <locale.h>
#include <stdio.h>

#define N_ROUNDS 2001
#define LIMIT_US 1000.0

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
now_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

typedef void (*Action) (BbReport *report, BbChecker *checker, guint round);

/* Two figures of 12 and 13 in turn, in another cell each time: what it breaks appears and goes. */
static void
keystroke (BbReport *report, BbChecker *checker, guint round)
{
  const BbForm *form = bb_report_get_form (report);
  guint cell = round / 2 * 7 % form->n_cells;

  bb_report_edit (report, bb_report_get_cell (report, cell), round % 2 == 0 ? "12" : "13", BB_ORIGIN_TYPED);
}

static void
undo_or_redo (BbReport *report, BbChecker *checker, guint round)
{
  if (round % 2 == 0)
    bb_report_undo (report);
  else
    bb_report_redo (report);
}

static void
run_rules (BbReport *report, BbChecker *checker, guint round)
{
  bb_checker_run (checker);
}

static gboolean
measure (const char *what, BbReport *report, BbChecker *checker, Action action)
{
  g_autofree double *times = g_new0 (double, N_ROUNDS);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      double begin = now_us ();

      action (report, checker, round);
      times[round] = now_us () - begin;
    }
  qsort (times, N_ROUNDS, sizeof (double), compare_times);
  printf ("%s: median %.1f us, 99%% under %.1f us\n", what, times[N_ROUNDS / 2], times[N_ROUNDS * 99 / 100]);
  return times[N_ROUNDS / 2] < LIMIT_US;
}

/* A section one of a usual length that states the figures of the tables, as real ones do; they are compared at each keystroke. */
static void
write_figures (BbReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append (text, "全年新收政府信息公开申请78件，上年结转6件；办结申请79件，结转下年度5件。予以公开12件，不予公开8件，无法提供9件，"
                         "不予处理3件，其他处理2件。因政府信息公开引起的行政复议3件、行政诉讼2件。制发规范性文件15件，废止规范性文件4件。\n");
  for (guint i = 0; i < 40; i++)
    g_string_append (text, "政府网站公开平台运行平稳，审核和培训按计划完成。");
  bb_report_edit (report, bb_report_find_field (report, "overview"), text->str, BB_ORIGIN_TYPED);
}

static gboolean
bench_form (const char *form, BbCheckMode mode)
{
  g_autoptr (BbReport) report = bb_generate_sound (form);
  g_autoptr (BbChecker) checker = bb_checker_new (report, mode);
  gboolean quick = TRUE;

  printf ("edition %s, %s, %u cells\n", form, mode == BB_CHECK_LIVE ? "while filling in" : "complete",
          bb_report_get_form (report)->n_cells);
  write_figures (report);
  quick &= measure ("  all rules", report, checker, run_rules);
  quick &= measure ("  a keystroke, its totals and all rules", report, checker, keystroke);
  quick &= measure ("  undo or redo, and all rules", report, checker, undo_or_redo);
  printf ("  issues at the end: %u\n", g_list_model_get_n_items (G_LIST_MODEL (checker)));
  return quick;
}

int
main (void)
{
  gboolean quick = TRUE;

  setlocale (LC_ALL, "");
  quick &= bench_form ("2021", BB_CHECK_LIVE);
  quick &= bench_form ("2021", BB_CHECK_COMPLETE);
  quick &= bench_form ("2019", BB_CHECK_LIVE);
  if (!quick)
    fprintf (stderr, "slower than %.0f us\n", LIMIT_US);
  return quick ? 0 : 1;
}
