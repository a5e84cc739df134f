#ifndef GLEANER_CLIBICAL_H
#define GLEANER_CLIBICAL_H

#include <libical/ical.h>

#endif
