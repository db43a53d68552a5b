// How a host ends a run and keeps the interpreter.
//
// The host writes 1 to a word, and the run ends at its next safe point. Safe points are where C
// code expects an exception to be raised anyway; but this is none: it goes past all handlers,
// of Python's and of C's alike, to the start of the run. So what handlers of C would have put right is
// put right here. (Python's `finally` and `with` are the program's own: they do not run.)
#include <string.h>

#include "py/nlr.h"
#include "py/runtime.h"
#include "interrupt.h"

static nlr_buf_t *start; // of the run that can be interrupted

// The word's address is a constant of the module.
__attribute__((export_name("hognose_interrupt"), used))
volatile void *hognose_interrupt(void) {
    return &MP_STATE_THREAD(mp_pending_exception);
}

// The word is set at a safe point.
void hognose_interrupted(void) {
    if (start == NULL || MP_STATE_THREAD(gc_lock_depth) != 0) {
        return; // nothing can be interrupted while the heap is in the collector's hands
    }
    MP_STATE_THREAD(nlr_top) = start;
    nlr_jump(NULL);
}

#define STREAMS (MP_SYS_MUTABLE_NUM - MP_SYS_MUTABLE_STDIN)

bool hognose_interruptible(void (*run)(void *), void *arg) {
    // A program that has put something else for sys.stdout for a while would have put it back.
    mp_obj_t streams[STREAMS];
    memcpy(streams, &MP_STATE_VM(sys_mutable)[MP_SYS_MUTABLE_STDIN], sizeof(streams));
    MP_STATE_THREAD(mp_pending_exception) = MP_OBJ_NULL;
    bool ended = false;
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        start = &nlr;
        run(arg);
        nlr_pop();
        ended = true;
    } else {
        mp_globals_set(&MP_STATE_VM(dict_main));
        mp_locals_set(&MP_STATE_VM(dict_main));
        memcpy(&MP_STATE_VM(sys_mutable)[MP_SYS_MUTABLE_STDIN], streams, sizeof(streams));
    }
    start = NULL;
    MP_STATE_THREAD(mp_pending_exception) = MP_OBJ_NULL;
    return ended;
}
