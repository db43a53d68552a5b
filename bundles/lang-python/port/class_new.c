// Making classes: the class statement, type(name, bases, members), and what follows from their members.
#include <string.h>

#include "py/builtin.h"
#include "py/compile.h"
#include "py/objexcept.h"
#include "py/objstr.h"
#include "class.h"

// ---- the order of the bases (C3) --------------------------------------------------------------

typedef struct {
    const mp_obj_t *items;
    size_t len, next;
    mp_obj_t room[NATIVE_MRO_MAX];
} sequence_t;

static bool is_in_a_tail(const sequence_t *sequences, size_t n, mp_obj_t class) {
    for (size_t i = 0; i < n; i++) {
        for (size_t j = sequences[i].next + 1; j < sequences[i].len; j++) {
            if (sequences[i].items[j] == class) {
                return true;
            }
        }
    }
    return false;
}

static NORETURN void raise_no_order(const mp_obj_tuple_t *bases) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 96, &print);
    mp_print_str(&print, "Cannot create a consistent method resolution order (MRO) for bases ");
    for (size_t i = 0; i < bases->len; i++) {
        mp_printf(&print, i == 0 ? "%q" : ", %q", ((mp_obj_type_t *)MP_OBJ_TO_PTR(bases->items[i]))->name);
    }
    mp_raise_type_arg(&mp_type_TypeError, mp_obj_new_str_from_vstr(&text));
}

static mp_obj_tuple_t *make_mro(mp_obj_t class, const mp_obj_tuple_t *bases) {
    size_t n = bases->len + 1, total = 1;
    sequence_t *sequences = m_new0(sequence_t, n);
    for (size_t i = 0; i < bases->len; i++) {
        const mp_obj_t *items;
        sequences[i].len = class_mro(MP_OBJ_TO_PTR(bases->items[i]), &items, sequences[i].room);
        sequences[i].items = items;
        total += sequences[i].len;
    }
    sequences[n - 1] = (sequence_t) { .items = bases->items, .len = bases->len };
    mp_obj_t *order = m_new0(mp_obj_t, total);
    size_t len = 0;
    order[len++] = class;
    for (;;) {
        mp_obj_t next = MP_OBJ_NULL;
        bool any = false;
        for (size_t i = 0; i < n && next == MP_OBJ_NULL; i++) {
            if (sequences[i].next < sequences[i].len) {
                any = true;
                mp_obj_t head = sequences[i].items[sequences[i].next];
                if (!is_in_a_tail(sequences, n, head)) {
                    next = head;
                }
            }
        }
        if (!any) {
            break;
        }
        if (next == MP_OBJ_NULL) {
            raise_no_order(bases);
        }
        order[len++] = next;
        for (size_t i = 0; i < n; i++) {
            if (sequences[i].next < sequences[i].len && sequences[i].items[sequences[i].next] == next) {
                sequences[i].next++;
            }
        }
    }
    mp_obj_tuple_t *mro = MP_OBJ_TO_PTR(mp_obj_new_tuple(len, order));
    m_del(mp_obj_t, order, total);
    m_del(sequence_t, sequences, n);
    return mro;
}

// ---- bases ------------------------------------------------------------------------------------

static void check_base(mp_obj_t base) {
    if (!object_is_class(base)) {
        mp_raise_TypeError(MP_ERROR_TEXT("bases must be types"));
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(base);
    if (!MP_OBJ_TYPE_HAS_SLOT(type, make_new) || type == &mp_type_bool || type == &mp_type_NoneType || type == &mp_type_range
        || type == &mp_type_slice || type == &mp_type_memoryview) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type '%q' is not an acceptable base type"), type->name);
    }
}

static const mp_obj_type_t *native_of(const mp_obj_type_t *type) {
    return !class_is_native(type) ? CLASS_EXTRA(type)->native_base : type == &mp_type_object ? NULL : type;
}

static bool is_exception(const mp_obj_type_t *native) {
    return MP_OBJ_TYPE_GET_SLOT_OR_NULL(native, make_new) == mp_obj_exception_make_new;
}

// What instances have inside. Exceptions of all kinds are alike inside.
static const mp_obj_type_t *common_native_base(const mp_obj_tuple_t *bases) {
    const mp_obj_type_t *common = NULL;
    for (size_t i = 0; i < bases->len; i++) {
        const mp_obj_type_t *native = native_of(MP_OBJ_TO_PTR(bases->items[i]));
        if (native == NULL || native == common) {
            continue;
        }
        if (common == NULL || mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(native), MP_OBJ_FROM_PTR(common))) {
            common = native;
        } else if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(common), MP_OBJ_FROM_PTR(native)) && !(is_exception(common) && is_exception(native))) {
            mp_raise_TypeError(MP_ERROR_TEXT("multiple bases have instance lay-out conflict"));
        }
    }
    return common;
}

const mp_obj_type_t *best_metaclass(const mp_obj_type_t *meta, const mp_obj_tuple_t *bases) {
    for (size_t i = 0; i < bases->len; i++) {
        const mp_obj_type_t *other = mp_obj_get_type(bases->items[i]);
        if (mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(meta), MP_OBJ_FROM_PTR(other))) {
            continue;
        }
        if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(other), MP_OBJ_FROM_PTR(meta))) {
            mp_raise_TypeError(MP_ERROR_TEXT("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"));
        }
        meta = other;
    }
    return meta;
}

// ---- members ----------------------------------------------------------------------------------

static mp_map_elem_t *find_member(const mp_obj_dict_t *members, qstr name) {
    return mp_map_lookup((mp_map_t *)&members->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
}

static mp_obj_t wrap(const mp_obj_type_t *type, mp_obj_t fun) {
    mp_obj_static_class_method_t *o = mp_obj_malloc(mp_obj_static_class_method_t, type);
    o->fun = fun;
    return MP_OBJ_FROM_PTR(o);
}

static void wrap_member(mp_obj_dict_t *members, qstr name, const mp_obj_type_t *type) {
    mp_map_elem_t *found = find_member(members, name);
    if (found != NULL && (mp_obj_get_type(found->value)->flags & MP_TYPE_FLAG_BINDS_SELF)) {
        found->value = wrap(type, found->value);
    }
}

static uint16_t flags_of_member(qstr name, mp_obj_t value) {
    switch (name) {
        case MP_QSTR___setattr__:
        case MP_QSTR___delattr__:
            return MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS;
        case MP_QSTR___getattribute__:
            return MP_TYPE_FLAG_SPECIAL_LOAD;
        default:
            return class_is_data_descriptor(value) ? MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS : 0;
    }
}

static void add_slot(mp_obj_type_t *type, mp_obj_dict_t *members, mp_obj_t name) {
    if (!mp_obj_is_str(name)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__slots__ items must be strings, not '%s'"), mp_obj_get_type_str(name));
    }
    name = MP_OBJ_NEW_QSTR(mp_compile_mangled(type->name, mp_obj_str_get_qstr(name)));
    if (name == MP_OBJ_NEW_QSTR(MP_QSTR___dict__)) {
        type->flags &= ~MP_TYPE_FLAG_NO_DICT;
        return;
    }
    if (mp_map_lookup(&members->map, name, MP_MAP_LOOKUP) != NULL) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("'%s' in __slots__ conflicts with class variable"), mp_obj_str_get_str(name));
    }
    mp_obj_dict_store(MP_OBJ_FROM_PTR(CLASS_EXTRA(type)->slots), name, mp_const_true);
}

// Instances have no attributes but those in __slots__ if all classes of the mro say so.
static void read_slots(mp_obj_type_t *type, mp_obj_dict_t *members) {
    class_extra_t *extra = CLASS_EXTRA(type);
    mp_map_elem_t *own = find_member(members, MP_QSTR___slots__);
    if (own == NULL) {
        return;
    }
    extra->slots = MP_OBJ_TO_PTR(mp_obj_new_dict(0));
    type->flags |= MP_TYPE_FLAG_NO_DICT | MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS;
    for (size_t i = 1; i < extra->mro->len; i++) {
        const mp_obj_type_t *base = MP_OBJ_TO_PTR(extra->mro->items[i]);
        if (class_is_native(base)) {
            continue;
        }
        if (!(base->flags & MP_TYPE_FLAG_NO_DICT)) {
            type->flags &= ~MP_TYPE_FLAG_NO_DICT;
        }
        mp_obj_dict_t *slots = CLASS_EXTRA(base)->slots;
        for (size_t j = 0; slots != NULL && j < slots->map.alloc; j++) {
            if (mp_map_slot_is_filled(&slots->map, j)) {
                mp_obj_dict_store(MP_OBJ_FROM_PTR(extra->slots), slots->map.table[j].key, mp_const_true);
            }
        }
    }
    if (mp_obj_is_str(own->value)) {
        add_slot(type, members, own->value);
        return;
    }
    mp_obj_iter_buf_t buf;
    mp_obj_t iterator = mp_getiter(own->value, &buf), name;
    while ((name = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        add_slot(type, members, name);
    }
}

static void prepare_members(mp_obj_type_t *type, mp_obj_dict_t *members) {
    class_extra_t *extra = CLASS_EXTRA(type);
    wrap_member(members, MP_QSTR___new__, &mp_type_staticmethod);
    wrap_member(members, MP_QSTR___init_subclass__, &mp_type_classmethod);
    wrap_member(members, MP_QSTR___class_getitem__, &mp_type_classmethod);
    mp_map_elem_t *found = mp_map_lookup(&members->map, MP_OBJ_NEW_QSTR(MP_QSTR___qualname__), MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    if (found != NULL) {
        extra->qualname = mp_obj_str_get_qstr(found->value);
        found->value = MP_OBJ_NULL;
    }
    if (find_member(members, MP_QSTR___module__) == NULL) {
        mp_map_elem_t *module = mp_map_lookup(&mp_globals_get()->map, MP_OBJ_NEW_QSTR(MP_QSTR___name__), MP_MAP_LOOKUP);
        if (module != NULL) {
            mp_obj_dict_store(MP_OBJ_FROM_PTR(members), MP_OBJ_NEW_QSTR(MP_QSTR___module__), module->value);
        }
    }
    if (find_member(members, MP_QSTR___eq__) != NULL && find_member(members, MP_QSTR___hash__) == NULL) {
        mp_obj_dict_store(MP_OBJ_FROM_PTR(members), MP_OBJ_NEW_QSTR(MP_QSTR___hash__), mp_const_none);
    }
    extra->own_new = find_member(members, MP_QSTR___new__) != NULL;
    for (size_t i = 1; i < extra->mro->len; i++) {
        const mp_obj_type_t *base = MP_OBJ_TO_PTR(extra->mro->items[i]);
        if (!class_is_native(base)) {
            extra->own_new |= CLASS_EXTRA(base)->own_new;
        }
    }
    for (size_t i = 0; i < members->map.alloc; i++) {
        if (mp_map_slot_is_filled(&members->map, i) && mp_obj_is_qstr(members->map.table[i].key)) {
            type->flags |= flags_of_member(MP_OBJ_QSTR_VALUE(members->map.table[i].key), members->map.table[i].value);
        }
    }
    read_slots(type, members);
}

void class_changed(mp_obj_type_t *type, qstr attr, mp_obj_t value) {
    if (attr == MP_QSTR___abstractmethods__) {
        type->flags = mp_obj_is_true(value) ? type->flags | MP_TYPE_FLAG_IS_ABSTRACT : type->flags & ~MP_TYPE_FLAG_IS_ABSTRACT;
        return;
    }
    uint16_t flags = flags_of_member(attr, value);
    if (flags & MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS) {
        flags |= MP_TYPE_FLAG_SPECIAL_LOAD; // instances may have an attribute of that name already
    }
    class_extra_t *extra = CLASS_EXTRA(type);
    bool is_new = attr == MP_QSTR___new__;
    if ((type->flags | flags) == type->flags && !(is_new && !extra->own_new)) {
        return;
    }
    type->flags |= flags;
    extra->own_new |= is_new;
    if (extra->subclasses != MP_OBJ_NULL) {
        size_t n;
        mp_obj_t *items;
        mp_obj_list_get(extra->subclasses, &n, &items);
        for (size_t i = 0; i < n; i++) {
            class_changed(MP_OBJ_TO_PTR(items[i]), attr, value);
        }
    }
}

// ---- what the members and bases are told ------------------------------------------------------

static void call_set_name(mp_obj_t class, const mp_obj_dict_t *members) {
    bool any = false;
    for (size_t i = 0; i < members->map.alloc && !any; i++) {
        any = mp_map_slot_is_filled(&members->map, i) && object_is_instance(members->map.table[i].value);
    }
    if (!any) {
        return;
    }
    mp_obj_dict_t *copy = MP_OBJ_TO_PTR(mp_obj_dict_copy(MP_OBJ_FROM_PTR(members)));
    for (size_t i = 0; i < copy->map.alloc; i++) {
        if (!mp_map_slot_is_filled(&copy->map, i) || !object_is_instance(copy->map.table[i].value)) {
            continue;
        }
        mp_obj_t value = copy->map.table[i].value;
        const mp_obj_type_t *owner;
        mp_obj_t method = class_lookup(mp_obj_get_type(value), MP_QSTR___set_name__, &owner);
        if (method != MP_OBJ_NULL) {
            mp_obj_t args[2] = { class, copy->map.table[i].key };
            class_call_special(method, owner, value, 2, args);
        }
    }
}

static void call_init_subclass(const mp_obj_type_t *type, size_t n_kw, const mp_obj_t *kw) {
    const mp_obj_type_t *owner;
    mp_obj_t method = class_lookup_after(type, type, MP_QSTR___init_subclass__, &owner);
    if (owner == &mp_type_object) {
        if (n_kw != 0) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__init_subclass__() takes no keyword arguments"), type->name);
        }
        return;
    }
    mp_obj_t bound[2];
    class_bind(method, owner, MP_OBJ_NULL, type, bound);
    mp_call_method_self_n_kw(bound[0], bound[1], 0, n_kw, kw);
}

// ---- the class --------------------------------------------------------------------------------

static mp_obj_type_t *allocate(const mp_obj_type_t *meta, qstr name, mp_obj_dict_t *members, mp_obj_tuple_t *bases) {
    bool is_meta = false;
    uint16_t inherited = 0;
    for (size_t i = 0; i < bases->len; i++) {
        const mp_obj_type_t *base = MP_OBJ_TO_PTR(bases->items[i]);
        is_meta |= (base->flags & MP_TYPE_FLAG_IS_METACLASS) != 0;
        inherited |= base->flags & (MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS | MP_TYPE_FLAG_SPECIAL_LOAD);
    }
    mp_obj_type_t *type = m_new_obj_var0(mp_obj_type_t, slots, void *, CLASS_EXTRA_SLOT + 1);
    type->base.type = meta;
    type->name = name;
    type->flags = MP_TYPE_FLAG_EQ_NOT_REFLEXIVE | MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_EQ_HAS_NEQ_TEST
        | MP_TYPE_FLAG_ITER_IS_GETITER | MP_TYPE_FLAG_INSTANCE_TYPE | inherited | (is_meta ? MP_TYPE_FLAG_IS_METACLASS : 0);
    MP_OBJ_TYPE_SET_SLOT(type, make_new, instance_make_new, 0);
    MP_OBJ_TYPE_SET_SLOT(type, print, instance_print, 1);
    MP_OBJ_TYPE_SET_SLOT(type, call, mp_obj_instance_call, 2);
    MP_OBJ_TYPE_SET_SLOT(type, unary_op, instance_unary_op, 3);
    MP_OBJ_TYPE_SET_SLOT(type, binary_op, instance_binary_op, 4);
    MP_OBJ_TYPE_SET_SLOT(type, attr, is_meta ? type_attr : instance_attr, 5);
    MP_OBJ_TYPE_SET_SLOT(type, subscr, instance_subscr, 6);
    MP_OBJ_TYPE_SET_SLOT(type, iter, mp_obj_instance_getiter, 7);
    MP_OBJ_TYPE_SET_SLOT(type, buffer, instance_get_buffer, 8);
    MP_OBJ_TYPE_SET_SLOT(type, locals_dict, members, 9);
    MP_OBJ_TYPE_SET_SLOT(type, parent, MP_OBJ_TO_PTR(bases->items[0]), 10);
    class_extra_t *extra = m_new0(class_extra_t, 1);
    type->slots[CLASS_EXTRA_SLOT] = extra;
    extra->bases = bases;
    extra->qualname = name;
    return type;
}

mp_obj_t class_new(const mp_obj_type_t *meta, mp_obj_t name, mp_obj_t bases_in, mp_obj_t members_in, size_t n_kw, const mp_obj_t *kw) {
    if (!mp_obj_is_str(name)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type.__new__() argument 1 must be str, not %s"), mp_obj_get_type_str(name));
    }
    if (!mp_obj_is_type(bases_in, &mp_type_tuple)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type.__new__() argument 2 must be tuple, not %s"), mp_obj_get_type_str(bases_in));
    }
    mp_obj_t inside = mp_obj_cast_to_native_base(members_in, MP_OBJ_FROM_PTR(&mp_type_dict));
    if (inside == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type.__new__() argument 3 must be dict, not %s"), mp_obj_get_type_str(members_in));
    }
    mp_obj_tuple_t *bases = MP_OBJ_TO_PTR(bases_in);
    for (size_t i = 0; i < bases->len; i++) {
        check_base(bases->items[i]);
        for (size_t j = 0; j < i; j++) {
            if (bases->items[i] == bases->items[j]) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("duplicate base class %q"), ((mp_obj_type_t *)MP_OBJ_TO_PTR(bases->items[i]))->name);
            }
        }
    }
    if (bases->len == 0) {
        mp_obj_t object = MP_OBJ_FROM_PTR(&mp_type_object);
        bases = MP_OBJ_TO_PTR(mp_obj_new_tuple(1, &object));
    }
    meta = best_metaclass(meta, bases);
    mp_obj_dict_t *members = MP_OBJ_TO_PTR(mp_obj_dict_copy(inside));
    members->base.type = &mp_type_dict;

    mp_obj_type_t *type = allocate(meta, mp_obj_str_get_qstr(name), members, bases);
    class_extra_t *extra = CLASS_EXTRA(type);
    extra->native_base = common_native_base(bases);
    if (extra->native_base == &mp_type_type) {
        extra->native_base = NULL; // a metaclass: its instances are classes
    }
    extra->mro = make_mro(MP_OBJ_FROM_PTR(type), bases);
    prepare_members(type, members);
    for (size_t i = 0; i < bases->len; i++) {
        const mp_obj_type_t *base = MP_OBJ_TO_PTR(bases->items[i]);
        if (!class_is_native(base)) {
            class_extra_t *base_extra = CLASS_EXTRA(base);
            if (base_extra->subclasses == MP_OBJ_NULL) {
                base_extra->subclasses = mp_obj_new_list(0, NULL);
            }
            mp_obj_list_append(base_extra->subclasses, MP_OBJ_FROM_PTR(type));
        }
    }
    call_set_name(MP_OBJ_FROM_PTR(type), members);
    call_init_subclass(type, n_kw, kw);
    return MP_OBJ_FROM_PTR(type);
}

mp_obj_t mp_obj_new_type(qstr name, mp_obj_t bases_tuple, mp_obj_t locals_dict) {
    return class_new(&mp_type_type, MP_OBJ_NEW_QSTR(name), bases_tuple, locals_dict, 0, NULL);
}

// ---- the class statement ----------------------------------------------------------------------

// Bases that are no classes stand for some: `class A(Generic[T])`.
static mp_obj_t resolve_bases(size_t n, const mp_obj_t *items, bool *changed) {
    mp_obj_t given = mp_obj_new_tuple(n, items);
    mp_obj_t list = MP_OBJ_NULL;
    for (size_t i = 0; i < n; i++) {
        mp_obj_t entries = MP_OBJ_NULL;
        if (!object_is_class(items[i])) {
            mp_obj_t method[3];
            mp_load_method_maybe(items[i], MP_QSTR___mro_entries__, method);
            if (method[0] != MP_OBJ_NULL) {
                method[2] = given;
                entries = mp_call_method_n_kw(1, 0, method);
                if (!mp_obj_is_type(entries, &mp_type_tuple)) {
                    mp_raise_TypeError(MP_ERROR_TEXT("__mro_entries__ must return a tuple"));
                }
            }
        }
        if (entries != MP_OBJ_NULL && list == MP_OBJ_NULL) {
            list = mp_obj_new_list(i, (mp_obj_t *)items);
        }
        if (list != MP_OBJ_NULL) {
            if (entries == MP_OBJ_NULL) {
                mp_obj_list_append(list, items[i]);
            } else {
                mp_obj_t *added;
                size_t m;
                mp_obj_tuple_get(entries, &m, &added);
                for (size_t j = 0; j < m; j++) {
                    mp_obj_list_append(list, added[j]);
                }
            }
        }
    }
    *changed = list != MP_OBJ_NULL;
    if (list == MP_OBJ_NULL) {
        return given;
    }
    size_t m;
    mp_obj_t *resolved;
    mp_obj_list_get(list, &m, &resolved);
    return mp_obj_new_tuple(m, resolved);
}

static mp_obj_t prepare(mp_obj_t meta, mp_obj_t name, mp_obj_t bases, size_t n_kw, const mp_obj_t *kw) {
    if (meta == MP_OBJ_FROM_PTR(&mp_type_type)) {
        return mp_obj_new_dict(0);
    }
    mp_obj_t method[2];
    mp_load_method_maybe(meta, MP_QSTR___prepare__, method);
    if (method[0] == MP_OBJ_NULL) {
        return mp_obj_new_dict(0);
    }
    mp_obj_t *args = m_new(mp_obj_t, 2 + 2 * n_kw);
    args[0] = name;
    args[1] = bases;
    memcpy(args + 2, kw, 2 * n_kw * sizeof(mp_obj_t));
    mp_obj_t members = mp_call_method_self_n_kw(method[0], method[1], 2, n_kw, args);
    if (mp_obj_cast_to_native_base(members, MP_OBJ_FROM_PTR(&mp_type_dict)) == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__prepare__() must return a dict here, not %s"), mp_obj_get_type_str(members));
    }
    return members;
}

// Run the class's body with these members as its names; returns its __class__ cell or None.
static mp_obj_t run_body(mp_obj_t body, mp_obj_t members) {
    mp_obj_dict_t *old_locals = mp_locals_get();
    nlr_buf_t nlr;
    if (nlr_push(&nlr) != 0) {
        mp_locals_set(old_locals);
        nlr_raise(MP_OBJ_FROM_PTR(nlr.ret_val));
    }
    mp_locals_set(MP_OBJ_TO_PTR(members));
    mp_obj_t cell = mp_call_function_0(body);
    nlr_pop();
    mp_locals_set(old_locals);
    return cell;
}

// __build_class__(body, name, *bases, metaclass=None, **keywords)
static mp_obj_t build_class(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    bool changed;
    mp_obj_t bases = resolve_bases(n_args - 2, args + 2, &changed);
    mp_obj_t meta = MP_OBJ_NULL;
    mp_obj_t *kw = m_new(mp_obj_t, 2 * kw_args->used + 1);
    size_t n_kw = 0;
    for (size_t i = 0; i < kw_args->alloc; i++) {
        if (!mp_map_slot_is_filled(kw_args, i)) {
            continue;
        }
        if (kw_args->table[i].key == MP_OBJ_NEW_QSTR(MP_QSTR_metaclass)) {
            meta = kw_args->table[i].value;
        } else {
            kw[2 * n_kw] = kw_args->table[i].key;
            kw[2 * n_kw + 1] = kw_args->table[i].value;
            n_kw++;
        }
    }
    if (meta == MP_OBJ_NULL) {
        meta = MP_OBJ_FROM_PTR(&mp_type_type);
    }
    if (object_is_class(meta)) {
        meta = MP_OBJ_FROM_PTR(best_metaclass(MP_OBJ_TO_PTR(meta), MP_OBJ_TO_PTR(bases)));
    }
    mp_obj_t members = prepare(meta, args[1], bases, n_kw, kw);
    mp_obj_t cell = run_body(args[0], members);
    if (changed) {
        mp_obj_subscr(members, MP_OBJ_NEW_QSTR(MP_QSTR___orig_bases__), mp_obj_new_tuple(n_args - 2, args + 2));
    }
    mp_obj_t class;
    if (meta == MP_OBJ_FROM_PTR(&mp_type_type)) {
        class = class_new(&mp_type_type, args[1], bases, members, n_kw, kw);
    } else {
        mp_obj_t *call = m_new(mp_obj_t, 3 + 2 * n_kw);
        call[0] = args[1];
        call[1] = bases;
        call[2] = members;
        memcpy(call + 3, kw, 2 * n_kw * sizeof(mp_obj_t));
        class = mp_call_function_n_kw(meta, 3, n_kw, call);
    }
    if (cell != mp_const_none) {
        mp_obj_cell_set(cell, class);
    }
    return class;
}
MP_DEFINE_CONST_FUN_OBJ_KW(mp_builtin___build_class___obj, 2, build_class);
