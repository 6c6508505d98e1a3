/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/bb-document-private.h"
#include "form/bb-form-kinds.h"

#include <string.h>

static void
set_string (json_t     *object,
            const char *key,
            const char *value)
{
  if (value != NULL && *value != '\0')
    json_object_set_new (object, key, json_string (value));
}

/* What a field has in a new report: totals are computed, everything else is there to be typed. */
static BbOrigin
default_origin (BbField *field)
{
  return bb_field_is_derived (field) ? BB_ORIGIN_DERIVED : BB_ORIGIN_TYPED;
}

static void
set_links (json_t  *object,
           BbField *field)
{
  guint n_links;
  const BbLink *links = bb_field_get_links (field, &n_links);
  json_t *list;

  if (n_links == 0)
    return;
  list = json_array ();
  for (guint i = 0; i < n_links; i++)
    json_array_append_new (list, json_pack ("{s:I, s:I, s:s}", BB_MEMBER_START, (json_int_t) links[i].start, BB_MEMBER_LENGTH,
                                            (json_int_t) links[i].length, BB_MEMBER_CELL, links[i].cell));
  json_object_set_new (object, BB_MEMBER_LINKS, list);
}

/* Missing is a state and no member of the field's own: a file was read and had no such place. */
json_t *
bb_document_field_to_json (BbField *field)
{
  BbOrigin origin = bb_field_get_origin (field);
  const char *text = bb_field_get_text (field);
  json_t *object = json_object ();

  set_string (object, BB_MEMBER_TEXT, text);
  if (origin != default_origin (field) || (*text != '\0' && origin != BB_ORIGIN_TYPED))
    set_string (object, BB_MEMBER_ORIGIN, bb_origin_to_string (origin));
  if (bb_field_get_state (field) == BB_STATE_MISSING)
    json_object_set_new (object, BB_MEMBER_MISSING, json_true ());
  set_string (object, BB_MEMBER_SOURCE, bb_field_get_source (field));
  set_string (object, BB_MEMBER_UNIT, bb_field_get_unit (field));
  set_links (object, field);
  set_string (object, BB_MEMBER_REMARK, bb_field_get_remark (field));
  if (json_object_size (object) == 1 && *text != '\0')
    {
      json_t *alone = json_incref (json_object_get (object, BB_MEMBER_TEXT));

      json_decref (object);
      return alone;
    }
  return object;
}

static void
add_field (json_t     *map,
           const char *id,
           BbField    *field)
{
  json_t *value = bb_document_field_to_json (field);

  if (json_is_object (value) && json_object_size (value) == 0)
    json_decref (value);
  else
    json_object_set_new (map, id, value);
}

static json_t *
meta_to_json (BbReport *report)
{
  json_t *map = json_object ();

  for (guint i = 0; i < BB_N_META; i++)
    {
      BbField *field = bb_report_get_meta (report, i);

      add_field (map, bb_field_get_id (field) + strlen (BB_META_PREFIX), field);
    }
  return map;
}

static json_t *
sections_to_json (BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);
  json_t *map = json_object ();

  for (guint i = 0; i < form->n_sections; i++)
    add_field (map, form->sections[i].id, bb_report_get_section (report, i));
  return map;
}

static json_t *
cells_to_json (BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);
  json_t *map = json_object ();

  for (guint i = 0; i < form->n_cells; i++)
    add_field (map, form->cells[i].id, bb_report_get_cell (report, i));
  return map;
}

static json_t *
note_to_json (BbNote *note)
{
  const char *const *cells = bb_note_get_cells (note);
  json_t *object = json_object ();

  set_string (object, BB_MEMBER_ID, bb_note_get_id (note));
  set_string (object, BB_MEMBER_SEVERITY, bb_severity_to_string (bb_note_get_severity (note)));
  if (cells[0] != NULL)
    {
      json_t *list = json_array ();

      for (gsize i = 0; cells[i] != NULL; i++)
        json_array_append_new (list, json_string (cells[i]));
      json_object_set_new (object, BB_MEMBER_CELLS, list);
    }
  set_string (object, BB_MEMBER_MESSAGE, bb_note_get_message (note));
  set_string (object, BB_MEMBER_PLACE, bb_note_get_place (note));
  if (bb_note_get_dismissed (note))
    json_object_set_new (object, BB_MEMBER_DISMISSED, json_true ());
  return object;
}

static json_t *
notes_to_json (BbReport *report)
{
  GListModel *notes = bb_report_get_notes (report);
  json_t *list = json_array ();

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);

      json_array_append_new (list, note_to_json (note));
    }
  return list;
}

static void
merge_extra (json_t   *document,
             BbReport *report)
{
  const char *text = bb_report_get_extra (report);
  g_autoptr (json_t) extra = NULL;

  if (text == NULL)
    return;
  extra = json_loads (text, 0, NULL);
  if (extra != NULL)
    bb_extra_merge (document, extra);
}

json_t *
bb_document_to_json (BbReport *report,
                     json_t   *recovery)
{
  json_t *document = json_object ();
  json_t *content = json_object ();
  g_autofree char *checksum = NULL;

  json_object_set_new (document, BB_MEMBER_VERSION, json_string (BB_DOCUMENT_VERSION));
  json_object_set_new (document, BB_MEMBER_CHECKSUM, json_string (""));
  if (recovery != NULL)
    json_object_set (document, BB_MEMBER_RECOVERY, recovery);
  json_object_set_new (content, BB_MEMBER_FORM, json_string (bb_report_get_form (report)->id));
  json_object_set_new (content, BB_MEMBER_META, meta_to_json (report));
  json_object_set_new (content, BB_MEMBER_SECTIONS, sections_to_json (report));
  json_object_set_new (content, BB_MEMBER_CELLS, cells_to_json (report));
  json_object_set_new (content, BB_MEMBER_NOTES, notes_to_json (report));
  json_object_set_new (document, BB_MEMBER_CONTENT, content);
  merge_extra (document, report);
  checksum = bb_json_checksum (document);
  json_object_set_new (document, BB_MEMBER_CHECKSUM, json_string (checksum));
  return document;
}
