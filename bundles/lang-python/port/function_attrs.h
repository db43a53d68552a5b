// What a function has besides its code.
#ifndef HOGNOSE_FUNCTION_ATTRS_H
#define HOGNOSE_FUNCTION_ATTRS_H

#include "py/objfun.h"

// fun: the function, or the closure around it.
void hognose_function_attr(mp_obj_t fun, mp_obj_fun_bc_t *self, qstr attr, mp_obj_t *dest);

#endif
