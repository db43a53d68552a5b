// Methods and attributes of int, float and complex.
#ifndef HOGNOSE_NUMBER_METHODS_H
#define HOGNOSE_NUMBER_METHODS_H

#include "py/obj.h"

extern const mp_obj_dict_t hognose_int_locals, hognose_float_locals, hognose_complex_locals;
void hognose_int_attr(mp_obj_t self, qstr attr, mp_obj_t *dest);
void hognose_float_attr(mp_obj_t self, qstr attr, mp_obj_t *dest);

#endif
