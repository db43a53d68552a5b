// Floats to decimal digits and back, exactly: what repr, format, round and float() stand on.
#ifndef HOGNOSE_FLOAT_TEXT_H
#define HOGNOSE_FLOAT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// No float has more digits that are not zero; and no half of one.
#define FLOAT_DIGITS_MAX (780)

typedef enum {
    FLOAT_SHORTEST,    // as few digits as read back as the same float
    FLOAT_SIGNIFICANT, // so many digits, at least 1
    FLOAT_PLACES,      // so many digits after the point; before it, if negative
} float_digits_t;

// The digits of a finite float that is not negative, without trailing zeros: x = 0.DIGITS * 10**point.
// Returns how many there are, none for zero. digits has room for FLOAT_DIGITS_MAX.
int float_digits(double x, float_digits_t kind, int count, char *digits, int *point);

// The float nearest to 0.DIGITS * 10**point.
double float_from_digits(const char *digits, size_t len, int point);

// round(x, places); infinite if that is too large.
double float_round(double x, int places);

#endif
