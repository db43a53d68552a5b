// hognose: what a program can ask of the sandbox that it runs in. _hognose: the few things that our
// frozen Python (lib/) needs from C.
#include <string.h>
#include <wasi/api.h>

#include "py/gc.h"
#include "py/mphal.h"
#include "py/runtime.h"
#include "host.h"
#include "interrupt.h"
#include "report.h"

static MP_DEFINE_CONST_FUN_OBJ_0(hognose_environ_obj, hognose_environ);

// The clocks that run down, by the names of the limits. See wasi::budget in the core.
enum { BUDGET = 0x686f6700 };
static const uint16_t budget_names[] = {
    MP_QSTR_fuel, MP_QSTR_wall_ms, MP_QSTR_memory_bytes, MP_QSTR_stdout_bytes, MP_QSTR_stderr_bytes,
};

// budget() -> dict of what is left of the run's limits; None where the host does not say
static mp_obj_t hognose_budget(void) {
    hognose_stdout_flush(); // what was printed counts
    mp_obj_t dict = mp_obj_new_dict(MP_ARRAY_SIZE(budget_names));
    for (size_t i = 0; i < MP_ARRAY_SIZE(budget_names); i++) {
        __wasi_timestamp_t left;
        mp_obj_t value = mp_const_none;
        if (__wasi_clock_time_get(BUDGET + i, 1, &left) == 0) {
            if (budget_names[i] == MP_QSTR_wall_ms) {
                left /= 1000000;
            } else if (budget_names[i] == MP_QSTR_memory_bytes) {
                gc_info_t heap;
                gc_info(&heap);
                left += heap.free;
            }
            value = mp_obj_new_int_from_ull(left);
        }
        mp_obj_dict_store(dict, MP_OBJ_NEW_QSTR(budget_names[i]), value);
    }
    return dict;
}
static MP_DEFINE_CONST_FUN_OBJ_0(hognose_budget_obj, hognose_budget);

static const mp_rom_map_elem_t public_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_hognose) },
    { MP_ROM_QSTR(MP_QSTR_budget), MP_ROM_PTR(&hognose_budget_obj) },
};
static MP_DEFINE_CONST_DICT(public_globals, public_globals_table);

const mp_obj_module_t hognose_public_module = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&public_globals,
};

MP_REGISTER_MODULE(MP_QSTR_hognose, hognose_public_module);

static MP_DEFINE_CONST_FUN_OBJ_1(hognose_after_interrupt_obj, hognose_after_interrupt);
MP_DECLARE_CONST_FUN_OBJ_3(hognose_arrange_obj);

static const mp_rom_map_elem_t hognose_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__hognose) },
    { MP_ROM_QSTR(MP_QSTR_after_interrupt), MP_ROM_PTR(&hognose_after_interrupt_obj) },
    { MP_ROM_QSTR(MP_QSTR_arrange), MP_ROM_PTR(&hognose_arrange_obj) },
    { MP_ROM_QSTR(MP_QSTR_environ), MP_ROM_PTR(&hognose_environ_obj) },
};
static MP_DEFINE_CONST_DICT(hognose_globals, hognose_globals_table);

const mp_obj_module_t hognose_module = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&hognose_globals,
};

MP_REGISTER_MODULE(MP_QSTR__hognose, hognose_module);
