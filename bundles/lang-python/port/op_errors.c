// What CPython says when an operator has no meaning for its operands.
#include "py/runtime.h"
#include "class.h"
#include "op_errors.h"

mp_obj_t native_inside(mp_obj_t obj) {
    if (object_is_instance(obj) && CLASS_EXTRA(mp_obj_get_type(obj))->native_base != NULL) {
        return ((mp_obj_instance_t *)MP_OBJ_TO_PTR(obj))->subobj[0];
    }
    return obj;
}

static const char *const symbols[] = {
    [MP_BINARY_OP_LESS] = "<", [MP_BINARY_OP_MORE] = ">", [MP_BINARY_OP_LESS_EQUAL] = "<=", [MP_BINARY_OP_MORE_EQUAL] = ">=",
    [MP_BINARY_OP_INPLACE_OR] = "|=", [MP_BINARY_OP_INPLACE_XOR] = "^=", [MP_BINARY_OP_INPLACE_AND] = "&=",
    [MP_BINARY_OP_INPLACE_LSHIFT] = "<<=", [MP_BINARY_OP_INPLACE_RSHIFT] = ">>=", [MP_BINARY_OP_INPLACE_ADD] = "+=",
    [MP_BINARY_OP_INPLACE_SUBTRACT] = "-=", [MP_BINARY_OP_INPLACE_MULTIPLY] = "*=", [MP_BINARY_OP_INPLACE_MAT_MULTIPLY] = "@=",
    [MP_BINARY_OP_INPLACE_FLOOR_DIVIDE] = "//=", [MP_BINARY_OP_INPLACE_TRUE_DIVIDE] = "/=", [MP_BINARY_OP_INPLACE_MODULO] = "%=",
    [MP_BINARY_OP_INPLACE_POWER] = "**=",
    [MP_BINARY_OP_OR] = "|", [MP_BINARY_OP_XOR] = "^", [MP_BINARY_OP_AND] = "&", [MP_BINARY_OP_LSHIFT] = "<<",
    [MP_BINARY_OP_RSHIFT] = ">>", [MP_BINARY_OP_ADD] = "+", [MP_BINARY_OP_SUBTRACT] = "-", [MP_BINARY_OP_MULTIPLY] = "*",
    [MP_BINARY_OP_MAT_MULTIPLY] = "@", [MP_BINARY_OP_FLOOR_DIVIDE] = "//", [MP_BINARY_OP_TRUE_DIVIDE] = "/",
    [MP_BINARY_OP_MODULO] = "%", [MP_BINARY_OP_POWER] = "** or pow()", [MP_BINARY_OP_DIVMOD] = "divmod()",
};

static bool is_sequence(const mp_obj_type_t *type) {
    return type == &mp_type_str || type == &mp_type_list || type == &mp_type_tuple || type == &mp_type_bytes || type == &mp_type_bytearray;
}

// CPython's datetime and decimal are C's, whose types are named with their module.
static const char *shown_name(const mp_obj_type_t *type) {
    if (!class_is_native(type)) {
        mp_map_elem_t *found = mp_map_lookup(&MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map, MP_OBJ_NEW_QSTR(MP_QSTR___module__), MP_MAP_LOOKUP);
        if (found != NULL && (found->value == MP_OBJ_NEW_QSTR(MP_QSTR_datetime) || found->value == MP_OBJ_NEW_QSTR(MP_QSTR_decimal))) {
            vstr_t name;
            vstr_init(&name, 24);
            vstr_printf(&name, "%q.%q", MP_OBJ_QSTR_VALUE(found->value), type->name);
            return vstr_null_terminated_str(&name);
        }
    }
    return qstr_str(type->name);
}

NORETURN void hognose_raise_unsupported(mp_binary_op_t op, mp_binary_op_t given_op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op == MP_BINARY_OP_IN || op == MP_BINARY_OP_CONTAINS) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("argument of type '%s' is not iterable"), mp_obj_get_type_str(op == MP_BINARY_OP_IN ? rhs : lhs));
    }
    const mp_obj_type_t *left = mp_obj_get_type(lhs), *right = mp_obj_get_type(rhs);
    const char *left_name = shown_name(left), *right_name = shown_name(right);
    if (op <= MP_BINARY_OP_MORE_EQUAL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' not supported between instances of '%s' and '%s'"), symbols[op], left_name, right_name);
    }
    if (op == MP_BINARY_OP_ADD && is_sequence(left)) {
        if (left == &mp_type_bytes || left == &mp_type_bytearray) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't concat %s to %s"), right_name, left_name);
        }
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can only concatenate %s (not \"%s\") to %s"), left_name, right_name, left_name);
    }
    if (op == MP_BINARY_OP_MULTIPLY && (is_sequence(left) || is_sequence(right))) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't multiply sequence by non-int of type '%s'"), is_sequence(left) ? right_name : left_name);
    }
    const char *symbol = given_op < MP_ARRAY_SIZE(symbols) && symbols[given_op] != NULL ? symbols[given_op] : symbols[op];
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported operand type(s) for %s: '%s' and '%s'"), symbol, left_name, right_name);
}

NORETURN void hognose_raise_unsupported_unary(mp_unary_op_t op, mp_obj_t obj) {
    const char *name = mp_obj_get_type_str(obj);
    if (op == MP_UNARY_OP_HASH) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unhashable type: '%s'"), name);
    } else if (op == MP_UNARY_OP_LEN) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("object of type '%s' has no len()"), name);
    } else if (op == MP_UNARY_OP_ABS) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("bad operand type for abs(): '%s'"), name);
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("bad operand type for unary %s: '%s'"),
        op == MP_UNARY_OP_NEGATIVE ? "-" : op == MP_UNARY_OP_POSITIVE ? "+" : "~", name);
}

NORETURN void hognose_raise_no_attribute(mp_obj_t base, qstr attr) {
    // methods that a statement asks for
    static const struct {
        uint16_t attr;
        mp_rom_error_text_t message;
    } asked[] = {
        { MP_QSTR___aenter__, MP_ERROR_TEXT("'%s' object does not support the asynchronous context manager protocol") },
        { MP_QSTR___aexit__, MP_ERROR_TEXT("'%s' object does not support the asynchronous context manager protocol (missed __aexit__ method)") },
        { MP_QSTR___aiter__, MP_ERROR_TEXT("'async for' requires an object with __aiter__ method, got %s") },
        { MP_QSTR___anext__, MP_ERROR_TEXT("'async for' received an object from __aiter__ that does not implement __anext__: %s") },
    };
    for (size_t i = 0; i < MP_ARRAY_SIZE(asked); i++) {
        if (asked[i].attr == attr) {
            mp_raise_msg_varg(&mp_type_TypeError, asked[i].message, mp_obj_get_type_str(base));
        }
    }
    mp_obj_t name[2] = { MP_OBJ_NULL };
    if (mp_obj_is_type(base, &mp_type_module)) {
        mp_load_method_maybe(base, MP_QSTR___name__, name);
    }
    if (name[0] != MP_OBJ_NULL && mp_obj_is_str(name[0])) {
        mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("module '%s' has no attribute '%q'"), mp_obj_str_get_str(name[0]), attr);
    }
    mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("'%s' object has no attribute '%q'"), mp_obj_get_type_str(base), attr);
}
