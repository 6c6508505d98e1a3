/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cells the words before a place speak of. */
#include <bianbao/bb-figures.h>

static char *
guess (BbReport *report, const char *words, const char *behind)
{
  g_autofree char *text = g_strconcat (words, behind, NULL);
  g_autoptr (GArray) cells = NULL;
  GString *ids = g_string_new (NULL);

  bb_report_edit (report, bb_report_get_section (report, 1), text, BB_ORIGIN_TYPED);
  cells = bb_figures_guess (report, 1, (guint) g_utf8_strlen (words, -1));
  for (guint i = 0; i < cells->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            bb_report_get_form (report)->cells[g_array_index (cells, guint, i)].id);
  return g_string_free (ids, FALSE);
}

static void
test_guess (void)
{
  static const struct
  {
    const char *words;
    const char *behind;
    const char *cells;
  } cases[] = {
    { "本年共受理政府信息公开申请", "件，均已办结。", "t3.new.total t3.carried_in.total" },
    { "本年共受理政府信息公开申请", "", "t3.new.total t3.carried_in.total" },
    /* Of requests, most likely. */
    { "上年结转", "", "t3.carried_in.total" },
    /* Behind another figure and in another paragraph. */
    { "收到政府信息公开申请12件，上年结转", "件。", "t3.carried_in.total" },
    { "第一段。\n对政府信息公开申请予以公开", "件", "t3.granted.total" },
    { "废止规范性文件", "件", "t2.normative.repealed" },
    /* Nothing that speaks of a cell, and what does stands behind the place. */
    { "全年召开会议", "次", "" },
    { "", "受理政府信息公开申请12件", "" },
    { "受理政府信息公开申请12件。召开", "次会议", "" },
  };
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cells = guess (report, cases[i].words, cases[i].behind);

      g_test_message ("%s|%s", cases[i].words, cases[i].behind);
      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
}

/* A sum that no cell holds: its parts. A place behind the end counts as the end. */
static void
test_parts (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  g_autofree char *cells = guess (report, "对申请不予公开", "");
  g_autoptr (GArray) end = bb_figures_guess (report, 1, G_MAXUINT);

  g_assert_true (g_str_has_prefix (cells, "t3.deny.1.total t3.deny.2.total "));
  g_assert_cmpuint (end->len, ==, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-guess/words", test_guess);
  g_test_add_func ("/figure-guess/parts", test_parts);
  return g_test_run ();
}
