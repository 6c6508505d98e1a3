/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-document-view.h"

#include "bb-bar.h"
#include "bb-field-widget.h"
#include "bb-find-bar.h"
#include "bb-focus.h"
#include "bb-fold-layout.h"
#include "bb-issue-list.h"
#include "bb-issue-pane.h"
#include "bb-narrative-page.h"
#include "bb-pane-height.h"
#include "bb-paned-handle.h"
#include "bb-prose-view.h"
#include "bb-reading-bars.h"
#include "bb-report-page.h"
#include "bb-review.h"
#include "bb-section-state.h"
#include "bb-settings.h"
#include "bb-sidebar.h"
#include "bb-table-page.h"

/* The bar of the issue pane and two of its lines. */
#define LEAST_PANE_HEIGHT 130

/* Characters: a narrower view has no room for the list of sections beside the page. */
#define WIDTH_FOR_SECTIONS 54

struct _BbDocumentView
{
  AdwBin parent_instance;

  /* From the template */
  GtkBox *bars;
  AdwFlap *flap;
  BbSidebar *sidebar;
  BbFindBar *find;
  GtkPaned *paned;
  GtkPaned *beside;
  GtkStack *stack;
  BbIssuePane *issues;
  BbReviewPane *review; /* NULL unless the report was read from a file; owned by @beside */

  BbSession *session;
  GPtrArray *pages; /* (element-type BbPage), NULL where not made yet; owned by the stack */

  /* The jump under way */
  BbIssue *marked;
  BbField *pending; /* revealed once more when its page has a size */
  guint pending_tick;
  GtkWidget *pending_focus;
  gboolean jumping;

  gboolean show_details;
};

G_DEFINE_FINAL_TYPE (BbDocumentView, bb_document_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SHOW_ISSUES,
  PROP_SHOW_SIDEBAR,
  PROP_SHOW_DETAILS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CELL_FOCUSED,
  SECTION_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void mark_issue (BbDocumentView *self, BbIssue *issue);

static GType
page_type (BbDocumentView *self, guint section)
{
  const BbForm *form = bb_report_get_form (bb_session_get_report (self->session));

  if (section == 0)
    return BB_TYPE_REPORT_PAGE;
  return form->sections[section].table >= 0 ? BB_TYPE_TABLE_PAGE : BB_TYPE_NARRATIVE_PAGE;
}

static void
cell_focused_cb (BbDocumentView *self, guint cell)
{
  bb_issue_pane_set_cell (self->issues, (int) cell);
  g_signal_emit (self, signals[CELL_FOCUSED], 0, cell);
}

static void
marks_closed_cb (BbDocumentView *self)
{
  mark_issue (self, NULL);
}

/* Details are shown for all tables or for none, and next time again. */
static void
join_table_page (BbDocumentView *self, BbPage *page)
{
  g_signal_connect_object (page, "cell-focused", G_CALLBACK (cell_focused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "marks-closed", G_CALLBACK (marks_closed_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self, "show-details", page, "show-details", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static BbPage *
ensure_page (BbDocumentView *self, guint section)
{
  BbPage *page = g_ptr_array_index (self->pages, section);

  if (page != NULL)
    return page;
  page = g_object_new (page_type (self, section), "session", self->session, "section", section, NULL);
  gtk_stack_add_child (self->stack, GTK_WIDGET (page));
  self->pages->pdata[section] = page;
  if (BB_IS_TABLE_PAGE (page))
    join_table_page (self, page);
  return page;
}

static void
show_selected (BbDocumentView *self)
{
  BbPage *page = ensure_page (self, bb_sidebar_get_selected (self->sidebar));

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  bb_issue_pane_set_section (self->issues, bb_sidebar_get_selected (self->sidebar));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  g_signal_emit (self, signals[SECTION_SHOWN], 0, bb_sidebar_get_selected (self->sidebar));
}

/* ---- jumping ---- */

static void
cancel_pending (BbDocumentView *self)
{
  if (self->pending_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->pending_tick);
  self->pending_tick = 0;
  g_clear_weak_pointer (&self->pending_focus);
  g_clear_object (&self->pending);
}

static GtkWidget *
focus_of (BbDocumentView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
pending_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  BbDocumentView *self = BB_DOCUMENT_VIEW (widget);
  BbPage *page = bb_document_view_get_page (self);
  g_autoptr (BbField) field = NULL;

  if (gtk_widget_get_width (GTK_WIDGET (page)) == 0)
    return G_SOURCE_CONTINUE;
  field = g_steal_pointer (&self->pending);
  self->pending_tick = 0;
  /* Who has gone on to another place in the meantime stays there. */
  if (focus_of (self) == self->pending_focus)
    bb_page_reveal (page, field);
  g_clear_weak_pointer (&self->pending_focus);
  return G_SOURCE_REMOVE;
}

static void
mark_issue (BbDocumentView *self, BbIssue *issue)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (g_ptr_array_index (self->pages, i) != NULL)
      bb_page_mark (g_ptr_array_index (self->pages, i), issue);
  g_set_object (&self->marked, issue);
}

/* The words that the issue is about; a page that has no size yet keeps them selected until it scrolls. */
static void
select_issue_text (BbDocumentView *self, BbIssue *issue, BbField *target)
{
  GtkWidget *view = bb_field_widget_find (GTK_WIDGET (bb_document_view_get_page (self)), target);
  guint start;
  guint length;

  if (BB_IS_PROSE_VIEW (view) && bb_issue_get_text_range (issue, &start, &length))
    bb_text_binding_select_range (bb_prose_view_get_binding (BB_PROSE_VIEW (view)), start, length);
}

static void
issue_chosen_cb (BbDocumentView *self, GObject *item, BbField *target)
{
  BbIssue *issue = BB_IS_ISSUE (item) ? BB_ISSUE (item) : NULL;

  if (target != NULL)
    bb_document_view_reveal_field (self, target);
  else if (issue != NULL)
    bb_document_view_show_page (self, bb_issue_get_section (issue));
  if (target != NULL && issue != NULL)
    select_issue_text (self, issue, target);
  mark_issue (self, issue);
}

/* Returns: (transfer full) (nullable): @issue, or what stands for the same now that figures changed. */
static BbIssue *
find_successor (GListModel *issues, BbIssue *issue)
{
  g_autoptr (BbIssue) like = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (BbIssue) other = g_list_model_get_item (issues, i);

      if (other == issue)
        return g_steal_pointer (&other);
      if (like == NULL && bb_issue_is_like (other, issue))
        like = g_steal_pointer (&other);
    }
  return g_steal_pointer (&like);
}

/* The marks of an issue go with it, and follow it while somebody repairs it figure by figure. */
static void
issues_changed_cb (BbDocumentView *self)
{
  g_autoptr (BbIssue) issue = NULL;

  if (self->marked == NULL)
    return;
  issue = find_successor (G_LIST_MODEL (bb_session_get_checker (self->session)), self->marked);
  if (issue != self->marked)
    mark_issue (self, issue);
}

/* ---- following the report ---- */

static void
selected_cb (BbDocumentView *self)
{
  cancel_pending (self);
  show_selected (self);
  if (!self->jumping)
    mark_issue (self, NULL);
}

/* In a narrow window the sections lie over the form: whoever clicked on one wants to see it. */
static void
section_chosen_cb (BbDocumentView *self)
{
  if (!bb_document_view_is_narrow (self))
    return;
  bb_document_view_set_show_sidebar (self, FALSE);
  bb_page_reveal (bb_document_view_get_page (self), NULL);
}

static void
applied_cb (BbDocumentView *self, BbField *field)
{
  BbReport *report = bb_session_get_report (self->session);

  /* A mark "done", an acceptance, last year's and the units' reports have no widget of their own: they show wherever one is. */
  if (field == NULL || field == bb_report_get_meta (report, BB_META_DONE) || field == bb_report_get_meta (report, BB_META_ACCEPTED) ||
      field == bb_report_get_meta (report, BB_META_LAST_YEAR) || field == bb_report_get_meta (report, BB_META_UNITS))
    return;
  bb_document_view_reveal_field (self, field);
}

/* Another edition: the cells are other objects, so every page is made anew when it is shown. */
static void
form_changed_cb (BbDocumentView *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL;

  bb_focus_leave (GTK_WIDGET (self->stack));
  cancel_pending (self);
  g_clear_object (&self->marked);
  for (guint i = 0; i < self->pages->len; i++)
    if (g_ptr_array_index (self->pages, i) != NULL)
      gtk_stack_remove (self->stack, g_ptr_array_index (self->pages, i));
  g_ptr_array_set_size (self->pages, 0);
  g_ptr_array_set_size (self->pages, (int) bb_report_get_form (bb_session_get_report (self->session))->n_sections);
  show_selected (self);
  if (focused)
    bb_page_reveal (bb_document_view_get_page (self), NULL);
}

/* ---- object ---- */

static void
bb_document_view_constructed (GObject *object)
{
  BbDocumentView *self = BB_DOCUMENT_VIEW (object);
  BbReport *report = bb_session_get_report (self->session);

  G_OBJECT_CLASS (bb_document_view_parent_class)->constructed (object);
  g_ptr_array_set_size (self->pages, (int) bb_report_get_form (report)->n_sections);
  bb_sidebar_set_session (self->sidebar, self->session);
  bb_issue_pane_set_session (self->issues, self->session);
  show_selected (self);
  g_signal_connect_object (self->sidebar, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "chosen", G_CALLBACK (section_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "notify::form", G_CALLBACK (form_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bb_session_get_checker (self->session), "items-changed", G_CALLBACK (issues_changed_cb),
                           self, G_CONNECT_SWAPPED);
  if (bb_settings_get () != NULL)
    g_settings_bind (bb_settings_get (), "cell-details", self, "show-details", G_SETTINGS_BIND_DEFAULT);
  bb_pane_height_keep (self->paned, LEAST_PANE_HEIGHT);
  bb_paned_handle_mend (self->paned);
  bb_find_bar_attach (self->find, self, self->stack);
  bb_reading_bars_add (self);
  self->review = bb_review_attach (self, self->beside);
  /* While a file is reviewed, the room is for that. */
  bb_document_view_set_show_issues (self, !bb_session_get_reviewing (self->session) && g_list_model_get_n_items (bb_issue_pane_get_items (self->issues)) > 0);
}

static void
bb_document_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BbDocumentView *self = BB_DOCUMENT_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SHOW_ISSUES:
      g_value_set_boolean (value, bb_document_view_get_show_issues (self));
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, bb_document_view_get_show_sidebar (self));
      break;
    case PROP_SHOW_DETAILS:
      g_value_set_boolean (value, self->show_details);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_document_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  BbDocumentView *self = BB_DOCUMENT_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_SHOW_ISSUES:
      bb_document_view_set_show_issues (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_SIDEBAR:
      bb_document_view_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_DETAILS:
      if (self->show_details != g_value_get_boolean (value))
        {
          self->show_details = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_document_view_dispose (GObject *object)
{
  BbDocumentView *self = BB_DOCUMENT_VIEW (object);

  cancel_pending (self);
  g_clear_object (&self->marked);
  self->review = NULL;
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_DOCUMENT_VIEW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bb_document_view_parent_class)->dispose (object);
}

static void
bb_document_view_class_init (BbDocumentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bb_document_view_constructed;
  object_class->get_property = bb_document_view_get_property;
  object_class->set_property = bb_document_view_set_property;
  object_class->dispose = bb_document_view_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BB_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_ISSUES] = g_param_spec_boolean ("show-issues", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                       | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE,
                                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                        | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_DETAILS] = g_param_spec_boolean ("show-details", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                        | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CELL_FOCUSED] = g_signal_new ("cell-focused", BB_TYPE_DOCUMENT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SECTION_SHOWN] = g_signal_new ("section-shown", BB_TYPE_DOCUMENT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (BB_TYPE_SIDEBAR);
  g_type_ensure (BB_TYPE_FIND_BAR);
  g_type_ensure (BB_TYPE_ISSUE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BbDocumentView, bars);
  gtk_widget_class_bind_template_child (widget_class, BbDocumentView, flap);
  gtk_widget_class_bind_template_child (widget_class, BbDocumentView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, BbDocumentView, find);
  gtk_widget_class_bind_template_child (widget_class, BbDocumentView, paned);
  gtk_widget_class_bind_template_child (widget_class, BbDocumentView, beside);
  gtk_widget_class_bind_template_child (widget_class, BbDocumentView, stack);
  gtk_widget_class_bind_template_child (widget_class, BbDocumentView, issues);
  gtk_widget_class_bind_template_callback (widget_class, issue_chosen_cb);
}

static void
flap_reveal_cb (BbDocumentView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

static void
bb_document_view_init (BbDocumentView *self)
{
  self->pages = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), bb_fold_layout_new (self->flap, WIDTH_FOR_SECTIONS));
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (flap_reveal_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
bb_document_view_new (BbSession *session)
{
  return g_object_new (BB_TYPE_DOCUMENT_VIEW, "session", session, NULL);
}

BbSession *
bb_document_view_get_session (BbDocumentView *self)
{
  g_return_val_if_fail (BB_IS_DOCUMENT_VIEW (self), NULL);
  return self->session;
}

void
bb_document_view_show_page (BbDocumentView *self, guint section)
{
  g_return_if_fail (BB_IS_DOCUMENT_VIEW (self));
  bb_sidebar_set_selected (self->sidebar, section);
}

void
bb_document_view_step_page (BbDocumentView *self, int step)
{
  int section;

  g_return_if_fail (BB_IS_DOCUMENT_VIEW (self));
  section = (int) bb_sidebar_get_selected (self->sidebar) + step;
  if (section < 0 || section >= (int) self->pages->len)
    return;
  bb_document_view_show_page (self, (guint) section);
  bb_page_reveal (bb_document_view_get_page (self), NULL);
}

BbPage *
bb_document_view_get_page (BbDocumentView *self)
{
  g_return_val_if_fail (BB_IS_DOCUMENT_VIEW (self), NULL);
  return BB_PAGE (gtk_stack_get_visible_child (self->stack));
}

void
bb_document_view_reveal_field (BbDocumentView *self, BbField *field)
{
  BbPage *page;

  g_return_if_fail (BB_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (BB_IS_FIELD (field));

  cancel_pending (self);
  self->jumping = TRUE;
  bb_document_view_show_page (self, bb_section_of_field (bb_session_get_report (self->session), field));
  self->jumping = FALSE;
  page = bb_document_view_get_page (self);
  bb_page_reveal (page, field);
  /*
   * A page just made has no size yet, so nothing could be scrolled into view: once more in the next frame. A sheet waits by
   * itself; going into a cell again would let the next key replace what has been typed there meanwhile.
   */
  if (gtk_widget_get_width (GTK_WIDGET (page)) == 0 && bb_field_get_cell (field) == NULL)
    {
      self->pending = g_object_ref (field);
      g_set_weak_pointer (&self->pending_focus, focus_of (self));
      self->pending_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), pending_tick_cb, NULL, NULL);
    }
}

gboolean
bb_document_view_step_issue (BbDocumentView *self, int step)
{
  g_return_val_if_fail (BB_IS_DOCUMENT_VIEW (self), FALSE);
  if (bb_document_view_get_show_source (self))
    {
      if (bb_review_pane_step (self->review, step))
        return TRUE;
      /* Issues are for the report that is kept, unless somebody looks at them already. */
      if (bb_session_get_reviewing (self->session) && !bb_document_view_get_show_issues (self))
        return FALSE;
    }
  if (!bb_issue_pane_step (self->issues, step))
    return FALSE;
  bb_document_view_set_show_issues (self, TRUE);
  return TRUE;
}

void
bb_document_view_toggle_done (BbDocumentView *self)
{
  BbReport *report;
  guint section;

  g_return_if_fail (BB_IS_DOCUMENT_VIEW (self));
  report = bb_session_get_report (self->session);
  section = bb_sidebar_get_selected (self->sidebar);
  if (section > 0)
    bb_report_set_section_done (report, section, !bb_report_get_section_done (report, section));
}

BbReviewPane *
bb_document_view_get_review (BbDocumentView *self)
{
  g_return_val_if_fail (BB_IS_DOCUMENT_VIEW (self), NULL);
  return self->review;
}

gboolean
bb_document_view_get_show_source (BbDocumentView *self)
{
  g_return_val_if_fail (BB_IS_DOCUMENT_VIEW (self), FALSE);
  return self->review != NULL && gtk_widget_get_visible (GTK_WIDGET (self->review));
}

void
bb_document_view_set_show_source (BbDocumentView *self, gboolean show)
{
  g_return_if_fail (BB_IS_DOCUMENT_VIEW (self));
  if (self->review == NULL)
    return;
  if (!show)
    bb_focus_leave (GTK_WIDGET (self->review));
  gtk_widget_set_visible (GTK_WIDGET (self->review), show);
}

gboolean
bb_document_view_get_show_issues (BbDocumentView *self)
{
  g_return_val_if_fail (BB_IS_DOCUMENT_VIEW (self), FALSE);
  return gtk_widget_get_visible (GTK_WIDGET (self->issues));
}

void
bb_document_view_set_show_issues (BbDocumentView *self, gboolean show)
{
  g_return_if_fail (BB_IS_DOCUMENT_VIEW (self));
  if (bb_document_view_get_show_issues (self) == show)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->issues), show);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_ISSUES]);
}

gboolean
bb_document_view_is_narrow (BbDocumentView *self)
{
  g_return_val_if_fail (BB_IS_DOCUMENT_VIEW (self), FALSE);
  return adw_flap_get_folded (self->flap);
}

gboolean
bb_document_view_get_show_sidebar (BbDocumentView *self)
{
  g_return_val_if_fail (BB_IS_DOCUMENT_VIEW (self), FALSE);
  return adw_flap_get_reveal_flap (self->flap);
}

void
bb_document_view_set_show_sidebar (BbDocumentView *self, gboolean show)
{
  g_return_if_fail (BB_IS_DOCUMENT_VIEW (self));
  adw_flap_set_reveal_flap (self->flap, show);
}

GtkWidget *
bb_document_view_get_find_bar (BbDocumentView *self)
{
  g_return_val_if_fail (BB_IS_DOCUMENT_VIEW (self), NULL);
  return GTK_WIDGET (self->find);
}

GtkWidget *
bb_document_view_add_bar (BbDocumentView *self, const char *message, const char *action)
{
  GtkWidget *bar = bb_bar_new (message, action);

  g_return_val_if_fail (BB_IS_DOCUMENT_VIEW (self), NULL);
  gtk_box_append (self->bars, bar);
  return bar;
}

void
bb_document_view_add_widget_bar (BbDocumentView *self, GtkWidget *bar)
{
  g_return_if_fail (BB_IS_DOCUMENT_VIEW (self));
  gtk_box_append (self->bars, bar);
}

void
bb_document_view_remove_bar (BbDocumentView *self, GtkWidget *bar)
{
  g_return_if_fail (BB_IS_DOCUMENT_VIEW (self));
  bb_focus_leave (bar);
  gtk_box_remove (self->bars, bar);
}
