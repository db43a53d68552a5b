// re.Pattern, and the loops over a text that its methods share with the module's functions.
#include "py/objstr.h"
#include "py/smallint.h"
#include "re.h"

// ---- scanning -----------------------------------------------------------------------------------

void re_scan_open(re_scan_t *scan, const re_pattern_t *pattern, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos) {
    scan->pattern = pattern;
    re_text_open(&scan->text, string);
    if (scan->text.is_str != pattern->is_str) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot use a %s pattern on a %s object"),
            pattern->is_str ? "string" : "bytes", pattern->is_str ? "bytes-like" : "string-like");
    }
    scan->must_advance = false;
    scan->from = 0;
    scan->end = scan->text.len;
    scan->pos = 0;
    if (endpos != MP_OBJ_NULL) {
        scan->end = re_offset(&scan->text, re_int_arg(endpos));
    }
    if (pos != MP_OBJ_NULL) {
        scan->from = re_offset(&scan->text, re_int_arg(pos));
        scan->pos = re_index(&scan->text, scan->from);
    }
    scan->endpos = -1; // told when a match is made
}

static const size_t *scan_next(re_scan_t *scan, re_mode_t mode) {
    if (scan->from > scan->end) {
        return NULL;
    }
    const size_t *spans = re_engine_match(scan->pattern, scan->text.data, scan->end, scan->from, mode, scan->must_advance);
    if (spans == NULL) {
        scan->from = scan->end + 1;
        return NULL;
    }
    scan->from = spans[1];
    scan->must_advance = spans[0] == spans[1];
    return spans;
}

static mp_obj_t scan_match(re_scan_t *scan, const size_t *spans) {
    if (scan->endpos < 0) {
        scan->endpos = scan->end == scan->text.len ? re_length(&scan->text) : re_index_near(&scan->text, scan->end);
    }
    return re_match_new(scan, spans);
}

// A group as findall, split and sub take it: an empty one where it took no part.
static mp_obj_t span_text(const re_scan_t *scan, const size_t *spans, size_t group, mp_obj_t unset) {
    return spans[2 * group] == RE_UNSET ? unset : re_slice(&scan->text, spans[2 * group], spans[2 * group + 1]);
}

mp_obj_t re_do_match(const re_pattern_t *pattern, re_mode_t mode, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos) {
    re_scan_t scan;
    re_scan_open(&scan, pattern, string, pos, endpos);
    const size_t *spans = scan_next(&scan, mode);
    return spans == NULL ? mp_const_none : scan_match(&scan, spans);
}

mp_obj_t re_do_findall(const re_pattern_t *pattern, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos) {
    re_scan_t scan;
    re_scan_open(&scan, pattern, string, pos, endpos);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    mp_obj_t empty = re_slice(&scan.text, 0, 0);
    const size_t *spans;
    while ((spans = scan_next(&scan, RE_SEARCH)) != NULL) {
        mp_obj_t item;
        if (pattern->groups <= 1) {
            item = span_text(&scan, spans, pattern->groups, empty);
        } else {
            mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(pattern->groups, NULL));
            for (size_t i = 0; i < pattern->groups; i++) {
                tuple->items[i] = span_text(&scan, spans, i + 1, empty);
            }
            item = MP_OBJ_FROM_PTR(tuple);
        }
        mp_obj_list_append(list, item);
    }
    return list;
}

typedef struct {
    mp_obj_base_t base;
    re_scan_t scan;
} finditer_t;

static mp_obj_t finditer_next(mp_obj_t self_in) {
    finditer_t *self = MP_OBJ_TO_PTR(self_in);
    const size_t *spans = scan_next(&self->scan, RE_SEARCH);
    return spans == NULL ? MP_OBJ_STOP_ITERATION : scan_match(&self->scan, spans);
}

static MP_DEFINE_CONST_OBJ_TYPE(
    type_finditer, MP_QSTR_callable_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, finditer_next
    );

mp_obj_t re_do_finditer(const re_pattern_t *pattern, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos) {
    finditer_t *self = mp_obj_malloc(finditer_t, &type_finditer);
    re_scan_open(&self->scan, pattern, string, pos, endpos);
    return MP_OBJ_FROM_PTR(self);
}

mp_obj_t re_do_split(const re_pattern_t *pattern, mp_obj_t string, mp_int_t maxsplit) {
    re_scan_t scan;
    re_scan_open(&scan, pattern, string, MP_OBJ_NULL, MP_OBJ_NULL);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    size_t last = 0;
    const size_t *spans;
    for (mp_int_t n = 0; (maxsplit == 0 || n < maxsplit) && (spans = scan_next(&scan, RE_SEARCH)) != NULL; n++) {
        mp_obj_list_append(list, re_slice(&scan.text, last, spans[0]));
        for (size_t i = 1; i <= pattern->groups; i++) {
            mp_obj_list_append(list, span_text(&scan, spans, i, mp_const_none));
        }
        last = spans[1];
    }
    mp_obj_list_append(list, re_slice(&scan.text, last, scan.text.len));
    return list;
}

// What a function gave for a match. `item` counts as CPython does, which joins a list.
static void add_result(re_scan_t *scan, vstr_t *out, mp_obj_t result, size_t *item) {
    if (result == mp_const_none) {
        return;
    }
    result = re_native(result);
    mp_buffer_info_t buf;
    if (!mp_get_buffer(result, &buf, MP_BUFFER_READ) || mp_obj_is_str(result) != scan->text.is_str) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("sequence item %u: expected %s, %s found"), (unsigned)*item,
            scan->text.is_str ? "str instance" : "a bytes-like object", mp_obj_get_type_str(result));
    }
    ++*item;
    vstr_add_strn(out, buf.buf, buf.len);
}

mp_obj_t re_do_sub(const re_pattern_t *pattern, mp_obj_t repl, mp_obj_t string, mp_int_t count, bool with_count) {
    re_template_t template;
    bool function = mp_obj_is_callable(repl);
    if (!function) {
        re_template_parse(&template, pattern, repl);
    }
    re_scan_t scan;
    re_scan_open(&scan, pattern, string, MP_OBJ_NULL, MP_OBJ_NULL);
    vstr_t out;
    vstr_init(&out, 32);
    size_t last = 0, item = 0;
    mp_int_t n = 0;
    const size_t *spans;
    for (; (count == 0 || n < count) && (spans = scan_next(&scan, RE_SEARCH)) != NULL; n++) {
        size_t begin = spans[0], end = spans[1];
        mp_obj_t match = function ? scan_match(&scan, spans) : MP_OBJ_NULL;
        vstr_add_strn(&out, (const char *)scan.text.data + last, begin - last);
        if (function) {
            item += begin > last;
            add_result(&scan, &out, mp_call_function_1(repl, match), &item);
        } else {
            re_template_add(&template, &out, scan.text.data, spans);
        }
        last = end;
    }
    mp_obj_t result;
    if (n == 0) {
        result = re_slice(&scan.text, 0, scan.text.len);
    } else {
        vstr_add_strn(&out, (const char *)scan.text.data + last, scan.text.len - last);
        result = scan.text.is_str ? mp_obj_new_str_from_utf8_vstr(&out) : mp_obj_new_bytes_from_vstr(&out);
    }
    if (!with_count) {
        return result;
    }
    mp_obj_t pair[2] = { result, MP_OBJ_NEW_SMALL_INT(n) };
    return mp_obj_new_tuple(2, pair);
}

// ---- methods --------------------------------------------------------------------------------------

typedef struct { mp_obj_t string, pos, endpos; } place_args_t;

static place_args_t place_args(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_string, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_pos, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_endpos, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
    };
    mp_arg_val_t val[3];
    mp_arg_parse_all(n_args - 1, args + 1, kw, 3, allowed, val);
    return (place_args_t) { val[0].u_obj, val[1].u_obj, val[2].u_obj };
}

static mp_obj_t pattern_search(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    place_args_t a = place_args(n_args, args, kw);
    return re_do_match(MP_OBJ_TO_PTR(args[0]), RE_SEARCH, a.string, a.pos, a.endpos);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_search_obj, 1, pattern_search);

static mp_obj_t pattern_match(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    place_args_t a = place_args(n_args, args, kw);
    return re_do_match(MP_OBJ_TO_PTR(args[0]), RE_MATCH, a.string, a.pos, a.endpos);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_match_obj, 1, pattern_match);

static mp_obj_t pattern_fullmatch(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    place_args_t a = place_args(n_args, args, kw);
    return re_do_match(MP_OBJ_TO_PTR(args[0]), RE_FULLMATCH, a.string, a.pos, a.endpos);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_fullmatch_obj, 1, pattern_fullmatch);

static mp_obj_t pattern_findall(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    place_args_t a = place_args(n_args, args, kw);
    return re_do_findall(MP_OBJ_TO_PTR(args[0]), a.string, a.pos, a.endpos);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_findall_obj, 1, pattern_findall);

static mp_obj_t pattern_finditer(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    place_args_t a = place_args(n_args, args, kw);
    return re_do_finditer(MP_OBJ_TO_PTR(args[0]), a.string, a.pos, a.endpos);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_finditer_obj, 1, pattern_finditer);

static mp_obj_t pattern_split(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_string, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_maxsplit, MP_ARG_OBJ, { .u_obj = MP_ROM_INT(0) } },
    };
    mp_arg_val_t val[2];
    mp_arg_parse_all(n_args - 1, args + 1, kw, 2, allowed, val);
    return re_do_split(MP_OBJ_TO_PTR(args[0]), val[0].u_obj, re_int_arg(val[1].u_obj));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_split_obj, 1, pattern_split);

static mp_obj_t sub(size_t n_args, const mp_obj_t *args, mp_map_t *kw, bool with_count) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_repl, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_string, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_count, MP_ARG_OBJ, { .u_obj = MP_ROM_INT(0) } },
    };
    mp_arg_val_t val[3];
    mp_arg_parse_all(n_args - 1, args + 1, kw, 3, allowed, val);
    return re_do_sub(MP_OBJ_TO_PTR(args[0]), val[0].u_obj, val[1].u_obj, re_int_arg(val[2].u_obj), with_count);
}

static mp_obj_t pattern_sub(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    return sub(n_args, args, kw, false);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_sub_obj, 1, pattern_sub);

static mp_obj_t pattern_subn(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    return sub(n_args, args, kw, true);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_subn_obj, 1, pattern_subn);

static mp_obj_t pattern_itself(size_t n_args, const mp_obj_t *args) {
    (void)n_args;
    return args[0];
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(pattern_itself_obj, 1, 2, pattern_itself);

// ---- the type -------------------------------------------------------------------------------------

static void pattern_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    const re_pattern_t *self = MP_OBJ_TO_PTR(self_in);
    switch (attr) {
        case MP_QSTR_pattern:
            dest[0] = self->pattern;
            break;
        case MP_QSTR_flags:
            dest[0] = MP_OBJ_NEW_SMALL_INT(self->flags);
            break;
        case MP_QSTR_groups:
            dest[0] = MP_OBJ_NEW_SMALL_INT(self->groups);
            break;
        case MP_QSTR_groupindex:
            dest[0] = mp_obj_dict_copy(self->names);
            break;
        default:
            dest[1] = MP_OBJ_SENTINEL; // a method
    }
}

static void pattern_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    static const struct { uint16_t flag; qstr_short_t name; } names[] = {
        { RE_IGNORECASE, MP_QSTR_IGNORECASE }, { RE_LOCALE, MP_QSTR_LOCALE }, { RE_MULTILINE, MP_QSTR_MULTILINE },
        { RE_DOTALL, MP_QSTR_DOTALL }, { RE_UNICODE, MP_QSTR_UNICODE }, { RE_VERBOSE, MP_QSTR_VERBOSE },
        { RE_DEBUG, MP_QSTR_DEBUG }, { RE_ASCII, MP_QSTR_ASCII },
    };
    const re_pattern_t *self = MP_OBJ_TO_PTR(self_in);
    vstr_t repr;
    mp_print_t to_repr;
    vstr_init_print(&repr, 64, &to_repr);
    mp_obj_print_helper(&to_repr, self->pattern, PRINT_REPR);
    size_t shown = 0;
    for (size_t chars = 0; shown < repr.len; shown++) { // CPython shows 200 characters
        if ((repr.buf[shown] & 0xc0) != 0x80 && ++chars > 200) {
            break;
        }
    }
    mp_printf(print, "re.compile(%.*s", (int)shown, repr.buf);
    mp_uint_t flags = self->is_str ? self->flags & ~RE_UNICODE : self->flags;
    const char *before = ", ";
    for (size_t i = 0; i < MP_ARRAY_SIZE(names); i++) {
        if (flags & names[i].flag) {
            mp_printf(print, "%sre.%q", before, (qstr)names[i].name);
            before = "|";
            flags &= ~names[i].flag;
        }
    }
    if (flags != 0) {
        mp_printf(print, "%s0x%x", before, (unsigned)flags);
    }
    mp_print_str(print, ")");
}

static mp_obj_t pattern_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    const re_pattern_t *self = MP_OBJ_TO_PTR(self_in);
    if (op != MP_UNARY_OP_HASH) {
        return MP_OBJ_NULL;
    }
    mp_int_t hash = MP_OBJ_SMALL_INT_VALUE(mp_unary_op(MP_UNARY_OP_HASH, self->pattern));
    return MP_OBJ_NEW_SMALL_INT((hash ^ self->flags) & MP_SMALL_INT_MAX);
}

static mp_obj_t pattern_binary_op(mp_binary_op_t op, mp_obj_t lhs_in, mp_obj_t rhs_in) {
    if (op != MP_BINARY_OP_EQUAL || !mp_obj_is_exact_type(rhs_in, &re_type_pattern)) {
        return MP_OBJ_NULL;
    }
    const re_pattern_t *lhs = MP_OBJ_TO_PTR(lhs_in), *rhs = MP_OBJ_TO_PTR(rhs_in);
    return mp_obj_new_bool(lhs->flags == rhs->flags && lhs->is_str == rhs->is_str && mp_obj_equal(lhs->pattern, rhs->pattern));
}

static const mp_rom_map_elem_t pattern_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_search), MP_ROM_PTR(&pattern_search_obj) },
    { MP_ROM_QSTR(MP_QSTR_match), MP_ROM_PTR(&pattern_match_obj) },
    { MP_ROM_QSTR(MP_QSTR_fullmatch), MP_ROM_PTR(&pattern_fullmatch_obj) },
    { MP_ROM_QSTR(MP_QSTR_findall), MP_ROM_PTR(&pattern_findall_obj) },
    { MP_ROM_QSTR(MP_QSTR_finditer), MP_ROM_PTR(&pattern_finditer_obj) },
    { MP_ROM_QSTR(MP_QSTR_split), MP_ROM_PTR(&pattern_split_obj) },
    { MP_ROM_QSTR(MP_QSTR_sub), MP_ROM_PTR(&pattern_sub_obj) },
    { MP_ROM_QSTR(MP_QSTR_subn), MP_ROM_PTR(&pattern_subn_obj) },
    { MP_ROM_QSTR(MP_QSTR___copy__), MP_ROM_PTR(&pattern_itself_obj) },
    { MP_ROM_QSTR(MP_QSTR___deepcopy__), MP_ROM_PTR(&pattern_itself_obj) },
};
static MP_DEFINE_CONST_DICT(pattern_locals, pattern_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(
    re_type_pattern, MP_QSTR_Pattern, MP_TYPE_FLAG_NONE,
    print, pattern_print,
    unary_op, pattern_unary_op,
    binary_op, pattern_binary_op,
    attr, pattern_attr,
    locals_dict, &pattern_locals
    );
