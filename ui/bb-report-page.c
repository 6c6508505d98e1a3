/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-report-page.h"

#include "bb-copied-marks.h"
#include "bb-dialogs.h"
#include "bb-entry-binding.h"
#include "bb-field-widget.h"
#include "bb-prose-count.h"
#include "bb-prose-height.h"
#include "bb-title-follow.h"

#include <glib/gi18n.h>
#include <string.h>

/* The regulation that asks for the report is in force since 2008. */
#define FIRST_YEAR 2008
#define LAST_YEAR 2099

/* Of the introduction. */
#define LEAST_LINES 3
#define MOST_LINES 12

struct _BbReportPage
{
  BbPage parent_instance;

  /* From the template */
  AdwEntryRow *title;
  GtkWidget *generate;
  AdwEntryRow *organisation;
  AdwEntryRow *year;
  AdwActionRow *form;
  AdwEntryRow *contact;
  AdwEntryRow *date;
  BbProseView *intro;
  BbProseCount *intro_count;

  BbEntryBinding *title_binding;
  BbEntryBinding *organisation_binding;
  BbEntryBinding *contact_binding;
  BbEntryBinding *date_binding;

  int asked_year; /* the year that a question is open about, 0 for none */
};

G_DEFINE_FINAL_TYPE (BbReportPage, bb_report_page, BB_TYPE_PAGE)

static void
show_year (BbReportPage *self)
{
  BbReport *report = bb_page_get_report (BB_PAGE (self));
  const char *text = bb_field_get_text (bb_report_get_meta (report, BB_META_YEAR));

  gtk_widget_remove_css_class (GTK_WIDGET (self->year), "error");
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->year)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->year), text);
}

static void
show_form (BbReportPage *self)
{
  const BbForm *form = bb_report_get_form (bb_page_get_report (BB_PAGE (self)));
  g_autofree char *title = NULL;

  if (form->last_year == G_MAXINT)
    title = g_strdup_printf (_("Form for %d and Later"), form->first_year);
  else
    title = g_strdup_printf (_("Form for %d to %d"), form->first_year, form->last_year);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->form), title);
  adw_action_row_set_subtitle (self->form, form->notice);
}

static void
report_changed_cb (BbReportPage *self)
{
  BbReport *report = bb_page_get_report (BB_PAGE (self));

  bb_entry_binding_refresh (self->title_binding);
  gtk_widget_set_visible (self->generate, *bb_field_get_text (bb_report_get_meta (report, BB_META_TITLE)) != '\0'
                                              && !bb_report_get_read_only (report));
  /* An empty place for suffixes would push the row's own icon out of line with those above and below. */
  gtk_widget_set_visible (gtk_widget_get_parent (self->generate), gtk_widget_get_visible (self->generate));
  show_form (self);
}

/* Without selecting: undo brings people back in the middle of typing, and the next key must not replace everything. */
static void
focus_entry (GtkWidget *row)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row)));

  if (!gtk_widget_has_focus (GTK_WIDGET (text)))
    {
      gtk_text_grab_focus_without_selecting (text);
      gtk_editable_set_position (GTK_EDITABLE (row), -1);
    }
}

static void
generate_clicked_cb (BbReportPage *self)
{
  BbReport *report = bb_page_get_report (BB_PAGE (self));

  bb_report_barrier (report);
  bb_report_edit (report, bb_report_get_meta (report, BB_META_TITLE), "", BB_ORIGIN_TYPED);
  bb_report_barrier (report);
  bb_entry_binding_refresh (self->title_binding);
  focus_entry (GTK_WIDGET (self->title));
}

static void
form_answered_cb (GObject *owner, const char *answer)
{
  BbReportPage *self = BB_REPORT_PAGE (owner);
  BbReport *report = bb_page_get_report (BB_PAGE (self));
  int year = self->asked_year;

  self->asked_year = 0;
  if (strcmp (answer, "convert") == 0)
    bb_report_set_year (report, year, TRUE);
  else if (strcmp (answer, "keep") == 0)
    bb_report_set_year (report, year, FALSE);
  else
    show_year (self);
}

static void
ask_form (BbReportPage *self, int year, const BbForm *form)
{
  const BbAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "keep", _("Change the _Year Only"), ADW_RESPONSE_DEFAULT },
    { "convert", _("Change the _Form"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *body = NULL;

  body = g_strdup_printf (_("Reports for %d are written on another form (%s). Figures that both forms ask for are "
                            "carried over; each other figure is kept in a note. This can be undone."),
                          year, form->notice);
  self->asked_year = year;
  bb_dialogs_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Change the Form?"), body, answers,
                  G_N_ELEMENTS (answers), "convert", G_OBJECT (self), form_answered_cb);
}

/* The year counts when it is complete: on Enter or when the focus goes on. */
static void
commit_year (BbReportPage *self)
{
  BbReport *report = bb_page_get_report (BB_PAGE (self));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->year));
  int year = bb_year_read (text);
  const BbForm *form;

  if (self->asked_year != 0 || strcmp (text, bb_field_get_text (bb_report_get_meta (report, BB_META_YEAR))) == 0)
    return;
  if (year == 0)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->year), "error");
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _("A report year has four digits, such as 2024"));
      return;
    }
  form = bb_form_for_year (year);
  if (form != bb_report_get_form (report))
    {
      ask_form (self, year, form);
      return;
    }
  bb_report_set_year (report, year, FALSE);
  show_year (self);
}

static void
year_activated_cb (BbReportPage *self)
{
  commit_year (self);
}

static void
year_text_cb (BbReportPage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->year), "error");
}

/* Going to another window is no reason to complain about half a year. */
static void
year_leave_cb (BbReportPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && !gtk_widget_in_destruction (GTK_WIDGET (root)) && gtk_window_is_active (GTK_WINDOW (root)))
    commit_year (self);
}

static GtkWidget *
find_widget (BbReportPage *self, BbField *field)
{
  BbReport *report = bb_page_get_report (BB_PAGE (self));
  const struct
  {
    BbMeta meta;
    gpointer widget;
  } rows[] = {
    { BB_META_TITLE, self->title },     { BB_META_ORGANISATION, self->organisation }, { BB_META_YEAR, self->year },
    { BB_META_CONTACT, self->contact }, { BB_META_DATE, self->date },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (bb_report_get_meta (report, rows[i].meta) == field)
      return GTK_WIDGET (rows[i].widget);
  return NULL;
}

static void
bb_report_page_reveal (BbPage *page, BbField *field)
{
  BbReportPage *self = BB_REPORT_PAGE (page);
  GtkWidget *widget = field != NULL ? find_widget (self, field) : GTK_WIDGET (self->organisation);

  if (widget != NULL)
    focus_entry (widget);
  else if (bb_field_get_section (field) >= 0)
    bb_text_binding_reveal (bb_prose_view_get_binding (self->intro));
}

static void
bb_report_page_commit (BbPage *page)
{
  commit_year (BB_REPORT_PAGE (page));
  bb_title_follow_now (GTK_WIDGET (BB_REPORT_PAGE (page)->organisation));
}

static BbEntryBinding *
bind_meta (AdwEntryRow *row, BbReport *report, BbMeta meta, BbEntryText shown)
{
  return bb_entry_binding_new (GTK_EDITABLE (row), report, bb_report_get_meta (report, meta), shown);
}

static void
name_entry (AdwEntryRow *row)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

static void
bb_report_page_constructed (GObject *object)
{
  BbReportPage *self = BB_REPORT_PAGE (object);
  BbPage *page = BB_PAGE (self);
  BbReport *report = bb_page_get_report (page);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  AdwEntryRow *rows[] = { self->title, self->organisation, self->year, self->contact, self->date };

  G_OBJECT_CLASS (bb_report_page_parent_class)->constructed (object);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    name_entry (rows[i]);
  self->title_binding = bind_meta (self->title, report, BB_META_TITLE, bb_report_get_title);
  self->organisation_binding = bind_meta (self->organisation, report, BB_META_ORGANISATION, NULL);
  self->contact_binding = bind_meta (self->contact, report, BB_META_CONTACT, NULL);
  self->date_binding = bind_meta (self->date, report, BB_META_DATE, NULL);
  bb_title_follow_watch (GTK_WIDGET (self->organisation), report);
  bb_prose_view_bind (self->intro, report, bb_report_get_section (report, 0));
  bb_prose_count_watch (self->intro_count, self->intro, 0);
  bb_prose_height_follow (GTK_TEXT_VIEW (self->intro), LEAST_LINES, MOST_LINES);
  bb_copied_marks_add (self->intro, bb_session_get_checker (bb_page_get_session (page)), 0);

  gtk_editable_set_enable_undo (GTK_EDITABLE (self->year), FALSE);
  gtk_editable_set_editable (GTK_EDITABLE (self->year), !bb_report_get_read_only (report));
  bb_field_widget_mark (GTK_WIDGET (self->year), bb_report_get_meta (report, BB_META_YEAR));
  g_signal_connect_object (focus, "leave", G_CALLBACK (year_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->year), focus);
  g_signal_connect_object (bb_report_get_meta (report, BB_META_YEAR), "notify::text", G_CALLBACK (show_year), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  show_year (self);
  report_changed_cb (self);
}

static void
bb_report_page_dispose (GObject *object)
{
  BbReportPage *self = BB_REPORT_PAGE (object);

  g_clear_object (&self->title_binding);
  g_clear_object (&self->organisation_binding);
  g_clear_object (&self->contact_binding);
  g_clear_object (&self->date_binding);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_REPORT_PAGE);
  G_OBJECT_CLASS (bb_report_page_parent_class)->dispose (object);
}

static void
bb_report_page_class_init (BbReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bb_report_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = bb_report_page_dispose;
  BB_PAGE_CLASS (klass)->reveal = bb_report_page_reveal;
  BB_PAGE_CLASS (klass)->commit = bb_report_page_commit;

  g_type_ensure (BB_TYPE_PROSE_VIEW);
  g_type_ensure (BB_TYPE_PROSE_COUNT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BbReportPage, title);
  gtk_widget_class_bind_template_child (widget_class, BbReportPage, generate);
  gtk_widget_class_bind_template_child (widget_class, BbReportPage, organisation);
  gtk_widget_class_bind_template_child (widget_class, BbReportPage, year);
  gtk_widget_class_bind_template_child (widget_class, BbReportPage, form);
  gtk_widget_class_bind_template_child (widget_class, BbReportPage, contact);
  gtk_widget_class_bind_template_child (widget_class, BbReportPage, date);
  gtk_widget_class_bind_template_child (widget_class, BbReportPage, intro);
  gtk_widget_class_bind_template_child (widget_class, BbReportPage, intro_count);
  gtk_widget_class_bind_template_callback (widget_class, generate_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_text_cb);
}

static void
bb_report_page_init (BbReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

int
bb_year_read (const char *text)
{
  BbNumber number = bb_number_read (text, "年");

  if ((number.form != BB_NUMBER_PLAIN && number.form != BB_NUMBER_OWN_UNIT) || number.value.scale != 0)
    return 0;
  if (number.value.mantissa < FIRST_YEAR || number.value.mantissa > LAST_YEAR)
    return 0;
  return (int) number.value.mantissa;
}
