// Methods of bytearray and memoryview that upstream does not have. Those that change a bytearray's
// length do it as a list would.
#include <string.h>

#include "py/objarray.h"
#include "py/runtime.h"
#include "array_methods.h"
#include "bytearray_methods.h"

static mp_obj_t bytearray_pop(size_t n_args, const mp_obj_t *args) {
    mp_obj_t list = array_list_of(args[0]), pop[3];
    if (MP_OBJ_SMALL_INT_VALUE(mp_obj_len(list)) == 0) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("pop from empty bytearray"));
    }
    mp_load_method(list, MP_QSTR_pop, pop);
    pop[2] = n_args == 2 ? args[1] : MP_OBJ_NEW_SMALL_INT(-1);
    mp_obj_t value = mp_call_method_n_kw(1, 0, pop);
    array_store_list(args[0], list);
    return value;
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(bytearray_pop_obj, 1, 2, bytearray_pop);

static mp_obj_t bytearray_insert(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    mp_obj_t list = array_list_of(self), insert[4];
    mp_load_method(list, MP_QSTR_insert, insert);
    insert[2] = index;
    insert[3] = value;
    mp_call_method_n_kw(2, 0, insert);
    array_store_list(self, list);
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_3(bytearray_insert_obj, bytearray_insert);

static mp_obj_t bytearray_remove(mp_obj_t self, mp_obj_t value) {
    mp_obj_array_t *array = MP_OBJ_TO_PTR(self);
    const byte *found = memchr(array->items, mp_obj_get_int(value), array->len);
    if (found == NULL) {
        mp_raise_ValueError(MP_ERROR_TEXT("value not found in bytearray"));
    }
    array_delete(self, MP_OBJ_NEW_SMALL_INT(found - (const byte *)array->items));
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_2(bytearray_remove_obj, bytearray_remove);

static mp_obj_t bytearray_reverse(mp_obj_t self) {
    mp_obj_array_t *array = MP_OBJ_TO_PTR(self);
    byte *items = array->items;
    for (size_t i = 0; i < array->len / 2; i++) {
        byte item = items[i];
        items[i] = items[array->len - 1 - i];
        items[array->len - 1 - i] = item;
    }
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_1(bytearray_reverse_obj, bytearray_reverse);

static mp_obj_t bytearray_clear(mp_obj_t self) {
    array_store_list(self, mp_obj_new_list(0, NULL));
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_1(bytearray_clear_obj, bytearray_clear);

static mp_obj_t bytearray_copy(mp_obj_t self) {
    mp_obj_array_t *array = MP_OBJ_TO_PTR(self);
    return mp_obj_new_bytearray(array->len, array->items);
}
MP_DEFINE_CONST_FUN_OBJ_1(bytearray_copy_obj, bytearray_copy);

static mp_obj_t memoryview_tobytes(mp_obj_t self) {
    mp_buffer_info_t buffer;
    mp_get_buffer_raise(self, &buffer, MP_BUFFER_READ);
    return mp_obj_new_bytes(buffer.buf, buffer.len);
}
MP_DEFINE_CONST_FUN_OBJ_1(memoryview_tobytes_obj, memoryview_tobytes);

static mp_obj_t memoryview_tolist(mp_obj_t self) {
    return array_list_of(self);
}
MP_DEFINE_CONST_FUN_OBJ_1(memoryview_tolist_obj, memoryview_tolist);

static mp_obj_t memoryview_release(mp_obj_t self) {
    (void)self;
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_1(memoryview_release_obj, memoryview_release);
