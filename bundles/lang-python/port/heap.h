#ifndef HOGNOSE_HEAP_H
#define HOGNOSE_HEAP_H

#include <stdbool.h>
#include <stddef.h>

// `cap`: most bytes that the Python heap may ever hold, all areas together.
// False: the host refuses even the first area.
bool hognose_heap_init(size_t cap);

#endif
