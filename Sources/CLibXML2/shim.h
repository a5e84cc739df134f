#ifndef GLEANER_CLIBXML2_H
#define GLEANER_CLIBXML2_H

// Where libxml2 was built with ICU its headers include ICU's, which Swift's Foundation has in another version: two
// definitions of one name, and nothing compiles. Only the layout of a struct that is never touched here differs without them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

#endif
