// Clocks, sleeping and randomness: whatever the host grants, straight from WASI.
#include <wasi/api.h>

#include "py/mphal.h"
#include "py/runtime.h"

static uint64_t now_ns(__wasi_clockid_t clock) {
    __wasi_timestamp_t t = 0;
    (void)__wasi_clock_time_get(clock, 1, &t);
    return t;
}

uint64_t mp_hal_time_ns(void) {
    return now_ns(__WASI_CLOCKID_REALTIME);
}

uint64_t hognose_monotonic_ns(void) {
    return now_ns(__WASI_CLOCKID_MONOTONIC);
}

mp_uint_t mp_hal_ticks_ms(void) {
    return hognose_monotonic_ns() / 1000000;
}

mp_uint_t mp_hal_ticks_us(void) {
    return hognose_monotonic_ns() / 1000;
}

mp_uint_t mp_hal_ticks_cpu(void) {
    return hognose_monotonic_ns();
}

void hognose_sleep_ns(uint64_t ns) {
    hognose_stdout_flush(); // what was printed before the pause is seen before it
    __wasi_subscription_t sub = {
        .u = { .tag = __WASI_EVENTTYPE_CLOCK, .u.clock = {
                   .id = __WASI_CLOCKID_MONOTONIC, .timeout = ns, .precision = 1,
               } },
    };
    __wasi_event_t event;
    __wasi_size_t n;
    (void)__wasi_poll_oneoff(&sub, &event, 1, &n);
    HOGNOSE_SAFE_POINT();
}

void mp_hal_delay_ms(mp_uint_t ms) {
    hognose_sleep_ns(ms * 1000000ull);
}

void mp_hal_delay_us(mp_uint_t us) {
    hognose_sleep_ns(us * 1000ull);
}

void mp_hal_get_random(size_t n, void *buf) {
    (void)__wasi_random_get(buf, n);
}
