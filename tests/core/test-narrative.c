/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences of narratives beside the tables: those that are right are left alone, each figure that is wrong is told at its place. */
#include "bb-narrative.h"

#include "bb-table.h"

#include <locale.h>

/* A report, the checker that follows it, and what all its sentences came to. */
typedef struct
{
  BbReport *report;
  BbChecker *checker;
} Set;

static GHashTable *sets;
static guint n_sentences, n_wrong, n_told;
static GPtrArray *faults;

static void
set_free (gpointer data)
{
  Set *set = data;

  g_object_unref (set->checker);
  g_object_unref (set->report);
  g_free (set);
}

static Set *
find_set (const char *name)
{
  Set *set = g_hash_table_lookup (sets, name);

  if (set != NULL)
    return set;
  set = g_new0 (Set, 1);
  set->report = bb_narrative_report (name);
  set->checker = bb_checker_new (set->report, BB_CHECK_COMPLETE);
  g_hash_table_insert (sets, g_strdup (name), set);
  return set;
}

static gboolean
is_about_figures (BbIssue *issue)
{
  static const char *const rules[] = { "text.table", "text.parts", "text.allclosed", "text.year", NULL };

  return g_strv_contains (rules, bb_issue_get_rule_id (issue));
}

static gboolean
names_cell (BbReport *report, BbIssue *issue, char **prefixes)
{
  guint n;
  const guint *cells = bb_issue_get_cells (issue, &n);

  for (guint i = 0; i < n; i++)
    for (guint p = 0; prefixes[p] != NULL; p++)
      if (g_str_has_prefix (bb_report_get_form (report)->cells[cells[i]].id, prefixes[p]))
        return TRUE;
  return FALSE;
}

static gboolean
is_at (BbIssue *issue, guint start, guint length)
{
  guint issue_start, issue_length;

  return bb_issue_get_text_range (issue, &issue_start, &issue_length) && issue_start < start + length && start < issue_start + issue_length;
}

static void
blame (const char *fault, const char *text, const char *about, Set *set)
{
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "%s [%s] %s", fault, about, text);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (set->checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (set->checker), i);

      if (is_about_figures (issue))
        g_string_append_printf (line, "\n      %s: %s", bb_issue_get_rule_id (issue), bb_issue_get_message (issue));
    }
  g_ptr_array_add (faults, g_string_free (line, FALSE));
}

/* What is told of @text: @slot (nullable) alone, between @start and @length. */
static void
judge (Set *set, const char *text, const char *instead, BbNarrativeSlot *slot, guint start, guint length)
{
  guint n = 0, n_right = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (set->checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (set->checker), i);

      if (!is_about_figures (issue))
        continue;
      n++;
      if (slot != NULL && names_cell (set->report, issue, slot->cells) && is_at (issue, start, length))
        n_right++;
    }
  if (slot == NULL && n > 0)
    blame ("FALSE ALARM", text, "right", set);
  else if (slot != NULL && n_right == 0)
    blame (n > 0 ? "WRONG PLACE" : "MISSED", text, instead, set);
  else if (slot != NULL && n > 1)
    blame ("TOLD TWICE", text, instead, set);
  n_told += n_right > 0;
}

static void
say (Set *set, const char *section, const char *text)
{
  bb_report_edit (set->report, bb_report_find_field (set->report, section), text, BB_ORIGIN_READ);
}

/* Something did happen: the words that there was nothing are wrong. */
static void
try_figures (Set *set, BbNarrativeSlot *slot, const char *text, guint start, guint length)
{
  static const char *const cells[] = { ".natural", ".made", ".upheld", ".decisions", ".amount", "" };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *id = g_strconcat (slot->cells[0], cells[i], NULL);
      int cell = bb_form_find_cell (bb_report_get_form (set->report), id);

      if (cell < 0)
        continue;
      bb_report_edit (set->report, bb_report_get_cell (set->report, (guint) cell), "1", BB_ORIGIN_TYPED);
      n_wrong++;
      judge (set, text, id, slot, start, length);
      bb_report_edit (set->report, bb_report_get_cell (set->report, (guint) cell), "0", BB_ORIGIN_TYPED);
      return;
    }
  g_error ("no input of “%s”", slot->cells[0]);
}

static void
try_wrong (Set *set, const char *section, BbSentence *sentence, guint i)
{
  BbNarrativeSlot *slot = g_ptr_array_index (sentence->slots, i);
  g_autoptr (GPtrArray) wrong = bb_slot_wrong (set->report, slot);
  guint start, length;

  for (guint w = 0; w < wrong->len; w++)
    {
      const char *instead = g_ptr_array_index (wrong, w);
      g_autofree char *text = bb_sentence_write (sentence, (int) i, instead, &start, &length);

      say (set, section, text);
      n_wrong++;
      judge (set, text, instead, slot, start, length);
    }
  if (slot->kind == BB_SLOT_NONE)
    {
      g_autofree char *text = bb_sentence_write (sentence, (int) i, NULL, &start, &length);

      say (set, section, text);
      try_figures (set, slot, text, start, length);
    }
}

static void
try_sentence (const char *const *places, guint line)
{
  Set *set = find_set (places[0]);
  g_autoptr (BbSentence) sentence = bb_sentence_parse (set->report, places[2]);
  g_autofree char *text = bb_sentence_write (sentence, -1, NULL, NULL, NULL);

  say (set, places[1], text);
  n_sentences++;
  judge (set, text, NULL, NULL, 0, 0);
  for (guint i = 0; i < sentence->slots->len; i++)
    try_wrong (set, places[1], sentence, i);
  say (set, places[1], "");
}

static void
test_sentences (void)
{
  bb_table_run ("narrative/sentences.tsv", 3, try_sentence);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  g_test_message ("%u sentences; %u wrong figures, %u told", n_sentences, n_wrong, n_told);
  g_assert_cmpuint (faults->len, ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, set_free);
  faults = g_ptr_array_new_with_free_func (g_free);

  g_test_add_func ("/narrative/sentences", test_sentences);
  status = g_test_run ();
  g_hash_table_unref (sets);
  g_ptr_array_unref (faults);
  return status;
}
