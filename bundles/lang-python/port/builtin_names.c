// Names of functions that are written in C: they are not kept with the function, so they are
// found where Python finds it, in a module or among the methods of a type.
#include "py/builtin.h"
#include "py/objmodule.h"
#include "py/runtime.h"

#include "builtin_names.h"

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
