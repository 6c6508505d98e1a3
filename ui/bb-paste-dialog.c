/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-paste-dialog.h"

#include <glib/gi18n.h>

struct _BbPasteDialog
{
  AdwWindow parent_instance;

  /* From the template */
  GtkWidget *paste_button;
  GtkLabel *summary;
  GtkLabel *left_out;
  GtkListBox *list;

  BbReport *report;
  BbPastePlan *plan;
  guint64 state; /* of the report when the plan was made */
};

G_DEFINE_FINAL_TYPE (BbPasteDialog, bb_paste_dialog, ADW_TYPE_WINDOW)

enum
{
  PASTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What needs a look comes first, what changes nothing last. */
static const BbPasteKind order[] = { BB_PASTE_REFUSED, BB_PASTE_DIFFERS, BB_PASTE_BLANKED, BB_PASTE_SET, BB_PASTE_SAME, BB_PASTE_COMPARED };

/* ---- rows ---- */

static char *
describe_change (const BbPastePlace *place)
{
  switch (place->kind)
    {
    case BB_PASTE_REFUSED:
      return g_strdup (_("stays as it is"));
    case BB_PASTE_DIFFERS:
      /* Translators: a computed total; %s is what the copied block says. */
      return g_strdup_printf (_("the block says %s; the total is computed"), place->after);
    case BB_PASTE_BLANKED:
      return *place->before != '\0' ? g_strdup_printf (_("%s → empty"), place->before) : g_strdup (_("stays empty"));
    case BB_PASTE_SAME:
      return *place->after != '\0' ? g_strdup_printf (_("%s, as it is"), place->after) : g_strdup (_("stays empty"));
    case BB_PASTE_COMPARED:
      return g_strdup_printf (_("%s, the sum of its parts"), place->after);
    case BB_PASTE_SET:
    default:
      /* Translators: what stands in a cell, and what will. */
      return *place->before != '\0' ? g_strdup_printf (_("%1$s → %2$s"), place->before, place->after) : g_strdup (place->after);
    }
}

static const char *
style_of (BbPasteKind kind)
{
  switch (kind)
    {
    case BB_PASTE_REFUSED:
    case BB_PASTE_DIFFERS:
      return "paste-doubt";
    case BB_PASTE_SAME:
    case BB_PASTE_COMPARED:
      return "dim-label";
    case BB_PASTE_SET:
    case BB_PASTE_BLANKED:
    default:
      return NULL;
    }
}

static GtkWidget *
new_label (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static GtkWidget *
new_row (BbPasteDialog *self, const BbPastePlace *place)
{
  g_autofree char *change = describe_change (place);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *value = new_label (change, 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, bb_report_get_form (self->report)->cells[place->cell].name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, change, -1);
  gtk_widget_set_hexpand (names, TRUE);
  gtk_box_append (GTK_BOX (names), new_label (bb_report_get_form (self->report)->cells[place->cell].name, 0));
  if (place->reason != NULL)
    {
      GtkWidget *reason = new_label (place->reason, 0);

      gtk_widget_add_css_class (reason, "caption");
      gtk_box_append (GTK_BOX (names), reason);
    }
  /* A change of figures stays on one line however large the text; a sentence may wrap. */
  if (place->kind == BB_PASTE_SET || place->kind == BB_PASTE_BLANKED)
    gtk_label_set_width_chars (GTK_LABEL (value), (int) CLAMP (g_utf8_strlen (change, -1), 0, 16));
  gtk_widget_add_css_class (value, "numeric");
  if (style_of (place->kind) != NULL)
    gtk_widget_add_css_class (value, style_of (place->kind));
  gtk_box_append (GTK_BOX (box), names);
  gtk_box_append (GTK_BOX (box), value);
  gtk_widget_add_css_class (box, "paste-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
fill_list (BbPasteDialog *self)
{
  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < self->plan->places->len; i++)
      {
        const BbPastePlace *place = g_ptr_array_index (self->plan->places, i);

        if (place->kind == order[k])
          gtk_list_box_append (self->list, new_row (self, place));
      }
}

/* ---- what is said above ---- */

static void
append_sentence (GString *text, char *sentence)
{
  g_autofree char *owned = sentence;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, owned);
}

static guint
count_changes (BbPasteDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->plan->places->len; i++)
    {
      const BbPastePlace *place = g_ptr_array_index (self->plan->places, i);

      n += place->kind == BB_PASTE_SET || (place->kind == BB_PASTE_BLANKED && *place->before != '\0');
    }
  return n;
}

static void
fill_summary (BbPasteDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint changes = count_changes (self);
  guint differs = bb_paste_plan_count (self->plan, BB_PASTE_DIFFERS);
  guint refused = bb_paste_plan_count (self->plan, BB_PASTE_REFUSED);

  append_sentence (text, g_strdup (self->plan->by_labels ? _("The figures go where the labels of the copied block say.")
                                                         : _("The figures go to the cells from the selected one on, as they were copied.")));
  append_sentence (text, g_strdup_printf (ngettext ("%u cell changes.", "%u cells change.", changes), changes));
  if (differs > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u total of the block is not the sum of its parts.", "%u totals of the block are not the sum of their parts.", differs), differs));
  if (refused > 0)
    append_sentence (text, g_strdup_printf (ngettext ("What belongs into %u cell can't be told; it stays as it is.", "What belongs into %u cells can't be told; they stay as they are.", refused), refused));
  gtk_label_set_text (self->summary, text->str);
}

static void
fill_left_out (BbPasteDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->plan->left_out->len; i++)
    append_sentence (text, g_strdup (g_ptr_array_index (self->plan->left_out, i)));
  gtk_label_set_text (self->left_out, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), text->len > 0);
}

static void
paste_cb (BbPasteDialog *self)
{
  guint count;

  /* The plan was made for figures that may have changed since: by undo, by a recovery. */
  if (bb_report_get_state_number (self->report) != self->state)
    {
      gtk_label_set_text (self->summary, _("The report changed in the meantime. Nothing was pasted; paste again."));
      gtk_widget_set_sensitive (self->paste_button, FALSE);
      return;
    }
  count = bb_paste_plan_apply (self->plan, self->report);
  g_signal_emit (self, signals[PASTED], 0, count);
  gtk_window_close (GTK_WINDOW (self));
}

static void
bb_paste_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BB_TYPE_PASTE_DIALOG);
  G_OBJECT_CLASS (bb_paste_dialog_parent_class)->dispose (object);
}

static void
bb_paste_dialog_finalize (GObject *object)
{
  BbPasteDialog *self = BB_PASTE_DIALOG (object);

  g_clear_object (&self->report);
  g_clear_pointer (&self->plan, bb_paste_plan_free);
  G_OBJECT_CLASS (bb_paste_dialog_parent_class)->finalize (object);
}

static void
bb_paste_dialog_class_init (BbPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_paste_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = bb_paste_dialog_finalize;
  signals[PASTED] = g_signal_new ("pasted", BB_TYPE_PASTE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BbPasteDialog, paste_button);
  gtk_widget_class_bind_template_child (widget_class, BbPasteDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, BbPasteDialog, left_out);
  gtk_widget_class_bind_template_child (widget_class, BbPasteDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bb_paste_dialog_init (BbPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bb_paste_dialog_new (GtkWindow *parent, BbReport *report, BbPastePlan *plan)
{
  BbPasteDialog *self;

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);
  g_return_val_if_fail (plan != NULL && plan->refusal == NULL, NULL);

  self = g_object_new (BB_TYPE_PASTE_DIALOG, "transient-for", parent, NULL);
  self->report = g_object_ref (report);
  self->plan = plan;
  self->state = bb_report_get_state_number (report);
  fill_list (self);
  fill_summary (self);
  fill_left_out (self);
  gtk_widget_set_sensitive (self->paste_button, count_changes (self) > 0 || bb_paste_plan_count (plan, BB_PASTE_COMPARED) > 0);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->paste_button);
  gtk_widget_grab_focus (self->paste_button);
  return GTK_WIDGET (self);
}
