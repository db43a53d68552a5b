#include <string.h>

#include "py/objstr.h"
#include "py/runtime.h"
#include "long_text.h"

// What is shorter is looked through each time.
#define LONG (32)
#define KEPT (4)

// ---- places of characters -----------------------------------------------------------------------

typedef struct {
    const byte *data;
    size_t len, count;
    size_t i, at; // a character and its place in bytes: the last that was asked for
} places_t;

static places_t places[KEPT];
static size_t next_places;

static places_t *places_of(const byte *data, size_t len) {
    for (size_t i = 0; i < KEPT; i++) {
        if (places[i].data == data && places[i].len == len) {
            return &places[i];
        }
    }
    places_t *new = &places[next_places++ % KEPT];
    *new = (places_t) { data, len, utf8_charlen(data, len), 0, 0 };
    return new;
}

size_t hognose_text_count(const byte *data, size_t len) {
    return len < LONG ? utf8_charlen(data, len) : places_of(data, len)->count;
}

static const byte *step(const byte *at, size_t i) {
    for (; i > 0; i--) {
        HOGNOSE_SAFE_POINT();
        at = utf8_next_char(at);
    }
    return at;
}

const byte *hognose_text_place(const byte *data, size_t len, size_t i) {
    if (len < LONG) {
        return step(data, i);
    }
    places_t *known = places_of(data, len);
    if (known->count == len) {
        return data + i;
    }
    const byte *at;
    if (i < known->i / 2) {
        at = step(data, i);
    } else if (i >= known->i) {
        at = step(data + known->at, i - known->i);
    } else {
        at = data + known->at;
        for (size_t back = known->i - i; back > 0; back--) {
            HOGNOSE_SAFE_POINT();
            do {
                at--;
            } while (UTF8_IS_CONT(*at));
        }
    }
    known->i = i;
    known->at = at - data;
    return at;
}

// ---- sums ---------------------------------------------------------------------------------------

typedef struct {
    byte *data;
    size_t used, room; // bytes, without and with what may still come; there is one more for a zero
} growing_t;

static growing_t growing[KEPT];
static size_t next_growing;

mp_obj_t hognose_text_add(const mp_obj_type_t *type, const byte *left, size_t left_len, const byte *right, size_t right_len) {
    size_t len = left_len + right_len, i = 0;
    while (i < KEPT && !(growing[i].data == left && growing[i].used == left_len)) {
        i++;
    }
    growing_t *into = &growing[i < KEPT ? i : next_growing++ % KEPT];
    if (i == KEPT || into->room < len) {
        size_t room = i < KEPT ? len + len / 2 : len; // what grows once more grows on
        byte *data = room > len ? m_new_maybe(byte, room + 1) : NULL;
        if (data == NULL) {
            room = len;
            data = m_new(byte, room + 1);
        }
        memcpy(data, left, left_len);
        *into = (growing_t) { data, left_len, room };
    }
    memcpy(into->data + left_len, right, right_len);
    into->data[len] = '\0';
    into->used = len;
    byte *data = into->data; // making an object may collect, and then nothing is known of it
    mp_obj_str_t *sum = mp_obj_malloc(mp_obj_str_t, type);
    sum->len = len;
    sum->hash = 0; // computed when it is asked for
    sum->data = data;
    return MP_OBJ_FROM_PTR(sum);
}

void hognose_text_forget(void) {
    memset(places, 0, sizeof(places));
    memset(growing, 0, sizeof(growing));
}
