// Operators, items, iteration and calls of the instances of a program's classes, and of its classes
// where their metaclass has such methods.
#include <string.h>

#include "py/builtin.h"
#include "class.h"
#include "op_errors.h"
#include "type_forms.h"

static mp_obj_t native_part(mp_obj_t self) {
    return object_is_instance(self) ? ((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0] : self;
}

// Qstrs of special methods have small numbers: see the list in py/makeqstrdata.py.
const byte mp_unary_op_method_name[MP_UNARY_OP_NUM_RUNTIME] = {
    [MP_UNARY_OP_BOOL] = MP_QSTR___bool__,
    [MP_UNARY_OP_LEN] = MP_QSTR___len__,
    [MP_UNARY_OP_HASH] = MP_QSTR___hash__,
    [MP_UNARY_OP_INT_MAYBE] = MP_QSTR___int__,
    [MP_UNARY_OP_POSITIVE] = MP_QSTR___pos__,
    [MP_UNARY_OP_NEGATIVE] = MP_QSTR___neg__,
    [MP_UNARY_OP_INVERT] = MP_QSTR___invert__,
    [MP_UNARY_OP_ABS] = MP_QSTR___abs__,
    [MP_UNARY_OP_FLOAT_MAYBE] = MP_QSTR___float__,
    [MP_UNARY_OP_COMPLEX_MAYBE] = MP_QSTR___complex__,
    [MP_UNARY_OP_SIZEOF] = MP_QSTR___sizeof__,
};

static mp_obj_t special(mp_obj_t self, qstr attr, size_t slot_offset, const mp_obj_type_t **owner) {
    mp_obj_t method = class_lookup_special(mp_obj_get_type(self), attr, slot_offset, owner);
    if (method == MP_OBJ_SENTINEL && !object_is_instance(self) && *owner == &mp_type_type
        && slot_offset != MP_OBJ_TYPE_OFFSETOF_SLOT(call)) {
        return MP_OBJ_NULL; // a class: `type` has no operators of its own
    }
    return method;
}

// The hash of a class that has __eq__ but no __hash__ is None; others are told apart by where they are.
static mp_obj_t hash(mp_obj_t self) {
    const mp_obj_type_t *owner;
    mp_obj_t method = special(self, MP_QSTR___hash__, MP_OBJ_TYPE_OFFSETOF_SLOT(unary_op), &owner);
    if (method == mp_const_none) {
        return MP_OBJ_NULL;
    }
    if (method == MP_OBJ_SENTINEL) {
        return mp_unary_op(MP_UNARY_OP_HASH, native_part(self));
    }
    if (method == MP_OBJ_NULL) {
        return MP_OBJ_NEW_SMALL_INT((mp_uint_t)self >> 4);
    }
    mp_obj_t value = class_call_special(method, owner, self, 0, NULL);
    value = native_inside(value);
    if (!mp_obj_is_int(value) && !mp_obj_is_bool(value)) {
        mp_raise_TypeError(MP_ERROR_TEXT("__hash__ method should return an integer"));
    }
    return MP_OBJ_NEW_SMALL_INT(mp_obj_get_int_truncated(value));
}

mp_obj_t instance_unary_op(mp_unary_op_t op, mp_obj_t self) {
    if (op == MP_UNARY_OP_HASH) {
        return hash(self);
    }
    if (op == MP_UNARY_OP_SIZEOF) {
        return MP_OBJ_NEW_SMALL_INT(sizeof(mp_obj_instance_t) + instance_members(MP_OBJ_TO_PTR(self))->alloc * sizeof(mp_map_elem_t));
    }
    const mp_obj_type_t *owner;
    // Where a whole number is wanted, __int__ is not enough; int() asks for that itself.
    qstr name = op == MP_UNARY_OP_INT_MAYBE ? MP_QSTR___index__ : mp_unary_op_method_name[op];
    mp_obj_t method = special(self, name, MP_OBJ_TYPE_OFFSETOF_SLOT(unary_op), &owner);
    if (op == MP_UNARY_OP_BOOL && (method == MP_OBJ_SENTINEL || method == MP_OBJ_NULL)) {
        const mp_obj_type_t *len_owner;
        mp_obj_t len = special(self, MP_QSTR___len__, MP_OBJ_TYPE_OFFSETOF_SLOT(unary_op), &len_owner);
        if (len != MP_OBJ_SENTINEL && len != MP_OBJ_NULL) {
            return mp_obj_new_bool(mp_obj_get_int(class_call_special(len, len_owner, self, 0, NULL)) != 0);
        }
        if (method == MP_OBJ_NULL) {
            return mp_const_true;
        }
    }
    if (op == MP_UNARY_OP_FLOAT_MAYBE && method == MP_OBJ_NULL) {
        method = special(self, MP_QSTR___index__, MP_OBJ_TYPE_OFFSETOF_SLOT(unary_op), &owner);
    }
    if (method == MP_OBJ_SENTINEL) {
        return mp_unary_op(op, native_part(self));
    }
    if (method == MP_OBJ_NULL) {
        return MP_OBJ_NULL;
    }
    mp_obj_t value = class_call_special(method, owner, self, 0, NULL);
    if (op == MP_UNARY_OP_INT_MAYBE && !mp_obj_is_int(value = native_inside(value)) && !mp_obj_is_bool(value)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__index__ returned non-int (type %s)"), mp_obj_get_type_str(value));
    }
    if (op == MP_UNARY_OP_BOOL && !mp_obj_is_bool(value)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__bool__ should return bool, returned %s"), mp_obj_get_type_str(value));
    }
    if (op == MP_UNARY_OP_LEN) {
        value = native_inside(value);
        if (!mp_obj_is_int(value) && !mp_obj_is_bool(value)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"), mp_obj_get_type_str(value));
        }
        if (mp_obj_get_int(value) < 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("__len__() should return >= 0"));
        }
    }
    return value;
}

const byte mp_binary_op_method_name[MP_BINARY_OP_NUM_RUNTIME] = {
    [MP_BINARY_OP_LESS] = MP_QSTR___lt__,
    [MP_BINARY_OP_MORE] = MP_QSTR___gt__,
    [MP_BINARY_OP_EQUAL] = MP_QSTR___eq__,
    [MP_BINARY_OP_LESS_EQUAL] = MP_QSTR___le__,
    [MP_BINARY_OP_MORE_EQUAL] = MP_QSTR___ge__,
    [MP_BINARY_OP_NOT_EQUAL] = MP_QSTR___ne__,
    [MP_BINARY_OP_CONTAINS] = MP_QSTR___contains__,

    [MP_BINARY_OP_INPLACE_ADD] = MP_QSTR___iadd__,
    [MP_BINARY_OP_INPLACE_SUBTRACT] = MP_QSTR___isub__,
    [MP_BINARY_OP_INPLACE_MULTIPLY] = MP_QSTR___imul__,
    [MP_BINARY_OP_INPLACE_MAT_MULTIPLY] = MP_QSTR___imatmul__,
    [MP_BINARY_OP_INPLACE_FLOOR_DIVIDE] = MP_QSTR___ifloordiv__,
    [MP_BINARY_OP_INPLACE_TRUE_DIVIDE] = MP_QSTR___itruediv__,
    [MP_BINARY_OP_INPLACE_MODULO] = MP_QSTR___imod__,
    [MP_BINARY_OP_INPLACE_POWER] = MP_QSTR___ipow__,
    [MP_BINARY_OP_INPLACE_OR] = MP_QSTR___ior__,
    [MP_BINARY_OP_INPLACE_XOR] = MP_QSTR___ixor__,
    [MP_BINARY_OP_INPLACE_AND] = MP_QSTR___iand__,
    [MP_BINARY_OP_INPLACE_LSHIFT] = MP_QSTR___ilshift__,
    [MP_BINARY_OP_INPLACE_RSHIFT] = MP_QSTR___irshift__,

    [MP_BINARY_OP_ADD] = MP_QSTR___add__,
    [MP_BINARY_OP_SUBTRACT] = MP_QSTR___sub__,
    [MP_BINARY_OP_MULTIPLY] = MP_QSTR___mul__,
    [MP_BINARY_OP_MAT_MULTIPLY] = MP_QSTR___matmul__,
    [MP_BINARY_OP_FLOOR_DIVIDE] = MP_QSTR___floordiv__,
    [MP_BINARY_OP_TRUE_DIVIDE] = MP_QSTR___truediv__,
    [MP_BINARY_OP_MODULO] = MP_QSTR___mod__,
    [MP_BINARY_OP_DIVMOD] = MP_QSTR___divmod__,
    [MP_BINARY_OP_POWER] = MP_QSTR___pow__,
    [MP_BINARY_OP_OR] = MP_QSTR___or__,
    [MP_BINARY_OP_XOR] = MP_QSTR___xor__,
    [MP_BINARY_OP_AND] = MP_QSTR___and__,
    [MP_BINARY_OP_LSHIFT] = MP_QSTR___lshift__,
    [MP_BINARY_OP_RSHIFT] = MP_QSTR___rshift__,

    [MP_BINARY_OP_REVERSE_ADD] = MP_QSTR___radd__,
    [MP_BINARY_OP_REVERSE_SUBTRACT] = MP_QSTR___rsub__,
    [MP_BINARY_OP_REVERSE_MULTIPLY] = MP_QSTR___rmul__,
    [MP_BINARY_OP_REVERSE_MAT_MULTIPLY] = MP_QSTR___rmatmul__,
    [MP_BINARY_OP_REVERSE_FLOOR_DIVIDE] = MP_QSTR___rfloordiv__,
    [MP_BINARY_OP_REVERSE_TRUE_DIVIDE] = MP_QSTR___rtruediv__,
    [MP_BINARY_OP_REVERSE_MODULO] = MP_QSTR___rmod__,
    [MP_BINARY_OP_REVERSE_POWER] = MP_QSTR___rpow__,
    [MP_BINARY_OP_REVERSE_OR] = MP_QSTR___ror__,
    [MP_BINARY_OP_REVERSE_XOR] = MP_QSTR___rxor__,
    [MP_BINARY_OP_REVERSE_AND] = MP_QSTR___rand__,
    [MP_BINARY_OP_REVERSE_LSHIFT] = MP_QSTR___rlshift__,
    [MP_BINARY_OP_REVERSE_RSHIFT] = MP_QSTR___rrshift__,
};

mp_obj_t instance_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    const mp_obj_type_t *owner;
    mp_obj_t method = special(lhs, mp_binary_op_method_name[op], MP_OBJ_TYPE_OFFSETOF_SLOT(binary_op), &owner);
    if (method == MP_OBJ_NULL) {
        if (!object_is_instance(lhs) && op == MP_BINARY_OP_OR) {
            return type_or(lhs, rhs);
        }
        return MP_OBJ_NULL;
    }
    if (method == MP_OBJ_SENTINEL) {
        if (op >= MP_BINARY_OP_REVERSE_OR) {
            return MP_OBJ_NULL; // the runtime has tried with what is inside
        }
        mp_obj_t inside = native_part(lhs);
        if (op == MP_BINARY_OP_EQUAL || op == MP_BINARY_OP_NOT_EQUAL) {
            // Whether a program's class on the right knows better is asked next.
            if (object_is_instance(rhs) && CLASS_EXTRA(mp_obj_get_type(rhs))->native_base == NULL) {
                return MP_OBJ_NULL;
            }
        }
        if (object_is_instance(rhs) && CLASS_EXTRA(mp_obj_get_type(rhs))->native_base != NULL && op != MP_BINARY_OP_CONTAINS) {
            const mp_obj_type_t *rhs_owner;
            mp_obj_t rhs_method = special(rhs, mp_binary_op_method_name[op], MP_OBJ_TYPE_OFFSETOF_SLOT(binary_op), &rhs_owner);
            if (rhs_method == MP_OBJ_SENTINEL) {
                rhs = native_part(rhs);
            }
        }
        mp_obj_t result = mp_binary_op(op, inside, rhs);
        // An object that changed itself is still the instance.
        return result == inside && op >= MP_BINARY_OP_INPLACE_OR && op <= MP_BINARY_OP_INPLACE_POWER ? lhs : result;
    }
    if (method == mp_const_none) {
        return MP_OBJ_NULL;
    }
    mp_obj_t result = class_call_special(method, owner, lhs, 1, &rhs);
    if (result == mp_const_notimplemented) {
        return MP_OBJ_NULL;
    }
    return op == MP_BINARY_OP_CONTAINS ? mp_obj_new_bool(mp_obj_is_true(result)) : result;
}

// ---- items ------------------------------------------------------------------------------------

static bool is_dict_inside(mp_obj_t self) {
    return object_is_instance(self) && CLASS_EXTRA(mp_obj_get_type(self))->native_base == &mp_type_dict;
}

mp_obj_t instance_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    qstr attr = value == MP_OBJ_NULL ? MP_QSTR___delitem__ : value == MP_OBJ_SENTINEL ? MP_QSTR___getitem__ : MP_QSTR___setitem__;
    const mp_obj_type_t *owner;
    mp_obj_t method = special(self, attr, MP_OBJ_TYPE_OFFSETOF_SLOT(subscr), &owner);
    if (method == MP_OBJ_NULL) {
        return value == MP_OBJ_SENTINEL && !object_is_instance(self) ? type_subscr(self, index, value) : MP_OBJ_NULL;
    }
    if (method != MP_OBJ_SENTINEL) {
        mp_obj_t args[2] = { index, value };
        mp_obj_t result = class_call_special(method, owner, self, value == MP_OBJ_NULL || value == MP_OBJ_SENTINEL ? 1 : 2, args);
        return value == MP_OBJ_SENTINEL ? result : mp_const_none;
    }
    if (value == MP_OBJ_SENTINEL && is_dict_inside(self)) {
        mp_obj_dict_t *dict = MP_OBJ_TO_PTR(native_part(self));
        mp_map_elem_t *found = mp_map_lookup(&dict->map, index, MP_MAP_LOOKUP);
        if (found != NULL) {
            return found->value;
        }
        mp_obj_t missing = class_lookup(mp_obj_get_type(self), MP_QSTR___missing__, &owner);
        if (missing != MP_OBJ_NULL) {
            return class_call_special(missing, owner, self, 1, &index);
        }
    }
    return mp_obj_subscr(native_part(self), index, value);
}

// ---- calls ------------------------------------------------------------------------------------

bool mp_obj_instance_is_callable(mp_obj_t self) {
    const mp_obj_type_t *owner;
    mp_obj_t method = class_lookup_special(mp_obj_get_type(self), MP_QSTR___call__, MP_OBJ_TYPE_OFFSETOF_SLOT(call), &owner);
    return method != MP_OBJ_NULL && method != mp_const_none;
}

mp_obj_t mp_obj_instance_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const mp_obj_type_t *owner;
    mp_obj_t method = special(self, MP_QSTR___call__, MP_OBJ_TYPE_OFFSETOF_SLOT(call), &owner);
    if (method == MP_OBJ_NULL || method == mp_const_none) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not callable"), mp_obj_get_type_str(self));
    }
    if (method == MP_OBJ_SENTINEL) {
        return object_is_instance(self) ? mp_call_function_n_kw(native_part(self), n_args, n_kw, args) : type_call(self, n_args, n_kw, args);
    }
    mp_obj_t bound[2];
    class_bind(method, owner, self, mp_obj_get_type(self), bound);
    return mp_call_method_self_n_kw(bound[0], bound[1], n_args, n_kw, args);
}

// ---- iteration and buffers --------------------------------------------------------------------

// iter_buf may be null; it is made only if it is needed.
mp_obj_t mp_obj_instance_getiter(mp_obj_t self, mp_obj_iter_buf_t *iter_buf) {
    const mp_obj_type_t *owner;
    mp_obj_t method = special(self, MP_QSTR___iter__, MP_OBJ_TYPE_OFFSETOF_SLOT(iter), &owner);
    if (method == MP_OBJ_NULL) {
        return MP_OBJ_NULL;
    }
    if (method == mp_const_none) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not iterable"), mp_obj_get_type_str(self));
    }
    if (method != MP_OBJ_SENTINEL) {
        mp_obj_t iterator = class_call_special(method, owner, self, 0, NULL);
        if (object_is_instance(iterator)) {
            const mp_obj_type_t *next_owner;
            if (special(iterator, MP_QSTR___next__, MP_OBJ_TYPE_OFFSETOF_SLOT(iter), &next_owner) == MP_OBJ_NULL) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("iter() returned non-iterator of type '%s'"), mp_obj_get_type_str(iterator));
            }
        }
        return iterator;
    }
    mp_obj_t inside = native_part(self);
    const mp_obj_type_t *type = mp_obj_get_type(inside);
    if ((type->flags & MP_TYPE_FLAG_ITER_IS_STREAM) != 0 || !MP_OBJ_TYPE_HAS_SLOT(type, iter)) {
        return mp_getiter(inside, iter_buf);
    }
    if (iter_buf == NULL) {
        iter_buf = m_new_obj(mp_obj_iter_buf_t);
    }
    return ((mp_getiter_fun_t)MP_OBJ_TYPE_GET_SLOT(type, iter))(inside, iter_buf);
}

mp_int_t instance_get_buffer(mp_obj_t self, mp_buffer_info_t *buffer, mp_uint_t flags) {
    if (object_is_instance(self) && CLASS_EXTRA(mp_obj_get_type(self))->native_base != NULL) {
        const mp_obj_type_t *type = mp_obj_get_type(native_part(self));
        if (MP_OBJ_TYPE_HAS_SLOT(type, buffer)) {
            return MP_OBJ_TYPE_GET_SLOT(type, buffer)(native_part(self), buffer, flags);
        }
    }
    return 1; // it has none
}
