/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-printing.h"

#include "bb-dialogs.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define PRINT_KEY "bb-print"
#define SETTINGS_KEY "bb-print-settings"
#define BEGUN_KEY "bb-print-begun"

/* Seconds by which the time of a file may be behind the clock: the kernel writes that of its last tick, FAT an even second. */
#define FILE_CLOCK_SLACK 2

static void
free_print (gpointer data)
{
  bb_print_free (data);
}

static void
begin_print_cb (GtkPrintOperation *operation)
{
  gtk_print_operation_set_n_pages (operation, (int) bb_print_n_pages (g_object_get_data (G_OBJECT (operation), PRINT_KEY)));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  const BbPrint *print = g_object_get_data (G_OBJECT (operation), PRINT_KEY);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  double across = width / BB_PRINT_WIDTH, down = height / BB_PRINT_HEIGHT;
  double scale = MIN (across, down);

  cairo_save (cr);
  cairo_translate (cr, (width - scale * BB_PRINT_WIDTH) / 2, (height - scale * BB_PRINT_HEIGHT) / 2);
  cairo_scale (cr, scale, scale);
  bb_print_draw_page (print, (guint) page, cr);
  cairo_restore (cr);
}

/* The pages are not drawn: who looks at them does so in the preview of the program. */
static void
preview_ready_cb (GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
}

/*
 * The button Preview of the print dialog. GTK would start another program, silently nothing where that is not installed. It
 * wants a context to measure in.
 */
static gboolean
preview_cb (GtkWidget *parent, GtkPrintOperationPreview *preview, GtkPrintContext *context)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_signal_connect (preview, "ready", G_CALLBACK (preview_ready_cb), NULL);
  /* The preview itself can be the parent. */
  if (!gtk_widget_activate_action (parent, "win.preview", NULL))
    gtk_window_present (GTK_WINDOW (parent));

  return TRUE;
}

GtkPrintOperation *
bb_printing_new (GtkWindow *parent, BbReport *report)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  BbPrint *print = bb_print_new (report);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  gtk_paper_size_free (a4);
  gtk_print_operation_set_default_page_setup (operation, setup);
  /* The margins are in the pages: 28 mm and more, further in than any printer needs. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, bb_print_get_title (print));
  g_object_set_data_full (G_OBJECT (operation), PRINT_KEY, print, free_print);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), NULL);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), NULL);
  if (parent != NULL)
    g_signal_connect_object (operation, "preview", G_CALLBACK (preview_cb), parent, G_CONNECT_SWAPPED);

  return operation;
}

char *
bb_printing_dup_file (GtkPrintSettings *settings, gint64 since)
{
  const char *uri = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  g_autofree char *path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  GStatBuf status;

  if (path == NULL || g_stat (path, &status) != 0 || status.st_mtime < since - FILE_CLOCK_SLACK)
    return NULL;
  return g_steal_pointer (&path);
}

/* A printer shows by itself that it prints; of a file nothing was seen. The preview has no place to tell it in passing. */
static void
tell_file (GtkWindow *parent, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *message = g_strdup_printf (_("Printed to the file %s"), name);

  if (!gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s", message))
    bb_dialogs_tell (parent, _("Report Printed"), message);
}

static void
finish (GtkWindow *parent, GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const gint64 *begun = g_object_get_data (G_OBJECT (operation), BEGUN_KEY);
  g_autofree char *path = bb_printing_dup_file (settings, *begun);

  g_object_set_data_full (G_OBJECT (parent), SETTINGS_KEY, g_object_ref (settings), g_object_unref);
  if (path != NULL)
    tell_file (parent, path);
}

static void
done_cb (GtkWindow *parent, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    finish (parent, operation);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  bb_dialogs_tell (parent, _("Could Not Print the Report"), error != NULL ? error->message : "");
}

/* What is printed to a file has the name that an export would have. */
static GtkPrintSettings *
make_settings (GtkWindow *parent, BbReport *report)
{
  GtkPrintSettings *kept = g_object_get_data (G_OBJECT (parent), SETTINGS_KEY);
  GtkPrintSettings *settings = kept != NULL ? g_object_ref (kept) : gtk_print_settings_new ();
  g_autofree char *title = bb_report_get_title (report);
  g_autofree char *name = bb_text_safe_file_name (title);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  return settings;
}

void
bb_printing_run (GtkWindow *parent, BbReport *report)
{
  g_autoptr (GtkPrintOperation) operation = bb_printing_new (parent, report);
  g_autoptr (GtkPrintSettings) settings = make_settings (parent, report);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_object_set_data_full (G_OBJECT (operation), BEGUN_KEY, g_memdup2 (&now, sizeof now), g_free);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, G_CONNECT_SWAPPED);
  /* What goes wrong is told when it is done, whether that is now or later. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
