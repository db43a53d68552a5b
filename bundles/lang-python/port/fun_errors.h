// What CPython says when a function is called with the wrong arguments.
#ifndef HOGNOSE_FUN_ERRORS_H
#define HOGNOSE_FUN_ERRORS_H

#include "py/objfun.h"

NORETURN void hognose_raise_too_many_args(const mp_obj_fun_bc_t *fun, size_t n_given);
NORETURN void hognose_raise_missing_args(const mp_obj_fun_bc_t *fun, const mp_obj_t *top);
NORETURN void hognose_raise_keyword(const mp_obj_fun_bc_t *fun, mp_obj_t keyword, bool multiple);

#endif
