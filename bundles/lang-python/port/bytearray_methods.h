// Methods of bytearray and memoryview that upstream does not have.
#ifndef HOGNOSE_BYTEARRAY_METHODS_H
#define HOGNOSE_BYTEARRAY_METHODS_H

#include "py/obj.h"

extern const mp_obj_fun_builtin_var_t bytearray_pop_obj;
extern const mp_obj_fun_builtin_fixed_t bytearray_insert_obj, bytearray_remove_obj, bytearray_reverse_obj, bytearray_clear_obj,
    bytearray_copy_obj, memoryview_tobytes_obj, memoryview_tolist_obj, memoryview_release_obj;

#endif
