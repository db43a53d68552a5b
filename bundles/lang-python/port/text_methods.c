// Methods of str, bytes and bytearray that are ours: cases and classes of characters, fields, parts,
// searching. Positions and lengths of a str are in characters, of the others in bytes.
#include <string.h>

#include "py/objlist.h"
#include "py/objstr.h"
#include "py/runtime.h"
#include "py/unicode.h"
#include "op_errors.h"
#include "text_methods.h"
#include "unicode_text.h"

typedef struct {
    const byte *data;
    size_t len;
    const mp_obj_type_t *type; // str, bytes or bytearray
    bool is_str;
    bool narrow; // a character is a byte
} text_t;

static text_t text_of(mp_obj_t obj) {
    obj = native_inside(obj);
    const mp_obj_type_t *type = mp_obj_get_type(obj);
    text_t text = { .type = type, .is_str = type == &mp_type_str };
    if (text.is_str || type == &mp_type_bytes) {
        text.data = (const byte *)mp_obj_str_get_data(obj, &text.len);
    } else {
        mp_buffer_info_t buffer;
        mp_get_buffer_raise(obj, &buffer, MP_BUFFER_READ);
        text.data = buffer.buf;
        text.len = buffer.len;
    }
    text.narrow = true;
    for (size_t i = 0; text.is_str && i < text.len; i++) {
        HOGNOSE_SAFE_POINT();
        if (text.data[i] >= 0x80) {
            text.narrow = false;
            break;
        }
    }
    return text;
}

// An argument that must be of the same kind.
static text_t same_kind(const text_t *self, mp_obj_t obj) {
    obj = native_inside(obj);
    if (self->is_str != mp_obj_is_str(obj)) {
        if (self->is_str) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("must be str, not %s"), mp_obj_get_type_str(obj));
        }
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("a bytes-like object is required, not '%s'"), mp_obj_get_type_str(obj));
    }
    return text_of(obj);
}

static mp_obj_t new_text(const text_t *self, vstr_t *out) {
    if (self->is_str) {
        return mp_obj_new_str_from_vstr(out);
    }
    return self->type == &mp_type_bytearray ? mp_obj_new_bytearray_by_ref(out->len, vstr_null_terminated_str(out)) : mp_obj_new_bytes_from_vstr(out);
}

static mp_obj_t new_part(const text_t *self, const byte *data, size_t len) {
    if (self->is_str) {
        return mp_obj_new_str((const char *)data, len);
    }
    return self->type == &mp_type_bytearray ? mp_obj_new_bytearray(len, data) : mp_obj_new_bytes(data, len);
}

static const byte *next(const text_t *self, const byte *s) {
    return self->narrow ? s + 1 : utf8_next_char(s);
}

static unichar get(const text_t *self, const byte *s) {
    HOGNOSE_SAFE_POINT();
    return self->narrow ? *s : utf8_get_char(s);
}

static unsigned flags(const text_t *self, unichar c) {
    if (!self->is_str && c >= 0x80) {
        return 0;
    }
    unsigned f = char_flags(c);
    return self->is_str || c < 0x1c || c > 0x1f ? f : f & ~CHAR_SPACE; // no spaces in bytes
}

static bool is_lower(const text_t *self, unichar c) {
    return (self->is_str || c < 0x80) && char_is_lower(c);
}

static bool is_upper(const text_t *self, unichar c) {
    return (self->is_str || c < 0x80) && char_is_upper(c);
}

// ---- cases ------------------------------------------------------------------------------------

static void add_case(const text_t *self, vstr_t *out, unichar c, char_case_t to) {
    if (self->is_str || c < 0x80) {
        char_add_case(out, c, to);
    } else {
        vstr_add_byte(out, (byte)c);
    }
}

static bool is_cased(const text_t *self, unichar c) {
    return is_lower(self, c) || is_upper(self, c);
}

// Capital sigma is another letter at the end of a word.
static bool is_final_sigma(const text_t *self, const byte *s) {
    const byte *before = s;
    bool word = false;
    while (before > self->data && !word) {
        do {
            before--;
        } while (before > self->data && (*before & 0xc0) == 0x80);
        unichar c = utf8_get_char(before);
        word = is_cased(self, c);
        if (!word && c != '\'' && c != '.' && c != 0xb7 && c != 0x2019) {
            return false;
        }
    }
    const byte *after = utf8_next_char(s), *end = self->data + self->len;
    while (after < end) {
        unichar c = utf8_get_char(after);
        if (is_cased(self, c)) {
            return false;
        }
        if (c != '\'' && c != '.' && c != 0xb7 && c != 0x2019) {
            break;
        }
        after = utf8_next_char(after);
    }
    return word;
}

static void add_lower(const text_t *self, vstr_t *out, const byte *s, unichar c) {
    if (c == 0x3a3 && self->is_str && is_final_sigma(self, s)) {
        vstr_add_char(out, 0x3c2);
    } else {
        add_case(self, out, c, CASE_LOWER);
    }
}

typedef enum { TO_UPPER, TO_LOWER, TO_TITLE, TO_CAPITALIZE, TO_SWAPCASE, TO_CASEFOLD } conversion_t;

static mp_obj_t convert(mp_obj_t obj, conversion_t to) {
    text_t self = text_of(obj);
    vstr_t out;
    vstr_init(&out, self.len + 1);
    bool in_word = false;
    const byte *end = self.data + self.len;
    for (const byte *s = self.data; s < end; s = next(&self, s)) {
        unichar c = get(&self, s);
        switch (to) {
            case TO_UPPER:
                add_case(&self, &out, c, CASE_UPPER);
                break;
            case TO_LOWER:
                add_lower(&self, &out, s, c);
                break;
            case TO_CASEFOLD:
                add_case(&self, &out, c, CASE_FOLD);
                break;
            case TO_SWAPCASE:
                if (is_upper(&self, c)) {
                    add_lower(&self, &out, s, c);
                } else {
                    add_case(&self, &out, c, CASE_UPPER);
                }
                break;
            case TO_CAPITALIZE:
                if (s == self.data) {
                    add_case(&self, &out, c, CASE_TITLE);
                } else {
                    add_lower(&self, &out, s, c);
                }
                break;
            case TO_TITLE:
                if (in_word) {
                    add_lower(&self, &out, s, c);
                } else {
                    add_case(&self, &out, c, CASE_TITLE);
                }
                in_word = is_cased(&self, c);
                break;
        }
    }
    return new_text(&self, &out);
}

#define CONVERSION(name, to) \
    static mp_obj_t text_##name(mp_obj_t self) { return convert(self, to); } \
    MP_DEFINE_CONST_FUN_OBJ_1(text_##name##_obj, text_##name)
CONVERSION(upper, TO_UPPER);
CONVERSION(lower, TO_LOWER);
CONVERSION(title, TO_TITLE);
CONVERSION(capitalize, TO_CAPITALIZE);
CONVERSION(swapcase, TO_SWAPCASE);
CONVERSION(casefold, TO_CASEFOLD);

// ---- classes ----------------------------------------------------------------------------------

static mp_obj_t all_have(mp_obj_t obj, unsigned wanted, bool if_empty) {
    text_t self = text_of(obj);
    const byte *end = self.data + self.len;
    for (const byte *s = self.data; s < end; s = next(&self, s)) {
        if ((flags(&self, get(&self, s)) & wanted) == 0) {
            return mp_const_false;
        }
    }
    return mp_obj_new_bool(self.len != 0 || if_empty);
}

#define CLASS(name, wanted, if_empty) \
    static mp_obj_t text_##name(mp_obj_t self) { return all_have(self, wanted, if_empty); } \
    MP_DEFINE_CONST_FUN_OBJ_1(text_##name##_obj, text_##name)
CLASS(isalpha, CHAR_ALPHA, false);
CLASS(isdigit, CHAR_DIGIT, false);
CLASS(isdecimal, CHAR_DECIMAL, false);
CLASS(isnumeric, CHAR_NUMERIC, false);
CLASS(isalnum, CHAR_ALPHA | CHAR_DECIMAL | CHAR_DIGIT | CHAR_NUMERIC, false);
CLASS(isspace, CHAR_SPACE, false);
CLASS(isprintable, CHAR_PRINTABLE, true);

static mp_obj_t text_isidentifier(mp_obj_t obj) {
    text_t self = text_of(obj);
    const byte *end = self.data + self.len;
    for (const byte *s = self.data; s < end; s = next(&self, s)) {
        if ((char_flags(get(&self, s)) & (s == self.data ? CHAR_ID_START : CHAR_ID_CONTINUE)) == 0) {
            return mp_const_false;
        }
    }
    return mp_obj_new_bool(self.len != 0);
}
MP_DEFINE_CONST_FUN_OBJ_1(text_isidentifier_obj, text_isidentifier);

static mp_obj_t text_isascii(mp_obj_t obj) {
    text_t self = text_of(obj);
    for (size_t i = 0; i < self.len; i++) {
        if (self.data[i] >= 0x80) {
            return mp_const_false;
        }
    }
    return mp_const_true;
}
MP_DEFINE_CONST_FUN_OBJ_1(text_isascii_obj, text_isascii);

static mp_obj_t all_cased(mp_obj_t obj, bool upper) {
    text_t self = text_of(obj);
    bool any = false;
    const byte *end = self.data + self.len;
    for (const byte *s = self.data; s < end; s = next(&self, s)) {
        unichar c = get(&self, s);
        if (upper ? is_lower(&self, c) : is_upper(&self, c)) {
            return mp_const_false;
        }
        any = any || (upper ? is_upper(&self, c) : is_lower(&self, c));
    }
    return mp_obj_new_bool(any);
}

static mp_obj_t text_isupper(mp_obj_t self) {
    return all_cased(self, true);
}
MP_DEFINE_CONST_FUN_OBJ_1(text_isupper_obj, text_isupper);

static mp_obj_t text_islower(mp_obj_t self) {
    return all_cased(self, false);
}
MP_DEFINE_CONST_FUN_OBJ_1(text_islower_obj, text_islower);

static mp_obj_t text_istitle(mp_obj_t obj) {
    text_t self = text_of(obj);
    bool in_word = false, any = false;
    const byte *end = self.data + self.len;
    for (const byte *s = self.data; s < end; s = next(&self, s)) {
        unichar c = get(&self, s);
        bool upper = is_upper(&self, c), lower = is_lower(&self, c);
        if ((upper && in_word) || (lower && !in_word)) {
            return mp_const_false;
        }
        in_word = upper || lower;
        any = any || in_word;
    }
    return mp_obj_new_bool(any);
}
MP_DEFINE_CONST_FUN_OBJ_1(text_istitle_obj, text_istitle);

// ---- fields -----------------------------------------------------------------------------------

static size_t char_count(const text_t *self) {
    return self->narrow ? self->len : utf8_charlen(self->data, self->len);
}

static mp_obj_t pad(size_t n_args, const mp_obj_t *args, char align) {
    text_t self = text_of(args[0]);
    mp_int_t width = mp_obj_get_int(args[1]);
    unichar fill = ' ';
    if (n_args == 3) {
        text_t given = same_kind(&self, args[2]);
        if (char_count(&given) != 1) {
            mp_raise_TypeError(MP_ERROR_TEXT("The fill character must be exactly one character long"));
        }
        fill = get(&given, given.data);
    }
    size_t chars = char_count(&self);
    size_t room = width > 0 && (size_t)width > chars ? width - chars : 0;
    // As CPython: of an odd room, the left has more if the width is odd.
    size_t left = align == '<' ? 0 : align == '>' ? room : room / 2 + (room & width & 1);
    vstr_t out;
    vstr_init(&out, self.len + room);
    for (size_t i = 0; i < left; i++) {
        self.is_str ? vstr_add_char(&out, fill) : vstr_add_byte(&out, (byte)fill);
    }
    vstr_add_strn(&out, (const char *)self.data, self.len);
    for (size_t i = left; i < room; i++) {
        self.is_str ? vstr_add_char(&out, fill) : vstr_add_byte(&out, (byte)fill);
    }
    return new_text(&self, &out);
}

static mp_obj_t text_ljust(size_t n_args, const mp_obj_t *args) {
    return pad(n_args, args, '<');
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_ljust_obj, 2, 3, text_ljust);

static mp_obj_t text_rjust(size_t n_args, const mp_obj_t *args) {
    return pad(n_args, args, '>');
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_rjust_obj, 2, 3, text_rjust);

static mp_obj_t text_center(size_t n_args, const mp_obj_t *args) {
    return pad(n_args, args, '^');
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_center_obj, 2, 3, text_center);

static mp_obj_t text_zfill(size_t n_args, const mp_obj_t *args) {
    (void)n_args;
    text_t self = text_of(args[0]);
    mp_int_t width = mp_obj_get_int(args[1]);
    size_t chars = char_count(&self);
    size_t zeros = width > 0 && (size_t)width > chars ? width - chars : 0;
    size_t sign = self.len > 0 && (self.data[0] == '-' || self.data[0] == '+');
    vstr_t out;
    vstr_init(&out, self.len + zeros);
    vstr_add_strn(&out, (const char *)self.data, sign);
    for (; zeros > 0; zeros--) {
        vstr_add_byte(&out, '0');
    }
    vstr_add_strn(&out, (const char *)self.data + sign, self.len - sign);
    return new_text(&self, &out);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_zfill_obj, 2, 2, text_zfill);

static mp_obj_t text_expandtabs(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = { { MP_QSTR_tabsize, MP_ARG_INT, { .u_int = 8 } } };
    mp_arg_val_t size;
    mp_arg_parse_all(n_args - 1, args + 1, kw_args, 1, allowed, &size);
    text_t self = text_of(args[0]);
    vstr_t out;
    vstr_init(&out, self.len + 16);
    mp_int_t column = 0;
    const byte *end = self.data + self.len;
    for (const byte *s = self.data, *after; s < end; s = after) {
        after = next(&self, s);
        if (*s == '\t') {
            for (mp_int_t n = size.u_int > 0 ? size.u_int - column % size.u_int : 0; n > 0; n--, column++) {
                vstr_add_byte(&out, ' ');
            }
        } else {
            vstr_add_strn(&out, (const char *)s, after - s);
            column = *s == '\n' || *s == '\r' ? 0 : column + 1;
        }
    }
    return new_text(&self, &out);
}
MP_DEFINE_CONST_FUN_OBJ_KW(text_expandtabs_obj, 1, text_expandtabs);

// ---- stripping --------------------------------------------------------------------------------

static bool contains_char(const text_t *set, unichar c) {
    const byte *end = set->data + set->len;
    for (const byte *s = set->data; s < end; s = next(set, s)) {
        if (get(set, s) == c) {
            return true;
        }
    }
    return false;
}

static const byte *previous(const text_t *self, const byte *s) {
    do {
        s--;
    } while (!self->narrow && (*s & 0xc0) == 0x80);
    return s;
}

static mp_obj_t strip(size_t n_args, const mp_obj_t *args, bool left, bool right) {
    text_t self = text_of(args[0]), set = { 0 };
    bool spaces = n_args < 2 || args[1] == mp_const_none;
    if (!spaces) {
        set = same_kind(&self, args[1]);
    }
    const byte *start = self.data, *end = self.data + self.len;
    while (left && start < end) {
        unichar c = get(&self, start);
        if (!(spaces ? flags(&self, c) & CHAR_SPACE : contains_char(&set, c))) {
            break;
        }
        start = next(&self, start);
    }
    while (right && start < end) {
        const byte *last = previous(&self, end);
        unichar c = get(&self, last);
        if (!(spaces ? flags(&self, c) & CHAR_SPACE : contains_char(&set, c))) {
            break;
        }
        end = last;
    }
    if (start == self.data && end == self.data + self.len && (mp_obj_is_str(args[0]) || mp_obj_is_type(args[0], &mp_type_bytes))) {
        return args[0];
    }
    return new_part(&self, start, end - start);
}

static mp_obj_t text_strip(size_t n_args, const mp_obj_t *args) {
    return strip(n_args, args, true, true);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_strip_obj, 1, 2, text_strip);

static mp_obj_t text_lstrip(size_t n_args, const mp_obj_t *args) {
    return strip(n_args, args, true, false);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_lstrip_obj, 1, 2, text_lstrip);

static mp_obj_t text_rstrip(size_t n_args, const mp_obj_t *args) {
    return strip(n_args, args, false, true);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_rstrip_obj, 1, 2, text_rstrip);

static mp_obj_t text_removeprefix(size_t n_args, const mp_obj_t *args) {
    (void)n_args;
    text_t self = text_of(args[0]), prefix = same_kind(&self, args[1]);
    size_t skip = prefix.len <= self.len && memcmp(self.data, prefix.data, prefix.len) == 0 ? prefix.len : 0;
    return new_part(&self, self.data + skip, self.len - skip);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_removeprefix_obj, 2, 2, text_removeprefix);

static mp_obj_t text_removesuffix(size_t n_args, const mp_obj_t *args) {
    (void)n_args;
    text_t self = text_of(args[0]), suffix = same_kind(&self, args[1]);
    size_t skip = suffix.len <= self.len && memcmp(self.data + self.len - suffix.len, suffix.data, suffix.len) == 0 ? suffix.len : 0;
    return new_part(&self, self.data, self.len - skip);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_removesuffix_obj, 2, 2, text_removesuffix);

// ---- parts ------------------------------------------------------------------------------------

static const byte *find(const byte *data, size_t len, const text_t *part) {
    if (part->len > len) {
        return NULL;
    }
    if (part->len == 0) {
        return data;
    }
    const byte *last = data + (len - part->len);
    while (data <= last) {
        HOGNOSE_SAFE_POINT();
        data = memchr(data, part->data[0], last - data + 1);
        if (data == NULL) {
            return NULL;
        }
        if (memcmp(data, part->data, part->len) == 0) {
            return data;
        }
        data++;
    }
    return NULL;
}

static const byte *find_last(const byte *data, size_t len, const text_t *part) {
    for (const byte *s = part->len > len ? NULL : data + (len - part->len); s != NULL && s >= data; s--) {
        HOGNOSE_SAFE_POINT();
        if (memcmp(s, part->data, part->len) == 0) {
            return s;
        }
    }
    return NULL;
}

static const mp_arg_t split_args[] = {
    { MP_QSTR_sep, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
    { MP_QSTR_maxsplit, MP_ARG_INT, { .u_int = -1 } },
};

static void add_part(const text_t *self, mp_obj_t list, const byte *from, const byte *to) {
    mp_obj_list_append(list, new_part(self, from, to - from));
}

static text_t separator(const text_t *self, mp_obj_t given) {
    text_t sep = same_kind(self, given);
    if (sep.len == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("empty separator"));
    }
    return sep;
}

static mp_obj_t text_split(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    mp_arg_val_t vals[MP_ARRAY_SIZE(split_args)];
    mp_arg_parse_all(n_args - 1, args + 1, kw_args, MP_ARRAY_SIZE(split_args), split_args, vals);
    text_t self = text_of(args[0]);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    const byte *s = self.data, *end = s + self.len;
    size_t left = vals[1].u_int < 0 ? SIZE_MAX : (size_t)vals[1].u_int;
    if (vals[0].u_obj != mp_const_none) {
        text_t sep = separator(&self, vals[0].u_obj);
        for (const byte *found; left > 0 && (found = find(s, end - s, &sep)) != NULL; left--) {
            add_part(&self, list, s, found);
            s = found + sep.len;
        }
        add_part(&self, list, s, end);
        return list;
    }
    for (;;) {
        while (s < end && (flags(&self, get(&self, s)) & CHAR_SPACE)) {
            s = next(&self, s);
        }
        if (s == end) {
            return list;
        }
        const byte *start = s;
        if (left-- == 0) {
            add_part(&self, list, start, end);
            return list;
        }
        while (s < end && !(flags(&self, get(&self, s)) & CHAR_SPACE)) {
            s = next(&self, s);
        }
        add_part(&self, list, start, s);
    }
}
MP_DEFINE_CONST_FUN_OBJ_KW(text_split_obj, 1, text_split);

static mp_obj_t reversed(mp_obj_t list) {
    size_t n;
    mp_obj_t *items;
    mp_obj_list_get(list, &n, &items);
    for (size_t i = 0; i < n / 2; i++) {
        mp_obj_t item = items[i];
        items[i] = items[n - 1 - i];
        items[n - 1 - i] = item;
    }
    return list;
}

static mp_obj_t text_rsplit(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    mp_arg_val_t vals[MP_ARRAY_SIZE(split_args)];
    mp_arg_parse_all(n_args - 1, args + 1, kw_args, MP_ARRAY_SIZE(split_args), split_args, vals);
    if (vals[1].u_int < 0) {
        return text_split(n_args, args, kw_args);
    }
    text_t self = text_of(args[0]);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    const byte *start = self.data, *end = start + self.len;
    size_t left = (size_t)vals[1].u_int;
    if (vals[0].u_obj != mp_const_none) {
        text_t sep = separator(&self, vals[0].u_obj);
        for (const byte *found; left > 0 && (found = find_last(start, end - start, &sep)) != NULL; left--) {
            add_part(&self, list, found + sep.len, end);
            end = found;
        }
        add_part(&self, list, start, end);
        return reversed(list);
    }
    for (;;) {
        while (end > start && (flags(&self, get(&self, previous(&self, end))) & CHAR_SPACE)) {
            end = previous(&self, end);
        }
        if (end == start) {
            return reversed(list);
        }
        const byte *stop = end;
        if (left-- == 0) {
            add_part(&self, list, start, stop);
            return reversed(list);
        }
        while (end > start && !(flags(&self, get(&self, previous(&self, end))) & CHAR_SPACE)) {
            end = previous(&self, end);
        }
        add_part(&self, list, end, stop);
    }
}
MP_DEFINE_CONST_FUN_OBJ_KW(text_rsplit_obj, 1, text_rsplit);

static bool ends_line(const text_t *self, unichar c) {
    return c == '\n' || c == '\r'
        || (self->is_str && (c == 0xb || c == 0xc || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029));
}

static mp_obj_t text_splitlines(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = { { MP_QSTR_keepends, MP_ARG_BOOL, { .u_bool = false } } };
    mp_arg_val_t keep;
    mp_arg_parse_all(n_args - 1, args + 1, kw_args, 1, allowed, &keep);
    text_t self = text_of(args[0]);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    const byte *s = self.data, *end = s + self.len;
    while (s < end) {
        const byte *start = s;
        while (s < end && !ends_line(&self, get(&self, s))) {
            s = next(&self, s);
        }
        const byte *stop = s;
        if (s < end) {
            bool carriage = *s == '\r';
            s = next(&self, s);
            s += carriage && s < end && *s == '\n';
        }
        add_part(&self, list, start, keep.u_bool ? s : stop);
    }
    return list;
}
MP_DEFINE_CONST_FUN_OBJ_KW(text_splitlines_obj, 1, text_splitlines);

static mp_obj_t text_replace(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_old, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_new, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_count, MP_ARG_INT, { .u_int = -1 } },
    };
    mp_arg_val_t vals[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args - 1, args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, vals);
    text_t self = text_of(args[0]), old = same_kind(&self, vals[0].u_obj), new = same_kind(&self, vals[1].u_obj);
    size_t left = vals[2].u_int < 0 ? SIZE_MAX : (size_t)vals[2].u_int;
    const byte *s = self.data, *end = s + self.len, *found = find(s, end - s, &old);
    if (found == NULL || left == 0) {
        return mp_obj_is_str(args[0]) ? args[0] : new_part(&self, self.data, self.len);
    }
    vstr_t out;
    vstr_init(&out, self.len + new.len + 1);
    if (old.len == 0) { // before each character and at the end
        for (; s < end && left > 0; left--) {
            const byte *after = next(&self, s);
            vstr_add_strn(&out, (const char *)new.data, new.len);
            vstr_add_strn(&out, (const char *)s, after - s);
            s = after;
        }
        if (left > 0) {
            vstr_add_strn(&out, (const char *)new.data, new.len);
        }
    } else {
        for (; left > 0 && found != NULL; left--) {
            vstr_add_strn(&out, (const char *)s, found - s);
            vstr_add_strn(&out, (const char *)new.data, new.len);
            s = found + old.len;
            found = find(s, end - s, &old);
        }
    }
    vstr_add_strn(&out, (const char *)s, end - s);
    return new_text(&self, &out);
}
MP_DEFINE_CONST_FUN_OBJ_KW(text_replace_obj, 1, text_replace);

// ---- searching --------------------------------------------------------------------------------

// The part of self between two positions as a slice has them; false if it is none.
static bool bounds(const text_t *self, size_t n_args, const mp_obj_t *args, const byte **start, const byte **end) {
    mp_int_t len = (mp_int_t)char_count(self), from = 0, to = len;
    if (n_args > 2 && args[2] != mp_const_none) {
        from = mp_obj_get_int_truncated(args[2]);
        from = from < 0 ? MAX(from + len, 0) : from;
    }
    if (n_args > 3 && args[3] != mp_const_none) {
        mp_int_t given;
        to = mp_obj_get_int_maybe(args[3], &given) ? given : len;
        to = to < 0 ? MAX(to + len, 0) : MIN(to, len);
    }
    if (from > len || from > to) {
        return false;
    }
    if (self->narrow) {
        *start = self->data + from;
        *end = self->data + to;
        return true;
    }
    const byte *s = self->data;
    mp_int_t i = 0;
    for (; i < from; i++) {
        s = utf8_next_char(s);
    }
    *start = s;
    for (; i < to; i++) {
        s = utf8_next_char(s);
    }
    *end = s;
    return true;
}

static text_t searched(const text_t *self, mp_obj_t obj, byte room[1]) {
    if (!self->is_str && mp_obj_is_int(obj)) {
        mp_int_t value = mp_obj_get_int(obj);
        if (value < 0 || value > 255) {
            mp_raise_ValueError(MP_ERROR_TEXT("byte must be in range(0, 256)"));
        }
        room[0] = (byte)value;
        return (text_t) { .data = room, .len = 1, .narrow = true };
    }
    return same_kind(self, obj);
}

static mp_obj_t search(size_t n_args, const mp_obj_t *args, bool last, bool raises) {
    text_t self = text_of(args[0]);
    byte room[1];
    text_t part = searched(&self, args[1], room);
    const byte *start, *end, *found = NULL;
    if (bounds(&self, n_args, args, &start, &end)) {
        found = last ? find_last(start, end - start, &part) : find(start, end - start, &part);
    }
    if (found == NULL) {
        if (raises) {
            mp_raise_ValueError(self.is_str ? MP_ERROR_TEXT("substring not found") : MP_ERROR_TEXT("subsection not found"));
        }
        return MP_OBJ_NEW_SMALL_INT(-1);
    }
    return MP_OBJ_NEW_SMALL_INT(self.narrow ? (size_t)(found - self.data) : utf8_charlen(self.data, found - self.data));
}

#define SEARCH(name, last, raises) \
    static mp_obj_t text_##name(size_t n_args, const mp_obj_t *args) { return search(n_args, args, last, raises); } \
    MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_##name##_obj, 2, 4, text_##name)
SEARCH(find, false, false);
SEARCH(rfind, true, false);
SEARCH(index, false, true);
SEARCH(rindex, true, true);

static mp_obj_t text_count(size_t n_args, const mp_obj_t *args) {
    text_t self = text_of(args[0]);
    byte room[1];
    text_t part = searched(&self, args[1], room);
    const byte *s, *end;
    if (!bounds(&self, n_args, args, &s, &end)) {
        return MP_OBJ_NEW_SMALL_INT(0);
    }
    if (part.len == 0) {
        return MP_OBJ_NEW_SMALL_INT((self.narrow ? (size_t)(end - s) : utf8_charlen(s, end - s)) + 1);
    }
    size_t n = 0;
    for (; (s = find(s, end - s, &part)) != NULL; s += part.len) {
        n++;
    }
    return MP_OBJ_NEW_SMALL_INT(n);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_count_obj, 2, 4, text_count);

static mp_obj_t at_an_end(size_t n_args, const mp_obj_t *args, bool at_start) {
    text_t self = text_of(args[0]);
    const byte *start, *end;
    bool any = bounds(&self, n_args, args, &start, &end);
    size_t n = 1;
    mp_obj_t given = args[1], *items = &given;
    if (mp_obj_is_type(given, &mp_type_tuple)) {
        mp_obj_tuple_get(given, &n, &items);
    } else if (self.is_str ? !mp_obj_is_str(native_inside(given)) : mp_obj_is_str(given)) {
        mp_raise_msg_varg(&mp_type_TypeError, self.is_str ? MP_ERROR_TEXT("%s first arg must be str or a tuple of str, not %s")
            : MP_ERROR_TEXT("%s first arg must be bytes or a tuple of bytes, not %s"), at_start ? "startswith" : "endswith", mp_obj_get_type_str(given));
    }
    for (size_t i = 0; i < n && any; i++) {
        text_t part = same_kind(&self, items[i]);
        if (part.len <= (size_t)(end - start) && memcmp(at_start ? start : end - part.len, part.data, part.len) == 0) {
            return mp_const_true;
        }
    }
    return mp_const_false;
}

static mp_obj_t text_startswith(size_t n_args, const mp_obj_t *args) {
    return at_an_end(n_args, args, true);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_startswith_obj, 2, 4, text_startswith);

static mp_obj_t text_endswith(size_t n_args, const mp_obj_t *args) {
    return at_an_end(n_args, args, false);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_endswith_obj, 2, 4, text_endswith);

// ---- translation ------------------------------------------------------------------------------

static mp_obj_t text_maketrans(size_t n_args, const mp_obj_t *args) {
    if (n_args > 1 && !mp_obj_is_str(args[0])) { // bytes.maketrans: a table of 256
        text_t from = text_of(args[0]), to = text_of(args[1]);
        if (from.len != to.len) {
            mp_raise_ValueError(MP_ERROR_TEXT("maketrans arguments must have same length"));
        }
        byte table[256];
        for (size_t i = 0; i < 256; i++) {
            table[i] = (byte)i;
        }
        for (size_t i = 0; i < from.len; i++) {
            table[from.data[i]] = to.data[i];
        }
        return mp_obj_new_bytes(table, 256);
    }
    mp_obj_t table = mp_obj_new_dict(0);
    if (n_args == 1) {
        mp_obj_t given = native_inside(args[0]);
        if (!mp_obj_is_type(given, &mp_type_dict)) {
            mp_raise_TypeError(MP_ERROR_TEXT("if you give only one argument to maketrans it must be a dict"));
        }
        mp_map_t *map = mp_obj_dict_get_map(given);
        for (size_t i = 0; i < map->alloc; i++) {
            if (!mp_map_slot_is_filled(map, i)) {
                continue;
            }
            mp_obj_t key = map->table[i].key;
            if (mp_obj_is_str(key)) {
                text_t text = text_of(key);
                if (char_count(&text) != 1) {
                    mp_raise_ValueError(MP_ERROR_TEXT("string keys in translate table must be of length 1"));
                }
                key = MP_OBJ_NEW_SMALL_INT(get(&text, text.data));
            }
            mp_obj_dict_store(table, key, map->table[i].value);
        }
        return table;
    }
    text_t from = text_of(args[0]), to = same_kind(&from, args[1]);
    if (char_count(&from) != char_count(&to)) {
        mp_raise_ValueError(MP_ERROR_TEXT("the first two maketrans arguments must have equal length"));
    }
    const byte *t = to.data;
    for (const byte *s = from.data; s < from.data + from.len; s = next(&from, s), t = next(&to, t)) {
        mp_obj_dict_store(table, MP_OBJ_NEW_SMALL_INT(get(&from, s)), MP_OBJ_NEW_SMALL_INT(get(&to, t)));
    }
    if (n_args == 3) {
        text_t removed = same_kind(&from, args[2]);
        for (const byte *s = removed.data; s < removed.data + removed.len; s = next(&removed, s)) {
            mp_obj_dict_store(table, MP_OBJ_NEW_SMALL_INT(get(&removed, s)), mp_const_none);
        }
    }
    return table;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_maketrans_fun_obj, 1, 3, text_maketrans);
MP_DEFINE_CONST_STATICMETHOD_OBJ(text_maketrans_obj, MP_ROM_PTR(&text_maketrans_fun_obj));

// What the table has for a character, or null.
static mp_obj_t translation(mp_obj_t table, unichar c) {
    mp_obj_t key = MP_OBJ_NEW_SMALL_INT(c);
    if (mp_obj_is_type(table, &mp_type_dict)) {
        mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(table), key, MP_MAP_LOOKUP);
        return found == NULL ? MP_OBJ_NULL : found->value;
    }
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_t value = mp_obj_subscr(table, key, MP_OBJ_SENTINEL);
        nlr_pop();
        return value;
    }
    if (!mp_obj_exception_match(MP_OBJ_FROM_PTR(nlr.ret_val), MP_OBJ_FROM_PTR(&mp_type_LookupError))) {
        nlr_raise(MP_OBJ_FROM_PTR(nlr.ret_val));
    }
    return MP_OBJ_NULL;
}

static mp_obj_t text_translate(size_t n_args, const mp_obj_t *args) {
    text_t self = text_of(args[0]);
    vstr_t out;
    vstr_init(&out, self.len + 1);
    if (!self.is_str) {
        text_t table = { 0 }, removed = { 0 };
        if (args[1] != mp_const_none) {
            table = same_kind(&self, args[1]);
            if (table.len != 256) {
                mp_raise_ValueError(MP_ERROR_TEXT("translation table must be 256 characters long"));
            }
        }
        if (n_args == 3) {
            removed = same_kind(&self, args[2]);
        }
        for (size_t i = 0; i < self.len; i++) {
            if (removed.len == 0 || memchr(removed.data, self.data[i], removed.len) == NULL) {
                vstr_add_byte(&out, table.len == 0 ? self.data[i] : table.data[self.data[i]]);
            }
        }
        return new_text(&self, &out);
    }
    for (const byte *s = self.data; s < self.data + self.len; s = next(&self, s)) {
        unichar c = get(&self, s);
        mp_obj_t to = translation(args[1], c);
        if (to == MP_OBJ_NULL) {
            vstr_add_char(&out, c);
        } else if (mp_obj_is_int(to)) {
            vstr_add_char(&out, mp_obj_get_int(to));
        } else if (to != mp_const_none) {
            text_t text = same_kind(&self, to);
            vstr_add_strn(&out, (const char *)text.data, text.len);
        }
    }
    return new_text(&self, &out);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_translate_obj, 2, 3, text_translate);
