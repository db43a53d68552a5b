// What CPython says of a function: when it is called with the wrong arguments, when a variable has no value.
#include <string.h>

#include "py/bc0.h"
#include "py/bc.h"
#include "py/objfun.h"
#include "py/runtime.h"
#include "fun_errors.h"
#include "function_attrs.h"

typedef struct {
    const mp_obj_fun_bc_t *fun;
    size_t scope_flags, n_pos, n_kwonly, n_def;
    const byte *names;
    qstr name;
} signature_t;

static signature_t read_signature(const mp_obj_fun_bc_t *fun) {
    const byte *ip = fun->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    MP_BC_PRELUDE_SIZE_DECODE(ip);
    (void)n_state;
    (void)n_exc_stack;
    (void)n_info;
    (void)n_cell;
    signature_t s = { .fun = fun, .scope_flags = scope_flags, .n_pos = n_pos_args, .n_kwonly = n_kwonly_args, .n_def = n_def_pos_args };
    s.names = ip;
    s.name = hognose_next_name(fun, &s.names);
    mp_obj_t qualname = mp_load_attr(MP_OBJ_FROM_PTR(fun), MP_QSTR___qualname__); // as it was set, maybe
    if (mp_obj_is_str(qualname)) {
        s.name = mp_obj_str_get_qstr(qualname);
    }
    return s;
}

// A parameter before "/" is kept as "/name", so that no keyword is it. Variables of enclosing
// functions are passed as parameters too, all named "*".
static const char *shown(qstr name) {
    const char *text = qstr_str(name);
    return text[0] == '/' ? text + 1 : text;
}

static size_t count_hidden(const signature_t *s) {
    size_t n = 0;
    const byte *names = s->names;
    for (size_t i = 0; i < s->n_pos; i++) {
        n += hognose_next_name(s->fun, &names) == MP_QSTR__star_;
    }
    return n;
}

NORETURN void hognose_raise_too_many_args(const mp_obj_fun_bc_t *fun, size_t n_given) {
    signature_t s = read_signature(fun);
    size_t hidden = count_hidden(&s);
    size_t most = s.n_pos - hidden, least = most - s.n_def;
    n_given -= hidden;
    const char *were = n_given == 1 ? "was" : "were";
    if (least != most) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes from %u to %u positional arguments but %u %s given"),
            s.name, (unsigned)least, (unsigned)most, (unsigned)n_given, were);
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes %u positional argument%s but %u %s given"),
        s.name, (unsigned)most, most == 1 ? "" : "s", (unsigned)n_given, were);
}

// top is where the first argument is; the others are below.
NORETURN void hognose_raise_missing_args(const mp_obj_fun_bc_t *fun, const mp_obj_t *top) {
    signature_t s = read_signature(fun);
    const char *missing[16];
    size_t n = 0;
    const byte *names = s.names;
    for (size_t i = 0; i < s.n_pos; i++) {
        qstr name = hognose_next_name(fun, &names);
        if (i < s.n_pos - s.n_def && *(top - i) == MP_OBJ_NULL) {
            if (n < MP_ARRAY_SIZE(missing)) {
                missing[n] = shown(name);
            }
            n++;
        }
    }
    const char *kind = "positional";
    if (n == 0) {
        kind = "keyword-only";
        mp_obj_t defaults = s.scope_flags & MP_SCOPE_FLAG_DEFKWARGS ? fun->extra_args[s.n_def] : MP_OBJ_NULL;
        for (size_t i = 0; i < s.n_kwonly; i++) {
            qstr name = hognose_next_name(fun, &names);
            bool has_default = defaults != MP_OBJ_NULL
                && mp_map_lookup(mp_obj_dict_get_map(defaults), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP) != NULL;
            if (*(top - s.n_pos - i) == MP_OBJ_NULL && !has_default) {
                if (n < MP_ARRAY_SIZE(missing)) {
                    missing[n] = shown(name);
                }
                n++;
            }
        }
    }
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 64, &print);
    mp_printf(&print, "%q() missing %u required %s argument%s: ", s.name, (unsigned)n, kind, n == 1 ? "" : "s");
    for (size_t i = 0; i < n && i < MP_ARRAY_SIZE(missing); i++) {
        const char *between = i == 0 ? "" : n == 2 ? " and " : i + 1 == n ? ", and " : ", ";
        mp_printf(&print, "%s'%s'", between, missing[i]);
    }
    mp_raise_type_arg(&mp_type_TypeError, mp_obj_new_str_from_vstr(&text));
}

NORETURN void hognose_raise_keyword(const mp_obj_fun_bc_t *fun, mp_obj_t keyword, bool multiple) {
    signature_t s = read_signature(fun);
    if (multiple) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() got multiple values for argument '%s'"), s.name, mp_obj_str_get_str(keyword));
    }
    const byte *names = s.names;
    for (size_t i = 0; i < s.n_pos; i++) {
        const char *name = qstr_str(hognose_next_name(fun, &names));
        if (name[0] == '/' && strcmp(name + 1, mp_obj_str_get_str(keyword)) == 0) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() got some positional-only arguments passed as keyword arguments: '%s'"), s.name, name + 1);
        }
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() got an unexpected keyword argument '%s'"), s.name, mp_obj_str_get_str(keyword));
}

mp_obj_t hognose_unbound_local(const mp_code_state_t *code_state) {
    const byte *ip = code_state->ip;
    size_t n = *ip >= MP_BC_LOAD_FAST_MULTI ? *ip - MP_BC_LOAD_FAST_MULTI : mp_decode_uint_value(ip + 1);
    signature_t s = read_signature(code_state->fun_bc);
    bool is_free = n < count_hidden(&s); // variables of enclosing functions come first
    qstr name = hognose_local_name(s.fun, n);
    return mp_obj_new_exception_msg_varg(is_free ? &mp_type_NameError : &mp_type_UnboundLocalError,
        MP_ERROR_TEXT("cannot access %s variable %s%q%swhere it is not associated with a value%s"), is_free ? "free" : "local",
        name == MP_QSTRnull ? "" : "'", name, name == MP_QSTRnull ? "" : "' ", is_free ? " in enclosing scope" : "");
}
