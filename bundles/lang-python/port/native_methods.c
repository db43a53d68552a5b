// What a native type has under the names of operators and other special methods: `int.__add__`,
// `super().__setitem__(key, value)`, `[].__len__()`. The type has them in its slots; here are functions
// that call those.
#include "py/builtin.h"
#include "class.h"
#include "constructors.h"

typedef enum { UNARY, BINARY, REVERSED, COMPARE, GET_ITEM, SET_ITEM, DEL_ITEM, ITER, NEXT, REPR, STR, CALL, FORMAT, CONTAINS } kind_t;

typedef struct {
    mp_obj_base_t base;
    uint16_t name;
    uint8_t kind;
    uint8_t op;
} native_method_t;

static mp_obj_t native_method_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args);
static void native_method_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest);

static void native_method_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    mp_printf(print, "<slot wrapper '%q'>", ((const native_method_t *)MP_OBJ_TO_PTR(self_in))->name);
}

static MP_DEFINE_CONST_OBJ_TYPE(
    type_native_method,
    MP_QSTR_wrapper_descriptor,
    MP_TYPE_FLAG_BINDS_SELF,
    print, native_method_print,
    call, native_method_call,
    attr, native_method_attr
    );

#define METHOD(name, kind, op) { { &type_native_method }, MP_QSTR_##name, kind, op }
static const native_method_t methods[] = {
    METHOD(__len__, UNARY, MP_UNARY_OP_LEN),
    METHOD(__bool__, UNARY, MP_UNARY_OP_BOOL),
    METHOD(__hash__, UNARY, MP_UNARY_OP_HASH),
    METHOD(__int__, UNARY, MP_UNARY_OP_INT_MAYBE),
    METHOD(__index__, UNARY, MP_UNARY_OP_INT_MAYBE),
    METHOD(__float__, UNARY, MP_UNARY_OP_FLOAT_MAYBE),
    METHOD(__neg__, UNARY, MP_UNARY_OP_NEGATIVE),
    METHOD(__pos__, UNARY, MP_UNARY_OP_POSITIVE),
    METHOD(__invert__, UNARY, MP_UNARY_OP_INVERT),
    METHOD(__abs__, UNARY, MP_UNARY_OP_ABS),
    METHOD(__add__, BINARY, MP_BINARY_OP_ADD),
    METHOD(__sub__, BINARY, MP_BINARY_OP_SUBTRACT),
    METHOD(__mul__, BINARY, MP_BINARY_OP_MULTIPLY),
    METHOD(__truediv__, BINARY, MP_BINARY_OP_TRUE_DIVIDE),
    METHOD(__floordiv__, BINARY, MP_BINARY_OP_FLOOR_DIVIDE),
    METHOD(__mod__, BINARY, MP_BINARY_OP_MODULO),
    METHOD(__divmod__, BINARY, MP_BINARY_OP_DIVMOD),
    METHOD(__pow__, BINARY, MP_BINARY_OP_POWER),
    METHOD(__or__, BINARY, MP_BINARY_OP_OR),
    METHOD(__xor__, BINARY, MP_BINARY_OP_XOR),
    METHOD(__and__, BINARY, MP_BINARY_OP_AND),
    METHOD(__lshift__, BINARY, MP_BINARY_OP_LSHIFT),
    METHOD(__rshift__, BINARY, MP_BINARY_OP_RSHIFT),
    METHOD(__radd__, REVERSED, MP_BINARY_OP_ADD),
    METHOD(__rsub__, REVERSED, MP_BINARY_OP_SUBTRACT),
    METHOD(__rmul__, REVERSED, MP_BINARY_OP_MULTIPLY),
    METHOD(__rtruediv__, REVERSED, MP_BINARY_OP_TRUE_DIVIDE),
    METHOD(__rfloordiv__, REVERSED, MP_BINARY_OP_FLOOR_DIVIDE),
    METHOD(__rmod__, REVERSED, MP_BINARY_OP_MODULO),
    METHOD(__rpow__, REVERSED, MP_BINARY_OP_POWER),
    METHOD(__ror__, REVERSED, MP_BINARY_OP_OR),
    METHOD(__rand__, REVERSED, MP_BINARY_OP_AND),
    METHOD(__rxor__, REVERSED, MP_BINARY_OP_XOR),
    METHOD(__iadd__, BINARY, MP_BINARY_OP_INPLACE_ADD),
    METHOD(__ior__, BINARY, MP_BINARY_OP_INPLACE_OR),
    METHOD(__iand__, BINARY, MP_BINARY_OP_INPLACE_AND),
    METHOD(__isub__, BINARY, MP_BINARY_OP_INPLACE_SUBTRACT),
    METHOD(__imul__, BINARY, MP_BINARY_OP_INPLACE_MULTIPLY),
    METHOD(__lt__, COMPARE, MP_BINARY_OP_LESS),
    METHOD(__gt__, COMPARE, MP_BINARY_OP_MORE),
    METHOD(__le__, COMPARE, MP_BINARY_OP_LESS_EQUAL),
    METHOD(__ge__, COMPARE, MP_BINARY_OP_MORE_EQUAL),
    METHOD(__eq__, COMPARE, MP_BINARY_OP_EQUAL),
    METHOD(__ne__, COMPARE, MP_BINARY_OP_NOT_EQUAL),
    METHOD(__contains__, CONTAINS, 0),
    METHOD(__getitem__, GET_ITEM, 0),
    METHOD(__setitem__, SET_ITEM, 0),
    METHOD(__delitem__, DEL_ITEM, 0),
    METHOD(__iter__, ITER, 0),
    METHOD(__next__, NEXT, 0),
    METHOD(__repr__, REPR, 0),
    METHOD(__str__, STR, 0),
    METHOD(__format__, FORMAT, 0),
    METHOD(__call__, CALL, 0),
};

static void native_method_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const native_method_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] == MP_OBJ_NULL && (attr == MP_QSTR___name__ || attr == MP_QSTR___qualname__)) {
        dest[0] = MP_OBJ_NEW_QSTR(self->name);
    }
}

static bool type_has(const mp_obj_type_t *type, const native_method_t *method) {
    if (type == &mp_type_object || type == &mp_type_type) {
        return false; // they have their own
    }
    switch (method->kind) {
        case UNARY:
            // Not every type with unary operators has these.
            switch (method->op) {
                case MP_UNARY_OP_HASH:
                    return type != &mp_type_list && type != &mp_type_dict && type != &mp_type_set && type != &mp_type_bytearray;
                case MP_UNARY_OP_LEN:
                    return MP_OBJ_TYPE_HAS_SLOT(type, subscr) || type == &mp_type_set || type == &mp_type_frozenset || type == &mp_type_str;
                case MP_UNARY_OP_BOOL:
                    return type == &mp_type_int || type == &mp_type_bool || type == &mp_type_float || type == &mp_type_complex || type == &mp_type_NoneType;
                default:
                    return type == &mp_type_int || type == &mp_type_bool
                        || (type == &mp_type_float && method->op != MP_UNARY_OP_INVERT && method->name != MP_QSTR___index__);
            }
        case BINARY:
        case REVERSED:
            return MP_OBJ_TYPE_HAS_SLOT(type, binary_op);
        case COMPARE:
            return method->op == MP_BINARY_OP_EQUAL || method->op == MP_BINARY_OP_NOT_EQUAL || MP_OBJ_TYPE_HAS_SLOT(type, binary_op);
        case GET_ITEM:
            return MP_OBJ_TYPE_HAS_SLOT(type, subscr);
        case SET_ITEM:
        case DEL_ITEM:
            return MP_OBJ_TYPE_HAS_SLOT(type, subscr) && !native_is_immutable(type);
        case CONTAINS:
            return MP_OBJ_TYPE_HAS_SLOT(type, iter) && (MP_OBJ_TYPE_HAS_SLOT(type, binary_op) || MP_OBJ_TYPE_HAS_SLOT(type, subscr));
        case ITER:
            return MP_OBJ_TYPE_HAS_SLOT(type, iter) || (type->flags & MP_TYPE_FLAG_ITER_IS_STREAM) != 0;
        case NEXT:
            return (type->flags & (MP_TYPE_FLAG_ITER_IS_ITERNEXT | MP_TYPE_FLAG_ITER_IS_CUSTOM)) != 0;
        case CALL:
            return MP_OBJ_TYPE_HAS_SLOT(type, call);
        default:
            return true;
    }
}

mp_obj_t native_method(const mp_obj_type_t *type, qstr attr) {
    if (attr == MP_QSTR___new__ || attr == MP_QSTR___init__) {
        return native_constructor(type, attr);
    }
    const char *name = qstr_str(attr);
    if (name[0] != '_' || name[1] != '_') {
        return MP_OBJ_NULL;
    }
    for (size_t i = 0; i < MP_ARRAY_SIZE(methods); i++) {
        if (methods[i].name == attr) {
            return type_has(type, &methods[i]) ? MP_OBJ_FROM_PTR(&methods[i]) : MP_OBJ_NULL;
        }
    }
    return MP_OBJ_NULL;
}

void native_method_names(const mp_obj_type_t *type, mp_obj_t names) {
    for (size_t i = 0; i < MP_ARRAY_SIZE(methods); i++) {
        if (type_has(type, &methods[i])) {
            mp_obj_dict_store(names, MP_OBJ_NEW_QSTR(methods[i].name), mp_const_none);
        }
    }
}

// What an instance has inside: this runs where a method of the native type was asked for.
static mp_obj_t inside(mp_obj_t obj) {
    return object_is_instance(obj) && CLASS_EXTRA(mp_obj_get_type(obj))->native_base != NULL ? ((mp_obj_instance_t *)MP_OBJ_TO_PTR(obj))->subobj[0] : obj;
}

static bool is_whole(mp_obj_t obj) {
    return mp_obj_is_int(obj) || mp_obj_is_bool(obj);
}

static mp_obj_t text_of(mp_obj_t obj, mp_print_kind_t kind) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 16, &print);
    mp_obj_print_helper(&print, obj, kind);
    return mp_obj_new_str_from_vstr(&text);
}

static mp_obj_t native_method_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const native_method_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->kind == CALL) {
        mp_arg_check_num(n_args, 0, 1, MP_OBJ_FUN_ARGS_MAX, false);
        return mp_call_function_n_kw(inside(args[0]), n_args - 1, n_kw, args + 1);
    }
    size_t wanted = self->kind == UNARY || (self->kind >= ITER && self->kind <= STR) ? 1 : self->kind == SET_ITEM ? 3 : 2;
    mp_arg_check_num(n_args, n_kw, wanted, wanted + (self->op == MP_BINARY_OP_POWER && self->kind == BINARY), false);
    mp_obj_t obj = inside(args[0]);
    const mp_obj_type_t *type = mp_obj_get_type(obj);
    mp_obj_t result = MP_OBJ_NULL;
    switch (self->kind) {
        case UNARY:
            return mp_unary_op(self->op, obj);
        case BINARY:
            if (MP_OBJ_TYPE_HAS_SLOT(type, binary_op)) {
                mp_obj_t rhs = inside(args[1]);
                // Numbers among themselves are worked out by the runtime, not by their types.
                bool numbers = is_whole(obj) && (is_whole(rhs) || mp_obj_is_float(rhs));
                result = numbers ? mp_binary_op(self->op, obj, rhs) : MP_OBJ_TYPE_GET_SLOT(type, binary_op)(self->op, obj, rhs);
            }
            return result == MP_OBJ_NULL ? mp_const_notimplemented : result;
        case REVERSED: {
            mp_obj_t lhs = inside(args[1]);
            const mp_obj_type_t *lhs_type = mp_obj_get_type(lhs);
            bool numbers = is_whole(lhs) && (is_whole(obj) || mp_obj_is_float(obj));
            if (numbers) {
                return mp_binary_op(self->op, lhs, obj);
            }
            if (lhs_type == type && MP_OBJ_TYPE_HAS_SLOT(lhs_type, binary_op)) {
                result = MP_OBJ_TYPE_GET_SLOT(lhs_type, binary_op)(self->op, lhs, obj);
            }
            return result == MP_OBJ_NULL ? mp_const_notimplemented : result;
        }
        case COMPARE: {
            mp_obj_t rhs = inside(args[1]);
            if (self->op == MP_BINARY_OP_EQUAL || self->op == MP_BINARY_OP_NOT_EQUAL) {
                if (!is_whole(obj) && !mp_obj_is_float(obj) && mp_obj_get_type(rhs) != type && object_is_instance(rhs)) {
                    return mp_const_notimplemented;
                }
                return mp_obj_new_bool(mp_obj_equal(obj, rhs) == (self->op == MP_BINARY_OP_EQUAL));
            }
            bool numbers = (is_whole(obj) || mp_obj_is_float(obj)) && (is_whole(rhs) || mp_obj_is_float(rhs));
            return numbers || mp_obj_get_type(rhs) == type ? mp_binary_op(self->op, obj, rhs) : mp_const_notimplemented;
        }
        case CONTAINS:
            return mp_binary_op(MP_BINARY_OP_CONTAINS, obj, args[1]);
        case GET_ITEM:
            return mp_obj_subscr(obj, args[1], MP_OBJ_SENTINEL);
        case SET_ITEM:
            mp_obj_subscr(obj, args[1], args[2]);
            return mp_const_none;
        case DEL_ITEM:
            mp_obj_subscr(obj, args[1], MP_OBJ_NULL);
            return mp_const_none;
        case ITER:
            return mp_getiter(obj, NULL);
        case NEXT:
            return mp_call_function_1(MP_OBJ_FROM_PTR(&mp_builtin_next_obj), obj);
        case REPR:
            return text_of(obj, PRINT_REPR);
        case STR:
            return text_of(obj, PRINT_STR);
        default: { // FORMAT
            mp_obj_t format[2] = { obj, args[1] };
            return mp_call_function_n_kw(MP_OBJ_FROM_PTR(&hognose_builtin_format_obj), 2, 0, format);
        }
    }
}
