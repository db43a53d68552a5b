// JSON from objects. What is open is a stack on the heap, so that depth costs no C stack.
#include <math.h>
#include <string.h>

#include "py/builtin.h"
#include "py/cstack.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "class.h"
#include "op_errors.h"
#include "json_text.h"

// How deep CPython 3.12 goes. Each that is opened is compared with all that are open.
#define MOST_OPEN (1497)

typedef struct {
    mp_obj_t object; // as the program has it
    mp_obj_t inside; // a list or tuple; null: a dict, or what default() was asked about
    mp_obj_t *pairs; // of a dict: keys and values
    size_t len, at;
    bool is_default;
} open_t;

typedef struct {
    vstr_t out;
    mp_print_t print;
    mp_obj_t default_, indent;
    const char *item_separator, *key_separator, *indent_text;
    size_t item_len, key_len, indent_len;
    bool ascii, allow_nan, sort_keys, skip_keys, check_circular;
    size_t plain_most; // not 0: it must be plain data, and no longer
    open_t *open;
    size_t depth, level, alloc;
} encoder_t;

static void add_escape(vstr_t *out, unsigned code) {
    static const char digits[] = "0123456789abcdef";
    char text[6] = { '\\', 'u', digits[code >> 12 & 15], digits[code >> 8 & 15], digits[code >> 4 & 15], digits[code & 15] };
    vstr_add_strn(out, text, 6);
}

// A half of a pair alone: no reader of JSON has to take it.
static bool has_surrogate(const char *text, const char *end) {
    while (text < end && (text = memchr(text, 0xed, end - text)) != NULL) {
        if ((byte)*++text >= 0xa0) {
            return true;
        }
    }
    return false;
}

static void encode_string(encoder_t *self, mp_obj_t string) {
    size_t len;
    const char *text = mp_obj_str_get_data(string, &len), *end = text + len, *from = text;
    if (self->plain_most != 0 && has_surrogate(text, end)) {
        mp_raise_type(&mp_type_ValueError);
    }
    vstr_add_byte(&self->out, '"');
    while (text < end) {
        HOGNOSE_SAFE_POINT();
        byte c = *text;
        if (c >= 32 && c != '"' && c != '\\' && (c < 127 || !self->ascii)) {
            text++;
            continue;
        }
        vstr_add_strn(&self->out, from, text - from);
        static const char short_escapes[] = "\"\"\\\\\nn\rr\tt\bb\ff";
        const char *escape = NULL;
        for (size_t i = 0; i < sizeof(short_escapes) - 1 && escape == NULL; i += 2) {
            escape = short_escapes[i] == (char)c ? short_escapes + i + 1 : NULL;
        }
        if (escape != NULL) {
            vstr_add_byte(&self->out, '\\');
            vstr_add_byte(&self->out, *escape);
            text++;
        } else {
            unichar code = utf8_get_char((const byte *)text);
            text = (const char *)utf8_next_char((const byte *)text);
            if (code >= 0x10000) {
                add_escape(&self->out, 0xd800 | (code - 0x10000) >> 10);
                code = 0xdc00 | ((code - 0x10000) & 0x3ff);
            }
            add_escape(&self->out, code);
        }
        from = text;
    }
    vstr_add_strn(&self->out, from, end - from);
    vstr_add_byte(&self->out, '"');
}

static void encode_float(encoder_t *self, mp_obj_t number) {
    double value = mp_obj_float_get(number);
    if (isfinite(value)) {
        mp_obj_print_helper(&self->print, number, PRINT_REPR);
        return;
    }
    if (!self->allow_nan) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Out of range float values are not JSON compliant: %s"), isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
    }
    vstr_add_str(&self->out, isnan(value) ? "NaN" : value < 0 ? "-Infinity" : "Infinity");
}

// A constant or a number; false if it is neither.
static bool encode_atom(encoder_t *self, mp_obj_t value) {
    if (value == mp_const_none) {
        vstr_add_str(&self->out, "null");
    } else if (value == mp_const_true) {
        vstr_add_str(&self->out, "true");
    } else if (value == mp_const_false) {
        vstr_add_str(&self->out, "false");
    } else if (mp_obj_is_int(value)) {
        mp_obj_print_helper(&self->print, value, PRINT_REPR);
    } else if (mp_obj_is_float(value)) {
        encode_float(self, value);
    } else {
        return false;
    }
    return true;
}

static void newline(encoder_t *self) {
    if (self->indent != mp_const_none) {
        vstr_add_byte(&self->out, '\n');
        for (size_t i = 0; i < self->level; i++) {
            vstr_add_strn(&self->out, self->indent_text, self->indent_len);
        }
    }
}

static open_t *push(encoder_t *self, mp_obj_t object) {
    if (self->depth == MOST_OPEN) {
        mp_raise_msg(&mp_type_RecursionError, MP_ERROR_TEXT("maximum recursion depth exceeded while encoding a JSON object"));
    }
    if (self->check_circular) {
        for (size_t i = 0; i < self->depth; i++) {
            if (self->open[i].object == object) {
                mp_raise_ValueError(MP_ERROR_TEXT("Circular reference detected"));
            }
        }
    }
    if (self->depth == self->alloc) {
        self->open = m_renew(open_t, self->open, self->alloc, self->alloc * 2 + 8);
        memset(self->open + self->alloc, 0, (self->alloc + 8) * sizeof(open_t));
        self->alloc = self->alloc * 2 + 8;
    }
    open_t *open = &self->open[self->depth++];
    *open = (open_t) { .object = object };
    return open;
}

static void open_dict(encoder_t *self, mp_obj_t object, mp_obj_t inside) {
    size_t n = 0;
    mp_obj_t *pairs;
    if (object == inside && !self->sort_keys) {
        const mp_map_t *map = mp_obj_dict_get_map(inside);
        pairs = m_new(mp_obj_t, map->used * 2 + 1);
        for (size_t i = 0; i < map->alloc && n < map->used * 2; i++) {
            if (mp_map_slot_is_filled(map, i)) {
                pairs[n++] = map->table[i].key;
                pairs[n++] = map->table[i].value;
            }
        }
    } else {
        mp_obj_t items[2];
        mp_load_method(object, MP_QSTR_items, items);
        mp_obj_t list = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_list), mp_call_method_n_kw(0, 0, items));
        if (self->sort_keys) {
            mp_obj_list_sort(1, &list, (mp_map_t *)&mp_const_empty_map);
        }
        size_t len;
        mp_obj_t *each;
        mp_obj_list_get(list, &len, &each);
        pairs = m_new(mp_obj_t, len * 2 + 1);
        for (size_t i = 0; i < len; i++) {
            mp_obj_t *pair;
            mp_obj_get_array_fixed_n(each[i], 2, &pair);
            pairs[n++] = pair[0];
            pairs[n++] = pair[1];
        }
    }
    open_t *open = push(self, object);
    open->pairs = pairs;
    open->len = n / 2;
}

// Refuses what is not plain data, or more of it than there may be, before it is written.
static void check_plain(const encoder_t *self, mp_obj_t value) {
    bool plain = value == mp_const_none || mp_obj_is_bool(value) || mp_obj_is_int(value) || mp_obj_is_float(value);
    size_t least = 0; // of its text
    if (mp_obj_is_str(value) || mp_obj_is_exact_type(value, &mp_type_list) || mp_obj_is_exact_type(value, &mp_type_tuple)
        || mp_obj_is_exact_type(value, &mp_type_dict)) {
        plain = true;
        least = mp_obj_get_int(mp_obj_len(value));
    }
    if (!plain || self->out.len > self->plain_most || least > self->plain_most - self->out.len) {
        mp_raise_type(&mp_type_ValueError);
    }
}

// The value is written, or open.
static void encode_value(encoder_t *self, mp_obj_t value) {
    if (self->plain_most != 0) {
        check_plain(self, value);
    }
    mp_cstack_check(); // default() may give another object that asks default()
    mp_obj_t inside = native_inside(value);
    if (mp_obj_is_str(inside)) {
        encode_string(self, inside);
    } else if (encode_atom(self, inside)) {
    } else if (mp_obj_is_dict_or_ordereddict(inside)) {
        if (mp_obj_dict_get_map(inside)->used == 0) {
            vstr_add_str(&self->out, "{}");
            return;
        }
        open_dict(self, value, inside);
        vstr_add_byte(&self->out, '{');
        self->level++;
    } else if (mp_obj_is_type(inside, &mp_type_list) || MP_OBJ_TYPE_GET_SLOT_OR_NULL(mp_obj_get_type(inside), iter) == (void *)mp_obj_tuple_getiter) {
        size_t len;
        mp_obj_t *items;
        mp_obj_get_array(inside, &len, &items);
        if (len == 0) {
            vstr_add_str(&self->out, "[]");
            return;
        }
        push(self, value)->inside = inside;
        vstr_add_byte(&self->out, '[');
        self->level++;
    } else {
        push(self, value)->is_default = true;
        encode_value(self, mp_call_function_1(self->default_, value));
    }
}

// True: it was the name of a member, and is written with what stands before and after it.
static bool encode_key(encoder_t *self, mp_obj_t key, bool first) {
    if (self->plain_most != 0 && !mp_obj_is_str(key)) {
        mp_raise_type(&mp_type_ValueError);
    }
    mp_obj_t inside = native_inside(key);
    size_t before = self->out.len;
    if (!first) {
        vstr_add_strn(&self->out, self->item_separator, self->item_len);
    }
    newline(self);
    if (mp_obj_is_str(inside)) {
        encode_string(self, inside);
    } else {
        size_t start = self->out.len;
        vstr_add_byte(&self->out, '"');
        if (!encode_atom(self, inside)) {
            if (self->skip_keys) {
                self->out.len = before;
                return false;
            }
            self->out.len = start;
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("keys must be str, int, float, bool or None, not %s"), mp_obj_get_type_str(key));
        }
        vstr_add_byte(&self->out, '"');
    }
    vstr_add_strn(&self->out, self->key_separator, self->key_len);
    return true;
}

static void encode(encoder_t *self, mp_obj_t value) {
    encode_value(self, value);
    while (self->depth > 0) {
        HOGNOSE_SAFE_POINT();
        open_t *open = &self->open[self->depth - 1];
        size_t len = open->len;
        value = MP_OBJ_NULL;
        if (open->is_default) {
            self->depth--; // its value is complete
            continue;
        } else if (open->pairs != NULL) {
            while (open->at < len && value == MP_OBJ_NULL) {
                size_t at = open->at++;
                if (encode_key(self, open->pairs[2 * at], self->out.buf[self->out.len - 1] == '{')) {
                    value = open->pairs[2 * at + 1];
                }
            }
        } else {
            mp_obj_t *items;
            mp_obj_get_array(open->inside, &len, &items);
            if (open->at < len) {
                if (open->at > 0) {
                    vstr_add_strn(&self->out, self->item_separator, self->item_len);
                }
                value = items[open->at++];
                newline(self);
            }
        }
        if (value != MP_OBJ_NULL) {
            encode_value(self, value);
            continue;
        }
        self->level--;
        if (open->pairs == NULL || self->out.buf[self->out.len - 1] != '{') {
            newline(self);
        }
        vstr_add_byte(&self->out, open->pairs != NULL ? '}' : ']');
        *open = (open_t) { 0 };
        self->depth--;
    }
}

// encode(object, default, indent, item_separator, key_separator, flags)
mp_obj_t hognose_json_encode(size_t n_args, const mp_obj_t *args) {
    (void)n_args;
    encoder_t self = { .default_ = args[1], .indent = args[2] };
    vstr_init_print(&self.out, 64, &self.print);
    if (self.indent != mp_const_none) {
        self.indent_text = mp_obj_str_get_data(self.indent, &self.indent_len);
    }
    self.item_separator = mp_obj_str_get_data(args[3], &self.item_len);
    self.key_separator = mp_obj_str_get_data(args[4], &self.key_len);
    mp_int_t flags = mp_obj_get_int(args[5]);
    self.ascii = flags & 1;
    self.allow_nan = flags & 2;
    self.sort_keys = flags & 4;
    self.skip_keys = flags & 8;
    self.check_circular = flags & 16;
    encode(&self, args[0]);
    return mp_obj_new_str_from_utf8_vstr(&self.out);
}

bool hognose_json_plain(mp_obj_t value, size_t most, vstr_t *out) {
    encoder_t self = {
        .indent = mp_const_none, .item_separator = ", ", .item_len = 2, .key_separator = ": ", .key_len = 2,
        .ascii = true, .check_circular = true, .plain_most = most,
    };
    nlr_buf_t nlr;
    if (nlr_push(&nlr) != 0) {
        return false; // no memory for it is no JSON either
    }
    vstr_init_print(&self.out, 64, &self.print);
    encode(&self, value);
    nlr_pop();
    *out = self.out;
    return out->len <= most;
}
