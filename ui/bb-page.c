/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-page.h"

typedef struct
{
  BbSession *session;
  guint section;
} BbPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BbPage, bb_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SECTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
bb_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BbPagePrivate *priv = bb_page_get_instance_private (BB_PAGE (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_SECTION:
      g_value_set_uint (value, priv->section);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  BbPagePrivate *priv = bb_page_get_instance_private (BB_PAGE (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_SECTION:
      priv->section = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_page_finalize (GObject *object)
{
  BbPagePrivate *priv = bb_page_get_instance_private (BB_PAGE (object));

  g_clear_object (&priv->session);
  G_OBJECT_CLASS (bb_page_parent_class)->finalize (object);
}

static void
bb_page_class_init (BbPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bb_page_get_property;
  object_class->set_property = bb_page_set_property;
  object_class->finalize = bb_page_finalize;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BB_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SECTION] = g_param_spec_uint ("section", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bb_page_init (BbPage *self)
{
}

BbSession *
bb_page_get_session (BbPage *self)
{
  BbPagePrivate *priv = bb_page_get_instance_private (self);

  return priv->session;
}

BbReport *
bb_page_get_report (BbPage *self)
{
  BbPagePrivate *priv = bb_page_get_instance_private (self);

  return bb_session_get_report (priv->session);
}

guint
bb_page_get_section (BbPage *self)
{
  BbPagePrivate *priv = bb_page_get_instance_private (self);

  return priv->section;
}

const BbSection *
bb_page_get_section_info (BbPage *self)
{
  return &bb_report_get_form (bb_page_get_report (self))->sections[bb_page_get_section (self)];
}

void
bb_page_reveal (BbPage *self, BbField *field)
{
  g_return_if_fail (BB_IS_PAGE (self));
  BB_PAGE_GET_CLASS (self)->reveal (self, field);
}

void
bb_page_mark (BbPage *self, BbIssue *issue)
{
  g_return_if_fail (BB_IS_PAGE (self));
  if (BB_PAGE_GET_CLASS (self)->mark != NULL)
    BB_PAGE_GET_CLASS (self)->mark (self, issue);
}

void
bb_page_commit (BbPage *self)
{
  g_return_if_fail (BB_IS_PAGE (self));
  if (BB_PAGE_GET_CLASS (self)->commit != NULL)
    BB_PAGE_GET_CLASS (self)->commit (self);
}
