// What a function that is written in C says of itself.
#ifndef HOGNOSE_BUILTIN_NAMES_H
#define HOGNOSE_BUILTIN_NAMES_H

#include "py/obj.h"

// MP_QSTRnull if it is nowhere to be found. *of: the type whose method it is, or NULL.
qstr hognose_builtin_name(mp_const_obj_t fun, const mp_obj_type_t **of);

// It was called with the wrong number of arguments, or with keywords; sig is what it takes.
NORETURN void hognose_raise_builtin_args(mp_obj_t fun, size_t n_args, const mp_obj_t *args, size_t n_kw, uint32_t sig);

// Globals may have builtins of their own: exec(code, {"__builtins__": {}}). The flag is set once some have.
extern bool hognose_other_builtins;
void hognose_note_builtins(mp_obj_dict_t *globals);
// NULL: these globals have none; the value is NULL: the name is not among them.
mp_map_elem_t *hognose_find_builtin(const mp_obj_dict_t *globals, qstr name);

// Slots of its types.
void hognose_builtin_print(const mp_print_t *print, mp_obj_t fun, mp_print_kind_t kind);
void hognose_builtin_attr(mp_obj_t fun, qstr attr, mp_obj_t *dest);

#endif
