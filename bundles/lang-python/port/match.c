// The match statement. The compiler makes a pattern into a tuple: what kind it is, and its parts; and
// calls __match__(subject, pattern, names) for each case, which gives the tuple of the values of the
// pattern's names, or None.
#include <string.h>

#include "py/builtin.h"
#include "py/objtuple.h"
#include "class.h"
#include "op_errors.h"
#include "match.h"

typedef struct {
    mp_obj_t *names; // the values so far
} match_t;

static bool match(match_t *m, mp_obj_t subject, mp_obj_t pattern);

static bool is_sequence(mp_obj_t subject) {
    const mp_obj_type_t *type = mp_obj_get_type(native_inside(subject));
    if (type == &mp_type_list || type == &mp_type_tuple || type == &mp_type_range || type->name == MP_QSTR_deque
        || type == &mp_type_memoryview || type == &mp_type_array) {
        return true;
    }
    if (mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), MP_OBJ_FROM_PTR(&mp_type_tuple))) {
        return true;
    }
    if (!object_is_instance(subject)) {
        return false;
    }
    // A program's own sequence derives from collections.abc.Sequence.
    const mp_obj_tuple_t *mro = CLASS_EXTRA(mp_obj_get_type(subject))->mro;
    for (size_t i = 0; i < mro->len; i++) {
        qstr name = ((mp_obj_type_t *)MP_OBJ_TO_PTR(mro->items[i]))->name;
        if (name == MP_QSTR_Sequence || name == MP_QSTR_MutableSequence) {
            return true;
        }
    }
    return false;
}

// (SEQUENCE, place of the star or -1, pattern, ...); the star's is a pattern for a list.
static bool match_sequence(match_t *m, mp_obj_t subject, const mp_obj_tuple_t *pattern) {
    if (!is_sequence(subject)) {
        return false;
    }
    mp_int_t star = MP_OBJ_SMALL_INT_VALUE(pattern->items[1]);
    size_t n = pattern->len - 2;
    mp_obj_t list = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_list), subject);
    size_t len;
    mp_obj_t *items;
    mp_obj_list_get(list, &len, &items);
    if (star < 0 ? len != n : len < n - 1) {
        return false;
    }
    size_t taken = star < 0 ? 0 : len - (n - 1);
    for (size_t i = 0, at = 0; i < n; i++) {
        if ((mp_int_t)i == star) {
            mp_obj_t rest = mp_obj_new_list(taken, items + at);
            if (!match(m, rest, pattern->items[2 + i])) {
                return false;
            }
            at += taken;
        } else if (!match(m, items[at++], pattern->items[2 + i])) {
            return false;
        }
    }
    return true;
}

// (MAPPING, place of the name for the rest or -1, key, pattern, ...)
static bool match_mapping(match_t *m, mp_obj_t subject, const mp_obj_tuple_t *pattern) {
    mp_obj_t inside = mp_obj_cast_to_native_base(subject, MP_OBJ_FROM_PTR(&mp_type_dict));
    if (inside == MP_OBJ_NULL) {
        mp_obj_t keys[2];
        if (!object_is_instance(subject)) {
            return false;
        }
        mp_load_method_maybe(subject, MP_QSTR_keys, keys);
        if (keys[0] == MP_OBJ_NULL) {
            return false;
        }
        inside = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_dict), subject);
    }
    for (size_t i = 2; i + 1 < pattern->len; i += 2) {
        mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(inside), pattern->items[i], MP_MAP_LOOKUP);
        if (found == NULL || !match(m, found->value, pattern->items[i + 1])) {
            return false;
        }
    }
    mp_int_t rest = MP_OBJ_SMALL_INT_VALUE(pattern->items[1]);
    if (rest >= 0) {
        mp_obj_t copy = mp_obj_dict_copy(inside);
        for (size_t i = 2; i + 1 < pattern->len; i += 2) {
            mp_obj_dict_delete(copy, pattern->items[i]);
        }
        m->names[rest] = copy;
    }
    return true;
}

// These take one pattern by position: for the object itself.
static bool is_its_own_part(const mp_obj_type_t *type) {
    static const mp_obj_type_t *const types[] = {
        &mp_type_bool, &mp_type_bytearray, &mp_type_bytes, &mp_type_dict, &mp_type_float, &mp_type_frozenset,
        &mp_type_int, &mp_type_list, &mp_type_set, &mp_type_str, &mp_type_tuple,
    };
    for (size_t i = 0; i < MP_ARRAY_SIZE(types); i++) {
        if (type == types[i] || (!class_is_native(type) && CLASS_EXTRA(type)->native_base == types[i])) {
            return true;
        }
    }
    return false;
}

static bool match_attribute(match_t *m, mp_obj_t subject, mp_obj_t name, mp_obj_t pattern) {
    mp_obj_t dest[2];
    mp_load_method_protected(subject, mp_obj_str_get_qstr(name), dest, false);
    if (dest[0] == MP_OBJ_NULL) {
        return false;
    }
    return match(m, dest[1] == MP_OBJ_NULL ? dest[0] : mp_obj_new_bound_meth(dest[0], dest[1]), pattern);
}

// (CLASS, class, how many by position, pattern, ..., name, pattern, ...)
static bool match_class(match_t *m, mp_obj_t subject, const mp_obj_tuple_t *pattern) {
    mp_obj_t class = pattern->items[1];
    if (!object_is_class(class)) {
        mp_raise_TypeError(MP_ERROR_TEXT("called match pattern must be a class"));
    }
    if (!mp_obj_is_true(mp_call_function_2(MP_OBJ_FROM_PTR(&mp_builtin_isinstance_obj), subject, class))) {
        return false;
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(class);
    size_t n = MP_OBJ_SMALL_INT_VALUE(pattern->items[2]), first = 0;
    mp_obj_t *names = NULL;
    size_t n_names = 0;
    if (n > 0) {
        mp_obj_t dest[2];
        mp_load_method_maybe(class, MP_QSTR___match_args__, dest);
        if (dest[0] != MP_OBJ_NULL) {
            mp_obj_get_array(dest[0], &n_names, &names);
        } else if (is_its_own_part(type)) {
            if (!match(m, subject, pattern->items[3])) {
                return false;
            }
            first = n_names = 1;
        }
    }
    if (n > n_names) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() accepts %d positional sub-pattern%s (%d given)"), type->name, (int)n_names, n_names == 1 ? "" : "s", (int)n);
    }
    for (size_t i = first; i < n; i++) {
        if (!match_attribute(m, subject, names[i], pattern->items[3 + i])) {
            return false;
        }
    }
    for (size_t i = 3 + n; i + 1 < pattern->len; i += 2) {
        if (!match_attribute(m, subject, pattern->items[i], pattern->items[i + 1])) {
            return false;
        }
    }
    return true;
}

static bool match(match_t *m, mp_obj_t subject, mp_obj_t pattern_in) {
    mp_cstack_check();
    const mp_obj_tuple_t *pattern = MP_OBJ_TO_PTR(pattern_in);
    switch (MP_OBJ_SMALL_INT_VALUE(pattern->items[0])) {
        case PATTERN_ANY:
            return true;
        case PATTERN_VALUE:
            return mp_obj_equal(subject, pattern->items[1]);
        case PATTERN_CONSTANT:
            return subject == pattern->items[1];
        case PATTERN_NAME:
            if (!match(m, subject, pattern->items[2])) {
                return false;
            }
            m->names[MP_OBJ_SMALL_INT_VALUE(pattern->items[1])] = subject;
            return true;
        case PATTERN_OR:
            for (size_t i = 1; i < pattern->len; i++) {
                if (match(m, subject, pattern->items[i])) {
                    return true;
                }
            }
            return false;
        case PATTERN_SEQUENCE:
            return match_sequence(m, subject, pattern);
        case PATTERN_MAPPING:
            return match_mapping(m, subject, pattern);
        default:
            return match_class(m, subject, pattern);
    }
}

static mp_obj_t builtin_match(mp_obj_t subject, mp_obj_t pattern, mp_obj_t n_names) {
    size_t n = MP_OBJ_SMALL_INT_VALUE(n_names);
    mp_obj_tuple_t *values = MP_OBJ_TO_PTR(mp_obj_new_tuple(n, NULL));
    match_t m = { values->items };
    for (size_t i = 0; i < n; i++) {
        values->items[i] = mp_const_none;
    }
    return match(&m, subject, pattern) ? MP_OBJ_FROM_PTR(values) : mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_3(hognose_builtin___match___obj, builtin_match);
