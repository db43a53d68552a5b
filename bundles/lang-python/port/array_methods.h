// Methods of array.array that upstream does not have.
#ifndef HOGNOSE_ARRAY_METHODS_H
#define HOGNOSE_ARRAY_METHODS_H

#include "py/obj.h"

// Raises what CPython raises for a number that is not one of this type code's.
void array_check_value(char typecode, mp_obj_t value);

void array_attr(mp_obj_t self, qstr attr, mp_obj_t *dest);

extern const mp_obj_dict_t array_methods;

#endif
