// The Python code that runs, as a program sees it.
#ifndef HOGNOSE_FRAME_H
#define HOGNOSE_FRAME_H

#include "py/obj.h"

// What locals() returns, and eval and exec use: a new dict in a function.
mp_obj_dict_t *hognose_locals(void);

MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(hognose_sys_getframe_obj);

#endif
