/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/bb-budget.h"

#include "import/bb-worker.h"

#include <signal.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

static void
spent_cb (int number)
{
  /* Not by a function that is known never to return: a sanitizer wants memory of its own before it calls one. */
  syscall (SYS_exit_group, BB_WORKER_TOO_LONG);
}

void
bb_budget_set (double seconds)
{
  const struct sigaction action = { .sa_handler = spent_cb };
  /* Nothing at all would be no limit. */
  gint64 left = MAX ((gint64) (seconds * G_USEC_PER_SEC), 1);
  const struct itimerval once = { .it_value = { left / G_USEC_PER_SEC, left % G_USEC_PER_SEC } };

  sigaction (SIGPROF, &action, NULL);
  setitimer (ITIMER_PROF, &once, NULL);
}
