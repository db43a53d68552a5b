// What CPython's module sys has besides upstream's.
#include <float.h>

#include "py/bc.h"
#include "py/runtime.h"
#include "py/smallint.h"
#include "format_value.h"
#include "sys_names.h"

// Programs raise the limit in advance. It is theirs to read back; the real one (recursion.h) stays.
static mp_int_t recursion_limit = HOGNOSE_PYTHON_DEPTH;

static mp_obj_t sys_getrecursionlimit(void) {
    return MP_OBJ_NEW_SMALL_INT(recursion_limit);
}
MP_DEFINE_CONST_FUN_OBJ_0(hognose_sys_getrecursionlimit_obj, sys_getrecursionlimit);

static mp_obj_t sys_setrecursionlimit(mp_obj_t limit) {
    mp_int_t n = mp_obj_get_int(limit);
    if (n < 1) {
        mp_raise_ValueError(MP_ERROR_TEXT("recursion limit must be greater or equal than 1"));
    }
    recursion_limit = MIN(n, MP_SMALL_INT_MAX);
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_1(hognose_sys_setrecursionlimit_obj, sys_setrecursionlimit);

static mp_obj_t sys_get_int_max_str_digits(void) {
    return MP_OBJ_NEW_SMALL_INT(hognose_int_max_str_digits);
}
MP_DEFINE_CONST_FUN_OBJ_0(hognose_sys_get_int_max_str_digits_obj, sys_get_int_max_str_digits);

static mp_obj_t sys_set_int_max_str_digits(mp_obj_t maxdigits) {
    mp_int_t n = mp_obj_get_int(maxdigits);
    if (n != 0 && n < 640) {
        mp_raise_ValueError(MP_ERROR_TEXT("maxdigits must be 0 or larger than 640"));
    }
    hognose_int_max_str_digits = MIN(n, MP_SMALL_INT_MAX);
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_1(hognose_sys_set_int_max_str_digits_obj, sys_set_int_max_str_digits);

static mp_obj_t sys_exception(void) {
    mp_obj_base_t *exc = mp_handled_exception();
    return exc == NULL ? mp_const_none : MP_OBJ_FROM_PTR(exc);
}
MP_DEFINE_CONST_FUN_OBJ_0(hognose_sys_exception_obj, sys_exception);

static mp_obj_t sys_encoding(void) {
    return MP_OBJ_NEW_QSTR(MP_QSTR_utf_hyphen_8);
}
MP_DEFINE_CONST_FUN_OBJ_0(hognose_sys_encoding_obj, sys_encoding);

typedef struct { // as in py/objfloat.c
    mp_obj_base_t base;
    mp_float_t value;
} rom_float_t;

static const rom_float_t float_max = { { &mp_type_float }, DBL_MAX }, float_min = { { &mp_type_float }, DBL_MIN }, float_epsilon = { { &mp_type_float }, DBL_EPSILON };
static const qstr float_info_names[] = {
    MP_QSTR_max, MP_QSTR_max_exp, MP_QSTR_max_10_exp, MP_QSTR_min, MP_QSTR_min_exp, MP_QSTR_min_10_exp, MP_QSTR_dig,
    MP_QSTR_mant_dig, MP_QSTR_epsilon, MP_QSTR_radix, MP_QSTR_rounds,
};
MP_DEFINE_ATTRTUPLE(hognose_sys_float_info_obj, float_info_names, 11, MP_ROM_PTR(&float_max), MP_ROM_INT(DBL_MAX_EXP),
    MP_ROM_INT(DBL_MAX_10_EXP), MP_ROM_PTR(&float_min), MP_ROM_INT(DBL_MIN_EXP), MP_ROM_INT(DBL_MIN_10_EXP), MP_ROM_INT(DBL_DIG),
    MP_ROM_INT(DBL_MANT_DIG), MP_ROM_PTR(&float_epsilon), MP_ROM_INT(FLT_RADIX), MP_ROM_INT(1));
