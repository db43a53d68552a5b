// The Python code that runs, as a program sees it: locals(), sys._getframe().
#include <string.h>

#include "py/bc.h"
#include "py/objfun.h"
#include "py/runtime.h"
#include "frame.h"
#include "function_attrs.h"
#include "report.h"

// The variables of a function that have values are added to a dict; false if it is no function.
static bool add_variables(const mp_code_state_t *code_state, mp_obj_t dict) {
    const mp_obj_fun_bc_t *fun = code_state->fun_bc;
    if (!hognose_has_local_names(fun)) {
        return false;
    }
    qstr name;
    for (size_t i = 0; i < code_state->n_state && (name = hognose_local_name(fun, i)) != MP_QSTRnull; i++) {
        mp_obj_t value = code_state->state[code_state->n_state - 1 - i];
        if (value != MP_OBJ_NULL && mp_obj_is_exact_type(value, &mp_type_cell)) {
            value = mp_obj_cell_get(value);
        }
        if (value != MP_OBJ_NULL && name != MP_QSTR_) { // a comprehension keeps its iterator as ""
            mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(dict), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
            found->value = found->value == MP_OBJ_NULL ? value : found->value;
        }
    }
    return true;
}

// The variables where a frame stands; a comprehension, as in CPython, is no frame of its own.
static mp_obj_dict_t *frame_locals(mp_frame_t frame) {
    mp_obj_t dict = mp_obj_new_dict(0);
    do {
        if (!add_variables(frame.code_state, dict)) {
            return mp_obj_dict_get_map(dict)->used == 0 ? mp_locals_get() : MP_OBJ_TO_PTR(dict);
        }
        const char *name = qstr_str(mp_obj_fun_get_name(MP_OBJ_FROM_PTR(frame.code_state->fun_bc)));
        size_t len = strlen(name);
        if (len < 5 || strcmp(name + len - 5, "comp>") != 0) {
            break;
        }
    } while (mp_frame_next(&frame));
    return MP_OBJ_TO_PTR(dict);
}

mp_obj_dict_t *hognose_locals(void) {
    mp_frame_t frame = { NULL, NULL, NULL };
    return mp_frame_next(&frame) ? frame_locals(frame) : mp_locals_get();
}

// A frame is shown by the entries that a traceback from there would have.
static mp_obj_t sys_getframe(size_t n_args, const mp_obj_t *args) {
    mp_int_t depth = n_args == 0 ? 0 : mp_obj_get_int(args[0]);
    mp_frame_t frame = { NULL, NULL, NULL };
    mp_obj_t entries = MP_OBJ_NULL, locals = MP_OBJ_NULL, globals = MP_OBJ_NULL;
    while (mp_frame_next(&frame)) {
        if (depth-- > 0) {
            continue;
        }
        if (entries == MP_OBJ_NULL) {
            entries = mp_obj_new_exception(&mp_type_Exception);
            locals = MP_OBJ_FROM_PTR(frame_locals(frame));
            globals = MP_OBJ_FROM_PTR(frame.code_state->fun_bc->context->module.globals);
        }
        mp_frame_add_traceback(frame.code_state, entries);
    }
    if (entries == MP_OBJ_NULL) {
        mp_raise_ValueError(MP_ERROR_TEXT("call stack is not deep enough"));
    }
    return hognose_new_frame(entries, locals, globals);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hognose_sys_getframe_obj, 0, 1, sys_getframe);
