// What CPython says of a function: when it is called with the wrong arguments, when a variable has no value.
#ifndef HOGNOSE_FUN_ERRORS_H
#define HOGNOSE_FUN_ERRORS_H

#include "py/bc.h"
#include "py/objfun.h"

NORETURN void hognose_raise_too_many_args(const mp_obj_fun_bc_t *fun, size_t n_given);
NORETURN void hognose_raise_missing_args(const mp_obj_fun_bc_t *fun, const mp_obj_t *top);
NORETURN void hognose_raise_keyword(const mp_obj_fun_bc_t *fun, mp_obj_t keyword, bool multiple);

// The exception for the local or free variable that the instruction at its ip wants.
mp_obj_t hognose_unbound_local(const mp_code_state_t *code_state);

#endif
