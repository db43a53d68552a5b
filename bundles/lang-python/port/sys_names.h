// What CPython's module sys has besides upstream's.
#ifndef HOGNOSE_SYS_NAMES_H
#define HOGNOSE_SYS_NAMES_H

#include "py/objtuple.h"
#include "ports/hognose/frame.h"

MP_DECLARE_CONST_FUN_OBJ_0(hognose_sys_getrecursionlimit_obj);
MP_DECLARE_CONST_FUN_OBJ_1(hognose_sys_setrecursionlimit_obj);
MP_DECLARE_CONST_FUN_OBJ_0(hognose_sys_exception_obj);
MP_DECLARE_CONST_FUN_OBJ_0(hognose_sys_encoding_obj);
MP_DECLARE_CONST_FUN_OBJ_0(hognose_sys_get_int_max_str_digits_obj);
MP_DECLARE_CONST_FUN_OBJ_1(hognose_sys_set_int_max_str_digits_obj);
extern const mp_rom_obj_tuple_t hognose_sys_float_info_obj;

#endif
