// How a host ends a run and keeps the interpreter. The safe points are HOGNOSE_SAFE_POINT in
// py/mpstate.h.
#ifndef HOGNOSE_INTERRUPT_H
#define HOGNOSE_INTERRUPT_H

#include <stdbool.h>

#include "py/obj.h"

// False: it was interrupted. Then the interpreter is at rest as if it had returned.
bool hognose_interruptible(void (*run)(void *), void *arg);

void hognose_call_finaliser(mp_obj_t fun, mp_obj_t obj);

// after_interrupt(undo): the program is told, once, when a run is started after one that was interrupted.
mp_obj_t hognose_after_interrupt(mp_obj_t undo);
void hognose_undo_interrupted(void);

#endif
