#ifndef GLEANER_CMALLOC_H
#define GLEANER_CMALLOC_H

// How the C library keeps memory that was given back; Swift's module of it leaves this header out.
#include <malloc.h>

#endif
