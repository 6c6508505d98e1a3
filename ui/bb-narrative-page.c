/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-narrative-page.h"

#include "bb-copied-marks.h"
#include "bb-guidance.h"
#include "bb-page-header.h"
#include "bb-prose-view.h"
#include "bb-settings.h"

#define SHOW_GUIDANCE "show-guidance"

/*
 * Lines get their new places little by little, in what time frames leave: the caret has its own when it stood still for so
 * many frames. After so many in all somebody else moves it.
 */
#define CARET_STILL 10
#define CARET_FRAMES 300

struct _BbNarrativePage
{
  BbPage parent_instance;

  /* From the template */
  BbPageHeader *header;
  BbProseView *view;
  GtkToggleButton *guidance_button;
  AdwFlap *flap;
  BbGuidance *guidance;

  gboolean wanted; /* the guidance, where there is room for it */

  guint caret_tick; /* the caret is to be brought back into view */
  int caret_frames; /* for so many frames more, at most */
  int caret_still;  /* it was at this place for so many frames */
  int caret_y;
};

G_DEFINE_FINAL_TYPE (BbNarrativePage, bb_narrative_page, BB_TYPE_PAGE)

/* ---- guidance ---- */

/* Beside the text where there is room; where there is not, over it, and only while it is asked for. */
static void
show_guidance (BbNarrativePage *self)
{
  adw_flap_set_reveal_flap (self->flap, self->wanted && !adw_flap_get_folded (self->flap));
}

static void
folded_cb (BbNarrativePage *self)
{
  show_guidance (self);
}

static void
revealed_cb (BbNarrativePage *self)
{
  GSettings *settings = bb_settings_get ();
  gboolean revealed = adw_flap_get_reveal_flap (self->flap);

  if (adw_flap_get_folded (self->flap) || revealed == self->wanted)
    return;
  self->wanted = revealed;
  if (settings != NULL)
    g_settings_set_boolean (settings, SHOW_GUIDANCE, revealed);
}

/* It was switched on another page. */
static void
setting_cb (BbNarrativePage *self)
{
  self->wanted = g_settings_get_boolean (bb_settings_get (), SHOW_GUIDANCE);
  if (!adw_flap_get_folded (self->flap))
    show_guidance (self);
}

static void
set_up_guidance (BbNarrativePage *self, BbReport *report, guint section)
{
  GSettings *settings = bb_settings_get ();

  self->wanted = TRUE;
  if (!bb_guidance_watch (self->guidance, report, section))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->guidance_button), FALSE);
      adw_flap_set_flap (self->flap, NULL);
      self->wanted = FALSE;
      return;
    }
  if (settings != NULL)
    {
      self->wanted = g_settings_get_boolean (settings, SHOW_GUIDANCE);
      g_signal_connect_object (settings, "changed::" SHOW_GUIDANCE, G_CALLBACK (setting_cb), self, G_CONNECT_SWAPPED);
    }
  show_guidance (self);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
}

static void
chosen_cb (BbNarrativePage *self, guint start, guint length)
{
  bb_text_binding_select_range (bb_prose_view_get_binding (self->view), start, length);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Returns: whether the caret has been at the same place for a while */
static gboolean
stands_still (BbNarrativePage *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle place;
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &caret, &place);
  self->caret_still = place.y == self->caret_y ? self->caret_still + 1 : 0;
  self->caret_y = place.y;
  return self->caret_still >= CARET_STILL;
}

static gboolean
caret_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  BbNarrativePage *self = BB_NARRATIVE_PAGE (widget);
  GtkTextView *view = GTK_TEXT_VIEW (self->view);

  if (gtk_widget_has_focus (GTK_WIDGET (view)))
    gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)));
  if (--self->caret_frames > 0 && !stands_still (self))
    return G_SOURCE_CONTINUE;
  self->caret_tick = 0;
  return G_SOURCE_REMOVE;
}

/* The text got larger, and all its lines are elsewhere, once they are laid out: who writes still sees where. */
static void
measure_cb (BbNarrativePage *self)
{
  self->caret_frames = CARET_FRAMES;
  self->caret_still = 0;
  if (self->caret_tick == 0)
    self->caret_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), caret_tick_cb, NULL, NULL);
}

/* ---- overrides ---- */

static void
bb_narrative_page_reveal (BbPage *page, BbField *field)
{
  bb_text_binding_reveal (bb_prose_view_get_binding (BB_NARRATIVE_PAGE (page)->view));
}

static void
bb_narrative_page_constructed (GObject *object)
{
  BbNarrativePage *self = BB_NARRATIVE_PAGE (object);
  BbPage *page = BB_PAGE (self);
  BbReport *report = bb_page_get_report (page);
  guint section = bb_page_get_section (page);
  const BbSection *info = bb_page_get_section_info (page);

  G_OBJECT_CLASS (bb_narrative_page_parent_class)->constructed (object);
  bb_page_header_set_section (self->header, report, section);
  bb_prose_view_bind (self->view, report, bb_report_get_section (report, section));
  bb_page_header_set_text (self->header, self->view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, info->title, -1);
  set_up_guidance (self, report, section);
  g_signal_connect_object (self->view, "notify::measure", G_CALLBACK (measure_cb), self, G_CONNECT_SWAPPED);
  bb_copied_marks_add (self->view, bb_session_get_checker (bb_page_get_session (page)), section);
}

static void
bb_narrative_page_dispose (GObject *object)
{
  BbNarrativePage *self = BB_NARRATIVE_PAGE (object);

  if (self->caret_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->caret_tick);
  self->caret_tick = 0;
  gtk_widget_dispose_template (GTK_WIDGET (object), BB_TYPE_NARRATIVE_PAGE);
  G_OBJECT_CLASS (bb_narrative_page_parent_class)->dispose (object);
}

static void
bb_narrative_page_class_init (BbNarrativePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bb_narrative_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = bb_narrative_page_dispose;
  BB_PAGE_CLASS (klass)->reveal = bb_narrative_page_reveal;

  g_type_ensure (BB_TYPE_GUIDANCE);
  g_type_ensure (BB_TYPE_PAGE_HEADER);
  g_type_ensure (BB_TYPE_PROSE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-narrative-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BbNarrativePage, header);
  gtk_widget_class_bind_template_child (widget_class, BbNarrativePage, view);
  gtk_widget_class_bind_template_child (widget_class, BbNarrativePage, guidance_button);
  gtk_widget_class_bind_template_child (widget_class, BbNarrativePage, flap);
  gtk_widget_class_bind_template_child (widget_class, BbNarrativePage, guidance);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
bb_narrative_page_init (BbNarrativePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bb_narrative_page_toggle_guidance (BbNarrativePage *self)
{
  g_return_if_fail (BB_IS_NARRATIVE_PAGE (self));
  if (adw_flap_get_flap (self->flap) != NULL)
    adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}
