// What a function that is written in C says of itself.
#ifndef HOGNOSE_BUILTIN_NAMES_H
#define HOGNOSE_BUILTIN_NAMES_H

#include "py/obj.h"

// MP_QSTRnull if it is nowhere to be found. *of: the type whose method it is, or NULL.
qstr hognose_builtin_name(mp_const_obj_t fun, const mp_obj_type_t **of);

// Slots of its types.
void hognose_builtin_print(const mp_print_t *print, mp_obj_t fun, mp_print_kind_t kind);
void hognose_builtin_attr(mp_obj_t fun, qstr attr, mp_obj_t *dest);

#endif
