/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-last-page.h"

#include "bb-settings.h"

#define PAGES "last-pages"
#define SIDEBAR "show-sidebar"
#define MOST 50

void
bb_last_page_keep (BbDocumentView *view, const char *path)
{
  GSettings *settings = bb_settings_get ();
  g_autoptr (GVariant) pages = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *known;
  guint section;
  guint count = 1;

  if (settings == NULL)
    return;
  /* In a narrow window the list hides by itself. */
  if (!bb_document_view_is_narrow (view))
    g_settings_set_boolean (settings, SIDEBAR, bb_document_view_get_show_sidebar (view));
  if (path == NULL || !g_utf8_validate (path, -1, NULL))
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(su)"));
  g_variant_builder_add (&builder, "(su)", path, bb_page_get_section (bb_document_view_get_page (view)));
  pages = g_settings_get_value (settings, PAGES);
  g_variant_iter_init (&iter, pages);
  while (g_variant_iter_next (&iter, "(&su)", &known, &section))
    if (g_strcmp0 (known, path) != 0 && count++ < MOST)
      g_variant_builder_add (&builder, "(su)", known, section);
  g_settings_set_value (settings, PAGES, g_variant_builder_end (&builder));
}

void
bb_last_page_restore (BbDocumentView *view, const char *path)
{
  GSettings *settings = bb_settings_get ();
  guint n_sections = bb_report_get_form (bb_session_get_report (bb_document_view_get_session (view)))->n_sections;
  g_autoptr (GVariant) pages = NULL;
  GVariantIter iter;
  const char *known;
  guint section;

  if (settings == NULL)
    return;
  bb_document_view_set_show_sidebar (view, g_settings_get_boolean (settings, SIDEBAR));
  pages = g_settings_get_value (settings, PAGES);
  g_variant_iter_init (&iter, pages);
  while (path != NULL && g_variant_iter_next (&iter, "(&su)", &known, &section))
    if (g_strcmp0 (known, path) == 0 && section < n_sections)
      {
        bb_document_view_show_page (view, section);
        return;
      }
}
