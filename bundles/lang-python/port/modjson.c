// _json: what json.encoder and json.decoder have in C.
#include "py/runtime.h"
#include "json_text.h"

static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(json_encode_obj, 6, 6, hognose_json_encode);
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(json_scan_obj, 9, 9, hognose_json_scan);

static const mp_rom_map_elem_t json_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__json) },
    { MP_ROM_QSTR(MP_QSTR_encode), MP_ROM_PTR(&json_encode_obj) },
    { MP_ROM_QSTR(MP_QSTR_scan), MP_ROM_PTR(&json_scan_obj) },
};
static MP_DEFINE_CONST_DICT(json_globals, json_globals_table);

const mp_obj_module_t hognose_module_json = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&json_globals,
};

MP_REGISTER_MODULE(MP_QSTR__json, hognose_module_json);
