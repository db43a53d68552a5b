// Built-in functions that upstream does not have.
#include <math.h>

#include "py/builtin.h"
#include "py/objint.h"
#include "py/objmodule.h"
#include "py/objstr.h"
#include "class.h"
#include "frame.h"
#include "op_errors.h"
#include "format_string.h"
#include "format_value.h"

static mp_obj_t builtin_format(size_t n_args, const mp_obj_t *args) {
    size_t len = 0;
    const char *spec = "";
    if (n_args == 2) {
        if (!mp_obj_is_str(args[1])) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("format() argument 2 must be str, not %s"), mp_obj_get_type_str(args[1]));
        }
        spec = mp_obj_str_get_data(args[1], &len);
    }
    vstr_t out;
    vstr_init(&out, 16);
    hognose_format_value(&out, args[0], spec, len);
    return mp_obj_new_str_from_vstr(&out);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hognose_builtin_format_obj, 1, 2, builtin_format);

static mp_obj_t builtin_ascii(mp_obj_t value) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 16, &print);
    mp_obj_print_helper(&print, value, PRINT_REPR);
    return hognose_ascii(&text);
}
MP_DEFINE_CONST_FUN_OBJ_1(hognose_builtin_ascii_obj, builtin_ascii);

// ---- names of things --------------------------------------------------------------------------

static mp_obj_t builtin_vars(size_t n_args, const mp_obj_t *args) {
    if (n_args == 0) {
        return MP_OBJ_FROM_PTR(hognose_locals());
    }
    mp_obj_t dest[2];
    mp_load_method_maybe(args[0], MP_QSTR___dict__, dest);
    if (dest[0] == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("vars() argument must have __dict__ attribute"));
    }
    return dest[0];
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hognose_builtin_vars_obj, 0, 1, builtin_vars);

static void add_names(mp_obj_t names, const mp_map_t *map) {
    for (size_t i = 0; i < map->alloc; i++) {
        if (mp_map_slot_is_filled(map, i) && mp_obj_is_str(map->table[i].key)) {
            mp_obj_dict_store(names, map->table[i].key, mp_const_none);
        }
    }
}

static void add_class_names(mp_obj_t names, const mp_obj_type_t *type) {
    const mp_obj_t *mro;
    mp_obj_t room[NATIVE_MRO_MAX];
    size_t n = class_mro(type, &mro, room);
    for (size_t i = 0; i < n; i++) {
        const mp_obj_type_t *here = MP_OBJ_TO_PTR(mro[i]);
        if (MP_OBJ_TYPE_HAS_SLOT(here, locals_dict)) {
            add_names(names, &MP_OBJ_TYPE_GET_SLOT(here, locals_dict)->map);
        }
        if (class_is_native(here)) {
            native_method_names(here, names);
        }
    }
    static const uint16_t always[] = { MP_QSTR___class__, MP_QSTR___doc__ };
    for (size_t i = 0; i < MP_ARRAY_SIZE(always); i++) {
        mp_obj_dict_store(names, MP_OBJ_NEW_QSTR(always[i]), mp_const_none);
    }
}

static mp_obj_t builtin_dir(size_t n_args, const mp_obj_t *args) {
    mp_obj_t names = mp_obj_new_dict(0);
    if (n_args == 0) {
        add_names(names, &hognose_locals()->map);
    } else if (mp_obj_is_type(args[0], &mp_type_module)) {
        add_names(names, &mp_obj_module_get_globals(args[0])->map);
    } else if (object_is_class(args[0])) {
        add_class_names(names, MP_OBJ_TO_PTR(args[0]));
    } else {
        if (object_is_instance(args[0])) {
            const mp_obj_type_t *owner;
            mp_obj_t method = class_lookup(mp_obj_get_type(args[0]), MP_QSTR___dir__, &owner);
            if (owner != &mp_type_object) {
                mp_obj_t own = class_call_special(method, owner, args[0], 0, NULL);
                mp_obj_t list = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_list), own);
                mp_obj_list_sort(1, &list, (mp_map_t *)&mp_const_empty_map);
                return list;
            }
            add_names(names, instance_members(MP_OBJ_TO_PTR(args[0])));
        }
        add_class_names(names, mp_obj_get_type(args[0]));
    }
    mp_obj_t list = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_list), names);
    mp_obj_list_sort(1, &list, (mp_map_t *)&mp_const_empty_map);
    return list;
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(mp_builtin_dir_obj, 0, 1, builtin_dir);

// ---- numbers ----------------------------------------------------------------------------------

static mp_obj_t call_method(mp_obj_t obj, qstr name, size_t n_args, const mp_obj_t *args) {
    const mp_obj_type_t *owner;
    mp_obj_t method = class_lookup(mp_obj_get_type(obj), name, &owner);
    return method == MP_OBJ_NULL ? MP_OBJ_NULL : class_call_special(method, owner, obj, n_args, args);
}

static mp_obj_t builtin_pow(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_base, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_exp, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_mod, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
    };
    mp_arg_val_t vals[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, args, kw_args, MP_ARRAY_SIZE(allowed), allowed, vals);
    mp_obj_t base = vals[0].u_obj, exponent = vals[1].u_obj, modulus = vals[2].u_obj;
    if (modulus == mp_const_none) {
        return mp_binary_op(MP_BINARY_OP_POWER, base, exponent);
    }
    if (object_is_instance(base) && native_inside(base) == base) {
        mp_obj_t all[2] = { exponent, modulus };
        mp_obj_t result = call_method(base, MP_QSTR___pow__, 2, all);
        if (result != MP_OBJ_NULL) {
            return result;
        }
    }
    base = native_inside(base);
    exponent = native_inside(exponent);
    modulus = native_inside(modulus);
    base = mp_obj_is_bool(base) ? MP_OBJ_NEW_SMALL_INT(base == mp_const_true) : base;
    exponent = mp_obj_is_bool(exponent) ? MP_OBJ_NEW_SMALL_INT(exponent == mp_const_true) : exponent;
    if (!mp_obj_is_int(base) || !mp_obj_is_int(exponent) || !mp_obj_is_int(modulus)) {
        mp_raise_TypeError(MP_ERROR_TEXT("pow() 3rd argument not allowed unless all arguments are integers"));
    }
    if (mp_obj_equal(modulus, MP_OBJ_NEW_SMALL_INT(0))) {
        mp_raise_ValueError(MP_ERROR_TEXT("pow() 3rd argument cannot be 0"));
    }
    if (mp_obj_int_sign(exponent) < 0) {
        // The inverse of the base, by Euclid's algorithm.
        mp_obj_t a = mp_binary_op(MP_BINARY_OP_MODULO, base, modulus), b = mp_unary_op(MP_UNARY_OP_ABS, modulus);
        a = mp_binary_op(MP_BINARY_OP_MODULO, a, b);
        mp_obj_t x = MP_OBJ_NEW_SMALL_INT(1), y = MP_OBJ_NEW_SMALL_INT(0), m = b;
        while (mp_obj_is_true(a)) {
            mp_obj_t q = mp_binary_op(MP_BINARY_OP_FLOOR_DIVIDE, b, a);
            mp_obj_t r = mp_binary_op(MP_BINARY_OP_SUBTRACT, b, mp_binary_op(MP_BINARY_OP_MULTIPLY, q, a));
            mp_obj_t z = mp_binary_op(MP_BINARY_OP_SUBTRACT, y, mp_binary_op(MP_BINARY_OP_MULTIPLY, q, x));
            b = a;
            a = r;
            y = x;
            x = z;
        }
        if (!mp_obj_equal(b, MP_OBJ_NEW_SMALL_INT(1))) {
            mp_raise_ValueError(MP_ERROR_TEXT("base is not invertible for the given modulus"));
        }
        base = mp_binary_op(MP_BINARY_OP_MODULO, y, m);
        exponent = mp_unary_op(MP_UNARY_OP_NEGATIVE, exponent);
    }
    if (mp_obj_int_sign(modulus) < 0) {
        mp_obj_t result = mp_obj_int_pow3(base, exponent, mp_unary_op(MP_UNARY_OP_NEGATIVE, modulus));
        return mp_binary_op(MP_BINARY_OP_MODULO, result, modulus);
    }
    return mp_binary_op(MP_BINARY_OP_MODULO, mp_obj_int_pow3(mp_binary_op(MP_BINARY_OP_MODULO, base, modulus), exponent, modulus), modulus);
}
MP_DEFINE_CONST_FUN_OBJ_KW(hognose_builtin_pow_obj, 0, builtin_pow);

static mp_obj_t builtin_round(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_number, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_ndigits, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
    };
    mp_arg_val_t vals[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, args, kw_args, MP_ARRAY_SIZE(allowed), allowed, vals);
    mp_obj_t number = vals[0].u_obj, digits = vals[1].u_obj;
    if (object_is_instance(number)) {
        mp_obj_t result = call_method(number, MP_QSTR___round__, digits != mp_const_none, &digits);
        if (result != MP_OBJ_NULL) {
            return result;
        }
        number = native_inside(number);
    }
    if (mp_obj_is_bool(number)) {
        number = MP_OBJ_NEW_SMALL_INT(number == mp_const_true);
    }
    if (!mp_obj_is_int(number) && !mp_obj_is_float(number)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type %s doesn't define __round__ method"), mp_obj_get_type_str(number));
    }
    mp_obj_t both[2] = { number, digits };
    return mp_call_function_n_kw(MP_OBJ_FROM_PTR(&mp_builtin_round_obj), digits == mp_const_none ? 1 : 2, 0, both);
}
MP_DEFINE_CONST_FUN_OBJ_KW(hognose_builtin_round_obj, 0, builtin_round);

// As CPython 3.12: floats are added with what each addition loses kept aside.
static mp_obj_t builtin_sum(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_start, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_INT(0) } },
    };
    mp_arg_val_t vals[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, args, kw_args, MP_ARRAY_SIZE(allowed), allowed, vals);
    mp_obj_t total = vals[1].u_obj;
    if (mp_obj_is_str(total)) {
        mp_raise_TypeError(MP_ERROR_TEXT("sum() can't sum strings [use ''.join(seq) instead]"));
    }
    mp_obj_iter_buf_t buf;
    mp_obj_t iterator = mp_getiter(vals[0].u_obj, &buf), item;
    bool in_float = mp_obj_is_float(total);
    double sum = in_float ? mp_obj_float_get(total) : 0, lost = 0;
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        if (!in_float && mp_obj_is_float(item) && mp_obj_is_int(total)) {
            in_float = true;
            sum = mp_obj_get_float(total);
        }
        if (in_float && mp_obj_is_float(item)) {
            double x = mp_obj_float_get(item), t = sum + x;
            lost += fabs(sum) >= fabs(x) ? (sum - t) + x : (x - t) + sum;
            sum = t;
        } else if (in_float && mp_obj_is_int(item)) {
            sum += mp_obj_get_float(item);
        } else {
            if (in_float) {
                total = mp_obj_new_float(lost != 0 && isfinite(lost) ? sum + lost : sum);
                in_float = false;
                lost = 0;
            }
            total = mp_binary_op(MP_BINARY_OP_ADD, total, item);
        }
    }
    return in_float ? mp_obj_new_float(lost != 0 && isfinite(lost) ? sum + lost : sum) : total;
}
MP_DEFINE_CONST_FUN_OBJ_KW(hognose_builtin_sum_obj, 0, builtin_sum);

// ---- iter(callable, sentinel) -----------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_obj_t callable; // null at the end
    mp_obj_t sentinel;
} call_iterator_t;

static mp_obj_t call_iterator_next(mp_obj_t self_in) {
    call_iterator_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->callable == MP_OBJ_NULL) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_t value = mp_call_function_0(self->callable);
    if (mp_obj_equal(value, self->sentinel)) {
        self->callable = MP_OBJ_NULL;
        return MP_OBJ_STOP_ITERATION;
    }
    return value;
}

static MP_DEFINE_CONST_OBJ_TYPE(
    type_call_iterator,
    MP_QSTR_callable_iterator,
    MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, call_iterator_next
    );

static mp_obj_t builtin_iter(size_t n_args, const mp_obj_t *args) {
    if (n_args == 1) {
        return mp_getiter(args[0], NULL);
    }
    if (!mp_obj_is_callable(args[0])) {
        mp_raise_TypeError(MP_ERROR_TEXT("iter(v, w): v must be callable"));
    }
    call_iterator_t *self = mp_obj_malloc(call_iterator_t, &type_call_iterator);
    self->callable = args[0];
    self->sentinel = args[1];
    return MP_OBJ_FROM_PTR(self);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hognose_builtin_iter_obj, 1, 2, builtin_iter);

// ---- builtins in Python -------------------------------------------------------------------------

mp_obj_t hognose_late_builtin(qstr name) {
    static const uint16_t names[] = { MP_QSTR_BaseExceptionGroup, MP_QSTR_ExceptionGroup, MP_QSTR___except_star__ };
    mp_obj_t found = MP_OBJ_NULL;
    if (name == MP_QSTR___annotations__) { // of a module or class that has no annotation yet
        found = mp_obj_new_dict(0);
        mp_store_name(name, found);
    }
    if (name == names[0] || name == names[1] || name == names[2]) {
        mp_obj_t module = mp_import_name(MP_QSTR__groups, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
        for (size_t i = 0; i < MP_ARRAY_SIZE(names); i++) {
            mp_obj_t value = mp_load_attr(module, names[i]);
            mp_store_attr(MP_OBJ_FROM_PTR(&mp_module_builtins), names[i], value);
            found = name == names[i] ? value : found;
        }
    }
    return found;
}
