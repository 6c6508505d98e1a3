/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet.h"

#include "sheet/bb-sheet-cell.h"
#include "sheet/bb-sheet-geometry.h"
#include "sheet/bb-sheet-paste.h"

#include <glib/gi18n.h>

struct _BbSheet
{
  GtkWidget parent_instance;

  BbReport *report;
  BbChecker *checker;
  guint table_index;

  const BbTable *table;
  GtkWidget **children; /* one a slot: a label or a BbSheetCell */
  BbSheetCell **cells;  /* one a cell of the table, not owned */
  guint *cell_slots;    /* the slot of each cell */
  BbSheetGeometry geometry;

  GtkAdjustment *vadjustment; /* of the scrolled window around us, not owned */
  gulong scrolled_id;
  int focused;
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

/* ---- helpers ---- */

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

static int
focus_cell_index (BbSheet *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return BB_IS_SHEET_CELL (focus) ? (int) cell_index (BB_SHEET_CELL (focus)) : -1;
}

static gboolean
is_repeated_head (BbSheet *self, const BbSlot *slot)
{
  return slot->row < self->table->n_head_rows;
}

/* The heads stay in sight while the rows scroll below them. */
static int
head_offset (BbSheet *self)
{
  graphene_point_t origin;
  GtkWidget *viewport = gtk_widget_get_parent (GTK_WIDGET (self));
  int end = self->geometry.tops[self->table->n_grid_rows];
  int head = self->geometry.tops[self->table->n_head_rows];

  if (self->table->n_head_rows == 0 || !GTK_IS_VIEWPORT (viewport))
    return 0;
  if (!gtk_widget_compute_point (GTK_WIDGET (self), viewport, &GRAPHENE_POINT_INIT (0, 0), &origin))
    return 0;
  return CLAMP ((int) -origin.y, 0, MAX (end - head, 0));
}

static void
scroll_to (BbSheet *self, guint cell)
{
  GdkRectangle area = bb_sheet_geometry_get_slot (&self->geometry, self->cell_slots[cell - self->table->first_cell]);
  GtkWidget *viewport = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_point_t origin;
  double head = self->table->n_head_rows > 0 ? self->geometry.tops[self->table->n_head_rows] : 0;
  double top, value, page;

  if (self->vadjustment == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self), viewport, &GRAPHENE_POINT_INIT (0, 0), &origin))
    return;
  value = gtk_adjustment_get_value (self->vadjustment);
  page = gtk_adjustment_get_page_size (self->vadjustment);
  top = value + origin.y + area.y;
  /* A row's height to spare, so that the neighbour shows as well. */
  if (top - head - area.height < value)
    gtk_adjustment_set_value (self->vadjustment, top - head - area.height);
  else if (top + 2 * area.height > value + page)
    gtk_adjustment_set_value (self->vadjustment, top + 2 * area.height - page);
}

static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  BbSheet *self = BB_SHEET (widget);

  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (self->wanted >= 0)
    scroll_to (self, (guint) self->wanted);
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

static BbSheetCell *
next_input (BbSheet *self, int from, int step)
{
  int n = (int) self->table->n_cells;

  for (int i = from + step; i >= 0 && i < n; i += step)
    if (bb_sheet_cell_is_input (self->cells[i]))
      return self->cells[i];
  return NULL;
}

/* The nearest cell above or below in the same place of the grid, whatever block it belongs to. */
static BbSheetCell *
vertical_neighbour (BbSheet *self, guint cell, int step, gboolean inputs_only)
{
  const BbSlot *start = &self->table->slots[self->cell_slots[cell - self->table->first_cell]];
  BbSheetCell *best = NULL;
  guint best_distance = G_MAXUINT;

  for (guint i = 0; i < self->table->n_cells; i++)
    {
      const BbSlot *slot = &self->table->slots[self->cell_slots[i]];
      gboolean beyond = step > 0 ? slot->row > start->row : slot->row < start->row;
      guint distance = step > 0 ? slot->row - start->row : start->row - slot->row;

      if (!beyond || slot->column > start->column || slot->column + slot->column_span <= start->column)
        continue;
      if (inputs_only && !bb_sheet_cell_is_input (self->cells[i]))
        continue;
      if (distance < best_distance)
        {
          best_distance = distance;
          best = self->cells[i];
        }
    }
  return best;
}

static BbSheetCell *
neighbour (BbSheet *self, guint cell, BbSheetMove move)
{
  int offset = (int) (cell - self->table->first_cell);
  BbSheetCell *found;

  switch (move)
    {
    case BB_SHEET_MOVE_UP:
      return vertical_neighbour (self, cell, -1, FALSE);
    case BB_SHEET_MOVE_DOWN:
      return vertical_neighbour (self, cell, 1, FALSE);
    case BB_SHEET_MOVE_LEFT:
      return offset > 0 ? self->cells[offset - 1] : NULL;
    case BB_SHEET_MOVE_RIGHT:
      return offset + 1 < (int) self->table->n_cells ? self->cells[offset + 1] : NULL;
    case BB_SHEET_MOVE_ENTER:
      found = vertical_neighbour (self, cell, 1, TRUE);
      return found != NULL ? found : next_input (self, offset, 1);
    case BB_SHEET_MOVE_BACK_ENTER:
      found = vertical_neighbour (self, cell, -1, TRUE);
      return found != NULL ? found : next_input (self, offset, -1);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* ---- callbacks ---- */

static void
move_cb (BbSheet *self, int move, BbSheetCell *cell)
{
  BbSheetCell *target = neighbour (self, cell_index (cell), (BbSheetMove) move);

  if (target != NULL)
    bb_sheet_cell_enter (target);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
block_cb (BbSheet *self, const char *text, BbSheetCell *cell)
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
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
issues_changed_cb (BbSheet *self)
{
  if (bb_report_get_form (self->report)->tables + self->table_index != self->table)
    return;
  for (guint i = 0; i < self->table->n_cells; i++)
    bb_sheet_cell_sync_issues (self->cells[i]);
}

static void
focus_child_cb (BbSheet *self)
{
  int cell = focus_cell_index (self);

  if (cell < 0 || cell == self->focused)
    return;
  self->focused = cell;
  want_cell (self, (guint) cell);
  g_signal_emit (self, signals[CELL_FOCUSED], 0, (guint) cell);
}

static void
scrolled_cb (BbSheet *self)
{
  if (self->table->n_head_rows > 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
parent_cb (BbSheet *self)
{
  GtkWidget *viewport = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkAdjustment *adjustment = NULL;

  if (GTK_IS_VIEWPORT (viewport))
    {
      /* It would scroll a cell to the very edge, below our heads. */
      gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
      adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
    }
  if (adjustment == self->vadjustment)
    return;
  if (self->vadjustment != NULL)
    g_clear_signal_handler (&self->scrolled_id, self->vadjustment);
  g_set_object (&self->vadjustment, adjustment);
  if (adjustment != NULL)
    self->scrolled_id = g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
}

/* ---- overrides ---- */

static GtkSizeRequestMode
bb_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bb_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                  int *minimum_baseline, int *natural_baseline)
{
  BbSheet *self = BB_SHEET (widget);
  int least = bb_sheet_geometry_minimum_width (&self->geometry, widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = bb_sheet_geometry_natural_width (&self->geometry, widget);
    }
  else
    *minimum = *natural = bb_sheet_geometry_compute (&self->geometry, widget, for_size < 0 ? least : for_size);
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
      GtkAllocation area = bb_sheet_geometry_get_slot (&self->geometry, i);

      if (is_repeated_head (self, &self->table->slots[i]))
        area.y += offset;
      gtk_widget_size_allocate (self->children[i], &area, -1);
    }
}

/* The rules are the sheet's own background, seen between the slots. */
static void
bb_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BbSheet *self = BB_SHEET (widget);
  int head = self->geometry.tops[self->table->n_head_rows];
  int offset = head_offset (self);
  GdkRGBA color;

  for (guint i = 0; i < self->table->n_slots; i++)
    if (!is_repeated_head (self, &self->table->slots[i]))
      gtk_widget_snapshot_child (widget, self->children[i], snapshot);
  if (self->table->n_head_rows == 0)
    return;
  if (offset > 0 && gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "bb_rule_color", &color))
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (0, (float) offset, (float) gtk_widget_get_width (widget), (float) head));
  for (guint i = 0; i < self->table->n_slots; i++)
    if (is_repeated_head (self, &self->table->slots[i]))
      gtk_widget_snapshot_child (widget, self->children[i], snapshot);
}

static gboolean
bb_sheet_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BbSheet *self = BB_SHEET (widget);
  int focused = focus_cell_index (self);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  BbSheetCell *target;

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (focused >= 0)
    target = next_input (self, focused - (int) self->table->first_cell, forward ? 1 : -1);
  else if (self->focused >= 0)
    target = get_cell (self, (guint) self->focused);
  else
    target = forward ? next_input (self, -1, 1) : next_input (self, (int) self->table->n_cells, -1);
  if (target == NULL)
    return FALSE;
  bb_sheet_cell_enter (target);
  return TRUE;
}

static gboolean
bb_sheet_grab_focus (GtkWidget *widget)
{
  return bb_sheet_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* ---- construction ---- */

static GtkWidget *
create_label (const BbSlot *slot)
{
  GtkWidget *label = gtk_label_new (slot->text);
  gboolean leaf_row = slot->role == BB_SLOT_ROW_HEAD && slot->row_span == 1;

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
  GtkWidget *child = bb_sheet_cell_new (self->report, self->checker, bb_report_get_cell (self->report, cell));
  guint offset = cell - self->table->first_cell;

  self->cells[offset] = BB_SHEET_CELL (child);
  self->cell_slots[offset] = slot;
  g_signal_connect_object (child, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (child, "block", G_CALLBACK (block_cb), self, G_CONNECT_SWAPPED);
  return child;
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
  /* Heads last: what is drawn above must be picked first. */
  for (guint i = 0; i < self->table->n_slots; i++)
    if (!is_repeated_head (self, &self->table->slots[i]))
      gtk_widget_set_parent (self->children[i], GTK_WIDGET (self));
  for (guint i = 0; i < self->table->n_slots; i++)
    if (is_repeated_head (self, &self->table->slots[i]))
      gtk_widget_set_parent (self->children[i], GTK_WIDGET (self));
}

static void
bb_sheet_constructed (GObject *object)
{
  BbSheet *self = BB_SHEET (object);

  G_OBJECT_CLASS (bb_sheet_parent_class)->constructed (object);
  self->table = &bb_report_get_form (self->report)->tables[self->table_index];
  create_children (self);
  bb_sheet_geometry_init (&self->geometry, self->table, self->children);
  g_signal_connect_object (self->report, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checker, "items-changed", G_CALLBACK (issues_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::parent", G_CALLBACK (parent_cb), NULL);
  g_signal_connect (self, "notify::focus-child", G_CALLBACK (focus_child_cb), NULL);
}

static void
bb_sheet_dispose (GObject *object)
{
  BbSheet *self = BB_SHEET (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  if (self->vadjustment != NULL)
    g_clear_signal_handler (&self->scrolled_id, self->vadjustment);
  g_clear_object (&self->vadjustment);
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
bb_sheet_class_init (BbSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = bb_sheet_constructed;
  object_class->dispose = bb_sheet_dispose;
  object_class->finalize = bb_sheet_finalize;
  object_class->get_property = bb_sheet_get_property;
  object_class->set_property = bb_sheet_set_property;
  widget_class->get_request_mode = bb_sheet_get_request_mode;
  widget_class->measure = bb_sheet_measure;
  widget_class->size_allocate = bb_sheet_size_allocate;
  widget_class->snapshot = bb_sheet_snapshot;
  widget_class->focus = bb_sheet_focus;
  widget_class->grab_focus = bb_sheet_grab_focus;

  properties[PROP_REPORT] = g_param_spec_object ("report", NULL, NULL, BB_TYPE_REPORT, flags);
  properties[PROP_CHECKER] = g_param_spec_object ("checker", NULL, NULL, BB_TYPE_CHECKER, flags);
  properties[PROP_TABLE] = g_param_spec_uint ("table", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CELL_FOCUSED] = g_signal_new ("cell-focused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "bb-sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bb_sheet_init (BbSheet *self)
{
  self->focused = -1;
  self->wanted = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* ---- public API ---- */

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
bb_sheet_mark_sides (BbSheet *self, const guint *left, guint n_left, const guint *right, guint n_right)
{
  g_return_if_fail (BB_IS_SHEET (self));

  for (guint i = 0; i < self->table->n_cells; i++)
    bb_sheet_cell_set_side (self->cells[i], BB_SHEET_SIDE_NONE);
  for (guint i = 0; i < n_left; i++)
    if (get_cell (self, left[i]) != NULL)
      bb_sheet_cell_set_side (get_cell (self, left[i]), BB_SHEET_SIDE_LEFT);
  for (guint i = 0; i < n_right; i++)
    if (get_cell (self, right[i]) != NULL)
      bb_sheet_cell_set_side (get_cell (self, right[i]), BB_SHEET_SIDE_RIGHT);
}

int
bb_sheet_get_focused_cell (BbSheet *self)
{
  g_return_val_if_fail (BB_IS_SHEET (self), -1);

  return self->focused;
}
