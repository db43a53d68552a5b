// Tracebacks: printed as CPython prints them, and as objects.
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "py/objexcept.h"
#include "py/runtime.h"
#include "class.h"
#include "report.h"

#define CHAIN_MAX (100)    // exceptions that follow from one another
#define REPEATS_SHOWN (3)  // of the same line, one after the other
#define LINE_MAX (400)

// A function's name is the last part of what it is called in full.
static const char *last_part(qstr name) {
    const char *text = qstr_str(name), *dot = strrchr(text, '.');
    return dot == NULL || dot[1] == '\0' ? text : dot + 1;
}

// The text of a line of a file, without the white space around it; its length.
static size_t read_line(const char *file, size_t line, char *text) {
    if (file[0] == '<' || line == 0) {
        return 0;
    }
    int fd = open(file, O_RDONLY);
    if (fd < 0) {
        return 0;
    }
    char chunk[512];
    size_t len = 0, at = 1;
    ssize_t n;
    while (at <= line && (n = read(fd, chunk, sizeof(chunk))) > 0) {
        for (ssize_t i = 0; i < n && at <= line; i++) {
            if (chunk[i] == '\n') {
                at++;
            } else if (at == line && len < LINE_MAX && (len != 0 || (chunk[i] != ' ' && chunk[i] != '\t' && chunk[i] != '\f'))) {
                text[len++] = chunk[i];
            }
        }
    }
    close(fd);
    while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\t' || text[len - 1] == '\r')) {
        len--;
    }
    return len;
}

static void print_entry(const mp_print_t *print, const size_t *entry) {
    const char *file = qstr_str((qstr)entry[0]);
    mp_printf(print, "  File \"%s\", line %d", file, (int)entry[1]);
    if (entry[2] != MP_QSTRnull) {
        mp_printf(print, ", in %s", last_part((qstr)entry[2]));
    }
    mp_print_str(print, "\n");
    char text[LINE_MAX];
    size_t len = read_line(file, entry[1], text);
    if (len != 0) {
        mp_printf(print, "    %.*s\n", (int)len, text);
    }
}

static void print_entries(const mp_print_t *print, mp_obj_t exc) {
    size_t n, *entries; // (file, line, function) of each frame, innermost first
    mp_obj_exception_get_traceback(exc, &n, &entries);
    bool is_syntax = mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(exc)), MP_OBJ_FROM_PTR(&mp_type_SyntaxError));
    if (n == 0) {
        return;
    }
    if (!(is_syntax && n == 3)) {
        mp_print_str(print, "Traceback (most recent call last):\n");
    }
    size_t repeats = 0;
    const size_t *last = NULL;
    for (size_t i = n; i >= 3; last = &entries[i]) {
        i -= 3;
        const size_t *entry = &entries[i];
        bool same = last != NULL && memcmp(entry, last, 3 * sizeof(size_t)) == 0;
        repeats = same ? repeats + 1 : 0;
        if (repeats < REPEATS_SHOWN) {
            print_entry(print, entry);
        }
        bool ends = i < 3 || memcmp(entry, &entries[i - 3], 3 * sizeof(size_t)) != 0;
        if (ends && repeats >= REPEATS_SHOWN) {
            size_t more = repeats - REPEATS_SHOWN + 1;
            mp_printf(print, "  [Previous line repeated %d more time%s]\n", (int)more, more == 1 ? "" : "s");
        }
    }
}

// Printing an object runs the program's own code: it may raise, recurse or run out of memory.
static bool print_object(const mp_print_t *print, mp_obj_t obj, mp_print_kind_t kind) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_print_helper(print, obj, kind);
        nlr_pop();
        return true;
    }
    return false;
}

typedef struct {
    const mp_print_t *to;
    bool any;
    size_t room;
} after_colon_t;

static void add_after_colon(void *data, const char *text, size_t len) {
    after_colon_t *self = data;
    if (len > self->room) { // cut between characters
        for (len = self->room; len > 0 && (text[len] & 0xc0) == 0x80; len--) {
        }
        self->room = 0;
    } else {
        self->room -= len;
    }
    if (len != 0 && !self->any) {
        self->any = true;
        mp_print_str(self->to, ": ");
    }
    self->to->print_strn(self->to->data, text, len);
}

static void print_notes(const mp_print_t *print, mp_obj_t exc) {
    mp_obj_exception_t *native = mp_obj_exception_get_native(exc);
    if (native->attrs == NULL) {
        return;
    }
    mp_map_elem_t *notes = mp_map_lookup(&native->attrs->map, MP_OBJ_NEW_QSTR(MP_QSTR___notes__), MP_MAP_LOOKUP);
    if (notes == NULL || !mp_obj_is_type(notes->value, &mp_type_list)) {
        return;
    }
    size_t n;
    mp_obj_t *items;
    mp_obj_list_get(notes->value, &n, &items);
    for (size_t i = 0; i < n; i++) {
        print_object(print, items[i], PRINT_STR);
        mp_print_str(print, "\n");
    }
}

void hognose_print_exception_only(const mp_print_t *print, mp_obj_t exc, size_t message_max) {
    const mp_obj_type_t *type = mp_obj_get_type(exc);
    if (!class_is_native(type)) {
        mp_map_elem_t *module = mp_map_lookup(&MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map, MP_OBJ_NEW_QSTR(MP_QSTR___module__), MP_MAP_LOOKUP);
        if (module != NULL && module->value != MP_OBJ_NEW_QSTR(MP_QSTR___main__) && module->value != MP_OBJ_NEW_QSTR(MP_QSTR_builtins)
            && mp_obj_is_str(module->value)) {
            mp_printf(print, "%s.", mp_obj_str_get_str(module->value));
        }
        mp_print_str(print, qstr_str(CLASS_EXTRA(type)->qualname));
    } else {
        mp_print_str(print, qstr_str(type->name));
    }
    after_colon_t after = { print, false, message_max };
    mp_print_t message = { &after, add_after_colon };
    if (!print_object(&message, exc, PRINT_STR)) {
        mp_print_str(&message, "<exception str() failed>"); // CPython's words
    }
    mp_print_str(print, "\n");
    print_notes(print, exc);
}

void hognose_print_exception(const mp_print_t *print, mp_obj_t exc, size_t message_max) {
    // The one that was first comes first.
    mp_obj_t chain[CHAIN_MAX];
    bool caused[CHAIN_MAX];
    size_t n = 0;
    for (mp_obj_t at = exc; at != MP_OBJ_NULL && n < CHAIN_MAX;) {
        mp_obj_exception_t *native = mp_obj_exception_get_native(at);
        chain[n] = at;
        caused[n] = native->cause != MP_OBJ_NULL;
        n++;
        at = native->cause != MP_OBJ_NULL ? native->cause : native->suppress_context ? MP_OBJ_NULL : native->context;
        for (size_t i = 0; i < n; i++) {
            at = at == chain[i] ? MP_OBJ_NULL : at;
        }
    }
    while (n-- > 0) {
        print_entries(print, chain[n]);
        hognose_print_exception_only(print, chain[n], message_max);
        if (n > 0) {
            mp_print_str(print, caused[n - 1] ? "\nThe above exception was the direct cause of the following exception:\n\n"
                : "\nDuring handling of the above exception, another exception occurred:\n\n");
        }
    }
}

void mp_obj_print_exception(const mp_print_t *print, mp_obj_t exc) {
    if (mp_obj_is_exception_instance(exc)) {
        hognose_print_exception(print, exc, SIZE_MAX);
    } else {
        mp_obj_print_helper(print, exc, PRINT_STR);
        mp_print_str(print, "\n");
    }
}

// ---- objects ----------------------------------------------------------------------------------
//
// One type serves as traceback, frame and code: an entry, and how many are inside of it.

typedef struct {
    mp_obj_base_t base;
    mp_obj_t exc;
    size_t entry; // index of its file in the exception's entries
} entry_t;

static void entry_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest);

static MP_DEFINE_CONST_OBJ_TYPE(
    type_traceback,
    MP_QSTR_traceback,
    MP_TYPE_FLAG_NONE,
    attr, entry_attr
    );

static mp_obj_t new_entry(mp_obj_t exc, size_t entry) {
    entry_t *self = mp_obj_malloc(entry_t, &type_traceback);
    self->exc = exc;
    self->entry = entry;
    return MP_OBJ_FROM_PTR(self);
}

mp_obj_t hognose_traceback(mp_obj_t exc) {
    size_t n, *entries;
    mp_obj_exception_get_traceback(exc, &n, &entries);
    return n < 3 ? mp_const_none : new_entry(exc, n - 3);
}

static void entry_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    entry_t *self = MP_OBJ_TO_PTR(self_in);
    size_t n, *entries;
    mp_obj_exception_get_traceback(self->exc, &n, &entries);
    if (dest[0] != MP_OBJ_NULL || self->entry + 2 >= n) {
        return;
    }
    const size_t *entry = &entries[self->entry];
    switch (attr) {
        case MP_QSTR_tb_frame:
        case MP_QSTR_f_code:
            dest[0] = self_in;
            break;
        case MP_QSTR_tb_lineno:
        case MP_QSTR_f_lineno:
            dest[0] = MP_OBJ_NEW_SMALL_INT(entry[1]);
            break;
        case MP_QSTR_tb_next:
            dest[0] = self->entry < 3 ? mp_const_none : new_entry(self->exc, self->entry - 3);
            break;
        case MP_QSTR_co_filename:
            dest[0] = MP_OBJ_NEW_QSTR((qstr)entry[0]);
            break;
        case MP_QSTR_co_name:
            dest[0] = entry[2] == MP_QSTRnull ? MP_OBJ_NEW_QSTR(MP_QSTR__lt_module_gt_) : mp_obj_new_str_from_cstr(last_part((qstr)entry[2]));
            break;
        default:
            break;
    }
}
