/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet gives to other programs and takes from them. */
#include "sheet/bb-sheet-private.h"

#include "bb-clipboard.h"
#include "bb-paste-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#define HTML "text/html"

/* ---- out ---- */

void
bb_sheet_copy_selection (BbSheet *self)
{
  const BbSheetArea *from = &self->selection.area;
  const BbCopyArea area = { from->row, from->column, from->n_rows, from->n_columns };
  g_autoptr (BbCopy) copy = bb_copy_table (self->report, self->table_index, &area);
  gboolean is_many = bb_sheet_selection_is_many (&self->selection);
  GdkContentProvider *providers[] = {
    bb_clipboard_offer (HTML, copy->html),
    bb_clipboard_offer ("text/tab-separated-values", copy->tsv),
    gdk_content_provider_new_typed (G_TYPE_STRING, is_many ? copy->tsv : copy->text),
  };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
}

/* ---- in ---- */

static void
pasted_cb (BbSheet *self, guint count)
{
  g_autofree char *message = g_strdup_printf (ngettext ("%u cell pasted", "%u cells pasted", count), count);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", message);
}

/* @plan: (transfer full) */
static void
ask (BbSheet *self, BbPastePlan *plan)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = bb_paste_dialog_new (GTK_WINDOW (root), self->report, plan);

  g_signal_connect_object (dialog, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Nothing would change, and something was not taken: a question would have no good answer. */
static const char *
find_refusal (const BbPastePlan *plan)
{
  const char *reason = NULL;

  if (plan->refusal != NULL)
    return plan->refusal;
  for (guint i = 0; i < plan->places->len; i++)
    {
      const BbPastePlace *place = g_ptr_array_index (plan->places, i);

      if (place->kind != BB_PASTE_DIFFERS && place->kind != BB_PASTE_REFUSED)
        return NULL;
      if (reason == NULL)
        reason = place->reason;
    }
  return reason != NULL ? reason : _("There is nothing in the copied block that the table could take.");
}

static void
carry_out (BbSheet *self, BbPastePlan *plan)
{
  const char *refusal = find_refusal (plan);

  if (refusal != NULL)
    bb_sheet_emit_refused (self, refusal);
  else if (bb_paste_plan_is_plain (plan))
    {
      guint count = bb_paste_plan_apply (plan, self->report);

      if (count > 1)
        pasted_cb (self, count);
    }
  else
    {
      ask (self, plan);
      return;
    }
  bb_paste_plan_free (plan);
}

void
bb_sheet_paste_block (BbSheet *self, guint cell, const char *text)
{
  if (bb_report_get_read_only (self->report))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    carry_out (self, bb_paste_plan_new (self->report, cell, bb_clipping_new (NULL, text)));
}

/* Where a paste goes: what was selected when somebody asked for it. The clipboard of another program may answer when they are
 * elsewhere already. */
typedef struct
{
  guint cell;
  GArray *cells;
  GPtrArray *texts; /* that stood in them */
} Target;

static Target *
target_new (BbSheet *self)
{
  Target *target = g_new (Target, 1);

  target->cells = bb_sheet_selection_get_cells (&self->selection);
  target->cell = bb_sheet_selection_is_many (&self->selection) ? g_array_index (target->cells, guint, 0)
                                                               : (guint) self->selection.anchor;
  target->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < target->cells->len; i++)
    g_ptr_array_add (target->texts,
                     g_strdup (bb_field_get_text (bb_report_get_cell (self->report, g_array_index (target->cells, guint, i)))));
  return target;
}

static void
target_free (gpointer data)
{
  Target *target = data;

  g_array_unref (target->cells);
  g_ptr_array_unref (target->texts);
  g_free (target);
}

/* What was typed there after the paste was asked for would have replaced it. */
static gboolean
has_changed (BbSheet *self, const Target *target)
{
  for (guint i = 0; i < target->cells->len; i++)
    {
      guint cell = g_array_index (target->cells, guint, i);
      BbField *field = bb_report_get_cell (self->report, cell);

      /* A total follows its parts, and takes no paste. */
      if (!bb_field_is_derived (field)
          && (bb_sheet_cell_is_composing (bb_sheet_get_cell (self, cell))
              || !g_str_equal (bb_field_get_text (field), target->texts->pdata[i])))
        return TRUE;
    }
  return FALSE;
}

static void
fill (BbSheet *self, const Target *target, const char *text)
{
  if (!bb_sheet_fill_with (self, target->cells, text, _("Paste")))
    gtk_widget_error_bell (GTK_WIDGET (self));
  bb_report_barrier (self->report);
}

/* One figure goes into every selected cell, a block over the cells from the first selected one on. @clipping: (transfer full) */
static void
take (BbSheet *self, const Target *target, BbClipping *clipping)
{
  g_autoptr (BbClipping) owned = clipping;
  const char *text = bb_clipping_get_text (clipping);
  gboolean has_page = bb_clipping_get_html (clipping) != NULL;
  g_autofree char *trimmed = bb_text_trim (text != NULL ? text : "");
  gboolean is_single = text != NULL && strpbrk (trimmed, "\t\n\r") == NULL;
  g_autoptr (BbPastePlan) plan = NULL;

  if (text == NULL && !has_page)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (is_single && !has_page)
    {
      fill (self, target, trimmed);
      return;
    }
  plan = bb_paste_plan_new (self->report, target->cell, g_steal_pointer (&owned));
  if (is_single && !plan->by_labels && plan->places->len <= 1)
    fill (self, target, trimmed);
  else
    carry_out (self, g_steal_pointer (&plan));
}

static void
clipping_cb (GtkWidget *widget, BbClipping *clipping, gpointer user_data)
{
  BbSheet *self = BB_SHEET (widget);
  g_autoptr (BbClipping) owned = clipping;
  const Target *target = user_data;

  /* The report may have moved to another edition by now. */
  if (bb_sheet_is_stale (self))
    return;
  if (has_changed (self, target))
    {
      bb_sheet_emit_refused (self, _("The report changed in the meantime. Nothing was pasted; paste again."));
      return;
    }
  bb_report_barrier (self->report);
  take (self, target, g_steal_pointer (&owned));
}

void
bb_sheet_paste_clipboard (BbSheet *self)
{
  if (self->selection.anchor < 0 || bb_sheet_is_stale (self))
    return;
  bb_sheet_cell_commit (bb_sheet_get_cell (self, (guint) self->selection.anchor));
  bb_clipboard_read (GTK_WIDGET (self), TRUE, clipping_cb, target_new (self), target_free);
}
