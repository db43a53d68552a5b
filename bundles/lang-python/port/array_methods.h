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

// Raises what CPython raises for a type code that is none, or an initializer that is a str.
void array_check_construct(mp_obj_t typecode, mp_obj_t initializer);

// The array, or bytearray, gets what another one of its kind has inside. Returns it.
mp_obj_t array_become(mp_obj_t self, mp_obj_t other);

mp_obj_t array_list_of(mp_obj_t self);

// The array, or bytearray, becomes what its list of elements is after a change.
void array_store_list(mp_obj_t self, mp_obj_t list);

void array_delete(mp_obj_t self, mp_obj_t index);

void array_attr(mp_obj_t self, qstr attr, mp_obj_t *dest);

extern const mp_obj_dict_t array_methods;

#endif
