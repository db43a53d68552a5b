// The value of a turn's last expression: `_` for the program, two texts for the host.
#include <string.h>

#include "py/builtin.h"
#include "py/runtime.h"
#include "json_text.h"
#include "result.h"

// Of each text. More is not something to look at.
#define TEXT_MAX (64 * 1024)

// The layout of hognose_result's result: four little-endian u32. Without JSON the last two are 0.
static struct {
    const char *repr;
    size_t repr_len;
    const char *json;
    size_t json_len;
} result;

MP_REGISTER_ROOT_POINTER(char *result_texts[2]); // what it points to

__attribute__((export_name("hognose_result"), used))
const void *hognose_result(void) {
    return result.repr == NULL ? NULL : &result;
}

void hognose_forget_result(void) {
    memset(&result, 0, sizeof(result));
    memset(MP_STATE_VM(result_texts), 0, sizeof(MP_STATE_VM(result_texts)));
}

// Raises this, which nothing between here and keep_repr handles, when there is enough.
static void add_repr(void *data, const char *text, size_t len) {
    vstr_t *out = data;
    size_t room = TEXT_MAX - out->len;
    if (len <= room) {
        vstr_add_strn(out, text, len);
        return;
    }
    while (room > 0 && (text[room] & 0xc0) == 0x80) { // cut between characters
        room--;
    }
    vstr_add_strn(out, text, room);
    nlr_raise(MP_OBJ_FROM_PTR(&mp_const_GeneratorExit_obj));
}

static void write_repr(vstr_t *out, mp_obj_t value) {
    mp_print_t print = { out, add_repr };
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_print_helper(&print, value, PRINT_REPR);
        nlr_pop();
    } else if (nlr.ret_val == &mp_const_GeneratorExit_obj) {
        vstr_add_str(out, "...");
    } else {
        nlr_jump(nlr.ret_val);
    }
}

void hognose_keep_result(mp_obj_t value) {
    if (value == mp_const_none) {
        return;
    }
    mp_store_attr(MP_OBJ_FROM_PTR(&mp_module_builtins), MP_QSTR__, value);
    vstr_t repr, json;
    vstr_init(&repr, 32);
    write_repr(&repr, value);
    MP_STATE_VM(result_texts)[0] = repr.buf;
    if (hognose_json_plain(value, TEXT_MAX, &json)) {
        MP_STATE_VM(result_texts)[1] = json.buf;
        result.json = json.buf;
        result.json_len = json.len;
    }
    result.repr = repr.buf;
    result.repr_len = repr.len;
}
