/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-table-page.h"

#include "bb-cell-details.h"
#include "bb-cell-inspector.h"
#include "bb-copied-marks.h"
#include "bb-issue-sides.h"
#include "bb-last-figures.h"
#include "bb-page-header.h"
#include "bb-prose-count.h"
#include "bb-prose-height.h"
#include "sheet/bb-sheet.h"

/* Of the text before the table. */
#define LEAST_LINES 2
#define MOST_LINES 4

struct _BbTablePage
{
  BbPage parent_instance;

  /* From the template */
  BbPageHeader *header;
  GtkExpander *narrative;
  BbProseView *view;
  BbProseCount *characters;
  AdwFlap *flap;
  GtkScrolledWindow *scroller;
  BbCellDetails *details;
  BbIssueSides *sides;
  GtkToggleButton *details_button;
  GtkWidget *foot;
  BbCellInspector *inspector;
  GtkLabel *selected;

  BbSheet *sheet;
};

G_DEFINE_FINAL_TYPE (BbTablePage, bb_table_page, BB_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_SHOW_DETAILS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CELL_FOCUSED,
  MARKS_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
cell_focused_cb (BbTablePage *self, guint cell)
{
  bb_cell_inspector_set_cell (self->inspector, (int) cell);
  bb_cell_details_set_cell (self->details, (int) cell);
  g_signal_emit (self, signals[CELL_FOCUSED], 0, cell);
}

/* The details say all that the line says. */
static void
update_foot (BbTablePage *self)
{
  gboolean details = adw_flap_get_reveal_flap (self->flap);

  gtk_widget_set_visible (GTK_WIDGET (self->inspector), !details);
  gtk_widget_set_visible (GTK_WIDGET (self->details_button), !details);
  gtk_widget_set_visible (self->foot, !details || gtk_widget_get_visible (GTK_WIDGET (self->selected)));
}

/* What is selected adds up to, beside what is said about the cell. */
static void
selection_changed_cb (BbTablePage *self)
{
  g_autofree char *text = bb_sheet_describe_selection (self->sheet);

  gtk_label_set_text (self->selected, text);
  gtk_widget_set_visible (GTK_WIDGET (self->selected), *text != '\0');
  update_foot (self);
}

static void
refused_cb (BbTablePage *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

static void
sides_closed_cb (BbTablePage *self)
{
  g_signal_emit (self, signals[MARKS_CLOSED], 0);
}

static void
reveal_flap_cb (BbTablePage *self)
{
  update_foot (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_DETAILS]);
}

static void
inspector_acted_cb (BbTablePage *self, guint cell)
{
  bb_sheet_reveal_cell (self->sheet, cell);
}

static void
bb_table_page_reveal (BbPage *page, BbField *field)
{
  BbTablePage *self = BB_TABLE_PAGE (page);
  const BbCell *cell = field != NULL ? bb_field_get_cell (field) : NULL;

  if (cell != NULL)
    bb_sheet_reveal_cell (self->sheet, cell->index);
  else if (field != NULL)
    {
      gtk_expander_set_expanded (self->narrative, TRUE);
      bb_text_binding_reveal (bb_prose_view_get_binding (self->view));
    }
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static void
bb_table_page_commit (BbPage *page)
{
  bb_sheet_commit (BB_TABLE_PAGE (page)->sheet);
  bb_cell_details_commit (BB_TABLE_PAGE (page)->details);
}

static void
bb_table_page_mark (BbPage *page, BbIssue *issue)
{
  BbTablePage *self = BB_TABLE_PAGE (page);
  const guint *cells = NULL;
  guint n_cells = 0;
  guint n_left = 0;

  if (issue != NULL && bb_issue_get_section (issue) == bb_page_get_section (page))
    {
      cells = bb_issue_get_cells (issue, &n_cells);
      /* What is no equation has no sides: all its cells are shown as one. */
      n_left = bb_issue_get_n_left (issue);
      if (n_left == 0)
        n_left = n_cells;
    }
  else
    issue = NULL;
  bb_issue_sides_show (self->sides, bb_page_get_report (page), issue);
  bb_sheet_mark_sides (self->sheet, cells, n_left, n_cells > n_left ? cells + n_left : NULL, n_cells - n_left);
}

static void
bb_table_page_constructed (GObject *object)
{
  BbTablePage *self = BB_TABLE_PAGE (object);
  BbPage *page = BB_PAGE (self);
  BbReport *report = bb_page_get_report (page);
  BbChecker *checker = bb_session_get_checker (bb_page_get_session (page));
  guint section = bb_page_get_section (page);
  BbField *text = bb_report_get_section (report, section);

  G_OBJECT_CLASS (bb_table_page_parent_class)->constructed (object);
  bb_page_header_set_section (self->header, report, section);
  bb_prose_view_bind (self->view, report, text);
  bb_prose_count_watch (self->characters, self->view, 0);
  bb_prose_height_follow (GTK_TEXT_VIEW (self->view), LEAST_LINES, MOST_LINES);
  gtk_expander_set_expanded (self->narrative, *bb_field_get_text (text) != '\0');
  bb_cell_inspector_set_report (self->inspector, report, checker);
  bb_cell_details_set_report (self->details, report, checker);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (reveal_flap_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->flap, "reveal-flap", self->details_button, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);

  self->sheet = BB_SHEET (bb_sheet_new (report, checker, (guint) bb_page_get_section_info (page)->table));
  g_signal_connect_object (self->sheet, "cell-focused", G_CALLBACK (cell_focused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->sheet));
  bb_last_figures_watch (self->sheet, self->header, self->inspector, self->details, report);
  bb_copied_marks_add (self->view, checker, section);
}

static void
bb_table_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW_DETAILS:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (BB_TABLE_PAGE (object)->flap));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_table_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW_DETAILS:
      bb_table_page_set_show_details (BB_TABLE_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_table_page_dispose (GObject *object)
{
  BbTablePage *self = BB_TABLE_PAGE (object);

  /* The flap is both our child and bound: it must not be taken out twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_TABLE_PAGE);
  G_OBJECT_CLASS (bb_table_page_parent_class)->dispose (object);
}

static void
bb_table_page_class_init (BbTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bb_table_page_constructed;
  G_OBJECT_CLASS (klass)->get_property = bb_table_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = bb_table_page_set_property;
  G_OBJECT_CLASS (klass)->dispose = bb_table_page_dispose;
  BB_PAGE_CLASS (klass)->reveal = bb_table_page_reveal;
  BB_PAGE_CLASS (klass)->commit = bb_table_page_commit;
  BB_PAGE_CLASS (klass)->mark = bb_table_page_mark;

  properties[PROP_SHOW_DETAILS] = g_param_spec_boolean ("show-details", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  signals[MARKS_CLOSED] = g_signal_new ("marks-closed", BB_TYPE_TABLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CELL_FOCUSED] = g_signal_new ("cell-focused", BB_TYPE_TABLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (BB_TYPE_PAGE_HEADER);
  g_type_ensure (BB_TYPE_CELL_DETAILS);
  g_type_ensure (BB_TYPE_CELL_INSPECTOR);
  g_type_ensure (BB_TYPE_ISSUE_SIDES);
  g_type_ensure (BB_TYPE_PROSE_VIEW);
  g_type_ensure (BB_TYPE_PROSE_COUNT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BbTablePage, header);
  gtk_widget_class_bind_template_child (widget_class, BbTablePage, narrative);
  gtk_widget_class_bind_template_child (widget_class, BbTablePage, view);
  gtk_widget_class_bind_template_child (widget_class, BbTablePage, characters);
  gtk_widget_class_bind_template_child (widget_class, BbTablePage, flap);
  gtk_widget_class_bind_template_child (widget_class, BbTablePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, BbTablePage, details);
  gtk_widget_class_bind_template_child (widget_class, BbTablePage, sides);
  gtk_widget_class_bind_template_child (widget_class, BbTablePage, details_button);
  gtk_widget_class_bind_template_child (widget_class, BbTablePage, foot);
  gtk_widget_class_bind_template_child (widget_class, BbTablePage, inspector);
  gtk_widget_class_bind_template_child (widget_class, BbTablePage, selected);
  gtk_widget_class_bind_template_callback (widget_class, inspector_acted_cb);
  gtk_widget_class_bind_template_callback (widget_class, sides_closed_cb);
}

static void
bb_table_page_init (BbTablePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bb_table_page_set_show_details (BbTablePage *self, gboolean show)
{
  gboolean held;

  g_return_if_fail (BB_IS_TABLE_PAGE (self));
  if (adw_flap_get_reveal_flap (self->flap) == show)
    return;
  /* What goes away must not keep the focus. */
  held = gtk_widget_get_focus_child (GTK_WIDGET (self->details)) != NULL;
  adw_flap_set_reveal_flap (self->flap, show);
  if (held && !show)
    gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

void
bb_table_page_edit_note (BbTablePage *self)
{
  g_return_if_fail (BB_IS_TABLE_PAGE (self));
  if (bb_sheet_get_focused_cell (self->sheet) < 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  bb_sheet_commit (self->sheet);
  bb_table_page_set_show_details (self, TRUE);
  bb_cell_details_edit_note (self->details);
}
