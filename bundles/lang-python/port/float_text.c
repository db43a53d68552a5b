// Floats to decimal digits and back, exactly.
//
// Shortest digits that read back as the same float, digits rounded at any place, and the float
// nearest to any digits: ties to even, as CPython. The usual numbers take a short way in machine
// words; the others are worked out with whole numbers of as many words as they need (Steele and
// White; Dragon4).
#include <math.h>
#include <string.h>

#include "float_text.h"

// The largest numbers: the digits that are read, at most 10**780, over 10**(780 + 345).
#define BIG_WORDS (128)

typedef struct {
    size_t len; // words in use; the last is not zero
    uint32_t word[BIG_WORDS];
} big_t;

static void big_set(big_t *a, uint64_t n) {
    a->word[0] = (uint32_t)n;
    a->word[1] = n >> 32;
    a->len = n >> 32 ? 2 : n != 0;
}

static void big_mul_add(big_t *a, uint32_t factor, uint32_t addend) {
    uint64_t carry = addend;
    for (size_t i = 0; i < a->len; i++) {
        carry += (uint64_t)a->word[i] * factor;
        a->word[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry != 0) {
        a->word[a->len++] = (uint32_t)carry;
    }
}

static void big_mul_pow10(big_t *a, unsigned n) {
    for (; n >= 9; n -= 9) {
        big_mul_add(a, 1000000000, 0);
    }
    static const uint32_t pow10[] = { 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000 };
    if (n != 0) {
        big_mul_add(a, pow10[n], 0);
    }
}

static void big_shift_left(big_t *a, unsigned n) {
    if (a->len == 0) {
        return;
    }
    size_t words = n / 32;
    unsigned bits = n % 32;
    memmove(a->word + words, a->word, a->len * sizeof(uint32_t));
    memset(a->word, 0, words * sizeof(uint32_t));
    a->len += words;
    if (bits != 0) {
        uint32_t carry = 0;
        for (size_t i = words; i < a->len; i++) {
            uint32_t word = a->word[i];
            a->word[i] = word << bits | carry;
            carry = word >> (32 - bits);
        }
        if (carry != 0) {
            a->word[a->len++] = carry;
        }
    }
}

static int big_compare(const big_t *a, const big_t *b) {
    if (a->len != b->len) {
        return a->len < b->len ? -1 : 1;
    }
    for (size_t i = a->len; i-- > 0;) {
        if (a->word[i] != b->word[i]) {
            return a->word[i] < b->word[i] ? -1 : 1;
        }
    }
    return 0;
}

// a must not be less than b.
static void big_subtract(big_t *a, const big_t *b) {
    int64_t borrow = 0;
    for (size_t i = 0; i < a->len; i++) {
        borrow += (int64_t)a->word[i] - (i < b->len ? b->word[i] : 0);
        a->word[i] = (uint32_t)borrow;
        borrow >>= 32;
    }
    while (a->len > 0 && a->word[a->len - 1] == 0) {
        a->len--;
    }
}

static int compare_sum(const big_t *a, const big_t *b, const big_t *c) { // a + b to c
    big_t sum;
    uint64_t carry = 0;
    size_t len = a->len > b->len ? a->len : b->len;
    for (size_t i = 0; i < len; i++) {
        carry += (uint64_t)(i < a->len ? a->word[i] : 0) + (i < b->len ? b->word[i] : 0);
        sum.word[i] = (uint32_t)carry;
        carry >>= 32;
    }
    sum.len = len;
    if (carry != 0) {
        sum.word[sum.len++] = (uint32_t)carry;
    }
    return big_compare(&sum, c);
}

// The quotient, which is less than ten, and the rest in a.
static int divide_digit(big_t *a, const big_t *b) {
    int digit = 0;
    while (big_compare(a, b) >= 0) {
        big_subtract(a, b);
        digit++;
    }
    return digit;
}

// ---- to digits ------------------------------------------------------------------------------

typedef struct {
    uint64_t mantissa;
    int exponent; // x = mantissa * 2**exponent
    bool lowest;  // the next lower float is only half as far as the next higher
} parts_t;

static parts_t take_apart(double x) {
    union { double f; uint64_t i; } u = { x };
    uint64_t fraction = u.i & 0xfffffffffffff;
    int exponent = (int)(u.i >> 52 & 0x7ff);
    if (exponent == 0) {
        return (parts_t) { fraction, -1074, false };
    }
    return (parts_t) { fraction | 1ull << 52, exponent - 1075, fraction == 0 && exponent > 1 };
}

static int put_integer(uint64_t n, char *digits) {
    char reversed[20];
    int len = 0;
    for (; n != 0; n /= 10) {
        reversed[len++] = '0' + (char)(n % 10);
    }
    for (int i = 0; i < len; i++) {
        digits[i] = reversed[len - 1 - i];
    }
    return len;
}

static int strip_zeros(const char *digits, int len) {
    while (len > 0 && digits[len - 1] == '0') {
        len--;
    }
    return len;
}

// 10**0 to 10**22 are floats exactly.
static const double exact_pow10[] = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

// A float that some decimal of up to 15 digits stands for: no two of those give the same float,
// so the one that reads back is it.
static int shortest_of_15(double x, char *digits, int *point) {
    if (x < 1e-5 || x >= 1e15) {
        return 0;
    }
    int magnitude = 0; // digits before the point, at least 0
    while (magnitude < 15 && x >= exact_pow10[magnitude]) {
        magnitude++;
    }
    int places = 15 - magnitude;
    double scaled = rint(x * exact_pow10[places]);
    if (scaled >= 9007199254740992.0 || scaled / exact_pow10[places] != x) {
        return 0;
    }
    int len = put_integer((uint64_t)scaled, digits);
    *point = len - places;
    return strip_zeros(digits, len);
}

static int shortest(double x, char *digits, int *point) {
    int len = shortest_of_15(x, digits, point);
    if (len != 0) {
        return len;
    }
    parts_t parts = take_apart(x);
    bool even = parts.mantissa % 2 == 0;
    // x = rest / unit; the halves of the ways to the neighbours are below / unit and above / unit.
    big_t rest, unit, below, above;
    big_set(&rest, parts.mantissa);
    big_set(&unit, 1);
    big_set(&below, 1);
    if (parts.exponent >= 0) {
        big_shift_left(&rest, (unsigned)parts.exponent + 1);
        big_shift_left(&unit, 1);
        big_shift_left(&below, (unsigned)parts.exponent);
    } else {
        big_shift_left(&rest, 1);
        big_shift_left(&unit, (unsigned)(1 - parts.exponent));
    }
    if (parts.lowest) {
        big_shift_left(&rest, 1);
        big_shift_left(&unit, 1);
    }
    above = below;
    if (parts.lowest) {
        big_shift_left(&above, 1);
    }
    int magnitude = (int)ceil((parts.exponent + 63 - __builtin_clzll(parts.mantissa)) * 0.30102999566398120 - 1e-10);
    if (magnitude >= 0) {
        big_mul_pow10(&unit, (unsigned)magnitude);
    } else {
        big_mul_pow10(&rest, (unsigned)-magnitude);
        big_mul_pow10(&below, (unsigned)-magnitude);
        big_mul_pow10(&above, (unsigned)-magnitude);
    }
    int over = compare_sum(&rest, &above, &unit);
    if (even ? over >= 0 : over > 0) {
        magnitude++;
    } else {
        big_mul_add(&rest, 10, 0);
        big_mul_add(&below, 10, 0);
        big_mul_add(&above, 10, 0);
    }
    *point = magnitude;
    for (len = 0;;) {
        int digit = divide_digit(&rest, &unit);
        int low = big_compare(&rest, &below);
        int high = compare_sum(&rest, &above, &unit);
        bool down = even ? low <= 0 : low < 0;
        bool up = even ? high >= 0 : high > 0;
        if (down || up) {
            if (down && up) {
                big_shift_left(&rest, 1);
                int half = big_compare(&rest, &unit);
                up = half > 0 || (half == 0 && digit % 2 != 0);
            }
            digits[len++] = '0' + (char)(digit + up);
            break;
        }
        digits[len++] = '0' + (char)digit;
        big_mul_add(&rest, 10, 0);
        big_mul_add(&below, 10, 0);
        big_mul_add(&above, 10, 0);
    }
    if (digits[len - 1] > '9') { // 9.99 became 10
        len--;
        while (len > 0 && digits[len - 1] == '9') {
            len--;
        }
        if (len == 0) {
            digits[len++] = '1';
            *point += 1;
        } else {
            digits[len - 1]++;
        }
    }
    return len;
}

// One more in the last place of these digits; returns how many are left without its zeros.
static int round_up(char *digits, int len, int *point) {
    while (len > 0 && digits[len - 1] == '9') {
        len--;
    }
    if (len == 0) {
        digits[0] = '1';
        *point += 1;
        return 1;
    }
    digits[len - 1]++;
    return len;
}

// A few places after the point, of a number that is not large: a product and a shift.
static int rounded_places(parts_t parts, int places, char *digits, int *point) {
    if (places < 0 || places > 19 || parts.exponent >= 0 || parts.exponent < -120) {
        return -1;
    }
    uint64_t power = 1;
    for (int i = 0; i < places; i++) {
        power *= 10;
    }
    unsigned __int128 product = (unsigned __int128)parts.mantissa * power;
    unsigned __int128 whole = product >> -parts.exponent;
    unsigned __int128 rest = product - (whole << -parts.exponent);
    unsigned __int128 half = (unsigned __int128)1 << (-parts.exponent - 1);
    if (whole >> 63 != 0) {
        return -1;
    }
    uint64_t n = (uint64_t)whole + (rest > half || (rest == half && (whole & 1) != 0));
    int len = put_integer(n, digits);
    *point = len - places;
    return strip_zeros(digits, len);
}

int float_digits(double x, float_digits_t kind, int count, char *digits, int *point) {
    *point = 1;
    if (x == 0) {
        return 0;
    }
    if (kind == FLOAT_SHORTEST) {
        return shortest(x, digits, point);
    }
    parts_t parts = take_apart(x);
    if (kind == FLOAT_PLACES) {
        int len = rounded_places(parts, count, digits, point);
        if (len >= 0) {
            return len;
        }
    }
    big_t rest, unit;
    big_set(&rest, parts.mantissa);
    big_set(&unit, 1);
    if (parts.exponent >= 0) {
        big_shift_left(&rest, (unsigned)parts.exponent);
    } else {
        big_shift_left(&unit, (unsigned)-parts.exponent);
    }
    int magnitude = (int)ceil((parts.exponent + 63 - __builtin_clzll(parts.mantissa)) * 0.30102999566398120 - 1e-10);
    if (magnitude >= 0) {
        big_mul_pow10(&unit, (unsigned)magnitude);
    } else {
        big_mul_pow10(&rest, (unsigned)-magnitude);
    }
    if (big_compare(&rest, &unit) >= 0) {
        magnitude++;
    } else {
        big_mul_add(&rest, 10, 0);
    }
    *point = magnitude;
    // x = 0.ddd * 10**point; so many of the digits are wanted:
    int wanted = kind == FLOAT_PLACES ? magnitude + count : count;
    if (wanted < 0) {
        return 0;
    }
    if (wanted == 0) { // one place above the first digit: 0 or 1
        big_mul_add(&unit, 5, 0);
        if (big_compare(&rest, &unit) <= 0) {
            return 0;
        }
        digits[0] = '1';
        *point += 1;
        return 1;
    }
    int len = 0;
    while (len < wanted && len < FLOAT_DIGITS_MAX && rest.len != 0) {
        digits[len++] = '0' + (char)divide_digit(&rest, &unit);
        big_mul_add(&rest, 10, 0);
    }
    if (rest.len != 0) {
        big_mul_add(&unit, 5, 0);
        int half = big_compare(&rest, &unit);
        if (half > 0 || (half == 0 && (digits[len - 1] - '0') % 2 != 0)) {
            return round_up(digits, len, point);
        }
    }
    return strip_zeros(digits, len);
}

// ---- from digits ----------------------------------------------------------------------------

static double put_together(uint64_t quotient, bool more, int exponent) { // quotient has its top bit
    // The value is quotient * 2**exponent, and a little more.
    int drop = 11;
    if (exponent + 11 < -1074) {
        drop = -1074 - exponent;
    }
    if (drop > 64) {
        return 0;
    }
    uint64_t kept = drop == 64 ? 0 : quotient >> drop;
    uint64_t rest = drop == 64 ? quotient : quotient << (64 - drop);
    uint64_t half = 1ull << 63;
    if (rest > half || (rest == half && (more || kept % 2 != 0))) {
        kept++;
    }
    exponent += drop;
    if (exponent > 971 || (exponent == 971 && kept >> 53 != 0)) {
        return INFINITY;
    }
    return scalbn((double)kept, exponent);
}

double float_from_digits(const char *digits, size_t len, int point) {
    while (len > 0 && digits[0] == '0') {
        digits++;
        len--;
        point--;
    }
    bool more = false;
    while (len > 0 && digits[len - 1] == '0') {
        len--;
    }
    if (len > FLOAT_DIGITS_MAX) { // no float's half has more: what follows only breaks ties
        len = FLOAT_DIGITS_MAX;
        more = true;
    }
    if (len == 0 || point < -330) {
        return 0;
    }
    if (point > 310) {
        return INFINITY;
    }
    int exponent = point - (int)len; // of ten
    if (len <= 15 && exponent >= -22 && exponent <= 22) {
        double n = 0;
        for (size_t i = 0; i < len; i++) {
            n = n * 10 + (digits[i] - '0');
        }
        return exponent < 0 ? n / exact_pow10[-exponent] : n * exact_pow10[exponent];
    }
    big_t rest, unit;
    big_set(&rest, 0);
    for (size_t i = 0; i < len; i++) {
        if (rest.len == 0) {
            big_set(&rest, (uint64_t)(digits[i] - '0'));
        } else {
            big_mul_add(&rest, 10, (uint32_t)(digits[i] - '0'));
        }
    }
    if (more) {
        big_mul_add(&rest, 10, 1);
        exponent--;
    }
    big_set(&unit, 1);
    if (exponent >= 0) {
        big_mul_pow10(&rest, (unsigned)exponent);
    } else {
        big_mul_pow10(&unit, (unsigned)-exponent);
    }
    // Bring the quotient into [1, 2), then take its 64 bits.
    int bits = (int)(rest.len * 32) - __builtin_clz(rest.word[rest.len - 1])
        - (int)(unit.len * 32) + __builtin_clz(unit.word[unit.len - 1]);
    if (bits >= 0) {
        big_shift_left(&unit, (unsigned)bits);
    } else {
        big_shift_left(&rest, (unsigned)-bits);
    }
    if (big_compare(&rest, &unit) < 0) {
        big_shift_left(&rest, 1);
        bits--;
    }
    uint64_t quotient = 0;
    for (int i = 0; i < 64; i++) {
        quotient <<= 1;
        if (big_compare(&rest, &unit) >= 0) {
            big_subtract(&rest, &unit);
            quotient |= 1;
        }
        big_shift_left(&rest, 1);
    }
    return put_together(quotient, rest.len != 0, bits - 63);
}

double float_round(double x, int places) {
    if (!isfinite(x) || x == 0 || places > 330) {
        return x;
    }
    if (places < -310) {
        return copysign(0, x);
    }
    char digits[FLOAT_DIGITS_MAX];
    int point;
    int len = float_digits(fabs(x), FLOAT_PLACES, places, digits, &point);
    return copysign(float_from_digits(digits, (size_t)len, point), x);
}
