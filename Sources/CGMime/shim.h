// The functions of GMime 3 and GLib that Gleaner calls, declared here instead of including their headers: so no
// compiler flags of pkg-config are needed, and every pointer says whether it can be null. All types are opaque; a
// GMimeTextPart is a GMimeObject is a GObject, so one pointer serves for all of them, as in GMime itself.
#ifndef GLEANER_CGMIME_H
#define GLEANER_CGMIME_H

#include <stddef.h>

#pragma clang assume_nonnull begin

typedef struct GleanerGMimeObject GleanerGMimeObject;
typedef struct GleanerGMimeOptions GleanerGMimeOptions;
typedef struct GleanerGMimeHeaderList GleanerGMimeHeaderList;
typedef struct GleanerGMimeHeader GleanerGMimeHeader;
typedef struct GleanerInternetAddressList GleanerInternetAddressList;
typedef struct GleanerInternetAddress GleanerInternetAddress;

void g_mime_init(void);

// Messages. The new object belongs to the caller; set_mime_part takes a reference of its own.
GleanerGMimeObject *g_mime_message_new(int pretty_headers);
void g_mime_message_set_subject(GleanerGMimeObject *message, const char *subject, const char *_Nullable charset);
void g_mime_message_set_mime_part(GleanerGMimeObject *message, GleanerGMimeObject *part);
// type: 1 From, 2 Reply-To, 3 To. The list belongs to the message.
GleanerInternetAddressList *g_mime_message_get_addresses(GleanerGMimeObject *message, int type);

// Addresses. The new mailbox belongs to the caller; add takes a reference of its own.
GleanerInternetAddress *internet_address_mailbox_new(const char *_Nullable name, const char *address);
void internet_address_set_charset(GleanerInternetAddress *address, const char *charset);
int internet_address_list_add(GleanerInternetAddressList *list, GleanerInternetAddress *address);

// Headers. The header list and its headers belong to the object.
void g_mime_object_append_header(
    GleanerGMimeObject *object, const char *name, const char *value, const char *_Nullable charset);
GleanerGMimeHeaderList *g_mime_object_get_header_list(GleanerGMimeObject *object);
GleanerGMimeHeader *_Nullable g_mime_header_list_get_header(GleanerGMimeHeaderList *list, const char *name);
void g_mime_header_set_raw_value(GleanerGMimeHeader *header, const char *raw_value);

// Parts. New parts belong to the caller; add takes a reference of its own.
GleanerGMimeObject *g_mime_multipart_new_with_subtype(const char *subtype);
void g_mime_multipart_set_boundary(GleanerGMimeObject *multipart, const char *boundary);
void g_mime_multipart_add(GleanerGMimeObject *multipart, GleanerGMimeObject *part);
GleanerGMimeObject *g_mime_text_part_new_with_subtype(const char *subtype);
void g_mime_text_part_set_charset(GleanerGMimeObject *part, const char *charset);
void g_mime_text_part_set_text(GleanerGMimeObject *part, const char *text);
// encoding: 4 base64, 5 quoted-printable.
void g_mime_part_set_content_encoding(GleanerGMimeObject *part, int encoding);

// Writing. newline: 1 CR LF. The string belongs to the caller and is freed with g_free.
GleanerGMimeOptions *g_mime_format_options_new(void);
void g_mime_format_options_set_newline_format(GleanerGMimeOptions *options, int newline);
void g_mime_format_options_free(GleanerGMimeOptions *options);
char *g_mime_object_to_string(GleanerGMimeObject *object, GleanerGMimeOptions *options);

// The bytes before a C string's NUL.
static inline size_t gleaner_length(const char *text) { return __builtin_strlen(text); }

void g_object_unref(void *object);
void g_free(void *_Nullable memory);

#pragma clang assume_nonnull end

#endif
