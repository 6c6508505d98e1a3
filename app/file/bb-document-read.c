/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/bb-document-private.h"
#include "form/bb-form-kinds.h"
#include "report/bb-links.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What one field's member says; the strings are the JSON's. */
typedef struct
{
  const char *text;
  const char *source;
  const char *unit;
  const char *remark;
  json_t *links;
  BbOrigin origin;
  gboolean missing;
} FieldMember;

static gboolean
refuse (GError    **error,
        const char *place,
        const char *member)
{
  g_set_error (error, BB_DOCUMENT_ERROR, BB_DOCUMENT_ERROR_VALUE,
               _("The document can’t be read: “%s” under “%s” has a value that can’t be."), member, place);
  return FALSE;
}

/* A string member, or @value unchanged when there is none. */
static gboolean
read_string (json_t      *object,
             const char  *place,
             const char  *key,
             const char **value,
             GError     **error)
{
  json_t *member = json_object_get (object, key);

  if (member == NULL)
    return TRUE;
  if (!json_is_string (member))
    return refuse (error, place, key);
  *value = json_string_value (member);
  return TRUE;
}

static gboolean
read_boolean (json_t      *object,
              const char  *place,
              const char  *key,
              gboolean    *value,
              GError     **error)
{
  json_t *member = json_object_get (object, key);

  if (member == NULL)
    return TRUE;
  if (!json_is_boolean (member))
    return refuse (error, place, key);
  *value = json_is_true (member);
  return TRUE;
}

static gboolean
read_field (json_t       *value,
            const char   *id,
            gboolean      derived,
            FieldMember  *field,
            GError      **error)
{
  const char *origin = NULL;

  *field = (FieldMember) { .text = "", .origin = derived ? BB_ORIGIN_DERIVED : BB_ORIGIN_TYPED };
  if (value == NULL)
    return TRUE;
  if (json_is_string (value))
    {
      field->text = json_string_value (value);
      field->origin = BB_ORIGIN_TYPED;
      return TRUE;
    }
  if (!json_is_object (value))
    return refuse (error, id, BB_MEMBER_TEXT);
  if (!read_string (value, id, BB_MEMBER_TEXT, &field->text, error) ||
      !read_string (value, id, BB_MEMBER_ORIGIN, &origin, error) ||
      !read_string (value, id, BB_MEMBER_SOURCE, &field->source, error) ||
      !read_string (value, id, BB_MEMBER_UNIT, &field->unit, error) ||
      !read_string (value, id, BB_MEMBER_REMARK, &field->remark, error) ||
      !read_boolean (value, id, BB_MEMBER_MISSING, &field->missing, error))
    return FALSE;
  if (origin == NULL && *field->text != '\0')
    field->origin = BB_ORIGIN_TYPED;
  if (origin != NULL && !bb_origin_from_string (origin, &field->origin))
    return refuse (error, id, BB_MEMBER_ORIGIN);
  if (field->origin == BB_ORIGIN_DERIVED && !derived)
    return refuse (error, id, BB_MEMBER_ORIGIN);
  if (field->missing && *field->text != '\0')
    return refuse (error, id, BB_MEMBER_MISSING);
  field->links = json_object_get (value, BB_MEMBER_LINKS);
  return TRUE;
}

/* A total that says to be computed must be what the program computes, or a number would stand there that nobody wrote. */
static gboolean
check_computed (BbReport          *report,
                BbField           *field,
                const FieldMember *member,
                GError           **error)
{
  bb_report_edit (report, field, NULL, BB_ORIGIN_TYPED);
  if (member->remark != NULL)
    bb_report_set_remark (report, field, member->remark);
  if (g_str_equal (bb_field_get_text (field), member->text))
    return TRUE;
  return refuse (error, bb_field_get_id (field), BB_MEMBER_TEXT);
}

/* Links stand only in the text of a section, inside it, apart from one another, and lead to cells of the form. */
static gboolean
read_links (BbReport  *report,
            BbField   *field,
            json_t    *list,
            GArray    *links,
            GError   **error)
{
  const char *id = bb_field_get_id (field);
  json_t *object;
  size_t i;

  if (list != NULL && (!json_is_array (list) || bb_field_get_section (field) < 0))
    return refuse (error, id, BB_MEMBER_LINKS);
  json_array_foreach (list, i, object)
    {
      json_int_t start = json_integer_value (json_object_get (object, BB_MEMBER_START));
      json_int_t length = json_integer_value (json_object_get (object, BB_MEMBER_LENGTH));
      const char *cell = json_string_value (json_object_get (object, BB_MEMBER_CELL));

      if (!json_is_integer (json_object_get (object, BB_MEMBER_START)) || start < 0 || start > BB_TEXT_LIMIT || length <= 0 ||
          length > BB_TEXT_LIMIT || cell == NULL || bb_form_find_cell (bb_report_get_form (report), cell) < 0)
        return refuse (error, id, BB_MEMBER_LINKS);
      bb_links_add (links, (guint) start, (guint) length, cell);
    }
  return TRUE;
}

static gboolean
fill_field (BbReport  *report,
            BbField   *field,
            json_t    *value,
            GError   **error)
{
  const char *id = bb_field_get_id (field);
  gboolean derived = bb_field_is_derived (field);
  g_autoptr (GArray) links = bb_links_new ();
  FieldMember member;
  BbContent content;

  if (!read_field (value, id, derived, &member, error) || !read_links (report, field, member.links, links, error))
    return FALSE;
  if (!bb_links_are_sound (links, member.text))
    return refuse (error, id, BB_MEMBER_LINKS);
  if (member.origin == BB_ORIGIN_DERIVED && *member.text != '\0')
    return check_computed (report, field, &member, error);
  content = (BbContent) {
    .text = (char *) member.text,
    .origin = member.origin,
    .missing = member.missing,
    .source = (char *) member.source,
    .unit = (char *) member.unit,
    .links = links,
    .remark = (char *) member.remark,
  };
  bb_report_edit_content (report, field, &content);
  /* Longer than a field may be: it was refused. */
  return g_str_equal (bb_field_get_text (field), member.text) || refuse (error, id, BB_MEMBER_TEXT);
}

BbField *
bb_document_find_field (BbReport   *report,
                        const char *map,
                        const char *id)
{
  const BbForm *form = bb_report_get_form (report);
  g_autofree char *full = NULL;
  int index;

  if (g_str_equal (map, BB_MEMBER_META))
    {
      full = g_strconcat (BB_META_PREFIX, id, NULL);
      return bb_report_find_field (report, full);
    }
  index = g_str_equal (map, BB_MEMBER_CELLS) ? bb_form_find_cell (form, id) : bb_form_find_section (form, id);
  if (index < 0)
    return NULL;
  return g_str_equal (map, BB_MEMBER_CELLS) ? bb_report_get_cell (report, index) : bb_report_get_section (report, index);
}

/* An object under "content"; %NULL when there is none, which is as good as an empty one. */
static gboolean
get_map (json_t      *content,
         const char  *name,
         json_t     **map,
         GError     **error)
{
  *map = json_object_get (content, name);
  return *map == NULL || json_is_object (*map) || refuse (error, BB_MEMBER_CONTENT, name);
}

static gboolean
fill_meta_and_sections (BbReport  *report,
                        json_t    *content,
                        GError   **error)
{
  const BbForm *form = bb_report_get_form (report);
  json_t *meta;
  json_t *sections;

  if (!get_map (content, BB_MEMBER_META, &meta, error) || !get_map (content, BB_MEMBER_SECTIONS, &sections, error))
    return FALSE;
  for (guint i = 0; i < BB_N_META; i++)
    {
      BbField *field = bb_report_get_meta (report, i);
      const char *name = bb_field_get_id (field) + strlen (BB_META_PREFIX);

      if (!fill_field (report, field, json_object_get (meta, name), error))
        return FALSE;
    }
  for (guint i = 0; i < form->n_sections; i++)
    if (!fill_field (report, bb_report_get_section (report, i), json_object_get (sections, form->sections[i].id), error))
      return FALSE;
  return TRUE;
}

/* Inputs first, then totals, parts before totals: a total is kept or follows by what stands in its parts. */
static gboolean
fill_cells (BbReport  *report,
            json_t    *content,
            GError   **error)
{
  const BbForm *form = bb_report_get_form (report);
  json_t *cells;

  if (!get_map (content, BB_MEMBER_CELLS, &cells, error))
    return FALSE;
  for (guint i = 0; i < form->n_cells; i++)
    if (form->cells[i].derived_from < 0 &&
        !fill_field (report, bb_report_get_cell (report, i), json_object_get (cells, form->cells[i].id), error))
      return FALSE;
  for (guint i = 0; i < form->n_derived; i++)
    {
      guint cell = form->derived_order[i];

      if (!fill_field (report, bb_report_get_cell (report, cell), json_object_get (cells, form->cells[cell].id), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_note_cells (json_t            *object,
                 GStrvBuilder      *builder,
                 GError           **error)
{
  json_t *cells = json_object_get (object, BB_MEMBER_CELLS);
  json_t *cell;
  size_t i;

  if (cells != NULL && !json_is_array (cells))
    return refuse (error, BB_MEMBER_NOTES, BB_MEMBER_CELLS);
  json_array_foreach (cells, i, cell)
    {
      if (!json_is_string (cell))
        return refuse (error, BB_MEMBER_NOTES, BB_MEMBER_CELLS);
      g_strv_builder_add (builder, json_string_value (cell));
    }
  return TRUE;
}

static gboolean
add_note (BbReport  *report,
          json_t    *object,
          GError   **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) cells = NULL;
  g_autoptr (BbNote) note = NULL;
  const char *id = NULL;
  const char *severity_name = NULL;
  const char *message = "";
  const char *place = NULL;
  gboolean dismissed = FALSE;
  BbSeverity severity;

  if (!json_is_object (object))
    return refuse (error, BB_MEMBER_CONTENT, BB_MEMBER_NOTES);
  if (!read_string (object, BB_MEMBER_NOTES, BB_MEMBER_ID, &id, error) ||
      !read_string (object, BB_MEMBER_NOTES, BB_MEMBER_SEVERITY, &severity_name, error) ||
      !read_string (object, BB_MEMBER_NOTES, BB_MEMBER_MESSAGE, &message, error) ||
      !read_string (object, BB_MEMBER_NOTES, BB_MEMBER_PLACE, &place, error) ||
      !read_boolean (object, BB_MEMBER_NOTES, BB_MEMBER_DISMISSED, &dismissed, error) ||
      !read_note_cells (object, builder, error))
    return FALSE;
  if (id == NULL)
    return refuse (error, BB_MEMBER_NOTES, BB_MEMBER_ID);
  if (severity_name == NULL || !bb_severity_from_string (severity_name, &severity))
    return refuse (error, BB_MEMBER_NOTES, BB_MEMBER_SEVERITY);
  cells = g_strv_builder_end (builder);
  note = bb_note_new (id, severity, (const char *const *) cells, message, place);
  bb_report_add_note (report, note);
  if (dismissed)
    bb_report_dismiss_note (report, note, TRUE);
  return TRUE;
}

static gboolean
fill_notes (BbReport  *report,
            json_t    *content,
            GError   **error)
{
  json_t *notes = json_object_get (content, BB_MEMBER_NOTES);
  json_t *note;
  size_t i;

  if (notes != NULL && !json_is_array (notes))
    return refuse (error, BB_MEMBER_CONTENT, BB_MEMBER_NOTES);
  json_array_foreach (notes, i, note)
    if (!add_note (report, note, error))
      return FALSE;
  return TRUE;
}

BbReport *
bb_document_from_json (json_t  *document,
                       GError **error)
{
  json_t *content = json_object_get (document, BB_MEMBER_CONTENT);
  g_autoptr (BbReport) report = NULL;
  g_autofree char *extra = NULL;
  const char *form_id = NULL;
  const BbForm *form;
  gboolean done;

  if (!json_is_object (content))
    return refuse (error, BB_MEMBER_VERSION, BB_MEMBER_CONTENT), NULL;
  if (!read_string (content, BB_MEMBER_CONTENT, BB_MEMBER_FORM, &form_id, error))
    return NULL;
  form = form_id != NULL ? bb_form_get (form_id) : NULL;
  if (form == NULL)
    {
      g_set_error (error, BB_DOCUMENT_ERROR, BB_DOCUMENT_ERROR_NEWER,
                   _("This document uses an edition of the form (%s) that this version of Bianbao does not know. Update Bianbao to open it."),
                   form_id != NULL ? form_id : "");
      return NULL;
    }
  report = bb_report_new (form);
  bb_report_begin_group (report, _("Open"));
  done = fill_meta_and_sections (report, content, error) && fill_cells (report, content, error) && fill_notes (report, content, error);
  bb_report_end_group (report);
  if (!done)
    return NULL;
  extra = bb_extra_collect (document, report);
  bb_report_set_extra (report, extra);
  bb_report_forget_history (report);
  bb_report_mark_saved (report);
  return g_steal_pointer (&report);
}
