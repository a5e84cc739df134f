#ifndef GLEANER_CLIBXML2_H
#define GLEANER_CLIBXML2_H

/* Debian's libxml2 is built with ICU and its headers would bring ICU's in, which clash with those of Swift's Foundation
   in any file that sees both. Nothing that we use depends on it. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

#endif
