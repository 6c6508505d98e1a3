/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of cells to take a figure from, and what is in a text after it. */
#include "ui-test.h"

#include "bb-figure-chooser.h"
#include "bb-figure.h"

static BbReport *
make_report (void)
{
  BbReport *report = ui_test_report (2024);

  ui_test_type (report, "t3.new.natural", "3525");
  ui_test_type (report, "t3.new.business", "12");
  ui_test_type (report, "t3.deny.1.natural", "12");
  ui_test_type (report, "t3.deny.2.natural", "/");
  ui_test_type (report, "t2.fees.amount", "59237.2449");
  return report;
}

/* The ids found, best first. */
static char *
find (BbReport *report, const char *query, guint most)
{
  g_autoptr (GListModel) found = bb_figures_find (report, query, NULL, 0);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (found) && i < most; i++)
    {
      g_autoptr (BbFigure) figure = g_list_model_get_item (found, i);

      g_string_append_printf (ids, "%s%s%s", i > 0 ? " " : "",
                              bb_report_get_form (report)->cells[bb_figure_get_cell (figure)].id,
                              bb_figure_is_number (figure) ? "" : "?");
    }
  return g_string_free (ids, FALSE);
}

static void
test_search (void)
{
  static const struct
  {
    const char *query;
    guint most;
    const char *found;
  } cases[] = {
    /* All that has a number, in the form's order. */
    { "", 1, "t2.rules.made?" },
    { "3525", 9, "t3.new.natural" },
    { "3,525", 9, "t3.new.natural" },
    { "３５２５", 9, "t3.new.natural" },
    { "35", 9, "t3.new.natural" },
    { "59237.2449", 9, "t2.fees.amount" },
    { "12", 9, "t3.new.business t3.deny.1.natural" },
    { "12 商业", 9, "t3.new.business" },
    { "新收 自然人", 1, "t3.new.natural" },
    /* Words that stand apart in the name, written in one. */
    { "新收自然人", 1, "t3.new.natural" },
    { "国家秘密", 1, "t3.deny.1.natural" },
    { "三安全一稳定", 1, "t3.deny.3.natural?" },
    { "收费", 1, "t2.fees.amount" },
    /* Cells without a number are found behind the others. */
    { "不予公开 自然人", 2, "t3.deny.1.natural t3.deny.2.natural?" },
    { "没有", 9, "t3.unable.2.natural? t3.unable.2.business? t3.unable.2.research? t3.unable.2.charity? t3.unable.2.legal? "
                 "t3.unable.2.other? t3.unable.2.total?" },
    { "北京", 9, "" },
  };
  g_autoptr (BbReport) report = make_report ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (report, cases[i].query, cases[i].most);

      g_test_message ("“%s”", cases[i].query);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_likely (void)
{
  g_autoptr (BbReport) report = make_report ();
  guint likely[] = { ui_test_cell (report, "t3.deny.1.natural"), ui_test_cell (report, "t3.new.natural") };
  g_autoptr (GListModel) all = bb_figures_find (report, "", likely, G_N_ELEMENTS (likely));
  g_autoptr (GListModel) some = bb_figures_find (report, "自然人", likely, G_N_ELEMENTS (likely));
  g_autoptr (BbFigure) first = g_list_model_get_item (all, 0);
  g_autoptr (BbFigure) second = g_list_model_get_item (all, 1);
  g_autoptr (BbFigure) found = g_list_model_get_item (some, 0);

  g_assert_cmpuint (bb_figure_get_cell (first), ==, likely[0]);
  g_assert_cmpuint (bb_figure_get_cell (second), ==, likely[1]);
  g_assert_cmpuint (bb_figure_get_cell (found), ==, likely[1]);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, bb_report_get_form (report)->n_cells);
}

static void
test_values (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (GListModel) blank = bb_figures_find (report, "三安全", NULL, 0);
  g_autoptr (GListModel) word = bb_figures_find (report, "其他法律行政法规禁止公开 自然人", NULL, 0);
  g_autoptr (BbFigure) first = g_list_model_get_item (blank, 0);
  g_autoptr (BbFigure) second = g_list_model_get_item (word, 0);

  g_assert_cmpstr (bb_figure_get_value (first), ==, "not filled in");
  g_assert_cmpstr (bb_figure_get_value (second), ==, "no number: /");
  g_assert_cmpstr (bb_figure_get_name (second), ==, "表三 › 不予公开 › 2.其他法律行政法规禁止公开 › 自然人");
}

/* ---- the dialog ---- */

static void
chosen_cb (gpointer chooser, guint cell, guint *chosen)
{
  *chosen = cell;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static GtkSingleSelection *
selection_of (GtkWidget *chooser)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (ui_test_find (chooser, GTK_TYPE_LIST_VIEW)));
}

static void
test_chooser (void)
{
  g_autoptr (BbReport) report = make_report ();
  GtkWidget *chooser = bb_figure_chooser_new (NULL, report, NULL, 0);
  gpointer alive = chooser;
  guint chosen = G_MAXUINT;
  GtkWidget *entry = ui_test_find (chooser, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *insert = ui_test_find_button (chooser, "_Insert");

  g_object_add_weak_pointer (G_OBJECT (chooser), &alive);
  g_signal_connect (chooser, "chosen", G_CALLBACK (chosen_cb), &chosen);
  gtk_window_present (GTK_WINDOW (chooser));
  ui_test_wait_frame (chooser);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (chooser)), entry));
  /* The first that can be taken, not the first. */
  g_assert_cmpuint (gtk_single_selection_get_selected (selection_of (chooser)), >, 0);
  g_assert_true (gtk_widget_get_sensitive (insert));

  /* Nothing to take: a blank cell is no figure. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "三安全");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection_of (chooser)), ==, GTK_INVALID_LIST_POSITION);
  g_assert_false (gtk_widget_get_sensitive (insert));
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (alive);
  g_assert_cmpuint (chosen, ==, G_MAXUINT);

  gtk_editable_set_text (GTK_EDITABLE (entry), "新收 商业");
  g_signal_emit_by_name (entry, "activate");
  ui_test_wait (is_gone, &alive);
  g_assert_cmpuint (chosen, ==, ui_test_cell (report, "t3.new.business"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/figures/search", test_search);
  g_test_add_func ("/figures/likely", test_likely);
  g_test_add_func ("/figures/values", test_values);
  g_test_add_func ("/figures/chooser", test_chooser);
  return ui_test_run ();
}
