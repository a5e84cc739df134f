#ifndef GLEANER_CSTEMMER_H
#define GLEANER_CSTEMMER_H

#include <libstemmer.h>

#endif
