#ifndef GLEANER_CLIBQRENCODE_H
#define GLEANER_CLIBQRENCODE_H

#include <qrencode.h>

#endif
