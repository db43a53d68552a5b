// What CPython's streams have besides upstream's.
#include "py/runtime.h"
#include "py/stream.h"

static mp_obj_t stream_writelines(mp_obj_t self_in, mp_obj_t lines) {
    mp_obj_t call[3];
    mp_obj_iter_buf_t iter_buf;
    mp_obj_t iterable = mp_getiter(lines, &iter_buf);
    mp_obj_t line;
    while ((line = mp_iternext(iterable)) != MP_OBJ_STOP_ITERATION) {
        mp_load_method(self_in, MP_QSTR_write, call);
        call[2] = line;
        mp_call_method_n_kw(1, 0, call);
    }
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_2(mp_stream_writelines_obj, stream_writelines);

// readable(), writable(), seekable()
static mp_obj_t stream_yes(mp_obj_t self_in) {
    (void)self_in;
    return mp_const_true;
}
MP_DEFINE_CONST_FUN_OBJ_1(mp_stream_yes_obj, stream_yes);

// isatty()
static mp_obj_t stream_no(mp_obj_t self_in) {
    (void)self_in;
    return mp_const_false;
}
MP_DEFINE_CONST_FUN_OBJ_1(mp_stream_no_obj, stream_no);
