// What kind of character one is, and its other cases: Python's answers, from Unicode's tables.
#ifndef HOGNOSE_UNICODE_TEXT_H
#define HOGNOSE_UNICODE_TEXT_H

#include "py/mpconfig.h"
#include "py/misc.h"

enum {
    CHAR_ALPHA = 1, CHAR_DECIMAL = 2, CHAR_DIGIT = 4, CHAR_NUMERIC = 8, CHAR_SPACE = 16, CHAR_PRINTABLE = 32,
    CHAR_ID_START = 64, CHAR_ID_CONTINUE = 128,
    CHAR_OTHER_LOWER = 256, // lower case without an upper one
    CHAR_OTHER_UPPER = 512,
};

unsigned char_flags(unichar c);
bool char_is_lower(unichar c);
bool char_is_upper(unichar c);

typedef enum { CASE_UPPER, CASE_LOWER, CASE_TITLE, CASE_FOLD } char_case_t;

// Adds what the character becomes, which may be several.
void char_add_case(vstr_t *out, unichar c, char_case_t to);

#endif
