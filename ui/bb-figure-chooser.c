/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-figure-chooser.h"

#include "bb-figure.h"

#include <glib/gi18n.h>

#define PAGE_ROWS 8

struct _BbFigureChooser
{
  AdwWindow parent_instance;

  /* From the template */
  GtkEditable *entry;
  GtkStack *stack;
  GtkListView *list;
  GtkWidget *insert_button;

  BbReport *report;
  GArray *likely;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (BbFigureChooser, bb_figure_chooser, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- the list ---- */

static BbFigure *
get_figure (BbFigureChooser *self, guint position)
{
  g_autoptr (BbFigure) figure = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return figure; /* the list keeps it */
}

static gboolean
can_take (BbFigureChooser *self, guint position)
{
  BbFigure *figure = get_figure (self, position);

  return figure != NULL && bb_figure_is_number (figure);
}

/* The nearest place from @position on that can be taken, in the direction of @step. */
static guint
find_taking (BbFigureChooser *self, int position, int step)
{
  int count = (int) g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (; position >= 0 && position < count; position += step)
    if (can_take (self, (guint) position))
      return (guint) position;
  return GTK_INVALID_LIST_POSITION;
}

static void
select_position (BbFigureChooser *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
step_selection (BbFigureChooser *self, int step)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  int count = (int) g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int direction = step < 0 ? -1 : 1;
  int wanted = selected == GTK_INVALID_LIST_POSITION ? 0 : (int) selected + step;
  guint found;

  wanted = CLAMP (wanted, 0, MAX (count - 1, 0));
  found = find_taking (self, wanted, direction);
  /* Past the last one that can be taken: the one before. */
  if (found == GTK_INVALID_LIST_POSITION)
    found = find_taking (self, wanted, -direction);
  if (found != GTK_INVALID_LIST_POSITION)
    select_position (self, found);
}

static void
update_insert (BbFigureChooser *self)
{
  BbFigure *figure = get_figure (self, gtk_single_selection_get_selected (self->selection));
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (self->insert_button, figure != NULL && bb_figure_is_number (figure));
  if (figure != NULL)
    /* Translators: a cell's full name and its figure. */
    text = g_strdup_printf (_("%s: %s"), bb_figure_get_name (figure), bb_figure_get_value (figure));
  /* The focus stays in the entry: this is what tells people who don't see the list which row Enter takes. */
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->entry)),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->entry)),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
fill (BbFigureChooser *self)
{
  g_autoptr (GListModel) found = bb_figures_find (self->report, gtk_editable_get_text (self->entry),
                                                  (const guint *) (gpointer) self->likely->data, self->likely->len);

  gtk_single_selection_set_model (self->selection, found);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (found) > 0 ? "list" : "none");
  select_position (self, find_taking (self, 0, 1));
  update_insert (self);
}

/* ---- rows ---- */

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *value = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (value), 24);
  gtk_widget_set_valign (value, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (value, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), value);
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  BbFigure *figure = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *name = gtk_widget_get_first_child (box);
  GtkWidget *value = gtk_widget_get_last_child (box);
  gboolean number = bb_figure_is_number (figure);

  gtk_label_set_text (GTK_LABEL (name), bb_figure_get_name (figure));
  gtk_label_set_text (GTK_LABEL (value), bb_figure_get_value (figure));
  /* A figure is never cut; a word in a cell may be long. */
  gtk_label_set_ellipsize (GTK_LABEL (value), number ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  /* The row itself is GTK's; its name is what a screen reader says. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bb_figure_get_name (figure), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, bb_figure_get_value (figure), -1);
  gtk_list_item_set_selectable (item, number);
  gtk_list_item_set_activatable (item, number);
  gtk_widget_set_css_classes (name, (const char *[]) { number ? "bb-figure-name" : "dim-label", NULL });
  gtk_widget_set_css_classes (value, (const char *[]) { number ? "numeric" : "dim-label", number ? "heading" : NULL, NULL });
}

/* ---- callbacks ---- */

static void
take_cb (BbFigureChooser *self)
{
  BbFigure *figure = get_figure (self, gtk_single_selection_get_selected (self->selection));
  guint cell;

  if (figure == NULL || !bb_figure_is_number (figure))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  cell = bb_figure_get_cell (figure);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, cell);
}

static void
row_activated_cb (BbFigureChooser *self, guint position)
{
  if (can_take (self, position))
    {
      gtk_single_selection_set_selected (self->selection, position);
      take_cb (self);
    }
}

static gboolean
key_pressed_cb (BbFigureChooser *self, guint keyval, guint keycode, GdkModifierType state)
{
  static const struct
  {
    guint keyval;
    int step;
  } steps[] = {
    { GDK_KEY_Up, -1 },
    { GDK_KEY_Down, 1 },
    { GDK_KEY_KP_Up, -1 },
    { GDK_KEY_KP_Down, 1 },
    { GDK_KEY_Page_Up, -PAGE_ROWS },
    { GDK_KEY_Page_Down, PAGE_ROWS },
  };

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].keyval == keyval)
      {
        step_selection (self, steps[i].step);
        return TRUE;
      }
  return FALSE;
}

/* ---- object ---- */

static void
bb_figure_chooser_dispose (GObject *object)
{
  BbFigureChooser *self = BB_FIGURE_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_FIGURE_CHOOSER);
  g_clear_object (&self->selection);
  g_clear_object (&self->report);
  g_clear_pointer (&self->likely, g_array_unref);
  G_OBJECT_CLASS (bb_figure_chooser_parent_class)->dispose (object);
}

static void
bb_figure_chooser_class_init (BbFigureChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_figure_chooser_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", BB_TYPE_FIGURE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-figure-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, BbFigureChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, BbFigureChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, BbFigureChooser, list);
  gtk_widget_class_bind_template_child (widget_class, BbFigureChooser, insert_button);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bb_figure_chooser_init (BbFigureChooser *self)
{
  GtkEventController *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->likely = g_array_new (FALSE, FALSE, sizeof (guint));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (update_insert), self, G_CONNECT_SWAPPED);

  /* Behind the entry: what its input method takes (the candidates' Up and Down) does not arrive here. */
  keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

GtkWidget *
bb_figure_chooser_new (GtkWindow *parent, BbReport *report, const guint *likely, guint n_likely)
{
  BbFigureChooser *self = g_object_new (BB_TYPE_FIGURE_CHOOSER, "transient-for", parent, NULL);

  self->report = g_object_ref (report);
  if (n_likely > 0)
    g_array_append_vals (self->likely, likely, n_likely);
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WIDGET (self);
}
