/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a whole run of `bianbao-cli check` costs: median of nine and largest resident set, beside `python3 -c pass` on the
 * same machine in the same run. Plain C, because a parent's own memory counts as its child's until the child has its own
 * program: a small parent is an honest one.
 *
 * usage: bench-process PROGRAM REPORT…
 * Exit status 1 when a run takes 50 ms or 25 MiB, or more; 2 when something can't be run.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define N_RUNS 9
#define LIMIT_MS 50.0
#define LIMIT_MIB 25.0

typedef struct
{
  double milliseconds;
  double mebibytes;
} Cost;

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
become (char *const *command)
{
  int null = open ("/dev/null", O_WRONLY);

  dup2 (null, STDOUT_FILENO);
  dup2 (null, STDERR_FILENO);
  execvp (command[0], command);
  _exit (127);
}

/* A report with errors in it is a run like any other: `check` says 1 then. */
static Cost
run (char *const *command)
{
  double begin = now_ms ();
  pid_t child = fork ();
  struct rusage usage;
  int status;

  if (child == 0)
    become (command);
  if (child < 0 || wait4 (child, &status, 0, &usage) != child || !WIFEXITED (status) || WEXITSTATUS (status) > 1)
    {
      fprintf (stderr, "bench-process: %s could not be run\n", command[0]);
      exit (2);
    }
  return (Cost) { now_ms () - begin, usage.ru_maxrss / 1024.0 };
}

static int
compare_costs (const void *a, const void *b)
{
  double x = ((const Cost *) a)->milliseconds, y = ((const Cost *) b)->milliseconds;

  return x < y ? -1 : x > y;
}

static Cost
measure (char *const *command)
{
  Cost costs[N_RUNS];
  Cost result = { 0, 0 };

  run (command); /* the first one reads the program from the disk */
  for (int i = 0; i < N_RUNS; i++)
    {
      costs[i] = run (command);
      if (costs[i].mebibytes > result.mebibytes)
        result.mebibytes = costs[i].mebibytes;
    }
  qsort (costs, N_RUNS, sizeof (Cost), compare_costs);
  result.milliseconds = costs[N_RUNS / 2].milliseconds;
  return result;
}

int
main (int argc, char **argv)
{
  char *const base_command[] = { (char *) "python3", (char *) "-c", (char *) "pass", NULL };
  Cost base;
  int too_much = 0;

  if (argc < 3)
    {
      fprintf (stderr, "usage: bench-process PROGRAM REPORT...\n");
      return 2;
    }
  base = measure (base_command);
  printf ("python3 -c pass: %.1f ms, %.1f MiB\n", base.milliseconds, base.mebibytes);
  for (int i = 2; i < argc; i++)
    {
      char *const command[] = { argv[1], (char *) "check", argv[i], NULL };
      Cost cost = measure (command);

      printf ("check %s: %.1f ms (%.2f of python3 -c pass), %.1f MiB\n", argv[i], cost.milliseconds,
              cost.milliseconds / base.milliseconds, cost.mebibytes);
      too_much |= cost.milliseconds >= LIMIT_MS || cost.mebibytes >= LIMIT_MIB;
    }
  if (too_much)
    fprintf (stderr, "bench-process: over %.0f ms or %.0f MiB\n", LIMIT_MS, LIMIT_MIB);
  return too_much;
}
