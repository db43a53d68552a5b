// Methods and attributes of int and float.
#include <math.h>
#include <string.h>

#include "py/binary.h"
#include "py/objint.h"
#include "py/objstr.h"
#include "py/runtime.h"
#include "number_methods.h"

static mp_obj_t as_int(mp_obj_t self) {
    return mp_obj_is_bool(self) ? MP_OBJ_NEW_SMALL_INT(self == mp_const_true) : self;
}

// ---- int --------------------------------------------------------------------------------------

static mp_obj_t int_bit_length(mp_obj_t self) {
    return MP_OBJ_NEW_SMALL_INT(mp_obj_int_bit_length(as_int(self)));
}
static MP_DEFINE_CONST_FUN_OBJ_1(int_bit_length_obj, int_bit_length);

static mp_obj_t int_bit_count(mp_obj_t self) {
    self = as_int(self);
    if (mp_obj_is_small_int(self)) {
        mp_int_t value = MP_OBJ_SMALL_INT_VALUE(self);
        return MP_OBJ_NEW_SMALL_INT(__builtin_popcountll((unsigned long long)(value < 0 ? -(long long)value : value)));
    }
    size_t len = (mp_obj_int_bit_length(self) + 15) / 8, count = 0;
    byte *bytes = m_new(byte, len);
    mp_obj_int_to_bytes_impl(mp_unary_op(MP_UNARY_OP_ABS, self), false, len, bytes);
    for (size_t i = 0; i < len; i++) {
        count += __builtin_popcount(bytes[i]);
    }
    m_del(byte, bytes, len);
    return MP_OBJ_NEW_SMALL_INT(count);
}
static MP_DEFINE_CONST_FUN_OBJ_1(int_bit_count_obj, int_bit_count);

static bool is_big_endian(mp_obj_t order) {
    if (order == MP_OBJ_NEW_QSTR(MP_QSTR_big) || order == MP_OBJ_NEW_QSTR(MP_QSTR_little)) {
        return order == MP_OBJ_NEW_QSTR(MP_QSTR_big);
    }
    const char *name = mp_obj_str_get_str(order);
    if (strcmp(name, "big") != 0 && strcmp(name, "little") != 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("byteorder must be either 'little' or 'big'"));
    }
    return name[0] == 'b';
}

static mp_obj_t int_to_bytes(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    enum { LENGTH, ORDER, SIGNED };
    static const mp_arg_t allowed[] = {
        { MP_QSTR_length, MP_ARG_INT, { .u_int = 1 } },
        { MP_QSTR_byteorder, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_QSTR(MP_QSTR_big) } },
        { MP_QSTR_signed, MP_ARG_KW_ONLY | MP_ARG_BOOL, { .u_bool = false } },
    };
    mp_arg_val_t vals[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args - 1, args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, vals);
    mp_obj_t self = as_int(args[0]);
    if (vals[LENGTH].u_int < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("length argument must be non-negative"));
    }
    size_t len = vals[LENGTH].u_int;
    bool big_endian = is_big_endian(vals[ORDER].u_obj), is_signed = vals[SIGNED].u_bool;
    bool negative = mp_obj_int_sign(self) < 0;
    if (negative && !is_signed) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("can't convert negative int to unsigned"));
    }
    size_t bits = mp_obj_int_bit_length(negative ? mp_unary_op(MP_UNARY_OP_INVERT, self) : self) + is_signed;
    if (bits > 8 * (uint64_t)len && !(bits == 1 && is_signed && len == 0 && !negative)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("int too big to convert"));
    }
    vstr_t out;
    vstr_init_len(&out, len);
    if (mp_obj_is_small_int(self)) {
        mp_int_t value = MP_OBJ_SMALL_INT_VALUE(self);
        for (size_t i = 0; i < len; i++) {
            out.buf[big_endian ? len - 1 - i : i] = (char)value;
            value >>= 8;
        }
    } else {
        mp_obj_int_to_bytes_impl(self, big_endian, len, (byte *)out.buf);
    }
    return mp_obj_new_bytes_from_vstr(&out);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(int_to_bytes_obj, 1, int_to_bytes);

static mp_obj_t int_from_bytes(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    enum { BYTES, ORDER, SIGNED };
    static const mp_arg_t allowed[] = {
        { MP_QSTR_bytes, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_byteorder, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_QSTR(MP_QSTR_big) } },
        { MP_QSTR_signed, MP_ARG_KW_ONLY | MP_ARG_BOOL, { .u_bool = false } },
    };
    mp_arg_val_t vals[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args - 1, args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, vals);
    bool big_endian = is_big_endian(vals[ORDER].u_obj);
    mp_buffer_info_t buffer;
    mp_obj_t given = vals[BYTES].u_obj;
    if (mp_obj_is_str(given)) {
        mp_raise_TypeError(MP_ERROR_TEXT("cannot convert 'str' object to bytes"));
    }
    if (!mp_get_buffer(given, &buffer, MP_BUFFER_READ)) {
        given = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_bytes), given);
        mp_get_buffer_raise(given, &buffer, MP_BUFFER_READ);
    }
    const byte *bytes = buffer.buf;
    if (buffer.len == 0) {
        return MP_OBJ_NEW_SMALL_INT(0);
    }
    mp_obj_t value = mp_obj_int_from_bytes_impl(big_endian, buffer.len, bytes);
    if (vals[SIGNED].u_bool && (bytes[big_endian ? 0 : buffer.len - 1] & 0x80)) {
        mp_obj_t modulus = mp_binary_op(MP_BINARY_OP_LSHIFT, MP_OBJ_NEW_SMALL_INT(1), mp_obj_new_int_from_uint(8 * buffer.len));
        value = mp_binary_op(MP_BINARY_OP_SUBTRACT, value, modulus);
    }
    // As a small int where it is one.
    value = mp_binary_op(MP_BINARY_OP_ADD, value, MP_OBJ_NEW_SMALL_INT(0));
    return args[0] == MP_OBJ_FROM_PTR(&mp_type_int) ? value : mp_call_function_1(args[0], value);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(int_from_bytes_fun_obj, 1, int_from_bytes);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(int_from_bytes_obj, MP_ROM_PTR(&int_from_bytes_fun_obj));

static mp_obj_t int_itself(mp_obj_t self) {
    return as_int(self);
}
static MP_DEFINE_CONST_FUN_OBJ_1(int_itself_obj, int_itself);

static mp_obj_t int_as_integer_ratio(mp_obj_t self) {
    mp_obj_t pair[2] = { as_int(self), MP_OBJ_NEW_SMALL_INT(1) };
    return mp_obj_new_tuple(2, pair);
}
static MP_DEFINE_CONST_FUN_OBJ_1(int_as_integer_ratio_obj, int_as_integer_ratio);

static mp_obj_t int_is_integer(mp_obj_t self) {
    (void)self;
    return mp_const_true;
}
static MP_DEFINE_CONST_FUN_OBJ_1(int_is_integer_obj, int_is_integer);

static const mp_rom_map_elem_t int_table[] = {
    { MP_ROM_QSTR(MP_QSTR_bit_length), MP_ROM_PTR(&int_bit_length_obj) },
    { MP_ROM_QSTR(MP_QSTR_bit_count), MP_ROM_PTR(&int_bit_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_from_bytes), MP_ROM_PTR(&int_from_bytes_obj) },
    { MP_ROM_QSTR(MP_QSTR_to_bytes), MP_ROM_PTR(&int_to_bytes_obj) },
    { MP_ROM_QSTR(MP_QSTR_conjugate), MP_ROM_PTR(&int_itself_obj) },
    { MP_ROM_QSTR(MP_QSTR___trunc__), MP_ROM_PTR(&int_itself_obj) },
    { MP_ROM_QSTR(MP_QSTR___floor__), MP_ROM_PTR(&int_itself_obj) },
    { MP_ROM_QSTR(MP_QSTR___ceil__), MP_ROM_PTR(&int_itself_obj) },
    { MP_ROM_QSTR(MP_QSTR_as_integer_ratio), MP_ROM_PTR(&int_as_integer_ratio_obj) },
    { MP_ROM_QSTR(MP_QSTR_is_integer), MP_ROM_PTR(&int_is_integer_obj) },
};
MP_DEFINE_CONST_DICT(hognose_int_locals, int_table);

void hognose_int_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    switch (attr) {
        case MP_QSTR_real:
        case MP_QSTR_numerator:
            dest[0] = as_int(self);
            break;
        case MP_QSTR_imag:
            dest[0] = MP_OBJ_NEW_SMALL_INT(0);
            break;
        case MP_QSTR_denominator:
            dest[0] = MP_OBJ_NEW_SMALL_INT(1);
            break;
        default:
            dest[1] = MP_OBJ_SENTINEL; // look in the table
    }
}

// ---- float ------------------------------------------------------------------------------------

static mp_obj_t float_is_integer(mp_obj_t self) {
    double x = mp_obj_float_get(self);
    return mp_obj_new_bool(isfinite(x) && floor(x) == x);
}
static MP_DEFINE_CONST_FUN_OBJ_1(float_is_integer_obj, float_is_integer);

static mp_obj_t float_as_integer_ratio(mp_obj_t self) {
    double x = mp_obj_float_get(self);
    if (isinf(x)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("cannot convert Infinity to integer ratio"));
    }
    if (isnan(x)) {
        mp_raise_ValueError(MP_ERROR_TEXT("cannot convert NaN to integer ratio"));
    }
    int exponent;
    double mantissa = frexp(x, &exponent);
    while (mantissa != floor(mantissa)) {
        mantissa *= 2;
        exponent--;
    }
    mp_obj_t pair[2] = { mp_obj_new_int_from_float(mantissa), MP_OBJ_NEW_SMALL_INT(1) };
    mp_obj_t *scaled = &pair[exponent < 0];
    *scaled = mp_binary_op(MP_BINARY_OP_LSHIFT, *scaled, MP_OBJ_NEW_SMALL_INT(exponent < 0 ? -exponent : exponent));
    return mp_obj_new_tuple(2, pair);
}
static MP_DEFINE_CONST_FUN_OBJ_1(float_as_integer_ratio_obj, float_as_integer_ratio);

static mp_obj_t float_hex(mp_obj_t self) {
    union { double f; uint64_t i; } u = { mp_obj_float_get(self) };
    vstr_t out;
    vstr_init(&out, 32);
    if (!isfinite(u.f)) {
        vstr_add_str(&out, isnan(u.f) ? "nan" : u.f < 0 ? "-inf" : "inf");
        return mp_obj_new_str_from_vstr(&out);
    }
    if (u.i >> 63) {
        vstr_add_byte(&out, '-');
    }
    int exponent = (int)(u.i >> 52 & 0x7ff);
    uint64_t fraction = u.i & 0xfffffffffffff;
    if (exponent == 0 && fraction == 0) {
        vstr_add_str(&out, "0x0.0p+0");
        return mp_obj_new_str_from_vstr(&out);
    }
    vstr_add_str(&out, exponent == 0 ? "0x0." : "0x1.");
    for (int shift = 48; shift >= 0; shift -= 4) {
        vstr_add_byte(&out, "0123456789abcdef"[fraction >> shift & 15]);
    }
    exponent = exponent == 0 ? -1022 : exponent - 1023;
    vstr_printf(&out, exponent < 0 ? "p-%d" : "p+%d", exponent < 0 ? -exponent : exponent);
    return mp_obj_new_str_from_vstr(&out);
}
static MP_DEFINE_CONST_FUN_OBJ_1(float_hex_obj, float_hex);

static int hex_digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

static mp_obj_t float_fromhex(mp_obj_t class, mp_obj_t text) {
    (void)class;
    size_t len;
    const char *s = mp_obj_str_get_data(text, &len), *end = s + len;
    while (s < end && unichar_isspace(*s)) {
        s++;
    }
    while (s < end && unichar_isspace(end[-1])) {
        end--;
    }
    bool negative = s < end && *s == '-';
    s += s < end && (*s == '-' || *s == '+');
    if (end - s >= 3 && (strncmp(s, "inf", 3) == 0 || strncmp(s, "nan", 3) == 0)) {
        return mp_obj_new_float(s[0] == 'n' ? NAN : negative ? -INFINITY : INFINITY);
    }
    s += end - s >= 2 && s[0] == '0' && (s[1] | 0x20) == 'x' ? 2 : 0;
    double value = 0;
    int exponent = 0, digits = 0;
    for (bool fraction = false; s < end; s++) {
        if (*s == '.' && !fraction) {
            fraction = true;
        } else if (hex_digit(*s) >= 0) {
            if (digits < 14 || value == 0) {
                value = value * 16 + hex_digit(*s);
                digits += value != 0;
                exponent -= fraction ? 4 : 0;
            } else if (!fraction) {
                exponent += 4;
            }
        } else {
            break;
        }
    }
    if (s < end && (*s | 0x20) == 'p') {
        s++;
        bool down = s < end && *s == '-';
        s += s < end && (*s == '-' || *s == '+');
        int n = 0;
        for (; s < end && unichar_isdigit(*s) && n < 10000; s++) {
            n = n * 10 + (*s - '0');
        }
        exponent += down ? -n : n;
    }
    if (s != end) {
        mp_raise_ValueError(MP_ERROR_TEXT("invalid hexadecimal floating-point string"));
    }
    value = ldexp(value, exponent);
    return mp_obj_new_float(negative ? -value : value);
}
static MP_DEFINE_CONST_FUN_OBJ_2(float_fromhex_fun_obj, float_fromhex);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(float_fromhex_obj, MP_ROM_PTR(&float_fromhex_fun_obj));

static mp_obj_t float_itself(mp_obj_t self) {
    return self;
}
static MP_DEFINE_CONST_FUN_OBJ_1(float_itself_obj, float_itself);

static mp_obj_t float_trunc(mp_obj_t self) {
    return mp_obj_new_int_from_float(mp_obj_float_get(self));
}
static MP_DEFINE_CONST_FUN_OBJ_1(float_trunc_obj, float_trunc);

static const mp_rom_map_elem_t float_table[] = {
    { MP_ROM_QSTR(MP_QSTR_is_integer), MP_ROM_PTR(&float_is_integer_obj) },
    { MP_ROM_QSTR(MP_QSTR_as_integer_ratio), MP_ROM_PTR(&float_as_integer_ratio_obj) },
    { MP_ROM_QSTR(MP_QSTR_hex), MP_ROM_PTR(&float_hex_obj) },
    { MP_ROM_QSTR(MP_QSTR_fromhex), MP_ROM_PTR(&float_fromhex_obj) },
    { MP_ROM_QSTR(MP_QSTR_conjugate), MP_ROM_PTR(&float_itself_obj) },
    { MP_ROM_QSTR(MP_QSTR___trunc__), MP_ROM_PTR(&float_trunc_obj) },
};
MP_DEFINE_CONST_DICT(hognose_float_locals, float_table);

void hognose_float_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_real) {
        dest[0] = self;
    } else if (attr == MP_QSTR_imag) {
        dest[0] = mp_obj_new_float(0);
    } else {
        dest[1] = MP_OBJ_SENTINEL; // look in the table
    }
}

static mp_obj_t complex_conjugate(mp_obj_t self) {
    mp_float_t real, imag;
    mp_obj_complex_get(self, &real, &imag);
    return mp_obj_new_complex(real, -imag);
}
static MP_DEFINE_CONST_FUN_OBJ_1(complex_conjugate_obj, complex_conjugate);

static const mp_rom_map_elem_t complex_table[] = {
    { MP_ROM_QSTR(MP_QSTR_conjugate), MP_ROM_PTR(&complex_conjugate_obj) },
};
MP_DEFINE_CONST_DICT(hognose_complex_locals, complex_table);
