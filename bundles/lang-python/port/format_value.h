// What format() does for the built-in types: the format specification mini-language.
#ifndef HOGNOSE_FORMAT_VALUE_H
#define HOGNOSE_FORMAT_VALUE_H

#include "py/obj.h"

// format(value, spec) for any object, its own __format__ included.
void hognose_format_value(vstr_t *out, mp_obj_t value, const char *spec, size_t spec_len);

// repr(x), without the ".0" if it is a part of a complex number.
void hognose_float_repr(vstr_t *out, double x, bool is_part);

// A float under the code e, f, g, E, F, G, with so many digits: sign only if negative.
void hognose_float_format(vstr_t *out, double x, char code, int precision, bool alternate);

// The digits of an int in this base, with a sign if it is negative. Base 10 is held to
// sys.get_int_max_str_digits().
void hognose_int_digits(vstr_t *out, mp_obj_t value, int base, bool upper);

void hognose_check_int_digits(size_t digits);

// Text in a field: so many characters of one text, filled up to a width.
void hognose_pad(vstr_t *out, const char *text, size_t len, unichar fill, char align, size_t width);

// How many digits an int may have in text; 0: any number.
extern mp_int_t hognose_int_max_str_digits;

static inline bool hognose_too_many_digits(size_t digits) {
    return hognose_int_max_str_digits != 0 && digits > (size_t)hognose_int_max_str_digits;
}

#endif
