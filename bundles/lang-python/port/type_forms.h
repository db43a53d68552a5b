// What classes make with operators and brackets: unions (`int | None`) and generic aliases (`list[int]`).
#ifndef HOGNOSE_TYPE_FORMS_H
#define HOGNOSE_TYPE_FORMS_H

#include "py/obj.h"

extern const mp_obj_type_t type_union, type_generic_alias;

mp_obj_t union_args(mp_obj_t self); // a tuple

// lhs | rhs where one of them is a class or made of classes; null if the other cannot be one.
mp_obj_t type_or(mp_obj_t lhs, mp_obj_t rhs);

// cls[index]
mp_obj_t type_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value);

#endif
