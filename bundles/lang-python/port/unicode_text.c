// What kind of character one is, and its other cases: Python's answers, from Unicode's tables.
#include <string.h>

#include "unicode_text.h"

typedef struct {
    uint32_t first;
    uint16_t span; // to the last one
    uint8_t stride;
    int32_t difference;
} case_run_t;

typedef struct {
    uint32_t c;
    uint8_t to;
    char text[12];
} case_many_t;

#include "unicode_tables.h"

unsigned char_flags(unichar c) {
    if (c < 128) {
        return ascii_flags[c];
    }
    size_t low = 0, high = MP_ARRAY_SIZE(unicode_runs);
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (unicode_runs[middle] >> 10 <= c) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return unicode_runs[low] & 0x3ff;
}

static bool map_run(const case_run_t *runs, size_t n, unichar c, unichar *to) {
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const case_run_t *run = &runs[middle];
        if (c < run->first) {
            high = middle;
        } else if (c > run->first + run->span) {
            low = middle + 1;
        } else if ((c - run->first) % run->stride == 0) {
            *to = c + run->difference;
            return true;
        } else {
            return false;
        }
    }
    return false;
}

static const char *map_many(unichar c, char_case_t to) {
    size_t low = 0, high = MP_ARRAY_SIZE(case_many);
    while (low < high) {
        size_t middle = (low + high) / 2;
        const case_many_t *entry = &case_many[middle];
        if (c < entry->c || (c == entry->c && to < entry->to)) {
            high = middle;
        } else if (c > entry->c || to > entry->to) {
            low = middle + 1;
        } else {
            return entry->text;
        }
    }
    return NULL;
}

#define RUNS(name) name##_runs, MP_ARRAY_SIZE(name##_runs)

static bool maps(unichar c, char_case_t to) {
    unichar other;
    return map_many(c, to) != NULL || (to == CASE_UPPER ? map_run(RUNS(upper), c, &other) : map_run(RUNS(lower), c, &other));
}

bool char_is_lower(unichar c) {
    if (c < 0x80) {
        return c >= 'a' && c <= 'z';
    }
    return (char_flags(c) & CHAR_OTHER_LOWER) != 0 || (maps(c, CASE_UPPER) && !maps(c, CASE_LOWER));
}

bool char_is_upper(unichar c) {
    if (c < 0x80) {
        return c >= 'A' && c <= 'Z';
    }
    return (char_flags(c) & CHAR_OTHER_UPPER) != 0 || (maps(c, CASE_LOWER) && !maps(c, CASE_UPPER));
}

void char_add_case(vstr_t *out, unichar c, char_case_t to) {
    if (c < 0x80) {
        bool up = to == CASE_UPPER || to == CASE_TITLE;
        if (up ? c >= 'a' && c <= 'z' : c >= 'A' && c <= 'Z') {
            c ^= 0x20;
        }
        vstr_add_byte(out, (byte)c);
        return;
    }
    const char *many = map_many(c, to);
    unichar other = c;
    bool mapped = many == NULL && (to == CASE_TITLE ? map_run(RUNS(title), c, &other) : to == CASE_FOLD && map_run(RUNS(fold), c, &other));
    if (many == NULL && !mapped) {
        char_case_t base = to == CASE_TITLE ? CASE_UPPER : to == CASE_FOLD ? CASE_LOWER : to;
        many = map_many(c, base);
        if (many == NULL) {
            base == CASE_UPPER ? map_run(RUNS(upper), c, &other) : map_run(RUNS(lower), c, &other);
        }
    }
    if (many != NULL) {
        vstr_add_str(out, many);
    } else {
        vstr_add_char(out, other);
    }
}
