/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-describe.h"
#include "sheet/bb-sheet-private.h"

G_DEFINE_FINAL_TYPE (BbSheet, bb_sheet, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_REPORT,
  PROP_CHECKER,
  PROP_TABLE,
  PROP_ZOOM,
  N_PROPS
};

enum
{
  CELL_FOCUSED,
  SELECTION_CHANGED,
  REFUSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

BbSheetCell *
bb_sheet_get_cell (BbSheet *self, guint cell)
{
  if (cell < self->table->first_cell || cell >= self->table->first_cell + self->table->n_cells)
    return NULL;

  return self->cells[cell - self->table->first_cell];
}

guint
bb_sheet_cell_index (BbSheetCell *cell)
{
  return bb_field_get_cell (bb_sheet_cell_get_field (cell))->index;
}

BbSheetCell *
bb_sheet_find_focus (BbSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, BB_TYPE_SHEET_CELL) : NULL;

  return cell != NULL && gtk_widget_get_parent (cell) == GTK_WIDGET (self) ? BB_SHEET_CELL (cell) : NULL;
}

gboolean
bb_sheet_is_stale (BbSheet *self)
{
  return bb_report_get_form (self->report) != self->form;
}

void
bb_sheet_emit_cell_focused (BbSheet *self)
{
  g_signal_emit (self, signals[CELL_FOCUSED], 0, (guint) self->focused);
}

void
bb_sheet_emit_selection_changed (BbSheet *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
bb_sheet_emit_refused (BbSheet *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

static void
show_issues (BbSheet *self)
{
  guint n_cells = self->table->n_cells;
  BbSheetFinding *findings;

  if (bb_sheet_is_stale (self))
    return;

  findings = bb_sheet_collect_findings (self->checker, self->table->first_cell, n_cells);
  for (guint i = 0; i < n_cells; i++)
    bb_sheet_cell_set_finding (self->cells[i], &findings[i]);
  bb_sheet_free_findings (findings, n_cells);
}

static void
pasted_cb (BbSheet *self, const char *text, BbSheetCell *cell)
{
  bb_sheet_paste_block (self, bb_sheet_cell_index (cell), text);
}

static void
field_changed_cb (BbSheet *self, BbField *field)
{
  const BbCell *cell = bb_field_get_cell (field);
  BbSheetCell *child = cell != NULL ? bb_sheet_get_cell (self, cell->index) : NULL;

  /* After a change of edition the report has other fields; we still show the old ones until we are replaced. */
  if (child == NULL || bb_sheet_cell_get_field (child) != field)
    return;

  bb_sheet_cell_sync (child);
  if (bb_sheet_selection_has_slot (&self->selection, self->selection.cell_slots[cell->index - self->table->first_cell]))
    bb_sheet_queue_sum (self);
  if (!bb_sheet_geometry_has_room (&self->geometry, GTK_WIDGET (self), self->selection.cell_slots[cell->index - self->table->first_cell]))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
issues_idle_cb (gpointer user_data)
{
  BbSheet *self = user_data;

  self->issues_id = 0;
  show_issues (self);
  return G_SOURCE_REMOVE;
}

/* The checker tells of each difference by itself; all of them are shown once, before the next frame. */
static void
issues_changed_cb (BbSheet *self)
{
  if (self->issues_id == 0)
    self->issues_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, issues_idle_cb, self, NULL);
}

static void
bb_sheet_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bb_sheet_parent_class)->root (widget);
  bb_sheet_follow_viewport (BB_SHEET (widget));
}

static void
bb_sheet_unroot (GtkWidget *widget)
{
  bb_sheet_stop_drag (BB_SHEET (widget));
  bb_sheet_leave_viewport (BB_SHEET (widget));
  GTK_WIDGET_CLASS (bb_sheet_parent_class)->unroot (widget);
}

static void
bb_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  bb_sheet_paint (BB_SHEET (widget), snapshot);
}

static GtkSizeRequestMode
bb_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bb_sheet_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  BbSheet *self = BB_SHEET (widget);
  int least;

  /* GTK asks again only when something changed. */
  bb_sheet_geometry_invalidate (&self->geometry);
  least = bb_sheet_geometry_minimum_width (&self->geometry, widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = bb_sheet_geometry_natural_width (&self->geometry, widget);
    }
  else
    {
      *minimum = bb_sheet_geometry_compute (&self->geometry, widget, for_size < 0 ? least : for_size);
      *natural = *minimum;
    }
}

static void
bb_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BbSheet *self = BB_SHEET (widget);
  int offset;

  bb_sheet_geometry_compute (&self->geometry, widget, width);
  offset = bb_sheet_head_offset (self);
  for (guint i = 0; i < self->table->n_slots; i++)
    {
      GtkAllocation area = bb_sheet_geometry_get_child (&self->geometry, i);

      if (bb_sheet_is_repeated_head (self, i))
        {
          bb_sheet_fit_head (self, i, offset, &area);
          area.y += offset;
        }
      gtk_widget_size_allocate (self->children[i], &area, -1);
    }
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static GtkWidget *
create_label (const BbSlot *slot)
{
  GtkWidget *label = gtk_label_new (slot->text);
  gboolean leaf_row = slot->role == BB_SLOT_ROW_HEAD && slot->row_span == 1;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* The form is Chinese whatever the language of the program: other countries write some of its characters otherwise. */
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string ("zh-cn")));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), leaf_row ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), leaf_row ? 0.0f : 0.5f);
  gtk_widget_add_css_class (label, "bb-head");
  if (slot->role == BB_SLOT_BLOCK_TITLE)
    gtk_widget_add_css_class (label, "bb-block-title");
  if (leaf_row)
    gtk_widget_add_css_class (label, "bb-row-label");
  return label;
}

static GtkWidget *
create_cell (BbSheet *self, guint cell)
{
  GtkWidget *child = bb_sheet_cell_new (self->report, bb_report_get_cell (self->report, cell));
  guint offset = cell - self->table->first_cell;

  self->cells[offset] = BB_SHEET_CELL (child);
  g_signal_connect_object (child, "entered", G_CALLBACK (bb_sheet_cell_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (child, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
  return child;
}

static void
adopt_children (BbSheet *self, gboolean repeated)
{
  for (guint i = 0; i < self->table->n_slots; i++)
    {
      if (bb_sheet_is_repeated_head (self, i) == repeated)
        gtk_widget_set_parent (self->children[i], GTK_WIDGET (self));
    }
}

static void
create_children (BbSheet *self)
{
  self->children = g_new0 (GtkWidget *, self->table->n_slots);
  self->cells = g_new0 (BbSheetCell *, self->table->n_cells);
  for (guint i = 0; i < self->table->n_slots; i++)
    {
      const BbSlot *slot = &self->table->slots[i];

      self->children[i] = slot->cell >= 0 ? create_cell (self, (guint) slot->cell) : create_label (slot);
    }

  /* The heads that stay in sight last: what is drawn above must be picked first. */
  adopt_children (self, FALSE);
  adopt_children (self, TRUE);
}

static void
bb_sheet_constructed (GObject *object)
{
  BbSheet *self = BB_SHEET (object);

  G_OBJECT_CLASS (bb_sheet_parent_class)->constructed (object);

  self->form = bb_report_get_form (self->report);
  self->table = &self->form->tables[self->table_index];
  bb_sheet_selection_init (&self->selection, self->form, self->table);
  create_children (self);
  bb_sheet_geometry_init (&self->geometry, self->table, self->children);
  bb_sheet_update_actions (self);
  show_issues (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->form->sections[self->table->section].title, -1);
  g_signal_connect_object (self->report, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checker, "items-changed", G_CALLBACK (issues_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
bb_sheet_dispose (GObject *object)
{
  BbSheet *self = BB_SHEET (object);

  g_clear_handle_id (&self->issues_id, g_source_remove);
  g_clear_handle_id (&self->sum_id, g_source_remove);
  bb_sheet_stop_drag (self);
  bb_sheet_close_menu (self);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  for (guint i = 0; self->children != NULL && i < self->table->n_slots; i++)
    g_clear_pointer (&self->children[i], gtk_widget_unparent);
  g_clear_pointer (&self->children, g_free);
  g_clear_pointer (&self->cells, g_free);
  g_clear_object (&self->checker);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (bb_sheet_parent_class)->dispose (object);
}

static void
bb_sheet_finalize (GObject *object)
{
  BbSheet *self = BB_SHEET (object);

  bb_sheet_geometry_clear (&self->geometry);
  bb_sheet_selection_clear (&self->selection);
  g_clear_object (&self->zoom_style);
  G_OBJECT_CLASS (bb_sheet_parent_class)->finalize (object);
}

static void
bb_sheet_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BbSheet *self = BB_SHEET (object);

  switch (id)
    {
    case PROP_REPORT:
      g_value_set_object (value, self->report);
      break;
    case PROP_CHECKER:
      g_value_set_object (value, self->checker);
      break;
    case PROP_TABLE:
      g_value_set_uint (value, self->table_index);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bb_sheet_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BbSheet *self = BB_SHEET (object);

  switch (id)
    {
    case PROP_REPORT:
      self->report = g_value_dup_object (value);
      break;
    case PROP_CHECKER:
      self->checker = g_value_dup_object (value);
      break;
    case PROP_TABLE:
      self->table_index = g_value_get_uint (value);
      break;
    case PROP_ZOOM:
      bb_sheet_set_zoom (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
override_widget (GtkWidgetClass *widget_class)
{
  widget_class->root = bb_sheet_root;
  widget_class->unroot = bb_sheet_unroot;
  widget_class->get_request_mode = bb_sheet_get_request_mode;
  widget_class->measure = bb_sheet_measure;
  widget_class->size_allocate = bb_sheet_size_allocate;
  widget_class->snapshot = bb_sheet_snapshot;
  widget_class->focus = bb_sheet_move_focus;
  widget_class->grab_focus = bb_sheet_take_focus;
  bb_sheet_class_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "bb-sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bb_sheet_class_init (BbSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = bb_sheet_constructed;
  object_class->dispose = bb_sheet_dispose;
  object_class->finalize = bb_sheet_finalize;
  object_class->get_property = bb_sheet_get_property;
  object_class->set_property = bb_sheet_set_property;
  override_widget (GTK_WIDGET_CLASS (klass));

  properties[PROP_REPORT] = g_param_spec_object ("report", NULL, NULL, BB_TYPE_REPORT, flags);
  properties[PROP_CHECKER] = g_param_spec_object ("checker", NULL, NULL, BB_TYPE_CHECKER, flags);
  properties[PROP_TABLE] = g_param_spec_uint ("table", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, BB_SHEET_LEAST_ZOOM, BB_SHEET_MOST_ZOOM, 1,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CELL_FOCUSED] = g_signal_new ("cell-focused", BB_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", BB_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", BB_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bb_sheet_init (BbSheet *self)
{
  self->focused = -1;
  self->tab_start = -1;
  self->column = -1;
  self->wanted = -1;
  self->drag_head = -1;
  self->zoom = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "cell");
  bb_sheet_add_keys (self);
  bb_sheet_add_drag (self);
  bb_sheet_add_pointing (self);
}

GtkWidget *
bb_sheet_new (BbReport *report, BbChecker *checker, guint table)
{
  return g_object_new (BB_TYPE_SHEET, "report", report, "checker", checker, "table", table, NULL);
}

void
bb_sheet_reveal_cell (BbSheet *self, guint cell)
{
  g_return_if_fail (BB_IS_SHEET (self));
  g_return_if_fail (bb_sheet_get_cell (self, cell) != NULL);

  bb_sheet_go_to (self, cell);
}

void
bb_sheet_show_cell (BbSheet *self, guint cell)
{
  g_return_if_fail (BB_IS_SHEET (self));
  bb_sheet_want_cell (self, cell);
}

static void
mark_side (BbSheet *self, const guint *cells, guint n_cells, BbSheetSide side)
{
  for (guint i = 0; i < n_cells; i++)
    {
      BbSheetCell *cell = bb_sheet_get_cell (self, cells[i]);

      if (cell != NULL)
        bb_sheet_cell_set_side (cell, side);
    }
}

void
bb_sheet_mark_sides (BbSheet *self, const guint *left, guint n_left, const guint *right, guint n_right)
{
  g_return_if_fail (BB_IS_SHEET (self));

  for (guint i = 0; i < self->table->n_cells; i++)
    bb_sheet_cell_set_side (self->cells[i], BB_SHEET_SIDE_NONE);
  mark_side (self, left, n_left, BB_SHEET_SIDE_LEFT);
  mark_side (self, right, n_right, BB_SHEET_SIDE_RIGHT);
}

int
bb_sheet_get_focused_cell (BbSheet *self)
{
  g_return_val_if_fail (BB_IS_SHEET (self), -1);

  return self->focused;
}

GArray *
bb_sheet_get_selection (BbSheet *self, BbSheetArea *area)
{
  g_return_val_if_fail (BB_IS_SHEET (self), NULL);

  if (area != NULL)
    *area = self->selection.area;
  return bb_sheet_selection_get_cells (&self->selection);
}

char *
bb_sheet_describe_selection (BbSheet *self)
{
  g_return_val_if_fail (BB_IS_SHEET (self), NULL);

  return bb_sheet_is_stale (self) ? g_strdup ("") : bb_sheet_selection_describe (&self->selection, self->report);
}

void
bb_sheet_commit (BbSheet *self)
{
  g_return_if_fail (BB_IS_SHEET (self));

  if (self->focused >= 0)
    bb_sheet_cell_finish (bb_sheet_get_cell (self, (guint) self->focused));
}

double
bb_sheet_get_zoom (BbSheet *self)
{
  g_return_val_if_fail (BB_IS_SHEET (self), 1);

  return self->zoom;
}

/* Everything in the sheet is measured by its font, so that a larger font is a larger sheet. */
void
bb_sheet_set_zoom (BbSheet *self, double zoom)
{
  g_autofree char *style = NULL;
  char percent[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (BB_IS_SHEET (self));

  zoom = CLAMP (zoom, BB_SHEET_LEAST_ZOOM, BB_SHEET_MOST_ZOOM);
  if (zoom == self->zoom)
    return;

  self->zoom = zoom;
  if (self->zoom_style == NULL)
    {
      self->zoom_style = gtk_css_provider_new ();
      gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->zoom_style),
                                      GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
  g_ascii_formatd (percent, sizeof percent, "%.1f", zoom * 100);
  style = g_strdup_printf ("bb-sheet { font-size: %s%%; }", percent);
  gtk_css_provider_load_from_data (self->zoom_style, style, -1);
  if (self->focused >= 0)
    bb_sheet_want_cell (self, (guint) self->focused);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}
