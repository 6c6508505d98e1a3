/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-find-bar.h"

#include "bb-field-widget.h"
#include "bb-find-marks.h"
#include "bb-section-state.h"

#include <glib/gi18n.h>
#include <string.h>

/* A longer selection is a passage to work on, nothing to look for. */
#define TERM_LIMIT 64

struct _BbFindBar
{
  AdwBin parent_instance;

  /* From the template */
  GtkEditable *entry;
  GtkEditable *replacement;
  GtkLabel *status;
  GtkToggleButton *replace_toggle;
  GtkCheckButton *match_case;
  GtkCheckButton *whole_numbers;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *replace_button;
  GtkWidget *replace_all_button;
  GtkWidget *options_button;
  GtkWidget *close_button;

  BbDocumentView *view; /* our ancestor */
  GtkStack *pages;      /* a sibling */
  BbFinder *finder;

  /* From where the first place is looked for: where the caret was */
  BbField *anchor;
  guint anchor_start;
  GtkWidget *focus_before; /* a weak pointer */

  gboolean going;          /* the page is being changed by us */
  guint reveal_tick;       /* the page has no size yet */
  GtkWidget *reveal_focus; /* a weak pointer: the focus then */
};

G_DEFINE_FINAL_TYPE (BbFindBar, bb_find_bar, ADW_TYPE_BIN)

enum
{
  REPLACED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what is shown ---- */

static const BbFound *
get_current (BbFindBar *self)
{
  int current = bb_finder_get_current (self->finder);

  return current >= 0 ? bb_finder_get_found (self->finder, (guint) current) : NULL;
}

static char *
dup_status (BbFindBar *self)
{
  guint count = bb_finder_get_count (self->finder);
  const BbFound *current = get_current (self);
  BbReport *report = bb_finder_get_report (self->finder);
  g_autofree char *section = NULL;

  if (*bb_finder_get_query (self->finder) == '\0')
    return g_strdup ("");
  if (count == 0)
    return g_strdup (_("Not found"));
  if (current == NULL)
    return g_strdup_printf (ngettext ("%u place", "%u places", count), count);
  section = bb_section_dup_title (report, bb_section_of_field (report, current->field));
  /* Translators: the second of 17 places, and the section where it stands: "2 of 17 · 三、收到…". */
  return g_strdup_printf (_("%d of %u · %s"), bb_finder_get_current (self->finder) + 1, count, section);
}

static void
update_status (BbFindBar *self)
{
  g_autofree char *text = dup_status (self);
  guint count = bb_finder_get_count (self->finder);
  gboolean open = !bb_report_get_read_only (bb_session_get_report (bb_document_view_get_session (self->view)));
  gboolean missed = count == 0 && *bb_finder_get_query (self->finder) != '\0';

  gtk_label_set_text (self->status, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->entry)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  if (missed)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_set_sensitive (self->previous, count > 0);
  gtk_widget_set_sensitive (self->next, count > 0);
  gtk_widget_set_sensitive (self->replace_button, open && get_current (self) != NULL);
  gtk_widget_set_sensitive (self->replace_all_button, open && count > 0);
}

static void
update_marks (BbFindBar *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (page != NULL)
    bb_find_marks_show (page, bb_find_bar_is_open (self) ? self->finder : NULL);
}

static GtkWidget *
focus_of (BbFindBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
reveal_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  BbFindBar *self = BB_FIND_BAR (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  const BbFound *current = get_current (self);

  if (page != NULL && gtk_widget_get_width (page) == 0)
    return G_SOURCE_CONTINUE;
  self->reveal_tick = 0;
  /* Who has gone on to another place in the meantime stays there, and replaces nothing with the next key. */
  if (page != NULL && current != NULL && focus_of (self) == self->reveal_focus)
    bb_find_marks_reveal (page, current);
  g_clear_weak_pointer (&self->reveal_focus);
  return G_SOURCE_REMOVE;
}

static void
cancel_reveal (BbFindBar *self)
{
  if (self->reveal_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_tick);
  self->reveal_tick = 0;
  g_clear_weak_pointer (&self->reveal_focus);
}

/*
 * At once: what is typed next is meant for the place that was found. Only a page that was just made waits for the next frame; it
 * has no size before, so nothing in it could be scrolled to.
 */
static void
reveal_current (BbFindBar *self)
{
  const BbFound *current = get_current (self);
  BbReport *report = bb_finder_get_report (self->finder);
  GtkWidget *page;

  if (current == NULL)
    return;
  self->going = TRUE;
  bb_document_view_show_page (self->view, bb_section_of_field (report, current->field));
  self->going = FALSE;
  cancel_reveal (self);
  page = gtk_stack_get_visible_child (self->pages);
  if (page != NULL && gtk_widget_get_width (page) > 0)
    {
      bb_find_marks_reveal (page, current);
      return;
    }
  g_set_weak_pointer (&self->reveal_focus, focus_of (self));
  self->reveal_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_tick_cb, NULL, NULL);
}

/* ---- looking ---- */

static void
look (BbFindBar *self)
{
  BbSearchFlags flags = BB_SEARCH_DEFAULT;

  if (gtk_check_button_get_active (self->match_case))
    flags |= BB_SEARCH_MATCH_CASE;
  if (gtk_check_button_get_active (self->whole_numbers))
    flags |= BB_SEARCH_WHOLE_NUMBERS;
  bb_finder_set_query (self->finder, gtk_editable_get_text (self->entry), flags);
  if (self->anchor != NULL)
    bb_finder_go_near (self->finder, self->anchor, self->anchor_start);
  else
    bb_finder_step (self->finder, 1);
  reveal_current (self);
}

static void
set_anchor (BbFindBar *self, BbField *field, guint start)
{
  g_set_object (&self->anchor, field);
  self->anchor_start = start;
}

/* What is typed next is looked for from here. */
static void
anchor_at_current (BbFindBar *self)
{
  const BbFound *current = get_current (self);

  if (current != NULL)
    set_anchor (self, current->field, current->start);
}

static void
anchor_at_page (BbFindBar *self)
{
  BbPage *page = bb_document_view_get_page (self->view);

  set_anchor (self, bb_report_get_section (bb_finder_get_report (self->finder), bb_page_get_section (page)), 0);
}

static gboolean
may_be_term (const char *text)
{
  return *text != '\0' && strchr (text, '\n') == NULL && g_utf8_strlen (text, -1) <= TERM_LIMIT;
}

/* A cell that is entered is selected as a whole, which nobody did in order to look for it. */
static char *
dup_selection (GtkWidget *focus)
{
  char *text = NULL;
  int start;
  int end;

  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
      GtkTextIter from;
      GtkTextIter to;

      if (gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
        text = gtk_text_buffer_get_text (buffer, &from, &to, TRUE);
    }
  else if (GTK_IS_TEXT (focus) && !GTK_IS_ENTRY (gtk_widget_get_parent (focus))
           && gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &start, &end))
    text = gtk_editable_get_chars (GTK_EDITABLE (focus), start, end);
  return text;
}

/* Remembers where the focus was, and takes over what is selected there. */
static void
take_focus_over (BbFindBar *self)
{
  GtkWidget *focus = focus_of (self);
  g_autofree char *text = NULL;

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;
  g_set_weak_pointer (&self->focus_before, focus);
  text = dup_selection (focus);
  set_anchor (self, NULL, 0);
  for (GtkWidget *widget = focus; widget != NULL && self->anchor == NULL; widget = gtk_widget_get_parent (widget))
    set_anchor (self, bb_field_widget_get (widget), 0);
  if (self->anchor == NULL)
    anchor_at_page (self);
  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextIter start;
      GtkTextIter end;

      gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), &start, &end);
      self->anchor_start = (guint) gtk_text_iter_get_offset (&start);
    }
  if (text != NULL && may_be_term (text))
    gtk_editable_set_text (self->entry, text);
}

/* ---- callbacks ---- */

static void
text_cb (BbFindBar *self)
{
  if (bb_find_bar_is_open (self))
    look (self);
}

static void
option_cb (BbFindBar *self)
{
  if (bb_find_bar_is_open (self))
    look (self);
}

static void
finder_changed_cb (BbFindBar *self)
{
  update_status (self);
  update_marks (self);
}

static void
page_cb (BbFindBar *self)
{
  /* Who goes to another page looks for the next place from there. */
  if (!self->going && bb_find_bar_is_open (self))
    anchor_at_page (self);
  update_marks (self);
}

static void
next_cb (BbFindBar *self)
{
  bb_find_bar_step (self, 1);
}

static void
previous_cb (BbFindBar *self)
{
  bb_find_bar_step (self, -1);
}

static void
replace_cb (BbFindBar *self)
{
  if (get_current (self) == NULL)
    return;
  if (!bb_finder_replace (self->finder, gtk_editable_get_text (self->replacement)))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _("Computed totals, linked figures and the report year are not replaced"));
      bb_finder_step (self->finder, 1);
    }
  anchor_at_current (self);
  reveal_current (self);
}

static void
replace_all_cb (BbFindBar *self)
{
  guint left_out;
  guint count = bb_finder_replace_all (self->finder, gtk_editable_get_text (self->replacement), &left_out);

  g_signal_emit (self, signals[REPLACED], 0, count, left_out);
}

static gboolean
key_pressed_cb (BbFindBar *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && modifiers == GDK_SHIFT_MASK)
    {
      bb_find_bar_step (self, -1);
      return TRUE;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && modifiers == GDK_CONTROL_MASK
      && gtk_toggle_button_get_active (self->replace_toggle))
    {
      replace_all_cb (self);
      return TRUE;
    }
  if (keyval == GDK_KEY_Escape && modifiers == 0)
    {
      bb_find_bar_close (self);
      return TRUE;
    }
  return FALSE;
}

/* ---- Tab ---- */

/* With both rows open what replaces is typed right after what is looked for, as everywhere; the buttons of the first row follow. */
static gboolean
bb_find_bar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BbFindBar *self = BB_FIND_BAR (widget);
  GtkWidget *order[] = { GTK_WIDGET (self->entry), GTK_WIDGET (self->replacement), self->replace_button, self->replace_all_button,
                         self->previous, self->next, self->options_button, GTK_WIDGET (self->replace_toggle), self->close_button };
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  GtkWidget *focus = focus_of (self);
  int at = -1;

  if ((direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD) || !gtk_toggle_button_get_active (self->replace_toggle))
    return GTK_WIDGET_CLASS (bb_find_bar_parent_class)->focus (widget, direction);

  for (int i = 0; i < (int) G_N_ELEMENTS (order); i++)
    if (focus != NULL && (focus == order[i] || gtk_widget_is_ancestor (focus, order[i])))
      at = i;
  if (at >= 0 && gtk_widget_child_focus (order[at], direction))
    return TRUE;
  if (at < 0 && step < 0)
    at = (int) G_N_ELEMENTS (order);
  for (at += step; at >= 0 && at < (int) G_N_ELEMENTS (order); at += step)
    if (gtk_widget_child_focus (order[at], direction))
      return TRUE;
  return FALSE;
}

/* ---- object ---- */

static void
bb_find_bar_dispose (GObject *object)
{
  BbFindBar *self = BB_FIND_BAR (object);

  cancel_reveal (self);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->anchor);
  g_clear_object (&self->finder);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_FIND_BAR);
  G_OBJECT_CLASS (bb_find_bar_parent_class)->dispose (object);
}

static void
bb_find_bar_class_init (BbFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_find_bar_dispose;
  widget_class->focus = bb_find_bar_focus;

  signals[REPLACED] = g_signal_new ("replaced", BB_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                    G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BbFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, BbFindBar, replacement);
  gtk_widget_class_bind_template_child (widget_class, BbFindBar, status);
  gtk_widget_class_bind_template_child (widget_class, BbFindBar, replace_toggle);
  gtk_widget_class_bind_template_child (widget_class, BbFindBar, match_case);
  gtk_widget_class_bind_template_child (widget_class, BbFindBar, whole_numbers);
  gtk_widget_class_bind_template_child (widget_class, BbFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, BbFindBar, next);
  gtk_widget_class_bind_template_child (widget_class, BbFindBar, replace_button);
  gtk_widget_class_bind_template_child (widget_class, BbFindBar, replace_all_button);
  gtk_widget_class_bind_template_child (widget_class, BbFindBar, options_button);
  gtk_widget_class_bind_template_child (widget_class, BbFindBar, close_button);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, option_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, bb_find_bar_close);
}

static void
bb_find_bar_init (BbFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Behind the entries: what an input method takes for itself does not arrive here. */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* ---- public ---- */

void
bb_find_bar_attach (BbFindBar *self, BbDocumentView *view, GtkStack *pages)
{
  g_return_if_fail (BB_IS_FIND_BAR (self));
  g_return_if_fail (self->finder == NULL);

  self->view = view;
  self->pages = pages;
  gtk_widget_set_sensitive (GTK_WIDGET (self->replace_toggle),
                            !bb_report_get_read_only (bb_session_get_report (bb_document_view_get_session (view))));
  self->finder = bb_finder_new (bb_session_get_report (bb_document_view_get_session (view)));
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (finder_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pages, "notify::visible-child", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
  update_status (self);
}

gboolean
bb_find_bar_is_open (BbFindBar *self)
{
  g_return_val_if_fail (BB_IS_FIND_BAR (self), FALSE);
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

void
bb_find_bar_open (BbFindBar *self, gboolean replace)
{
  gboolean opening;

  g_return_if_fail (BB_IS_FIND_BAR (self));
  opening = !bb_find_bar_is_open (self);
  take_focus_over (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (replace && gtk_widget_get_sensitive (GTK_WIDGET (self->replace_toggle)))
    gtk_toggle_button_set_active (self->replace_toggle, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  if (opening)
    look (self);
}

void
bb_find_bar_step (BbFindBar *self, int step)
{
  g_return_if_fail (BB_IS_FIND_BAR (self));
  if (!bb_find_bar_is_open (self))
    {
      bb_find_bar_open (self, FALSE);
      return;
    }
  if (!bb_finder_step (self->finder, step))
    gtk_widget_error_bell (GTK_WIDGET (self));
  anchor_at_current (self);
  reveal_current (self);
}

void
bb_find_bar_close (BbFindBar *self)
{
  g_autoptr (BbField) field = NULL;
  GtkWidget *page;
  const BbFound *current;

  g_return_if_fail (BB_IS_FIND_BAR (self));
  if (!bb_find_bar_is_open (self))
    return;
  cancel_reveal (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  update_marks (self);
  current = get_current (self);
  if (current == NULL)
    {
      if (self->focus_before != NULL)
        gtk_widget_grab_focus (self->focus_before);
      return;
    }
  field = g_object_ref (current->field);
  bb_document_view_show_page (self->view, bb_section_of_field (bb_finder_get_report (self->finder), field));
  page = gtk_stack_get_visible_child (self->pages);
  if (!bb_find_marks_focus (page, current))
    bb_document_view_reveal_field (self->view, field);
}
