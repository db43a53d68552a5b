// Classes: what the files about them share.
//
// A class that a program makes is an mp_obj_type_t whose functions all look a method up; a class of the
// runtime's own ("native") has its functions in place. class_new.c makes classes, class_lookup.c finds
// attributes, class_type.c is the type `type`, instance.c the instances, object.c the type `object`,
// native_methods.c what native types have under names like __add__.
#ifndef HOGNOSE_CLASS_H
#define HOGNOSE_CLASS_H

#include "py/objtype.h"
#include "py/runtime.h"

// What a program's class has besides an mp_obj_type_t: in its slot CLASS_EXTRA_SLOT.
typedef struct {
    mp_obj_tuple_t *mro;               // the class itself first, object last
    mp_obj_tuple_t *bases;
    const mp_obj_type_t *native_base;  // what instances have inside, or NULL
    mp_obj_t subclasses;               // a list, or null
    mp_obj_dict_t *slots;              // the names of __slots__, inherited ones included, or NULL
    qstr qualname;
    bool own_new; // some class of the mro that a program made has __new__
} class_extra_t;

#define CLASS_EXTRA_SLOT (12)
#define CLASS_EXTRA(type) ((class_extra_t *)(type)->slots[CLASS_EXTRA_SLOT])

static inline bool class_is_native(const mp_obj_type_t *type) {
    return !(type->flags & MP_TYPE_FLAG_INSTANCE_TYPE);
}

// An object with an mp_obj_instance_t: an instance of a program's class, unless that is a metaclass.
static inline bool object_is_instance(mp_obj_t obj) {
    return mp_obj_is_obj(obj)
        && (((mp_obj_base_t *)MP_OBJ_TO_PTR(obj))->type->flags & (MP_TYPE_FLAG_INSTANCE_TYPE | MP_TYPE_FLAG_IS_METACLASS)) == MP_TYPE_FLAG_INSTANCE_TYPE;
}

static inline bool object_is_class(mp_obj_t obj) {
    return mp_obj_is_class(obj);
}

// The classes in which an attribute of this class is looked up, in order; fixed for a program's class,
// and for a native one put together in `room`.
#define NATIVE_MRO_MAX (8)
size_t class_mro(const mp_obj_type_t *type, const mp_obj_t **mro, mp_obj_t room[NATIVE_MRO_MAX]);

// What an attribute is in a class, unbound, and which class of its mro has it; null if none.
mp_obj_t class_lookup(const mp_obj_type_t *type, qstr attr, const mp_obj_type_t **owner);

// The same, beginning after a class of the mro.
mp_obj_t class_lookup_after(const mp_obj_type_t *type, const mp_obj_type_t *after, qstr attr, const mp_obj_type_t **owner);

// A special method: null if no class but object has it; MP_OBJ_SENTINEL if the first that has it is a
// native type, in its slot at this offset.
mp_obj_t class_lookup_special(const mp_obj_type_t *type, qstr attr, size_t slot_offset, const mp_obj_type_t **owner);

// What the attribute is for an object (or null) of that class, as mp_load_method gives it.
void class_bind(mp_obj_t member, const mp_obj_type_t *owner, mp_obj_t obj, const mp_obj_type_t *type, mp_obj_t *dest);

// A property, or an object with __set__ or __delete__.
bool class_is_data_descriptor(mp_obj_t member);

// Call a special method that class_lookup_special found.
mp_obj_t class_call_special(mp_obj_t member, const mp_obj_type_t *owner, mp_obj_t self, size_t n_args, const mp_obj_t *args);

// The metaclass of a class with these bases, at least meta; raises where two conflict.
const mp_obj_type_t *best_metaclass(const mp_obj_type_t *meta, const mp_obj_tuple_t *bases);

// Make a class; type.__new__. Keywords go to __init_subclass__.
mp_obj_t class_new(const mp_obj_type_t *meta, mp_obj_t name, mp_obj_t bases, mp_obj_t members, size_t n_kw, const mp_obj_t *kw);

// An attribute of a class was set or deleted.
void class_changed(mp_obj_type_t *type, qstr attr, mp_obj_t value);

// The instance of a class with nothing in it yet but what its native base needs: object.__new__.
mp_obj_t instance_new(const mp_obj_type_t *type, const mp_obj_type_t *native, size_t n_args, size_t n_kw, const mp_obj_t *args);

mp_map_t *instance_members(mp_obj_instance_t *self);
mp_obj_t instance_dict(mp_obj_t self);
void instance_store_member(mp_obj_t self, qstr attr, mp_obj_t value);
void instance_load_attr(mp_obj_t self, qstr attr, mp_obj_t *dest, bool own_getattr);

// The functions in the slots of a program's class.
mp_obj_t instance_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
void instance_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind);
mp_obj_t instance_unary_op(mp_unary_op_t op, mp_obj_t self);
mp_obj_t instance_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs);
void instance_attr(mp_obj_t self, qstr attr, mp_obj_t *dest);
mp_obj_t instance_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value);
mp_int_t instance_get_buffer(mp_obj_t self, mp_buffer_info_t *buffer, mp_uint_t flags);

// The functions of `type`, for a metaclass's classes.
void type_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind);
mp_obj_t type_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args);
void type_attr(mp_obj_t self, qstr attr, mp_obj_t *dest);

// The function under a name like __add__ of a native type, or null.
mp_obj_t native_method(const mp_obj_type_t *type, qstr attr);

// Adds the names under which native_method finds something.
void native_method_names(const mp_obj_type_t *type, mp_obj_t names);

// "module.qualname", as repr shows it; builtins without their module.
void class_print_name(const mp_print_t *print, const mp_obj_type_t *type);
void object_print_default(const mp_print_t *print, mp_obj_t self);

// What one class takes after another in the mro is native, and instances differ inside.
mp_obj_t mp_obj_new_checked_fun(const mp_obj_type_t *type, mp_obj_t fun);
extern const mp_obj_fun_builtin_var_t hognose_builtin_format_obj;

bool native_is_immutable(const mp_obj_type_t *native);

#endif
