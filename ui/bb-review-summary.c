/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-review-summary.h"

#include "bb-confirming.h"
#include "bb-section-state.h"

#include <glib/gi18n.h>

/* Rows of a list: what is past them is a number. */
#define MOST_ROWS 200

#define INDEX "bb-index"

struct _BbReviewSummary
{
  AdwBin parent_instance;

  /* From the template */
  GtkScrolledWindow *scroller;
  GtkListBox *sections;
  GtkWidget *stops_group;
  GtkListBox *stops;
  GtkWidget *confirm_all;
  GtkWidget *unused_group;
  GtkListBox *unused;

  BbReport *report;
  BbImportMap *map;
};

G_DEFINE_FINAL_TYPE (BbReviewSummary, bb_review_summary, ADW_TYPE_BIN)

enum
{
  SECTION_CHOSEN,
  CELL_CHOSEN,
  LINE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- words ---- */

static void
append (GString *text, char *part)
{
  g_autofree char *owned = part;

  if (text->len > 0)
    /* Translators: between the parts of "168 read, 4 deduced, 2 blank" */
    g_string_append (text, _(", "));
  g_string_append (text, owned);
}

char *
bb_review_dup_counts (const BbImportCounts *counts)
{
  GString *text = g_string_new (NULL);
  const struct
  {
    guint n;
    const char *format;
  } parts[] = {
    /* Translators: numbers of cells: figures that stood so in the file. */
    { counts->read, ngettext ("%u read", "%u read", counts->read) },
    { counts->deduced, ngettext ("%u deduced", "%u deduced", counts->deduced) },
    { counts->computed, ngettext ("%u computed", "%u computed", counts->computed) },
    { counts->typed, ngettext ("%u typed", "%u typed", counts->typed) },
    { counts->blank, ngettext ("%u blank", "%u blank", counts->blank) },
    { counts->words, ngettext ("%u not a number", "%u not numbers", counts->words) },
    { counts->missing, ngettext ("%u not in the file", "%u not in the file", counts->missing) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].n > 0)
      append (text, g_strdup_printf (parts[i].format, parts[i].n));
  return g_string_free (text, FALSE);
}

char *
bb_review_dup_reason (const BbImportStop *stop)
{
  guint n = stop->last - stop->cell + 1;

  switch (stop->doubt)
    {
    case BB_DOUBT_DEDUCED:
      return g_strdup_printf (ngettext ("%u cell deduced: the only value that fits", "%u cells deduced: the only values that fit", n), n);
    case BB_DOUBT_WORDS:
      return g_strdup_printf (ngettext ("%u cell holds no number: kept as it stands", "%u cells hold no number: kept as they stand", n), n);
    case BB_DOUBT_SUM:
      return g_strdup_printf (ngettext ("%u total, differs from the sum of its parts", "%u totals, differ from the sums of their parts", n), n);
    case BB_DOUBT_MISSING:
      return g_strdup_printf (ngettext ("%u cell was not found in the file", "%u cells were not found in the file", n), n);
    case BB_DOUBT_NOTED:
    default:
      return g_strdup (bb_note_get_message (stop->note));
    }
}

guint
bb_review_count_unused (const BbImportMap *map)
{
  guint n = 0;

  for (guint i = 0; i < bb_import_map_get_n_lines (map); i++)
    n += bb_import_map_get_line (map, i)->use == BB_IMPORT_USE_NONE;
  return n;
}

/* ---- rows ---- */

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
add_row (GtkListBox *list, const char *title, const char *subtitle, guint index)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), INDEX, GUINT_TO_POINTER (index));
  gtk_list_box_append (list, row);
  return row;
}

static void
add_more (GtkListBox *list, guint n)
{
  g_autofree char *text = NULL;
  GtkWidget *row;

  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("%u more", "%u more", n), n);
  row = add_row (list, text, "", 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
}

static guint
index_of (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), INDEX));
}

/* ---- sections ---- */

static char *
describe_text (BbField *field)
{
  guint n = bb_text_count_characters (bb_field_get_text (field));

  if (bb_field_get_state (field) == BB_STATE_MISSING)
    return g_strdup (_("The file has no such section"));
  if (n == 0)
    return g_strdup (_("No text"));
  return g_strdup_printf (ngettext ("%u character", "%u characters", n), n);
}

static char *
describe_section (BbReport *report, guint section)
{
  g_autoptr (GString) text = g_string_new (NULL);
  BbField *field = bb_report_get_section (report, section);
  gboolean has_table = bb_report_get_form (report)->sections[section].table >= 0;

  if (has_table)
    {
      BbImportCounts counts;

      bb_import_count (report, (int) section, &counts);
      append (text, bb_review_dup_counts (&counts));
    }
  if (!has_table || *bb_field_get_text (field) != '\0')
    append (text, describe_text (field));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_head (BbReport *report)
{
  g_autofree char *title = bb_report_get_title (report);

  return g_strdup (*title != '\0' ? title : _("No title was found"));
}

static void
update_sections (BbReviewSummary *self)
{
  const BbForm *form = bb_report_get_form (self->report);

  for (guint i = 0; i < form->n_sections; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sections, (int) i);
      g_autofree char *title = bb_section_dup_title (self->report, i);
      g_autofree char *about = i == 0 ? describe_head (self->report) : describe_section (self->report, i);

      if (row == NULL)
        row = GTK_LIST_BOX_ROW (add_row (self->sections, title, about, i));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
    }
}

static void
fill_unused (BbReviewSummary *self)
{
  guint shown = 0;
  guint more = 0;

  for (guint i = 0; i < bb_import_map_get_n_lines (self->map); i++)
    {
      const BbImportLine *line = bb_import_map_get_line (self->map, i);
      g_autofree char *place = line->use == BB_IMPORT_USE_NONE ? bb_import_map_dup_place (self->map, line) : NULL;
      GtkWidget *row;

      if (place == NULL)
        continue;
      if (shown++ >= MOST_ROWS)
        {
          more++;
          continue;
        }
      row = add_row (self->unused, line->text, place, i);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
    }
  add_more (self->unused, more);
  gtk_widget_set_visible (self->unused_group, shown > 0);
}

/* ---- callbacks ---- */

static void
section_activated_cb (BbReviewSummary *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SECTION_CHOSEN], 0, index_of (row));
}

static void
stop_activated_cb (BbReviewSummary *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CELL_CHOSEN], 0, index_of (row));
}

/* The button goes with the last of them: the keyboard is left at the top rather than nowhere. */
static void
confirm_all_clicked_cb (BbReviewSummary *self)
{
  if (gtk_widget_has_focus (self->confirm_all))
    gtk_widget_child_focus (GTK_WIDGET (self->sections), GTK_DIR_TAB_FORWARD);
  bb_confirming_apply (GTK_WIDGET (self), self->report, BB_CONFIRM_ALL, 0);
}

static void
unused_activated_cb (BbReviewSummary *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[LINE_CHOSEN], 0, index_of (row));
}

/* ---- object ---- */

static void
bb_review_summary_dispose (GObject *object)
{
  BbReviewSummary *self = BB_REVIEW_SUMMARY (object);

  g_clear_object (&self->report);
  g_clear_pointer (&self->map, bb_import_map_unref);
  /* The scroller is both our child and bound: it must not be taken out twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_REVIEW_SUMMARY);
  G_OBJECT_CLASS (bb_review_summary_parent_class)->dispose (object);
}

static void
bb_review_summary_class_init (BbReviewSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const names[N_SIGNALS] = { "section-chosen", "cell-chosen", "line-chosen" };

  G_OBJECT_CLASS (klass)->dispose = bb_review_summary_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], BB_TYPE_REVIEW_SUMMARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-review-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, BbReviewSummary, scroller);
  gtk_widget_class_bind_template_child (widget_class, BbReviewSummary, sections);
  gtk_widget_class_bind_template_child (widget_class, BbReviewSummary, stops_group);
  gtk_widget_class_bind_template_child (widget_class, BbReviewSummary, stops);
  gtk_widget_class_bind_template_child (widget_class, BbReviewSummary, confirm_all);
  gtk_widget_class_bind_template_child (widget_class, BbReviewSummary, unused_group);
  gtk_widget_class_bind_template_child (widget_class, BbReviewSummary, unused);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, unused_activated_cb);
}

static void
bb_review_summary_init (BbReviewSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- public ---- */

void
bb_review_summary_set_report (BbReviewSummary *self, BbReport *report, BbImportMap *map)
{
  g_return_if_fail (BB_IS_REVIEW_SUMMARY (self));
  g_return_if_fail (self->report == NULL);
  self->report = g_object_ref (report);
  self->map = bb_import_map_ref (map);
  fill_unused (self);
}

void
bb_review_summary_set_stops (BbReviewSummary *self, GArray *stops)
{
  const BbForm *form;

  g_return_if_fail (BB_IS_REVIEW_SUMMARY (self));
  form = bb_report_get_form (self->report);
  update_sections (self);
  clear (self->stops);
  for (guint i = 0; i < MIN (stops->len, MOST_ROWS); i++)
    {
      const BbImportStop *stop = &g_array_index (stops, BbImportStop, i);
      g_autofree char *reason = bb_review_dup_reason (stop);

      add_row (self->stops, form->cells[stop->cell].name, reason, stop->cell);
    }
  add_more (self->stops, stops->len - MIN (stops->len, MOST_ROWS));
  gtk_widget_set_visible (self->confirm_all, bb_confirm_count (self->report, BB_CONFIRM_ALL, 0) > 0);
  gtk_widget_set_visible (self->stops_group, stops->len > 0);
}
