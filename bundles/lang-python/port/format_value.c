// What format() does for the built-in types: the format specification mini-language, with
// CPython's rules and its words for what is wrong.
#include <math.h>
#include <string.h>

#include "py/objint.h"
#include "py/objstr.h"
#include "py/objtype.h"
#include "py/parsenum.h"
#include "py/runtime.h"
#include "py/unicode.h"
#include "float_text.h"
#include "format_value.h"

#define FIELD_MAX (INT32_MAX - 1000) // more is refused; less may still be more than there is memory

typedef struct {
    unichar fill;  // 0: not given
    char align;    // 0, or one of < > = ^
    char sign;     // 0, or one of + - space
    bool positive_zero, alternate, zero;
    int width;     // -1: not given
    char grouping; // 0, or one of , _
    int precision; // -1: not given
    char type;     // 0: not given
} spec_t;

static NORETURN void raise_for_type(const char *format, const char *what, size_t len, mp_obj_t value) {
    mp_raise_msg_varg(&mp_type_ValueError, (mp_rom_error_text_t)format, (int)len, what, mp_obj_get_type_str(value));
}

// ---- reading the specification ----------------------------------------------------------------

static int read_number(const char **s, const char *end) {
    if (*s == end || !unichar_isdigit(**s)) {
        return -1;
    }
    int n = 0;
    for (; *s < end && unichar_isdigit(**s); ++*s) {
        int digit = **s - '0';
        if (n > (FIELD_MAX - digit) / 10) {
            mp_raise_ValueError(MP_ERROR_TEXT("Too many decimal digits in format string"));
        }
        n = n * 10 + digit;
    }
    return n;
}

static bool is_align(char c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
}

static spec_t read_spec(const char *text, size_t len, mp_obj_t value) {
    spec_t spec = { .width = -1, .precision = -1 };
    const char *s = text, *end = text + len;
    if (s < end) {
        const char *next = (const char *)utf8_next_char((const byte *)s);
        if (next < end && is_align(*next)) {
            spec.fill = utf8_get_char((const byte *)s);
            spec.align = *next;
            s = next + 1;
        } else if (is_align(*s)) {
            spec.align = *s++;
        }
    }
    if (s < end && (*s == '+' || *s == '-' || *s == ' ')) {
        spec.sign = *s++;
    }
    if (s < end && *s == 'z') {
        spec.positive_zero = true;
        s++;
    }
    if (s < end && *s == '#') {
        spec.alternate = true;
        s++;
    }
    if (s < end && *s == '0') {
        spec.zero = true;
        s++;
    }
    spec.width = read_number(&s, end);
    while (s < end && (*s == ',' || *s == '_')) {
        if (spec.grouping != 0) {
            mp_raise_ValueError(spec.grouping == *s ? (*s == ',' ? MP_ERROR_TEXT("Cannot specify ',' with ','.") : MP_ERROR_TEXT("Cannot specify '_' with '_'."))
                : MP_ERROR_TEXT("Cannot specify both ',' and '_'."));
        }
        spec.grouping = *s++;
    }
    if (s < end && *s == '.') {
        s++;
        spec.precision = read_number(&s, end);
        if (spec.precision < 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("Format specifier missing precision"));
        }
    }
    if (s < end) {
        const char *next = (const char *)utf8_next_char((const byte *)s);
        if (next != end) {
            raise_for_type("Invalid format specifier '%.*s' for object of type '%s'", text, len, value);
        }
        spec.type = *s;
        if ((byte)*s >= 0x80) {
            raise_for_type("Unknown format code '%.*s' for object of type '%s'", s, end - s, value);
        }
    }
    if (spec.grouping != 0 && spec.type != 0 && strchr("deEfFgG%", spec.type) == NULL
        && !(spec.grouping == '_' && strchr("boxX", spec.type) != NULL)) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Cannot specify '%c' with '%c'."), spec.grouping, spec.type);
    }
    return spec;
}

// ---- text in a field --------------------------------------------------------------------------

static void add_fill(vstr_t *out, unichar fill, size_t n) {
    vstr_hint_size(out, n);
    while (n-- > 0) {
        vstr_add_char(out, fill);
    }
}

void hognose_pad(vstr_t *out, const char *text, size_t len, unichar fill, char align, size_t width) {
    size_t chars = utf8_charlen((const byte *)text, len);
    size_t room = width > chars ? width - chars : 0;
    size_t left = align == '>' ? room : align == '^' ? room / 2 : 0;
    add_fill(out, fill, left);
    vstr_add_strn(out, text, len);
    add_fill(out, fill, room - left);
}

// A number in its field: its sign and prefix ("0x"), its whole digits, and the rest (".5e+03").
static void add_number(vstr_t *out, const spec_t *spec, bool negative, const char *prefix,
    const char *digits, size_t n_digits, const char *rest, size_t n_rest) {
    char lead[4];
    size_t n_lead = 0;
    if (negative) {
        lead[n_lead++] = '-';
    } else if (spec->sign == '+' || spec->sign == ' ') {
        lead[n_lead++] = spec->sign;
    }
    for (; *prefix != '\0'; prefix++) {
        lead[n_lead++] = *prefix;
    }
    size_t width = spec->width < 0 ? 0 : (size_t)spec->width;
    char align = spec->align != 0 ? spec->align : spec->zero ? '=' : '>';
    unichar fill = spec->fill != 0 ? spec->fill : spec->zero ? '0' : ' ';

    // The digits from the right, in groups; zeros that fill a field are grouped too.
    vstr_t grouped;
    vstr_init(&grouped, n_digits + 16);
    size_t least = fill == '0' && align == '=' && width > n_lead + n_rest ? width - n_lead - n_rest : 0;
    if (spec->grouping == 0) {
        vstr_hint_size(&grouped, least);
        for (size_t i = n_digits; i < least; i++) {
            vstr_add_byte(&grouped, '0');
        }
        vstr_add_strn(&grouped, digits, n_digits);
    } else {
        size_t group = spec->type != 0 && strchr("boxX", spec->type) != NULL ? 4 : 3;
        for (size_t n = 0; n < n_digits || grouped.len < least; n++) {
            if (n != 0 && n % group == 0) {
                vstr_add_byte(&grouped, spec->grouping);
            }
            vstr_add_byte(&grouped, n < n_digits ? digits[n_digits - 1 - n] : '0');
        }
        for (size_t i = 0; i < grouped.len / 2; i++) {
            char c = grouped.buf[i];
            grouped.buf[i] = grouped.buf[grouped.len - 1 - i];
            grouped.buf[grouped.len - 1 - i] = c;
        }
    }
    size_t len = n_lead + grouped.len + n_rest;
    size_t room = width > len ? width - len : 0;
    size_t left = align == '>' ? room : align == '^' ? room / 2 : 0;
    add_fill(out, fill, left);
    vstr_add_strn(out, lead, n_lead);
    if (align == '=') {
        add_fill(out, fill, room);
        room = 0;
    }
    vstr_add_strn(out, grouped.buf, grouped.len);
    vstr_add_strn(out, rest, n_rest);
    add_fill(out, fill, room - left);
    vstr_clear(&grouped);
}

// ---- ints -------------------------------------------------------------------------------------

mp_int_t hognose_int_max_str_digits = 4300;

void hognose_check_int_digits(size_t digits) {
    if (hognose_too_many_digits(digits)) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"), (int)hognose_int_max_str_digits);
    }
}

void hognose_int_digits(vstr_t *out, mp_obj_t value, int base, bool upper) {
    char stack_buf[36];
    char *buf = stack_buf;
    size_t size = sizeof(stack_buf), len;
    if (base == 10 && !mp_obj_is_small_int(value)) {
        // Nothing is worked out that has more digits than the limit: log10(2) of them for each bit.
        hognose_check_int_digits((size_t)(mp_obj_int_bit_length(value) * 0.30102999566398 + 0.69897));
    }
    const char *text = mp_obj_int_formatted(&buf, &size, &len, value, base, NULL, upper ? 'A' : 'a', '\0');
    if (base == 10) {
        hognose_check_int_digits(len - (text[0] == '-'));
    }
    vstr_add_strn(out, text, len);
}

static void format_int(vstr_t *out, const spec_t *spec, mp_obj_t value) {
    if (spec->precision >= 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("Precision not allowed in integer format specifier"));
    }
    if (spec->positive_zero) {
        mp_raise_ValueError(MP_ERROR_TEXT("Negative zero coercion (z) not allowed in format specifier with integer format code"));
    }
    if (spec->type == 'c') {
        if (spec->sign != 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("Sign not allowed with integer format specifier 'c'"));
        }
        if (spec->alternate) {
            mp_raise_ValueError(MP_ERROR_TEXT("Alternate form (#) not allowed with integer format specifier 'c'"));
        }
        mp_int_t code;
        if (!mp_obj_get_int_maybe(value, &code) || code < 0 || code > 0x10ffff) {
            mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("%c arg not in range(0x110000)"));
        }
        VSTR_FIXED(character, 4);
        vstr_add_char(&character, (unichar)code);
        hognose_pad(out, character.buf, character.len, spec->fill != 0 ? spec->fill : spec->zero ? '0' : ' ',
            spec->align != 0 ? spec->align : '>', spec->width < 0 ? 0 : (size_t)spec->width);
        return;
    }
    int base = spec->type == 'b' ? 2 : spec->type == 'o' ? 8 : (spec->type | 0x20) == 'x' ? 16 : 10;
    const char *prefix = !spec->alternate ? "" : base == 2 ? "0b" : base == 8 ? "0o"
        : spec->type == 'X' ? "0X" : base == 16 ? "0x" : "";
    vstr_t digits;
    vstr_init(&digits, 24);
    hognose_int_digits(&digits, value, base, spec->type == 'X');
    bool negative = digits.len > 0 && digits.buf[0] == '-';
    add_number(out, spec, negative, prefix, digits.buf + negative, digits.len - negative, "", 0);
    vstr_clear(&digits);
}

// ---- floats -----------------------------------------------------------------------------------

// 0.DIGITS * 10**point as "d.dde+dd", at least so many digits after the point.
static void add_exponent_form(vstr_t *out, const char *digits, int n, int point, int places, bool alternate, char e) {
    vstr_add_byte(out, n > 0 ? digits[0] : '0');
    if (places > 0 || alternate) {
        vstr_add_byte(out, '.');
    }
    vstr_hint_size(out, (size_t)places);
    for (int i = 1; i <= places; i++) {
        vstr_add_byte(out, i < n ? digits[i] : '0');
    }
    int exponent = n > 0 ? point - 1 : 0;
    vstr_printf(out, exponent < 0 ? "%c-%02d" : "%c+%02d", e, exponent < 0 ? -exponent : exponent);
}

static void add_fixed_form(vstr_t *out, const char *digits, int n, int point, int places, bool alternate) {
    if (point <= 0 || n == 0) {
        vstr_add_byte(out, '0');
    }
    for (int i = 0; i < point && n > 0; i++) {
        vstr_add_byte(out, i < n ? digits[i] : '0');
    }
    if (places > 0 || alternate) {
        vstr_add_byte(out, '.');
    }
    vstr_hint_size(out, (size_t)places);
    for (int i = 0; i < places; i++) {
        int at = point + i;
        vstr_add_byte(out, n > 0 && at >= 0 && at < n ? digits[at] : '0');
    }
}

static bool add_not_finite(vstr_t *out, double x, bool upper) {
    if (isfinite(x)) {
        return false;
    }
    vstr_add_str(out, isnan(x) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf"));
    return true;
}

// Without a sign.
static void add_float(vstr_t *out, double x, char code, int precision, bool alternate) {
    bool upper = code < 'a';
    if (add_not_finite(out, x, upper)) {
        return;
    }
    char digits[FLOAT_DIGITS_MAX];
    int point, n;
    char e = upper ? 'E' : 'e';
    switch (code | 0x20) {
        case 'e':
            n = float_digits(x, FLOAT_SIGNIFICANT, precision + 1, digits, &point);
            add_exponent_form(out, digits, n, point, precision, alternate, e);
            return;
        case 'f':
            n = float_digits(x, FLOAT_PLACES, precision, digits, &point);
            add_fixed_form(out, digits, n, point, precision, alternate);
            return;
        case 'r': // repr: as g, with the shortest digits and its own limit
            n = float_digits(x, FLOAT_SHORTEST, 0, digits, &point);
            precision = 16;
            break;
        default: // g
            if (precision == 0) {
                precision = 1;
            }
            n = float_digits(x, FLOAT_SIGNIFICANT, precision, digits, &point);
            break;
    }
    int shown = alternate ? precision : n; // digits, without trailing zeros or with all
    if (n > 0 && (point <= -4 || point > precision)) {
        add_exponent_form(out, digits, n, point, MAX(shown, 1) - 1, alternate, e);
    } else {
        add_fixed_form(out, digits, n, point, MAX(shown - point, 0), alternate);
    }
}

void hognose_float_repr(vstr_t *out, double x, bool is_part) {
    if (signbit(x) && !isnan(x)) {
        vstr_add_byte(out, '-');
    }
    size_t start = out->len;
    add_float(out, fabs(x), 'r', 0, false);
    if (!is_part && isfinite(x) && memchr(out->buf + start, '.', out->len - start) == NULL
        && memchr(out->buf + start, 'e', out->len - start) == NULL) {
        vstr_add_strn(out, ".0", 2);
    }
}

void hognose_float_format(vstr_t *out, double x, char code, int precision, bool alternate) {
    if (signbit(x) && !isnan(x)) {
        vstr_add_byte(out, '-');
    }
    add_float(out, fabs(x), code, precision, alternate);
}

// The text of a float under a specification, in out; what of it is digits before the point.
static size_t float_text(vstr_t *out, const spec_t *spec, double *x, bool is_part) {
    char type = spec->type == 'n' ? 'g' : spec->type;
    int precision = spec->precision;
    if (precision < 0 && type != 0) {
        precision = 6;
    }
    double value = fabs(*x);
    if (type == '%') {
        add_float(out, value * 100, 'f', precision, spec->alternate);
        vstr_add_byte(out, '%');
    } else if (type == 0 && precision < 0) {
        hognose_float_repr(out, value, is_part);
    } else if (type == 0) {
        // As g, but with at least one digit after the point, and an exponent one place earlier.
        char digits[FLOAT_DIGITS_MAX];
        int point, n = isfinite(value) ? float_digits(value, FLOAT_SIGNIFICANT, MAX(precision, 1), digits, &point) : 0;
        if (n > 0 && point == MAX(precision, 1) && point > -4) {
            add_exponent_form(out, digits, n, point, n - 1, spec->alternate, 'e');
        } else {
            add_float(out, value, 'g', precision, spec->alternate);
            if (!is_part && isfinite(value) && memchr(out->buf, '.', out->len) == NULL && memchr(out->buf, 'e', out->len) == NULL) {
                vstr_add_strn(out, ".0", 2);
            }
        }
    } else {
        add_float(out, value, type, precision, spec->alternate);
    }
    if (spec->positive_zero && strspn(out->buf, "0.%") == vstr_len(out)) {
        *x = 0;
    }
    size_t whole = 0;
    while (whole < out->len && unichar_isdigit(out->buf[whole])) {
        whole++;
    }
    return isfinite(*x) ? whole : 0;
}

static void format_float(vstr_t *out, const spec_t *spec, double x) {
    vstr_t text;
    vstr_init(&text, 32);
    size_t whole = float_text(&text, spec, &x, false);
    vstr_null_terminated_str(&text);
    add_number(out, spec, signbit(x) && !isnan(x), "", text.buf, whole, text.buf + whole, text.len - whole);
    vstr_clear(&text);
}

static void format_complex(vstr_t *out, const spec_t *spec, mp_obj_t value) {
    if (spec->zero || spec->fill == '0') {
        mp_raise_ValueError(MP_ERROR_TEXT("Zero padding is not allowed in complex format specifier"));
    }
    if (spec->align == '=') {
        mp_raise_ValueError(MP_ERROR_TEXT("'=' alignment flag is not allowed in complex format specifier"));
    }
    double real, imag;
    mp_obj_complex_get(value, &real, &imag);
    vstr_t text, part;
    vstr_init(&text, 64);
    vstr_init(&part, 32);
    bool brackets = spec->type == 0;
    bool real_shown = spec->type != 0 || real != 0 || signbit(real);
    spec_t bare = *spec;
    bare.width = -1;
    if (brackets && real_shown) {
        vstr_add_byte(&text, '(');
    }
    if (real_shown) {
        size_t whole = float_text(&part, spec, &real, true);
        add_number(&text, &bare, signbit(real) && !isnan(real), "", part.buf, whole, part.buf + whole, part.len - whole);
        bare.sign = '+';
    }
    vstr_reset(&part);
    size_t whole = float_text(&part, spec, &imag, true);
    add_number(&text, &bare, signbit(imag) && !isnan(imag), "", part.buf, whole, part.buf + whole, part.len - whole);
    vstr_add_str(&text, brackets && real_shown ? "j)" : "j");
    hognose_pad(out, text.buf, text.len, spec->fill != 0 ? spec->fill : ' ', spec->align != 0 ? spec->align : '>',
        spec->width < 0 ? 0 : (size_t)spec->width);
    vstr_clear(&part);
    vstr_clear(&text);
}

// ---- strings and the choice -------------------------------------------------------------------

static void format_str(vstr_t *out, const spec_t *spec, mp_obj_t value) {
    if (spec->sign != 0) {
        mp_raise_ValueError(spec->sign == ' ' ? MP_ERROR_TEXT("Space not allowed in string format specifier")
            : MP_ERROR_TEXT("Sign not allowed in string format specifier"));
    }
    if (spec->positive_zero) {
        mp_raise_ValueError(MP_ERROR_TEXT("Negative zero coercion (z) not allowed in string format specifier"));
    }
    if (spec->alternate) {
        mp_raise_ValueError(MP_ERROR_TEXT("Alternate form (#) not allowed in string format specifier"));
    }
    if (spec->align == '=') {
        mp_raise_ValueError(MP_ERROR_TEXT("'=' alignment not allowed in string format specifier"));
    }
    if (spec->grouping != 0) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Cannot specify '%c' with 's'."), spec->grouping);
    }
    size_t len;
    const char *text = mp_obj_str_get_data(value, &len);
    if (spec->precision >= 0) {
        const byte *end = (const byte *)text;
        for (int i = 0; i < spec->precision && end < (const byte *)text + len; i++) {
            end = utf8_next_char(end);
        }
        len = end - (const byte *)text;
    }
    hognose_pad(out, text, len, spec->fill != 0 ? spec->fill : spec->zero ? '0' : ' ', spec->align != 0 ? spec->align : '<',
        spec->width < 0 ? 0 : (size_t)spec->width);
}

// The built-in object that an instance of a subclass of its type has inside, or itself.
static mp_obj_t native_value(mp_obj_t value) {
    static const mp_obj_type_t *const types[] = { &mp_type_str, &mp_type_int, &mp_type_float, &mp_type_complex };
    if (mp_obj_is_instance_type(mp_obj_get_type(value))) {
        for (size_t i = 0; i < MP_ARRAY_SIZE(types); i++) {
            mp_obj_t native = mp_obj_cast_to_native_base(value, MP_OBJ_FROM_PTR(types[i]));
            if (native != MP_OBJ_NULL) {
                return native;
            }
        }
    }
    return value;
}

void hognose_format_value(vstr_t *out, mp_obj_t value, const char *spec_text, size_t spec_len) {
    if (mp_obj_is_instance_type(mp_obj_get_type(value))) {
        mp_obj_t method[3];
        mp_load_method_maybe(value, MP_QSTR___format__, method);
        // A built-in type's __format__ has only what is inside, but without a format it is what str() gives.
        const mp_obj_type_t *kind = method[0] == MP_OBJ_NULL ? NULL : mp_obj_get_type(method[0]);
        bool own = kind != NULL && (kind->name == MP_QSTR_closure || (kind->name == MP_QSTR_function && !(kind->flags & MP_TYPE_FLAG_BUILTIN_FUN)));
        if (method[0] != MP_OBJ_NULL && (own || spec_len != 0)) {
            method[2] = mp_obj_new_str(spec_text, spec_len);
            mp_obj_t text = mp_call_method_n_kw(1, 0, method);
            if (!mp_obj_is_str(text)) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__format__ must return a str, not %s"), mp_obj_get_type_str(text));
            }
            size_t len;
            const char *s = mp_obj_str_get_data(text, &len);
            vstr_add_strn(out, s, len);
            return;
        }
    }
    if (spec_len == 0) {
        mp_print_t print = { out, (mp_print_strn_t)vstr_add_strn };
        mp_obj_print_helper(&print, value, PRINT_STR);
        return;
    }
    value = native_value(value);
    bool is_int = mp_obj_is_int(value) || mp_obj_is_bool(value);
    bool is_complex = mp_obj_is_type(value, &mp_type_complex);
    if (!is_int && !mp_obj_is_str(value) && !mp_obj_is_float(value) && !is_complex) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported format string passed to %s.__format__"), mp_obj_get_type_str(value));
    }
    spec_t spec = read_spec(spec_text, spec_len, value);
    const char *types = is_int ? "bcdoxXneEfFgG%" : mp_obj_is_str(value) ? "s" : is_complex ? "eEfFgGn" : "eEfFgGn%";
    if (spec.type != 0 && strchr(types, spec.type) == NULL) {
        raise_for_type("Unknown format code '%.*s' for object of type '%s'", &spec.type, 1, value);
    }
    if (mp_obj_is_str(value)) {
        format_str(out, &spec, value);
    } else if (is_complex) {
        format_complex(out, &spec, value);
    } else if (mp_obj_is_float(value)) {
        format_float(out, &spec, mp_obj_float_get(value));
    } else if (spec.type != 0 && strchr("eEfFgG%", spec.type) != NULL) {
        format_float(out, &spec, mp_obj_get_float(value));
    } else {
        if (mp_obj_is_bool(value)) {
            value = MP_OBJ_NEW_SMALL_INT(value == mp_const_true);
        }
        format_int(out, &spec, value);
    }
}
