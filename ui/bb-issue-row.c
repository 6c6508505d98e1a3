/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-issue-row.h"

#include "bb-accept-popover.h"
#include "bb-focus.h"
#include "bb-note-group.h"
#include "bb-reasons.h"
#include "bb-section-state.h"

#include <glib/gi18n.h>
#include <string.h>

#define FIX_ID "bb-fix"
#define STRUCK "bb-struck"
#define PART "bb-part-row"
#define COPIED "text.copied"

struct _BbIssueRow
{
  GtkListBoxRow parent_instance;

  /* From the template */
  GtkImage *icon;
  GtkLabel *message;
  GtkLabel *place;
  GtkLabel *acceptance;
  GtkBox *buttons;

  BbReport *report;
  BbChecker *checker;
  BbIssueEntry *entry;
  const BbForm *form; /* that the equation of the issue belongs to */
  GtkWidget *solve;   /* made when it is first offered */
  int cell;
};

G_DEFINE_FINAL_TYPE (BbIssueRow, bb_issue_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  ACTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A row whose button was pressed may go at once: what it still has to say goes through the window. */
static void
finish (BbIssueRow *self, GtkWidget *root, const char *message)
{
  gtk_widget_activate_action (root, "win.toast-undo", "s", message);
  g_signal_emit (self, signals[ACTED], 0);
}

static void
tell_outdated (BbIssueRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("The report changed, so this repair no longer fits"));
}

static GtkWidget *
root_of (BbIssueRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? GTK_WIDGET (root) : GTK_WIDGET (self);
}

/* ---- what the buttons do ---- */

static void
fix_clicked_cb (GtkButton *button, BbIssueRow *self)
{
  G_GNUC_UNUSED g_autoptr (BbIssueRow) alive = g_object_ref (self);
  g_autoptr (GtkWidget) root = g_object_ref (root_of (self));
  g_autofree char *fix_id = g_strdup (g_object_get_data (G_OBJECT (button), FIX_ID));
  g_autofree char *label = g_strdup (gtk_button_get_label (button));

  bb_focus_leave (GTK_WIDGET (self));
  if (bb_issue_apply_fix (bb_issue_entry_get_issue (self->entry), self->report, fix_id))
    finish (self, root, label);
  else
    tell_outdated (self);
}

static const BbEquation *
find_equation (BbIssueRow *self)
{
  BbIssue *issue = bb_issue_entry_get_issue (self->entry);
  int equation = issue != NULL && bb_report_get_form (self->report) == self->form ? bb_issue_get_equation (issue) : -1;

  return equation >= 0 ? &self->form->equations[equation] : NULL;
}

static void
solve_clicked_cb (BbIssueRow *self)
{
  G_GNUC_UNUSED g_autoptr (BbIssueRow) alive = g_object_ref (self);
  g_autoptr (GtkWidget) root = g_object_ref (root_of (self));
  const BbEquation *equation = find_equation (self);
  g_autofree char *label = equation != NULL ? bb_solve_step_label (self->report, equation, (guint) self->cell) : NULL;

  bb_focus_leave (GTK_WIDGET (self));
  if (label != NULL && bb_solve_apply (self->report, equation, (guint) self->cell))
    finish (self, root, label);
  else
    tell_outdated (self);
}

static void
dismiss_clicked_cb (BbIssueRow *self)
{
  G_GNUC_UNUSED g_autoptr (BbIssueRow) alive = g_object_ref (self);
  g_autoptr (GtkWidget) root = g_object_ref (root_of (self));

  bb_focus_leave (GTK_WIDGET (self));
  bb_report_dismiss_note (self->report, BB_NOTE (bb_issue_entry_get_item (self->entry)), TRUE);
  finish (self, root, _("Note dismissed"));
}

static void
confirm_clicked_cb (BbIssueRow *self)
{
  G_GNUC_UNUSED g_autoptr (BbIssueRow) alive = g_object_ref (self);
  g_autoptr (GtkWidget) root = g_object_ref (root_of (self));
  g_autoptr (GPtrArray) notes = g_ptr_array_ref (bb_issue_entry_get_items (self->entry));
  g_autofree char *message = g_strdup_printf (ngettext ("%u note confirmed", "%u notes confirmed", notes->len), notes->len);

  bb_focus_leave (GTK_WIDGET (self));
  bb_note_group_confirm (self->report, notes);
  finish (self, root, message);
}

static void
withdraw_clicked_cb (BbIssueRow *self)
{
  G_GNUC_UNUSED g_autoptr (BbIssueRow) alive = g_object_ref (self);
  g_autoptr (GtkWidget) root = g_object_ref (root_of (self));

  bb_focus_leave (GTK_WIDGET (self));
  if (bb_issue_withdraw (bb_issue_entry_get_issue (self->entry), self->report))
    finish (self, root, _("Acceptance withdrawn"));
  else
    tell_outdated (self);
}

static void
accepted_cb (BbIssueRow *self, const char *reason)
{
  G_GNUC_UNUSED g_autoptr (BbIssueRow) alive = g_object_ref (self);
  g_autoptr (GtkWidget) root = g_object_ref (root_of (self));
  g_autofree char *message = g_strdup_printf (_("Accepted: %s"), reason);

  bb_focus_leave (GTK_WIDGET (self));
  if (!bb_issue_accept (bb_issue_entry_get_issue (self->entry), self->report, reason))
    {
      tell_outdated (self);
      return;
    }
  bb_reasons_add (reason);
  finish (self, root, message);
}

/* ---- paragraphs of last year's ---- */

/* The reason that is kept with a paragraph that was looked at and stays. */
static const char *
get_keep_reason (void)
{
  return _("Looked over: it still holds and stays as it is");
}

static void
keep_clicked_cb (BbIssueRow *self)
{
  G_GNUC_UNUSED g_autoptr (BbIssueRow) alive = g_object_ref (self);
  g_autoptr (GtkWidget) root = g_object_ref (root_of (self));

  bb_focus_leave (GTK_WIDGET (self));
  if (bb_issue_accept (bb_issue_entry_get_issue (self->entry), self->report, get_keep_reason ()))
    finish (self, root, _("The paragraph stays as it is"));
  else
    tell_outdated (self);
}

static void
keep_all_clicked_cb (BbIssueRow *self)
{
  G_GNUC_UNUSED g_autoptr (BbIssueRow) alive = g_object_ref (self);
  g_autoptr (GtkWidget) root = g_object_ref (root_of (self));
  guint kept;
  g_autofree char *message = NULL;

  bb_focus_leave (GTK_WIDGET (self));
  kept = bb_checker_accept_like (self->checker, bb_issue_entry_get_issue (self->entry), get_keep_reason ());
  message = g_strdup_printf (ngettext ("%u paragraph stays as it is", "%u paragraphs stay as they are", kept), kept);
  if (kept > 0)
    finish (self, root, message);
  else
    tell_outdated (self);
}

/* ---- what is shown ---- */

/* Made when it is asked for: a list of issues has many rows. */
static void
make_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  BbIssueRow *self = BB_ISSUE_ROW (user_data);
  g_auto (GStrv) offered = bb_reasons_list (self->checker);
  GtkWidget *popover = bb_accept_popover_new (bb_issue_get_reason (bb_issue_entry_get_issue (self->entry)),
                                              (const char *const *) offered);

  g_signal_connect_object (popover, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

/* A click must not take the focus from where somebody types. */
static GtkWidget *
add_button (BbIssueRow *self, const char *label, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkLabel *text = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
  int length = (int) g_utf8_strlen (label, -1);

  /* What a repair writes is its point: a long label wraps, nothing of it is left out. A short one stands in one line. */
  gtk_label_set_wrap (text, length > 16);
  gtk_label_set_justify (text, GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (text, 26);
  /* A long message wraps rather than squeezing out what the button does. */
  gtk_label_set_width_chars (text, MIN (length, 16));
  gtk_widget_set_tooltip_text (button, tooltip != NULL ? tooltip : label);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (self->buttons, button);
  return button;
}

static void
add_action (BbIssueRow *self, const char *label, const char *tooltip, GCallback clicked_cb)
{
  g_signal_connect_object (add_button (self, label, tooltip), "clicked", clicked_cb, self, G_CONNECT_SWAPPED);
}

static void
add_fixes (BbIssueRow *self, BbIssue *issue)
{
  guint n_fixes;
  const BbFix *fixes = bb_issue_get_fixes (issue, &n_fixes);

  for (guint i = 0; i < n_fixes; i++)
    {
      GtkWidget *button = add_button (self, fixes[i].label, NULL);

      g_object_set_data_full (G_OBJECT (button), FIX_ID, g_strdup (fixes[i].id), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (fix_clicked_cb), self, 0);
    }
}

static void
add_accept (BbIssueRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Accept…"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (button, _("Right as it is: give the reason"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popover_cb, self, NULL);
  gtk_box_append (self->buttons, button);
}

/* After a look at the paragraph one click is enough: the reason is always the same. */
static void
add_keep (BbIssueRow *self, BbIssue *issue)
{
  add_action (self, _("Keep as It Is"), _("The paragraph was looked over and stays as it was last year"), G_CALLBACK (keep_clicked_cb));
  if (bb_checker_count_like (self->checker, issue) > 1)
    add_action (self, _("Keep All Here"), _("All paragraphs of this section that were taken over stay as they are"),
                G_CALLBACK (keep_all_clicked_cb));
}

static void
show_severity (BbIssueRow *self, BbSeverity severity)
{
  gtk_image_set_from_icon_name (self->icon, bb_severity_icon (severity));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char *[]) { bb_severity_style (severity), NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bb_severity_label (severity), -1);
}

static void
show_place (BbIssueRow *self, const char *place)
{
  gtk_label_set_text (self->place, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), place != NULL && *place != '\0');
}

static void
show_acceptance (BbIssueRow *self, BbIssue *issue)
{
  BbAcceptance acceptance = bb_issue_get_acceptance (issue);
  g_autofree char *text = NULL;

  if (acceptance == BB_ACCEPTANCE_VALID)
    text = g_strdup_printf (_("Accepted: %s"), bb_issue_get_reason (issue));
  else if (acceptance == BB_ACCEPTANCE_STALE)
    text = g_strdup_printf (_("Accepted earlier for “%s”; the figures have changed since"), bb_issue_get_reason (issue));
  gtk_label_set_text (self->acceptance, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->acceptance), text != NULL);
}

/* Whether the message begins with the name of the table of @section (表三 › …) or has its title in it. */
static gboolean
names_place (BbReport *report, guint section, const char *title, const char *message)
{
  const BbForm *form = bb_report_get_form (report);
  int table = form->sections[section].table;
  const char *cell = table >= 0 ? form->cells[form->tables[table].first_cell].name : NULL;
  const char *end = cell != NULL ? strstr (cell, " › ") : NULL;

  return (end != NULL && strncmp (message, cell, (gsize) (end - cell)) == 0) || strstr (message, title) != NULL;
}

/* A place that the message names is not said twice: there is room for two issues more. */
static void
show_issue (BbIssueRow *self, BbIssue *issue)
{
  guint index = bb_issue_get_section (issue);
  g_autofree char *section = bb_section_dup_title (self->report, index);
  gboolean accepted = bb_issue_get_acceptance (issue) == BB_ACCEPTANCE_VALID;

  show_severity (self, bb_issue_get_severity (issue));
  gtk_label_set_text (self->message, bb_issue_get_message (issue));
  show_place (self, section);
  if (names_place (self->report, index, section, bb_issue_get_message (issue)))
    gtk_widget_set_visible (GTK_WIDGET (self->place), FALSE);
  show_acceptance (self, issue);
  if (accepted)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->message), STRUCK);
      add_action (self, _("Withdraw"), _("Make it an open issue again"), G_CALLBACK (withdraw_clicked_cb));
      return;
    }
  add_fixes (self, issue);
  if (g_str_equal (bb_issue_get_rule_id (issue), COPIED))
    add_keep (self, issue);
  if (bb_issue_can_accept (issue))
    add_accept (self);
}

static void
show_note (BbIssueRow *self, BbNote *note)
{
  show_severity (self, bb_note_get_severity (note));
  gtk_label_set_text (self->message, bb_note_get_message (note));
  show_place (self, bb_note_get_place (note));
  add_action (self, _("Dismiss"), _("Checked: list it no more"), G_CALLBACK (dismiss_clicked_cb));
}

static char *
tell_notes (BbIssueRow *self, guint n)
{
  const BbForm *form = bb_report_get_form (self->report);
  int table = bb_issue_entry_get_table (self->entry);
  g_autofree char *section = NULL;

  if (table < 0 || table >= (int) form->n_tables)
    return g_strdup_printf (ngettext ("%u other note", "%u other notes", n), n);
  section = bb_section_dup_title (self->report, form->tables[table].section);
  /* Translators: 1: the title of a section, 2: how many notes there are about its table */
  return g_strdup_printf (ngettext ("%1$s: %2$u note", "%1$s: %2$u notes", n), section, n);
}

static void
show_head (BbIssueRow *self)
{
  gboolean expanded = bb_issue_entry_get_expanded (self->entry);
  GPtrArray *items = bb_issue_entry_get_items (self->entry);
  gboolean notes = bb_issue_entry_get_kind (self->entry) == BB_ENTRY_NOTES;
  guint deduced = notes ? bb_note_group_count_deduced (self->report, items) : 0;
  g_autofree char *text = notes ? tell_notes (self, items->len)
                                : g_strdup_printf (ngettext ("Accepted (%u)", "Accepted (%u)", items->len), items->len);
  g_autofree char *place = deduced == 0 ? NULL : g_strdup_printf (ngettext ("%u deduced number to be confirmed",
                                                                            "%u deduced numbers to be confirmed", deduced), deduced);

  gtk_image_set_from_icon_name (self->icon, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_label_set_text (self->message, text);
  show_place (self, place);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show (BbIssueRow *self)
{
  GObject *item = bb_issue_entry_get_item (self->entry);

  if (BB_IS_ISSUE (item))
    show_issue (self, BB_ISSUE (item));
  else if (BB_IS_NOTE (item))
    show_note (self, BB_NOTE (item));
  else
    {
      show_head (self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Folded List"), -1);
      if (bb_issue_entry_get_kind (self->entry) == BB_ENTRY_NOTES)
        add_action (self, _("Confirm All"), _("List these notes no more, and keep the deduced numbers as they are"),
                    G_CALLBACK (confirm_clicked_cb));
      g_signal_connect_object (self->entry, "changed", G_CALLBACK (show_head), self, G_CONNECT_SWAPPED);
    }
  if (bb_issue_entry_is_part (self->entry))
    gtk_widget_add_css_class (GTK_WIDGET (self), PART);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->message),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_widget_get_visible (GTK_WIDGET (self->acceptance)) ? gtk_label_get_text (self->acceptance)
                                                                                         : gtk_label_get_text (self->place),
                                  -1);
}

/* ---- object ---- */

static void
bb_issue_row_dispose (GObject *object)
{
  BbIssueRow *self = BB_ISSUE_ROW (object);

  g_clear_object (&self->report);
  g_clear_object (&self->checker);
  g_clear_object (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_ISSUE_ROW);
  G_OBJECT_CLASS (bb_issue_row_parent_class)->dispose (object);
}

static void
bb_issue_row_class_init (BbIssueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_issue_row_dispose;

  signals[ACTED] = g_signal_new ("acted", BB_TYPE_ISSUE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-issue-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BbIssueRow, icon);
  gtk_widget_class_bind_template_child (widget_class, BbIssueRow, message);
  gtk_widget_class_bind_template_child (widget_class, BbIssueRow, place);
  gtk_widget_class_bind_template_child (widget_class, BbIssueRow, acceptance);
  gtk_widget_class_bind_template_child (widget_class, BbIssueRow, buttons);
}

static void
bb_issue_row_init (BbIssueRow *self)
{
  self->cell = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bb_issue_row_new (BbReport *report, BbChecker *checker, BbIssueEntry *entry)
{
  BbIssueRow *self = g_object_new (BB_TYPE_ISSUE_ROW, NULL);

  self->report = g_object_ref (report);
  gtk_widget_set_sensitive (GTK_WIDGET (self->buttons), !bb_report_get_read_only (report));
  self->checker = g_object_ref (checker);
  self->entry = g_object_ref (entry);
  self->form = bb_report_get_form (report);
  show (self);
  return GTK_WIDGET (self);
}

BbIssueEntry *
bb_issue_row_get_entry (BbIssueRow *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_ROW (self), NULL);
  return self->entry;
}

void
bb_issue_row_offer_cell (BbIssueRow *self, int cell)
{
  const BbEquation *equation;
  g_autofree char *label = NULL;
  g_autofree char *whole = NULL;

  g_return_if_fail (BB_IS_ISSUE_ROW (self));
  self->cell = cell;
  equation = find_equation (self);
  if (cell >= 0 && equation != NULL)
    {
      label = bb_solve_short_label (self->report, equation, (guint) cell);
      whole = bb_solve_label (self->report, equation, (guint) cell);
    }
  if (label != NULL && self->solve == NULL)
    {
      self->solve = add_button (self, label, whole);
      gtk_box_reorder_child_after (self->buttons, self->solve, NULL);
      g_signal_connect_object (self->solve, "clicked", G_CALLBACK (solve_clicked_cb), self, G_CONNECT_SWAPPED);
    }
  if (self->solve == NULL)
    return;
  gtk_widget_set_visible (self->solve, label != NULL);
  if (label != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->solve), label);
      gtk_widget_set_tooltip_text (self->solve, whole);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->solve), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
    }
}
