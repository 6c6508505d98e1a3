/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing into a text: undo takes back a word at a time. */
#include <bianbao/bianbao.h>

typedef struct
{
  BbReport *report;
  BbField *text;
  GString *now;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = bb_report_new (bb_form_get ("2021"));
  fixture->text = bb_report_find_field (fixture->report, "overview");
  fixture->now = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_string_free (fixture->now, TRUE);
  g_assert_finalize_object (fixture->report);
}

static void
edit (Fixture *fixture)
{
  bb_report_edit (fixture->report, fixture->text, fixture->now->str, BB_ORIGIN_TYPED);
}

/* Character by character at @position (in characters), -1 for the end. */
static void
type (Fixture *fixture, glong position, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *at = position < 0 ? fixture->now->str + fixture->now->len : g_utf8_offset_to_pointer (fixture->now->str, position++);

      g_string_insert_unichar (fixture->now, at - fixture->now->str, g_utf8_get_char (p));
      edit (fixture);
    }
}

/* @n characters before the end, one by one. */
static void
backspace (Fixture *fixture, guint n)
{
  for (; n > 0; n--)
    {
      g_string_truncate (fixture->now, g_utf8_prev_char (fixture->now->str + fixture->now->len) - fixture->now->str);
      edit (fixture);
    }
}

static void
put (Fixture *fixture, const char *text)
{
  g_string_append (fixture->now, text);
  edit (fixture);
}

/* Undoes everything. @expected: the texts that come up, one after the other, with | between. */
static void
assert_undone (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) found = g_string_new (bb_field_get_text (fixture->text));

  while (bb_report_can_undo (fixture->report))
    {
      bb_report_undo (fixture->report);
      g_string_append_printf (found, "|%s", bb_field_get_text (fixture->text));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  type (fixture, -1, "open the door, now");
  assert_undone (fixture, "open the door, now|open the door, |open the |open |");
}

static void
test_chinese (Fixture *fixture, gconstpointer data)
{
  type (fixture, -1, "全年新收，办结。完");
  assert_undone (fixture, "全年新收，办结。完|全年新收，办结。|全年新收，|");
}

static void
test_phrases (Fixture *fixture, gconstpointer data)
{
  put (fixture, "政府");
  put (fixture, "信息");
  type (fixture, -1, "公开");
  put (fixture, "申请表");
  assert_undone (fixture, "政府信息公开申请表|政府信息公开|政府信息|政府|");
}

static void
test_deleting (Fixture *fixture, gconstpointer data)
{
  type (fixture, -1, "one two");
  backspace (fixture, 5);
  type (fixture, -1, "x");
  assert_undone (fixture, "onx|on|one|one two|one |");
}

static void
test_moved (Fixture *fixture, gconstpointer data)
{
  type (fixture, -1, "甲乙");
  type (fixture, 0, "子");
  type (fixture, 1, "丑");
  type (fixture, -1, "丙");
  assert_undone (fixture, "子丑甲乙丙|子丑甲乙|甲乙|");
}

static void
test_barrier (Fixture *fixture, gconstpointer data)
{
  type (fixture, -1, "甲");
  bb_report_barrier (fixture->report);
  type (fixture, -1, "乙");
  assert_undone (fixture, "甲乙|甲|");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/typing/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/typing/chinese", Fixture, NULL, set_up, test_chinese, tear_down);
  g_test_add ("/typing/phrases", Fixture, NULL, set_up, test_phrases, tear_down);
  g_test_add ("/typing/deleting", Fixture, NULL, set_up, test_deleting, tear_down);
  g_test_add ("/typing/moved", Fixture, NULL, set_up, test_moved, tear_down);
  g_test_add ("/typing/barrier", Fixture, NULL, set_up, test_barrier, tear_down);
  return g_test_run ();
}
