/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-text-scale.h"

/* Units of GtkSettings:gtk-xft-dpi, and what GTK takes where the desktop says nothing. */
#define DPI_UNIT 1024
#define USUAL_DPI 96

struct _BbTextScale
{
  GObject parent_instance;

  int percent;
};

G_DEFINE_FINAL_TYPE (BbTextScale, bb_text_scale, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PERCENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const int steps[] = { 80, 90, 100, 110, 125, 150, 175, 200 };

/* What the desktop wants is asked anew each time: large text may have been switched on there meanwhile. */
static void
apply (BbTextScale *self)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  if (settings == NULL)
    return;
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
  if (self->percent == BB_TEXT_SCALE_NORMAL)
    return;
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  if (dpi <= 0)
    dpi = USUAL_DPI * DPI_UNIT;
  g_object_set (settings, "gtk-xft-dpi", dpi * self->percent / BB_TEXT_SCALE_NORMAL, NULL);
}

static void
bb_text_scale_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PERCENT:
      g_value_set_int (value, bb_text_scale_get_percent (BB_TEXT_SCALE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_text_scale_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PERCENT:
      bb_text_scale_set_percent (BB_TEXT_SCALE (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_text_scale_class_init (BbTextScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bb_text_scale_get_property;
  object_class->set_property = bb_text_scale_set_property;

  /* The range is the setter's: a setting that was written by hand is taken as the limit, not refused. */
  properties[PROP_PERCENT] = g_param_spec_int ("percent", NULL, NULL, G_MININT, G_MAXINT, BB_TEXT_SCALE_NORMAL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bb_text_scale_init (BbTextScale *self)
{
  self->percent = BB_TEXT_SCALE_NORMAL;
}

BbTextScale *
bb_text_scale_new (void)
{
  return g_object_new (BB_TYPE_TEXT_SCALE, NULL);
}

int
bb_text_scale_get_percent (BbTextScale *self)
{
  g_return_val_if_fail (BB_IS_TEXT_SCALE (self), BB_TEXT_SCALE_NORMAL);
  return self->percent;
}

void
bb_text_scale_set_percent (BbTextScale *self, int percent)
{
  g_return_if_fail (BB_IS_TEXT_SCALE (self));
  percent = CLAMP (percent, BB_TEXT_SCALE_LEAST, BB_TEXT_SCALE_MOST);
  if (self->percent == percent)
    return;
  self->percent = percent;
  apply (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERCENT]);
}

gboolean
bb_text_scale_step (BbTextScale *self, int step)
{
  int wanted = 0;

  g_return_val_if_fail (BB_IS_TEXT_SCALE (self), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (step > 0 && steps[i] > self->percent && wanted == 0)
        wanted = steps[i];
      if (step < 0 && steps[i] < self->percent)
        wanted = steps[i];
    }
  if (wanted == 0)
    return FALSE;
  bb_text_scale_set_percent (self, wanted);
  return TRUE;
}
