#ifndef GLEANER_CZLIB_H
#define GLEANER_CZLIB_H

#include <zlib.h>

/* A macro in zlib's header, which Swift does not import. */
static inline int gleaner_inflate_init(z_stream *stream, int windowBits) { return inflateInit2(stream, windowBits); }

#endif
