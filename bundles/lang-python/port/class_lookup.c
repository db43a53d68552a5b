// Finding an attribute: along a class's mro, and what it then is for an object.
#include <string.h>

#include "class.h"
#include "constructors.h"
#include "type_forms.h"

size_t class_mro(const mp_obj_type_t *type, const mp_obj_t **mro, mp_obj_t room[NATIVE_MRO_MAX]) {
    if (!class_is_native(type)) {
        *mro = CLASS_EXTRA(type)->mro->items;
        return CLASS_EXTRA(type)->mro->len;
    }
    size_t n = 0;
    while (type != NULL && type != &mp_type_object && n < NATIVE_MRO_MAX - 1) {
        room[n++] = MP_OBJ_FROM_PTR(type);
        type = MP_OBJ_TYPE_GET_SLOT_OR_NULL(type, parent);
    }
    room[n++] = MP_OBJ_FROM_PTR(&mp_type_object);
    *mro = room;
    return n;
}

static mp_obj_t lookup_here(const mp_obj_type_t *type, qstr attr) {
    if (MP_OBJ_TYPE_HAS_SLOT(type, locals_dict)) {
        mp_map_t *map = &MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map;
        mp_map_elem_t *found = mp_map_lookup(map, MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP);
        if (found != NULL) {
            return found->value;
        }
    }
    return class_is_native(type) ? native_method(type, attr) : MP_OBJ_NULL;
}

static mp_obj_t lookup_from(const mp_obj_t *mro, size_t n, size_t first, qstr attr, const mp_obj_type_t **owner) {
    for (size_t i = first; i < n; i++) {
        const mp_obj_type_t *type = MP_OBJ_TO_PTR(mro[i]);
        mp_obj_t member = lookup_here(type, attr);
        if (member != MP_OBJ_NULL) {
            *owner = type;
            return member;
        }
    }
    return MP_OBJ_NULL;
}

mp_obj_t class_lookup(const mp_obj_type_t *type, qstr attr, const mp_obj_type_t **owner) {
    const mp_obj_t *mro;
    mp_obj_t room[NATIVE_MRO_MAX];
    size_t n = class_mro(type, &mro, room);
    return lookup_from(mro, n, 0, attr, owner);
}

mp_obj_t class_lookup_after(const mp_obj_type_t *type, const mp_obj_type_t *after, qstr attr, const mp_obj_type_t **owner) {
    const mp_obj_t *mro;
    mp_obj_t room[NATIVE_MRO_MAX];
    size_t n = class_mro(type, &mro, room), first = 0;
    while (first < n && mro[first] != MP_OBJ_FROM_PTR(after)) {
        first++;
    }
    return lookup_from(mro, n, first + 1, attr, owner);
}

mp_obj_t class_lookup_special(const mp_obj_type_t *type, qstr attr, size_t slot_offset, const mp_obj_type_t **owner) {
    const mp_obj_tuple_t *mro = CLASS_EXTRA(type)->mro;
    for (size_t i = 0; i + 1 < mro->len; i++) { // without object
        const mp_obj_type_t *here = MP_OBJ_TO_PTR(mro->items[i]);
        if (class_is_native(here)) {
            bool is_stream = slot_offset == MP_OBJ_TYPE_OFFSETOF_SLOT(iter) && (here->flags & MP_TYPE_FLAG_ITER_IS_STREAM) != 0;
            if (MP_OBJ_TYPE_HAS_SLOT_BY_OFFSET(here, slot_offset) || is_stream) {
                *owner = here;
                return MP_OBJ_SENTINEL;
            }
        } else {
            mp_map_t *map = &MP_OBJ_TYPE_GET_SLOT(here, locals_dict)->map;
            mp_map_elem_t *found = mp_map_lookup(map, MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP);
            if (found != NULL) {
                *owner = here;
                return found->value;
            }
        }
    }
    return MP_OBJ_NULL;
}

static bool has_method(mp_obj_t obj, qstr attr) {
    const mp_obj_type_t *owner;
    return object_is_instance(obj) && class_lookup(mp_obj_get_type(obj), attr, &owner) != MP_OBJ_NULL;
}

bool class_is_data_descriptor(mp_obj_t member) {
    return mp_obj_is_type(member, &mp_type_property) || has_method(member, MP_QSTR___set__) || has_method(member, MP_QSTR___delete__)
        || (object_is_instance(member) && mp_obj_cast_to_native_base(member, MP_OBJ_FROM_PTR(&mp_type_property)) != MP_OBJ_NULL);
}

// A property as it is in a class, also when it is of a class made from property; or null.
static const mp_obj_t *property_of(mp_obj_t member) {
    if (object_is_instance(member)) {
        member = mp_obj_cast_to_native_base(member, MP_OBJ_FROM_PTR(&mp_type_property));
    }
    return member != MP_OBJ_NULL && mp_obj_is_type(member, &mp_type_property) ? mp_obj_property_get(member) : NULL;
}

// `__hash__ = object.__hash__` in a program's class.
static bool is_of_object(mp_obj_t member) {
    const mp_map_t *map = &MP_OBJ_TYPE_GET_SLOT(&mp_type_object, locals_dict)->map;
    for (size_t i = 0; i < map->used; i++) {
        if (map->table[i].value == member) {
            return true;
        }
    }
    return false;
}

void class_bind(mp_obj_t member, const mp_obj_type_t *owner, mp_obj_t obj, const mp_obj_type_t *type, mp_obj_t *dest) {
    dest[0] = member;
    dest[1] = MP_OBJ_NULL;
    if (!mp_obj_is_obj(member)) {
        return;
    }
    const mp_obj_type_t *member_type = ((mp_obj_base_t *)MP_OBJ_TO_PTR(member))->type;
    if (member_type->flags & MP_TYPE_FLAG_BINDS_SELF) {
        bool is_builtin = (member_type->flags & MP_TYPE_FLAG_BUILTIN_FUN) != 0;
        if (is_builtin && !class_is_native(owner) && !is_of_object(member)) {
            return; // a built-in function in a program's class is no method
        }
        if (obj == MP_OBJ_NULL) {
            if (is_builtin && owner != &mp_type_object && owner != &mp_type_type) {
                dest[0] = mp_obj_new_checked_fun(owner, member);
            }
            return;
        }
        dest[1] = obj;
        // A native type's methods work on what the instance has inside.
        if (class_is_native(owner) && owner != &mp_type_object && member_type != &type_native_init
            && object_is_instance(obj) && CLASS_EXTRA(mp_obj_get_type(obj))->native_base != NULL) {
            dest[1] = ((mp_obj_instance_t *)MP_OBJ_TO_PTR(obj))->subobj[0];
        }
    } else if (member_type == &mp_type_staticmethod) {
        dest[0] = ((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(member))->fun;
    } else if (member_type == &mp_type_classmethod) {
        dest[0] = ((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(member))->fun;
        dest[1] = MP_OBJ_FROM_PTR(type);
    } else if (member_type == &mp_type_property || ((member_type->flags & MP_TYPE_FLAG_INSTANCE_TYPE) && property_of(member) != NULL && !has_method(member, MP_QSTR___get__))) {
        if (obj != MP_OBJ_NULL) {
            const mp_obj_t *proxy = property_of(member);
            if (proxy[0] == mp_const_none) {
                mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("property of '%q' object has no getter"), type->name);
            }
            dest[0] = mp_call_function_1(proxy[0], obj);
        }
    } else if ((member_type->flags & (MP_TYPE_FLAG_INSTANCE_TYPE | MP_TYPE_FLAG_IS_METACLASS)) == MP_TYPE_FLAG_INSTANCE_TYPE) {
        const mp_obj_type_t *get_owner;
        mp_obj_t get = class_lookup(member_type, MP_QSTR___get__, &get_owner);
        if (get != MP_OBJ_NULL) {
            mp_obj_t args[2] = { obj == MP_OBJ_NULL ? mp_const_none : obj, MP_OBJ_FROM_PTR(type) };
            dest[0] = class_call_special(get, get_owner, member, 2, args);
        }
    }
}

mp_obj_t class_call_special(mp_obj_t member, const mp_obj_type_t *owner, mp_obj_t self, size_t n_args, const mp_obj_t *args) {
    mp_obj_t call[5];
    class_bind(member, owner, self, mp_obj_get_type(self), call);
    memcpy(call + 2, args, n_args * sizeof(mp_obj_t));
    return mp_call_method_n_kw(n_args, 0, call);
}

// ---- super ------------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_obj_t type;
    mp_obj_t obj;
    const mp_obj_type_t *obj_type; // the class whose mro is followed
} super_t;

static void super_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    super_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<super: <class '%q'>, <%q object>>", ((mp_obj_type_t *)MP_OBJ_TO_PTR(self->type))->name, self->obj_type->name);
}

static const mp_obj_type_t *super_start(mp_obj_t type, mp_obj_t obj) {
    if (!object_is_class(type)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("super() argument 1 must be a type, not %s"), mp_obj_get_type_str(type));
    }
    if (object_is_class(obj) && mp_obj_is_subclass_fast(obj, type)) {
        return MP_OBJ_TO_PTR(obj);
    }
    const mp_obj_type_t *obj_type = mp_obj_get_type(obj);
    if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(obj_type), type)) {
        mp_raise_TypeError(MP_ERROR_TEXT("super(type, obj): obj must be an instance or subtype of type"));
    }
    return obj_type;
}

static mp_obj_t super_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    // The compiler turns no arguments into two.
    mp_arg_check_num(n_args, n_kw, 2, 2, false);
    super_t *self = mp_obj_malloc(super_t, type);
    self->type = args[0];
    self->obj = args[1];
    self->obj_type = super_start(args[0], args[1]);
    return MP_OBJ_FROM_PTR(self);
}

static void super_load(const super_t *self, qstr attr, mp_obj_t *dest) {
    const mp_obj_type_t *owner = NULL;
    mp_obj_t member = class_lookup_after(self->obj_type, MP_OBJ_TO_PTR(self->type), attr, &owner);
    bool is_class = self->obj == MP_OBJ_FROM_PTR(self->obj_type);
    if (member != MP_OBJ_NULL) {
        class_bind(member, owner, is_class ? MP_OBJ_NULL : self->obj, self->obj_type, dest);
        return;
    }
    // What a native base has in its own way.
    if (!is_class && object_is_instance(self->obj) && CLASS_EXTRA(self->obj_type)->native_base != NULL) {
        mp_load_method_maybe(((mp_obj_instance_t *)MP_OBJ_TO_PTR(self->obj))->subobj[0], attr, dest);
    }
}

static void super_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL) {
        super_load(MP_OBJ_TO_PTR(self_in), attr, dest);
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_super,
    MP_QSTR_super,
    MP_TYPE_FLAG_NONE,
    make_new, super_make_new,
    print, super_print,
    attr, super_attr
    );

// super().attr(...), without an object for the super(): dest has a gap, the class and the object.
void mp_load_super_method(qstr attr, mp_obj_t *dest) {
    super_t super = { { &mp_type_super }, dest[1], dest[2], super_start(dest[1], dest[2]) };
    mp_load_method(MP_OBJ_FROM_PTR(&super), attr, dest);
}

// ---- subclasses and instances -----------------------------------------------------------------

bool mp_obj_is_subclass_fast(mp_const_obj_t object, mp_const_obj_t classinfo) {
    if (object == classinfo) {
        return true;
    }
    if (!object_is_class((mp_obj_t)object)) {
        return false;
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(object);
    if (class_is_native(type)) {
        while ((type = MP_OBJ_TYPE_GET_SLOT_OR_NULL(type, parent)) != NULL) {
            if (type == MP_OBJ_TO_PTR(classinfo)) {
                return true;
            }
        }
        return classinfo == MP_OBJ_FROM_PTR(&mp_type_object);
    }
    const mp_obj_tuple_t *mro = CLASS_EXTRA(type)->mro;
    for (size_t i = 1; i < mro->len; i++) {
        if (mro->items[i] == classinfo) {
            return true;
        }
    }
    return false;
}

// The answer of a metaclass's own __instancecheck__ or __subclasscheck__, or null.
static mp_obj_t ask_metaclass(mp_obj_t class, qstr method, mp_obj_t subject) {
    const mp_obj_type_t *meta = mp_obj_get_type(class);
    if (meta == &mp_type_type || class_is_native(meta)) {
        return MP_OBJ_NULL;
    }
    const mp_obj_type_t *owner;
    mp_obj_t check = class_lookup(meta, method, &owner);
    if (check == MP_OBJ_NULL || class_is_native(owner)) {
        return MP_OBJ_NULL;
    }
    return mp_obj_new_bool(mp_obj_is_true(class_call_special(check, owner, class, 1, &subject)));
}

// One class, a tuple of them, or a union.
static bool check_class(mp_obj_t subject, mp_obj_t classinfo, bool is_instance) {
    mp_cstack_check();
    mp_obj_t *items;
    size_t n;
    if (mp_obj_is_type(classinfo, &mp_type_tuple)) {
        mp_obj_tuple_get(classinfo, &n, &items);
        for (size_t i = 0; i < n; i++) {
            if (check_class(subject, items[i], is_instance)) {
                return true;
            }
        }
        return false;
    }
    if (mp_obj_is_type(classinfo, &type_union)) {
        return check_class(subject, union_args(classinfo), is_instance);
    }
    if (is_instance && classinfo == mp_const_none) { // in a union
        return subject == mp_const_none;
    }
    if (!object_is_class(classinfo)) {
        mp_obj_t method[3];
        mp_load_method_maybe(classinfo, is_instance ? MP_QSTR___instancecheck__ : MP_QSTR___subclasscheck__, method);
        if (object_is_instance(classinfo) && method[0] != MP_OBJ_NULL) {
            method[2] = subject;
            return mp_obj_is_true(mp_call_method_n_kw(1, 0, method));
        }
        mp_raise_TypeError(is_instance ? MP_ERROR_TEXT("isinstance() arg 2 must be a type, a tuple of types, or a union")
            : MP_ERROR_TEXT("issubclass() arg 2 must be a class, a tuple of classes, or a union"));
    }
    if (is_instance) {
        mp_obj_t type = MP_OBJ_FROM_PTR(mp_obj_get_type(subject));
        if (type == classinfo) {
            return true;
        }
        mp_obj_t answer = ask_metaclass(classinfo, MP_QSTR___instancecheck__, subject);
        return answer != MP_OBJ_NULL ? answer == mp_const_true : mp_obj_is_subclass_fast(type, classinfo);
    }
    mp_obj_t answer = ask_metaclass(classinfo, MP_QSTR___subclasscheck__, subject);
    return answer != MP_OBJ_NULL ? answer == mp_const_true : mp_obj_is_subclass_fast(subject, classinfo);
}

static mp_obj_t builtin_issubclass(mp_obj_t class, mp_obj_t classinfo) {
    if (!object_is_class(class)) {
        mp_raise_TypeError(MP_ERROR_TEXT("issubclass() arg 1 must be a class"));
    }
    return mp_obj_new_bool(check_class(class, classinfo, false));
}
MP_DEFINE_CONST_FUN_OBJ_2(mp_builtin_issubclass_obj, builtin_issubclass);

static mp_obj_t builtin_isinstance(mp_obj_t object, mp_obj_t classinfo) {
    return mp_obj_new_bool(check_class(object, classinfo, true));
}
MP_DEFINE_CONST_FUN_OBJ_2(mp_builtin_isinstance_obj, builtin_isinstance);

mp_obj_t mp_obj_cast_to_native_base(mp_obj_t self, mp_const_obj_t native) {
    const mp_obj_type_t *type = mp_obj_get_type(self);
    if (MP_OBJ_FROM_PTR(type) == native) {
        return self;
    }
    if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), native)) {
        return MP_OBJ_NULL;
    }
    return object_is_instance(self) ? ((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0] : self;
}
