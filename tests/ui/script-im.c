/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "script-im.h"

#include <gtk/gtkimmodule.h>

#define NAME "bianbao-script"

struct _ScriptIm
{
  GtkIMContext parent_instance;

  GString *preedit;
};

static ScriptIm *current;
static gboolean keeps;

G_DEFINE_FINAL_TYPE (ScriptIm, script_im, GTK_TYPE_IM_CONTEXT)

static void
end_preedit (ScriptIm *self)
{
  if (self->preedit->len == 0)
    return;
  g_string_truncate (self->preedit, 0);
  g_signal_emit_by_name (self, "preedit-changed");
  g_signal_emit_by_name (self, "preedit-end");
}

/* As they do when they are interrupted. */
static void
finish (ScriptIm *self)
{
  g_autofree char *text = g_strdup (self->preedit->str);

  if (*text == '\0')
    return;
  end_preedit (self);
  if (keeps)
    g_signal_emit_by_name (self, "commit", text);
}

static void
script_im_focus_in (GtkIMContext *context)
{
  g_set_weak_pointer (&current, SCRIPT_IM (context));
}

static void
script_im_focus_out (GtkIMContext *context)
{
  finish (SCRIPT_IM (context));
  if (current == SCRIPT_IM (context))
    g_clear_weak_pointer (&current);
}

static void
script_im_reset (GtkIMContext *context)
{
  finish (SCRIPT_IM (context));
}

static void
script_im_get_preedit_string (GtkIMContext *context, char **text, PangoAttrList **attributes, int *position)
{
  ScriptIm *self = SCRIPT_IM (context);

  if (text != NULL)
    *text = g_strdup (self->preedit->str);
  if (attributes != NULL)
    *attributes = pango_attr_list_new ();
  if (position != NULL)
    *position = (int) g_utf8_strlen (self->preedit->str, -1);
}

static void
script_im_finalize (GObject *object)
{
  g_string_free (SCRIPT_IM (object)->preedit, TRUE);
  G_OBJECT_CLASS (script_im_parent_class)->finalize (object);
}

static void
script_im_class_init (ScriptImClass *klass)
{
  GtkIMContextClass *context_class = GTK_IM_CONTEXT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = script_im_finalize;
  context_class->focus_in = script_im_focus_in;
  context_class->focus_out = script_im_focus_out;
  context_class->reset = script_im_reset;
  context_class->get_preedit_string = script_im_get_preedit_string;
}

static void
script_im_init (ScriptIm *self)
{
  self->preedit = g_string_new (NULL);
}

void
script_im_announce (void)
{
  g_setenv ("GTK_IM_MODULE", NAME, TRUE);
}

void
script_im_register (void)
{
  g_io_extension_point_implement (GTK_IM_MODULE_EXTENSION_POINT_NAME, script_im_get_type (), NAME, 0);
}

ScriptIm *
script_im_current (void)
{
  return current;
}

void
script_im_preedit (ScriptIm *self, const char *text)
{
  if (self->preedit->len == 0)
    g_signal_emit_by_name (self, "preedit-start");
  g_string_assign (self->preedit, text);
  g_signal_emit_by_name (self, "preedit-changed");
}

void
script_im_commit (ScriptIm *self, const char *text, gboolean before)
{
  g_autofree char *copy = g_strdup (text);

  if (before)
    g_signal_emit_by_name (self, "commit", copy);
  end_preedit (self);
  if (!before)
    g_signal_emit_by_name (self, "commit", copy);
}

void
script_im_cancel (ScriptIm *self)
{
  end_preedit (self);
}

const char *
script_im_get_preedit (ScriptIm *self)
{
  return self->preedit->str;
}

void
script_im_set_keeps (gboolean wanted)
{
  keeps = wanted;
}
