// What is searched. A str is UTF-8 and its indices count characters, while PCRE2 counts bytes. So a
// text remembers one place of which it knows both, and counts from there: going through a text from
// its begin to its end counts each of its characters once.
#include <string.h>

#include "py/objstr.h"
#include "py/objtype.h"
#include "py/smallint.h"
#include "py/unicode.h"
#include "re.h"

// A program that calls match(text, pos) again and again for one long text should not have it
// checked and counted each time: the last one is remembered.
#define REMEMBERED_FROM (128)

MP_REGISTER_ROOT_POINTER(void *re_last_text);

// Strict enough that PCRE2 stays in bounds: characters are whole and at most U+10FFFF. Surrogates
// may be there, as in any str of Python's.
bool re_valid_utf8(const byte *data, size_t len, bool *ascii) {
    const byte *p = data, *end = data + len;
    while (end - p >= 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        if (word & 0x8080808080808080) {
            break;
        }
        p += 8;
    }
    while (p < end && *p < 0x80) {
        p++;
    }
    *ascii = p == end;
    while (p < end) {
        byte c = *p++;
        if (c < 0x80) {
            continue;
        }
        size_t more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
        if (c < 0xc0 || c > 0xf4 || (size_t)(end - p) < more || (c == 0xf4 && *p > 0x8f)) {
            return false;
        }
        for (; more > 0; more--) {
            if ((*p++ & 0xc0) != 0x80) {
                return false;
            }
        }
    }
    return true;
}

mp_obj_t re_native(mp_obj_t object) {
    if (mp_obj_is_obj(object) && mp_obj_is_instance_type(mp_obj_get_type(object))) {
        mp_obj_t native = mp_obj_cast_to_native_base(object, MP_OBJ_FROM_PTR(&mp_type_str));
        if (native == MP_OBJ_NULL) {
            native = mp_obj_cast_to_native_base(object, MP_OBJ_FROM_PTR(&mp_type_bytes));
        }
        return native == MP_OBJ_NULL ? object : native;
    }
    return object;
}

void re_text_open(re_text_t *text, mp_obj_t given) {
    mp_obj_t string = re_native(given);
    re_text_t *last = MP_STATE_VM(re_last_text);
    if (last != NULL && last->owner == string) {
        *text = *last;
        text->string = given;
        return;
    }
    mp_buffer_info_t buf;
    if (!mp_get_buffer(string, &buf, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected string or bytes-like object, got '%s'"),
            mp_obj_get_type_str(string));
    }
    *text = (re_text_t) { .string = given, .owner = string, .len = buf.len, .ascii = true };
    text->is_str = mp_obj_is_str(string);
    bool own = mp_obj_is_qstr(string) || mp_obj_is_exact_type(string, &mp_type_str)
        || mp_obj_is_exact_type(string, &mp_type_bytes);
    if (!own && !text->is_str) { // may change while it is searched
        text->owner = mp_obj_new_bytes(buf.buf, buf.len);
        mp_get_buffer(text->owner, &buf, MP_BUFFER_READ);
    }
    text->data = buf.buf;
    if (text->is_str && !re_valid_utf8(text->data, text->len, &text->ascii)) {
        mp_raise_msg(&mp_type_UnicodeError, MP_ERROR_TEXT("not valid UTF-8"));
    }
    if (own && text->len >= REMEMBERED_FROM) {
        if (last == NULL) {
            MP_STATE_VM(re_last_text) = last = m_new_obj(re_text_t);
        }
        *last = *text;
    }
}

void re_text_forget(void) {
    MP_STATE_VM(re_last_text) = NULL;
}

static bool is_begin(byte b) {
    return (b & 0xc0) != 0x80;
}

static void remember(const re_text_t *text) {
    re_text_t *last = MP_STATE_VM(re_last_text);
    if (last != NULL && last->owner == text->owner) {
        last->at_offset = text->at_offset;
        last->at_index = text->at_index;
        last->chars = text->chars;
    }
}

mp_uint_t re_index_near(const re_text_t *text, size_t offset) {
    if (text->ascii) {
        return offset;
    }
    size_t index = text->at_index;
    for (const byte *p = text->data + text->at_offset, *end = text->data + offset; p < end; p++) {
        index += is_begin(*p);
    }
    for (const byte *p = text->data + offset, *end = text->data + text->at_offset; p < end; p++) {
        index -= is_begin(*p);
    }
    return index;
}

mp_uint_t re_length(re_text_t *text) {
    if (text->ascii) {
        return text->len;
    }
    if (text->chars == 0) {
        text->chars = re_index_near(text, text->len);
        remember(text);
    }
    return text->chars;
}

mp_uint_t re_index(re_text_t *text, size_t offset) {
    if (text->ascii) {
        return offset;
    }
    if (offset < text->at_offset / 2) {
        text->at_offset = text->at_index = 0;
    }
    text->at_index = re_index_near(text, offset);
    text->at_offset = offset;
    remember(text);
    return text->at_index;
}

size_t re_offset(re_text_t *text, mp_int_t index) {
    if (index <= 0) {
        return 0;
    }
    if (text->ascii) {
        return MIN((size_t)index, text->len);
    }
    if ((size_t)index >= text->len) { // at least as many bytes as characters
        return text->len;
    }
    size_t wanted = index;
    if (wanted < text->at_index / 2) {
        text->at_offset = text->at_index = 0;
    }
    const byte *p = text->data + text->at_offset, *end = text->data + text->len;
    size_t at = text->at_index;
    while (at > wanted) {
        at -= is_begin(*--p);
    }
    while (at < wanted && p < end) {
        for (p++; p < end && !is_begin(*p); p++) {
        }
        at++;
    }
    text->at_offset = p - text->data;
    text->at_index = at;
    remember(text);
    return text->at_offset;
}

mp_obj_t re_slice(const re_text_t *text, size_t from, size_t to) {
    if (from == 0 && to == text->len && text->owner == text->string) {
        return text->string;
    }
    if (to == from) {
        return text->is_str ? MP_OBJ_NEW_QSTR(MP_QSTR_) : mp_const_empty_bytes;
    }
    return mp_obj_new_str_copy(text->is_str ? &mp_type_str : &mp_type_bytes, text->data + from, to - from);
}

mp_int_t re_int_arg(mp_obj_t arg) {
    if (mp_obj_is_exact_type(arg, &mp_type_int)) { // a long one
        return mp_obj_is_true(mp_binary_op(MP_BINARY_OP_LESS, arg, MP_OBJ_NEW_SMALL_INT(0))) ? 0 : MP_SMALL_INT_MAX;
    }
    return mp_obj_get_int(arg);
}
