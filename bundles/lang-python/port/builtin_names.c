// Names of functions that are written in C: they are not kept with the function, so they are
// found where Python finds it, in a module or among the methods of a type.
#include "py/builtin.h"
#include "py/objmodule.h"
#include "py/runtime.h"

#include "builtin_names.h"

bool hognose_other_builtins;

void hognose_note_builtins(mp_obj_dict_t *globals) {
    const mp_map_elem_t *given = mp_map_lookup(&globals->map, MP_OBJ_NEW_QSTR(MP_QSTR___builtins__), MP_MAP_LOOKUP);
    if (given != NULL) {
        hognose_other_builtins |= mp_obj_is_exact_type(given->value, &mp_type_dict);
    } else if (!globals->map.is_fixed) { // CPython gives them all
        mp_obj_dict_store(MP_OBJ_FROM_PTR(globals), MP_OBJ_NEW_QSTR(MP_QSTR___builtins__), MP_OBJ_FROM_PTR(&mp_module_builtins));
    }
}

mp_map_elem_t *hognose_find_builtin(const mp_obj_dict_t *globals, qstr name) {
    static mp_map_elem_t none;
    mp_map_elem_t *own = mp_map_lookup((mp_map_t *)&globals->map, MP_OBJ_NEW_QSTR(MP_QSTR___builtins__), MP_MAP_LOOKUP);
    if (own == NULL || !mp_obj_is_exact_type(own->value, &mp_type_dict)) {
        return NULL;
    }
    mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(own->value), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    return found != NULL ? found : &none;
}

static qstr name_in(const mp_map_t *map, mp_const_obj_t fun) {
    for (size_t i = 0; i < map->alloc; i++) {
        if (mp_map_slot_is_filled(map, i) && map->table[i].value == fun) {
            return mp_obj_str_get_qstr(map->table[i].key);
        }
    }
    return MP_QSTRnull;
}

static const mp_map_t *module_map(const mp_map_t *modules, size_t i) {
    mp_obj_t module = modules->table[i].value;
    const mp_map_t *map = mp_obj_is_type(module, &mp_type_module) ? &mp_obj_module_get_globals(module)->map : NULL;
    return map != NULL && map->is_fixed ? map : NULL; // not __main__'s
}

qstr hognose_builtin_name(mp_const_obj_t fun, const mp_obj_type_t **of) {
    *of = NULL;
    const mp_map_t *modules[] = { &mp_builtin_module_map, &mp_builtin_extensible_module_map };
    for (size_t which = 0; which < MP_ARRAY_SIZE(modules); which++) {
        for (size_t i = 0; i < modules[which]->used; i++) {
            const mp_map_t *map = module_map(modules[which], i);
            qstr name = map == NULL ? MP_QSTRnull : name_in(map, fun);
            if (name != MP_QSTRnull) {
                return name;
            }
        }
    }
    for (size_t which = 0; which < MP_ARRAY_SIZE(modules); which++) {
        for (size_t i = 0; i < modules[which]->used; i++) {
            const mp_map_t *map = module_map(modules[which], i);
            for (size_t j = 0; map != NULL && j < map->used; j++) {
                mp_obj_t type = map->table[j].value;
                if (!mp_obj_is_type(type, &mp_type_type)) {
                    continue;
                }
                const mp_obj_type_t *t = MP_OBJ_TO_PTR(type);
                if (!MP_OBJ_TYPE_HAS_SLOT(t, locals_dict)) {
                    continue;
                }
                qstr name = name_in(&MP_OBJ_TYPE_GET_SLOT(t, locals_dict)->map, fun);
                if (name != MP_QSTRnull) {
                    *of = t;
                    return name;
                }
            }
        }
    }
    return MP_QSTRnull;
}

NORETURN void hognose_raise_builtin_args(mp_obj_t fun, size_t n_args, const mp_obj_t *args, size_t n_kw, uint32_t sig) {
    const mp_obj_type_t *of;
    qstr name = hognose_builtin_name(fun, &of);
    if (of == &mp_type_bytes && n_args > 0 && mp_obj_is_str(args[0])) {
        of = &mp_type_str; // they share their methods
    }
    unsigned least = sig >> 17, most = (sig >> 1) & 0xffff, given = n_args, self = of != NULL && least > 0;
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 64, &print);
    least -= self;
    most -= self;
    given -= MIN(self, given);
    bool few = given < least;
    if ((n_kw != 0 && !(sig & 1)) || most <= 1 - (least == 0)) {
        if (of != NULL) {
            mp_printf(&print, "%q.", of->name);
        }
        mp_printf(&print, "%q() takes %s", name == MP_QSTRnull ? MP_QSTR_function : name,
            n_kw != 0 ? "no keyword arguments" : most == 0 ? "no arguments" : "exactly one argument");
        if (n_kw == 0) {
            mp_printf(&print, " (%u given)", given);
        }
    } else {
        mp_printf(&print, "%q expected %s%u argument%s, got %u", name == MP_QSTRnull ? MP_QSTR_function : name,
            least == most ? "" : few ? "at least " : "at most ", few ? least : most, (few ? least : most) == 1 ? "" : "s", given);
    }
    mp_raise_type_arg(&mp_type_TypeError, mp_obj_new_str_from_vstr(&text));
}

void hognose_builtin_print(const mp_print_t *print, mp_obj_t fun, mp_print_kind_t kind) {
    (void)kind;
    const mp_obj_type_t *of;
    qstr name = hognose_builtin_name(fun, &of);
    if (name == MP_QSTRnull) {
        mp_printf(print, "<built-in function at 0x%x>", (unsigned)(uintptr_t)fun);
    } else if (of != NULL) {
        mp_printf(print, "<method '%q' of '%q' objects>", name, of->name);
    } else {
        mp_printf(print, "<built-in function %q>", name);
    }
}

void hognose_builtin_attr(mp_obj_t fun, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL || (attr != MP_QSTR___name__ && attr != MP_QSTR___qualname__)) {
        return;
    }
    const mp_obj_type_t *of;
    qstr name = hognose_builtin_name(fun, &of);
    if (name == MP_QSTRnull) {
        return;
    }
    if (of == NULL || attr == MP_QSTR___name__) {
        dest[0] = MP_OBJ_NEW_QSTR(name);
        return;
    }
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 24, &print);
    mp_printf(&print, "%q.%q", of->name, name);
    dest[0] = mp_obj_new_str_from_vstr(&text);
}
