// _hognose: the few things that our frozen Python (lib/) needs from C.
#include <string.h>

#include "py/runtime.h"

extern char **environ;

// environ() -> dict of the host's environment, made anew at each call
static mp_obj_t hognose_environ(void) {
    mp_obj_t dict = mp_obj_new_dict(0);
    for (char **e = environ; e != NULL && *e != NULL; e++) {
        const char *eq = strchr(*e, '=');
        if (eq != NULL) {
            mp_obj_dict_store(dict, mp_obj_new_str(*e, eq - *e), mp_obj_new_str_from_cstr(eq + 1));
        }
    }
    return dict;
}
static MP_DEFINE_CONST_FUN_OBJ_0(hognose_environ_obj, hognose_environ);

static const mp_rom_map_elem_t hognose_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__hognose) },
    { MP_ROM_QSTR(MP_QSTR_environ), MP_ROM_PTR(&hognose_environ_obj) },
};
static MP_DEFINE_CONST_DICT(hognose_globals, hognose_globals_table);

const mp_obj_module_t hognose_module = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&hognose_globals,
};

MP_REGISTER_MODULE(MP_QSTR__hognose, hognose_module);
