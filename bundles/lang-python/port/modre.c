// The module `re`: compiled patterns and their cache, and the functions that take a pattern first.
#include <string.h>

#include "py/objmodule.h"
#include "py/objstr.h"
#include "py/qstr.h"
#include "re/re.h"

// Patterns that were compiled, by their text and flags; two places for each hash. One of a size that
// a program would not have by the dozen is not kept.
#define CACHE_SETS (64)
#define CACHE_WAYS (2)
#define CACHED_BYTES_MAX (32 * 1024)

typedef struct {
    const re_pattern_t *pattern;
    mp_uint_t flags; // as they were asked for
} cached_t;

MP_REGISTER_ROOT_POINTER(void *re_cache);

static re_pattern_t *compile_new(mp_obj_t source, bool is_str, mp_uint_t flags) {
    re_pattern_t *pattern = mp_obj_malloc(re_pattern_t, &re_type_pattern);
    pattern->pattern = source;
    pattern->is_str = is_str;
    pattern->flags = flags;
    pattern->names = mp_obj_new_dict(0);
    vstr_t out;
    vstr_init(&out, 64);
    re_translate(pattern, &out);
    re_engine_compile(pattern, out.buf, out.len);
    vstr_clear(&out);
    return pattern;
}

static const re_pattern_t *compiled(mp_obj_t source, mp_uint_t flags) {
    if (mp_obj_is_exact_type(source, &re_type_pattern)) {
        if (flags != 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("cannot process flags argument with a compiled pattern"));
        }
        return MP_OBJ_TO_PTR(source);
    }
    source = re_native(source);
    mp_buffer_info_t buf;
    if (!mp_get_buffer(source, &buf, MP_BUFFER_READ)) {
        mp_raise_TypeError(MP_ERROR_TEXT("first argument must be string or compiled pattern"));
    }
    bool is_str = mp_obj_is_str(source);
    cached_t *cache = MP_STATE_VM(re_cache);
    if (cache == NULL) {
        MP_STATE_VM(re_cache) = cache = m_new0(cached_t, CACHE_SETS * CACHE_WAYS);
    }
    size_t hash = qstr_compute_hash(buf.buf, buf.len) ^ flags ^ flags >> 5;
    cached_t *set = &cache[hash % CACHE_SETS * CACHE_WAYS];
    for (size_t i = 0; i < CACHE_WAYS; i++) {
        const re_pattern_t *old = set[i].pattern;
        if (old == NULL || set[i].flags != flags || old->is_str != is_str) {
            continue;
        }
        mp_buffer_info_t old_buf;
        mp_get_buffer_raise(old->pattern, &old_buf, MP_BUFFER_READ);
        if (old_buf.len == buf.len && memcmp(old_buf.buf, buf.buf, buf.len) == 0) {
            return old;
        }
    }
    if (!is_str && !mp_obj_is_exact_type(source, &mp_type_bytes)) {
        source = mp_obj_new_bytes(buf.buf, buf.len);
    }
    const re_pattern_t *pattern = compile_new(source, is_str, flags);
    if (pattern->code_bytes <= CACHED_BYTES_MAX && MP_STATE_VM(re_cache) == cache) {
        memmove(set + 1, set, (CACHE_WAYS - 1) * sizeof(cached_t));
        set[0] = (cached_t) { pattern, flags };
    }
    return pattern;
}

// ---- functions --------------------------------------------------------------------------------------

static mp_obj_t re_compile(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_pattern, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_flags, MP_ARG_OBJ, { .u_obj = MP_ROM_INT(0) } },
    };
    mp_arg_val_t val[2];
    mp_arg_parse_all(n_args, args, kw, 2, allowed, val);
    return MP_OBJ_FROM_PTR(compiled(val[0].u_obj, re_flags_arg(val[1].u_obj)));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(re_compile_obj, 0, re_compile);

typedef struct { const re_pattern_t *pattern; mp_obj_t string; } search_args_t;

static search_args_t search_args(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_pattern, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_string, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_flags, MP_ARG_OBJ, { .u_obj = MP_ROM_INT(0) } },
    };
    mp_arg_val_t val[3];
    mp_arg_parse_all(n_args, args, kw, 3, allowed, val);
    return (search_args_t) { compiled(val[0].u_obj, re_flags_arg(val[2].u_obj)), val[1].u_obj };
}

static mp_obj_t re_match(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    search_args_t a = search_args(n_args, args, kw);
    return re_do_match(a.pattern, RE_MATCH, a.string, MP_OBJ_NULL, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(re_match_obj, 0, re_match);

static mp_obj_t re_fullmatch(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    search_args_t a = search_args(n_args, args, kw);
    return re_do_match(a.pattern, RE_FULLMATCH, a.string, MP_OBJ_NULL, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(re_fullmatch_obj, 0, re_fullmatch);

static mp_obj_t re_search(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    search_args_t a = search_args(n_args, args, kw);
    return re_do_match(a.pattern, RE_SEARCH, a.string, MP_OBJ_NULL, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(re_search_obj, 0, re_search);

static mp_obj_t re_findall(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    search_args_t a = search_args(n_args, args, kw);
    return re_do_findall(a.pattern, a.string, MP_OBJ_NULL, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(re_findall_obj, 0, re_findall);

static mp_obj_t re_finditer(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    search_args_t a = search_args(n_args, args, kw);
    return re_do_finditer(a.pattern, a.string, MP_OBJ_NULL, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(re_finditer_obj, 0, re_finditer);

static mp_obj_t re_split(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_pattern, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_string, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_maxsplit, MP_ARG_OBJ, { .u_obj = MP_ROM_INT(0) } },
        { MP_QSTR_flags, MP_ARG_OBJ, { .u_obj = MP_ROM_INT(0) } },
    };
    mp_arg_val_t val[4];
    mp_arg_parse_all(n_args, args, kw, 4, allowed, val);
    return re_do_split(compiled(val[0].u_obj, re_flags_arg(val[3].u_obj)), val[1].u_obj, re_int_arg(val[2].u_obj));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(re_split_obj, 0, re_split);

static mp_obj_t sub(size_t n_args, const mp_obj_t *args, mp_map_t *kw, bool with_count) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_pattern, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_repl, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_string, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_count, MP_ARG_OBJ, { .u_obj = MP_ROM_INT(0) } },
        { MP_QSTR_flags, MP_ARG_OBJ, { .u_obj = MP_ROM_INT(0) } },
    };
    mp_arg_val_t val[5];
    mp_arg_parse_all(n_args, args, kw, 5, allowed, val);
    return re_do_sub(compiled(val[0].u_obj, re_flags_arg(val[4].u_obj)), val[1].u_obj, val[2].u_obj,
        re_int_arg(val[3].u_obj), with_count);
}

static mp_obj_t re_sub(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    return sub(n_args, args, kw, false);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(re_sub_obj, 0, re_sub);

static mp_obj_t re_subn(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    return sub(n_args, args, kw, true);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(re_subn_obj, 0, re_subn);

static mp_obj_t re_escape_text(mp_obj_t text) {
    text = re_native(text);
    mp_buffer_info_t buf;
    if (!mp_get_buffer(text, &buf, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("decoding to str: need a bytes-like object, %s found"),
            mp_obj_get_type_str(text));
    }
    vstr_t out;
    vstr_init(&out, buf.len + 8);
    for (size_t i = 0; i < buf.len; i++) {
        byte c = ((const byte *)buf.buf)[i];
        if (c != 0 && strchr("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", c) != NULL) {
            vstr_add_byte(&out, '\\');
        }
        vstr_add_byte(&out, c);
    }
    return mp_obj_is_str(text) ? mp_obj_new_str_from_utf8_vstr(&out) : mp_obj_new_bytes_from_vstr(&out);
}
static MP_DEFINE_CONST_FUN_OBJ_1(re_escape_obj, re_escape_text);

static mp_obj_t re_purge(void) {
    MP_STATE_VM(re_cache) = NULL;
    re_text_forget();
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_0(re_purge_obj, re_purge);

// ---- the module ---------------------------------------------------------------------------------------

// What is not there before it is asked for.
void re_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    (void)self_in;
    static const struct { qstr_short_t name, letter; uint16_t flag; } flags[] = {
        { MP_QSTR_NOFLAG, MP_QSTR_NOFLAG, 0 },
        { MP_QSTR_ASCII, MP_QSTR_A, RE_ASCII },
        { MP_QSTR_IGNORECASE, MP_QSTR_I, RE_IGNORECASE },
        { MP_QSTR_LOCALE, MP_QSTR_L, RE_LOCALE },
        { MP_QSTR_UNICODE, MP_QSTR_U, RE_UNICODE },
        { MP_QSTR_MULTILINE, MP_QSTR_M, RE_MULTILINE },
        { MP_QSTR_DOTALL, MP_QSTR_S, RE_DOTALL },
        { MP_QSTR_VERBOSE, MP_QSTR_X, RE_VERBOSE },
        { MP_QSTR_DEBUG, MP_QSTR_DEBUG, RE_DEBUG },
    };
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_error || attr == MP_QSTR_PatternError) {
        dest[0] = re_error_type();
        return;
    }
    if (attr == MP_QSTR_Scanner) {
        dest[0] = mp_load_attr(mp_import_name(MP_QSTR__re, mp_const_none, MP_OBJ_NEW_SMALL_INT(0)), attr);
        return;
    }
    for (size_t i = 0; i < MP_ARRAY_SIZE(flags); i++) {
        if (attr == flags[i].name || attr == flags[i].letter) {
            dest[0] = re_flag(flags[i].flag);
            return;
        }
    }
}

static const mp_rom_map_elem_t re_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_re) },
    { MP_ROM_QSTR(MP_QSTR_compile), MP_ROM_PTR(&re_compile_obj) },
    { MP_ROM_QSTR(MP_QSTR_match), MP_ROM_PTR(&re_match_obj) },
    { MP_ROM_QSTR(MP_QSTR_fullmatch), MP_ROM_PTR(&re_fullmatch_obj) },
    { MP_ROM_QSTR(MP_QSTR_search), MP_ROM_PTR(&re_search_obj) },
    { MP_ROM_QSTR(MP_QSTR_findall), MP_ROM_PTR(&re_findall_obj) },
    { MP_ROM_QSTR(MP_QSTR_finditer), MP_ROM_PTR(&re_finditer_obj) },
    { MP_ROM_QSTR(MP_QSTR_split), MP_ROM_PTR(&re_split_obj) },
    { MP_ROM_QSTR(MP_QSTR_sub), MP_ROM_PTR(&re_sub_obj) },
    { MP_ROM_QSTR(MP_QSTR_subn), MP_ROM_PTR(&re_subn_obj) },
    { MP_ROM_QSTR(MP_QSTR_escape), MP_ROM_PTR(&re_escape_obj) },
    { MP_ROM_QSTR(MP_QSTR_purge), MP_ROM_PTR(&re_purge_obj) },
    { MP_ROM_QSTR(MP_QSTR_Pattern), MP_ROM_PTR(&re_type_pattern) },
    { MP_ROM_QSTR(MP_QSTR_Match), MP_ROM_PTR(&re_type_match) },
    { MP_ROM_QSTR(MP_QSTR_RegexFlag), MP_ROM_PTR(&re_type_flag) },
};
static MP_DEFINE_CONST_DICT(re_globals, re_globals_table);

const mp_obj_module_t hognose_re_module = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&re_globals,
};

MP_REGISTER_MODULE(MP_QSTR_re, hognose_re_module);
MP_REGISTER_MODULE_DELEGATION(hognose_re_module, re_attr);
