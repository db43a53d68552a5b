// Included by extmod/modtime.c: the parts of CPython's time that MicroPython leaves to a port.
// The only time zone is UTC, so localtime is gmtime.
#include <math.h>
#include <string.h>

#include "py/mphal.h"
#include "py/objtuple.h"
#include "py/runtime.h"
#include "shared/timeutils/timeutils.h"

uint64_t hognose_monotonic_ns(void);

static mp_obj_t mp_time_time_get(void) {
    return mp_obj_new_float((mp_float_t)mp_hal_time_ns() / 1e9);
}

static mp_obj_t mp_time_sleep(mp_obj_t seconds) {
    mp_float_t s = mp_obj_get_float(seconds);
    if (!(s >= 0)) { // a NaN is refused too
        mp_raise_ValueError(MP_ERROR_TEXT("sleep length must be non-negative"));
    }
    if (s > 9e9) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("timestamp too large to convert to C _PyTime_t"));
    }
    hognose_sleep_ns((uint64_t)(s * 1e9));
    return mp_const_none;
}

static mp_obj_t time_monotonic(void) {
    return mp_obj_new_float((mp_float_t)hognose_monotonic_ns() / 1e9);
}
static MP_DEFINE_CONST_FUN_OBJ_0(time_monotonic_obj, time_monotonic);

static mp_obj_t time_monotonic_ns(void) {
    return mp_obj_new_int_from_ull(hognose_monotonic_ns());
}
static MP_DEFINE_CONST_FUN_OBJ_0(time_monotonic_ns_obj, time_monotonic_ns);

static const qstr struct_time_fields[] = {
    MP_QSTR_tm_year, MP_QSTR_tm_mon, MP_QSTR_tm_mday, MP_QSTR_tm_hour, MP_QSTR_tm_min,
    MP_QSTR_tm_sec, MP_QSTR_tm_wday, MP_QSTR_tm_yday, MP_QSTR_tm_isdst,
};

// Seconds since 1970 from a Python number; raises what CPython raises when they do not fit.
static mp_int_t get_seconds(mp_obj_t arg) {
    if (mp_obj_is_float(arg)) {
        mp_float_t f = MICROPY_FLOAT_C_FUN(floor)(mp_obj_get_float(arg));
        if (!(f >= -2147483648.0 && f <= 2147483647.0)) {
            mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("timestamp out of range for platform time_t"));
        }
        return (mp_int_t)f;
    }
    return mp_obj_get_int(arg);
}

static void seconds_to_tm(mp_int_t seconds, timeutils_struct_time_t *tm) {
    timeutils_seconds_since_epoch_to_struct_time((mp_uint_t)seconds, tm);
}

static mp_obj_t time_gmtime(size_t n_args, const mp_obj_t *args) {
    mp_int_t seconds = n_args == 0 || args[0] == mp_const_none
        ? (mp_int_t)(mp_hal_time_ns() / 1000000000ull) : get_seconds(args[0]);
    timeutils_struct_time_t tm;
    seconds_to_tm(seconds, &tm);
    mp_obj_t items[] = {
        MP_OBJ_NEW_SMALL_INT(tm.tm_year), MP_OBJ_NEW_SMALL_INT(tm.tm_mon), MP_OBJ_NEW_SMALL_INT(tm.tm_mday),
        MP_OBJ_NEW_SMALL_INT(tm.tm_hour), MP_OBJ_NEW_SMALL_INT(tm.tm_min), MP_OBJ_NEW_SMALL_INT(tm.tm_sec),
        MP_OBJ_NEW_SMALL_INT(tm.tm_wday), MP_OBJ_NEW_SMALL_INT(tm.tm_yday), MP_OBJ_NEW_SMALL_INT(0),
    };
    return mp_obj_new_attrtuple(struct_time_fields, MP_ARRAY_SIZE(items), items);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(time_gmtime_obj, 0, 1, time_gmtime);

static void get_struct_time(mp_obj_t tuple, mp_int_t *t) {
    size_t len = 0;
    mp_obj_t *items;
    if (MP_OBJ_TYPE_GET_SLOT_OR_NULL(mp_obj_get_type(tuple), iter) == (void *)mp_obj_tuple_getiter) { // struct_time too
        mp_obj_tuple_get(tuple, &len, &items);
    }
    if (len != 9) {
        mp_raise_TypeError(MP_ERROR_TEXT("time tuple must have 9 items"));
    }
    for (size_t i = 0; i < 9; i++) {
        t[i] = mp_obj_get_int(items[i]);
    }
}

static mp_obj_t time_mktime(mp_obj_t tuple) {
    mp_int_t t[9];
    get_struct_time(tuple, t);
    return mp_obj_new_float((mp_float_t)timeutils_mktime(t[0], t[1], t[2], t[3], t[4], t[5]));
}
static MP_DEFINE_CONST_FUN_OBJ_1(time_mktime_obj, time_mktime);

static const char day_names[7][10] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
};
static const char month_names[12][10] = {
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
};

static void strftime_into(vstr_t *out, const char *fmt, const char *end, const mp_int_t *t) {
    mp_int_t year = t[0], month = t[1], day = t[2], hour = t[3], weekday = t[6], yearday = t[7];
    for (; fmt < end; fmt++) {
        if (*fmt != '%' || fmt + 1 == end) {
            vstr_add_byte(out, *fmt);
            continue;
        }
        const char *nested = NULL;
        switch (*++fmt) {
            case 'a': vstr_add_strn(out, day_names[weekday], 3); break;
            case 'A': vstr_add_str(out, day_names[weekday]); break;
            case 'b':
            case 'h': vstr_add_strn(out, month_names[month - 1], 3); break;
            case 'B': vstr_add_str(out, month_names[month - 1]); break;
            case 'C': vstr_printf(out, "%02d", (int)(year / 100)); break;
            case 'd': vstr_printf(out, "%02d", (int)day); break;
            case 'e': vstr_printf(out, "%2d", (int)day); break;
            case 'H': vstr_printf(out, "%02d", (int)hour); break;
            case 'I': vstr_printf(out, "%02d", (int)((hour + 11) % 12 + 1)); break;
            case 'j': vstr_printf(out, "%03d", (int)yearday); break;
            case 'm': vstr_printf(out, "%02d", (int)month); break;
            case 'M': vstr_printf(out, "%02d", (int)t[4]); break;
            case 'n': vstr_add_byte(out, '\n'); break;
            case 'p': vstr_add_str(out, hour < 12 ? "AM" : "PM"); break;
            case 'S': vstr_printf(out, "%02d", (int)t[5]); break;
            case 't': vstr_add_byte(out, '\t'); break;
            case 'u': vstr_printf(out, "%d", (int)weekday + 1); break;
            case 'U': vstr_printf(out, "%02d", (int)((yearday + 6 - (weekday + 1) % 7) / 7)); break;
            case 'w': vstr_printf(out, "%d", (int)((weekday + 1) % 7)); break;
            case 'W': vstr_printf(out, "%02d", (int)((yearday + 6 - weekday) / 7)); break;
            case 'y': vstr_printf(out, "%02d", (int)(year % 100)); break;
            case 'Y': vstr_printf(out, "%d", (int)year); break;
            case 'z': vstr_add_str(out, "+0000"); break;
            case 'Z': vstr_add_str(out, "UTC"); break;
            case '%': vstr_add_byte(out, '%'); break;
            case 'c': nested = "%a %b %e %H:%M:%S %Y"; break;
            case 'D':
            case 'x': nested = "%m/%d/%y"; break;
            case 'F': nested = "%Y-%m-%d"; break;
            case 'r': nested = "%I:%M:%S %p"; break;
            case 'R': nested = "%H:%M"; break;
            case 'T':
            case 'X': nested = "%H:%M:%S"; break;
            default: // unknown directives stay as they are, as in glibc
                vstr_add_byte(out, '%');
                vstr_add_byte(out, *fmt);
                break;
        }
        if (nested != NULL) {
            strftime_into(out, nested, nested + strlen(nested), t);
        }
    }
}

// strftime(format[, struct_time])
static mp_obj_t time_strftime(size_t n_args, const mp_obj_t *args) {
    size_t len;
    const char *fmt = mp_obj_str_get_data(args[0], &len);
    mp_int_t t[9];
    get_struct_time(n_args == 2 ? args[1] : time_gmtime(0, NULL), t);
    static const struct { int16_t low, high; } ranges[9] = {
        { 0, 9999 }, { 1, 12 }, { 1, 31 }, { 0, 23 }, { 0, 59 }, { 0, 61 }, { 0, 6 }, { 1, 366 }, { -1, 1 },
    };
    for (size_t i = 0; i < 9; i++) {
        if (t[i] < ranges[i].low || t[i] > ranges[i].high) {
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%q out of range"), struct_time_fields[i]);
        }
    }
    vstr_t out;
    vstr_init(&out, len + 16);
    strftime_into(&out, fmt, fmt + len, t);
    return mp_obj_new_str_from_vstr(&out);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(time_strftime_obj, 1, 2, time_strftime);

#define MICROPY_PY_TIME_EXTRA_GLOBALS \
    { MP_ROM_QSTR(MP_QSTR_monotonic), MP_ROM_PTR(&time_monotonic_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_monotonic_ns), MP_ROM_PTR(&time_monotonic_ns_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_perf_counter), MP_ROM_PTR(&time_monotonic_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_perf_counter_ns), MP_ROM_PTR(&time_monotonic_ns_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_process_time), MP_ROM_PTR(&time_monotonic_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_process_time_ns), MP_ROM_PTR(&time_monotonic_ns_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_gmtime), MP_ROM_PTR(&time_gmtime_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_localtime), MP_ROM_PTR(&time_gmtime_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_mktime), MP_ROM_PTR(&time_mktime_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_strftime), MP_ROM_PTR(&time_strftime_obj) },
