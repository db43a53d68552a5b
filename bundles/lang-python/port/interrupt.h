// How a host ends a run and keeps the interpreter. The safe points are HOGNOSE_SAFE_POINT in
// py/mpstate.h.
#ifndef HOGNOSE_INTERRUPT_H
#define HOGNOSE_INTERRUPT_H

#include <stdbool.h>

// False: it was interrupted. Then the interpreter is at rest as if it had returned.
bool hognose_interruptible(void (*run)(void *), void *arg);

#endif
