/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/bb-document-private.h"

#include "bb-folder.h"

#include <string.h>
#include <unistd.h>

static char *folder;

static void
put (BbReport   *report,
     const char *id,
     BbContent   content)
{
  BbField *field = bb_report_find_field (report, id);

  g_assert_nonnull (field);
  if (content.text == NULL)
    content.text = (char *) "";
  bb_report_edit_content (report, field, &content);
}

static void
note (BbReport   *report,
      const char *id,
      const char *cell,
      gboolean    dismissed)
{
  const char *cells[] = { cell, NULL };
  g_autoptr (BbNote) one = bb_note_new (id, BB_SEVERITY_WARNING, cells, "一行少了一个数", cell != NULL ? "line 41" : NULL);

  bb_report_add_note (report, one);
  if (dismissed)
    bb_report_dismiss_note (report, one, TRUE);
}

/* A report with one of everything that a field can be. */
static BbReport *
make_report (void)
{
  BbReport *report = bb_report_new (bb_form_get ("2021"));

  put (report, "meta.organisation", (BbContent) { .text = (char *) "某区（高新区）", .origin = BB_ORIGIN_READ });
  put (report, "meta.year", (BbContent) { .text = (char *) "2024", .origin = BB_ORIGIN_TYPED });
  put (report, "meta.contact", (BbContent) { .text = (char *) "电话 0000" });
  put (report, "overview", (BbContent) { .text = (char *) "第一段 \"引\"\\\n\t第二段\u2028😀\x01", .origin = BB_ORIGIN_READ, .source = (char *) "line 3" });
  put (report, "other", (BbContent) { .missing = TRUE, .origin = BB_ORIGIN_READ });
  put (report, "t3.new.natural", (BbContent) { .text = (char *) "１,234", .origin = BB_ORIGIN_READ, .source = (char *) "table 2, line 8: １,234" });
  put (report, "t3.new.business", (BbContent) { .text = (char *) "0" });
  put (report, "t3.new.research", (BbContent) { .text = (char *) "/", .origin = BB_ORIGIN_READ });
  put (report, "t3.new.charity", (BbContent) { .text = (char *) "7", .origin = BB_ORIGIN_DEDUCED, .source = (char *) "the only value that fits" });
  put (report, "t3.new.legal", (BbContent) { .missing = TRUE, .origin = BB_ORIGIN_READ });
  put (report, "t3.new.other", (BbContent) { .origin = BB_ORIGIN_READ, .source = (char *) "line 8" });
  put (report, "t3.new.total", (BbContent) { .text = (char *) "14147", .origin = BB_ORIGIN_READ });
  put (report, "t2.fees.amount", (BbContent) { .text = (char *) "59237.2449", .unit = (char *) "万元" });
  for (guint i = 0; i < 4; i++)
    put (report, ((const char *[]) { "t4.review.upheld", "t4.review.corrected", "t4.review.other", "t4.review.pending" })[i],
         (BbContent) { .text = (char *) "2" });
  note (report, "read.short-row", "t3.new.natural", FALSE);
  note (report, "read.deduced", "t3.new.charity", TRUE);
  note (report, "read.unmatched-line", NULL, FALSE);
  bb_report_set_section_done (report, 2, TRUE);
  return report;
}

static void
assert_same_field (BbField *a,
                   BbField *b)
{
  g_assert_cmpstr (bb_field_get_id (a), ==, bb_field_get_id (b));
  g_assert_cmpstr (bb_field_get_text (a), ==, bb_field_get_text (b));
  g_assert_cmpint (bb_field_get_state (a), ==, bb_field_get_state (b));
  g_assert_cmpint (bb_field_get_origin (a), ==, bb_field_get_origin (b));
  g_assert_cmpstr (bb_field_get_source (a), ==, bb_field_get_source (b));
  g_assert_cmpstr (bb_field_get_unit (a), ==, bb_field_get_unit (b));
  g_assert_cmpint (bb_field_is_pinned (a), ==, bb_field_is_pinned (b));
}

static void
assert_same_note (BbNote *a,
                  BbNote *b)
{
  g_assert_cmpstr (bb_note_get_id (a), ==, bb_note_get_id (b));
  g_assert_cmpint (bb_note_get_severity (a), ==, bb_note_get_severity (b));
  g_assert_cmpstrv (bb_note_get_cells (a), bb_note_get_cells (b));
  g_assert_cmpstr (bb_note_get_message (a), ==, bb_note_get_message (b));
  g_assert_cmpstr (bb_note_get_place (a), ==, bb_note_get_place (b));
  g_assert_cmpint (bb_note_get_dismissed (a), ==, bb_note_get_dismissed (b));
}

static void
assert_same (BbReport *a,
             BbReport *b)
{
  const BbForm *form = bb_report_get_form (a);
  GListModel *left = bb_report_get_notes (a);
  GListModel *right = bb_report_get_notes (b);

  g_assert_true (form == bb_report_get_form (b));
  for (guint i = 0; i < form->n_cells; i++)
    assert_same_field (bb_report_get_cell (a, i), bb_report_get_cell (b, i));
  for (guint i = 0; i < form->n_sections; i++)
    assert_same_field (bb_report_get_section (a, i), bb_report_get_section (b, i));
  for (guint i = 0; i < BB_N_META; i++)
    assert_same_field (bb_report_get_meta (a, i), bb_report_get_meta (b, i));
  g_assert_cmpuint (g_list_model_get_n_items (left), ==, g_list_model_get_n_items (right));
  for (guint i = 0; i < g_list_model_get_n_items (left); i++)
    {
      g_autoptr (BbNote) one = g_list_model_get_item (left, i);
      g_autoptr (BbNote) other = g_list_model_get_item (right, i);

      assert_same_note (one, other);
    }
  g_assert_cmpstr (bb_report_get_extra (a), ==, bb_report_get_extra (b));
}

static BbReport *
assert_round_trip (BbReport *report)
{
  g_autoptr (GBytes) bytes = bb_document_serialize (report);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *difference = NULL;
  BbReport *again = bb_document_parse (bytes, &error);

  g_assert_no_error (error);
  assert_same (report, again);
  g_assert_true (bb_report_equal (report, again, &difference));
  g_assert_false (bb_report_get_modified (again));
  g_assert_false (bb_report_can_undo (again));
  second = bb_document_serialize (again);
  g_assert_true (g_bytes_equal (bytes, second));
  return again;
}

static void
test_round_trip (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (BbReport) again = assert_round_trip (report);
  g_autoptr (BbReport) blank = bb_report_new (bb_form_get ("2019"));
  g_autoptr (BbReport) blank_again = assert_round_trip (blank);

  /* A total that was read stays, one that was computed goes on following. */
  bb_report_edit (again, bb_report_find_field (again, "t4.review.upheld"), "10", BB_ORIGIN_TYPED);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (again, "t4.review.total")), ==, "16");
  bb_report_edit (again, bb_report_find_field (again, "t3.new.natural"), "1", BB_ORIGIN_TYPED);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (again, "t3.new.total")), ==, "14147");
  bb_report_edit (blank_again, bb_report_find_field (blank_again, "overview"), "x", BB_ORIGIN_TYPED);
  g_assert_true (bb_report_get_modified (blank_again));
}

static BbReport *
random_report (void)
{
  static const char *const texts[] = { "", "0", "1", "12", "1,234", "/", "无", "2500 万", "15件", "0.5", "３", " " };
  const BbForm *form = bb_form_get (g_test_rand_bit () ? "2019" : "2021");
  BbReport *report = bb_report_new (form);

  for (guint n = g_test_rand_int_range (0, 120); n > 0; n--)
    {
      BbField *field = bb_report_get_cell (report, g_test_rand_int_range (0, form->n_cells));
      BbContent content = { .text = (char *) texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))] };

      content.origin = ((BbOrigin[]) { BB_ORIGIN_TYPED, BB_ORIGIN_READ, BB_ORIGIN_DEDUCED })[g_test_rand_int_range (0, 3)];
      content.missing = *content.text == '\0' && content.origin == BB_ORIGIN_READ && g_test_rand_bit ();
      content.source = g_test_rand_int_range (0, 4) == 0 ? (char *) "line 1" : NULL;
      bb_report_edit_content (report, field, &content);
    }
  if (g_test_rand_bit ())
    bb_report_follow_totals (report);
  return report;
}

static void
test_random_round_trips (void)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (BbReport) report = random_report ();
      g_autoptr (BbReport) again = assert_round_trip (report);

      g_assert_nonnull (again);
    }
}

/* The document with @change made to it, and a right checksum again. */
static GBytes *
changed_document (BbReport *report,
                  void    (*change) (json_t *document))
{
  g_autoptr (json_t) document = bb_document_to_json (report, NULL);
  g_autofree char *checksum = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  change (document);
  checksum = bb_json_checksum (document);
  json_object_set_new (document, BB_MEMBER_CHECKSUM, json_string (checksum));
  text = json_dumps (document, 0);
  bytes = g_bytes_new (text, strlen (text));
  free (text);
  return g_steal_pointer (&bytes);
}

/* The text under the checksum: fixed to the byte, and what the JSON library wrote for documents that are about. */
static void
test_canonical (void)
{
  static const char source[] = "{ \"b\": [1, -2.5, 3.0, 1e300, true, false, null, []], \"\u53f7\": \"\\u4e8c\\/\\\"\\\\\\u0007\\n\177\", "
                               "\"a\": {}, \"B\": { \"z\": 9007199254740993, \"\": 0.1 } }";
  static const char plain[] = "{ \"z\": { \"text\": \"\u4e00\\n\\t\\u0001\", \"d\": 2.25, \"n\": -7 }, \"y\": [\"\", {}, null, 0.1] }";
  g_autoptr (json_t) value = json_loads (source, 0, NULL);
  g_autoptr (json_t) other = json_loads (plain, 0, NULL);
  g_autofree char *text = bb_json_canonical (value);
  g_autofree char *other_text = bb_json_canonical (other);
  char *dumped = json_dumps (other, JSON_COMPACT | JSON_SORT_KEYS);

  g_assert_cmpstr (text, ==, "{\"B\":{\"\":0.10000000000000001,\"z\":9007199254740993},\"a\":{},"
                             "\"b\":[1,-2.5,3.0,1.0000000000000001e+300,true,false,null,[]],"
                             "\"\u53f7\":\"\u4e8c/\\\"\\\\\\u0007\\n\177\"}");
  g_assert_cmpstr (other_text, ==, dumped);
  free (dumped);
}

static json_t *
map_of (json_t     *document,
        const char *name)
{
  return json_object_get (json_object_get (document, BB_MEMBER_CONTENT), name);
}

static void
add_unknown (json_t *document)
{
  json_object_set_new (document, BB_MEMBER_VERSION, json_string ("1.7"));
  json_object_set_new (document, "signature", json_pack ("{s:[i,s]}", "parts", 1, "二"));
  json_object_set_new (json_object_get (document, BB_MEMBER_CONTENT), "attachments", json_pack ("[s]", "a"));
  json_object_set_new (map_of (document, BB_MEMBER_CELLS), "t9.new.natural", json_string ("5"));
  json_object_set_new (map_of (document, BB_MEMBER_META), "seal", json_pack ("{s:b}", "done", 1));
  json_object_set_new (json_object_get (map_of (document, BB_MEMBER_CELLS), "t3.new.natural"), "comment", json_string ("问过"));
  json_object_set_new (map_of (document, BB_MEMBER_CELLS), "t3.new.business", json_pack ("{s:s,s:s}", "text", "0", "comment", "零"));
  json_object_set_new (map_of (document, BB_MEMBER_CELLS), "t3.granted.natural", json_pack ("{s:s}", "comment", "空"));
}

static void
assert_unknown (json_t *document)
{
  json_t *cells = map_of (document, BB_MEMBER_CELLS);

  g_assert_cmpint (json_array_size (json_object_get (json_object_get (document, "signature"), "parts")), ==, 2);
  g_assert_true (json_is_array (map_of (document, "attachments")));
  g_assert_cmpstr (json_string_value (json_object_get (cells, "t9.new.natural")), ==, "5");
  g_assert_true (json_is_object (json_object_get (map_of (document, BB_MEMBER_META), "seal")));
  g_assert_cmpstr (json_string_value (json_object_get (json_object_get (cells, "t3.new.natural"), "comment")), ==, "问过");
  g_assert_cmpstr (json_string_value (json_object_get (json_object_get (cells, "t3.new.business"), "comment")), ==, "零");
  g_assert_cmpstr (json_string_value (json_object_get (json_object_get (cells, "t3.granted.natural"), "comment")), ==, "空");
}

static void
test_unknown_members (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (GBytes) bytes = changed_document (report, add_unknown);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReport) opened = bb_document_parse (bytes, &error);
  g_autoptr (BbReport) again = NULL;
  g_autoptr (json_t) written = NULL;

  g_assert_no_error (error);
  written = bb_document_to_json (opened, NULL);
  assert_unknown (written);
  again = assert_round_trip (opened);
  /* What is known is the report's: an edit is not undone by what was kept. */
  bb_report_edit (again, bb_report_find_field (again, "t3.new.business"), "9", BB_ORIGIN_TYPED);
  json_decref (written);
  written = bb_document_to_json (again, NULL);
  assert_unknown (written);
  g_assert_cmpstr (json_string_value (json_object_get (json_object_get (map_of (written, BB_MEMBER_CELLS), "t3.new.business"), "text")),
                   ==, "9");
}

static void
set_newer (json_t *document)
{
  json_object_set_new (document, BB_MEMBER_VERSION, json_string ("2.0"));
}

static void
set_form (json_t *document)
{
  json_object_set_new (json_object_get (document, BB_MEMBER_CONTENT), BB_MEMBER_FORM, json_string ("2031"));
}

static void
set_no_version (json_t *document)
{
  json_object_del (document, BB_MEMBER_VERSION);
}

static void
set_odd_version (json_t *document)
{
  json_object_set_new (document, BB_MEMBER_VERSION, json_string ("1"));
}

static void
set_no_content (json_t *document)
{
  json_object_del (document, BB_MEMBER_CONTENT);
}

static void
set_cells_array (json_t *document)
{
  json_object_set_new (json_object_get (document, BB_MEMBER_CONTENT), BB_MEMBER_CELLS, json_array ());
}

static void
set_cell_number (json_t *document)
{
  json_object_set_new (map_of (document, BB_MEMBER_CELLS), "t3.new.natural", json_integer (3));
}

static void
set_origin (json_t *document)
{
  json_object_set_new (map_of (document, BB_MEMBER_CELLS), "t3.new.natural", json_pack ("{s:s,s:s}", "text", "3", "origin", "heard"));
}

static void
set_input_derived (json_t *document)
{
  json_object_set_new (map_of (document, BB_MEMBER_CELLS), "t3.new.natural", json_pack ("{s:s,s:s}", "text", "3", "origin", "derived"));
}

static void
set_wrong_sum (json_t *document)
{
  json_object_set_new (map_of (document, BB_MEMBER_CELLS), "t4.review.total", json_pack ("{s:s,s:s}", "text", "9", "origin", "derived"));
}

static void
set_missing_with_text (json_t *document)
{
  json_object_set_new (map_of (document, BB_MEMBER_CELLS), "t3.new.natural", json_pack ("{s:s,s:b}", "text", "3", "missing", 1));
}

static void
set_long_text (json_t *document)
{
  g_autofree char *text = g_strnfill (BB_TEXT_LIMIT + 1, 'x');

  json_object_set_new (map_of (document, BB_MEMBER_SECTIONS), "overview", json_string (text));
}

static void
set_note_severity (json_t *document)
{
  json_array_append_new (map_of (document, BB_MEMBER_NOTES), json_pack ("{s:s,s:s}", "id", "x", "severity", "grave"));
}

static void
set_note_string (json_t *document)
{
  json_array_append_new (map_of (document, BB_MEMBER_NOTES), json_string ("x"));
}

static void
test_refused (void)
{
  static const struct
  {
    void (*change) (json_t *document);
    BbDocumentError code;
  } cases[] = {
    { set_newer, BB_DOCUMENT_ERROR_NEWER },
    { set_form, BB_DOCUMENT_ERROR_NEWER },
    { set_no_version, BB_DOCUMENT_ERROR_NOT_DOCUMENT },
    { set_odd_version, BB_DOCUMENT_ERROR_NOT_DOCUMENT },
    { set_no_content, BB_DOCUMENT_ERROR_VALUE },
    { set_cells_array, BB_DOCUMENT_ERROR_VALUE },
    { set_cell_number, BB_DOCUMENT_ERROR_VALUE },
    { set_origin, BB_DOCUMENT_ERROR_VALUE },
    { set_input_derived, BB_DOCUMENT_ERROR_VALUE },
    { set_wrong_sum, BB_DOCUMENT_ERROR_VALUE },
    { set_missing_with_text, BB_DOCUMENT_ERROR_VALUE },
    { set_long_text, BB_DOCUMENT_ERROR_VALUE },
    { set_note_severity, BB_DOCUMENT_ERROR_VALUE },
    { set_note_string, BB_DOCUMENT_ERROR_VALUE },
  };
  g_autoptr (BbReport) report = make_report ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = changed_document (report, cases[i].change);
      g_autoptr (GError) error = NULL;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_null (bb_document_parse (bytes, &error));
      g_assert_error (error, BB_DOCUMENT_ERROR, (int) cases[i].code);
    }
}

static void
assert_text_refused (const char      *text,
                     gsize            length,
                     BbDocumentError  code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (bb_document_parse (bytes, &error));
  g_assert_error (error, BB_DOCUMENT_ERROR, (int) code);
}

static void
test_hostile (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  GString *wide = g_string_new ("[");

  for (guint i = 0; i < BB_DOCUMENT_NODES; i++)
    g_string_append (wide, "[],");
  g_string_append (wide, "[]]");
  assert_text_refused ("", 0, BB_DOCUMENT_ERROR_SYNTAX);
  assert_text_refused ("{", 1, BB_DOCUMENT_ERROR_SYNTAX);
  assert_text_refused ("{}", 2, BB_DOCUMENT_ERROR_NOT_DOCUMENT);
  assert_text_refused ("[]", 2, BB_DOCUMENT_ERROR_NOT_DOCUMENT);
  assert_text_refused ("{\"bianbao\":1}", 13, BB_DOCUMENT_ERROR_NOT_DOCUMENT);
  assert_text_refused ("{\"bianbao\":\"1.0\"}", 17, BB_DOCUMENT_ERROR_CHECKSUM);
  assert_text_refused ("{\"bianbao\":\"1.0\",\"bianbao\":\"1.0\"}", 33, BB_DOCUMENT_ERROR_SYNTAX);
  assert_text_refused ("{\"bianbao\":\"1.0\"} x", 19, BB_DOCUMENT_ERROR_SYNTAX);
  assert_text_refused ("{\"a\":18446744073709551616}", 26, BB_DOCUMENT_ERROR_SYNTAX);
  assert_text_refused ("{\"a\":\"\\u0000\"}", 14, BB_DOCUMENT_ERROR_SYNTAX);
  assert_text_refused ("{\"a\":\"\xff\"}", 9, BB_DOCUMENT_ERROR_SYNTAX);
  assert_text_refused ("{\0}", 3, BB_DOCUMENT_ERROR_SYNTAX);
  assert_text_refused (deep, 100000, BB_DOCUMENT_ERROR_SYNTAX);
  assert_text_refused (wide->str, wide->len, BB_DOCUMENT_ERROR_SYNTAX);
  g_string_free (wide, TRUE);
}

/* Each byte changed in four ways: the document is refused, or it is the same report to the last member. */
static void
test_every_byte (void)
{
  static const guint8 masks[] = { 0x01, 0x02, 0x20, 0x80 };
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (GBytes) bytes = bb_document_serialize (report);
  gsize length = g_bytes_get_size (bytes);
  guint n_refused = 0;

  for (gsize i = 0; i < length * G_N_ELEMENTS (masks); i++)
    {
      g_autofree guint8 *damaged = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (GBytes) copy = NULL;
      g_autoptr (BbReport) again = NULL;
      g_autoptr (GError) error = NULL;

      damaged[i / G_N_ELEMENTS (masks)] ^= masks[i % G_N_ELEMENTS (masks)];
      copy = g_bytes_new_static (damaged, length);
      again = bb_document_parse (copy, &error);
      if (again != NULL)
        assert_same (report, again);
      else
        {
          g_assert_nonnull (error);
          n_refused++;
        }
    }
  /* Only white space between members may change without harm. */
  g_assert_cmpuint (n_refused, >, length * G_N_ELEMENTS (masks) * 8 / 10);
}

static void
test_every_cut (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (GBytes) bytes = bb_document_serialize (report);
  gsize length = g_bytes_get_size (bytes);

  /* Without the last line break it is whole. */
  for (gsize i = 0; i < length - 1; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, i);

      g_assert_null (bb_document_parse (cut, NULL));
    }
}

static void
test_save (void)
{
  g_autofree char *path = g_build_filename (folder, "a.bianbao", NULL);
  g_autoptr (BbReport) report = make_report ();
  BbStamp stamp = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (bb_report_get_modified (report));
  bb_document_save (report, path, &stamp, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (bb_report_get_modified (report));
  bb_report_edit (report, bb_report_find_field (report, "t3.new.natural"), "8", BB_ORIGIN_TYPED);
  bb_document_save (report, path, &stamp, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  bb_report_edit (report, bb_report_find_field (report, "t3.new.natural"), "9", BB_ORIGIN_TYPED);
  bb_folder_write (path, "somebody else's work");
  g_assert_false (bb_document_save (report, path, &stamp, BB_SAVE_DEFAULT, &error));
  g_assert_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_CHANGED);
  g_assert_true (bb_report_get_modified (report));
  bb_folder_assert_content (path, "somebody else's work");
  g_clear_error (&error);
  g_assert_false (bb_document_save (report, path, NULL, BB_SAVE_NO_CLOBBER, &error));
  g_assert_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_EXISTS);
  g_assert_true (bb_report_get_modified (report));
  g_clear_error (&error);
  g_assert_cmpint (unlink (path), ==, 0);
  bb_document_save (report, path, &stamp, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (bb_stamp_changed (path, &stamp));
  g_assert_false (bb_report_get_modified (report));
}

/* What would not read back is never written over what can be read. */
static void
test_save_verifies (void)
{
  g_autofree char *path = g_build_filename (folder, "verify.bianbao", NULL);
  g_autofree char *open = g_strnfill (BB_DOCUMENT_DEPTH + 1, '[');
  g_autofree char *close = g_strnfill (BB_DOCUMENT_DEPTH + 1, ']');
  g_autofree char *deep = g_strdup_printf ("{\"x\":%s%s}", open, close);
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (GError) error = NULL;

  bb_folder_write (path, "old");
  bb_report_set_extra (report, deep);
  g_assert_false (bb_document_save (report, path, NULL, BB_SAVE_DEFAULT, &error));
  g_assert_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_VERIFY);
  g_assert_true (bb_report_get_modified (report));
  bb_folder_assert_content (path, "old");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  folder = bb_folder_make ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/round-trip", test_round_trip);
  g_test_add_func ("/document/random-round-trips", test_random_round_trips);
  g_test_add_func ("/document/unknown-members", test_unknown_members);
  g_test_add_func ("/document/canonical", test_canonical);
  g_test_add_func ("/document/refused", test_refused);
  g_test_add_func ("/document/hostile", test_hostile);
  g_test_add_func ("/document/every-byte", test_every_byte);
  g_test_add_func ("/document/every-cut", test_every_cut);
  g_test_add_func ("/document/save", test_save);
  g_test_add_func ("/document/save-verifies", test_save_verifies);
  status = g_test_run ();
  bb_folder_remove (folder);
  g_free (folder);
  return status;
}
