// How a program ended, told twice: to people on stderr, to the host through hognose_error.
//
// The texts are built in static buffers: the heap may be the very thing that ran out.
#include <string.h>

#include "py/nlr.h"
#include "py/objexcept.h"
#include "py/runtime.h"
#include "report.h"

#define TYPE_MAX (256)
#define MESSAGE_MAX (16 * 1024)
#define TRACEBACK_MAX (64 * 1024)

typedef struct {
    char *buf;
    size_t len;
    size_t max;
    bool cut;
} text_t;

static char type_buf[TYPE_MAX], message_buf[MESSAGE_MAX], traceback_buf[TRACEBACK_MAX];

// The layout of hognose_error's result: six little-endian u32.
static struct {
    const char *type;
    size_t type_len;
    const char *message;
    size_t message_len;
    const char *traceback;
    size_t traceback_len;
} error;
static bool have_error;

__attribute__((export_name("hognose_error"), used))
const void *hognose_error(void) {
    return have_error ? &error : NULL;
}

void hognose_forget_report(void) {
    have_error = false;
}

// Copy until the buffer is full; cut between characters, not inside one.
static void text_add(void *env, const char *str, size_t len) {
    text_t *text = env;
    size_t room = text->cut ? 0 : text->max - text->len;
    if (len > room) {
        text->cut = true; // nothing may follow a cut
        len = room;
        while (len > 0 && (str[len] & 0xc0) == 0x80) {
            len--;
        }
    }
    memcpy(text->buf + text->len, str, len);
    text->len += len;
}

void hognose_report(mp_obj_t exc) {
    text_t type = { type_buf, 0, TYPE_MAX };
    text_t message = { message_buf, 0, MESSAGE_MAX };
    text_t traceback = { traceback_buf, 0, TRACEBACK_MAX };
    mp_print_t to_type = { &type, text_add };
    mp_print_t to_message = { &message, text_add };
    mp_print_t to_traceback = { &traceback, text_add };

    mp_print_str(&to_type, mp_obj_get_type_str(exc));
    bool is_syntax = mp_obj_is_exact_type(exc, &mp_type_SyntaxError) || mp_obj_is_exact_type(exc, &mp_type_IndentationError);
    if (!hognose_print_str(&to_message, is_syntax ? mp_obj_exception_get_value(exc) : exc)) {
        message.len = 0;
    }

    hognose_print_exception(&to_traceback, exc, MESSAGE_MAX);
    if (traceback.cut) { // the last line says most: keep room for it
        traceback.cut = false;
        traceback.len -= MIN(traceback.len, TYPE_MAX + MESSAGE_MAX + 64);
        mp_print_str(&to_traceback, "\n  ...\n");
        hognose_print_exception_only(&to_traceback, exc, MESSAGE_MAX);
    }
    mp_print_strn(&hognose_stderr, traceback.buf, traceback.len, 0, 0, 0); // one write

    error.type = type.buf;
    error.type_len = type.len;
    error.message = message.buf;
    error.message_len = message.len;
    error.traceback = traceback.buf;
    error.traceback_len = traceback.len;
    have_error = true;
}

void hognose_print_exit_value(mp_obj_t value) {
    hognose_print_str(&hognose_stderr, value);
    mp_print_str(&hognose_stderr, "\n");
}
