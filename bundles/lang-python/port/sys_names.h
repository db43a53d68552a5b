// What CPython's module sys has besides upstream's.
#ifndef HOGNOSE_SYS_NAMES_H
#define HOGNOSE_SYS_NAMES_H

#include "py/objtuple.h"

MP_DECLARE_CONST_FUN_OBJ_0(hognose_sys_getrecursionlimit_obj);
MP_DECLARE_CONST_FUN_OBJ_1(hognose_sys_setrecursionlimit_obj);
MP_DECLARE_CONST_FUN_OBJ_0(hognose_sys_exception_obj);
MP_DECLARE_CONST_FUN_OBJ_0(hognose_sys_encoding_obj);
extern const mp_rom_obj_tuple_t hognose_sys_float_info_obj;

#endif
