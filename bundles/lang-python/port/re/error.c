// re.error: an exception class of Python's, since it has attributes of its own. It is made when
// something asks for it or is wrong, so that a program which does neither does not pay.
#include "py/objstr.h"
#include "re.h"

MP_REGISTER_ROOT_POINTER(mp_obj_t re_error_type);

mp_obj_t re_error_type(void) {
    if (MP_STATE_VM(re_error_type) == MP_OBJ_NULL) {
        mp_obj_t module = mp_import_name(MP_QSTR__re, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
        MP_STATE_VM(re_error_type) = mp_load_attr(module, MP_QSTR_error);
    }
    return MP_STATE_VM(re_error_type);
}

NORETURN void re_raise(mp_obj_t pattern, const byte *at, vstr_t *message) {
    bool ascii;
    if (!re_valid_utf8((const byte *)message->buf, message->len, &ascii)) {
        // It quotes a pattern of bytes.
        vstr_t text;
        vstr_init(&text, message->len + 8);
        for (size_t i = 0; i < message->len; i++) {
            vstr_add_char(&text, (byte)message->buf[i]);
        }
        *message = text;
    }
    mp_obj_t args[3] = { mp_obj_new_str_from_vstr(message), mp_const_none, mp_const_none };
    size_t n = 1;
    if (at != NULL) {
        mp_buffer_info_t buf;
        mp_get_buffer_raise(pattern, &buf, MP_BUFFER_READ);
        size_t index = at - (const byte *)buf.buf;
        if (mp_obj_is_str(pattern)) {
            index = utf8_charlen(buf.buf, index);
        }
        args[1] = pattern;
        args[2] = MP_OBJ_NEW_SMALL_INT(index);
        n = 3;
    }
    nlr_raise(mp_call_function_n_kw(re_error_type(), n, 0, args));
}
