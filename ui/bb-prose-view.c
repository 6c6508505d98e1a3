/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-prose-view.h"

#include "bb-prose-drag.h"
#include "bb-prose-menu.h"
#include "bb-prose-paste.h"
#include "bb-prose-primary.h"
#include "bb-prose-style.h"
#include "bb-text-links.h"

#include <glib/gi18n.h>

/* Margins in body sizes: on paper about those of GB/T 9704, in a corner what keeps the text off the frame. */
#define PAPER_MARGIN 2.25
#define PAPER_TOP 1.5
#define CORNER_MARGIN 0.75
#define CORNER_TOP 0.5
#define CORNER_PITCH 1.6

/* What a reader of text without a locale would take for Japanese. */
#define LANGUAGE "zh-cn"

struct _BbProseView
{
  GtkTextView parent_instance;

  gboolean paper;
  int line;   /* width of a full line */
  int margin; /* beside it, where there is room */
  int measure;

  BbTextBinding *binding;
};

G_DEFINE_FINAL_TYPE (BbProseView, bb_prose_view, GTK_TYPE_TEXT_VIEW)

enum
{
  PROP_0,
  PROP_PAPER,
  PROP_MEASURE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ---- measure ---- */

/* The width of a full line, which rounding makes another than 28 times that of one character. */
static int
measure_line (BbProseView *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  int width;

  for (guint i = 0; i < BB_PROSE_CHARACTERS; i++)
    g_string_append (line, "国");
  pango_layout_set_text (layout, line->str, (int) line->len);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
measure_height (BbProseView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, pango_language_from_string (LANGUAGE));
  int height = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

/* The same pitch within a paragraph and between two, as on paper. */
static void
set_pitch (GtkTextView *view, int spacing)
{
  gtk_text_view_set_pixels_above_lines (view, spacing / 2);
  gtk_text_view_set_pixels_below_lines (view, spacing - spacing / 2);
  gtk_text_view_set_pixels_inside_wrap (view, spacing);
}

/* In a narrow window or with large text the margins give way before the lines do, down to those of a corner. */
static void
set_margins (BbProseView *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int least = (int) (CORNER_MARGIN * self->line / BB_PROSE_CHARACTERS);
  int room = (width - self->line) / 2;
  int margin = CLAMP (room, MIN (least, self->margin), self->margin);

  if (gtk_text_view_get_left_margin (view) == margin)
    return;
  gtk_text_view_set_left_margin (view, margin);
  gtk_text_view_set_right_margin (view, margin);
}

static void
lay_out (BbProseView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int line = measure_line (self);
  double em = (double) line / BB_PROSE_CHARACTERS;
  int top = (int) (em * (self->paper ? PAPER_TOP : CORNER_TOP));
  int spacing = (int) (em * (self->paper ? BB_PROSE_PITCH : CORNER_PITCH)) - measure_height (self);
  GtkBorder border;
  int measure;

  self->line = line;
  self->margin = (int) (em * (self->paper ? PAPER_MARGIN : CORNER_MARGIN));
  gtk_style_context_get_border (gtk_widget_get_style_context (GTK_WIDGET (self)), &border);
  /* A pixel more than it takes: a line that is exactly full must not break. */
  measure = self->line + 1 + 2 * self->margin + border.left + border.right;
  gtk_text_view_set_indent (view, (int) (2 * em));
  set_margins (self, gtk_widget_get_width (GTK_WIDGET (self)) > 0 ? gtk_widget_get_width (GTK_WIDGET (self)) : measure);
  gtk_text_view_set_top_margin (view, top);
  gtk_text_view_set_bottom_margin (view, top);
  set_pitch (view, MAX (0, spacing));
  if (self->measure == measure)
    return;
  self->measure = measure;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEASURE]);
}

/* ---- pasting ---- */

static void
paste_verbatim_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bb_prose_paste (GTK_TEXT_VIEW (widget), TRUE);
}

static void
bb_prose_view_paste_clipboard (GtkTextView *view)
{
  bb_prose_paste (view, FALSE);
}

/* Behind what every text offers. */
static void
add_menu (GtkTextView *view)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Paste as It I_s"), "prose.paste-verbatim");
  g_menu_append (menu, _("Tid_y Up"), "win.tidy");
  gtk_text_view_set_extra_menu (view, G_MENU_MODEL (menu));
}

/* ---- overrides ---- */

static void
bb_prose_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bb_prose_view_parent_class)->css_changed (widget, change);
  lay_out (BB_PROSE_VIEW (widget));
}

static void
bb_prose_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (bb_prose_view_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME
      || setting == GTK_SYSTEM_SETTING_FONT_CONFIG)
    lay_out (BB_PROSE_VIEW (widget));
}

/* GtkTextView itself draws nothing here: there is nothing to chain up to. */
static void
bb_prose_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  BbTextLinks *links = bb_text_links_get (GTK_WIDGET (view));

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT && links != NULL)
    bb_text_links_snapshot (links, snapshot);
}

static void
bb_prose_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  set_margins (BB_PROSE_VIEW (widget), width);
  GTK_WIDGET_CLASS (bb_prose_view_parent_class)->size_allocate (widget, width, height, baseline);
  bb_prose_menu_place (BB_PROSE_VIEW (widget));
}

static void
bb_prose_view_constructed (GObject *object)
{
  BbProseView *self = BB_PROSE_VIEW (object);

  G_OBJECT_CLASS (bb_prose_view_parent_class)->constructed (object);
  if (self->paper)
    gtk_widget_add_css_class (GTK_WIDGET (self), "bb-paper");
  bb_prose_style_add (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  bb_prose_drag_watch (self);
  bb_prose_primary_watch (self);
  add_menu (GTK_TEXT_VIEW (self));
  bb_prose_menu_add (self);
  lay_out (self);
}

static void
bb_prose_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BbProseView *self = BB_PROSE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PAPER:
      g_value_set_boolean (value, self->paper);
      break;
    case PROP_MEASURE:
      g_value_set_int (value, self->measure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_prose_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  BbProseView *self = BB_PROSE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PAPER:
      self->paper = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_prose_view_dispose (GObject *object)
{
  g_clear_object (&BB_PROSE_VIEW (object)->binding);
  bb_prose_menu_drop (BB_PROSE_VIEW (object));
  G_OBJECT_CLASS (bb_prose_view_parent_class)->dispose (object);
}

static void
bb_prose_view_class_init (BbProseViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bb_prose_view_constructed;
  object_class->get_property = bb_prose_view_get_property;
  object_class->set_property = bb_prose_view_set_property;
  object_class->dispose = bb_prose_view_dispose;
  GTK_TEXT_VIEW_CLASS (klass)->paste_clipboard = bb_prose_view_paste_clipboard;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = bb_prose_view_snapshot_layer;
  widget_class->size_allocate = bb_prose_view_size_allocate;
  widget_class->css_changed = bb_prose_view_css_changed;
  widget_class->system_setting_changed = bb_prose_view_system_setting_changed;

  properties[PROP_PAPER] = g_param_spec_boolean ("paper", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEASURE] = g_param_spec_int ("measure", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "prose.paste-verbatim", NULL, paste_verbatim_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "prose.paste-verbatim",
                                       NULL);
}

static void
bb_prose_view_init (BbProseView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "bb-prose");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  /* Tab goes on to the next widget: without a mouse there is no other way out. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  /* An official text has none; the menu is shorter without. */
  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (self), GTK_INPUT_HINT_NO_EMOJI);
}

void
bb_prose_view_bind (BbProseView *self, BbReport *report, BbField *field)
{
  g_return_if_fail (BB_IS_PROSE_VIEW (self));
  g_return_if_fail (self->binding == NULL);
  self->binding = bb_text_binding_new (GTK_TEXT_VIEW (self), report, field);
  if (!bb_report_get_read_only (report))
    return;
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "prose.paste-verbatim", FALSE);
}

BbTextBinding *
bb_prose_view_get_binding (BbProseView *self)
{
  g_return_val_if_fail (BB_IS_PROSE_VIEW (self), NULL);
  return self->binding;
}

int
bb_prose_view_get_measure (BbProseView *self)
{
  g_return_val_if_fail (BB_IS_PROSE_VIEW (self), 0);
  return self->measure;
}
