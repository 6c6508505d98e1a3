/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-issue-counts.h"

#include "bb-quiet.h"
#include "bb-section-state.h"

#define N_SEVERITIES (BB_SEVERITY_ERROR + 1)

struct _BbIssueCounts
{
  AdwBin parent_instance;

  GtkWidget *icons[N_SEVERITIES];
  GtkLabel *counts[N_SEVERITIES];
  GtkImage *none;
};

G_DEFINE_FINAL_TYPE (BbIssueCounts, bb_issue_counts, ADW_TYPE_BIN)

static GtkWidget *
make_icon (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static void
bb_issue_counts_class_init (BbIssueCountsClass *klass)
{
}

static void
bb_issue_counts_init (BbIssueCounts *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));

  self->none = GTK_IMAGE (make_icon ());
  gtk_box_append (box, GTK_WIDGET (self->none));
  for (int severity = BB_SEVERITY_ERROR; severity >= BB_SEVERITY_HINT; severity--)
    {
      self->icons[severity] = make_icon ();
      self->counts[severity] = GTK_LABEL (gtk_label_new (NULL));
      gtk_image_set_from_icon_name (GTK_IMAGE (self->icons[severity]), bb_severity_icon ((BbSeverity) severity));
      gtk_widget_add_css_class (self->icons[severity], bb_severity_style ((BbSeverity) severity));
      gtk_widget_add_css_class (GTK_WIDGET (self->counts[severity]), "numeric");
      gtk_box_append (box, self->icons[severity]);
      gtk_box_append (box, GTK_WIDGET (self->counts[severity]));
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

/* Nothing is called all right while cells are not filled in. */
static void
show_none (BbIssueCounts *self, BbReport *report)
{
  guint filled, total;

  bb_report_count_inputs (report, -1, &filled, &total);
  bb_quiet_set_icon (self->none, filled < total ? "radio-mixed-symbolic" : "emblem-ok-symbolic");
  bb_quiet_set_style (GTK_WIDGET (self->none), filled < total ? "dim-label" : "success");
}

void
bb_issue_counts_show (BbIssueCounts *self, BbReport *report, BbChecker *checker)
{
  guint all = 0;

  g_return_if_fail (BB_IS_ISSUE_COUNTS (self));
  for (guint severity = 0; severity < N_SEVERITIES; severity++)
    {
      guint count = bb_checker_count (checker, -1, (BbSeverity) severity);
      g_autofree char *text = g_strdup_printf ("%u", count);

      gtk_label_set_text (self->counts[severity], text);
      gtk_widget_set_visible (self->icons[severity], count > 0);
      gtk_widget_set_visible (GTK_WIDGET (self->counts[severity]), count > 0);
      all += count;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->none), all == 0);
  if (all == 0)
    show_none (self, report);
}
