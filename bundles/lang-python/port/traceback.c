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
#define GROUP_WIDTH (15)   // exceptions shown of a group
#define GROUP_DEPTH (10)   // groups shown in groups

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

bool hognose_print_str(const mp_print_t *print, mp_obj_t obj) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_print_helper(print, obj, PRINT_STR);
        nlr_pop();
        return true;
    }
    return false;
}

// What is in an ExceptionGroup (_groups.py); NULL for any other exception.
static mp_obj_tuple_t *exceptions_of(mp_obj_t exc) {
    mp_map_elem_t *type = MP_STATE_VM(mp_module_builtins_override_dict) == NULL ? NULL
        : mp_map_lookup(&MP_STATE_VM(mp_module_builtins_override_dict)->map, MP_OBJ_NEW_QSTR(MP_QSTR_BaseExceptionGroup), MP_MAP_LOOKUP);
    if (type == NULL || !object_is_instance(exc) || !mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(exc)), type->value)) {
        return NULL;
    }
    mp_map_elem_t *found = mp_map_lookup(instance_members(MP_OBJ_TO_PTR(exc)), MP_OBJ_NEW_QSTR(MP_QSTR_exceptions), MP_MAP_LOOKUP);
    if (found == NULL || !mp_obj_is_exact_type(found->value, &mp_type_tuple)) {
        return NULL;
    }
    mp_obj_tuple_t *inner = MP_OBJ_TO_PTR(found->value);
    for (size_t i = 0; i < inner->len; i++) {
        if (!mp_obj_is_exception_instance(inner->items[i])) {
            return NULL;
        }
    }
    return inner;
}

static void print_entries(const mp_print_t *print, mp_obj_t exc) {
    size_t n, *entries; // (file, line, function) of each frame, innermost first
    mp_obj_exception_get_traceback(exc, &n, &entries);
    bool is_syntax = mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(exc)), MP_OBJ_FROM_PTR(&mp_type_SyntaxError));
    if (n == 0) {
        return;
    }
    if (!(is_syntax && n == 3)) {
        mp_printf(print, "%sTraceback (most recent call last):\n", exceptions_of(exc) == NULL ? "" : "Exception Group ");
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
        hognose_print_str(print, items[i]);
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
    bool is_syntax = type == &mp_type_SyntaxError || type == &mp_type_IndentationError; // its lines say where
    if (!hognose_print_str(&message, is_syntax ? mp_obj_exception_get_value(exc) : exc)) {
        mp_print_str(&message, "<exception str() failed>"); // CPython's words
    }
    mp_print_str(print, "\n");
    print_notes(print, exc);
}

// The margin in which the exceptions of a group stand, two columns for each group around them.
typedef struct {
    const mp_print_t *to;
    int depth;
    char mark;        // of the next line
    bool line_begins, closed;
} margin_t;

static void margin_begin(margin_t *self, const char *text) {
    mp_print_strn(self->to, "", 0, 0, ' ', 2 * self->depth);
    mp_print_str(self->to, text);
}

static void margin_add(void *data, const char *text, size_t len) {
    margin_t *self = data;
    for (size_t i = 0; i < len; self->line_begins = text[i - 1] == '\n') {
        if (self->line_begins && self->depth > 0) {
            margin_begin(self, (char[]) { self->mark, ' ', '\0' });
            self->mark = '|';
        }
        const char *end = memchr(text + i, '\n', len - i);
        size_t n = end == NULL ? len - i : (size_t)(end - text) + 1 - i;
        self->to->print_strn(self->to->data, text + i, n);
        i += n;
    }
}

static void print_chain(margin_t *margin, mp_obj_t exc, size_t message_max);

static void print_group(margin_t *margin, mp_obj_tuple_t *inner, size_t message_max) {
    size_t shown = MIN(inner->len, GROUP_WIDTH);
    for (size_t i = 0; i <= shown && i < inner->len; i++) {
        margin_begin(margin, i == 0 ? "+-+---------------- 1 ----------------\n" : "");
        if (i != 0) {
            mp_printf(margin->to, i == shown ? "  +---------------- ... ----------------\n" : "  +---------------- %d ----------------\n", (int)i + 1);
        }
        margin->depth++;
        margin->closed = false;
        if (i < shown) {
            print_chain(margin, inner->items[i], message_max);
        } else {
            mp_print_t print = { margin, margin_add };
            size_t more = inner->len - shown;
            mp_printf(&print, "and %d more exception%s\n", (int)more, more == 1 ? "" : "s");
        }
        if (!margin->closed && (i == shown || i + 1 == inner->len)) {
            margin_begin(margin, "+------------------------------------\n");
            margin->closed = true;
        }
        margin->depth--;
    }
}

static void print_chain(margin_t *margin, mp_obj_t exc, size_t message_max) {
    // The one that was first comes first.
    mp_print_t print = { margin, margin_add };
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
        mp_obj_tuple_t *inner = exceptions_of(chain[n]);
        if (inner != NULL && margin->depth > GROUP_DEPTH) {
            mp_printf(&print, "... (max_group_depth is %d)\n", GROUP_DEPTH);
        } else {
            bool outermost = inner != NULL && margin->depth == 0;
            margin->depth += outermost;
            margin->mark = outermost && mp_obj_exception_get_native(chain[n])->traceback_len != 0 ? '+' : '|';
            print_entries(&print, chain[n]);
            hognose_print_exception_only(&print, chain[n], message_max);
            if (inner != NULL) {
                print_group(margin, inner, message_max);
            }
            margin->depth -= outermost;
        }
        if (n > 0) {
            mp_print_str(&print, caused[n - 1] ? "\nThe above exception was the direct cause of the following exception:\n\n"
                : "\nDuring handling of the above exception, another exception occurred:\n\n");
        }
    }
}

void hognose_print_exception(const mp_print_t *print, mp_obj_t exc, size_t message_max) {
    margin_t margin = { .to = print, .mark = '|', .line_begins = true };
    print_chain(&margin, exc, message_max);
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
    mp_obj_t locals, globals; // of a frame that sys._getframe() gave
} entry_t;

static void entry_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest);

// Every look at __traceback__ makes another one.
static mp_obj_t entry_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op != MP_BINARY_OP_EQUAL || mp_obj_get_type(lhs) != mp_obj_get_type(rhs)) {
        return MP_OBJ_NULL;
    }
    const entry_t *a = MP_OBJ_TO_PTR(lhs), *b = MP_OBJ_TO_PTR(rhs);
    size_t n_a, n_b, *in_a, *in_b;
    mp_obj_exception_get_traceback(a->exc, &n_a, &in_a);
    mp_obj_exception_get_traceback(b->exc, &n_b, &in_b);
    return mp_obj_new_bool(a->entry == b->entry && n_a > a->entry && n_b > a->entry && memcmp(in_a, in_b, (a->entry + 3) * sizeof(size_t)) == 0);
}

static MP_DEFINE_CONST_OBJ_TYPE(
    type_traceback,
    MP_QSTR_traceback,
    MP_TYPE_FLAG_NONE,
    binary_op, entry_binary_op,
    attr, entry_attr
    );

static mp_obj_t new_entry(mp_obj_t exc, size_t entry) {
    entry_t *self = mp_obj_malloc(entry_t, &type_traceback);
    self->exc = exc;
    self->entry = entry;
    self->locals = self->globals = MP_OBJ_NULL;
    return MP_OBJ_FROM_PTR(self);
}

mp_obj_t hognose_new_frame(mp_obj_t exc, mp_obj_t locals, mp_obj_t globals) {
    entry_t *self = MP_OBJ_TO_PTR(new_entry(exc, 0));
    self->locals = locals;
    self->globals = globals;
    return MP_OBJ_FROM_PTR(self);
}

mp_obj_t hognose_traceback(mp_obj_t exc) {
    size_t n, *entries;
    mp_obj_exception_get_traceback(exc, &n, &entries);
    return n < 3 ? mp_const_none : new_entry(exc, n - 3);
}

size_t *hognose_traceback_entries(mp_obj_t traceback, size_t *n) {
    if (!mp_obj_is_exact_type(traceback, &type_traceback)) {
        mp_raise_TypeError(MP_ERROR_TEXT("__traceback__ must be a traceback or None"));
    }
    entry_t *self = MP_OBJ_TO_PTR(traceback);
    size_t *entries;
    mp_obj_exception_get_traceback(self->exc, n, &entries);
    *n = MIN(*n, self->entry + 3);
    return entries;
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
        case MP_QSTR_f_back:
            dest[0] = self->entry + 5 >= n ? mp_const_none : new_entry(self->exc, self->entry + 3);
            break;
        case MP_QSTR_f_locals:
            dest[0] = self->locals;
            break;
        case MP_QSTR_f_globals:
            dest[0] = self->globals;
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
