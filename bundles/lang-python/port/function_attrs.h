// What a function has besides its code.
#ifndef HOGNOSE_FUNCTION_ATTRS_H
#define HOGNOSE_FUNCTION_ATTRS_H

#include "py/objfun.h"

// fun: the function, or the closure around it.
void hognose_function_attr(mp_obj_t fun, mp_obj_fun_bc_t *self, qstr attr, mp_obj_t *dest);

// The name that is next in a function's prelude.
qstr hognose_next_name(const mp_obj_fun_bc_t *fun, const byte **ip);

// The name of a local variable by its number; MP_QSTRnull if there are fewer, or none are kept.
qstr hognose_local_name(const mp_obj_fun_bc_t *fun, size_t i);
bool hognose_has_local_names(const mp_obj_fun_bc_t *fun);

#endif
