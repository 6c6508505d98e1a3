/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-cost COMMAND…: runs it, its output thrown away, and prints seconds of the processor, seconds on the wall and KiB at most
 * of the largest of its processes. Plain C: a parent's own memory counts as its child's, and Python's is more than ours.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
seconds_of (struct timeval time)
{
  return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

int
main (int argc, char **argv)
{
  double begin = now ();
  pid_t child = argc > 1 ? fork () : -1;
  struct rusage usage;
  int status;

  if (child == 0)
    {
      dup2 (open ("/dev/null", O_WRONLY), STDOUT_FILENO);
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) != child || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    return 1;
  printf ("%.4f %.4f %ld\n", seconds_of (usage.ru_utime) + seconds_of (usage.ru_stime), now () - begin, usage.ru_maxrss);
  return 0;
}
