/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/bb-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

void
bb_cli_print (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fputs (text, stdout);
}

static void print_line (const char *format, va_list arguments) G_GNUC_PRINTF (1, 0);

static void
print_line (const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  /* One line, whatever a library put into its message. */
  g_strdelimit (text, "\r\n", ' ');
  fprintf (stderr, "bianbao-cli: %s\n", text);
}

int
bb_cli_fail (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_line (format, arguments);
  va_end (arguments);
  return BB_CLI_FAILED;
}

void
bb_cli_warn (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_line (format, arguments);
  va_end (arguments);
}

/* Names the file once, whether the message does already or not. */
static int
fail_about (const char *file, const char *message)
{
  if (strstr (message, file) != NULL)
    return bb_cli_fail ("%s", message);
  return bb_cli_fail ("%s: %s", file, message);
}

static gboolean
check_arguments (char **files, int n_files, int *status)
{
  guint n = g_strv_length (files);

  if (n_files >= 0 ? n == (guint) n_files : n > 0)
    return TRUE;
  if (n_files < 0)
    *status = bb_cli_fail (_("no file was named"));
  else
    *status = bb_cli_fail (ngettext ("%d file name is needed here", "%d file names are needed here", (gulong) n_files), n_files);
  return FALSE;
}

gboolean
bb_cli_parse (const char *name, const GOptionEntry *entries, const char *const *arguments, int n_files, char ***files, int *status)
{
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (n_files == 1 ? N_("OUTPUT") : n_files == 2 ? N_("INPUT OUTPUT") : N_("FILE…"));
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = g_new0 (char *, g_strv_length ((char **) arguments) + 2);
  guint skip;

  argv[0] = g_strdup_printf ("bianbao-cli %s", name);
  for (guint i = 0; arguments[i] != NULL; i++)
    argv[i + 1] = g_strdup (arguments[i]);
  g_set_prgname (argv[0]);
  /* GLib's own --help prints question marks for Chinese where no locale is set. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &argv, &error))
    {
      *status = bb_cli_fail ("%s", error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      bb_cli_print ("%s", text);
      *status = BB_CLI_DONE;
      return FALSE;
    }
  /* What is left is the program's name, perhaps "--", and the files. */
  skip = argv[1] != NULL && strcmp (argv[1], "--") == 0 ? 2 : 1;
  if (!check_arguments (argv + skip, n_files, status))
    return FALSE;
  *files = g_strdupv (argv + skip);
  return TRUE;
}

/* A name that is not UTF-8 can't be written into JSON, nor into a message, as it is. */
static gboolean
check_name (const char *file, GError **error)
{
  if (g_utf8_validate (file, -1, NULL))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, _("the file name is not UTF-8"));
  return FALSE;
}

BbOpened *
bb_cli_open (const char *file, BbOpenFlags flags, gboolean json)
{
  g_autoptr (GError) error = NULL;
  BbOpened *opened = check_name (file, &error) ? bb_open_path (file, flags | BB_OPEN_ONCE, NULL, &error) : NULL;
  g_autofree char *shown = g_filename_display_name (file);

  if (opened != NULL)
    return opened;
  fail_about (shown, error->message);
  if (json)
    {
      g_autofree char *line = bb_cli_error_json (shown, error->message);

      bb_cli_print ("%s\n", line);
    }
  return NULL;
}

char *
bb_cli_list_suffixes (void)
{
  GString *list = g_string_new (BB_DOCUMENT_SUFFIX);

  for (int i = 0; i < BB_N_EXPORT_FORMATS; i++)
    g_string_append_printf (list, " %s", bb_export_suffix ((BbExportFormat) i));
  return g_string_free (list, FALSE);
}

gboolean
bb_cli_can_write (const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_filename_display_name (output);

  if (!check_name (output, &error))
    fail_about (shown, error->message);
  else if (g_str_has_suffix (output, BB_DOCUMENT_SUFFIX) || bb_export_format_for_name (output) >= 0)
    return TRUE;
  else
    {
      g_autofree char *suffixes = bb_cli_list_suffixes ();

      bb_cli_fail (_("%s: this format is not supported; these can be written: %s"), output, suffixes);
    }
  return FALSE;
}

int
bb_cli_write (BbReport *report, const char *output, BbSaveFlags flags)
{
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (g_str_has_suffix (output, BB_DOCUMENT_SUFFIX))
    written = bb_lock_check (output, &error) && bb_document_save (report, output, NULL, flags, &error);
  else
    written = bb_export_file (report, (BbExportFormat) bb_export_format_for_name (output), output, flags, &error);
  if (written)
    return BB_CLI_DONE;
  return fail_about (output, error->message);
}

gboolean
bb_cli_is_finding (BbReport *report, BbNote *note)
{
  return bb_form_find_rule (bb_report_get_form (report), bb_note_get_id (note)) >= 0;
}
