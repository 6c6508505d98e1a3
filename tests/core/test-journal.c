/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/bb-journal-private.h"

#include "bb-folder.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#define HEAD BB_JOURNAL_HEAD

static char *folder;

static BbReport *
make_report (void)
{
  BbReport *report = bb_report_new (bb_form_get ("2021"));

  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), "测试局", BB_ORIGIN_TYPED);
  bb_report_set_year (report, 2024, FALSE);
  bb_report_forget_history (report);
  bb_report_mark_saved (report);
  return report;
}

static void
type (BbReport *report, const char *id, const char *text)
{
  bb_report_edit (report, bb_report_find_field (report, id), text, BB_ORIGIN_TYPED);
  bb_report_barrier (report);
}

static void
must_not_fail (gpointer user_data, const GError *error)
{
  g_error ("%s", error->message);
}

static void
count_failure (gpointer user_data, const GError *error)
{
  g_assert_cmpint (error->domain, ==, BB_SAVE_ERROR);
  ++*(guint *) user_data;
}

/* ---- what is done to a report; the last state is compared ---- */

#define N_DEEDS 13

static void
paste (BbReport *report)
{
  bb_report_begin_group (report, "Paste");
  for (guint i = 0; i < 40; i++)
    if (!bb_field_is_derived (bb_report_get_cell (report, i)))
      bb_report_edit (report, bb_report_get_cell (report, i), "12", BB_ORIGIN_TYPED);
  bb_report_end_group (report);
}

static void
note_and_field (BbReport *report)
{
  g_autoptr (BbNote) note = g_list_model_get_item (bb_report_get_notes (report), 0);

  bb_report_begin_group (report, "Both");
  bb_report_dismiss_note (report, note, TRUE);
  bb_report_edit (report, bb_report_find_field (report, "t3.carried_in.natural"), "5", BB_ORIGIN_TYPED);
  bb_report_end_group (report);
}

static void
add_note (BbReport *report)
{
  const char *cells[] = { "t3.new.natural", NULL };
  g_autoptr (BbNote) note = bb_note_new ("read.deduced", BB_SEVERITY_HINT, cells, "话", "第 3 行");

  bb_report_add_note (report, note);
}

static void
insert_link (BbReport *report)
{
  BbField *section = bb_report_find_field (report, "overview");

  bb_report_insert_link (report, section, 2, 1, bb_field_get_cell (bb_report_find_field (report, "t3.new.natural"))->index);
}

static void
do_deed (BbReport *report, guint deed)
{
  switch (deed)
    {
    case 0: type (report, "t3.new.natural", "7"); break;
    case 1: type (report, "overview", "受理x件。\n“引号”\t\\"); break;
    case 2: insert_link (report); break;
    case 3: type (report, "t3.new.natural", "９"); break;
    case 4: paste (report); break;
    case 5: bb_report_undo (report); break;
    case 6: bb_report_redo (report); break;
    case 7: bb_report_set_remark (report, bb_report_find_field (report, "t3.new.natural"), "核对过"); break;
    case 8: add_note (report); break;
    case 9: note_and_field (report); break;
    case 10: bb_report_set_section_done (report, 1, TRUE); break;
    case 11: type (report, "t3.new.natural", ""); break;
    case 12: bb_report_set_year (report, 2019, TRUE); break;
    default: g_assert_not_reached ();
    }
}

static char *
dump (BbReport *report)
{
  g_autoptr (GBytes) bytes = bb_document_serialize (report);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static BbReport *
recover (const char *copy)
{
  g_autoptr (GPtrArray) list = bb_recovery_list ();
  g_autofree char *stem = g_strndup (copy, strlen (copy) - strlen (BB_DOCUMENT_SUFFIX));

  for (guint i = 0; i < list->len; i++)
    {
      const BbRecovery *recovery = list->pdata[i];
      g_autoptr (GError) error = NULL;
      BbReport *report;

      if (!g_str_has_prefix (recovery->path, stem))
        continue;
      report = bb_recovery_read (recovery, &error);
      g_assert_no_error (error);
      return report;
    }
  return NULL;
}

/* What a process that is gone left under @copy, a name that no living process has. */
static char *
foreign_copy (void)
{
  static guint n;
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "bianbao", "recovery", NULL);

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  return g_strdup_printf ("%s/1-%08x-0" BB_DOCUMENT_SUFFIX, directory, n++);
}

static char *
journal_of (const char *copy)
{
  g_autofree char *stem = g_strndup (copy, strlen (copy) - strlen (BB_DOCUMENT_SUFFIX));

  return g_strconcat (stem, ".journal", NULL);
}

/* ---- tests ---- */

/* Killed right after each step, with and without anything prepared: all of it is there, and nothing else. */
static void
test_killed (gconstpointer prepared)
{
  for (guint n = 1; n <= N_DEEDS; n++)
    {
      g_autoptr (BbReport) expected = make_report ();
      g_autoptr (BbReport) actual = NULL;
      g_autofree char *copy = foreign_copy ();
      g_autofree char *wanted = NULL;
      g_autofree char *found = NULL;
      pid_t child = fork ();

      if (child == 0)
        {
          BbReport *report = make_report ();
          BbJournal *journal = bb_journal_new (report, copy, must_not_fail, NULL);

          if (prepared != NULL)
            bb_journal_prepare (journal);
          for (guint i = 0; i < n; i++)
            do_deed (report, i);
          kill (getpid (), SIGKILL);
        }
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      for (guint i = 0; i < n; i++)
        do_deed (expected, i);
      actual = recover (copy);
      g_assert_nonnull (actual);
      wanted = dump (expected);
      found = dump (actual);
      g_assert_cmpstr (found, ==, wanted);
      bb_recovery_drop (copy);
    }
}

static void
set_time (const char *path, gint64 from_now)
{
  struct utimbuf times;

  times.actime = times.modtime = g_get_real_time () / G_USEC_PER_SEC + from_now;
  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

/* Steps behind a copy: the later one counts, whatever the order in which they went to the disk. */
static void
test_with_copy (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autofree char *copy = foreign_copy ();
  g_autofree char *path = journal_of (copy);
  g_autofree char *old = NULL;
  gsize size;
  g_autoptr (BbReport) first = NULL;
  g_autoptr (BbReport) second = NULL;
  g_autoptr (BbReport) third = NULL;
  BbJournal *journal = bb_journal_new (report, copy, must_not_fail, NULL);

  type (report, "overview", "一");
  g_assert_true (g_file_get_contents (path, &old, &size, NULL));
  type (report, "overview", "二");
  g_assert_true (bb_recovery_write (report, copy, NULL, NULL, NULL));
  bb_journal_begin_anew (journal);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  /* The removal was lost, and so was the end of the journal. */
  g_assert_true (g_file_set_contents (path, old, (gssize) size, NULL));
  set_time (copy, -3600);
  first = recover (copy);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (first, "overview")), ==, "二");
  type (report, "overview", "三");
  second = recover (copy);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (second, "overview")), ==, "三");
  /* The clock was set, or that of the disk is another one. */
  set_time (copy, 3600);
  third = recover (copy);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (third, "overview")), ==, "三");
  bb_journal_free (journal);
  bb_recovery_drop (copy);
  g_assert_null (recover (copy));
}

/* As saved again, there is nothing to recover. */
static void
test_saved (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autofree char *copy = foreign_copy ();
  g_autofree char *path = journal_of (copy);
  G_GNUC_UNUSED g_autoptr (BbJournal) journal = bb_journal_new (report, copy, must_not_fail, NULL);

  type (report, "overview", "一");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  bb_report_undo (report);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  bb_report_redo (report);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  bb_recovery_drop (copy);
}

/* A journal with a state for each of its frames. */
typedef struct
{
  char *copy;
  char *path;
  char *content;
  gsize size;
  GPtrArray *states;
  GArray *ends; /* of frames: (element-type gsize) */
} Sample;

static void
sample_init (Sample *sample)
{
  g_autoptr (BbReport) report = make_report ();
  BbJournal *journal;

  *sample = (Sample) { .copy = foreign_copy (), .states = g_ptr_array_new_with_free_func (g_free),
                       .ends = g_array_new (FALSE, FALSE, sizeof (gsize)) };
  sample->path = journal_of (sample->copy);
  journal = bb_journal_new (report, sample->copy, must_not_fail, NULL);
  for (guint i = 0; i < 5; i++)
    {
      do_deed (report, i < 4 ? i : 10);
      g_clear_pointer (&sample->content, g_free);
      g_assert_true (g_file_get_contents (sample->path, &sample->content, &sample->size, NULL));
      g_array_append_val (sample->ends, sample->size);
      g_ptr_array_add (sample->states, dump (report));
    }
  bb_journal_free (journal);
}

static void
sample_clear (Sample *sample)
{
  unlink (sample->path);
  g_free (sample->copy);
  g_free (sample->path);
  g_free (sample->content);
  g_ptr_array_unref (sample->states);
  g_array_unref (sample->ends);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

/* @whole: how many frames are whole */
static void
assert_state (Sample *sample, guint whole)
{
  const BbRecovery recovery = { .path = sample->path };
  g_autoptr (BbReport) report = bb_recovery_read (&recovery, NULL);
  g_autofree char *found = NULL;

  if (whole == 0)
    {
      g_assert_null (report);
      return;
    }
  g_assert_nonnull (report);
  found = dump (report);
  g_assert_cmpstr (found, ==, sample->states->pdata[whole - 1]);
}

static guint
count_whole (Sample *sample, gsize size)
{
  guint n = 0;

  while (n < sample->ends->len && g_array_index (sample->ends, gsize, n) <= size)
    n++;
  return n;
}

static void
put (Sample *sample, const char *content, gsize size)
{
  int fd = open (sample->path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  g_assert_cmpint (write (fd, content, size), ==, size);
  close (fd);
}

/* Whatever was torn off, the last step that is whole counts. */
static void
test_torn (void)
{
  g_auto (Sample) sample = { 0 };

  sample_init (&sample);
  for (gsize size = 0; size <= sample.size; size++)
    {
      put (&sample, sample.content, size);
      assert_state (&sample, count_whole (&sample, size));
    }
}

/* No flipped bit is taken for what somebody wrote. */
static void
test_flipped (void)
{
  g_auto (Sample) sample = { 0 };

  sample_init (&sample);
  for (gsize i = 0; i < sample.size; i++)
    {
      sample.content[i] ^= (char) (1 << (i % 8));
      put (&sample, sample.content, sample.size);
      assert_state (&sample, count_whole (&sample, i));
      sample.content[i] ^= (char) (1 << (i % 8));
    }
}

/* Steps of one journal behind the document of another: not taken. */
static void
test_other_base (void)
{
  g_auto (Sample) sample = { 0 };
  g_auto (Sample) other = { 0 };
  g_autoptr (GByteArray) mixed = g_byte_array_new ();
  gsize first, second;

  sample_init (&sample);
  g_usleep (2000);
  sample_init (&other);
  first = g_array_index (sample.ends, gsize, 0);
  second = g_array_index (other.ends, gsize, 0);
  g_byte_array_append (mixed, (const guint8 *) sample.content, (guint) first);
  g_byte_array_append (mixed, (const guint8 *) other.content + second, (guint) (other.size - second));
  put (&sample, (const char *) mixed->data, mixed->len);
  assert_state (&sample, 1);
  /* A step left out. */
  g_byte_array_set_size (mixed, 0);
  g_byte_array_append (mixed, (const guint8 *) sample.content, (guint) first);
  g_byte_array_append (mixed, (const guint8 *) sample.content + g_array_index (sample.ends, gsize, 1),
                       (guint) (sample.size - g_array_index (sample.ends, gsize, 1)));
  put (&sample, (const char *) mixed->data, mixed->len);
  assert_state (&sample, 1);
}

/* Sound frames with what this version does not know, or can't be. */
static void
test_strange_frames (void)
{
  static const struct
  {
    char kind;
    const char *payload;
  } cases[] = {
    { 'X', "{}" },
    { '\0', "" },
    { 'S', "no json" },
    { 'S', "[]" },
    { 'S', "{\"cells\": []}" },
    { 'S', "{\"tables\": {}}" },
    { 'D', "{}" },
    { 'D', "" },
  };
  g_auto (Sample) sample = { 0 };

  sample_init (&sample);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) journal = g_byte_array_new ();
      guint8 digest[20];
      guint8 head[HEAD];
      gsize size = strlen (cases[i].payload);

      memcpy (digest, sample.content + g_array_index (sample.ends, gsize, 3) + HEAD - sizeof digest, sizeof digest);
      bb_journal_put_head (head, cases[i].kind, g_get_real_time (), cases[i].payload, size, digest);
      g_byte_array_append (journal, (const guint8 *) sample.content, (guint) sample.size);
      g_byte_array_append (journal, head, HEAD);
      g_byte_array_append (journal, (const guint8 *) cases[i].payload, (guint) size);
      bb_journal_put_head (head, 'S', g_get_real_time (), "{\"sections\":{\"overview\":\"不算\"}}", strlen ("{\"sections\":{\"overview\":\"不算\"}}"), digest);
      g_byte_array_append (journal, head, HEAD);
      g_byte_array_append (journal, (const guint8 *) "{\"sections\":{\"overview\":\"不算\"}}", (guint) strlen ("{\"sections\":{\"overview\":\"不算\"}}"));
      put (&sample, (const char *) journal->data, journal->len);
      assert_state (&sample, 5);
    }
}

/* Long texts typed on and on: the journal stays one that is read. */
static void
test_long (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (BbReport) found = NULL;
  g_autofree char *copy = foreign_copy ();
  g_autofree char *path = journal_of (copy);
  g_autofree char *text = g_strnfill (BB_TEXT_LIMIT - 2, 'a');
  G_GNUC_UNUSED g_autoptr (BbJournal) journal = bb_journal_new (report, copy, must_not_fail, NULL);
  GStatBuf status;

  for (guint i = 0; i < 40; i++)
    {
      text[0] = (char) ('a' + i % 26);
      type (report, "overview", text);
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_size, <, 20 * 1024 * 1024);
    }
  found = recover (copy);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (found, "overview")), ==, text);
  bb_recovery_drop (copy);
}

/* The disk is full: said once, nothing is half there, and once there is room it goes on. */
static void
test_full_disk (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autofree char *copy = foreign_copy ();
  g_autoptr (BbReport) found = NULL;
  g_autoptr (BbReport) later = NULL;
  struct rlimit before, small;
  guint n_failures = 0;
  g_autoptr (BbJournal) journal = bb_journal_new (report, copy, count_failure, &n_failures);
  g_autofree char *path = journal_of (copy);
  GStatBuf status;

  signal (SIGXFSZ, SIG_IGN);
  type (report, "overview", "写下了");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = (rlim_t) status.st_size + 10;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  type (report, "overview", "没有写下");
  type (report, "problems", "也没有");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_cmpuint (n_failures, ==, 1);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (report, "overview")), ==, "没有写下");
  found = recover (copy);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (found, "overview")), ==, "写下了");

  bb_journal_begin_anew (journal);
  type (report, "other", "又写下了");
  later = recover (copy);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (later, "problems")), ==, "也没有");
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (later, "other")), ==, "又写下了");
}

int
main (int argc, char **argv)
{
  int result;

  folder = bb_folder_make ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/journal/killed", NULL, test_killed);
  g_test_add_data_func ("/journal/killed-prepared", "", test_killed);
  g_test_add_func ("/journal/with-copy", test_with_copy);
  g_test_add_func ("/journal/saved", test_saved);
  g_test_add_func ("/journal/torn", test_torn);
  g_test_add_func ("/journal/flipped", test_flipped);
  g_test_add_func ("/journal/other-base", test_other_base);
  g_test_add_func ("/journal/strange-frames", test_strange_frames);
  g_test_add_func ("/journal/long", test_long);
  g_test_add_func ("/journal/full-disk", test_full_disk);
  result = g_test_run ();
  bb_folder_remove (folder);
  g_free (folder);
  return result;
}
