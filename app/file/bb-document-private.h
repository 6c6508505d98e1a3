/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-document.h>
#include <jansson.h>

G_BEGIN_DECLS

/*
 * The document file is JSON for people, too:
 *
 *   { "bianbao": "1.0", "checksum": "sha256:…",
 *     "content": { "form": "2021",
 *                  "meta": { "organisation": "…" }, "sections": { "overview": "…" },
 *                  "cells": { "t3.new.natural": "3",
 *                             "t3.new.total": { "text": "3", "origin": "derived" } },
 *                  "notes": [ … ] } }
 *
 * A field is its text where it was typed, else an object. A field that is as in a new report is left out.
 * The checksum is the SHA-256 of everything but itself, written compactly with sorted members.
 * Members that this version does not know are kept, except inside notes.
 */

#define BB_DOCUMENT_MAJOR 1
#define BB_DOCUMENT_VERSION "1.0"

/* Limits of a file that may come from anywhere: deeper or longer ones are no documents. */
#define BB_DOCUMENT_DEPTH 32
#define BB_DOCUMENT_NODES 200000

/* The names of the members, once. */
#define BB_MEMBER_VERSION "bianbao"
#define BB_MEMBER_CHECKSUM "checksum"
#define BB_MEMBER_RECOVERY "recovery"
#define BB_MEMBER_ORIGINAL "original"
#define BB_MEMBER_SEEN "seen"
#define BB_MEMBER_NUMBER "number"
#define BB_MEMBER_CONTENT "content"
#define BB_MEMBER_FORM "form"
#define BB_MEMBER_META "meta"
#define BB_MEMBER_SECTIONS "sections"
#define BB_MEMBER_CELLS "cells"
#define BB_MEMBER_NOTES "notes"
#define BB_MEMBER_TEXT "text"
#define BB_MEMBER_ORIGIN "origin"
#define BB_MEMBER_MISSING "missing"
#define BB_MEMBER_SOURCE "source"
#define BB_MEMBER_UNIT "unit"
#define BB_MEMBER_LINKS "links"
#define BB_MEMBER_START "start"
#define BB_MEMBER_LENGTH "length"
#define BB_MEMBER_CELL "cell"
#define BB_MEMBER_REMARK "remark"
#define BB_MEMBER_ID "id"
#define BB_MEMBER_SEVERITY "severity"
#define BB_MEMBER_MESSAGE "message"
#define BB_MEMBER_PLACE "place"
#define BB_MEMBER_DISMISSED "dismissed"

/* Metadata fields are "meta.year" in the report and "year" under "meta" in the file. */
#define BB_META_PREFIX "meta."

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

/** bb_json_load: Returns: (transfer full): the object in @bytes, whose members are each there once, within the limits. */
json_t *bb_json_load (GBytes *bytes, GError **error);
/**
 * bb_json_canonical: what the checksum is taken of: no spaces, members sorted by the bytes of their names, UTF-8 as it is, `"`, `\` and
 * what is below U+0020 escaped (the latter as \b \t \n \f \r or \u00XX), reals with the digits that tell them apart.
 * Recursive: @value is within %BB_DOCUMENT_DEPTH. Returns: (transfer full).
 */
char *bb_json_canonical (json_t *value);
/** bb_json_checksum: Returns: (transfer full): "sha256:…" over all of @document but its checksum. */
char *bb_json_checksum (json_t *document);

/** bb_document_to_json: @recovery: (nullable): what recovery copies say beside the report. Returns: (transfer full). */
json_t *bb_document_to_json (BbReport *report, json_t *recovery);
/** bb_document_from_json: @document: checked for version and checksum. Returns: (transfer full). */
BbReport *bb_document_from_json (json_t *document, GError **error);
/** bb_document_load: reads and checks version and checksum. Returns: (transfer full). */
json_t *bb_document_load (GBytes *bytes, GError **error);
/**
 * bb_document_serialize_recovery: as bb_document_serialize(), for recovery copies: with a number that grows with each of a process.
 * @original: (nullable): URI of the document it belongs to
 * @seen: (nullable): SHA-256 of that document as it was when the report was read from it or saved there
 */
GBytes *bb_document_serialize_recovery (BbReport *report, const char *original, const char *seen);

/** bb_extra_collect: Returns: (transfer full) (nullable): as JSON in the shape of @document, the members that this version does not know. */
char *bb_extra_collect (json_t *document, BbReport *report);
/** bb_extra_merge: puts the members of @extra back; what @document has itself stays. */
void bb_extra_merge (json_t *document, json_t *extra);

/** bb_document_field_to_json: Returns: (transfer full): what stands for @field; an object without members for one that is as in a new report. */
json_t *bb_document_field_to_json (BbField *field);

/** bb_document_find_field: Returns: (transfer none) (nullable): the field of member @id of the object @map ("meta", "sections", "cells"). */
BbField *bb_document_find_field (BbReport *report, const char *map, const char *id);

G_END_DECLS
