// The type `type`: classes as objects. Also staticmethod and classmethod.
#include <string.h>

#include "py/builtin.h"
#include "class.h"
#include "type_forms.h"

// ---- names ------------------------------------------------------------------------------------

static qstr qualname(const mp_obj_type_t *type) {
    return class_is_native(type) ? type->name : CLASS_EXTRA(type)->qualname;
}

static mp_obj_t module_of(const mp_obj_type_t *type) {
    if (!class_is_native(type)) {
        mp_map_elem_t *found = mp_map_lookup(&MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map, MP_OBJ_NEW_QSTR(MP_QSTR___module__), MP_MAP_LOOKUP);
        if (found != NULL) {
            return found->value;
        }
    }
    return MP_OBJ_NEW_QSTR(MP_QSTR_builtins);
}

void class_print_name(const mp_print_t *print, const mp_obj_type_t *type) {
    mp_obj_t module = module_of(type);
    if (module != MP_OBJ_NEW_QSTR(MP_QSTR_builtins)) {
        mp_obj_print_helper(print, module, PRINT_STR);
        mp_print_str(print, ".");
    }
    mp_print_str(print, qstr_str(qualname(type)));
}

void type_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    (void)kind;
    mp_print_str(print, "<class '");
    class_print_name(print, MP_OBJ_TO_PTR(self));
    mp_print_str(print, "'>");
}

// ---- calling ----------------------------------------------------------------------------------

static mp_obj_t type_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_args == 1 && n_kw == 0) {
        return MP_OBJ_FROM_PTR(mp_obj_get_type(args[0]));
    }
    if (n_args != 3) {
        mp_raise_TypeError(MP_ERROR_TEXT("type() takes 1 or 3 arguments"));
    }
    if (type == &mp_type_type && mp_obj_is_type(args[1], &mp_type_tuple)) {
        const mp_obj_type_t *best = best_metaclass(type, MP_OBJ_TO_PTR(args[1]));
        if (best != type) {
            return type_call(MP_OBJ_FROM_PTR(best), n_args, n_kw, args); // the bases' metaclass makes it
        }
    }
    return class_new(type, args[0], args[1], args[2], n_kw, args + 3);
}

mp_obj_t type_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const mp_obj_type_t *self = MP_OBJ_TO_PTR(self_in);
    if (!MP_OBJ_TYPE_HAS_SLOT(self, make_new)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot create '%q' instances"), self->name);
    }
    return MP_OBJ_TYPE_GET_SLOT(self, make_new)(self, n_args, n_kw, args);
}

// ---- attributes -------------------------------------------------------------------------------

static mp_obj_t mro_of(mp_obj_t self) {
    const mp_obj_t *mro;
    mp_obj_t room[NATIVE_MRO_MAX];
    size_t n = class_mro(MP_OBJ_TO_PTR(self), &mro, room);
    return mp_obj_new_tuple(n, mro);
}

static mp_obj_t type_mro(mp_obj_t self) {
    const mp_obj_t *mro;
    mp_obj_t room[NATIVE_MRO_MAX];
    size_t n = class_mro(MP_OBJ_TO_PTR(self), &mro, room);
    return mp_obj_new_list(n, (mp_obj_t *)mro);
}
static MP_DEFINE_CONST_FUN_OBJ_1(type_mro_obj, type_mro);

static mp_obj_t type_subclasses(mp_obj_t self) {
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(self);
    size_t n = 0;
    mp_obj_t *items = NULL;
    if (!class_is_native(type) && CLASS_EXTRA(type)->subclasses != MP_OBJ_NULL) {
        mp_obj_list_get(CLASS_EXTRA(type)->subclasses, &n, &items);
    }
    return mp_obj_new_list(n, items);
}
static MP_DEFINE_CONST_FUN_OBJ_1(type_subclasses_obj, type_subclasses);

static mp_obj_t type_new_method(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    if (n_args < 4 || !object_is_class(args[0])) {
        mp_raise_TypeError(MP_ERROR_TEXT("type.__new__() takes exactly 3 arguments"));
    }
    mp_obj_t *kw = m_new(mp_obj_t, 2 * kw_args->used + 1);
    size_t n_kw = 0;
    for (size_t i = 0; i < kw_args->alloc; i++) {
        if (mp_map_slot_is_filled(kw_args, i)) {
            kw[2 * n_kw] = kw_args->table[i].key;
            kw[2 * n_kw + 1] = kw_args->table[i].value;
            n_kw++;
        }
    }
    return class_new(MP_OBJ_TO_PTR(args[0]), args[1], args[2], args[3], n_kw, kw);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(type_new_fun_obj, 1, type_new_method);
static MP_DEFINE_CONST_STATICMETHOD_OBJ(type_new_obj, MP_ROM_PTR(&type_new_fun_obj));

static mp_obj_t type_init_method(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    (void)n_args;
    (void)args;
    (void)kw_args;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(type_init_obj, 1, type_init_method);

static mp_obj_t type_call_method(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    mp_obj_t *all = m_new(mp_obj_t, n_args + 2 * kw_args->used);
    memcpy(all, args + 1, (n_args - 1) * sizeof(mp_obj_t));
    size_t n_kw = 0;
    for (size_t i = 0; i < kw_args->alloc; i++) {
        if (mp_map_slot_is_filled(kw_args, i)) {
            all[n_args - 1 + 2 * n_kw] = kw_args->table[i].key;
            all[n_args + 2 * n_kw] = kw_args->table[i].value;
            n_kw++;
        }
    }
    return type_call(args[0], n_args - 1, n_kw, all);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(type_call_obj, 1, type_call_method);

static mp_obj_t type_prepare(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    (void)n_args;
    (void)args;
    (void)kw_args;
    return mp_obj_new_dict(0);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(type_prepare_fun_obj, 0, type_prepare);
static MP_DEFINE_CONST_STATICMETHOD_OBJ(type_prepare_obj, MP_ROM_PTR(&type_prepare_fun_obj));

static mp_obj_t type_instancecheck(mp_obj_t self, mp_obj_t obj) {
    return mp_obj_new_bool(mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(obj)), self));
}
static MP_DEFINE_CONST_FUN_OBJ_2(type_instancecheck_obj, type_instancecheck);

static mp_obj_t type_subclasscheck(mp_obj_t self, mp_obj_t class) {
    return mp_obj_new_bool(mp_obj_is_subclass_fast(class, self));
}
static MP_DEFINE_CONST_FUN_OBJ_2(type_subclasscheck_obj, type_subclasscheck);

static mp_obj_t type_repr(mp_obj_t self) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 24, &print);
    type_print(&print, self, PRINT_REPR);
    return mp_obj_new_str_from_vstr(&text);
}
static MP_DEFINE_CONST_FUN_OBJ_1(type_repr_obj, type_repr);

static void type_store(mp_obj_t self, qstr attr, mp_obj_t value);

static mp_obj_t type_setattr(mp_obj_t self, mp_obj_t name, mp_obj_t value) {
    type_store(self, mp_obj_str_get_qstr(name), value);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(type_setattr_obj, type_setattr);

static mp_obj_t type_delattr(mp_obj_t self, mp_obj_t name) {
    type_store(self, mp_obj_str_get_qstr(name), MP_OBJ_NULL);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(type_delattr_obj, type_delattr);

static const mp_rom_map_elem_t type_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___new__), MP_ROM_PTR(&type_new_obj) },
    { MP_ROM_QSTR(MP_QSTR___init__), MP_ROM_PTR(&type_init_obj) },
    { MP_ROM_QSTR(MP_QSTR___call__), MP_ROM_PTR(&type_call_obj) },
    { MP_ROM_QSTR(MP_QSTR___prepare__), MP_ROM_PTR(&type_prepare_obj) },
    { MP_ROM_QSTR(MP_QSTR___instancecheck__), MP_ROM_PTR(&type_instancecheck_obj) },
    { MP_ROM_QSTR(MP_QSTR___subclasscheck__), MP_ROM_PTR(&type_subclasscheck_obj) },
    { MP_ROM_QSTR(MP_QSTR___subclasses__), MP_ROM_PTR(&type_subclasses_obj) },
    { MP_ROM_QSTR(MP_QSTR___repr__), MP_ROM_PTR(&type_repr_obj) },
    { MP_ROM_QSTR(MP_QSTR___setattr__), MP_ROM_PTR(&type_setattr_obj) },
    { MP_ROM_QSTR(MP_QSTR___delattr__), MP_ROM_PTR(&type_delattr_obj) },
    { MP_ROM_QSTR(MP_QSTR_mro), MP_ROM_PTR(&type_mro_obj) },
};
static MP_DEFINE_CONST_DICT(type_locals, type_locals_table);

static mp_obj_t own_member(const mp_obj_type_t *type, qstr attr) {
    if (!MP_OBJ_TYPE_HAS_SLOT(type, locals_dict)) {
        return MP_OBJ_NULL;
    }
    mp_map_elem_t *found = mp_map_lookup(&MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map, MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP);
    return found == NULL ? MP_OBJ_NULL : found->value;
}

// What every class has, whatever its members are.
static mp_obj_t type_own_attr(mp_obj_t self, qstr attr) {
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(self);
    switch (attr) {
        case MP_QSTR___name__:
            return MP_OBJ_NEW_QSTR(type->name);
        case MP_QSTR___qualname__:
            return MP_OBJ_NEW_QSTR(qualname(type));
        case MP_QSTR___module__:
            return module_of(type);
        case MP_QSTR___mro__:
            return mro_of(self);
        case MP_QSTR___base__:
            return type == &mp_type_object ? mp_const_none
                : class_is_native(type) ? (MP_OBJ_TYPE_HAS_SLOT(type, parent) ? MP_OBJ_FROM_PTR(MP_OBJ_TYPE_GET_SLOT(type, parent)) : MP_OBJ_FROM_PTR(&mp_type_object))
                : CLASS_EXTRA(type)->bases->items[0];
        case MP_QSTR___bases__:
            if (type == &mp_type_object) {
                return mp_const_empty_tuple;
            }
            if (class_is_native(type)) {
                mp_obj_t base = MP_OBJ_TYPE_HAS_SLOT(type, parent) ? MP_OBJ_FROM_PTR(MP_OBJ_TYPE_GET_SLOT(type, parent)) : MP_OBJ_FROM_PTR(&mp_type_object);
                return mp_obj_new_tuple(1, &base);
            }
            return MP_OBJ_FROM_PTR(CLASS_EXTRA(type)->bases);
        case MP_QSTR___dict__:
            return MP_OBJ_TYPE_HAS_SLOT(type, locals_dict) ? MP_OBJ_FROM_PTR(MP_OBJ_TYPE_GET_SLOT(type, locals_dict)) : MP_OBJ_FROM_PTR(&mp_const_empty_dict_obj);
        case MP_QSTR___doc__: {
            mp_obj_t doc = own_member(type, attr);
            return doc == MP_OBJ_NULL ? mp_const_none : doc;
        }
        case MP_QSTR___annotations__: {
            mp_obj_t annotations = own_member(type, attr);
            if (annotations == MP_OBJ_NULL && !class_is_native(type)) {
                annotations = mp_obj_new_dict(0);
                mp_obj_dict_store(MP_OBJ_FROM_PTR(MP_OBJ_TYPE_GET_SLOT(type, locals_dict)), MP_OBJ_NEW_QSTR(attr), annotations);
            }
            return annotations;
        }
        default:
            return MP_OBJ_NULL;
    }
}

static void type_load(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(self), *meta = mp_obj_get_type(self), *owner, *meta_owner;
    mp_obj_t from_meta = MP_OBJ_NULL;
    if (meta != &mp_type_type) {
        from_meta = class_lookup(meta, attr, &meta_owner);
        if (from_meta != MP_OBJ_NULL && class_is_data_descriptor(from_meta)) {
            class_bind(from_meta, meta_owner, self, meta, dest);
            return;
        }
    }
    mp_obj_t own = type_own_attr(self, attr);
    if (own != MP_OBJ_NULL) {
        dest[0] = own;
        return;
    }
    mp_obj_t member = class_lookup(type, attr, &owner);
    if (member != MP_OBJ_NULL) {
        class_bind(member, owner, MP_OBJ_NULL, type, dest);
        return;
    }
    if (from_meta != MP_OBJ_NULL) {
        class_bind(from_meta, meta_owner, self, meta, dest);
        return;
    }
    mp_map_elem_t *found = mp_map_lookup((mp_map_t *)&type_locals.map, MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP);
    if (found != NULL) {
        class_bind(found->value, &mp_type_type, self, meta, dest);
        return;
    }
    if (meta != &mp_type_type && !class_is_native(meta)) {
        mp_obj_t getattr = class_lookup(meta, MP_QSTR___getattr__, &meta_owner);
        if (getattr != MP_OBJ_NULL) {
            mp_obj_t name = MP_OBJ_NEW_QSTR(attr);
            dest[0] = class_call_special(getattr, meta_owner, self, 1, &name);
        }
    }
}

// A null value deletes.
static void type_store(mp_obj_t self, qstr attr, mp_obj_t value) {
    mp_obj_type_t *type = MP_OBJ_TO_PTR(self);
    if (class_is_native(type)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot set '%q' attribute of immutable type '%q'"), attr, type->name);
    }
    const mp_obj_type_t *meta = mp_obj_get_type(self), *owner;
    if (meta->flags & MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS) {
        mp_obj_t member = class_lookup(meta, attr, &owner);
        if (member != MP_OBJ_NULL && mp_obj_is_type(member, &mp_type_property)) {
            const mp_obj_t *proxy = mp_obj_property_get(member);
            if (proxy[1] == mp_const_none || value == MP_OBJ_NULL) {
                mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("property '%q' of '%q' object has no setter"), attr, meta->name);
            }
            mp_call_function_2(proxy[1], self, value);
            return;
        }
    }
    if (value != MP_OBJ_NULL && (attr == MP_QSTR___name__ || attr == MP_QSTR___qualname__)) {
        qstr name = mp_obj_str_get_qstr(value);
        if (attr == MP_QSTR___name__) {
            type->name = name;
        } else {
            CLASS_EXTRA(type)->qualname = name;
        }
        return;
    }
    mp_map_t *members = &MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map;
    if (value == MP_OBJ_NULL) {
        mp_map_elem_t *found = mp_map_lookup(members, MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP_REMOVE_IF_FOUND);
        if (found == NULL) {
            mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("type object '%q' has no attribute '%q'"), type->name, attr);
        }
        found->value = MP_OBJ_NULL;
        return;
    }
    mp_map_lookup(members, MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = value;
    class_changed(type, attr, value);
}

void type_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL) {
        type_load(self, attr, dest);
        return;
    }
    const mp_obj_type_t *meta = mp_obj_get_type(self), *owner;
    if (meta->flags & MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS) {
        mp_obj_t method = class_lookup(meta, dest[1] == MP_OBJ_NULL ? MP_QSTR___delattr__ : MP_QSTR___setattr__, &owner);
        if (method != MP_OBJ_NULL && !class_is_native(owner)) {
            mp_obj_t args[2] = { MP_OBJ_NEW_QSTR(attr), dest[1] };
            class_call_special(method, owner, self, dest[1] == MP_OBJ_NULL ? 1 : 2, args);
            dest[0] = MP_OBJ_NULL;
            return;
        }
    }
    type_store(self, attr, dest[1]);
    dest[0] = MP_OBJ_NULL;
}

static mp_obj_t type_unary_op(mp_unary_op_t op, mp_obj_t self) {
    return op == MP_UNARY_OP_HASH ? MP_OBJ_NEW_SMALL_INT((mp_uint_t)self >> 4) : op == MP_UNARY_OP_BOOL ? mp_const_true : MP_OBJ_NULL;
}

static mp_obj_t type_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    return op == MP_BINARY_OP_OR ? type_or(lhs, rhs) : op == MP_BINARY_OP_REVERSE_OR ? type_or(rhs, lhs) : MP_OBJ_NULL;
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_type,
    MP_QSTR_type,
    MP_TYPE_FLAG_IS_METACLASS,
    make_new, type_make_new,
    print, type_print,
    call, type_call,
    attr, type_attr,
    unary_op, type_unary_op,
    binary_op, type_binary_op,
    subscr, type_subscr,
    locals_dict, &type_locals
    );

// ---- staticmethod and classmethod -------------------------------------------------------------

static mp_obj_t static_class_method_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    mp_obj_static_class_method_t *o = mp_obj_malloc(mp_obj_static_class_method_t, type);
    o->fun = args[0];
    return MP_OBJ_FROM_PTR(o);
}

static void static_class_method_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    mp_obj_static_class_method_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR___func__ || attr == MP_QSTR___wrapped__) {
        dest[0] = self->fun;
    } else if (attr != MP_QSTR___get__ && attr != MP_QSTR___set__ && attr != MP_QSTR___delete__ && attr != MP_QSTR___set_name__) {
        mp_load_method_maybe(self->fun, attr, dest);
    }
}

static mp_obj_t static_method_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return mp_call_function_n_kw(((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(self))->fun, n_args, n_kw, args);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_staticmethod,
    MP_QSTR_staticmethod,
    MP_TYPE_FLAG_NONE,
    make_new, static_class_method_make_new,
    call, static_method_call,
    attr, static_class_method_attr
    );

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_classmethod,
    MP_QSTR_classmethod,
    MP_TYPE_FLAG_NONE,
    make_new, static_class_method_make_new,
    attr, static_class_method_attr
    );
