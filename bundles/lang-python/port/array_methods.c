// Methods of array.array that upstream does not have, and the limits of its numbers.
#include <string.h>

#include "py/binary.h"
#include "py/builtin.h"
#include "py/objarray.h"
#include "py/runtime.h"
#include "array_methods.h"
#include "op_errors.h"

MP_DECLARE_CONST_FUN_OBJ_2(mp_obj_array_append_obj);
MP_DECLARE_CONST_FUN_OBJ_2(mp_obj_array_extend_obj);

void array_check_value(char typecode, mp_obj_t value) {
    if (mp_obj_is_small_int(value)) {
        mp_int_t number = MP_OBJ_SMALL_INT_VALUE(value);
        if (typecode == BYTEARRAY_TYPECODE || typecode == 'B' ? number >= 0 && number < 256 : typecode == 'i' || typecode == 'l' || typecode == 'q') {
            return; // most often
        }
    }
    value = native_inside(value);
    if (typecode == 'f' || typecode == 'd' || typecode == 'O') {
        return; // what is no number is refused by the conversion
    }
    if (!mp_obj_is_int(value) && !mp_obj_is_bool(value)) {
        if (mp_obj_is_float(value) || mp_obj_is_str(value)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"), mp_obj_get_type_str(value));
        }
        return; // its __index__ decides
    }
    size_t bits = 8 * mp_binary_get_size('@', typecode, NULL);
    bool is_unsigned = typecode <= 'Z' || typecode == BYTEARRAY_TYPECODE;
    mp_obj_t high = mp_binary_op(MP_BINARY_OP_LSHIFT, MP_OBJ_NEW_SMALL_INT(1), MP_OBJ_NEW_SMALL_INT(is_unsigned ? bits : bits - 1));
    mp_obj_t low = is_unsigned ? MP_OBJ_NEW_SMALL_INT(0) : mp_unary_op(MP_UNARY_OP_NEGATIVE, high);
    bool below = mp_obj_is_true(mp_binary_op(MP_BINARY_OP_LESS, value, low));
    if (!below && mp_obj_is_true(mp_binary_op(MP_BINARY_OP_LESS, value, high))) {
        return;
    }
    if (typecode == BYTEARRAY_TYPECODE) {
        mp_raise_ValueError(MP_ERROR_TEXT("byte must be in range(0, 256)"));
    }
    const char *type = typecode == 'b' ? "signed char" : typecode == 'B' ? "unsigned byte integer" : typecode == 'h' ? "signed short integer"
        : typecode == 'H' ? "unsigned short" : typecode == 'i' ? "signed integer" : typecode == 'I' ? "unsigned int" : NULL;
    if (type == NULL) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("int too large to convert"));
    }
    mp_raise_msg_varg(&mp_type_OverflowError, MP_ERROR_TEXT("%s is %s than %s"), type, below ? "less" : "greater", below ? "minimum" : "maximum");
}

mp_obj_t array_of_slice(mp_obj_t self_in, mp_obj_t value) {
    const mp_obj_array_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->base.type == &mp_type_bytearray) {
        if (mp_obj_is_type(value, &mp_type_bytes)) {
            return value;
        }
        if (mp_obj_is_int(value) || mp_obj_is_str(value)) {
            mp_raise_TypeError(MP_ERROR_TEXT("can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
        }
        return value != self_in && mp_obj_is_type(value, &mp_type_bytearray) ? value : mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_bytearray), value);
    }
    if (mp_obj_get_type(value) != self->base.type) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can only assign array (not \"%s\") to array slice"), mp_obj_get_type_str(value));
    }
    if (((mp_obj_array_t *)MP_OBJ_TO_PTR(value))->typecode != self->typecode) {
        mp_raise_TypeError(MP_ERROR_TEXT("bad argument type for built-in operation"));
    }
    return value != self_in ? value : mp_obj_subscr(value, mp_obj_new_slice(mp_const_none, mp_const_none, mp_const_none), MP_OBJ_SENTINEL);
}

void array_store_stepped(mp_obj_t self_in, const mp_bound_slice_t *slice, mp_obj_t value) {
    mp_obj_array_t *self = MP_OBJ_TO_PTR(self_in);
    size_t size = mp_binary_get_size('@', self->typecode, NULL), n = mp_slice_count(slice);
    mp_buffer_info_t from;
    mp_get_buffer_raise(value, &from, MP_BUFFER_READ);
    if (from.len != n * size) {
        mp_raise_msg_varg(&mp_type_ValueError, self->base.type == &mp_type_bytearray
            ? MP_ERROR_TEXT("attempt to assign bytes of size %d to extended slice of size %d")
            : MP_ERROR_TEXT("attempt to assign array of size %d to extended slice of size %d"), (int)(from.len / size), (int)n);
    }
    for (size_t i = 0; i < n; i++) {
        memcpy((byte *)self->items + (slice->start + (mp_int_t)i * slice->step) * size, (byte *)from.buf + i * size, size);
    }
}

void array_check_construct(mp_obj_t typecode, mp_obj_t initializer) {
    size_t len = 0;
    const char *code = mp_obj_is_str(typecode) ? mp_obj_str_get_data(typecode, &len) : NULL;
    if (len != 1) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("array() argument 1 must be a unicode character, not %s"), mp_obj_get_type_str(typecode));
    }
    if (strchr("bBhHiIlLqQfd", *code) == NULL) {
        mp_raise_ValueError(MP_ERROR_TEXT("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)"));
    }
    if (initializer != MP_OBJ_NULL && mp_obj_is_str(initializer)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot use a str to initialize an array with typecode '%c'"), *code);
    }
}

mp_obj_t array_become(mp_obj_t self_in, mp_obj_t other_in) {
    mp_obj_array_t *self = MP_OBJ_TO_PTR(self_in), *other = MP_OBJ_TO_PTR(other_in);
    self->items = other->items;
    self->len = other->len;
    self->free = other->free;
    return self_in;
}

mp_obj_t array_list_of(mp_obj_t self) {
    return mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_list), self);
}

void array_store_list(mp_obj_t self_in, mp_obj_t list) {
    const mp_obj_array_t *self = MP_OBJ_TO_PTR(self_in);
    char typecode = self->typecode;
    bool is_bytes = self->base.type == &mp_type_bytearray;
    mp_obj_t args[2] = { mp_obj_new_str(&typecode, 1), list };
    array_become(self_in, MP_OBJ_TYPE_GET_SLOT(self->base.type, make_new)(self->base.type, is_bytes ? 1 : 2, 0, args + is_bytes));
}

void array_delete(mp_obj_t self, mp_obj_t index) {
    mp_obj_t list = array_list_of(self);
    mp_obj_subscr(list, index, MP_OBJ_NULL);
    array_store_list(self, list);
}

// Call a method of the array's list; what it gives.
static mp_obj_t as_list(mp_obj_t self, qstr name, size_t n_args, const mp_obj_t *args, bool changes) {
    mp_obj_t list = array_list_of(self), call[4];
    mp_load_method(list, name, call);
    for (size_t i = 0; i < n_args; i++) {
        call[2 + i] = args[i];
    }
    mp_obj_t result = mp_call_method_n_kw(n_args, 0, call);
    if (changes) {
        array_store_list(self, list);
    }
    return result;
}

static mp_obj_t array_pop(size_t n_args, const mp_obj_t *args) {
    mp_obj_array_t *self = MP_OBJ_TO_PTR(args[0]);
    if (self->len == 0) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("pop from empty array"));
    }
    if (n_args == 1 || args[1] == MP_OBJ_NEW_SMALL_INT(-1)) {
        mp_obj_t value = mp_binary_get_val_array(self->typecode, self->items, self->len - 1);
        self->len--;
        self->free++;
        return value;
    }
    return as_list(args[0], MP_QSTR_pop, 1, args + 1, true);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(array_pop_obj, 1, 2, array_pop);

static mp_obj_t array_insert(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    mp_obj_t both[2] = { index, value };
    return as_list(self, MP_QSTR_insert, 2, both, true);
}
static MP_DEFINE_CONST_FUN_OBJ_3(array_insert_obj, array_insert);

// Where the value is; -1: nowhere.
static mp_int_t find(mp_obj_t self_in, mp_obj_t value, mp_int_t start, mp_int_t stop) {
    mp_obj_array_t *self = MP_OBJ_TO_PTR(self_in);
    for (mp_int_t i = start; i < stop && i < (mp_int_t)self->len; i++) {
        if (mp_obj_equal(mp_binary_get_val_array(self->typecode, self->items, i), value)) {
            return i;
        }
    }
    return -1;
}

static mp_obj_t array_index(size_t n_args, const mp_obj_t *args) {
    size_t len = ((mp_obj_array_t *)MP_OBJ_TO_PTR(args[0]))->len;
    mp_int_t start = n_args > 2 ? mp_obj_get_int(args[2]) : 0, stop = n_args > 3 ? mp_obj_get_int(args[3]) : (mp_int_t)len;
    start = start < 0 ? MAX(start + (mp_int_t)len, 0) : start;
    stop = stop < 0 ? stop + (mp_int_t)len : stop;
    mp_int_t at = find(args[0], args[1], start, stop);
    if (at < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("array.index(x): x not in array"));
    }
    return mp_obj_new_int(at);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(array_index_obj, 2, 4, array_index);

static mp_obj_t array_count(mp_obj_t self, mp_obj_t value) {
    return as_list(self, MP_QSTR_count, 1, &value, false);
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_count_obj, array_count);

static mp_obj_t array_remove(mp_obj_t self, mp_obj_t value) {
    mp_int_t at = find(self, value, 0, INT32_MAX);
    if (at < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("array.remove(x): x not in array"));
    }
    mp_obj_t pop[2] = { self, MP_OBJ_NEW_SMALL_INT(at) };
    array_pop(2, pop);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_remove_obj, array_remove);

static mp_obj_t array_reverse(mp_obj_t self) {
    return as_list(self, MP_QSTR_reverse, 0, NULL, true);
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_reverse_obj, array_reverse);

static mp_obj_t array_as_bytes(mp_obj_t self) {
    mp_buffer_info_t buffer;
    mp_get_buffer_raise(self, &buffer, MP_BUFFER_READ);
    return mp_obj_new_bytes(buffer.buf, buffer.len);
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_tobytes_obj, array_as_bytes);
static MP_DEFINE_CONST_FUN_OBJ_1(array_tolist_obj, array_list_of);

static mp_obj_t array_frombytes(mp_obj_t self_in, mp_obj_t bytes) {
    mp_obj_array_t *self = MP_OBJ_TO_PTR(self_in);
    mp_buffer_info_t buffer;
    mp_get_buffer_raise(bytes, &buffer, MP_BUFFER_READ);
    if (buffer.len % mp_binary_get_size('@', self->typecode, NULL) != 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("bytes length not a multiple of item size"));
    }
    return mp_call_function_2(MP_OBJ_FROM_PTR(&mp_obj_array_extend_obj), self_in, bytes);
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_frombytes_obj, array_frombytes);

static mp_obj_t array_tofile(mp_obj_t self, mp_obj_t file) {
    mp_obj_t write[3];
    mp_load_method(file, MP_QSTR_write, write);
    write[2] = array_as_bytes(self);
    mp_call_method_n_kw(1, 0, write);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_tofile_obj, array_tofile);

static mp_obj_t array_fromfile(mp_obj_t self, mp_obj_t file, mp_obj_t n) {
    size_t size = mp_binary_get_size('@', ((mp_obj_array_t *)MP_OBJ_TO_PTR(self))->typecode, NULL);
    mp_obj_t read[3];
    mp_load_method(file, MP_QSTR_read, read);
    read[2] = mp_binary_op(MP_BINARY_OP_MULTIPLY, n, MP_OBJ_NEW_SMALL_INT(size));
    mp_obj_t bytes = mp_call_method_n_kw(1, 0, read);
    array_frombytes(self, bytes);
    if (!mp_obj_equal(mp_obj_len(bytes), read[2])) {
        mp_raise_msg(&mp_type_EOFError, MP_ERROR_TEXT("read() didn't return enough bytes"));
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(array_fromfile_obj, array_fromfile);

static mp_obj_t array_extend(mp_obj_t self_in, mp_obj_t other) {
    mp_obj_array_t *self = MP_OBJ_TO_PTR(self_in);
    if (mp_obj_is_type(other, &mp_type_array)) {
        if (((mp_obj_array_t *)MP_OBJ_TO_PTR(other))->typecode != self->typecode) {
            mp_raise_TypeError(MP_ERROR_TEXT("can only extend with array of same kind"));
        }
        return mp_call_function_2(MP_OBJ_FROM_PTR(&mp_obj_array_extend_obj), self_in, other);
    }
    mp_obj_t iterator = mp_getiter(other, NULL), item;
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        mp_call_function_2(MP_OBJ_FROM_PTR(&mp_obj_array_append_obj), self_in, item);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_extend_obj, array_extend);

static mp_obj_t array_byteswap(mp_obj_t self_in) {
    mp_obj_array_t *self = MP_OBJ_TO_PTR(self_in);
    size_t size = mp_binary_get_size('@', self->typecode, NULL);
    byte *items = self->items;
    for (size_t at = 0; at < self->len * size; at += size) {
        for (size_t i = 0; i < size / 2; i++) {
            byte kept = items[at + i];
            items[at + i] = items[at + size - 1 - i];
            items[at + size - 1 - i] = kept;
        }
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_byteswap_obj, array_byteswap);

void array_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return; // read-only
    }
    mp_obj_array_t *self = MP_OBJ_TO_PTR(self_in);
    char typecode = self->typecode;
    if (attr == MP_QSTR_typecode) {
        dest[0] = mp_obj_new_str(&typecode, 1);
    } else if (attr == MP_QSTR_itemsize) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(mp_binary_get_size('@', typecode, NULL));
    } else {
        dest[1] = MP_OBJ_SENTINEL; // the methods
    }
}

static const mp_rom_map_elem_t methods_table[] = {
    { MP_ROM_QSTR(MP_QSTR_append), MP_ROM_PTR(&mp_obj_array_append_obj) },
    { MP_ROM_QSTR(MP_QSTR_byteswap), MP_ROM_PTR(&array_byteswap_obj) },
    { MP_ROM_QSTR(MP_QSTR_count), MP_ROM_PTR(&array_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_extend), MP_ROM_PTR(&array_extend_obj) },
    { MP_ROM_QSTR(MP_QSTR_frombytes), MP_ROM_PTR(&array_frombytes_obj) },
    { MP_ROM_QSTR(MP_QSTR_fromfile), MP_ROM_PTR(&array_fromfile_obj) },
    { MP_ROM_QSTR(MP_QSTR_fromlist), MP_ROM_PTR(&array_extend_obj) },
    { MP_ROM_QSTR(MP_QSTR_index), MP_ROM_PTR(&array_index_obj) },
    { MP_ROM_QSTR(MP_QSTR_insert), MP_ROM_PTR(&array_insert_obj) },
    { MP_ROM_QSTR(MP_QSTR_pop), MP_ROM_PTR(&array_pop_obj) },
    { MP_ROM_QSTR(MP_QSTR_remove), MP_ROM_PTR(&array_remove_obj) },
    { MP_ROM_QSTR(MP_QSTR_reverse), MP_ROM_PTR(&array_reverse_obj) },
    { MP_ROM_QSTR(MP_QSTR_tobytes), MP_ROM_PTR(&array_tobytes_obj) },
    { MP_ROM_QSTR(MP_QSTR_tofile), MP_ROM_PTR(&array_tofile_obj) },
    { MP_ROM_QSTR(MP_QSTR_tolist), MP_ROM_PTR(&array_tolist_obj) },
};
MP_DEFINE_CONST_DICT(array_methods, methods_table);
