/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every key that does something is in the window that lists the keys, and every key listed there is one. */
#include "ui-test.h"

#include "bb-dialogs.h"
#include "bb-prose-view.h"
#include "sheet/bb-sheet-cell.h"
#include "sheet/bb-sheet.h"

#include <string.h>

typedef struct
{
  guint key;
  GdkModifierType modifiers;
} Key;

static void
add_key (GArray *keys, guint keyval, GdkModifierType modifiers)
{
  const Key key = { gdk_keyval_to_lower (keyval), modifiers };

  g_array_append_val (keys, key);
}

static gboolean
has_key (GArray *keys, guint keyval, GdkModifierType modifiers)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const Key *key = &g_array_index (keys, Key, i);

      if (key->key == gdk_keyval_to_lower (keyval) && key->modifiers == modifiers)
        return TRUE;
    }
  return FALSE;
}

static void
add_accelerators (GArray *keys, const char *accelerators)
{
  g_auto (GStrv) parts = g_strsplit (accelerators, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint keyval;
      GdkModifierType modifiers;

      if (!gtk_accelerator_parse (parts[i], &keyval, &modifiers))
        g_error ("the list of keys names “%s”, which is no key", parts[i]);
      add_key (keys, keyval, modifiers);
    }
}

static void
collect_listed (GtkWidget *root, GArray *keys)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (root))
    {
      g_autofree char *accelerators = NULL;
      g_autofree char *title = NULL;

      g_object_get (root, "accelerator", &accelerators, "title", &title, NULL);
      g_assert_nonnull (title);
      g_assert_cmpstr (title, !=, "");
      if (accelerators != NULL)
        add_accelerators (keys, accelerators);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_listed (child, keys);
}

static GArray *
list_keys (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/bianbao/Bianbao/ui/bb-shortcuts.ui");
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (Key));

  collect_listed (window, keys);
  gtk_window_destroy (GTK_WINDOW (window));
  return keys;
}

static void
test_application (void)
{
  GtkApplication *application = GTK_APPLICATION (ui_test_application ());
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  g_autoptr (GArray) listed = list_keys ();
  guint count = 0;

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accelerators = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; accelerators[j] != NULL; j++, count++)
        {
          guint keyval;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (accelerators[j], &keyval, &modifiers));
          if (!has_key (listed, keyval, modifiers))
            g_error ("%s (%s) is not in the list of keys", accelerators[j], actions[i]);
        }
    }
  g_assert_cmpuint (count, >, 20);
}

/* No two actions share a key. */
static void
test_conflicts (void)
{
  GtkApplication *application = GTK_APPLICATION (ui_test_application ());
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accelerators = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; accelerators[j] != NULL; j++)
        {
          if (g_hash_table_contains (seen, accelerators[j]))
            g_error ("%s does %s and %s", accelerators[j], actions[i],
                     (char *) g_hash_table_lookup (seen, accelerators[j]));
          g_hash_table_insert (seen, g_strdup (accelerators[j]), g_strdup (actions[i]));
        }
    }
}

/* Keys bound to actions of ours by the classes of the sheet; those of GTK's own entry are the desktop's business. */
static guint
check_bindings (GtkWidget *widget, GArray *listed)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; G_IS_LIST_MODEL (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
          const char *name;

          if (!GTK_IS_NAMED_ACTION (action) || !GTK_IS_KEYVAL_TRIGGER (trigger))
            continue;
          name = gtk_named_action_get_action_name (GTK_NAMED_ACTION (action));
          if (!g_str_has_prefix (name, "sheet.") && !g_str_has_prefix (name, "cell."))
            continue;
          count++;
          if (!has_key (listed, gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                        gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger))))
            {
              g_autofree char *text = gtk_shortcut_trigger_to_string (trigger);

              g_error ("%s (%s) is not in the list of keys", text, name);
            }
        }
    }
  return count;
}

static void
test_sheet (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  g_autoptr (GArray) listed = list_keys ();
  BbWindow *window = ui_test_window (report);
  static const char *const always[] = { "Tab", "<Shift>Tab", "Return", "Escape" };

  bb_document_view_show_page (bb_window_get_view (window), 3);
  ui_test_wait_frame (GTK_WIDGET (window));
  check_bindings (ui_test_find (window, BB_TYPE_SHEET), listed);
  check_bindings (ui_test_find (window, BB_TYPE_SHEET_CELL), listed);
  /* What the cells take as it comes, without a binding. */
  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    {
      guint keyval;
      GdkModifierType modifiers;

      g_assert_true (gtk_accelerator_parse (always[i], &keyval, &modifiers));
      g_assert_true (has_key (listed, keyval, modifiers));
    }
  ui_test_destroy_window (window);
}

/* Opening it twice makes no second one grow out of it, and it goes again. */
static void
test_window (void)
{
  BbWindow *window = ui_test_start_window ();
  GListModel *windows = gtk_window_get_toplevels ();
  guint before = g_list_model_get_n_items (windows);

  bb_dialogs_shortcuts (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (GTK_IS_SHORTCUTS_WINDOW (other))
        {
          g_assert_true (gtk_window_get_modal (other));
          gtk_window_destroy (other);
          break;
        }
    }
  ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before);
  ui_test_destroy_window (window);
}

static char
mnemonic_of (const char *label)
{
  const char *mark = strchr (label, '_');

  g_assert_nonnull (mark);
  return g_ascii_tolower (mark[1]);
}

static void
assert_different (const char *letters)
{
  for (; *letters != '\0'; letters++)
    if (strchr (letters + 1, *letters) != NULL)
      g_error ("two items of the menu have the letter %c: %s", *letters, letters);
}

/* Returns: how many items there are, those of submenus included */
static guint
collect_mnemonics (GMenuModel *menu, GString *letters)
{
  guint count = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *action = NULL;
      g_autofree char *label = NULL;

      if (section != NULL)
        count += collect_mnemonics (section, letters);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        {
          g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
          /* It stands for an empty list, and can't be chosen. */
          if (g_strcmp0 (action, "win.none") == 0)
            continue;
          g_string_append_c (letters, mnemonic_of (label));
          count++;
        }
      if (submenu != NULL)
        {
          g_autoptr (GString) below = g_string_new (NULL);

          /* Its own letter leads back. */
          g_string_append_c (below, mnemonic_of (label));
          count += collect_mnemonics (submenu, below);
          assert_different (below->str);
        }
    }
  return count;
}

/* A letter that two items of the menu share chooses neither. */
static void
test_mnemonics (void)
{
  BbWindow *window = ui_test_start_window ();
  g_autoptr (GString) letters = g_string_new (NULL);
  GtkMenuButton *button = ui_test_find (window, GTK_TYPE_MENU_BUTTON);

  g_assert_cmpuint (collect_mnemonics (gtk_menu_button_get_menu_model (button), letters), ==, 30);
  /* As many rows as a low screen has room for. */
  g_assert_cmpuint (letters->len, <=, 13);
  assert_different (letters->str);
  ui_test_destroy_window (window);
}

/* By key, as who has no pointer does. */
static void
press_menu (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Menu, 0u, 0, &handled);
    }
  g_assert_true (handled);
  ui_test_settle ();
}

/* All that a context menu may offer, also what does not apply now. */
static void
check_context_menu (BbWindow *window, BbField *field, GType type)
{
  BbDocumentView *view = bb_window_get_view (window);
  g_autoptr (GString) letters = g_string_new (NULL);
  GtkPopoverMenu *menu;
  GtkWidget *widget;

  bb_document_view_reveal_field (view, field);
  ui_test_wait_frame (GTK_WIDGET (window));
  widget = ui_test_find (bb_document_view_get_page (view), type);
  press_menu (widget);
  menu = ui_test_find (widget, GTK_TYPE_POPOVER_MENU);
  g_assert_cmpuint (collect_mnemonics (gtk_popover_menu_get_menu_model (menu), letters), >, 8);
  assert_different (letters->str);
  gtk_popover_popdown (GTK_POPOVER (menu));
  ui_test_settle ();
}

static void
test_context_menus (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);

  check_context_menu (window, bb_report_find_field (report, "t3.new.natural"), BB_TYPE_SHEET);
  check_context_menu (window, bb_report_get_section (report, 1), BB_TYPE_PROSE_VIEW);
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/shortcuts/application", test_application);
  g_test_add_func ("/shortcuts/conflicts", test_conflicts);
  g_test_add_func ("/shortcuts/sheet", test_sheet);
  g_test_add_func ("/shortcuts/window", test_window);
  g_test_add_func ("/shortcuts/mnemonics", test_mnemonics);
  g_test_add_func ("/shortcuts/context-menus", test_context_menus);
  return ui_test_run ();
}
