/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scripted compositions of an input method in a real window: in cells, texts and entries, in any order with what people do in
 * between: more letters, giving up, clicking elsewhere, other pages, Escape, undo, saving, closing. What was committed is in
 * the report exactly once, what was given up is nowhere, and nobody else's figure changes.
 *
 * BIANBAO_COMPOSITIONS: how many, 50 when unset.
 */
#include "script-im.h"
#include "sheet-fixture.h"

#include "bb-document-view.h"
#include "bb-page.h"

#include <stdlib.h>

typedef enum
{
  PLACE_CELL,
  PLACE_TEXT,
  PLACE_ENTRY
} PlaceKind;

/* Where something is typed, and what should stand there. */
typedef struct
{
  PlaceKind kind;
  guint section;
  const char *id;
  GString *expected;
  char *before;   /* what Escape goes back to */
  gboolean ready; /* a cell whose content the next commit replaces */
} Place;

static const struct
{
  PlaceKind kind;
  guint section;
  const char *id;
} all_places[] = {
  { PLACE_CELL, 3, "t3.new.natural" },   { PLACE_CELL, 3, "t3.new.business" }, { PLACE_CELL, 3, "t3.granted.other" },
  { PLACE_CELL, 3, "t3.carried_out.legal" }, { PLACE_CELL, 2, "t2.rules.made" },   { PLACE_CELL, 2, "t2.fees.amount" },
  { PLACE_TEXT, 1, "overview" },         { PLACE_TEXT, 5, "problems" },        { PLACE_TEXT, 6, "other" },
  { PLACE_ENTRY, 0, "meta.organisation" }, { PLACE_ENTRY, 0, "meta.contact" },
};

typedef struct
{
  BbReport *report;
  BbWindow *window;
  Place places[G_N_ELEMENTS (all_places)];
  Place *at;
  gboolean keeps;
  guint n_tokens;
  guint n_compositions;
} Desk;

static BbField *
place_field (Desk *desk, const Place *place)
{
  return bb_report_find_field (desk->report, place->id);
}

static GtkWidget *
find_row (GtkWidget *root, const char *text_of_field)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (ADW_IS_ENTRY_ROW (child)
          && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), text_of_field) == 0)
        return child;
      found = find_row (child, text_of_field);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static BbSheet *
visible_sheet (Desk *desk)
{
  return ui_test_find (bb_document_view_get_page (bb_window_get_view (desk->window)), BB_TYPE_SHEET);
}

static void
focus_entry (Desk *desk, BbPage *page, const Place *place)
{
  const char *title = g_str_equal (place->id, "meta.organisation") ? "Organisation" : "Contact";
  GtkWidget *row = find_row (GTK_WIDGET (page), title);
  GtkText *text;

  g_assert_nonnull (row);
  text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  gtk_text_grab_focus_without_selecting (text);
  gtk_editable_set_position (GTK_EDITABLE (text), -1);
}

static void
focus_text (BbPage *page)
{
  GtkTextView *view = ui_test_find (page, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter end;

  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
}

/* The focus leaves where it was: what is half typed there is committed or dropped, as the input method has it. */
static void
leave (Desk *desk)
{
  ScriptIm *im = script_im_current ();
  const char *half = im != NULL ? script_im_get_preedit (im) : "";
  Place *place = desk->at;

  if (place == NULL)
    return;
  if (desk->keeps && *half != '\0')
    {
      if (place->ready)
        g_string_truncate (place->expected, 0);
      g_string_append (place->expected, half);
    }
  if (place->kind == PLACE_CELL)
    place->ready = TRUE;
}

static void
go_to_place (Desk *desk, Place *place)
{
  BbDocumentView *view = bb_window_get_view (desk->window);
  BbPage *page;

  g_test_message ("go to %s", place->id);
  /* Where somebody is anyway nothing happens; a cell that is not half typed is ready again. */
  if (place == desk->at && (place->kind != PLACE_CELL || *script_im_get_preedit (script_im_current ()) != '\0'))
    return;
  leave (desk);
  bb_document_view_show_page (view, place->section);
  page = bb_document_view_get_page (view);
  switch (place->kind)
    {
    case PLACE_CELL:
      bb_sheet_reveal_cell (visible_sheet (desk), ui_test_cell (desk->report, place->id));
      place->ready = TRUE;
      break;
    case PLACE_TEXT:
      focus_text (page);
      break;
    case PLACE_ENTRY:
      focus_entry (desk, page, place);
      break;
    }
  ui_test_settle ();
  g_free (place->before);
  place->before = g_strdup (place->expected->str);
  desk->at = place;
}

static void
assert_places (Desk *desk)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_places); i++)
    {
      const Place *place = &desk->places[i];

      if (g_strcmp0 (bb_field_get_text (place_field (desk, place)), place->expected->str) != 0)
        g_test_message ("%s after %u compositions", place->id, desk->n_compositions);
      g_assert_cmpstr (bb_field_get_text (place_field (desk, place)), ==, place->expected->str);
    }
}

/* Never the same twice, so that nothing lost is hidden by something doubled. */
static char *
new_token (Desk *desk)
{
  return g_strdup_printf ("字%u", ++desk->n_tokens);
}

static void
commit_token (Desk *desk, ScriptIm *im, gboolean before)
{
  g_autofree char *token = new_token (desk);
  Place *place = desk->at;

  if (place->ready)
    {
      g_free (place->before);
      place->before = g_strdup (place->expected->str);
      g_string_truncate (place->expected, 0);
      place->ready = FALSE;
    }
  g_string_append (place->expected, token);
  g_test_message ("commit %s%s", token, before ? " before" : "");
  script_im_commit (im, token, before);
}

static Place *
random_place (Desk *desk)
{
  return &desk->places[g_test_rand_int_range (0, G_N_ELEMENTS (all_places))];
}

/* Another program selects something, which takes the selection away here. */
static void
take_selection (Desk *desk)
{
  GtkWidget *text = gtk_window_get_focus (GTK_WINDOW (desk->window));
  int position;

  if (desk->at == NULL || desk->at->kind != PLACE_CELL)
    return;
  position = gtk_editable_get_position (GTK_EDITABLE (text));
  gtk_editable_select_region (GTK_EDITABLE (text), position, position);
}

/* What people and programs do while something is half typed. Returns: whether it is still half typed. */
static gboolean
interfere (Desk *desk)
{
  int what = g_test_rand_int_range (0, 9);

  g_test_message ("interfere %d", what);
  switch (what)
    {
    case 0:
    case 1:
      go_to_place (desk, random_place (desk));
      return *script_im_get_preedit (script_im_current ()) != '\0';
    case 2:
      /* Nothing is taken back under an input method. */
      gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.undo", NULL);
      return TRUE;
    case 3:
      gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.redo", NULL);
      return TRUE;
    case 4:
      bb_page_commit (bb_document_view_get_page (bb_window_get_view (desk->window)));
      bb_report_mark_saved (desk->report);
      return TRUE;
    case 5:
      /* Another figure arrives: a total, a fix, a finished reading. */
      bb_report_edit (desk->report, bb_report_find_field (desk->report, "t4.review.upheld"), g_test_rand_bit () ? "1" : "2", BB_ORIGIN_TYPED);
      return TRUE;
    case 6:
      leave (desk);
      gtk_window_set_focus (GTK_WINDOW (desk->window), NULL);
      ui_test_settle ();
      desk->at = NULL;
      go_to_place (desk, random_place (desk));
      return FALSE;
    case 7:
      take_selection (desk);
      return TRUE;
    default:
      return TRUE;
    }
}

static void
compose (Desk *desk)
{
  static const char *const half_typed[] = { "n", "ni", "ni'h", "shi", "bu yu gong kai", "十er" };
  guint n = (guint) g_test_rand_int_range (1, 5);

  desk->n_compositions++;
  for (guint i = 0; i < n; i++)
    {
      ScriptIm *im = script_im_current ();

      g_assert_nonnull (im);
      if (g_test_rand_int_range (0, 5) == 0)
        take_selection (desk);
      script_im_preedit (im, half_typed[g_test_rand_int_range (0, G_N_ELEMENTS (half_typed))]);
      /* A part of a phrase may be chosen while the rest is still half typed. */
      if (g_test_rand_int_range (0, 6) == 0)
        {
          commit_token (desk, im, TRUE);
          return;
        }
      ui_test_settle ();
      if (g_test_rand_int_range (0, 3) == 0 && !interfere (desk))
        return;
    }
  if (g_test_rand_int_range (0, 5) == 0)
    {
      g_test_message ("cancel");
      script_im_cancel (script_im_current ());
    }
  else
    commit_token (desk, script_im_current (), g_test_rand_bit ());
  ui_test_settle ();
}

/* What people do between two compositions. */
static void
go_on (Desk *desk)
{
  Place *place = desk->at;
  int what = g_test_rand_int_range (0, 6);

  g_test_message ("go on %d", what);
  switch (what)
    {
    case 0:
    case 1:
      go_to_place (desk, random_place (desk));
      break;
    case 2:
      if (place->kind != PLACE_CELL || place->ready)
        break;
      /* The sheet's key, which an input method that has nothing half typed lets through. */
      press (&(Fixture) { .sheet = visible_sheet (desk) }, GDK_KEY_Escape, 0);
      g_string_assign (place->expected, place->before);
      place->ready = TRUE;
      break;
    case 3:
      if (!bb_report_can_undo (desk->report))
        break;
      /* There and back again; the focus goes where it was. */
      leave (desk);
      bb_report_undo (desk->report);
      bb_report_redo (desk->report);
      ui_test_settle ();
      desk->at = NULL;
      go_to_place (desk, place);
      break;
    default:
      break;
    }
}

static void
set_up_desk (Desk *desk, gboolean keeps)
{
  *desk = (Desk) { .report = ui_test_report (2023), .keeps = keeps };
  script_im_set_keeps (keeps);
  for (guint i = 0; i < G_N_ELEMENTS (all_places); i++)
    {
      desk->places[i] = (Place) { .kind = all_places[i].kind, .section = all_places[i].section, .id = all_places[i].id };
      desk->places[i].expected = g_string_new (bb_field_get_text (place_field (desk, &desk->places[i])));
    }
  desk->window = ui_test_window (desk->report);
  go_to_place (desk, &desk->places[0]);
}

static void
tear_down_desk (Desk *desk)
{
  leave (desk);
  ui_test_destroy_window (desk->window);
  assert_places (desk);
  for (guint i = 0; i < G_N_ELEMENTS (all_places); i++)
    {
      g_string_free (desk->places[i].expected, TRUE);
      g_free (desk->places[i].before);
    }
  g_assert_finalize_object (desk->report);
}

static void
test_random (gconstpointer keeps)
{
  const char *wanted = g_getenv ("BIANBAO_COMPOSITIONS");
  guint n = wanted != NULL ? (guint) atoi (wanted) : 50;
  Desk desk;

  set_up_desk (&desk, GPOINTER_TO_INT (keeps));
  while (desk.n_compositions < n)
    {
      compose (&desk);
      if (*script_im_get_preedit (script_im_current ()) == '\0')
        assert_places (&desk);
      go_on (&desk);
    }
  g_test_message ("%u compositions, %u commits", desk.n_compositions, desk.n_tokens);
  tear_down_desk (&desk);
}

static gboolean
has_dialog (gpointer data)
{
  return ui_test_dialog () != NULL;
}

/* Closing asks for what was half typed, where the input method gives it. */
static void
test_close (void)
{
  Desk desk;

  set_up_desk (&desk, TRUE);
  bb_report_mark_saved (desk.report);
  script_im_preedit (script_im_current (), "shi");
  gtk_window_close (GTK_WINDOW (desk.window));
  ui_test_wait (has_dialog, NULL);
  g_string_assign (desk.places[0].expected, "shi");
  assert_places (&desk);
  ui_test_answer ("cancel");
  desk.at = NULL;
  tear_down_desk (&desk);
}

/* A composition that is given up leaves the figure, its origin and the history as they were. */
static void
test_given_up (void)
{
  Desk desk;
  BbContent content = { (char *) "5", BB_ORIGIN_READ, FALSE, (char *) "line 7", NULL };
  BbField *field;

  set_up_desk (&desk, FALSE);
  field = place_field (&desk, &desk.places[1]);
  bb_report_edit_content (desk.report, field, &content);
  bb_report_forget_history (desk.report);
  bb_report_mark_saved (desk.report);
  g_string_assign (desk.places[1].expected, "5");

  go_to_place (&desk, &desk.places[1]);
  script_im_preedit (script_im_current (), "shi");
  ui_test_settle ();
  g_assert_cmpstr (bb_field_get_text (field), ==, "5");
  script_im_cancel (script_im_current ());
  ui_test_settle ();
  g_assert_cmpstr (bb_field_get_source (field), ==, "line 7");
  g_assert_false (bb_report_can_undo (desk.report));
  g_assert_false (bb_report_get_modified (desk.report));

  /* And the next one replaces it, whole. */
  script_im_preedit (script_im_current (), "shi");
  script_im_commit (script_im_current (), "10", FALSE);
  ui_test_settle ();
  g_string_assign (desk.places[1].expected, "10");
  assert_places (&desk);
  bb_report_undo (desk.report);
  g_assert_cmpstr (bb_field_get_text (field), ==, "5");
  g_assert_cmpstr (bb_field_get_source (field), ==, "line 7");
  g_assert_false (bb_report_can_undo (desk.report));
  g_string_assign (desk.places[1].expected, "5");
  tear_down_desk (&desk);
}

/* Another program takes the selection, and whoever comes back to the cell under the input method selects all again: what is
 * committed replaces what stood there, and what follows goes behind it. */
static void
test_selection_taken (void)
{
  Desk desk;
  GtkWidget *text;

  set_up_desk (&desk, TRUE);
  commit_token (&desk, script_im_current (), FALSE);
  go_to_place (&desk, &desk.places[1]);
  go_to_place (&desk, &desk.places[0]);
  text = gtk_window_get_focus (GTK_WINDOW (desk.window));
  gtk_editable_select_region (GTK_EDITABLE (text), 0, 0);
  script_im_preedit (script_im_current (), "shi");
  ui_test_settle ();
  gtk_editable_select_region (GTK_EDITABLE (text), 0, -1);
  for (guint i = 0; i < 2; i++)
    {
      commit_token (&desk, script_im_current (), FALSE);
      ui_test_settle ();
      assert_places (&desk);
    }
  g_assert_cmpstr (desk.places[0].expected->str, ==, "字2字3");
  tear_down_desk (&desk);
}

/* On a page that was never shown the first token may come before the first frame, and nothing that waits for that frame, as
 * scrolling the cell into view does, makes the next one replace it. */
static void
test_new_page (void)
{
  Desk desk;
  BbDocumentView *view;

  set_up_desk (&desk, FALSE);
  view = bb_window_get_view (desk.window);
  desk.at = &desk.places[5];
  bb_document_view_reveal_field (view, place_field (&desk, desk.at));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (bb_document_view_get_page (view))), ==, 0);
  desk.at->ready = TRUE;
  for (guint i = 0; i < 3; i++)
    {
      script_im_preedit (script_im_current (), "shi");
      commit_token (&desk, script_im_current (), TRUE);
      assert_places (&desk);
      gtk_widget_queue_draw (GTK_WIDGET (view));
      ui_test_wait_frame (GTK_WIDGET (view));
      ui_test_settle ();
    }
  g_assert_cmpstr (desk.at->expected->str, ==, "字1字2字3");
  tear_down_desk (&desk);
}

int
main (int argc, char *argv[])
{
  script_im_announce ();
  ui_test_init (&argc, &argv);
  script_im_register ();
  g_test_add_func ("/compositions/given-up", test_given_up);
  g_test_add_func ("/compositions/close", test_close);
  g_test_add_func ("/compositions/selection-taken", test_selection_taken);
  g_test_add_func ("/compositions/new-page", test_new_page);
  g_test_add_data_func ("/compositions/kept", GINT_TO_POINTER (TRUE), test_random);
  g_test_add_data_func ("/compositions/dropped", GINT_TO_POINTER (FALSE), test_random);
  return ui_test_run ();
}
