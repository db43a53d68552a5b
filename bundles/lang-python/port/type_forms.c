// Unions (`int | None`) and generic aliases (`list[int]`): for annotations, and for isinstance.
#include <string.h>

#include "py/objtuple.h"
#include "class.h"
#include "type_forms.h"

typedef struct {
    mp_obj_base_t base;
    mp_obj_t origin; // of an alias
    mp_obj_t args;   // a tuple
} form_t;

static void print_arg(const mp_print_t *print, mp_obj_t arg) {
    if (arg == mp_const_none) {
        mp_print_str(print, "None");
    } else if (object_is_class(arg)) {
        class_print_name(print, MP_OBJ_TO_PTR(arg));
    } else if (arg == MP_OBJ_FROM_PTR(&mp_const_ellipsis_obj)) {
        mp_print_str(print, "...");
    } else if (mp_obj_is_type(arg, &mp_type_list)) {
        size_t n;
        mp_obj_t *items;
        mp_obj_list_get(arg, &n, &items);
        mp_print_str(print, "[");
        for (size_t i = 0; i < n; i++) {
            mp_print_str(print, i == 0 ? "" : ", ");
            print_arg(print, items[i]);
        }
        mp_print_str(print, "]");
    } else {
        mp_obj_print_helper(print, arg, PRINT_REPR);
    }
}

// ---- unions -----------------------------------------------------------------------------------

mp_obj_t union_args(mp_obj_t self) {
    return ((form_t *)MP_OBJ_TO_PTR(self))->args;
}

static bool can_be_in_union(mp_obj_t obj) {
    return obj == mp_const_none || object_is_class(obj) || mp_obj_is_type(obj, &type_union) || mp_obj_is_type(obj, &type_generic_alias);
}

static void add_to_union(mp_obj_t list, mp_obj_t arg) {
    if (mp_obj_is_type(arg, &type_union)) {
        size_t n;
        mp_obj_t *items;
        mp_obj_tuple_get(union_args(arg), &n, &items);
        for (size_t i = 0; i < n; i++) {
            add_to_union(list, items[i]);
        }
        return;
    }
    if (arg == mp_const_none) {
        arg = MP_OBJ_FROM_PTR(&mp_type_NoneType);
    }
    size_t n;
    mp_obj_t *items;
    mp_obj_list_get(list, &n, &items);
    for (size_t i = 0; i < n; i++) {
        if (mp_obj_equal(items[i], arg)) {
            return;
        }
    }
    mp_obj_list_append(list, arg);
}

mp_obj_t type_or(mp_obj_t lhs, mp_obj_t rhs) {
    if (!can_be_in_union(lhs) || !can_be_in_union(rhs)) {
        return MP_OBJ_NULL;
    }
    mp_obj_t list = mp_obj_new_list(0, NULL);
    add_to_union(list, lhs);
    add_to_union(list, rhs);
    size_t n;
    mp_obj_t *items;
    mp_obj_list_get(list, &n, &items);
    if (n == 1) {
        return items[0];
    }
    form_t *self = mp_obj_malloc(form_t, &type_union);
    self->origin = MP_OBJ_FROM_PTR(&type_union);
    self->args = mp_obj_new_tuple(n, items);
    return MP_OBJ_FROM_PTR(self);
}

static void union_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    (void)kind;
    size_t n;
    mp_obj_t *items;
    mp_obj_tuple_get(union_args(self), &n, &items);
    for (size_t i = 0; i < n; i++) {
        mp_print_str(print, i == 0 ? "" : " | ");
        print_arg(print, items[i] == MP_OBJ_FROM_PTR(&mp_type_NoneType) ? mp_const_none : items[i]);
    }
}

static bool same_args(mp_obj_t a, mp_obj_t b) { // in any order
    size_t n, m;
    mp_obj_t *items, *others;
    mp_obj_tuple_get(a, &n, &items);
    mp_obj_tuple_get(b, &m, &others);
    for (size_t i = 0; i < n; i++) {
        size_t j = 0;
        while (j < m && !mp_obj_equal(items[i], others[j])) {
            j++;
        }
        if (j == m) {
            return false;
        }
    }
    return n == m;
}

static mp_obj_t form_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op == MP_BINARY_OP_OR) {
        return type_or(lhs, rhs);
    }
    if (op == MP_BINARY_OP_REVERSE_OR) {
        return type_or(rhs, lhs);
    }
    if (op != MP_BINARY_OP_EQUAL) {
        return MP_OBJ_NULL;
    }
    const mp_obj_type_t *type = mp_obj_get_type(lhs);
    if (mp_obj_get_type(rhs) != type) {
        return mp_const_false;
    }
    form_t *a = MP_OBJ_TO_PTR(lhs), *b = MP_OBJ_TO_PTR(rhs);
    return mp_obj_new_bool(type == &type_union ? same_args(a->args, b->args) : a->origin == b->origin && mp_obj_equal(a->args, b->args));
}

static mp_obj_t form_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    form_t *self = MP_OBJ_TO_PTR(self_in);
    if (op != MP_UNARY_OP_HASH) {
        return MP_OBJ_NULL;
    }
    size_t n;
    mp_obj_t *items;
    mp_obj_tuple_get(self->args, &n, &items);
    mp_uint_t hash = (mp_uint_t)self->origin >> 4;
    for (size_t i = 0; i < n; i++) {
        hash += MP_OBJ_SMALL_INT_VALUE(mp_unary_op(MP_UNARY_OP_HASH, items[i]));
    }
    return MP_OBJ_NEW_SMALL_INT(hash >> 1);
}

static void union_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL && attr == MP_QSTR___args__) {
        dest[0] = union_args(self);
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    type_union,
    MP_QSTR_UnionType,
    MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    print, union_print,
    unary_op, form_unary_op,
    binary_op, form_binary_op,
    attr, union_attr
    );

// ---- generic aliases --------------------------------------------------------------------------

static void alias_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    form_t *self = MP_OBJ_TO_PTR(self_in);
    print_arg(print, self->origin);
    size_t n;
    mp_obj_t *items;
    mp_obj_tuple_get(self->args, &n, &items);
    mp_print_str(print, "[");
    for (size_t i = 0; i < n; i++) {
        mp_print_str(print, i == 0 ? "" : ", ");
        print_arg(print, items[i]);
    }
    mp_print_str(print, n == 0 ? "()]" : "]");
}

static mp_obj_t alias_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 2, 2, false);
    form_t *self = mp_obj_malloc(form_t, type);
    self->origin = args[0];
    self->args = mp_obj_is_type(args[1], &mp_type_tuple) ? args[1] : mp_obj_new_tuple(1, &args[1]);
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t alias_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return mp_call_function_n_kw(((form_t *)MP_OBJ_TO_PTR(self))->origin, n_args, n_kw, args);
}

static mp_obj_t alias_mro_entries(mp_obj_t self, mp_obj_t bases) {
    (void)bases;
    return mp_obj_new_tuple(1, &((form_t *)MP_OBJ_TO_PTR(self))->origin);
}
static MP_DEFINE_CONST_FUN_OBJ_2(alias_mro_entries_obj, alias_mro_entries);

static void alias_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    form_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR___origin__) {
        dest[0] = self->origin;
    } else if (attr == MP_QSTR___args__) {
        dest[0] = self->args;
    } else if (attr == MP_QSTR___parameters__) {
        dest[0] = mp_const_empty_tuple;
    } else if (attr == MP_QSTR___mro_entries__) {
        dest[0] = MP_OBJ_FROM_PTR(&alias_mro_entries_obj);
        dest[1] = self_in;
    } else if (attr != MP_QSTR___set_name__ && attr != MP_QSTR___get__) {
        mp_load_method_maybe(self->origin, attr, dest);
    }
}

static mp_obj_t alias_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    (void)index;
    return value == MP_OBJ_SENTINEL ? self : MP_OBJ_NULL;
}

MP_DEFINE_CONST_OBJ_TYPE(
    type_generic_alias,
    MP_QSTR_GenericAlias,
    MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, alias_make_new,
    print, alias_print,
    unary_op, form_unary_op,
    binary_op, form_binary_op,
    call, alias_call,
    attr, alias_attr,
    subscr, alias_subscr
    );

static bool is_generic(const mp_obj_type_t *type) {
    return type == &mp_type_list || type == &mp_type_dict || type == &mp_type_tuple || type == &mp_type_set
        || type == &mp_type_frozenset || type == &mp_type_type || type == &mp_type_enumerate || type->name == MP_QSTR_deque
        || type->name == MP_QSTR_defaultdict || type->name == MP_QSTR_OrderedDict;
}

mp_obj_t type_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    if (value != MP_OBJ_SENTINEL) {
        return MP_OBJ_NULL;
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(self), *owner;
    mp_obj_t method = class_lookup(type, MP_QSTR___class_getitem__, &owner);
    if (method != MP_OBJ_NULL) {
        mp_obj_t bound[3];
        class_bind(method, owner, MP_OBJ_NULL, type, bound);
        bound[2] = index;
        return bound[1] == MP_OBJ_NULL ? mp_call_function_1(bound[0], index) : mp_call_method_n_kw(1, 0, bound);
    }
    const mp_obj_type_t *native = class_is_native(type) ? type : CLASS_EXTRA(type)->native_base;
    if (native != NULL && is_generic(native)) {
        mp_obj_t args[2] = { self, index };
        return alias_make_new(&type_generic_alias, 2, 0, args);
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type '%q' is not subscriptable"), type->name);
}
