// What is said when a module is not there: _absent.py knows what to do instead of many.
#include "py/builtin.h"
#include "py/runtime.h"

// Raises ModuleNotFoundError with that text.
void hognose_absent(qstr name) {
    if (name == MP_QSTR__absent) {
        return;
    }
    mp_obj_t absent = mp_import_name(MP_QSTR__absent, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    mp_obj_t text = mp_call_function_1(mp_load_attr(absent, MP_QSTR_text), MP_OBJ_NEW_QSTR(name));
    mp_map_elem_t *type = mp_map_lookup((mp_map_t *)&mp_module_builtins_globals.map, MP_OBJ_NEW_QSTR(MP_QSTR_ModuleNotFoundError), MP_MAP_LOOKUP);
    nlr_raise(mp_obj_new_exception_arg1(type ? MP_OBJ_TO_PTR(type->value) : &mp_type_ImportError, text));
}
