// The module _random: the Mersenne Twister, on a state that Python keeps in a bytearray: 624 words and,
// behind them, which of them comes next. random.py has everything else.
#include <string.h>

#include "py/binary.h"
#include "py/objint.h"
#include "py/runtime.h"

#define WORDS (624)
#define SHIFT (397)

typedef struct {
    uint32_t word[WORDS];
    uint32_t next;
} twister_t;

static twister_t *state_of(mp_obj_t obj) {
    mp_buffer_info_t buf;
    mp_get_buffer_raise(obj, &buf, MP_BUFFER_RW);
    // A bytearray's memory comes from the heap, whose blocks are aligned.
    if (buf.len != sizeof(twister_t) || ((uintptr_t)buf.buf & 3) != 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("not a state"));
    }
    return buf.buf;
}

static uint32_t next_word(twister_t *t) {
    if (t->next >= WORDS) {
        uint32_t *w = t->word;
        for (size_t i = 0; i < WORDS; i++) {
            uint32_t y = (w[i] & 0x80000000) | (w[(i + 1) % WORDS] & 0x7fffffff);
            w[i] = w[(i + SHIFT) % WORDS] ^ (y >> 1) ^ (y & 1 ? 0x9908b0df : 0);
        }
        t->next = 0;
    }
    uint32_t y = t->word[t->next++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >> 18);
}

// seed(state, key): by the bytes of a number, little-endian, a multiple of four of them.
static mp_obj_t random_seed(mp_obj_t state, mp_obj_t key_obj) {
    twister_t *t = state_of(state);
    mp_buffer_info_t key;
    mp_get_buffer_raise(key_obj, &key, MP_BUFFER_READ);
    size_t n = key.len / 4;
    if (n == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("no key"));
    }
    uint32_t *w = t->word;
    w[0] = 19650218;
    for (size_t i = 1; i < WORDS; i++) {
        w[i] = 1812433253 * (w[i - 1] ^ (w[i - 1] >> 30)) + i;
    }
    size_t i = 1, j = 0;
    for (size_t k = n > WORDS ? n : WORDS; k > 0; k--) {
        uint32_t part;
        memcpy(&part, (const byte *)key.buf + 4 * j, 4);
        w[i] = (w[i] ^ ((w[i - 1] ^ (w[i - 1] >> 30)) * 1664525)) + part + j;
        if (++i == WORDS) {
            w[0] = w[WORDS - 1];
            i = 1;
        }
        if (++j == n) {
            j = 0;
        }
    }
    for (size_t k = WORDS - 1; k > 0; k--) {
        w[i] = (w[i] ^ ((w[i - 1] ^ (w[i - 1] >> 30)) * 1566083941)) - i;
        if (++i == WORDS) {
            w[0] = w[WORDS - 1];
            i = 1;
        }
    }
    w[0] = 0x80000000;
    t->next = WORDS;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(random_seed_obj, random_seed);

// random(state): a float in [0, 1) with 53 bits.
static mp_obj_t random_random(mp_obj_t state) {
    twister_t *t = state_of(state);
    uint32_t a = next_word(t) >> 5, b = next_word(t) >> 6;
    return mp_obj_new_float((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}
static MP_DEFINE_CONST_FUN_OBJ_1(random_random_obj, random_random);

// bits(state, k): an integer of k bits.
static mp_obj_t random_bits(mp_obj_t state, mp_obj_t k_obj) {
    twister_t *t = state_of(state);
    mp_int_t k = mp_obj_get_int(k_obj);
    if (k < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("number of bits must be non-negative"));
    }
    if (k <= 32) {
        return k == 0 ? MP_OBJ_NEW_SMALL_INT(0) : mp_obj_new_int_from_uint(next_word(t) >> (32 - k));
    }
    vstr_t vstr;
    size_t words = ((size_t)k + 31) / 32;
    vstr_init_len(&vstr, words * 4);
    for (size_t i = 0; i < words; i++, k -= 32) {
        uint32_t r = next_word(t);
        if (k < 32) {
            r >>= 32 - k;
        }
        memcpy(vstr.buf + 4 * i, &r, 4);
    }
    mp_obj_t n = mp_obj_int_from_bytes_impl(false, words * 4, (const byte *)vstr.buf);
    vstr_clear(&vstr);
    return n;
}
static MP_DEFINE_CONST_FUN_OBJ_2(random_bits_obj, random_bits);

static const mp_rom_map_elem_t random_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__random) },
    { MP_ROM_QSTR(MP_QSTR_seed), MP_ROM_PTR(&random_seed_obj) },
    { MP_ROM_QSTR(MP_QSTR_random), MP_ROM_PTR(&random_random_obj) },
    { MP_ROM_QSTR(MP_QSTR_bits), MP_ROM_PTR(&random_bits_obj) },
};
static MP_DEFINE_CONST_DICT(random_globals, random_globals_table);

const mp_obj_module_t hognose_random_module = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&random_globals,
};

MP_REGISTER_MODULE(MP_QSTR__random, hognose_random_module);
