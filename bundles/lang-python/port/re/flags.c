// re.RegexFlag: numbers that say their names.
#include "re.h"

typedef struct {
    mp_obj_base_t base;
    mp_uint_t value;
} flag_t;

static const struct {
    uint16_t value;
    qstr_short_t name;
} names[] = { // in the order in which CPython prints them
    { RE_ASCII, MP_QSTR_ASCII },
    { RE_IGNORECASE, MP_QSTR_IGNORECASE },
    { RE_LOCALE, MP_QSTR_LOCALE },
    { RE_UNICODE, MP_QSTR_UNICODE },
    { RE_MULTILINE, MP_QSTR_MULTILINE },
    { RE_DOTALL, MP_QSTR_DOTALL },
    { RE_VERBOSE, MP_QSTR_VERBOSE },
    { RE_DEBUG, MP_QSTR_DEBUG },
};
#define ALL_FLAGS (RE_ASCII | RE_IGNORECASE | RE_LOCALE | RE_UNICODE | RE_MULTILINE | RE_DOTALL | RE_VERBOSE | RE_DEBUG)

mp_obj_t re_flag(mp_uint_t value) {
    flag_t *flag = mp_obj_malloc(flag_t, &re_type_flag);
    flag->value = value;
    return MP_OBJ_FROM_PTR(flag);
}

mp_uint_t re_flags_arg(mp_obj_t arg) {
    return mp_obj_is_exact_type(arg, &re_type_flag) ? ((flag_t *)MP_OBJ_TO_PTR(arg))->value : (mp_uint_t)mp_obj_get_int(arg);
}

static void print_names(const mp_print_t *print, mp_uint_t value, const char *prefix) {
    if (value == 0) {
        mp_printf(print, "%sNOFLAG", prefix);
        return;
    }
    const char *bar = "";
    for (size_t i = 0; i < MP_ARRAY_SIZE(names); i++) {
        if (value & names[i].value) {
            mp_printf(print, "%s%s%q", bar, prefix, (qstr)names[i].name);
            bar = "|";
            value &= ~names[i].value;
        }
    }
    if (value != 0) {
        mp_printf(print, "%s0x%x", bar, (unsigned)value);
    }
}

static void flag_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    print_names(print, ((flag_t *)MP_OBJ_TO_PTR(self_in))->value, "re.");
}

static mp_obj_t flag_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    (void)type;
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    return re_flag(re_flags_arg(args[0]));
}

static mp_obj_t flag_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    mp_uint_t value = ((flag_t *)MP_OBJ_TO_PTR(self_in))->value;
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(value != 0);
        case MP_UNARY_OP_HASH:
        case MP_UNARY_OP_INT_MAYBE:
            return MP_OBJ_NEW_SMALL_INT(value);
        case MP_UNARY_OP_INVERT:
            return re_flag(ALL_FLAGS & ~value);
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t flag_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_uint_t a = re_flags_arg(lhs);
    mp_int_t b;
    if (mp_obj_is_exact_type(rhs, &re_type_flag)) {
        b = re_flags_arg(rhs);
    } else if (mp_obj_is_small_int(rhs)) {
        b = MP_OBJ_SMALL_INT_VALUE(rhs);
    } else {
        return MP_OBJ_NULL;
    }
    switch (op) {
        case MP_BINARY_OP_OR:
        case MP_BINARY_OP_INPLACE_OR:
        case MP_BINARY_OP_REVERSE_OR:
            return re_flag(a | b);
        case MP_BINARY_OP_AND:
        case MP_BINARY_OP_INPLACE_AND:
        case MP_BINARY_OP_REVERSE_AND:
            return re_flag(a & b);
        case MP_BINARY_OP_XOR:
        case MP_BINARY_OP_INPLACE_XOR:
        case MP_BINARY_OP_REVERSE_XOR:
            return re_flag(a ^ b);
        case MP_BINARY_OP_EQUAL:
            return mp_obj_new_bool(a == (mp_uint_t)b);
        default: // as a number
            return mp_binary_op(op, MP_OBJ_NEW_SMALL_INT(a), MP_OBJ_NEW_SMALL_INT(b));
    }
}

static void flag_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    mp_uint_t value = ((flag_t *)MP_OBJ_TO_PTR(self_in))->value;
    if (attr == MP_QSTR_value) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(value);
    } else if (attr == MP_QSTR_name) {
        vstr_t vstr;
        mp_print_t print;
        vstr_init_print(&vstr, 16, &print);
        print_names(&print, value, "");
        dest[0] = mp_obj_new_str_from_vstr(&vstr);
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    re_type_flag, MP_QSTR_RegexFlag, MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, flag_make_new,
    print, flag_print,
    unary_op, flag_unary_op,
    binary_op, flag_binary_op,
    attr, flag_attr
    );
