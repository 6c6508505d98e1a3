/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-acceptances.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>

/* Of the digest: enough that no other figures have the same. */
#define DIGEST_LENGTH 16

#define PARTS 3

typedef struct
{
  char *digest;
  char *reason;
} Acceptance;

/* @by_subject: (element-type utf8 Acceptance) */
struct _BbAcceptances
{
  GHashTable *by_subject;
};

static void
acceptance_free (gpointer data)
{
  Acceptance *acceptance = data;

  g_free (acceptance->digest);
  g_free (acceptance->reason);
  g_free (acceptance);
}

static guint
cell_at (const GArray *pool, BbSlice cells, guint i)
{
  return g_array_index (pool, guint, cells.first + i);
}

static char *
digest_string (const char *string)
{
  char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, string, -1);

  digest[DIGEST_LENGTH] = '\0';
  return digest;
}

/* Of these a text may have several, and nothing but the words tells one from the other. */
static gboolean
is_one_of_several (const BbFinding *finding)
{
  return finding->wording == BB_WORDING_TEXT_COPIED || finding->wording == BB_WORDING_TEXT_PARTS || finding->wording == BB_WORDING_TEXT_YEAR;
}

/* Returns: (transfer full): the words of the text that it is about, whole; none when the text became shorter since. */
static char *
words_of (BbReport *report, const BbFinding *finding)
{
  const char *text = bb_field_get_text (bb_report_get_section (report, finding->section));
  glong length = g_utf8_strlen (text, -1);

  if ((glong) finding->text_start + (glong) finding->text_length > length)
    return g_strdup ("");
  return g_utf8_substring (text, finding->text_start, (glong) finding->text_start + (glong) finding->text_length);
}

/* What the finding is about, whatever the figures: its rule, where it leads, and the cells of its instance. */
static char *
subject_of (BbReport *report, const BbForm *form, const BbFinding *finding, const GArray *pool)
{
  GString *subject = g_string_new (form->rules[finding->rule].id);

  g_string_append_printf (subject, " %s", finding->target);
  for (guint i = 0; i < finding->cells.n; i++)
    g_string_append_printf (subject, " %s", form->cells[cell_at (pool, finding->cells, i)].id);
  if (is_one_of_several (finding))
    {
      g_autofree char *words = words_of (report, finding);
      g_autofree char *digest = digest_string (words);

      g_string_append_printf (subject, " %s", digest);
    }
  return g_string_free (subject, FALSE);
}

/* The figures as they are: what stands in the cells, and the words of a text that are about them. A mere count of characters is none. */
static char *
digest_of (BbReport *report, const BbFinding *finding, const GArray *pool)
{
  g_autoptr (GString) figures = g_string_new (NULL);

  for (guint i = 0; i < finding->cells.n; i++)
    g_string_append_printf (figures, "%s\n", bb_field_get_text (bb_report_get_cell (report, cell_at (pool, finding->cells, i))));
  if (finding->detail != NULL)
    g_string_append (figures, finding->detail);
  return digest_string (figures->str);
}

static BbField *
field_of (BbReport *report)
{
  return bb_report_get_meta (report, BB_META_ACCEPTED);
}

BbAcceptances *
bb_acceptances_read (BbReport *report)
{
  BbAcceptances *self = g_new0 (BbAcceptances, 1);
  g_auto (GStrv) lines = g_strsplit (bb_field_get_text (field_of (report)), "\n", -1);

  self->by_subject = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, acceptance_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", PARTS);
      Acceptance *acceptance;

      if (g_strv_length (parts) != PARTS)
        continue;
      acceptance = g_new0 (Acceptance, 1);
      acceptance->digest = g_steal_pointer (&parts[1]);
      acceptance->reason = g_steal_pointer (&parts[2]);
      g_hash_table_replace (self->by_subject, g_strdup (parts[0]), acceptance);
    }
  return self;
}

void
bb_acceptances_free (BbAcceptances *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_subject);
  g_free (self);
}

void
bb_acceptances_apply (const BbAcceptances *self, BbRun *run)
{
  for (guint i = 0; g_hash_table_size (self->by_subject) > 0 && i < run->findings->len; i++)
    {
      BbFinding *finding = &g_array_index (run->findings, BbFinding, i);
      g_autofree char *subject = subject_of (run->report, run->form, finding, run->pool);
      const Acceptance *acceptance = g_hash_table_lookup (self->by_subject, subject);
      g_autofree char *digest = NULL;

      /* An error can't be accepted, whatever a file says. */
      if (acceptance == NULL || !bb_acceptances_allow (run->form, finding))
        continue;
      digest = digest_of (run->report, finding, run->pool);
      finding->acceptance = g_str_equal (digest, acceptance->digest) ? BB_ACCEPTANCE_VALID : BB_ACCEPTANCE_STALE;
      finding->reason = acceptance->reason;
    }
}

gboolean
bb_acceptances_allow (const BbForm *form, const BbFinding *finding)
{
  return finding->severity != BB_SEVERITY_ERROR || form->rules[finding->rule].kind == BB_RULE_CARRY_REQUESTS;
}

static int
compare_subjects (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b);
}

static void
write_all (BbReport *report, const BbAcceptances *acceptances, const char *label)
{
  g_autoptr (GList) subjects = g_list_sort (g_hash_table_get_keys (acceptances->by_subject), compare_subjects);
  g_autoptr (GString) text = g_string_new (NULL);

  for (GList *link = subjects; link != NULL; link = link->next)
    {
      const Acceptance *acceptance = g_hash_table_lookup (acceptances->by_subject, link->data);

      g_string_append_printf (text, "%s%s\t%s\t%s", text->len > 0 ? "\n" : "", (char *) link->data, acceptance->digest, acceptance->reason);
    }
  bb_report_begin_group (report, label);
  bb_report_edit (report, field_of (report), text->str, BB_ORIGIN_TYPED);
  bb_report_end_group (report);
}

/* A reason is one line of the field. Returns: (transfer full): "" for none. */
static char *
fold (const char *reason)
{
  g_auto (GStrv) words = g_strsplit_set (reason, "\t\n\r", -1);
  g_autofree char *line = g_strjoinv (" ", words);

  return bb_text_trim (line);
}

gboolean
bb_acceptances_set (BbReport *report, const BbForm *form, const BbFinding *finding, const GArray *pool, const char *reason)
{
  g_autoptr (BbAcceptances) acceptances = bb_acceptances_read (report);
  g_autofree char *subject = subject_of (report, form, finding, pool);
  g_autofree char *line = reason != NULL ? fold (reason) : NULL;
  Acceptance *acceptance;

  if (line == NULL)
    {
      if (!g_hash_table_remove (acceptances->by_subject, subject))
        return FALSE;
      write_all (report, acceptances, _("Withdraw an acceptance"));
      return TRUE;
    }
  if (*line == '\0')
    return FALSE;
  acceptance = g_new0 (Acceptance, 1);
  acceptance->digest = digest_of (report, finding, pool);
  acceptance->reason = g_steal_pointer (&line);
  g_hash_table_replace (acceptances->by_subject, g_steal_pointer (&subject), acceptance);
  write_all (report, acceptances, _("Accept a warning"));
  return TRUE;
}
