// What CPython says when an operator has no meaning for its operands.
#ifndef HOGNOSE_OP_ERRORS_H
#define HOGNOSE_OP_ERRORS_H

#include "py/runtime.h"

// What an instance of a subclass of a built-in type has inside; any other object itself.
#if HOGNOSE
mp_obj_t native_inside(mp_obj_t obj);
#else
#define native_inside(obj) (obj) // the compiler that freezes modules has no instances
#endif

// op: as it was tried last; given_op: as the program wrote it.
NORETURN void hognose_raise_unsupported(mp_binary_op_t op, mp_binary_op_t given_op, mp_obj_t lhs, mp_obj_t rhs);
NORETURN void hognose_raise_unsupported_unary(mp_unary_op_t op, mp_obj_t obj);

// base has no such attribute.
NORETURN void hognose_raise_no_attribute(mp_obj_t base, qstr attr);

#endif
