// Replacement fields in text: str.format, str.format_map and the % operator.
#include <math.h>
#include <string.h>

#include "py/builtin.h"
#include "py/objint.h"
#include "py/objstr.h"
#include "py/objtype.h"
#include "py/runtime.h"
#include "py/unicode.h"
#include "format_string.h"
#include "format_value.h"

// ---- str.format -------------------------------------------------------------------------------

typedef struct {
    size_t n_args;
    const mp_obj_t *args;
    mp_map_t *keywords; // or, for format_map,
    mp_obj_t mapping;
    int next; // of the fields without a number; -1 if those have numbers
} fields_t;

static mp_obj_t positional(const fields_t *fields, size_t i) {
    if (i >= fields->n_args) {
        if (fields->mapping != MP_OBJ_NULL) {
            mp_raise_ValueError(MP_ERROR_TEXT("Format string contains positional fields"));
        }
        mp_raise_msg_varg(&mp_type_IndexError, MP_ERROR_TEXT("Replacement index %u out of range for positional args tuple"), (unsigned)i);
    }
    return fields->args[i];
}

static bool read_index(const char *s, const char *end, size_t *index) {
    if (s == end) {
        return false;
    }
    size_t n = 0;
    for (; s < end; s++) {
        if (!unichar_isdigit(*s)) {
            return false;
        }
        n = n * 10 + (*s - '0');
        if (n > INT32_MAX / 16) {
            mp_raise_ValueError(MP_ERROR_TEXT("Too many decimal digits in format string"));
        }
    }
    *index = n;
    return true;
}

static mp_obj_t first_part(fields_t *fields, const char *name, const char *end) {
    size_t index;
    if (name == end) {
        if (fields->next < 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("cannot switch from manual field specification to automatic field numbering"));
        }
        return positional(fields, (size_t)fields->next++);
    }
    if (read_index(name, end, &index)) {
        if (fields->next > 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("cannot switch from automatic field numbering to manual field specification"));
        }
        fields->next = -1;
        return positional(fields, index);
    }
    mp_obj_t key = mp_obj_new_str_via_qstr(name, end - name);
    if (fields->mapping != MP_OBJ_NULL) {
        return mp_obj_subscr(fields->mapping, key, MP_OBJ_SENTINEL);
    }
    mp_map_elem_t *found = mp_map_lookup(fields->keywords, key, MP_MAP_LOOKUP);
    if (found == NULL) {
        mp_raise_type_arg(&mp_type_KeyError, key);
    }
    return found->value;
}

// The object that a field's name stands for: "0.name[key]".
static mp_obj_t field_value(fields_t *fields, const char *name, const char *end) {
    const char *s = name;
    while (s < end && *s != '.' && *s != '[') {
        s++;
    }
    mp_obj_t value = first_part(fields, name, s);
    while (s < end) {
        const char *start = ++s;
        if (start[-1] == '.') {
            while (s < end && *s != '.' && *s != '[') {
                s++;
            }
            if (s == start) {
                mp_raise_ValueError(MP_ERROR_TEXT("Empty attribute in format string"));
            }
            value = mp_load_attr(value, qstr_from_strn(start, s - start));
            continue;
        }
        if (start[-1] != '[') {
            mp_raise_ValueError(MP_ERROR_TEXT("Only '.' or '[' may follow ']' in format field specifier"));
        }
        while (s < end && *s != ']') {
            s++;
        }
        if (s == end) {
            mp_raise_ValueError(MP_ERROR_TEXT("Missing ']' in format string"));
        }
        if (s == start) {
            mp_raise_ValueError(MP_ERROR_TEXT("Empty attribute in format string"));
        }
        size_t index;
        mp_obj_t key = read_index(start, s, &index) ? MP_OBJ_NEW_SMALL_INT(index) : mp_obj_new_str(start, s - start);
        value = mp_obj_subscr(value, key, MP_OBJ_SENTINEL);
        s++;
    }
    return value;
}

mp_obj_t hognose_ascii(vstr_t *text) {
    vstr_t out;
    vstr_init(&out, text->len);
    const byte *s = (const byte *)text->buf, *end = s + text->len;
    while (s < end) {
        unichar c = utf8_get_char(s);
        s = utf8_next_char(s);
        if (c < 0x80) {
            vstr_add_byte(&out, (byte)c);
        } else {
            vstr_printf(&out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)c);
        }
    }
    vstr_clear(text);
    return mp_obj_new_str_from_vstr(&out);
}

static mp_obj_t convert(mp_obj_t value, char conversion) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 16, &print);
    mp_obj_print_helper(&print, value, conversion == 's' ? PRINT_STR : PRINT_REPR);
    return conversion == 'a' ? hognose_ascii(&text) : mp_obj_new_str_from_vstr(&text);
}

static void format_fields(vstr_t *out, const char *s, const char *end, fields_t *fields, int depth);

// What follows a "{"; returns what follows its "}".
static const char *format_field(vstr_t *out, const char *s, const char *end, fields_t *fields, int depth) {
    const char *name = s;
    for (bool in_index = false; s < end && (in_index || (*s != '}' && *s != ':' && *s != '!')); s++) {
        if (*s == '{' && !in_index) {
            mp_raise_ValueError(MP_ERROR_TEXT("unexpected '{' in field name"));
        }
        in_index = *s == '[' ? true : *s == ']' ? false : in_index;
    }
    const char *name_end = s;
    char conversion = 0;
    if (s == end) {
        mp_raise_ValueError(name == end ? MP_ERROR_TEXT("Single '{' encountered in format string")
            : MP_ERROR_TEXT("expected '}' before end of string"));
    }
    if (*s == '!') {
        if (++s == end) {
            mp_raise_ValueError(MP_ERROR_TEXT("end of string while looking for conversion specifier"));
        }
        conversion = *s++;
        if (s == end) {
            mp_raise_ValueError(MP_ERROR_TEXT("unmatched '{' in format spec"));
        }
        if (*s != ':' && *s != '}') {
            mp_raise_ValueError(MP_ERROR_TEXT("expected ':' after conversion specifier"));
        }
        if (conversion != 'r' && conversion != 's' && conversion != 'a') {
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Unknown conversion specifier %c"), conversion);
        }
    }
    const char *spec = s, *spec_end = s;
    bool nested = false;
    if (*s == ':') {
        spec = ++s;
        for (int open = 1;; s++) {
            if (s == end) {
                mp_raise_ValueError(MP_ERROR_TEXT("expected '}' before end of string"));
            }
            if (*s == '{') {
                nested = true;
                open++;
            } else if (*s == '}' && --open == 0) {
                break;
            }
        }
        spec_end = s;
    }
    mp_obj_t value = field_value(fields, name, name_end);
    if (conversion != 0) {
        value = convert(value, conversion);
    }
    if (!nested) {
        hognose_format_value(out, value, spec, spec_end - spec);
    } else {
        vstr_t text;
        vstr_init(&text, 16);
        format_fields(&text, spec, spec_end, fields, depth + 1);
        hognose_format_value(out, value, vstr_null_terminated_str(&text), text.len);
        vstr_clear(&text);
    }
    return s + 1;
}

static void format_fields(vstr_t *out, const char *s, const char *end, fields_t *fields, int depth) {
    if (depth > 2) {
        mp_raise_ValueError(MP_ERROR_TEXT("Max string recursion exceeded"));
    }
    while (s < end) {
        const char *plain = s;
        while (s < end && *s != '{' && *s != '}') {
            s++;
        }
        vstr_add_strn(out, plain, s - plain);
        if (s == end) {
            break;
        }
        char brace = *s++;
        if (s < end && *s == brace) {
            vstr_add_byte(out, *s++);
        } else if (brace == '}') {
            mp_raise_ValueError(MP_ERROR_TEXT("Single '}' encountered in format string"));
        } else {
            s = format_field(out, s, end, fields, depth);
        }
    }
}

static mp_obj_t format(mp_obj_t text, fields_t *fields) {
    size_t len;
    const char *s = mp_obj_str_get_data(text, &len);
    vstr_t out;
    vstr_init(&out, len + 16);
    format_fields(&out, s, s + len, fields, 1);
    return mp_obj_new_str_from_vstr(&out);
}

mp_obj_t mp_obj_str_format(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    fields_t fields = { .n_args = n_args - 1, .args = args + 1, .keywords = kwargs };
    return format(args[0], &fields);
}
MP_DEFINE_CONST_FUN_OBJ_KW(str_format_obj, 1, mp_obj_str_format);

static mp_obj_t str_format_map(mp_obj_t self, mp_obj_t mapping) {
    fields_t fields = { .mapping = mapping };
    return format(self, &fields);
}
MP_DEFINE_CONST_FUN_OBJ_2(str_format_map_obj, str_format_map);

// ---- the % operator ---------------------------------------------------------------------------

typedef struct {
    mp_obj_t given;     // what is right of the operator
    mp_obj_t single[1];
    size_t n_args, next;
    const mp_obj_t *args;
    bool used_as_mapping;
    bool is_bytes;
} operands_t;

typedef struct {
    bool left, plus, space, alternate, zero;
    int width, precision; // precision -1: not given
    char type;
} conversion_t;

static mp_obj_t next_operand(operands_t *operands) {
    if (operands->next >= operands->n_args) {
        mp_raise_TypeError(MP_ERROR_TEXT("not enough arguments for format string"));
    }
    return operands->args[operands->next++];
}

#define COUNT_MAX (INT32_MAX - 1000)

// A number, or * for the next operand.
static int read_count(const char **s, const char *end, operands_t *operands, int none) {
    if (*s < end && **s == '*') {
        ++*s;
        mp_obj_t count = next_operand(operands);
        if (!mp_obj_is_int(count) && !mp_obj_is_bool(count)) {
            mp_raise_TypeError(MP_ERROR_TEXT("* wants int"));
        }
        mp_int_t n = mp_obj_get_int(count);
        if (n > COUNT_MAX || n < -COUNT_MAX) {
            mp_raise_ValueError(MP_ERROR_TEXT("width too big"));
        }
        return n;
    }
    int n = none;
    for (; *s < end && unichar_isdigit(**s); ++*s) {
        int digit = **s - '0';
        n = n < 0 ? 0 : n;
        if (n > (COUNT_MAX - digit) / 10) {
            mp_raise_ValueError(MP_ERROR_TEXT("width too big"));
        }
        n = n * 10 + digit;
    }
    return n;
}

// Sign and digits to a field, as printf: the digits are at least so many.
static void add_field(vstr_t *out, const conversion_t *c, const char *text, size_t len, const char *prefix, size_t least) {
    bool negative = len > 0 && text[0] == '-';
    text += negative;
    len -= negative;
    char sign = negative ? '-' : c->plus ? '+' : c->space ? ' ' : 0;
    size_t zeros = least > len ? least - len : 0;
    size_t lead = (sign != 0) + strlen(prefix);
    size_t width = c->width < 0 ? 0 : (size_t)c->width;
    if (c->zero && !c->left && width > lead + zeros + len) {
        zeros = width - lead - len;
    }
    size_t room = width > lead + zeros + len ? width - lead - zeros - len : 0;
    vstr_hint_size(out, room + lead + zeros + len);
    for (size_t i = 0; !c->left && i < room; i++) {
        vstr_add_byte(out, ' ');
    }
    if (sign != 0) {
        vstr_add_byte(out, sign);
    }
    vstr_add_str(out, prefix);
    for (; zeros > 0; zeros--) {
        vstr_add_byte(out, '0');
    }
    vstr_add_strn(out, text, len);
    for (size_t i = 0; c->left && i < room; i++) {
        vstr_add_byte(out, ' ');
    }
}

static mp_obj_t whole_number(mp_obj_t value, char type) {
    if (mp_obj_is_bool(value)) {
        return MP_OBJ_NEW_SMALL_INT(value == mp_const_true);
    }
    if (mp_obj_is_int(value)) {
        return value;
    }
    bool decimal = type == 'd' || type == 'i' || type == 'u';
    if (mp_obj_is_float(value) && decimal) {
        double x = mp_obj_float_get(value);
        if (isnan(x)) {
            mp_raise_ValueError(MP_ERROR_TEXT("cannot convert float NaN to integer"));
        }
        return mp_obj_new_int_from_float(x);
    }
    if (decimal && mp_obj_is_instance_type(mp_obj_get_type(value))) {
        mp_obj_t method[2];
        mp_load_method_maybe(value, MP_QSTR___int__, method);
        if (method[0] != MP_OBJ_NULL) {
            return mp_call_method_n_kw(0, 0, method);
        }
    }
    mp_obj_t number = mp_obj_is_instance_type(mp_obj_get_type(value)) ? mp_unary_op(MP_UNARY_OP_INT_MAYBE, value) : MP_OBJ_NULL;
    if (number == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, decimal ? MP_ERROR_TEXT("%%%c format: a real number is required, not %s")
            : MP_ERROR_TEXT("%%%c format: an integer is required, not %s"), type, mp_obj_get_type_str(value));
    }
    return number;
}

static void add_whole(vstr_t *out, const conversion_t *c, mp_obj_t value) {
    int base = c->type == 'o' ? 8 : (c->type | 0x20) == 'x' ? 16 : 10;
    const char *prefix = !c->alternate ? "" : base == 8 ? "0o" : c->type == 'X' ? "0X" : base == 16 ? "0x" : "";
    vstr_t digits;
    vstr_init(&digits, 24);
    hognose_int_digits(&digits, whole_number(value, c->type), base, c->type == 'X');
    add_field(out, c, digits.buf, digits.len, prefix, c->precision < 0 ? 0 : (size_t)c->precision);
    vstr_clear(&digits);
}

static void add_real(vstr_t *out, const conversion_t *c, mp_obj_t value) {
    mp_float_t x;
    if (!mp_obj_get_float_maybe(value, &x)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("must be real number, not %s"), mp_obj_get_type_str(value));
    }
    vstr_t text;
    vstr_init(&text, 32);
    hognose_float_format(&text, x, c->type, c->precision < 0 ? 6 : c->precision, c->alternate);
    add_field(out, c, text.buf, text.len, "", 0);
    vstr_clear(&text);
}

static void add_text(vstr_t *out, const conversion_t *c, const char *text, size_t len, bool is_bytes) {
    if (c->precision >= 0) {
        const byte *end = (const byte *)text, *top = end + len;
        for (int i = 0; i < c->precision && end < top; i++) {
            end = is_bytes ? end + 1 : utf8_next_char(end);
        }
        len = end - (const byte *)text;
    }
    size_t chars = is_bytes ? len : utf8_charlen((const byte *)text, len);
    size_t room = c->width > 0 && (size_t)c->width > chars ? c->width - chars : 0;
    for (size_t i = 0; !c->left && i < room; i++) {
        vstr_add_byte(out, ' ');
    }
    vstr_add_strn(out, text, len);
    for (size_t i = 0; c->left && i < room; i++) {
        vstr_add_byte(out, ' ');
    }
}

static void add_character(vstr_t *out, const conversion_t *c, mp_obj_t value, bool is_bytes) {
    size_t len = 0;
    const char *text = NULL;
    VSTR_FIXED(character, 4);
    if (mp_obj_is_int(value) || mp_obj_is_bool(value)) {
        mp_int_t code = mp_obj_get_int_truncated(value);
        if (is_bytes ? (code < 0 || code > 255) : (code < 0 || code > 0x10ffff)) {
            mp_raise_msg(&mp_type_OverflowError, is_bytes ? MP_ERROR_TEXT("%c arg not in range(256)") : MP_ERROR_TEXT("%c arg not in range(0x110000)"));
        }
        if (is_bytes) {
            vstr_add_byte(&character, (byte)code);
        } else {
            vstr_add_char(&character, (unichar)code);
        }
        text = character.buf;
        len = character.len;
    } else if (mp_obj_is_str_or_bytes(value)) {
        text = mp_obj_str_get_data(value, &len);
        if ((is_bytes ? len : utf8_charlen((const byte *)text, len)) != 1) {
            text = NULL;
        }
    }
    if (text == NULL) {
        mp_raise_TypeError(is_bytes ? MP_ERROR_TEXT("%c requires an integer in range(256) or a single byte") : MP_ERROR_TEXT("%c requires int or char"));
    }
    add_text(out, c, text, len, is_bytes);
}

static void add_object(vstr_t *out, const conversion_t *c, mp_obj_t value, bool is_bytes) {
    if (is_bytes && (c->type == 's' || c->type == 'b')) {
        mp_buffer_info_t buffer;
        if (mp_obj_is_str(value) || !mp_get_buffer(value, &buffer, MP_BUFFER_READ)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'"), mp_obj_get_type_str(value));
        }
        add_text(out, c, buffer.buf, buffer.len, true);
        return;
    }
    mp_obj_t text = convert(value, c->type == 's' ? 's' : is_bytes ? 'a' : c->type);
    size_t len;
    const char *s = mp_obj_str_get_data(text, &len);
    add_text(out, c, s, len, is_bytes);
}

static void raise_unsupported(const char *start, const char *s, const char *end) {
    unichar code = utf8_get_char((const byte *)s);
    const char *next = (const char *)utf8_next_char((const byte *)s);
    (void)end;
    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("unsupported format character '%.*s' (0x%x) at index %u"),
        (int)(next - s), s, (unsigned)code, (unsigned)utf8_charlen((const byte *)start, s - start));
}

static mp_obj_t mapped_operand(operands_t *operands, const char *key, size_t len) {
    const mp_obj_type_t *type = mp_obj_get_type(operands->given);
    if (mp_obj_is_str_or_bytes(operands->given) || type == &mp_type_tuple || !MP_OBJ_TYPE_HAS_SLOT(type, subscr)) {
        mp_raise_TypeError(MP_ERROR_TEXT("format requires a mapping"));
    }
    operands->used_as_mapping = true;
    mp_obj_t name = operands->is_bytes ? mp_obj_new_bytes((const byte *)key, len) : mp_obj_new_str(key, len);
    return mp_obj_subscr(operands->given, name, MP_OBJ_SENTINEL);
}

// What follows a "%"; returns what follows the conversion.
static const char *add_conversion(vstr_t *out, const char *start, const char *s, const char *end, operands_t *operands) {
    mp_obj_t value = MP_OBJ_NULL;
    if (s < end && *s == '(') {
        const char *key = ++s;
        for (int open = 1; s < end && open > 0; s++) {
            open += (*s == '(') - (*s == ')');
        }
        if (s > end || s == key || s[-1] != ')') {
            mp_raise_ValueError(MP_ERROR_TEXT("incomplete format key"));
        }
        value = mapped_operand(operands, key, s - 1 - key);
    }
    conversion_t c = { .precision = -1 };
    for (; s < end; s++) {
        if (*s == '-') {
            c.left = true;
        } else if (*s == '+') {
            c.plus = true;
        } else if (*s == ' ') {
            c.space = true;
        } else if (*s == '#') {
            c.alternate = true;
        } else if (*s == '0') {
            c.zero = true;
        } else {
            break;
        }
    }
    c.width = read_count(&s, end, operands, 0);
    if (c.width < 0) {
        c.left = true;
        c.width = -c.width;
    }
    if (s < end && *s == '.') {
        s++;
        int precision = read_count(&s, end, operands, 0);
        c.precision = precision < 0 ? 0 : precision;
    }
    while (s < end && (*s == 'h' || *s == 'l' || *s == 'L')) {
        s++;
    }
    if (s >= end) {
        mp_raise_ValueError(MP_ERROR_TEXT("incomplete format"));
    }
    c.type = *s;
    if (c.type == '%') {
        vstr_add_byte(out, '%');
        return s + 1;
    }
    if ((byte)c.type >= 0x80 || strchr(operands->is_bytes ? "diouxXeEfFgGcrsab" : "diouxXeEfFgGcrsa", c.type) == NULL) {
        raise_unsupported(start, s, end);
    }
    if (value == MP_OBJ_NULL) {
        value = next_operand(operands);
    }
    if (strchr("diouxX", c.type) != NULL) {
        add_whole(out, &c, value);
    } else if (strchr("eEfFgG", c.type) != NULL) {
        add_real(out, &c, value);
    } else if (c.type == 'c') {
        add_character(out, &c, value, operands->is_bytes);
    } else {
        add_object(out, &c, value, operands->is_bytes);
    }
    return s + 1;
}

mp_obj_t hognose_str_modulo(mp_obj_t pattern, mp_obj_t given) {
    operands_t operands = { .given = given, .n_args = 1, .is_bytes = mp_obj_is_type(pattern, &mp_type_bytes) };
    mp_obj_t tuple = mp_obj_cast_to_native_base(given, MP_OBJ_FROM_PTR(&mp_type_tuple));
    if (tuple != MP_OBJ_NULL) {
        mp_obj_t *items;
        mp_obj_tuple_get(tuple, &operands.n_args, &items);
        operands.args = items;
    } else {
        operands.single[0] = given;
        operands.args = operands.single;
    }
    size_t len;
    const char *start = mp_obj_str_get_data(pattern, &len), *s = start, *end = start + len;
    vstr_t out;
    vstr_init(&out, len + 16);
    while (s < end) {
        const char *plain = s;
        while (s < end && *s != '%') {
            s++;
        }
        vstr_add_strn(&out, plain, s - plain);
        if (s < end) {
            s = add_conversion(&out, start, s + 1, end, &operands);
        }
    }
    bool is_mapping = tuple == MP_OBJ_NULL && !mp_obj_is_str_or_bytes(given) && MP_OBJ_TYPE_HAS_SLOT(mp_obj_get_type(given), subscr);
    if (operands.next < operands.n_args && !is_mapping && !operands.used_as_mapping) {
        mp_raise_TypeError(operands.is_bytes ? MP_ERROR_TEXT("not all arguments converted during bytes formatting")
            : MP_ERROR_TEXT("not all arguments converted during string formatting"));
    }
    return operands.is_bytes ? mp_obj_new_bytes_from_vstr(&out) : mp_obj_new_str_from_vstr(&out);
}
