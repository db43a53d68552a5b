// Replacement fields in text: str.format, str.format_map and the % operator.
#ifndef HOGNOSE_FORMAT_STRING_H
#define HOGNOSE_FORMAT_STRING_H

#include "py/obj.h"

MP_DECLARE_CONST_FUN_OBJ_KW(str_format_obj);
MP_DECLARE_CONST_FUN_OBJ_2(str_format_map_obj);

// pattern % given, for str and bytes.
mp_obj_t hognose_str_modulo(mp_obj_t pattern, mp_obj_t given);

// The text with what is not ASCII escaped, as a str; it takes the buffer.
mp_obj_t hognose_ascii(vstr_t *text);

#endif
