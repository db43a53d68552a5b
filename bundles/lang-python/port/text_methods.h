// Methods of str, bytes and bytearray that are ours.
#ifndef HOGNOSE_TEXT_METHODS_H
#define HOGNOSE_TEXT_METHODS_H

#include "py/obj.h"

#define TEXT_METHODS_1(X) X(upper) X(lower) X(title) X(capitalize) X(swapcase) \
    X(isalpha) X(isdigit) X(isalnum) X(isspace) X(isupper) X(islower) X(istitle) X(isascii)
#define TEXT_METHODS_KW(X) X(split) X(rsplit) X(splitlines) X(expandtabs) X(replace)
#define TEXT_METHODS_VAR(X) X(strip) X(lstrip) X(rstrip) X(ljust) X(rjust) X(center) X(zfill) \
    X(removeprefix) X(removesuffix) X(translate) X(startswith) X(endswith) X(find) X(rfind) X(index) X(rindex) X(count)
#define TEXT_METHODS_STR_1(X) X(casefold) X(isdecimal) X(isnumeric) X(isidentifier) X(isprintable)

#define DECLARE_1(name) extern const mp_obj_fun_builtin_fixed_t text_##name##_obj;
#define DECLARE_VAR(name) extern const mp_obj_fun_builtin_var_t text_##name##_obj;
TEXT_METHODS_1(DECLARE_1)
TEXT_METHODS_STR_1(DECLARE_1)
TEXT_METHODS_KW(DECLARE_VAR)
TEXT_METHODS_VAR(DECLARE_VAR)
extern const mp_rom_obj_static_class_method_t text_maketrans_obj;

#define TEXT_ENTRY(name) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_PTR(&text_##name##_obj) },

#endif
