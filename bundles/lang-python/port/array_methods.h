// Methods of array.array that upstream does not have.
#ifndef HOGNOSE_ARRAY_METHODS_H
#define HOGNOSE_ARRAY_METHODS_H

#include "py/runtime.h"

// Raises what CPython raises for a number that is not one of this type code's.
void array_check_value(char typecode, mp_obj_t value);

// What is put into a slice of an array or a bytearray: of its own kind, and not itself.
mp_obj_t array_of_slice(mp_obj_t self, mp_obj_t value);

// Puts as many elements into a slice with a step as there are in it.
void array_store_stepped(mp_obj_t self, const mp_bound_slice_t *slice, mp_obj_t value);

void array_attr(mp_obj_t self, qstr attr, mp_obj_t *dest);

extern const mp_obj_dict_t array_methods;

#endif
