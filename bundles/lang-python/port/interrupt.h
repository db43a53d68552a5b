// How a host ends a run and keeps the interpreter. The safe points are HOGNOSE_SAFE_POINT in
// py/mpstate.h.
#ifndef HOGNOSE_INTERRUPT_H
#define HOGNOSE_INTERRUPT_H

#include <stdbool.h>

#include "py/obj.h"

// False: it was interrupted. Then the interpreter is at rest as if it had returned.
bool hognose_interruptible(void (*run)(void *), void *arg);

// The mark of a generator that runs is the number of its run: of one that runs no more, the generator was
// interrupted.
extern mp_int_t hognose_run_number;
static inline bool hognose_was_interrupted(mp_obj_t mark) {
    return mp_obj_is_small_int(mark) && MP_OBJ_SMALL_INT_VALUE(mark) != hognose_run_number;
}

void hognose_call_finaliser(mp_obj_t fun, mp_obj_t obj);

// after_interrupt(undo): the program is told, once, when a run is started after one that was interrupted.
mp_obj_t hognose_after_interrupt(mp_obj_t undo);
void hognose_undo_interrupted(void);

#endif
