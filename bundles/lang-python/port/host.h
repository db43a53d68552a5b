// What the host says of the run: read anew by each run, so that an interpreter can be made ready
// before it is known what it will run. It comes into the Python heap.
#ifndef HOGNOSE_HOST_H
#define HOGNOSE_HOST_H

#include "py/obj.h"

// The command line, as main has it.
char **hognose_args(int *argc);

// environ() -> dict of the host's environment, made anew at each call
mp_obj_t hognose_environ(void);

#endif
