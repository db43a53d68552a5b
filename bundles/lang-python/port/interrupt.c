// How a host ends a run and keeps the interpreter.
//
// The host writes 1 to a word, and the run ends at its next safe point. Safe points are where C
// code expects an exception to be raised anyway; but this is none: it goes past all handlers,
// of Python's and of C's alike, to the start of the run. So what handlers of C would have put right is
// put right here. (Python's `finally` and `with` are the program's own: they do not run.)
#include <string.h>

#include "py/nlr.h"
#include "py/objlist.h"
#include "py/runtime.h"
#include "py/smallint.h"
#include "heap.h"
#include "interrupt.h"
#include "re/re.h"

#define INTERRUPT ((mp_obj_t)1) // what the host writes

static nlr_buf_t *start; // of what can be interrupted

// So a generator knows whether it is running now, or was when a run before was interrupted (py/objgenerator.c).
mp_int_t hognose_run_number;

// The word's address is a constant of the module.
__attribute__((export_name("hognose_interrupt"), used))
volatile void *hognose_interrupt(void) {
    return &MP_STATE_THREAD(mp_pending_exception);
}

// The word is set at a safe point.
void hognose_interrupted(void) {
    if (start != NULL) {
        hognose_gc_abandon();
        MP_STATE_THREAD(mp_pending_exception) = MP_OBJ_NULL; // what the jump calls on its way has safe points too
        MP_STATE_THREAD(nlr_top) = start;
        nlr_jump(NULL);
    }
}

// A collection that has begun to sweep is not interrupted: only the call of a finaliser ends, and the
// run comes to a safe point after the collection.
void hognose_call_finaliser(mp_obj_t fun, mp_obj_t obj) {
    nlr_buf_t *start_of_run = start;
    mp_obj_dict_t *globals = mp_globals_get(), *locals = mp_locals_get();
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        start = &nlr;
        mp_call_function_1_protected(fun, obj);
        nlr_pop();
    } else {
        mp_globals_set(globals);
        mp_locals_set(locals);
        MP_STATE_THREAD(mp_pending_exception) = INTERRUPT;
    }
    start = start_of_run;
}

// ---- what Python modules have to put right --------------------------------------------------------

// Functions that those modules gave whose own `finally` an interrupt may have gone past.
MP_REGISTER_ROOT_POINTER(mp_obj_t interrupt_undo);
static bool undo_is_due;

mp_obj_t hognose_after_interrupt(mp_obj_t undo) {
    if (MP_STATE_VM(interrupt_undo) == MP_OBJ_NULL) {
        MP_STATE_VM(interrupt_undo) = mp_obj_new_list(0, NULL);
    }
    return mp_obj_list_append(MP_STATE_VM(interrupt_undo), undo);
}

// They are called in the next run, which pays for them and may be interrupted as well.
void hognose_undo_interrupted(void) {
    if (undo_is_due && MP_STATE_VM(interrupt_undo) != MP_OBJ_NULL) {
        mp_obj_list_t *undo = MP_OBJ_TO_PTR(MP_STATE_VM(interrupt_undo));
        for (size_t i = 0; i < undo->len; i++) {
            mp_call_function_0(undo->items[i]);
        }
    }
    undo_is_due = false;
}

// ---- a run -----------------------------------------------------------------------------------------

#define STREAMS (MP_SYS_MUTABLE_NUM - MP_SYS_MUTABLE_STDIN)

bool hognose_interruptible(void (*run)(void *), void *arg) {
    // A program that has put something else for sys.stdout for a while would have put it back.
    mp_obj_t streams[STREAMS];
    memcpy(streams, &MP_STATE_VM(sys_mutable)[MP_SYS_MUTABLE_STDIN], sizeof(streams));
    MP_STATE_THREAD(mp_pending_exception) = MP_OBJ_NULL;
    hognose_run_number = (hognose_run_number + 1) & MP_SMALL_INT_MAX;
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
        re_engine_forget();
        undo_is_due = true;
    }
    start = NULL;
    MP_STATE_THREAD(mp_pending_exception) = MP_OBJ_NULL;
    return ended;
}
