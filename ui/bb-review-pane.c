/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-review-pane.h"

#include "bb-review-summary.h"
#include "bb-source-view.h"

#include <glib/gi18n.h>

struct _BbReviewPane
{
  AdwBin parent_instance;

  /* From the template */
  GtkToggleButton *summary_button;
  GtkToggleButton *source_button;
  GtkLabel *doubts;
  GtkWidget *previous;
  GtkWidget *next;
  GtkStack *stack;
  BbReviewSummary *summary;
  GtkLabel *place;
  BbSourceView *source;

  BbSession *session;
  BbImportMap *map;
  GArray *stops;
  gboolean stale; /* the report changed since */
  guint update_id;

  /* Where stepping goes on */
  BbImportStop at;
  gboolean has_at;
  int past; /* the walk came to its end in this direction; 0 where it did not */

  gboolean keep_summary; /* somebody asked for it */
};

G_DEFINE_FINAL_TYPE (BbReviewPane, bb_review_pane, ADW_TYPE_BIN)

enum
{
  FIELD_CHOSEN,
  SECTION_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- tabs ---- */

static void
show_tab (BbReviewPane *self, gboolean summary)
{
  gtk_toggle_button_set_active (summary ? self->summary_button : self->source_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, summary ? "summary" : "source");
}

/* What somebody chose stays: the source comes to the front by itself only as long as nobody went back to the summary. */
static void
tab_clicked_cb (BbReviewPane *self)
{
  self->keep_summary = gtk_toggle_button_get_active (self->summary_button);
  show_tab (self, self->keep_summary);
}

/* ---- following the report ---- */

static void
update_doubts (BbReviewPane *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u place to look at", "%u places to look at", self->stops->len), self->stops->len);

  gtk_label_set_text (self->doubts, self->stops->len > 0 ? text : _("Nothing to look at"));
}

static void
update (BbReviewPane *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  self->stale = FALSE;
  g_clear_pointer (&self->stops, g_array_unref);
  self->stops = bb_import_list_stops (bb_session_get_report (self->session));
  update_doubts (self);
  bb_review_summary_set_stops (self->summary, self->stops);
}

static gboolean
update_idle_cb (gpointer user_data)
{
  BbReviewPane *self = BB_REVIEW_PANE (user_data);

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Behind the frame that shows the figure; not at all while nobody sees it. */
static void
queue_update (BbReviewPane *self)
{
  self->stale = TRUE;
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add (update_idle_cb, self);
}

/* ---- the place in the file ---- */

static void
show_place (BbReviewPane *self, const BbImportSpot *spot)
{
  int index = bb_import_map_find_line (self->map, spot);
  g_autofree char *place = index >= 0 ? bb_import_map_dup_place (self->map, bb_import_map_get_line (self->map, (guint) index)) : NULL;
  g_autofree char *text = NULL;

  if (place == NULL)
    return;
  /* Translators: %s is a place in a file, such as "table 2, row 4". Which of the figures there it is can't be told. */
  text = spot->column < 0 && bb_import_map_get_block (self->map, spot->block)->is_grid ? g_strdup_printf (_("Somewhere in %s"), place)
                                                                                        : g_strdup (place);
  gtk_label_set_text (self->place, text);
  bb_source_view_show_spot (self->source, spot);
}

/* Who turns to the file before choosing anything sees where it begins. */
static void
show_beginning (BbReviewPane *self)
{
  BbImportSpot spot;

  if (bb_import_map_find_field (self->map, "meta.title", &spot))
    show_place (self, &spot);
  else if (bb_import_map_get_n_lines (self->map) > 0)
    show_place (self, &bb_import_map_get_line (self->map, 0)->spot);
}

static void
show_nowhere (BbReviewPane *self)
{
  gtk_label_set_text (self->place, _("Nothing was found for this. If it stands in the file, type it into the cell."));
  bb_source_view_clear_mark (self->source);
}

static void
choose_cell (BbReviewPane *self, guint cell)
{
  BbReport *report = bb_session_get_report (self->session);

  bb_review_pane_show_source (self);
  g_signal_emit (self, signals[FIELD_CHOSEN], 0, bb_report_get_cell (report, cell));
}

/* ---- callbacks ---- */

static void
section_chosen_cb (BbReviewPane *self, guint section)
{
  g_signal_emit (self, signals[SECTION_CHOSEN], 0, section);
}

static void
cell_chosen_cb (BbReviewPane *self, guint cell)
{
  choose_cell (self, cell);
}

static void
line_chosen_cb (BbReviewPane *self, guint line)
{
  bb_review_pane_show_source (self);
  show_place (self, &bb_import_map_get_line (self->map, line)->spot);
}

static void
chosen_cb (BbReviewPane *self, const char *id)
{
  BbField *field = bb_report_find_field (bb_session_get_report (self->session), id);

  if (field != NULL)
    g_signal_emit (self, signals[FIELD_CHOSEN], 0, field);
}

/* ---- object ---- */

static void
bb_review_pane_map (GtkWidget *widget)
{
  BbReviewPane *self = BB_REVIEW_PANE (widget);

  if (self->session != NULL)
    update (self);
  GTK_WIDGET_CLASS (bb_review_pane_parent_class)->map (widget);
}

static void
bb_review_pane_dispose (GObject *object)
{
  BbReviewPane *self = BB_REVIEW_PANE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->stops, g_array_unref);
  g_clear_pointer (&self->map, bb_import_map_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_REVIEW_PANE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bb_review_pane_parent_class)->dispose (object);
}

static void
bb_review_pane_class_init (BbReviewPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_review_pane_dispose;
  widget_class->map = bb_review_pane_map;
  signals[FIELD_CHOSEN] = g_signal_new ("field-chosen", BB_TYPE_REVIEW_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, BB_TYPE_FIELD);
  signals[SECTION_CHOSEN] = g_signal_new ("section-chosen", BB_TYPE_REVIEW_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (BB_TYPE_REVIEW_SUMMARY);
  g_type_ensure (BB_TYPE_SOURCE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-review-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BbReviewPane, summary_button);
  gtk_widget_class_bind_template_child (widget_class, BbReviewPane, source_button);
  gtk_widget_class_bind_template_child (widget_class, BbReviewPane, doubts);
  gtk_widget_class_bind_template_child (widget_class, BbReviewPane, previous);
  gtk_widget_class_bind_template_child (widget_class, BbReviewPane, next);
  gtk_widget_class_bind_template_child (widget_class, BbReviewPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BbReviewPane, summary);
  gtk_widget_class_bind_template_child (widget_class, BbReviewPane, place);
  gtk_widget_class_bind_template_child (widget_class, BbReviewPane, source);
  gtk_widget_class_bind_template_callback (widget_class, tab_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
bb_review_pane_init (BbReviewPane *self)
{
  self->stops = g_array_new (FALSE, FALSE, sizeof (BbImportStop));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- public ---- */

void
bb_review_pane_set_session (BbReviewPane *self, BbSession *session)
{
  g_return_if_fail (BB_IS_REVIEW_PANE (self));
  g_return_if_fail (self->session == NULL);
  g_return_if_fail (bb_session_get_map (session) != NULL);

  self->session = g_object_ref (session);
  self->map = bb_import_map_ref (bb_session_get_map (session));
  bb_review_summary_set_report (self->summary, bb_session_get_report (session), self->map);
  bb_source_view_set_map (self->source, self->map);
  show_beginning (self);
  g_signal_connect_object (bb_session_get_report (session), "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
bb_review_pane_look_at (BbReviewPane *self, BbField *field)
{
  BbImportSpot spot;

  g_return_if_fail (BB_IS_REVIEW_PANE (self));
  if (bb_import_map_find_field (self->map, bb_field_get_id (field), &spot))
    show_place (self, &spot);
  else
    show_nowhere (self);
  if (!self->keep_summary)
    show_tab (self, FALSE);
}

void
bb_review_pane_look_at_section (BbReviewPane *self, guint section)
{
  BbImportSpot spot;
  const BbForm *form;

  g_return_if_fail (BB_IS_REVIEW_PANE (self));
  form = bb_report_get_form (bb_session_get_report (self->session));
  if (bb_import_map_find_field (self->map, section == 0 ? "meta.title" : form->sections[section].id, &spot))
    show_place (self, &spot);
  else
    show_nowhere (self);
}

/* Stops come and go while figures are repaired: the next one is the next behind the cell of the last. */
static int
find_next (BbReviewPane *self, int step)
{
  int n = (int) self->stops->len;

  if (!self->has_at)
    return step > 0 ? 0 : n - 1;
  for (int i = step > 0 ? 0 : n - 1; i >= 0 && i < n; i += step)
    {
      const BbImportStop *stop = &g_array_index (self->stops, BbImportStop, i);
      gboolean same = stop->cell == self->at.cell;
      gboolean further = same ? (int) stop->doubt * step > (int) self->at.doubt * step : (int) stop->cell * step > (int) self->at.cell * step;

      if (further || (self->past != 0 && same && stop->doubt == self->at.doubt))
        return i;
    }
  return -1;
}

/* At the end it is told; asked again, it starts over. Once the report is kept, issues follow instead. */
static gboolean
starts_over (BbReviewPane *self, int step)
{
  if (self->past != step || !bb_session_get_reviewing (self->session))
    return FALSE;
  self->past = 0;
  self->has_at = FALSE;
  return TRUE;
}

gboolean
bb_review_pane_step (BbReviewPane *self, int step)
{
  int next;

  g_return_val_if_fail (BB_IS_REVIEW_PANE (self), FALSE);
  if (self->stale)
    update (self);
  next = starts_over (self, step) || self->past != step ? find_next (self, step) : -1;
  if (next < 0 || next >= (int) self->stops->len)
    {
      self->past = step;
      return FALSE;
    }
  self->past = 0;
  self->has_at = TRUE;
  self->at = g_array_index (self->stops, BbImportStop, next);
  choose_cell (self, self->at.cell);
  return TRUE;
}

void
bb_review_pane_show_source (BbReviewPane *self)
{
  g_return_if_fail (BB_IS_REVIEW_PANE (self));
  self->keep_summary = FALSE;
  show_tab (self, FALSE);
}

guint
bb_review_pane_count_stops (BbReviewPane *self)
{
  g_return_val_if_fail (BB_IS_REVIEW_PANE (self), 0);
  if (self->stale)
    update (self);
  return self->stops->len;
}
