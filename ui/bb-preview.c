/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-preview.h"

#include "bb-charts-view.h"
#include "bb-font-note.h"
#include "bb-issue-note.h"
#include "bb-preview-sheet.h"
#include "bb-printing.h"

#include <glib/gi18n.h>
#include <math.h>

/* Free around and between the pages, as in the template. */
#define MARGIN 18
/* Rounding, in sheets: less than a pixel. */
#define TOLERANCE 0.0005
/* The pages are set anew when nothing was changed for so long. */
#define CALM_MS 400
#define PAPER_PIXELS (BB_PRINT_HEIGHT * 96.0 / 72.0)

struct _BbPreview
{
  AdwWindow parent_instance;

  /* From the template */
  AdwWindowTitle *title;
  GtkStack *views;
  GtkWidget *pages;
  GtkScrolledWindow *scroller;
  GtkBox *sheets;
  BbIssueNote *issues;
  GtkLabel *fonts;
  GtkScrolledWindow *charts_scroller;
  BbChartsView *charts;
  GtkLabel *place;
  GtkDropDown *sections;
  GtkButton *fit;

  BbReport *report;
  BbPrint *print;
  guint refresh_source;

  double zoom;   /* 0: as wide as the window */
  double anchor; /* what stands at the top of the view: the page, and the part of its sheet above the view */
  double upper;  /* the range that the anchor was scrolled to in */
  guint tick;
  const BbForm *listed; /* the sections of this form are listed */
  guint section;
  gboolean following; /* the list follows the pages: nobody chose a section */
};

enum
{
  PROP_0,
  PROP_SHOWS_CHARTS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (BbPreview, bb_preview, ADW_TYPE_WINDOW)

static const double zooms[] = { 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0 };

/* The button asks before the template is there. */
static gboolean
shows_charts (BbPreview *self)
{
  return self->views != NULL && gtk_stack_get_visible_child (self->views) == GTK_WIDGET (self->charts_scroller);
}

static GtkAdjustment *
get_adjustment (BbPreview *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

/* All pages are equally high, so the height of everything tells where each begins: no page need be allocated yet. */
static double
sheet_height (BbPreview *self)
{
  guint n = bb_print_n_pages (self->print);
  double upper = gtk_adjustment_get_upper (get_adjustment (self));

  return MAX (1, (upper - (n + 1) * MARGIN) / n);
}

static double
effective_zoom (BbPreview *self)
{
  return self->zoom > 0 ? self->zoom : sheet_height (self) / PAPER_PIXELS;
}

/* In sheets. */
static double
view_height (BbPreview *self)
{
  return gtk_adjustment_get_page_size (get_adjustment (self)) / (sheet_height (self) + MARGIN);
}

static guint
page_shown (BbPreview *self)
{
  double half = view_height (self) / 2;
  double page = floor (MAX (0, self->anchor + MIN (half, 0.5)));

  return MIN ((guint) page, bb_print_n_pages (self->print) - 1);
}

/* ---- what is told about the view ---- */

/* The last section that begins above a third of the view: that is where somebody reads. */
static guint
section_read (BbPreview *self)
{
  double read = self->anchor + view_height (self) / 3;
  guint section = 0;

  for (guint i = 0; i < self->listed->n_sections; i++)
    if (self->listed->sections[i].title != NULL && bb_print_section_place (self->print, i) <= read)
      section = i;

  return section;
}

/* At the end of the pages it stands further down than anybody reads. */
static gboolean
begins_in_view (BbPreview *self, guint section)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double below = bb_print_section_place (self->print, section) - self->anchor;
  gboolean ends = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment)
                  >= gtk_adjustment_get_upper (adjustment) - 1;

  return below > -TOLERANCE && below < (ends ? 1 : 1 / 3.0) * view_height (self);
}

static guint
position_of (BbPreview *self, guint section)
{
  guint position = 0;

  for (guint i = 0; i < section; i++)
    position += self->listed->sections[i].title != NULL;

  return position;
}

/* The list follows the pages, but what somebody chose stays chosen as long as its heading is where it was. */
static void
update_section (BbPreview *self)
{
  if (self->section >= self->listed->n_sections || self->listed->sections[self->section].title == NULL
      || !begins_in_view (self, self->section))
    self->section = section_read (self);
  self->following = TRUE;
  gtk_drop_down_set_selected (self->sections, position_of (self, self->section));
  self->following = FALSE;
}

static void
update_place (BbPreview *self)
{
  guint page = page_shown (self), n = bb_print_n_pages (self->print);
  g_autofree char *place = g_strdup_printf (_("Page %u of %u"), page + 1, n);

  gtk_label_set_text (self->place, place);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous-page", page > 0 && !shows_charts (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next-page", page + 1 < n && !shows_charts (self));
  update_section (self);
}

static void
update_zoom (BbPreview *self)
{
  double zoom = effective_zoom (self);
  /* Translators: a zoom, such as 125 % */
  g_autofree char *text = g_strdup_printf (_("%d%%"), (int) lround (zoom * 100));

  gboolean pages = !shows_charts (self);

  gtk_button_set_label (self->fit, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", pages && zoom > zooms[0] + 0.01);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in",
                                 pages && zoom < zooms[G_N_ELEMENTS (zooms) - 1] - 0.01);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.fit-width", pages && self->zoom > 0);
}

/* ---- scrolling ---- */

/* What is above the anchor scrolls away but for a margin, that of the first page. */
static void
scroll_to_anchor (BbPreview *self)
{
  double page = floor (self->anchor), height = sheet_height (self);

  gtk_adjustment_set_value (get_adjustment (self), page * (height + MARGIN) + (self->anchor - page) * height);
}

static double
anchor_at (BbPreview *self, double value)
{
  double height = sheet_height (self), page = floor (value / (height + MARGIN) + TOLERANCE);
  double above = (value - page * (height + MARGIN)) / height;

  return page + CLAMP (above, 0, 1 - TOLERANCE);
}

/* The pages became larger or smaller, or more: what stood at the top stays there. */
static gboolean
range_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  BbPreview *self = BB_PREVIEW (widget);

  self->tick = 0;
  self->upper = gtk_adjustment_get_upper (get_adjustment (self));
  scroll_to_anchor (self);
  update_zoom (self);
  update_place (self);

  return G_SOURCE_REMOVE;
}

/* Told in the middle of an allocation, when a view does not scroll: with the next frame it does. */
static void
range_changed_cb (BbPreview *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), range_tick_cb, NULL, NULL);
}

static void
scrolled_cb (BbPreview *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  /* Nobody scrolled: the range shrank, and the place is not where it should be yet. */
  if (gtk_adjustment_get_upper (adjustment) != self->upper)
    return;
  self->anchor = anchor_at (self, gtk_adjustment_get_value (adjustment));
  update_place (self);
}

static void
section_selected_cb (BbPreview *self)
{
  guint position = gtk_drop_down_get_selected (self->sections);

  if (self->following || self->print == NULL)
    return;
  for (guint i = 0; i < self->listed->n_sections; i++)
    {
      if (self->listed->sections[i].title != NULL && position_of (self, i) == position)
        bb_preview_show_section (self, i);
    }
}

/* ---- pages ---- */

static void
set_zoom (BbPreview *self, double zoom)
{
  self->zoom = zoom;
  for (GtkWidget *sheet = gtk_widget_get_first_child (GTK_WIDGET (self->sheets)); sheet != NULL;
       sheet = gtk_widget_get_next_sibling (sheet))
    bb_preview_sheet_set_zoom (BB_PREVIEW_SHEET (sheet), zoom);
  update_zoom (self);
}

static void
list_sections (BbPreview *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const BbForm *form = bb_report_get_form (self->report);

  if (self->listed == form)
    return;
  for (guint i = 0; i < form->n_sections; i++)
    {
      const BbSection *section = &form->sections[i];

      if (section->title != NULL)
        gtk_string_list_take (list, g_strconcat (section->number, "、", section->title, NULL));
    }
  self->listed = form;
  self->following = TRUE;
  gtk_drop_down_set_model (self->sections, G_LIST_MODEL (list));
  self->following = FALSE;
}

static void
show_pages (BbPreview *self)
{
  guint n = bb_print_n_pages (self->print);
  GtkWidget *sheet = gtk_widget_get_first_child (GTK_WIDGET (self->sheets));

  for (guint i = 0; i < n; i++)
    {
      if (sheet == NULL)
        {
          sheet = bb_preview_sheet_new ();
          bb_preview_sheet_set_zoom (BB_PREVIEW_SHEET (sheet), self->zoom);
          gtk_box_append (self->sheets, sheet);
        }
      bb_preview_sheet_set_page (BB_PREVIEW_SHEET (sheet), self->print, i);
      sheet = gtk_widget_get_next_sibling (sheet);
    }
  while (sheet != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (sheet);

      gtk_box_remove (self->sheets, sheet);
      sheet = next;
    }
}

/* ---- charts ---- */

static void
set_shows_charts (BbPreview *self, gboolean charts)
{
  if (charts == shows_charts (self))
    return;
  if (charts)
    bb_charts_view_show (self->charts);
  gtk_stack_set_visible_child (self->views, charts ? GTK_WIDGET (self->charts_scroller) : self->pages);
  /* Keys scroll at once, here too. */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (charts ? self->charts_scroller : self->scroller));
  update_zoom (self);
  update_place (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_CHARTS]);
}

/* A report without any figure has no charts; who looked at them sees the pages again. */
static void
refresh_charts (BbPreview *self)
{
  gboolean any;

  bb_charts_view_set_report (self->charts, self->report);
  any = bb_charts_view_get (self->charts)->len > 0;
  if (!any)
    set_shows_charts (self, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.charts", any);
}

static void
refresh (BbPreview *self)
{
  BbPrint *before = self->print;

  self->print = bb_print_new (self->report);
  list_sections (self);
  show_pages (self);
  adw_window_title_set_subtitle (self->title, bb_print_get_title (self->print));
  update_place (self);
  bb_issue_note_show (self->issues, self->report);
  bb_font_note_show (self->fonts, self->report);
  refresh_charts (self);
  bb_print_free (before);
}

static gboolean
refresh_cb (gpointer user_data)
{
  BbPreview *self = BB_PREVIEW (user_data);

  self->refresh_source = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
report_changed_cb (BbPreview *self)
{
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  self->refresh_source = g_timeout_add (CALM_MS, refresh_cb, self);
}

/* ---- actions ---- */

static void
previous_page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbPreview *self = BB_PREVIEW (widget);
  guint page = page_shown (self);

  bb_preview_show_page (self, page > 0 ? page - 1 : 0);
}

static void
next_page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbPreview *self = BB_PREVIEW (widget);

  bb_preview_show_page (self, page_shown (self) + 1);
}

static void
zoom_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbPreview *self = BB_PREVIEW (widget);
  double now = effective_zoom (self);

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      if (zooms[i] > now + 0.01)
        {
          set_zoom (self, zooms[i]);
          return;
        }
    }
}

static void
zoom_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbPreview *self = BB_PREVIEW (widget);
  double now = effective_zoom (self);

  for (guint i = G_N_ELEMENTS (zooms); i-- > 0;)
    {
      if (zooms[i] < now - 0.01)
        {
          set_zoom (self, zooms[i]);
          return;
        }
    }
}

static void
fit_width_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_zoom (BB_PREVIEW (widget), 0);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbPreview *self = BB_PREVIEW (widget);

  bb_printing_run (GTK_WINDOW (self), self->report);
}

/* ---- class ---- */

static void
bb_preview_dispose (GObject *object)
{
  BbPreview *self = BB_PREVIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  /* The pages go first: they draw from what is freed below. */
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_PREVIEW);
  g_clear_pointer (&self->print, bb_print_free);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (bb_preview_parent_class)->dispose (object);
}

static void
bb_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWS_CHARTS)
    g_value_set_boolean (value, shows_charts (BB_PREVIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bb_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWS_CHARTS)
    set_shows_charts (BB_PREVIEW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
scroll_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BbPreview *self = BB_PREVIEW (widget);
  GtkScrollType type = (GtkScrollType) g_variant_get_int32 (arguments);
  gboolean handled = FALSE;

  g_signal_emit_by_name (shows_charts (self) ? self->charts_scroller : self->scroller, "scroll-child", type, FALSE, &handled);

  return handled;
}

/* Keys that move through the pages wherever the focus is; a list that is open takes them for itself. */
static const struct
{
  guint key;
  GtkScrollType type;
} scroll_keys[] = {
  { GDK_KEY_Up, GTK_SCROLL_STEP_BACKWARD },
  { GDK_KEY_Down, GTK_SCROLL_STEP_FORWARD },
  { GDK_KEY_Page_Up, GTK_SCROLL_PAGE_BACKWARD },
  { GDK_KEY_Page_Down, GTK_SCROLL_PAGE_FORWARD },
  { GDK_KEY_space, GTK_SCROLL_PAGE_FORWARD },
  { GDK_KEY_Home, GTK_SCROLL_START },
  { GDK_KEY_End, GTK_SCROLL_END },
};

/* Every key of the window; in the main window some of them mean something else. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "preview.previous-page" },
  { GDK_KEY_Up, GDK_ALT_MASK, "preview.previous-page" },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "preview.next-page" },
  { GDK_KEY_Down, GDK_ALT_MASK, "preview.next-page" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "preview.fit-width" },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "preview.fit-width" },
  { GDK_KEY_p, GDK_CONTROL_MASK, "preview.print" },
  { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
  { GDK_KEY_Escape, 0, "window.close" },
};

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.previous-page", NULL, previous_page_cb);
  gtk_widget_class_install_action (widget_class, "preview.next-page", NULL, next_page_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "preview.fit-width", NULL, fit_width_cb);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  gtk_widget_class_install_property_action (widget_class, "preview.charts", "shows-charts");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scroll_keys); i++)
    gtk_widget_class_add_binding (widget_class, scroll_keys[i].key, 0, scroll_key_cb, "i", scroll_keys[i].type);
}

static void
bb_preview_class_init (BbPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bb_preview_dispose;
  object_class->get_property = bb_preview_get_property;
  object_class->set_property = bb_preview_set_property;

  properties[PROP_SHOWS_CHARTS] = g_param_spec_boolean ("shows-charts", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (BB_TYPE_CHARTS_VIEW);
  g_type_ensure (BB_TYPE_ISSUE_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, BbPreview, title);
  gtk_widget_class_bind_template_child (widget_class, BbPreview, views);
  gtk_widget_class_bind_template_child (widget_class, BbPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, BbPreview, charts_scroller);
  gtk_widget_class_bind_template_child (widget_class, BbPreview, charts);
  gtk_widget_class_bind_template_child (widget_class, BbPreview, issues);
  gtk_widget_class_bind_template_child (widget_class, BbPreview, fonts);
  gtk_widget_class_bind_template_child (widget_class, BbPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, BbPreview, sheets);
  gtk_widget_class_bind_template_child (widget_class, BbPreview, place);
  gtk_widget_class_bind_template_child (widget_class, BbPreview, sections);
  gtk_widget_class_bind_template_child (widget_class, BbPreview, fit);
  gtk_widget_class_bind_template_callback (widget_class, section_selected_cb);
  install_actions (widget_class);
}

static void
bb_preview_init (BbPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bb_preview_new (GtkWindow *parent, BbReport *report)
{
  BbPreview *self = g_object_new (BB_TYPE_PREVIEW, "transient-for", parent, NULL);

  self->report = g_object_ref (report);
  refresh (self);
  update_zoom (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->scroller));
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "changed", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

BbReport *
bb_preview_get_report (BbPreview *self)
{
  g_return_val_if_fail (BB_IS_PREVIEW (self), NULL);

  return self->report;
}

guint
bb_preview_get_n_pages (BbPreview *self)
{
  g_return_val_if_fail (BB_IS_PREVIEW (self), 0);

  return bb_print_n_pages (self->print);
}

guint
bb_preview_get_page (BbPreview *self)
{
  g_return_val_if_fail (BB_IS_PREVIEW (self), 0);

  return page_shown (self);
}

void
bb_preview_show_page (BbPreview *self, guint page)
{
  g_return_if_fail (BB_IS_PREVIEW (self));

  self->anchor = MIN (page, bb_print_n_pages (self->print) - 1);
  scroll_to_anchor (self);
}

void
bb_preview_show_section (BbPreview *self, guint section)
{
  g_return_if_fail (BB_IS_PREVIEW (self));

  self->section = section;
  self->anchor = bb_print_section_place (self->print, section);
  scroll_to_anchor (self);
  update_place (self);
}

BbChartsView *
bb_preview_get_charts (BbPreview *self)
{
  g_return_val_if_fail (BB_IS_PREVIEW (self), NULL);

  return self->charts;
}

double
bb_preview_get_zoom (BbPreview *self)
{
  g_return_val_if_fail (BB_IS_PREVIEW (self), 0);

  return self->zoom;
}
