#ifndef GLEANER_CLIBARCHIVE_H
#define GLEANER_CLIBARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

#endif
