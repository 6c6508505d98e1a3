/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has a document open: what a lock file says, and what is shown of it. */
#include "file/bb-lock-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define GROUP "Bianbao Lock"

/* Characters of a name on the screen. */
#define NAME_LENGTH 40

/* In /proc/PID/stat, counted behind the name of the program, which may hold anything. */
#define START_FIELD 19

void
bb_lock_holder_free (BbLockHolder *holder)
{
  if (holder == NULL)
    return;
  g_free (holder->user);
  g_free (holder->host);
  g_free (holder);
}

void
bb_lock_text_clear (BbLockText *text)
{
  g_clear_pointer (&text->holder, bb_lock_holder_free);
}

/* ---- for the screen ---- */

/* Direction marks and the like would put the rest of a message into disorder. */
static gboolean
is_shown (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return FALSE;
    default:
      return TRUE;
    }
}

static char *
make_fit (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) fit = g_string_new (NULL);
  gboolean space = FALSE;
  guint length = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!is_shown (character) || g_unichar_isspace (character))
        {
          space = fit->len > 0;
          continue;
        }
      if (length++ == NAME_LENGTH)
        {
          g_string_append (fit, "…");
          break;
        }
      if (space)
        g_string_append_c (fit, ' ');
      space = FALSE;
      g_string_append_unichar (fit, character);
    }
  return g_strdup (fit->str);
}

char *
bb_lock_holder_dup_name (const BbLockHolder *holder)
{
  g_return_val_if_fail (holder != NULL, NULL);
  if (*holder->user == '\0')
    return g_strdup (_("somebody else"));
  if (*holder->host == '\0')
    return g_strdup (holder->user);
  /* Translators: 1: a person, 2: a computer */
  return g_strdup_printf (_("%1$s (%2$s)"), holder->user, holder->host);
}

char *
bb_lock_holder_dup_time (const BbLockHolder *holder)
{
  g_autoptr (GDateTime) then = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_return_val_if_fail (holder != NULL, NULL);
  then = holder->time > 0 ? g_date_time_new_from_unix_local (holder->time) : NULL;
  if (then == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (then) == g_date_time_get_year (now)
      && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now))
    return g_date_time_format (then, "%H:%M");
  return g_date_time_format (then, "%Y-%m-%d %H:%M");
}

void
bb_lock_refuse (const char *path, const BbLockHolder *holder, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *who = bb_lock_holder_dup_name (holder);
  g_autofree char *since = bb_lock_holder_dup_time (holder);

  if (*since != '\0')
    g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_LOCKED,
                 /* Translators: 1: a file, 2: a person, 3: a time */
                 _("“%1$s” is open elsewhere: %2$s has had it open since %3$s. Nothing was written."), name, who, since);
  else
    g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_LOCKED,
                 /* Translators: 1: a file, 2: a person */
                 _("“%1$s” is open elsewhere: %2$s has it open. Nothing was written."), name, who);
}

gboolean
bb_lock_check (const char *path, GError **error)
{
  g_autoptr (BbLockHolder) holder = bb_lock_find (path);

  if (holder != NULL)
    bb_lock_refuse (path, holder, error);
  return holder == NULL;
}

/* ---- this computer and its processes ---- */

/* Not the identifier itself: it is nobody's business outside this computer (machine-id(5)). */
static char *
make_machine (void)
{
  g_autofree char *id = NULL;
  g_autofree char *salted = NULL;
  char *machine;

  if (!g_file_get_contents ("/etc/machine-id", &id, NULL, NULL))
    id = g_strdup ("");
  salted = g_strconcat ("org.bianbao.Bianbao\n", g_strstrip (id), "\n", g_get_host_name (), NULL);
  machine = g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);
  machine[16] = '\0';
  return machine;
}

/* Returns: 0 when it can't be told. */
static gint64
find_start (gint64 process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", process);
  g_autofree char *line = NULL;
  g_auto (GStrv) fields = NULL;
  const char *rest;

  if (!g_file_get_contents (path, &line, NULL, NULL) || (rest = strrchr (line, ')')) == NULL || rest[1] == '\0')
    return 0;
  fields = g_strsplit (rest + 2, " ", -1);
  return g_strv_length (fields) > START_FIELD ? g_ascii_strtoll (fields[START_FIELD], NULL, 10) : 0;
}

gboolean
bb_lock_process_lives (const BbLockText *text)
{
  gint64 start;

  if (!text->here || text->process <= 0 || text->process > G_MAXINT32)
    return FALSE;
  start = find_start (text->process);
  if (start != 0 && text->start != 0)
    return start == text->start;
  /* Those of other people may be hidden from us. */
  return kill ((pid_t) text->process, 0) == 0 || errno == EPERM;
}

/* ---- the file ---- */

char *
bb_lock_text_make (void)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *machine = make_machine ();
  const char *real = g_get_real_name ();
  g_autofree char *user = make_fit (real != NULL && *real != '\0' && strcmp (real, "Unknown") != 0 ? real : g_get_user_name ());
  g_autofree char *host = make_fit (g_get_host_name ());

  g_key_file_set_string (keys, GROUP, "User", user);
  g_key_file_set_string (keys, GROUP, "Host", host);
  g_key_file_set_string (keys, GROUP, "Machine", machine);
  g_key_file_set_int64 (keys, GROUP, "Process", getpid ());
  g_key_file_set_int64 (keys, GROUP, "Start", find_start (getpid ()));
  g_key_file_set_int64 (keys, GROUP, "Since", g_get_real_time () / G_USEC_PER_SEC);
  return g_key_file_to_data (keys, NULL, NULL);
}

gboolean
bb_lock_text_read (BbLockText *text, const char *data, gsize size)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *user = NULL;
  g_autofree char *host = NULL;
  g_autofree char *machine = NULL;
  g_autofree char *here = make_machine ();
  gboolean ours = size > 0 && g_key_file_load_from_data (keys, data, size, G_KEY_FILE_NONE, NULL) && g_key_file_has_group (keys, GROUP);

  *text = (BbLockText) { .holder = g_new0 (BbLockHolder, 1) };
  if (ours)
    {
      user = g_key_file_get_string (keys, GROUP, "User", NULL);
      host = g_key_file_get_string (keys, GROUP, "Host", NULL);
      machine = g_key_file_get_string (keys, GROUP, "Machine", NULL);
      text->here = g_strcmp0 (machine, here) == 0;
      text->process = g_key_file_get_int64 (keys, GROUP, "Process", NULL);
      text->start = g_key_file_get_int64 (keys, GROUP, "Start", NULL);
      text->holder->time = g_key_file_get_int64 (keys, GROUP, "Since", NULL);
    }
  text->holder->user = make_fit (user);
  text->holder->host = make_fit (host);
  return ours;
}
