// Constructing what is native: __new__ and __init__ of native types.
#ifndef HOGNOSE_CONSTRUCTORS_H
#define HOGNOSE_CONSTRUCTORS_H

#include "py/obj.h"

extern const mp_obj_type_t type_native_init;

// The function under __new__ or __init__ of a native type, or null if it has none.
mp_obj_t native_constructor(const mp_obj_type_t *type, qstr attr);

#endif
