/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The time from the start of a program to the first frame of its window: our start page beside an empty libadwaita
 * window (a header bar and nothing else), in turn, medians of nine. Run under a display (tests/with-display).
 *
 * usage: bench-first-frame          measures; exit status 1 past the limit
 *        bench-first-frame empty    one run: shows an empty window, ends with its first frame
 *        bench-first-frame start    one run: shows the start page
 */
#include "bb-application.h"
#include "bb-window.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_RUNS 9
#define LIMIT 1.3

static void
after_paint_cb (GdkFrameClock *clock)
{
  /* The frame is out; what a program does to end is not measured. */
  _exit (0);
}

static void
end_with_first_frame (GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

static void
activate_empty_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  /* A window that can be moved and closed: header bar, and nothing below it. */
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  end_with_first_frame (window);
}

static void
activate_start_cb (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  end_with_first_frame (GTK_WIDGET (window));
}

static int
run_window (const char *what)
{
  g_autoptr (GtkApplication) application = NULL;
  char *argv[] = { (char *) "bench", NULL };

  if (strcmp (what, "empty") == 0)
    {
      application = GTK_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (activate_empty_cb), NULL);
    }
  else
    {
      application = GTK_APPLICATION (bb_application_new (G_APPLICATION_NON_UNIQUE));
      /* After its own: the window is there then. */
      g_signal_connect_after (application, "activate", G_CALLBACK (activate_start_cb), NULL);
    }
  g_application_run (G_APPLICATION (application), 1, argv);
  return 2;
}

static double
measure (const char *program, const char *what)
{
  gint64 begin = g_get_monotonic_time ();
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      execl (program, program, what, NULL);
      _exit (127);
    }
  if (child < 0 || waitpid (child, &status, 0) != child || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    {
      fprintf (stderr, "bench-first-frame: the %s window did not come up\n", what);
      exit (2);
    }
  return (double) (g_get_monotonic_time () - begin) / 1000.0;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (int argc, char **argv)
{
  double empty[N_RUNS], start[N_RUNS], ratio;

  if (argc > 1)
    return run_window (argv[1]);
  measure ("/proc/self/exe", "empty");
  for (guint i = 0; i < N_RUNS; i++)
    {
      empty[i] = measure ("/proc/self/exe", "empty");
      start[i] = measure ("/proc/self/exe", "start");
    }
  qsort (empty, N_RUNS, sizeof (double), compare);
  qsort (start, N_RUNS, sizeof (double), compare);
  ratio = start[N_RUNS / 2] / empty[N_RUNS / 2];
  printf ("first frame: empty window %.0f ms, start page %.0f ms, ratio %.2f (limit %.1f)\n",
          empty[N_RUNS / 2], start[N_RUNS / 2], ratio, LIMIT);
  return ratio <= LIMIT ? 0 : 1;
}
