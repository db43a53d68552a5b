// Constructing what is native. A native type makes its objects in one step, make_new; here it is taken
// apart into __new__ and __init__, as a program's subclasses know it.
#include <string.h>

#include "py/objexcept.h"
#include "py/objtuple.h"
#include "class.h"
#include "constructors.h"

typedef struct {
    mp_obj_base_t base;
    const mp_obj_type_t *type;
} constructor_t;

bool native_is_immutable(const mp_obj_type_t *native) {
    return native == &mp_type_str || native == &mp_type_int || native == &mp_type_float || native == &mp_type_bool
        || native == &mp_type_tuple || native == &mp_type_bytes || native == &mp_type_frozenset || native == &mp_type_complex
        || native == &mp_type_range || native == &mp_type_slice
        || (MP_OBJ_TYPE_HAS_SLOT(native, parent) && MP_OBJ_TYPE_GET_SLOT(native, parent) == &mp_type_tuple);
}

// Types whose objects are complete after __new__: also map, zip and their like, and array.
static bool is_made_by_new(const mp_obj_type_t *native) {
    return native_is_immutable(native) || native == &mp_type_array
        || (native->flags & MP_TYPE_FLAG_ITER_IS_STREAM) == MP_TYPE_FLAG_ITER_IS_ITERNEXT;
}

static bool is_exception(const mp_obj_type_t *native) {
    return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(native), MP_OBJ_FROM_PTR(&mp_type_BaseException));
}

// What an instance has inside at first. A mutable object is empty until __init__; an exception has
// all the arguments, as in CPython, whether or not __init__ passes them on.
static mp_obj_t new_inside(const mp_obj_type_t *native, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (is_exception(native)) {
        return mp_obj_exception_make_new(native, n_args, 0, args);
    }
    if (!is_made_by_new(native) && native != &mp_type_property) {
        nlr_buf_t nlr;
        if (nlr_push(&nlr) == 0) {
            mp_obj_t empty = MP_OBJ_TYPE_GET_SLOT(native, make_new)(native, 0, 0, NULL);
            nlr_pop();
            return empty;
        }
        // It cannot be empty: it comes with __init__.
        return mp_const_none;
    }
    if (n_kw != 0 && n_args > 0 && is_made_by_new(native)) {
        n_kw = 0; // those are for the subclass's __init__
    }
    return MP_OBJ_TYPE_GET_SLOT(native, make_new)(native, n_args, n_kw, args);
}

static void raise_if_abstract(const mp_obj_type_t *type) {
    mp_map_elem_t *found = mp_map_lookup(&MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map, MP_OBJ_NEW_QSTR(MP_QSTR___abstractmethods__), MP_MAP_LOOKUP);
    if (found == NULL || !mp_obj_is_true(found->value)) {
        return;
    }
    mp_obj_t names = mp_obj_new_list(0, NULL);
    mp_obj_iter_buf_t buf;
    mp_obj_t iterator = mp_getiter(found->value, &buf), name;
    while ((name = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        mp_obj_list_append(names, name);
    }
    mp_obj_list_sort(1, &names, (mp_map_t *)&mp_const_empty_map);
    size_t n;
    mp_obj_t *items;
    mp_obj_list_get(names, &n, &items);
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 96, &print);
    mp_printf(&print, "Can't instantiate abstract class %q without an implementation for abstract method%s ", type->name, n == 1 ? "" : "s");
    for (size_t i = 0; i < n; i++) {
        mp_printf(&print, i == 0 ? "'%s'" : ", '%s'", mp_obj_str_get_str(items[i]));
    }
    mp_raise_type_arg(&mp_type_TypeError, mp_obj_new_str_from_vstr(&text));
}

mp_obj_t instance_new(const mp_obj_type_t *type, const mp_obj_type_t *native, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (type->flags & MP_TYPE_FLAG_IS_ABSTRACT) {
        raise_if_abstract(type);
    }
    mp_obj_instance_t *self = mp_obj_malloc_var(mp_obj_instance_t, subobj, mp_obj_t, native != NULL, type);
    mp_map_init(&self->members, 0);
    if (native != NULL) {
        self->subobj[0] = mp_const_none;
        self->subobj[0] = new_inside(native, n_args, n_kw, args);
    }
    return MP_OBJ_FROM_PTR(self);
}

// ---- T.__new__(cls, ...) -----------------------------------------------------------------------

static mp_obj_t native_new_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const constructor_t *self = MP_OBJ_TO_PTR(self_in);
    if (n_args == 0 || !object_is_class(args[0])) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__new__(X): X is not a type object"), self->type->name);
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(args[0]);
    if (!mp_obj_is_subclass_fast(args[0], MP_OBJ_FROM_PTR(self->type))) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__new__(%q): %q is not a subtype of %q"), self->type->name, type->name, type->name, self->type->name);
    }
    if (class_is_native(type)) {
        return MP_OBJ_TYPE_GET_SLOT(type, make_new)(type, n_args - 1, n_kw, args + 1);
    }
    return instance_new(type, CLASS_EXTRA(type)->native_base, n_args - 1, n_kw, args + 1);
}

static MP_DEFINE_CONST_OBJ_TYPE(
    type_native_new,
    MP_QSTR_builtin_function_or_method,
    MP_TYPE_FLAG_NONE,
    call, native_new_call
    );

// ---- T.__init__(self, ...) ---------------------------------------------------------------------

static mp_obj_t native_init_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const constructor_t *self = MP_OBJ_TO_PTR(self_in);
    if (n_args == 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unbound method %q.__init__() needs an argument"), self->type->name);
    }
    const mp_obj_type_t *native = object_is_instance(args[0]) ? CLASS_EXTRA(mp_obj_get_type(args[0]))->native_base : NULL;
    if (native == NULL || is_made_by_new(native)) {
        return mp_const_none;
    }
    mp_obj_instance_t *instance = MP_OBJ_TO_PTR(args[0]);
    if (is_exception(native)) {
        mp_arg_check_num(n_args, n_kw, 0, MP_OBJ_FUN_ARGS_MAX, false);
        mp_obj_exception_t *exception = MP_OBJ_TO_PTR(instance->subobj[0]);
        exception->args = MP_OBJ_TO_PTR(mp_obj_new_tuple(n_args - 1, args + 1));
        return mp_const_none;
    }
    instance->subobj[0] = MP_OBJ_TYPE_GET_SLOT(native, make_new)(native, n_args - 1, n_kw, args + 1);
    return mp_const_none;
}

MP_DEFINE_CONST_OBJ_TYPE(
    type_native_init,
    MP_QSTR_wrapper_descriptor,
    MP_TYPE_FLAG_BINDS_SELF,
    call, native_init_call
    );

mp_obj_t native_constructor(const mp_obj_type_t *type, qstr attr) {
    // Immutable types are complete with __new__, and have object's __init__.
    if (type == &mp_type_object || !MP_OBJ_TYPE_HAS_SLOT(type, make_new) || (attr == MP_QSTR___init__ && is_made_by_new(type))) {
        return MP_OBJ_NULL;
    }
    constructor_t *o = mp_obj_malloc(constructor_t, attr == MP_QSTR___new__ ? &type_native_new : &type_native_init);
    o->type = type;
    return MP_OBJ_FROM_PTR(o);
}
