// Instances of the classes that a program makes: making them, their attributes and their operators.
#include <stdlib.h>
#include <string.h>

#include "py/builtin.h"
#include "py/objexcept.h"
#include "class.h"

static mp_obj_t native_part(mp_obj_t self) {
    return ((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0];
}

// ---- making -----------------------------------------------------------------------------------

static mp_obj_t call_with(mp_obj_t fun, mp_obj_t first, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    size_t n = 1 + n_args + 2 * n_kw;
    mp_obj_t few[8];
    mp_obj_t *all = n <= MP_ARRAY_SIZE(few) ? few : m_new(mp_obj_t, n);
    all[0] = first;
    memcpy(all + 1, args, (n - 1) * sizeof(mp_obj_t));
    mp_obj_t result = mp_call_function_n_kw(fun, n_args + 1, n_kw, all);
    if (all != few) {
        m_del(mp_obj_t, all, n);
    }
    return result;
}

static void init(const mp_obj_type_t *type, mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const mp_obj_type_t *owner;
    mp_obj_t method = class_lookup(type, MP_QSTR___init__, &owner);
    if (owner == &mp_type_object) {
        if ((n_args != 0 || n_kw != 0) && !CLASS_EXTRA(type)->own_new && CLASS_EXTRA(type)->native_base == NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes no arguments"), type->name);
        }
        return;
    }
    if (class_is_native(owner)) {
        call_with(method, self, n_args, n_kw, args);
        return;
    }
    mp_obj_t bound[2];
    class_bind(method, owner, self, type, bound);
    mp_obj_t result = bound[1] == MP_OBJ_NULL ? mp_call_function_n_kw(bound[0], n_args, n_kw, args) : call_with(bound[0], bound[1], n_args, n_kw, args);
    if (result != mp_const_none) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__init__() should return None, not '%s'"), mp_obj_get_type_str(result));
    }
}

mp_obj_t instance_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const class_extra_t *extra = CLASS_EXTRA(type);
    mp_obj_t self;
    if (extra->own_new || (type->flags & MP_TYPE_FLAG_IS_METACLASS)) {
        const mp_obj_type_t *owner;
        mp_obj_t member = class_lookup(type, MP_QSTR___new__, &owner);
        mp_obj_t bound[2];
        class_bind(member, owner, MP_OBJ_NULL, type, bound);
        self = call_with(bound[0], MP_OBJ_FROM_PTR(type), n_args, n_kw, args);
        if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(self)), MP_OBJ_FROM_PTR(type))) {
            return self;
        }
        type = mp_obj_get_type(self);
        if (class_is_native(type)) {
            return self;
        }
    } else {
        self = instance_new(type, extra->native_base, n_args, n_kw, args);
    }
    if (type->flags & MP_TYPE_FLAG_IS_METACLASS) {
        const mp_obj_type_t *owner;
        mp_obj_t method = class_lookup(type, MP_QSTR___init__, &owner);
        if (!class_is_native(owner)) {
            call_with(method, self, n_args, n_kw, args);
        }
        return self;
    }
    init(type, self, n_args, n_kw, args);
    return self;
}

// ---- attributes -------------------------------------------------------------------------------
//
// An instance's attributes are in its own map, until the program asks for its __dict__. Then they are
// in that dict, and the map is empty and points to it.

mp_map_t *instance_members(mp_obj_instance_t *self) {
    return self->members.is_fixed ? &((mp_obj_dict_t *)self->members.table)->map : &self->members;
}

mp_obj_t instance_dict(mp_obj_t self_in) {
    mp_obj_instance_t *self = MP_OBJ_TO_PTR(self_in);
    if (!self->members.is_fixed) {
        mp_obj_dict_t *dict = MP_OBJ_TO_PTR(mp_obj_new_dict(0));
        dict->map = self->members;
        memset(&self->members, 0, sizeof(self->members));
        self->members.is_fixed = 1;
        self->members.table = (mp_map_elem_t *)dict;
    }
    return MP_OBJ_FROM_PTR(self->members.table);
}

static void set_dict(mp_obj_t self_in, mp_obj_t dict) {
    if (!mp_obj_is_type(dict, &mp_type_dict)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__dict__ must be set to a dictionary, not a '%s'"), mp_obj_get_type_str(dict));
    }
    mp_obj_instance_t *self = MP_OBJ_TO_PTR(self_in);
    memset(&self->members, 0, sizeof(self->members));
    self->members.is_fixed = 1;
    self->members.table = MP_OBJ_TO_PTR(dict);
}

static bool is_own_exception_attr(mp_obj_t self, qstr attr) {
    const mp_obj_type_t *native = CLASS_EXTRA(mp_obj_get_type(self))->native_base;
    return native != NULL && MP_OBJ_TYPE_GET_SLOT_OR_NULL(native, make_new) == mp_obj_exception_make_new
        && (attr == MP_QSTR___cause__ || attr == MP_QSTR___context__ || attr == MP_QSTR___suppress_context__
            || attr == MP_QSTR___traceback__ || attr == MP_QSTR_args);
}

void instance_load_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest, bool own_getattr) {
    mp_obj_instance_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *type = self->base.type;
    bool special = (type->flags & MP_TYPE_FLAG_SPECIAL_LOAD) != 0;
    if (special && own_getattr) {
        const mp_obj_type_t *owner;
        mp_obj_t method = class_lookup(type, MP_QSTR___getattribute__, &owner);
        if (owner != &mp_type_object) {
            mp_obj_t name = MP_OBJ_NEW_QSTR(attr);
            nlr_buf_t nlr;
            if (nlr_push(&nlr) == 0) {
                dest[0] = class_call_special(method, owner, self_in, 1, &name);
                nlr_pop();
                return;
            }
            mp_obj_t error = MP_OBJ_FROM_PTR(nlr.ret_val);
            mp_obj_t getattr = class_lookup(type, MP_QSTR___getattr__, &owner);
            if (getattr == MP_OBJ_NULL || !mp_obj_exception_match(error, MP_OBJ_FROM_PTR(&mp_type_AttributeError))) {
                nlr_raise(error);
            }
            dest[0] = class_call_special(getattr, owner, self_in, 1, &name);
            return;
        }
    }
    const mp_obj_type_t *owner = NULL;
    mp_obj_t member = MP_OBJ_NULL;
    if (special) {
        member = class_lookup(type, attr, &owner);
        if (member != MP_OBJ_NULL && class_is_data_descriptor(member)) {
            class_bind(member, owner, self_in, type, dest);
            return;
        }
    }
    mp_map_elem_t *found = mp_map_lookup(instance_members(self), MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP);
    if (found != NULL) {
        dest[0] = found->value;
        return;
    }
    if (attr == MP_QSTR___dict__ && !(type->flags & MP_TYPE_FLAG_NO_DICT)) {
        dest[0] = instance_dict(self_in);
        return;
    }
    if (!special) {
        member = class_lookup(type, attr, &owner);
    }
    const mp_obj_type_t *native = CLASS_EXTRA(type)->native_base;
    if (native != NULL && (member == MP_OBJ_NULL || owner == &mp_type_object) && self->subobj[0] != mp_const_none) {
        // What a native type has in its own way, not in a table.
        mp_obj_t native_dest[2];
        mp_load_method_maybe(self->subobj[0], attr, native_dest);
        if (native_dest[0] != MP_OBJ_NULL && attr != MP_QSTR___class__) {
            dest[0] = native_dest[0];
            dest[1] = native_dest[1];
            return;
        }
    }
    if (member != MP_OBJ_NULL) {
        if (!(special || (type->flags & MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS)) || !own_getattr) {
            class_bind(member, owner, self_in, type, dest);
            return;
        }
        class_bind(member, owner, self_in, type, dest);
        return;
    }
    if (attr == MP_QSTR___doc__) {
        dest[0] = mp_const_none;
        return;
    }
    if (own_getattr && attr != MP_QSTR___getattr__ && !(attr == MP_QSTR___set_name__ || attr == MP_QSTR___get__)) {
        mp_obj_t getattr = class_lookup(type, MP_QSTR___getattr__, &owner);
        if (getattr != MP_OBJ_NULL) {
            mp_obj_t name = MP_OBJ_NEW_QSTR(attr);
            dest[0] = class_call_special(getattr, owner, self_in, 1, &name);
        }
    }
}

static NORETURN void raise_no_attribute(const mp_obj_type_t *type, qstr attr) {
    mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("'%q' object has no attribute '%q'"), type->name, attr);
}

// Without the class's own __setattr__ or __delattr__. A null value deletes.
void instance_store_member(mp_obj_t self_in, qstr attr, mp_obj_t value) {
    mp_obj_instance_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *type = self->base.type;
    const mp_obj_type_t *owner;
    if (type->flags & MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS) {
        mp_obj_t member = class_lookup(type, attr, &owner);
        if (member != MP_OBJ_NULL && mp_obj_is_type(member, &mp_type_property)) {
            const mp_obj_t *proxy = mp_obj_property_get(member);
            mp_obj_t fun = proxy[value == MP_OBJ_NULL ? 2 : 1];
            if (fun == mp_const_none) {
                mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("property '%q' of '%q' object has no %s"), attr, type->name, value == MP_OBJ_NULL ? "deleter" : "setter");
            }
            mp_obj_t args[2] = { self_in, value };
            mp_call_function_n_kw(fun, value == MP_OBJ_NULL ? 1 : 2, 0, args);
            return;
        }
        if (member != MP_OBJ_NULL && object_is_instance(member)) {
            mp_obj_t method = class_lookup(mp_obj_get_type(member), value == MP_OBJ_NULL ? MP_QSTR___delete__ : MP_QSTR___set__, &owner);
            if (method != MP_OBJ_NULL) {
                mp_obj_t args[2] = { self_in, value };
                class_call_special(method, owner, member, value == MP_OBJ_NULL ? 1 : 2, args);
                return;
            }
        }
        if (type->flags & MP_TYPE_FLAG_NO_DICT) {
            mp_obj_dict_t *slots = CLASS_EXTRA(type)->slots;
            if (slots == NULL || mp_map_lookup(&slots->map, MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP) == NULL) {
                if (member != MP_OBJ_NULL) {
                    mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("'%q' object attribute '%q' is read-only"), type->name, attr);
                }
                raise_no_attribute(type, attr);
            }
        }
    }
    if (attr == MP_QSTR___class__ && value != MP_OBJ_NULL && object_is_class(value)) {
        self->base.type = MP_OBJ_TO_PTR(value);
        return;
    }
    if (attr == MP_QSTR___dict__ && value != MP_OBJ_NULL && !(type->flags & MP_TYPE_FLAG_NO_DICT)) {
        set_dict(self_in, value);
        return;
    }
    if (is_own_exception_attr(self_in, attr)) {
        mp_store_attr(native_part(self_in), attr, value);
        return;
    }
    mp_map_t *members = instance_members(self);
    if (value != MP_OBJ_NULL) {
        mp_map_lookup(members, MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = value;
        return;
    }
    mp_map_elem_t *found = mp_map_lookup(members, MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    if (found == NULL) {
        raise_no_attribute(type, attr);
    }
    found->value = MP_OBJ_NULL;
}

void instance_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL) {
        instance_load_attr(self, attr, dest, true);
        return;
    }
    const mp_obj_type_t *type = mp_obj_get_type(self);
    if (type->flags & MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS) {
        const mp_obj_type_t *owner;
        mp_obj_t method = class_lookup(type, dest[1] == MP_OBJ_NULL ? MP_QSTR___delattr__ : MP_QSTR___setattr__, &owner);
        if (method != MP_OBJ_NULL && owner != &mp_type_object) {
            mp_obj_t args[2] = { MP_OBJ_NEW_QSTR(attr), dest[1] };
            class_call_special(method, owner, self, dest[1] == MP_OBJ_NULL ? 1 : 2, args);
            dest[0] = MP_OBJ_NULL;
            return;
        }
    }
    instance_store_member(self, attr, dest[1]);
    dest[0] = MP_OBJ_NULL;
}

// ---- printing ---------------------------------------------------------------------------------

void object_print_default(const mp_print_t *print, mp_obj_t self) {
    mp_print_str(print, "<");
    class_print_name(print, mp_obj_get_type(self));
    mp_printf(print, " object at 0x%x>", (unsigned)(uintptr_t)MP_OBJ_TO_PTR(self));
}

void instance_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    mp_cstack_check();
    const mp_obj_type_t *type = mp_obj_get_type(self), *owner;
    const mp_obj_tuple_t *mro = CLASS_EXTRA(type)->mro;
    bool is_meta = (type->flags & MP_TYPE_FLAG_IS_METACLASS) != 0;
    // str() is __str__ of the first class that has it, else repr(); a native type has both.
    mp_obj_t method = MP_OBJ_NULL, repr = MP_OBJ_NULL;
    const mp_obj_type_t *repr_owner = NULL;
    bool native = false;
    for (size_t i = 0; i + 1 < mro->len && method == MP_OBJ_NULL && !native; i++) {
        const mp_obj_type_t *here = MP_OBJ_TO_PTR(mro->items[i]);
        if (class_is_native(here)) {
            native = MP_OBJ_TYPE_HAS_SLOT(here, print);
            continue;
        }
        mp_map_t *map = &MP_OBJ_TYPE_GET_SLOT(here, locals_dict)->map;
        mp_map_elem_t *found;
        if (repr == MP_OBJ_NULL && (found = mp_map_lookup(map, MP_OBJ_NEW_QSTR(MP_QSTR___repr__), MP_MAP_LOOKUP)) != NULL) {
            repr = found->value;
            repr_owner = here;
        }
        if (kind != PRINT_STR) {
            method = repr;
            owner = here;
        } else if ((found = mp_map_lookup(map, MP_OBJ_NEW_QSTR(MP_QSTR___str__), MP_MAP_LOOKUP)) != NULL) {
            method = found->value;
            owner = here;
        }
    }
    // str of a subclass of str or of an exception is its text, whatever its __repr__ is.
    const mp_obj_type_t *inside = CLASS_EXTRA(type)->native_base;
    bool own_str = inside != NULL && (inside == &mp_type_str || MP_OBJ_TYPE_GET_SLOT_OR_NULL(inside, make_new) == mp_obj_exception_make_new);
    if (method == MP_OBJ_NULL && repr != MP_OBJ_NULL && !(native && own_str && kind == PRINT_STR)) {
        method = repr;
        owner = repr_owner;
    }
    if (method != MP_OBJ_NULL) {
        mp_obj_t text = class_call_special(method, owner, self, 0, NULL);
        if (mp_obj_cast_to_native_base(text, MP_OBJ_FROM_PTR(&mp_type_str)) == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__%s__ returned non-string (type %s)"), kind == PRINT_STR && method != repr ? "str" : "repr", mp_obj_get_type_str(text));
        }
        mp_obj_print_helper(print, text, PRINT_STR);
    } else if (is_meta) {
        type_print(print, self, kind);
    } else if (native) {
        if (mp_obj_is_native_exception_instance(native_part(self))) {
            if (kind != PRINT_STR) {
                mp_print_str(print, qstr_str(type->name));
            }
            mp_obj_print_helper(print, native_part(self), kind | PRINT_EXC_SUBCLASS);
            return;
        }
        if (kind != PRINT_STR && (inside == &mp_type_set || inside == &mp_type_frozenset || inside == &mp_type_bytearray)) {
            // Those name their class.
            mp_printf(print, "%q(", type->name);
            size_t n = inside == &mp_type_bytearray ? 1 : MP_OBJ_SMALL_INT_VALUE(mp_obj_len(native_part(self)));
            if (n != 0) {
                mp_obj_print_helper(print, native_part(self), kind);
            }
            mp_print_str(print, ")");
            return;
        }
        mp_obj_print_helper(print, native_part(self), kind);
    } else {
        object_print_default(print, self);
    }
}
