// What a function has besides its code: __doc__, __annotations__, __defaults__ and any attribute that
// the program sets. Most functions have none of them, and then no dict for them.
#include <string.h>

#include "py/bc.h"
#include "py/builtin.h"
#include "py/objfun.h"
#include "py/runtime.h"
#include "class.h"
#include "function_attrs.h"

qstr hognose_next_name(const mp_obj_fun_bc_t *fun, const byte **ip) {
    qstr name = mp_decode_uint(ip);
    #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE
    name = fun->context->constants.qstr_table[name];
    #else
    (void)fun;
    #endif
    return name;
}

// Where the names of local variables are; NULL if there are none: in a module, a class and frozen code.
static const byte *local_names(const mp_obj_fun_bc_t *fun, const byte **end_out) {
    const byte *ip = fun->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    MP_BC_PRELUDE_SIZE_DECODE(ip);
    const byte *end = ip + n_info;
    for (size_t skip = 0; skip < 1 + n_pos_args + n_kwonly_args; skip++) {
        ip = mp_decode_uint_skip(ip);
    }
    while (ip < end && *ip != 0) { // line numbers
        ip += *ip & 0x80 ? 2 : 1;
    }
    *end_out = end;
    return ip < end ? ip + 1 : NULL;
}

bool hognose_has_local_names(const mp_obj_fun_bc_t *fun) {
    const byte *end;
    return local_names(fun, &end) != NULL;
}

qstr hognose_local_name(const mp_obj_fun_bc_t *fun, size_t i) {
    const byte *end, *ip = local_names(fun, &end);
    if (ip == NULL) {
        return MP_QSTRnull;
    }
    for (; i > 0 && ip < end; i--) {
        ip = mp_decode_uint_skip(ip);
    }
    return ip < end ? hognose_next_name(fun, &ip) : MP_QSTRnull;
}

static mp_obj_t short_name(qstr qualname) {
    const char *text = qstr_str(qualname), *dot = strrchr(text, '.');
    return dot == NULL || dot[1] == '\0' ? MP_OBJ_NEW_QSTR(qualname) : MP_OBJ_NEW_QSTR(qstr_from_str(dot + 1));
}

typedef struct _hognose_function_attrs_t {
    mp_obj_dict_t *own;  // those that every function has, where they were set
    mp_obj_dict_t *dict; // __dict__: all others
} attrs_t;

static bool is_own(qstr attr) {
    switch (attr) {
        case MP_QSTR___name__:
        case MP_QSTR___qualname__:
        case MP_QSTR___doc__:
        case MP_QSTR___module__:
        case MP_QSTR___annotations__:
        case MP_QSTR___defaults__:
        case MP_QSTR___kwdefaults__:
        case MP_QSTR___type_params__:
            return true;
        default:
            return false;
    }
}

static mp_obj_t attrs(mp_obj_fun_bc_t *self, bool own) {
    if (self->attrs == NULL) {
        self->attrs = m_new0(attrs_t, 1);
    }
    mp_obj_dict_t **dict = own ? &self->attrs->own : &self->attrs->dict;
    if (*dict == NULL) {
        *dict = MP_OBJ_TO_PTR(mp_obj_new_dict(0));
    }
    return MP_OBJ_FROM_PTR(*dict);
}

static mp_map_elem_t *find(mp_obj_fun_bc_t *self, qstr attr, mp_map_lookup_kind_t kind) {
    mp_obj_dict_t *dict = self->attrs == NULL ? NULL : is_own(attr) ? self->attrs->own : self->attrs->dict;
    return dict == NULL ? NULL : mp_map_lookup(&dict->map, MP_OBJ_NEW_QSTR(attr), kind);
}

// ---- __code__ ---------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    const mp_obj_fun_bc_t *fun;
} code_t;

static void code_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    const mp_obj_fun_bc_t *fun = ((code_t *)MP_OBJ_TO_PTR(self_in))->fun;
    const byte *ip = fun->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    MP_BC_PRELUDE_SIZE_DECODE(ip);
    (void)n_state;
    (void)n_exc_stack;
    (void)n_def_pos_args;
    (void)n_info;
    (void)n_cell;
    qstr name = hognose_next_name(fun, &ip);
    size_t hidden = 0;
    mp_obj_t names = mp_obj_new_list(0, NULL);
    size_t positional_only = 0;
    for (size_t i = 0; i < n_pos_args + n_kwonly_args; i++) {
        const char *text = qstr_str(hognose_next_name(fun, &ip));
        if (strcmp(text, "*") == 0) {
            hidden++;
            continue;
        }
        positional_only += text[0] == '/';
        mp_obj_list_append(names, mp_obj_new_str_from_cstr(text[0] == '/' ? text + 1 : text));
    }
    switch (attr) {
        case MP_QSTR_co_name:
            dest[0] = short_name(name);
            break;
        case MP_QSTR_co_qualname:
            dest[0] = MP_OBJ_NEW_QSTR(name);
            break;
        case MP_QSTR_co_argcount:
            dest[0] = MP_OBJ_NEW_SMALL_INT(n_pos_args - hidden);
            break;
        case MP_QSTR_co_posonlyargcount:
            dest[0] = MP_OBJ_NEW_SMALL_INT(positional_only);
            break;
        case MP_QSTR_co_kwonlyargcount:
            dest[0] = MP_OBJ_NEW_SMALL_INT(n_kwonly_args);
            break;
        case MP_QSTR_co_varnames: { // of frozen code the parameters alone
            for (size_t i = n_pos_args + n_kwonly_args; (name = hognose_local_name(fun, i)) != MP_QSTRnull; i++) {
                mp_obj_list_append(names, MP_OBJ_NEW_QSTR(name));
            }
            dest[0] = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_tuple), names);
            break;
        }
        case MP_QSTR_co_flags: // CPython's: *args, **kwargs, a generator, a coroutine, an asynchronous generator
            dest[0] = MP_OBJ_NEW_SMALL_INT(3 | (scope_flags & MP_SCOPE_FLAG_VARARGS ? 4 : 0) | (scope_flags & MP_SCOPE_FLAG_VARKEYWORDS ? 8 : 0)
                | (scope_flags & MP_SCOPE_FLAG_ASYNC_GEN ? 0x200 : scope_flags & MP_SCOPE_FLAG_ASYNC ? 0x80 : scope_flags & MP_SCOPE_FLAG_GENERATOR ? 0x20 : 0));
            break;
        case MP_QSTR_co_filename:
            #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE
            dest[0] = MP_OBJ_NEW_QSTR(fun->context->constants.qstr_table[0]);
            #else
            dest[0] = MP_OBJ_NEW_QSTR(fun->context->constants.source_file);
            #endif
            break;
        default:
            break;
    }
}

static MP_DEFINE_CONST_OBJ_TYPE(
    type_code,
    MP_QSTR_code,
    MP_TYPE_FLAG_NONE,
    attr, code_attr
    );

// ---- attributes -------------------------------------------------------------------------------

static mp_obj_t load(mp_obj_fun_bc_t *self, qstr attr) {
    mp_map_elem_t *found = find(self, attr, MP_MAP_LOOKUP);
    if (found != NULL) {
        return found->value;
    }
    const byte *ip = self->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    (void)n_state;
    (void)n_exc_stack;
    (void)n_pos_args;
    (void)n_kwonly_args;
    switch (attr) {
        case MP_QSTR___name__:
            return short_name(mp_obj_fun_get_name(MP_OBJ_FROM_PTR(self)));
        case MP_QSTR___qualname__:
            return MP_OBJ_NEW_QSTR(mp_obj_fun_get_name(MP_OBJ_FROM_PTR(self)));
        case MP_QSTR___doc__:
            return mp_const_none;
        case MP_QSTR___module__: {
            mp_map_elem_t *name = mp_map_lookup(&self->context->module.globals->map, MP_OBJ_NEW_QSTR(MP_QSTR___name__), MP_MAP_LOOKUP);
            return name == NULL ? mp_const_none : name->value;
        }
        case MP_QSTR___globals__:
            return MP_OBJ_FROM_PTR(self->context->module.globals);
        case MP_QSTR___dict__:
            return attrs(self, false);
        case MP_QSTR___annotations__: {
            mp_obj_t annotations = mp_obj_new_dict(0);
            mp_obj_dict_store(attrs(self, true), MP_OBJ_NEW_QSTR(attr), annotations);
            return annotations;
        }
        case MP_QSTR___defaults__:
            return n_def_pos_args == 0 ? mp_const_none : mp_obj_new_tuple(n_def_pos_args, self->extra_args);
        case MP_QSTR___kwdefaults__:
            return scope_flags & MP_SCOPE_FLAG_DEFKWARGS ? self->extra_args[n_def_pos_args] : mp_const_none;
        case MP_QSTR___closure__:
            return mp_const_none;
        case MP_QSTR___type_params__:
            return mp_const_empty_tuple;
        case MP_QSTR___code__: {
            code_t *code = mp_obj_malloc(code_t, &type_code);
            code->fun = self;
            return MP_OBJ_FROM_PTR(code);
        }
        case MP_QSTR___call__:
            return MP_OBJ_FROM_PTR(self);
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t function_get(size_t n_args, const mp_obj_t *args) {
    (void)n_args;
    return args[1] == mp_const_none ? args[0] : mp_obj_new_bound_meth(args[0], args[1]);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(function_get_obj, 2, 3, function_get);

void hognose_function_attr(mp_obj_t fun, mp_obj_fun_bc_t *self, qstr attr, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL) {
        dest[0] = load(self, attr);
        if (dest[0] == MP_OBJ_NULL && attr == MP_QSTR___get__) {
            dest[0] = MP_OBJ_FROM_PTR(&function_get_obj);
            dest[1] = fun;
        }
        return;
    }
    if (attr == MP_QSTR___globals__ || attr == MP_QSTR___closure__) {
        mp_raise_msg(&mp_type_AttributeError, MP_ERROR_TEXT("readonly attribute"));
    }
    if (dest[1] != MP_OBJ_NULL) {
        mp_obj_dict_store(attrs(self, is_own(attr)), MP_OBJ_NEW_QSTR(attr), dest[1]);
    } else if (find(self, attr, MP_MAP_LOOKUP_REMOVE_IF_FOUND) == NULL) {
        return;
    }
    dest[0] = MP_OBJ_NULL; // done
}

// ---- what the compiler calls ------------------------------------------------------------------

static mp_obj_fun_bc_t *bytecode_function(mp_obj_t fun) {
    if (mp_obj_is_exact_type(fun, &mp_type_closure)) {
        size_t n;
        const mp_obj_t *cells;
        fun = mp_obj_closure_get(fun, &n, &cells);
    }
    return MP_OBJ_TO_PTR(fun);
}

// __function__(function, doc, name, annotation, ...)
static mp_obj_t function_info(size_t n_args, const mp_obj_t *args) {
    mp_obj_fun_bc_t *self = bytecode_function(args[0]);
    if (args[1] != mp_const_none) {
        mp_obj_dict_store(attrs(self, true), MP_OBJ_NEW_QSTR(MP_QSTR___doc__), args[1]);
    }
    if (n_args > 2) {
        mp_obj_t annotations = mp_obj_new_dict(0);
        for (size_t i = 2; i + 1 < n_args; i += 2) {
            mp_obj_dict_store(annotations, args[i], args[i + 1]);
        }
        mp_obj_dict_store(attrs(self, true), MP_OBJ_NEW_QSTR(MP_QSTR___annotations__), annotations);
    }
    return args[0];
}
MP_DEFINE_CONST_FUN_OBJ_VAR(hognose_builtin___function___obj, 2, function_info);

// __annotate__(name, annotation)
static mp_obj_t annotate(mp_obj_t name, mp_obj_t annotation) {
    mp_obj_t locals = MP_OBJ_FROM_PTR(mp_locals_get());
    mp_obj_dict_t *dict = MP_OBJ_TO_PTR(mp_obj_cast_to_native_base(locals, MP_OBJ_FROM_PTR(&mp_type_dict)));
    mp_map_elem_t *found = mp_map_lookup(&dict->map, MP_OBJ_NEW_QSTR(MP_QSTR___annotations__), MP_MAP_LOOKUP);
    mp_obj_t annotations;
    if (found != NULL) {
        annotations = found->value;
    } else {
        annotations = mp_obj_new_dict(0);
        mp_obj_subscr(locals, MP_OBJ_NEW_QSTR(MP_QSTR___annotations__), annotations);
    }
    mp_obj_dict_store(annotations, name, annotation);
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_2(hognose_builtin___annotate___obj, annotate);

// __tuple__(list): for (*a, b)
static mp_obj_t tuple_of_list(mp_obj_t list) {
    size_t n;
    mp_obj_t *items;
    mp_obj_list_get(list, &n, &items);
    return mp_obj_new_tuple(n, items);
}
MP_DEFINE_CONST_FUN_OBJ_1(hognose_builtin___tuple___obj, tuple_of_list);
