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
    bool to_stderr;
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

// Copy until the buffer is full; cut between characters, not inside one.
static void text_add(void *env, const char *str, size_t len) {
    text_t *text = env;
    if (text->to_stderr) {
        mp_print_strn(&hognose_stderr, str, len, 0, 0, 0);
    }
    size_t room = text->max - text->len;
    if (len > room) {
        len = room;
        while (len > 0 && (str[len] & 0xc0) == 0x80) {
            len--;
        }
        text->max = text->len + len; // nothing may follow a cut
    }
    memcpy(text->buf + text->len, str, len);
    text->len += len;
}

// str(exc) runs the program's own code: it may raise, recurse or run out of memory.
static bool print_str(const mp_print_t *print, mp_obj_t obj) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_print_helper(print, obj, PRINT_STR);
        nlr_pop();
        return true;
    }
    return false;
}

static bool print_exception(const mp_print_t *print, mp_obj_t exc) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_print_exception(print, exc);
        nlr_pop();
        return true;
    }
    return false;
}

void hognose_report(mp_obj_t exc) {
    text_t type = { type_buf, 0, TYPE_MAX };
    text_t message = { message_buf, 0, MESSAGE_MAX };
    text_t traceback = { traceback_buf, 0, TRACEBACK_MAX, true };

    mp_print_t print = { &type, text_add };
    mp_print_str(&print, mp_obj_get_type_str(exc));

    print = (mp_print_t) { &message, text_add };
    if (!print_str(&print, exc)) {
        message.len = 0;
    }

    print = (mp_print_t) { &traceback, text_add };
    if (!print_exception(&print, exc)) {
        mp_print_str(&print, "<exception str() failed>\n"); // CPython's words
    }

    error.type = type_buf;
    error.type_len = type.len;
    error.message = message_buf;
    error.message_len = message.len;
    error.traceback = traceback_buf;
    error.traceback_len = traceback.len;
    have_error = true;
}

void hognose_print_exit_value(mp_obj_t value) {
    print_str(&hognose_stderr, value);
    mp_print_str(&hognose_stderr, "\n");
}
