/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-office.h"

#include "import/bb-process.h"

#include <bianbao/bb-import.h>
#include <bianbao/bb-save.h>
#include <ftw.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* Its first start on a slow machine takes some twenty seconds; a report is converted in one. */
#define TIME_LIMIT 90
#define PROCESSOR_LIMIT 120
#define FILE_LIMIT (256UL * 1024 * 1024)
#define MEMORY_LIMIT (4096UL * 1024 * 1024)

/* What it prints is thrown away; it must not stand waiting for a reader. */
#define OUTPUT_LIMIT (16 * 1024 * 1024)

/* Open at once while a folder is removed. */
#define N_FOLDERS 16

/* No macros at all, no links followed, no asking, nobody told. */
static const char settings[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
  "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
#define ITEM(path, name, value) "<item oor:path=\"/org.openoffice.Office." path "\"><prop oor:name=\"" name "\" oor:op=\"fuse\"><value>" value "</value></prop></item>\n"
  ITEM ("Common/Security/Scripting", "DisableMacrosExecution", "true")
  ITEM ("Common/Security/Scripting", "MacroSecurityLevel", "3")
  ITEM ("Common/Security/Scripting", "DisableActiveContent", "true")
  ITEM ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
  ITEM ("Common/Misc", "FirstRun", "false")
  ITEM ("Common/Misc", "CollectUsageInformation", "false")
  ITEM ("Writer/Content/Update", "Link", "2")
  ITEM ("Calc/Content/Update", "Link", "2")
#undef ITEM
  "</oor:items>\n";

/* ---- its folder ---- */

static int
remove_one_cb (const char        *path,
               const struct stat *status,
               int                type,
               struct FTW        *walk)
{
  return remove (path);
}

static void
folder_remove (char *folder)
{
  if (folder == NULL)
    return;
  nftw (folder, remove_one_cb, N_FOLDERS, FTW_DEPTH | FTW_PHYS);
  g_free (folder);
}

typedef char Folder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, folder_remove)

static gboolean
write_file (const char  *folder,
            const char  *name,
            GBytes      *content,
            GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0700);
  return bb_save_bytes (path, content, BB_SAVE_PRIVATE, error);
}

/* Returns: (transfer full): with the file and the settings in it. */
static char *
make_folder (GBytes      *bytes,
             const char  *suffix,
             GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (Folder) folder = g_dir_make_tmp ("bianbao-office-XXXXXX", &failure);
  g_autoptr (GBytes) profile = g_bytes_new_static (settings, sizeof settings - 1);
  g_autofree char *name = g_strconcat ("report", suffix, NULL);

  if (folder != NULL && write_file (folder, name, bytes, &failure) &&
      write_file (folder, "profile/user/registrymodifications.xcu", profile, &failure))
    return g_steal_pointer (&folder);
  g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_FAILED, _("The file could not be handed over to LibreOffice: %s"), failure->message);
  return NULL;
}

/* ---- the program ---- */

static char *
find_program (void)
{
  static const char *const names[] = { "soffice", "libreoffice", "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice" };
  const char *named = g_getenv ("BIANBAO_SOFFICE");
  char *path = NULL;

  if (named != NULL)
    return g_find_program_in_path (named);
  for (guint i = 0; i < G_N_ELEMENTS (names) && path == NULL; i++)
    path = g_find_program_in_path (names[i]);
  return path;
}

static void
limit (int    resource,
       rlim_t value)
{
  const struct rlimit both = { value, value };

  setrlimit (resource, &both);
}

/* In the new process: a group of its own, so that all of it can be ended; limits; and no network where that can be had. */
static void
setup_cb (gpointer data)
{
  setpgid (0, 0);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit (RLIMIT_CPU, PROCESSOR_LIMIT);
  limit (RLIMIT_FSIZE, FILE_LIMIT);
  limit (RLIMIT_AS, MEMORY_LIMIT);
  limit (RLIMIT_CORE, 0);
  if (unshare (CLONE_NEWNET) != 0)
    unshare (CLONE_NEWUSER | CLONE_NEWNET);
}

static char **
make_environment (const char *folder)
{
  char **environment = NULL;
  const char *path = g_getenv ("PATH");

  environment = g_environ_setenv (environment, "PATH", path != NULL ? path : "/usr/bin:/bin", TRUE);
  environment = g_environ_setenv (environment, "HOME", folder, TRUE);
  environment = g_environ_setenv (environment, "TMPDIR", folder, TRUE);
  environment = g_environ_setenv (environment, "LC_ALL", "C.UTF-8", TRUE);
  environment = g_environ_setenv (environment, "SAL_USE_VCLPLUGIN", "svp", TRUE);
  return g_environ_setenv (environment, "DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
}

static gboolean
start (BbProcess   *process,
       const char  *program,
       const char  *folder,
       const char  *suffix,
       const char  *target,
       GError     **error)
{
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=%s/profile", uri);
  g_autofree char *input = g_strdup_printf ("%s/report%s", folder, suffix);
  g_autofree char *output = g_strdup_printf ("%s/converted", folder);
  const char *filter = g_str_equal (target, "docx") ? "docx:MS Word 2007 XML" : "xlsx:Calc MS Excel 2007 XML";
  const char *const argv[] = { program, profile, "--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
                               "--convert-to", filter, "--outdir", output, input, NULL };
  g_auto (GStrv) environment = make_environment (folder);
  g_autoptr (GError) failure = NULL;

  if (bb_process_start (process, argv, (const char *const *) environment, -1, setup_cb, &failure))
    return TRUE;
  g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_FAILED, _("LibreOffice could not be started: %s"), failure->message);
  return FALSE;
}

/* ---- the result ---- */

static gboolean
run (const char    *program,
     const char    *folder,
     const char    *suffix,
     const char    *target,
     GCancellable  *cancellable,
     GError       **error)
{
  const char *named = g_getenv ("BIANBAO_SOFFICE_SECONDS");
  gint64 seconds = named != NULL ? g_ascii_strtoll (named, NULL, 10) : TIME_LIMIT;
  g_autoptr (GBytes) output = NULL;
  BbProcess process;

  if (!start (&process, program, folder, suffix, target, error))
    return FALSE;
  output = bb_process_receive (&process, seconds, OUTPUT_LIMIT, cancellable, error);
  bb_process_end (&process, TRUE);
  return output != NULL;
}

static GBytes *
take_result (const char    *folder,
             const char    *target,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *path = g_strdup_printf ("%s/converted/report.%s", folder, target);
  g_autoptr (GError) failure = NULL;
  GBytes *bytes = bb_read_file (path, cancellable, &failure);

  if (bytes != NULL)
    return bytes;
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_DAMAGED,
                         _("LibreOffice could not read the file: it may be damaged, or protected by a password. Open it in Word, Excel or WPS, save it as .docx or .xlsx, and open that"));
  return NULL;
}

GBytes *
bb_office_convert (GBytes        *bytes,
                   const char    *suffix,
                   const char    *target,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *program = find_program ();
  g_autoptr (Folder) folder = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (program == NULL)
    {
      /* Translators: the first %s is the old format (.doc), the second one the new format (.docx). */
      g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_NOT_SUPPORTED,
                   _("This is a file of the kind %1$s, which is read only where LibreOffice is installed. Open it in Word, Excel or WPS, choose “Save As”, save it as .%2$s, and open that"),
                   suffix, target);
      return NULL;
    }
  folder = make_folder (bytes, suffix, error);
  if (folder == NULL || !run (program, folder, suffix, target, cancellable, error))
    return NULL;
  return take_result (folder, target, cancellable, error);
}
