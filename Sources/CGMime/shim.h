// The functions of GMime 3 and GLib that Gleaner calls, declared here instead of including their headers: so no
// compiler flags of pkg-config are needed, and every pointer says whether it can be null. All types are opaque; a
// GMimeTextPart is a GMimeObject is a GObject, so one pointer serves for all of them, as in GMime itself.
#ifndef GLEANER_CGMIME_H
#define GLEANER_CGMIME_H

#include <stddef.h>

#pragma clang assume_nonnull begin

typedef struct GleanerGMimeObject GleanerGMimeObject;
typedef struct GleanerGMimeOptions GleanerGMimeOptions;

void g_mime_init(void);

// Parts. New parts belong to the caller; add takes a reference of its own.
GleanerGMimeObject *g_mime_multipart_new_with_subtype(const char *subtype);
void g_mime_multipart_set_boundary(GleanerGMimeObject *multipart, const char *boundary);
void g_mime_multipart_add(GleanerGMimeObject *multipart, GleanerGMimeObject *part);
GleanerGMimeObject *g_mime_text_part_new_with_subtype(const char *subtype);
GleanerGMimeObject *g_mime_part_new_with_type(const char *type, const char *subtype);
void g_mime_part_set_filename(GleanerGMimeObject *part, const char *filename);
void g_mime_object_set_disposition(GleanerGMimeObject *object, const char *disposition);
void g_mime_text_part_set_charset(GleanerGMimeObject *part, const char *charset);
// A stream and a wrapper belong to the caller; the wrapper and the part take references of their own.
GleanerGMimeObject *g_mime_stream_mem_new_with_buffer(const char *buffer, size_t length);
GleanerGMimeObject *g_mime_data_wrapper_new_with_stream(GleanerGMimeObject *stream, int encoding);
void g_mime_part_set_content(GleanerGMimeObject *part, GleanerGMimeObject *wrapper);
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
