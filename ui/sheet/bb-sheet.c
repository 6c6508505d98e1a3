/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet.h"

#include "sheet/bb-sheet-cell.h"
#include "sheet/bb-sheet-geometry.h"
#include "sheet/bb-sheet-paste.h"
#include "sheet/bb-sheet-scroll.h"

struct _BbSheet
{
  GtkWidget parent_instance;

  BbReport *report;
  BbChecker *checker;
  guint table_index;

  const BbForm *form;
  const BbTable *table;
  GtkWidget **children; /* one a slot: a label or a BbSheetCell */
  BbSheetCell **cells;  /* one a cell of the table, not owned */
  guint *cell_slots;    /* the slot of each cell */
  BbSheetGeometry geometry;
  int focused;
  guint issues_id; /* idle: the issues changed */

  /* Scrolling */
  GtkWidget *viewport; /* around us, not owned, while we are in a window */
  GtkAdjustment *vadjustment;
  int wanted; /* cell to bring into view once we are laid out, -1 for none */
  guint tick_id;
};

G_DEFINE_FINAL_TYPE (BbSheet, bb_sheet, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_REPORT,
  PROP_CHECKER,
  PROP_TABLE,
  N_PROPS
};

enum
{
  CELL_FOCUSED,
  REFUSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static BbSheetCell *
get_cell (BbSheet *self, guint cell)
{
  if (cell < self->table->first_cell || cell >= self->table->first_cell + self->table->n_cells)
    return NULL;

  return self->cells[cell - self->table->first_cell];
}

static guint
cell_index (BbSheetCell *cell)
{
  return bb_field_get_cell (bb_sheet_cell_get_field (cell))->index;
}

/* The cell that has the keyboard focus now, itself or in its context menu; NULL when it is elsewhere. */
static BbSheetCell *
find_focus (BbSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, BB_TYPE_SHEET_CELL) : NULL;

  return cell != NULL && gtk_widget_get_parent (cell) == GTK_WIDGET (self) ? BB_SHEET_CELL (cell) : NULL;
}

static gboolean
is_repeated_head (BbSheet *self, guint slot)
{
  return self->table->slots[slot].row < self->table->n_head_rows;
}

static int
head_height (BbSheet *self)
{
  return self->table->n_head_rows > 0 ? self->geometry.tops[self->table->n_head_rows] : 0;
}

static gboolean
find_origin (BbSheet *self, graphene_point_t *origin)
{
  return self->viewport != NULL
         && gtk_widget_compute_point (GTK_WIDGET (self), self->viewport, &GRAPHENE_POINT_INIT (0, 0), origin);
}

/* The heads stay in sight while the rows scroll below them. */
static int
head_offset (BbSheet *self)
{
  graphene_point_t origin;
  int room = self->geometry.tops[self->table->n_grid_rows] - head_height (self);

  if (self->table->n_head_rows == 0 || !find_origin (self, &origin))
    return 0;

  return CLAMP ((int) -origin.y, 0, MAX (room, 0));
}

static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  BbSheet *self = BB_SHEET (widget);
  graphene_point_t origin;

  /* Not laid out yet: a page that was just opened. */
  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;

  if (self->wanted >= 0 && find_origin (self, &origin))
    {
      guint slot = self->cell_slots[self->wanted - (int) self->table->first_cell];
      GdkRectangle area = bb_sheet_geometry_get_slot (&self->geometry, slot);

      area.x += (int) origin.x;
      area.y += (int) origin.y;
      bb_sheet_scroll_to (GTK_SCROLLABLE (self->viewport), &area, head_height (self));
    }
  self->wanted = -1;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
want_cell (BbSheet *self, guint cell)
{
  self->wanted = (int) cell;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
}

static void
show_issues (BbSheet *self)
{
  guint n_cells = self->table->n_cells;
  BbSheetFinding *findings;

  /* The checker already speaks of another edition; we are about to be replaced. */
  if (bb_report_get_form (self->report) != self->form)
    return;

  findings = bb_sheet_collect_findings (self->checker, self->table->first_cell, n_cells);
  for (guint i = 0; i < n_cells; i++)
    bb_sheet_cell_set_finding (self->cells[i], &findings[i]);
  bb_sheet_free_findings (findings, n_cells);
}

static void
entered_cb (BbSheet *self, BbSheetCell *cell)
{
  self->focused = (int) cell_index (cell);
  want_cell (self, (guint) self->focused);
  g_signal_emit (self, signals[CELL_FOCUSED], 0, (guint) self->focused);
}

static void
move_cb (BbSheet *self, int move, BbSheetCell *cell)
{
  int target = bb_sheet_move (self->form, self->table, cell_index (cell), (BbSheetMove) move);

  if (target >= 0)
    bb_sheet_cell_enter (get_cell (self, (guint) target));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
pasted_cb (BbSheet *self, const char *text, BbSheetCell *cell)
{
  g_autofree char *refusal = bb_sheet_paste (self->report, cell_index (cell), text);

  if (refusal != NULL)
    g_signal_emit (self, signals[REFUSED], 0, refusal);
}

static void
field_changed_cb (BbSheet *self, BbField *field)
{
  const BbCell *cell = bb_field_get_cell (field);
  BbSheetCell *child = cell != NULL ? get_cell (self, cell->index) : NULL;

  /* After a change of edition the report has other fields; we still show the old ones until we are replaced. */
  if (child == NULL || bb_sheet_cell_get_field (child) != field)
    return;

  bb_sheet_cell_sync (child);
  if (!bb_sheet_geometry_has_room (&self->geometry, GTK_WIDGET (self), self->cell_slots[cell->index - self->table->first_cell]))
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
scrolled_cb (BbSheet *self)
{
  if (self->table->n_head_rows > 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
bb_sheet_root (GtkWidget *widget)
{
  BbSheet *self = BB_SHEET (widget);

  GTK_WIDGET_CLASS (bb_sheet_parent_class)->root (widget);

  self->viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  if (self->viewport == NULL)
    return;

  /* It would scroll a cell to the very edge, below our heads. */
  if (gtk_widget_get_parent (widget) == self->viewport)
    gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (self->viewport), FALSE);
  self->vadjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->viewport)));
  g_signal_connect_object (self->vadjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

static void
bb_sheet_unroot (GtkWidget *widget)
{
  BbSheet *self = BB_SHEET (widget);

  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, scrolled_cb, self);
  g_clear_object (&self->vadjustment);
  self->viewport = NULL;

  GTK_WIDGET_CLASS (bb_sheet_parent_class)->unroot (widget);
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
  offset = head_offset (self);
  for (guint i = 0; i < self->table->n_slots; i++)
    {
      GtkAllocation area = bb_sheet_geometry_get_child (&self->geometry, i);

      if (is_repeated_head (self, i))
        area.y += offset;
      gtk_widget_size_allocate (self->children[i], &area, -1);
    }
}

static void
append_rectangle (BbSheet *self, GtkSnapshot *snapshot, const char *color_name, const GdkRectangle *area)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (gtk_style_context_lookup_color (style, color_name, &color))
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (area->x, area->y, area->width, area->height));
}

/* Heads fill their slot, but their text may be narrower: the sheet paints behind it. */
static void
snapshot_slots (BbSheet *self, GtkSnapshot *snapshot, gboolean repeated, int offset)
{
  for (guint i = 0; i < self->table->n_slots; i++)
    {
      BbSlotRole role = self->table->slots[i].role;
      GdkRectangle area = bb_sheet_geometry_get_slot (&self->geometry, i);

      if (is_repeated_head (self, i) != repeated)
        continue;

      area.y += offset;
      if (role != BB_SLOT_CELL)
        append_rectangle (self, snapshot, role == BB_SLOT_BLOCK_TITLE ? "bb_title_color" : "bb_head_color", &area);
      gtk_widget_snapshot_child (GTK_WIDGET (self), self->children[i], snapshot);
    }
}

/* The rules are what is seen between the slots. */
static void
bb_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BbSheet *self = BB_SHEET (widget);
  int offset = head_offset (self);
  int width = gtk_widget_get_width (widget);
  GdkRectangle table = { 0, 0, width, self->geometry.tops[self->table->n_grid_rows] };
  GdkRectangle heads = { 0, offset, width, head_height (self) };

  append_rectangle (self, snapshot, "bb_rule_color", &table);
  snapshot_slots (self, snapshot, FALSE, 0);
  if (self->table->n_head_rows == 0)
    return;

  append_rectangle (self, snapshot, "bb_rule_color", &heads);
  snapshot_slots (self, snapshot, TRUE, offset);
}

static gboolean
bb_sheet_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BbSheet *self = BB_SHEET (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  BbSheetCell *focused = find_focus (self);
  int target;

  if (focused != NULL && !bb_sheet_cell_has_keyboard (focused))
    return gtk_widget_child_focus (GTK_WIDGET (focused), direction);
  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;

  if (focused != NULL)
    target = bb_sheet_move (self->form, self->table, cell_index (focused), forward ? BB_SHEET_MOVE_NEXT : BB_SHEET_MOVE_PREVIOUS);
  else if (self->focused >= 0)
    target = self->focused;
  else
    target = bb_sheet_first_input (self->form, self->table, !forward);
  if (target < 0)
    return FALSE;

  bb_sheet_cell_enter (get_cell (self, (guint) target));
  return TRUE;
}

static gboolean
bb_sheet_grab_focus (GtkWidget *widget)
{
  return find_focus (BB_SHEET (widget)) != NULL || bb_sheet_focus (widget, GTK_DIR_TAB_FORWARD);
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
create_cell (BbSheet *self, guint slot, guint cell)
{
  GtkWidget *child = bb_sheet_cell_new (self->report, bb_report_get_cell (self->report, cell));
  guint offset = cell - self->table->first_cell;

  self->cells[offset] = BB_SHEET_CELL (child);
  self->cell_slots[offset] = slot;
  g_signal_connect_object (child, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (child, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (child, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
  return child;
}

static void
adopt_children (BbSheet *self, gboolean repeated)
{
  for (guint i = 0; i < self->table->n_slots; i++)
    {
      if (is_repeated_head (self, i) == repeated)
        gtk_widget_set_parent (self->children[i], GTK_WIDGET (self));
    }
}

static void
create_children (BbSheet *self)
{
  self->children = g_new0 (GtkWidget *, self->table->n_slots);
  self->cells = g_new0 (BbSheetCell *, self->table->n_cells);
  self->cell_slots = g_new0 (guint, self->table->n_cells);
  for (guint i = 0; i < self->table->n_slots; i++)
    {
      const BbSlot *slot = &self->table->slots[i];

      self->children[i] = slot->cell >= 0 ? create_cell (self, i, (guint) slot->cell) : create_label (slot);
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
  create_children (self);
  bb_sheet_geometry_init (&self->geometry, self->table, self->children);
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
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  for (guint i = 0; self->children != NULL && i < self->table->n_slots; i++)
    g_clear_pointer (&self->children[i], gtk_widget_unparent);
  g_clear_pointer (&self->children, g_free);
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->cell_slots, g_free);
  g_clear_object (&self->checker);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (bb_sheet_parent_class)->dispose (object);
}

static void
bb_sheet_finalize (GObject *object)
{
  bb_sheet_geometry_clear (&BB_SHEET (object)->geometry);
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
  widget_class->focus = bb_sheet_focus;
  widget_class->grab_focus = bb_sheet_grab_focus;
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
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CELL_FOCUSED] = g_signal_new ("cell-focused", BB_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REFUSED] = g_signal_new ("refused", BB_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bb_sheet_init (BbSheet *self)
{
  self->focused = -1;
  self->wanted = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
bb_sheet_new (BbReport *report, BbChecker *checker, guint table)
{
  return g_object_new (BB_TYPE_SHEET, "report", report, "checker", checker, "table", table, NULL);
}

void
bb_sheet_reveal_cell (BbSheet *self, guint cell)
{
  BbSheetCell *child;

  g_return_if_fail (BB_IS_SHEET (self));

  child = get_cell (self, cell);
  g_return_if_fail (child != NULL);

  bb_sheet_cell_enter (child);
  want_cell (self, cell);
}

void
bb_sheet_show_cell (BbSheet *self, guint cell)
{
  g_return_if_fail (BB_IS_SHEET (self));
  want_cell (self, cell);
}

static void
mark_side (BbSheet *self, const guint *cells, guint n_cells, BbSheetSide side)
{
  for (guint i = 0; i < n_cells; i++)
    {
      BbSheetCell *cell = get_cell (self, cells[i]);

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
