// The type `object`: what every class has if nothing else says otherwise.
#include "py/builtin.h"
#include "class.h"
#include "format_value.h"

static mp_obj_t object_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    (void)args;
    if (n_args != 0 || n_kw != 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("object() takes no arguments"));
    }
    return MP_OBJ_FROM_PTR(mp_obj_malloc(mp_obj_base_t, type));
}

static void object_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    (void)kind;
    object_print_default(print, self);
}

static mp_obj_t object_init(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    if (n_args > 1 || kw_args->used != 0) {
        const mp_obj_type_t *type = mp_obj_get_type(args[0]), *owner;
        class_lookup(type, MP_QSTR___init__, &owner);
        if (owner != &mp_type_object) {
            mp_raise_TypeError(MP_ERROR_TEXT("object.__init__() takes exactly one argument (the instance to initialize)"));
        }
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(object_init_obj, 1, object_init);

static mp_obj_t object_new(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    if (!object_is_class(args[0])) {
        mp_raise_TypeError(MP_ERROR_TEXT("object.__new__(X): X is not a type object"));
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(args[0]);
    if (class_is_native(type)) {
        if (type == &mp_type_object) {
            return object_make_new(type, 0, 0, NULL);
        }
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("object.__new__(%q) is not safe, use %q.__new__()"), type->name, type->name);
    }
    const mp_obj_type_t *owner = NULL;
    if ((n_args > 1 || kw_args->used != 0) && CLASS_EXTRA(type)->own_new) {
        class_lookup(type, MP_QSTR___new__, &owner);
        if (owner != &mp_type_object) {
            mp_raise_TypeError(MP_ERROR_TEXT("object.__new__() takes exactly one argument (the type to instantiate)"));
        }
    }
    return instance_new(type, CLASS_EXTRA(type)->native_base, 0, 0, NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(object_new_fun_obj, 1, object_new);
static MP_DEFINE_CONST_STATICMETHOD_OBJ(object_new_obj, MP_ROM_PTR(&object_new_fun_obj));

static qstr attr_name(mp_obj_t name) {
    if (!mp_obj_is_str(name)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("attribute name must be string, not '%s'"), mp_obj_get_type_str(name));
    }
    return mp_obj_str_get_qstr(name);
}

static mp_obj_t object_getattribute(mp_obj_t self, mp_obj_t name) {
    qstr attr = attr_name(name);
    mp_obj_t dest[2] = { MP_OBJ_NULL, MP_OBJ_NULL };
    if (attr == MP_QSTR___class__) {
        return MP_OBJ_FROM_PTR(mp_obj_get_type(self));
    }
    if (object_is_instance(self)) {
        instance_load_attr(self, attr, dest, false);
    } else {
        mp_load_method_maybe(self, attr, dest);
    }
    if (dest[0] == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("'%s' object has no attribute '%q'"), mp_obj_get_type_str(self), attr);
    }
    return dest[1] == MP_OBJ_NULL ? dest[0] : mp_obj_new_bound_meth(dest[0], dest[1]);
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_getattribute_obj, object_getattribute);

static mp_obj_t object_setattr(mp_obj_t self, mp_obj_t name, mp_obj_t value) {
    if (object_is_instance(self)) {
        instance_store_member(self, attr_name(name), value);
    } else {
        mp_store_attr(self, attr_name(name), value);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(object_setattr_obj, object_setattr);

static mp_obj_t object_delattr(mp_obj_t self, mp_obj_t name) {
    return object_setattr(self, name, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_delattr_obj, object_delattr);

static mp_obj_t object_repr(mp_obj_t self) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 40, &print);
    if (mp_obj_is_obj(self) && mp_obj_get_type(self) != &mp_type_object && class_is_native(mp_obj_get_type(self))) {
        mp_obj_print_helper(&print, self, PRINT_REPR);
    } else {
        object_print_default(&print, self);
    }
    return mp_obj_new_str_from_vstr(&text);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object_repr_obj, object_repr);

static mp_obj_t object_str(mp_obj_t self) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 40, &print);
    mp_obj_print_helper(&print, self, PRINT_REPR);
    return mp_obj_new_str_from_vstr(&text);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object_str_obj, object_str);

static mp_obj_t object_format(mp_obj_t self, mp_obj_t spec) {
    size_t len;
    mp_obj_str_get_data(spec, &len);
    if (len != 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported format string passed to %s.__format__"), mp_obj_get_type_str(self));
    }
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 40, &print);
    mp_obj_print_helper(&print, self, PRINT_STR);
    return mp_obj_new_str_from_vstr(&text);
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_format_obj, object_format);

static mp_obj_t object_eq(mp_obj_t self, mp_obj_t other) {
    return self == other ? mp_const_true : mp_const_notimplemented;
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_eq_obj, object_eq);

static mp_obj_t object_ne(mp_obj_t self, mp_obj_t other) {
    mp_obj_t method[3];
    mp_load_method(self, MP_QSTR___eq__, method);
    method[2] = other;
    mp_obj_t equal = mp_call_method_n_kw(1, 0, method);
    return equal == mp_const_notimplemented ? equal : mp_obj_new_bool(!mp_obj_is_true(equal));
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_ne_obj, object_ne);

static mp_obj_t object_order(mp_obj_t self, mp_obj_t other) {
    (void)self;
    (void)other;
    return mp_const_notimplemented;
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_order_obj, object_order);

static mp_obj_t object_hash(mp_obj_t self) {
    return MP_OBJ_NEW_SMALL_INT((mp_uint_t)self >> 4);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object_hash_obj, object_hash);

static mp_obj_t object_init_subclass(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    if (n_args > 1 || kw_args->used != 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__init_subclass__() takes no keyword arguments"), ((mp_obj_type_t *)MP_OBJ_TO_PTR(args[0]))->name);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(object_init_subclass_fun_obj, 1, object_init_subclass);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(object_init_subclass_obj, MP_ROM_PTR(&object_init_subclass_fun_obj));

static mp_obj_t object_subclasshook(mp_obj_t class, mp_obj_t subclass) {
    (void)class;
    (void)subclass;
    return mp_const_notimplemented;
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_subclasshook_fun_obj, object_subclasshook);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(object_subclasshook_obj, MP_ROM_PTR(&object_subclasshook_fun_obj));

static mp_obj_t object_dir(mp_obj_t self) {
    return mp_call_function_1(MP_OBJ_FROM_PTR(&mp_builtin_dir_obj), self);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object_dir_obj, object_dir);

static const mp_rom_map_elem_t object_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___init__), MP_ROM_PTR(&object_init_obj) },
    { MP_ROM_QSTR(MP_QSTR___new__), MP_ROM_PTR(&object_new_obj) },
    { MP_ROM_QSTR(MP_QSTR___getattribute__), MP_ROM_PTR(&object_getattribute_obj) },
    { MP_ROM_QSTR(MP_QSTR___setattr__), MP_ROM_PTR(&object_setattr_obj) },
    { MP_ROM_QSTR(MP_QSTR___delattr__), MP_ROM_PTR(&object_delattr_obj) },
    { MP_ROM_QSTR(MP_QSTR___repr__), MP_ROM_PTR(&object_repr_obj) },
    { MP_ROM_QSTR(MP_QSTR___str__), MP_ROM_PTR(&object_str_obj) },
    { MP_ROM_QSTR(MP_QSTR___format__), MP_ROM_PTR(&object_format_obj) },
    { MP_ROM_QSTR(MP_QSTR___eq__), MP_ROM_PTR(&object_eq_obj) },
    { MP_ROM_QSTR(MP_QSTR___ne__), MP_ROM_PTR(&object_ne_obj) },
    { MP_ROM_QSTR(MP_QSTR___lt__), MP_ROM_PTR(&object_order_obj) },
    { MP_ROM_QSTR(MP_QSTR___le__), MP_ROM_PTR(&object_order_obj) },
    { MP_ROM_QSTR(MP_QSTR___gt__), MP_ROM_PTR(&object_order_obj) },
    { MP_ROM_QSTR(MP_QSTR___ge__), MP_ROM_PTR(&object_order_obj) },
    { MP_ROM_QSTR(MP_QSTR___hash__), MP_ROM_PTR(&object_hash_obj) },
    { MP_ROM_QSTR(MP_QSTR___dir__), MP_ROM_PTR(&object_dir_obj) },
    { MP_ROM_QSTR(MP_QSTR___init_subclass__), MP_ROM_PTR(&object_init_subclass_obj) },
    { MP_ROM_QSTR(MP_QSTR___subclasshook__), MP_ROM_PTR(&object_subclasshook_obj) },
};
static MP_DEFINE_CONST_DICT(object_locals, object_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_object,
    MP_QSTR_object,
    MP_TYPE_FLAG_NONE,
    make_new, object_make_new,
    print, object_print,
    locals_dict, &object_locals
    );
