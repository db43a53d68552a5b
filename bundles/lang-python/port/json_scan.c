// Objects from JSON. What is open is a list, so that depth costs no C stack.
#include <math.h>
#include <string.h>

#include "py/builtin.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/runtime.h"
#include "json_text.h"

typedef struct {
    mp_obj_t source;
    const char *text, *end, *at;
    bool strict;
    mp_obj_t object_hook, pairs_hook, parse_float, parse_int, parse_constant, error;
} scanner_t;

size_t hognose_characters(const char *text, size_t bytes) {
    size_t n = 0;
    for (size_t i = 0; i < bytes; i++) {
        n += !UTF8_IS_CONT(text[i]);
    }
    return n;
}

static NORETURN void fail(const scanner_t *self, const char *message, const char *at) {
    mp_obj_t args[3] = {
        mp_obj_new_str(message, strlen(message)), self->source,
        mp_obj_new_int_from_uint(hognose_characters(self->text, at - self->text)),
    };
    nlr_raise(mp_call_function_n_kw(self->error, 3, 0, args));
}

static void skip(scanner_t *self) {
    while (self->at < self->end && (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t')) {
        self->at++;
    }
}

static bool take(scanner_t *self, const char *word) {
    size_t len = strlen(word);
    if ((size_t)(self->end - self->at) < len || memcmp(self->at, word, len) != 0) {
        return false;
    }
    self->at += len;
    return true;
}

// Four digits; `at` is behind the u.
static unsigned scan_hex(scanner_t *self, const char *at) {
    unsigned code = 0;
    for (size_t i = 0; i < 4; i++) {
        if (at + i >= self->end || !unichar_isxdigit((byte)at[i])) {
            fail(self, "Invalid \\uXXXX escape", at - 1);
        }
        code = code << 4 | unichar_xdigit_value((byte)at[i]);
    }
    return code;
}

// A string, whose opening quote is read.
static mp_obj_t scan_string(scanner_t *self) {
    const char *start = self->at - 1, *from = self->at;
    vstr_t parts;
    bool escaped = false;
    for (;;) {
        HOGNOSE_SAFE_POINT();
        if (self->at >= self->end) {
            fail(self, "Unterminated string starting at", start);
        }
        byte c = *self->at;
        if (c == '"') {
            break;
        } else if (c < 32 && self->strict) {
            fail(self, "Invalid control character at", self->at);
        } else if (c != '\\') {
            self->at++;
            continue;
        }
        if (!escaped) {
            vstr_init(&parts, self->at - from + 16);
            escaped = true;
        }
        vstr_add_strn(&parts, from, self->at - from);
        if (self->at + 1 >= self->end) {
            fail(self, "Unterminated string starting at", start);
        }
        static const char escapes[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
        c = self->at[1];
        if (c == 'u') {
            unsigned code = scan_hex(self, self->at + 2);
            self->at += 6;
            if (code >> 10 == 0xd800 >> 10 && self->end - self->at >= 2 && self->at[0] == '\\' && self->at[1] == 'u') {
                unsigned low = scan_hex(self, self->at + 2);
                if (low >> 10 == 0xdc00 >> 10) {
                    code = 0x10000 + ((code & 0x3ff) << 10 | (low & 0x3ff));
                    self->at += 6;
                }
            }
            vstr_add_char(&parts, code);
        } else {
            size_t i = 0;
            while (i < sizeof(escapes) - 1 && escapes[i] != (char)c) {
                i += 2;
            }
            if (i >= sizeof(escapes) - 1) {
                fail(self, "Invalid \\escape", self->at);
            }
            vstr_add_byte(&parts, escapes[i + 1]);
            self->at += 2;
        }
        from = self->at;
    }
    const char *end = self->at++;
    if (!escaped) {
        return mp_obj_new_str_copy(&mp_type_str, (const byte *)from, end - from);
    }
    vstr_add_strn(&parts, from, end - from);
    return mp_obj_new_str_from_utf8_vstr(&parts);
}

static mp_obj_t constant(scanner_t *self, const char *name, double value) {
    if (self->parse_constant == mp_const_none) {
        return mp_obj_new_float(value);
    }
    return mp_call_function_1(self->parse_constant, mp_obj_new_str(name, strlen(name)));
}

static bool is_digit(const scanner_t *self, const char *at) {
    return at < self->end && *at >= '0' && *at <= '9';
}

static mp_obj_t scan_number(scanner_t *self) {
    const char *start = self->at, *at = start + (*start == '-');
    if (*start == '-' && take(self, "-Infinity")) {
        return constant(self, "-Infinity", -INFINITY);
    }
    if (!is_digit(self, at)) {
        fail(self, "Expecting value", start);
    }
    bool whole = true;
    mp_int_t small = 0;
    if (*at == '0') {
        at++;
    } else {
        for (; is_digit(self, at); at++) {
            small = at - start < 9 ? small * 10 + (*at - '0') : 0;
        }
    }
    size_t digits = at - start;
    if (at < self->end && *at == '.' && is_digit(self, at + 1)) {
        whole = false;
        for (at++; is_digit(self, at); at++) {
        }
    }
    if (at < self->end && (*at == 'e' || *at == 'E')) {
        const char *exponent = at + 1;
        exponent += exponent < self->end && (*exponent == '+' || *exponent == '-');
        if (is_digit(self, exponent)) {
            whole = false;
            for (at = exponent; is_digit(self, at); at++) {
            }
        }
    }
    self->at = at;
    if (whole && self->parse_int == mp_const_none && digits < 9) {
        return MP_OBJ_NEW_SMALL_INT(*start == '-' ? -small : small);
    }
    mp_obj_t parse = whole ? self->parse_int : self->parse_float;
    if (parse == mp_const_none) {
        parse = MP_OBJ_FROM_PTR(whole ? &mp_type_int : &mp_type_float);
    }
    return mp_call_function_1(parse, mp_obj_new_str_copy(&mp_type_str, (const byte *)start, at - start));
}

// The name of a member, and up to its value.
static mp_obj_t scan_name(scanner_t *self) {
    if (self->at >= self->end || *self->at != '"') {
        fail(self, "Expecting property name enclosed in double quotes", self->at);
    }
    self->at++;
    mp_obj_t name = scan_string(self);
    skip(self);
    if (self->at >= self->end || *self->at != ':') {
        fail(self, "Expecting ':' delimiter", self->at);
    }
    self->at++;
    skip(self);
    return name;
}

static mp_obj_t close_object(const scanner_t *self, mp_obj_t members) {
    if (self->pairs_hook != mp_const_none) {
        return mp_call_function_1(self->pairs_hook, members);
    }
    return self->object_hook == mp_const_none ? members : mp_call_function_1(self->object_hook, members);
}

static void add_member(const scanner_t *self, mp_obj_t members, mp_obj_t name, mp_obj_t value) {
    if (self->pairs_hook == mp_const_none) {
        mp_obj_dict_store(members, name, value);
    } else {
        mp_obj_t pair[2] = { name, value };
        mp_obj_list_append(members, mp_obj_new_tuple(2, pair));
    }
}

// One value. In `open` are the containers around it, each after the name (or null: it is an array)
// under which its next value goes.
static mp_obj_t scan_value(scanner_t *self) {
    mp_obj_list_t *open = MP_OBJ_TO_PTR(mp_obj_new_list(0, NULL));
    for (;;) {
        HOGNOSE_SAFE_POINT();
        mp_obj_t value;
        byte c = self->at < self->end ? *self->at : 0;
        if (c == '"') {
            self->at++;
            value = scan_string(self);
        } else if (c == '{' || c == '[') {
            self->at++;
            skip(self);
            bool is_array = c == '[';
            value = is_array || self->pairs_hook != mp_const_none ? mp_obj_new_list(0, NULL) : mp_obj_new_dict(0);
            if (self->at < self->end && *self->at == (is_array ? ']' : '}')) {
                self->at++;
                value = is_array ? value : close_object(self, value);
            } else {
                mp_obj_list_append(MP_OBJ_FROM_PTR(open), value);
                mp_obj_list_append(MP_OBJ_FROM_PTR(open), is_array ? mp_const_none : scan_name(self));
                continue;
            }
        } else if ((c >= '0' && c <= '9') || c == '-') {
            value = scan_number(self);
        } else if (take(self, "true")) {
            value = mp_const_true;
        } else if (take(self, "false")) {
            value = mp_const_false;
        } else if (take(self, "null")) {
            value = mp_const_none;
        } else if (take(self, "NaN")) {
            value = constant(self, "NaN", NAN);
        } else if (take(self, "Infinity")) {
            value = constant(self, "Infinity", INFINITY);
        } else {
            fail(self, "Expecting value", self->at);
        }
        // Put it where it belongs, and close what ends after it.
        for (;;) {
            if (open->len == 0) {
                return value;
            }
            mp_obj_t container = open->items[open->len - 2], name = open->items[open->len - 1];
            bool is_array = name == mp_const_none;
            if (is_array) {
                mp_obj_list_append(container, value);
            } else {
                add_member(self, container, name, value);
            }
            skip(self);
            c = self->at < self->end ? *self->at : 0;
            if (c == ',') {
                self->at++;
                skip(self);
                if (!is_array) {
                    open->items[open->len - 1] = scan_name(self);
                }
                break;
            }
            if (c != (is_array ? ']' : '}')) {
                fail(self, "Expecting ',' delimiter", self->at);
            }
            self->at++;
            open->len -= 2;
            open->items[open->len] = open->items[open->len + 1] = MP_OBJ_NULL;
            value = is_array ? container : close_object(self, container);
        }
    }
}

// scan(text, index, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, error):
// the value at that index, and the index behind it; index None: the whole text.
mp_obj_t hognose_json_scan(size_t n_args, const mp_obj_t *args) {
    (void)n_args;
    size_t len;
    const char *text = mp_obj_str_get_data(args[0], &len);
    scanner_t self = {
        .source = args[0], .text = text, .at = text, .end = text + len, .strict = mp_obj_is_true(args[2]),
        .object_hook = args[3], .pairs_hook = args[4], .parse_float = args[5], .parse_int = args[6],
        .parse_constant = args[7], .error = args[8],
    };
    if (args[1] == mp_const_none) {
        skip(&self);
        mp_obj_t value = scan_value(&self);
        skip(&self);
        if (self.at < self.end) {
            fail(&self, "Extra data", self.at);
        }
        return value;
    }
    for (mp_int_t index = mp_obj_get_int(args[1]); index > 0 && self.at < self.end; index--) {
        self.at = (const char *)utf8_next_char((const byte *)self.at);
    }
    mp_obj_t both[2] = { scan_value(&self), MP_OBJ_NULL };
    both[1] = mp_obj_new_int_from_uint(hognose_characters(text, self.at - text));
    return mp_obj_new_tuple(2, both);
}
